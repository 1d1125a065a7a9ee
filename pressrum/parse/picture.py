"""Bytes to what is known of a picture, or what is wrong with it."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from pressrum.errors import BadValue, say
from pressrum.pictures import FROM_IPHONE, KINDS

if TYPE_CHECKING:
    from PIL import Image

COLOURS = ("1", "L", "LA", "P", "PA", "RGB", "RGBA")
"""Pillow's names for eight bits a colour that a screen can show."""
DEEP = 16
BIT_DEPTH = 24
"""Where a PNG says how many bits a colour has (PNG, 11.2.2): Pillow halves them in silence."""
HEIC = tuple(b"ftyp" + brand for brand in (b"heic", b"heix", b"hevc", b"heim", b"mif1"))
"""What such a file has behind its first four bytes (ISO/IEC 23008-12, 10): Pillow does not know them."""
AGAIN = say("open it in a picture program and save it again as JPEG or PNG")


def parse_picture(data: bytes, name: str) -> tuple[str, int, int, bool]:
    """Give the kind, width and height in pixels, the right way up, and whether the picture is solid.

    `name` is its file's. All of it is decoded, so that a file that was cut off is noticed.
    Raises `BadValue` for what is no picture, is another kind than its name says, is broken, too
    large, made for print, in 16 bits or moving.
    """
    from PIL import Image  # noqa: PLC0415 - only sites with pictures wait for it

    kind = KINDS[name.rpartition(".")[2].lower()]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(io.BytesIO(data))
            found = {"MPO": "JPEG"}.get(image.format or "", image.format or "")
            _check(image, data, name, kind, found)
            image.load()
    except BadValue:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadValue(
            say('"{name}" has more pixels than a page can use', name=name),
            say("save it with at most 8,000 pixels on the longest side"),
        ) from None
    except Exception:  # noqa: BLE001 - a broken picture makes Pillow raise whatever its decoder stumbled on
        if data[4:12] in HEIC:
            raise BadValue(say('"{name}" is no picture', name=name), FROM_IPHONE) from None
        raise BadValue(say('"{name}" is broken and cannot be read', name=name), AGAIN) from None
    return found, *_upright(image), _solid(image)


def _check(image: Image.Image, data: bytes, name: str, kind: str, found: str) -> None:
    if found != kind:
        raise BadValue(
            say('"{name}" is in truth a picture of the kind {kind}', name=name, kind=found),
            say("give the file an ending that fits, or save it again as {kind}", kind=kind),
        )
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise BadValue(
            say('"{name}" moves, and readers could not stop it', name=name), say("save a still picture")
        )
    if image.mode == "CMYK":
        raise BadValue(
            say('"{name}" is made for print (CMYK), and screens show its colours wrong', name=name),
            say("save it again in RGB"),
        )
    if image.mode not in COLOURS or (kind == "PNG" and data[BIT_DEPTH] == DEEP):
        raise BadValue(
            say('"{name}" has 16 bits a colour, and browsers show 8', name=name),
            say("save it again with 8 bits a colour"),
        )


def _solid(image: Image.Image) -> bool:
    """Say whether nothing shines through: many a photograph has a channel for it that says nothing."""
    if not image.has_transparency_data:
        return True
    return image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


def _upright(image: Image.Image) -> tuple[int, int]:
    """Give width and height as a reader sees them: a camera held on end only notes that it was."""
    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)  # Exif 2.32, 4.6.4, Orientation
    return (image.height, image.width) if turned else (image.width, image.height)
