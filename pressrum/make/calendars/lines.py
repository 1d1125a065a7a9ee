r"""Content lines: what every line of a calendar is made of (RFC 5545, section 3.1).

A line is a `str` without its end until `to_bytes` folds it. Text enters a line through
`escape` alone; a line that holds a control character all the same is a bug, and refused,
for what looked like text could otherwise end an event and begin another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 75
"""Octets in a physical line, its CRLF not counted (RFC 5545, 3.1)."""

CONTINUATION = range(0b1000_0000, 0b1100_0000)
"""The octets that go on with the character before them (RFC 3629, 3)."""

BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\n-\x1f\x7f]")
"""RFC 5545, 3.1: the controls that no line may hold; a tab may stand."""

UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
ESCAPED = re.compile(r"[\\;,\n]")


def clean(text: str) -> str:
    r"""Give `text` as a reader of the calendar gets it: every line break `\n`, no control characters.

    Besides CR and LF, Word's line break (VT), the page break, NEL, U+2028 and U+2029 break a
    line. A tab is a space. Half a surrogate pair, which UTF-8 cannot hold, goes too.

    >>> clean("Hej\v\x07du\t!")
    'Hej\ndu !'
    """
    return UNWANTED.sub("", BREAKS.sub("\n", text).replace("\t", " "))


def escape(text: str) -> str:
    r"""Give `text` as a TEXT value: `\`, `;`, `,` and line breaks escaped (RFC 5545, 3.3.11).

    A colon and a quotation mark stand as they are.

    >>> escape("Kaffe, te; C:\\\n")
    'Kaffe\\, te\\; C:\\\\\\n'
    """
    return ESCAPED.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], clean(text))


def content_line(name: str, value: str, **parameters: str) -> str:
    """Give one unfolded line: a property with its value, which is ready, and its parameters (RFC 5545, 3.1).

    The parameters' values are words of the program and names of time zones: none needs quotation marks.
    Raises `ValueError` for a value with a control character in it: it has not been through `escape`.

    >>> content_line("DTSTART", "20161129T180000", TZID="Europe/Stockholm")
    'DTSTART;TZID=Europe/Stockholm:20161129T180000'
    """
    if CONTROLS.search(value):
        msg = f"{name} would break its line: {value!r}"
        raise ValueError(msg)
    return name + "".join(f";{key}={word}" for key, word in parameters.items()) + ":" + value


def text_line(name: str, text: str) -> str:
    r"""Give one unfolded line with a text.

    >>> text_line("CATEGORIES", "Enskede, Årsta")
    'CATEGORIES:Enskede\\, Årsta'
    """
    return content_line(name, escape(text))


def fold(line: str) -> str:
    r"""Fold a content line so that no physical line exceeds 75 octets.

    Octets, not characters: "ü" counts two. The space that opens a continuation counts, the
    CRLF that ends a line does not. No character is ever split, and no escape: some readers
    resolve `\,` before they unfold. The result ends with CRLF. Source: RFC 5545, section 3.1.
    """
    octets = line.encode()
    if len(octets) <= LONGEST:
        return line + "\r\n"
    starts = [0]
    room = LONGEST
    while len(octets) - starts[-1] > room:
        starts.append(_seam(octets, starts[-1] + room))
        room = LONGEST - 1
    ends = [*starts[1:], len(octets)]
    parts = [octets[start:end] for start, end in zip(starts, ends, strict=True)]
    return b"\r\n ".join(parts).decode() + "\r\n"


def _seam(octets: bytes, end: int) -> int:
    """Give the last place at or before `end` that parts neither a character nor an escape."""
    while octets[end] in CONTINUATION:
        end -= 1
    # Of a run of backslashes each second one is itself escaped; an odd one escapes what follows.
    run = end - len(octets[:end].rstrip(b"\\"))
    return end - run % 2


def to_bytes(lines: Iterable[str]) -> bytes:
    """Give the file of these lines: UTF-8 without a byte-order mark, CRLF (RFC 5545, 3.1 and 3.1.4)."""
    return "".join(map(fold, lines)).encode()
