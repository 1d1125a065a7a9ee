"""Years that are most likely slips: what would wait for years, and what is new and of long ago."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from pressrum.errors import Mistake, say
from pressrum.ledger import Record
from pressrum.model import Project, Release

FAR, LONG_AGO = timedelta(days=730), timedelta(days=183)
FEW = 3
"""Releases that may have a slip in the same build."""
DATED = re.compile(r"/\d{4}-\d\d-\d\d[^/]*(?:/index)?\.md$")
"""The file of a text that has a day in its name: one in another year is told where it is read."""
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


def warn_of_old(record: Record, releases: Iterable[Release], now: datetime) -> Iterator[Mistake]:
    """Warn of releases that are new and stand far down in all lists.

    A site may begin with such, and many that come at once are an archive that is brought in.
    """
    said = {address.said for address in record.addresses}
    new = (one for one in releases if said and one.source not in record.sources and one.said not in said)
    own = (one for one in new if not (one.fields.draft or one.fields.original or DATED.search(one.source)))
    old = [one for one in own if now - one.fields.date > LONG_AGO]
    for release in old if len(old) <= FEW else ():
        yield Mistake(
            release.place("date"),
            say("the release is new, and dated {day}, long ago", day=release.fields.date.date()),
            LOOK,
        )
