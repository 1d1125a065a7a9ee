"""What stopped YAML, in words for one who has never heard of it.

libyaml tells where it stopped and what it was doing; which slip a person made to get there
is guessed from the line, the commonest first.
"""

from __future__ import annotations

import re
from itertools import takewhile

import yaml

from pressrum.errors import Location, Mistake, Text, location, say
from pressrum.fields.names import LIST_FIELDS, NAMES
from pressrum.nodes import Scalar
from pressrum.parse.shapes import pictured
from pressrum.parse.yaml.entries import before_entry, headless, hyphen, out_of_line, two_fields
from pressrum.parse.yaml.flow import (
    after_bracket,
    beyond_quote,
    in_brackets,
    in_quotes,
    left_out,
    linked,
    marked,
    part_at,
    quoted,
    too_much,
    valueless,
)
from pressrum.parse.yaml.lines import first_match, line_at, margin
from pressrum.parse.yaml.lookalikes import hard_space, refused_space, tabs
from pressrum.places import SITE

FIELD = re.compile(r"(\s*(?:- )?[^\s:{\[]+: +)(.*)")
"""A line `name: value`, cut before the value."""
JOINED = re.compile(r"(\s*(?:- )?[A-Za-zÅÄÖåäö_-]+):([^\s/].*)")
"""A line `name:value`."""
LEFT_OPEN = re.compile(
    r"(?:^\s*(?:- )?|[{,]\s*)(?P<name>[^\s:{},]+): +(?P<sign>\?(?=[\s,}]|$)|-(?=\s*(?:[,}]|$)))"
)
"""A value that is a question mark or a hyphen, or begins with a question mark and a space."""
ONE_LINE = re.compile(
    r"""\s*(- |[^\s:{]+: +)(?P<opens>\()?"""
    r"""([a-zåäö]+: [^\s{\["'(][^{}]*?, [a-zåäö]+: [^{}]*?)(?(opens)\)|\}?)"""
)
"""An entry of a list, or a field, with two fields or more on its line, maybe within ( and ) or before }."""
STARRED = re.compile(r"\s*(\*{1,2})([^\W\d_][^\s:*]*)(?::\1|\1[ ]?:)\s*(.*)")
"""A field as Markdown writes bold words: `**title:** Open meeting`."""
NAMELIKE = re.compile("[a-zåäö_-]+")
"""What may be the name of a field; a text has a capital or a space in it."""
KEY = re.compile(r":\n +([\w-]+)$")
"""A word alone on the first line below a name: that of a contact, whose colon is missing."""
BRACKETS = ("]", "}")
SIGNS = "*&!|>%@`"
"""What YAML gives a meaning of its own at the beginning of a value."""


BACKSLASH = (
    say("there is a backslash here, and within these quotation marks it is a sign of its own"),
    say("use single quotation marks around the value"),
)


def explain(error: yaml.MarkedYAMLError, text: str, path: str) -> tuple[Mistake, ...]:
    """Give the mistake for where libyaml stopped in `text`, and those further down that are the same."""
    last = len(text.rstrip().split("\n"))
    here = _place(path, error.problem_mark or error.context_mark, last)
    begun = _place(path, error.context_mark or error.problem_mark, last)
    line = line_at(text, here.line)
    if margins := tuple(tabs(text, here)):
        return margins
    return (
        hard_space(text, here, begun)
        or _left_open(line, here)
        or _starred(text, here)
        or linked(line, here)
        or two_fields(text, here)
        or _named(error, text, line, here, begun)
        or after_bracket(line, here)
        or _sign(line, here)
        or hyphen(text, here)
        or headless(text, here)
        or _without_braces(line, here)
        or before_entry(text, here)
        or _split_value(text, here)
        or _continued(text, here)
        or out_of_line(text, here)
        or _joined(text, here)
        or _bare_line(text, here)
        or _stray(line, here),
    )


