"""The tour by district: what is held there, and what was moved away from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pressrum.ledger import Left, Stamp, is_over
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


def by_district(
    meetings: tuple[Meeting, ...], stamps: Mapping[str, Stamp], now: datetime
) -> dict[str, DistrictMeetings]:
    """Give the districts by slug, with the meetings there and those that have moved away.

    By a name that was mended on the way it has the same meetings: people subscribe to its calendar.
    """
    names: dict[str, str] = {}
    here: dict[str, list[Meeting]] = {}
    left: dict[str, list[tuple[Meeting, Left]]] = {}
    for meeting in meetings:
        slug = slugify(meeting.fields.district)
        names.setdefault(slug, meeting.fields.district)
        here.setdefault(slug, []).append(meeting)
    for meeting in meetings:
        for was in stamps[meeting.id].left:
            slug = slugify(was.district)
            if not was.when:
                names.setdefault(slug, was.district)
                here.setdefault(slug, []).append(meeting)
            elif not is_over(was.when, now):
                names.setdefault(slug, was.district)
                left.setdefault(slug, []).append((meeting, was))
    return {
        slug: DistrictMeetings(name, tuple(here.get(slug, ())), tuple(left.get(slug, ())))
        for slug, name in names.items()
    }
