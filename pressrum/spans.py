"""When a meeting is, as the public record writes it: from its start to its end, or its day without an hour.

Local times with their offsets, `2016-11-29T18:00+01:00/2016-11-29T19:30+01:00`, or `2016-11-29` (ISO 8601).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from pressrum.model import Meeting

SPAN = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d/\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d)?")


def span_of(meeting: Meeting) -> str:
    """Write when a meeting is."""
    if meeting.start is None or meeting.end is None:
        return meeting.day.isoformat()
    return f"{meeting.start.isoformat(timespec='minutes')}/{meeting.end.isoformat(timespec='minutes')}"


def beginning(span: str) -> str:
    """Give the start as it is written, or the day."""
    return span.partition("/")[0]


def start_of(span: str) -> datetime:
    """Give the start; midnight, in no zone, where no hour is set."""
    return datetime.fromisoformat(beginning(span))


def end_of(span: str) -> datetime | None:
    """Give the end; None where no hour is set."""
    end = span.partition("/")[2]
    return datetime.fromisoformat(end) if end else None


def over_from(span: str, zone: tzinfo | None) -> datetime:
    """Give the instant from which it is past: its end, or the end of its day in `zone`."""
    return end_of(span) or (start_of(span) + timedelta(days=1)).replace(tzinfo=zone)


def is_over(span: str, now: datetime) -> bool:
    """Whether it is past at `now`: its end, or its day where `now` is given."""
    return over_from(span, now.tzinfo) <= now
