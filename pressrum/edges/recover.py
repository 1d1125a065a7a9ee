"""Rebuilds a lost public record from what is published: the site's folder or its calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.lock import alone
from pressrum.edges.output import replace_file
from pressrum.edges.published import (
    PublishedSite,
    atom_names,
    feed_addresses,
    feed_names,
    feed_withdrawn,
    led_to,
    read_pages,
    read_site,
    tour_addresses,
)
from pressrum.edges.reading import parse_whole
from pressrum.edges.request import Request, record_file, refuse_folders
from pressrum.errors import BadValue, say
from pressrum.ledger import GONE, Address, Left, Record, Respelt, Stamp, mark_of, second
from pressrum.make.calendars.event import event_of, whereabouts
from pressrum.make.record import render_record
from pressrum.model import Meeting, Project, Site
from pressrum.parse.published import Published, PublishedPage, Shown
from pressrum.permalinks import Permalink
from pressrum.places import CONTENT, RECORD
from pressrum.plan.addresses import Addresses
from pressrum.plan.publish import State, state
from pressrum.plan.record.meetings import uid_of
from pressrum.plan.site import Reading, plan_site
from pressrum.slug import slugify
from pressrum.spans import span_of

UNKNOWN = 1000
"""The SEQUENCE of a forgotten meeting, whose own is published nowhere: higher than it can have been."""


class Stray(NamedTuple):
    """A published page that nothing in the sources leads to."""

    path: str
    source: str | None
    """The text that has its title, where just one does."""


@dataclass(frozen=True)
class Recovered:
    """What a record was rebuilt from."""

    record: Record
    strays: tuple[Stray, ...]
    whole: bool
    """Whether the site's folder was read, and not its calendar alone."""


def recover(request: Request, published: Path) -> Recovered:
    """Write the record anew from `published`: a site's folder, or its whole tour's calendar.

    A calendar that lies in a folder into which a build has written stands for that folder.

    What stood before the last change of a meeting is published nowhere, and so not recovered.
    Raises `BadValue` when there is a record already or no calendar of a tour, `BadSource` for mistakes
    in the sources or a file that is no calendar or feed of ours.
    """
    refuse_folders(request)
    with alone(request.output):
        if (request.site / RECORD).is_file():
            raise BadValue(
                say("there is a public record already: {file}", file=RECORD),
                say("move it away first, if it is not the right one"),
            )
        reading, now = parse_whole(request)
        recovered = _recovered(reading, now, read_site(published, reading.project, request.site))
        replace_file(record_file(request.site), render_record(recovered.record), flush=True)
    return recovered


def _recovered(reading: Reading, now: datetime, published: PublishedSite) -> Recovered:
    project, whole = reading.project, published.whole
    first = min([one.stamp.created for one in whole.shown], default=second(now))
    held = {meeting.id: meeting for meeting in project.meetings}
    shown = {one.stamp.id: one for one in whole.shown}
    told = _stamps(whole, published.calendars, project.site, first)
    stamps = tuple(_as_shown(stamp, shown, held.get(stamp.id)) for stamp in told)
    present = tuple(stamp for stamp in stamps if stamp.id in held)
    planned = plan_site(replace(reading, record=Record((), present)), now).record
    addresses, strays = _addresses(published, project, stamps, planned, first, now)
    record = Record(
        addresses=addresses,
        meetings=tuple(_as_said(stamp, shown, planned, reading) for stamp in stamps),
        forgotten=tuple(sorted(mark_of(stray.path) for stray in strays)),
    )
    return Recovered(record, strays, whole=published.folder is not None)


def _addresses(
    published: PublishedSite,
    project: Project,
    stamps: Iterable[Stamp],
    planned: Record,
    first: str,
    now: datetime,
) -> tuple[tuple[Address, ...], tuple[Stray, ...]]:
    """Give the addresses of a site, sorted, and its pages to which nothing in the sources leads.

    `planned` are those that the sources make; when the others came is not known, and `first` stands for it.
    """
    site, folder, feeds = project.site, published.folder, published.feeds
    names = dict(feed_names(feeds.values(), site)) | atom_names(folder, feeds)
    withdrawn = dict(feed_withdrawn(feeds.values(), site))
    old = {
        address.path: replace(address, name=names.get(address.path, ""))
        for address in (
            *tour_addresses(published.calendars, stamps, first),
            *feed_addresses(feeds, site, first),
        )
    }
    owned = {
        address.path: replace(
            address,
            since=_since(address, project, first, now),
            name=names.get(address.path, address.name),
            retracted=withdrawn.get(address.path, address.retracted),
        )
        for address in (*_hidden(project, now), *planned.addresses)
    }
    made = {path: address for path, address in owned.items() if path in planned.by_path}
    pages, titled = read_pages(folder, old, site.url), _by_title(project)
    texts = {path: titled.get(slugify(page.title)) for path, page in pages.items()}
    _refuse_others(texts, made)
    led = _led({path: page for path, page in pages.items() if path not in made}, old | owned)
    strays = (Stray(path, text) for path, text in texts.items() if path not in made and path not in led)
    return tuple(sorted((old | led | _published(made, folder)).values())), tuple(strays)


def _published(planned: dict[str, Address], folder: Path | None) -> dict[str, Address]:
    """Give the `planned` addresses at which something stands; all of them without a folder to look in."""
    return {
        path: address
        for path, address in planned.items()
        if folder is None or (folder / Permalink(path).file).is_file()
    }


