"""What is not for readers is in no byte of what is published: no page, picture, feed or index."""

from __future__ import annotations

import getpass
import gzip
import io
from pathlib import Path

import pytest
from conftest import OWN, ROOT, SITE, TOUR, Press, bare
from PIL import Image, PngImagePlugin

MARK = "HEMLIGHET"
"""What stands in everything that no reader may see."""
LEFT = (
    *("a.md~", ".a.md.swp", ".#a.md", "#a.md#", "a.md.bak", "a.md.orig", "a.md.rej", "a.md.tmp", "a.md.swo"),
    *("~$a.docx", ".~lock.a.odt#", "._a.md", ".DS_Store", "Thumbs.db", "desktop.ini", ".env", ".htpasswd"),
    *(".git/config", ".git/HEAD", ".svn/entries", ".idea/x.md", ".obsidian/a.md", ".trash/a.md", ".a.png"),
)
"""Names of what editors and systems leave behind, beside texts and in folders of texts."""
HIDDEN = {
    "draft": "date: 2016-11-28\ndraft: ja",
    "embargo": "date: 2016-12-01 12:00:01",
    "expired": "date: 2016-11-01\nexpires: 2016-12-01 12:00",
}


def photo() -> bytes:
    """Give a picture that tells who took it, where, and on which machine."""
    image, made = Image.new("RGB", (800, 600), "red"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = f"{MARK} /home/anna"
    exif.get_ifd(0x8825)[1] = "N"
    image.save(made, "JPEG", exif=exif.tobytes(), comment=f"{MARK} comment".encode())
    return made.getvalue()


def drawing() -> bytes:
    """Give a PNG with texts in it."""
    made, texts = io.BytesIO(), PngImagePlugin.PngInfo()
    texts.add_text("Author", MARK)
    texts.add_itxt("XML:com.adobe.xmp", f"<x>{MARK}</x>")
    Image.new("RGB", (300, 200), "blue").save(made, "PNG", pnginfo=texts)
    return made.getvalue()


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site, built, with secrets wherever sources can hold them."""
    press = bare(tmp_path_factory.mktemp("leaks") / f"home-{MARK}")
    press.edit("templates/release.html", "<article", "{# " + MARK + " #}\n<article")
    for name in (".secret.css", "style.css~", "#site.js#", "icon.svg.orig", "Thumbs.db"):
        press.write(f"templates/assets/{name}", MARK)
    press.write("site.yaml", f"# {MARK}\n{SITE}search: ja  # {MARK}\n")
    press.write("tour.yaml", f"# {MARK}\n{TOUR}  # {MARK}\n")
    press.write(".env", f"KEY={MARK}")
    press.write("content/notes.json", MARK)
    for folder in (
        "",
        "content/",
        "content/releases/",
        "content/releases/2016-11-28-mote/",
        "content/pages/",
    ):
        for name in LEFT:
            press.write(folder + name, f"---\ntitle: {MARK}\ndate: 2016-11-28\n---\n\n{MARK}\n")
    folder = "content/releases/2016-11-28-mote/"
    press.write(
        folder + "index.md",
        f"---\n# {MARK}\ntitle: Öppet möte  # {MARK}\ndate: 2016-11-28\n"
        "image: {file: foto.jpg, alt: En bild, credit: Anna}\n---\n\n"
        f"Text. <!-- {MARK} --> Mer.\n\n<!--\n{MARK}\n-->\n\n"
        f'[//]: # ({MARK})\n\n![Karta](karta.png "Anna")\n',
    )
    press.write(folder + "foto.jpg", photo())
    press.write(folder + "karta.png", drawing())
    press.write(folder + "oanvänd.jpg", photo())
    press.write(folder + f"{MARK}.pdf", MARK)
    for name, fields in HIDDEN.items():
        hidden = f"content/releases/{name}-{MARK}/"
        press.write(
            hidden + "index.md",
            f"---\ntitle: {MARK}\n{fields}\ntopics: [{MARK}]\n"
            f"image: {{file: b.jpg, alt: {MARK}, credit: {MARK}}}\n---\n\n{MARK} [fil](b.pdf)\n",
        )
        press.write(hidden + "b.jpg", photo())
        press.write(hidden + "b.pdf", MARK)
    press.write("content/pages/utkast.md", f"---\ntitle: {MARK}\ndraft: ja\n---\n\n{MARK}\n")
    press.build()
    return press


def unpacked(data: bytes) -> bytes:
    """Give bytes with what is packed within them."""
    return data + (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else b"")


def found(press: Press, secrets: tuple[str, ...], *, own: bool) -> list[str]:
    """Give the files that hold or are named for a secret; with `own` those of the build itself too."""
    top = press.root / "output"
    files = [file for file in top.rglob("*") if file.is_file() and (own or OWN not in file.parts)]
    assert len(files) > 30
    return [
        f"{file.relative_to(top)}: {secret}"
        for file in files
        for secret in secrets
        if secret.encode() in unpacked(file.read_bytes()) or secret in file.relative_to(top).as_posix()
    ]


def test_nothing_hidden_is_published(press: Press) -> None:
    """Drafts, what waits or has left, leftovers, comments and what cameras write are in no byte."""
    assert found(press, (MARK,), own=True) == []


def test_nothing_tells_of_the_machine(press: Press) -> None:
    """No path of the machine and no user is in any file, those of the build itself included."""
    machine = (str(press.root.parent), str(Path.home()) + "/", str(ROOT))
    user = getpass.getuser()

    assert found(press, (*machine, f"/{user}/", f'"{user}"'), own=True) == []


def test_only_files_of_the_site_are_there(press: Press) -> None:
    """No file has a dot in front but those that hosts read, and none ends as a leftover does."""
    odd = [name for name in press.tree() if "/." in f"/{name}" or name.endswith(("~", ".bak", ".orig", "#"))]

    assert odd == [".htaccess"]


@pytest.mark.parametrize("fields", ["draft: ja\n", ""])
@pytest.mark.parametrize(
    "way",
    ["[plan](../senare/plan.pdf)", '![Torget](../senare/torget.png "Anna Ek")', "[en](../senare/x/t.png)"],
)
def test_a_file_beside_what_waits_waits_too(empty: Press, fields: str, way: str) -> None:
    """What is public names none; a text in the same folder, one that waits too and a copy may have it."""
    later, public = "content/releases/senare/", "content/releases/nu/"
    empty.write(later + "index.md", f"---\ntitle: Senare\ndate: 2016-12-05\n{fields}---\n\nOrd.\n")
    empty.write(later + "plan.pdf", b"%PDF-1.4")
    for name in ("torget.png", "x/t.png"):
        empty.write(later + name, drawing())
    empty.write(public + "index.md", f"---\ntitle: Nu\ndate: 2016-11-28\n---\n\nOrd.\n\n{way}\n")

    (told,) = empty.mistakes()
    assert told.startswith(f"{public}index.md:8:")
    assert told.endswith(f": the file stands beside {later}index.md, which readers do not see yet")

    empty.write(public + "index.md", f"---\ntitle: Nu\ndate: 2016-12-06\n{fields}---\n\n{way}\n")
    empty.build()
