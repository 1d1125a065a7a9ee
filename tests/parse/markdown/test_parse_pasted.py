"""Lists as Word and mail have them are lists, and what only looks like one stays."""

from __future__ import annotations

import pytest

from pressrum.parse.markdown.body import parse_markdown
from pressrum.parse.text import decode

TWO = "<ul>\n<li>Ett</li>\n<li>Två</li>\n</ul>"
NUMBERED = TWO.replace("ul>", "ol>")
UNDER = "<ul>\n<li>Ett<ul>\n<li>Under</li>\n</ul>\n</li>\n<li>Två</li>\n</ul>"


def html(text: str) -> str:
    """Make the HTML of a text as it stands in a file."""
    return parse_markdown(decode(text.encode(), "a.md"), "a.md", 1, "sv").html


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("•Ett\n•Två", TWO),
        ("\uf0b7\tEtt\n\uf0b7\tTvå", TWO),
        *((f"{sign}\u00a0Ett\n{sign}\u00a0Två", TWO) for sign in "-*–"),
        ("1.\u00a0Ett\n2.\u00a0Två", NUMBERED),
        ("- Ett\n\u00a0 - Under\n- Två", UNDER),
        ("o\tEtt\no\tTvå", TWO),
        ("– Ett\n– Två", TWO),
        ("- Ett\n– Två", TWO),
        ("– Ett\n- Två", TWO),
        (
            "– Bygget, fortsätter 2027\n– Badet",
            "<ul>\n<li>Bygget, fortsätter 2027</li>\n<li>Badet</li>\n</ul>",
        ),
        ("-- Ett\n-- Två", TWO),
        ("–Ett\n–Två", TWO),
        ("Så:\n-Ett\n-Två", f"<p>Så:</p>\n{TWO}"),
        ("\\- Ett\n\\- Två", TWO),
        ("\\* Ett\n\\* Två", TWO),
        ("1\\. Ett\n2\\. Två", NUMBERED),
        ("●\tEtt\n●\tTvå", TWO),
        ("§\u00a0 Ett\n§\u00a0 Två", TWO),
        ("§ Ett\n§ Två", TWO),
        ("\t•\tEtt\n\t\t◦\tUnder\n\t•\tTvå", UNDER),
        ("•   Ett\no   Under\n•   Två", UNDER),
        ("•   Ett\n     o\u00a0\u00a0 Under\n•   Två", UNDER),
        ("•\tEtt\n\t•\tUnder\n·\tTvå", UNDER),
        ("• Ett\n  - Under\n• Två", UNDER),
        ("•\tEtt\n§\tUnder\n•\tTvå", UNDER),
        (
            "•\tEtt\n\t▪\tUnder\no\tTvå",
            "<ul>\n<li>Ett<ul>\n<li>Under</li>\n<li>Två</li>\n</ul>\n</li>\n</ul>",
        ),
        ("3)\tEtt\n4)\tTvå", NUMBERED.replace("<ol>", '<ol start="3">')),
        ("- Ett\n- Två\n1. Ett\n2. Två", f"{TWO}\n{NUMBERED}"),
        (
            "1. Ett\n- Under\n2. Två",
            '<ol>\n<li>Ett</li>\n</ol>\n<ul>\n<li>Under</li>\n</ul>\n<ol start="2">\n<li>Två</li>\n</ol>',
        ),
        ("• Ett\no Under\n• Två", UNDER),
        ("• Ett\n – Under\n• Två", UNDER),
        ("• Ett\n  o Under\n• Två", UNDER),
        ("• Ett\noch ett\n• Två", TWO.replace("Ett", "Ett\noch ett")),
        ("•\tEtt\no\tUnder\nmer\n•\tTvå", UNDER.replace("Under", "Under\nmer")),
        (
            "1. Ett\na) A\nb) B\n2. Två",
            '<ol>\n<li>Ett</li>\n</ol>\n<p>a) A<br>\nb) B</p>\n<ol start="2">\n<li>Två</li>\n</ol>',
        ),
        ("Så:\na. Ett\nb.\tTvå", "<p>Så:</p>\n<p>a. Ett<br>\nb. Två</p>"),
        ("3) Ett\n4) Två", NUMBERED.replace("<ol>", '<ol start="3">')),
        ("• Ett\n  och ett\n• Två", TWO.replace("Ett", "Ett\n  och ett")),
        (
            "•\tEtt\no\tUnder\n▪\tDjupt\n•\tTvå",
            UNDER.replace("Under", "Under<ul>\n<li>Djupt</li>\n</ul>\n"),
        ),
        ("–\tEtt\n–\tTvå", TWO),
        ("1)\tEtt\n2)\tTvå", NUMBERED),
        ("1) Ett\n2) Två", NUMBERED),
        ("1. Ett\n2) Två", NUMBERED),
        ("1) Ett\n2. Två", NUMBERED),
        ("1.Ett\n2.Två", NUMBERED),
        ("•\tEtt\no\tUnder\n•\tTvå", UNDER),
        ("•\tEtt\n\to\tUnder\n•\tTvå", UNDER),
        ("- Ett\n  - Under\n- Två", UNDER),
        ("- Ett\n    - Under\n- Två", UNDER),
        ("Så:\n– Ett\n– Två\n\nMer", f"<p>Så:</p>\n{TWO}\n<p>Mer</p>"),
        ("Så:\nA) Ett\nB)\tTvå", "<p>Så:</p>\n<p>A) Ett<br>\nB) Två</p>"),
        ("i) Ett\nii) Två\niii) Tre", "<p>i) Ett<br>\nii) Två<br>\niii) Tre</p>"),
        ("I. Ett\nII. Två", "<p>I. Ett<br>\nII. Två</p>"),
        ("Så:\na) Ett\nb) Två\n\nMer", "<p>Så:</p>\n<p>a) Ett<br>\nb) Två</p>\n<p>Mer</p>"),
        (
            "1. Ett\n   - Under\n     - Djupt",
            "<ol>\n<li>Ett<ul>\n<li>Under<ul>\n<li>Djupt</li>\n</ul>\n</li>\n</ul>\n</li>\n</ol>",
        ),
    ],
)
def test_a_pasted_list_is_a_list(text: str, made: str) -> None:
    """Bullets of Word's, numbers with brackets, and entries below entries are read as they look."""
    assert html(text) == made


