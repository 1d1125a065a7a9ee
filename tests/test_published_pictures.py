"""Pictures on the site: what is published of them, where it stands, and that it is made once."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from xml.etree import ElementTree as ET

import pytest
from conftest import Press
from photo import picture
from PIL import Image

RELEASE = """\
---
title: Öppet möte
date: 2016-11-28 09:00
image: {file: torget.jpg, alt: Ett "torg", credit: Anna Ek, caption: Torget i dag.}
---

Så här ser det ut.

![en karta](karta.png "Karta: Bo Alm")

Den finns i [hög upplösning](karta.png).
"""
FOLDER = "content/releases/2016-11-28-oppet-mote/"
ADDRESS = "/pressmeddelanden/2016/oppet-mote/"
NARROW = (1000, 500)
"""Wide enough for a picture in two widths, where all three would only take their time."""


def lay_out(press: Press, size: tuple[int, int] = (2000, 1000)) -> None:
    """Write a release with a picture above its text and one in it."""
    press.write(FOLDER + "index.md", RELEASE)
    press.write(FOLDER + "torget.jpg", picture("JPEG", size, comment=b"hemligt"))
    press.write(FOLDER + "karta.png", picture("PNG", (600, 300), mode="P", transparency=0))


def test_sizes_stand_beside_the_page(empty: Press) -> None:
    """A picture is there to download whole and in up to three widths, as WebP and for old browsers."""
    lay_out(empty)
    empty.build()
    folder = ADDRESS[1:]
    sizes = {
        name.removeprefix(folder): Image.open(io.BytesIO(content)).size
        for name, content in empty.tree().items()
        if name.startswith(folder) and not name.endswith((".html", ".txt"))
    }

    assert sizes == {
        "torget.jpg": (2000, 1000),
        "torget-480.webp": (480, 240),
        "torget-480.jpg": (480, 240),
        "torget-960.webp": (960, 480),
        "torget-960.jpg": (960, 480),
        "torget-1600.webp": (1600, 800),
        "torget-1600.jpg": (1600, 800),
        "karta.png": (600, 300),
        "karta-480.webp": (480, 240),
        "karta-480.png": (480, 240),
        "karta-600.webp": (600, 300),
        "karta-600.png": (600, 300),
    }
    assert not any(b"hemligt" in content for content in empty.tree().values())


def test_page_gives_browsers_their_choice(empty: Press) -> None:
    """Each width is said, so that nothing moves; what is further down comes late; the press gets it all."""
    lay_out(empty)
    empty.build()
    page = empty.page(ADDRESS)
    above, within = re.findall("<picture>.*?</picture>", page)

    assert 'srcset="../../../pressmeddelanden/2016/oppet-mote/torget-480.webp 480w, ' in above
    assert 'alt="Ett ”torg”"' in above
    assert 'width="1600" height="800"' in above
    assert "lazy" not in above
    assert 'alt="en karta"' in within
    assert 'width="600" height="300" loading="lazy"' in within
    octets = len(empty.tree()["pressmeddelanden/2016/oppet-mote/torget.jpg"])
    assert f"JPEG, 2000 × 1000 bildpunkter, {round(octets / 1000)}\u00a0kB" in page
    assert '<span class="credit">Foto: Anna Ek</span>' in page


def test_picture_in_a_text_has_its_credit_and_its_whole_file(empty: Press) -> None:
    """A picture that stands alone in a text is shown as the one above it: whose it is, and its whole file."""
    lay_out(empty)
    empty.build()
    folder = f"https://press.example{ADDRESS}"
    _, within = re.findall('<figure class="picture">.*?</figure>', empty.page(ADDRESS), re.DOTALL)
    size = round(len(empty.tree()[f"{ADDRESS[1:]}karta.png"]) / 1000) or 1

    assert '<span class="credit">Karta: Bo Alm</span>' in within
    named = 'aria-label="Ladda ner bilden: en karta">Ladda ner bilden</a>'
    assert f'href="../../..{ADDRESS}karta.png" download {named}' in within
    assert f"PNG, 600 × 300 bildpunkter, {size}\u00a0kB" in within
    assert f"[en karta]\nKarta: Bo Alm\nLadda ner bilden ({folder}karta.png) PNG, 600 × 300 bildpunkter" in (
        empty.page(f"{ADDRESS}oppet-mote.txt")
    )
    assert "Karta: Bo Alm" in empty.page("/feed.xml")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Anna Ek", "Foto: Anna Ek"),
        ("'Bild: \"Ek & Ask\" <a@b.example>'", 'Bild: "Ek & Ask" <a@b.example>'),
        (f"'Foto: {'å' * 40_000}'", f"Foto: {'å' * 1994}"),
    ],
)
def test_file_to_download_says_whose_it_is(empty: Press, written: str, said: str) -> None:
    """A newsroom's system finds the credit line in the JPEG itself, which opens as before."""
    lay_out(empty, NARROW)
    empty.write(FOLDER + "index.md", RELEASE.replace("credit: Anna Ek", f"credit: {written}"))
    empty.build()
    with Image.open(io.BytesIO(empty.tree()[f"{ADDRESS[1:]}torget.jpg"])) as whole:
        whole.load()
    packet = ET.fromstring(whole.info["xmp"])
    (told,) = packet.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description")

    assert told.get("{http://ns.adobe.com/photoshop/1.0/}Credit") == said
    assert (whole.size, whole.info["jfif_version"]) == (NARROW, (1, 1))


