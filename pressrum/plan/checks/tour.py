"""Where and when meetings are, held against the map, against each other and against what is likely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from pressrum.districts import named_in, nearest
from pressrum.errors import Mistake, say
from pressrum.ledger import Record
from pressrum.mentions.weekdays import wrong_weekdays
from pressrum.model import Meeting, Project
from pressrum.slug import slugify

NAME = re.compile(r"[^\W\d_a-zåäö][^\W\d_]+ [^\W\d_a-zåäö][^\W\d_]")
"""Two words with capitals."""
MORNING, NOON = 6, 12
SAID = ("about", "signup", "access", "cancelled")
"""The fields of a meeting in which other days may be told of: the last one to sign up, the new one."""
NEAR = 0.1
"""Degrees beyond the map's edge where a door may well be."""
UNSET = (
    r"(?:prel(?:iminär(?:t|a)?)?|tb[acd]|tentative(?:ly)?|provisional(?:ly)?|unconfirmed"
    r"|ej bekräfta[dt])(?![\w-])\.?"
)
MAYBE = r"(?:eventuellt|kanske|maybe|perhaps|possibly|to be (?:announced|confirmed|decided))\b"
UNSETTLED = re.compile(
    rf"(?i)\W*{UNSET}|\W*{MAYBE}|.*[(\[](?:{UNSET}|{MAYBE})|.*[\s,;–—-]{UNSET}\W*\Z|.*\?\W*\Z"
)
"""A place that is named, and said not to be settled: `Medborgarhuset (prel)`, `Medborgarhuset?`."""


def warn_of_districts(project: Project) -> Iterator[Mistake]:
    """Warn of meetings in districts that the map does not have, or spells in another way."""
    drawn = {district.slug: district.name for district in project.districts}
    for meeting in project.meetings if drawn else ():
        name = meeting.fields.district
        known = drawn.get(slugify(name))
        if name == known:
            continue
        near = known or nearest(name, project.districts)
        hint = say("write {name}", name=near) if near else say("write the name of a district on the map")
        if len(several := named_in(name, project.districts)) > 1:
            *names, last = several
            hint = say(
                "write the one that the place is in: {names} or {last}", names=", ".join(names), last=last
            )
        yield Mistake(
            meeting.place("district"),
            say('"{name}" is spelt in another way on the map', name=name)
            if known
            else say('"{name}" is not on the map', name=name),
            hint,
        )


def warn_of_positions(project: Project) -> Iterator[Mistake]:
    """Warn of doors outside Europe, for a site in it, that the same degrees the other way round put there.

    And of doors far outside the map, of meetings in a district on it: a digit is most likely wrong.
    """
    european = project.site.zone.key.startswith("Europe/")
    drawn = {district.slug: district.rings for district in project.districts}
    points = (point for rings in drawn.values() for ring in rings for point in ring)
    frame = [(min(known) - NEAR, max(known) + NEAR) for known in zip(*points, strict=True)]
    for meeting in project.meetings:
        if meeting.fields.geo is None:
            continue
        first, second = (part.strip() for part in meeting.fields.geo.split(","))
        if european and _in_europe(second, first) and not _in_europe(first, second):
            yield Mistake(
                meeting.place("geo"),
                say("this is a place outside Europe"),
                say("write the latitude first: {position}", position=f"{second}, {first}"),
            )
        elif slugify(meeting.fields.district) in drawn and not _within(frame, float(second), float(first)):
            yield Mistake(
                meeting.place("geo"),
                say("this is far outside the map, and {name} is on it", name=meeting.fields.district),
                say("look at the digits: the latitude stands first, then the longitude"),
            )


