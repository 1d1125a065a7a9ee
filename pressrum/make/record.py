"""The `Record` to published.json: one entry a line, sorted, so that two people's changes merge."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pressrum.ledger import Address, Record, Stamp, seal, written


def render_record(record: Record) -> bytes:
    """Give the file in UTF-8; what has its default is left out."""
    lines = [
        "{",
        '"addresses": {',
        *_lines("path", record.addresses),
        "},",
        '"meetings": {',
        *_lines("id", record.meetings),
        "}",
        *_forgotten(record.forgotten),
        "}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _forgotten(marks: tuple[str, ...]) -> list[str]:
    """Give the marks of forgotten addresses, one a line; nothing when there are none."""
    return [',"forgotten": [', ",\n".join(f'"{mark}"' for mark in marks), "]"] if marks else []


def with_said(record: bytes, said: Mapping[str, str]) -> bytes:
    """Give the file of a record in which the texts at some addresses say something else: `said`, by path."""
    lines = record.split(b"\n")
    for number, address in _addresses(lines, _begun(said)):
        end = b"," if lines[number].endswith(b",") else b""
        lines[number] = _line("path", replace(address, said=said[address.path])).encode() + end
    return b"\n".join(lines)


def addresses_from(record: bytes, sources: Iterable[str], paths: Iterable[str]) -> tuple[Address, ...]:
    """Give the addresses of some sources, and those at some paths, in the file of a record."""
    named = [f'"source": {json.dumps(source, ensure_ascii=False)}' for source in sources]
    return tuple(address for _, address in _addresses(record.split(b"\n"), [*named, *_begun(paths)]))


def _begun(paths: Iterable[str]) -> list[str]:
    """Give how the lines of the addresses at some paths begin."""
    return [f"{json.dumps(path, ensure_ascii=False)}: " for path in paths]


def _addresses(lines: list[bytes], having: Iterable[str]) -> Iterator[tuple[int, Address]]:
    """Give the addresses on lines that hold one of some words, each with the number of its line, from 0."""
    words = [word.encode() for word in having]
    for number, line in enumerate(lines):
        if any(word in line for word in words):
            ((path, fields),) = json.loads(b"{" + line.rstrip(b",") + b"}").items()
            del fields["seal"]
            yield number, Address(path, **fields)


def _lines(key: str, entries: tuple[Address | Stamp, ...]) -> list[str]:
    return [",\n".join(_line(key, entry) for entry in sorted(entries))] if entries else []


def _line(key: str, entry: Address | Stamp) -> str:
    said = written(entry)
    name = json.dumps(said.pop(key), ensure_ascii=False)
    return f"{name}: {json.dumps(said | {'seal': seal(entry)}, ensure_ascii=False)}"