@pytest.mark.parametrize(
    ("caption", "shown"),
    [
        ("Mötet på torget", "Mötet på torget."),
        ("Anna Ek (till höger)", "Anna Ek (till höger)."),
        ('Så: "Bygg!"', "Så: ”Bygg!”"),
        ("Torget i dag.", "Torget i dag."),
    ],
)
def test_a_caption_ends_before_whose_the_picture_is(empty: Press, caption: str, shown: str) -> None:
    """A caption gets the full stop that parts it from the credit, unless it ends as a sentence does."""
    lay_out(empty)
    written = re.sub("caption: [^,}]*", f"caption: '{caption}'", RELEASE)
    empty.write(FOLDER + "index.md", written)
    empty.build()

    assert f'<span class="own">{shown}</span> <span class="credit">Foto: Anna Ek</span>' in empty.page(
        ADDRESS
    )


def test_words_of_the_site_below_a_picture_say_their_language(empty: Press) -> None:
    """In a text of another language the credit and the link to the file are still the site's words."""
    empty.write(
        FOLDER + "index.md", '---\ntitle: جسر\ndate: 2016-11-28\nlang: ar\n---\n\n![جسر](b.png "Anna Ek")\n'
    )
    empty.write(FOLDER + "b.png", picture("PNG"))
    empty.build()
    page = empty.page(ADDRESS)

    assert '<img alt="جسر" lang="ar" dir="rtl" src=' in page
    assert '<figcaption lang="sv" dir="ltr"><span class="credit">Foto: Anna Ek</span>' in page


def test_press_picture_is_named_in_the_plain_text(empty: Press) -> None:
    """The plain text says that there is a picture, whose it is, and where all of it is."""
    lay_out(empty, NARROW)
    empty.build()
    words = "[Ett ”torg”]\nTorget i dag. Foto: Anna Ek\nLadda ner bilden"

    assert f"{words} (https://press.example{ADDRESS}torget.jpg)" in empty.page(f"{ADDRESS}oppet-mote.txt")


def test_shared_page_has_a_picture_of_the_site(empty: Press) -> None:
    """A shared page shows its own picture, or else the sender's card; both from this site."""
    lay_out(empty)
    empty.build()
    shown = [re.findall('og:image" content="([^"]*)"', empty.page(path)) for path in (ADDRESS, "/")]

    assert shown[0] == [f"https://press.example{ADDRESS}torget-1600.jpg"]
    assert re.fullmatch(r"https://press\.example/assets/share\.[0-9a-f]{10}\.png", shown[1][0])
    assert shown[1][0].removeprefix("https://press.example/") in empty.tree()


def test_feeds_show_the_picture(empty: Press) -> None:
    """A reader of the feed sees the picture with its credit, from its whole address."""
    lay_out(empty, NARROW)
    empty.build()

    assert f"https://press.example{ADDRESS}torget-480.webp 480w" in empty.page("/feed.xml")
    assert "Foto: Anna Ek" in empty.page("/feed.json")


def test_small_picture_is_not_enlarged(empty: Press) -> None:
    """A picture narrower than any width is made in its own alone."""
    lay_out(empty, (300, 200))
    empty.build()

    assert [name for name in empty.tree() if "torget" in name] == [
        f"{ADDRESS[1:]}torget-300.jpg",
        f"{ADDRESS[1:]}torget-300.webp",
        f"{ADDRESS[1:]}torget.jpg",
    ]


def test_broken_picture_is_told_where_it_is_named(empty: Press) -> None:
    """A picture that cannot be published is a mistake at the field or the line that shows it."""
    lay_out(empty)
    empty.write(FOLDER + "torget.jpg", picture("PNG"))
    empty.write(FOLDER + "karta.png", b"")

    assert empty.mistakes() == [
        f'{FOLDER}index.md:4:15: "torget.jpg" is in truth a picture of the kind PNG',
        f'{FOLDER}index.md:9:13: "karta.png" is broken and cannot be read',
        f'{FOLDER}index.md:11:30: "karta.png" is broken and cannot be read',
    ]


