"""Files in a site's folder that look like sources and are not read, for their names are a little wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pressrum.errors import Location, Mistake, say
from pressrum.parse.places import IN_NO_FOLDER
from pressrum.places import RECORD, SITE, TOUR

FOLDERS = ("content", "templates")
MAP, TEXT = ".geojson", ".md"
ALIKE = re.compile(r"[ _-]*(?:\([0-9]\)|[0-9]|kopia|copy)?\.ya?ml(?:\.(?:txt|rtf|docx?))?$|\.txt$")
"""How the name of a file ends that was meant to end in .yaml: editors add to it, and systems to a copy."""
NOTES = re.compile(r"[^.]*\.txt", re.IGNORECASE)
"""What may also be anybody's notes, unless meetings stand there."""
RELEASE = re.compile(rb"(?ms)\s*---\s(?=.{,2000}?^(?:date|datum):)(?=.{,2000}?^(?:title|titel|rubrik):)")
"""How a release begins; a README has no date."""


def meant(name: str) -> str:
    """Give what is read of a site's folder that a name is meant for, or is; the name itself for all else."""
    right = ALIKE.sub(".yaml", name.lower())
    return right if right in (SITE, TOUR, *FOLDERS) else name


def looked_at(name: str) -> bool:
    """Whether a build looks at what is called `name` in the site's folder: a source, or meant as one."""
    return meant(name) in (SITE, TOUR, RECORD, *FOLDERS) or name.endswith((MAP, TEXT))


def is_no_note(name: str, data: bytes) -> bool:
    """Whether a file that is `meant` for another is that one, as far as can be told, and no page of notes."""
    return not NOTES.fullmatch(name) or b"meetings:" in data


def astray(sources: Mapping[str, bytes]) -> Iterator[Mistake]:
    """Warn of what looks like a source and is none; `sources` are files by path, and what is `looked_at`."""
    for path in sorted(path for path in sources if "/" not in path):
        right, data = meant(path), sources[path]
        if right != path and data != sources.get(right) and is_no_note(path, data):
            yield Mistake(
                Location(path),
                say("this file is not read: {name} is", name=right),
                say("write what is new here in {name}, and move this file away", name=right),
            )
        elif path.endswith(TEXT) and RELEASE.match(data.removeprefix(b"\xef\xbb\xbf")):
            yield Mistake(Location(path), *IN_NO_FOLDER)
