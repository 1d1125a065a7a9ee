"""Emphasis: which signs are marks, and which stand for themselves."""

from __future__ import annotations

import pytest

from pressrum.parse.markdown.body import parse_markdown


def html(text: str) -> str:
    """Make the HTML of a paragraph, without its tags."""
    return parse_markdown(text, "a.md", 1, "sv").html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2 = 30",
        "*stjärna. 50*60",
        "Söt*potatis och sur*deg",
        "en_fil_till_dig.pdf",
        "2 * 3 * 4",
        "Se press.example/_a_/*b*.",
        "press.example/*a*_b_, och press.example/*c*",
    ],
)
def test_signs_in_words_and_addresses_are_no_marks(text: str) -> None:
    """An asterisk or a low line within a word, a sum or an address stands as it was written."""
    assert html(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("*kursiv*, (*så*) och *Ja!*", "<em>kursiv</em>, (<em>så</em>) och <em>Ja!</em>"),
        ("**Fet:** ord", "<strong>Fet:</strong> ord"),
        ("***båda***", "<strong><em>båda</em></strong>"),
        ("**fet *och* fet**", "<strong>fet <em>och</em> fet</strong>"),
        ("_kursiv_ __fet__ _*två*_", "<em>kursiv</em> <strong>fet</strong> <em><em>två</em></em>"),
        ("*5*3*", "<em>5*3</em>"),
        ("*Aftonbladet*s ledare, *SvD*:s", "<em>Aftonbladet</em>s ledare, <em>SvD</em>:s"),
        ("icke-*ord* *Ord*-stav", "icke-<em>ord</em> <em>Ord</em>-stav"),
        ("**S**tockholm **Obs:**text", "<strong>S</strong>tockholm <strong>Obs:</strong>text"),
    ],
)
def test_marks_around_words_are_emphasis(text: str, made: str) -> None:
    """Marks beside punctuation, within each other, and two in a word are what they were."""
    assert html(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("*press.example/_a_/b*", "<em>press.example/_a_/b</em>"),
        ("**press.example/a_b_.**", "<strong>press.example/a_b_.</strong>"),
        ("_Se press.example/a_b._", "<em>Se press.example/a_b.</em>"),
        ("press.example/?a=_1_&amp;b=*c*", "press.example/?a=_1_&amp;b=<em>c</em>"),
    ],
)
def test_an_address_may_be_emphasised(text: str, made: str) -> None:
    """Marks around an address are marks, and so are those beyond what Markdown sets aside in it."""
    assert html(text) == made
