"""What the preview shows at an address, and a digest that tells whether a tab still shows the same.

A tab knows the digest of the page that it was given. It is told the digest of the page as it is
now, and compares: nothing can be missed by a tab that slept, went away and came back, or was
opened in the middle of a build.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from pressrum.edges.preview.faults import Fault
from pressrum.language import Language
from pressrum.make.hosting.hosts import UNSERVED
from pressrum.permalinks import Permalink
from pressrum.plan.addresses import NOT_FOUND

SHEET = re.compile(rb'(assets/[^"\s]+?)\.[0-9a-f]{10}\.css(?=")')
"""The address of a style sheet in a page; without its digest it is the same whatever the sheet says."""
SHOWN = re.compile(rb'\b(?:src|srcset)="([^"]+)"')
"""What a page shows or runs besides its own text."""


@dataclass(frozen=True)
class Sight:
    """What the preview shows since the last attempt to build."""

    folder: Path
    """Where the site lies; empty when nothing could be built yet."""
    base: str
    """The path of the site's root; begins and ends with a slash."""
    language: Language
    """The language of staff."""
    now: str = ""
    """The moment that was asked for, ISO 8601; "" where it is the clock's."""
    faults: tuple[Fault, ...] = ()
    """What stopped the last attempt."""
    warnings: tuple[Fault, ...] = ()
    """What it warned of; none where it was stopped."""

    def find(self, path: str) -> Path | str | None:
        """Give the file at `path`, or the address to go to instead, or None.

        Nothing outside of the folder is ever given, nor what a web host would not hand out.
        """
        if not path.startswith(self.base):
            return self.base if path in ("/", self.base[:-1]) else None
        own = "/" + path.removeprefix(self.base)
        try:
            file = self.folder / Permalink(own).file
            inside = file.resolve().is_relative_to(self.folder.resolve())
            if not inside or re.search(UNSERVED, own):
                return None
            if file.is_file():
                return file
            return path + "/" if (file / "index.html").is_file() else None
        except (ValueError, OSError):  # no address of ours; a name that is too long for the disk
            return None

    def page(self, path: str) -> Path | None:
        """Give the file of the page that is shown at `path`: 404.html where there is none."""
        found = self.find(path)
        if isinstance(found, Path) and found.suffix == ".html":
            return found
        missing = self.folder / NOT_FOUND.file
        return missing if missing.is_file() else None


def digest_of_page(page: bytes, file: Path) -> str:
    """Give a digest of all that a page in `file` shows, but for the look that its style sheets give it."""
    digest = hashlib.sha256(SHEET.sub(rb"\1.css", page))
    for shown in SHOWN.findall(page):
        for source in shown.decode().split(","):
            address = source.split()[0] if source.split() else ""
            try:
                stat = (file.parent / unquote(address.lstrip("/"))).stat()
            except (OSError, ValueError):
                continue
            digest.update(f"{address} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def sheets_of(page: bytes, base: str) -> tuple[str, ...]:
    """Give the addresses of a page's style sheets, from the host's root."""
    return tuple(base + hit[0].decode() for hit in SHEET.finditer(page))
