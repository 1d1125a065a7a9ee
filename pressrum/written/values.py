"""How the text of a field is read: the types that fields are made of.

Each type reads what staff write and gives the value, or raises `BadValue` with what to write
instead. A day and a moment need to know more than their own text: `near`, a day near which a
day without a year is likely, `today`, and the `zone` of local times, come as pydantic's context.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic.json_schema import WithJsonSchema

from pressrum.errors import BadValue, Text, say
from pressrum.slug import slugify
from pressrum.tongues import parse_tongue
from pressrum.written import clocks, dates, moments, shapes
from pressrum.written.called_off import OFF, TAKES_PLACE, on, still_on
from pressrum.written.choices import FALSE, SINGLE, TRUE
from pressrum.written.day_spans import refuse_several
from pressrum.written.day_words import MONTH_OF, ORDINAL
from pressrum.written.listed import ended, several
from pressrum.written.local_times import in_zone
from pressrum.written.markup import without_markup
from pressrum.written.old_addresses import parse_old_address

NEVER = ("aldrig", "never", "tills vidare", "until further notice", "inget", "none", "null", "-")
"""What is written where a text is not to expire."""
LENGTH = r"(?i)(?:(?:om|efter|in|after) )?\w+ (?:dag|dygn|veck|månad|år|day|week|month|year)[^\W\d_]*"
"""How long a text is to stay, where the day on which it goes is due: `30 dagar`."""
FIXED = ("GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "UTC", "UCT", "Universal", "Zulu", "EST", "MST", "HST")
"""Zones that know no summer: an office that writes one means a place that does."""
AS_A_CITY = say("write the zone of a large city in the country, as Europe/Stockholm or Europe/London")
LANGUAGES = ("sv", "en")
MINUTES = range(5, 721)
"""How long a meeting may last."""
LONGEST = 300
"""Letters of a value in which what was meant is sought."""
LETTER = re.compile(r"[^\W\d_]")
NO_HOUR = re.compile(
    r"(?:[–—−&-]|och\b|and\b|till\b|to\b)|[^0-9]*$|.*(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]"
    rf"|[0-9]{{1,2}}(?:{ORDINAL})? (?:{'|'.join(MONTH_OF)})\b)",
    re.IGNORECASE,
)
"""What follows a day and is no hour: it begins as a second day does, has no number, or tells of a day."""
PLACE_BEHIND = re.compile(r"[0-9],? ([A-ZÅÄÖ][^\W\d_]{2}.*)")
"""A name behind an hour: not to be lost by who writes the hour alone."""
JOINT = re.compile(r"(?: (?:och|and|eller|or|till|to)|[&–—-]) ?$", re.IGNORECASE)
"""What joins a day to what follows, which is no hour of its own then."""


def _line(text: object) -> object:
    """Give one line of text: what a folded scalar or a stray line break left is a space."""
    if not isinstance(text, str):
        return text
    return ended(" ".join(without_markup(text).split()))


def _near(known: ValidationInfo) -> tuple[date, date | None]:
    """Give a day near which others are likely, and today where that is another one."""
    context = known.context or {}
    return context["near"], context.get("today")


def _day(text: str, known: ValidationInfo) -> date:
    return dates.parse_day(text, *_near(known))


def _day_alone(text: str, known: ValidationInfo) -> date:
    """Read a day that has its hour in a field of its own."""
    written, near = dates.weekday_first(clocks.tidied(on(text))), _near(known)
    if not (parted := moments.split_hour(written)):
        return _day_set(written, known)
    refuse_several(written, near[0])
    hour = re.sub("^T(?=[0-9])", "", parted[1])
    if JOINT.search(parted[0]):
        return _day_set(written, known)
    if clocks.VAGUE.fullmatch(hour) or (
        NO_HOUR.match(hour) and hour.casefold() not in clocks.NOON + clocks.NIGHT
    ):
        alone = dates.parse_day(parted[0], *near).isoformat()
        hint = say("write the day alone: {day}", day=alone)
        if re.search("[0-9]", hour) and not clocks.VAGUE.fullmatch(hour):
            hint = say("write the day that holds, alone, as {day}", day=alone)
        raise BadValue(say('"{text}" is no part of a day', text=hour), hint)
    try:
        day = dates.parse_day(parted[0], *near).isoformat()
    except BadValue as bad:
        raise BadValue(bad.message, moments.with_hour(bad.hint, hour)) from None
    own = moments.as_hour(hour)
    raise BadValue(
        say("the hour does not stand with the day, but in a field of its own"),
        say("write date: {day}, and time: {hour}", day=day, hour=own)
        if own
        else moments.with_hour(say("write {day}", day=day), hour),
    )


def _day_set(written: str, known: ValidationInfo) -> date:
    """Read a day; who has several is told so, and who has none yet, but a week or a month, to wait for it."""
    try:
        return dates.parse_day(written, *_near(known))
    except BadValue as bad:
        if moment := moments.hour_last(written):
            return _day_alone(moment, known)
        if moments.HOUR_ALONE.fullmatch(written):
            tip = say("write it as YYYY-MM-DD")
            raise BadValue(
                say('"{text}" is an hour without a day', text=written),
                say("{tip}, and the hour in a field of its own: time: {hour}", tip=tip, hour=written),
            ) from None
        refuse_several(written, _near(known)[0])
        if bad.hint.params:
            raise
        wait = say("write it as YYYY-MM-DD, and leave the meeting out until its day is set")
        raise BadValue(bad.message, wait) from None


def _moment(text: str, known: ValidationInfo, *, later: bool = True) -> datetime:
    zone: ZoneInfo = (known.context or {})["zone"]
    return in_zone(moments.parse_moment(text, *_near(known)), zone, later=later)


def _expiry(text: str, known: ValidationInfo) -> datetime:
    if text.strip(" .").casefold() in NEVER:
        raise BadValue(
            say('"{text}" is not a date', text=text),
            say("remove the line: without it the text stays"),
        )
    if re.fullmatch(LENGTH, text.strip(" .")):
        raise BadValue(
            say('"{text}" is not a date', text=text),
            say("write the day on which the text is to be taken down, as YYYY-MM-DD"),
        )
    return _moment(text, known, later=False)


def _times(text: str, known: ValidationInfo) -> clocks.Times:
    try:
        with moments.hour_alone(text, _near(known)[0]):
            return moments.refuse_either(text, clocks.parse_times(on(text)))
    except BadValue as bad:
        hour, place = clocks.offered(bad), PLACE_BEHIND.search(text)
        if not (hour and place):
            raise
        both = say("write time: {hour}, and place: {place}, if that is the place", hour=hour, place=place[1])
        raise BadValue(bad.message, both) from None


def _clock(text: str, known: ValidationInfo) -> time:
    with moments.hour_alone(text, _near(known)[0]):
        return clocks.parse_clock(on(text))


def _reason(text: str) -> str:
    """Read why something was called off: a bare yes or no, a mark or one letter tells the public nothing.

    Nor does that it is called off, which is said already.
    """
    said = text.lower().rstrip(" .!")
    if said in TRUE + OFF:
        raise BadValue(
            say('"{text}" is not a reason', text=text),
            say("write the reason as readers should see it, or what comes instead"),
        )
    if said in FALSE + TAKES_PLACE or len(LETTER.findall(text)) < 2:  # noqa: PLR2004 - a word has two
        raise BadValue(
            say('"{text}" is not a reason', text=text),
            say("write the reason as readers should see it, or remove the field"),
        )
    return text


def _slug(text: str) -> str:
    if text != slugify(text):
        raise BadValue(
            say('"{text}" cannot stand in an address', text=text),
            say("write {slug}: only a-z, digits and hyphens", slug=slugify(text) or say("a-name")),
        )
    return text


def written_as(
    pattern: str, complaint: Text, hint: Text, meant: Callable[[str], str] = str
) -> AfterValidator:
    """Give what refuses a text that is not written as `pattern` has it, case aside.

    The `complaint` is told with the `text` in it. `meant` gives what that was likely meant as; if it is
    no better, `hint` is told.
    """
    form = re.compile(pattern, re.IGNORECASE)

    def check(text: str) -> str:
        if form.fullmatch(text):
            return text
        likely = meant(text) if len(text) <= LONGEST else ""
        told = say(complaint.msgid, text=text)
        raise BadValue(told, say("write {name}", name=likely) if form.fullmatch(likely) else hint)

    return AfterValidator(check)


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        place = f"/{text}".casefold().replace(" ", "_")
        near = sorted(zone for zone in available_timezones() if f"/{zone}".casefold().endswith(place))
        raise BadValue(
            say('there is no time zone called "{text}"', text=text),
            say("write {name}", name=near[0]) if near and near[0][:4] != "Etc/" else AS_A_CITY,
        ) from None
    if text.startswith("Etc/") or text in FIXED:
        raise BadValue(say('"{text}" has the same hour in summer and winter', text=text), AS_A_CITY)
    return text


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise BadValue(say('"{text}" is not a language of this site', text=text), say("write sv or en"))
    return text


def _minutes(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) not in MINUTES:
        raise BadValue(
            say('"{text}" is not a number of minutes', text=text),
            say("write a whole number from 5 to 720: 90"),
        )
    return int(text)


IN_REACH = say("put the file in the same folder and write its name alone, in which no % ? # : may stand")
Line = Annotated[str, BeforeValidator(_line), Field(min_length=1), WithJsonSchema(shapes.TEXT)]
SaidOfIt = Annotated[Line, AfterValidator(still_on)]
Several = Annotated[tuple[Line, ...], BeforeValidator(several), WithJsonSchema(shapes.several(shapes.TEXT))]
Day = Annotated[date, BeforeValidator(_day), SINGLE, WithJsonSchema(shapes.DAY)]
DayAlone = Annotated[date, BeforeValidator(_day_alone), SINGLE, WithJsonSchema(shapes.DAY)]
Moment = Annotated[datetime, BeforeValidator(_moment), SINGLE, WithJsonSchema(shapes.DAY)]
Expiry = Annotated[datetime, BeforeValidator(_expiry), SINGLE, WithJsonSchema(shapes.DAY)]
Hours = Annotated[clocks.Times, BeforeValidator(_times), SINGLE, WithJsonSchema(shapes.HOUR)]
Clock = Annotated[time, BeforeValidator(_clock), SINGLE, WithJsonSchema(shapes.HOUR)]
Slug = Annotated[Line, AfterValidator(_slug), WithJsonSchema(shapes.NAME)]
Minutes = Annotated[
    int, BeforeValidator(_minutes), SINGLE, WithJsonSchema(shapes.number(MINUTES.start, MINUTES.stop - 1))
]
OldAddress = Annotated[Line, AfterValidator(parse_old_address)]
FileName = Annotated[
    Line,
    written_as(
        r"(?!/|\.\./)(?:(?!/\.\./)[^\\:\0%?#])+",
        say('"{text}" is not a file beside this one'),
        IN_REACH,
    ),
]
Colour = Annotated[
    Line,
    written_as(
        r"#[0-9a-f]{6}",
        say('"{text}" is not a colour'),
        say('write it in quotes as six hexadecimal digits after #: "#c8102e"'),
    ),
    WithJsonSchema(shapes.COLOUR),
]
OldAddresses = Annotated[
    tuple[OldAddress, ...], BeforeValidator(several), WithJsonSchema(shapes.several(shapes.TEXT))
]
LanguageCode = Annotated[Line, AfterValidator(_language), WithJsonSchema({"enum": [*LANGUAGES]})]
Tongue = Annotated[Line, AfterValidator(parse_tongue)]
ZoneName = Annotated[Line, AfterValidator(_zone)]
Reason = Annotated[Line, AfterValidator(_reason), WithJsonSchema(shapes.REASON)]