def _named(
    error: yaml.MarkedYAMLError, text: str, line: str, here: Location, begun: Location
) -> Mistake | None:
    """Know the slips that libyaml itself tells apart."""
    problem, doing = error.problem or "", error.context or ""
    stopped_at = line[here.column - 1 : here.column]
    found: Mistake | None = None
    if "escape" in problem or "hex" in problem:
        found = Mistake(Location(here.path, here.line, line.rfind("\\", 0, here.column) + 1), *BACKSLASH)
    elif ("alias" in doing or "anchor" in doing) and part_at(line, begun.column - 1):
        found = forbidden(line[begun.column - 1], begun, line)
    elif "quoted scalar" in doing:
        found = Mistake(
            begun,
            say("the quotation mark here is never closed"),
            say("write the same mark at the end of the value"),
        )
    elif "flow" in doing:
        found = in_brackets(text, here, begun)
    elif (
        "cannot start any token" in problem or "entries are not allowed" in problem or stopped_at in BRACKETS
    ):
        found = after_bracket(line, here) or forbidden(stopped_at, here, line)
    elif "could not find expected ':'" in problem:
        found = no_field(text, begun)
    elif "unexpected ':'" in problem:
        found = valueless(line, here)
    return found


def _place(path: str, mark: yaml.Mark | None, last: int) -> Location:
    """Give the place of `mark`; what is missed at the end of the text is missed on its last line."""
    if mark and mark.line < last:
        return Location(path, mark.line + 1, mark.column + 1)
    return Location(path, last)


def _sign(line: str, here: Location) -> Mistake | None:
    """Know a value that begins with one of YAML's own signs: `title: *Viktigt* möte`."""
    field = FIELD.match(line)
    if field is None or field[2][:1] not in tuple(SIGNS) or len(field[1]) >= here.column:
        return None
    return forbidden(field[2][0], Location(here.path, here.line, len(field[1]) + 1), line)


def forbidden(sign: str, here: Location, line: str) -> Mistake:
    """Give the mistake of a value that begins with a sign of YAML's own at `here`, on `line`."""
    field, part = FIELD.match(line), part_at(line, here.column - 1)
    hint = say("put quotation marks around the value")
    if part:
        hint = in_quotes(marked(part))
    elif field and len(field[1]) + 1 == here.column:
        hint = around(*field.groups())
        if field[2].startswith("![") and (picture := pictured(Scalar(field[2], here))):
            hint = say("write {line}", line=picture)
        if sign == "-" and field[1].strip(" -:") in LIST_FIELDS:
            hint = say("let the list begin on the line below: {line}", line=field[2].strip())
    return Mistake(here, say('a value cannot begin with "{sign}"', sign=sign), hint)


def around(name: str, value: str) -> Text:
    """Ask for quotation marks around the value of the field that begins with `name`."""
    return in_quotes(name.lstrip() + quoted(value))


def _left_open(line: str, here: Location) -> Mistake | None:
    """Know a mark in place of a value: `time: ?`, `{place: -}`, `title: ? vad`."""
    found = LEFT_OPEN.search(line)
    if found is None:
        return None
    where = Location(here.path, here.line, found.start("sign") + 1)
    refused = forbidden(found["sign"], where, line)
    if line[found.end() :].lstrip()[:1] not in ("", ",", "}"):
        return refused
    return Mistake(where, refused.message, left_out(found["name"]))


def _starred(text: str, here: Location) -> Mistake | None:
    """Know a field in bold, here or on the line above."""
    met = first_match(STARRED, text, (here.line - 1, here.line))
    if not met:
        return None
    number, found = met
    return Mistake(
        Location(here.path, number, found.start(1) + 1),
        say("the name of a field stands here between asterisks, as bold words do"),
        say("write {line}", line=f"{found[2]}: {found[3]}"),
    )


def _without_braces(line: str, here: Location) -> Mistake | None:
    """Know fields on one line that lack their braces: `- district: Farsta, date: 2017-03-20`."""
    found = ONE_LINE.fullmatch(line)
    if not found or (found[1] != "- " and found[3].partition(":")[0] not in NAMES):
        return None
    return Mistake(
        Location(here.path, here.line, found.end(1) + 1),
        say("several fields stand on one line, without braces around them"),
        say("write {line}", line=f"{found[1]}{{{found[3]}}}"),
    )


