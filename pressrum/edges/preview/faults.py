"""What stopped a build, or what it warned of, as the browser shows it: the place, what it is, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pressrum.edges.troubles import explain
from pressrum.errors import BadSource, Location, Mistake, Text, in_source_order, say
from pressrum.language import Language

AROUND = 70
"""Characters of a line that are shown on each side of the place: a paragraph can be one line."""
WORD = re.compile(r'"[^"]*"|\[\[[^]]*\]\]|\{%.*?%\}|\S+?(?=[],;}]*(?:\s|$))|.', re.DOTALL)
"""What a person would call the word at a place: without what ends a value among others on its line.
What stands between marks of its own, as `[[tour]]` and `{% if x %}`, is one."""


@dataclass(frozen=True)
class Fault:
    """Something to put right, or to know, in the reader's language."""

    where: str
    """`path:line:column`; "" for what has no place in a source."""
    message: str
    hint: str
    before: str = ""
    """The line up to the place; "" with the two others when there is no such line, and for a warning."""
    marked: str = ""
    """What stands at the place."""
    after: str = ""


def faults(trouble: Exception, language: Language, site: Path) -> tuple[Fault, ...]:
    """Give all that is wrong, in source order; the sources are read again for their lines."""
    if isinstance(trouble, BadSource):
        return tuple(_fault(mistake, language, site) for mistake in in_source_order(trouble.mistakes))
    message, hint = explain(trouble) or own_fault(trouble)
    return (Fault("", language.tell(message), language.tell(hint)),)


def warnings(told: Iterable[Mistake], language: Language) -> tuple[Fault, ...]:
    """Give all that a build warns of, in source order; without lines, for many are about a whole file."""
    return tuple(_said(warning, language) for warning in in_source_order(told))


def own_fault(trouble: Exception) -> tuple[Text, Text]:
    """Say that the program has failed, and not its user."""
    return (
        say("the program itself has failed: {what}", what=f"{type(trouble).__name__}: {trouble}"),
        say("take back the last change, and send what the terminal says to whoever keeps the program"),
    )


def _fault(mistake: Mistake, language: Language, site: Path) -> Fault:
    line = _line(site, mistake.where)
    values = [value for _, value in mistake.message.params if isinstance(value, str)]
    before, marked, after = _parted(line, mistake.where.column - 1, values)
    return replace(_said(mistake, language), before=before, marked=marked, after=after)


def _said(mistake: Mistake, language: Language) -> Fault:
    return Fault(str(mistake.where), language.tell(mistake.message), language.tell(mistake.hint))


def _line(site: Path, where: Location) -> str:
    """Give the line of a source; "" where there is none to read."""
    try:
        text = (site / where.path).read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return ""
    return next(iter(text.split("\n")[where.line - 1 : where.line]), "").rstrip()


def _parted(line: str, at: int, values: list[str]) -> tuple[str, str, str]:
    """Part a line at the place `at`, from 0, into what stands before, there and after; far ends are cut.

    What stands there is the value that the message names, or else a word.

    >>> _parted("date: 29 nov", 6, ["29 nov"])
    ('date: ', '29 nov', '')
    >>> _parted("Se [hit](hti.md) och dit.", 3, ["hti.md"])
    ('Se ', '[hit](hti.md)', ' och dit.')
    >>> _parted("- {time: 29.00, place: Torget}", 9, [])
    ('- {time: ', '29.00', ', place: Torget}')
    """
    named = max((value for value in values if line.startswith(value, at)), key=len, default="")
    word = WORD.match(line, at)
    end = at + len(named or (word[0] if word else ""))
    before, after = line[:at], line[end:]
    return (
        before if len(before) <= AROUND else "…" + before[-AROUND:],
        line[at:end],
        after if len(after) <= AROUND else after[:AROUND] + "…",
    )
