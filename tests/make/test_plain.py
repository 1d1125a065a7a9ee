"""A release as plain text: everything that the page says, ready to be pasted."""

from __future__ import annotations

import pytest
from conftest import Press
from hypothesis import given
from hypothesis import strategies as st

from pressrum.make.plain_html import plain

RELEASE = """\
---
title: "Öppet möte om \\"staden\\""
date: 2016-11-28 09:00
lead: Kom och tyck till.
corrections: [{date: 2016-11-28 11:00, text: Mötet är klockan 18.}]
---

Vi ses [här](https://a.example/x).

– Det blir bra, säger Anna Ek.

[[tour]]
"""
WITHDRAWN = "torsdag 1 december 2016 kl. 10.15"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a\nb</p>\n<p>c</p>", "a b\n\nc"),
        ("<h2 id='x'>A</h2>\n<p>b</p>", "A\n\nb"),
        ("<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>", "- a\n- b"),
        ('<p><a href="https://a.example/">a</a></p>', "a (https://a.example/)"),
        ('<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/"),
        ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
        (
            "<table>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</table>",
            "a | b\n1 | 2",
        ),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table><p>d<br>e</p>", "a b | c\n\nd\ne"),
        ("<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "1. a\n2. b"),
        ('<ol start="4">\n<li>a</li>\n<li value="9">b</li>\n<li>c</li>\n</ol>', "4. a\n9. b\n10. c"),
        ('<ol start="x">\n<li value="">a</li>\n</ol>', "1. a"),
        (
            "<p>x</p>\n<ul>\n<li>a<ol>\n<li>b</li>\n<li>c<br>d</li>\n</ol>\n</li>\n<li>e</li>\n</ul>\n<p>y</p>",
            "x\n\n- a\n  1. b\n  2. c\n     d\n- e\n\ny",
        ),
        ("<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>", "- a\n\n  b\n\n- c"),
        (
            "<ul><li><p>a</p></li><li><p>b</p><ul><li>x</li></ul></li><li>c</li></ul><p>d</p>",
            "- a\n- b\n  - x\n- c\n\nd",
        ),
        ("<ul><li>a<ul><li><p>b</p><p>c</p></li></ul></li><li>d</li></ul>", "- a\n  - b\n\n    c\n\n- d"),
        ('<p><img alt="en bro" src="a.jpg"></p>', "[en bro]"),
        ("<p>5 m<sup>2</sup></p>", "5 m2"),
        ('<p>5<sup><a href="https://a.example/">a</a></sup></p>', "5a (https://a.example/)"),
        (
            '<p>a<sup id="fnref:1"><a>1</a></sup></p><hr><ol><li id="fn:1"><p>b <a>↩</a></p></li></ol>',
            "a[1]\n\n[1] b",
        ),
        ('<p><a href="mailto:a@b.example?subject=C">Skriv</a></p>', "Skriv (a@b.example)"),
        ('<p><a href="tel:+46850829000">Ring</a></p>', "Ring (+46850829000)"),
        ('<p><a href="tel:+46850829000">08-508 29 000</a></p>', "08-508 29 000"),
        ('<p><a href="#anmalan">Anmäl dig</a></p>', "Anmäl dig"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ("", ""),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    """Paragraphs, lists, tables, links, pictures and notes are said as one would write them."""
    assert plain(html) == text


def test_release_is_there_as_text(press: Press) -> None:
    """The text beside the page has sender, date, corrections, lead, body, schedule, contact and address."""
    press.write("content/releases/2016-11-28-oppet-mote.md", RELEASE)
    press.build()

    assert (
        press.page("/pressmeddelanden/2016/oppet-mote/oppet-mote.txt")
        == """\
Pressmeddelande från Pressrummet

måndag 28 november 2016 kl. 09.00

Öppet möte om ”staden”

Rättelse måndag 28 november 2016 kl. 11.00: Mötet är klockan 18.

Kom och tyck till.

Vi ses här (https://a.example/x).

– Det blir bra, säger Anna Ek.

- tisdag 29 november 2016 kl. 18.00: Södermalm, Zinkensdamms IP
- lördag 4 februari 2017: Skärholmen

Presskontakter

Anna Ek, Pressekreterare, 08-508 29 000, anna@press.example

https://press.example/pressmeddelanden/2016/oppet-mote/
"""
    )


def test_text_of_a_renamed_release_goes_on(press: Press) -> None:
    """The plain text stays at the address at which it was published, and says what the release says now."""
    press.write("content/releases/2016-11-28-oppet-mote.md", RELEASE)
    press.build()
    (press.root / "content/releases/2016-11-28-oppet-mote.md").rename(
        press.root / "content/releases/2016-11-28-nytt.md"
    )
    press.build()

    assert "/pressmeddelanden/2016/nytt/\n" in press.page("/pressmeddelanden/2016/oppet-mote/oppet-mote.txt")


def test_retracted_release_says_only_when_and_why(press: Press) -> None:
    """No word of a retracted text is left in its plain version; its moment stays that of the first build."""
    press.write(
        "content/releases/2016-11-28-oppet-mote.md", RELEASE.replace("lead:", "retracted: Fel dag.\nlead:")
    )
    press.build("2016-12-01T10:15:30")
    press.build()
    text = press.page("/pressmeddelanden/2016/oppet-mote/oppet-mote.txt")

    assert f"{WITHDRAWN}: Det här pressmeddelandet är indraget.\n\nFel dag.\n" in text
    assert "tyck till" not in text
    assert f'<time datetime="2016-12-01T10:15:00+01:00">{WITHDRAWN}</time>' in (
        press.page("/pressmeddelanden/2016/oppet-mote/").replace("\u00a0", " ")
    )


@given(
    st.lists(
        st.sampled_from(
            ["a", " ", "\n", "\u00a0", "<p>", "</p>", "<ol>", "</ol>", "<li>", "</li>", "<em>b</em>", "<br>"]
        )
    )
)
def test_plain_text_has_no_gaps(parts: list[str]) -> None:
    """There is one space between words, none but those of a list before them, and at most one empty line."""
    text = plain("".join(parts))
    lines = text.split("\n")

    assert all(line.lstrip(" ") == " ".join(line.split()) for line in lines)
    assert "\n\n\n" not in text
