"""The pictures that the README shows."""

from __future__ import annotations

import re

from conftest import ROOT
from PIL import Image

SHOWN = re.findall(r"!\[.+?\]\((.+?)\)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_readme_shows_four_pages_on_both_screens() -> None:
    """The README shows home, release, tour and meeting, each on a phone and at a desk."""
    pages = ("home", "release", "tour", "meeting")

    assert [f"docs/{page}-{size}.png" for size in ("desktop", "phone") for page in pages] == SHOWN


def test_pictures_are_there_and_small() -> None:
    """Each picture is there, upright for a phone and not for a desk, in at most 120 KB."""
    for name in SHOWN:
        with Image.open(ROOT / name) as picture:
            assert (picture.height > picture.width) is ("phone" in name)
        assert (ROOT / name).stat().st_size <= 120 * 1024
