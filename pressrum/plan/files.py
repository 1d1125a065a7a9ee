"""The sources besides texts and YAML: pictures and files to download, assets, templates."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressrum.pictures import Picture, Unusable
from pressrum.sheets import Sheet

ALIKE = 0.7
"""How alike a name must be to be offered, from 0 to 1."""


@dataclass(frozen=True)
class Files:
    """Pictures, other files, assets and templates."""

    content: dict[str, str]
    """Pictures and other files below content/: path to SHA-256."""
    pictures: dict[str, Picture | Unusable]
    """What is known of the pictures, by path; of those among the assets too."""
    assets: dict[str, str]
    """Files below templates/assets/: name there to SHA-256."""
    sheets: dict[str, Sheet]
    """Style sheets among them that name files of ours, by name."""
    templates: tuple[tuple[str, str], ...]
    """Names below templates/ and their texts, sorted."""


def alike(wanted: str, known: Iterable[str]) -> list[str]:
    """Give the one of `known` that was most likely meant.

    Folders and dates, alike in all, only part files of one name: many a picture is called `bild.jpg`.
    """

    def name(path: str) -> str:
        own = path.removesuffix("/index.md").removesuffix(".md").removesuffix("/").rpartition("/")[2]
        return re.sub(r"^\d{4}-\d\d-\d\d-", "", own) or path

    names: dict[str, list[str]] = {}
    for path in sorted(known):
        names.setdefault(name(path).casefold(), []).append(path)
    near = difflib.get_close_matches(name(wanted).casefold(), names, n=1, cutoff=ALIKE)
    return [path for found in near for path in difflib.get_close_matches(wanted, names[found], n=1, cutoff=0)]
