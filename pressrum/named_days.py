"""The day that the file of a text may be named for: `2016-11-28-oppet-mote.md`."""

from __future__ import annotations

import re
from datetime import date

from pressrum.written.dates import real_day

DATED = re.compile(r"^(\d{4})-(\d\d)-(\d\d)[-_ ]?")


def stem(path: str) -> str:
    """Give the name that staff gave: of the file, or of its folder when it is index.md."""
    folder, name = path.rsplit("/", 1)
    return folder.rsplit("/", 1)[-1] if name == "index.md" else name.removesuffix(".md")


def named_day(path: str) -> date | None:
    """Give the day that a file's name begins with, or None."""
    found = DATED.match(stem(path))
    return real_day(*map(int, found.groups())) if found else None
