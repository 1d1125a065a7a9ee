"""Days as staff write them, in Swedish and English, whole and with the right weekday.

Both languages are always read, for a text may be pasted from anywhere. A day that could be
meant in two ways is refused, with the ISO date to write instead: nothing about a date is guessed
in silence. Hours are read in `clocks`, days with their hours in `moments`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from pressrum.errors import BadValue, Text, say
from pressrum.written.clocks import tidied
from pressrum.written.day_words import MONTH_OF, MONTHS, ORDINAL, WEEKDAY_OF, WEEKDAYS, days_said

FIRST_YEAR, LAST_YEAR = 1900, 2100
ANY_DAY = date(2000, 1, 1)
"""A day to be near where nobody is told what is offered for a day that cannot be read."""
NEAR_YEARS = 10
"""How far from now a year of two digits is sought, when it can be read in two ways."""

LONG_GONE = timedelta(days=60)
"""How far back a day without its year is left for the one to come, where the weekday is that one's."""

YEAR = r"[-/'’]?(?P<year>[0-9]{4}|[0-9]{2})"
WRITTEN = (
    re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}})(?:(?:{ORDINAL})\.? |\.?[ /-]?)(?:of )?"
        rf"(?P<month>[^\W\d_]+)\.?(?:,? ?{YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<month>[^\W\d_]+)\.? ?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:(?:, ?| ){YEAR})?",
        re.IGNORECASE,
    ),
)
"""A day in ISO 8601, or with a word for its month."""
LOOSE = (
    (re.compile("([0-9]{4}) ?[-–/. ] ?([0-9]{1,2}) ?[-–/. ] ?([0-9]{1,2})"), ("ymd",)),
    (re.compile("([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})"), ("ymd",)),
    (re.compile("([0-9]{1,2})/([0-9]{1,2})(?: ?[-–] ?|,? )([0-9]{4}|[0-9]{2})"), ("dmy",)),
    (re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})[. ] ?([0-9]{4}|[0-9]{2})"), ("dmy",)),
    (re.compile("([0-9]{2})[-–]([0-9]{2})[-–]([0-9]{2})"), ("ymd", "dmy", "mdy")),
    (re.compile("([0-9]{1,2})[-–/]([0-9]{1,2})[-–/]([0-9]{4}|[0-9]{2})"), ("dmy", "mdy")),
)
"""A day in numbers alone, and what they can stand for, the Swedish order first."""
WEEKDAY_LAST = re.compile(r"(.*[0-9])[., ]+[(]?([^\W\d_]+)[.]?[)]?")
"""A weekday behind its day, as in brackets."""
NO_HOUR = r"[^\W\d_]{3}|/|[0-9]{4}-"
"""What only a day has, and no hour; looked for in mistakes alone, and compiled there."""
DAY_AND_MONTH = re.compile("([0-9]{1,2})[-–/.] ?([0-9]{1,2})[/.]?")


@dataclass(frozen=True)
class _Written:
    """A day as it was written, with what helps to read it."""

    text: str
    weekday: int | None
    """From 0, which is Monday; None when it is not named."""
    near: date
    today: date


def parse_day(text: str, near: date, today: date | None = None) -> date:
    """Read a day with its year: `2016-11-29`, `29 nov 2016`, `tisdag den 29 november 2016`, `Nov 29, 2016`.

    A weekday may also stand behind: `2016-11-29 (tisdag)`.
    `near`, and `today` where that is another day, only choose what is offered for a day that cannot
    be read. Raises `BadValue` for all else, with the likely ISO date where there is one.
    """
    tidy = tidied(text)
    weekday, rest = _split_weekday(weekday_first(tidy))
    written = _Written(tidy, weekday, near, today or near)
    for pattern in WRITTEN:
        if found := pattern.fullmatch(rest):
            return _named(found, written)
    for loose, orders in LOOSE:
        if found := loose.fullmatch(rest):
            raise _misreadable(written, _meanings(found.groups(), orders, written))
    if found := DAY_AND_MONTH.fullmatch(rest):
        first, second = int(found[1]), int(found[2])
        raise _without_year(written, (second, first), (first, second))
    raise _no_day(written)


