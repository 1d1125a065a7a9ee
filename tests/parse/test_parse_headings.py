"""Bold words in the place of a heading are warned of, and others are not."""

from __future__ import annotations

import pytest

from pressrum.language import Language
from pressrum.parse.markdown import parse_markdown

BOLD = "bold words on a line of their own are no heading: a screen reader does not find them"


def doubts(text: str) -> list[str]:
    """Give place, message and hint of each warning."""
    tell = Language("en").tell
    found = parse_markdown(text, "a.md", 1, "sv").doubts
    return [
        f"{it.where.line}:{it.where.column}: {tell(it.message)} | {it.hint and tell(it.hint)}" for it in found
    ]


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("**Om mötet**\n\nVi ses.", "1:1", "## Om mötet"),
        ("\n**Om mötet**\n\nVi ses.", "2:1", "## Om mötet"),
        ("Ord.\n\n  __Fakta:__ \n\n- Ett", "3:3", "## Fakta"),
    ],
)
def test_bold_words_for_a_heading_are_warned_of(text: str, place: str, line: str) -> None:
    """A paragraph of bold words that is no sentence is answered with the heading."""
    assert doubts(text) == [f"{place}: {BOLD} | write {line}"]


@pytest.mark.parametrize(
    "text",
    [
        "**Vi vill bygga mer.**\n\nOrd.",
        "**Obs** Kom i tid.\n\nOrd.",
        "**När:** i dag\n\nOrd.",
        "Ord.\n\n**Välkomna**",
        "- **Ett**\n\n- **Två**\n\nOrd.",
        "**Ett** och **två**\n\nOrd.",
    ],
)
def test_bold_words_that_are_no_heading_are_none(text: str) -> None:
    """A sentence, words among others, in a list or last in a text may be bold."""
    assert doubts(text) == []
