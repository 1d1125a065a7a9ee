"""Paragraphs that run together: quotations are parted, and the rest is warned of."""

from __future__ import annotations

import pytest
from conftest import RELEASE, Press

from pressrum.parse.markdown import parse_markdown

QUOTE = '<blockquote class="quote">\n<p>– {}</p>\n</blockquote>'
WARNED = (
    "content/releases/2016-11-28-mote.md:{}:1: the line goes on in the paragraph of the line above | "
    r"put an empty line between them, or end the one above with \ for a new line alone"
)


def lines(text: str) -> list[int]:
    """Give the lines of a text that run on."""
    return [doubt.where.line for doubt in parse_markdown(text, "a.md", 1, "sv").doubts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ett stycke.\nEtt till.", [2]),
        ("Ett stycke.\nEtt till!\nOch ett.\n\nSist.\nÄn mer", [2, 6]),
        ("Ord\n\n– Vi bygger, säger Anna Ek.\nEtt stycke.", [4]),
        ("Ett stycke.\n– Vi bygger, säger Anna Ek.", []),
        ("En rad som\nbryts. Så är det.", []),
        (f"{'Ord ' * 20}ord.\nEn rad till.", []),
        (f"{'Ord ' * 20}ord.\n{'Ord ' * 20}ord.\nEn rad till.", [2]),
        (f"{'Ord ' * 50}ord.\nEn rad till.", [2]),
        ("Anna Ek\nPressekreterare", []),
        ("Ett stycke.\noch mer", []),
        ("Ett stycke.\\\nEtt till.  \nOch ett.", []),
        ("- Ett.\n- Två.\n\n1. Ett.\n2. Två.", []),
    ],
)
def test_lines_that_run_on_are_found(text: str, found: list[int]) -> None:
    """A block whose lines are sentences of their own is told at the first line that runs on."""
    assert lines(text) == found


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Ett stycke.\n– Vi bygger, säger Anna Ek.",
            f"<p>Ett stycke.</p>\n{QUOTE.format('Vi bygger, säger Anna Ek.')}",
        ),
        (
            "– Vi bygger, säger Anna Ek.\n– Vi river, säger Bo Ek.",
            f"{QUOTE.format('Vi bygger, säger Anna Ek.')}\n{QUOTE.format('Vi river, säger Bo Ek.')}",
        ),
        ("Vi möts i Farsta\n– Söderorts mitt – i dag.", "<p>Vi möts i Farsta\n– Söderorts mitt – i dag.</p>"),
        ("Ett stycke.\n– mitt i ett", "<p>Ett stycke.\n– mitt i ett</p>"),
        ("Ett.\\\nTvå.", "<p>Ett.<br>\nTvå.</p>"),
        ("Ett.  \nTvå.", "<p>Ett.<br>\nTvå.</p>"),
    ],
)
def test_what_somebody_says_is_a_paragraph_of_its_own(text: str, made: str) -> None:
    """A dash right below a sentence begins a paragraph, one among words does not; a line can be ended."""
    assert parse_markdown(text, "a.md", 1, "sv").html == made


def test_a_warning_goes_with_what_it_warns_of(press: Press) -> None:
    """The build warns as long as the lines run on, at the line where they stand now, and no longer."""
    name = "content/releases/2016-11-28-mote.md"
    press.write(name, RELEASE + "Mer.\nMer.\n")
    first = press.warnings()
    press.write(name, RELEASE + "\nEtt stycke till.\n\nMer.\nMer.\n")
    moved = press.warnings()
    press.write(name, RELEASE + "\nEtt stycke till.\n\nMer.\n\nMer.\n")

    assert WARNED.format(7) in first
    assert WARNED.format(11) in moved
    assert not [warning for warning in press.warnings() if "goes on" in warning]
