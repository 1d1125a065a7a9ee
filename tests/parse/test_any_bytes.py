"""Whatever lies in a source file, reading gives values or mistakes, and each place is in the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spoilt import BITS, GOOD, RECORD, RELEASE, SITE, TOUR, check, read, spoilt

from pressrum.parse.record import parse_record

FEW, MORE = settings(max_examples=60), settings(max_examples=120)
PATHS = st.sampled_from(sorted(GOOD))


@FEW
@given(PATHS, st.binary(max_size=200))
def test_any_bytes_give_values_or_mistakes(path: str, data: bytes) -> None:
    """No file whatever makes the program stop with anything but mistakes in that file."""
    check(path, data)


@FEW
@given(PATHS, st.lists(BITS, max_size=25).map("".join))
@example("site.yaml", "---")
def test_any_heap_of_signs_gives_values_or_mistakes(path: str, text: str) -> None:
    """Nor does any heap of the signs that mean something in YAML, Markdown and dates."""
    check(path, text.encode())


@MORE
@given(spoilt(RELEASE))
@example(b"---\ntitle: a\x85\x85\xc2\x85\xc2\x85\xc2\x85b: [\n---\n")
def test_a_spoilt_release_gives_mistakes(data: bytes) -> None:
    """A release with anything put in or cut out is read, or told of at places that are in it."""
    check("content/releases/2016-11-28-a.md", data)


@MORE
@given(spoilt(TOUR))
@example(b"title: A\nmeetings:\n  - district: B\n    p")
@example(b"- \n---- ")
@example(b"title: A\nmeetings:\n  - {district: B, date: 2017-02-04, t\n 18:00, id: x}")
def test_a_spoilt_tour_gives_mistakes(data: bytes) -> None:
    """A tour with anything put in or cut out is read, or told of at places that are in it."""
    check("tour.yaml", data)


@MORE
@given(spoilt(SITE))
@example(b"title: A\ncontacts:\n  anna-ek\n\n: {name: Anna Ek}")
def test_a_spoilt_site_gives_mistakes(data: bytes) -> None:
    """A site.yaml with anything put in or cut out is read, or told of at places that are in it."""
    check("site.yaml", data)


@MORE
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


@FEW
@given(JSON, JSON)
def test_any_json_gives_a_record_or_mistakes(addresses: object, meetings: object) -> None:
    """JSON of any shape where the record is due is read, or told of."""
    check("published.json", json.dumps({"addresses": addresses, "meetings": meetings}).encode())


@FEW
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
