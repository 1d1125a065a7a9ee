"""Signs spare Markdown its searches, and change nothing of what it gives."""

from __future__ import annotations

import markdown
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension

from pressrum.parse.markdown.addresses import Addresses
from pressrum.parse.markdown.blocks import Blocks
from pressrum.parse.markdown.emphasis import Emphasis
from pressrum.parse.markdown.prose import Prose
from pressrum.parse.markdown.quote import PressQuotes
from pressrum.parse.markdown.signs import Sparing

MARKS = ("*", "_", "**", "`", "[a](b)", "![a](b)", "[a]", "[a]: /b", "[^1]", "[^1]: b", "<b>", "<a@b.se>")
BLOCKS = (
    "\n\n",
    "\n",
    " \n",
    "\t",
    "    ",
    "  \n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "---",
    "- - -",
    "===",
    "|",
    "a|b\n-|-\n1|2",
)
LETTERS = (
    "a",
    "Ö",
    " ",
    "\\",
    "&amp;",
    "&",
    "!",
    "http://a.se",
    "a@b.se/",
    "www.a.se/(b",
    ")",
    "</a>",
    "<div>",
    "<a href='b'>",
    "– ",
    "säger Anna Ek",
    ", ",
    "0",
)
texts = st.lists(st.sampled_from((*MARKS, *BLOCKS, *LETTERS)), max_size=25).map("".join)


def _converter(*more: markdown.extensions.Extension) -> markdown.Markdown:
    notes, lists = FootnoteExtension(), SaneListExtension()
    own = (lists, Blocks([]), notes, PressQuotes(), Emphasis(), Addresses(), Prose("sv", "sv"))
    return markdown.Markdown(extensions=[*own, *more], output_format="html")


SPARED, WHOLE = _converter(Sparing()), _converter()


@given(texts)
@example("*\n\n    ")
@example("ab\n  <div>")
def test_the_html_is_the_same_with_signs_and_without(text: str) -> None:
    """A text becomes the same HTML whether or not it is searched for marks that it cannot hold."""
    assert SPARED.reset().convert(text) == WHOLE.reset().convert(text)
