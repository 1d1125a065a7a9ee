"""Writing: everything is laid out beside the site first, then moved into place file by file.

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
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISLNK

from pressrum.edges.lock import halfway, seen_by_all
from pressrum.edges.seen import COMING, MANIFEST, OWN, STAGING, digest_of
from pressrum.errors import MachineTrouble, Text, say
from pressrum.make.readback import components
from pressrum.plan.manifest import Entry, Found, Laid, Manifest, Task, Work, parse_manifest, render_manifest
from pressrum.plan.outputs import Plan

TOGETHER = 100
"""Files that are laid out in one folder."""


def read_manifest(output: Path, program: str) -> Manifest:
    """Give what the last build left, as `parse_manifest` has it, and what it was about to when cut off."""
    entries: dict[str, Entry] = {}
    for name in (MANIFEST, COMING):
        with suppress(FileNotFoundError, NotADirectoryError):
            entries |= parse_manifest((output / OWN / name).read_bytes(), program).entries
    return Manifest(entries)


def find_outputs(output: Path, manifest: Manifest, plan: Plan) -> dict[str, Found]:
    """Give each file in output/ that the manifest or the plan knows and that is there.

    A file whose size and time are those of the manifest is not read again.
    """
    names = {entry.permalink.file for entry in plan.outputs} | manifest.entries.keys()
    folder = f"{output}/"
    return {name: found for name in names if (found := _found(folder + name, manifest.entries.get(name)))}


def _found(file: str, last: Entry | None) -> Found | None:
    try:
        stat = os.stat(file)  # noqa: PTH116 - twenty thousand files in a large site
        if last and (last.size, last.modified) == (stat.st_size, stat.st_mtime_ns):
            return Found(last.output, last.size, last.modified)
        return Found(digest_of(Path(file)), stat.st_size, stat.st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError:
        raise MachineTrouble(
            say("{file} is a folder, and a file is to be there", file=file), say("move the folder away")
        ) from None


def refuse_blocked(output: Path, work: Work) -> None:
    """Raise `MachineTrouble` when a file could not be moved to its place, before any is.

    A file stands where a folder must be, or a link, which leads to files of someone else's; or
    a folder may not be written to.
    """
    files = (*(task.output.permalink.file for task in work.make), *work.remove)
    folders = {""} | {parent for file in files for parent in _parents(file)}
    for folder in sorted(folders):
        if wrong := _wrong(f"{output}/{folder}" if folder else str(output), chosen=not folder):
            raise MachineTrouble(*wrong)


def _wrong(folder: str, *, chosen: bool) -> tuple[Text, Text] | None:
    """Say why nothing can be put into a folder; None for one that is not there yet.

    One that staff have `chosen` to build into may be a link.
    """
    try:
        mode = (os.stat if chosen else os.lstat)(folder).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if S_ISLNK(mode):
        told = say("{file} is a link, and a folder is to be there", file=folder)
        return told, say("move the link away, and build again")
    if not S_ISDIR(mode):
        told = say("{file} is a file, and a folder is to be there", file=folder)
        return told, say("move the file away")
    if not os.access(folder, os.W_OK):
        told = say("nothing may be written in {folder}", folder=folder)
        return told, say("change the folder's permissions, and build again")
    return None


def _parents(file: str) -> Iterator[str]:
    """Give the folders above a file in output/, the nearest first."""
    while file := file.rpartition("/")[0]:
        yield file


def read_components(output: Path, manifest: Manifest, found: dict[str, Found]) -> frozenset[bytes]:
    """Give the components of the calendars in output/ that are as the last build left them."""
    whole = [
        name
        for name, entry in manifest.entries.items()
        if name.endswith(".ics")
        and "/" not in name
        and name in found
        and found[name].digest == entry.output
        and not entry.pending
    ]
    return frozenset(part for name in whole for part in components((output / name).read_bytes())[1])


def staged(staging: Path, number: int) -> str:
    """Give where the file of a task is laid out, by the task's number.

    They lie in many folders: in one, processes would wait for each other.
    """
    return f"{staging}/{number // TOGETHER}/{number}"


class Writer:
    """The moves of one build into the folder `output`."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.staging = output / OWN / STAGING

    def stage(
        self, tasks: Sequence[Task], lay_out: Callable[[Sequence[Task], Path], dict[str, Laid]]
    ) -> dict[str, Laid]:
        """Let `lay_out` lay every file out beside the site. Nothing of the site is touched yet."""
        for number in range(0, len(tasks), TOGETHER):
            Path(staged(self.staging, number)).parent.mkdir(parents=True)
        with seen_by_all():
            return lay_out(tasks, self.staging)

    def publish(
        self,
        work: Work,
        entries: dict[str, Entry],
        manifest: Manifest,
        laid: dict[str, Laid],
        program: str,
        record: tuple[Path, bytes] | None,
    ) -> tuple[str, ...]:
        """Move everything into place in the order of `work`; give the files whose bytes changed.

        `entries` are those of all files that stay as they are.
        """
        coming = {name: Entry(one.recipe, one.output, pending=True) for name, one in laid.items()}
        if coming:
            self._write(COMING, coming, program)
        if record:
            replace_file(record[0], record[1], flush=True)
        changed = []
        with seen_by_all():
            for number, task in enumerate(work.make):
                name = task.output.permalink.file
                if task.there != laid[name].output:
                    changed.append(name)
                    self._into_place(number, name)
        for name in work.remove:
            self._remove(self.output / name)
        final = entries | {name: self._entry(name, one) for name, one in laid.items()}
        if final != manifest.entries:
            self._write(MANIFEST, final, program)
        (self.output / OWN / COMING).unlink(missing_ok=True)
        return tuple(changed)

    def _entry(self, name: str, laid: Laid) -> Entry:
        stat = os.stat(f"{self.output}/{name}")  # noqa: PTH116 - as above
        return Entry(laid.recipe, laid.output, stat.st_size, stat.st_mtime_ns)

    def _write(self, name: str, entries: dict[str, Entry], program: str) -> None:
        replace_file(self.output / OWN / name, render_manifest(Manifest(entries), program))

    def _into_place(self, number: int, name: str) -> None:
        laid, file = staged(self.staging, number), f"{self.output}/{name}"
        try:
            os.replace(laid, file)  # noqa: PTH105 - as above
        except FileNotFoundError:
            os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 - as above
            os.replace(laid, file)  # noqa: PTH105 - as above

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
