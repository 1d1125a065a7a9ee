"""HTML as somebody wrote it: its tags with their places, and which of them would fetch something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
"""How an address on another host begins."""
LISTED = re.compile(r"(?:^|[\s,])((?:https?:)?//[^\s,]*)", re.IGNORECASE)
"""One among the addresses of a `srcset`."""
FETCHED = ("src", "poster", "background", "manifest", "ping")
SETS = ("srcset", "imagesrcset")
LINKS = ("href", "xlink:href")
FOLLOWED = ("a", "area")
"""Elements whose `href` is fetched when the reader asks for it, and not before."""
# fmt: off
RELATIONS = frozenset((
    "apple-touch-icon", "apple-touch-icon-precomposed", "dns-prefetch", "icon", "manifest", "mask-icon",
    "modulepreload", "preconnect", "prefetch", "preload", "prerender", "stylesheet",
))
# fmt: on
"""What a `link` says of an address that is fetched; all else is only a hint to programs."""


@dataclass(frozen=True)
class Tag:
    """An opening tag."""

    name: str
    """In lower case."""
    written: str
    """As it stands in the source."""
    attributes: tuple[tuple[str, str], ...]
    """Names in lower case, and values; "" for one without."""
    start: int
    """Where its `<` stands, from 0."""

    def get(self, name: str) -> str | None:
        """Give the value of an attribute, or None when it is not there; of two the first one counts."""
        return next((value for known, value in self.attributes if known == name), None)


class _Tags(HTMLParser):
    """Gathers the opening tags; those within a script, a style or a comment are none."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.starts = [0, *(end.end() for end in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass by `<![…>`, which is a comment in HTML (13.2.5.42) and not the SGML that Python expects."""
        return self.parse_bogus_comment(i, bool(report))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its place."""
        line, column = self.getpos()
        written = (self.get_starttag_text() or "")[1 : 1 + len(tag)]
        attributes = tuple((name, value or "") for name, value in attrs)
        self.tags.append(Tag(tag, written, attributes, self.starts[line - 1] + column))


def tags_of(text: str) -> tuple[Tag, ...]:
    """Give the opening tags of `text` in order."""
    return tuple(_Tags(text).tags)


def fetched_elsewhere(tag: Tag) -> Iterator[tuple[str, str]]:
    """Give each attribute for which a browser would ask another host, unbidden, and the address."""
    for name, value in tag.attributes:
        if name in SETS and (listed := LISTED.search(value)):
            yield name, listed[1]
        fetched = name in FETCHED or (name in LINKS and _fetches(tag))
        if fetched and ELSEWHERE.match(value):
            yield name, value.strip()


def _fetches(tag: Tag) -> bool:
    if tag.name == "link":
        return not RELATIONS.isdisjoint((tag.get("rel") or "").lower().split())
    return tag.name not in FOLLOWED


def attribute_at(text: str, tag: Tag, name: str) -> int:
    """Give where the attribute `name` of a tag stands in `text`, or else the tag."""
    found = re.compile(rf"""[\s"'/]({re.escape(name)})[\s=>]""", re.IGNORECASE).search(text, tag.start)
    return found.start(1) if found else tag.start
