"""The links and pictures of a text, each with what it becomes on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import cast

from pressrum.errors import Location, Mistake, Text, say
from pressrum.fields.text import ImageFields
from pressrum.make.pages.figure import PictureView, figure
from pressrum.make.pages.views import Passage
from pressrum.model import LINK_CLOSES, LINK_OPENS, Body, Illustration, Link, Page, Release
from pressrum.pictures import KINDS, Picture
from pressrum.plan.links.beside import lender, named_picture
from pressrum.plan.links.targets import leads_to
from pressrum.plan.links.web import Web
from pressrum.plan.pictures import picture_view
from pressrum.plan.publish import WAITING, unseen
from pressrum.plan.translations import foreign
from pressrum.plan.views import credit_line, image_view
from pressrum.written.listed import MARKS

PLACEHOLDER = re.compile(f"{LINK_OPENS}(\\d+){LINK_CLOSES}")
ALONE = re.compile(f'<p><img [^<>]*src="{LINK_OPENS}(\\d+){LINK_CLOSES}"[^<>]*></p>')
FETCHED = re.compile(r"[a-zA-Z][\w+.-]*:|//")
"""How the address of a picture begins that is no file of ours."""
FILE_NAME = re.compile(rf"\S+\.(?:{'|'.join(KINDS)})", re.IGNORECASE)
"""A description that is the name of a file, and describes nothing."""
TO_BE_SAID = frozenset({"vad bilden visar", "vad den visar", "what the picture shows", "what it shows", "…"})
TO_BE_NAMED = frozenset({"foto: namn", "photo: name", "namn", "name", "…", "foto", "photo"})
"""Words that the hints have in the place of what only the writer knows: copied, they say nothing."""
NOT_NAMED = say("it does not say who took the picture")
NOT_SEEN = say("the picture has no description for those who cannot see it")
UNQUOTED = re.compile(rf"(\S+\.(?:{'|'.join(KINDS)}))\s+(.+)", re.IGNORECASE)
"""A file and a credit that Markdown takes for one name: it knows straight quotation marks alone."""


@dataclass(frozen=True)
class Resolved:
    """A body's links, resolved."""

    targets: tuple[str, ...]
    """For each link what its placeholder becomes: U+E000 and the way from the site's root, or `#anchor`."""
    files: tuple[str, ...]
    """The sources of the files that the text shows or offers."""
    shown: dict[str, str]
    """Those among them that it shows as pictures, each with whose it is."""
    image: PictureView | None
    """Its picture, above the text."""
    figures: dict[int, str]
    """The HTML of those among the links, by number, that are pictures to be shown."""
    mistakes: tuple[Mistake, ...]


def resolve(text: Release | Page, web: Web) -> Resolved:
    """Find where each link of `text` leads, and its picture."""
    targets, files, mistakes = [], [], []
    shown: dict[str, str] = {}
    figures: dict[int, str] = {}
    if image := text.fields.image:
        found = named_picture(image.file, text, web.files)
        if isinstance(found, Mistake):
            mistakes.append(found)
        else:
            shown[found] = credit_line(image.credit, web.addresses.language)
            mistakes += _lent(found, text.place("image", "file"), text, web)
        mistakes += _lacking_above(image, text)
    above = next((_view(file, credit, text, web) for file, credit in shown.items()), None)
    for link in text.body.links:
        leads = leads_to(link, text, web)
        if link.picture and not FETCHED.match(link.target):
            if unquoted := UNQUOTED.fullmatch(link.target):
                leads = _unquoted(link.where, link.picture, *unquoted.groups())
            else:
                mistakes += _lacking(link, link.picture)
        if isinstance(leads, Mistake):
            mistakes.append(leads)
            targets.append("#")
            continue
        target, file = leads
        if file:
            files.append(file)
            mistakes += _lent(file, link.where, text, web)
        if file and link.picture:
            credit = shown.setdefault(file, credit_line(link.picture.credit, web.addresses.language))
            view = _view(file, credit, text, web)
            figures[len(targets)] = _figure(link.picture, view, text, web)
        targets.append(target)
    offered = tuple(dict.fromkeys((*shown, *files)))
    return Resolved(tuple(targets), offered, shown, above, figures, tuple(mistakes))


def _lent(file: str, where: Location, text: Release | Page, web: Web) -> Iterator[Mistake]:
    """Find a file that stands beside a text that waits, named in one that does not: it would not wait."""
    owner = lender(file, text, web.texts)
    if owner and unseen(owner, text, web.now) in WAITING:
        message = say("the file stands beside {source}, which readers do not see yet", source=owner.source)
        yield Mistake(where, message, say("put a copy of it beside this text, or let this text wait"))


def _view(file: str, credit: str, text: Release | Page, web: Web) -> PictureView:
    """Show the picture in `file`, which stands beside `text`."""
    picture = cast("Picture", web.files.pictures[file])  # an unusable one has not been found
    return picture_view(picture, credit, web.addresses.beside(web.address(text), file))


def _figure(said: Illustration, picture: PictureView, text: Release | Page, web: Web) -> str:
    language = web.addresses.language
    lang = foreign(text, language.code)
    image = image_view(picture, said.alt, said.credit, None, language, lang)
    return figure(image, language, lazy=True)


def linked(source: str, body: Body, resolved: Resolved) -> Passage:
    """Give the HTML of the text in `source` with its links and its pictures in place."""
    html = ALONE.sub(lambda hit: resolved.figures.get(int(hit[1]), hit[0]), body.html)
    return Passage(source, PLACEHOLDER.sub(lambda hit: escape(resolved.targets[int(hit[1])]), html))


def _lacking_above(image: ImageFields, text: Release | Page) -> Iterator[Mistake]:
    """Say what the fields of the picture above a text leave unsaid, though they are filled in."""
    if not _said(image.alt):
        yield Mistake(text.place("image", "alt"), NOT_SEEN, say("write what it shows"))
    if not _named(image.credit):
        yield Mistake(
            text.place("image", "credit"), NOT_NAMED, say("write {key}: and its value", key="credit")
        )


def _lacking(link: Link, said: Illustration) -> Iterator[Mistake]:
    """Say what a picture in a text lacks that the one above it must have; the hint mends all of it."""
    alt, credit = _said(said.alt), _named(said.credit)
    right = _written(link.target, alt, credit)
    if not said.alone:
        yield Mistake(
            link.where,
            say("among other words there is no room for who took the picture"),
            say("write on a line of its own, with an empty line above and below: {line}", line=right),
        )
    elif not alt:
        yield Mistake(link.where, NOT_SEEN, say("write {line}", line=right))
    elif not credit:
        yield Mistake(link.where, NOT_NAMED, say("write {line}", line=right))


def _said(alt: str) -> str:
    """Give what a picture is said to show; "" for its file's name and for the words of a hint."""
    return "" if FILE_NAME.fullmatch(alt) or alt.casefold() in TO_BE_SAID else alt


def _named(credit: str) -> str:
    """Give who is said to have taken a picture; "" for the words of a hint."""
    return "" if credit.casefold().rstrip(" :") in TO_BE_NAMED else credit


def _unquoted(where: Location, said: Illustration, name: str, credit: str) -> Mistake:
    return Mistake(
        where,
        say("who took the picture is to stand within straight quotation marks"),
        say("write {line}", line=_written(name, said.alt, credit.strip(MARKS))),
    )


def _written(name: str, alt: str, credit: str) -> Text:
    """Write down how a picture is to stand in a text."""
    return say(
        '![{alt}]({name} "{credit}")',
        alt=alt or say("what the picture shows"),
        name=name,
        credit=credit or say("Photo: Name"),
    )
