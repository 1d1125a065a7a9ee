"""Lists of words as they are typed: what was meant as a list and is none, and what is no part of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressrum.errors import BadValue, Text, say

LIST_SIGNS = "\u2010-\u2015\u2212\u2022\u2023\u25aa\u25e6\u00b7"
"""Dashes and dots that are typed for the hyphen of an entry, as they stand in a regular expression."""
ENTRY = re.compile(rf"(?:^|\s)(?:[{LIST_SIGNS}]\s|-\s?(?=[^\s-]))")
"""What begins the entries of a list that is none for want of hyphens, or of the spaces after them."""
SEMICOLON = re.compile(r"(?<=[^\W\d_]{2}) ?; ?(?=[^\W\d_]{2})|(?<=[A-ZÅÄÖ]) ?; ?(?=[A-ZÅÄÖ])")
"""One that parts two words, or the letters of two parties: `S; MP`; in code or in `&amp;` it does not."""
MARKS = "\"'“”„’‘»«"
"""Quotation marks: those of YAML, and those that a word processor types for them."""
ENDS = re.compile(r"&#?\w+;$|[\u0370-\u03ff\u1f00-\u1fff][”’»\"')]*;$")
"""An entity, or a question in Greek, whose mark is a semicolon."""


def ended(text: str) -> str:
    """Give a line of text; raise `BadValue` for one that ends in a comma or a semicolon."""
    bare = text.rstrip(" ,;")
    if bare in ("", text) or ENDS.search(text):
        return text
    raise BadValue(
        say('the "{mark}" at the end would be shown, and nothing follows it', mark=text[-1]),
        say("write {name}", name=bare),
    )


def several(value: object) -> object:
    """Read a single text as a list of one.

    Raises `BadValue` with the list to write for a text with commas or the signs of entries, and
    for a word that signs were left around: each would be a word of its own, or two words one.
    """
    if isinstance(value, str):
        if (words := _words(value)) not in ([], [value.strip()]):
            raise BadValue(say("a list is due here"), as_list(words))
        return [value]
    if isinstance(value, list):
        for word in value:
            if isinstance(word, str) and _apart(word) not in ([], [word.strip()]):
                raise BadValue(
                    say('"{text}" has signs around it, or is more than one word of the list', text=word),
                    as_list(bare for each in value for bare in _apart(str(each or ""))),
                )
    return value


def _words(text: str) -> list[str]:
    """Give the words of a text that was meant as a list; the text itself where it was not."""
    inner = _bare(text)
    parts = ENTRY.split(inner) if ENTRY.match(inner) else SEMICOLON.sub(",", inner).split(",")
    return [bare for part in parts if (bare := _bare(part))]


def _apart(word: str) -> list[str]:
    return [bare for part in SEMICOLON.split(word) if (bare := _bare(part))]


def _bare(word: str) -> str:
    """Take away what is no part of a word: brackets and quotation marks around it, a stop at its end."""
    bare = word.strip().rstrip(",;").strip("[]")
    ends = bare[:1] + bare[-1:]
    if len(bare) > len(ends) and (ends == "()" or all(end in MARKS for end in ends)):
        return _bare(bare[1:-1])
    # One of several stops is part of an abbreviation.
    return bare.removesuffix(".") if bare.count(".") == 1 else bare


def as_list(words: Iterable[str]) -> Text:
    """Say how `words` are written as a list."""
    return say("write [{words}]", words=", ".join(f'"{word}"' if "," in word else word for word in words))
