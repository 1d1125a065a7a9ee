"""An embargo written in a text: there it holds nothing back, and would be published itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrum.errors import Mistake, say
from pressrum.parse.markdown.markup import location
from pressrum.typography import holds

UNTIL = r"(?:till|t\.?[ ]?o\.?[ ]?m\.?|until)(?![^\W_])"
EMBARGO = re.compile(
    rf"""^[ ]{{0,3}}[*_\#\[(>\ ]*
         ( (?:under[ ])?(?:embargo(?:ed)?|spärr(?:tid)?|(?-i:SPÄRRA[DT]))
           (?: [*_ ]*:[*_ ]*(?:{UNTIL}[ ]*)?(?:\w+[,.]?[ ]+){{,2}}(?=\d) | [*_: ]+{UNTIL} )
         | (?:får|skall?|bör)[ ](?:ej|inte)[ ]publiceras[ ](?:före|innan)\b
         | (?:ej|inte)[ ]för[ ]publicering[ ](?:före|innan)\b
         | not[ ]for[ ](?:publication|release)[ ](?:before|until)\b
         | får[ ]publiceras[ ](?:tidigast|först)\b
         )(?=[^\n]*\d)[^\n]{{,60}}$""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""A short line that says until when nothing may be published; a sentence about an embargo goes on.

In small letters a street may be spärrad till a day.
"""

NAMED = ("embargo", "spärr", "public", "not for release")
"""What stands in each, in small letters."""


def held(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Find embargoes in `text`, which begins on `line` of `path`."""
    for found in EMBARGO.finditer(text) if holds(text.lower(), NAMED) else ():
        yield Mistake(
            location(text, found.start(1), path, line),
            say("an embargo in the text holds nothing back, and would be published with it"),
            say("write the day and hour in date: above the text, and remove this line"),
        )
