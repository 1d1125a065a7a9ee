"""A page of ours as it was published, back to what the record can know of it."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass

from pressrum.parse.markdown.markup import tags_of

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
AT_ONCE = re.compile(r"0; url=(.*)")


@dataclass(frozen=True)
class PublishedPage:
    """What a published page tells."""

    title: str
    """With the site's own title behind it."""
    leads_to: str | None
    """The path on this site to which readers of an old address are led on; None for any other page."""


def parse_published(text: str, path: str, url: str) -> PublishedPage:
    """Give what the page at `path` tells, on the site whose address is `url`.

    A page leads on when it does so at once, and names the same page as the one to be known by:
    so does each that a build made for an old address, and nobody else's.
    """
    head = text.partition("</head>")[0]
    title, tags = TITLE.search(head), tags_of(head)
    refresh = next((tag.get("content") for tag in tags if tag.get("http-equiv") == "refresh"), None)
    known_by = next((tag.get("href") for tag in tags if tag.get("rel") == "canonical"), None) or ""
    onward = AT_ONCE.fullmatch(refresh or "")
    to = "/" + known_by.removeprefix(url)
    same = onward and posixpath.normpath(posixpath.join(path, onward[1])) == posixpath.normpath(to)
    return PublishedPage(
        title=html.unescape(title[1]) if title else "",
        leads_to=to if same and known_by.startswith(url) else None,
    )
