"""The notebook of a folder that is built into: what the last build found out, so that the next need not.

A database below the site's `.cache`, one for each such folder: output/ itself may hold nothing of
what is not public yet. Every entry carries its digest. Taking the notebook away costs time and
changes no byte of the site; one that cannot be read is begun anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Self

from pressrum.edges.memory import sealed, unsealed

FOLDER = Path(".cache", "notebooks")
TABLES = """
create table texts (path text primary key, digest blob, text blob) without rowid;
create table rows (name text primary key, row blob) without rowid;
create table speaks (source text, name text, primary key (source, name)) without rowid;
create table facts (facts blob);
"""


SPEAK = "select source from speaks where name = ?"
EDITION = 1
"""Of the tables."""


class NotNoted(Exception):
    """Something is not in the notebook, or not whole."""


class Noted(NamedTuple):
    """What is noted of a text."""

    digest: bytes
    """Of its bytes and of all else that it was parsed with."""
    text: bytes
    """What it says, pickled."""


class Row(NamedTuple):
    """Outputs that are made from the same texts, pickled."""

    name: str
    row: bytes
    speaks: tuple[str, ...]
    """The sources of those texts."""


class Notebook:
    """What is noted of the builds of `site` into `output`; where nothing can be kept it is always empty."""

    def __init__(self, site: Path, output: Path) -> None:
        name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
        file = site / FOLDER / f"{name}.sqlite"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.book = _opened(file)
        except (OSError, sqlite3.OperationalError):
            self.book = _opened(":memory:")
        except sqlite3.DatabaseError:  # none of ours, or damaged
            file.unlink()
            self.book = _opened(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.book.close()

    def facts(self) -> bytes | None:
        """Give what was noted of the last build as a whole, pickled; None when nothing was."""
        return next((unsealed(facts) for (facts,) in self._select("select facts from facts")), None)

    def texts(self) -> dict[str, Noted]:
        """Give all texts by path."""
        return dict(_whole(self._select("select path, digest, text from texts")))

    def text(self, path: str) -> bytes:
        """Give what the text at `path` says, pickled. Raises `NotNoted`."""
        for _, note in _whole(self._select("select path, digest, text from texts where path = ?", path)):
            return note.text
        raise NotNoted

    def row(self, name: str) -> bytes:
        """Give the row `name`. Raises `NotNoted`."""
        for (kept,) in self._select("select row from rows where name = ?", name):
            if (row := unsealed(kept)) is not None:
                return row
        raise NotNoted

    def rows_of(self, source: str) -> list[Row]:
        """Give the rows in which the text `source` speaks. Raises `NotNoted`."""
        names = self._select("select name from speaks where source = ?", source)
        return [
            Row(name, self.row(name), tuple(one for (one,) in self._select(SPEAK, name))) for (name,) in names
        ]

    def write(
        self, facts: bytes, texts: Mapping[str, Noted], rows: Iterable[Row], gone: Iterable[str]
    ) -> None:
        """Note a build: new `texts`, those that are `gone`, and all rows."""
        listed = list(rows)
        self._change(
            ("delete from texts where path = ?", [(path,) for path in gone]),
            ("delete from rows", [()]),
            ("delete from speaks", [()]),
            ("insert into rows values (?, ?)", [(row.name, sealed(row.row)) for row in listed]),
            ("insert into speaks values (?, ?)", [(one, row.name) for row in listed for one in row.speaks]),
            *_noting(facts, texts),
        )

    def amend(self, facts: bytes, texts: Mapping[str, Noted]) -> None:
        """Note a build in which nothing but the words of `texts` was new."""
        self._change(*_noting(facts, texts))

    def _select(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self.book.execute(question, values).fetchall()
        except sqlite3.Error:
            return []

    def _change(self, *changes: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        """Change all or nothing; where it cannot be done, the next build finds out anew."""
        with suppress(sqlite3.Error), self.book:
            for change, values in changes:
                self.book.executemany(change, values)


def _whole(found: Iterable[tuple[str, bytes, bytes]]) -> Iterator[tuple[str, Noted]]:
    for path, digest, kept in found:
        text = unsealed(kept)
        if text is not None:
            yield path, Noted(digest, text)


def _noting(facts: bytes, texts: Mapping[str, Noted]) -> Iterator[tuple[str, Sequence[tuple[object, ...]]]]:
    kept = [(path, note.digest, sealed(note.text)) for path, note in texts.items()]
    yield "insert or replace into texts values (?, ?, ?)", kept
    yield "delete from facts", [()]
    yield "insert into facts values (?)", [(sealed(facts),)]


def _opened(file: Path | str) -> sqlite3.Connection:
    """Open a notebook, with its tables in it. Raises `sqlite3.DatabaseError` when it is none of ours."""
    book = sqlite3.connect(file, check_same_thread=False)
    if book.execute("pragma user_version").fetchone() != (EDITION,):
        book.executescript(f"{TABLES} pragma user_version = {EDITION};")
    book.execute("pragma synchronous = off")  # what the disk loses shows by its digest
    return book
