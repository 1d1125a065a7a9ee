"""Several days where one is due: `1–2 december 2016`, `2016-12-14 och 2016-12-15`."""

from __future__ import annotations

import re
from datetime import date

from pressrum.errors import BadValue, say
from pressrum.written.dates import day_meant, day_not_hour
from pressrum.written.day_words import ORDINAL

BETWEEN = r" ?[-–—&+] ?|, ?| (?:och|and|till|to|eller|or) "
NUMBER = rf"[0-9]{{1,2}}(?:\.|{ORDINAL})?"
UP_TO_DAY = rf"(?i)\A[^0-9]*{NUMBER}"
NAMED = rf"(?:[^\W\d_]+ )?({NUMBER})"
NUMBERS = rf"(?i){NAMED}(?:(?:{BETWEEN}){NAMED})*"
"""Days of a month that is told behind them, maybe with their weekdays."""
AND = r"(?:(?:, [0-9]{1,2})*(?: ?[&+] ?| (?:och|and) )| ?[-–—] ?)[0-9]{1,2}"
"""More days; behind a comma two numbers with a dash between them are hours."""
AFTER = (
    rf"(?i)(?:([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?! ?[-–—] )|([^\W\d_]{{3,}}\.? {NUMBER})){AND}"
    rf"(?:st|nd|rd|th)?(,? [0-9]{{4}})?"
)
"""A day with more numbers behind it that are days of its month: `2016-12-10–11`, `Dec 10 and 11, 2016`.

All are looked for in mistakes alone, and compiled there.
"""
LONGEST = 100
"""Letters of a value in which several days are sought."""


def refuse_several(written: str, near: date) -> None:
    """Raise `BadValue` where several days stand in `written`, with the first of them."""
    if first := _first(written, near):
        raise BadValue(
            say('"{text}" is more than one day', text=written),
            say(
                "write {day}, and give each of the others a meeting of its own, with an id of its own",
                day=first.isoformat(),
            ),
        )


def _first(written: str, near: date) -> date | None:
    """Give the first of the days that stand in `written`; None where there is one, or none."""
    if after := re.fullmatch(AFTER, written[:LONGEST]):
        return day_meant(after[1] or after[2] + (after[3] or ""), near)
    for between in re.finditer(BETWEEN, written[:LONGEST], re.IGNORECASE):
        first, last = written[: between.start()], written[between.end() :]
        end = day_not_hour(last, near)
        if end and (numbers := re.fullmatch(NUMBERS, first)):
            first = re.sub(UP_TO_DAY, numbers[1], last)
        if end and (begin := day_not_hour(first, end)):
            return begin
    return None
