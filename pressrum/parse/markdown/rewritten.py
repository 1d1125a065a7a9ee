"""Links that a mail program or a site has rewritten to lead by way of itself.

Readers would be counted there, and such a link from Outlook holds the address of whoever got the mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pressrum.errors import Mistake, say
from pressrum.parse.markdown.markup import location

BY_WAY = re.compile(
    r"""https?://(?P<host>(?:[\w-]+\.)?safelinks\.protection\.outlook\.com|l\.facebook\.com|www\.google\.(?:com|se))
        /(?:l\.php|url)?\?(?:[^\s<>()"'=&]*=[^\s<>()"'&]*&(?:amp;)?)*?(?:url|u|q)=
        (?P<target>https?(?:%3A|:)[^\s<>()"'&\]]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def rewritten(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of such links in `text`, which begins on `line` of `path`, with the address that was meant."""
    for found in BY_WAY.finditer(text) if "?" in text else ():
        yield Mistake(
            location(text, found.start(), path, line),
            say("the link leads by way of {host}, which would see who follows it", host=found["host"]),
            say("write {line}", line=unquote(found["target"])),
        )
