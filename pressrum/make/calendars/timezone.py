"""The VTIMEZONE of any zone, written from the rule at the end of its tz data.

That rule is a TZ string as POSIX has it (IEEE 1003.1, section 8.3, with the wider hours of
RFC 9636, section 3.3.1): `CET-1CEST,M3.5.0,M10.5.0/3` for Stockholm. It says what holds from
now on, which is what a calendar needs; of older rules it knows nothing, so the calendar writes
what they move in UTC (see `ruled`). Changes on a fixed day of the year, `J60` or `59`, are not read:
no zone of the tz data has one.

Two parts with an RRULE each and never a list of RDATEs: ical.js (Thunderbird) reads the latter
an hour wrong in summer, and Exchange may refuse more than two parts.
"""

from __future__ import annotations

import io
import re
import struct
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from pressrum.make.calendars.lines import content_line, text_line

NAME = r"[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>"
HOURS = r"[+-]?\d{1,3}(?::\d\d){0,2}"
FOOTER = re.compile(rf"({NAME})({HOURS})(?:({NAME})({HOURS})?,([^,]+),([^,]+))?")
RULE = re.compile(rf"M(\d\d?)\.([1-5])\.([0-6])(?:/({HOURS}))?")
WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
"""POSIX counts the days of a week from Sunday, 0."""

DAY = 24 * 3600
COMMON_YEAR = date(2001, 1, 1)
LAST_WEEK = 5
END_OF_FEBRUARY = 59
MARCH_FROM_END = -306
"""1 March, counted from the end of any year, where 31 December is -1."""


@dataclass(frozen=True)
class Change:
    """A change of the clocks that comes once a year."""

    days: tuple[int, ...]
    """The days of the year that it may fall on: from 1, or from -1 backwards from its end."""
    weekday: int
    """Which of `days` it is: 0 for Sunday."""
    recurrence: str
    """The same as the value of an RRULE."""
    clock: time
    """When, by the clock that is about to change."""

    @property
    def first(self) -> datetime:
        """The first one in 1970 or later, local time."""
        days = (date(1970, 1, 1) + timedelta(days=count) for count in range(4 * 366))
        return datetime.combine(next(filter(self._falls_on, days)), self.clock)

    def _falls_on(self, day: date) -> bool:
        from_start = day.timetuple().tm_yday
        from_end = from_start - date(day.year, 12, 31).timetuple().tm_yday - 1
        return self.weekday == day.isoweekday() % 7 and (from_start in self.days or from_end in self.days)


@lru_cache
def render_timezone(name: str, footer: str) -> tuple[str, ...]:
    """Give the unfolded lines of the VTIMEZONE of the zone `name` (RFC 5545, 3.6.5).

    `footer` is the last line of its tz data. Raises `ValueError` when it is no TZ string.
    """
    found = FOOTER.fullmatch(footer)
    if not found:
        msg = f"{name} has no rule that can be read: {footer!r}"
        raise ValueError(msg)
    usual, usual_west, other, other_west, begins, ends = found.groups()
    usual_offset = -_seconds(usual_west)
    inner = _part("STANDARD", usual, usual_offset, usual_offset, None)
    if other:
        # POSIX: summer time is an hour ahead when its offset is not given.
        other_offset = -_seconds(other_west) if other_west else usual_offset + 3600
        # Ireland's usual time is that of summer, and of its two times the winter's is the "other".
        kinds = ("STANDARD", "DAYLIGHT") if other_offset > usual_offset else ("DAYLIGHT", "STANDARD")
        back = _part(kinds[0], usual, other_offset, usual_offset, _change(ends))
        forth = _part(kinds[1], other, usual_offset, other_offset, _change(begins))
        inner = back + forth if kinds[0] == "STANDARD" else forth + back
    return ("BEGIN:VTIMEZONE", text_line("TZID", name), *inner, "END:VTIMEZONE")


