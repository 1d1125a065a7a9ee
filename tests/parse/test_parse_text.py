"""Bytes to text: what is read through, what becomes a space, and what is refused at its place."""

from __future__ import annotations

import pytest
from refused import told_in_file

from pressrum.parse.text import decode, decode_merged


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("åäö 😀".encode(), "åäö 😀"),
        (b"\xef\xbb\xbftitle: x", "title: x"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        (b"a\x07b\x0bc\x0cd\x1be\x7ff", "a b c d e f"),
        ("a\u2028b\u2029c".encode(), "a b c"),
        ("a\ue000b\uf8ffc".encode(), "a b c"),
        ("a\x85b".encode(), "a b"),
        (b"a\tb", "a\tb"),
        ("a\u00a0b\u00adc".encode(), "a\u00a0bc"),
        ("Far\u200dsta 2\u200c\u200d".encode(), "Farsta 2"),
        (
            "\u0645\u06cc\u200c\u0631 \U0001f468\u200d\U0001f469".encode(),
            "\u0645\u06cc\u200c\u0631 \U0001f468\u200d\U0001f469",
        ),
        ("\u202d08-508 29 000\u202c \u200ea@b.se \u202eab".encode(), "08-508 29 000 a@b.se ab"),
        ("\u202b\u0623\u202c \u202a08-5\u202c".encode(), "\u202b\u0623\u202c \u202a08-5\u202c"),
    ],
)
def test_what_is_read(data: bytes, text: str) -> None:
    """UTF-8 is read with or without its mark; line ends are one kind, and no invisible letter is left."""
    assert decode(data, "a.md") == text


@pytest.mark.parametrize(
    ("apart", "text"),
    [
        ("sa\u0308ger A\u030asa", "säger Åsa"),
        ("e\u0323\u0302", "ệ"),
        ("q\u0308 1\u0301", "q\u0308 1\u0301"),
        ("a\u030a" + "\u0301" * 9, "ǻ" + "\u0301" * 8),
    ],
)
def test_a_letter_is_one_with_its_marks(apart: str, text: str) -> None:
    """Letters and marks that a PDF or macOS keeps apart are joined where there is such a letter."""
    assert decode(apart.encode(), "a.md") == text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("å".encode("latin-1"), "1:1"),
        (b"title: x\nlead: m\xf6te", "2:8"),
        (b"\xef\xbb\xbfab\xff", "1:3"),
        ("åäö😀".encode() + b"\x85", "1:5"),
        (b"a\r\nb\r\nc\xe5", "3:2"),
        (b"a\rb\rc\xe5", "3:2"),
        (b"a\xc3", "1:2"),
        (b"\xed\xa0\x80", "1:1"),
    ],
)
def test_another_encoding_is_refused_at_its_first_letter(data: bytes, place: str) -> None:
    """The place is that of the first letter that cannot be read, in letters and not in bytes."""
    assert told_in_file(lambda: decode(data, "a.md")) == [
        (
            f"a.md:{place}: the file is not in UTF-8: a letter here cannot be read"
            " | save it again with the encoding UTF-8 (not Latin-1 or Windows-1252)"
        )
    ]


@pytest.mark.parametrize(
    "data",
    [
        "title: x".encode("utf-16"),
        "title: x".encode("utf-16-le"),
        "title: x".encode("utf-16-be"),
        "title: x".encode("utf-32"),
        b"PK\x03\x04\x14\x00\x06\x00",
        b"{\\rtf1\\ansi\\deff0 title: x}",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """UTF-16 and UTF-32 in any order, and a document, are told apart from a wrong letter."""
    assert told_in_file(lambda: decode(data, "a.md")) == [
        (
            "a.md:1:1: the file is not plain text in UTF-8; it looks like UTF-16 or a document"
            " | open it in the editor and save it again as plain text, encoding UTF-8"
        )
    ]


HEAD, MAIN = "<<<<<<< HEAD\n", ">>>>>>> main\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{HEAD}a\n=======\nb\n{MAIN}", 1),
        (f"a\n b <<<<<<< HEAD\n{HEAD}=======\n{MAIN}{HEAD}=======\n{MAIN}", 3),
        (f"a\n{HEAD}a\n||||||| 1a2b3c4\n=======\nb\n>>>>>>> main", 2),
        (f"a\n{HEAD}b\n=======\n", 2),
        (f"a\n=======\nb\n{MAIN}", 4),
    ],
)
def test_two_versions_left_by_a_merge_are_told_once(text: str, line: int) -> None:
    """However many lines a merge left twice in a source, its first mark alone is told, be the others gone."""
    tip = "keep one of the two, or both, and remove the lines <<<<<<<, ======= and >>>>>>>"

    assert told_in_file(lambda: decode_merged(text.encode(), "a.md")) == [
        f"a.md:{line}:1: a merge has left both versions here | {tip}"
    ]


@pytest.mark.parametrize("text", [f"    {HEAD}    =======\n    {MAIN}", "Farsta\n=======\n", "a\n>>> b"])
def test_what_no_merge_leaves_is_read(text: str) -> None:
    """Marks that are not at the start of a line, and the line below a heading, are text as any other."""
    assert decode_merged(text.encode(), "a.md") == text
