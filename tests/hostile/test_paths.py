"""No word of a source leads a file out of its place or onto another: it is refused, or made plain."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import OWN, RELEASE, SITE, TOUR, Press, small
from photo import picture

TEXT = "content/releases/a/index.md"
MARK = "HEMLIGHET"
CLIMBS = (
    *("../x", "..", ".", "./x", "/etc/passwd", "a/b", "a/../b", "%2e%2e", "%2e%2e%2fx", "a%00b", "a\\b"),
    *("C:x", "C:/x", "\\\\server\\x", "Å Ö", "index.html", "feed.xml", "-", "a..b", "~root", "a\u2062b"),
    *("\uff0e\uff0e", "\u2024\u2024/x", "con/../x", "$HOME", "x;y", "x\ny"),
)
"""What could lead elsewhere on some machine."""
TAKEN = (
    *("/feed.xml/", "/feed.json/", "/sitemap.xml/", "/robots.txt/", "/404.html/", "/404.html", "/index.html"),
    *(
        "/kalender.ics/",
        "/kalender/",
        "/turne/",
        "/Turne/",
        "/turne/sodermalm/",
        "/turne/sodermalm/mote.ics/",
    ),
    *("/pressmeddelanden/", "/pressmeddelanden/2016/", "/pressmeddelanden/2016/a/index.html", "/nginx.conf/"),
    *("/_headers/", "/kontakter/anna.vcf/", "/assets/", "/assets/style.css/", "/pagefind/", "/om/", "/OM/"),
    *("/amnen/", "/amnen/buller/", "/sok/", "/om/index.html", "/pressmeddelanden/2016/a/bild.png/"),
)
"""Addresses at which something else stands already, or in whose place a folder would be."""


@pytest.fixture
def full(tmp_path: Path) -> Press:
    """Give a site with something at every kind of address, and secrets around it."""
    press = small(tmp_path / "site")
    press.write("site.yaml", SITE + "search: ja\n")
    press.write("content/pages/om.md", "---\ntitle: Om oss\n---\n\nText\n")
    press.write(TEXT, RELEASE.replace("date:", "topics: [Buller]\ndate:") + '\n![Bild](bild.png "Anna")\n')
    press.write("content/releases/a/bild.png", picture("PNG", (40, 30)))
    for path in ("../secret.png", "secret.txt", ".env", "templates/secret.txt"):
        press.write(path, MARK)
    return press


def with_line(press: Press, line: str) -> None:
    """Write a line into the front matter of the release."""
    press.edit(TEXT, "date:", f"{line}\ndate:")


def quoted(text: str) -> str:
    """Give a text as a value in YAML."""
    return "'" + text.replace("'", "''") + "'"


def around(press: Press) -> set[str]:
    """Give all files of the site's folder and of the one around it, but for what a build keeps of its own."""
    files = (file for file in press.root.parent.rglob("*") if file.is_file())
    return {file.as_posix() for file in files if not {"output", ".cache"} & set(file.parts)}


@pytest.mark.parametrize("word", CLIMBS)
def test_slug_leads_nowhere_else(full: Press, word: str) -> None:
    """A slug that is not plain letters is a mistake at its place."""
    with_line(full, f"slug: {quoted(word)}")

    assert [mistake for mistake in full.mistakes() if mistake.startswith(f"{TEXT}:4:7: ")]


@pytest.mark.parametrize("word", CLIMBS)
def test_meeting_id_leads_nowhere_else(full: Press, word: str) -> None:
    """Nor is the id of a meeting."""
    full.write("tour.yaml", TOUR.replace("date: 2017", f"id: {quoted(word)}, date: 2017"))

    assert [mistake for mistake in full.mistakes() if mistake.startswith("tour.yaml:4:32: ")]


@pytest.mark.parametrize(
    "word", [*CLIMBS, "//evil.example/", "/a//b/", "/a/../b/", "/%2e%2e/", "/.git/", "/.pressrum/"]
)
def test_old_address_leads_nowhere_else(full: Press, word: str) -> None:
    """Nor is an old address that climbs, is encoded or begins with a dot."""
    with_line(full, f"aliases: [{quoted(word)}]")

    assert [mistake for mistake in full.mistakes() if mistake.startswith(f"{TEXT}:4:11: ")]


