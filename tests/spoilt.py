"""Sources and whole sites with anything spoilt in them, and what is always true of what comes of them."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from conftest import Press, bare
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from photo import picture

from pressrum.errors import BadSource, Mistake
from pressrum.language import Language
from pressrum.parse.project import Parsed, parse_project

RELEASE = """---
title: Öppet möte
date: tisdag 29 november 2016 kl. 18
lead: >
  Alla är välkomna
topics: [jämlikhet, "stadsdelar"]
image: {file: a.jpg, alt: b, credit: c}
corrections:
  - {date: 2016-11-30, text: Fel lokal.}
slug: mote
aliases: [/gammal/]
---

- Vi bygger, säger Anna Ek. [a](b.md) ![c](d.jpg)

[[tour]]
"""
TOUR = """title: Gör din röst hörd
meetings:
  - district: Södermalm
    date: 29 nov 2016
    time: kl. 18–19.30
    end: "19.30"
    place: Zinkensdamms IP
    languages: [svenska, arabiska]
  - {district: Skärholmen, date: 2017-02-04, time: 18:00, id: x}
"""
SITE = """title: Pressrummet
url: https://press.example/rum/
language: sv
timezone: Europe/Stockholm
accent: "#c8102e"
contacts:
  anna: {name: Anna Ek, email: anna@press.example, phone: 08-508 29 000, until: 2017-01-01}
tour: {meeting_length: 90}
"""
RECORD = """{
"addresses": {
"/a/": {"source": "content/releases/a.md", "said": "0123", "since": "2016-11-28T09:00:00Z", "withdrawn": \
true, "seal": "5c3a4e06"}
},
"meetings": {
"b": {"uid": "b@c", "sequence": 1, "created": "2016-11-20T09:00:00Z", "modified": "2016-11-28T09:00:00Z", \
"when": "2016-11-29", "status": "TENTATIVE", "said": "0123", "seal": "f4683849"}
}
}
"""
GOOD = {
    "content/releases/2016-11-28-a.md": RELEASE,
    "tour.yaml": TOUR,
    "site.yaml": SITE,
    "published.json": RECORD,
}
BITS = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "  ",
            "\t",
            "---",
            "---\n",
            "–––\n",
            "- ",
            ": ",
            ":",
            ",",
            "[",
            "]",
            "{",
            "}",
            "|",
            ">",
            "#",
            " #",
        ),
        *(
            '"',
            "'",
            "*",
            "*a",
            "&a ",
            "!a ",
            "!!str ",
            "%",
            "@",
            "`",
            "?",
            "? ",
            "<<: ",
            "\\",
            "\\u0000",
            "~",
            "null",
        ),
        *(
            "\x85",
            "\u2028",
            "\ufeff",
            "\ue000",
            "\x00",
            "\x07",
            "\r",
            "\r\n",
            "å",
            "😀",
            "\u0301",
            "\u00a0",
            "...",
            "...\n",
        ),
        *(
            "title: ",
            "date: ",
            "time: ",
            "district: ",
            "meetings:",
            "contacts:",
            "image:",
            "slug: ",
            "id: ",
            "tid: ",
        ),
        *(
            "29 nov",
            "24:00",
            "18–25",
            "2016-02-30",
            "2017-03-26 02:30",
            "0000-00-00",
            "9999-12-31",
            "kvällen",
            "1" * 5000,
        ),
        *(
            "a: b\n",
            "a:b\n",
            "ja",
            "../",
            "..",
            "/",
            "https://",
            "javascript:x",
            "&#xE000;",
            "[[tour]]",
            "<a href=",
            "1e999",
        ),
    ]
)


@st.composite
def spoilt(draw: st.DrawFn, good: str) -> bytes:
    """Give a good file with bits put in or cut out, at times in another encoding or cut off."""
    text = good
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 12))
        text = text[:at] + draw(BITS | st.text(max_size=3)) + text[at + cut :]
    data = text.encode(draw(st.sampled_from(["utf-8"] * 8 + ["latin-1", "utf-16"])), "replace")
    return data[: draw(st.sampled_from([len(data)] * 4 + [draw(st.integers(0, len(data)))]))]


def read(path: str, data: bytes) -> Parsed:
    """Read a site that is good but for one file."""
    sources = {name: good.encode() for name, good in GOOD.items()} | {path: data}
    return parse_project(sources, frozenset(), date(2016, 11, 28))


def is_within(mistake: Mistake, data: bytes) -> bool:
    """Tell whether a mistake's place is in the file, as an editor counts; the end of a line counts."""
    text = data.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    line, column = mistake.where.line, mistake.where.column
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def check(path: str, data: bytes) -> None:
    """Hold a reading to what is always true of it."""
    parsed = read(path, data)
    for mistake in parsed.mistakes:
        assert mistake.where.path == path
        assert is_within(mistake, data), f"{mistake.where} is not in the file"
        for language in (Language("sv"), Language("en")):
            assert language.tell(mistake.message)
            assert language.tell(mistake.hint)


