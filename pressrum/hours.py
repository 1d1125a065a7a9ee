"""Hours in the text of a release, as values: the plan holds them against those of the meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from pressrum.errors import Location


@dataclass(frozen=True)
class Hour:
    """An hour in a text."""

    day: date | None
    """Its day; None where it may be of any, or of something beside a meeting."""
    clocks: tuple[time, ...]
    """What it may mean: `6` is in the morning or in the evening."""
    words: str
    where: Location