@pytest.mark.parametrize("aliases", ["", f"aliases: [{ADDRESS}]\n"])
def test_pictures_stay_where_they_were_when_a_release_is_renamed(empty: Press, aliases: str) -> None:
    """What was linked to beside a release is there after a renaming, whether an alias is written or not."""
    lay_out(empty, NARROW)
    empty.build()
    before = {name: content for name, content in empty.tree().items() if name.startswith(ADDRESS[1:])}
    (empty.root / FOLDER).rename(empty.root / "content/releases/2016-11-28-nytt-namn")
    empty.write(
        "content/releases/2016-11-28-nytt-namn/index.md",
        RELEASE.replace("date:", aliases + "date:"),
    )
    empty.build()
    after = {name: content for name, content in empty.tree().items() if name.startswith(ADDRESS[1:])}

    assert list(after) == list(before)
    assert [name for name, content in after.items() if content != before[name]] == [
        f"{ADDRESS[1:]}index.html",
        f"{ADDRESS[1:]}oppet-mote.txt",
    ]
    assert "pressmeddelanden/2016/nytt-namn/torget.jpg" in empty.tree()


def test_pictures_of_a_withdrawn_release_are_nowhere(empty: Press) -> None:
    """A release that was renamed and then withdrawn shows its pictures at none of its addresses."""
    lay_out(empty, NARROW)
    empty.build()
    aliased = RELEASE.replace("date:", "slug: nytt\naliases: [/gammalt/]\ndate:")
    empty.write(FOLDER + "index.md", aliased)
    empty.build()
    assert "gammalt/torget.jpg" in empty.tree()
    empty.write(FOLDER + "index.md", aliased.replace("date:", "retracted: Fel torg.\ndate:"))
    empty.build()

    assert [name for name in empty.tree() if "torget" in name or "karta" in name] == []


def test_picture_among_the_assets_says_nothing_of_its_camera(empty: Press) -> None:
    """A picture of the site's own is published as one beside a text is, at an address with its digest."""
    empty.write("templates/assets/logga.jpg", picture("JPEG", comment=b"hemligt"))
    empty.build()
    logo = next(name for name in empty.tree() if name.startswith("assets/logga."))

    assert b"hemligt" not in empty.tree()[logo]
    assert logo == f"assets/logga.{hashlib.sha256(empty.tree()[logo]).hexdigest()[:10]}.jpg"


def test_broken_picture_among_the_assets_is_told(empty: Press) -> None:
    """A picture of the site's own that cannot be published is a mistake, at its file."""
    empty.write("templates/assets/bilder/logga.png", picture("PNG")[:90])

    assert empty.mistakes() == [
        'templates/assets/bilder/logga.png:1:1: "logga.png" is broken and cannot be read'
    ]


def test_pictures_are_made_once(empty: Press) -> None:
    """What was made is remembered in .cache by its digest; taking that away changes no byte."""
    lay_out(empty)
    empty.build()
    first, kept = empty.tree(), sorted((empty.root / ".cache/pictures").rglob("*.*"))
    stamps = {file: file.stat().st_mtime_ns for file in kept}
    shutil.rmtree(empty.root / "output")
    (empty.root / "published.json").unlink()
    empty.build()
    again = empty.tree()
    untouched = {file: file.stat().st_mtime_ns for file in kept}
    shutil.rmtree(empty.root / "output")
    shutil.rmtree(empty.root / ".cache")
    (empty.root / "published.json").unlink()
    empty.build()

    assert len(stamps) > 12
    assert untouched == stamps
    assert first == again == empty.tree()


def test_two_names_alike_are_told_once(empty: Press) -> None:
    """Two pictures whose sizes would stand at one address are told once, with what to do."""
    lay_out(empty)
    empty.write(FOLDER + "torget.png", picture("PNG", (2000, 1000)))
    text = (empty.root / FOLDER / "index.md").read_text(encoding="utf-8")
    empty.write(FOLDER + "index.md", text + '\n![igen](torget.png "Anna Ek")\n')

    assert empty.mistakes() == [
        f"{FOLDER}torget.png:1:1: {ADDRESS}torget-480.webp is taken by {FOLDER}torget.jpg already"
    ]


def test_damaged_memory_is_made_again(empty: Press) -> None:
    """A file in .cache that is not as it was left is not published."""
    lay_out(empty, NARROW)
    empty.build()
    whole = empty.tree()
    for file in (empty.root / ".cache").rglob("*.*"):
        file.write_bytes(b"JUNK")
    shutil.rmtree(empty.root / "output")
    (empty.root / "published.json").unlink()
    empty.build()

    assert empty.tree() == whole
