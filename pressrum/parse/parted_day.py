"""A meeting on one line whose day commas have parted: `{district: Farsta, date: Friday, 2 December 2016}`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import takewhile

from pressrum.errors import Mistake, say
from pressrum.fields.tour import MeetingFields
from pressrum.nodes import Mapping, Scalar, to_python
from pressrum.parse.models import is_name, without_colon
from pressrum.written.dates import day_meant, day_not_hour


def whole_day(entry: Mapping, near: date) -> tuple[Mapping, Scalar | None]:
    """Give a meeting on one line with the whole of its day, and the part of it that is no field.

    A comma parts `{date: Friday, 2 December 2016}`, and `{district: Farsta, 2016-12-02}` lacks the name.
    """
    words = [name for name, value in entry.entries if to_python(value) is None and not _is_named(name.text)]
    given = entry.get("date")
    if not entry.flow or not words or not (given is None or isinstance(given, Scalar)):
        return entry, None
    keys = [name for name, _ in entry.entries]
    if given is None:
        days = (place for place, name in enumerate(keys) if name in words and day_not_hour(name.text, near))
        first = next(days, None)
    else:
        first = list(entry.named).index("date") + 1
    parts = list(takewhile(lambda name: name in words, keys[first:])) if first is not None else []
    if not parts:
        return entry, None
    begun = [given.text] if given and given.text.strip() else []
    day = Scalar(", ".join([*begun, *(part.text for part in parts)]), (given or parts[0]).where)
    kept = tuple(both for both in entry.entries if both[0] not in parts and both[1] is not given)
    return replace(entry, entries=(*kept, (Scalar("date", day.where), day))), parts[0]


def _is_named(key: str) -> bool:
    """Whether `key` is what a field is called, or has that in front of a colon."""
    return ":" in key or without_colon(MeetingFields, key) is not None or is_name(MeetingFields, key)


def parted_day(
    whole: Mapping, behind: Scalar | None, mistakes: tuple[Mistake, ...], near: date
) -> tuple[Mistake, ...]:
    """Give the `mistakes` of a meeting with that of its day, of which `behind` is no field."""
    day = whole.get("date")
    if behind is None or not isinstance(day, Scalar):
        return mistakes
    told = next((told for told in mistakes if told.where == day.where), None)
    meant = day_meant(day.text, near)
    if told and (day.where != behind.where or not meant or {"hour", "name"} & dict(told.hint.params).keys()):
        return mistakes
    message = say('there is no field "{key}"', key=behind.text)
    parted = Mistake(behind.where, message, say("write {line}", line=f"date: {meant}"))
    return (*(other for other in mistakes if other is not told), parted)
