"""A note that an asterisk begins, as Word has it: told where it has become a list."""

from __future__ import annotations

import pytest

from pressrum.parse.markdown.body import parse_markdown


def told(text: str) -> list[tuple[int, str, tuple[tuple[str, object], ...]]]:
    """Give the lines of the warnings of a text, what they say and what they tell to write."""
    doubts = parse_markdown(text, "a.md", 1, "sv").doubts
    return [(doubt.where.line, doubt.message.msgid, doubt.hint.params) for doubt in doubts]


@pytest.mark.parametrize("note", ["* Ej barn.", "* Ej barn.\n** Ej hund."])
def test_a_note_that_has_become_a_list_is_told(note: str) -> None:
    """Where an asterisk behind a word has stayed, a list of one entry by an asterisk was a note."""
    message = "the asterisk of a note begins a list here, and is not shown"

    assert told(f"Barn 50 kr*.\n\n{note}") == [(3, message, (("line", r"\* Ej barn."),))]


@pytest.mark.parametrize(
    "text",
    [
        "Barn 50 kr*.\n\n\\* Ej barn.",
        "Barn 50 kr*.\n\n*Ej barn.",
        "Barn 50 kr*.\n\n* Ett\n* Två",
        "Barn 50 kr*.\n\n* * *\n\nEj barn.",
        "Barn 50 kr*.\n\n* Ta med kaffe\n\n\\* Ej barn.",
        "Se *Aftonbladet*.\n\n* Ett",
        "Det blir 2 * 3 eller `a*`.\n\n* Ett",
    ],
)
def test_a_list_by_asterisks_is_none(text: str) -> None:
    """A note behind a backslash or without a gap is shown, and what nothing leads to is a list."""
    assert told(text) == []
