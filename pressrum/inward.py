"""Whole addresses that lead to the site's own pages."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit


def whole(words: str) -> str:
    """Give the whole address that words are which may lack what is in front: `press.example/turne/`."""
    return words if "://" in words else f"https://{words}"


def way_from_root(address: str, url: str) -> str | None:
    """Give where a whole address leads on the site whose root is `url`; None for one of another site.

    Schemes and hosts are alike in capitals (RFC 3986, 6.2.2.1), and a site is one with TLS and without,
    with `www.` in front and without.

    >>> way_from_root("http://Press.example/rum/turne/#karta", "https://press.example/rum/")
    '/turne/#karta'
    >>> way_from_root("https://press.example/rum", "https://www.press.example/rum/")
    '/'
    >>> way_from_root("https://press.example/rummet/", "https://press.example/rum/")
    """
    if not (root := _root(url).match(address)):
        return None
    way = address[root.end() :]
    return way if way.startswith("/") else f"/{way}"


@lru_cache(maxsize=8)
def _root(url: str) -> re.Pattern[str]:
    """Give how addresses on the site begin."""
    path = urlsplit(url).path.removesuffix("/")
    return re.compile(rf"(?i:https?://(?:www\.)?{re.escape(bare_host(url))}){re.escape(path)}(?=[/?#]|$)")


def bare_host(url: str) -> str:
    """Give the host of an address in small letters, its port behind it, without `www.`.

    >>> bare_host("https://www.Press.example:8080/rum/")
    'press.example:8080'
    """
    return urlsplit(url).netloc.lower().removeprefix("www.")