def joined(name: str, value: str, colon: Location) -> Mistake:
    """Give the mistake of a field whose `colon` has no space after it, or a hard one."""
    after = Location(colon.path, colon.line, colon.column + 1)
    if value[0].isspace():
        return refused_space(after)
    return Mistake(
        after, say("a space is missing after the colon"), say("write {line}", line=f"{name}: {value}")
    )


def _joined(text: str, here: Location) -> Mistake | None:
    """Know a colon without a space after it, here or on the line above: `title:Öppet möte`."""
    met = first_match(JOINED, text, (here.line, here.line - 1))
    if not met:
        return None
    number, found = met
    return joined(found[1].strip(), found[2], Location(here.path, number, found.end(1) + 1))


def _split_value(text: str, here: Location) -> Mistake | None:
    """Know a second colon (`title: Nytt: vi bygger`) and text after a closing quote (`'It's'`)."""
    lines = [*text.split("\n"), ""]
    field = FIELD.match(lines[here.line - 1])
    if field is None or len(field[1]) >= here.column:
        return None
    whole = _whole(field, lines[here.line :])
    return _beyond(here, field, whole) or _colon(here, field[1], whole)


def _colon(here: Location, name: str, value: str) -> Mistake:
    return Mistake(here, say("a colon inside a value splits it in two"), around(name, value))


def _beyond(here: Location, field: re.Match[str], whole: str) -> Mistake | None:
    if field[2][:1] not in ("'", '"'):
        return None
    if whole.endswith(("',", '",', "';", '";')):
        return too_much(here, whole[-1])
    return beyond_quote(here, field[1].lstrip() + quoted(whole))


def _whole(field: re.Match[str], below: list[str]) -> str:
    """Give the value of a field, with those of the lines `below` it that go on from it."""
    begins = len(field[0]) - len(field[0].lstrip(" -"))
    more = takewhile(lambda line: line.strip() and len(line) - len(line.lstrip(" ")) > begins, below)
    return " ".join((field[2].strip(), *map(str.strip, more)))


def _continued(text: str, here: Location) -> Mistake | None:
    """Know a line that goes on from the value above it, with a colon in it or behind a closing quote."""
    lines = [*text.split("\n"), ""]
    line, above = lines[here.line - 1], lines[here.line - 2] if here.line > 1 else ""
    field, words = FIELD.match(above), line.rstrip(" :").partition(": ")[0].strip()
    if not field or line[:1].strip():
        return None
    whole = _whole(field, lines[here.line - 1 :])
    if line[here.column - 1 : here.column] == ":" and not NAMELIKE.fullmatch(words):
        return _colon(here, field[1], whole)
    return _beyond(here, field, whole)


def no_field(text: str, here: Location) -> Mistake:
    """Give the mistake of a line that was meant as a field and is none."""
    return (
        hard_space(text, here, here)
        or hyphen(text, here)
        or out_of_line(text, here)
        or _joined(text, here)
        or _no_colon(here, line_at(text, here.line))
    )


def _bare_line(text: str, here: Location) -> Mistake | None:
    """Know a line without a colon: libyaml joins it with the next, and stops there."""
    lines = text.split("\n")
    key = KEY.search("\n".join(lines[: here.line - 1])) if here.path == SITE else None
    if key:
        where = location(text, key.start(1), here.path)
        return Mistake(where, say("this line has no colon"), say("write {line}", line=f"{key[1]}:"))
    for number in range(min(here.line, len(lines)), max(here.line - 3, 0), -1):
        line = lines[number - 1]
        if line.strip() and not line.startswith((" ", "#", "-")) and ":" not in line:
            return _no_colon(Location(here.path, number), line)
    return None


def _no_colon(here: Location, line: str) -> Mistake:
    hint = say("write name: value, or indent the line by two spaces if it goes on from the line above")
    if "\t" in line.strip() or line.lstrip().startswith("|"):
        hint = say("write each cell of the table as a field, on a line of its own: name: value")
    return Mistake(here, say("this line has no colon"), hint)


def _stray(line: str, here: Location) -> Mistake:
    return Mistake(
        Location(here.path, here.line, margin(line) + 1),
        say("this line is indented differently from the lines that it belongs with, or has no place here"),
        say("let the names of fields stand right below each other"),
    )
