"""Weekdays in a text that are not those of the days beside them: readers come on one day or the other."""

from __future__ import annotations

import re
from datetime import date

from pressrum.errors import Slips, say
from pressrum.mentions.days import DAY, WEEKDAY, day_told, flowing
from pressrum.signs import Signs
from pressrum.written.dates import another_weekday
from pressrum.written.day_words import WEEKDAY_OF

NAMED = rf"(?xi) (?<![\w–—/-]) (?<![–—-][ ]) (?P<weekday> {WEEKDAY}),?[ ](?:(?:den|the)[ ])? {DAY}"
"""A weekday and its day; one at the end of several, `måndag–fredag 5 maj`, is left alone."""
SIGNS = Signs("DAG", "DAY", *(word[1:] for word in WEEKDAY_OF if word.endswith(("dag", "day"))))
"""What stands in every weekday, with a capital or without one."""
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def wrong_weekdays(text: str, near: date | None) -> Slips:
    """Warn of them in a text.

    A day without its year is the nearest to `near`; in a paragraph that names a year further off
    it may be of that one.
    """
    words = flowing(text) if SIGNS.stand_in(text) else ""
    ends, other = -1, False
    for found in re.finditer(NAMED, words) if words else ():
        if found.start() > ends:
            begins, ends = words.rfind("\n\n", 0, found.start()) + 1, words.find("\n\n", found.end())
            ends = ends if ends >= 0 else len(words)
            years = YEAR.findall(words[begins:ends])
            other = near is None or any(abs(int(year) - near.year) > 1 for year in years)
        day = day_told(found, None if other else near)
        weekday = WEEKDAY_OF[found["weekday"].lower()]
        if day and day.weekday() != weekday:
            yield (
                found.start(),
                another_weekday(day, weekday),
                say("mend the one that is wrong, the day or its weekday"),
            )
