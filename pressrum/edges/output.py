"""Writes the site: everything is laid out beside it first, then moved into place.

A file replaces the one before it in one step. A folder that is not there yet is laid out as a
whole and moved as one: it comes with all its files.

What belongs to the build and not to the site (the lock, the manifest, files half written)
is in the folder `.pressrum` within output/; hosts need not serve it.

At whatever moment a build is killed, each file is a whole old or a whole new one. Before the
first file moves it is written down what is coming, so that the next build knows all files
that are ours; the manifest is written last. The public record
comes before the files that show it: a number that has been published is never lost, even
if the moves that follow are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISLNK

from pressrum.edges.lock import halfway, seen_by_all
from pressrum.edges.source_files import COMING, MANIFEST, OWN, STAGING
from pressrum.errors import MachineTrouble, say
from pressrum.plan.manifest import Entry, Manifest, Task, Work, render_manifest

TOGETHER = 100
"""Files that are laid out in one folder: in a single one, processes would wait for each other."""
WHOLE = "whole"
"""The folder in which new folders are laid out, by their names in output/."""


def _new_folders(output: Path, work: Work) -> dict[str, str]:
    """Give the folders of files to be made that are not there yet, each with the highest such above it.

    Raises `MachineTrouble` as `Writer` does.
    """
    files = (*(task.output.permalink.file for task in work.make), *work.remove)
    _refuse_blocked(str(output), chosen=True)
    new: dict[str, str] = {}
    for folder in sorted({parent for file in files for parent in _parents(file)}):
        highest = new.get(_folder(folder))
        if highest or not _refuse_blocked(f"{output}/{folder}"):
            new[folder] = highest or folder
    return new


def _refuse_blocked(folder: str, *, chosen: bool = False) -> bool:
    """Say whether a folder is there. Raises `MachineTrouble` when nothing can be put into it.

    One that staff have `chosen` to build into may be a link.
    """
    try:
        mode = (os.stat if chosen else os.lstat)(folder).st_mode
    except FileNotFoundError:
        return False
    if S_ISLNK(mode):
        told = say("{file} is a link, and a folder is to be there", file=folder)
        raise MachineTrouble(told, say("move the link away, and build again"))
    if not S_ISDIR(mode):
        told = say("{file} is a file, and a folder is to be there", file=folder)
        raise MachineTrouble(told, say("move the file away"))
    if not os.access(folder, os.W_OK):
        told = say("nothing may be written in {folder}", folder=folder)
        raise MachineTrouble(told, say("change the folder's permissions, and build again"))
    return True


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def _parents(file: str) -> Iterator[str]:
    """Give the folders above a file in output/, the nearest first."""
    while file := _folder(file):
        yield file


class Writer:
    """The moves into the folder `output` that are a build's `work`.

    Raises `MachineTrouble` when a file could not be moved to its place, before any is: a file stands
    where a folder must be, or a link, which leads to files of someone else's; or a folder may not be
    written to.
    """

    def __init__(self, output: Path, work: Work) -> None:
        self.output = output
        self.work = work
        self.new = _new_folders(output, work)
        self.files = [
            self._beside(number, task.output.permalink.file) for number, task in enumerate(work.make)
        ]
        """Where each file is laid out."""

    def stage(self, lay_out: Callable[[Sequence[Task], Sequence[str]], dict[str, Entry]]) -> dict[str, Entry]:
        """Let `lay_out` lay every file out beside the site. Nothing of the site is touched yet."""
        with seen_by_all():
            return lay_out(self.work.make, self.files)

    def _beside(self, number: int, name: str) -> str:
        """Give where the file of a task is laid out."""
        if _folder(name) in self.new:
            return f"{self.output}/{OWN}/{STAGING}/{WHOLE}/{name}"
        return f"{self.output}/{OWN}/{STAGING}/{number // TOGETHER}/{number}"

    def publish(
        self,
        entries: dict[str, Entry],
        manifest: Manifest,
        laid: dict[str, Entry],
        program: str,
        record: tuple[Path, bytes] | None,
    ) -> tuple[str, ...]:
        """Move everything into place in the order of the work; give the files whose bytes changed.

        `entries` are those of all files that stay as they are.
        """
        coming = {name: one._replace(pending=True) for name, one in laid.items()}
        if coming:
            self._write(COMING, coming, program)
        if record:
            replace_file(record[0], record[1], flush=True)
        changed = tuple(self._moved(laid))
        for name in self.work.remove:
            self._remove(self.output / name)
        final = entries | {name: self._entry(name, one) for name, one in laid.items()}
        if final != manifest:
            self._write(MANIFEST, final, program)
        (self.output / OWN / COMING).unlink(missing_ok=True)
        return changed

    def _entry(self, name: str, laid: Entry) -> Entry:
        stat = os.stat(f"{self.output}/{name}")  # noqa: PTH116 - twenty thousand files in a large site
        return laid._replace(size=stat.st_size, modified=stat.st_mtime_ns)

    def _write(self, name: str, entries: dict[str, Entry], program: str) -> None:
        replace_file(self.output / OWN / name, render_manifest(entries, program))

    def _moved(self, laid: Manifest) -> Iterator[str]:
        """Move what is new into place, and give the names of these files."""
        moved = set()
        for task, file in zip(self.work.make, self.files, strict=True):
            name = task.output.permalink.file
            if task.there == laid[name].output:
                continue
            yield name
            folder = self.new.get(_folder(name))
            if folder is None:
                os.replace(file, f"{self.output}/{name}")  # noqa: PTH105 - as above
            elif folder not in moved:
                moved.add(folder)
                beside = self.output / OWN / STAGING / WHOLE
                os.replace(beside / folder, self.output / folder)  # noqa: PTH105 - as above

    def _remove(self, file: Path) -> None:
        """Remove a file of ours, and the folders that it leaves empty."""
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == self.output or any(folder.iterdir()):
                break
            folder.rmdir()


def replace_file(file: Path, content: bytes, *, flush: bool = False) -> None:
    """Put `content` in the place of `file` in one step; the new file is made right beside it."""
    beside = halfway(file)
    try:
        with beside.open("wb") as handle:
            handle.write(content)
            if flush:
                handle.flush()
                os.fsync(handle.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
