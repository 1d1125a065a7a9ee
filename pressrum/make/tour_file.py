"""A meeting added to the text of tour.yaml where it belongs by its hour; all else stays as it was written.

This is an edit of lines and no dump of YAML: comments, empty lines, quotation marks and the order of
fields are somebody's. The new entry looks like the one that it comes after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressrum.errors import BadValue, say
from pressrum.make.scalar import scalar
from pressrum.model import Meeting, Tour

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
HYPHEN = re.compile(r"(\ufeff?[ \t]*)-(?:[ \t]+|[ \t]*(?:#.*)?$)")
"""What an entry of a list begins with."""
NONE_YET = re.compile(r"(\ufeff?meetings[ \t]*:)[ \t]*(?:\[[ \t]*\])?([ \t]+#.*|[ \t]*)$")
"""The line of a list without meetings."""
Pairs = Sequence[tuple[str, str]]
"""Names of fields and what is to be written after them."""


@dataclass(frozen=True)
class _Entry:
    """The lines of a meeting, and how it is written."""

    meeting: Meeting
    first: int
    """The line with its hyphen, from 0."""
    last: int
    """The line after its last one, from 0."""
    opening: str
    """What stands before its first field: indent, hyphen and space."""
    padding: str
    """What stands between the brace and the first field of a meeting on one line."""


def add_meeting(text: str, tour: Tour, new: Meeting, pairs: Pairs) -> str:
    """Give the text of tour.yaml with the meeting `new` in it, written as `pairs`.

    `tour` is what `text` says so far. Raises `BadValue` where the list is not laid out in entries
    that each begin on a line of their own.
    """
    lines = [line for line in LINE.findall(text) if line]
    entries = _entries(lines, tour, pairs)
    earlier = [entry for entry in entries if entry.meeting.order[0] <= new.order[0]]
    if not entries:
        return _first_one(lines, text, pairs)
    if earlier:
        # Of those that come no later the latest day counts, and of its meetings the last in the file.
        before = max(earlier, key=lambda entry: (entry.meeting.day, entry.first))
        gap = _gap(lines, entries, entries.index(before))
        return _inserted(lines, before.last, [*[""] * gap, *_written(before, pairs)], text)
    after = entries[0]
    gap = _gap(lines, entries, 0)
    return _inserted(lines, _with_comments(lines, after), [*_written(after, pairs), *[""] * gap], text)


def by_hand(pairs: Pairs) -> BadValue:
    """Say that a list is laid out in a way that a person has to see to."""
    return BadValue(
        say("the meetings in tour.yaml are not laid out as entries that each begin on a line of their own"),
        say("add this one by hand: {line}", line=one_line(pairs)),
    )


def one_line(pairs: Pairs, padding: str = "") -> str:
    """Give a meeting on one line, within braces."""
    within = ", ".join(f"{name}: {scalar(value, flow=True)}" for name, value in pairs)
    return f"{{{padding}{within}{padding}}}"


def _entries(lines: list[str], tour: Tour, pairs: Pairs) -> list[_Entry]:
    """Find the lines of each meeting, in the order of the file."""
    found: list[_Entry] = []
    for meeting in sorted(tour.meetings, key=lambda meeting: meeting.front.where):
        line, column = meeting.front.where.line - 1, meeting.front.where.column - 1
        first = line
        while first > 0 and not HYPHEN.match(_bare(lines[first])):
            first -= 1
        hyphen = HYPHEN.match(_bare(lines[first]))
        alone = first != line
        if not hyphen or (found and first < found[-1].last) or (not alone and hyphen.end() != column):
            raise by_hand(pairs)
        opening = f"{hyphen[1]}- " if alone else lines[first][:column]
        padding = " " if lines[line][column : column + 2] == "{ " else ""
        last = _end(lines, first, len(hyphen[1].removeprefix("\ufeff")))
        found.append(_Entry(meeting, first, last, opening, padding))
    return found


def _bare(line: str) -> str:
    """Give a line without its end."""
    return line.rstrip("\r\n")


def _end(lines: list[str], first: int, indent: int) -> int:
    """Give the line after an entry: what is indented deeper than its hyphen is its own, comments too."""
    end = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        deep = len(line) - len(line.lstrip(" ")) > indent
        if line.strip() and deep:
            end = number + 1
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return end


def _with_comments(lines: list[str], entry: _Entry) -> int:
    """Give the line at which an entry begins when the comment right above it is counted in."""
    first = entry.first
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first


def _gap(lines: list[str], entries: list[_Entry], number: int) -> int:
    """Give how many empty lines stand between entry `number` and its neighbour."""
    others = entries[number : number + 2] if number + 1 < len(entries) else entries[number - 1 :]
    if len(others) < 2:  # noqa: PLR2004 - a pair
        return 0 if entries[number].meeting.front.flow else 1
    between = lines[others[0].last : others[1].first]
    return next((count for count, line in enumerate(between) if line.strip()), len(between))


def _written(like: _Entry, pairs: Pairs) -> list[str]:
    """Give the lines of the new meeting, in the manner of the entry `like`."""
    if like.meeting.front.flow:
        return [like.opening + one_line(pairs, like.padding)]
    rows = [f"{name}: {scalar(value)}" for name, value in pairs]
    return [like.opening + rows[0], *(" " * len(like.opening) + row for row in rows[1:])]


def _first_one(lines: list[str], text: str, pairs: Pairs) -> str:
    """Give the text with its first meeting."""
    entry = [f"  - {one_line(pairs)}"]
    for number, line in enumerate(lines):
        if found := NONE_YET.match(_bare(line)):
            lines[number] = found[1] + found[2].rstrip() + line[len(_bare(line)) :]
            return _inserted(lines, number + 1, entry, text)
    return _inserted(lines, len(lines), ["meetings:", *entry], text)


def _inserted(lines: list[str], at: int, new: list[str], text: str) -> str:
    """Put new lines before line `at`, with the line ends of the text, and none at its end if it had none."""
    ending = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    added = ending.join(new)
    if at == len(lines) and not text.endswith(("\r", "\n")):
        return "".join([*lines, ending, added])
    return "".join([*lines[:at], added, ending, *lines[at:]])