@pytest.mark.parametrize("address", TAKEN)
def test_old_address_takes_no_others_place(full: Press, address: str) -> None:
    """An old address at which a page, a feed, an asset or a host's file stands is a mistake that names it."""
    with_line(full, f"aliases: [{address}]")
    told = [one for one in full.mistakes() if one.startswith(f"{TEXT}:4:11: ") or " is taken by " in one]

    assert told
    assert not full.tree()


@pytest.mark.parametrize("line", ["slug: oppet-mote", "aliases: [/pressmeddelanden/2016/oppet-mote/]"])
def test_two_texts_at_one_address_are_told(full: Press, line: str) -> None:
    """Two texts at one address are one mistake, at the one that asks for it, which names the other."""
    with_line(full, line)
    other = "content/releases/2016-11-28-oppet-mote.md"
    told = [one for one in full.mistakes() if one.endswith(f"oppet-mote/ is taken by {other} already")]

    assert [one.split(": ")[0].partition(":")[0] for one in told] == [TEXT]


@pytest.mark.parametrize(
    "word", [word for word in CLIMBS if word not in {"-", ".", "..", "\uff0e\uff0e", "x\ny"}]
)
def test_names_that_become_addresses_stay_in_place(full: Press, word: str) -> None:
    """A district, a topic or a contact of any name makes plain letters below its own folder, or a mistake."""
    full.write("tour.yaml", TOUR.replace("Skärholmen", quoted(word)))
    full.edit(TEXT, "topics: [Buller]", f"topics: [{quoted(word)}]")
    full.write("site.yaml", SITE + f"  {quoted(word)}: {{name: B, email: b@press.example}}\n")
    before = around(full)
    full.build()

    assert around(full) - {(full.root / "published.json").as_posix()} == before
    assert all(name.isascii() and ".." not in name and "\\" not in name for name in full.tree())


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../../../../secret.png",
            "../../../secret.txt",
            "..%2f..%2f..%2fsecret.txt",
            "%2e%2e/%2e%2e/secret.txt",
        ),
        *("/etc/passwd", "file:///etc/passwd", "C:\\secret.txt", "C:secret.txt", "\\\\server\\secret.txt"),
        *("..\\..\\secret.txt", "../../../.env", "../../../site.yaml", "../../../published.json"),
        *(
            "../../../templates/secret.txt",
            "../../../templates/base.html",
            "bild.png%00.txt",
            "bild.png/../../x",
        ),
        *("//server/secret.txt", "../../../output/index.html", "~/secret.txt", "$HOME/secret.txt"),
    ],
)
def test_no_file_from_elsewhere_is_published(full: Press, name: str) -> None:
    """No link or picture brings a file that does not lie below content/ into the site: each is a mistake."""
    with_line(full, f"image: {{file: {quoted(name)}, alt: a, credit: b}}")
    text = (full.root / TEXT).read_text(encoding="utf-8")
    for place in ("[a](<{}>)", "![a](<{}>)", '<a href="{}">a</a>', '<img src="{}" alt="a">'):
        text += f"\n{place.format(name)}\n"
    full.write(TEXT, text)
    lines = [
        number for number, line in enumerate(text.splitlines(), 1) if quoted(name) in line or name in line
    ]

    assert {int(place.split(":")[1]) for place in full.mistakes()} == set(lines)
    assert len(lines) == 5
    assert not full.tree()


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../x.geojson", "a/../../x.geojson", "C:x.geojson", ".env", "site.yaml"]
)
def test_map_is_read_from_the_site_alone(full: Press, name: str) -> None:
    """The map is a GeoJSON file of the site, and nothing else is read in its place."""
    full.write("site.yaml", SITE + f"tour: {{map: {quoted(name)}}}\n")

    assert all(MARK not in mistake for mistake in full.mistakes())
    assert full.mistakes()


def test_what_is_built_is_all_below_output(full: Press) -> None:
    """A build writes into output/ and .cache, and the public record, and nowhere else."""
    before = around(full)
    full.build()

    assert around(full) - before == {(full.root / "published.json").as_posix()}
    assert (full.root / "output" / OWN).is_dir()
