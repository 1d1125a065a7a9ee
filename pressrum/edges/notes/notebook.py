"""The notebook: a database of what the last build into a folder found out, so that the next need not.

It lies below the site's `.cache`, one for each output folder, and not in output/, which may hold nothing
that is not public yet. It is good for the very program that wrote it. Every entry is sealed with a digest,
and rows carry the mark of their build: so one that is damaged, or left from an earlier build, is found out.
Removing the notebook costs time and changes no byte of the site; one that cannot be read is begun anew.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Self

from pressrum.edges.memory import SEAL, sealed, unsealed
from pressrum.edges.program import fingerprint

FOLDER = Path(".cache", "notebooks")
TABLES = """
create table program (program text);
create table texts (path text primary key, note blob);
create table rows (name text primary key, row blob);
create table facts (facts blob);
"""
FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises for a damaged database, or a file that is none; its error texts may be damaged too."""
MARK = 16
"""Octets of the random mark that tells the rows of one build from those of others."""
AT_ONCE = 500
"""Names in one question; SQLite takes 999 at least."""


class NotNoted(Exception):
    """Something is not in the notebook, or is damaged: it takes a whole build."""


class Noted(NamedTuple):
    """What is noted of a text."""

    digest: bytes
    """SHA-256, of its bytes and of all else that it was parsed with."""
    text: bytes
    """What it says, pickled."""


class Notebook:
    """What is noted of the builds of `site` into `output`; where nothing can be kept it is always empty."""

    def __init__(self, site: Path, output: Path) -> None:
        name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
        self.file = site / FOLDER / f"{name}.sqlite"
        self.book = _opened(self.file, fingerprint())
        self.mark = ""
        """Of the last whole build."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.book.close()

    def facts(self) -> bytes | None:
        """Give what was noted of the last build as a whole, pickled; None when nothing was."""
        for (kept,) in self._select("select facts from facts"):
            if noted := unsealed(kept, "facts"):
                self.mark = noted[:MARK].hex()
                return noted[MARK:]
        return None

    def texts(self) -> dict[str, Noted]:
        """Give all texts by path."""
        return dict(_whole(self._select("select path, note from texts")))

    def text(self, path: str, digest: bytes) -> bytes:
        """Give what the text at `path` says, pickled. Raises `NotNoted` unless it has that digest."""
        found = dict(_whole(self._select("select path, note from texts where path = ?", path)))
        if path not in found or found[path].digest != digest:
            raise NotNoted
        return found[path].text

    def row(self, name: str) -> bytes:
        """Give the row `name` of the build whose facts were asked for. Raises `NotNoted`."""
        return self.rows_at((name,))[name]

    def rows_at(self, names: Collection[str]) -> dict[str, bytes]:
        """Give the rows of these names of that build. Raises `NotNoted` unless all are there."""
        waiting = iter(names)
        found: dict[str, bytes] = {}
        while some := tuple(islice(waiting, AT_ONCE)):
            named = f"select name, row from rows where name in ({', '.join('?' * len(some))})"  # noqa: S608 - no words
            found |= {name: self._unmarked(name, kept) for name, kept in self._select(named, *some)}
        if len(found) < len(names):
            raise NotNoted
        return found

    def rows(self, beginning: str) -> Iterator[bytes]:
        """Give the rows of that build whose names begin so. Raises `NotNoted` for one that is not whole."""
        named = "select name, row from rows where substr(name, 1, ?) = ?"
        for name, kept in self._select(named, len(beginning), beginning):
            yield self._unmarked(name, kept)

    def keep(self, texts: Mapping[str, Noted], gone: Iterable[str] = ()) -> None:
        """Note what texts say, and forget those that are `gone`."""
        self._change(
            ("delete from texts where path = ?", ((path,) for path in gone)),
            (
                "insert or replace into texts values (?, ?)",
                ((path, sealed(b"".join(note), path)) for path, note in texts.items()),
            ),
        )

    def begin(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Take all rows of a build, by name; they stand when its facts are written."""
        self.mark = os.urandom(MARK).hex()
        marked = ((name, self._marked(name, row)) for name, row in rows)
        self._change(("delete from rows", [()]), ("insert into rows values (?, ?)", marked), lasting=False)

    def add(self, rows: Mapping[str, bytes]) -> None:
        """Note more rows, by name, of the build whose facts were asked for."""
        marked = ((name, self._marked(name, row)) for name, row in rows.items())
        self._change(("insert or replace into rows values (?, ?)", marked))

    def write(self, facts: bytes) -> None:
        """Note a build as a whole; its rows are those that it began with, or else stand as they are."""
        self._change(
            ("delete from facts", [()]),
            ("insert into facts values (?)", [(sealed(bytes.fromhex(self.mark) + facts, "facts"),)]),
        )

    def _marked(self, name: str, row: bytes) -> bytes:
        return sealed(row, self.mark + name)

    def _unmarked(self, name: str, kept: object) -> bytes:
        """Give a row of that build. Raises `NotNoted` for one of another, or that is not whole."""
        if (row := unsealed(kept, f"{self.mark}{name}")) is None:
            raise NotNoted
        return row

    def _select(self, question: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            return self.book.execute(question, values).fetchall()
        except FAULTS:
            return []

    def _change(self, *changes: tuple[str, Iterable[tuple[object, ...]]], lasting: bool = True) -> None:
        """Change all or nothing, for good or with the next change; else the next build begins anew."""
        try:
            for change, values in changes:
                self.book.executemany(change, values)
            if lasting:
                self.book.commit()
        except FAULTS:
            with suppress(OSError, *FAULTS):
                self.file.unlink()
                self.book.rollback()


def _whole(found: Iterable[tuple[str, object]]) -> Iterator[tuple[str, Noted]]:
    for path, kept in found:
        if note := unsealed(kept, str(path)):
            yield path, Noted(note[:SEAL], note[SEAL:])


def _opened(file: Path, program: str) -> sqlite3.Connection:
    """Open the notebook of `program` in `file`, or begin one; where none can be kept, in memory."""
    with suppress(OSError, *FAULTS):
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(NotNoted, *FAULTS), _connected(file) as book:
            if book.execute("select program from program").fetchall() == [(program,)]:
                return book
            raise NotNoted
        for old in (file.with_name(f"{file.name}-journal"), file):
            old.unlink(missing_ok=True)
        return _begun(file, program)
    return _begun(":memory:", program)


def _begun(file: Path | str, program: str) -> sqlite3.Connection:
    with _connected(file) as book:
        book.execute("pragma page_size = 32768")  # a text takes a few thousand octets
        book.executescript(f"begin; {TABLES} commit;")
        with book:
            book.execute("insert into program values (?)", (program,))
        return book


@contextmanager
def _connected(file: Path | str) -> Iterator[sqlite3.Connection]:
    """Give a connection that stays open, unless what is done with it here fails."""
    book = sqlite3.connect(file, check_same_thread=False)
    try:
        book.execute("pragma synchronous = off")  # what the disk loses shows by its seal
        yield book
    except BaseException:
        book.close()
        raise