def _led(pages: dict[str, PublishedPage], known: dict[str, Address]) -> dict[str, Address]:
    """Give the addresses of pages from which readers come to one that is `known`, as those of its source."""
    ends = {path: led_to(path, pages) for path in pages}
    return {path: replace(known[end], path=path) for path, end in ends.items() if end in known}


def _hidden(project: Project, now: datetime) -> Iterator[Address]:
    """Give the addresses of texts that are not public at `now`: what is published there must not vanish."""
    here = Addresses(project.site)
    for text in project.texts:
        if state(text, now) is not State.PUBLIC:
            yield Address(here.text(text).path, text.source, text.said)


def _by_title(project: Project) -> dict[str, str | None]:
    """Give the one text that has the title of a published page, by that; None where several have."""
    site, found = project.site.fields.title, {}
    for text in project.texts:
        title = slugify(f"{text.fields.title} {site}")
        found[title] = None if title in found else text.source
    return found


def _refuse_others(texts: dict[str, str | None], made: dict[str, Address]) -> None:
    """Raise `BadValue` where one of `texts`, by address, is published where another one would stand now."""
    for path, source in texts.items():
        here = made[path].source if path in made else ""
        if source and here.startswith(CONTENT) and here != source:
            raise BadValue(
                say("{address} is published from {file}, and is another's now", address=path, file=source),
                say("put files and addresses back as they were, recover, build, and change them after that"),
            )


def _stamps(whole: Published, calendars: dict[Path, Published], site: Site, first: str) -> tuple[Stamp, ...]:
    """Give the meetings, each with the districts that it has left, and those that were forgotten.

    When these came is not known; `first` is when the first of the others did.
    """
    left: dict[str, list[Left]] = {}
    respelt: dict[str, list[Respelt]] = {}
    own = {one.stamp.uid: slugify(one.stamp.district) for one in whole.shown}
    for name, one in _by_district(calendars):
        stamp, district = one.stamp, slugify(one.stamp.district)
        if district != own.get(stamp.uid):
            left.setdefault(stamp.uid, []).append(Left(stamp.district, stamp.when, stamp.where))
        if district != slugify(name):
            respelt.setdefault(stamp.uid, []).append(Respelt(name, stamp.district))
    known = {one.stamp.id for one in whole.shown}
    stamps = [
        replace(
            one.stamp,
            left=tuple(dict.fromkeys(left.get(one.stamp.uid, ()))),
            respelt=tuple(respelt.get(one.stamp.uid, ())),
            moved=one.stamp.modified if one.stamp.sequence else "",
        )
        for one in whole.shown
    ]
    ids = dict(_ids(calendars))
    stamps += [_forgotten(id_, district, site, first) for id_, district in ids.items() if id_ not in known]
    return tuple(sorted(stamps))


def _by_district(calendars: dict[Path, Published]) -> Iterator[tuple[str, Shown]]:
    """Give what the calendars of districts show, each with the name of its district."""
    for path, calendar in calendars.items():
        if len(path.parts) == 2:  # noqa: PLR2004 - calendar/DISTRICT.ics
            yield from ((calendar.name, one) for one in calendar.shown)


def _forgotten(id_: str, district: str, site: Site, first: str) -> Stamp:
    """Give the stamp of a meeting whose page is still there, and nothing else of it."""
    return Stamp(id_, uid_of(id_, site), UNKNOWN, first, first, "1970-01-01", GONE, district=district)


def _as_shown(stamp: Stamp, shown: dict[str, Shown], meeting: Meeting | None) -> Stamp:
    """Let a meeting that is where and when it was shown be so as it says.

    It may name the district itself, and give no end.
    """
    if meeting is None or stamp.id not in shown:
        return stamp
    if (whereabouts(meeting) or "") == shown[stamp.id].location:
        stamp = replace(stamp, where=meeting.location or "")
    if span_of(meeting) == stamp.when:
        stamp = replace(stamp, assumed=meeting.end_is_assumed)
    return stamp


def _ids(calendars: dict[Path, Published]) -> Iterator[tuple[str, str]]:
    """Give the ids of the meetings that have a calendar of their own, with their districts."""
    for path, calendar in calendars.items():
        if len(path.parts) == 3:  # noqa: PLR2004 - tour/ID/meeting.ics
            yield path.parent.name, calendar.name


def _since(address: Address, project: Project, first: str, now: datetime) -> str:
    """Say since when an address is public: a release since its date, all else since the first meeting.

    None since later than `now`, whatever date a release has got since.
    """
    dates = {release.source: release.fields.date for release in project.releases}
    return second(min(dates[address.source], now)) if address.source in dates else first


def _as_said(stamp: Stamp, shown: dict[str, Shown], planned: Record, reading: Reading) -> Stamp:
    """Let a meeting that shows what was published say what it says now: its stamp need not move."""
    tour, site = reading.project.tour, reading.project.site
    meeting = next((one for one in tour.meetings if one.id == stamp.id), None) if tour else None
    was, now = shown.get(stamp.id), planned.stamps.get(stamp.id)
    if tour is None or meeting is None or was is None or now is None or now.sequence != stamp.sequence:
        return stamp
    here = Addresses(site)
    event = event_of(meeting, stamp, tour.fields.title, site.url + here.meeting(meeting).link, here.language)
    same = (event.summary, event.description) == (was.summary, was.description)
    return replace(stamp, said=now.said) if same else stamp
