"""Slips in tables: lines that make none, or one that is not as it looks, told at their places."""

from __future__ import annotations

import re

from pressrum.errors import Slips, say
from pressrum.parse.markdown.pasted import BULLETS, LETTERS

ROW = r"[ ]{0,3}\|[^\n]*\|[ \t]*"
DASHES = "‐‑‒–—―−-"
"""A hyphen, and what an editor makes of one."""
RULED = rf"[ ]{{0,3}}\|[ \t|:]*[{DASHES}][ \t|:{DASHES}]*\|[ \t]*(?:\n|\Z)"
OPEN_ROW = r"[ ]{0,3}\|[ \t][^|\n]*\|[^\n]*"
"""A row whose last cell may lack its border."""
ROWS = re.compile(rf"(?:^(?:{OPEN_ROW}|{ROW})(?:\n|\Z)){{2,}}", re.MULTILINE)
APART = re.compile(rf"^{ROW}\n(?:[ \t]*\n)+(?=({ROW})(?:\n|\Z)(?!{RULED}))", re.MULTILINE)
"""A row with an empty line above it, that is not the first of another table."""
BELOW = re.compile(rf"^{ROW}\n(?=[ ]{{0,3}}([^\s|][^\n|]*)(?:\n|\Z))", re.MULTILINE)
"""Words right below a row."""
TABBED = re.compile(
    rf"""(?: ^ (?! [-*+–—{BULLETS}{LETTERS}][ ]*\t | \w{{1,3}}[.)][ ]*\t )
             \S[^\t\n]* \t [^\n]* (?:\n|\Z) )+""",
    re.MULTILINE | re.VERBOSE,
)
"""Lines with tabs between words, and not only after the sign of a list."""
BARE = frozenset(" \t|:")
RULE = BARE | {"-"}
DASHED = BARE | frozenset(DASHES)
NO_BORDER = re.compile(r"\\\||`[^`]*`")


def table_slips(clean: str, text: str) -> Slips:
    """Find the slips in the tables of `text`, from which the HTML `clean` was made."""
    if "|" in text:
        apart = {found.start(1) for found in APART.finditer(text)}
        for start in sorted(apart):
            yield start, say("an empty line parts this row from its table"), say("remove the empty line")
        for found in ROWS.finditer(text):
            if found.start() not in apart:
                yield from _unruled(found)
    if "<table" in clean:
        for found in BELOW.finditer(text):
            if "\t" not in found[1] and _in_a_cell(found[1], clean):
                yield (
                    found.start(1),
                    say("the line would be a row of the table above it"),
                    say("put an empty line above it"),
                )
    if "\t" in text:
        yield from _tabbed(text)


def _in_a_cell(line: str, clean: str) -> bool:
    """Whether a cell in the HTML begins as a line does: in code it does not, nor where it is a comment."""
    word = re.search(r"\w+", line)
    return bool(word and re.search(rf"<td[^>]*>(?:<[^>]*>|[^\w<])*{word[0]}\b", clean))


def _unruled(found: re.Match[str]) -> Slips:
    """Find out whether the second of some rows is a line of dashes that fits the first."""
    first, second = found[0].split("\n")[:2]
    columns = _columns(first)
    rule = "|" + "---|" * columns
    if _is_rule(second, DASHED):
        if not _is_rule(second, RULE) or _columns(second) != columns:
            yield (
                found.start() + len(first) + 1,
                say("the line of dashes does not fit the headings above it"),
                say("write {line}", line=rule),
            )
    elif not _is_rule(first, RULE):
        yield (
            found.start(),
            say("the table lacks the line of dashes below its headings"),
            say("add below it: {line}", line=rule),
        )


def _is_rule(row: str, signs: frozenset[str]) -> bool:
    return signs.issuperset(row.strip()) and not set(row) <= BARE


def _columns(row: str) -> int:
    return NO_BORDER.sub("", row).strip().removesuffix("|").count("|")


def _tabbed(text: str) -> Slips:
    message = say("tabs between words make no table")
    for found in TABBED.finditer(text):
        first, *more = found[0].rstrip("\n").split("\n")
        line = _bordered(first)
        above = text[: max(0, found.start() - 1)].rpartition("\n")[2]
        if re.fullmatch(ROW, above):
            start = found.start()
            for row in (first, *more):
                yield start, message, say("write {line}", line=_bordered(row))
                start += len(row) + 1
        elif more:
            rule = "|" + "---|" * _columns(line)
            hint = say(
                "write {line} and below it {rule}; write the other lines like the first", line=line, rule=rule
            )
            yield found.start(), message, hint


def _bordered(line: str) -> str:
    """Write a line with tabs between its words as a row of a table."""
    cells = [cell.strip() for cell in line.split("\t")]
    return f"| {' | '.join(cells)} |"
