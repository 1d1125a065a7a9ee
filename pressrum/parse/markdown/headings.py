"""What looks like a heading on the page and is told otherwise by a screen reader.

Bold words and capitals are none to it, and a heading that skips a step is taken for one below another that
is not there.
"""

from __future__ import annotations

import re

from pressrum.errors import Slips, say
from pressrum.signs import Signs

BOLD = re.compile(
    r"(?:\A\n?|\n[ \t]*\n)[ ]{0,3}(\*\*|__)(?!(?:ENDS|SLUT)\b)(?=\w)"
    r"(?P<words>[^\n*_]{1,80}[^\s*_.!?…])\1(?=[ \t]*\n[ \t]*\n\s*\S)"
)
"""A paragraph of bold words alone that is no sentence, nor ends the release, and has something below it."""
BEGUN = Signs(like=r"\n {0,3}(\*\*|__)")
"""How its line begins: a search for these is quick."""
CAPITALS = re.compile(
    r"\n[ \t]*\n[ ]{0,3}(?!(?:ENDS|SLUT|FOR IMMEDIATE|FÖR OMEDELBAR)\b)"
    r"(?P<words>(?![\d_a-zåäö])\w[^\n\[\]|<@a-zåäö]{3,79}[^\s.!?…])"
    r"(?=[ \t]*\n[ \t]*\n\s*\S)"
)
"""The same in capitals; above all paragraphs, or below `PRESS RELEASE`, may stand when a text is released."""
HEADING = re.compile(
    r"^ {0,3}(?P<signs>#(?=[ \t])|#{2,6})(?!#)[ \t]*(?P<words>\S.*?)[ \t]*#*[ \t]*$"
    r"|^\S.*\n(?=(?:=+|(?P<dashes>-+))[ \t]*$)|<h(?P<level>[2-6])\b",
    re.MULTILINE | re.IGNORECASE,
)
"""A heading with its signs and words; or by the line below it, with dashes of the second rank; or in HTML."""
IN_BOLD = say("bold words on a line of their own are no heading: a screen reader does not find them")
IN_CAPITALS = say("a line in capitals is no heading: a screen reader does not find it")


def unheaded(text: str) -> Slips:
    """Warn of bold words, or capitals, for a heading (WCAG 2.2, 1.3.1)."""
    bold = BOLD.finditer(text) if BEGUN.stand_in(f"\n{text}") else ()
    capitals = (found for found in CAPITALS.finditer(text) if _is_meant(found))
    for message, lines in ((IN_BOLD, bold), (IN_CAPITALS, capitals)):
        for found in lines:
            yield found.start(1), message, say("write {line}", line=f"## {found['words'].rstrip(':')}")


def _is_meant(found: re.Match[str]) -> bool:
    """Whether a line in capitals has words above it, and more letters than digits: an account has not."""
    words, above = found["words"], found.string[: found.start()]
    letters = sum(map(str.isalpha, words))
    return words.isupper() and letters > sum(map(str.isdigit, words)) and bool(above.strip())


def skipped(text: str) -> Slips:
    """Warn of headings that stand more than a step below the one that they belong to (WCAG 2.2, 1.3.1)."""
    if "###" not in text:
        return  # the first and the second rank skip none
    found = [(_rank(heading), heading) for heading in HEADING.finditer(text)]
    title = 0 if any(rank == 1 for rank, _ in found) else 1
    above: list[tuple[int, int]] = []
    for rank, heading in found:
        while above and above[-1][0] >= rank:
            above.pop()
        meant = (above[-1][1] if above else title) + 1
        above.append((rank, meant))
        if meant != rank and heading["signs"]:
            yield (
                heading.start("signs"),
                say("this heading skips a step: to a screen reader one above it is missing"),
                say("write {line}", line=f"{'#' * meant} {heading['words']}"),
            )


def _rank(heading: re.Match[str]) -> int:
    if heading["level"]:
        return int(heading["level"])
    if heading["signs"]:
        return len(heading["signs"])
    return 2 if heading["dashes"] else 1
