"""The words for months and weekdays, in Swedish and English, and for days as they are told of: tomorrow."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pressrum.errors import say

MONTHS = (
    (say("January"), "jan january januari"),
    (say("February"), "feb february februari"),
    (say("March"), "mar march mars"),
    (say("April"), "apr april"),
    (say("May"), "may maj"),
    (say("June"), "jun june juni"),
    (say("July"), "jul july juli"),
    (say("August"), "aug august augusti"),
    (say("September"), "sep sept september"),
    (say("October"), "oct october okt oktober"),
    (say("November"), "nov november"),
    (say("December"), "dec december"),
)
MONTH_OF = {word: number for number, (_, words) in enumerate(MONTHS, 1) for word in words.split()}
WEEKDAYS = (
    (say("Monday"), "mon monday mån måndag måndagen"),
    (say("Tuesday"), "tue tues tuesday tis tisdag tisdagen"),
    (say("Wednesday"), "wed weds wednesday ons onsdag onsdagen"),
    (say("Thursday"), "thu thur thurs thursday tor tors torsdag torsdagen"),
    (say("Friday"), "fri friday fre fredag fredagen"),
    (say("Saturday"), "sat saturday lör lördag lördagen"),
    (say("Sunday"), "sun sunday sön söndag söndagen"),
)
WEEKDAY_OF = {word: number for number, (_, words) in enumerate(WEEKDAYS) for word in words.split()}
ORDINAL = ":?[ae]|st|nd|rd|th"
"""What follows the number of a day that is counted: `1:a december`, `2nd December`."""

FROM_TODAY = {
    -1: "igår yesterday",
    0: "idag ikväll nu genast today tonight now",
    1: "imorgon imorron tomorrow",
    2: "iövermorgon övermorgon",
}
"""Days by how far they are from today; what is written as two words stands here as one."""
DAYS_OF = {word: days for days, words in FROM_TODAY.items() for word in words.split()}
NAMED = re.compile(r"(?:(?:nu )?(?:på|on|this) )?((?:nästa|next) )?([^\W\d_]+)")


def days_said(text: str, today: date) -> tuple[date, ...]:
    """Give the day that `text` tells of without saying which it is, two where it may be either, or none."""
    said = text.casefold()
    if (days := DAYS_OF.get(said.replace(" ", ""))) is not None:
        return (today + timedelta(days=days),)
    found = NAMED.fullmatch(said)
    weekday = WEEKDAY_OF.get(found[2]) if found else None
    if not found or weekday is None:
        return ()
    first = today + timedelta(days=(weekday - today.weekday()) % 7)
    return (first, first + timedelta(days=7)) if found[1] or first == today else (first,)
