"""Emphasis: signs that stand for it, and those that are only signs, in words and sums.

Markdown would take the two asterisks of `5*3*2` for marks, and publish 532.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension

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


class Emphasis(Extension):
    """Emphasis by `BOUNDARY`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Give the asterisk other boundaries."""
        md.inlinePatterns["em_strong"].delimiters["*"].boundary = BOUNDARY  # type: ignore[attr-defined]
