"""Style sheets: the addresses in them that lead to other files of ours (CSS Syntax 3, Cascade 5)."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from pressrum.errors import location
from pressrum.places import ASSETS
from pressrum.sheets import Sheet, SheetLink

ADDRESSES = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    |@namespace\b[^;]*
    |(?<![\w-])url\(\s*(?:"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|([^\s"'()]+))
    |@import\s*(?:"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)')
    |"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""Comments, names of languages and strings, which hold none, and addresses, each in a group."""
LOCAL = re.compile(r"(?![a-z][a-z0-9+.-]*:|//)[^?#]+", re.IGNORECASE)
"""What of an address names a file of ours: nothing of `#part`, of `data:` or of one on another site."""


@lru_cache(maxsize=200)
def parse_sheet(text: str, path: str) -> Sheet:
    """Give a style sheet with its addresses; one on another site is told in `parse.templates`."""
    return Sheet(text, tuple(_links(text, path)))


def _links(text: str, path: str) -> Iterator[SheetLink]:
    folder = posixpath.dirname(path.removeprefix(ASSETS))
    for hit in ADDRESSES.finditer(text):
        if hit.lastindex and (file := LOCAL.match(hit[hit.lastindex])):
            start = hit.start(hit.lastindex)
            named = unicodedata.normalize("NFC", unquote(file[0]))
            yield SheetLink(
                name=posixpath.normpath(posixpath.join(folder, named)),
                start=start + file[0].rfind("/") + 1,
                end=start + file.end(),
                where=location(text, start, path),
            )
