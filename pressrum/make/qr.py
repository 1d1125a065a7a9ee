"""QR codes as one SVG path (ISO/IEC 18004, by the library segno)."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUIET = 4
"""Modules that stay white on each side (ISO/IEC 18004, 9.1)."""


@dataclass(frozen=True)
class QrCode:
    """An address that a phone's camera can read."""

    text: str

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
