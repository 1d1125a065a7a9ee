"""published.json to the `Record`; anything but what a build wrote is a mistake at its line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from pressrum.errors import BadSource, Location, Mistake, Text, say
from pressrum.ledger import Address, Left, Record, Respelt, Stamp, seal
from pressrum.owners import Kind, kind_and_name
from pressrum.parse.joined import joined_address, joined_stamp
from pressrum.permalinks import Permalink
from pressrum.places import RECORD
from pressrum.spans import SPAN

Pairs = tuple[tuple[str, Any], ...]
STAMPED = re.compile(r"\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\dZ")
ENTRIES_IN: dict[str, type[Left | Respelt]] = {"left": Left, "respelt": Respelt}
"""Fields that hold lists, and the type of their entries."""
STATUSES = ("CONFIRMED", "TENTATIVE", "CANCELLED", "GONE")
DAMAGED = say("the record is damaged, and without it published things could get lost")
RESTORE = say(
    "take back the last good one: git checkout HEAD {file}; amid a merge, begin again with both: git checkout"
    " -m {file}",
    file=RECORD,
)
MARK = re.compile(r"([<|=>])\1{6,}(?: .*)?")
"""What git puts around two versions, and with `merge.conflictStyle=diff3` before what both came from."""
FRAME = ("", "{", '"addresses": {', "}", '"meetings": {', '"forgotten": [', "]")
"""The lines around the entries, less their commas."""
WHOLE = re.compile(r"^[}\]],?\n(?:>{7}.*\n|\n)*\}\n*\Z", re.MULTILINE)
"""The last two of them, without which the file was cut off."""


def parse_record(text: str) -> Record:
    """Give the record; two that were merged, be it with git's marks, as one.

    Raises `BadSource` with the line for what is cut off, and for a value that no build writes.
    """
    try:
        document = _document(text)
    except json.JSONDecodeError as error:
        raise _at(error.lineno, DAMAGED, error.colno) from None
    except (ValueError, RecursionError):
        raise _damaged(text, "", DAMAGED) from None
    if not isinstance(document, dict) or set(document) - {"forgotten"} != {"addresses", "meetings"}:
        raise _damaged(text, "", DAMAGED)
    forgotten = document.get("forgotten", [])
    if not isinstance(forgotten, list) or not all(isinstance(mark, str) for mark in forgotten):
        raise _damaged(text, "forgotten", DAMAGED)
    record = Record(
        tuple(_entries(Address, "path", joined_address, document["addresses"], text)),
        tuple(_entries(Stamp, "id", joined_stamp, document["meetings"], text)),
        tuple(sorted(set(forgotten))),
    )
    for address in record.addresses:
        kind, id_ = kind_and_name(address.source)
        if kind is Kind.MEETING and id_ not in record.stamps:
            raise _damaged(
                text, address.path, say('the meeting "{id}" has an address here and no entry', id=id_)
            )
    return record


def _document(text: str) -> Any:
    """Read the JSON, and that of a merge where it is none, or has a part twice. Raises `JSONDecodeError`."""
    try:
        document = json.loads(text, object_pairs_hook=_map)
    except json.JSONDecodeError:
        if not WHOLE.search(text):
            raise
        return _merged(text)
    return _merged(text) if isinstance(document, tuple) else document


def _merged(text: str) -> dict[str, Any]:
    """Read each line by itself: git may have kept twice where one part ends and the next begins.

    Raises `JSONDecodeError`.
    """
    addresses: list[tuple[str, Any]] = []
    meetings: list[tuple[str, Any]] = []
    forgotten: list[Any] = []
    for start, line in _unmarked(text):
        try:
            said = json.loads("{" + line + "}" if ":" in line else f"[{line}]", object_pairs_hook=_map)
        except json.JSONDecodeError as error:
            raise json.JSONDecodeError(error.msg, text, max(start, start + error.pos - 1)) from None
        if isinstance(said, dict):
            (meetings if '{"uid": ' in line else addresses).extend(said.items())
        else:
            forgotten += said
    return {"addresses": tuple(addresses), "meetings": tuple(meetings), "forgotten": forgotten}


def _unmarked(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines of entries, each with where it begins: without git's marks, and what both came from."""
    start, base = 0, ""
    for line in text.split("\n"):
        if MARK.fullmatch(line):
            mark = line.partition(" ")[0]
            if not base:
                base = mark.replace("|", "=") if mark[0] == "|" else ""
            elif mark == base:
                base = ""
        elif not base and (said := line.strip(" ,")) not in FRAME:
            yield start + line.index(said), said
        start += len(line) + 1


