"""Whole addresses of the site's own in fields, which make no link of their own: none tells of what waits."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.errors import Mistake, say
from pressrum.inward import bare_host, way_from_root
from pressrum.model import Meeting, Page, Project, Release, Site
from pressrum.nodes import Path
from pressrum.plan.publish import State, state, unseen
from pressrum.plan.web import Web, why_hidden
from pressrum.typography import ADDRESS


def check_addresses(project: Project, web: Web) -> Iterator[Mistake]:
    """Find fields that show the address of a draft, or of a text that comes after them."""
    for text in project.texts:
        yield from _within(text, web)
    yield from _within(project.site, web)
    for meeting in project.tour.meetings if project.tour else ():
        yield from _within(meeting, web)


def _within(written: Release | Page | Site | Meeting, web: Web) -> Iterator[Mistake]:
    url = web.addresses.site.url
    for path, words in _words(written.fields.model_dump(by_alias=True)):
        for address in ADDRESS.finditer(words) if bare_host(url) in words.lower() else ():
            way = way_from_root(address[0], url) or ""
            target = web.around(way.partition("#")[0])
            hides = _hides(target, written, web) if target and target != written else None
            if target and hides and (why := why_hidden(target, hides)):
                yield Mistake(written.place(*path), why, say("mend the address, or remove the link"))


def _hides(target: Release | Page, written: Release | Page | Site | Meeting, web: Web) -> State | None:
    """Give what hides `target` from the readers of a field."""
    if isinstance(written, Release | Page):
        return unseen(target, written, web.now)
    hides = state(target, web.now)
    return hides if hides in (State.DRAFT, State.SCHEDULED) else None


def _words(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give all texts within a value, each with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _words(part, (*path, name))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _words(part, (*path, number))
