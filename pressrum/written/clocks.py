"""Clock times as staff write them: `18.00`, `kl. 18–19.30`, `6 pm`.

Swedish and English are both always read, for a text may be pasted from anywhere. What could be meant
in two ways is refused with words on what to write: a wrong hour sends people to a closed door.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import time

from pressrum.errors import BadValue, Text, say
from pressrum.written.listed import MARKS

HALF_DAY, LAST_HOUR, LAST_MINUTE = 12, 23, 59
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, zero-width spaces and their kin, which come along from Word and mail."""
HYPHENS = str.maketrans("\u2010\u2011", "--")
MARK = r"(?:(?:kl\.?|klockan|at) ?)?"
CLOCK = re.compile(
    MARK + r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?(?: ?(?P<half>[ap])(?:m\.?|\.m\.?))?",
    re.IGNORECASE,
)
UNMARKED = re.compile(MARK + "(?P<hour>[0-9]{1,2})(?P<minute>[0-9]{2})", re.IGNORECASE)
SPANS = (
    # "och" parts two times only after "mellan": `18 och 20` alone may be two meetings.
    re.compile(MARK + r"(?:mellan|between) (.+?)(?: (?:och|and) | ?(?:--?|[–—−]) ?)(.+)", re.IGNORECASE),
    re.compile(r"(?i)(?!\d{4}-\d\d-)(?:(?:från|from) )?(.+?)(?: (?:till|to|until) | ?(?:--?|[–—−]) ?)(.+)"),
)
ZONE = r"(?i)\b(?:gmt|utc|bst|cest|cet|eest|eet|est(?!\.)|[acmnp]st|[acemnp]dt)\b"
"""The zone of an hour: most often not the one in which it would be read, in summer or in winter."""
NOON = ("noon", "12 noon", "midday", "12 midday")
NIGHT = ("midnight", "12 midnight", "midnatt")
SLIP = re.compile(
    r"(?<![0-9.:])([0-9]{1,2})(?:[;,.: ]{2}|[;,]| (?=00|15|30|45)|)([0-9]{2})(?![0-9])(?!:[0-9])"
)
"""An hour and its minutes with a slip for the mark between them, or without one."""
WORDED = re.compile(
    r"(?:(?:från|from) )?(.*?[0-9](?: ?[ap]\.?m\.?)?)(?::00)?( ?[(,;] ?(?![0-9 ]).*| ?[-–—.,;]*| [^0-9]*)",
    re.IGNORECASE,
)
"""Hours, seconds that are none, and what is said of them: in brackets, after a comma or without a number."""
UNSET = (
    r"[^0-9]*\b(?:kväll|eftermiddag|förmiddag|morgon|lunch|dagtid|heldag|hela dagen|evening|afternoon|morning"
    r"|all day|tb[acd]\b|meddelas|senare|later|o?klart|o?bestäm|vet (?:ej|inte)|announced|confirmed|decided"
    r"|preliminär)[^0-9]*"
)
"""Words in place of an hour."""
VAGUE = re.compile(
    rf"{UNSET}"
    r"|.*(?:-tiden\b|\b(?:ca|cirka|circa|omkring|ungefär|about|around|approx(?:imately)?|prel|tb[acd]"
    r"|provisional(?:ly)?)\b|\bc\. ?[0-9]|\?).*|[-–—]",
    re.IGNORECASE,
)
"""The same, and words or marks that make an hour uncertain."""


@dataclass(frozen=True)
class Times:
    """From when to when, by the clocks of the place."""

    start: time
    """Naive, to the minute."""
    end: time | None
    """Naive; None when it is not said. May be earlier than `start`: past midnight."""

    def __str__(self) -> str:
        """Write them as staff are asked to: `18.00–19.30`, or the start alone."""
        return "–".join(_dotted(clock) for clock in (self.start, self.end) if clock)