def _map(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Pairs:
    """Give a map; its pairs where a merge has left several of one name."""
    entries = dict(pairs)
    return entries if len(entries) == len(pairs) else tuple(pairs)


def _entries(
    noun: type[Any], key: str, joined: Callable[[Any, Any], Any], entries: Any, text: str
) -> list[Any]:
    pairs = tuple(entries.items()) if isinstance(entries, dict) else entries
    if not isinstance(pairs, tuple):
        raise _damaged(text, "", DAMAGED)
    found: dict[str, Any] = {}
    for name, entry in pairs:
        new = _entry(noun, key, name, entry, text)
        found[name] = joined(found[name], new) if name in found else new
    return [found[name] for name in sorted(found)]


def _entry(noun: type[Any], key: str, name: str, entry: Any, text: str) -> Any:
    kinds = {field.name: str(field.type).partition("[")[0] for field in fields(noun) if field.name != key}
    pairs = entry.items() if isinstance(entry, dict) else ()  # without any there is no source and no UID
    given = {field: _frozen(field, value) for field, value in pairs}
    sealed = given.pop("seal", None)
    right = all(kinds.get(field) == type(value).__name__ for field, value in given.items())
    try:
        made = noun(**{key: name} | given) if right else None
    except TypeError:
        made = None
    if made is None or not _is_whole(made):
        raise _damaged(text, name, say('what is recorded of "{name}" is not what a build writes', name=name))
    if sealed != seal(made):
        raise _damaged(text, name, say('what is recorded of "{name}" has been changed by hand', name=name))
    return made


def _frozen(field: str, value: Any) -> Any:
    """Give lists as the record has them, and anything else as it is, to be told."""
    noun = ENTRIES_IN.get(field)
    if noun is None or not isinstance(value, list) or not all(_is_of(noun, part) for part in value):
        return value
    return tuple(noun(*part) for part in value) or value


def _is_of(noun: type[Left | Respelt], part: Any) -> bool:
    texts = isinstance(part, list) and all(isinstance(text, str) for text in part)
    return texts and len(part) == len(noun._fields)


def _is_whole(made: Address | Stamp) -> bool:
    """Whether every value of an entry is one that a build writes."""
    try:
        "".join(map(str, vars(made).values())).encode()
        if isinstance(made, Address):
            Permalink(made.path)
            return _is_second(made.since)
        return (
            _is_second(made.created)
            and _is_second(made.modified)
            and all(SPAN.fullmatch(when) for when in (made.when, *(left.when for left in made.left)))
            and made.status in STATUSES
            and made.sequence >= 0
        )
    except ValueError:
        return False


def _is_second(stamp: str) -> bool:
    return bool(STAMPED.fullmatch(stamp)) and datetime.fromisoformat(stamp) is not None


def _damaged(text: str, name: str, message: Text) -> BadSource:
    """Point to the line that begins with `name`."""
    opens = json.dumps(name, ensure_ascii=False) + ":"
    for number, line in enumerate(text.split("\n"), 1):
        if name and line.lstrip().startswith(opens):
            return _at(number, message, len(line) - len(line.lstrip()) + 1)
    return _at(1, message)


def _at(line: int, message: Text, column: int = 1) -> BadSource:
    return BadSource(Mistake(Location(RECORD, line, column), message, RESTORE))
