"""What a site's texts are parsed with, besides their own bytes."""

from __future__ import annotations

from typing import NamedTuple
from zoneinfo import ZoneInfo


class Setting(NamedTuple):
    """What the site says of all its texts."""

    zone: ZoneInfo
    language: str
    url: str
    """The address of the site's root; ends with a slash."""
