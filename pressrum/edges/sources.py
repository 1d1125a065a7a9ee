"""Reads the whole site folder, once, into a `Snapshot`."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pressrum.edges.pictures import Darkroom, changed
from pressrum.edges.source_files import FileStat, SourceFile, digest_of, file_stat, find_sources, need_site
from pressrum.errors import BadSource
from pressrum.make.calendars.calendar import Zone
from pressrum.parse.places import is_template
from pressrum.parse.sheets import parse_sheet
from pressrum.parse.text import decode, largest
from pressrum.places import ASSETS, TEMPLATES
from pressrum.plan.files import Files
from pressrum.sheets import Sheet

CSS = ".css"
CODE = (CSS, ".js", ".mjs")
SAVE, BEGUN = 20_000_000, 200_000_000
"""Nanoseconds within which a program goes on with a save, and with one of which nothing is there yet."""


@dataclass(frozen=True)
class Snapshot:
    """The sources as they were at one moment; paths are from the site's folder, with `/`, in NFC."""

    texts: dict[str, bytes]
    """site.yaml, tour.yaml, published.json, maps (*.geojson) and every .md file below content/."""
    files: Files
    code: tuple[tuple[str, str], ...]
    """Style sheets and scripts among the assets: paths and texts, to be checked."""
    where: dict[str, Path]
    """Where on the disk each file is that is to be copied."""
    digests: dict[str, str]
    """SHA-256 of every file, hexadecimal."""


def read_snapshot(root: Path, seen: Mapping[str, SourceFile] | None = None) -> Snapshot:
    """Read everything that a build may look at, and measure its pictures.

    `seen` are the files, unless they are still to be looked for. Raises `OSError` where the
    machine refuses, `BadSource` where there is no site.yaml, for a link that leads out of the site
    and for a text that is being saved: what is there of it may be its first half.
    """
    need_site(root)
    texts: dict[str, bytes] = {}
    where: dict[str, Path] = {}
    digests: dict[str, str] = {}
    templates: dict[str, bytes] = {}
    read: dict[str, tuple[str, FileStat]] = {}
    for path, (file, _) in (find_sources(root) if seen is None else seen).items():
        folder, _, name = path.partition("/")
        if (folder == "content" and not name.endswith(".md")) or path.startswith(ASSETS):
            where[path] = Path(file)
            digests[path] = digest_of(where[path])
            continue
        data, stat = _read(file, largest(path))
        read[path] = file, stat
        digests[path] = hashlib.sha256(data).hexdigest()
        (templates if is_template(path) else texts)[path] = data
    content = {path: digests[path] for path in where if not path.startswith(ASSETS)}
    assets = {path.removeprefix(ASSETS): digests[path] for path in where if path.startswith(ASSETS)}
    code = tuple(
        (path, file.read_bytes().decode(errors="replace"))
        for path, file in where.items()
        if path.startswith(ASSETS) and path.endswith(CODE)
    )
    pictures = Darkroom(root, where).measure({path: digests[path] for path in where})
    files = Files(content, pictures, assets, _sheets(code), read_templates(templates))
    _refuse_changed(read)
    return Snapshot(texts, files, code, where, digests)


def read_templates(sources: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Give the names and texts of templates, given by path. Raises `BadSource` for one that is no text."""
    return tuple(sorted((path.removeprefix(TEMPLATES), decode(data, path)) for path, data in sources.items()))


def _sheets(code: Iterable[tuple[str, str]]) -> dict[str, Sheet]:
    """Give the style sheets that name files of ours, by name; all others are published to the byte."""
    sheets = {path.removeprefix(ASSETS): parse_sheet(text, path) for path, text in code if path.endswith(CSS)}
    return {name: sheet for name, sheet in sheets.items() if sheet.links}


def _read(file: str, most: int) -> tuple[bytes, FileStat]:
    """Give the bytes of a source, of one that is too large only so many that it shows; and its stat."""
    with open(file, "rb") as handle:  # noqa: PTH123 - ten thousand of them
        stat = file_stat(os.fstat(handle.fileno()))
        # No more is asked for than there is: room for the most that there may be is slow to give.
        return handle.read(min(stat.size, most) + 1), stat


def _refuse_changed(read: Mapping[str, tuple[str, FileStat]]) -> None:
    """Raise `BadSource` when the disk tells something else of a text than before it was read.

    One that was written a moment ago is given time first: its program may be in the middle of a save.
    """
    now = time.time_ns()
    left = (_goes_on(stat, now) for _, stat in read.values())
    time.sleep(max((0, *left)) / 1e9)
    late = [path for path, (file, stat) in read.items() if file_stat(os.stat(file)) != stat]  # noqa: PTH116
    if late:
        raise BadSource(*map(changed, late))


def _goes_on(stat: FileStat, now: int) -> int:
    """Give how long after `now` the save of a text may still go on; its time may be of any year."""
    pause = SAVE if stat.size else BEGUN
    return min(pause, stat.modified + pause - now)


def read_zone(name: str) -> Zone:
    """Give the zone's own rule from the tzdata package, which is the same on every machine."""
    *folders, city = name.split("/")
    footer = resources.files(".".join(["tzdata", "zoneinfo", *folders])).joinpath(city).read_bytes()
    return Zone(name, footer.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii"))
