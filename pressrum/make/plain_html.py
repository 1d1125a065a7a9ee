"""Safe HTML as plain text: its lists, tables, notes and links as one would type them."""

from __future__ import annotations

import re
from html import unescape

from pressrum.typography import spaced

BLOCKS = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "figure", "div", "hr")
)
"""What stands apart from its neighbours by an empty line."""
TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>""")
"""A tag as it stands in safe HTML, in three parts: the library that makes it safe writes all in one way."""
LINES = frozenset(("tr", "dt", "dd", "br", "caption", "figcaption"))
"""What begins a line."""
LISTS = frozenset(("ul", "ol"))
REFERENCE, NOTE = 'id="fnref', 'id="fn:'
"""What tells that a raised number leads to a footnote, and that a list's item is one."""
BACK = "↩"
"""What leads back from a footnote: on paper nothing does."""


def plain(html: str) -> str:
    r"""Give what safe HTML says as plain text: lists with their marks, links with their addresses.

    >>> plain('<p>Kom till <a href="https://a.example/">oss</a>.</p><ul><li>Ett</li><li>Två</li></ul>')
    'Kom till oss (https://a.example/).\n\n- Ett\n- Två'
    """
    reader, parts = _Reader(), TAG.split(html)
    for words, slash, name, attributes in zip(*(parts[n::4] for n in range(4)), strict=False):
        reader.hear(words)
        reader.close(name) if slash else reader.open(name, attributes)
    reader.hear(parts[-1])
    reader.end_line()
    return "\n".join(reader.lines).strip("\n")


class _Reader:
    """Writes down line by line what is said between the tags."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        """Of the line that is being written."""
        self.lists: list[int | None] = []
        """The open lists: for one with numbers its last, else None."""
        self.marks: list[str] = []
        """What the next line begins with, for each open item: its mark, or a gap once that is written."""
        self.begun: list[int] = []
        """How many lines stood above each open item."""
        self.raised: list[str] = []
        """What ends each open raised part."""
        self.targets: list[tuple[str, int]] = []
        """Where each open link leads, and where in the line its words begin."""
        self.cells = 0
        """Cells that the open row of a table has so far; a line break in one is a space."""

    def open(self, tag: str, attributes: str) -> None:
        """Begin a paragraph, an item or a line, and remember where a link leads."""
        if tag in LISTS:
            self.part(tight=bool(self.marks))
            self.lists.append(_number("start", attributes, 1) - 1 if tag == "ol" else None)
        elif tag in BLOCKS:
            self.part()
        elif tag == "li":
            self.end_line()
            self.marks.append(self.mark(attributes))
            self.begun.append(len(self.lines))
        elif tag == "br" and self.cells:
            self.words.append(" ")
        elif tag in LINES:
            self.end_line()
        elif tag in ("td", "th"):
            self.words += [" | "] if self.cells else []
            self.cells += 1
        elif tag == "img" and (alt := _attribute("alt", attributes)):
            self.words.append(f"[{alt}]")
        elif tag == "a":
            self.targets.append((_attribute("href", attributes), len(self.words)))
        elif tag == "sup":
            opens, closes = ("[", "]") if REFERENCE in attributes else ("", "")
            self.words.append(opens)
            self.raised.append(closes)

    def close(self, tag: str) -> None:
        """End a paragraph or an item, and say where a link led unless its words do.

        Items follow each other without a gap, be they paragraphs or not; only one with a gap in it has one
        below it.
        """
        if tag in LISTS and self.lists:
            self.lists.pop()
            self.part(tight=bool(self.marks))
        elif tag in BLOCKS:
            self.part(tight=bool(self.marks))
        elif tag == "tr":
            self.cells = 0
        elif tag == "li" and self.marks:
            self.part(tight="" not in self.lines[self.begun.pop() :])
            self.marks.pop()
        elif tag == "sup" and self.raised:
            self.words.append(self.raised.pop())
        elif tag == "a" and self.targets:
            target, start = self.targets.pop()
            self.words.append(_led(target, "".join(self.words[start:])))

    def hear(self, words: str) -> None:
        """Write words down; a line break between them means nothing."""
        if words:
            self.words.append(unescape(words).replace(BACK, ""))

    def mark(self, attributes: str) -> str:
        """Give what stands before an item: a hyphen, or its number, in brackets for a footnote."""
        if not self.lists or self.lists[-1] is None:
            return "- "
        number = self.lists[-1] = _number("value", attributes, self.lists[-1] + 1)
        return f"[{number}] " if NOTE in attributes else f"{number}. "

    def part(self, *, tight: bool = False) -> None:
        """End the line, and leave an empty one unless that is too much: right after an item's mark it is."""
        self.end_line()
        begun = bool(self.marks and self.marks[-1].strip())
        if self.lines and self.lines[-1] and not (tight or begun):
            self.lines.append("")

    def end_line(self) -> None:
        """Write the line down, if there is any word in it."""
        if line := spaced("".join(self.words)):
            self.lines.append("".join(self.marks) + line)
            self.marks = [" " * len(mark) for mark in self.marks]
        self.words.clear()


def _led(target: str, words: str) -> str:
    """Give what tells on paper where a link leads; "" where its words do, or where it stays on the page."""
    scheme, _, rest = target.partition(":")
    if scheme in ("mailto", "tel"):
        address = rest.partition("?")[0]
        told = address in words or (scheme == "tel" and any(map(str.isdigit, words)))
        return "" if told else f" ({address})"
    return f" ({target})" if target.startswith("http") and rest.removeprefix("//") not in words else ""


def _attribute(name: str, attributes: str) -> str:
    """Give the value of an attribute, "" without one."""
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return unescape(found[1]) if found else ""


def _number(name: str, attributes: str, otherwise: int) -> int:
    """Give a whole number (HTML, 2.3.4.1), or another where there is none."""
    found = re.search(rf'\b{name}="\s*([+-]?[0-9]{{1,9}})', attributes)
    return int(found[1]) if found else otherwise
