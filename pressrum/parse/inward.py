"""Links to the site's own pages by their whole addresses: they are looked into, as all that lead there."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from pressrum.inward import bare_host, way_from_root
from pressrum.model import LINK_CLOSES, LINK_OPENS, Body
from pressrum.parse.outside import LINKED
from pressrum.parse.placing import placed, without_code


def with_inward(body: Body, url: str, text: str, path: str) -> Body:
    """Give a body with such links, on the site whose root is `url`, among its links, after the others.

    `text` is all of the source `path`. What the body says stays the same, and so does its digest.
    """
    if bare_host(url) not in body.html.lower():
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
    return replace(body, html=made, links=(*body.links, *placed(found, {}, without_code(text), path, 1)))
