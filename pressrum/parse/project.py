"""All sources to the `Project`, and every mistake in any of them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from pressrum.districts import District
from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.ledger import Record
from pressrum.model import Page, Project, Release, Site
from pressrum.parse.astray import astray
from pressrum.parse.geojson import parse_districts
from pressrum.parse.glance import NO_SITE, guessed_language
from pressrum.parse.markdown.own_addresses import with_own_addresses
from pressrum.parse.places import folders_without_text, is_text, misplaced
from pressrum.parse.record import parse_record
from pressrum.parse.release import BadText, parse_page, parse_release
from pressrum.parse.setting import Setting
from pressrum.parse.site import BadSite, parse_site, stand_in
from pressrum.parse.text import decode, decode_merged
from pressrum.parse.tour import parse_tour
from pressrum.places import RECORD, RELEASES, SITE, TOUR

Read = TypeVar("Read")


@dataclass(frozen=True)
class Parsed:
    """What could be read, and what could not."""

    project: Project
    """Without the broken sources. A broken site.yaml has a stand-in, only good for checking."""
    record: Record
    broken: frozenset[str]
    halves: tuple[Release | Page, ...]
    """Texts with mistakes in their fields: drafts with the fields that could be read."""
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
            return parse_site(decode_merged(sources.get(SITE, b""), SITE), today)
        except BadSource as bad:
            self.broken.add(SITE)
            self.mistakes += bad.mistakes if SITE in sources else [NO_SITE]
            return bad.site if isinstance(bad, BadSite) else stand_in()  # of what is no text at all

    def read_texts(
        self,
        sources: dict[str, bytes],
        others: frozenset[str],
        known: Mapping[str, Release | Page],
        setting: Setting,
        today: date,
    ) -> Iterator[Release | Page]:
        """Give the texts, but for those with mistakes; one that is `known` is not parsed again."""
        self.mistakes += folders_without_text((*sources, *others))
        for path in sorted((*sources, *others)):
            if wrong := misplaced(path):
                self.mistakes.append(wrong)
            elif path in sources and is_text(path):
                parse = partial(parse_text, sources[path], path, setting, today)
                if text := known.get(path) or self.read(path, parse):
                    yield text


KnownTexts = Callable[[Setting], Mapping[str, Release | Page]]
"""Gives texts that need not be parsed, by path."""


def parse_project(
    sources: dict[str, bytes], others: frozenset[str], today: date, known_texts: KnownTexts | None = None
) -> Parsed:
    """Read all sources.

    `sources` are the texts by path, `others` the paths of further files below content/.
    `today` serves only to guess the year of a day that was written without one. A text that
    `known_texts` does not give is parsed here.
    """
    reading = _Reading()
    site = reading.read_site(sources, today)
    zone, length = site.zone, site.fields.tour.meeting_length
    language = guessed_language(sources.get(SITE, b"")) if SITE in reading.broken else site.fields.language
    setting = Setting(zone, language, site.url)
    tour = None
    if TOUR in sources:
        tour = reading.read(TOUR, lambda: parse_tour(decode_merged(sources[TOUR], TOUR), zone, length, today))
    districts: tuple[District, ...] | None = None
    if site.fields.tour.map:
        place = site.place("tour", "map")
        named = site.fields.tour.map
        districts = reading.read(named, lambda: _districts(named, sources, place))
    record = None
    if RECORD in sources:
        record = reading.read(RECORD, lambda: parse_record(decode(sources[RECORD], RECORD)))
    known = known_texts(setting) if known_texts else {}
    texts = tuple(reading.read_texts(sources, others, known, setting, today))
    releases = tuple(text for text in texts if isinstance(text, Release))
    pages = tuple(text for text in texts if isinstance(text, Page))
    return Parsed(
        project=Project(site, tour, releases, pages, districts or (), astray=tuple(astray(sources))),
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


def parse_text(data: bytes, path: str, setting: Setting, today: date) -> Release | Page:
    """Give the text whose bytes stand at `path`. Raises `BadSource` with every mistake in it."""
    parse = parse_release if path.startswith(RELEASES) else parse_page
    source = decode_merged(data, path)
    text = parse(source, path, setting, today)
    return replace(text, body=with_own_addresses(text.body, setting.url, source, path))
