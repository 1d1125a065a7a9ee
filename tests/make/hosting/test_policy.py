"""The Content-Security-Policy: the same in a page and in a header, and more for none but who needs it."""

from __future__ import annotations

import re

from conftest import Press

from pressrum.make.hosting.policy import in_header, policy


def directives(text: str) -> dict[str, str]:
    """Give the directives of a policy by name."""
    return dict(directive.split(" ", 1) for directive in text.split("; "))


def test_nothing_is_allowed_but_our_own() -> None:
    """A page fetches from its own host or not at all, and nothing in it runs or styles by itself."""
    values = set(directives(policy("home")).values())

    assert directives(policy("home"))["default-src"] == "'none'"
    assert values == {"'none'", "'self'"}


def test_only_a_search_page_may_run_webassembly() -> None:
    """What a kind of page needs is granted to that kind alone, and adds to what all have."""
    usual, search = directives(policy("release")), directives(policy("search"))

    assert dict(search.items() - usual.items()) == {
        "script-src": "'self' 'wasm-unsafe-eval'",
        "connect-src": "'self'",
    }
    assert usual.keys() < search.keys()


def test_header_says_what_the_page_says_and_who_may_frame_it() -> None:
    """A header adds only what a meta tag cannot say."""
    for kind in ("home", "search"):
        assert in_header(kind) == policy(kind) + "; frame-ancestors 'none'"


def test_page_and_hosts_are_told_the_same(press: Press) -> None:
    """Every page's meta tags say what `_headers`, nginx and Apache say of it."""
    press.build()
    metas = {
        (
            *re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page),
            *re.findall(r'<meta name="referrer" content="([^"]*)">', page),
        )
        for name in press.tree()
        if name.endswith(".html")
        for page in [press.page("/" + name)]
    }

    assert metas == {(policy("home"), "same-origin")}
    for name in ("_headers", "nginx.conf", ".htaccess"):
        assert press.page("/" + name).count(in_header("home")) == 1
