"""Hours that a text tells, with their days or alone: `29 november kl. 18.00`, `at 6 pm on 29 November`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from pressrum.errors import BadValue
from pressrum.mentions.days import DAY, WEEKDAY, day_told, evenly, flowing
from pressrum.written.clocks import parse_clock

HALF = r"[ ]?[ap]\.?m\b\.?"
CLOCK = rf"\d{{1,2}}(?:[.:]\d\d)?(?:{HALF})?"
MARK = r"(?:kl\.?|klockan|at)"
HOUR = rf"""(?: (?:(?:från|from|mellan|between)(?:[ ]{MARK})?|{MARK})[ ]? (?P<hour> {CLOCK})
              | (?P<bare> \d{{1,2}}(?:[.:]\d\d(?:{HALF})?|{HALF})) )"""
"""An hour; a number alone is one where a word says so."""
GAP = r"[ *_]{1,5}"
"""What stands between words, some of them bold."""
LABEL = r"(?: [*_]{,3} (?:tid|time) [*_]{,3} : [*_]{,3} [ ]? )?"
"""What the hour is called in an invitation, below the day: `Tid: 18.00`."""
ENDED = r"(?![\d%]|[.:]\d)"
BEHIND = rf"(?xi) (?<![\w/–—-]) {DAY} [*_]*[.,\\]? (?:{GAP}|[ ][(–-][ ]?|[ ]?\|[ ]?) {LABEL} {HOUR} {ENDED}"
BEFORE = rf"""(?xi) (?<![\w.:/–—-]) {HOUR} (?:[ ]?(?:[–-]|till|to|och|and)[ ]?{CLOCK})?
    (?:{GAP} (?:på|on))? (?:(?P<aside> ,)?{GAP} (?:{WEEKDAY}),?)? {GAP} (?:(?:den|the)[ ])? {DAY}"""

TO_PM = re.compile(r"(?i)[ ]?(?:[–-]|to|and)[ ]?(\d{1,2})(?:[.:]\d\d)?[ ]?p\.?m\b")
"""The end of a span that says of its beginning too which half of the day it is in: `2-6 p.m.`"""
SPANNED = "".join(rf"(?<!\d[ ]{word}[ ])" for word in ("–", "-", "till", "to", "och", "and"))
ALONE = rf"(?xi) (?<![\w.:/–—-]) {SPANNED} {HOUR} {ENDED}"


def told_hours(text: str, near: date) -> Iterator[tuple[int, date | None, time]]:
    """Give the hours in a text, each with where it is told (from 0), and its day; None for those told alone.

    Of a span of hours it is the first. A day without its year is the nearest to `near`, the day of the text;
    days before that have been, and their hours are left out. An hour at the end of a line has no day on the
    next one, which may be of another meeting; one between two days, with a comma before the second, is told
    of the first and alone.
    """
    beside: set[int] = set()
    lines = evenly(text)
    for found in (*re.finditer(BEHIND, flowing(text)), *re.finditer(BEFORE, lines)):
        index, hour = _hour(found)
        day = day_told(found, near)
        if hour and day and day >= near:
            yield index, None if index in beside and found["aside"] else day, hour
        beside.add(index)
    for found in re.finditer(ALONE, lines):
        index, hour = _hour(found)
        if hour and index not in beside:
            yield index, None, hour


def _hour(found: re.Match[str]) -> tuple[int, time | None]:
    """Give where an hour stands, and which it is; None where there is no such one."""
    name = "hour" if found["hour"] else "bare"
    try:
        hour = parse_clock(found[name])
    except BadValue:
        return found.start(name), None
    end = TO_PM.match(found.string, found.end(name))
    if end and found[name][-1].isdecimal() and hour.hour % 12 <= int(end[1]) % 12:
        hour = hour.replace(hour=hour.hour % 12 + 12)
    return found.start(name), hour
