"""A text, a list or a map that stands in the place of another: what is due there, and what to write."""

from __future__ import annotations

import re

from pydantic import BaseModel

from pressrum.errors import Mistake, Text, say
from pressrum.fields.base import Fields
from pressrum.fields.site import ContactFields, ShortcomingFields
from pressrum.fields.text import CorrectionFields, ImageFields
from pressrum.nodes import Mapping, Node, Path, Scalar, first_in, last_key, node_at, place_of, words_of
from pressrum.parse.models import model_at, nearest, required
from pressrum.parse.yaml.entries import begin
from pressrum.parse.yaml.flow import as_value, quoted
from pressrum.slug import slugify
from pressrum.written.reached import mailbox_within

LISTED = CorrectionFields | ShortcomingFields
"""Fields of which there can be several."""
PICTURED = re.compile(
    r"(?:!\[?(?P<alt>[^\[\]()]*)\]? ?\()?(?P<file>[^()]+?\.\w{3,5})"
    r"(?: \"(?i:foto|photo): (?P<credit>[^\"]+)\")?\)?"
)
"""The file of a picture, or the whole line with which a text shows it, within quotation marks or without."""
CALLED = ("name", "namn", "title", "id")
"""Names of fields that say what something is called: who writes one means its value alone."""


def misshapen(kind: str, model: type[Fields], node: Mapping, path: Path) -> Mistake:
    """Say what is due where a text, a list or a map stands in the place of another.

    `kind` is what pydantic calls it: `string_type`, `tuple_type`, `model_type` or `dict_type`.
    """
    found, due = node_at(node, path), model_at(model, path)
    above = node_at(node, path[:-1])
    if kind == "model_type" and isinstance(above, Mapping) and nearest(due, str(path[-1])):
        return Mistake(place_of(node, path, key=True), *_unnamed(above, str(path[-1])))
    if kind == "tuple_type" and isinstance(found, Mapping) and issubclass(due, LISTED):
        message = say('"{key}" takes a list', key=str(path[-1]))
        return Mistake(found.where, message, begin(first_line(found)))
    return Mistake(place_of(node, path), *_wrong_shape(kind, path, due, found))


def _wrong_shape(kind: str, path: Path, due: type[BaseModel], found: Node | None) -> tuple[Text, Text]:
    """Say what is due at `path`, where fields of `due` stand if any do, and `found` stands now."""
    key = last_key(path)
    if kind == "string_type" and isinstance(path[-1], int) and isinstance(found, Mapping):
        return (
            say('"{key}" takes a list of words, and fields stand here', key=key),
            say("write {line}", line=_word(found)),
        )
    if kind == "string_type":
        return (
            say('"{key}" takes a text, and a list or a map stands here', key=key),
            say("write the text on one line, in quotation marks if it holds : or # or begins with a sign"),
        )
    if kind == "tuple_type":
        example = say("write {key}: [one, two]", key=key)
        if issubclass(due, LISTED):
            example = say("write {line}", line=f"{key}: [{_within_braces(due, found)}]")
        return say('"{key}" takes a list', key=key), example
    return say('"{key}" takes fields of its own', key=key), _fields_instead(kind, path, due, found)


def _fields_instead(kind: str, path: Path, due: type[BaseModel], found: Node | None) -> Text:
    """Say how the fields of `due` are written that belong where `found` stands."""
    key = last_key(path)
    first = first_in(found)
    if isinstance(first, Mapping) and kind == "dict_type":
        return _keyed(first)
    if isinstance(first, Mapping) and not first.flow:
        return say("write a space in place of the hyphen")
    if named := _contact(key, due, found):
        return say("write {line}", line=named)
    if due is CorrectionFields and isinstance(found, Scalar):
        return say("write {line}", line=_within_braces(due, found))
    if kind != "dict_type" and required(due) and isinstance(path[-1], str):
        line = pictured(found) if due is ImageFields else None
        return say("write {line}", line=line or f"{key}: {_within_braces(due, found)}")
    return say("write each on its own line below, indented by two spaces: name: value")


