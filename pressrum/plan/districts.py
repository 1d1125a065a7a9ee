"""The tour by district: what is held there, and what was moved away from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from pressrum.districts import District, nearest
from pressrum.ledger import Left, Record, is_over
from pressrum.model import Meeting
from pressrum.slug import slugify

Found = TypeVar("Found")


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
    subscribe to its calendars.
    """
    names: dict[str, str] = {}
    here: dict[str, list[Meeting]] = {}
    left: dict[str, list[tuple[Meeting, Left]]] = {}
    for meeting in meetings:
        slug = slugify(meeting.fields.district)
        names.setdefault(slug, meeting.fields.district)
        here.setdefault(slug, []).append(meeting)
    for meeting in meetings:
        for was in record.stamps[meeting.id].left:
            if not is_over(was.when, now):
                slug = slugify(was.district)
                names.setdefault(slug, was.district)
                left.setdefault(slug, []).append((meeting, was))
    present = frozenset(names)
    for name in (name for stamp in record.meetings for pair in stamp.respelt for name in pair):
        if present & record.spellings[slugify(name)]:
            names.setdefault(slugify(name), name)
    return {
        slug: DistrictMeetings(name, _all(here, spelt), _all(left, spelt))
        for slug, name in names.items()
        for spelt in (sorted(record.spellings.get(slug, (slug,))),)
    }


def _all(found: Mapping[str, list[Found]], slugs: Iterable[str]) -> tuple[Found, ...]:
    """Give what is found by any of the slugs."""
    return tuple(one for slug in slugs for one in found.get(slug, ()))


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
