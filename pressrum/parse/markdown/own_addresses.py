"""The whole addresses (`https://…`) of the site itself in a text, linked or not: checked as all links are."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from dataclasses import replace

from pressrum.errors import location
from pressrum.model import LINK_CLOSES, LINK_OPENS, Body, Link
from pressrum.own_addresses import names_host, shown_ways, way_from_root
from pressrum.parse.markdown.outside import LINKED
from pressrum.parse.markdown.placing import placed, without_code


def with_own_addresses(body: Body, url: str, text: str, path: str) -> Body:
    """Give a body whose links include those with whole addresses on the site `url`, after all others.

    Last come addresses that are no links: among words, in code, or within links to other sites.
    `text` is all of the source `path`. What the body says stays the same, and so does its digest.
    """
    if not names_host(body.html, url):
        return body  # as nearly all, and this is sooner seen
    found: list[str] = []

    def taken(link: re.Match[str]) -> str:
        target = html.unescape(link["target"])
        if way_from_root(target, url) is None:
            return link[0]
        found.append(target)
        number = len(body.links) + len(found) - 1
        return f'{link["before"]}"{LINK_OPENS}{number}{LINK_CLOSES}"'

    made = LINKED.sub(taken, body.html)
    links = placed(found, {}, without_code(text), path, 1)
    linked = {way_from_root(target, url) for target in found}
    near = [part for part in html.unescape(made).split() if names_host(part, url)]  # no address has a gap
    shown = (way for part in near for _, way in shown_ways(part, url))
    others = [way for way in dict.fromkeys(shown) if way not in linked]
    places = sorted(_places(text, url)) if others else []
    worded = (
        Link(url.rstrip("/") + way, location(text, _place(way, places), path), shown=True) for way in others
    )
    return replace(body, html=made, links=(*body.links, *links, *worded))


def _places(text: str, url: str) -> list[tuple[str, int]]:
    """Give the paths on the site that a source shows, each with where that is, from 0.

    For one that is packed into another address it is where that address begins.
    """
    found = []
    for part in re.finditer(r"\S+", text):
        for written, way in shown_ways(part[0], url) if names_host(part[0], url) else ():
            found.append((way, part.start() + max(part[0].find(written), 0)))
    return found


def _place(way: str, places: list[tuple[str, int]]) -> int:
    """Give where a way stands, in sorted `places`; there signs of Markdown may follow."""
    near = bisect_left(places, (way, 0))
    if near < len(places) and places[near][0].startswith(way):
        return places[near][1]
    return min((place for _, place in places), default=0)
