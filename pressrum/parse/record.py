"""published.json to the `Record`; anything but what a build wrote is a mistake at its line."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from pressrum.errors import BadSource, Location, Mistake, Text, say
from pressrum.ledger import Address, Left, Record, Respelt, Stamp, seal
from pressrum.model import Permalink

FILE = "published.json"
STAMPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
WHEN = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d/\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d)?")
LISTS: dict[str, type[Left | Respelt]] = {"left": Left, "respelt": Respelt}
STATUSES = ("CONFIRMED", "TENTATIVE", "CANCELLED", "GONE")
DAMAGED = say("the record is damaged, and without it published things could get lost")
RESTORE = say(
    "take back the last good one: git checkout HEAD {file}; amid a merge, begin again with both: git checkout"
    " -m {file}",
    file=FILE,
)
KEEP = say(
    "keep one of the two lines: of a meeting the one with the higher sequence, or where they are the same the"
    " later modified"
)
COMMAS = say("every line of a part ends with a comma, but its last")


def parse_record(text: str) -> Record:
    """Give the record.

    Raises `BadSource` with the line for a merge conflict, for what is cut off, and for a
    value that no build writes.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(r"(<{7}|={7}|>{7}|\|{7})(\s|$)", line):
            raise BadSource(
                Mistake(
                    Location(FILE, number),
                    say("a merge has left both versions here"),
                    say(
                        "keep every line of both, each address and meeting once, of a meeting the line with"
                        " the higher sequence, or where they are the same the later modified, and remove"
                        " the marks"
                    ),
                )
            )
    try:
        document = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        damaged = _at(error.lineno, DAMAGED, error.colno)
        raise _comma(text, error.pos) or damaged from None
    except _Twice as twice:
        raise _given_twice(text, str(twice)) from None
    except (ValueError, RecursionError):
        raise _damaged(text, "", DAMAGED) from None
    if not isinstance(document, dict) or set(document) - {"forgotten"} != {"addresses", "meetings"}:
        raise _damaged(text, "", DAMAGED)
    forgotten = document.get("forgotten", [])
    if not isinstance(forgotten, list) or not all(isinstance(mark, str) for mark in forgotten):
        raise _damaged(text, "forgotten", DAMAGED)
    record = Record(
        tuple(_entries(Address, "path", document["addresses"], text)),
        tuple(_entries(Stamp, "id", document["meetings"], text)),
        tuple(sorted(set(forgotten))),
    )
    for address in record.addresses:
        kind, _, id_ = address.source.partition(":")
        if kind == "meeting" and id_ not in record.stamps:
            raise _damaged(
                text, address.path, say('the meeting "{id}" has an address here and no entry', id=id_)
            )
    return record


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
        raise _damaged(text, "", DAMAGED)
    return [_entry(noun, key, name, entry, text) for name, entry in sorted(entries.items())]


def _entry(noun: type[Any], key: str, name: str, entry: Any, text: str) -> Any:
    kinds = {field.name: str(field.type).partition("[")[0] for field in fields(noun) if field.name != key}
    sealed = entry.pop("seal", None) if isinstance(entry, dict) else None
    if isinstance(entry, dict):
        entry = {field: _frozen(field, value) for field, value in entry.items()}
    right = isinstance(entry, dict) and all(
        kinds.get(field) == type(value).__name__ for field, value in entry.items()
    )
    try:
        made = noun(**{key: name} | entry) if right else None
    except TypeError:
        made = None
    if made is None or not _is_whole(made):
        raise _damaged(text, name, say('what is recorded of "{name}" is not what a build writes', name=name))
    if sealed != seal(made):
        raise _damaged(text, name, say('what is recorded of "{name}" has been changed by hand', name=name))
    return _renewed(made)


def _frozen(field: str, value: Any) -> Any:
    """Give lists as the record has them, and anything else as it is, to be told."""
    noun = LISTS.get(field)
    if noun is None or not isinstance(value, list) or not all(_is_of(noun, part) for part in value):
        return value
    return tuple(noun(*part) for part in value) or value


def _is_of(noun: type[Left | Respelt], part: Any) -> bool:
    texts = isinstance(part, list) and all(isinstance(text, str) for text in part)
    return texts and len(part) == len(noun._fields)


def _renewed(made: Any) -> Any:
    """Give an entry as builds write it now: once a name that was mended stood among the districts left."""
    if not isinstance(made, Stamp):
        return made
    names = (was.district for was in made.left if not was.when)
    return replace(
        made,
        left=tuple(was for was in made.left if was.when),
        respelt=(*made.respelt, *(Respelt(name, made.district) for name in names)),
    )


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
            and all(
                WHEN.fullmatch(when) for when in (made.when, *(left.when for left in made.left if left.when))
            )
            and made.status in STATUSES
            and made.sequence >= 0
        )
    except ValueError:
        return False


def _is_second(stamp: str) -> bool:
    return bool(STAMPED.fullmatch(stamp)) and datetime.fromisoformat(stamp) is not None


def _comma(text: str, at: int) -> BadSource | None:
    """Point to the end of a line that lacks its comma, or has one too many, where reading stops `at`."""
    at += text.startswith(",", at)  # Python 3.13 points to the comma, others behind it
    before, after = text[:at].rstrip(), text[at:].lstrip()
    around = before[-1:] + after[:1]
    lacks = (
        around in ('}"', '""') and "\n" in text[len(before) : -len(after)]
    )  # within a line a colon may lack
    if not lacks and around not in (",}", ",]"):
        return None
    message = say("a comma is missing at the end of this line") if lacks else say("there is a comma too many")
    return _at(before.count("\n") + 1, message, len(before) - before.rfind("\n") - 1 + lacks, hint=COMMAS)


def _damaged(text: str, name: str, message: Text) -> BadSource:
    """Point to the line that begins with `name`."""
    opens = json.dumps(name, ensure_ascii=False) + ":"
    for number, line in enumerate(text.split("\n"), 1):
        if name and line.lstrip().startswith(opens):
            return _at(number, message, len(line) - len(line.lstrip()) + 1)
    return _at(1, message)


def _given_twice(text: str, key: str) -> BadSource:
    """Point to the line on which `key` is given for the second time; a whole entry is left by a merge."""
    opens = json.dumps(key, ensure_ascii=False) + ":"
    holding = [(number, line) for number, line in enumerate(text.split("\n"), 1) if opens in line]
    message = say('"{key}" is given twice', key=key)
    entries = [number for number, line in holding if line.lstrip().startswith(f'{opens} {{"')]
    if len(entries) > 1:
        return _at(entries[1], message, hint=KEEP)
    twice = [number for number, line in holding if line.count(opens) > 1]
    numbers = [number for number, _ in holding]
    return _at(next(iter([*twice, *numbers[1:], *numbers]), 1), message)


def _at(line: int, message: Text, column: int = 1, hint: Text = RESTORE) -> BadSource:
    return BadSource(Mistake(Location(FILE, line, column), message, hint))
