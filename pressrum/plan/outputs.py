"""What a plan consists of: addresses, and for each the recipe of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pressrum.ledger import Record
from pressrum.make.pages.kinds import RedirectPage
from pressrum.make.pages.page import HtmlPage
from pressrum.make.pictures import Rendition, ShareCard
from pressrum.make.search import Index
from pressrum.permalinks import Permalink
from pressrum.plan.outlook import Outlook

if TYPE_CHECKING:  # which knows outputs itself
    from pressrum.plan.links.resolve import Resolved


class Recipe(Protocol):
    """A frozen value whose `repr` stands for the bytes that it makes."""

    def make(self) -> bytes:
        """Give the bytes; looks at itself and nothing else."""


@dataclass(frozen=True)
class Copy:
    """A file as it is in the sources."""

    source: str
    digest: str
    """SHA-256 of its bytes, hexadecimal."""


Made = Recipe | Copy | Rendition | ShareCard
"""What the bytes of an output come from; all but a `Recipe` need the disk, and are the edges' to make."""


class Stage(IntEnum):
    """In what order files are replaced: what a page or its host needs before it, what announces it after."""

    ASSET = 1
    PAGE = 2
    FEED = 3


@dataclass(frozen=True)
class Output:
    """A file of the site to be."""

    permalink: Permalink
    recipe: Made
    owner: str
    """The source that it is made from, for messages and for the record."""
    stage: Stage = Stage.PAGE
    lasting: bool = True
    """Whether the record keeps the address for ever."""
    said: str = ""
    """A digest of what the source says, for the record."""
    corrected: str = ""
    """The date of the newest correction in it, for the record."""
    retracted: str = ""
    """When it was found retracted, for the record."""
    name: str = ""
    """The name of the release in the feeds, or of the feed itself; of the front page, where the site is."""
    yields: bool = False
    """Whether it makes room when a text takes its address."""

    @cached_property
    def digest(self) -> str:
        """That of a page, or SHA-256 of the recipe's `repr`: equal when the bytes are sure to be."""
        if isinstance(self.recipe, HtmlPage):
            return self.recipe.digest
        return hashlib.sha256(repr(self.recipe).encode()).hexdigest()

    @property
    def leads_away(self) -> bool:
        """Whether it is an old address, from which readers are led on."""
        return isinstance(self.recipe, HtmlPage) and isinstance(self.recipe.view, RedirectPage)


@dataclass(frozen=True)
class Plan:
    """The whole site as it should be at a moment."""

    outlook: Outlook
    """What staff are told of it."""
    outputs: tuple[Output, ...]
    """In the order in which they are to be written."""
    record: Record
    resolved: Mapping[str, Resolved]
    """The links of every text, by source."""
    index: Index | None
    """What can be searched, where there is a search; its files are no outputs yet."""


def in_order(outputs: Iterable[Output]) -> tuple[Output, ...]:
    """Give outputs in the order in which they are to be written."""
    return tuple(sorted(outputs, key=lambda output: (output.stage, output.permalink)))
