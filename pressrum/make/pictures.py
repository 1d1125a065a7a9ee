"""Pictures to bytes: turned the right way up, in the size that is asked for, with nothing said of the camera.

A new picture is made of the pixels, and only its colour profile goes along: no position, no
device, no name of whoever held it. What the page says of whose it is, `credit` adds.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 80, "method": 4},
    "GIF": {},
    "AVIF": {"quality": 80},
}
WHOLE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95, "subsampling": 0},
    "WEBP": {"quality": 95, "method": 4},
    "AVIF": {"quality": 90},
}
"""How a picture to download is saved: near enough to the original for print."""
INK = (22, 24, 27)
"""The colour of text, as in style.css."""
CARD = (1200, 630)
"""The size at which services show a shared page."""
MARGIN = 80
"""Left free on each side of a card's words."""


@dataclass(frozen=True)
class Rendition:
    """A picture of the site: made of a file in the sources, by `render`."""

    source: str
    digest: str
    """SHA-256 of the source's bytes, hexadecimal."""
    kind: str
    """JPEG, PNG, WEBP, GIF or AVIF."""
    width: int | None = None
    """In pixels; None for all of it, to download."""
    credit: str = ""
    """Whose it is, to be said in the file: in a JPEG to download; "" for all else."""


@dataclass(frozen=True)
class ShareCard:
    """The picture that goes with a shared page that has none of its own; made by `draw_card`."""

    title: str
    accent: str
    """Six hexadecimal digits after `#`."""


def render(data: bytes, kind: str, width: int | None) -> bytes:
    """Give the picture in `data`, which `parse_picture` has let through, as a file of `kind`."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - only sites with pictures wait for it

    with Image.open(io.BytesIO(data)) as opened:
        if width and opened.format == "JPEG":
            opened.draft(None, (2 * width, 2 * width))
        image = ImageOps.exif_transpose(opened)
    profile = image.info.get("icc_profile")
    transparency = image.info.get("transparency")
    image = _in_colours(image, kind)
    if width and width < image.width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    image.info = {}
    saving = SAVING[kind] if width else WHOLE.get(kind, SAVING[kind])
    written = io.BytesIO()
    if kind == "GIF" and transparency is not None:
        saving = saving | {"transparency": transparency}
    image.save(written, kind, **saving, **_profile(profile, image.mode))
    return written.getvalue()


def _in_colours(image: Image.Image, kind: str) -> Image.Image:
    """Give the image in colours that a file of `kind` can hold."""
    if kind == "GIF":
        return image
    if kind == "JPEG":
        return image if image.mode in ("L", "RGB") else image.convert("RGB")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "L" and kind == "PNG" else image.convert("RGB")


def _profile(profile: bytes | None, mode: str) -> dict[str, bytes]:
    """Keep the colour profile, but for one of greys (ICC.1:2010, 7.2.6) where colours are."""
    fits = profile and (profile[16:20] == b"GRAY") == (mode == "L")
    return {"icc_profile": profile} if profile and fits else {}


def draw_card(card: ShareCard, font: bytes) -> bytes:
    """Give the share card as PNG: the sender's name in the house style, above a double rule.

    It is drawn in sixteen greys from ink to paper, and the accent is a seventeenth colour: a
    small file, soon made. Its letters are set by FreeType alone: the finer setting needs FriBiDi,
    which one machine has and the next has not, and both are to draw the same.
    """
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415

    image = Image.new("L", CARD, 255)
    draw = ImageDraw.Draw(image)
    for size in range(120, 40, -4):  # smaller is not read on a phone
        face = ImageFont.truetype(io.BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)
        lines = _wrapped(card.title, face.getlength)
        if len(lines) * size * 1.12 < CARD[1] - 260 and all(map(_fits, map(face.getlength, lines))):
            break
    top = CARD[1] - 150 - round(len(lines) * size * 1.12)
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + round(number * size * 1.12)), line, font=face, fill=0)
    draw.rectangle((MARGIN, CARD[1] - 90, CARD[0] - MARGIN, CARD[1] - 85), fill=0)
    draw.rectangle((MARGIN, CARD[1] - 78, CARD[0] - MARGIN, CARD[1] - 76), fill=0)
    image = image.point([shade // 17 for shade in range(256)])
    image.putpalette(
        [
            *(round(ink + (255 - ink) * grey / 15) for grey in range(16) for ink in INK),
            *bytes.fromhex(card.accent.removeprefix("#")),
        ]
    )
    ImageDraw.Draw(image).rectangle((0, 0, CARD[0], 36), fill=16)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def _fits(length: float) -> bool:
    return length <= CARD[0] - 2 * MARGIN


def _wrapped(title: str, length: Any) -> list[str]:
    """Part the title into lines that fit between the margins; a word too long stands alone."""
    lines: list[str] = []
    for word in title.split():
        if lines and _fits(length(f"{lines[-1]} {word}")):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
