"""A site of one's own in the place of the sample, begun as README.md and the handbook tell."""

from __future__ import annotations

import re
import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT, Press, typed

SAMPLE = ("site.yaml", "tour.yaml", "published.json", "stockholm-districts.geojson", "content", "templates")


def told(book: str, heading: str) -> list[str]:
    """Give the indented blocks below a heading: a command, a site.yaml and a tour.yaml."""
    section = (
        (ROOT / book).read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    )
    return [textwrap.dedent(block) for block in re.findall(r"(?m)(?:^ {4}.*\n)+", section)]


@pytest.mark.parametrize("tour", [True, False])
@pytest.mark.parametrize(
    ("book", "heading", "words"),
    [
        ("README.md", "Start your own", ("Pressrummet", "Vår turné")),
        ("docs/handbok.md", "Börja med ert eget", ("Pressrummet", "Vår turné")),
        ("docs/handbook.md", "Start your own", ("The press room", "Our tour")),
    ],
)
def test_a_site_is_begun_in_the_place_of_the_sample(
    book: str, heading: str, words: tuple[str, str], *, tour: bool, tmp_path: Path
) -> None:
    """Who does what is told has a site with nothing of the sample's, with a tour or without."""
    for name in SAMPLE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, tmp_path / name)
    press = Press(tmp_path)
    press.build(None)
    command, site_yaml, tour_yaml = told(book, heading)
    subprocess.run(["/bin/sh", "-ec", command], cwd=press.root, check=True)  # noqa: S603 - as it is told
    press.write("site.yaml", site_yaml)
    press.write("tour.yaml", tour_yaml) if tour else (press.root / "tour.yaml").unlink()
    begun, built = typed(press, "new", "release", "Rubriken"), typed(press, "build")
    shown = b"".join(press.tree().values())

    assert (begun.returncode, built.returncode, begun.stderr, built.stderr) == (0, 0, "", "")
    assert [word.encode() in shown for word in words] == [True, tour]
    assert not any(word.encode() in shown for word in ("Bjuggren", "Toreheim", "axe-core"))
