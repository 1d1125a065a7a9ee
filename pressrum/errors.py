"""What goes wrong, as values: a place, a sentence, and what to write instead.

A sentence is kept as its English text and its parameters until the edge prints it, for
only there is the reader's language known. A mistake is a value and not an exception, so
that a hundred of them can be gathered, sorted and told in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, order=True)
class Location:
    """A place in a source file, as an editor counts it."""

    path: str
    """From the site's folder, with `/`."""
    line: int = 1
    """From 1."""
    column: int = 1
    """From 1, in characters."""

    def __str__(self) -> str:
        """Give `path:line:column`, which editors and terminals can open."""
        return f"{self.path}:{self.line}:{self.column}"


def location(text: str, index: int, path: str, line: int = 1) -> Location:
    """Give the place of the letter at `index` (from 0) of a text that begins on `line` of `path`."""
    before = text[:index].split("\n")
    return Location(path, line + len(before) - 1, len(before[-1]) + 1)


@dataclass(frozen=True)
class Text:
    """A sentence to a person, not yet in that person's language."""

    msgid: str
    """The English sentence, with `{names}` for its parameters: the key in the catalogues."""
    params: tuple[tuple[str, Param], ...] = ()


Param = str | int | date | datetime | Text


def say(msgid: str, /, **params: Param) -> Text:
    """Give the sentence `msgid` with `params` in it; Babel finds catalogue texts by this name.

    A `date` or `datetime` among the parameters is written out in the reader's language.
    """
    return Text(msgid, tuple(sorted(params.items())))


@dataclass(frozen=True)
class Mistake:
    """Something that a writer can put right, or should know."""

    where: Location
    message: Text
    hint: Text
    """What to write instead."""


Slips = Iterable[tuple[int, Text, Text]]
"""What is wrong in a text: where (from 0), in which words, and what to write instead."""


def located(slips: Slips, text: str, path: str, line: int = 1) -> Iterator[Mistake]:
    """Give the mistakes of a text that begins on `line` of `path`."""
    return (Mistake(location(text, index, path, line), message, hint) for index, message, hint in slips)


class Trouble(Exception):
    """What is wrong, in words, and what to do about it."""

    def __init__(self, message: Text, hint: Text) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.hint = hint


class BadValue(Trouble, ValueError):
    """A value that cannot be read; the caller knows where it stands."""

    def at(self, where: Location) -> Mistake:
        """Give the mistake at its place."""
        return Mistake(where, self.message, self.hint)


class BadSource(Exception):
    """One or more mistakes, each with its place; the source gives no value."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes


class MachineTrouble(Trouble):
    """The machine's fault and not a writer's: a full disk, no permission, another command at work."""


def in_source_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Sort by path, line and column, each mistake once."""
    return tuple(sorted(dict.fromkeys(mistakes), key=lambda mistake: mistake.where))
