"""All sources at once: every mistake in any of them, files out of place, and the language for messages."""

from __future__ import annotations

from datetime import date

import pytest
from refused import in_words

from pressrum.errors import in_source_order
from pressrum.parse.glance import guessed_language
from pressrum.parse.project import Parsed, parse_project

SITE = (
    b"title: Pressrummet\nurl: https://press.example/\ncontacts: {anna: {name: Anna, phone: 08-508 29 000}}\n"
)
TOUR = "title: A\nmeetings: [{district: Södermalm, date: 2016-11-29}]\n".encode()
RELEASE = b"---\ntitle: A\ndate: 2016-11-28\n---\n\nText.\n"
PAGE = b"---\ntitle: Om\n---\n\nText.\n"


def project(sources: dict[str, bytes], *others: str) -> Parsed:
    """Read a site on 28 November 2016."""
    return parse_project(sources, frozenset(others), date(2016, 11, 28))


def told(parsed: Parsed) -> list[str]:
    """Give all mistakes in English: place, message and hint."""
    return list(map(in_words, in_source_order(parsed.mistakes)))


def test_a_good_site_is_read_whole() -> None:
    """Releases, pages and tour are there, by path, and nothing is wrong."""
    parsed = project(
        {
            "site.yaml": SITE,
            "tour.yaml": TOUR,
            "content/releases/b.md": RELEASE,
            "content/releases/a/index.md": RELEASE,
            "content/pages/om.md": PAGE,
        },
        "content/releases/a/bild.jpg",
    )

    assert told(parsed) == []
    assert parsed.project.tour
    assert [text.source for text in parsed.project.texts] == [
        *("content/releases/a/index.md", "content/releases/b.md", "content/pages/om.md")
    ]


def test_a_site_needs_nothing_but_site_yaml() -> None:
    """Tour, texts and record may all be missing."""
    parsed = project({"site.yaml": SITE})

    assert (told(parsed), parsed.broken) == ([], frozenset())
    assert parsed.project.tour is None


def test_every_broken_file_is_told_and_the_rest_is_read() -> None:
    """A mistake in one file hides none in another, and what can be read is."""
    parsed = project(
        {
            "site.yaml": SITE,
            "tour.yaml": b"title: A\nmeetings: x\n",
            "published.json": b"{",
            "content/releases/a.md": b"",
            "content/releases/b.md": b"\xff\xfea",
            "content/releases/c.md": RELEASE,
            "content/pages/om.md": PAGE.replace(b"title", b"titel"),
        }
    )

    assert [mistake.partition(" | ")[0] for mistake in told(parsed)] == [
        'content/pages/om.md:2:1: there is no field "titel"',
        "content/releases/a.md:1:1: the file is empty",
        "content/releases/b.md:1:1: the file is not plain text in UTF-8; it looks like UTF-16 or a document",
        "published.json:1:2: the record is damaged, and without it published things could get lost",
        'tour.yaml:2:11: "meetings" takes a list',
    ]
    assert parsed.broken == {
        *(
            "tour.yaml",
            "published.json",
            "content/releases/a.md",
            "content/releases/b.md",
            "content/pages/om.md",
        )
    }
    assert [release.source for release in parsed.project.releases] == ["content/releases/c.md"]


def test_a_broken_site_yaml_hides_no_other_mistake() -> None:
    """Without a site the texts are still read for their mistakes."""
    parsed = project({"site.yaml": b"title: A", "content/releases/a.md": b"", "tour.yaml": b""})

    assert [mistake.partition(": ")[0] for mistake in told(parsed)] == [
        *("content/releases/a.md:1:1", "site.yaml:1:1", "site.yaml:1:1", "tour.yaml:1:1")
    ]


def test_a_missing_site_yaml_is_told() -> None:
    """In a folder that is no site, the command is told how to find one."""
    assert told(project({})) == [
        (
            "site.yaml:1:1: there is no site.yaml in this folder"
            " | write it there, or name the folder that has it: SITE=folder (without make: --site folder)"
        )
    ]


@pytest.mark.parametrize(
    ("site", "language"),
    [
        (b"language: en\n", "en"),
        (b"title: [\nlanguage: en\n", "en"),
        (b"title: [\r\nlanguage:  'en'\r\n", "en"),
        (b"title: [\rlanguage: en\r", "en"),
        (b'\xef\xbb\xbflanguage: "en" # x', "en"),
        (b"language: sv\n", "sv"),
        (b"language: enx\n", "sv"),
        (b"tour:\n  language: en\n", "sv"),
        (b"# language: en\n", "sv"),
        (b"", "sv"),
        (b"title: A\nlanguage: English\n", "en"),
        (b"title: A\nlanguage: en-GB\n", "en"),
        ("title: Pressrummet på en ö\nlanguage: en\n".encode("latin-1"), "en"),
    ],
)
def test_the_language_of_a_broken_site_is_guessed(site: bytes, language: str) -> None:
    """Who cannot be told in a language that is read is told in the one that stands there."""
    assert guessed_language(site) == language


MOVE = "the file lies in no folder that is read | move it to content/releases/ or content/pages/"
NAME = "a text is called NAME.md, or index.md in a folder of its own | call it index.md, or move it up"
END = (
    "the file is not read, for its name does not end in .md"
    " | save it as plain text with a name that ends in .md, or move it away"
)


@pytest.mark.parametrize(
    ("path", "mistake"),
    [
        ("content/a.md", MOVE),
        ("content/release/a.md", MOVE),
        ("content/Releases/a.md", MOVE),
        ("content/nyheter/2016/a.md", MOVE),
        ("content/a.docx", MOVE),
        ("content/a.txt", MOVE),
        ("content/releases/2016/a.md", NAME),
        ("content/releases/2016/11/index.md", NAME),
        ("content/pages/om/om.md", NAME),
        ("content/releases/a.txt", END),
        ("content/releases/a.docx", END),
        ("content/releases/a.DOCX", END),
        ("content/releases/a.md.txt", END),
        ("content/releases/a.markdown", END),
        ("content/releases/a.MD", END),
        ("content/pages/om.html", END),
        ("content/releases/a/index.txt", END),
        ("content/releases/a/index.docx", END),
        ("content/releases/index.md", None),
        ("content/pages/index.md", None),
    ],
)
def test_a_text_out_of_place_is_told(path: str, mistake: str | None) -> None:
    """What was meant as a text, and would not be read, is told with where to put it."""
    sources = {"site.yaml": SITE} | ({path: RELEASE} if path.endswith(".md") else {})
    found = told(project(sources, *(() if path.endswith(".md") else (path,))))

    assert len(found) == 1
    assert mistake is None or found == [f"{path}:1:1: {mistake}"]


@pytest.mark.parametrize(
    "path",
    [
        "content/releases/a/bild.jpg",
        "content/releases/a/rapport.docx",
        "content/releases/bild.jpg",
        "content/releases/rapport.pdf",
        "content/logotyp.svg",
    ],
)
def test_a_picture_or_a_document_is_in_place(path: str) -> None:
    """What a text can show or offer lies beside it."""
    assert told(project({"site.yaml": SITE, "content/releases/a/index.md": RELEASE}, path)) == []
