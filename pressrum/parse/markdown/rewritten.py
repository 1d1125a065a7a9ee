"""Links that a mail program or a site has rewritten to lead by way of itself.

Readers would be counted there, and such a link from Outlook holds the address of whoever got the mail.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from pressrum.errors import Slips, say

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


def rewritten(text: str) -> Slips:
    """Warn of such links in a text, with the address that was meant."""
    for found in BY_WAY.finditer(text) if "?" in text else ():
        given = found["rest"].rstrip(".,;:!?").replace("&amp;", "&").split("&")
        meant = next((one[1] for part in given if (one := MEANT.fullmatch(part))), None)
        if meant:
            host = found["outlook"] or found["facebook"] or found["google"]
            address = UNFIT.sub(_as_number, unquote(meant, errors="surrogateescape"))
            yield (
                found.start(),
                say("the link leads by way of {host}, which would see who follows it", host=host),
                say("write {line}", line=address),
            )


def _as_number(sign: re.Match[str]) -> str:
    return quote(sign[0], errors="surrogateescape")
