"""What the last build left in output/: its manifest, and which of the files are still there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.source_files import COMING, MANIFEST, OWN, digest_of
from pressrum.errors import MachineTrouble, say
from pressrum.make.calendars.readback import components
from pressrum.plan.manifest import Entry, Found, Manifest, parse_manifest
from pressrum.plan.outputs import Output


class Last(NamedTuple):
    """What the last build left in output/."""

    manifest: Manifest
    found: dict[str, Found]
    """By file name: what it wrote, and what stands where a plan wants to write, as far as it is there."""
    components: frozenset[bytes]
    """Those of the whole tour's calendar, as long as that is as it left it."""


def read_last(output: Path, program: str, planned: Iterable[Output] = ()) -> Last:
    """Give what the last build left in `output`, and which of the `planned` files are there."""
    manifest = _read_manifest(output, program)
    found = _find_outputs(output, manifest, planned)
    return Last(manifest, found, _read_components(output, manifest, found))


def _read_manifest(output: Path, program: str) -> Manifest:
    """Give what the last build left, as `parse_manifest` has it, and what it was about to when cut off."""
    entries: dict[str, Entry] = {}
    for name in (MANIFEST, COMING):
        with suppress(FileNotFoundError, NotADirectoryError):
            entries |= parse_manifest((output / OWN / name).read_bytes(), program)
    return entries


def _find_outputs(output: Path, manifest: Manifest, planned: Iterable[Output]) -> dict[str, Found]:
    """Give each file in output/ that the manifest knows or that is `planned`, and that is there.

    A file whose size and time are those of the manifest is not read again.
    """
    names = {entry.permalink.file for entry in planned} | manifest.keys()
    folder = f"{output}/"
    return {name: found for name in names if (found := _found(folder + name, manifest.get(name)))}


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


def _read_components(output: Path, manifest: Manifest, found: dict[str, Found]) -> frozenset[bytes]:
    """Give the components of the whole tour's calendar, if it is as the last build left it.

    They are those of nearly all other calendars too.
    """
    whole = [
        name
        for name, entry in manifest.items()
        if name.endswith(".ics")
        and "/" not in name
        and name in found
        and found[name].digest == entry.output
        and not entry.pending
    ]
    return frozenset(part for name in whole for part in components((output / name).read_bytes())[1])
