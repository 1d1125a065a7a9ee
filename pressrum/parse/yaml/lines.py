"""The lines of a source, counted from 1 as an editor does: one of them, its margin, the first that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable


def line_at(text: str, number: int) -> str:
    """Give the line `number` of a text; "" below its last one."""
    return [*text.split("\n"), ""][number - 1]


def margin(line: str) -> int:
    """Give how many signs stand in front of the first one that is seen."""
    return len(line) - len(line.lstrip())


def first_match(
    pattern: re.Pattern[str], text: str, numbers: Iterable[int]
) -> tuple[int, re.Match[str]] | None:
    """Give the first of the lines with these `numbers` (from 1) that begins as `pattern` says, and how."""
    lines = text.split("\n")
    for number in numbers:
        if 1 <= number <= len(lines) and (found := pattern.match(lines[number - 1])):
            return number, found
    return None
