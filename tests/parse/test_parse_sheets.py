"""Style sheets: which addresses in them lead to files of ours, and where these stand."""

from __future__ import annotations

import pytest

from pressrum.parse.sheets import parse_sheet

PATH = "templates/assets/css/style.css"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a { background: url(logo.png) }", ["css/logo.png"]),
        ('a { background: url("logo.png") }', ["css/logo.png"]),
        ("a { background: URL( 'my logo.png' ) }", ["css/my logo.png"]),
        ("a { background: url(./my%20logo.png) }", ["css/my logo.png"]),
        ("src: url(../a.woff2?v=1) format('woff2'), url('../a.woff#x')", ["a.woff2", "a.woff"]),
        ("background: image-set(url(a.png) 1x, url(b.png) 2x)", ["css/a.png", "css/b.png"]),
        ("url(a%CC%8A.png)", ["css/å.png"]),  # as a Mac writes its letters
        (
            "@import \"a.css\"; @IMPORT'b.css' print; @import url(c.css);",
            ["css/a.css", "css/b.css", "css/c.css"],
        ),
        ("url(/logo.png)", ["/logo.png"]),
        ("url(../../secret.txt)", ["../secret.txt"]),
        ("mask: url(icons.svg#home)", ["css/icons.svg"]),
        ("mask: url(#home); cursor: url(''); a: url(?x)", []),
        ("url(data:image/png;base64,AAAA) url('data:,url(a.png)')", []),
        ("url(https://a.example/a.png) url(//a.example/a.png) url(about:blank)", []),
        ("/* url(a.png) */ a { content: 'url(a.png)' } /* @import 'a.css'", []),
        ('@namespace svg url(svg); @namespace "x"; a { top: my-url(a.png) }', []),
        ('content: "\\"url(a.png)"', []),
    ],
)
def test_relative_addresses_are_found(text: str, names: list[str]) -> None:
    """What `url()` and `@import` name of ours is found in every form, and nothing else is."""
    assert [link.name for link in parse_sheet(text, PATH).links] == names


def test_the_place_is_that_of_the_address_and_the_span_that_of_the_file() -> None:
    """A mistake is told where the address begins, and only the file's own name is put in anew."""
    text = "a {}\n  b { background: url('../bilder/logo.png?v=1#x') }\n"
    (link,) = parse_sheet(text, PATH).links

    assert (str(link.where), text[link.start : link.end]) == (f"{PATH}:2:24", "logo.png")
