"""Whole addresses that lead to the site's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

PORT = r"(?::(?:80|443)?)?"
"""The ports that an address without one has (RFC 9110, 4.2)."""
PACKED = 3
"""How often an address is packed into others, at most, as in links to share: `?u=https%3A%2F%2F…`."""


def way_from_root(address: str, url: str) -> str | None:
    """Give where a whole address leads on the site whose root is `url`; None for one of another site.

    Schemes and hosts are alike in capitals (RFC 3986, 6.2.2.1), and a site is one with TLS and without,
    with `www.` in front and without, with a dot or the usual port behind its host, and whoever asks.

    >>> way_from_root("http://Press.example/rum/turne/#karta", "https://press.example/rum/")
    '/turne/#karta'
    >>> way_from_root("https://anna@press.example.:443/rum", "https://www.press.example/rum/")
    '/'
    >>> way_from_root("https://press.example/rummet/", "https://press.example/rum/")
    """
    if not (root := _root(url).match(address)):
        return None
    way = address[root.end() :]
    return way if way.startswith("/") else f"/{way}"


def shown_ways(words: str, url: str) -> Iterator[tuple[str, str]]:
    """Give the addresses on the site that words show, each as it is written and where it leads there.

    They may lack what is in front, as people write them, or be packed into addresses of other sites.

    >>> list(shown_ways("Se press.example/turne/.", "https://press.example/"))
    [('press.example/turne/', '/turne/')]
    >>> list(shown_ways("https://a.example/?u=http%3A%2F%2Fpress.example%2F#a", "https://press.example/"))
    [('http://press.example/#a', '/#a')]
    """
    for _ in range(PACKED):
        for found in _shown(url).finditer(words):
            yield found[0], found["way"]
        packed, words = words, unquote(words)
        if words == packed:
            return


@lru_cache(maxsize=8)
def _site(url: str) -> str:
    """Give the pattern of what addresses on the site have between their schemes and the ways on it."""
    host, _, port = bare_host(url).partition(":")
    path = "".join(rf"[/\\]+{re.escape(part)}" for part in urlsplit(url).path.split("/") if part)
    return rf"(?:www\.)?{re.escape(host)}\.?{f':{port}' if port else PORT}{path}"


@lru_cache(maxsize=8)
def _root(url: str) -> re.Pattern[str]:
    """Give how addresses on the site begin."""
    return re.compile(rf"https?://(?:[^\s/\\?#@]*@)?{_site(url)}(?=[/\\?#]|$)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _shown(url: str) -> re.Pattern[str]:
    """Give what addresses on the site look like among words, without the signs of a sentence behind."""
    end = r"[^\s\"<>”»….,;:!?'’)\]]"
    return re.compile(
        rf"(?:https?://)?(?<![\w.-]){_site(url)}(?P<way>[/\\](?:[^\s\"<>”]*{end})?)", re.IGNORECASE
    )


def bare_host(url: str) -> str:
    """Give the host of an address in small letters, its port behind it if it is an odd one, without `www.`.

    >>> bare_host("https://www.Press.example:8080/rum/")
    'press.example:8080'
    """
    return re.sub(rf"{PORT}$", "", urlsplit(url).netloc.lower().removeprefix("www."))
