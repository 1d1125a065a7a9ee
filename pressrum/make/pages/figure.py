"""A picture in a page, with what must stand with it: its caption, whose it is, and the file for the press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from pressrum.errors import say
from pressrum.language import Language
from pressrum.model import LINK_OPENS
from pressrum.tongues import attributes

SIZES = "(min-width: 44rem) 41rem, 92vw"
"""How broad a picture stands: the column of text, in style.css, or nearly the whole phone."""

STOPS, CLOSING = tuple(".!?…:؟。।"), "\"'”’»"
"""How a sentence ends, and the quotation marks behind that."""
SHARED = 1200
"""Pixels across that services want of a picture with a shared page."""


@dataclass(frozen=True)
class SizeView:
    """A picture in one size."""

    link: str
    width: int
    """In pixels; so is `height`."""
    height: int


@dataclass(frozen=True)
class PictureView:
    """A picture in all its sizes."""

    whole: SizeView
    """All of it, to download."""
    kind: str
    """JPEG, PNG, WEBP, GIF or AVIF: what there is to download."""
    octets: int
    """The size of the file to download."""
    webp: tuple[SizeView, ...]
    """For browsers that know WebP; the smallest first, as in `plain`."""
    plain: tuple[SizeView, ...]
    """For all others: JPEG, or PNG where something shines through."""

    @property
    def shared(self) -> SizeView:
        """The size that goes with a shared page: broad enough for any service, and no broader."""
        return next((size for size in self.plain if size.width >= SHARED), self.plain[-1])


@dataclass(frozen=True)
class ImageView:
    """A picture with what must stand with it."""

    picture: PictureView
    alt: str
    credit: str
    """`Foto: Anna Ek`, as it is to be printed."""
    caption: str | None
    lang: str | None
    """The language of `alt` and `caption`, where it is not the site's."""


@dataclass(frozen=True)
class ShareView:
    """The picture that goes with a page where it is shared (The Open Graph protocol)."""

    size: SizeView
    alt: str


def figure(image: ImageView, spoken: Language, *, lazy: bool) -> str:
    """Give the HTML of a picture on a site in the language `spoken`; U+E000 stands for the site's root.

    It reads as well without a style sheet, as in a feed. `lazy` is for one further down, which may
    come late. The link to the file has a name that tells it from those of other pictures.
    """
    picture, whole = image.picture, image.picture.whole
    caption = f"{_words(_ended(image.caption), image.lang, spoken)} " if image.caption else ""
    download = escape(spoken.gettext("Download the picture"), quote=False)
    name = f"{download}: {escape(spoken.typeset(image.alt, image.lang))}"
    pixels = spoken.tell(say("{width} × {height} pixels", width=whole.width, height=whole.height))
    return (
        f'<figure class="picture">\n{_tag(image, spoken, lazy=lazy)}\n'
        f"<figcaption{attributes(spoken.code if image.lang else None)}>{caption}"
        f'<span class="credit">{escape(spoken.typeset(image.credit), quote=False)}</span><br>\n'
        f'<span class="line"><a class="download" href="{LINK_OPENS}{whole.link}" download'
        f' aria-label="{name}">{download}</a>'
        f' <span class="download-size">{picture.kind}, {pixels}, {spoken.size(picture.octets)}</span></span>'
        "</figcaption>\n</figure>"
    )


def _ended(caption: str) -> str:
    """Give a caption with a full stop, for whose the picture is follows in the same line."""
    return caption if caption.rstrip(CLOSING).endswith(STOPS) else f"{caption}."


def _words(text: str, lang: str | None, spoken: Language) -> str:
    return f'<span class="own"{attributes(lang)}>{escape(spoken.typeset(text, lang), quote=False)}</span>'


def _tag(image: ImageView, spoken: Language, *, lazy: bool) -> str:
    """Give the picture itself: the size that fits is the reader's browser's choice (HTML, 4.8.4).

    Width and height are given, so that nothing moves when it comes.
    """
    picture, plain = image.picture, image.picture.plain[-1]
    alt = f'alt="{escape(spoken.typeset(image.alt, image.lang))}"{attributes(image.lang)}'
    late = ' loading="lazy" decoding="async"' if lazy else ""
    return (
        f'<picture><source type="image/webp" srcset="{_set(picture.webp)}" sizes="{SIZES}">'
        f'<img {alt} src="{LINK_OPENS}{plain.link}" srcset="{_set(picture.plain)}"'
        f' sizes="{SIZES}" width="{plain.width}" height="{plain.height}"{late}></picture>'
    )


def _set(sizes: Iterable[SizeView]) -> str:
    return ", ".join(f"{LINK_OPENS}{size.link} {size.width}w" for size in sizes)
