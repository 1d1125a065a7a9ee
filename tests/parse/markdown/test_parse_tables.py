"""Tables that are none, or not as they look: told at their places, with what to write."""

from __future__ import annotations

import pytest
from slipped import told

TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n"
UNFIT = "the line of dashes does not fit the headings above it"
APART = ("an empty line parts this row from its table", "remove the empty line")
TABS = "tabs between words make no table"
ROW = ("the line would be a row of the table above it", "put an empty line above it")


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Ord\n\n| A | B |\n|---|\n| 1 | 2 |", [("4:1", UNFIT, "write |---|---|")]),
        ("| A |\n|---|---|\n| 1 | 2 |", [("2:1", UNFIT, "write |---|")]),
        ("| A | B |\n|—|–|\n| 1 | 2 |", [("2:1", UNFIT, "write |---|---|")]),
        (f"{TABLE}\n| 3 | 4 |\n| 5 | 6 |", [("5:1", *APART)]),
        ("| A | B |\n\n|---|---|\n\n| 1 | 2 |", [("3:1", *APART), ("5:1", *APART)]),
        (f"{TABLE}*Källa: SCB*", [("4:1", *ROW)]),
        (f"{TABLE}3\t4\n5\t6\n", [("4:1", TABS, "write | 3 | 4 |"), ("5:1", TABS, "write | 5 | 6 |")]),
        (f"{TABLE}3\t4", [("4:1", TABS, "write | 3 | 4 |")]),
        (
            "| A | B\n| 1 | 2\n| 3 | 4",
            [("1:1", "the table lacks the line of dashes below its headings", "add below it: |---|---|")],
        ),
        (f"{TABLE}## Rubrik\n\nMer", [("4:1", *ROW)]),
        (f"{TABLE}\n| C | D |\n|—|—|\n| 3 | 4 |", [("6:1", UNFIT, "write |---|---|")]),
    ],
)
def test_lines_that_are_not_as_they_look_are_told(text: str, slips: list[tuple[str, str, str]]) -> None:
    """A table that would be published as raw signs, or with a row too many or too few, is told."""
    assert told(text) == slips


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}\n*Källa: SCB*\n\n{TABLE}\n{TABLE}",
        f"{TABLE}| | |\n| – | - |",
        "|| B |\n|:--|--:|\n| `a|b` | c \\| d |",
        "| A | B\n|---|---\n| 1 | 2",
        "| Tid: 18\n| Plats: Farsta",
        "Namn | Tid\n--- | ---\nAnna | 18",
        f"{TABLE}<!-- anteckning -->",
        f"{TABLE}\n<pre>\n| a |\nb\n</pre>",
    ],
)
def test_a_table_as_it_should_be_is_no_slip(text: str) -> None:
    """Several tables, words below them, empty cells and dashes in cells are right."""
    assert told(text) == []
