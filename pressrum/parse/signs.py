"""Markdown without the searches that cannot find anything.

Python-Markdown tries every kind of block and of inline mark on every text, and most texts are
words. Each kind begins with a sign of its own; where that does not stand, nothing is searched.
The HTML is the same, letter by letter (`tests/parse/test_signs.py`).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import partial

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

BLOCKS = {
    "hashheader": ("#",),
    "hr": ("-", "*", "_"),
    "quote": (">",),
    "setextheader": ("\n=", "\n-"),
    "table": ("|",),
}
"""By the name of a kind of block: one of which signs it holds."""
DEFINITIONS = {"footnote": ("[^",), "reference": ("]:",)}
"""The same for what may stand anywhere in a block."""
INLINE = {
    "autolink": ("<",),
    "automail": ("<",),
    "backtick": ("`", "\\"),
    "em_strong": ("*", "_"),
    "entity": ("&",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "html": ("<",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "linebreak": ("  \n",),
    "link": ("[",),
    "reference": ("[",),
    "short_image_ref": ("![",),
    "short_reference": ("[",),
}
"""The same by the name of an inline mark."""
ANY = re.compile(r"[\\`*_\[!<&]|  \n")
"""Any of these."""


class Sought:
    """A regular expression that is tried only where one of its signs stands."""

    def __init__(self, pattern: re.Pattern[str], signs: tuple[str, ...]) -> None:
        self.pattern = pattern
        self.signs = signs

    def search(self, text: str) -> re.Match[str] | None:
        """Search as the expression does."""
        return self.pattern.search(text) if _holds(text, self.signs) else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Find as the expression does."""
        return self.pattern.finditer(text, start) if _holds(text, self.signs) else iter(())


def _holds(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - called a hundred times a text, and any() takes twice as long
        if sign in text:
            return True
    return False


class Unmarked(AtomicString):
    """Text without a sign of Markdown, which passes by all inline marks."""


class Sift(Treeprocessor):
    """Sets apart what is only words."""

    def run(self, root: ET.Element) -> None:
        """Go once over the tree."""
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString) and not ANY.search(element.text):
                element.text = Unmarked(element.text)


class Signs(Extension):
    """Put signs before the patterns of all kinds that have any; the last extension of all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Let `Sift` come before the inline processors (20)."""
        md.treeprocessors.register(Sift(md), "sift", 25)
        for name, signs in INLINE.items():
            inline = md.inlinePatterns[name]
            inline.compiled_re = Sought(inline.compiled_re, signs)  # type: ignore[assignment]  # as good
        for name, signs in DEFINITIONS.items():
            definition = md.parser.blockprocessors[name]
            definition.RE = Sought(definition.RE, signs)  # type: ignore[attr-defined]  # all have one
        for name, signs in BLOCKS.items():
            block = md.parser.blockprocessors[name]
            block.test = partial(_tried, block.test, signs)  # type: ignore[method-assign]  # as good


def _tried(
    test: Callable[[ET.Element, str], bool], signs: tuple[str, ...], parent: ET.Element, block: str
) -> bool:
    return _holds(block, signs) and test(parent, block)
