"""Lines that run together: a paste from Word has one line break where a text has an empty line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pressrum.errors import Slips, say
from pressrum.parse.markdown.pasted import LINE, SIGN, unlettered
from pressrum.parse.markdown.quote import names_someone

RUNS_ON = say("the line goes on in the paragraph of the line above")
PART = say(r"put an empty line between them, or end the one above with \ for a new line alone")
ENDS = tuple('.!?:”"')
"""How a line ends that ends a sentence."""
WIDTHS = range(60, 121)
"""Letters in a line that an editor breaks: a sentence may end there by chance, but not thrice."""
FEW = 2
"""So many lines may be one paragraph that was broken so."""
NARROWEST = 60
"""Letters in a line of the narrowest editor: one that has room for the next word was ended by hand."""
DASHED = re.compile(rf"[ ]{{0,3}}{LINE}")
"""How a line begins that is a paragraph of its own, or an entry in a list."""
ALONE = re.compile(rf"[ ]{{0,3}}(?:#{{1,6}}(?![^\s#])|#{{2,6}}|\[\[)|[ \t]*{SIGN}")
"""How a line begins that is no part of a paragraph: a heading, the tour, an entry pasted from Word."""
ENTRY = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,3}\.)[ \u00a0]+(?![-* ]+$)\S")
"""How a line begins that is an entry of a list, and no rule: what is right below goes on in it."""
KEPT = ("  ", "\\", "<br>", "<br/>", "<br />")
"""How a line ends after which the next one stands below it."""
SIGNED = re.compile(
    rf"""\s | [>|<\#] | {SIGN} | !\[ | \[[^\]]*\]: | [-–—*+][\s\u00a0]
      | \d{{1,3}}\\?(?:\)|\.(?!\d)) | [\s|:=*_-]*$""",
    re.VERBOSE,
)
"""How a line begins that is of something else: code, a quotation, a table, HTML, a list or a note."""
LABELLED = re.compile(r"[\d:@]")
"""What stands in a line of its own, be it in small letters: `mobil 070-123 45 67`."""
LABEL = re.compile(r"[*_]{0,3}[A-ZÅÄÖ][\w -]{0,24}[*_]{0,3}:[*_]{0,3}\s")
"""How a line begins that says what is in it, be it as wide as an editor's: `**Plats:** Farsta gård`."""

MARK = rf"{LINE}|[^\w\s<>&|§…=%+€$£]{{1,3}}\s+|\(?(?:\d{{1,3}}|[^\W\d_]|[ivx]{{2,4}})[).]\s+"
"""What an entry begins with: a dash, another sign alone, a number or a letter."""
FIRST = re.compile(r"\W+|\W*[1aAi]\W+")
"""What the first entry begins with: the letters of parties, `(M)` and `(V)`, are no list."""
BEGUN = re.compile(rf"\n(?<!<br>\n)\s*({MARK})(\w*)")
"""How a line of a paragraph begins that looks like an entry, to the end of its first word."""


def running(text: str) -> Slips:
    """Warn of each block that looks like several paragraphs: at the first line that runs on from another.

    There every line but the last ends a sentence, and the next one begins with a capital letter.
    Two lines of which the first is as wide as an editor's are taken for one paragraph.
    Or every line but the last was ended before it was full, as those that say whom to call; or two and
    more begin with what they say, as when and where, and at most the first of all does not.
    """
    lines = unlettered(text).split("\n")
    if not any(
        below and words and (_may_end(words) or LABEL.match(below)) for words, below in pairwise(lines)
    ):
        return  # no line ends within a block, as in most texts
    for number, block in _blocks(lines):
        ran = 1 if len(block) > 1 and (_parted(block) or _listing(block)) else _in_entry(block)
        if ran:
            yield sum(len(words) + 1 for words in lines[: number + ran]), RUNS_ON, PART


def unlisted(clean: str, text: str) -> Slips:
    """Warn of each paragraph in which two lines begin as entries of a list, and have become none.

    A quote is left alone: a dash in it may come to stand at the beginning of a line.
    """
    at = 0
    for begun in clean.split("<p>")[1:]:
        words = begun.partition("</p>")[0]
        if "\n" not in words:
            continue
        entries = [(line, re.sub(r"\w+", "1", line[1]).strip()) for line in BEGUN.finditer(f"\n{words}")]
        often = Counter(kind for _, kind in entries)
        lists = {kind for line, kind in entries if often[kind] > 1 and FIRST.fullmatch(line[1])}
        for line, kind in entries if lists and not names_someone(words) else ():
            if line.start() and kind in lists:
                mark = "[-–—]+" if kind in "-–—" else re.escape(line[1].strip())
                below = re.compile(rf"(?<=[^\n]\n)[> \t\u00a0]*{mark}[ \t\u00a0]*{line[2]}")
                if found := below.search(text, at):
                    at = found.end()
                    yield found.start(), RUNS_ON, PART
                break


def _may_end(words: str) -> bool:
    return words.endswith(ENDS) or len(words) < NARROWEST


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the lines that run on in one another, and where the first of them stands (from 0)."""
    first, block = 0, list[str]()
    for number, words in enumerate((*lines, "")):
        alone = not words.strip() or ALONE.match(words)
        if alone or DASHED.match(words):
            yield first, block
            block = []
        if alone:
            continue
        first = first if block else number
        block.append(words)
        if words.endswith(KEPT):
            yield first, block
            block = []


def _parted(lines: list[str]) -> bool:
    labels = [bool(LABEL.match(line)) for line in lines]
    if sum(labels) > 1 and all(labels[1:]) and not any(map(SIGNED.match, lines)):
        return True
    if len(lines) == FEW and len(lines[0]) in WIDTHS:
        return False
    return all(line.endswith(ENDS) for line in lines[:-1]) and all(line[:1].isupper() for line in lines[1:])


def _listing(lines: list[str]) -> bool:
    """Whether lines were ended before they were full, and are no sentence that somebody broke."""
    if any(len(f"{words} {below.split()[0]}") >= NARROWEST for words, below in pairwise(lines)):
        return False
    if any(map(SIGNED.match, lines)):
        return False
    return not all(
        line[:1].islower() and line[1:2] != "." and not LABELLED.search(line) for line in lines[1:]
    )


def _in_entry(lines: list[str]) -> int:
    """Give which line (from 0) begins with a capital below an entry that had room for it; 0 for none."""
    for index, (entry, below) in enumerate(pairwise(lines), 1):
        if (
            ENTRY.match(entry)
            and below[:1].isupper()
            and not SIGNED.match(below)
            and len(f"{entry} {below.split()[0]}") < NARROWEST
        ):
            return index
    return 0
