"""The tour by district: what is held there, and what was moved away from there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pressrum.districts import District, nearest
from pressrum.ledger import Left, Record, is_over
from pressrum.model import Meeting
from pressrum.slug import slugify


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

    def first(name: str) -> str:
        slug = slugify(name)
        return min(record.spellings.get(slug, (slug,)))

    here: dict[str, list[Meeting]] = {}
    left: dict[str, dict[str, tuple[Meeting, Left]]] = {}
    for meeting in meetings:
        own = first(meeting.fields.district)
        here.setdefault(own, []).append(meeting)
        for was in record.stamps[meeting.id].left:
            if not is_over(was.when, now) and first(was.district) != own:
                left.setdefault(first(was.district), {})[meeting.id] = meeting, was
    written = [meeting.fields.district for meeting in meetings]
    written += [was.district for some in left.values() for _, was in some.values()]
    written += [name for stamp in record.meetings for pair in stamp.respelt for name in pair]
    known = here.keys() | left.keys()
    names: dict[str, str] = {}
    for name in written:
        if first(name) in known:
            names.setdefault(slugify(name), name)
    return {
        slug: DistrictMeetings(
            name, tuple(here.get(first(name), ())), tuple(left.get(first(name), {}).values())
        )
        for slug, name in names.items()
    }


def is_one(name: str, other: str, record: Record, drawn: tuple[District, ...]) -> bool:
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
