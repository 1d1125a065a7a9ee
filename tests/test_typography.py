"""Quotation marks, dashes and gaps as each language sets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrum.typography import typeset


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ('"Hej" -- sa hon...', "”Hej” – sa hon…"),
        ("'Hej', sa \"Anna's\" vän", "’Hej’, sa ”Anna’s” vän"),
        ("a---b--c-d", "a—b–c-d"),
        ("18-19.30", "18-19.30"),
        ("64 procent, 64 %, 5 kr, 2 miljoner", "64\u00a0procent, 64\u00a0%, 5\u00a0kr, 2\u00a0miljoner"),
        ("5 kronor och 10 miljarder kronor", "5\u00a0kronor och 10\u00a0miljarder kronor"),
        ("64 procentenheter, 5 kroppar", "64 procentenheter, 5 kroppar"),
        ("kl. 18.00 och Kl. 9", "kl.\u00a018.00 och Kl.\u00a09"),
        ("inkl. 5 andra", "inkl. 5 andra"),
        ("”Redan” – satt…", "”Redan” – satt…"),
        ("", ""),
    ],
)
def test_swedish(text: str, swedish: str) -> None:
    """One mark for both ends of a quotation; a number is not parted from what it counts."""
    assert typeset(text, "sv") == swedish


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ('"Hi," she said.', "“Hi,” she said."),
        ("It's Anna's", "It’s Anna’s"),
        ("the '80s", "the ‘80s"),
        ('("Hi") ["Hi"]', "(“Hi”) [“Hi”]"),
        ("\"'Hi,' he said,\" she said", "“‘Hi,’ he said,” she said"),
        ('a\n"b"', "a\n“b”"),
        ('yes--"no"', "yes–“no”"),
    ],
)
def test_english(text: str, english: str) -> None:
    """Quotation marks open after a gap or an opening sign and close elsewhere."""
    assert typeset(text, "en") == english


def test_what_stands_in_front_decides_an_english_mark() -> None:
    """A mark right after a word that stands in another element closes."""
    assert typeset('" he said', "en", before="x") == "” he said"
    assert typeset('"Hi', "en", before="(") == "“Hi"


@given(st.text("ab \"'-.\u00a05%”“", max_size=30), st.sampled_from(["sv", "en"]))
def test_typeset_text_has_no_typed_marks(text: str, language: str) -> None:
    """No straight quotation mark, double hyphen or row of dots is left, and no other letter changes."""
    made = typeset(text, language)

    assert not {'"', "'"} & set(made)
    assert "--" not in made
    assert "..." not in made
    assert [letter for letter in made if letter in "ab5%"] == [letter for letter in text if letter in "ab5%"]
