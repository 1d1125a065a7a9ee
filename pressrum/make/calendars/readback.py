"""The last look at a calendar before it replaces the published one.

A calendar that is cut off, or that has lost its events, empties people's phones. So it is read
back by a library that has nothing to do with how it was written, and compared with what it was
made from. What does not come back the same is a bug of the writer, and no mistake in a source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pressrum.ledger import second
from pressrum.make.calendars.calendar import Calendar, Event
from pressrum.make.calendars.lines import clean

EVENT, CLOSING = b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"
"""How the component of an event begins, and a calendar ends."""
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError)
"""What comes of a calendar that icalendar cannot read."""


class CalendarUnreadable(Exception):
    """A calendar does not say, when it is read, what it was to say; holds a sentence for a programmer."""


@dataclass(frozen=True)
class Compared:
    """What is compared of an event as it was written and as it is read back."""

    uid: str
    sequence: int
    modified: datetime
    status: str
    summary: str
    start: datetime | date
    """An instant in UTC, or a day; so is `end`."""
    end: datetime | date


def check_calendar(made: bytes, calendar: Calendar) -> None:
    """Read `made` back and compare it with the calendar that it was made from.

    Raises `CalendarUnreadable` when it cannot be read whole, when an event is lost, doubled or
    added, or when its instants, UID, SEQUENCE, LAST-MODIFIED, STATUS or SUMMARY differ.
    """
    for complaint in _complaints(made, calendar):
        msg = f"{calendar.source} was made wrong: {complaint}"
        raise CalendarUnreadable(msg)


def check_calendars(made: Iterable[tuple[bytes, Calendar]], trusted: frozenset[bytes]) -> None:
    """Check many calendars that share their components, each component once.

    A meeting stands in three calendars with the same bytes, and most stand as they were
    published last: `trusted` are the components of calendars that an earlier build has checked.
    What is new is read in a calendar of its own, and every head. Raises as `check_calendar` does.
    """
    known = set(trusted)
    for content, calendar in made:
        head, parts = components(content)
        events = {_uid(part): part for part in parts if part.startswith(EVENT)}
        wanted = {clean(event.uid): event for event in calendar.events}
        whole = content.endswith(CLOSING) and len(parts) == len(wanted) + 1 and events.keys() == wanted.keys()
        if not whole or len(wanted) != len(calendar.events):
            check_calendar(content, calendar)
        fresh = {uid: part for uid, part in events.items() if part not in known}
        zone = next(part for part in parts if not part.startswith(EVENT))
        if fresh or zone not in known:
            sample = replace(calendar, events=tuple(wanted[uid] for uid in fresh))
            check_calendar(b"".join([head, zone, *fresh.values(), CLOSING]), sample)
        else:
            _read_head(head, calendar)
        known |= {zone, *fresh.values()}


def _read_head(head: bytes, calendar: Calendar) -> None:
    try:
        _read(head + CLOSING)
    except UNREADABLE as error:
        msg = f"{calendar.source} was made wrong: {error}"
        raise CalendarUnreadable(msg) from None


def components(content: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    """Give what stands before the first component of a calendar, and its components, all as bytes."""
    body = content.removesuffix(CLOSING)
    starts = [found.start() for found in re.finditer(rb"^BEGIN:V(?:EVENT|TIMEZONE)\r$", body, re.MULTILINE)]
    ends = [*starts[1:], len(body)]
    head = body[: starts[0]] if starts else body
    return head, tuple(body[start:end] for start, end in zip(starts, ends, strict=True))


def revisions(parts: Iterable[bytes]) -> Iterator[tuple[str, int, str]]:
    """Give UID, SEQUENCE and LAST-MODIFIED, this as the record writes it, of each VEVENT among components."""
    for part in parts:
        if part.startswith(EVENT):
            modified = datetime.fromisoformat(_value(part, b"LAST-MODIFIED"))
            yield _uid(part), int(_value(part, b"SEQUENCE")), second(modified)


def _uid(part: bytes) -> str:
    return _value(part, b"UID")


def _value(part: bytes, name: bytes) -> str:
    found = re.search(rb"^" + name + rb":(.*(?:\r\n[ ].*)*)\r$", part, re.MULTILINE)
    return found[1].replace(b"\r\n ", b"").decode() if found else ""


def _complaints(made: bytes, calendar: Calendar) -> Iterator[str]:
    if not made.endswith(b"\r\n" + CLOSING):
        yield "it is cut off"
    try:
        zones, found = _read(made)
    except UNREADABLE as error:
        yield f"it cannot be read: {error}"
        return
    if zones != [calendar.zone.name]:
        yield f"its time zones are {zones}, not {calendar.zone.name}"
    wanted = [_wanted(event) for event in calendar.events]
    due, read = Counter(event.uid for event in wanted), Counter(event.uid for event in found)
    yield from (f"the event {uid} is lost" for uid in due - read)
    yield from (f"the event {uid} is there once too often" for uid in read - due)
    yield from (f"the UID {uid} stands for two events" for uid, count in due.items() if count > 1)
    by_uid = {event.uid: event for event in found}
    for event in wanted:
        if by_uid[event.uid] != event:
            yield f"{by_uid[event.uid]} is read where {event} was written"


def _read(made: bytes) -> tuple[list[str], list[Compared]]:
    """Give the zones and events that icalendar finds."""
    # Slow to import (it brings dateutil); a build that makes no calendar need not wait for it.
    from icalendar import Calendar as Reader  # noqa: PLC0415

    read = Reader.from_ical(made)
    if not isinstance(read, Reader):
        raise TypeError("no VCALENDAR")  # noqa: TRY003, EM101 - goes no further than this module
    zones = [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")]
    return zones, [_found(event) for event in read.walk("VEVENT")]


def _found(event: Any) -> Compared:
    """Give what icalendar has read; one property that it could not read spoils the event."""
    if event.errors:
        raise ValueError(event.errors)
    return Compared(
        uid=str(event["UID"]),
        sequence=int(event["SEQUENCE"]),
        modified=event["LAST-MODIFIED"].dt.astimezone(UTC),
        status=str(event["STATUS"]),
        summary=str(event["SUMMARY"]),
        start=_instant(event["DTSTART"].dt),
        end=_instant(event["DTEND"].dt),
    )


def _wanted(event: Event) -> Compared:
    timed = event.start is not None and event.end is not None
    return Compared(
        uid=clean(event.uid),
        sequence=event.sequence,
        modified=datetime.fromisoformat(event.modified),
        status=event.status,
        summary=clean(event.summary),
        start=_instant((timed and event.start) or event.day),
        end=_instant((timed and event.end) or event.day + timedelta(days=1)),
    )


def _instant(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
