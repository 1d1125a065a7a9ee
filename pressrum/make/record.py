"""The `Record` to published.json: one entry a line, sorted, so that two people's changes merge."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pressrum.ledger import Address, Record, Stamp

ALWAYS = ("source", "uid", "sequence")
"""What is written also when it is empty."""


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
    written = [_line(key, asdict(entry)) for entry in sorted(entries)]
    return [line + "," for line in written[:-1]] + written[-1:]


def _line(key: str, entry: dict[str, Any]) -> str:
    name = json.dumps(entry.pop(key), ensure_ascii=False)
    kept = {
        field: value
        for field, value in entry.items()
        if field in ALWAYS or (value != "" and value is not False)
    }
    return f"{name}: {json.dumps(kept, ensure_ascii=False)}"
