"""What is taken out of a text when it is made safe: told at its place, and nothing told that stays."""

from __future__ import annotations

import pytest

from pressrum.language import Language
from pressrum.parse.markdown.body import parse_markdown

CODE = "the line begins with a tab or four spaces, and is shown as code"


def told(text: str) -> list[str]:
    """Give what is taken out of a text that begins on line 5: place and message, in English."""
    losses = parse_markdown(text, "a.md", 5, "sv").losses
    tell = Language("en").tell
    return [f"{bad.where.line}:{bad.where.column} {tell(bad.message)}" for bad in losses]


def out(place: str, name: str) -> str:
    """Give what is said of an element."""
    return f"{place} <{name}> is not allowed in a text"


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("a\n\n<iframe\nsrc='https://a.example/'></iframe>", [out("7:1", "iframe")]),
        ("a <b>b</b> <Script>alert('<svg>')</Script> <video>", [out("5:12", "Script"), out("5:44", "video")]),
        ("a <o:p></o:p>", [out("5:3", "o:p")]),
        ("a <namn> b <Förnamn Efternamn>", [out("5:3", "namn"), out("5:12", "Förnamn Efternamn")]),
        ("<www.press.example>", [out("5:1", "www.press.example")]),
        ("<script/src=a.js></script>", [out("5:1", "script")]),
        ("`<svg>` <svg>\n\n    <svg>\n\n<svg>", [out("5:9", "svg"), out("9:1", "svg"), f"7:5 {CODE}"]),
        ("| a | b |\n|---|---|\n| `<svg>` | <svg> |", [out("7:13", "svg")]),
        ("- a\n- <details>b</details>", [out("6:3", "details")]),
        ("• a\n• <details>b</details>", [out("6:3", "details")]),
        ("[[tour]]\n\n– Vi <font>bygger</font>, säger Anna Ek.", [out("7:6", "font")]),
        ("a[^1]\n\n[^1]: <embed src=b>", [out("7:7", "embed")]),
        ("<p style='a'>b</p>", ['5:4 "style" is not allowed in a text']),
        ("a <B\nONCLICK=c()>b</B>", ['6:1 "onclick" is not allowed in a text']),
        (
            "<img src=a.jpg alt=b srcset='//a.example/c.jpg 2x'>",
            ["5:22 the picture is on another site, and readers' browsers would have to ask there"],
        ),
    ],
)
def test_what_is_taken_out_is_told_at_its_place(text: str, mistakes: list[str]) -> None:
    """An element, a handler or a style is told where it stands, also when Markdown moves it."""
    assert told(text) == mistakes


@pytest.mark.parametrize(
    "text",
    [
        "a < b, <3 och 2<5>1, a <- b, -> c, << d >>",
        "`<script>` ``<b onclick=c>`` `<iframe src=d>`",
        "&lt;script&gt; &#60;iframe&#62;",
        "<https://a.example/?b=c> <anna@press.example>",
        "<b>a</b><br/><img src=a.jpg alt='<iframe>' srcset='b.jpg 2x'>",
        "<p class=MsoNormal id=a>b</p>",
        "<!-- <iframe> till kollegorna -->\n\na",
        "En mening med onclick= och style= i sig.",
        "| a |\n|:-:|\n| b |",
        "a[^1]\n\n[^1]: b",
    ],
)
def test_what_stays_or_is_only_shown_is_no_mistake(text: str) -> None:
    """Signs in a text, code, comments and harmless HTML are left alone."""
    assert told(text) == []


def test_no_id_is_given_twice() -> None:
    """A link finds the first of two: the other one has none."""
    made = parse_markdown('<h2 id="a">Ett</h2>\n\n<h2 id="a">Två</h2>', "a.md", 5, "sv")

    assert made.html == '<h2 id="h-a">Ett</h2>\n\n<h2>Två</h2>'
