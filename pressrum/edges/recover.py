"""A lost public record, rebuilt from what is out there: the published site or its calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pressrum.edges.lock import alone
from pressrum.edges.output import LOCK, OWN, replace_file
from pressrum.edges.request import Request, parse
from pressrum.edges.sources import read_snapshot
from pressrum.errors import BadSource, BadValue, say
from pressrum.ledger import Address, Record, Stamp, second
from pressrum.make.record import render_record
from pressrum.model import Permalink, Project
from pressrum.parse.project import RECORD
from pressrum.parse.published import parse_calendar
from pressrum.plan.addresses import Addresses
from pressrum.plan.site import plan_site


@dataclass(frozen=True)
class Recovered:
    """What a record was rebuilt from."""

    record: Record
    unknown: tuple[str, ...]
    """Published pages that nothing in the sources leads to."""


def recover(request: Request, published: Path) -> Recovered:
    """Write the record anew from `published`: a site's folder, or its whole tour's calendar.

    What stood before the last change of a meeting is not out there, and so not recovered.
    Raises `BadValue` when there is a record already, `BadSource` for mistakes in the sources
    or a file that is no calendar of ours, `OSError` when nothing is there.
    """
    with alone(request.output / OWN / LOCK):
        snapshot = read_snapshot(request.site)
        if RECORD in snapshot.texts:
            raise BadValue(
                say("there is a public record already: {file}", file=RECORD),
                say("move it away first, if it is not the right one"),
            )
        reading, now = parse(snapshot, request)
        if reading.mistakes:
            raise BadSource(*reading.mistakes)
        here = Addresses(reading.project.site)
        folder = published if published.is_dir() else None
        calendar = published / here.whole_calendar.file if folder else published
        stamps = parse_calendar(calendar.read_bytes(), calendar.as_posix(), reading.project.site.zone)
        held = {meeting.id for meeting in (reading.project.tour.meetings if reading.project.tour else ())}
        present = tuple(stamp for stamp in stamps if stamp.id in held)
        plan = plan_site(replace(reading, record=Record((), present)), now)
        first = min([stamp.created for stamp in stamps], default=second(now))
        record = Record(
            addresses=tuple(
                replace(address, since=_since(address, reading.project, first))
                for address in plan.record.addresses
                if folder is None or (folder / Permalink(address.path).file).is_file()
            ),
            meetings=tuple(_as_said(stamp, plan.record) for stamp in stamps),
        )
        replace_file(request.site / RECORD, render_record(record), flush=True)
    known = {address.path for address in plan.record.addresses}
    return Recovered(record, tuple(path for path in _pages(folder) if path not in known))


def _since(address: Address, project: Project, first: str) -> str:
    """Say since when an address is public: a release since its date, all else since the first meeting."""
    dates = {release.source: release.fields.date for release in project.releases}
    return second(dates[address.source]) if address.source in dates else first


def _as_said(stamp: Stamp, planned: Record) -> Stamp:
    """Let a meeting that stands as it was published say what it says now, so that its stamp need not move."""
    now = planned.stamps.get(stamp.id)
    return replace(stamp, said=now.said) if now and now.sequence == stamp.sequence else stamp


def _pages(folder: Path | None) -> list[str]:
    files = sorted(folder.rglob("index.html")) if folder else []
    names = [file.parent.relative_to(folder).as_posix() for file in files if folder]
    return ["/" if name == "." else f"/{name}/" for name in names]
