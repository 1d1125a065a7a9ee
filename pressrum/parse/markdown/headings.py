"""What looks like a heading on the page and is told otherwise by a screen reader.

Bold words and capitals are none to it, and a heading that skips a step is taken for one below another that
is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrum.errors import Mistake, location, say
from pressrum.typography import holds

BOLD = re.compile(
    r"(?:\A\n?|\n[ \t]*\n)[ ]{0,3}(\*\*|__)(?!(?:ENDS|SLUT)\b)(?=\w)"
    r"([^\n*_]{1,80}[^\s*_.!?…])\1(?=[ \t]*\n[ \t]*\n\s*\S)"
)
"""A paragraph of bold words alone that is no sentence, nor ends the release, and has something below it."""
BEGUN = tuple(f"\n{' ' * gap}{mark}" for gap in range(4) for mark in ("**", "__"))
"""How its line begins: a search for these is quick."""
CAPITALS = re.compile(
    r"\n[ \t]*\n[ ]{0,3}(?!(?:ENDS|SLUT|FOR IMMEDIATE|FÖR OMEDELBAR)\b)"
    r"((?![\d_a-zåäö])\w[^\n\[\]|<@a-zåäö]{3,79}[^\s.!?…])"
    r"(?=[ \t]*\n[ \t]*\n\s*\S)"
)
"""The same in capitals; above all paragraphs, or below `PRESS RELEASE`, may stand when a text is released."""
HEADING = re.compile(
    r"^ {0,3}(#(?=[ \t])|#{2,6})(?!#)[ \t]*(\S.*?)[ \t]*#*[ \t]*$|^\S.*\n(?=(?:=+|(-+))[ \t]*$)|<h([2-6])\b",
    re.MULTILINE | re.IGNORECASE,
)
"""A heading with its signs and words; or by the line below it, with dashes of the second rank; or in HTML."""


def unheaded(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of bold words, or capitals, for a heading (WCAG 2.2, 1.3.1); `text` begins on `line` of `path`."""
    for found in BOLD.finditer(text) if holds(f"\n{text}", BEGUN) else ():
        yield Mistake(
            location(text, found.start(1), path, line),
            say("bold words on a line of their own are no heading: a screen reader does not find them"),
            say("write {line}", line=f"## {found[2].rstrip(':')}"),
        )
    for found in CAPITALS.finditer(text):
        if found[1].isupper() and _in_words(found[1]) and text[: found.start()].strip():
            yield Mistake(
                location(text, found.start(1), path, line),
                say("a line in capitals is no heading: a screen reader does not find it"),
                say("write {line}", line=f"## {found[1].rstrip(':')}"),
            )


def _in_words(line: str) -> bool:
    """Whether it has more letters than digits: a number of an account, a book or an hour has not."""
    return sum(map(str.isalpha, line)) > sum(map(str.isdigit, line))


def skipped(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of headings that stand more than a step below the one that they belong to (WCAG 2.2, 1.3.1)."""
    if "###" not in text:
        return  # the first and the second rank skip none
    found = [
        (int(heading[4] or len(heading[1] or ("##" if heading[3] else "#"))), heading)
        for heading in HEADING.finditer(text)
    ]
    title = 0 if any(rank == 1 for rank, _ in found) else 1
    above: list[tuple[int, int]] = []
    for rank, heading in found:
        while above and above[-1][0] >= rank:
            above.pop()
        meant = (above[-1][1] if above else title) + 1
        above.append((rank, meant))
        if meant != rank and heading[1]:
            yield Mistake(
                location(text, heading.start(1), path, line),
                say("this heading skips a step: to a screen reader one above it is missing"),
                say("write {line}", line=f"{'#' * meant} {heading[2]}"),
            )
