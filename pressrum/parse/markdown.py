"""Markdown to a `Body`: safe HTML, with its links listed and their places kept.

The links are taken from the cleaned HTML and not from the Markdown, so that one written as
raw HTML is found too; where each stands is looked up in the text by its order.
"""

from __future__ import annotations

import html
import re
import sys
from functools import lru_cache

import markdown
import nh3
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from pressrum.errors import Location
from pressrum.model import LINK_CLOSES, LINK_OPENS, TOUR, Body, Link
from pressrum.parse.prose import Prose
from pressrum.parse.quote import PressQuotes
from pressrum.parse.text import INVISIBLE

TOUR_LINE = re.compile(r"^[ ]{0,3}\[\[tour\]\][ \t]*$", re.MULTILINE)
NUMBERED = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.IGNORECASE)
OUTSIDE = re.compile(r"(?:https?|mailto|tel|webcal):", re.IGNORECASE)
# fmt: off
TAGS = frozenset((
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt",
    "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
))
# fmt: on
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "id"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "li": {"id", "value"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "*": {"lang", "dir"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "blockquote": {"quote"},
    "div": {"footnote"},
    "td": {"left", "right", "center"},
    "th": {"left", "right", "center"},
}
SCHEMES = {"http", "https", "mailto", "tel", "webcal"}
BACK = {"sv": "Tillbaka till texten vid fotnot {}", "en": "Back to the text at footnote {}"}


def parse_markdown(text: str, path: str, line: int, language: str) -> Body:
    """Give the body that `text` makes; it begins on `line` (from 1) of the source `path`."""
    converter = _converter(language)
    converter.reset()
    dirty = NUMBERED.sub(_visible, converter.convert(TOUR_LINE.sub(f"\n{TOUR}\n", text)))
    found: list[tuple[str, bool]] = []

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id" and tag == "a":
            return None
        if (tag, attribute) not in (("a", "href"), ("img", "src")):
            return value
        if tag == "a" and OUTSIDE.match(value):
            return value
        found.append((value, tag == "img"))
        return f"{LINK_OPENS}{len(found) - 1}{LINK_CLOSES}"

    clean = nh3.clean(
        dirty,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        attribute_filter=keep,
        link_rel=None,
        strip_comments=True,
    )
    links = _placed(found, text, path, line)
    return Body(
        html=clean.replace(f"<p>{TOUR}</p>", TOUR),
        links=links,
        anchors=tuple(re.findall(r'<(?:h\d|li|sup)[^>]* id="([^"]+)"', clean)),
        opening=_opening(clean),
    )


def _visible(reference: re.Match[str]) -> str:
    """Keep a numeric character reference but for the letters that `decode` lets no source hold."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return " " if number <= sys.maxunicode and INVISIBLE.match(chr(number)) else reference[0]


@lru_cache
def _converter(language: str) -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            TableExtension(),
            FootnoteExtension(BACKLINK_TITLE=BACK[language]),
            SaneListExtension(),
            PressQuotes(),
            Prose(language),
        ],
        output_format="html",
    )


def _placed(found: list[tuple[str, bool]], text: str, path: str, line: int) -> tuple[Link, ...]:
    """Find each link's place; links are in the order of the text, so each is looked for after the last."""
    links, start = [], 0
    for target, picture in found:
        index = _index(text, target, start)
        if index < 0:
            index = max(_index(text, target, 0), 0)
        else:
            start = index + 1
        before = text[:index].split("\n")
        where = Location(path, line + len(before) - 1, len(before[-1]) + 1)
        links.append(Link(target, where, picture))
    return tuple(links)


def _index(text: str, target: str, start: int) -> int:
    for written in (target, html.escape(target), target.replace("%20", " ")):
        hit = re.compile(r"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|<)(""" + re.escape(written) + ")").search(
            text, start
        )
        if hit:
            return hit.start(1)
    return -1


def _opening(clean: str) -> str:
    """Give the first paragraph that is no quote, as plain text."""
    outside = re.sub(r"<blockquote.*?</blockquote>", "", clean, flags=re.DOTALL)
    first = re.search(r"<p>(.*?)</p>", outside, re.DOTALL)
    if first is None:
        return ""
    bare = re.sub(r"<sup.*?</sup>|<[^>]+>", "", first[1], flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())
