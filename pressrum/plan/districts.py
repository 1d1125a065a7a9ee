"""The tour by district: what is held there, and what was moved away from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pressrum.districts import District, nearest
from pressrum.ledger import Left, Record, Respelt, Stamp
from pressrum.model import Meeting
from pressrum.slug import slugify
from pressrum.spans import is_over


@dataclass(frozen=True)
class DistrictMeetings:
    """What the tour does in a district."""

    name: str
    """As its first meeting spells it."""
    meetings: tuple[Meeting, ...]
    left: tuple[tuple[Meeting, Left], ...]
    """Those that have moved to another district, as long as what was planned here would be to come."""


def by_district(meetings: tuple[Meeting, ...], record: Record, now: datetime) -> dict[str, DistrictMeetings]:
    """Give the districts by slug, with the meetings there and those that have moved away.

    `record` has been told of them. A district that has had several names has the same by each: people
    subscribe to its calendars. None has a meeting twice.
    """
    here: dict[str, list[Meeting]] = {}
    left: dict[str, dict[str, tuple[Meeting, Left]]] = {}
    for meeting in meetings:
        own = record.district(meeting.fields.district)
        here.setdefault(own, []).append(meeting)
        for was in record.stamps[meeting.id].left:
            if not is_over(was.when, now) and record.district(was.district) != own:
                left.setdefault(record.district(was.district), {})[meeting.id] = meeting, was
    written = [meeting.fields.district for meeting in meetings]
    written += [was.district for some in left.values() for _, was in some.values()]
    written += [name for stamp in record.meetings for pair in stamp.respelt for name in pair]
    known = here.keys() | left.keys()
    names: dict[str, str] = {}
    for name in written:
        if record.district(name) in known:
            names.setdefault(slugify(name), name)
    return {
        slug: DistrictMeetings(
            name,
            tuple(here.get(record.district(name), ())),
            tuple(left.get(record.district(name), {}).values()),
        )
        for slug, name in names.items()
    }


def with_names(record: Record, districts: Mapping[str, str], drawn: tuple[District, ...]) -> Record:
    """Give the record with all names found of the `districts` in which meetings are now, by id.

    One name leads to the next, and so the order of the meetings does not count.
    """
    while True:
        stamps = tuple(
            respelt(
                replace(stamp, district=stamp.district or districts[stamp.id]),
                districts[stamp.id],
                record,
                drawn,
            )
            if stamp.id in districts
            else stamp
            for stamp in record.meetings
        )
        if stamps == record.meetings:
            return record
        record = replace(record, meetings=stamps)


def respelt(old: Stamp, district: str, record: Record, drawn: tuple[District, ...]) -> Stamp:
    """Give a stamp in which the district that a meeting is in now has the same name throughout.

    Such a meeting has not moved, and who subscribes by the name that was written must not read so.
    """
    names = (old.district, *(was.district for was in old.left))
    others = [name for name in names if slugify(name) != slugify(district)]
    same = [name for name in others if _is_one(name, district, record, drawn)]
    if not same:
        return old
    return replace(
        old,
        district=district if old.district in same else old.district,
        was_district=district if old.status == "CANCELLED" and old.was_district in same else old.was_district,
        left=tuple(was for was in old.left if was.district not in same),
        respelt=tuple(dict.fromkeys((*old.respelt, *(Respelt(name, district) for name in same)))),
    )


def _is_one(name: str, other: str, record: Record, drawn: tuple[District, ...]) -> bool:
    """Whether two names are of one district: alike but for their signs, by what was, or by the map."""
    one, two = slugify(name), slugify(other)
    return (
        one == two
        or two in record.spellings.get(one, ())
        or _is_drawn_as(one, two, drawn)
        or _is_drawn_as(two, one, drawn)
    )


def _is_drawn_as(slug: str, other: str, drawn: tuple[District, ...]) -> bool:
    """Whether the map does not have the one, and the other is its nearest."""
    return all(slug != one.slug for one in drawn) and slugify(nearest(slug, drawn) or "") == other