PICTURES = {
    "content/releases/2016-11-28-b/bild.png": picture("PNG", (60, 40)),
    "content/releases/2016-11-28-b/bild.jpg": picture("JPEG", (60, 40)),
    "content/releases/2016-11-28-b/bild.webp": picture("WEBP", (60, 40)),
    "content/releases/2016-11-28-b/bild.gif": picture("GIF", (60, 40)),
}
OUTLINE = "[[[18,59],[18.1,59],[18.1,59.1],[18,59]]]"
DISTRICT = f"""{{"type": "Feature", "properties": {{"name": "Södermalm"}}, "geometry": {{"type": "Polygon", \
"coordinates": {OUTLINE}}}}}"""
TEXTS = GOOD | {
    "site.yaml": GOOD["site.yaml"].replace("tour: {", "search: nej\ntour: {map: karta.geojson, "),
    "tour.yaml": GOOD["tour.yaml"],
    "content/releases/2016-11-28-a.md": "---\ntitle: A\ndate: 2016-11-28\ntopics: [b]\n---\n"
    "\n## A\n\n- B\n\n> C\n\n|d|\n|-|\n|e|\n",
    "content/releases/2016-11-28-b/index.md": "---\ntitle: B\ndate: 2016-11-28\n---\n\n"
    + "".join(f"![x](bild.{kind})\n\n" for kind in ("png", "jpg", "webp", "gif")),
    "content/pages/om.md": "---\ntitle: Om\nlead: Vi\n---\n\n[A](../releases/2016-11-28-a.md)\n",
    "karta.geojson": f'{{"type": "FeatureCollection", "features": [{DISTRICT}]}}',
}
del TEXTS["published.json"]
QUIET = settings(suppress_health_check=list(HealthCheck))


@st.composite
def spoilt_bytes(draw: st.DrawFn, good: bytes) -> bytes:
    """Give a picture with bytes put in, cut out or changed, at times cut off."""
    data = bytearray(good)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return bytes(data[: draw(st.sampled_from([len(data)] * 3 + [len(data) // 2]))])


@st.composite
def spoilt_sites(draw: st.DrawFn) -> dict[str, bytes]:
    """Give a site's files, one to three of them spoilt."""
    files = {path: text.encode() for path, text in TEXTS.items()} | PICTURES
    for path in draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=3, unique=True)):
        files[path] = draw(spoilt(TEXTS[path]) if path in TEXTS else spoilt_bytes(PICTURES[path]))
    return files


def check_build(files: dict[str, bytes]) -> None:
    """Build a site of `files` twice: it is built, and then as it should be; or each mistake has its place."""
    with tempfile.TemporaryDirectory() as folder:
        press = bare(Path(folder))
        for path, data in files.items():
            press.write(path, data)
        mistakes = mistakes_of(press)
        if mistakes:
            assert all(Language("sv").tell(mistake.message) for mistake in mistakes)
            assert all((press.root / mistake.where.path).exists() for mistake in mistakes)
            assert not press.tree()
        else:
            assert press.build().written == ()


def mistakes_of(press: Press) -> tuple[Mistake, ...]:
    """Build a site and give the mistakes that stopped it."""
    try:
        press.build()
    except BadSource as bad:
        return bad.mistakes
    return ()