def tidied(text: str) -> str:
    """Give `text` in composed letters and one line: single common spaces and hyphens, nothing unseen.

    >>> tidied(" ”kl.\u00a018” ")
    'kl. 18'
    """
    composed = unicodedata.normalize("NFC", UNSEEN.sub("", text))
    return " ".join(composed.translate(HYPHENS).strip(f" {MARKS}").split())


def parse_times(text: str) -> Times:
    """Read an hour, or from when to when.

    `18:00`, `18.00`, `18`, `6 pm`, `6.30 p.m.`, also after `kl.`, `klockan` or `at`; two of these
    with a hyphen, a dash, `till`, `to` or `until` between them, or as `mellan 18 och 19.30`.
    An end before the start stands, as past midnight. Raises `BadValue` for all else.
    """
    written = tidied(text)
    if VAGUE.fullmatch(written):
        raise BadValue(
            say('"{text}" is not an exact time', text=written),
            _start_alone(written) or say("leave the field out until the hour is set"),
        )
    try:
        return _times(written)
    except BadValue as bad:
        raise _mended(written) or bad from None


def _start_alone(written: str) -> Text | None:
    """Say to write the start where the end alone is uncertain: `18.00 – ca 20`."""
    found = SPANS[1].fullmatch(written)
    if not found or not re.match("[^0-9]+[0-9]|[?]", found[2]):
        return None
    try:
        start = _clock(found[1])
    except BadValue:
        return None
    sure = start.hour >= HALF_DAY or re.search(r"(?<![0-9.:])0[0-9]|[ap]\.?m", found[1], re.IGNORECASE)
    return say("write {start}, and leave the end out until it is set", start=_dotted(start)) if sure else None


def parse_clock(text: str) -> time:
    """Read one time, written as for `parse_times`; naive, to the minute.

    Raises `BadValue` for a span of times and for all that is no time.
    """
    try:
        times = parse_times(text)
    except BadValue as bad:
        if "–" not in (meant := offered(bad)):
            raise
        times = parse_times(meant)
    if times.end is not None:
        start, end = _dotted(times.start), _dotted(times.end)
        hint = say("write {start} or {end}", start=start, end=end)
        hint = hint if start < end else say("write {clock}", clock=start)
        raise BadValue(say('"{text}" is two times, and one is due here', text=tidied(text)), hint)
    return times.start


def _times(written: str) -> Times:
    ends = _ends(written)
    return _span(written, *ends) if ends else Times(_clock(written), None)


def _ends(written: str) -> tuple[str, str] | None:
    """Part two times; None where there are no two."""
    found = next((found for span in SPANS if (found := span.fullmatch(written))), None)
    return (found[1], found[2]) if found else None


def _mended(written: str) -> BadValue | None:
    """Say what was meant where only a mark is wrong, or words stand beside: `19;30`, `18.00 (drop-in)`.

    Words may tell the half of the day, and are only passed by where the hours themselves do.
    """
    message = say('"{text}" is not a time', text=written)
    if likely := _with_noon(written):
        return BadValue(message, likely)
    found = WORDED.fullmatch(SLIP.sub(r"\1.\2", written))
    words = found[2].strip(" .,;-–—") if found else ""
    if re.search(ZONE, words):
        return BadValue(message, say("write the local time, without a time zone"))
    if not found or CLOCK.fullmatch(written) or UNMARKED.fullmatch(written) or VAGUE.fullmatch(words):
        return None
    try:
        meant = _times(found[1])
    except BadValue:
        return None
    if words and meant.start.hour <= HALF_DAY and (meant.end or meant.start).hour <= HALF_DAY:
        return None
    return BadValue(message, say("write {clock}", clock=str(meant)))


def _with_noon(written: str) -> Text | None:
    """Say how two hours are written of which one is told as noon or midnight: `10 am to noon`."""
    ends = _ends(written)
    named = (_half_named(ends[0]), _half_named(ends[1])) if ends else None
    if named is None or named == ends:
        return None
    try:
        return say("write {clock}", clock=str(_span(written, *named)))
    except BadValue as bad:
        return bad.hint