def day_meant(text: str, near: date) -> date | None:
    """Give the day that `text` is, or that is offered for it; None where there is none."""
    try:
        return parse_day(text, near)
    except BadValue as bad:
        offered = dict(bad.hint.params).get("day")
        return date.fromisoformat(str(offered)) if offered else None


def day_not_hour(text: str, near: date) -> date | None:
    """Give the day that is meant, as `day_meant` has it; None where an hour may be, or no number stands."""
    return day_meant(text, near) if re.search(NO_HOUR, text) and re.search("[0-9]", text) else None


def weekday_first(text: str) -> str:
    """Put a weekday that stands behind its day, or the hour, in front; all else stays as it is."""
    found = WEEKDAY_LAST.fullmatch(text)
    return f"{found[2]} {found[1]}" if found and found[2].casefold() in WEEKDAY_OF else text


def _split_weekday(text: str) -> tuple[int | None, str]:
    """Part a weekday, from 0 for Monday, and `den` from the day after them."""
    found = re.match(r"([^\W\d_]+)[., ]+", text)
    weekday = WEEKDAY_OF.get(found[1].casefold()) if found else None
    rest = text[found.end() :] if found and weekday is not None else text
    return weekday, re.sub("^(?:den|the) ", "", rest, flags=re.IGNORECASE)


def _named(found: re.Match[str], written: _Written) -> date:
    """Give the day of a match of `WRITTEN`."""
    word, day, year = found["month"], int(found["day"]), found["year"]
    month = int(word) if word.isdecimal() else MONTH_OF.get(word.casefold())
    if month is None:
        raise _misspelt(word, year, day, written)
    if not year:
        raise _without_year(written, (month, day))
    when = _with_weekday(_existing(_full(year, written.near), month, day), written.weekday, written.near)
    if len(year) < len("2016"):
        raise _misreadable(written, [when])
    return when


def _full(year: str, near: date) -> int:
    """Give the year; one of two digits is the nearest to `near` that ends in them."""
    if len(year) == len("2016"):
        return int(year)
    return min(range(FIRST_YEAR + int(year), LAST_YEAR + 1, 100), key=lambda full: abs(full - near.year))


def _meanings(numbers: tuple[str, ...], orders: tuple[str, ...], written: _Written) -> list[date]:
    """Give the days, at least one, that numbers can stand for; raise when there is no such day."""
    parts = [dict(zip(order, numbers, strict=True)) for order in orders]
    triples = [(_full(part["y"], written.near), int(part["m"]), int(part["d"])) for part in parts]
    days = [day for triple in triples if (day := _day(*triple))] or [_existing(*triples[0])]
    fits = [day for day in days if written.weekday in (None, day.weekday())]
    fits = fits or [_with_weekday(days[0], written.weekday, written.near)]
    close = [day for day in fits if abs(day.year - written.near.year) <= NEAR_YEARS]
    return list(dict.fromkeys(close or fits))


