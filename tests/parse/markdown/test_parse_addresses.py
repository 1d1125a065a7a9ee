"""Addresses among words: which of them become links, and where these lead."""

from __future__ import annotations

import pytest

from pressrum.parse.markdown.body import parse_markdown


def html(text: str) -> str:
    """Make the HTML of a paragraph, without its tags."""
    return parse_markdown(text, "a.md", 1, "sv").html.removeprefix("<p>").removesuffix("</p>")


def led(words: str, target: str | None = None) -> str:
    """Give the link that words make, by themselves."""
    return f'<a href="{target or words}">{words}</a>'


A, WWW, MAIL = led("https://a.example"), led("www.a.example", "https://www.a.example"), "anna.ek@a.example"
LETTERS = led(MAIL, f"mailto:{MAIL}")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Se https://a.example/b?c=d#e.", f"Se {led('https://a.example/b?c=d#e')}."),
        ("Se http://a.example, eller (www.a.example).", f"Se {led('http://a.example')}, eller ({WWW})."),
        ("Skriv till anna.ek@a.example!", f"Skriv till {LETTERS}!"),
        ("mailto:anna.ek@a.example", led("mailto:anna.ek@a.example")),
        ("https://a.example/?b=1&c=2", led("https://a.example/?b=1&amp;c=2")),
        ("https://å.example/ä:80", led("https://å.example/ä:80")),
        ("(https://a.example/b_(c).)", f"({led('https://a.example/b_(c)')}.)"),
        ("https://a.example/_b_/c*d", led("https://a.example/_b_/c*d")),
        ("*www.a.example* och **https://a.example**", f"<em>{WWW}</em> och <strong>{A}</strong>"),
        ("_anna.ek@a.example_, ”https://a.example”", f"<em>{LETTERS}</em>, ”{A}”"),
        ("»www.a.example» …https://a.example…", f"»{WWW}» …{A}…"),
        ("https://a.example  \nwww.a.example", f"{A}<br>\n{WWW}"),
        ("|A|\n|-|\n|www.a.example|", f"<td>{WWW}</td>"),
    ],
)
def test_an_address_among_words_leads_there(text: str, made: str) -> None:
    """A page's address and a letterbox's become links, without the signs of the sentence around them."""
    assert made in html(text)
    assert html(text).count("<a ") == made.count("<a ")


def test_an_address_leads_from_headings_and_footnotes_too() -> None:
    """So it is in a heading, before the number of a footnote, and in the footnote."""
    made = html("## Om www.a.example\n\nSe https://a.example[^1]\n\n[^1]: https://a.example")

    assert f'<h2 id="h-om-www-a-example">Om {WWW}</h2>' in made
    assert f"Se {A}<sup" in made
    assert f"<p>{A}&nbsp;<a" in made


@pytest.mark.parametrize(
    "text",
    [
        *("m.m./osv", "10/11", "a@b", "@anna", "https://", "https://…", "http://intranet/", "www.", "www.a"),
        *(
            "a.example/b",
            "tel:070-123",
            "ftp://a.example/",
            "https://a.example/?b&amp;c",
            "javascript://a.example/",
            "http://0.javascript:0",
        ),
    ],
)
def test_what_leads_nowhere_for_sure_stays_words(text: str) -> None:
    """What only looks like an address, or goes on in what Markdown sets aside, is no link."""
    assert html(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[https://a.example/b_c_](https://a.example)",
        "<https://a.example>",
        '<a href="https://a.example">Se <b>www.a.example</b>, anna.ek@a.example</a>',
        '<b>Se</b> <a href="https://a.example">www.a.example</a>',
    ],
)
def test_a_link_holds_no_link(text: str) -> None:
    """An address within a link, also one that is written as HTML, makes no second one."""
    assert html(text).count("<a ") == 1


def test_words_after_a_link_in_html_lead_again() -> None:
    """Where a link that is written as HTML has ended, the next address is one again."""
    assert html('<a href="https://b.example">B</a> www.a.example') == f"{led('B', 'https://b.example')} {WWW}"


def test_code_leads_nowhere() -> None:
    """An address in code is code."""
    assert html("`https://a.example`") == "<code>https://a.example</code>"
