"""Finds whole addresses (`https://…`) of the site itself: alone, among words, or within other addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from pressrum.signs import Signs
from pressrum.uris import as_uri

PORT = r"(?::(?:80|443)?)?"
"""The ports that an address without one has (RFC 9110, 4.2)."""
PACKED = 3
"""How often an address is packed into others, at most, as in links to share: `?u=https%3A%2F%2F…`."""


def way_from_root(address: str, url: str) -> str | None:
    """Give where a whole address leads on the site whose root is `url`; None for one of another site.

    All of these are the same site: http and https, with `www.` or without, with a dot or the usual port
    after the host, with a user name before it, in capitals or not (RFC 3986, 6.2.2.1).

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
    """Find the site's addresses among words: each as it is written, and its path on the site.

    `https://` may be missing, and an address may be packed into one of another site (`?u=https%3A%2F%2F…`).

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
    """Give the pattern of what stands between the scheme of the site's addresses and the path on it."""
    hosts = "|".join(re.escape(host) for host in _hosts(url))
    parts = (f"{re.escape(part)}|{re.escape(quote(part))}" for part in urlsplit(url).path.split("/") if part)
    path = "".join(rf"[/\\]+(?:{part})" for part in parts)
    return rf"(?:www\.)?(?:{hosts})\.?{_port(url) or PORT}{path}"


@lru_cache(maxsize=8)
def _root(url: str) -> re.Pattern[str]:
    """Give the pattern of how whole addresses on the site begin."""
    return re.compile(rf"https?://(?:[^\s/\\?#@]*@)?{_site(url)}(?=[/\\?#]|$)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _shown(url: str) -> re.Pattern[str]:
    """Give the pattern of the site's addresses among words, without punctuation after them."""
    end = r"[^\s\"<>”»….,;:!?'’)\]]"
    return re.compile(
        rf"(?:https?://)?(?<![\w.-]){_site(url)}(?P<way>[/\\](?:[^\s\"<>”]*{end})?)", re.IGNORECASE
    )


def names_host(words: str, url: str) -> bool:
    """Whether words contain the host of a site, which is quicker to see than an address.

    >>> names_host("Se Press.example", "https://press.example/"), names_host("Se här", "https://press.example/")
    (True, False)
    """
    return _named(url).stand_in(words)


@lru_cache(maxsize=8)
def _named(url: str) -> Signs:
    return Signs(like=f"(?i){'|'.join(map(re.escape, _hosts(url)))}")


@lru_cache(maxsize=8)
def _hosts(url: str) -> tuple[str, ...]:
    """Give the host of an address without `www.`, in small letters, as people and as programs write it.

    Browsers give what is copied from them as programs do.
    """
    forms = (urlsplit(form).hostname or "" for form in (url, as_uri(url)))
    return tuple(dict.fromkeys(host.removeprefix("www.") for host in forms))


def _port(url: str) -> str:
    """Give the pattern of the port, "" for one that is as usual."""
    port = urlsplit(url).port
    return "" if port in (None, 80, 443) else f":{port}"