@pytest.mark.parametrize(
    "text",
    [
        "– Ett",
        "1) Ett",
        "ii) Ett\ni) Två",
        "b) Ett\na) Två",
        "1.5 miljoner\n2.5 miljarder".replace(" ", "\u00a0"),
        "o Ett",
        "o Ett\no Två",
        "A. Ek\nC. Al",
        "-5 grader\n-7 grader",
        "§ 3 är kort",
        f"– {'Vi bygger ' * 10}och\n– Nej",
    ],
)
def test_what_only_looks_like_a_list_stays(text: str) -> None:
    """One line, numbers that do not follow each other, and what people say are no lists."""
    assert html(text).replace("&nbsp;", "\u00a0") == f"<p>{text}</p>"


@pytest.mark.parametrize("empty", ["\u00a0", "\u00a0 \u00a0", " \t\u00a0"])
def test_a_line_of_hard_spaces_parts_paragraphs(empty: str) -> None:
    """What Word and mail leave on an empty line is nothing, and at the end of a line neither."""
    assert html(f"Ett{empty}\n{empty}\nTvå  \nTre") == "<p>Ett</p>\n<p>Två<br>\nTre</p>"


def test_a_list_ends_with_words_at_the_margin() -> None:
    """An entry that begins with two spaces after other words is of a list of its own."""
    assert html("- Ett\n\nOrd\n\n  - Två") == (
        "<ul>\n<li>Ett</li>\n</ul>\n<p>Ord</p>\n<ul>\n<li>Två</li>\n</ul>"
    )


@pytest.mark.parametrize(
    "entry",
    [
        "- Ett\n\n  Mer.\n\n- Två",
        "- Ett\n\n  Mer.\n- Två",
        "- Ett\n\n    Mer.\n- Två",
        "* Ett\n\n   Mer.\n* Två",
        "•\tEtt\n\n  Mer.\n\n•\tTvå",
    ],
)
def test_a_paragraph_further_in_goes_on_with_the_entry_above(entry: str) -> None:
    """Two spaces do, as in CommonMark (0.31, 5.2), and an entry right below it is one."""
    assert html(entry) == "<ul>\n<li>\n<p>Ett</p>\n<p>Mer.</p>\n</li>\n<li>\n<p>Två</p>\n</li>\n</ul>"


def test_paragraphs_go_on_with_the_entry_that_they_stand_below() -> None:
    """Of entries within each other a paragraph is of the one whose words begin where it does."""
    made = html("1. Ett\n   - Under\n\n     Mer under\nsom går vidare.\n\n   Mer ett.\n2. Två\n\nMer.")

    assert made == (
        "<ol>\n<li>\n<p>Ett</p>\n<ul>\n<li>\n<p>Under</p>\n<p>Mer under\nsom går vidare.</p>\n</li>\n</ul>\n"
        "<p>Mer ett.</p>\n</li>\n<li>\n<p>Två</p>\n</li>\n</ol>\n<p>Mer.</p>"
    )


def test_whitespace_on_an_empty_line_keeps_a_paragraph_in_its_entry() -> None:
    """Editors leave the margin on the line between."""
    assert html("- Ett\n  \n  Mer.") == html("- Ett\n\n  Mer.")


@pytest.mark.parametrize("under", ["  - Under", "    - Under", "  Mer.\n  - Under"])
def test_an_entry_below_those_of_a_list_within_is_of_the_list_around(under: str) -> None:
    """It would be one more of the list within, where an empty line stands above the first of them."""
    made = html(f"- Ett\n\n{under}\n- Två\n- Tre")

    assert "<li>Under</li>\n</ul>\n</li>\n<li>\n<p>Två</p>\n</li>\n<li>Tre</li>\n</ul>" in made


def test_the_schedule_below_an_entry_is_the_schedule() -> None:
    """It parts the list: indented like a paragraph of the entry, it was shown as it is typed."""
    assert html("- Ett\n\n  [[tour]]\n\n- Två") == html("- Ett\n\n[[tour]]\n\n- Två")
