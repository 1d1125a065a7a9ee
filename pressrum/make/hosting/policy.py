"""What a page may do in a reader's browser: said once, for its meta tags and for the files that hosts read.

Nothing is fetched but from our own host, nothing runs or is styled from within a page, and no
form is sent anywhere. What is not named here is refused (`default-src 'none'`). `media-src` is for
a film or a recording beside a text: a browser that opens the file itself goes by its header too.
"""

from __future__ import annotations

from functools import lru_cache

SITE = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
"""The directives of the Content-Security-Policy of any page (CSP Level 3)."""

ADDED = {"search": (("script-src", "'wasm-unsafe-eval'"), ("connect-src", "'self'"))}
"""What a kind of page is granted besides. A search runs in the browser: WebAssembly over an index of ours."""

FRAMED = "frame-ancestors 'none'"
"""That no other site shows ours in a frame; a meta tag cannot say it (CSP Level 3, 6.4.2)."""

REFERRER = "same-origin"
"""What other sites learn of the page that a reader came from: nothing. Our own host's log still does."""

HEADERS = (
    ("Referrer-Policy", REFERRER),
    ("X-Content-Type-Options", "nosniff"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
    ),
)
"""What every answer says besides its Content-Security-Policy."""


@lru_cache
def policy(kind: str) -> str:
    """Give the Content-Security-Policy of a page of the kind `kind`, as its meta tag says it.

    >>> policy("home") == policy("release")
    True
    >>> [part for part in policy("search").split("; ") if part not in policy("home").split("; ")]
    ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"]
    """
    directives = dict(SITE)
    for name, value in ADDED.get(kind, ()):
        directives[name] = f"{directives[name]} {value}" if name in directives else value
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def in_header(kind: str) -> str:
    """Give the same as a header says it."""
    return f"{policy(kind)}; {FRAMED}"
