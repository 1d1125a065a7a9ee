"""Templates, style sheets and scripts: what would be fetched elsewhere or do nothing, and what may stand."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from pressrum.language import Language
from pressrum.parse.templates import check_templates

ELSEWHERE = "this would be fetched from another site: "
STOPS = "the Content-Security-Policy stops "


def told(text: str, name: str = "a.html") -> list[str]:
    """Give what is wrong with a template, a style sheet or a script: place and message, in English."""
    templates, code = ([(name, text)], []) if name.endswith(".html") else ([], [(name, text)])
    tell = Language("en").tell
    return [
        f"{bad.where.line}:{bad.where.column} {tell(bad.message)}" for bad in check_templates(templates, code)
    ]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("<img\n  alt=''\n  src='//a.example/b.png'>", [f"3:3 {ELSEWHERE}//a.example/b.png"]),
        ("<IMG SRC=HTTPS://A.EXAMPLE/B.PNG>", [f"1:6 {ELSEWHERE}HTTPS://A.EXAMPLE/B.PNG"]),
        (
            "{% if a > b %}\n{% endif %}<script src='https://a.example/'>",
            [f"2:20 {ELSEWHERE}https://a.example/"],
        ),
        ("<link rel=preload href=https://a.example/>", [f"1:19 {ELSEWHERE}https://a.example/"]),
        ("<link rel='shortcut icon' href=https://a.example/>", [f"1:27 {ELSEWHERE}https://a.example/"]),
        ("<img srcset='a.jpg, //a.example/b.jpg 2x'>", [f"1:6 {ELSEWHERE}//a.example/b.jpg"]),
        ("<img src='{{ \"https://a.example/\" ~ b }}'>", [f"1:6 {ELSEWHERE}https://a.example/"]),
        (
            "<svg><use href='https://a.example/b.svg#c'/></svg>",
            [f"1:11 {ELSEWHERE}https://a.example/b.svg#c"],
        ),
        ("<audio src='https://a.example/b.mp3'></audio>", [f"1:8 {ELSEWHERE}https://a.example/b.mp3"]),
        ("<a href='/' ping='https://a.example/'>b</a>", [f"1:13 {ELSEWHERE}https://a.example/"]),
        ("<script type=module>a()</script>", [f"1:1 {STOPS}a script that stands in the page itself"]),
        ("<style>p {}</style>", [f"1:1 {STOPS}a style that stands in the page itself"]),
        ("<p id=a\nstyle='{{ b }}'>", [f"2:1 {STOPS}a style that stands in the page itself"]),
        ("<body onload='a()'>", [f"1:7 {STOPS}what stands in onload"]),
        ("<img src='data:image/png;base64,AA'>", [f"1:6 {STOPS}a data: address"]),
        ("<object data='https://a.example/'></object>", [f"1:1 {STOPS}<object>"]),
    ],
)
def test_a_template_is_told_where_it_goes_wrong(text: str, mistakes: list[str]) -> None:
    """What a browser would fetch elsewhere, or not run, is told at its attribute or its tag."""
    assert told(text) == mistakes


@pytest.mark.parametrize(
    "text",
    [
        "<a href='https://a.example/'>b</a>",
        "<a href=\"{{ (site.url ~ link)|replace('https://', 'webcal://', 1) }}\">b</a>",
        "<link rel=canonical href='{{ site.url }}'><link rel='alternate' href='https://a.example/'>",
        "<meta property='og:image' content='https://a.example/b.png'>",
        "<script src='{{ asset[\"site.js\"] }}' defer></script>",
        '<script type=\'application/ld+json\'>{"@context": "https://schema.org"}</script>',
        "<img src='{{ root }}{{ page.image.link }}' alt='{{ a }}'>",
        "{# <script>a()</script> #}<!-- <img src='https://a.example/'> -->",
        "{{ a // b }} < c <3 <path fill='url(#d)'/>",
        "<p class='on' data-style='a' data-on='b'>https://a.example/ onclick='c'</p>",
    ],
)
def test_what_only_looks_like_it_is_no_mistake(text: str) -> None:
    """Links, data, comments, names and our own files are left alone."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("@import 'https://a.example/b.css';", [f"1:10 {ELSEWHERE}https://a.example/b.css"]),
        ("p { }\n@import url( //a.example/b.css );", [f"2:14 {ELSEWHERE}//a.example/b.css"]),
        (
            "@font-face { src: local('b'), URL('HTTPS://a.example/b.woff2') }",
            [f"1:36 {ELSEWHERE}HTTPS://a.example/b.woff2"],
        ),
        (
            "p { background: image-set('a.png' 1x,\n'https://a.example/b.png' 2x) }",
            [f"2:2 {ELSEWHERE}https://a.example/b.png"],
        ),
        ("p { background: url(data:image/gif;base64,AA) }", [f"1:21 {STOPS}a data: address"]),
        ("p { background: url(a.png) } /* url(https://a.example/) */", []),
        ("@namespace svg url(http://www.w3.org/2000/svg);", []),
        ("a::after { content: ' (https://a.example/)' }", []),
    ],
)
def test_a_style_sheet_fetches_nothing_elsewhere(text: str, mistakes: list[str]) -> None:
    """Imports, pictures and fonts of another site are told where their address stands."""
    assert told(text, "a.css") == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("import 'https://a.example/b.js'", [f"1:9 {ELSEWHERE}https://a.example/b.js"]),
        ("import b from '//a.example/b.js'", [f"1:16 {ELSEWHERE}//a.example/b.js"]),
        ("export { b } from 'https://a.example/b.js'", [f"1:20 {ELSEWHERE}https://a.example/b.js"]),
        ("await import(\n  'https://a.example/b.js')", [f"2:4 {ELSEWHERE}https://a.example/b.js"]),
        ("fetch(`https://a.example/${b}`)", [f"1:8 {ELSEWHERE}https://a.example/${{b}}"]),
        ("importScripts('https://a.example/b.js')", [f"1:16 {ELSEWHERE}https://a.example/b.js"]),
        ("new WebSocket('wss://a.example/')", [f"1:16 {ELSEWHERE}wss://a.example/"]),
        ("navigator.sendBeacon('https://a.example/')", [f"1:23 {ELSEWHERE}https://a.example/"]),
        ("new Image().src = 'https://a.example/b.gif'", [f"1:20 {ELSEWHERE}https://a.example/b.gif"]),
        ("fetch('./a.json') // fetch('https://a.example/')", []),
        ("/* import 'https://a.example/' */ link.href = 'https://a.example/'", []),
        ("const a = 'https://a.example/ // b'; prefetch('https://a.example/')", []),
    ],
)
def test_a_script_fetches_nothing_elsewhere(text: str, mistakes: list[str]) -> None:
    """Addresses of another site are told where a script would fetch them, not where it only names them."""
    assert told(text, "a.js") == mistakes


