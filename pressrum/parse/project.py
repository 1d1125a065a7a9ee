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
from pressrum.parse.site import BadSite, parse_site
from pressrum.parse.text import decode
from pressrum.parse.tour import parse_tour

SITE, TOUR, RECORD = "site.yaml", "tour.yaml", "published.json"

NO_SITE = Mistake(
    Location(SITE),
    say("there is no site.yaml in this folder"),
    say("go to the site's folder, or name it with --site"),
)
NO_TEXT = "{title: A, url: https://site.invalid/, contacts: {a: {name: A, email: a@site.invalid}}}"
"""What stands in for a site.yaml in another encoding."""

Read = TypeVar("Read")


@dataclass(frozen=True)
class Parsed:
    """What could be read, and what could not."""

    project: Project
    """Without the broken sources; what stands for a broken site.yaml is only good for checking."""
    language: str
    """The language for messages."""
    record: Record
    broken: frozenset[str]
    halves: tuple[Release | Page, ...]
    """Texts whose fields have mistakes, with those that could be read, as drafts."""
    mistakes: tuple[Mistake, ...]


class _Reading:
    """Reads one source after the other, and keeps their mistakes."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self.broken: set[str] = set()
        self.halves: list[Release | Page] = []

    def read(self, path: str, parse: Callable[[], Read]) -> Read | None:
        try:
            return parse()
        except BadSource as bad:
            self.mistakes += bad.mistakes
            self.broken.add(path)
            self.halves += [bad.half] if isinstance(bad, BadText) else []
            return None

    def read_site(self, sources: dict[str, bytes], today: date) -> Site:
        """Give the site, or what stands in for one that has mistakes."""
        try:
            return parse_site(decode(sources.get(SITE, b""), SITE), today)
        except BadSite as bad:
            self.broken.add(SITE)
            self.mistakes += bad.mistakes if SITE in sources else [NO_SITE]
            return bad.site
        except BadSource as bad:  # no text at all
            self.broken.add(SITE)
            self.mistakes += bad.mistakes
            return parse_site(NO_TEXT)


def parse_project(sources: dict[str, bytes], others: frozenset[str], today: date) -> Parsed:
    """Read all sources.

    `sources` are the texts by path, `others` the paths of further files below content/.
    `today` serves only to guess the year of a day that was written without one.
    """
    reading = _Reading()
    site = reading.read_site(sources, today)
    zone, length = site.zone, site.fields.tour.meeting_length
    language = language_of(sources.get(SITE, b"")) if SITE in reading.broken else site.fields.language
    tour = None
    if TOUR in sources:
        tour = reading.read(TOUR, lambda: parse_tour(decode(sources[TOUR], TOUR), zone, length, today))
    districts: tuple[District, ...] | None = None
    if site.fields.tour.map:
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
        project=Project(site, tour, tuple(releases), tuple(pages), districts or ()),
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
