"""What tells whether a tab still shows its page."""

from __future__ import annotations

from pathlib import Path

from pressrum.edges.preview.sight import Sight, digest_of_page, sheets_of
from pressrum.language import Language

PAGE = (
    b'<link rel="stylesheet" href="../assets/style.0123456789.css">'
    b'<script src="../assets/site.0123456789.js"></script>'
    b'<img srcset="torget-320.webp 320w, torget-640.webp 640w" src="torget.jpg">'
)


def test_a_style_sheet_changes_no_page(tmp_path: Path) -> None:
    """A page whose style sheet alone has another digest is the same page, and names the new sheet."""
    other = PAGE.replace(b"style.0123456789", b"style.9876543210")

    assert digest_of_page(other, tmp_path / "index.html") == digest_of_page(PAGE, tmp_path / "index.html")
    assert sheets_of(other, "/press/") == ("/press/assets/style.9876543210.css",)


def test_a_text_or_a_script_changes_the_page(tmp_path: Path) -> None:
    """A page with another text or another script is another page."""
    file = tmp_path / "index.html"
    others = (PAGE + b"Mer.", PAGE.replace(b"site.0123456789", b"site.9876543210"))

    assert len({digest_of_page(page, file) for page in (PAGE, *others)}) == 3


def test_a_picture_changes_the_page(tmp_path: Path) -> None:
    """A page is another when one of the pictures that it shows is, in any of its sizes."""
    file, digests = tmp_path / "index.html", set()
    for number, name in enumerate(("torget.jpg", "torget-320.webp", "torget-640.webp", "annan.webp")):
        digests.add(digest_of_page(PAGE, file))
        (tmp_path / name).write_bytes(b"x" * (number + 1))
    last = digest_of_page(PAGE, file)

    assert len(digests) == 4
    assert last in digests


def test_a_page_is_never_a_large_file(tmp_path: Path) -> None:
    """What is told of an address without a page is that of the page that says so, and no film is read."""
    (tmp_path / "404.html").write_bytes(b"borta")
    (tmp_path / "film.mp4").write_bytes(b"lang")
    sight = Sight(tmp_path, "/", Language("sv"))

    assert sight.find("/film.mp4") == tmp_path / "film.mp4"
    assert {sight.page(path) for path in ("/film.mp4", "/borta/")} == {tmp_path / "404.html"}
