"""Days as running words name them: `29 november`, `November 29, 2016`, `2016-11-29`, `tisdag 29/11`."""

from __future__ import annotations

import re
from datetime import date

from pressrum.written.dates import real_day
from pressrum.written.day_words import MONTH_OF, ORDINAL, WEEKDAY_OF

MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
WEEKDAY = "|".join(sorted((word for word in WEEKDAY_OF if re.search("day$|dag(?:en)?$", word)), key=len))
SLASHED = r"""(?= \d{1,2}/\d) (?: (?<=dag[ ]) | (?<=dagen[ ]) | (?<=den[ ])
               | (?= [\d/]+ (?:,?[ ]\d{4})? [.,]?[ ] kl(?:ockan|\b)) )
               (?P<slashed> \d{1,2}/\d{1,2}) (?![\d/–-]|[ ]av\b)"""
"""The day before its month, beside words that are Swedish: an American has the month first.

`2/3 av` is a part of something.
"""
DAY = rf"""(?: (?P<iso> \d{{4}}-\d\d-\d\d) (?![\w-])
             | (?: (?P<day> \d{{1,2}}) (?:{ORDINAL})?[ ](?:of[ ])?(?P<month> {MONTH})\b
                 | (?P<month_first> {MONTH})\.?[ ](?P<day_last> \d{{1,2}})(?:st|nd|rd|th)?\b
                 | {SLASHED} )
               (?:,?[ ](?P<year> \d{{4}})\b)? )"""
"""A part of a verbose pattern that passes over capitals. Many texts name no day: it is slow to compile."""
GAPS = str.maketrans("\u00a0\u202f", "  ")


def evenly(text: str) -> str:
    """Give a text with a common space for each hard or narrow one, and every letter in place."""
    return text.translate(GAPS)


def flowing(text: str) -> str:
    """Give a text as it runs on: `evenly`, and with a space for the end of a line within a paragraph."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", evenly(text))


def day_told(found: re.Match[str], near: date | None) -> date | None:
    """Give the day that is named; None for one that is not there, or whose year is not known.

    One without its year is the nearest to `near`.
    """
    if found["iso"]:
        return real_day(*map(int, found["iso"].split("-")))
    if found["slashed"]:
        day, month = map(int, found["slashed"].split("/"))
    else:
        day = int(found["day"] or found["day_last"])
        month = MONTH_OF[(found["month"] or found["month_first"]).lower()]
    if found["year"]:
        return real_day(int(found["year"]), month, day)
    if near is None:
        return None
    days = filter(None, (real_day(near.year + years, month, day) for years in (-1, 0, 1)))
    return min(days, key=lambda day: abs(day - near), default=None)
