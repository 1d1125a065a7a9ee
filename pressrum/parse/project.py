"""All sources to the `Project`, and every mistake in any of them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from pressrum.districts import District
from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.ledger import Record
from pressrum.model import Page, Project, Release, Site
from pressrum.parse.geojson import parse_districts
from pressrum.parse.places import PAGES, RELEASES, folders_without_text, misplaced
from pressrum.parse.record import parse_record
from pressrum.parse.release import BadText, parse_page, parse_release
from pressrum.parse.site import parse_site
from pressrum.parse.text import decode
from pressrum.parse.tour import parse_tour

SITE, TOUR, RECORD = "site.yaml", "tour.yaml", "published.json"

Read = TypeVar("Read")


@dataclass(frozen=True)
class Parsed:
    """What could be read, and what could not."""

    project: Project | None
    """None when site.yaml could not be read; else without the broken sources."""
    language: str
    """The language for messages."""
    record: Record
    broken: frozenset[str]
    halves: tuple[Page, ...]
    """The bodies of texts whose fields have mistakes, as drafts."""
    mistakes: tuple[Mistake, ...]


class _Reading:
    """Reads one source after the other, and keeps their mistakes."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self.broken: set[str] = set()
        self.halves: list[Page] = []

    def read(self, path: str, parse: Callable[[], Read]) -> Read | None:
        try:
            return parse()
        except BadSource as bad:
            self.mistakes += bad.mistakes
            self.broken.add(path)
            self.halves += [bad.page] if isinstance(bad, BadText) else []
            return None


def parse_project(sources: dict[str, bytes], others: frozenset[str], today: date) -> Parsed:
    """Read all sources.

    `sources` are the texts by path, `others` the paths of further files below content/.
    `today` serves only to guess the year of a day that was written without one.
    """
    reading = _Reading()
    site = reading.read(SITE, lambda: _site(sources))
    zone = site.zone if site else ZoneInfo("Europe/Stockholm")
    language = site.fields.language if site else language_of(sources.get(SITE, b""))
    length = site.fields.tour.meeting_length if site else 90
    tour = None
    if TOUR in sources:
        tour = reading.read(TOUR, lambda: parse_tour(decode(sources[TOUR], TOUR), zone, length, today))
    districts: tuple[District, ...] | None = None
    if site and site.fields.tour.map:
        place = site.place("tour", "map")
        named = site.fields.tour.map
        districts = reading.read(named, lambda: _districts(named, sources, place))
    record = None
    if RECORD in sources:
        record = reading.read(RECORD, lambda: parse_record(decode(sources[RECORD], RECORD)))
    releases: list[Release] = []
    pages: list[Page] = []
    reading.mistakes += folders_without_text((*sources, *others))
    for path in sorted((*sources, *others)):
        if wrong := misplaced(path):
            reading.mistakes.append(wrong)
        elif path in sources and path.startswith(RELEASES):
            releases += _one(reading, parse_release, path, sources, zone, language, today)
        elif path in sources and path.startswith(PAGES):
            pages += _one(reading, parse_page, path, sources, zone, language, today)
    return Parsed(
        project=Project(site, tour, tuple(releases), tuple(pages), districts or ()) if site else None,
        language=language,
        record=record or Record(),
        broken=frozenset(reading.broken),
        halves=tuple(reading.halves),
        mistakes=tuple(reading.mistakes),
    )


def _districts(name: str, sources: dict[str, bytes], place: Location) -> tuple[District, ...]:
    if name not in sources:
        near = difflib.get_close_matches(name, [path for path in sources if path.endswith(".geojson")], n=1)
        raise BadSource(
            Mistake(
                place,
                say('there is no file "{name}" here', name=name),
                say("write {name}", name=near[0])
                if near
                else say("put the GeoJSON file of the districts beside site.yaml"),
            )
        )
    return parse_districts(decode(sources[name], name), name)


def _site(sources: dict[str, bytes]) -> Site:
    if SITE not in sources:
        raise BadSource(
            Mistake(
                Location(SITE),
                say("there is no site.yaml in this folder"),
                say("go to the site's folder, or name it with --site"),
            )
        )
    return parse_site(decode(sources[SITE], SITE))


def _one(
    reading: _Reading,
    parse: Callable[[str, str, ZoneInfo, str, date], Read],
    path: str,
    sources: dict[str, bytes],
    zone: ZoneInfo,
    language: str,
    today: date,
) -> list[Read]:
    """Give the text at `path` in a list, or an empty list when it has mistakes."""
    text = reading.read(path, lambda: parse(decode(sources[path], path), path, zone, language, today))
    return [] if text is None else [text]


def language_of(site: bytes) -> str:
    """Find the language of a site.yaml that cannot be read as a whole; Swedish unless it says English."""
    lines = site.decode("utf-8-sig", "replace").splitlines()
    return "en" if any(re.match(r"language:[ \t]*[\"']?en\b", line) for line in lines) else "sv"
