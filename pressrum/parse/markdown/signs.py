"""Markdown without the searches that cannot find anything.

Python-Markdown tries every kind of block and of inline mark on every text, and most texts are
words. Each kind begins with a sign of its own; where that does not stand, nothing is searched.
The HTML is the same, letter by letter (`tests/parse/markdown/test_signs.py`).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString, Registry

from pressrum.signs import Signs

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
    "address": ("*", "_"),
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
    "leading_address": ("://", "www.", "@"),
    "linebreak": ("  \n", "\\\n"),
    "link": ("[",),
    "reference": ("[",),
    "short_image_ref": ("![",),
    "short_reference": ("[",),
}
"""The same by the name of an inline mark."""
ANY = Signs(*{sign for signs in INLINE.values() for sign in signs})
UNTIDY = Signs("\t", "\r", " \n", STX, ETX)
"""What is put right before Markdown reads a line."""
HTML = Signs("<", "&")


class Sought:
    """A regular expression that is tried only where one of its signs stands."""

    def __init__(self, pattern: re.Pattern[str], signs: Signs) -> None:
        self.pattern = pattern
        self.signs = signs

    def search(self, text: str) -> re.Match[str] | None:
        """Search as the expression does."""
        return self.pattern.search(text) if self.signs.stand_in(text) else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Find as the expression does."""
        return self.pattern.finditer(text, start) if self.signs.stand_in(text) else iter(())


class Line(BlockProcessor):
    """A line that begins with a letter, between two empty ones: no kind of block but a paragraph."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Whether `block` is one, and stands in no list or quote."""
        return (
            block[:1].isalpha()
            and "\n" not in block
            and parent.tag == self.parser.md.doc_tag
            and not self.parser.state
        )

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Take the first of `blocks`."""
        ET.SubElement(parent, "p").text = blocks.pop(0)


class Signed(NamedTuple):
    """A kind of block or of mark, and its signs."""

    signs: frozenset[str]
    """Empty for what has none: it stands in every text."""
    kind: Any


class Choice(Preprocessor):
    """Chooses for each text what it is to be tried for; stands for all that comes before the blocks."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.whitespace, self.html = NormalizeWhitespace(md), HtmlBlockPreprocessor(md)
        # What stands further in may have one of a block's signs, and no line end before it.
        blocks = {name: tuple(map(str.strip, signs)) for name, signs in (BLOCKS | DEFINITIONS).items()}
        self.blocks = _signed(md.parser.blockprocessors, blocks)
        self.marks = _signed(md.inlinePatterns, INLINE)
        self.signs = {sign for signs, _ in (*self.blocks, *self.marks) for sign in signs}

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines, and two empty ones, with their spaces put right and their HTML set aside."""
        tidy = [*lines, "", ""]
        text = "\n".join(tidy)
        if UNTIDY.stand_in(text):
            tidy = self.whitespace.run(lines)
            text = "\n".join(tidy)
        if HTML.stand_in(text):
            tidy = self.html.run(tidy)
            text = "\n".join(tidy)  # a block of HTML ends a line, maybe one with two spaces
        # One letter is found twenty times sooner than two.
        there = {sign for sign in self.signs if sign[0] in text and sign in text}
        self.md.parser.blockprocessors = _fitting(there, self.blocks)
        self.md.treeprocessors["inline"].inlinePatterns = _fitting(there, self.marks)  # type: ignore[attr-defined]
        return tidy


def _signed(kinds: Registry[Any], signs: Mapping[str, tuple[str, ...]]) -> list[Signed]:
    """Give all kinds in order, each with its signs."""
    own = {kinds[name]: frozenset(some) for name, some in signs.items()}
    return [Signed(own.get(kind, frozenset()), kind) for kind in kinds]


def _fitting(there: set[str], kinds: list[Signed]) -> Any:
    return [kind for signs, kind in kinds if not (signs and there.isdisjoint(signs))]


class Unescape(UnescapeTreeprocessor):
    """Puts back what was written behind a backslash where there is any."""

    def unescape(self, text: str) -> str:
        """Give a text with what was set aside."""
        return super().unescape(text) if STX in text else text


class Unmarked(AtomicString):
    """Text without a sign of Markdown, which passes by all inline marks."""


class Sift(Treeprocessor):
    """Sets apart what is only words."""

    def run(self, root: ET.Element) -> None:
        """Go once over the tree."""
        for element in root.iter():
            text = element.text
            if text and not isinstance(text, AtomicString) and not ANY.stand_in(text):
                element.text = Unmarked(text)


class Sparing(Extension):
    """Put signs before the patterns of all kinds that have any; the last extension of all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Let `Sift` come before the inline processors (20)."""
        md.treeprocessors.register(Sift(md), "sift", 25)
        for name, signs in INLINE.items():
            inline = md.inlinePatterns[name]
            inline.compiled_re = Sought(inline.compiled_re, Signs(*signs))  # type: ignore[assignment]  # as good
        for name, signs in DEFINITIONS.items():
            definition = md.parser.blockprocessors[name]
            definition.RE = Sought(definition.RE, Signs(*signs))  # type: ignore[attr-defined]  # all have one
        for name, signs in BLOCKS.items():
            block = md.parser.blockprocessors[name]
            block.test = partial(_tried, block.test, Signs(*signs))  # type: ignore[method-assign]  # as good
        md.treeprocessors.register(Unescape(md), "unescape", 0)
        md.parser.blockprocessors.register(Line(md.parser), "line", 200)
        md.preprocessors = Registry()
        md.preprocessors.register(Choice(md), "choice", 0)
        md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]  # as good, and asked again and again


def _tried(test: Callable[[ET.Element, str], bool], signs: Signs, parent: ET.Element, block: str) -> bool:
    return signs.stand_in(block) and test(parent, block)
