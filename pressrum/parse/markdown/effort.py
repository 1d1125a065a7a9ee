"""How much work a text would be, weighed before Markdown is given it: one that would take minutes is refused.

Markdown looks from each opening sign for the one that closes it, and where there is none to the end of
the paragraph, or of the text for HTML: thousands of them make the square of their number. So the
ways that it would go are added up. No clock is asked: what is refused on one machine is on every one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrum.errors import BadSource, Location, Mistake, Text, location, say

LONGEST = 200_000
"""Letters in a text: about a hundred pages."""
MOST_LINES = 10_000
"""A text has a few hundred; each may be a paragraph of its own."""
FARTHEST = 2_000_000
"""Letters that may be looked through for the ends of what opens; a real text needs a few thousand."""
SIGNS = re.compile(r"[*_|`\\]")
"""What takes a moment wherever it stands, and looks for no end."""
EMPTY = re.compile(r"\n[ \t]*(?=\n)")
"""What parts paragraphs, lists and tables: a line without a letter."""
OPENING = b"*_|`\\[(<"
BRACKET = re.compile(r"\\.|[\[\]()]", re.DOTALL)
TICKS = re.compile(r"`+")
AGAIN = re.compile(r"^[ \t>]*(?:#|\[[^\]\n]*\]:|[=*_-][=*_ -]*$)", re.MULTILINE)
"""A heading, a rule, a note or an address at the foot: Markdown begins again with what is below."""
EACH = 1_000
"""What an opening sign costs wherever the next one is, in letters looked through."""
NESTED = re.compile(r"(?:[ \t]|>|[-*+](?=\s)|[0-9]+\.(?=\s))*")
"""What a line within lists and quotes begins with."""
TAG = re.compile(r"<[a-zA-Z/!?]|>")

PART = say("part it into several, or put it beside the text as a PDF and link to that")


def refuse_effort(text: str, path: str, line: int) -> None:
    """Raise `BadSource` for a text that cannot be read within seconds; it begins on `line` of `path`."""
    letters, lines = len(text), text.count("\n")
    if letters > LONGEST:
        told = say("the text has {count} letters, and at most {most} are read", count=letters, most=LONGEST)
        raise BadSource(Mistake(Location(path, line), told, PART))
    if lines > MOST_LINES:
        told = say("the text has {count} lines, and at most {most} are read", count=lines, most=MOST_LINES)
        raise BadSource(Mistake(Location(path, line), told, PART))
    octets = text.encode()
    opening = len(octets) - len(octets.translate(None, OPENING))
    if (opening + lines) * (letters + EACH) < FARTHEST:
        return  # not even if each of them ran through all of the text
    for signs, ways in (
        ("* _ | \\", ((sign.start(), EACH // 10) for sign in SIGNS.finditer(text))),
        ("[ (", _brackets(text)),
        ("`", _ticks(text)),
        ("<", _tags(text)),
        ("#", _beginnings(text)),
    ):
        left = FARTHEST
        for start, length in ways:
            left -= length
            if left < 0:
                raise BadSource(Mistake(location(text, start, path, line), *_many(signs)))


def too_deep(text: str, path: str, line: int) -> Mistake:
    """Say that lists or quotes stand too far within each other: at the line that goes farthest in."""
    lines = text.split("\n")
    margins = [len(NESTED.match(words)[0]) for words in lines]  # type: ignore[index]  # it matches always
    return Mistake(
        Location(path, line + margins.index(max(margins))),
        say("lists or quotes stand too far within each other here"),
        say("write them with fewer levels"),
    )


def _many(signs: str) -> tuple[Text, Text]:
    return (
        say("more of the sign {signs} stand here than can be read within seconds", signs=signs),
        say("end each, part the text by empty lines, or make several texts of it"),
    )


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Give each part of the text between empty lines, and where it begins."""
    start = 0
    for empty in EMPTY.finditer(text):
        yield start, text[start : empty.start()]
        start = empty.end()
    yield start, text[start:]


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Give each opening bracket and how far it is to the one that closes it, or to its block's end."""
    for start, block in _blocks(text):
        opened: dict[str, list[int]] = {"]": [], ")": []}
        for sign in BRACKET.finditer(block):
            if sign[0] in "[(":
                opened["]" if sign[0] == "[" else ")"].append(sign.start())
            elif opened.get(sign[0]):
                opens = opened[sign[0]].pop()
                yield start + opens, sign.start() - opens + EACH
        for opens in (*opened["]"], *opened[")"]):
            yield start + opens, len(block) - opens + EACH


def _ticks(text: str) -> Iterator[tuple[int, int]]:
    """Give each run of backticks and how far it is to one as long, or to its block's end.

    The first of them is none where a backslash stands before it.
    """
    for start, block in _blocks(text):
        later: dict[int, int] = {}
        for run in reversed(list(TICKS.finditer(block))):
            ticks = len(run[0]) - block.endswith("\\", 0, run.start())
            yield start + run.start(), later.get(ticks, len(block)) - run.start()
            later[len(run[0])] = run.start()


def _tags(text: str) -> Iterator[tuple[int, int]]:
    """Give each opening of a tag and how far it is to the next `>`, or to the end of the text."""
    end = len(text)
    for sign in reversed(list(TAG.finditer(text))):
        if sign[0] == ">":
            end = sign.start()
        else:
            yield sign.start(), end - sign.start() + EACH


def _beginnings(text: str) -> Iterator[tuple[int, int]]:
    """Give each line within a block after which Markdown begins again, and how much of the block is left."""
    for start, block in _blocks(text):
        for line in AGAIN.finditer(block):
            yield start + line.start(), len(block) - line.start()