def _half_named(end: str) -> str:
    """Give noon and midnight as hours with their half of the day; all else as it is."""
    said = end.casefold()
    return "12 pm" if said in NOON else "12 am" if said in NIGHT else end


def offered(bad: BadValue) -> str:
    """Give the hours that are offered for those that cannot be read; "" for none."""
    return next((str(hours) for name, hours in bad.hint.params if name in ("clock", "start")), "")


def _dotted(clock: time) -> str:
    return clock.strftime("%H.%M")


def _span(written: str, first: str, last: str) -> Times:
    start, end = _clock(first), _clock(last)
    if _leaves_half_open(first, last) or _leaves_half_open(last, first):
        if _leaves_half_open(first, last):
            start = max((one for one in _halves(start) if one < end), default=_halves(start)[1])
        else:
            end = min((one for one in _halves(end) if one > start), default=_halves(end)[0])
        raise BadValue(
            say('only one of the times in "{text}" has am or pm', text=written),
            say("write both by the 24-hour clock, as {clock}", clock=str(Times(start, end))),
        )
    if start == end:
        raise BadValue(
            say('"{text}" ends when it begins', text=written),
            say("write the start alone: {start}", start=_dotted(start)),
        )
    return Times(start, end)


def _halves(clock: time) -> tuple[time, time]:
    """Give an hour before noon and after it."""
    hour = clock.hour % HALF_DAY
    return clock.replace(hour=hour), clock.replace(hour=hour + HALF_DAY)


def _leaves_half_open(clock: str, other: str) -> bool:
    """Tell whether `other` has am or pm, and `clock` has not but could take either."""
    found, beside = CLOCK.fullmatch(clock), CLOCK.fullmatch(other)
    open_ = found and not found["half"] and int(found["hour"]) <= HALF_DAY
    return bool(open_ and beside and beside["half"])


def _clock(written: str) -> time:
    if not (found := CLOCK.fullmatch(written)):
        raise _no_clock(written)
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
    if trouble := _beyond(written, hour, minute):
        raise trouble
    by_half = hour % HALF_DAY + (HALF_DAY if half == "p" else 0)
    if half and not 1 <= hour <= HALF_DAY:
        raise BadValue(
            say('"{text}" mixes the 24-hour clock with am or pm', text=written),
            say("write {clock}", clock=_dotted(time(hour or by_half, minute))),
        )
    return time(by_half if half else hour, minute)


def _no_clock(written: str) -> BadValue:
    """Say why `written` is no time; digits without a mark are most often an hour and its minutes."""
    if found := UNMARKED.fullmatch(written):
        hour, minute = int(found["hour"]), int(found["minute"])
        return _beyond(written, hour, minute) or BadValue(
            say('"{text}" has no mark between hour and minutes', text=written),
            say("write {clock}", clock=_dotted(time(hour, minute))),
        )
    hint = say("write hour and minutes, as in 18.00")
    if written.casefold() in NOON:
        hint = say("write {clock}", clock=_dotted(time(HALF_DAY)))
    elif written.casefold() in NIGHT:
        hint = say("write 23.59, or 00.00 on the next day")
    return BadValue(say('"{text}" is not a time', text=written), hint)


def _beyond(written: str, hour: int, minute: int) -> BadValue | None:
    """Say which of hour and minute is not on any clock; None when both are."""
    if minute > LAST_MINUTE:
        message = say("there is no minute {minute}: an hour has 60", minute=minute)
        hint = say("write minutes from 00 to 59")
    elif (hour, minute) == (LAST_HOUR + 1, 0):
        message = say('"{text}" is midnight, which is 00.00 of the next day', text=written)
        hint = say("write 23.59, or 00.00 on the next day")
    elif hour > LAST_HOUR:
        message = say("there is no hour {hour}: a day has 24", hour=hour)
        hint = say("write an hour from 00 to 23")
    else:
        return None
    return BadValue(message, hint)
