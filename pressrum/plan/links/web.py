"""What a link can lead to: texts, files and addresses, and what each of them was called before."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import unquote

from pressrum.errors import Text, say
from pressrum.model import Page, Release
from pressrum.permalinks import Permalink
from pressrum.places import beside
from pressrum.plan.addresses import ENDINGS, Addresses
from pressrum.plan.files import Files, alike
from pressrum.plan.publish import WAITING, State, state


@dataclass(frozen=True)
class Web:
    """All that a link can lead to."""

    addresses: Addresses
    texts: dict[str, Release | Page]
    """By source."""
    broken: frozenset[str]
    """Sources that could not be read; a link to one is not a second mistake."""
    files: Files
    """The other files."""
    permalinks: frozenset[str]
    """Every address of the site as it will be at `now`."""
    unsure: tuple[str, ...]
    """Beginnings of addresses that may or may not be there once the broken sources are mended."""
    moved: Mapping[str, str]
    """The sources of what was published at addresses, by these, and of renamed files, by their old names."""
    now: datetime

    def address(self, text: Release | Page) -> Permalink:
        """Where `text` stands."""
        return self.addresses.text(text)

    @cached_property
    def standing(self) -> dict[str, Release | Page]:
        """The texts by their addresses, those that they name as old ones too; what is public goes before."""
        found: dict[str, Release | Page] = {}
        for text in sorted(self.texts.values(), key=self.shows):
            found |= dict.fromkeys(self.addresses.paths(text), text)
        return found

    @cached_property
    def brought(self) -> dict[str, Release | Page]:
        """The texts by the addresses of what comes with each: its plain text, and the files that it names."""
        here = self.addresses
        found: dict[str, Release | Page] = {}
        for text in self.texts.values():
            address, fields = self.address(text), text.fields
            named = [link.target.partition("#")[0] for link in text.body.links]
            named += [fields.image.file] if fields.image else []
            if isinstance(text, Release):
                found[here.plain(address).path] = text
                named = [] if text.fields.retracted else named
            files = {beside(text.source, name) for name in named} & self.files.content.keys()
            found |= {here.beside(address, file).path: text for file in files}
        return found

    @cached_property
    def awaited(self) -> dict[str, Release]:
        """The addresses of topics and years that only texts that wait have, each with the first of these."""
        here = self.addresses
        found: dict[str, Release] = {}
        waiting = [
            text
            for text in self.texts.values()
            if isinstance(text, Release) and not text.fields.retracted and text.original is None
            if state(text, self.now) in WAITING
        ]
        for text in sorted(waiting, key=lambda text: (text.fields.draft, text.fields.date), reverse=True):
            topics = text.fields.topics
            lists = [here.year(text.fields.date.year), *([here.topics] if topics else ())]
            for name in topics:
                lists += [here.topic(name), *(here.topic_feed(name, ending) for ending in ENDINGS)]
            found |= dict.fromkeys((permalink.path for permalink in lists), text)
        return {path: text for path, text in found.items() if path not in self.permalinks}

    @cached_property
    def found(self) -> dict[str, Release | Page]:
        """The texts by their addresses in small letters, and the first by those of topics that wait."""
        top = self.addresses.topics.path
        topics = {path: text for path, text in self.awaited.items() if path.startswith(top) and path != top}
        return {path.casefold(): text for path, text in (topics | self.standing).items()}

    def around(self, path: str) -> Release | Page | None:
        """Give the text whose address begins a path, as browsers and hosts may write it.

        It may have other capitals, signs for its letters, dots or slashes, and a question behind it.
        A topic is its first text's.
        """
        plain = unquote(path.partition("?")[0]).replace("\\", "/").lstrip("/")
        way = posixpath.normpath(f"/{plain}").casefold() + "/"
        above = (way[: slash.end()] for slash in reversed([*re.finditer("/", way)]))
        return next((self.found[address] for address in above if address in self.found), None)

    def meant(self, source: str, others: Iterable[str]) -> list[str]:
        """Give the file that has been called `source`, else the one of the `others` that is most like it."""
        return [self.moved[source]] if source in self.moved else alike(source, others)

    def shows(self, text: Release | Page) -> bool:
        """Whether the public sees `text` now."""
        return state(text, self.now) is State.PUBLIC


def why_hidden(target: Release | Page, hides: State | None) -> Text | None:
    """Say why readers cannot follow a link to `target`; None where nothing hides it."""
    source, gone = target.source, target.fields.expires
    if hides is State.DRAFT:
        return say("{source} is a draft, and readers could not follow the link", source=source)
    if hides is State.SCHEDULED and target.public_from:
        return say("{source} is not public until {when}", source=source, when=target.public_from)
    if hides is State.EXPIRED and gone:
        return say("{source} is gone from {when} on, and this text is not", source=source, when=gone)
    return None
