"""Reading: the whole site folder, once, as values."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pressrum.edges.pictures import Darkroom
from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.make.calendar import Zone
from pressrum.parse.project import RECORD, SITE, TOUR
from pressrum.plan.files import Files

CODE = (".css", ".js", ".mjs")
PASSED_BY = ("Thumbs.db", "desktop.ini")
LEFTOVERS = ("~", ".bak", ".swp", ".swo", ".tmp", ".orig", ".rej")


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


def read_snapshot(root: Path) -> Snapshot:
    """Read everything that a build may look at, and measure its pictures.

    Raises `OSError` where the machine refuses, `BadSource` for a link that leads out of the site.
    """
    texts = {name: (root / name).read_bytes() for name in (SITE, TOUR, RECORD) if (root / name).is_file()}
    texts |= {file.name: file.read_bytes() for file in sorted(root.glob("*.geojson"))}
    where: dict[str, Path] = {}
    content: dict[str, str] = {}
    for path, file in _below(root, "content"):
        if path.endswith(".md"):
            texts[path] = file.read_bytes()
        else:
            content[path], where[path] = digest_of(file), file
    assets: dict[str, str] = {}
    templates: list[tuple[str, str]] = []
    code: list[tuple[str, str]] = []
    for path, file in _below(root, "templates"):
        name = path.removeprefix("templates/")
        if name.startswith("assets/"):
            assets[name.removeprefix("assets/")], where[path] = digest_of(file), file
            if name.endswith(CODE):
                code.append((path, file.read_text(encoding="utf-8", errors="replace")))
        else:
            templates.append((name, file.read_text(encoding="utf-8-sig")))
    pictures = Darkroom(root, where).measure(content)
    files = Files(content, pictures, assets, tuple(sorted(templates)))
    return Snapshot(texts, files, tuple(code), where)


def _below(root: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Walk through a folder in a fixed order, past what editors and systems leave behind."""
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if wanted(name))
        linked = [name for name in folders if Path(here, name).is_symlink()]
        for name in sorted([*names, *linked]):
            if wanted(name):
                file = Path(here, name)
                path = unicodedata.normalize("NFC", file.relative_to(root).as_posix())
                _refuse_leading_out(file, path, root)
                yield path, file


def _refuse_leading_out(file: Path, path: str, root: Path) -> None:
    """Raise `BadSource` for a link to nothing, or to a file that is not the site's to publish."""
    if file.is_symlink() and not (file.resolve().is_relative_to(root.resolve()) and file.is_file()):
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


def digest_of(file: Path) -> str:
    """Give the SHA-256 of a file's bytes, hexadecimal."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def read_zone(name: str) -> Zone:
    """Give the zone's own rule from the tzdata package, which is the same on every machine."""
    *folders, city = name.split("/")
    footer = resources.files(".".join(["tzdata", "zoneinfo", *folders])).joinpath(city).read_bytes()
    return Zone(name, footer.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii"))
