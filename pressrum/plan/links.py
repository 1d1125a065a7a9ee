"""The links and pictures of a text, each with what it becomes on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressrum.errors import Mistake, say
from pressrum.make.figure import picture_tag
from pressrum.make.views import PictureView
from pressrum.model import LINK_CLOSES, LINK_OPENS, Body, Link, Page, Release
from pressrum.pictures import Picture
from pressrum.plan.pictures import picture_view
from pressrum.plan.web import Web, leads_to, named_picture

PLACEHOLDER = re.compile(f"{LINK_OPENS}(\\d+){LINK_CLOSES}")
IMAGE = re.compile(f'<img ([^>]*?)src="{LINK_OPENS}(\\d+){LINK_CLOSES}"([^>]*)>')


@dataclass(frozen=True)
class Resolved:
    """A body's links, resolved."""

    targets: tuple[str, ...]
    """For each link what its placeholder becomes: U+E000 and the way from the site's root, or `#anchor`."""
    files: tuple[str, ...]
    """The sources of the files that the text shows or offers."""
    shown: tuple[str, ...]
    """Those among them that it shows as pictures."""
    image: PictureView | None
    """Its picture, above the text."""
    pictures: dict[int, PictureView]
    """Those of the links, by number, that are pictures to be shown."""
    mistakes: tuple[Mistake, ...]


def resolve(text: Release | Page, web: Web) -> Resolved:
    """Find where each link of `text` leads, and its picture."""
    targets, files, mistakes = [], [], []
    shown: list[str] = []
    pictures: dict[int, PictureView] = {}
    if image := text.fields.image:
        found = named_picture(image.file, text, web)
        if isinstance(found, Mistake):
            mistakes.append(found)
        else:
            shown.append(found)
    above = _view(shown[0], text, web) if shown else None
    for link in text.body.links:
        if link.silent:
            mistakes.append(_undescribed(link))
        leads = leads_to(link, text, web)
        if isinstance(leads, Mistake):
            mistakes.append(leads)
            targets.append("#")
            continue
        target, file = leads
        files += [file] if file else []
        if file and link.picture and (view := _view(file, text, web)):
            shown.append(file)
            pictures[len(targets)] = view
        targets.append(target)
    offered = tuple(dict.fromkeys((*shown, *files)))
    return Resolved(tuple(targets), offered, tuple(shown), above, pictures, tuple(mistakes))


def _view(file: str, text: Release | Page, web: Web) -> PictureView | None:
    """Show the picture in `file`, which stands beside `text`; None when it is none."""
    picture = web.files.pictures.get(file)
    if not isinstance(picture, Picture):
        return None
    return picture_view(picture, web.addresses.beside(web.address(text), file))


def linked(body: Body, resolved: Resolved) -> str:
    """Give the body's HTML with its links and its pictures in place."""
    html = IMAGE.sub(
        lambda hit: (
            picture_tag(resolved.pictures[int(hit[2])], hit[1] + hit[3], lazy=True)
            if int(hit[2]) in resolved.pictures
            else hit[0]
        ),
        body.html,
    )
    return PLACEHOLDER.sub(lambda hit: resolved.targets[int(hit[1])], html)


def _undescribed(link: Link) -> Mistake:
    return Mistake(
        link.where,
        say("the picture says nothing to one who does not see it"),
        say("write what it shows between the brackets: ![a bridge]({name})", name=link.target),
    )
