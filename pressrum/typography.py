"""Quotation marks and dashes as the language sets them, on plain text."""

from __future__ import annotations

import re

OPENERS = " \t\n\u00a0([{–—/"


def typeset(text: str, language: str, before: str = " ") -> str:
    """Give `text` with typographic quotation marks, dashes and dots.

    `before` is the letter that stands in front of the text, for English opening quotes.
    Swedish uses one mark for both ends, ” and ’ (Svenska skrivregler, 2017).

    >>> typeset('"Hej" -- sa hon...', "sv")
    '”Hej” – sa hon…'
    """
    text = re.sub(r"(?<=\d) (?=(?:procent|kronor|kr|miljoner|miljarder|tkr|mnkr)\b|%)", "\u00a0", text)
    text = re.sub(r"\b([Kk]l\.) (?=\d)", "\\1\u00a0", text)
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    if '"' not in text and "'" not in text:
        return text
    if language == "sv":
        return text.replace('"', "”").replace("'", "’")
    return "".join(
        _english(letter, (before + text)[index]) if letter in "\"'" else letter
        for index, letter in enumerate(text)
    )


def _english(mark: str, before: str) -> str:
    """Open after a gap or an opening sign, else close; a single mark within a word is an apostrophe."""
    opens = before in OPENERS or (before in "“‘\"'" and mark != before)
    return {('"', True): "“", ('"', False): "”", ("'", True): "‘", ("'", False): "’"}[(mark, opens)]
