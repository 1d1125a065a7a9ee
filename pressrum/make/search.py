"""The search index: requests to Pagefind for the public releases, and its answer made the same everywhere.

Pagefind 1.5.2 puts the values of a filter, and the filters themselves, in an order that changes
from run to run, and names the files by what is in them; its WebAssembly carries the second at
which it was packed. `steady` undoes all three. What it leaves out are user interfaces of
Pagefind's own, with inline styles that our policy forbids.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pressrum.make.cbor import decode, encode
from pressrum.model import SCHEDULE
from pressrum.tongues import direction

ENTRY = "pagefind-entry.json"
"""Where the script begins: the only file that changes its bytes at one address."""
SCRIPTS = ("pagefind.js", "pagefind-worker.js")
PARTS = (".pf_fragment", ".pf_index")
NOTE = re.compile(r'<sup id=.*?</sup>|<a [^>]*class="footnote-backref".*?</a>', re.DOTALL)
WITHIN = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b[^>]*>"
)
"""Tags that may stand within a word; any other one parts two."""
TAG = re.compile(r"<[^>]*>")
SIGNATURE = b"pagefind_dcd"
"""Stands before the content of each part; a file that begins with it need not be packed."""


@dataclass(frozen=True)
class Findable:
    """A public release as the index has it."""

    link: str
    title: str
    lead: str
    """Plain; "" when the text has none of its own."""
    said: str
    """A digest of what it says; it stands for `html`."""
    html: str = field(repr=False, compare=False)
    moment: str
    """When it was published, in UTC; sorts as text."""
    year: str
    date: str
    """In words."""
    topics: tuple[str, ...]
    districts: tuple[str, ...]
    """Those of the meetings that it is about."""
    corrected: str
    """The word that says so; "" for one that has no correction."""
    lang: str | None
    """Its language, where it is not the site's."""


@dataclass(frozen=True)
class Index:
    """All that can be found; two that are equal make the same files."""

    language: str
    releases: tuple[Findable, ...]


@dataclass(frozen=True)
class IndexFile:
    """The recipe of a file of the index: its bytes are known already, and their digest stands for them."""

    name: str
    """Its address below /pagefind/."""
    digest: str
    """SHA-256 of its bytes, hexadecimal."""
    content: bytes = field(repr=False, compare=False)

    def make(self) -> bytes:
        """Give the bytes."""
        return self.content


def requests(index: Index) -> Iterator[dict[str, Any]]:
    """Give what Pagefind is asked, in order: for an index, to add each release, for all files."""
    yield {"type": "NewIndex", "config": {}}
    for release in index.releases:
        title = _composed(release.title)
        filters = {"year": [release.year], "topic": release.topics, "district": release.districts}
        # Not as `meta`, whose words are looked for too: "år" and "ar" are one for Pagefind.
        filters |= _spoken(release.lang)
        # Topics as words that can be looked for: not every text says what it is about.
        meta = {"title": title, "date": release.date, "topics": ", ".join(release.topics)}
        meta |= {"corrected": release.corrected}
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": f"/{release.link}",
            "content": _plain(release) or title,  # one without a word in it is left out
            "language": index.language,
            "meta": {name: words for name, words in meta.items() if words},
            "filters": {name: values for name, values in filters.items() if values},
            "sort": {"moment": release.moment},
        }
    yield {"type": "GetFiles", "index_id": 0}


def _spoken(lang: str | None) -> dict[str, list[str]]:
    """Give the language of a text, and which way it runs, where it is not the site's."""
    return {"lang": [lang], "dir": [direction(lang)]} if lang else {}


def _plain(release: Findable) -> str:
    """Give the words of a text; the tour's schedule is none of its own."""
    bare = TAG.sub(" ", WITHIN.sub("", NOTE.sub("", release.html.replace(SCHEDULE, " "))))
    return _composed(" ".join(f"{release.lead} {html.unescape(bare)}".split()))


def _composed(text: str) -> str:
    """Give `å` as one letter, however it was pasted: what is typed is compared with it."""
    return unicodedata.normalize("NFC", text)


def steady(files: dict[str, bytes], language: str) -> tuple[IndexFile, ...]:
    """Give the files that a search in `language` needs, by name, the same whatever machine they are from."""
    wasm = f"wasm.{language}.pagefind"
    kept = {name: content for name, content in files.items() if name in SCRIPTS or name.endswith(PARTS)}
    kept[wasm] = _without_time(files[wasm])
    entry = json.loads(files[ENTRY])
    about = entry["languages"][language]
    version, pages, chunks, filters, *rest = _read(files[f"pagefind.{about['hash']}.pf_meta"])
    ordered = []
    for title, name in sorted(filters):
        content = _written(_sorted_filter(files[f"filter/{name}.pf_filter"]))
        named = _named(content, language)
        ordered.append((title, named))
        kept[f"filter/{named}.pf_filter"] = content
    meta = _written((version, pages, chunks, tuple(ordered), *rest))
    about["hash"] = _named(meta, language)
    kept[f"pagefind.{about['hash']}.pf_meta"] = meta
    kept[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return tuple(IndexFile(name, _digest(content), content) for name, content in sorted(kept.items()))


def _sorted_filter(content: bytes) -> tuple[str, tuple[Any, ...]]:
    title, values = _read(content)
    return title, tuple(sorted(values))


def _read(content: bytes) -> Any:
    return decode(gzip.decompress(content).removeprefix(SIGNATURE))


def _written(value: Any) -> bytes:
    """Give the file of a value, not packed: what another zlib makes of it has other bytes."""
    return SIGNATURE + encode(value)


def _named(content: bytes, language: str) -> str:
    return f"{language}_{_digest(content)[:10]}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _without_time(packed: bytes) -> bytes:
    """Give a gzip file without its MTIME (RFC 1952, section 2.3.1)."""
    return packed[:4] + bytes(4) + packed[8:]
