"""Days told of by how far they are from that of a release, which may move: `i morgon tisdag`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pressrum.errors import Slips, say
from pressrum.mentions.days import DAY, WEEKDAY, day_told, flowing
from pressrum.signs import Signs
from pressrum.written.day_words import DAYS_OF, WEEKDAY_OF, WEEKDAYS

NAMED = rf"""(?xi)
    \b (?P<far> i[ ]?(?:dag|kväll|går|morgon|morron|övermorgon) | to(?:day|night|morrow) | yesterday )
    (?: (?: [ ](?P<weekday> {WEEKDAY})\b(?![–-])
          | ,[ ](?P<aside> {WEEKDAY})
            (?= [ ](?:(?:den|the)[ ])?\d | [.!](?:\s|$) | ,(?![ ](?:(?:och|and)[ ])?(?:{WEEKDAY})\b) ) )?
        (?: ,?[ ] (?:(?:den|the)[ ])? {DAY} )? )"""
"""A weekday behind a comma may be another one of a list: `i dag, lördag och söndag`."""
SIGNS = Signs(
    *(f"{i}{word}" for word in ("dag", "kväll", "går") for i in ("i ", "i", "I ", "I")),
    *("orgon", "orron", "oday", "onight", "omorrow", "esterday"),
)


def wrong_relative_days(text: str, near: date | None) -> Slips:
    """Warn of a day that is not as far from `near`, the release's own, as the words before it say."""
    if not near or not SIGNS.stand_in(text):
        return
    for found in re.finditer(NAMED, flowing(text)):
        due = near + timedelta(days=DAYS_OF[found["far"].lower().replace(" ", "")])
        weekday = found["weekday"] or found["aside"]
        if found["iso"] or found["month"] or found["month_first"] or found["slashed"]:
            right = day_told(found, due) in (due, None)
        else:
            right = not weekday or WEEKDAY_OF[weekday.lower()] == due.weekday()
        if not right:
            yield (
                found.start(),
                say(
                    '"{text}" is {day} by the date of the release, a {weekday}',
                    text=found[0],
                    day=due.isoformat(),
                    weekday=WEEKDAYS[due.weekday()][0],
                ),
                say("mend the one that is wrong, date: or the text"),
            )
