"""Lines that run together: a paste from Word has one line break where a text has an empty line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressrum.errors import Location, Mistake, say

ENDS = tuple('.!?:”"')
"""How a line ends that ends a sentence."""
WIDTHS = range(60, 121)
"""Letters in a line that an editor breaks: a sentence may end there by chance, but not thrice."""
FEW = 2
"""So many lines may be one paragraph that was broken so."""
DASHED = re.compile(r"[ ]{0,3}[-–—][ \u00a0]")
"""How a line begins that is a paragraph of its own, or an entry in a list."""


def running(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of each block that looks like several paragraphs: at the first line that runs on from another.

    There every line but the last ends a sentence, and the next one begins with a capital letter.
    Two lines of which the first is as wide as an editor's are taken for one paragraph.
    """
    lines = text.split("\n")
    if not any(below and words.endswith(ENDS) for words, below in pairwise(lines)):
        return  # no sentence ends within a block, as in most texts
    above: list[str] = []
    for number, words in enumerate((*lines, "")):
        if words.strip() and not DASHED.match(words):
            above.append(words)
            continue
        if len(above) > 1 and _parted(above):
            yield Mistake(
                Location(path, line + number - len(above) + 1),
                say("the line goes on in the paragraph of the line above"),
                say(r"put an empty line between them, or end the one above with \ for a new line alone"),
            )
        above = [words] if words.strip() else []


def _parted(lines: list[str]) -> bool:
    if len(lines) == FEW and len(lines[0]) in WIDTHS:
        return False
    return all(line.endswith(ENDS) for line in lines[:-1]) and all(line[:1].isupper() for line in lines[1:])
