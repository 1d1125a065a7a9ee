"""How files come into place, as one who reads the site meanwhile meets them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Press
from photo import picture

NEW = "---\ntitle: Ny\ndate: 2016-11-28\ntopics: [Nytt ämne]\n---\n\n![Torg](t.jpg 'Foto: A')\n"


@pytest.fixture
def seen(press: Press, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, bytes]]:
    """Give the site as it stands after each move into it."""
    stood: list[dict[str, bytes]] = []
    replace: Callable[[str | Path, str | Path], None] = os.replace

    def replace_and_look(source: str | Path, target: str | Path) -> None:
        replace(source, target)
        stood.append(press.tree())

    monkeypatch.setattr(os, "replace", replace_and_look)
    return stood


def folders(tree: dict[str, bytes]) -> dict[str, set[str]]:
    """Give the files of each folder, but for the outermost."""
    parts = [name.rpartition("/") for name in tree]
    return {
        folder: {file for beside, _, file in parts if beside == folder} for folder, _, _ in parts if folder
    }


def test_folder_comes_with_all_its_files(press: Press, seen: list[dict[str, bytes]]) -> None:
    """At no moment of a first build is there a folder that lacks one of its files."""
    press.build()
    assert len(seen) > 1
    for tree in seen:
        assert folders(tree).items() <= folders(press.tree()).items()


def test_folder_comes_before_what_leads_to_it(press: Press, seen: list[dict[str, bytes]]) -> None:
    """A new release comes with its text and pictures in one move, and before the feeds that announce it."""
    press.build()
    seen.clear()
    press.write("content/releases/2016-11-28-ny/index.md", NEW)
    press.write("content/releases/2016-11-28-ny/t.jpg", picture("JPEG", (900, 600)))
    before = press.tree()
    press.build()
    new = press.tree()
    release = {name for name in new if name.startswith("pressmeddelanden/2016/ny/")}
    assert len(release) > 2
    for tree in seen:
        assert release.isdisjoint(tree) or release <= tree.keys()
        assert release <= tree.keys() or tree["feed.xml"] == before["feed.xml"]
    assert new["feed.xml"] != before["feed.xml"]
