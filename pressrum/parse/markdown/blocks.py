"""Lists and tables as staff write them: right below a line of words, below a year, with a cell too many."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import SubstituteTagInlineProcessor

BEGINS = re.compile(
    r"""\n(?= [ ]{0,3} (?: [-*+] [ ]+ \S | 1\. [ ]+ \S )
           | (?<= [.!?:…”"*_)] \n ) [ ]{0,3} (?:(?:[–—]|--) [ \u00a0]* | -) ["”]? [^\W\d_a-zåäö]
           | [^\n]* \| [^\n]* \n [ ]{0,3} [|:]* - [ |:-]* (?:\n|$) )""",
    re.VERBOSE,
)
"""Where a list begins within a block, what somebody says, or a table: its head, and the line of dashes."""

NUMBER = re.compile(r"[ ]{0,3}(\d+)\.[ ]+")
LONGEST = 3
"""Digits of a number that may begin a list."""
BREAK, KEPT = "\n", "\v"
"""A line's end, and one after which no item begins; no source can hold the latter."""


HEADING = re.compile(
    r"""(?:^|\n) [ ]{0,3} (?P<level> \#{2,6} | \#(?![^\s\#]) ) (?P<header>[^\n]*?)
        (?: (?<=[ \t])\#+ | (?<![\\\#])\#{2,} )? (?<![ \t])[ \t]* (?:\n|$)""",
    re.VERBOSE,
)
"""A heading between its signs: one right before a word is that of a hashtag, one right behind it its own."""

BROKEN = r"(?:  |\\)\n"
"""The end of a line that is kept, as CommonMark has it (0.31, 6.7)."""


class Interruption(BlockProcessor):
    """Words with a list, a quotation or a table right below: Markdown wants an empty line between.

    CommonMark wants none (0.31, 5.3), but for a numbered list that does not begin with 1: else a year at
    the beginning of a line would be one.
    """

    def test(self, parent: ET.Element, block: str) -> bool:
        """Whether `block`, which begins with words, goes on with one, and stands in no list itself."""
        return (
            "\n" in block
            and parent.tag in (self.parser.md.doc_tag, "blockquote")
            and BEGINS.search(block) is not None
        )

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Part the first of `blocks`."""
        del parent
        words, below = BEGINS.split(blocks[0], maxsplit=1)
        blocks[:1] = [words, below]


class Numbered(SaneOListProcessor):
    """A numbered list. A number of four digits is a year, but where a list has come to it."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Whether `block` begins a list, or goes on with one."""
        found = NUMBER.match(block)
        if not found or len(found[1]) <= LONGEST:
            return found is not None
        above = self.lastChild(parent)
        return above is not None and above.tag == "ol" and _next(above) == int(found[1])

    def get_items(self, block: str) -> list[str]:
        """Give the items; a year at the beginning of a line is of the item above."""
        due, whole = 0, ""
        for line in block.split("\n"):
            found = NUMBER.match(line)
            year = found is not None and len(found[1]) > LONGEST and int(found[1]) != due
            if found and not year:
                due = int(found[1]) + 1
            whole += f"{KEPT if year and whole else BREAK}{line}"
        return [item.replace(KEPT, BREAK) for item in super().get_items(whole.removeprefix(BREAK))]


def _next(numbered: ET.Element) -> int:
    """Give the number of the item that would follow."""
    return int(numbered.get("start", "1")) + len(numbered)


class Table(TableProcessor):
    """A table that drops no cell in silence: `overfull` gets each row with more than there are columns."""

    def __init__(self, parser: BlockParser, config: dict[str, object], overfull: list[str]) -> None:
        super().__init__(parser, config)
        self.overfull = overfull

    def _build_row(self, row: str, parent: ET.Element, align: Sequence[str | None]) -> None:
        if any(map(str.strip, self._split_row(row)[len(align) :])):  # type: ignore[attr-defined]  # untyped
            self.overfull.append(row)
        super()._build_row(row, parent, align)  # type: ignore[misc]  # untyped


class Blocks(TableExtension):
    """All of these; besides, a heading is no hashtag, and a line ends where it is kept."""

    def __init__(self, overfull: list[str]) -> None:
        super().__init__()
        self.overfull = overfull

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Put the table in the place of Markdown's, and look for lists where nothing but words is left."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(Table(md.parser, self.getConfigs(), self.overfull), "table", 75)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(BROKEN, "br"), "linebreak", 100)
        md.parser.blockprocessors["hashheader"].RE = HEADING  # type: ignore[attr-defined]  # it has one
        md.parser.blockprocessors.register(Numbered(md.parser), "olist", 40)
        md.parser.blockprocessors.register(Interruption(md.parser), "interruption", 12)
