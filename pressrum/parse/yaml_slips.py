"""What stopped YAML, in words for one who has never heard of it.

libyaml tells where it stopped and what it was doing; which slip a person made to get there
is guessed from the line, the commonest first.
"""

from __future__ import annotations

import re

import yaml

from pressrum.errors import Location, Mistake, say

FIELD = re.compile(r"(\s*(?:- )?[^\s:]+: +)(.*)")
"""A line `name: value`, cut before the value."""


def explain(error: yaml.MarkedYAMLError, text: str, path: str) -> Mistake:
    """Give the mistake for where libyaml stopped in `text`."""
    here = _place(path, error.problem_mark or error.context_mark)
    begun = _place(path, error.context_mark or error.problem_mark)
    problem, doing = error.problem or "", error.context or ""
    line = [*text.split("\n"), ""][here.line - 1]
    if "\t" in line[: here.column] or "tab" in problem:
        return Mistake(
            Location(path, here.line, max(line.find("\t"), 0) + 1),
            say("there is a tab here; the margin must be made of spaces"),
            say("replace the tab with spaces"),
        )
    if "quoted scalar" in doing:
        return Mistake(
            begun,
            say("the quotation mark here is never closed"),
            say("write the same mark at the end of the value"),
        )
    if "flow" in doing:
        return Mistake(
            _bracket(text, here, path) or begun,
            say("a bracket opens here and is never closed, or something is wrong within it"),
            say("close it with ] or }}, put commas between the parts, and quotes around texts with commas"),
        )
    if "cannot start any token" in problem or "sequence entries are not allowed" in problem:
        return Mistake(
            here,
            say('a value cannot begin with "{sign}"', sign=line[here.column - 1 : here.column]),
            say("put quotation marks around the value"),
        )
    if "could not find expected ':'" in problem:
        return Mistake(
            begun,
            say("this line has no colon"),
            say("write name: value, or indent the line by two spaces if it goes on from the line above"),
        )
    return _split_value(line, here) or _bare_line(text, here) or _stray(line, here)


def _place(path: str, mark: yaml.Mark | None) -> Location:
    return Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)


def _bracket(text: str, here: Location, path: str) -> Location | None:
    """Find the last bracket before `here` that is open there."""
    opened: list[Location] = []
    for number, line in enumerate(text.split("\n")[: here.line], 1):
        for column, letter in enumerate(line[: here.column] if number == here.line else line, 1):
            if letter in "[{":
                opened.append(Location(path, number, column))
            elif letter in "]}" and opened:
                opened.pop()
    return opened[-1] if opened else None


def _split_value(line: str, here: Location) -> Mistake | None:
    """Know a second colon (`title: Nytt: vi bygger`) and text after a closing quote (`'It's'`)."""
    field = FIELD.match(line)
    if field is None or len(field[1]) >= here.column:
        return None
    if field[2][:1] in ("'", '"'):
        return Mistake(
            here,
            say("text goes on after the closing quotation mark"),
            say("use the other kind of quotation mark around the whole value"),
        )
    quoted = field[2].replace('"', "”")
    return Mistake(
        here,
        say("a colon inside a value splits it in two"),
        say("put quotation marks around the value: {line}", line=f'{field[1].strip()} "{quoted}"'),
    )


def _bare_line(text: str, here: Location) -> Mistake | None:
    """Know a line without a colon: libyaml joins it with the next, and stops there."""
    lines = text.split("\n")
    for number in range(here.line, max(here.line - 3, 0), -1):
        line = lines[number - 1]
        if line.strip() and not line.startswith((" ", "#", "-")) and ":" not in line:
            return Mistake(
                Location(here.path, number),
                say("this line has no colon"),
                say("write name: value, or indent the line by two spaces if it goes on from the line above"),
            )
    return None


def _stray(line: str, here: Location) -> Mistake:
    return Mistake(
        Location(here.path, here.line, len(line) - len(line.lstrip()) + 1),
        say("this line is indented differently from the lines that it belongs with, or has no place here"),
        say("let the names of fields stand right below each other"),
    )
