"""Old addresses of texts: those at which a file can lead on, and what to do about others."""

from __future__ import annotations

import re
from urllib.parse import unquote

from pressrum.errors import BadValue, say

KEPT = re.compile(r"(?!/$)/(?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*\.html?)?", re.IGNORECASE)
"""What a page can be made at that leads on to another."""


def parse_old_address(text: str) -> str:
    """Give the address; raises `BadValue` for one at which no file can lead on."""
    if KEPT.fullmatch(text):
        return text
    hint = say("write what follows the site's own address, from the first slash to the last: /old/address/")
    if KEPT.fullmatch(meant := unquote(text)):  # as a browser gives it to be copied
        hint = say("write {line}", line=meant)
    elif KEPT.fullmatch(f"{text}/") and "." not in text.rpartition("/")[2]:
        hint = say("write {address}, which leads on from {text} too", address=f"{text}/", text=text)
    elif text.startswith("/") and not text.endswith("/"):
        hint = say(
            "only what ends with / or .html can lead on from here; let the web host redirect it, as"
            " docs/hosting.md tells"
        )
    raise BadValue(say('"{text}" cannot be kept as an old address', text=text), hint)
