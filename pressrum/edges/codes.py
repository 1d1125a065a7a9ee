"""Templates are compiled once: by other hands while the site is planned, and noted for the builds to come."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Sequence
from contextlib import suppress

from pressrum.edges.hands import share
from pressrum.edges.notebook import Notebook, NotNoted
from pressrum.make.templates import compiled
from pressrum.plan.site import Reading

NAME = "codes"
"""Of the row in the notebook."""
TOGETHER = 8
"""Templates that are compiled in one go."""
Codes = dict[str, bytes]


class Compiling:
    """The templates of a site: what is noted of them is used, else they begin to be compiled."""

    def __init__(self, reading: Reading, notebook: Notebook) -> None:
        texts, language = reading.files.templates, reading.project.site.fields.language
        self.texts = texts
        self.codes = compiled(texts, language)
        self.codes |= _noted(texts, notebook)
        names = [] if self.codes else [name for name, _ in texts]

        def compile_some(some: Sequence[str]) -> Codes:
            return compiled(texts, language, some)

        self.parts: Iterator[Codes] = share(compile_some, names, TOGETHER)

    def finish(self) -> tuple[str, bytes]:
        """Let pages be made with what has been compiled; give the row to be noted."""
        for codes in self.parts:
            self.codes |= codes
        return NAME, pickle.dumps((_digest(self.texts), self.codes))


def recall(texts: tuple[tuple[str, str], ...], language: str, notebook: Notebook) -> None:
    """Let pages be made with what is noted of the templates `texts`."""
    compiled(texts, language).update(_noted(texts, notebook))


def _noted(texts: tuple[tuple[str, str], ...], notebook: Notebook) -> Codes:
    with suppress(NotNoted):
        digest, codes = pickle.loads(notebook.row(NAME))  # noqa: S301 - ours, sealed
        if digest == _digest(texts):
            return dict(codes)
    return {}


def _digest(texts: tuple[tuple[str, str], ...]) -> str:
    return hashlib.sha256(repr(texts).encode()).hexdigest()
