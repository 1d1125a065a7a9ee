"""Weekdays in a text that are not those of the days beside them: readers come on one day or the other."""

from __future__ import annotations

import re
from datetime import date

from pressrum.errors import Slips, say
from pressrum.parse.markdown.placing import without_code
from pressrum.typography import holds
from pressrum.written.dates import another_weekday, real_day
from pressrum.written.day_words import MONTH_OF, WEEKDAY_OF

MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
WEEKDAY = "|".join(sorted((word for word in WEEKDAY_OF if re.search("day$|dag(?:en)?$", word)), key=len))
NAMED = rf"""(?xi) (?<![\w–—/-]) (?<![–—-][ ]) (?P<weekday> {WEEKDAY}),?[ ](?:(?:den|the)[ ])? (?:
              (?P<iso> \d{{4}}-\d\d-\d\d) (?![\w-])
            | (?: (?P<day> \d{{1,2}}) (?::?[ae]|st|nd|rd|th)?[ ](?:of[ ])?(?P<month> {MONTH})\b
                | (?P<month_first> {MONTH})\.?[ ](?P<day_last> \d{{1,2}})(?:st|nd|rd|th)?\b )
              (?:,?[ ](?P<year> \d{{4}})\b)? )"""
"""A weekday and its day; one at the end of several, `måndag–fredag 5 maj`, is left alone.

It is slow to compile, and many texts name no day.
"""
SIGNS = ("DAG", "DAY", *(word[1:] for word in WEEKDAY_OF if word.endswith(("dag", "day"))))
"""What stands in every weekday, with a capital or without one."""
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def wrong_weekdays(text: str, near: date | None) -> Slips:
    """Warn of them in a text.

    A day without its year is the nearest to `near`; in a paragraph that names a year further off
    it may be of that one.
    """
    words = without_code(text) if holds(text, SIGNS) else ""
    for found in re.finditer(NAMED, words) if words else ():
        begins, ends = words.rfind("\n\n", 0, found.start()) + 1, words.find("\n\n", found.end())
        years = YEAR.findall(words[begins : ends if ends >= 0 else len(words)])
        other = near is None or any(abs(int(year) - near.year) > 1 for year in years)
        day = _day(found, None if other else near)
        weekday = WEEKDAY_OF[found["weekday"].lower()]
        if day and day.weekday() != weekday:
            yield (
                found.start(),
                another_weekday(day, weekday),
                say("mend the one that is wrong, the day or its weekday"),
            )


def _day(found: re.Match[str], near: date | None) -> date | None:
    """Give the day that is named; None for one that is not there, or whose year is not known."""
    if found["iso"]:
        return real_day(*map(int, found["iso"].split("-")))
    day, month = (
        int(found["day"] or found["day_last"]),
        MONTH_OF[(found["month"] or found["month_first"]).lower()],
    )
    if found["year"]:
        return real_day(int(found["year"]), month, day)
    days = (real_day(near.year + years, month, day) for years in (-1, 0, 1)) if near else ()
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None) if near else None
