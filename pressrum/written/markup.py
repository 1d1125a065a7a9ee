"""Signs of Markdown and HTML in a field: a text makes something of them, a field shows them."""

from __future__ import annotations

import html
import re

from pressrum.errors import BadValue, Slips, Text, say
from pressrum.signs import Signs

MARKS = Signs("*", "](", "~~")
MARKUP = re.compile(
    r"""(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<bold>[^*]*[^\s*])(?P=stars)(?![\w*])
      | \[(?P<linked>[^\[\]]+)\]\((?P<target>[^\s()]+)\)
      | ~~(?=[^\s~])[^~]+(?<!\s)~~[ ]?""",
    re.VERBOSE,
)
"""Bold words, a link, or words that are struck out."""
TAG = r"(?i)</?(?:a|b|br|em|i|p|span|strong)(?=[\s/>])[^<>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});"
"""A tag of HTML, or a letter by its name there."""
TAGS = Signs("<", "&")


def without_markup(text: str) -> str:
    """Give `text` back; raise `BadValue` for one with marks of Markdown, with the words that stand there."""
    if MARKS.stand_in(text) and (found := MARKUP.search(text)):
        raise BadValue(_shown(found), _instead(_words(found)))
    return text


def tags_in(text: str) -> Slips:
    """Warn of HTML in a field, as words have it that were copied from the source of a page."""
    for found in re.finditer(TAG, text) if TAGS.stand_in(text) else ():
        meant = "" if found[0].startswith("<") else html.unescape(found[0])
        if meant != found[0]:
            yield found.start(), _shown(found), _instead(meant)


def _shown(found: re.Match[str]) -> Text:
    return say("{mark} would be shown with its signs, for a field holds words alone", mark=found[0].strip())


def _instead(words: str) -> Text:
    if not words:
        return say("remove it")
    return say("write a space") if words.isspace() else say("write {name}", name=words)


def unmarked(text: str) -> str:
    """Give a text as a field may hold it: the words of its links and bold parts, without those struck out."""
    return MARKUP.sub(_words, text)


def _words(found: re.Match[str]) -> str:
    return found["bold"] or (unlinked(found["linked"], found["target"]) if found["linked"] else "")


def unlinked(words: str, target: str) -> str:
    """Write a link as words alone, with where it leads unless they say so."""
    bare = target.removeprefix("mailto:")
    return words if bare in words else f"{words} ({bare})"
