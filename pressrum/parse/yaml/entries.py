"""Slips in the hyphens of a list: none, one without its space, one that stands elsewhere than the others."""

from __future__ import annotations

import re
from dataclasses import replace

from pressrum.errors import Location, Mistake, Text, say
from pressrum.fields.base import Fields
from pressrum.fields.names import names_of
from pressrum.fields.site import ContactFields, SiteFields
from pressrum.fields.text import CorrectionFields, ImageFields, ReleaseFields
from pressrum.fields.tour import MeetingFields, TourFields
from pressrum.parse.models import WORDS
from pressrum.parse.yaml.flow import part_at
from pressrum.parse.yaml.lines import first_match, line_at, margin
from pressrum.parse.yaml.lookalikes import list_sign
from pressrum.places import SITE, TOUR

NO_SPACE = re.compile(r"(\s*)-(?=[^\s-])(.*)")
LIST_HEADS = ("meetings:", "corrections:", "shortcomings:")
"""The lines above lists whose entries have fields of their own."""
HYPHEN = re.compile(r"(\s*)- ")
NAME = re.compile(r"(?:^\s*(?:- )?|[{,]\s*)([^\s:{},]+):(?=\s|$)", re.MULTILINE)
"""The name of a field: first on its line, or after a brace or a comma."""

OPENED = re.compile(r"\s*- \{? *([^\s:{},]+):")
"""How an entry begins, as far as the name of its first field."""

BEGUN = re.compile(r"\s*(?:- )?([^\s:{\[]+): +[^\s{]")
SECOND = re.compile(r"(?<=\S)( ?[,;|])?\s+([a-z_]+):(?= |$)")
"""How a field begins, and the name of another behind its value."""
SURE = ("date", "time", "end", "url", "email", "phone", "expires", "draft", "lang", "slug")
"""Fields whose values are no text, and whose names hardly stand in one before a colon without a comma."""
MODELS: dict[str, tuple[type[Fields], ...]] = {
    SITE: (ContactFields, SiteFields),
    TOUR: (MeetingFields, TourFields),
}
IN_TEXTS: tuple[type[Fields], ...] = (ImageFields, ReleaseFields)
"""Whose fields stand in which file."""


def no_space(line: str, where: Location, above: int | None = None) -> Mistake:
    """Give the mistake of a hyphen without a space after it; that of the last stands on line `above`."""
    right = f"- {line.strip().removeprefix('-')}"
    return Mistake(where, say("a space is missing after the hyphen"), _write(right, above))


def _no_hyphen(line: str, where: Location, above: int | None = None) -> Mistake:
    """Give the mistake of an entry without a hyphen; that of the last stands on line `above`."""
    message = say("an entry of the list begins here, without a hyphen")
    hint = _write(f"- {line.strip()}", above) if above else begin(line.strip())
    return Mistake(where, message, hint)


def begin(first: str) -> Text:
    """Say how an entry begins whose `first` line, without its hyphen, is this."""
    if first.startswith("{"):
        return say("begin each entry, on a line of its own, with a hyphen: {line}", line=f"- {first}")
    return say("write {line}, and the other fields of the entry two spaces further in", line=f"- {first}")


def _write(right: str, above: int | None) -> Text:
    if above is None:
        return say("write {line}", line=right)
    return say('write "{line}", its hyphen right below the one on line {above}', line=right, above=above)


def again(key: Location, first: Location, lines: list[str]) -> tuple[Mistake, ...]:
    """Know entries without hyphens: their `first` field is given again at `key`, in one map."""
    line = lines[key.line - 1]
    if HYPHEN.match(lines[first.line - 1]):
        return (_no_hyphen(line, key, first.line),)
    if lines[first.line - 2].strip() in LIST_HEADS:
        return _no_hyphen(lines[first.line - 1], first), _no_hyphen(line, key)
    return ()


def two_fields(text: str, here: Location) -> Mistake | None:
    """Know a second field on the line of another, where its entry, or the text, has it nowhere else."""
    lines = [*text.split("\n"), ""]
    line, begun = lines[here.line - 1], BEGUN.match(lines[here.line - 1])
    seconds = SECOND.finditer(line, begun.end() - 1) if begun else ()
    second = next((found for found in seconds if found.start() < here.column <= found.end()), None)
    if not second or part_at(line, second.start(2)) or second[2] in WORDS:
        return None
    closed = second[1] or line[second.start() - 1] in "\"']"
    known = {name for model in MODELS.get(here.path, IN_TEXTS) for name in names_of(model).values()}
    above = _hyphen_above(lines, here.line + 1) or 1
    below = next((at for at in range(here.line, len(lines)) if HYPHEN.match(lines[at])), len(lines))
    besides = "\n".join(lines[above - 1 : here.line - 1] + lines[here.line : below])
    in_braces = second[1] and HYPHEN.match(line) and not lines[here.line].startswith(" " * (margin(line) + 1))
    if second[2] not in known or second[2] in NAME.findall(besides) or in_braces:
        return None
    if begun is None or not (closed or second[2] in SURE or begun[1] in SURE):
        return None
    one, other = line[: second.start()].strip(), line[second.start(2) :].strip()
    return Mistake(
        replace(here, column=second.start(2) + 1),
        say("two fields stand on one line"),
        say("let each have a line of its own: {one} and {other}", one=one, other=other),
    )


