"""Texts are parsed once: what one says is remembered by the digest of its bytes."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from pressrum.edges.hands import share
from pressrum.edges.notebook import Noted
from pressrum.errors import BadSource
from pressrum.model import Page, Release
from pressrum.parse.places import is_text
from pressrum.parse.project import parse_text

Text = Release | Page
ANY_DAY = date(2000, 1, 1)
"""What is good is the same whatever day it is; what has mistakes is parsed anew."""


class Typists:
    """Give the texts among `sources` that have no mistakes; `noted` are those that are known already."""

    def __init__(
        self, sources: Mapping[str, bytes], digests: Mapping[str, str], noted: Mapping[str, Noted]
    ) -> None:
        self.sources = sources
        self.digests = digests
        """SHA-256 of each, hexadecimal."""
        self.noted = noted
        self.fresh: dict[str, Noted] = {}
        """What is to be noted of the texts that had to be parsed."""

    @property
    def gone(self) -> set[str]:
        """What need not be noted any longer."""
        return self.noted.keys() - self.sources.keys()

    def __call__(self, zone: ZoneInfo, language: str) -> dict[str, Text]:
        """Give them by path, on a site in `language` whose clocks are those of `zone`."""
        digests = {
            path: text_digest(self.digests[path], zone, language) for path in self.sources if is_text(path)
        }
        known = {path: note for path, note in self.noted.items() if digests.get(path) == note.digest}
        new = sorted(digests.keys() - known.keys())

        def parse(paths: Sequence[str]) -> list[bytes | None]:
            return [self._parsed(path, zone, language) for path in paths]

        typed = (text for part in share(parse, new) for text in part)
        self.fresh = {
            path: Noted(digests[path], text)
            for path, text in zip(new, typed, strict=True)
            if text is not None
        }
        return {path: pickle.loads(note.text) for path, note in (known | self.fresh).items()}  # noqa: S301 - ours

    def _parsed(self, path: str, zone: ZoneInfo, language: str) -> bytes | None:
        """Give a text to be noted; None for one with mistakes, which are told anew each time."""
        try:
            return pickle.dumps(parse_text(self.sources[path], path, zone, language, ANY_DAY))
        except BadSource:
            return None


def text_digest(digest: str, zone: ZoneInfo, language: str) -> bytes:
    """Give the digest of a text, whose bytes have `digest`, and of all else that it is parsed with."""
    return hashlib.sha256(f"{zone.key} {language} {digest}".encode()).digest()
