"""Sources that are written to take minutes, and what holds each reading to its time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from conftest import SITE

from pressrum.parse.project import Parsed, parse_project

LIMIT = 5
"""Seconds that any file may take."""
RELEASE = "content/releases/2016-11-28-a.md"
SIGNS = (
    *(
        "[",
        "]",
        "(",
        ")",
        "](",
        "](a)",
        "![",
        "*",
        "**",
        "_",
        "`",
        "``",
        "```",
        "<",
        "<a",
        "<a ",
        ">",
        "</a>",
    ),
    *(
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "<div>",
        "</div>",
        "<b>",
        '"',
        "'",
        "=",
        '="',
        "&",
        "&#x",
        "\\",
        "|",
        "|-",
    ),
    *(
        "\n",
        "\n\n",
        "    ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "# ",
        "a",
        "é",
        " ",
        "\u00a0",
        "  \n",
        ":",
        ".",
        "!",
        "~",
    ),
    *("[^", "[^a]:", "[a]:", "http://", "@", "– ", "säger A", "• ", "[[tour]]", "=\n", "-\n"),
)
"""What means something in Markdown, in HTML, or to us."""
DEPTHS = {
    "lists": "".join(f"{'    ' * depth}- a\n" for depth in range(300)),
    "quotes": "\n".join(">" * depth + " a" for depth in range(1, 400)),
    "quotes in a line": "> " * 5000 + "a",
    "numbers in a line": "1. " * 5000,
    "hyphens in a line": "- " * 5000,
    "elements": "<div>\n" * 1900 + "</div>\n" * 1900,
    "brackets": "[" * 1900 + "a" + "](b)" * 50,
    "emphasis": "*_" * 3000 + "a" + "_*" * 3000,
}
TEXTS = {
    "notes": "".join(f"[^{n}]" for n in range(900)) + "\n\n" + "\n".join(f"[^{n}]: x" for n in range(900)),
    "one note": "[^a]" * 1900 + "\n\n[^a]: b",
    "links": "".join(f"[a](b{n}.md) " for n in range(1900)),
    "links elsewhere": "".join(f'<a href="&#98;{n}.md">a</a> ' for n in range(900)),
    "backticks": " ".join("`" * length for length in range(1, 600)),
    "table": "|a" * 200 + "\n" + "|-" * 200 + "\n" + ("|b" * 200 + "\n") * 95,
    "headings": "# a\n" * 9000,
    "headings apart": "# a\n\n" * 4900,
    "underlined": "a\n=\n" * 4900,
    "a long word": "a" * 199_000,
    "a long line": "ord " * 49_000,
    "fifty megabytes": "ord " * 12_500_000,
    "million lines": "\n" * 1_000_000,
}
FIELDS = {
    "aliases": "a: &a [x]\n"
    + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in ("ab", "bc", "cd", "de")),
    "brackets": "title: " + "[" * 49_000,
    "braces": "title: " + "{a: " * 12_000,
    "hyphens": "- " * 24_000,
    "margins": "\n".join(" " * depth + "a:" for depth in range(300)),
    "quotes": 'title: "' + "\\\\" * 24_000 + '"',
    "tags": "title: " + "!!str " * 8000,
    "marks": "title: " + "&a " * 16_000,
    "comments": "title: a " + "#a " * 16_000,
    "commas": "title: [" + "a, " * 16_000 + "]",
    "names": "\n".join(f"k{number}: v" for number in range(4500)),
    "one name": "a: b\n" * 9800,
    "documents": "---\n" * 12_000,
    "ten megabytes": "title: " + "a" * 10_000_000,
    "address": "url: https://" + "a-" * 24_000 + "!",
    "e-mail": "contacts: {a: {name: A, email: '" + "a@" * 24_000 + "'}}",
    "phone": "contacts: {a: {name: A, phone: '" + "1 " * 24_000 + "x'}}",
    "old address": "aliases: ['/" + "a/" * 24_000 + "!']",
    "language": "lang: " + "a-" * 24_000,
    "day": "date: '" + "1 " * 24_000 + "'",
}
MAPS = {
    "brackets": "[" * 1_900_000,
    "braces": '{"a":' * 380_000,
    "digits": '{"type": ' + "9" * 1_900_000 + "}",
    "names": "{" + ",".join(f'"k{number}":1' for number in range(140_000)) + "}",
    "features": '{"type":"FeatureCollection","features":[' + ",".join(["{}"] * 600_000) + "]}",
    "quotes": '"' * 1_900_000,
}


def with_body(text: str) -> bytes:
    """Give a release with `text` below its fields."""
    return f"---\ntitle: A\ndate: 2016-11-28\n---\n\n{text}".encode()


def parsed(path: str, data: bytes) -> Parsed:
    """Read a site that is good but for one file."""
    sources = {"site.yaml": (SITE + "tour: {map: karta.geojson}\n").encode(), path: data}
    return parse_project(sources, frozenset(), date(2016, 11, 28))


def pumped(unit: str, length: int) -> str:
    """Give `unit` again and again."""
    return unit * (length // len(unit))


@contextmanager
def in_time(what: str) -> Iterator[None]:
    """Fail where what is done takes longer than a file may."""
    begun = time.process_time()
    yield
    taken = time.process_time() - begun
    assert taken < LIMIT, f"{what} took {taken:.1f} seconds"
