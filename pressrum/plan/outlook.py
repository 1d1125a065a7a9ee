"""What staff are told of a plan: warnings, texts that are not public yet, and when the site changes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pressrum.errors import Mistake


@dataclass(frozen=True)
class Waiting:
    """A text that the public does not see."""

    source: str
    until: datetime | None
    """When it will be published; None for a draft."""


@dataclass(frozen=True)
class Outlook:
    """What staff are told."""

    now: datetime
    """The moment that the plan is for."""
    base: str
    """The path of the site's root on its host; begins and ends with a slash."""
    told_once: tuple[Mistake, ...]
    """Warnings of what changes with this build."""
    standing: tuple[Mistake, ...]
    """Warnings that are told until they are heeded."""
    doubts: tuple[Mistake, ...]
    """So are these, of how texts are written: each is one text's own."""
    waiting: tuple[Waiting, ...]
    next_change: datetime | None
    """The next instant at which the site changes by itself."""

    @property
    def warnings(self) -> tuple[Mistake, ...]:
        """All of them."""
        return (*self.told_once, *self.standing, *self.doubts)
