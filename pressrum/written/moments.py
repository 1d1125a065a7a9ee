"""A day and the hour beside it, as staff write them in one value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from pressrum.errors import BadValue, Text, say
from pressrum.written.clocks import (
    MARK,
    NIGHT,
    NOON,
    UNSET,
    VAGUE,
    Times,
    offered,
    parse_clock,
    parse_times,
    tidied,
)
from pressrum.written.dates import FIRST_YEAR, LAST_YEAR, day_meant, parse_day, weekday_first
from pressrum.written.day_spans import NUMBER

AS_ASKED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: (?!24)[0-9]{2}:[0-9]{2})?")
"""A day, or a day and an hour, as staff are asked to write them. From 3.14 on Python knows an hour 24."""
HOUR_ALONE = re.compile(r"(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9]|\.(?:00|1[3-9]|[2-5][0-9]))")
"""An hour; with a point, only one that is no day and month in the Swedish order."""
SPLITS = (
    re.compile(r"(.+?),? (?:kl(?:ockan|\.)?|at)(?: |(?=[0-9]))(.+)", re.IGNORECASE),
    re.compile(r"(.*[0-9]{4}-[0-9]{2}-[0-9]{2})(?:,? |(?=T[0-9]))(.+)", re.IGNORECASE),
    re.compile(r"(.*[^0-9][0-9]{4}),? (.+)"),
    re.compile(r"([^0-9]*[0-9].*?),? ([0-9]{1,2}(?=.)(?:[.:][0-9]{2})?(?: ?[ap]\.?m\.?)?)", re.IGNORECASE),
    re.compile(rf"([^0-9]*[^\W\d_]),? ({HOUR_ALONE.pattern})"),
    re.compile(r"([^0-9]*[0-9]{1,2}[^0-9]*[^\W\d_]),? ([0-9]{1,2}(?:[.:][0-9]{2})? ?[-–—] ?[0-9.:]{1,5})"),
    re.compile(
        rf"([^0-9]*{NUMBER}(?:/[0-9]{{1,2}}|(?: of)? [^\W\d_]+\.?)?),? "
        rf"({UNSET}|{'|'.join(NOON + NIGHT)})",
        re.IGNORECASE,
    ),
)
"""Where a day ends and an hour begins."""
HOUR_FIRST = (
    rf"(?i){MARK}([0-9]{{1,2}}(?:[.:][0-9]{{2}}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)),? (?:on |den )?"
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}|(?=.*\b[0-9]{1,2}(?:st|nd|rd|th)?\b).*[^\W\d_].* [0-9]{4})"
)
"""An hour, and the day after it; it is slow to compile, and hardly ever asked for."""
EXACT = re.compile(
    r"(?P<t>T)?(?P<clock>[0-9]{1,2}[.:][0-9]{2})(?::(?P<second>[0-5][0-9]))? ?"
    # A minus is an offset only after T: `09:00-11:00` was meant as a span of times.
    r"(?P<offset>Z|(?P<sign>(?(t)[-+]|\+))(?P<hours>0[0-9]|1[0-4]):?(?P<minutes>[0-5][0-9]))?",
    re.IGNORECASE,
)

DAYS, HOURS = ("day", "other"), ("clock", "start", "end")
"""What the days and the hours are called that a hint offers."""


def split_hour(written: str) -> tuple[str, str] | None:
    """Part a day from the hour after it; None where there is none. `written` is `tidied`."""
    parted = next((found for split in SPLITS if (found := split.fullmatch(written))), None)
    return (parted[1], parted[2]) if parted else None


def hour_last(written: str) -> str | None:
    """Put an hour that stands before its day behind it; None where none does. `written` is `tidied`.

    >>> hour_last("10am on 26 November 2016")
    '26 November 2016 10am'
    """
    found = re.fullmatch(HOUR_FIRST, written)
    return f"{found[2]} {found[1]}" if found else None


def as_hour(words: str) -> str:
    """Give the hour, or from when to when, that `words` tell, so that it can be read; "" for none.

    >>> as_hour("Noon"), as_hour("@ 18"), as_hour("0900"), as_hour("midnight")
    ('12.00', '18', '09.00', '')
    """
    bare = words.strip(" @/|()").removeprefix("time=")
    try:
        parse_times(bare)
    except BadValue as bad:
        return offered(bad)
    return bare


def with_hour(day: Text, hour: str) -> Text:
    """Say to write the `day`, as a hint has it, and the `hour` in its own field, if it is one."""
    if own := as_hour(hour):
        return say("{tip}, and the hour in a field of its own: time: {hour}", tip=day, hour=own)
    return say("{day}, and in {name}: the hour that holds", day=day, name="time")


@contextmanager
def hour_alone(text: str, near: date) -> Iterator[None]:
    """Offer the hour alone where it cannot be read because its day, which has its own field, stands by it."""
    try:
        yield
    except BadValue:
        written = weekday_first(tidied(text))
        day, hour = split_hour(hour_last(written) or written) or ("", "")
        alone = as_hour(hour.removeprefix("T"))
        if not alone or day_meant(day, near) is None:
            raise
        message = say('"{text}" is not a time', text=tidied(text))
        raise BadValue(message, say("write {clock}", clock=alone)) from None


def refuse_either(text: str, times: Times) -> Times:
    """Give back the `times` of a text; raise for `18-00`, which is an hour to one and two to another."""
    if not re.fullmatch(rf"(?i){MARK}[0-9]{{1,2}}[-–—]00", tidied(text)):
        return times
    start = times.start.strftime("%H.%M")
    raise BadValue(
        say('"{text}" can be one hour or two', text=tidied(text)),
        say("write {start} or {end}", start=start, end=f"{start}–00.00"),
    )


def parse_moment(text: str, near: date, today: date | None = None) -> datetime:
    """Read a day, as `parse_day` does, and the hour after it; a bare day means 00:00.

    Naive, in the time of the place: `2016-11-28 09:00`, `28 nov 2016 kl. 9`, `2016-11-28T09:00:30`.
    Aware when `Z` or an offset stands at its end: `2016-11-28T09:00+01:00`. Raises `BadValue`
    for what is no day or no hour, and for a span of times.
    """
    if AS_ASKED.fullmatch(text):  # as most are, and this is sooner read
        with suppress(ValueError):
            asked = datetime.fromisoformat(text)
            if FIRST_YEAR <= asked.year <= LAST_YEAR:
                return asked
    written = weekday_first(tidied(text))
    parted = split_hour(written)
    if not parted:
        if HOUR_ALONE.fullmatch(written):
            raise BadValue(
                say('"{text}" is an hour without a day', text=written),
                say("write the day first: {moment}", moment=f"{near.isoformat()} {written}"),
            )
        try:
            return datetime.combine(parse_day(written, near, today), time())
        except BadValue:
            if moment := hour_last(written):
                message = say('"{text}" has the hour before the day', text=written)
                raise BadValue(message, say("write {moment}", moment=moment)) from None
            raise
    day, clock = _day_before(*parted, near, today), parted[1]
    if VAGUE.fullmatch(clock):
        raise BadValue(
            say('"{text}" is not an exact time', text=clock),
            say("write the hour, as 18.00, or the day alone: it means 00.00"),
        )
    found = EXACT.fullmatch(clock)
    if not found:
        return datetime.combine(day, _clock_after(day, clock))
    second = int(found["second"] or 0)
    return datetime.combine(day, parse_clock(found["clock"]).replace(second=second, tzinfo=_offset(found)))


def _day_before(written: str, clock: str, near: date, today: date | None) -> date:
    """Read a day, as `parse_day` does, that a `clock` follows: what is offered for it keeps the hour."""
    try:
        return parse_day(written, near, today)
    except BadValue as bad:
        told = re.search("[0-9]", clock) or clock.casefold() in NOON + NIGHT or VAGUE.fullmatch(clock)
        hour = re.sub("^T(?=[0-9])", "", clock) if told else ""
        hour = as_hour(hour) or hour
        either = _either(bad.hint, hour)
        raise BadValue(bad.message, either or _with(bad.hint, DAYS, after=f" {hour}".rstrip())) from None


def _either(hint: Text, hours: str) -> Text | None:
    """Offer the one day of a `hint` with either of two `hours`; None where there are no two."""
    try:
        parse_clock(hours)
    except BadValue as bad:
        if [*dict(hint.params)] == ["day"] and offered(bad):
            return _with(bad.hint, HOURS, before=f"{hint.params[0][1]} ")
    return None


def _clock_after(day: date, clock: str) -> time:
    """Read the hour after a day; what is offered for it is the whole value, with the day."""
    try:
        return parse_clock(clock)
    except BadValue as bad:
        raise BadValue(bad.message, _with(bad.hint, HOURS, before=f"{day} ")) from None


def _with(hint: Text, names: tuple[str, ...], before: str = "", after: str = "") -> Text:
    """Give a hint with more `before` and `after` what it offers under these `names`."""
    params = ((name, f"{before}{is_}{after}" if name in names else is_) for name, is_ in hint.params)
    return Text(hint.msgid, tuple(params))


def write_moment(moment: datetime) -> str:
    """Write a moment as staff do.

    >>> write_moment(datetime(2016, 11, 28, 9, 0, 30))
    '2016-11-28 09:00:30'
    """
    return moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M")


def _offset(found: re.Match[str]) -> tzinfo | None:
    if not found["offset"]:
        return None
    if not found["sign"]:
        return UTC
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return timezone(-offset if found["sign"] == "-" else offset)
