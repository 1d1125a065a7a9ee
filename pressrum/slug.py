"""Words for addresses. Frozen: a change here would move every address ever published."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
)
"""Letters that do not come apart into a base letter and a mark."""


@lru_cache(maxsize=10_000)
def slugify(words: str) -> str:
    """Give `words` in the letters a-z, digits and single hyphens; "" when nothing is left.

    >>> slugify("Gör din röst hörd!")
    'gor-din-rost-hord'
    >>> slugify("Enskede–Årsta–Vantör")
    'enskede-arsta-vantor'
    """
    apart = unicodedata.normalize("NFKD", words.casefold()).translate(LETTERS)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "").replace("’", "")).strip("-")
