"""Hours in a text, each with the day that its sentence names: in a meeting's text they should be those of it.

What may be the hour of something else is taken for one of no day: nothing is held against it.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise

from pressrum.errors import location
from pressrum.model import Hour
from pressrum.parse.markdown.placing import without_code
from pressrum.parse.markdown.weekdays import DAY, day_of
from pressrum.written.clocks import HALF_DAY

NAMED = rf"(?xi) (?<![\w–—/.:-]) {DAY}"
"""A day; one at the end of several, `28–29 november`, is left alone. It is slow to compile."""
WITHIN = re.compile(r"[\u00a0\u202f]|\n(?![ \t]*(?:\n|[-*+] |[>|#]|\d+[.)] ))")
"""A gap between words of one sentence."""
ENDS = re.compile(r"[.!?][*_)\"”»]*\s+(?=[*_(\"“”«]*[A-ZÅÄÖ])|\n")
BEFORE = "(?:at|from|från|mellan|between|börjar|startar|begins|starts|(?:tid|time):)"
"""What stands before an hour."""
SIGN = "\x00"
"""Stands for each letter of a day, so that its numbers are not taken for hours."""
HOUR = re.compile(
    rf"""(?: (?P<clock> \b(?:kl\.?|klockan):?[ *_]*)
           | (?P<mark> {SIGN}[ ,:|*_(]*(?:{BEFORE}[ ])?
                     | \b{BEFORE}[ *_]+)
           | (?<![\w.,:/–—-]) )
         (?P<hour> [01]?[0-9] | 2[0-3]) (?P<minute> [.:][0-5][0-9])?
         (?P<span> (?:[ap]m)?[ ]?[–—-][ ]?[0-9]{{1,2}}(?P<to> [.:][0-9]{{2}})?)?
         (?:[ ]?(?P<half> [ap])(?:m\b|\.m\b\.?))?
         (?! \w | [.,:/][0-9] | -\w | [ ]?% | [ ](?:kr|mil)[^\W\d]*)""",
    re.IGNORECASE | re.VERBOSE,
)
JOINED = re.compile(r"(?<!\w)(?:till|until|to|och|and) $", re.IGNORECASE)
"""What stands before an end, or before the hour of a day behind it."""
OF_NEXT = re.compile(rf" (?:\w+da(?:y|g|gen),? )?(?:(?:den|on|the) )*{SIGN}", re.IGNORECASE)
"""What stands behind the hour of the day that follows it: `kl. 18 den 6 december`."""
SEVERAL = re.compile(
    rf"{SIGN}(?:[–—-]\d{{1,2}} | [–—-] {SIGN})|\b(?:mellan|between) (?:(?:den|the) )?{SIGN}", re.IGNORECASE
)
"""Days from one to another."""
OTHER = re.compile(
    r"press|medier|embargo|publi(?:cer|cat|sh)|senast|innan|\bföre\b|\bbefore\b|latest|\bby \d|deadline"
    r"|anmäl|\bosa\b|rsvp|\bsign|regist|\bbok|\bbook|dörr|\bdoors?\b|insläpp|öppna|\bopens\b|stäng"
    r"|\bclos(?:e[sd]|ing)|tidigare|earlier|och med|i ?stället|instead|\binte\b|\bnot\b",
    re.IGNORECASE,
)
"""What a sentence holds whose hours are most likely of something beside the meeting, or hold no longer."""


def hours_in(text: str, path: str, line: int, near: date) -> tuple[Hour, ...]:
    """Give the hours in `text`, which begins on `line` of `path`; a day without its year is near `near`."""
    words = WITHIN.sub(" ", without_code(text))
    if not re.search(NAMED, words):
        return ()
    begins = (0, *(found.end() for found in ENDS.finditer(words)), len(words))
    return tuple(
        Hour(day, clocks, said, location(text, begin + index, path, line))
        for begin, end in pairwise(begins)
        for index, day, clocks, said in _hours(words[begin:end], near)
    )


def _hours(sentence: str, near: date) -> Iterator[tuple[int, date | None, tuple[time, ...], str]]:
    """Give where in a sentence each stands, its day (the last before it, or the only one) and itself."""
    days = tuple(re.finditer(NAMED, sentence))
    signed = re.sub(NAMED, lambda day: SIGN * len(day[0]), sentence)
    other = OTHER.search(sentence) or SEVERAL.search(signed)
    for found in HOUR.finditer(signed):
        sure = found["clock"] or found["half"] or (found["minute"] and (found["mark"] or ":" in found[0]))
        if sure or found["minute"] or found["mark"] or found["to"]:
            index = found.start("clock" if found["clock"] else "hour")
            last = bisect(days, index, key=re.Match.end) - 1 if len(days) > 1 else 0
            joined = JOINED.search(sentence, index - 7, index) or (
                len(days) > 1 and OF_NEXT.match(signed, found.end())
            )
            meant = 0 <= last < len(days) and sure and not other and not joined
            day = day_of(days[last], near) if meant else None
            yield index, day, _clocks(found), sentence[index : found.end()].replace("*", "")


def _clocks(found: re.Match[str]) -> tuple[time, ...]:
    hour, minute = int(found["hour"]), int((found["minute"] or ".0")[1:])
    if hour > HALF_DAY or (found["hour"].startswith("0") and not found["half"]):
        return (time(hour, minute),)
    morning, evening = time(hour % HALF_DAY, minute), time(hour % HALF_DAY + HALF_DAY, minute)
    if found["half"] and not found["span"]:
        return (evening,) if found["half"].lower() == "p" else (morning,)
    return morning, evening
