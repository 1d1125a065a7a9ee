"""Finds the source files of a site, each with what `stat` tells of it, before any of them is read."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.parse.astray import FOLDERS, is_no_note, looked_at, meant
from pressrum.parse.glance import NO_SITE
from pressrum.parse.text import INVISIBLE
from pressrum.places import SITE, as_named

OWN, MANIFEST, COMING, LOCK, STAGING = ".pressrum", "manifest.json", "coming.json", "lock", "staging"
"""The folder in output/ that is the build's own, and what is in it."""
PASSED_BY = ("Thumbs.db", "desktop.ini")
LEFTOVERS = ("~", ".bak", ".swp", ".swo", ".tmp", ".orig", ".rej")
SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells of every change: a disk may count in steps of two seconds."""

LED_OUT = (
    say("this is a link that leads out of the site's folder, or nowhere"),
    say("put the file itself here"),
)
LINKED_FOLDER = (
    say("this is a link to a folder, and only one to a file is followed"),
    say("put the folder itself here"),
)
TWICE = (
    say("there are two files with this name here: to the machine the letters with marks differ"),
    say("remove one of them, or give it another name"),
)
NO_FILE = say("this is no file that can be read to its end"), say("put the file itself here")


def way_to(file: Path | str, folder: Path | str = ".") -> str:
    """Give the way from a folder to a file; on Windows all of its path where it lies on another drive."""
    try:
        return os.path.relpath(file, folder)
    except ValueError:
        return os.path.abspath(file)  # noqa: PTH100 - where a link leads is not asked


class FileStat(NamedTuple):
    """What the disk tells of a file without reading it: while all of this is the same, so are its bytes."""

    size: int
    modified: int
    """Nanoseconds; so is `changed`, which no program can set back."""
    changed: int
    number: int
    """The inode: another one when an editor puts a new file in its place."""

    def settled(self, at: int) -> bool:
        """Whether a change after the moment `at`, in nanoseconds, would be sure to change these numbers."""
        return max(self.modified, self.changed) + SETTLED < at


class SourceFile(NamedTuple):
    """Where a source lies on the disk, and what that told of it when the build began."""

    file: str
    stat: FileStat


def find_sources(root: Path) -> dict[str, SourceFile]:
    """Give all sources by path: from the site's folder, with `/`, in NFC, in a fixed order.

    Raises `BadSource` for a link that leads out of the site, `OSError` where the machine refuses.
    """
    found = {}
    with os.scandir(root) as entries:
        names = {entry.name for entry in entries}
    _refuse_alike(root, names)
    for name in sorted(filter(looked_at, names)):
        file = os.path.join(root, name)  # noqa: PTH118 - ten thousand files are seen at each build
        if os.path.isfile(file):  # noqa: PTH113
            found[name] = SourceFile(file, file_stat(os.stat(file)))  # noqa: PTH116
    for folder in FOLDERS:
        below = os.path.join(root, folder)  # noqa: PTH118
        if folder == "content" and not _leads_within(below, root):
            raise BadSource(Mistake(Location(folder), *LED_OUT))
        for path, seen in _below(root, below, f"{folder}/"):
            if path in found:
                raise BadSource(Mistake(Location(path), *TWICE))
            found[path] = seen
    return found


def need_site(root: Path) -> None:
    """Raise `BadSource` where a folder has no site.yaml, and say which file there was meant for it."""
    if not (root / SITE).is_file():
        wrong = meant_for_site(root)
        raise BadSource(_called_wrong(wrong.name, SITE) if wrong else NO_SITE)


def meant_for_site(root: Path) -> Path | None:
    """Find what was meant for a site.yaml, in a folder that has none: `site.yaml.txt`."""
    called = sorted(root.iterdir()) if root.is_dir() else []
    return next((file for file in called if file.is_file() and meant(file.name) == SITE), None)


def file_stat(stat: os.stat_result) -> FileStat:
    """Give of what the system tells of a file all that shows a change."""
    return FileStat(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def digest_of(file: str | Path) -> str:
    """Give the SHA-256 of a file's bytes, hexadecimal."""
    with open(file, "rb") as handle:  # noqa: PTH123 - as above
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _below(root: Path, folder: str, prefix: str) -> Iterator[tuple[str, SourceFile]]:
    """Walk through a folder in a fixed order, past what editors and systems leave behind."""
    try:
        with os.scandir(folder) as entries:
            mine = sorted((entry for entry in entries if wanted(entry.name)), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in mine:
        path = prefix + entry.name
        if not path.isascii():
            path = as_named(path)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(root, entry.path, path + "/")
            continue
        _refuse_name(path)
        if entry.is_symlink() and not (_leads_within(entry.path, root) and os.path.exists(entry.path)):  # noqa: PTH110
            raise BadSource(Mistake(Location(path), *LED_OUT))
        if not entry.is_file():
            raise BadSource(Mistake(Location(path), *(LINKED_FOLDER if entry.is_dir() else NO_FILE)))
        yield path, SourceFile(entry.path, file_stat(entry.stat()))


def _refuse_alike(root: Path, names: set[str]) -> None:
    """Raise `BadSource` for what an editor or a person calls otherwise than it is read: `tour.yaml.txt`."""
    for name in sorted(names):
        right, file = meant(name), root / name
        if right == name or right in names:
            continue
        if is_no_note(name, file.read_bytes() if file.is_file() else b""):
            raise BadSource(_called_wrong(name, right))


def _called_wrong(name: str, right: str) -> Mistake:
    return Mistake(
        Location(name),
        say("this is not read, for it is not called {name}", name=right),
        say("call it {name}, or move it away", name=right),
    )


def _refuse_name(path: str) -> None:
    """Raise `BadSource` for a name that another machine could not read, or that a line cannot hold."""
    if INVISIBLE.search(path) or "\n" in path or "\t" in path:
        raise BadSource(
            Mistake(
                Location(re.sub(r"\s", " ", INVISIBLE.sub("\ufffd", path))),
                say("the name of this file holds signs that cannot be read"),
                say("give it another name"),
            )
        )


def _leads_within(link: str, root: Path) -> bool:
    """Whether a link leads to what is the site's to publish: nothing outside of it, and nothing hidden."""
    leads, top = Path(os.path.realpath(link)), Path(os.path.realpath(root))
    return leads.is_relative_to(top) and all(map(wanted, leads.relative_to(top).parts))


def wanted(name: str) -> bool:
    """Whether a file or folder of this name is staff's own, and no editor's or system's."""
    left = name.startswith((".", "~")) or name.endswith(LEFTOVERS) or (name[:1] == name[-1:] == "#")
    return not left and name not in PASSED_BY
