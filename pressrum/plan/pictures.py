"""Where the sizes of a picture stand, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.make.credit import credit_segment
from pressrum.make.pages.figure import PictureView, SizeView
from pressrum.make.pictures import Rendition
from pressrum.permalinks import Permalink
from pressrum.pictures import Picture
from pressrum.plan.outputs import Output, Stage

WIDTHS = (480, 960, 1600)
"""Pixels across: a phone, a sharp phone or a column, a sharp screen."""
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def picture_view(picture: Picture, credit: str, address: Permalink) -> PictureView:
    """Show the picture that can be downloaded at `address`; its sizes stand beside it."""
    told = _told(picture, credit)
    return PictureView(
        whole=SizeView(address.link, picture.width, picture.height),
        kind=picture.kind,
        octets=picture.octets + (len(credit_segment(told)) if told else 0),
        webp=tuple(_sizes(picture, address, "WEBP")),
        plain=tuple(_sizes(picture, address, _plain(picture))),
    )


def picture_outputs(
    picture: Picture, source: str, digest: str, address: Permalink, credit: str | None
) -> Iterator[Output]:
    """Give the file to download and, where the picture is shown, its sizes; else `credit` is None."""
    yield _output(address, Rendition(source, digest, picture.kind, credit=_told(picture, credit or "")))
    for kind in ("WEBP", _plain(picture)) if credit is not None else ():
        for size in _sizes(picture, address, kind):
            yield _output(Permalink("/" + size.link), Rendition(source, digest, kind, size.width))


def _told(picture: Picture, credit: str) -> str:
    """Give what the file to download says of whose it is."""
    return credit if picture.kind == "JPEG" else ""


def _output(address: Permalink, rendition: Rendition) -> Output:
    return Output(address, rendition, rendition.source, Stage.ASSET, lasting=False)


def _plain(picture: Picture) -> str:
    return "JPEG" if picture.solid else "PNG"


def _sizes(picture: Picture, address: Permalink, kind: str) -> Iterator[SizeView]:
    """Give the sizes in which a picture is made: never larger than it is."""
    stem = address.link.rpartition(".")[0]
    for width in sorted({min(width, picture.width) for width in WIDTHS}):
        height = max(1, round(picture.height * width / picture.width))
        yield SizeView(f"{stem}-{width}.{ENDINGS[kind]}", width, height)
