"""An entry of a list in which a day, or what it is the day of, stands in the place of a field's name."""

from __future__ import annotations

from pydantic import BaseModel

from pressrum.errors import BadValue, Text, say
from pressrum.nodes import Mapping, Scalar
from pressrum.parse.models import field_names, is_name, nearest, required, without_colon
from pressrum.parse.yaml.flow import as_value
from pressrum.written.clocks import tidied
from pressrum.written.dates import ANY_DAY
from pressrum.written.moments import DAYS, HOURS, as_hour, parse_moment, split_hour


def dated(known: type[BaseModel], entry: Mapping, key: str) -> Text | None:
    """Say how `- 2016-12-10: Farsta`, or `- Farsta: 2016-12-10`, is written with the fields of `known`.

    None where there is nothing to say, as of `fields_meant`.
    """
    line = ", ".join(fields_meant(known, entry, key))
    if not line:
        return _headed(known, entry, key)
    if len(entry.entries) > 1 and not entry.flow:
        return say("write in its place, each on a line of its own: {lines}", lines=line)
    return say("write {line}", line=line if entry.flow else f"{{{line}}}")


def _headed(known: type[BaseModel], entry: Mapping, key: str) -> Text | None:
    """Say how `- Farsta:` is written where the other fields of the entry stand below it, or `{Farsta, …}`."""
    other, value = _beside_day(known), entry.get(key)
    empty = isinstance(value, Mapping) or (isinstance(value, Scalar) and not value.text)
    first = entry.entries[0][0].text == key
    if other is None or other in entry.named or not first or not empty or is_name(known, key):
        return None
    if nearest(known, key.partition(":")[0]) in required(known) or _is_day(key) or without_colon(known, key):
        return None
    line = f"{other}: {as_value(key)}"
    if entry.flow:
        return say("write {line}", line=line)
    return say("write {line}, and the other fields right below it", line=line)


def fields_meant(known: type[BaseModel], entry: Mapping, key: str) -> list[str]:
    """Give the fields that `key` and its value were meant for, each with what it says.

    Empty where the fields are not a day and one thing more, where either is given besides, and
    where there is no day.
    """
    other, value = _beside_day(known), entry.get(key)
    if other is None or {"date", other} & entry.named.keys() or not isinstance(value, Scalar):
        return []
    if nearest(known, key) in required(known):
        return []
    day, words = (key, value.text) if _is_day(key) else (value.text, key)
    if not words or not _is_day(day):
        return []
    hour = split_hour(tidied(day)) if "time" in field_names(known) else None
    when = [f"date: {hour[0]}", f"time: {as_hour(hour[1]) or hour[1]}"] if hour else [f"date: {day}"]
    return [*when, f"{other}: {as_value(words)}"]


def _beside_day(known: type[BaseModel]) -> str | None:
    """Give the field that must be there besides the day; None where there are none or more."""
    others = [name for name in required(known) if name != "date"]
    return others[0] if len(others) == 1 else None


def _is_day(text: str) -> bool:
    """Whether `text` is a day, be it without its year or with hours that are not read as they stand."""
    try:
        parse_moment(text, ANY_DAY)
    except BadValue as bad:
        return not dict(bad.hint.params).keys().isdisjoint(DAYS + HOURS)
    return True
