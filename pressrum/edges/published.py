"""A published site: the files in its folder, and what its calendars, pages and feeds tell."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.source_files import OWN, way_to
from pressrum.errors import BadSource, BadValue, Location, Mistake, say
from pressrum.language import WORDS, Language
from pressrum.ledger import Address, Stamp
from pressrum.model import Project, Site
from pressrum.owners import Kind
from pressrum.parse.published import (
    NOT_OURS,
    Feed,
    Published,
    PublishedPage,
    Told,
    parse_calendar,
    parse_feed,
    parse_html,
    parse_name,
)
from pressrum.plan.addresses import ENDINGS, JSON_FEED, Addresses
from pressrum.plan.views import WITHDRAWN
from pressrum.uris import as_uri

CALENDARS = tuple(
    pattern
    for words in WORDS.values()
    for pattern in (f"{words.calendar}.ics", f"{words.calendar}/*.ics", f"{words.tour}/*/{words.meeting}.ics")
)
"""Where a build lays calendars, whatever the language; others' may lie elsewhere. So it is with feeds."""
TOURS = (*CALENDARS, *(f"{words.tour}/*/*" for words in WORDS.values()))
"""What only a site with a tour has: calendars, and what stands below each meeting and district."""
FEEDS = (
    "feed.json",
    *(f"{word}/*/feed.json" for words in WORDS.values() for word in (words.topics, words.tour)),
)
PAGES = ("**/index.html",)


class PublishedSite(NamedTuple):
    """What could be read of a published site."""

    folder: Path | None
    """None where its calendar is all that there is."""
    feeds: dict[Path, Feed]
    """By the ways to them from the folder; so are `calendars`."""
    whole: Published
    """The calendar of the whole tour; an empty one of a site without a tour."""
    calendars: dict[Path, Published]
    """All in the folder; those of a district, or of a meeting there, have its name."""


def read_site(published: Path, project: Project, root: Path) -> PublishedSite:
    """Read a site from its folder, or from its whole tour's calendar.

    A calendar that lies in a folder into which a build has written stands for that folder. Raises
    `BadValue` where there is none, or the site was built with other settings; `BadSource` for a file that
    is no calendar or feed of ours.
    """
    site = project.site
    folder = next((one for one in (published, published.parent) if (one / OWN).is_dir()), None)
    if published.is_dir():
        folder, published = published, published / Addresses(site).whole_calendar.file
    feeds = _read_feeds(folder, root)
    _refuse_other_settings(feeds, site)
    whole = _read_whole(published, project, root)
    read = {way: _read_calendar(file, site, root) for way, file in _below(folder, CALENDARS).items()}
    calendars = {
        way: replace(one, name=one.name.removeprefix(f"{whole.name}: ")) for way, one in read.items()
    }
    return PublishedSite(folder, feeds, whole, calendars)


def _read_whole(file: Path, project: Project, root: Path) -> Published:
    """Read the calendar of the whole tour; a folder into which a site without a tour was built has none."""
    site = project.site
    if not file.is_file():
        toured = project.tour is not None and _below(file.parent, TOURS)
        if not toured and (file.parent / JSON_FEED.file).is_file():
            return Published("", "", ())
        raise BadValue(
            say('there is no file "{name}" here', name=str(file)),
            say("name the folder of the published site, or its whole calendar: make recover FROM=output"),
        )
    whole = _read_calendar(file, site, root)
    if as_uri(whole.source) not in {as_uri(f"{site.url}{words.calendar}.ics") for words in WORDS.values()}:
        raise BadSource(
            Mistake(
                Location(way_to(file, root)),
                say("this is the calendar of one district or meeting, and would lose the others"),
                say("give the file calendar.ics of the published site, or the site's folder"),
            )
        )
    return whole


def _read_calendar(file: Path, site: Site, root: Path) -> Published:
    """Read a calendar; the one that stands for the whole tour must be that of this site."""
    name = way_to(file, root)
    found = parse_calendar(file.read_bytes(), name, site.zone)
    if not as_uri(found.source).startswith(as_uri(site.url)):
        raise BadSource(
            Mistake(Location(name), NOT_OURS, say("it says that it is from {url}", url=found.source))
        )
    return found


def _below(folder: Path | None, patterns: Iterable[str]) -> dict[Path, Path]:
    """Give the files of the site that one of `patterns` fits, by the ways to them; none without a folder."""
    if folder is None:
        return {}
    files = sorted({file for pattern in patterns for file in folder.glob(pattern)})
    ways = {file.relative_to(folder): file for file in files}
    return {way: file for way, file in ways.items() if OWN not in way.parts}


