"""Style sheets that name other assets, as every room knows them."""

from __future__ import annotations

from dataclasses import dataclass

from pressrum.errors import Location


@dataclass(frozen=True)
class SheetLink:
    """A relative address in a style sheet."""

    name: str
    """The asset that it leads to, by its name below templates/assets/; there may be none."""
    start: int
    """Where in the text the file's own name begins, from 0: folders stand as they are."""
    end: int
    where: Location
    """Of the whole address."""


@dataclass(frozen=True)
class Sheet:
    """A style sheet as it was written."""

    text: str
    links: tuple[SheetLink, ...]
    """In the order in which they stand there."""
