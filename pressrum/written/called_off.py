"""Words that call a meeting off, found in other fields than `cancelled:`: it would be shown as on."""

from __future__ import annotations

import re

from pressrum.errors import BadValue, say

OFF = (
    *("inställt", "inställd", "ställs in", "avbokat", "avbokad", "avlyst", "återkallad", "återkallat"),
    *("utgår", "utgått", "cancelled", "canceled", "called off", "retracted"),
)
"""What is said where something is called off, before the reason."""
TAKES_PLACE = (
    *("inte", "ej", "inte inställt", "ej inställt", "ej inställd", "inte inställd", "ingen", "inget", "n/a"),
    *("inte indragen", "inte indraget", "ej indragen", "ej indraget", "not retracted", "not withdrawn"),
    *("kanske", "preliminärt", "aldrig", "blir av", "mötet blir av", "maybe", "tentative", "never"),
    *("not", "none", "not cancelled", "not canceled", "nope", "som planerat", "as planned"),
)
"""What is said in place of a reason where nothing is called off."""
MOVED = re.compile(
    r"(?i)(?:moved|postponed|rescheduled|(?:fram)?flytta[dts]|uppskjut(?:en|et)|skjuts upp"
    r"|new[ -]date|nytt[ -]datum)\b(?!(?-i:\s[A-ZÅÄÖ][a-zåäö]))"
)
"""What says of a meeting that it is elsewhere or on another day; `Moved Coffee` is a name."""
FULL = re.compile(r"full(?:t|satt|bokat|bokad)?|slutsål[dt]|fully booked|booked up|sold out", re.IGNORECASE)
"""What says that nobody more can come."""
WORDS = (
    r"\b(?:inställ(?:t|d|da)|ställs in|avlyst|avbokat|uppskjut(?:en|et|na)|skjuts upp"
    r"|cancell?ed|called off|postponed|utg(?:år|ått)(?=\W*\Z))\b"
)
CALLED_OFF = re.compile(WORDS, re.IGNORECASE)
"""Such words, wherever they stand."""
WHY = r"(?:pga|p\.\s?g\.\s?a|på grund|till följd|due to|because)\b"
APART = (
    rf"(?i)(?:\A|[:,;(–—-]\s*){WORDS}(?=\s*(?:\Z|[^\w\s]|{WHY}))"
    rf"|(?:[:,;(–—]\s*|\bobs\W+){WORDS}|{WORDS}(?=\W*(?:\Z|\s{WHY}))"
)
"""Such words set apart from a name, which may have one: `Inställt café`, `The Called Off Pub`.

It is slow to compile, and hardly ever asked for.
"""

FIRST = (
    rf"(?i)\W*(?:mötet |the meeting )?(?:(?:är|har|is|has|been) )*{WORDS}(?=\s*(?:\Z|[.!:;,(–—-]|{WHY}))"
    r"|.*(?<!\S)cancelled(?=: )"
)
"""Such words where a text begins with them, and they are of no noun: `Inställda tåg` are what it is about.

Or where the field itself stands in it, on a line that is further in.
"""


def on(text: str) -> str:
    """Give back a day or an hour; raise `BadValue` where it says that the meeting is called off."""
    return _said(text, CALLED_OFF.findall(text))


def takes_place(text: str) -> str:
    """Give back a place or a district; raise `BadValue` where it says that the meeting is called off."""
    words = CALLED_OFF.findall(text)
    shouted = [word for word in words if word.isupper()]
    apart = re.search(APART, text) if words else None
    return _said(text, shouted or CALLED_OFF.findall(apart[0] if apart else ""))


def still_on(text: str) -> str:
    """Give back words about a meeting; raise `BadValue` where they begin with its being called off."""
    first = re.match(FIRST, text) if CALLED_OFF.search(text) else None
    return _said(text, CALLED_OFF.findall(first[0]) if first else [])


def _said(text: str, words: list[str]) -> str:
    if words:
        raise BadValue(
            say('"{word}" does not cancel the meeting here', word=words[0]),
            say("take it away, and write the reason in a field of its own: cancelled: …"),
        )
    return text