def read_pages(folder: Path | None, known: Container[str], url: str) -> dict[str, PublishedPage]:
    """Give the pages at addresses that are not `known`, by these, on the site whose address is `url`."""
    files = {_path(way.parent): file for way, file in _below(folder, PAGES).items()}
    return {
        path: parse_html(file.read_text(encoding="utf-8", errors="replace"), path, url)
        for path, file in files.items()
        if path not in known
    }


def _path(folder: Path) -> str:
    name = folder.as_posix()
    return "/" if name == "." else f"/{name}/"


def led_to(path: str, pages: Mapping[str, PublishedPage]) -> str:
    """Give the address to which readers at `path` come at last, by as many pages as lead on."""
    passed: set[str] = set()
    while path in pages and path not in passed and (onward := pages[path].leads_to):
        passed.add(path)
        path = onward
    return path


def _read_feeds(folder: Path | None, root: Path) -> dict[Path, Feed]:
    """Give the feeds of a site by the ways to them. Raises `BadSource` for one that is none of ours."""
    files = _below(folder, FEEDS)
    return {way: parse_feed(file.read_bytes(), way_to(file, root)) for way, file in files.items()}


def atom_names(folder: Path | None, feeds: Iterable[Path]) -> dict[str, str]:
    """Give the names of the Atom feeds that lie beside `feeds`, by their addresses."""
    files = {way.with_suffix(".xml"): folder / way.with_suffix(".xml") for way in feeds} if folder else {}
    return {
        f"/{way.as_posix()}": parse_name(file.read_text(encoding="utf-8", errors="replace"))
        for way, file in files.items()
        if file.is_file()
    }


def _refuse_other_settings(feeds: Mapping[Path, Feed], site: Site) -> None:
    """Raise `BadValue` where the site that has these `feeds` had other addresses than `site` has now."""
    front = feeds.get(Path(JSON_FEED.file))
    if front is None:
        return
    built = (
        ("url", as_uri(front.home), as_uri(site.url)),
        ("language", front.language, site.fields.language),
    )
    for key, was, now in built:
        if was != now:
            line = f"{key}: {was}"
            raise BadValue(
                say("the published site was built with {line}", line=line),
                say("write {line} in site.yaml, recover and build, and change it after that", line=line),
            )


def tour_addresses(
    calendars: dict[Path, Published], stamps: Iterable[Stamp], first: str
) -> Iterator[Address]:
    """Give the published addresses of calendars and meetings, planned or not: people subscribe to them."""
    ids = {stamp.id for stamp in stamps}
    for path, calendar in calendars.items():
        if len(path.parts) == 1:
            yield Address(f"/{path.as_posix()}", "calendar", since=first)
        elif len(path.parts) == 2:  # noqa: PLR2004 - calendar/DISTRICT.ics
            yield Address(f"/{path.as_posix()}", Kind.DISTRICT.named(calendar.name), since=first)
        elif path.parent.name in ids:
            source = Kind.MEETING.named(path.parent.name)
            yield Address(f"/{path.as_posix()}", source, since=first)
            yield Address(_path(path.parent), source, since=first)


def feed_addresses(feeds: Mapping[Path, Feed], site: Site, first: str) -> Iterator[Address]:
    """Give the published addresses of the feeds of topics and districts, planned or not."""
    kinds = {words.topics: Kind.TOPIC for words in WORDS.values()} | {
        words.tour: Kind.DISTRICT for words in WORDS.values()
    }
    for path, feed in feeds.items():
        if kind := kinds.get(path.parent.parent.name):
            source = kind.named(feed.title.removesuffix(f" – {site.fields.title}"))
            address = _path(path.parent)
            yield from (Address(f"{address}feed.{ending}", source, since=first) for ending in ENDINGS)


def feed_names(feeds: Iterable[Feed], site: Site) -> Iterator[tuple[str, str]]:
    """Give the names by which feeds know releases, by the addresses where these stand now."""
    return ((path, release.name) for path, release in _releases(feeds, site))


def feed_withdrawn(feeds: Iterable[Feed], site: Site) -> Iterator[tuple[str, str]]:
    """Give when releases were withdrawn, by the addresses where these stand."""
    title = Language(site.fields.language).tell(WITHDRAWN)
    return ((path, release.updated) for path, release in _releases(feeds, site) if release.title == title)


def _releases(feeds: Iterable[Feed], site: Site) -> Iterator[tuple[str, Told]]:
    """Give what feeds tell of releases, by the addresses where these stand."""
    for release in (release for feed in feeds for release in feed.releases):
        yield "/" + release.url.removeprefix(site.url), release
