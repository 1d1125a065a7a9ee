"""The notebook of a folder that is built into: what the last build found out, so that the next need not.

A database below the site's `.cache`, one for each such folder: output/ itself may hold nothing of
what is not public yet. Every entry carries its digest. Taking the notebook away costs time and
changes no byte of the site; one that cannot be read is begun anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
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

    def text(self, path: str, digest: bytes) -> bytes:
        """Give what the text at `path` says, pickled, if it is that of `digest`. Raises `NotNoted`."""
        for _, note in _whole(self._select("select path, digest, text from texts where path = ?", path)):
            if note.digest == digest:
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

    def keep(self, texts: Mapping[str, Noted], gone: Iterable[str] = ()) -> None:
        """Note what texts say, and forget those that are `gone`."""
        self._change(
            ("delete from texts where path = ?", ((path,) for path in gone)),
            (
                "insert or replace into texts values (?, ?, ?)",
                ((path, note.digest, sealed(note.text)) for path, note in texts.items()),
            ),
        )

    def write(self, facts: bytes, rows: Iterable[Row]) -> None:
        """Note a whole build."""
        speaks: list[tuple[str, str]] = []

        def noted() -> Iterator[tuple[str, bytes]]:
            for row in rows:
                speaks.extend((source, row.name) for source in row.speaks)
                yield row.name, sealed(row.row)

        self._change(
            ("delete from rows", [()]),
            ("delete from speaks", [()]),
            ("insert into rows values (?, ?)", noted()),
            ("insert into speaks values (?, ?)", speaks),
            *_noting(facts),
        )

    def add(self, row: Row) -> None:
        """Note one row more, in which no text speaks."""
        self._change(("insert or replace into rows values (?, ?)", [(row.name, sealed(row.row))]))

    def amend(self, facts: bytes) -> None:
        """Note a build for which all rows stand as they are."""
        self._change(*_noting(facts))

    def _select(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self.book.execute(question, values).fetchall()
        except sqlite3.Error:
            return []

    def _change(self, *changes: tuple[str, Iterable[tuple[object, ...]]]) -> None:
        """Change all or nothing; where it cannot be done, the next build finds out anew."""
        with suppress(sqlite3.Error), self.book:
            for change, values in changes:
                self.book.executemany(change, values)


def _whole(found: Iterable[tuple[str, bytes, bytes]]) -> Iterator[tuple[str, Noted]]:
    for path, digest, kept in found:
        text = unsealed(kept)
        if text is not None:
            yield path, Noted(digest, text)


def _noting(facts: bytes) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    yield "delete from facts", [()]
    yield "insert into facts values (?)", [(sealed(facts),)]


def _opened(file: Path | str) -> sqlite3.Connection:
    """Open a notebook, with its tables in it. Raises `sqlite3.DatabaseError` when it is none of ours."""
    book = sqlite3.connect(file, check_same_thread=False)
    if book.execute("pragma user_version").fetchone() != (EDITION,):
        book.executescript(f"{TABLES} pragma user_version = {EDITION};")
    book.execute("pragma synchronous = off")  # what the disk loses shows by its digest
    return book
