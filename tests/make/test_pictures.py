"""Pictures are made the right way up, in the size that is asked for, and say nothing of the camera."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from font_source_serif_pro import font_files_otf
from photo import picture
from PIL import Image, ImageCms, ImageFont, ImageOps

from pressrum.edges.pictures import WAY, Darkroom
from pressrum.make.pictures import CARD, MARGIN, ShareCard, draw_card, render

CAMERA = "hemlig-kamera"
KINDS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


def opened(data: bytes) -> Image.Image:
    """Give a picture as a reader's browser has it."""
    return Image.open(io.BytesIO(data))


def exif() -> Image.Exif:
    """Give what a phone writes: its maker, a position, and that it was held on end."""
    known = Image.Exif()
    known[0x010F] = CAMERA
    known[0x0112] = 6
    known.get_ifd(0x8825).update({1: "N", 2: (59.0, 19.0, 45.0), 3: "E", 4: (18.0, 3.0, 0.0)})
    return known


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("width", [None, 20])
@pytest.mark.parametrize("made", KINDS)
def test_nothing_is_said_of_camera_and_place(kind: str, width: int | None, made: str) -> None:
    """No byte of maker, position, comment or editor's notes is left, in any size and kind."""
    notes: dict[str, Any] = {"exif": exif(), "xmp": f"<x>{CAMERA}</x>".encode(), "comment": CAMERA.encode()}
    data = picture(kind, **{name: note for name, note in notes.items() if kind != "PNG" or name == "exif"})
    assert CAMERA.encode() in data
    written = render(data, made, width)

    assert CAMERA.encode() not in written
    assert not opened(written).getexif()
    assert b"Exif" not in written


def test_orientation_is_applied() -> None:
    """A picture from a camera held on end stands upright for everyone."""
    whole, small = (opened(render(picture(exif=exif()), "JPEG", width)) for width in (None, 20))

    assert (whole.size, small.size) == ((40, 60), (20, 30))
    assert whole.convert("L").resize((2, 1)).tobytes()[0] > whole.convert("L").resize((2, 1)).tobytes()[1]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_colour_profile_is_kept(kind: str) -> None:
    """The profile that says what the colours are goes along; one of greys only with greys."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    greys = profile[:16] + b"GRAY" + profile[20:]

    assert opened(render(picture(icc_profile=profile), kind, 20)).info["icc_profile"] == profile
    assert "icc_profile" not in opened(render(picture(mode="L", icc_profile=greys), "WEBP", 20)).info


def test_picture_is_never_enlarged() -> None:
    """A width beyond the picture's own gives it as it is."""
    assert opened(render(picture(), "WEBP", 1600)).size == (60, 40)


def test_what_shines_through_does_so() -> None:
    """Transparency is kept where the kind has it."""
    glass = picture("PNG", mode="P", transparency=0)

    assert opened(render(glass, "PNG", 20)).mode == "RGBA"
    assert opened(render(glass, "WEBP", 20)).mode == "RGBA"
    assert opened(render(picture("GIF", mode="P", transparency=0), "GIF", None)).info["transparency"] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_same_picture_same_bytes(kind: str) -> None:
    """A picture that is made twice is the same to the byte."""
    assert render(picture(), kind, 20) == render(picture(), kind, 20)


@pytest.mark.parametrize("title", ["Pressrummet", "Socialdemokraterna i Stockholms stadshus", "Ö" * 60])
def test_share_card_has_the_size_that_services_want(title: str, tmp_path: Path) -> None:
    """The card is 1200 by 630 and small, however long the title is."""
    card = ShareCard(title, "#c8102e")
    made = Darkroom(tmp_path, {}).develop([card])[card]

    assert opened(made).size == CARD
    assert len(made) < 60_000


@pytest.mark.parametrize(
    "title", ["Socialdemokraterna", "Miljö- och samhällsbyggnadsförvaltningen", "Ö" * 30]
)
def test_no_word_is_cut_off_at_the_edge_of_a_share_card(title: str, tmp_path: Path) -> None:
    """Words keep to the margins, a long one in smaller letters."""
    card = ShareCard(title, "#c8102e")
    made = opened(Darkroom(tmp_path, {}).develop([card])[card]).convert("L")
    below_the_accent = made.crop((0, 40, *CARD))
    left, _, right, _ = ImageOps.invert(below_the_accent).getbbox() or (0, 0, 0, 0)

    assert (left, right) == (MARGIN, CARD[0] - MARGIN + 1)


def test_a_share_card_is_the_same_without_fribidi(monkeypatch: pytest.MonkeyPatch) -> None:
    """What sets letters more finely is a library of the machine's own, and may be missing."""
    font = Path(font_files_otf["SourceSerifProBold"]).read_bytes()
    card = ShareCard("Tärnaby Västra AV", "#c8102e")
    here = draw_card(card, font)

    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)

    assert draw_card(card, font) == here


@pytest.mark.parametrize("file", WAY, ids=lambda file: file.name)
def test_no_picture_is_taken_that_was_made_in_another_way(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the program reads or makes pictures differently, it makes all of them anew."""
    before = Darkroom(tmp_path, {}).folder
    (tmp_path / file.name).write_bytes(file.read_bytes() + b"\n")
    changed = [tmp_path / file.name if one == file else one for one in WAY]

    monkeypatch.setattr("pressrum.edges.pictures.WAY", changed)

    assert Darkroom(tmp_path, {}).folder != before
