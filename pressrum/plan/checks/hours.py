"""When meetings are by the releases about them, held against the tour plan: people go by one or the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from pressrum.errors import Mistake, say
from pressrum.model import Meeting, Project, ToldHour

HALF_DAY = 12


def warn_of_other_hours(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of releases that are about a meeting to come, and tell another hour or day of it than it has.

    Its day may have other hours too, such as that of the doors: where one of those told is right, or one told
    alone, nothing is said, nor where a correction stands above the text.
    """
    coming = {one.id: one for one in project.meetings if one.over > now and not one.fields.cancelled}
    days = {one.day for one in project.meetings}
    for release in project.releases if coming else ():
        hushed = release.fields.draft or release.fields.retracted is not None or release.corrections(now)
        if hushed or not release.body.hours:
            continue
        about = [coming[id_] for id_ in release.fields.meetings if id_ in coming]
        for meeting in about:
            same_day = [one for one in about if one.day == meeting.day]
            if told := _other(release.body.hours, meeting, same_day, days):
                yield _mistake(told, meeting)


def _other(
    hours: Collection[ToldHour], meeting: Meeting, same_day: list[Meeting], days: set[date]
) -> ToldHour | None:
    """Give what is told in the place of when a meeting begins; None when that is told, or nothing like it.

    `days` have meetings: what is told of one of them is not of a meeting on another.
    """
    if any(_begins(one, told) for one in same_day for told in hours if told.day in (None, meeting.day)):
        return None
    others = (told for told in hours if told.day and told.day not in days and _begins(meeting, told))
    return next((told for told in hours if told.day == meeting.day), next(others, None))


def _begins(meeting: Meeting, told: ToldHour) -> bool:
    """Whether a meeting begins at an hour that is told; 6.30 may be 18.30, which is never 6.30."""
    times, later = meeting.fields.time, told.hour.hour % HALF_DAY + HALF_DAY
    return times is not None and times.start in (told.hour, told.hour.replace(hour=later))


def _mistake(told: ToldHour, meeting: Meeting) -> Mistake:
    name, times, line = meeting.fields.district, meeting.fields.time, meeting.place().line
    if times is None:
        return Mistake(
            told.where,
            say(
                "the text tells an hour on the day of the meeting in {name}, and the tour plan has none",
                name=name,
            ),
            say(
                "if the meeting begins then, write time: {clock} in tour.yaml, in the entry on line {line};"
                " else there is nothing to do",
                clock=f"{told.hour:%H.%M}",
                line=line,
            ),
        )
    when = datetime.combine(meeting.day, times.start)
    return Mistake(
        told.where,
        say(
            "the text says {told}, and the meeting in {name} is on {when} (tour.yaml, line {line})",
            told=datetime.combine(told.day or meeting.day, told.hour),
            name=name,
            when=when,
            line=line,
        ),
        say(
            "mend the one that is wrong, or add a correction that says what holds; if both are right, write"
            " in the text too when the meeting begins: {when}",
            when=when,
        ),
    )
