"""Emphasis: signs that stand for it, and those that are only signs, in words, sums and addresses.

Markdown would take the two asterisks of `5*3*2` for marks, and publish 532.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import STX

from pressrum.parse.signs import Sought
from pressrum.typography import ADDRESS, WRITTEN

SIGNS = "*_"
BOUNDARY = re.compile(
    r"""(?P<ambiguous> (?<!^) (?<![\s*]) (?: \*{2,} | (?: (?<=_) | (?<!\w) ) \* (?: (?=_) | (?!\w) ) )
                       (?![\s*]) (?!$) )
      | (?P<end> (?<!^) (?<![\s*]) (?: \*{2,} | \* (?: (?=_) | (?!\w) | (?=s\b) ) ) (?!\*) )
      | (?P<start> (?: (?<!\*) \*{2,} | (?: (?<=_) | (?<![\w*]) ) \* ) (?![\s*]) (?!$) )""",
    re.VERBOSE,
)
"""Where asterisks may begin and end emphasis: one alone as `_` may, not within a word (CommonMark 0.31, 6.2).

But for the s of a genitive: `*Aftonbladet*s`. Two are never typed for anything else, and may stand in a word.
"""


class Address(InlineProcessor):
    """An address among words: its signs are its own."""

    def __init__(self, md: Markdown) -> None:
        super().__init__("", md)
        self.compiled_re = Sought(ADDRESS, WRITTEN)  # type: ignore[assignment]  # as good

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Give it without the signs around it, which are marks, and up to what Markdown has set aside."""
        del data
        bare = m[0].partition(STX)[0].rstrip(SIGNS + ".,;:!?")
        kept = bare.lstrip(SIGNS)
        end = m.start() + len(bare)
        return kept, end - len(kept), end


class Emphasis(Extension):
    """Both."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Look for addresses just before emphasis (60)."""
        md.inlinePatterns["em_strong"].delimiters["*"].boundary = BOUNDARY  # type: ignore[attr-defined]
        md.inlinePatterns.register(Address(md), "address", 65)