def _within_braces(due: type[BaseModel], found: Node | None) -> str:
    """Write the fields of `due` that must be there; of a correction `found`, if it is a text, is the text."""
    inner = ", ".join(f"{name}: …" for name in required(due))
    if due is CorrectionFields and isinstance(found, Scalar):
        inner = inner.replace("text: …", f"text: {quoted(found.text)}")
    return f"{{{inner}}}"


def pictured(found: Node | None) -> Text | None:
    """Write the fields of the picture whose file alone stands in their place, or which a text would show."""
    told = PICTURED.fullmatch(words_of(found).strip())
    if not told:
        return None
    name = told["file"]
    if name.startswith("/") or ":" in name or "\\" in name:
        name = re.split(r"[/\\]", name)[-1]
    return say(
        "image: {{file: {name}, alt: {alt}, credit: {credit}}}",
        name=as_value(name),
        alt=quoted(told["alt"]) if told["alt"] else say("what the picture shows"),
        credit=as_value(told["credit"]) if told["credit"] else say("Name"),
    )


def _first_value(entry: Mapping) -> str:
    return next((value.text for _, value in entry.entries if isinstance(value, Scalar)), "")


def _word(entry: Mapping) -> str:
    """Write an entry of a list as one word: its value, or all of it where a colon had split it."""
    (key, _), *more = entry.entries
    word = _first_value(entry)
    if not more and key.text.lower() not in CALLED:
        word = quoted(f"{key.text}: {word}")
    return word if entry.flow else f"- {word}"


def _contact(key: str, due: type[BaseModel], found: Node | None) -> str:
    """Write a contact of whom words alone are given, or in the place of all of them; "" where it is none."""
    said = words_of(found).strip()
    if not said:
        return ""
    reached = mailbox_within(said)
    name = said.partition(reached or ",")[0].partition(",")[0].strip(" <(")
    if key == "contacts":
        words = as_value(name or "…")
        return f"contacts: {{{slugify(name) or 'a'}: {{name: {words}, email: {reached or '…'}}}}}"
    if due is ContactFields and reached:
        return f"{slugify(key)}: {{name: {as_value(name or key)}, email: {reached}}}"
    return ""


def _keyed(entry: Mapping) -> Text:
    """Say how the first entry of a list is written where each is due under a key of its own."""
    key = slugify(_first_value(entry)) or "a"
    if entry.flow:
        return say("write {line}", line=f"{key}: {first_line(entry)}")
    return say(
        "write {key}: in place of the hyphen, and below it each field with four spaces in front", key=key
    )


def _unnamed(entry: Mapping, name: str) -> tuple[Text, Text]:
    """Say where the field `name` of `entry` belongs, which lacks a key of its own."""
    key = slugify(_first_value(entry)) or "a"
    empty = left_empty(entry)
    hint = say("write {key}: above them, and each of them with four spaces in front", key=key)
    if empty:
        hint = say("indent it by two spaces: it belongs to {name}", name=empty)
    elif entry.flow:
        hint = say("write {line}", line=f"{{{key}: {first_line(entry)}}}")
    return say('a name of its own is missing above "{key}" and the other fields', key=name), hint


def left_empty(entry: Mapping) -> str | None:
    """Give the first key of `entry` with nothing behind it; None where there is none."""
    return next(
        (key.text for key, value in entry.entries if isinstance(value, Scalar) and not value.text), None
    )


def first_line(entry: Mapping) -> str:
    """Write what an entry of a list begins with: all of it when it is written on a line."""
    parts = [
        f"{name.text}: {value.text if isinstance(value, Scalar) else '…'}" for name, value in entry.entries
    ]
    return "{" + ", ".join(parts) + "}" if entry.flow else "".join(parts[:1])
