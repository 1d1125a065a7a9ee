"""What lies in a site's folder: every file that a build may look at, before any of it is read."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pressrum.errors import BadSource, Location, Mistake, say

TOP = ("site.yaml", "tour.yaml", "published.json")
MAP = ".geojson"
OWN, MANIFEST, LOCK, STAGING = ".pressrum", "manifest.json", "lock", "staging"
"""The folder in output/ that is the build's own, and what is in it."""
FOLDERS = ("content", "templates")
PASSED_BY = ("Thumbs.db", "desktop.ini")
LEFTOVERS = ("~", ".bak", ".swp", ".swo", ".tmp", ".orig", ".rej")
SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells of every change: a disk may count in steps of two seconds."""


class Sight(NamedTuple):
    """A file as the disk tells of it; as long as all of this stands, so do its bytes."""

    size: int
    modified: int
    """Nanoseconds; so is `changed`, which no program can set back."""
    changed: int
    number: int
    """Of the file on its disk: another one when an editor puts a new file in its place."""

    def settled(self, at: int) -> bool:
        """Whether a change after the moment `at`, in nanoseconds, would be sure to show."""
        return max(self.modified, self.changed) + SETTLED < at


class Seen(NamedTuple):
    """Where a file is, and how it looked."""

    file: str
    sight: Sight


def look(root: Path) -> dict[str, Seen]:
    """Give all sources by path: from the site's folder, with `/`, in NFC, in a fixed order.

    Raises `BadSource` for a link that leads out of the site, `OSError` where the machine refuses.
    """
    found = {}
    with os.scandir(root) as entries:
        top = sorted(entry.name for entry in entries if entry.name in TOP or entry.name.endswith(MAP))
    for name in top:
        file = os.path.join(root, name)  # noqa: PTH118 - ten thousand files are seen at each build
        if os.path.isfile(file):  # noqa: PTH113
            found[name] = Seen(file, sight_of(os.stat(file)))  # noqa: PTH116
    for folder in FOLDERS:
        found |= _below(root, os.path.join(root, folder), f"{folder}/")  # noqa: PTH118
    return found


def sight_of(stat: os.stat_result) -> Sight:
    """Give what the disk tells of a file."""
    return Sight(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def digest_of(file: str | Path) -> str:
    """Give the SHA-256 of a file's bytes, hexadecimal."""
    with open(file, "rb") as handle:  # noqa: PTH123 - as above
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _below(root: Path, folder: str, prefix: str) -> Iterator[tuple[str, Seen]]:
    """Walk through a folder in a fixed order, past what editors and systems leave behind."""
    try:
        with os.scandir(folder) as entries:
            mine = sorted((entry for entry in entries if wanted(entry.name)), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in mine:
        path = prefix + entry.name
        if not path.isascii():
            path = unicodedata.normalize("NFC", path)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(root, entry.path, path + "/")
            continue
        if entry.is_symlink():
            _refuse_leading_out(Path(entry.path), path, root)
        yield path, Seen(entry.path, sight_of(entry.stat()))


def _refuse_leading_out(file: Path, path: str, root: Path) -> None:
    """Raise `BadSource` for a link to nothing, or to a file that is not the site's to publish."""
    if not (file.resolve().is_relative_to(root.resolve()) and file.is_file()):
        raise BadSource(
            Mistake(
                Location(path),
                say("this is a link that leads out of the site's folder, or nowhere"),
                say("put the file itself here"),
            )
        )


def wanted(name: str) -> bool:
    """Whether a file or folder of this name is staff's own, and no editor's or system's."""
    return not name.startswith((".", "~", "#")) and not name.endswith(LEFTOVERS) and name not in PASSED_BY
