"""The public record's meetings, taken a step on: UIDs never change, and numbers never fall."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pressrum.errors import Location, Mistake, say
from pressrum.ledger import Record, Stamp, second
from pressrum.model import Meeting, Site
from pressrum.slug import slugify

GONE = "GONE"
"""The status of a meeting that has left the schedule; its UID and number are kept for its return."""


def when_of(meeting: Meeting) -> str:
    """Write when a meeting is, as the record keeps it: local times with their offsets, or the day."""
    if meeting.start is None or meeting.end is None:
        return meeting.day.isoformat()
    return f"{meeting.start.isoformat(timespec='minutes')}/{meeting.end.isoformat(timespec='minutes')}"


def stamp_of(meeting: Meeting, record: Record, site: Site, now: datetime, said: str) -> Stamp:
    """Give the stamp that `meeting` gets in this build (RFC 5545, 3.8.7).

    SEQUENCE rises when time, place, district or status changes; LAST-MODIFIED with every visible
    change, strictly, also when the clock has been set back. What stood there before is kept.
    """
    when, where, status = when_of(meeting), meeting.location or "", meeting.status
    old = record.stamps.get(meeting.id)
    if old is None:
        first = second(now)
        uid = f"{meeting.id}@{site.domain}"
        district = meeting.fields.district
        return Stamp(meeting.id, uid, 0, first, first, when, status, said, where, district)
    moves = slugify(old.district) not in ("", slugify(meeting.fields.district))
    rises = moves or (old.when, old.where, old.status) != (when, where, status)
    if not rises and old.said == said:
        return old
    later = datetime.fromisoformat(old.modified) + timedelta(seconds=1)
    modified = second(max(now.astimezone(UTC), later))
    shown = replace(
        old,
        modified=modified,
        when=when,
        where=where,
        status=status,
        said=said,
        district=meeting.fields.district,
        left=_left(old, meeting.fields.district) if moves else old.left,
    )
    if not rises:
        return shown
    return replace(
        shown,
        sequence=old.sequence + 1,
        moved=modified,
        was_when=old.when,
        was_where=old.where,
        was_status=old.status,
        was_district=old.district if moves else "",
    )


def _left(old: Stamp, district: str) -> tuple[str, ...]:
    """Give the districts that a meeting has left when it goes to `district`: perhaps home again."""
    been = dict.fromkeys((*old.left, old.district))
    return tuple(name for name in been if slugify(name) != slugify(district))


def gone_meetings(
    record: Record, meetings: tuple[Meeting, ...], now: datetime
) -> tuple[tuple[Stamp, ...], list[Mistake]]:
    """Give the stamps of meetings that have left the schedule, and a mistake for each that was to come."""
    present = {meeting.id for meeting in meetings}
    kept, mistakes = [], []
    for stamp in record.meetings:
        if stamp.id in present:
            continue
        if stamp.status == GONE or stamp.over(now):
            kept.append(replace(stamp, status=GONE))
            continue
        mistakes.append(_gone(stamp, [meeting for meeting in meetings if meeting.id not in record.stamps]))
    return tuple(kept), mistakes


def _gone(stamp: Stamp, newcomers: list[Meeting]) -> Mistake:
    """Say that a meeting to come is gone; one on the same day may be it, by another name."""
    day = datetime.fromisoformat(stamp.when.split("/")[0]).date()
    message = say('the meeting "{id}" on {day} is published, and is gone from here', id=stamp.id, day=day)
    renamed = next((meeting for meeting in newcomers if meeting.day == day), None)
    if renamed:
        return Mistake(
            renamed.place("district"),
            message,
            say("if this is it under another name, add within the braces: id: {id}", id=stamp.id)
            if renamed.front.flow
            else say("if this is it under another name, add the line id: {id}", id=stamp.id),
        )
    return Mistake(
        Location("tour.yaml"),
        message,
        say(
            "put it back, with cancelled: why; or, if it was never to be there, run"
            ' make forget WHAT="meeting {id}"',
            id=stamp.id,
        ),
    )
