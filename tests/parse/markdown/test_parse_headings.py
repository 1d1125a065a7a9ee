"""Bold words in the place of a heading are warned of, and others are not."""

from __future__ import annotations

import pytest
from refused import in_words

from pressrum.parse.markdown.body import parse_markdown

BOLD = "bold words on a line of their own are no heading: a screen reader does not find them"


def doubts(text: str) -> list[str]:
    """Give place, message and hint of each warning."""
    found = parse_markdown(text, "a.md", 1, "sv").doubts
    return [in_words(doubt).removeprefix("a.md:") for doubt in found]


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


def test_a_heading_may_begin_as_the_end_of_a_release_does() -> None:
    """Only the whole word ends it."""
    assert doubts("**ENDSTATION Farsta**\n\nOrd.") == [f"1:1: {BOLD} | write ## ENDSTATION Farsta"]


@pytest.mark.parametrize(
    "text",
    [
        "**Vi vill bygga mer.**\n\nOrd.",
        "**Obs** Kom i tid.\n\nOrd.",
        "**När:** i dag\n\nOrd.",
        "Ord.\n\n**Välkomna**",
        "Ord.\n\n**ENDS**\n\nNotes.",
        "- **Ett**\n\n- **Två**\n\nOrd.",
        "**Ett** och **två**\n\nOrd.",
    ],
)
def test_bold_words_that_are_no_heading_are_none(text: str) -> None:
    """A sentence, words among others, in a list or last in a text may be bold, and what ends a release."""
    assert doubts(text) == []


CAPITALS = "a line in capitals is no heading: a screen reader does not find it"


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("Ord.\n\nSÅ HÄR GÅR DET TILL\n\nVi ses.", "3:1", "## SÅ HÄR GÅR DET TILL"),
        ("Ord.\n\n\n FAKTA: \n \n- Ett", "4:2", "## FAKTA"),
        ("- Ett\n\nNÄR OCH VAR?\n\nOrd.\n\nÅRSTA 2016\n\nOrd.", "7:1", "## ÅRSTA 2016"),
    ],
)
def test_capitals_for_a_heading_are_warned_of(text: str, place: str, line: str) -> None:
    """A paragraph in capitals between others is answered with the heading."""
    assert doubts(text) == [f"{place}: {CAPITALS} | write {line}"]


@pytest.mark.parametrize(
    "text",
    [
        "FÖR OMEDELBAR PUBLICERING\n\nOrd.",
        "\n\nPRESSMEDDELANDE\n\nOrd.",
        "PRESSMEDDELANDE\n\nFÖR OMEDELBAR PUBLICERING\n\nOrd.",
        "PRESS RELEASE\n\nFOR IMMEDIATE RELEASE\n\nWords.",
        "Ord.\n\nKL. 18.00\n\nOrd.\n\nBG 123-4567\n\nOrd.",
        "Ord.\n\nISBN 978-91-7000-150-5\n\nOrd.\n\nIBAN SE45 5000 0000 0583 9825 7466\n\nOrd.",
        "Ord.\n\nVÄLKOMNA!\n\nOrd.",
        "Ord.\n\nVÄLKOMNA TILL MÖTET",
        "Ord.\n\nENDS\n\nNotes.",
        "Ord.\n\nKTH\n\nOrd.",
        "Ord.\n\n2016-11-28\n\nOrd.",
        "Ord.\n\nABBA SPELAR\ni kväll\n\nOrd.",
        "Ord.\n\nÉtt ORD\n\nOrd.",
        "Ord.\n\n## FAKTA\n\nOrd.",
        "Ord.\n\n[[TOUR]]\n\nOrd.",
    ],
)
def test_capitals_that_are_no_heading_are_none(text: str) -> None:
    """What stands above a release, a cry, a last line, few letters, numbers and words in other letters."""
    assert doubts(text) == []


STEP = "this heading skips a step: to a screen reader one above it is missing"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("### Plats\n\nOrd.", {"1:1": "## Plats"}),
        ("Ord.\n\n## A\n\n#### B ####\n\n#### C\n\n### D", {"5:1": "### B", "7:1": "### C"}),
        ("### A\n\n### B\n\n#### C", {"1:1": "## A", "3:1": "## B", "5:1": "### C"}),
        ("# A\n\n### B", {"3:1": "## B"}),
        ("A\n=\n\n### B", {"4:1": "## B"}),
    ],
)
def test_heading_that_skips_a_step_is_warned_of(text: str, told: dict[str, str]) -> None:
    """Each that stands too low is answered with the rank that it should have; those below it move along."""
    assert doubts(text) == [f"{place}: {STEP} | write {line}" for place, line in told.items()]


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\n### B\n\n#### C\n\n## D\n\n### E",
        "# A\n\n## B",
        "## A\n\n#Enskede är med.",
        "A\n=\n\n## B",
        "A\n-\n\n### B",
        "## A\n\n<h3>B</h3>\n\n#### C",
    ],
)
def test_headings_step_by_step_are_not_warned_of(text: str) -> None:
    """The highest rank is the first or, below the title, the second; upwards any step goes."""
    assert doubts(text) == []
