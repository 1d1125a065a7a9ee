"""QR codes as one SVG path (ISO/IEC 18004, by the library segno)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

QUIET = 4
"""Modules that stay white on each side (ISO/IEC 18004, 9.1)."""
DRAWN = 100
"""Codes that are remembered: the preview makes the same pages again and again, and drawing is slow."""


@dataclass(frozen=True)
class QrCode:
    """An address that a phone's camera can read."""

    text: str

    @lru_cache(maxsize=DRAWN)  # noqa: B019 - it is a value, and no more of them are kept
    def drawn(self) -> QrDrawing:
        """Give the code with medium error correction."""
        import segno  # noqa: PLC0415 - only pages that are made anew need it

        rows = [bytes(row) for row in segno.make(self.text, error="m", micro=False).matrix]
        path = "".join(
            f"M{run.start() + QUIET} {y + QUIET}h{len(run[0])}v1h-{len(run[0])}z"
            for y, row in enumerate(rows)
            for run in re.finditer(b"\1+", row)
        )
        return QrDrawing(len(rows) + 2 * QUIET, path)


@dataclass(frozen=True)
class QrDrawing:
    """A QR code for `viewBox="0 0 size size"`, to be filled black on white."""

    size: int
    path: str
    """The `d` of an SVG path: a bar for each run of dark modules."""