def _part(kind: str, name: str, before: int, after: int, change: Change | None) -> tuple[str, ...]:
    """Give a STANDARD or DAYLIGHT part; one without a change has held since 1970."""
    first = change.first if change else datetime(1970, 1, 1)  # noqa: DTZ001 - local, as 3.6.5 demands of DTSTART
    recurrence = (content_line("RRULE", change.recurrence),) if change else ()
    return (
        f"BEGIN:{kind}",
        content_line("DTSTART", f"{first:%Y%m%dT%H%M%S}"),
        *recurrence,
        content_line("TZOFFSETFROM", _offset(before)),
        content_line("TZOFFSETTO", _offset(after)),
        text_line("TZNAME", name.strip("<>")),
        f"END:{kind}",
    )


def _seconds(hours: str) -> int:
    """Read `3`, `-1:30`, `+0:00:10` as seconds."""
    parts = [int(part) for part in hours.lstrip("+-").split(":")]
    count = sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))
    return -count if hours.startswith("-") else count


def _offset(seconds: int) -> str:
    """Write a UTC-OFFSET: `+0100`, with seconds only where there are any (RFC 5545, 3.3.14)."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}" + (f"{rest:02}" if rest else "")


def _change(rule: str) -> Change:
    """Read `M3.5.0/3`: month, week, weekday and hour."""
    found = RULE.fullmatch(rule)
    if not found:
        msg = f"no rule for a change of the clocks: {rule!r}"
        raise ValueError(msg)
    month, week, weekday, hours = found.groups()
    # The hour is 2 when it is not given; one before 0 or after 24 is on another day (RFC 9636, 3.3.1).
    shift, second = divmod(_seconds(hours or "2"), DAY)
    clock = time(second // 3600, second // 60 % 60, second % 60)
    days = tuple(_move(day, shift) for day in _week(int(month), int(week)))
    on = (int(weekday) + shift) % 7
    recurrence = _recurrence(days, WEEKDAYS[on])
    if shift == 0:
        count = -1 if int(week) == LAST_WEEK else int(week)
        recurrence = f"FREQ=YEARLY;BYMONTH={int(month)};BYDAY={count}{WEEKDAYS[on]}"
    return Change(days, on, recurrence, clock)


def _week(month: int, week: int) -> tuple[int, ...]:
    """Give the seven days of a month's first week, 1, to fourth, 4, or of its last, 5.

    They are counted from that end of the year from which leap years do not move them.
    """
    begins = date(2001, month, 1)
    after = date(2001 + month // 12, month % 12 + 1, 1)
    first = after - timedelta(days=7) if week == LAST_WEEK else begins + timedelta(days=7 * (week - 1))
    start = (first - COMMON_YEAR).days + 1
    from_end = after > date(2001, 3, 1) or (week == LAST_WEEK and month > 1)
    return tuple(range(start - 366, start - 359) if from_end else range(start, start + 7))


def _move(day: int, shift: int) -> int:
    """Move a day of the year; there is no day 0 between -1, 31 December, and 1, 1 January."""
    moved = day + shift
    if day < 0 <= moved:
        return moved + 1
    return moved - 1 if moved <= 0 < day else moved


def _recurrence(days: tuple[int, ...], weekday: str) -> str:
    """Give the RRULE value for the one day of these that is a `weekday` (RFC 5545, 3.3.10).

    Days of a month where they can be, for these every reader knows. Only a week that crosses
    into another month (Cairo: the day after October's last Thursday), or the end of February,
    needs days of the year.
    """
    dates = [COMMON_YEAR + timedelta(days=day - 1 if day > 0 else day + 365) for day in days]
    fixed = all(MARCH_FROM_END <= day <= END_OF_FEBRUARY for day in days)
    if fixed and len({day.month for day in dates}) == 1:
        numbers = ",".join(str(day.day) for day in dates)
        return f"FREQ=YEARLY;BYMONTH={dates[0].month};BYMONTHDAY={numbers};BYDAY={weekday}"
    return f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, days))};BYDAY={weekday}"


@lru_cache
def ruled(footer: str) -> ZoneInfo:
    """Give the zone where `footer` has always held: what someone sees who knows the VTIMEZONE alone.

    It is tz data (RFC 9636, 3) with no change in it, so that the footer speaks for all time.
    """
    empty = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, 1) + bytes(7)
    return ZoneInfo.from_file(io.BytesIO(empty * 2 + b"\n" + footer.encode() + b"\n"))
