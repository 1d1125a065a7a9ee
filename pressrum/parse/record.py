"""published.json to the `Record`; anything but what a build wrote is a mistake at its line."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import Any

from pressrum.errors import BadSource, Location, Mistake, Text, say
from pressrum.ledger import Address, Record, Stamp

FILE = "published.json"
STAMPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
RESTORE = say("take back the last good one: git checkout {file}", file=FILE)


def parse_record(text: str) -> Record:
    """Give the record.

    Raises `BadSource` with the line for a merge conflict, for what is cut off, and for a
    value that no build writes.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(r"(<{7}|={7}|>{7})(\s|$)", line):
            raise BadSource(
                Mistake(
                    Location(FILE, number),
                    say("a merge has left both versions here"),
                    say("keep every line of both, each address and meeting once, and remove the marks"),
                )
            )
    try:
        document = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise BadSource(
            Mistake(
                Location(FILE, error.lineno, error.colno),
                say("the record is damaged, and without it published things could get lost"),
                RESTORE,
            )
        ) from None
    except _Twice as twice:
        raise _damaged(text, str(twice), say('"{key}" is given twice', key=str(twice))) from None
    if not isinstance(document, dict) or set(document) != {"addresses", "meetings"}:
        raise _damaged(text, "", say("the record is damaged, and without it published things could get lost"))
    return Record(
        tuple(_entries(Address, "path", document["addresses"], text)),
        tuple(_entries(Stamp, "id", document["meetings"], text)),
    )


class _Twice(ValueError):
    """A key that stands twice in one map."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return entries


def _entries(noun: type[Any], key: str, entries: Any, text: str) -> list[Any]:
    if not isinstance(entries, dict):
        raise _damaged(text, "", say("the record is damaged, and without it published things could get lost"))
    return [_entry(noun, key, name, entry, text) for name, entry in sorted(entries.items())]


def _entry(noun: type[Any], key: str, name: str, entry: Any, text: str) -> Any:
    kinds = {field.name: field.type for field in fields(noun)}
    good = isinstance(entry, dict) and all(
        kinds.get(field) == type(value).__name__ for field, value in entry.items()
    )
    stamps = [entry.get(field) for field in ("since", "created", "modified")] if good else []
    if not good or not all(STAMPED.fullmatch(stamp) for stamp in stamps if stamp):
        raise _damaged(text, name, say('what is recorded of "{name}" is not what a build writes', name=name))
    try:
        return noun(**{key: name} | entry)
    except TypeError:
        raise _damaged(
            text, name, say('what is recorded of "{name}" is not what a build writes', name=name)
        ) from None


def _damaged(text: str, name: str, message: Text) -> BadSource:
    """Point to the line that begins with `name`."""
    lines = text.split("\n")
    opens = json.dumps(name, ensure_ascii=False) + ":"
    line = next((number for number, line in enumerate(lines, 1) if name and line.startswith(opens)), 1)
    return BadSource(Mistake(Location(FILE, line), message, RESTORE))