def test_our_own_templates_are_without_mistake() -> None:
    """The sample's templates, style sheet and script ask nobody else and do nothing that is stopped."""
    top = ROOT / "templates"
    files = [
        (file.relative_to(top).as_posix(), file.read_text(encoding="utf-8")) for file in top.rglob("*.*")
    ]
    code = [(name, text) for name, text in files if name.endswith((".css", ".js"))]

    assert len(code) >= 2
    assert list(check_templates(files, code)) == []


PARTS = (
    *(
        "<",
        "<!",
        "<![",
        "<?",
        "</",
        "<!--",
        "-->",
        ">",
        "/>",
        "]>",
        "<a href=",
        "<b ",
        "<iframe>",
        "<script>",
    ),
    *("</script>", "style=", "onclick=", "src=", "//a.example", "=", "'", '"', "`", "{%", "%}", "{{", "}}"),
    *("{#", "#}", "/*", "*/", "//", "\n", " ", "a", "&#x", "url(", ")", "@import", "fetch("),
)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_any_text_can_be_looked_through(text: str) -> None:
    """Whatever a file holds, each mistake is at a place that is in it."""
    lines = text.split("\n")
    for bad in check_templates([("a.html", text)], [("a.css", text), ("a.js", text)]):
        assert 1 <= bad.where.column <= max(1, len(lines[bad.where.line - 1]))


def test_a_part_may_be_empty() -> None:
    """A template that makes pages may not, one that others include may, whatever folder it is in."""
    templates = [(name, " \n") for name in ("_a.html", "parts/_b.html", "c.html")]

    assert [bad.where.path for bad in check_templates(templates, [])] == ["templates/c.html"]
