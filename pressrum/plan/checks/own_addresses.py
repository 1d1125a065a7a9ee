"""The site's own addresses in fields: none shows a text that is not public, or repeats the site's path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrum.errors import Mistake, Text, say
from pressrum.fields.base import Fields
from pressrum.ledger import Record
from pressrum.model import Meeting, Page, Project, Release, Site, Tour
from pressrum.nodes import Path
from pressrum.own_addresses import names_host, shown_ways
from pressrum.plan.links.web import Web, why_hidden
from pressrum.plan.publish import WAITING, state, unseen


def check_addresses(project: Project, web: Web) -> Iterator[Mistake]:
    """Find fields that show the address of a draft, or of a text that comes after them."""
    url, tour = project.site.url, project.tour
    stops: tuple[Tour | Meeting, ...] = (tour, *tour.meetings) if tour else ()
    for written in (*project.texts, project.site, *stops):
        for path, words in _words(written.fields):
            if not names_host(words, url):
                continue
            ways = dict.fromkeys(way.partition("#")[0] for _, way in shown_ways(words, url))
            for why in filter(None, (_why(web.around(way), written, web) for way in ways)):
                yield Mistake(written.place(*path), why, say("mend the address, or remove the link"))


def warn_of_old_addresses(record: Record, texts: Iterable[Release | Page], site: Site) -> Iterator[Mistake]:
    """Warn of new old addresses that begin with the site's own path, as they stand in a browser."""
    if site.base == "/":
        return
    for text in texts:
        for index, old in enumerate(text.fields.aliases):
            if old.startswith(site.base) and old != site.base and old not in record.by_path:
                yield Mistake(
                    text.place("aliases", index),
                    say("{address} leads here from {whole}", address=old, whole=site.url + old[1:]),
                    say(
                        "the address of the site ends in {path} already: write {name} if that is meant",
                        path=site.base,
                        name=old[len(site.base) - 1 :],
                    ),
                )


def _why(
    target: Release | Page | None, written: Release | Page | Site | Tour | Meeting, web: Web
) -> Text | None:
    """Say why the readers of a field cannot follow an address of `target` in it."""
    if target is None or target == written:
        return None
    if isinstance(written, Release | Page):
        hides = unseen(target, written, web.now)
    else:
        hides = state(target, web.now)
    return why_hidden(target, hides) if hides in WAITING else None


def _words(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give all texts within a value, each with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Fields | dict):
        for name, part in (value if isinstance(value, dict) else vars(value)).items():
            if part:
                yield from _words(part, (*path, name.removesuffix("_")))  # `with_` is written without
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _words(part, (*path, number))
