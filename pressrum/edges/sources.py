"""Reading: the whole site folder, once, as values."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pressrum.edges.pictures import Darkroom
from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.make.calendar import Zone
from pressrum.parse.project import RECORD, SITE, TOUR
from pressrum.parse.text import INVISIBLE, largest
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
    texts = {name: _read(root / name) for name in (SITE, TOUR, RECORD) if (root / name).is_file()}
    texts |= {file.name: _read(file) for file in sorted(root.glob("*.geojson"))}
    if not _leads_within(root / "content", root):
        raise BadSource(_led_out("content"))
    where: dict[str, Path] = {}
    content: dict[str, str] = {}
    for path, file in _below(root, "content"):
        if path.endswith(".md"):
            texts[path] = _read(file)
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


def _read(file: Path) -> bytes:
    """Give the bytes of a source; of one that is too large only so many that it is seen to be."""
    with file.open("rb") as handle:
        return handle.read(largest(file.name) + 1)


def _below(root: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Walk through a folder in a fixed order, past what editors and systems leave behind."""
    spelt: dict[str, Path] = {}
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if _wanted(name))
        linked = [name for name in folders if Path(here, name).is_symlink()]
        for name in sorted([*names, *linked]):
            if _wanted(name):
                file = Path(here, name)
                path = unicodedata.normalize("NFC", file.relative_to(root).as_posix())
                _refuse_name(path)
                if file.is_symlink() and not (_leads_within(file, root) and file.is_file()):
                    raise BadSource(_led_out(path))
                if spelt.setdefault(path, file) != file:
                    raise BadSource(_twice(path))
                if not file.is_file():
                    raise BadSource(_no_file(path))
                yield path, file


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


def _leads_within(link: Path, root: Path) -> bool:
    """Whether a link leads to what is the site's to publish: nothing outside of it, and nothing hidden."""
    leads, top = Path(os.path.realpath(link)), Path(os.path.realpath(root))
    return leads.is_relative_to(top) and all(map(_wanted, leads.relative_to(top).parts))


def _led_out(path: str) -> Mistake:
    return Mistake(
        Location(path),
        say("this is a link that leads out of the site's folder, or nowhere"),
        say("put the file itself here"),
    )


def _twice(path: str) -> Mistake:
    return Mistake(
        Location(path),
        say("there are two files with this name here: to the machine the letters with marks differ"),
        say("remove one of them, or give it another name"),
    )


def _no_file(path: str) -> Mistake:
    return Mistake(
        Location(path),
        say("this is no file that can be read to its end"),
        say("put the file itself here"),
    )


def _wanted(name: str) -> bool:
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
