"""Let atheris look for bytes on which a reader of sources fails: `fuzz.py SOURCE [libFuzzer's options]`.

It sees which lines each input reaches, and so finds its way into corners that chance does not. Ends
with an error for a traceback, or for an input that takes more than five seconds.
"""

from __future__ import annotations

import sys
from datetime import date

import atheris  # where it installs: on Linux

with atheris.instrument_imports(include=["pressrum"]):
    from pressrum.parse.project import parse_project

SITE = b"title: A\nurl: https://a.example/\ncontacts: {a: {name: A, email: a@a.example}}\n"
MAPPED = SITE + b"tour: {map: k.geojson}\n"
TODAY = date(2016, 12, 1)
FRONT = b"---\ntitle: A\ndate: 2016-11-28\nlead: L\n---\n"
PLACES = {
    "front": ("content/releases/a.md", b"---\ntitle: A\n", b"\n---\nText.\n"),
    "map": ("k.geojson", b"", b""),
    "record": ("published.json", b"", b""),
    "site": ("site.yaml", b"", b""),
    "text": ("content/releases/a.md", FRONT, b""),
    "tour": ("tour.yaml", b"title: T\nmeetings:\n", b""),
}
"""Where the bytes stand: the source, and what stands before and after them."""


def read(data: bytes) -> None:
    """Read a site in which `data` stands somewhere; mistakes are told, and nothing else comes of it."""
    path, before, after = PLACES[sys.argv[1]]
    sources = {"site.yaml": MAPPED if path == "k.geojson" else SITE}
    parse_project(sources | {path: before + data + after}, frozenset(), TODAY)


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], read)
    atheris.Fuzz()