def warn_of_two_places(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of somebody who comes to two places at once; words that are no name may be of several people."""
    last: dict[str, Meeting] = {}
    for meeting in sorted(project.meetings, key=lambda one: (one.order[0], one.place())):
        who = meeting.fields.with_
        if not who or not NAME.search(who) or meeting.start is None or meeting.fields.cancelled:
            continue
        other = last.setdefault(who.casefold(), meeting)
        if _until(meeting) > _until(other):
            last[who.casefold()] = meeting
        if meeting.day >= now.date() and meeting.start < _until(other) and _apart(meeting, other):
            yield Mistake(
                meeting.place("with"),
                say(
                    "{who} is to be at another meeting at the same time ({name}, line {line})",
                    who=who,
                    name=other.fields.district,
                    line=other.place().line,
                ),
                say("mend the day, the hour or who comes in one of them"),
            )


def _until(meeting: Meeting) -> datetime:
    """Give when a meeting ends as far as staff have said; else when its first minute does."""
    return meeting.order[0] + timedelta(minutes=1) if meeting.end_is_assumed else meeting.over


def _apart(meeting: Meeting, other: Meeting) -> bool:
    """Whether two meetings are in two places: one place may be for two districts."""
    if meeting.location and other.location:
        return meeting.location.casefold() != other.location.casefold()
    return slugify(meeting.fields.district) != slugify(other.fields.district)


def warn_of_twins(record: Record, project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of new meetings that differ from another by the district alone: most likely half of a copy."""
    known: dict[tuple[datetime, str], Meeting] = {}
    for meeting in sorted(_to_come(project, now), key=lambda one: (one.id not in record.stamps, one.place())):
        if meeting.start is None or not meeting.location:
            continue
        other = known.setdefault((meeting.start, meeting.location.casefold()), meeting)
        if meeting.id not in record.stamps and slugify(meeting.fields.district) != slugify(
            other.fields.district
        ):
            yield Mistake(
                meeting.place("district"),
                say(
                    "the meeting in {name}, on line {line}, is at the same hour and place",
                    name=other.fields.district,
                    line=other.place().line,
                ),
                say(
                    "if it was copied, change day, hour and place too; if both districts meet there, leave it"
                ),
            )


def warn_of_unsettled(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of meetings to come whose place is said not to be settled: it is told as one that holds."""
    for meeting in _to_come(project, now):
        for name in ("place", "address"):
            place: str | None = getattr(meeting.fields, name)
            if place and UNSETTLED.match(place):
                yield Mistake(
                    meeting.place(name),
                    say('"{text}" is shown, also in calendars, as a place that is settled', text=place),
                    say("leave {name}: out until it is settled; it can stand in about: till then", name=name),
                )


def warn_of_nights(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of meetings to come that begin in the night: most likely an hour of the 12-hour clock.

    One that would end before it begins, were the afternoon meant, is no such slip.
    """
    for meeting in _to_come(project, now):
        times = meeting.fields.time
        meant = [_after_noon(clock) for clock in (times.start, times.end) if clock] if times else []
        if times and times.start.hour < MORNING and meant == sorted({*meant}):
            yield Mistake(
                meeting.place("time"),
                say("the meeting begins at {clock}, in the night", clock=f"{times.start:%H.%M}"),
                say(
                    "write {clock} if the afternoon is meant; if the hour is right, there is nothing to do",
                    clock="–".join(f"{clock:%H.%M}" for clock in meant),
                ),
            )


def warn_of_weekdays(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of days in what is said of meetings to come that have another weekday."""
    for meeting in project.meetings:
        for name in SAID if meeting.over > now else ():
            text: str = getattr(meeting.fields, name) or ""
            for _, message, hint in wrong_weekdays(text, meeting.day):
                yield Mistake(meeting.place(name), message, hint)


def _to_come(project: Project, now: datetime) -> Iterator[Meeting]:
    return (one for one in project.meetings if one.over > now and not one.fields.cancelled)


def _after_noon(clock: time) -> time:
    return clock.replace(hour=clock.hour % NOON + NOON)


def _within(frame: list[tuple[float, float]], longitude: float, latitude: float) -> bool:
    """Whether a door lies in the map's frame: the bounds of its longitudes, then those of its latitudes."""
    (west, east), (south, north) = frame
    return west <= longitude <= east and south <= latitude <= north


def _in_europe(latitude: str, longitude: str) -> bool:
    return 34 <= float(latitude) <= 72 and -25 <= float(longitude) <= 45  # noqa: PLR2004 - degrees
