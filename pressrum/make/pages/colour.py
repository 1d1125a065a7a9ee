"""The accent colour, made readable: WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

from dataclasses import dataclass

ENOUGH = 4.5
"""The contrast that text must have with what it stands on."""
PAPER, NIGHT = "#ffffff", "#141517"
"""The page in light and in dark; style.css has the same."""

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Theme:
    """A style sheet with the site's accent colour, and its readable shades."""

    accent: str
    """Six hexadecimal digits after `#`."""

    def make(self) -> bytes:
        """Give the custom properties that style.css builds on."""
        on_accent = "#ffffff" if contrast(self.accent, "#ffffff") >= ENOUGH else "#000000"
        return (
            f":root{{--accent:{self.accent};--accent-text:{readable(self.accent, PAPER)};"
            f"--accent-text-dark:{readable(self.accent, NIGHT)};--on-accent:{on_accent}}}\n"
        ).encode()


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    dark, light = sorted((_luminance(rgb(one)), _luminance(rgb(other))))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str) -> str:
    """Give `colour`, darkened or lightened as little as it takes to be read on `ground`, PAPER or NIGHT."""
    toward = 0 if ground == PAPER else 255
    mixed = ([round(part + (toward - part) * step / 100) for part in rgb(colour)] for step in range(101))
    shades = (f"#{bytes(parts).hex()}" for parts in mixed)
    return next(shade for shade in shades if contrast(shade, ground) >= ENOUGH)


def rgb(colour: str) -> Rgb:
    """Give red, green and blue, each from 0 to 255.

    >>> rgb("#c8102e")
    (200, 16, 46)
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    """Give the relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    linear = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
