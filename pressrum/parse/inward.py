"""The site's own addresses in a text, linked or not: they are looked into, as all that lead there."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from pressrum.inward import bare_host, way_from_root, whole
from pressrum.model import LINK_CLOSES, LINK_OPENS, Body, Link
from pressrum.parse.markup import location
from pressrum.parse.outside import LINKED
from pressrum.parse.placing import placed, without_code
from pressrum.typography import ADDRESS


def with_inward(body: Body, url: str, text: str, path: str) -> Body:
    """Give a body with such links, on the site whose root is `url`, among its links, after the others.

    Last come addresses that are words alone, as in code. `text` is all of the source `path`. What the body
    says stays the same, and so does its digest.
    """
    host = bare_host(url)
    if host not in body.html.lower():
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
    near = [part for part in html.unescape(made).split() if host in part.lower()]  # no address has a gap
    words = dict.fromkeys(address[0] for part in near for address in ADDRESS.finditer(part))
    others = [
        address for address in words if whole(address) not in found and way_from_root(whole(address), url)
    ]
    worded = (Link(whole(address), location(text, max(text.find(address), 0), path)) for address in others)
    return replace(body, html=made, links=(*body.links, *links, *worded))
