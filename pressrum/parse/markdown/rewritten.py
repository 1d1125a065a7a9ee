"""Links that a mail program or a site has rewritten to lead by way of itself.

Readers would be counted there, and such a link from Outlook holds the address of whoever got the mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from pressrum.errors import Mistake, location, say

BY_WAY = re.compile(
    r"""https?://(?: (?P<outlook>(?:[\w-]{,63}\.)?safelinks\.protection\.outlook\.com)/[^\s<>()"'?]*
                   | (?P<facebook>lm?\.facebook\.com)/l\.php
                   | (?P<google>www\.google\.(?:com|se))/url )
        \?(?P<rest>[^\s<>()"'\]]*(?:\([^\s<>()"'\]]*\)[^\s<>()"'\]]*)*)""",
    re.IGNORECASE | re.VERBOSE,
)
MEANT = re.compile(r"(?:url|u|q)=(https?(?:%3A|:).+)", re.IGNORECASE)
UNFIT = re.compile(r"[\s<>()\"\]\udc80-\udcff]")
"""What would end an address in a text, and bytes that are no letter: both are written as numbers."""


def rewritten(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of such links in `text`, which begins on `line` of `path`, with the address that was meant."""
    for found in BY_WAY.finditer(text) if "?" in text else ():
        given = found["rest"].rstrip(".,;:!?").replace("&amp;", "&").split("&")
        meant = next((one[1] for part in given if (one := MEANT.fullmatch(part))), None)
        if meant:
            host = found["outlook"] or found["facebook"] or found["google"]
            address = UNFIT.sub(_as_number, unquote(meant, errors="surrogateescape"))
            yield Mistake(
                location(text, found.start(), path, line),
                say("the link leads by way of {host}, which would see who follows it", host=host),
                say("write {line}", line=address),
            )


def _as_number(sign: re.Match[str]) -> str:
    return quote(sign[0], errors="surrogateescape")
