"""A calendar of ours as it was published, back to the record's stamps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.ledger import Stamp, second


def parse_calendar(content: bytes, path: str, zone: ZoneInfo) -> tuple[Stamp, ...]:
    """Give the stamps of the meetings in a published calendar; times are put in `zone`.

    What phones have been told of each is kept: UID, SEQUENCE, the stamps, when, where, status.
    What it said is not known, and "". Raises `BadSource` for what is no calendar of ours.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and seldom needed

    try:
        events = Calendar.from_ical(content).walk("VEVENT")
        return tuple(sorted(_stamp(event, zone) for event in events))
    except (ValueError, LookupError, TypeError, AttributeError):
        raise BadSource(
            Mistake(
                Location(path),
                say("this is not a calendar that was published from here"),
                say("give the file kalender.ics of the published site, or the site's folder"),
            )
        ) from None


def _stamp(event: Any, zone: ZoneInfo) -> Stamp:
    """Give the stamp of an event; its id is the last word of its page's address."""
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    hours = f"/{_local(end, zone)}" if isinstance(start, datetime) else ""
    return Stamp(
        id=str(event["URL"]).rstrip("/").rpartition("/")[2],
        uid=str(event["UID"]),
        sequence=int(event["SEQUENCE"]),
        created=second(event["CREATED"].dt.astimezone(UTC)),
        modified=second(event["LAST-MODIFIED"].dt.astimezone(UTC)),
        when=_local(start, zone) + hours,
        status=str(event["STATUS"]),
        said="",
        where=str(event.get("LOCATION", "")),
        district=str(event["CATEGORIES"].cats[0]),
    )


def _local(moment: date, zone: ZoneInfo) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(zone).isoformat(timespec="minutes")
    return moment.isoformat()
