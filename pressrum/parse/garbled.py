"""Letters that a program has read in the wrong encoding, and saved so: `SkÃ¤rholmen` for Skärholmen."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice

from pressrum.errors import Slips, say
from pressrum.signs import Signs

SIGNS = Signs("\ufffd", "Ã", "â€", "Â")
GARBLED = re.compile(
    r"\S*(?:\ufffd|Ã[\u00a1-\u00bf]|Ã[\u0080-\u009f„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ](?=\w)|â€[˜™œ“”¦¢]|Â[§°²³´·»«½©®])\S*"
)
"""A word with such letters; what is two letters of a language that has Ã (`IRMÃ…`) is none."""
MANY = 20
"""How many are told of one file: all come from the same slip."""


def garbled(text: str) -> Slips:
    """Find the words whose letters are not those that were meant."""
    if not SIGNS.stand_in(text):
        return
    for found in islice(GARBLED.finditer(text), MANY):
        meant = _meant(found[0])
        yield (
            found.start(),
            say('"{text}" holds letters that a program has garbled', text=found[0]),
            say("write {name}", name=meant)
            if meant
            else say("write the word again, or copy the text anew from where it came"),
        )


def _meant(word: str) -> str:
    """Give a word as it was before UTF-8 was read as Windows-1252; "" where nothing tells."""
    for encoding in ("cp1252", "latin-1"):
        with suppress(UnicodeError):
            return word.encode(encoding).decode()
    return ""
