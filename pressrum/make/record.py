"""The `Record` to published.json: one entry a line, sorted, so that two people's changes merge."""

from __future__ import annotations

import json
from collections.abc import Iterable

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
        "}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _lines(key: str, entries: Iterable[Address | Stamp]) -> list[str]:
    lines = [_line(key, entry) for entry in sorted(entries)]
    return [line + "," for line in lines[:-1]] + lines[-1:]


def _line(key: str, entry: Address | Stamp) -> str:
    said = written(entry)
    name = json.dumps(said.pop(key), ensure_ascii=False)
    return f"{name}: {json.dumps(said | {'seal': seal(entry)}, ensure_ascii=False)}"
