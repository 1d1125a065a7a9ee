"""Files may be called anything: each is read or told, and what is published fits on every disk."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from conftest import RELEASE, SITE, TOUR, Press, typed
from photo import picture

FOLDER = "content/releases/"
PICTURE = "content/releases/a/"
Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
NFD = unicodedata.normalize("NFD", "2016-11-28-möte-på-Åsö.md")
LED_OUT = "this is a link that leads out of the site's folder, or nowhere"
TOO_LONG = "the address that this makes is too long"
UNREADABLE = "the name of this file holds signs that cannot be read"
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE)
"""What no name may hold on Windows ("Naming Files, Paths, and Namespaces")."""


def fits_everywhere(press: Press) -> bool:
    """Whether every file of the site can be put on any disk, beside all others."""
    names = list(press.tree())
    parts = [part for name in names for part in name.split("/")]
    return (
        len({unicodedata.normalize("NFKC", name).casefold() for name in names}) == len(names)
        and not [part for part in parts if FORBIDDEN.search(part) or len(part.encode()) > 230]
        and all(name.isascii() for name in names)
    )


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (NFD, "mote-pa-aso"),
        (unicodedata.normalize("NFC", NFD), "mote-pa-aso"),
        ("-rf.md", "rf"),
        (" a b .md", "a-b"),
        ("2016-11-28-😀-fest.md", "fest"),
        ("å" * 120 + ".md", "a" * 120),
        ("#metoo.md", "metoo"),
        ("$(reboot);&|`x`.md", "reboot-x"),
        ("a'b\"c<d>.md", "ab-c-d"),
    ],
)
def test_odd_name_makes_a_plain_address(empty: Press, name: str, address: str) -> None:
    """Letters with marks in either form, signs, spaces and emoji leave an address for every disk."""
    empty.write(FOLDER + name, RELEASE)
    empty.build()

    assert f"pressmeddelanden/2016/{address}/index.html" in empty.tree()
    assert fits_everywhere(empty)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("written", FORMS)
def test_picture_is_found_however_its_letters_are_made(empty: Press, form: Form, written: Form) -> None:
    """A picture is the one that the text names, whichever form a Mac gave its letters."""
    name, link = (unicodedata.normalize(one, "böjd å.png") for one in (form, written))
    empty.write(PICTURE + "index.md", RELEASE + f'\n![En å](<{link}> "Anna")\n')
    empty.write(PICTURE + name, picture("PNG", (40, 30)))
    empty.build()

    assert "pressmeddelanden/2016/a/bojd-a.png" in empty.tree()
    assert fits_everywhere(empty)


@pytest.mark.parametrize("name", ["Shot 10.00\u202fAM.png", "Bild\u00a02.png", "bo\u00adjd\u200e.png"])
def test_picture_is_found_by_what_is_seen_of_its_name(empty: Press, name: str) -> None:
    """A Mac names a screenshot with a narrow space, which no field could hold."""
    seen = re.sub("[\u00ad\u200e]", "", re.sub("[\u00a0\u202f]", " ", name))
    image = f"image: {{file: {seen}, alt: En sal., credit: Anna}}"
    empty.write(
        PICTURE + "index.md", RELEASE.replace("date:", f"{image}\ndate:") + f'\n![En]({name} "Anna")\n'
    )
    empty.write(PICTURE + name, picture("PNG", (40, 30)))
    empty.build()

    assert fits_everywhere(empty)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ("Möte.md", "mote.md"),
            "mote.md:1:1: /pressmeddelanden/2016/mote/ is taken by content/releases/Möte.md",
        ),
        (
            ("2016-11-28-A.md", "2016-11-29-a.md"),
            "/pressmeddelanden/2016/a/ is taken by content/releases/2016",
        ),
    ],
)
def test_names_that_differ_by_case_are_told(empty: Press, names: tuple[str, ...], told: str) -> None:
    """Two files that would be one on another disk are one mistake, which names both."""
    for name in names:
        empty.write(FOLDER + name, RELEASE)
    (mistake,) = empty.mistakes()

    assert told.rpartition(": ")[2] in mistake


def test_pictures_that_differ_by_case_are_told(empty: Press) -> None:
    """So are two pictures."""
    empty.write(PICTURE + "index.md", RELEASE + '\n![En](Bild.PNG "Anna")\n\n![Två](bild.png "Anna")\n')
    for name in ("Bild.PNG", "bild.png"):
        empty.write(PICTURE + name, picture("PNG", (40, 30)))
    if len(list((empty.root / PICTURE).iterdir())) < 3:
        pytest.skip("this disk takes both for one file")

    assert empty.mistakes() == [
        f"{PICTURE}bild.png:1:1: /pressmeddelanden/2016/a/bild.png is taken by {PICTURE}Bild.PNG already"
    ]


def test_two_forms_of_one_name_are_told(empty: Press) -> None:
    """Two files whose names read the same are a mistake: neither takes the place of the other."""
    for form in FORMS:
        empty.write(FOLDER + unicodedata.normalize(form, "åäö.md"), RELEASE)
    if len(list((empty.root / FOLDER).iterdir())) == 1:
        pytest.skip("this disk takes both for one file")

    (mistake,) = empty.mistakes()

    assert mistake.startswith("content/releases/åäö.md:1:1: there are two files with this name here: ")


@pytest.mark.parametrize("name", ["con", "PRN", "aux", "Nul", "com1", "lpt9"])
def test_names_that_windows_keeps_are_told(empty: Press, name: str) -> None:
    """A name that no file can have on Windows is a mistake wherever it would come from."""
    empty.write(FOLDER + f"{name}.md", RELEASE)
    empty.write("content/pages/a.md", f"---\ntitle: A\nslug: {name.lower()}\n---\n\nA\n")
    empty.write(
        FOLDER + "b.md",
        RELEASE.replace(
            "---\n\n", f"topics: [{name}]\naliases: [/x/{name}.html]\n---\n\n[Siffror]({name}.csv)\n\n"
        ),
    )
    empty.write(FOLDER + f"{name}.csv", "1;2\n")
    empty.write("tour.yaml", TOUR.replace("Skärholmen", name))
    empty.write("site.yaml", SITE.replace("  anna:", f"  {name}:"))

    assert {mistake.split(": ")[0] for mistake in empty.mistakes()} == {
        "content/pages/a.md:3:7",
        f"content/releases/{name}.md:1:1",
        f"content/releases/{name}.csv:1:1",
        "content/releases/b.md:4:10",
        "content/releases/b.md:5:11",
        f"site.yaml:4:{len(name) + 5}",
        "tour.yaml:4:16",
    }
    assert {re.sub('"[^"]*"', "…", mistake.split(": ")[1]) for mistake in empty.mistakes()} == {
        "no file can be called … on Windows"
    }


@pytest.mark.parametrize(
    ("source", "old", "new", "where"),
    [
        (FOLDER + "a.md", "date:", "slug: {}\ndate:", "content/releases/a.md:3:7"),
        (FOLDER + "a.md", "date:", "topics: {}\ndate:", "content/releases/a.md:3:9"),
        (FOLDER + "a.md", "date:", "topics: [b, {}]\ndate:", "content/releases/a.md:3:13"),
        (FOLDER + "a.md", "date:", "aliases: [/{}/]\ndate:", "content/releases/a.md:3:11"),
        ("tour.yaml", "Skärholmen", "{}", "tour.yaml:4:16"),
        ("tour.yaml", "Skärholmen,", "Skärholmen, id: {},", "tour.yaml:4:32"),
        ("site.yaml", "  anna:", "  {}:", "site.yaml:4:305"),
    ],
)
def test_names_that_no_disk_holds_are_told(empty: Press, source: str, old: str, new: str, where: str) -> None:
    """A word that makes too long a name is a mistake at its place, and no failed copy half-way."""
    good = {FOLDER + "a.md": RELEASE, "tour.yaml": TOUR, "site.yaml": SITE}[source]
    empty.write(source, good.replace(old, new.format("a" * 300)))

    assert set(empty.mistakes()) == {f"{where}: {TOO_LONG}"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"m\xf6te.md", b"a\nb.md", b"a\x1b[2J.md", b"a\tb.png", b"\xff.pdf"])
def test_names_that_cannot_be_read_are_told(empty: Press, name: bytes) -> None:
    """A name in another encoding, or with signs that would upset a terminal, is a mistake on one line."""
    empty.write(FOLDER + "a.md", RELEASE)
    file = os.fsencode(empty.root / FOLDER) + b"/" + name
    try:
        Path(os.fsdecode(file)).write_bytes(RELEASE.encode())
    except OSError:
        pytest.skip("this disk takes no such name")
    (mistake,) = empty.mistakes()

    assert mistake.endswith(f": {UNREADABLE}")
    assert mistake.isprintable()


def link(press: Press, name: str, to: str) -> None:
    """Put a link beside the text a, which shows it."""
    press.write(PICTURE + "index.md", RELEASE + f"\n[Fil]({name})\n")
    (press.root / PICTURE / name).symlink_to(to)


def test_link_within_the_site_is_followed(empty: Press) -> None:
    """A link to a file of the site is that file."""
    empty.write("bilder/b.png", picture("PNG", (40, 30)))
    link(empty, "x.png", "../../../bilder/b.png")
    empty.build()

    assert "pressmeddelanden/2016/a/x.png" in empty.tree()


@pytest.mark.parametrize(
    "to", ["/etc/passwd", "x.txt", "ingen.txt", "../../../../utanför.txt", "/etc", "/dev/zero"]
)
def test_link_that_leads_astray_is_told(empty: Press, to: str) -> None:
    """A link to outside, to itself or to nothing is a mistake, and nothing there is read."""
    link(empty, "x.txt", to)

    assert f"content/releases/a/x.txt:1:1: {LED_OUT}" in empty.mistakes()


@pytest.mark.parametrize("secret", [".env", ".git/config", "a.md~"])
def test_link_to_what_is_hidden_is_told(empty: Press, secret: str) -> None:
    """A link is no way to publish what has a dot in front or was left behind by an editor."""
    empty.write(secret, "HEMLIGHET")
    link(empty, "x.txt", f"../../../{secret}")

    assert empty.mistakes() == [f"content/releases/a/x.txt:1:1: {LED_OUT}"]


def test_content_that_is_elsewhere_is_told(empty: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The folder of the texts is no link to outside either."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "releases").mkdir()
    (elsewhere / "releases/a.md").write_text(RELEASE, encoding="utf-8")
    (empty.root / "content").symlink_to(elsewhere)

    assert empty.mistakes() == [f"content:1:1: {LED_OUT}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["a.md", "a.pdf"])
def test_file_without_an_end_is_told(empty: Press, name: str) -> None:
    """A pipe among the sources is a mistake, and nobody waits for it."""
    (empty.root / FOLDER).mkdir(parents=True)
    os.mkfifo(empty.root / FOLDER / name)

    assert empty.mistakes() == [f"content/releases/{name}:1:1: this is no file that can be read to its end"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_ends_of_lines_make_no_difference(empty: Press, end: str) -> None:
    """Windows' and old Macs' ends of lines make the same site, byte for byte."""
    sources = {
        "site.yaml": SITE,
        "tour.yaml": TOUR,
        FOLDER + "a.md": RELEASE + "\n## Rubrik\n\n- en\n- två\n",
    }
    trees = []
    for number, after in enumerate(("\n", end)):
        for path, text in sources.items():
            empty.write(path, text.replace("\n", after).encode())
        empty.build(output=f"look{number}")
        trees.append(empty.tree(f"look{number}"))

    assert trees[0] == trees[1]


@pytest.mark.parametrize(
    "name", ["site.yaml.txt", "site.txt", "Site.yml", "site.yaml.rtf", "site (1).yaml", "site - Copy.yaml"]
)
@pytest.mark.parametrize("command", ["build", "status", "check", "schema"])
def test_a_site_yaml_of_another_name_is_told(empty: Press, name: str, command: str) -> None:
    """In its own language, by each command: nobody who looks at the folder believes that there is none."""
    (empty.root / "site.yaml").unlink()
    empty.write(name, SITE + "language: en\n")
    done = typed(empty, *(("schema", "--write") if command == "schema" else (command,)))

    assert done.returncode == 1
    assert done.stderr.startswith(
        f"{name}:1:1: error: this is not read, for it is not called site.yaml\n"
        "  hint: call it site.yaml, or move it away\n"
    )


def test_a_copy_beside_the_tour_is_no_loss(empty: Press) -> None:
    """Where tour.yaml is, a copy of it is nothing to tell; where it is not, the copy is what was meant."""
    empty.write("tour.yaml", TOUR)
    empty.write("tour (1).yaml", TOUR)
    assert not empty.build().outlook.warnings
    (empty.root / "tour.yaml").unlink()

    (told,) = empty.mistakes()
    assert told == "tour (1).yaml:1:1: this is not read, for it is not called tour.yaml"


@pytest.mark.parametrize("name", ["tour (1).yaml", "tour.yml", "tour - kopia.yaml", "Tour.txt"])
def test_another_tour_beside_the_tour_is_told(empty: Press, name: str) -> None:
    """As long as it says something else: what a colleague changed stands there, and on no page."""
    empty.write("tour.yaml", TOUR)
    empty.write(name, TOUR.replace("2016", "2018"))
    told = (
        f"{name}:1:1: this file is not read: tour.yaml is"
        " | write what is new here in tour.yaml, and move this file away"
    )

    assert empty.warnings() == [told]
    empty.build()
    assert empty.warnings() == [told]
    empty.write(name, TOUR)
    assert empty.warnings() == []


def test_a_release_beside_content_is_told(empty: Press) -> None:
    """A release saved into the site's folder itself is on no page; a README there is nobody's release."""
    empty.write("README.md", "---\ntitle: Om webbplatsen\n---\nKör make.\n")
    assert empty.warnings() == []
    empty.write("2016-11-28-mote.md", "\ufeff" + RELEASE)

    (told,) = empty.warnings()
    assert told == (
        "2016-11-28-mote.md:1:1: the file lies in no folder that is read"
        " | move it to content/releases/ or content/pages/"
    )


def test_notes_called_as_the_tour_are_left_alone(empty: Press) -> None:
    """A site without a tour may have a tour.txt beside it, unless meetings stand there."""
    empty.write("Tour.txt", "Ring Anna Ek om turnén.")
    empty.build()
    empty.write("Tour.txt", TOUR)

    (told,) = empty.reports()
    assert told == (
        "Tour.txt:1:1: this is not read, for it is not called tour.yaml | call it tour.yaml, or move it away"
    )


@pytest.mark.parametrize(
    "name", ["logga & märke.png", "100%.png", "a#b.css", "vad?.js", 'a"b.svg', "a\\b.png"]
)
def test_asset_whose_name_is_no_address_is_told(press: Press, name: str) -> None:
    """A sign that means something in an address can stand in no name in templates/assets/."""
    press.write(f"templates/assets/{name}", picture("PNG") if name.endswith("png") else "")

    (told,) = press.reports()
    assert told.endswith(f'1:1: no address can be made of "{name}" | give it another name')


def test_asset_without_an_ending_is_served(press: Press) -> None:
    """It keeps its name and its folder, and gets no dot in front, behind which hosts serve nothing."""
    press.write("templates/assets/fonts-1.2/OFL", "a")
    press.write("templates/assets/LICENSE", "a")
    press.build()
    digest = hashlib.sha256(b"a").hexdigest()[:10]

    assert {f"assets/fonts-1.2/OFL.{digest}", f"assets/LICENSE.{digest}"} <= press.tree().keys()


@pytest.mark.parametrize(
    "path", ["site.yaml", "tour.yaml", "published.json", FOLDER + "a.md", "content/pages/b.md"]
)
def test_empty_file_is_told(press: Press, path: str) -> None:
    """An empty source is a mistake at its first place."""
    press.write(path, b"")

    assert [mistake.split(": ")[0] for mistake in press.mistakes()] == [f"{path}:1:1"]


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("site.yaml", 100),
        ("tour.yaml", 600),
        (FOLDER + "a.md", 1000),
        ("published.json", 10_000),
        ("karta.geojson", 2000),
    ],
)
def test_file_of_fifty_megabytes_is_told(press: Press, path: str, most: int) -> None:
    """A file that is far too large is a plain mistake, and is not read to its end."""
    press.write("site.yaml", SITE + "tour: {map: karta.geojson}\n")
    press.write("karta.geojson", '{"type": "FeatureCollection", "features": []}')
    press.write(path, b"a: b\n" * 10_000_000)

    assert f"{path}:1:1: the file is too large: at most {most} kB of it are read" in press.mistakes()
