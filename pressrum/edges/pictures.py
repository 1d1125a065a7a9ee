"""The darkroom: pictures are read and made here, and remembered by the digest of what they are made of."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from pressrum.edges.memory import PICTURES, recall, remember
from pressrum.errors import BadSource, BadValue, Location, Mistake, say
from pressrum.make.credit import with_credit
from pressrum.make.pictures import Rendition, ShareCard, draw_card, render
from pressrum.parse.picture import parse_picture
from pressrum.pictures import KINDS, Picture, Unusable

FONTS, FONT = "font-source-serif-pro", "SourceSerifProBold"
PACKAGE = Path(__file__).parent.parent
WAY = tuple(
    PACKAGE / file for file in ("pictures.py", "edges/pictures.py", "make/pictures.py", "parse/picture.py")
)
"""The modules by which a picture is read and made: another version of one makes other pictures."""

Print = Rendition | ShareCard
Some = TypeVar("Some")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Darkroom:
    """Makes pictures of a site."""

    site: Path
    """Its folder."""
    where: dict[str, Path]
    """Where on the disk the sources lie, by their paths."""

    @cached_property
    def folder(self) -> Path:
        """Where pictures are cached that were made by these modules, with this Pillow."""
        way = hashlib.sha256(f"{version('pillow')} {version(FONTS)}".encode())
        for file in WAY:
            way.update(file.read_bytes())
        return self.site / PICTURES / way.hexdigest()[:16]

    def measure(self, digests: dict[str, str]) -> dict[str, Picture | Unusable]:
        """Give what is known of each picture among files that are given by path with their digests."""
        pictures = [(path, digest) for path, digest in digests.items() if _kind(path)]
        found = _at_once(lambda picture: self._measure(*picture), pictures)
        return {path: picture for (path, _), picture in zip(pictures, found, strict=True)}

    def develop(self, wanted: Iterable[Print]) -> dict[Print, bytes]:
        """Make every picture that is wanted.

        Raises `BadSource` when a source has been changed since it was measured.
        """
        ordered = tuple(wanted)
        return dict(zip(ordered, _at_once(self._make, ordered), strict=True))

    def _measure(self, path: str, digest: str) -> Picture | Unusable:
        file = self.where[path]
        try:
            facts = self._remembered(f"{digest}.{_kind(path)}", lambda: _facts(file.read_bytes(), file.name))
        except BadValue as bad:
            return Unusable(bad.message, bad.hint)
        return Picture(**json.loads(facts))

    def _make(self, wanted: Print) -> bytes:
        if isinstance(wanted, ShareCard):
            name = hashlib.sha256(repr(wanted).encode()).hexdigest()
            return self._remembered(name, lambda: draw_card(wanted, _font()))
        kind, width = wanted.kind, wanted.width
        name = f"{wanted.digest}-{width}.{kind}"
        made = self._remembered(name, lambda: render(self._read(wanted), kind, width))
        return with_credit(made, wanted.credit) if wanted.credit else made

    def _read(self, rendition: Rendition) -> bytes:
        data = self.where[rendition.source].read_bytes()
        if hashlib.sha256(data).hexdigest() != rendition.digest:
            raise BadSource(changed(rendition.source))
        return data

    def _remembered(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give what was made before under `name`, or make it; where nothing can be kept, no harm is done."""
        kept = recall(self.folder / name)
        if kept is not None:
            return kept
        made = make()
        with suppress(OSError):
            remember(self.folder / name, made)
        return made


def _kind(path: str) -> str | None:
    return KINDS.get(path.rpartition(".")[2].lower())


def _at_once(work: Callable[[Some], Made], on: Sequence[Some]) -> list[Made]:
    """Do `work` on all of `on` with every processor: Pillow works outside Python's lock."""
    if len(on) < 2:  # noqa: PLR2004 - one needs no help
        return [work(one) for one in on]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, on))


def _facts(data: bytes, name: str) -> bytes:
    """Give the facts of a picture as JSON; its file to download is made to know its size."""
    kind, width, height, solid = parse_picture(data, name)
    whole = render(data, kind, None)
    picture = Picture(kind, width, height, solid, len(whole), hashlib.sha256(whole).hexdigest())
    return json.dumps(asdict(picture)).encode()


def changed(source: str) -> Mistake:
    """Say that a source was changed after it had been read."""
    return Mistake(
        Location(source),
        say("the file was changed while the site was being built"),
        say("run the build again"),
    )


def _font() -> bytes:
    from font_source_serif_pro import font_files_otf  # noqa: PLC0415 - once a site

    return Path(font_files_otf[FONT]).read_bytes()
