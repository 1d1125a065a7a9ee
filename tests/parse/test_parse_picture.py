"""A picture is read whole, or told what is wrong with it."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photo import picture
from PIL import Image

from pressrum.errors import BadValue
from pressrum.language import Language
from pressrum.parse.picture import parse_picture
from pressrum.pictures import FROM_IPHONE

EXIF = Image.Exif()
EXIF[0x0112] = 6  # a camera that was held on end
LARGE = '"a.png" has more pixels than a page can use | save it with at most 8,000 pixels on the longest side'
MISNAMED = (
    '"a.jpg" is in truth a picture of the kind PNG'
    " | give the file an ending that fits, or save it again as JPEG"
)
AGAIN = "open it in a picture program and save it again as JPEG or PNG"


def chunk(kind: bytes, data: bytes) -> bytes:
    """Give a part of a PNG (PNG, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(head: bytes, pixels: bytes) -> bytes:
    """Give a PNG by hand."""
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(pixels)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def bomb(width: int, height: int) -> bytes:
    """Give a small PNG that says that it is large."""
    return png(struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), bytes(9))


def told(data: bytes, name: str) -> str:
    """Give what is wrong with a picture, in English."""
    with pytest.raises(BadValue) as raised:
        parse_picture(data, name)
    tell = Language("en").tell
    return f"{tell(raised.value.message)} | {tell(raised.value.hint)}"


@pytest.mark.parametrize(
    ("data", "name", "known"),
    [
        (picture("JPEG"), "a.jpg", ("JPEG", 60, 40, True)),
        (picture("JPEG"), "a.JPEG", ("JPEG", 60, 40, True)),
        (picture("JPEG", exif=EXIF), "a.jpg", ("JPEG", 40, 60, True)),
        (picture("JPEG", mode="L"), "a.jpg", ("JPEG", 60, 40, True)),
        (picture("PNG", mode="RGBA"), "a.png", ("PNG", 60, 40, True)),
        (picture("PNG", mode="LA"), "a.png", ("PNG", 60, 40, True)),
        (picture("PNG", mode="P"), "a.png", ("PNG", 60, 40, True)),
        (picture("PNG", mode="P", transparency=0), "a.png", ("PNG", 60, 40, False)),
        (picture("WEBP"), "a.webp", ("WEBP", 60, 40, True)),
        (picture("GIF"), "a.gif", ("GIF", 60, 40, True)),
        (picture("AVIF"), "a.avif", ("AVIF", 60, 40, True)),
    ],
)
def test_a_good_picture_is_known(data: bytes, name: str, known: tuple[str, int, int, bool]) -> None:
    """Its kind, its size the right way up, and whether anything shines through it."""
    assert parse_picture(data, name) == known


@pytest.mark.parametrize(
    ("data", "name", "mistake"),
    [
        (b"", "a.jpg", f'"a.jpg" is broken and cannot be read | {AGAIN}'),
        (b"....ftypheic....", "a.jpg", f'"a.jpg" is no picture | {FROM_IPHONE.msgid}'),
        (b"no picture", "a.jpg", f'"a.jpg" is broken and cannot be read | {AGAIN}'),
        (picture("JPEG")[:-60], "a.jpg", f'"a.jpg" is broken and cannot be read | {AGAIN}'),
        (picture("PNG")[:-40], "a.png", f'"a.png" is broken and cannot be read | {AGAIN}'),
        (
            picture("PNG"),
            "a.jpg",
            MISNAMED,
        ),
        (
            picture("PNG", mode="I;16"),
            "a.png",
            '"a.png" has 16 bits a colour, and browsers show 8 | save it again with 8 bits a colour',
        ),
        (
            picture("JPEG", mode="CMYK"),
            "a.jpg",
            '"a.jpg" is made for print (CMYK), and screens show its colours wrong | save it again in RGB',
        ),
        (
            picture("GIF", save_all=True, append_images=[Image.new("L", (60, 40))]),
            "a.gif",
            '"a.gif" moves, and readers could not stop it | save a still picture',
        ),
        (
            bomb(20_000, 20_000),
            "a.png",
            LARGE,
        ),
        (
            bomb(10_000, 10_000),
            "a.png",
            LARGE,
        ),
    ],
)
def test_a_bad_picture_is_told(data: bytes, name: str, mistake: str) -> None:
    """What is broken, cut off, misnamed, too deep, made for print, moving or a bomb."""
    assert told(data, name) == mistake


def test_sixteen_bits_of_colour_are_seen() -> None:
    """A PNG of 16 bits in three colours, which the library halves in silence, is refused."""
    data = png(struct.pack(">IIBBBBB", 1, 1, 16, 2, 0, 0, 0), bytes(7))

    assert told(data, "a.png").startswith('"a.png" has 16 bits a colour')


GOOD = {"a.jpg": picture("JPEG"), "a.png": picture("PNG"), "a.webp": picture("WEBP"), "a.gif": picture("GIF")}


@settings(max_examples=100)
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_a_spoilt_picture_is_known_or_told(name: str, data: st.DataObject) -> None:
    """A picture with any bytes put in, changed or cut out is read or told of, and never more than that."""
    whole = GOOD[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 8, len(whole))))
    spoilt = whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:]
    try:
        kind, width, height, _ = parse_picture(spoilt, name)
    except BadValue:
        return

    assert kind
    assert width * height > 0
