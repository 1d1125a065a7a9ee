"""What was typed on the command line of a release or a meeting, and what was meant by it."""

from __future__ import annotations

import re
from datetime import timedelta

from pressrum.edges.clock import real_now
from pressrum.errors import BadValue, Text, say
from pressrum.parse.text import decode
from pressrum.written.dates import parse_day
from pressrum.written.day_words import WEEKDAY_OF

TYPED = ("district", "date", "time", "place")
"""What `make new-meeting` takes of a meeting."""


def one_line(typed: str) -> str:
    """Give what was typed on one line, as a source would be read. Raises `BadValue` for what is no UTF-8."""
    try:
        return " ".join(decode(typed.encode(), "").split())
    except UnicodeEncodeError:
        raise BadValue(
            say('letters in "{text}" cannot be read', text=typed),
            say("set the terminal to UTF-8, or write it in the file"),
        ) from None


def command(said: dict[str, str]) -> str:
    """Write the command that adds a meeting; a day that is not said is one to come."""
    said = {"district": "…", "date": (real_now().date() + timedelta(days=14)).isoformat()} | said
    parts = [(name, text.replace('"', '\\"')) for name in TYPED if (text := said.get(name, ""))]
    return " ".join(["make new-meeting", *(f'{name.upper()}="{text}"' for name, text in parts)])


def meant(said: dict[str, str], hint: Text) -> dict[str, str] | None:
    """Give what was meant where an hour stands with the day, or a word of the district or place does.

    None where that cannot be told, or not all of it be said to make.
    """
    if not said.keys() <= set(TYPED):
        return None
    apart = dict(hint.params)
    if isinstance(tip := apart.pop("tip", None), Text):
        apart |= dict(tip.params)
    if apart.keys() == {"day", "hour"} and "time" not in said:
        return said | {"date": str(apart["day"]), "time": str(apart["hour"])}
    words = said["date"].split()
    turned = _day_first([*said["district"].split(), *words])
    if found := turned or ("place" in said and _day_first(words)):
        day, rest = found
        return said | {"date": day} | ({"district": rest} if turned else {"place": f"{said['place']} {rest}"})
    if apart or _days_of(said["date"]):
        return None
    for number in range(1, len(words)):
        if days := _days_of(" ".join(words[number:])):
            district = " ".join((said["district"], *words[:number]))
            return said | {"district": district, "date": days[0]} if len(days) == 1 else None
    return None


def _day_first(words: list[str]) -> tuple[str, str] | None:
    """Give the day that words begin with, and the words after it; None where these hold a number."""
    if not words or not (words[0][0].isdecimal() or words[0].casefold() in WEEKDAY_OF):
        return None
    for number in range(len(words) - 1, 0, -1):
        days, rest = _days_of(" ".join(words[:number])), " ".join(words[number:])
        if len(days) == 1 and not re.search("[0-9]", rest):
            return days[0], rest
    return None


def _days_of(written: str) -> list[str]:
    """Give the day that words are, or those that are offered for them."""
    try:
        return [parse_day(written, real_now().date()).isoformat()]
    except BadValue as bad:
        offered = dict(bad.hint.params)
        return [str(offered[name]) for name in ("day", "other") if name in offered]
