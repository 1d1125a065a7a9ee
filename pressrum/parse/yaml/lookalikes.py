"""Signs that look like those of YAML and are not: a hard space, a dash or a dot where a hyphen is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrum.errors import Location, Mistake, say
from pressrum.parse.yaml.lines import first_match
from pressrum.written.listed import LIST_SIGNS

HARD_SPACE = re.compile("[ ]*(?:-[ ]*)?(?:[^\\s:{\\[]+:)?([\u00a0\u2007\u202f])")
"""A hard space in the margin, after a hyphen or after the colon of a field: word processors put it there."""
TAB = re.compile(r"[ ]*(?:-[ ]*)?\t")
LIST_SIGN = re.compile(f"[ ]*([{LIST_SIGNS}*+])(?:\\s|(?=\\w+:))")


def tabs(text: str, here: Location) -> Iterator[Mistake]:
    """Know a tab in the margin of the line where YAML stopped, and tell of those further down too."""
    lines = text.split("\n")[here.line - 1 :]
    for number, line in enumerate(lines if TAB.match(lines[0]) else (), here.line):
        if found := TAB.match(line):
            yield Mistake(
                Location(here.path, number, found.end()),
                say("there is a tab here; the margin must be made of spaces"),
                say("replace the tab with spaces"),
            )


def hard_space(text: str, here: Location, begun: Location) -> Mistake | None:
    """Know a hard space where YAML stopped, on the line above, or where it had begun."""
    found = first_match(HARD_SPACE, text, sorted({here.line - 1, here.line, begun.line}))
    return refused_space(Location(here.path, found[0], found[1].start(1) + 1)) if found else None


def refused_space(where: Location) -> Mistake:
    """Give the mistake of a hard space."""
    return Mistake(
        where,
        say("there is a hard space here, which looks like an ordinary one"),
        say("remove it and write an ordinary space"),
    )


def list_sign(text: str, here: Location) -> Mistake | None:
    """Know a sign that was meant to begin an entry of a list, where YAML stopped or on the line above."""
    met = first_match(LIST_SIGN, text, (here.line - 1, here.line))
    if not met:
        return None
    number, found = met
    return Mistake(
        Location(here.path, number, found.start(1) + 1),
        say('an entry of a list begins with a hyphen, and not with "{sign}"', sign=found[1]),
        say("write an ordinary hyphen: -"),
    )
