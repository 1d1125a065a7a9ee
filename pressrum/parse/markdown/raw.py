"""What is taken out of a text when its HTML is made safe: told at its place, and not dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pressrum.errors import Slips, Text, say
from pressrum.parse.markdown.markup import Tag, attribute_at, fetched_elsewhere, tags_of

NAMES = re.compile(r"<([a-zA-Z][^\s/>]*)")
DOUBTFUL = re.compile(r"""<[^<]*[\s"'/](?:on[a-z]+|style|srcset|background)\s*=""", re.IGNORECASE)
SHOWN = ("srcset", "background")
"""Attributes that show a picture, besides `src`, which is a link and refused with all others."""
OPENING = re.compile(r"<[a-zA-Z][\w:.-]*(?=\s|/?>)")
WORDS = re.compile(r"<([^<>=\n]*[^<>=/\s])[\s/]*>")
"""What may be no tag but words: it has no value of an attribute."""
MARK = "\ue003"
"""The attribute by which a tag keeps its place while Markdown works on the text; no source can hold it."""

SETTLED = say("remove it: how pages look and what they do is settled in templates/")
INSTEAD = (
    (
        ("applet", "audio", "embed", "frame", "iframe", "object", "source", "track", "video"),
        say("link to it instead: [what it is](https://…)"),
    ),
    (
        ("canvas", "math", "picture", "svg"),
        say('save it as a picture beside the text: ![what it shows](picture.png "Photo: Name")'),
    ),
    (
        ("button", "form", "input", "label", "select", "textarea"),
        say("link to the form instead, or write where to answer"),
    ),
    (
        ("base", "body", "head", "html", "link", "meta", "noscript", "script", "style", "template", "title"),
        SETTLED,
    ),
    (("h1",), say("write the heading as ## Heading")),
)
"""What to do instead of an element that is taken out."""


def losses(made: str, again: Callable[[str], str], text: str, kept: frozenset[str]) -> Slips:
    """Find the elements and attributes that will be taken out of `made`, the HTML of `text`.

    `kept` are the elements that stay. What is only shown, as code, is none: `again` makes HTML of the
    text once more, in which each tag carries its place.
    """
    if "<" not in text:
        return
    names = {name.lower() for name in NAMES.findall(made)}
    if names <= kept and not DOUBTFUL.search(made):
        return
    marked = OPENING.sub(lambda tag: f'{tag[0]} {MARK}="{tag.start()}"', text)
    for tag in tags_of(again(marked)):
        here = _placed(tag, text)
        for name, message, hint in _wrong(here, kept):
            yield attribute_at(text, here, name) if name else here.start, message, hint


def _placed(tag: Tag, text: str) -> Tag:
    """Give the tag as it stands in `text`; one that carries no place is looked for."""
    mark = tag.get(MARK) or str(max(text.find("<" + tag.written), 0))
    attributes = tuple(pair for pair in tag.attributes if pair[0] != MARK)
    words = WORDS.match(text, int(mark))
    return Tag(tag.name, words[1] if words else tag.written, attributes, int(mark))


def _wrong(tag: Tag, kept: frozenset[str]) -> Iterator[tuple[str, Text, Text]]:
    """Give what will be lost of a tag: an attribute, or "" for the tag itself, what, and what to do."""
    if tag.name not in kept:
        yield "", say("<{name}> is not allowed in a text", name=tag.written), _instead(tag)
        return
    for name, _ in fetched_elsewhere(tag):
        if name in SHOWN:
            yield (
                name,
                say("the picture is on another site, and readers' browsers would have to ask there"),
                say("save it beside the text and write its file name"),
            )
    for name, _ in tag.attributes:
        if name == "style" or name.startswith("on"):
            yield (
                name,
                say('"{name}" is not allowed in a text', name=name),
                SETTLED,
            )


def _instead(tag: Tag) -> Text:
    for names, hint in INSTEAD:
        if tag.name in names:
            return hint
    if tag.name.startswith("www."):
        return say("write a whole address that begins with https://, mailto: or tel:")
    return say("remove it, or write &lt;{name}&gt; if it is to stand in the text", name=tag.written)
