"""QR codes: the path is the code."""

from __future__ import annotations

import re

import segno

from pressrum.make.pages.qr import QUIET, QrCode


def test_path_draws_every_dark_module_and_no_other() -> None:
    """The bars of the path are the dark modules of the code, inside its quiet zone."""
    text = "https://press.example/turne/sodermalm/"
    drawing = QrCode(text).drawn()
    drawn = {
        (int(x) + step, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawing.path)
        for step in range(int(width))
    }
    matrix = segno.make(text, error="m", micro=False).matrix

    assert drawing.size == len(matrix) + 2 * QUIET
    assert drawn == {
        (x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    }
