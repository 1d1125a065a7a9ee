"""The folder of a published site: the files in it, and what its pages and feeds tell."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from pressrum.edges.seen import OWN
from pressrum.language import WORDS
from pressrum.ledger import Address
from pressrum.model import Site
from pressrum.parse.pages import PublishedPage, parse_published


def below(folder: Path | None, pattern: str) -> list[Path]:
    """Give the files of the site that `pattern` fits, sorted; none without a folder."""
    files = sorted(folder.rglob(pattern)) if folder else []
    return [file for file in files if folder and OWN not in file.relative_to(folder).parts]


def read_pages(folder: Path | None, known: Container[str], url: str) -> dict[str, PublishedPage]:
    """Give the pages at addresses that are not `known`, by these, on the site whose address is `url`."""
    files = {_path(file.parent.relative_to(folder)): file for file in below(folder, "index.html") if folder}
    return {
        path: parse_published(file.read_text(encoding="utf-8", errors="replace"), path, url)
        for path, file in files.items()
        if path not in known
    }


def _path(folder: Path) -> str:
    name = folder.as_posix()
    return "/" if name == "." else f"/{name}/"


def led_to(path: str, pages: Mapping[str, PublishedPage]) -> str:
    """Give the address to which readers at `path` come at last, by as many pages as lead on."""
    passed: set[str] = set()
    while path in pages and path not in passed and (onward := pages[path].leads_to):
        passed.add(path)
        path = onward
    return path


def feed_addresses(folder: Path | None, site: Site, first: str) -> Iterator[Address]:
    """Give the published addresses of the feeds of topics and districts, planned or not."""
    kinds = {words.topics: "topic" for words in WORDS.values()} | {
        words.tour: "district" for words in WORDS.values()
    }
    for file in below(folder, "feed.json"):
        kind = kinds.get(file.parent.parent.name)
        if folder and kind:
            title = str(json.loads(file.read_bytes()).get("title", ""))
            source = f"{kind}:{title.removesuffix(f' – {site.fields.title}')}"
            address = file.parent.relative_to(folder).as_posix()
            yield from (
                Address(f"/{address}/feed.{ending}", source, since=first) for ending in ("xml", "json")
            )


def feed_names(folder: Path | None, site: Site) -> Iterator[tuple[str, str]]:
    """Give the names by which feeds know releases, by the addresses where these stand now."""
    for file in below(folder, "feed.json"):
        for item in json.loads(file.read_bytes()).get("items", ()):
            yield "/" + item["url"].removeprefix(site.url), item["id"]
