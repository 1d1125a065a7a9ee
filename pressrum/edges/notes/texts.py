"""Parses each text once: what came of it is noted by the digest of its bytes."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pressrum.edges.notes.notebook import Notebook, Noted
from pressrum.edges.processes import SHARE, parted, share
from pressrum.edges.report import Progress
from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.model import Page, Release
from pressrum.parse.places import is_text
from pressrum.parse.project import parse_text
from pressrum.parse.setting import Setting
from pressrum.written.dates import ANY_DAY

Text = Release | Page
TEXTS = 50
"""How many texts are read between two looks at how far the work has come."""


@dataclass(frozen=True)
class TextReader:
    """Gives the texts of a site that have no mistakes: from the notebook, or else parsed."""

    sources: Mapping[str, bytes]
    """The bytes of all texts, by path."""
    digests: Mapping[str, str]
    """Their SHA-256, hexadecimal."""
    notebook: Notebook
    meanwhile: Callable[[str], object]
    """Called with the site's language while other processes parse the texts."""

    def __call__(self, setting: Setting) -> dict[str, Text]:
        """Give the texts by path."""
        wanted = {path: text_digest(self.digests[path], setting) for path in self.sources if is_text(path)}
        noted = self.notebook.texts()
        known = {path: note for path, note in noted.items() if wanted.get(path) == note.digest}
        new = sorted(wanted.keys() - known.keys())

        def parse(paths: Sequence[str]) -> list[tuple[str, bytes | None]]:
            return [(path, self._parsed(path, setting)) for path in paths]

        with share(parted(parse, new)) as parts:
            if len(new) > SHARE:
                self.meanwhile(setting.language)
            progress = Progress(len(new), Language(setting.language).gettext("Reading texts"), TEXTS)
            texts = {path: pickle.loads(note.text) for path, note in known.items()}  # noqa: S301 - ours
            self.notebook.keep({}, noted.keys() - wanted.keys())
            for part in parts:
                fresh = {path: Noted(wanted[path], text) for path, text in part if text is not None}
                texts |= {path: pickle.loads(note.text) for path, note in fresh.items()}  # noqa: S301 - as above
                self.notebook.keep(fresh)  # a part at a time: together they would take as much memory again
                progress.step(len(part))
            return texts

    def _parsed(self, path: str, setting: Setting) -> bytes | None:
        """Give a text to be noted, pickled; None for one with mistakes, which every build parses anew."""
        try:
            return pickle.dumps(parse_text(self.sources[path], path, setting, ANY_DAY))
        except BadSource:
            return None


def text_digest(digest: str, setting: Setting) -> bytes:
    """Give the digest of a text whose bytes have `digest`, and of all else that it is parsed with."""
    parts = (setting.zone.key, setting.language, setting.url, digest)
    return hashlib.sha256(" ".join(parts).encode()).digest()
