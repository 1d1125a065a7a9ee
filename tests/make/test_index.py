"""What Pagefind is told of a release, and what is made of its answer."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

from pressrum.make.cbor import encode
from pressrum.make.search import Findable, Index, requests, steady
from pressrum.model import SCHEDULE

RELEASE = Findable(
    link="pressmeddelanden/2016/mote/",
    title="Möte",
    lead="",
    said="0",
    html="<p>Text.</p>",
    moment="2016-11-28T08:00:00Z",
    year="2016",
    date="28 november 2016",
    topics=(),
    districts=(),
    corrected="",
    lang=None,
)


def told(**fields: Any) -> dict[str, Any]:
    """Give what Pagefind is told of a release with other `fields`."""
    return list(requests(Index("sv", (replace(RELEASE, **fields),))))[1]


def test_release_is_told_with_its_filters() -> None:
    """Title, date, text and language are told, and the filters that have a value."""
    assert list(
        requests(Index("sv", (replace(RELEASE, topics=("skola", "vård"), districts=("Farsta",)),)))
    ) == [
        {"type": "NewIndex", "config": {}},
        {
            "type": "AddRecord",
            "index_id": 0,
            "url": "/pressmeddelanden/2016/mote/",
            "content": "Text.",
            "language": "sv",
            "meta": {"title": "Möte", "date": "28 november 2016", "topics": "skola, vård"},
            "filters": {"year": ["2016"], "topic": ("skola", "vård"), "district": ("Farsta",)},
            "sort": {"moment": "2016-11-28T08:00:00Z"},
        },
        {"type": "GetFiles", "index_id": 0},
    ]
    assert told()["filters"] == {"year": ["2016"]}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2 id='h-a'>Rubrik</h2>\n<p>Ett <strong>få</strong>r.<br>Två.</p>", "Rubrik Ett får. Två."),
        ("<ul>\n<li>Farsta</li><li>Kista</li></ul>", "Farsta Kista"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ('<p>S&amp;P &lt;b&gt; <a href="\ue0000\ue001">länk</a>en</p>', "S&P <b> länken"),
        (f"<p>Före.</p>{SCHEDULE}<p>Efter.</p>", "Före. Efter."),
        ('<p>Ord<sup id="f1"><a class="footnote-ref" href="#n1">1</a></sup>.</p>', "Ord."),
        ('<li id="n1"><p>Not.\u00a0<a class="footnote-backref" href="#f1">↩</a></p></li>', "Not."),
        ('<p><img src="\ue0000\ue001" alt="En bild"></p>', "Möte"),
        ("<p>A\u030arsta</p>", "Årsta"),
        ("", "Möte"),
    ],
)
def test_text_is_what_a_reader_reads(html: str, text: str) -> None:
    """Tags go, within a word without a gap; notes' signs and the schedule go; å is one letter."""
    assert told(html=html)["content"] == text


def test_a_correction_is_told() -> None:
    """A list of what was found says that a release is corrected, as other lists do."""
    assert told(corrected="Rättat")["meta"]["corrected"] == "Rättat"
    assert "corrected" not in told()["meta"]


def test_lead_comes_first() -> None:
    """The ingress stands before the text."""
    assert told(lead="Ingressen.")["content"] == "Ingressen. Text."


def part(value: Any) -> bytes:
    """Give a part of an index as Pagefind packs it."""
    return gzip.compress(b"pagefind_dcd" + encode(value))


def answer(
    filters: list[tuple[str, str]], topics: list[tuple[str, tuple[int, ...]]], time: int
) -> dict[str, bytes]:
    """Give an answer of Pagefind's with the filters, and the values of one, in some order."""
    entry = {"version": "1", "languages": {"sv": {"hash": "sv_1", "wasm": "sv", "page_count": 1}}}
    return {
        "pagefind.js": b"js",
        "pagefind-worker.js": b"worker",
        "pagefind-ui.js": b"ui",
        "wasm.unknown.pagefind": b"",
        "wasm.sv.pagefind": gzip.compress(b"wasm", mtime=time),
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.sv_1.pf_meta": part(
            ("1", (("sv_f", 9),), (("a", "z", "sv_i"),), tuple(filters), (), ("title",))
        ),
        "filter/sv_t.pf_filter": part(("topic", tuple(topics))),
        "filter/sv_y.pf_filter": part(("year", (("2016", (0,)),))),
        "fragment/sv_f.pf_fragment": b"fragment",
        "index/sv_i.pf_index": b"index",
    }


def test_answer_does_not_depend_on_chance() -> None:
    """Filters and values in another order, and a packing at another second, give the same files."""
    one = answer([("topic", "sv_t"), ("year", "sv_y")], [("skola", (0, 2)), ("vård", (1,))], 1)
    other = answer([("year", "sv_y"), ("topic", "sv_t")], [("vård", (1,)), ("skola", (0, 2))], 2)

    assert steady(one, "sv") == steady(other, "sv")
    assert [file.content for file in steady(one, "sv")] == [file.content for file in steady(other, "sv")]


def test_answer_holds_what_the_search_asks_for() -> None:
    """The entry leads to the meta file, that to the filters by their new names, and nothing is over."""
    files = {
        file.name: file.make()
        for file in steady(answer([("topic", "sv_t"), ("year", "sv_y")], [("skola", (0,))], 1), "sv")
    }
    hash_ = json.loads(files.pop("pagefind-entry.json"))["languages"]["sv"]["hash"]
    meta = files.pop(f"pagefind.{hash_}.pf_meta")
    filters = sorted(name for name in files if name.startswith("filter/"))
    names = [name.removeprefix("filter/").removesuffix(".pf_filter") for name in filters]

    assert meta.startswith(b"pagefind_dcd")
    assert all(name.encode() in meta for name in names)
    assert sorted(files) == sorted(
        [
            *filters,
            "fragment/sv_f.pf_fragment",
            "index/sv_i.pf_index",
            "pagefind-worker.js",
            "pagefind.js",
            "wasm.sv.pagefind",
        ]
    )
    assert len(filters) == 2
