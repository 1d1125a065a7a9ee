"""Addresses on the site."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|%#&\ue000-\uf8ff]')
"""What no address holds: it would mean something else to a host, a browser or a disk."""
ODD = re.compile(r"/[./ ]")
"""How a segment begins that may be empty or lead upwards."""


@dataclass(frozen=True, order=True)
class Permalink:
    """An address on the site, from its first slash: `/turne/` is a page, `/kalender.ics` a file.

    Raises `ValueError` for what would leave the site or mean two things on some machine.
    """

    path: str

    def __post_init__(self) -> None:
        """Refuse anything but plain segments."""
        parts = self.path[1:].removesuffix("/").split("/") if ODD.search(self.path) else ()
        climbs = self.path != "/" and any(part.strip(" .") == "" for part in parts)
        if not self.path.startswith("/") or FORBIDDEN.search(self.path) or climbs:
            msg = f"not an address: {self.path!r}"
            raise ValueError(msg)

    @property
    def file(self) -> str:
        """The file in output/ that a host serves for it."""
        return self.path[1:] + ("index.html" if self.path.endswith("/") else "")

    @property
    def link(self) -> str:
        """The address from the site's root, as pages write it: no first slash."""
        return self.path[1:]
