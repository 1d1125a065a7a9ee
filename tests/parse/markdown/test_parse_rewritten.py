"""Links that lead by way of somebody else: the address that was meant is offered."""

from __future__ import annotations

import pytest

from pressrum.parse.markdown.body import parse_markdown

SAFE = "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1"


@pytest.mark.parametrize(
    ("text", "column", "meant"),
    [
        (
            f"Se [mer]({SAFE}&data=05%7C01%7Canna.ek%40press.example&reserved=0).",
            10,
            "https://a.example/b?c=1",
        ),
        (f"Se {SAFE} nu", 4, "https://a.example/b?c=1"),
        (f'<a href="{SAFE}&amp;data=1">a</a>', 10, "https://a.example/b?c=1"),
        ("[a](https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example&h=AT)", 5, "https://a.example"),
        (f"<{SAFE}%20d%29%E5%C3%A5&data=1>", 2, "https://a.example/b?c=1%20d%29%E5å"),
        ("[a](https://www.google.com/url?q=https://a.example/b_(c)&x=1)", 5, "https://a.example/b_%28c%29"),
        ("Se https://www.google.com/url?q=https://a.example/b.", 4, "https://a.example/b"),
        (f"https://www.google.com/url?{'a=b&amp;' * 99}q=https://a.example/", 1, "https://a.example/"),
        (SAFE.replace("/?", "/ap/w-59584e83/?"), 1, "https://a.example/b?c=1"),
        ("[a](https://www.google.com/url?sa=t&q=https://a.example/&usg=A)", 5, "https://a.example/"),
    ],
)
def test_a_rewritten_link_gives_a_warning(text: str, column: int, meant: str) -> None:
    """The address that was meant stands within it."""
    (doubt,) = parse_markdown(text, "a.md", 1, "sv").doubts
    assert (doubt.where.line, doubt.where.column) == (1, column)
    assert doubt.hint is not None
    assert dict(doubt.hint.params) == {"line": meant}


def test_other_links_are_as_they_were_meant() -> None:
    """A link that has an address within it leads there for some other reason."""
    text = f"[a](https://a.example/?url=https://b.example) https://www.google.com/search?q=x `{SAFE}`"
    text += f" https://www.google.com/?q=https://a.example https://www.google.com/url?{'a=b&amp;' * 99}"
    assert parse_markdown(text, "a.md", 1, "sv").doubts == ()
