"""Hours of meetings in the texts about them, held against tour.yaml: readers go by one or the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from pressrum.errors import Mistake, say
from pressrum.model import Meeting, Project, Release
from pressrum.plan.publish import State, state


def warn_of_hours(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of releases with an hour of no meeting on the day of one that they name, and that is to come.

    In `project` translations name the meetings of their originals.
    """
    for release in project.releases:
        fields = release.fields
        if not release.body.hours or fields.retracted or state(release, now) is State.EXPIRED:
            continue
        named = [one for one in project.meetings if one.id in fields.meetings and not one.fields.cancelled]
        for meeting in {one.day: one for one in named if one.day >= now.date()}.values():
            yield from _of_none(
                release, [meeting, *(one for one in project.meetings if one.day == meeting.day)]
            )


def _of_none(release: Release, held: list[Meeting]) -> Iterator[Mistake]:
    """Warn of the hours at which none of the meetings is `held` on their day; the first is named.

    Where one has no hour yet it may be any. A text that also says when one begins tells of other things too.
    """
    meeting = held[0]
    said = [hour for hour in release.body.hours if hour.day in (None, meeting.day)]
    starts = [one.start.time() if one.start else None for one in held]
    if None in starts or any(clock in starts for hour in said for clock in hour.clocks):
        return
    wrong = [hour for hour in said if hour.day and not any(_within(one, hour.clocks) for one in held)]
    for hour in {hour.where.line: hour for hour in reversed(wrong)}.values():
        yield Mistake(
            hour.where,
            say(
                'the text says "{hour}", but in tour.yaml the meeting in {name} begins {when}',
                hour=hour.words,
                name=meeting.fields.district,
                when=meeting.order[0],
            ),
            say(
                "mend the one that is wrong; if it is the hour of something else, write in the text when the"
                " meeting begins"
            ),
        )


def _within(meeting: Meeting, clocks: tuple[time, ...]) -> bool:
    """Whether a meeting is going on, or ends, at one of the `clocks` of its day."""
    starts = (datetime.combine(meeting.day, clock, meeting.zone) for clock in clocks)
    return any(meeting.order[0] <= moment <= meeting.over for moment in starts)
