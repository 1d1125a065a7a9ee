"""The gate to the fields on top of a text: what is let through, where the body begins, what is refused."""

from __future__ import annotations

import pytest
from refused import told

from pressrum.nodes import to_python
from pressrum.parse.frontmatter import split
from pressrum.parse.text import decode


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---\nText", "Text", 4),
        ("---\na: b\n---\n\nText\n", "Text", 5),
        ("---\na: b\n---", "", 4),
        ("---\na: b\n---\n", "", 4),
        ("\n\n---\na: b\n---\nText", "Text", 6),
        ("---  \na: b\n---\t\nText", "Text", 4),
        ("---\u00a0\na: b\n--- \u00a0\nText", "Text", 4),
        ("---\na: b\n---\nText\n---\nmer", "Text", 4),
        ("---\n\n# om\na: b\n\n---\nText", "Text", 7),
        ("---\na: b\n---\n---\nText", "---", 4),
        ("---\na: |\n  ----- x\n---\nText", "Text", 5),
        ("\ufeff---\r\na: b\r\n---\r\nText", "Text", 4),
    ],
)
def test_the_body_knows_its_first_line(text: str, body: str, line: int) -> None:
    """Below the second line of hyphens the body begins, and its lines count as in the file."""
    fields, found, number = split(decode(text.encode(), "r.md"), "r.md")
    first = next((below for below in found.split("\n") if below), "")
    skipped = found.split("\n").index(first)

    assert list(to_python(fields)) == ["a"]
    assert (first, number + skipped) == (body, line)


def test_fields_count_from_the_top_of_the_file() -> None:
    """A field's place is that in the file, also below empty lines."""
    fields, _, _ = split("\n\n---\na: b\nc: d\n---\n", "r.md")

    assert [str(key.where) for key, _ in fields.entries] == ["r.md:4:1", "r.md:5:1"]


DASHES = "write --- (turn off automatic dashes in the editor)"
NEVER = "the block of fields that begins here never ends | write --- alone on a line after the last field"
COLON = "write name: value, or indent the line by two spaces if it goes on from the line above"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "1:1: the file is empty | write --- and title: at the top"),
        (" \n\t\n", "1:1: the file is empty | write --- and title: at the top"),
        (
            "---\na: b\n\nText",
            f"1:1: {NEVER}",
        ),
        (
            "---\na: b\n\nText\n---\nmer",
            (
                "4:1: the fields end above this line, without a line --- below them"
                " | write --- alone on a line after the last field"
            ),
        ),
        (
            "---\na: b\n---x\nText",
            f"1:1: {NEVER}",
        ),
        (
            "---",
            f"1:1: {NEVER}",
        ),
        ("–––\na: b\n–––\n", f'1:1: "–––" stands where three plain hyphens are due | {DASHES}'),
        ("\n—-\na: b\n---\n", f'2:1: "—-" stands where three plain hyphens are due | {DASHES}'),
        ("---\na: b\n—\nText", f'3:1: "—" stands where three plain hyphens are due | {DASHES}'),
        ("---\na: b\n–-\nText", f'3:1: "–-" stands where three plain hyphens are due | {DASHES}'),
        ("---\na: b\n----\nText", f'3:1: "----" stands where three plain hyphens are due | {DASHES}'),
        ("---\na: b\n**---**\nText", f'3:1: "**---**" stands where three plain hyphens are due | {DASHES}'),
        (
            "---\na: b\n\u2212\u2212\u2212\n",
            f'3:1: "\u2212\u2212\u2212" stands where three plain hyphens are due | {DASHES}',
        ),
        ("---\na: b\n ---\nText", "3:1: the line --- is indented | remove the spaces in front of ---"),
        (" ---\na: b\n---\nText", "1:1: the line --- is indented | remove the spaces in front of ---"),
        (
            "Utkast\n\n---\na: b\n---\n",
            (
                "1:1: there is text above the block of fields, which begins on line 3"
                " | let the file begin with the line ---, and move this text below the block"
            ),
        ),
        (
            "--- a: b\n---\nText",
            "1:5: --- does not stand alone on its line | let what follows it begin on a line of its own",
        ),
        (
            "a: b\n---\nText",
            (
                "1:1: the fields begin here without a line --- above them"
                " | write --- alone on a line above this one"
            ),
        ),
        (
            "Text",
            (
                "1:1: the file does not begin with a block of fields"
                " | begin it with the lines ---, title: …, date: … and ---"
            ),
        ),
        ("---\n---\nText", "1:1: the block of fields is empty | write title: and the title"),
        (
            "---\n# bara en anmärkning\n---\n",
            "1:1: the block of fields is empty | write title: and the title",
        ),
        (
            "---\n- a: b\n---\n",
            (
                "2:1: a list stands here; fields are due"
                " | write name: value on each line, without a hyphen in front"
            ),
        ),
        ("---\na b\n---\n", f"2:1: this line has no colon | {COLON}"),
        (
            "---\n{\n---\n",
            (
                "2:1: a bracket opens here and is never closed, or something is wrong within it"
                " | close it with ] or }, put commas between the parts, and quotes around texts with commas"
            ),
        ),
    ],
)
def test_the_gate_fails_closed(text: str, mistake: str) -> None:
    """Anything but fields between two lines of three hyphens is one mistake, at its line."""
    assert told(lambda: split(text, "r.md")) == [mistake]


def test_a_hyphen_alone_begins_a_member_of_a_list() -> None:
    """A hyphen on a line of its own within the fields is YAML, and no autocorrected fence."""
    fields, body, _ = split("---\na:\n  -\n    b: c\n---\nText", "r.md")

    assert (to_python(fields), body) == ({"a": [{"b": "c"}]}, "Text")


def test_a_dash_within_a_kept_text_is_text() -> None:
    """A dash on a line of its own within a text that is indented is no autocorrected fence."""
    fields, body, _ = split("---\na: |\n  x\n  —\n  y\n---\nText", "r.md")

    assert (to_python(fields), body) == ({"a": "x\n—\ny\n"}, "Text")