def hyphen(text: str, here: Location) -> Mistake | None:
    """Know a hyphen without its space, or another sign for it, where YAML stopped or on the line above."""
    if met := first_match(NO_SPACE, text, (here.line, here.line - 1)):
        number, found = met
        return no_space(found.string, Location(here.path, number, len(found[1]) + 1))
    return list_sign(text, here)


def _list_in(path: str) -> tuple[str, type[Fields]]:
    """Give the name of the list that a source has, and the fields of an entry."""
    return ("meetings:", MeetingFields) if path == TOUR else ("corrections:", CorrectionFields)


def headless(text: str, here: Location) -> Mistake | None:
    """Know the first entry of a list whose name is not there: `meetings:` is missing above it."""
    lines = text.split("\n")
    found = OPENED.match(line_at(text, here.line))
    name, model = _list_in(here.path)
    if not found or found[1] not in names_of(model) or _hyphen_above(lines, here.line):
        return None
    if any(line.startswith(name) or line.rstrip().endswith(":") for line in lines[: here.line - 1]):
        return None
    return Mistake(
        Location(here.path, here.line, margin(found[0]) + 1),
        say("an entry of a list begins here, and the list's name is missing above it"),
        say("write {name} alone on the line above", name=name),
    )


def out_of_line(text: str, here: Location) -> Mistake | None:
    """Know a line that belongs to the list above it, and stands elsewhere than it should."""
    lines = text.split("\n")
    line = line_at(text, here.line)
    above = _hyphen_above(lines, here.line)
    if above is None or not line.strip():
        return None
    own, hyphens = margin(line), margin(lines[above - 1])
    where = Location(here.path, here.line, own + 1)
    if line.lstrip().startswith("- "):
        return Mistake(where, *_moved(above)) if own != hyphens else None
    had = NAME.findall("\n".join(lines[above - 1 : here.line - 1]))
    name = NAME.match(line)
    if line.lstrip().startswith("{") or (name and name[1] in had):
        return _no_hyphen(line, where, above)
    if name and above == here.line - 1 and own != hyphens + len("- ") and _alone(lines, above, own):
        return Mistake(
            replace(where, line=above, column=hyphens + 1),
            say("this hyphen does not stand two spaces in front of the fields below it"),
            say("write it with {count} spaces in front", count=own - len("- ")),
        )
    if not name or not had or not hyphens <= own != hyphens + len("- ") or not hyphens:
        return None
    return _not_below(where, name[1], hyphens)


def before_entry(text: str, here: Location) -> Mistake | None:
    """Know a field at the margin that belongs to the entry above: the next one would go on from its value."""
    lines = text.split("\n")
    number = next((number for number in range(here.line - 1, 0, -1) if lines[number - 1].strip()), 1)
    entry, name = HYPHEN.match(lines[here.line - 1]), NAME.match(lines[number - 1])
    if not entry or not name or margin(lines[number - 1]) or not _hyphen_above(lines, number):
        return None
    if name[1] not in names_of(_list_in(here.path)[1]):
        return None
    return _not_below(Location(here.path, number, 1), name[1], margin(entry[0]))


def _not_below(where: Location, name: str, hyphens: int) -> Mistake:
    return Mistake(
        where,
        say('"{name}" does not stand right below the other fields of its entry', name=name),
        say("write it with {count} spaces in front", count=hyphens + len("- ")),
    )


def _alone(lines: list[str], hyphen: int, fields: int) -> bool:
    """Tell whether the `hyphen` on its line (from 1) is out of line, and not the fields with their margin."""
    others = [found for line in lines[: hyphen - 1] + lines[hyphen:] if (found := HYPHEN.match(line))]
    if others:
        return fields - len("- ") in {len(found[1]) for found in others}
    below = lines[hyphen : hyphen + 2]
    return fields > len("- ") and all(margin(line) == fields for line in below)


def _moved(hyphen: int) -> tuple[Text, Text]:
    return (
        say("this hyphen does not stand right below those above it"),
        say(
            "move it, and its fields with it, so that it stands right below the one on line {line}",
            line=hyphen,
        ),
    )


def _hyphen_above(lines: list[str], number: int) -> int | None:
    """Give the line (from 1) of the last entry above line `number`, in the same list."""
    for above in range(number - 1, 0, -1):
        line = lines[above - 1]
        if HYPHEN.match(line):
            return above
        if line[:1].strip() and not line.startswith("#"):
            return None
    return None
