"""Dates that are most likely slips: years from now, long ago, or before the day in a file's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from pressrum.errors import Mistake, say
from pressrum.ledger import Record
from pressrum.model import Project, Release
from pressrum.named_days import named_day
from pressrum.plan.publish import State, state

FAR, LONG_AGO = timedelta(days=730), timedelta(days=183)
FEW = 3
"""Releases that may have a slip in the same build."""
LOOK = say("look at the year; if it is right, there is nothing to do")


def warn_of_far(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of releases that would be held back for years, and of meetings that are years from now."""
    places = [
        *((text.fields.date, text.place("date")) for text in project.releases if not text.fields.draft),
        *((meeting.order[0], meeting.place("date")) for meeting in project.meetings),
    ]
    for when, where in places:
        if when - now > FAR:
            yield Mistake(where, say("this is not until {day}, years from now", day=when.date()), LOOK)


def check_early(record: Record, releases: Iterable[Release], now: datetime) -> Iterator[Mistake]:
    """Find releases that are new, and public before the day that their file is named for has come."""
    for release in _new(record, releases):
        named = named_day(release.source)
        if named and named > now.date() and state(release, now) is State.PUBLIC:
            yield Mistake(
                release.place("date"),
                say("by this date it is public now, and the file's name says {named}", named=named),
                say("write the right date; if it is this one, take the day out of the file's name"),
            )


def warn_of_old(record: Record, releases: Iterable[Release], now: datetime) -> Iterator[Mistake]:
    """Warn of releases that are new and stand far down in all lists.

    A site may begin with such, and many that come at once are an archive that is brought in. One whose file
    is named for a day is told where it is read, when that is in another year.
    """
    if not record.addresses:
        return
    own = (one for one in _new(record, releases) if not (one.fields.draft or one.fields.original))
    old = [one for one in own if now - one.fields.date > LONG_AGO and not named_day(one.source)]
    for release in old if len(old) <= FEW else ():
        yield Mistake(
            release.place("date"),
            say("the release is new, and dated {day}, long ago", day=release.fields.date.date()),
            LOOK,
        )


def _new(record: Record, releases: Iterable[Release]) -> Iterator[Release]:
    """Give those that the record has neither by their file nor by what they say."""
    return (one for one in releases if one.source not in record.sources and one.said not in record.said)
