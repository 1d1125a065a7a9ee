"""What YAML takes from a value without a word, and a person would want to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import yaml

from pressrum.errors import BadValue, Location, Mistake, Text, say
from pressrum.fields.names import LIST_FIELDS
from pressrum.parse.yaml.entries import HYPHEN, NO_SPACE, no_space
from pressrum.parse.yaml.flow import in_quotes, lost, part_at, quoted
from pressrum.parse.yaml.lines import margin
from pressrum.parse.yaml.slips import BACKSLASH, FIELD, around
from pressrum.places import TOUR
from pressrum.written.called_off import still_on
from pressrum.written.listed import as_list

ESCAPES = re.compile(r"\\(.)", re.DOTALL)
NAME = re.compile(r"\s*(?:- )?([^\s:]+):\s*")
"""A field's name alone on its line."""
KL = r"kl(?:ockan|\.)? ?"
UNTIL = r"(?: ?[–-] ?[0-9]{1,2}(?:[.:][0-9]{2})?)?"
DRAFT = "utkast|draft"
ALONE = (
    rf"(?:{KL})?[0-9]+(?:[.:][0-9]{{2}}{UNTIL})?|{KL}[0-9]{{1,2}}{UNTIL}"
    rf"|inställt|avlyst|avbokat|cancelled|{DRAFT}"
)
LOST = re.compile(r"\s*(#[^\s#].*)")
LOST_AFTER_SPACE = re.compile(rf"(?i)\s+(#(?:[^\s#].*| (?:{ALONE})[!.]*\s*$))")
"""A comment where a quoted value ends, and where another one does: there a number or an hour alone is no
comment, nor is a word of what was to be called off or held back.
"""
COMMENT = re.compile(r",?\s*#(.*)")
CLOCK = re.compile(rf"(?i)#\s*((?:{KL})?[0-9]{{1,2}}(?:[.:][0-9]{{2}})?{UNTIL})\s*")
HOUR = re.compile(
    rf"(?i)\s*#\s*({KL}[0-9]{{1,2}}(?:[.:][0-9]{{2}})?{UNTIL}|[0-9]{{1,2}}[.:][0-9]{{2}}{UNTIL})\s*"
)
"""Comments where a value ends: any, one that may be an hour, and one that is."""


def swallowed(event: yaml.ScalarEvent, lines: list[str], path: str) -> Iterator[Mistake]:
    """Find what is lost or changed in reading one value of the text whose lines are `lines`."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None or event.style in ("|", ">"):
        return
    if "#" in (line := _line(lines, end.line)):
        yield from _comment(event, line, Location(path, end.line + 1, end.column + 1))
    if not event.style and start.line < end.line:
        yield from _joined_items(lines[: end.line + 1], Location(path, start.line + 1))
    if event.style == '"' and start.line == end.line:
        written = _line(lines, start.line)[start.column : end.column]
        escape = next((sign for sign in ESCAPES.finditer(written) if sign[1] not in '"\\'), None)
        if escape:
            column = start.column + escape.start() + 1
            yield Mistake(Location(path, start.line + 1, column), *BACKSLASH)


def behind(event: yaml.Event, names: Iterable[str], lines: list[str], path: str) -> Iterator[Mistake]:
    """Find that a meeting is called off, or its hour, in a comment behind the brackets that end with `event`.

    `names` are those of the fields within braces.
    """
    end = event.end_mark
    if end is None or "cancelled" in names:
        return
    line, where = _line(lines, end.line), Location(path, end.line + 1, end.column + 1)
    yield from _called_off(line, where)
    hour = (
        HOUR.fullmatch(line, end.column) if path == TOUR and isinstance(event, yaml.MappingEndEvent) else None
    )
    if hour and "time" not in names:
        yield Mistake(
            replace(where, column=hour.start(1) + 1),
            say('"{text}" is not read: # begins a comment', text=hour[1]),
            say("add within the braces: {line}", line=f"time: {hour[1]}"),
        )


def _called_off(line: str, end: Location) -> Iterator[Mistake]:
    """Find a comment where a value ends that calls a meeting off."""
    found = COMMENT.match(line, end.column - 1) if end.path == TOUR and "cancelled:" not in line else None
    try:
        still_on(found[1] if found else "")
    except BadValue as bad:
        yield bad.at(replace(end, column=line.index("#", end.column - 1) + 1))


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _comment(event: yaml.ScalarEvent, line: str, end: Location) -> Iterator[Mistake]:
    """Find `#word` after a value: to YAML a comment, to its writer a hashtag or a colour."""
    if off := [*_called_off(line, end)]:
        yield from off
        return
    found = (LOST_AFTER_SPACE if not event.style else LOST).match(line, end.column - 1)
    if found is None:
        return
    where = Location(end.path, end.line, found.start(1) + 1)
    if part := part_at(line, found.start(1)):
        yield lost(part, where)
        return
    field = FIELD.match(line)
    name = field[1].strip(" -:") if field else ""
    tags = (field[2] if field else "").split()
    if _is_of_words(name, end.path) and all(tag.startswith("#") for tag in tags):
        yield Mistake(where, say("a list is due here"), as_list(tag.strip("#,;") for tag in tags))
        return
    yield Mistake(
        where,
        say('"{text}" is not read: # begins a comment', text=found[1].split()[0]),
        _where_it_belongs(name, event.value, found[1], end.path)
        or around(field[1], field[2].replace('"', ""))
        if field
        else in_quotes(quoted(f"{event.value} {found[1]}")),
    )


def _where_it_belongs(name: str, value: str, comment: str, path: str) -> Text | None:
    """Say how to write an hour behind a day, and that a text is a draft: quotation marks mend neither."""
    hour = CLOCK.fullmatch(comment) if name in ("date", "expires") else None
    if hour and path == TOUR:
        return say("write in a field of its own: {line}", line=f"time: {hour[1]}")
    if hour:
        return say("write it without #: {line}", line=f"{name}: {value} {hour[1]}")
    if path.endswith(".md") and re.fullmatch(rf"(?i)#\s*(?:{DRAFT})[!.]*\s*", comment):
        return say("write in a field of its own: draft: yes")
    return None


def _is_of_words(name: str, path: str) -> bool:
    """Whether the field `name` is a list of words: meetings and contacts are in a text alone."""
    return name in LIST_FIELDS and (name not in ("contacts", "meetings") or path.endswith(".md"))


def _joined_items(lines: list[str], first: Location) -> Iterator[Mistake]:
    """Find a line of a list, below the `first` of a value, that to YAML goes on with the line above."""
    *_, above, begun = ["", *lines[: first.line]]
    words = [line.strip().rstrip(",") for line in lines[first.line - 1 :]]
    name = NAME.fullmatch(above)
    if name and _is_of_words(name[1], first.path) and all(word[:1].isalnum() for word in words):
        yield Mistake(replace(first, column=margin(begun) + 1), say("a list is due here"), as_list(words))
        return
    for number, line in enumerate(lines[first.line :], first.line + 1):
        where = Location(first.path, number, margin(line) + 1)
        if line.lstrip().startswith("- ") and where.column > margin(begun) + 1:
            yield Mistake(
                where,
                say("this line is joined to the one above, for its hyphen stands further in"),
                say("let the hyphens of a list stand right below each other"),
            )
            return
        if NO_SPACE.match(line) and HYPHEN.match(lines[first.line - 1]):
            yield no_space(line, where, first.line)
            return
