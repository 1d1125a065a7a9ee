"""Whatever lies in a source file, reading gives values or mistakes, and each place is in the file."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pressrum.errors import Mistake
from pressrum.language import Language
from pressrum.parse.project import Parsed, parse_project
from pressrum.parse.record import parse_record

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
            assert mistake.hint
            assert language.tell(mistake.hint)


QUIET = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
PATHS = st.sampled_from(sorted(GOOD))


@QUIET
@given(PATHS, st.binary(max_size=200))
def test_any_bytes_give_values_or_mistakes(path: str, data: bytes) -> None:
    """No file whatever makes the program stop with anything but mistakes in that file."""
    check(path, data)


@QUIET
@given(PATHS, st.lists(BITS, max_size=25).map("".join))
@example("site.yaml", "---")
def test_any_heap_of_signs_gives_values_or_mistakes(path: str, text: str) -> None:
    """Nor does any heap of the signs that mean something in YAML, Markdown and dates."""
    check(path, text.encode())


@settings(QUIET, max_examples=400)
@given(spoilt(RELEASE))
@example(b"---\ntitle: a\x85\x85\xc2\x85\xc2\x85\xc2\x85b: [\n---\n")
def test_a_spoilt_release_gives_mistakes(data: bytes) -> None:
    """A release with anything put in or cut out is read, or told of at places that are in it."""
    check("content/releases/2016-11-28-a.md", data)


@settings(QUIET, max_examples=400)
@given(spoilt(TOUR))
@example(b"title: A\nmeetings:\n  - district: B\n    p")
@example(b"- \n---- ")
def test_a_spoilt_tour_gives_mistakes(data: bytes) -> None:
    """A tour with anything put in or cut out is read, or told of at places that are in it."""
    check("tour.yaml", data)


@settings(QUIET, max_examples=400)
@given(spoilt(SITE))
def test_a_spoilt_site_gives_mistakes(data: bytes) -> None:
    """A site.yaml with anything put in or cut out is read, or told of at places that are in it."""
    check("site.yaml", data)


@settings(QUIET, max_examples=400)
@given(spoilt(RECORD))
def test_a_spoilt_record_gives_mistakes(data: bytes) -> None:
    """A record with anything put in or cut out is read, or told of at places that are in it."""
    check("published.json", data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["addresses", "meetings", "/a/", "source", "uid", "sequence", "when"]), inner
        )
    ),
)


@QUIET
@given(JSON, JSON)
def test_any_json_gives_a_record_or_mistakes(addresses: object, meetings: object) -> None:
    """JSON of any shape where the record is due is read, or told of."""
    check("published.json", json.dumps({"addresses": addresses, "meetings": meetings}).encode())


@QUIET
@given(st.text(st.sampled_from("/.abEuropeStockholm-_+0é\\: "), min_size=1, max_size=20))
def test_any_time_zone_is_known_or_a_mistake(name: str) -> None:
    """No name of a zone, however odd, does anything but be known or not."""
    check("site.yaml", SITE.replace("Europe/Stockholm", json.dumps(name)).encode())


@pytest.mark.parametrize("path", sorted(GOOD))
def test_the_files_to_be_spoilt_are_good(path: str) -> None:
    """Nothing is wrong with the files before anything is put in."""
    assert read(path, GOOD[path].encode()).mistakes == ()


def test_the_record_to_be_spoilt_holds_what_it_should() -> None:
    """The good record has an address and a meeting."""
    record = parse_record(RECORD)

    assert (len(record.addresses), len(record.meetings)) == (1, 1)
