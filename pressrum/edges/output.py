"""Writing: everything is laid out beside the site first, then moved into place file by file.

What belongs to the build and not to the site (the lock, the manifest, files half written)
is in the folder `.pressrum` within output/; hosts need not serve it.

At whatever moment a build is killed, each file is a whole old or a whole new one. The
manifest is written twice: before the first file moves, with what is about to be there, so
that the next build knows all files that are ours; and last, as it is. The public record
comes before the files that show it: a number that has been published is never lost, even
if the moves that follow are.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from pressrum.edges.pictures import changed
from pressrum.edges.sources import digest_of
from pressrum.errors import BadSource, MachineTrouble, say
from pressrum.make.readback import components
from pressrum.plan.manifest import Entry, Manifest, Task, Work
from pressrum.plan.outputs import Copy, Plan

OWN = ".pressrum"
MANIFEST = "manifest.json"
LOCK = "lock"
STAGING = "staging"


def read_manifest(output: Path, program: str) -> Manifest:
    """Give what the last build left.

    One made by another program still tells which files are ours, but none of its recipes
    stand. One that cannot be read is none.
    """
    try:
        document = json.loads((output / OWN / MANIFEST).read_bytes())
        entries = {name: Entry(**entry) for name, entry in document["files"].items()}
        same = document["program"] == program
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest({})
    if same:
        return Manifest(entries)
    return Manifest({name: replace(entry, recipe="") for name, entry in entries.items()})


def find_outputs(output: Path, manifest: Manifest, plan: Plan) -> dict[str, str]:
    """Give the SHA-256 of each file in output/ that the manifest or the plan knows and that is there.

    A file whose size and time are those of the manifest is not read again.
    """
    names = {entry.permalink.file for entry in plan.outputs} | set(manifest.entries)
    return {name: digest for name in names if (digest := _found(output / name, manifest.entries.get(name)))}


def _found(file: Path, last: Entry | None) -> str | None:
    try:
        stat = file.stat()
        if last and (last.size, last.modified) == (stat.st_size, stat.st_mtime_ns):
            return last.output
        return digest_of(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError:
        raise MachineTrouble(
            say("{file} is a folder, and a file is to be there", file=str(file)), say("move the folder away")
        ) from None


def sweep(output: Path) -> None:
    """Take away what a build that was cut off has laid out: none of it may lie about."""
    shutil.rmtree(output / OWN / STAGING, ignore_errors=True)


def refuse_blocked(output: Path, work: Work) -> None:
    """Raise `MachineTrouble` when a file could not be moved to its place, before any is.

    A file stands where a folder must be, or a folder may not be written to.
    """
    files = [task.output.permalink.file for task in work.make] + list(work.remove)
    for folder in sorted({parent for file in files for parent in (output / file).parents}):
        if not folder.is_relative_to(output) or not folder.exists():
            continue
        if not folder.is_dir():
            raise MachineTrouble(
                say("{file} is a file, and a folder is to be there", file=str(folder)),
                say("move the file away"),
            )
        if not os.access(folder, os.W_OK):
            raise MachineTrouble(
                say("nothing may be written in {folder}", folder=str(folder)),
                say("change the folder's permissions, and build again"),
            )


def read_components(output: Path, manifest: Manifest, found: dict[str, str]) -> frozenset[bytes]:
    """Give the components of the calendars in output/ that are as the last build left them."""
    whole = [
        name
        for name, entry in manifest.entries.items()
        if name.endswith(".ics") and "/" not in name and found.get(name) == entry.output and not entry.pending
    ]
    return frozenset(part for name in whole for part in components((output / name).read_bytes())[1])


class Writer:
    """The moves of one build into the folder `output`."""

    def __init__(self, output: Path, where: dict[str, Path]) -> None:
        self.output = output
        self.where = where
        self.staging = output / OWN / STAGING

    def stage(self, tasks: Iterable[Task], made: Callable[[Task], bytes]) -> dict[str, str]:
        """Lay every file out beside the site; give the SHA-256 of each by its name.

        `made` gives the bytes of what is no copy. Nothing of the site is touched yet.
        """
        self.staging.mkdir(parents=True)
        try:
            return self._stage(tasks, made)
        except BaseException:
            sweep(self.output)
            raise

    def _stage(self, tasks: Iterable[Task], made: Callable[[Task], bytes]) -> dict[str, str]:
        digests = {}
        for number, task in enumerate(tasks):
            recipe, file = task.output.recipe, self.staging / str(number)
            if isinstance(recipe, Copy):
                shutil.copyfile(self.where[recipe.source], file)
                digests[task.output.permalink.file] = _unchanged(file, recipe)
            else:
                written = made(task)
                file.write_bytes(written)
                digests[task.output.permalink.file] = hashlib.sha256(written).hexdigest()
        return digests

    def publish(
        self,
        work: Work,
        plan: Plan,
        manifest: Manifest,
        found: dict[str, str],
        digests: dict[str, str],
        program: str,
        record: tuple[Path, bytes] | None,
    ) -> tuple[str, ...]:
        """Move everything into place in the order of the plan; give the files whose bytes changed."""
        recipes = {task.output.permalink.file: task.output.digest for task in work.make}
        coming = {name: Entry(recipes[name], digest, pending=True) for name, digest in digests.items()}
        if coming or work.remove:
            self._write_manifest(manifest.entries | coming, program)
        if record:
            replace_file(record[0], record[1], flush=True)
        changed = []
        for number, task in enumerate(work.make):
            name = task.output.permalink.file
            if found.get(name) != digests[name]:
                changed.append(name)
                self._into_place(self.staging / str(number), self.output / name)
        for name in work.remove:
            self._remove(self.output / name)
        shutil.rmtree(self.staging)
        kept = {output.permalink.file: output.digest for output in plan.outputs}
        known = found | digests
        final = {name: self._entry(name, recipe, known[name]) for name, recipe in kept.items()}
        if final != manifest.entries:
            self._write_manifest(final, program)
        return tuple(changed)

    def _entry(self, name: str, recipe: str, digest: str) -> Entry:
        stat = (self.output / name).stat()
        return Entry(recipe, digest, stat.st_size, stat.st_mtime_ns)

    def _write_manifest(self, entries: dict[str, Entry], program: str) -> None:
        files = {
            name: {key: value for key, value in vars(entry).items() if value is not False}
            for name, entry in sorted(entries.items())
        }
        document = json.dumps({"program": program, "files": files}, ensure_ascii=False)
        replace_file(self.output / OWN / MANIFEST, document.encode())

    def _into_place(self, staged: Path, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(file)

    def _remove(self, file: Path) -> None:
        """Remove a file of ours, and the folders that it leaves empty."""
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == self.output or any(folder.iterdir()):
                break
            folder.rmdir()


def replace_file(file: Path, content: bytes, *, flush: bool = False) -> None:
    """Put `content` in the place of `file` in one step; the new file is made right beside it."""
    beside = file.with_name(f".{file.name}.new")
    with beside.open("wb") as handle:
        handle.write(content)
        if flush:
            handle.flush()
            os.fsync(handle.fileno())
    beside.replace(file)


def _unchanged(file: Path, recipe: Copy) -> str:
    if (digest := digest_of(file)) != recipe.digest:
        raise BadSource(changed(recipe.source))
    return digest
