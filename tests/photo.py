"""Pictures for tests, made when they are needed."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **saving: Any) -> bytes:
    """Give a small picture with something to see in it, as a file."""
    image = Image.linear_gradient("L").resize(size)
    image.putpixel((0, 0), 0)
    image = image.convert(mode)
    written = io.BytesIO()
    image.save(written, kind, **saving)
    return written.getvalue()
