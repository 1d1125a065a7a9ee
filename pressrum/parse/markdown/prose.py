"""What Python-Markdown's tree still needs: typography, headings below the title, table columns."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from pressrum.language import WORDS
from pressrum.parse.markdown.signs import Unmarked
from pressrum.slug import slugify
from pressrum.tongues import direction
from pressrum.typography import is_typeset, typeset

VERBATIM = ("code", "pre", "kbd", "samp", "script", "style")
TAG = re.compile(r"<[^>]*>")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Finish(Treeprocessor):
    """The last touch on the tree of a text in the language `spoken`, on a site in `language`."""

    def __init__(self, md: Markdown, language: str, spoken: str) -> None:
        super().__init__(md)
        self.language = language
        self.spoken = spoken

    def run(self, root: ET.Element) -> None:
        """Set its signs, and see to its headings, its cells and the links back from its notes."""
        if not is_typeset("".join(root.itertext()), self.spoken):
            self.typeset(root, " ")
        shift = 1 if root.find(".//h1") is not None else 0
        taken: dict[str, int] = {}
        for element in root.iter():
            if element.tag in HEADINGS:
                _finish_heading(element, shift, taken, self.words(element) or WORDS[self.language].heading)
            elif element.tag in ("td", "th"):
                align = element.attrib.pop("style", "").removeprefix("text-align: ").rstrip(";")
                if align:
                    element.set("class", align)
            elif element.get("class") == "footnote-backref" and self.spoken != self.language:
                # Its words are the site's own, in a text of another language.
                element.attrib |= {"lang": self.language, "dir": direction(self.language)}

    def words(self, heading: ET.Element) -> str:
        """Give what a heading's anchor is called: its words as readers see them, "" without any."""
        words = HTML_PLACEHOLDER_RE.sub(self.aside, "".join(heading.itertext()))
        return slugify(UnescapeTreeprocessor().unescape(words))

    def aside(self, number: re.Match[str]) -> str:
        """Give the words of a piece of HTML that Markdown has set aside: none of a tag."""
        return html.unescape(TAG.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(number[1])])))

    def typeset(self, element: ET.Element, before: str) -> str:
        """Set the quotation marks and dashes below `element`; give the last letter met."""
        if isinstance(element.text, Unmarked) or (
            element.text and not isinstance(element.text, AtomicString)
        ):
            element.text = typeset(element.text, self.spoken, before)
        before = (element.text or before)[-1:]
        for child in element:
            before = "x" if child.tag in VERBATIM else self.typeset(child, before)
            if child.tail:
                child.tail = typeset(child.tail, self.spoken, before)
                before = child.tail[-1:]
        return before


def _finish_heading(element: ET.Element, shift: int, taken: dict[str, int], words: str) -> None:
    """Keep h1 for the title, and give the heading an id of its `words` that no other on the page has.

    `taken` holds the ids that are given away, and for each the number that it has come to.
    """
    element.tag = HEADINGS[min(HEADINGS.index(element.tag) + shift, 5)]
    first = f"h-{words}"
    number = taken.get(first, 1)
    while (name := f"{first}-{number}" if number > 1 else first) in taken:
        number += 1
    taken[name] = 1
    taken[first] = number
    element.set("id", name)


class Prose(Extension):
    """`Finish`, after inline text has become elements and raw HTML is still set aside."""

    def __init__(self, language: str, spoken: str) -> None:
        super().__init__()
        self.language = language
        self.spoken = spoken

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Add it after the inline processors (20), before the serializer."""
        md.treeprocessors.register(Finish(md, self.language, self.spoken), "finish", 5)
