"""A picture in a page: the size that fits is the reader's browser's choice (HTML, 4.8.4)."""

from __future__ import annotations

from collections.abc import Iterable

from pressrum.make.views import PictureView, SizeView
from pressrum.model import LINK_OPENS

SIZES = "(min-width: 44rem) 41rem, 92vw"
"""How broad a picture stands: the column of text, in style.css, or nearly the whole phone."""


def picture_tag(picture: PictureView, attributes: str, *, lazy: bool) -> str:
    """Give the HTML of a picture; U+E000 stands for the site's root.

    `attributes` are those of its `img` that the text gives: `alt="a bridge"`, escaped. Width and
    height are given, so that nothing moves when it comes; one further down may come late.
    """
    plain = picture.plain[-1]
    late = ' loading="lazy" decoding="async"' if lazy else ""
    return (
        f'<picture><source type="image/webp" srcset="{_set(picture.webp)}" sizes="{SIZES}">'
        f'<img {attributes.strip()} src="{LINK_OPENS}{plain.link}" srcset="{_set(picture.plain)}"'
        f' sizes="{SIZES}" width="{plain.width}" height="{plain.height}"{late}></picture>'
    )


def _set(sizes: Iterable[SizeView]) -> str:
    return ", ".join(f"{LINK_OPENS}{size.link} {size.width}w" for size in sizes)
