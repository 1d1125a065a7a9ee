"""Where the links of a text stand: each is looked up in what was written, after the one before it."""

from __future__ import annotations

import html
import re

from pressrum.errors import location
from pressrum.model import Illustration, Link
from pressrum.parse.markdown.notes import note_places

CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
OPENS = re.compile(r"""\]\(\s*<?|\]:\s*<?|=\s*["']?|<""")
"""What stands in front of a link's address."""
NOTHING = re.compile(rf"""(?:{OPENS.pattern})(?=\s*>?\s*[)"'])""")
"""A link without an address."""
BARE = re.compile(r"https?://|www\.")
"""How an address begins that is a link as it stands among words."""
NOTES = ("#fn:", "#fnref")
"""How the links between a text and its footnotes begin; nobody writes them."""


def placed(
    found: list[str], pictures: dict[int, Illustration], text: str, path: str, line: int
) -> tuple[Link, ...]:
    """Find each link's place; links are in the order of the text, so each is looked for after the last.

    `found` are targets, `pictures` what the text says of those that are pictures, by their numbers;
    `text` is without its code.
    """
    if not found:
        return ()
    notes = note_places(text)
    links: list[Link] = []
    start = 0
    missed: dict[str, int] = {}
    """Where a target stands that is not to be found further on: it is not looked for again."""
    for number, target in enumerate(found):
        index = missed[target] if target in missed else _index(text, target, start)
        if index < 0:
            index = missed[target] = max(_index(text, target, 0), notes.get(target, 0))
        elif target not in missed:
            start = index + 1
        links.append(Link(target, location(text, index, path, line), pictures.get(number)))
    return tuple(links)


def without_code(text: str) -> str:
    """Give `text` with spaces for the code among its words, so that all else keeps its place."""
    return CODE.sub(lambda code: " " * len(code[0]), text) if "`" in text else text


def _index(text: str, target: str, start: int) -> int:
    if target.startswith(NOTES):
        return -1
    if not target:
        return next((nothing.end() for nothing in NOTHING.finditer(text, start)), -1)
    for written in dict.fromkeys((target, html.escape(target), target.replace("%20", " "))):
        for opening in OPENS.finditer(text, start):
            if text.startswith(written, opening.end()):
                return opening.end()
    bare = filter(BARE.match, (target, target.removeprefix("https://")))
    index = next((index for words in bare if (index := text.find(words, start)) >= 0), -1)
    return _escaped(text, target, start) if index < 0 and "\\" in text else index


def _escaped(text: str, target: str, start: int) -> int:
    """Find an address of which Markdown has taken away backslashes, as of a way on Windows."""
    written = re.compile("".join(rf"\\?{re.escape(sign)}" for sign in target))
    return next(
        (opens.end() for opens in OPENS.finditer(text, start) if written.match(text, opens.end())), -1
    )
