"""Hours that a text tells with their days: `29 november kl. 18.00`, `at 6 pm on Tuesday 29 November`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from pressrum.errors import BadValue
from pressrum.mentions.days import DAY, WEEKDAY, day_told, flowing
from pressrum.written.clocks import parse_clock

HALF = r"[ ]?[ap]\.?m\b\.?"
CLOCK = rf"\d{{1,2}}(?:[.:]\d\d)?(?:{HALF})?"
MARK = r"(?:kl\.?|klockan|at)"
HOUR = rf"""(?: (?:(?:från|from|mellan|between)(?:[ ]{MARK})?|{MARK})[ ]? (?P<hour> {CLOCK})
              | (?P<bare> \d{{1,2}}(?:[.:]\d\d(?:{HALF})?|{HALF})) )"""
"""An hour; a number alone is one where a word says so."""
GAP = r"[ *_]{1,5}"
"""What stands between words, some of them bold."""
BEHIND = rf"(?xi) (?<![\w/–—-]) {DAY} [*_]*[.,]? {GAP} {HOUR} (?![\d%]|[.:]\d)"
BEFORE = rf"""(?xi) (?<![\w.:/–—-]) {HOUR} (?:[ ]?(?:[–-]|till|to|och|and)[ ]?{CLOCK})?
    (?:{GAP} (?:på|on))? (?:,?{GAP} (?:{WEEKDAY}),?)? {GAP} (?:(?:den|the)[ ])? {DAY}"""


def told_hours(text: str, near: date) -> Iterator[tuple[int, date, time]]:
    """Give the hours of days in a text, each with where it is told (from 0) and its day.

    Of a span of hours it is the first. A day without its year is the nearest to `near`.
    """
    words = flowing(text)
    for pattern in (BEHIND, BEFORE):
        for found in re.finditer(pattern, words):
            name = "hour" if found["hour"] else "bare"
            day, hour = day_told(found, near), _hour(found[name])
            if day and hour:
                yield found.start(name), day, hour


def _hour(written: str) -> time | None:
    """Give an hour; None where there is no such one."""
    try:
        return parse_clock(written)
    except BadValue:
        return None
