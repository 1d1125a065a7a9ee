"""Pictures, as far as all rooms need to know them."""

from __future__ import annotations

from dataclasses import dataclass

from pressrum.errors import Text, say

KINDS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}
"""What a file is by its ending."""
FROM_IPHONE = say(
    "it is the iPhone's format (HEIC): save it as JPEG,"
    " or choose Most Compatible in Settings, Camera, Formats"
)
"""What to do with a picture that browsers do not show."""


@dataclass(frozen=True)
class Picture:
    """A picture that can be published."""

    kind: str
    """JPEG, PNG, WEBP, GIF or AVIF."""
    width: int
    """In pixels, the right way up; so is `height`."""
    height: int
    solid: bool
    """Whether nothing shines through it."""
    octets: int
    """The size of its file once all that a camera wrote about itself and the place is taken out."""
    digest: str
    """SHA-256 of that file, hexadecimal."""


@dataclass(frozen=True)
class Unusable:
    """Why a file cannot be published as a picture, and what to do."""

    message: Text
    hint: Text
