"""What templates, style sheets and scripts ask of a reader's browser, and must not.

Nothing is fetched from another site; and what the Content-Security-Policy (`make.hosting.policy`) refuses
would do nothing, with no word to anyone but the browser's console: it is told here instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pressrum.errors import Location, Mistake, Slips, Text, located, say
from pressrum.parse.markdown.markup import Tag, attribute_at, fetched_elsewhere, tags_of
from pressrum.parse.text import left_by_merge
from pressrum.places import TEMPLATES

FRAMES = ("applet", "embed", "fencedframe", "frame", "iframe", "object", "portal")
RUN = ("", "module", "importmap", "speculationrules", "text/javascript", "application/javascript")
"""Types of a script that a browser runs; any other one holds data."""

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ADDRESS = re.compile(r"""(\{\{-?\s*["'])((?:https?:)?//[^"'<>]*)""", re.IGNORECASE)
"""An expression that begins with an address on another site."""
CSS_ASIDE = re.compile(r"/\*.*?\*/|@namespace[^;]*;", re.DOTALL)
CSS_FETCHES = re.compile(
    r"""(?:\b(?:url|src)\(|@import|\bimage-set\([^;{}]*?)\s*["']?\s*((?:(?:https?:)?//|data:)[^"')\s]*)""",
    re.IGNORECASE,
)
JS_PARTS = re.compile(
    r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`""", re.DOTALL
)
JS_FETCHES = re.compile(
    r"""(?:\bfrom|\bimport|\b(?:import|fetch|importScripts|sendBeacon)\s*\(
    |\bnew\s+(?:Worker|SharedWorker|EventSource|WebSocket)\s*\(|\.src\s*=)
    \s*["'`]((?:https?:|wss?:)?//[^"'`]*)""",
    re.VERBOSE,
)

SCRIPT = (
    say("the Content-Security-Policy stops a script that stands in the page itself"),
    say("move it to a file in templates/assets/, and name that with src"),
)
STYLE = (
    say("the Content-Security-Policy stops a style that stands in the page itself"),
    say("write it in templates/assets/style.css, and name a class here"),
)
OURS = say("save it as a file in templates/assets/ and use it from there, or remove it")
DATA = (say("the Content-Security-Policy stops a data: address"), OURS)


def check_templates(
    templates: Iterable[tuple[str, str]], code: Iterable[tuple[str, str]]
) -> Iterator[Mistake]:
    """Find what would be fetched elsewhere or refused, and what a merge has left behind.

    `templates` are names below templates/ and their texts, `code` paths and texts of style
    sheets and scripts.
    """
    for name, text in templates:
        if wrong := left_by_merge(text, TEMPLATES + name):
            yield wrong
        elif not text.strip() and not name.rpartition("/")[2].startswith("_"):
            yield Mistake(
                Location(TEMPLATES + name),
                say("the template is empty, and so would its pages be"),
                say("put the template back as it was"),
            )
        elif name.endswith((".html", ".htm")):
            yield from _template(TEMPLATES + name, text)
    for path, text in code:
        if wrong := left_by_merge(text, path):
            yield wrong
        else:
            yield from _code(path, text)


@lru_cache(maxsize=200)
def _template(path: str, text: str) -> tuple[Mistake, ...]:
    """Give what is wrong with a template; a preview builds with the same ones again and again."""
    html = JINJA.sub(_no_jinja, text)
    slips = (
        (attribute_at(html, tag, name) if name else tag.start, message, hint)
        for tag in tags_of(html)
        for name, message, hint in _wrong(tag)
    )
    return tuple(located(slips, html, path))


def _wrong(tag: Tag) -> Iterator[tuple[str, Text, Text]]:
    """Give what is wrong with a tag: the attribute, or "" for the whole tag, what, and what to do."""
    if tag.name in FRAMES:
        yield "", say("the Content-Security-Policy stops <{name}>", name=tag.name), say("link to it instead")
        return
    if tag.name == "style":
        yield "", *STYLE
    if tag.name == "script" and tag.get("src") is None and (tag.get("type") or "").strip().lower() in RUN:
        yield "", *SCRIPT
    for name, address in fetched_elsewhere(tag):
        yield name, *_elsewhere(address)
    for name, value in tag.attributes:
        if name == "style":
            yield name, *STYLE
        elif name.startswith("on"):
            yield name, *_handler(name)
        elif name == "src" and value.strip().lower().startswith("data:"):
            yield name, *DATA


def _elsewhere(address: str) -> tuple[Text, Text]:
    return say("this would be fetched from another site: {address}", address=address), OURS


def _handler(name: str) -> tuple[Text, Text]:
    return (
        say("the Content-Security-Policy stops what stands in {name}", name=name),
        say("listen for it in templates/assets/site.js, with addEventListener"),
    )


@lru_cache(maxsize=200)
def _code(path: str, text: str) -> tuple[Mistake, ...]:
    """Give what is wrong with a style sheet or a script, as `_template`."""
    if path.endswith(".css"):
        slips = _found(CSS_FETCHES, CSS_ASIDE.sub(lambda aside: _blank(aside[0]), text))
    else:
        slips = _found(JS_FETCHES, JS_PARTS.sub(_no_comment, text))
    return tuple(located(slips, text, path))


def _found(fetches: re.Pattern[str], text: str) -> Slips:
    for hit in fetches.finditer(text):
        yield hit.start(1), *(DATA if hit[1].lower().startswith("data:") else _elsewhere(hit[1]))


def _blank(text: str) -> str:
    """Give blanks for what is aside, so that all else keeps its place."""
    return re.sub(r"[^\n]", " ", text)


def _no_comment(part: re.Match[str]) -> str:
    return _blank(part[0]) if part[0].startswith("/") else part[0]


def _no_jinja(part: re.Match[str]) -> str:
    """Give blanks for what Jinja will fill in or do; an address that it begins with stays."""
    found = ADDRESS.match(part[0])
    if found is None:
        return _blank(part[0])
    return _blank(found[1]) + found[2] + _blank(part[0][found.end() :])