def real_day(year: int, month: int, day: int) -> date | None:
    """Give the day; None when there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    """Give the day; None when there is none or its year is out of bounds."""
    return real_day(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None


def _existing(year: int, month: int, day: int) -> date:
    """Give the day; raise when there is none, with the one that was likely meant."""
    if when := _day(year, month, day):
        return when
    if not FIRST_YEAR <= year <= LAST_YEAR:
        bounds = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise BadValue(
            say("the year {year} is not between {first} and {last}", year=f"{year:04}", **bounds),
            say("write a year from {first} to {last}", **bounds),
        )
    if not 1 <= month <= len(MONTHS):
        swapped = _day(year, day, month)
        clamped = date(year, len(MONTHS) if month else 1, min(max(day, 1), 31))
        raise BadValue(
            say("there is no month {month}: a year has 12", month=month), _write(swapped or clamped)
        )
    count = monthrange(year, month)[1]
    name = MONTHS[month - 1][0]
    raise BadValue(
        say("{month} {year} has {count} days, not {day}", month=name, year=year, count=count, day=day),
        _write(date(year, month, count if day else 1)),
    )


def _with_weekday(when: date, weekday: int | None, near: date) -> date:
    """Give `when` back; raise when it falls on another weekday than the one named."""
    if weekday is None or weekday == when.weekday():
        return when
    slip = next((year for year in _beside(when, near) if year.weekday() == weekday), None)
    raise BadValue(another_weekday(when, weekday), _write_meant(when, weekday, slip))


def another_weekday(when: date, weekday: int) -> Text:
    """Say that `when` does not fall on the `weekday` (Monday is 0) that is named for it."""
    own, named = WEEKDAYS[when.weekday()][0], WEEKDAYS[weekday][0]
    return say("{day} is a {weekday}, not a {named}", day=when.isoformat(), weekday=own, named=named)


def _beside(when: date, near: date) -> list[date]:
    """Give the same day a year before and after, where that is nearer to `near`: a slip at New Year."""
    days = (_day(when.year + years, when.month, when.day) for years in (1, -1))
    return [day for day in days if day and abs(day - near) < abs(when - near)]


def _likely(written: _Written, month: int, day: int) -> date | None:
    """Give the day nearest to `near`, the later of two, that fits month and day."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = (when for year in years if (when := _day(year, month, day)))
    return min(days, key=lambda when: (abs(when - written.near), -when.toordinal()), default=None)


def _without_year(written: _Written, *meanings: tuple[int, int]) -> BadValue:
    """Ask for the year of the first of these months and days that there is; raise when none is.

    A weekday chooses among them, and takes one that is long gone for the same day to come; where none
    fits, the weekday is more likely wrong than the year far off.
    """
    days = [when for meaning in meanings if (when := _likely(written, *meaning))]
    days = days or [_existing(written.near.year, *meanings[0])]
    gone = [when for when in days if written.near - when > LONG_GONE]
    coming = [later for when in gone if (later := _day(when.year + 1, when.month, when.day))]
    fits = [when for when in (*days, *coming) if written.weekday in (None, when.weekday())]
    hint = _write(fits[0]) if fits or written.weekday is None else _write_meant(days[0], written.weekday)
    return BadValue(say('"{text}" has no year', text=written.text), hint)


def _misspelt(word: str, year: str | None, day: int, written: _Written) -> BadValue:
    close = get_close_matches(word.casefold(), MONTH_OF, 1)
    if not close:
        return _no_day(written)
    number = MONTH_OF[close[0]]
    month = MONTHS[number - 1][0]
    likely = _day(_full(year, written.near), number, day) if year else _likely(written, number, day)
    hint = say("write {month}", month=month)
    if likely:
        hint = say("write {day} if {month} is meant", day=likely.isoformat(), month=month)
    return BadValue(say('"{word}" is not a month', word=word), hint)


def _misreadable(written: _Written, days: list[date]) -> BadValue:
    """Say that a day is not written as it should be, and offer its first meaning or two."""
    if len(days) == 1:
        message = say('"{text}" is a date in a form that can be misread', text=written.text)
        return BadValue(message, _write(days[0]))
    return BadValue(say('"{text}" can be more than one date', text=written.text), _write_either(*days[:2]))


def _no_day(written: _Written) -> BadValue:
    hint = say("write it as YYYY-MM-DD")
    if days := days_said(written.text, written.today):
        hint = _write(days[0]) if len(days) == 1 else _write_either(*days)
    elif (bare := written.text.rstrip(" .,;")) != written.text:
        hint = _write(parse_day(bare, written.near, written.today))
    return BadValue(say('"{text}" is not a date', text=written.text), hint)


def _write(day: date) -> Text:
    return say("write {day}", day=day.isoformat())


def _write_either(day: date, other: date) -> Text:
    return say("write {day} or {other}", day=day.isoformat(), other=other.isoformat())


def _write_meant(when: date, weekday: int, slip: date | None = None) -> Text:
    """Offer `when`, and the day that has the weekday named: in another year, else at most three days off."""
    other = slip or when + timedelta(days=(weekday - when.weekday() + 3) % 7 - 3)
    days = {"day": when.isoformat(), "other": other.isoformat()}
    return say("write {day}, or {other} if {named} is meant", **days, named=WEEKDAYS[weekday][0])
