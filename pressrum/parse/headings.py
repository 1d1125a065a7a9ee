"""Bold words that stand for a heading: on the page they look like one, to a screen reader they are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrum.errors import Mistake, say
from pressrum.parse.markup import location

BOLD = re.compile(
    r"(?:\A\n?|\n[ \t]*\n)[ ]{0,3}(\*\*|__)(?=\w)([^\n*_]{1,80}[^\s*_.!?…])\1(?=[ \t]*\n[ \t]*\n\s*\S)"
)
"""A paragraph of bold words alone that is no sentence, and has something below it."""


def unheaded(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of bold words in the place of a heading (WCAG 2.2, 1.3.1); `text` begins on `line` of `path`."""
    for found in BOLD.finditer(text) if "**" in text or "__" in text else ():
        yield Mistake(
            location(text, found.start(1), path, line),
            say("bold words on a line of their own are no heading: a screen reader does not find them"),
            say("write {line}", line=f"## {found[2].rstrip(':')}"),
        )
