"""Addresses among words: they lead where they say, and their signs are their own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, STX, AtomicString

from pressrum.parse.markdown.signs import Sought
from pressrum.typography import ADDRESS, WRITTEN

MARKS = "*_"
WEB = re.compile(
    r"(?!.*javascript:)(?:https?://localhost|(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+)(?:[:/?#].*)?",
    re.IGNORECASE,
)
"""The address of a page; what looks like a script, wherever it stands in one, is to be no link."""
TAG = re.compile(r"</?a\b")
ESCAPED = re.compile(f"{STX}[0-9]+{ETX}")
LETTERBOX = re.compile(r"(?:mailto:)?[^\s@:/]+@[\w.-]+\.[^\W\d_]{2,}", re.IGNORECASE)


class Address(InlineProcessor):
    """An address among words: what in it looks like a mark is none."""

    name = "address"

    def __init__(self, md: Markdown) -> None:
        super().__init__("", md)
        self.compiled_re = Sought(ADDRESS, WRITTEN)  # type: ignore[assignment]  # as good

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name, and form
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        """Give it as it is."""
        start, end = _bare(m)
        return data[start:end], start, end


class LeadingAddress(Address):
    """An address of a page or of a letterbox: it becomes a link, unless it stands in one."""

    name = "leading_address"
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name, and form
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | str | None, int | None, int | None]:
        """Give the link; none for one that goes on in what Markdown has set aside."""
        start, end = _bare(m)
        if data[start:end].count("(") > data[start:end].count(")") and data[end : end + 1] == ")":
            end += 1
        target = _target(data[start:end])
        if target is None or self._goes_on(data[end:]) or self._in_html(data[:start]):
            return None, None, None
        link = ET.Element("a", href=target)
        link.text = AtomicString(data[start:end])
        return link, start, end

    def _goes_on(self, after: str) -> bool:
        """Whether letters that Markdown has set aside belong to the address, such as `&amp;`."""
        found = INLINE_PLACEHOLDER_RE.match(after)
        return isinstance(self._aside(found[1]), str) if found else ESCAPED.match(after) is not None

    def _in_html(self, before: str) -> bool:
        """Whether a link that is written as HTML begins in the words `before`, and has not ended."""
        aside = map(self._aside, INLINE_PLACEHOLDER_RE.findall(before))
        numbers = [
            found for one in aside if isinstance(one, str) for found in HTML_PLACEHOLDER_RE.findall(one)
        ]
        tags = [str(self.md.htmlStash.rawHtmlBlocks[int(number)]).lower() for number in numbers]
        return next((tag[1] == "a" for tag in reversed(tags) if TAG.match(tag)), False)

    def _aside(self, number: str) -> ET.Element | str:
        """Give what Markdown has set aside."""
        return self.md.treeprocessors["inline"].stashed_nodes[number]  # type: ignore[attr-defined,no-any-return]  # the inline one has


def _bare(found: re.Match[str]) -> tuple[int, int]:
    """Give where an address stands, without the marks around it, and up to what Markdown has set aside."""
    bare = found[0].partition(STX)[0].rstrip(MARKS + ".,;:!?")
    end = found.start() + len(bare)
    return end - len(bare.lstrip(MARKS)), end


def _target(words: str) -> str | None:
    """Give where an address leads; None for one that no reader's browser would follow."""
    if WEB.fullmatch(words):
        return f"https://{words}" if words[:1] in "wW" else words
    if LETTERBOX.fullmatch(words):
        return words if words.lower().startswith("mailto:") else f"mailto:{words}"
    return None


class Addresses(Extension):
    """Addresses, and links of those that lead somewhere."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Look for addresses just before emphasis (60), and first for those that lead somewhere."""
        md.inlinePatterns.register(LeadingAddress(md), LeadingAddress.name, 66)
        md.inlinePatterns.register(Address(md), Address.name, 65)
