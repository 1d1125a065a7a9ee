"""Nodes to fields: pydantic checks, and its complaints become mistakes with places.

Which key, which place and what to write instead are ours to say; pydantic's own words never
reach a person.
"""

from __future__ import annotations

import difflib
from datetime import date
from typing import Any, TypeVar, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pressrum.errors import BadSource, BadValue, Location, Mistake, Text, say
from pressrum.fields.base import Fields
from pressrum.fields.site import ShortcomingFields
from pressrum.fields.text import CorrectionFields
from pressrum.nodes import Mapping, Node, Path, Scalar, Sequence, node_at, place_of, plain
from pressrum.parse.yaml_entries import begin
from pressrum.parse.yaml_flow import parted, quoted
from pressrum.parse.yaml_lookalikes import refused_space
from pressrum.parse.yaml_slips import joined
from pressrum.slug import slugify

Some = TypeVar("Some", bound=Fields)

LISTS = ("tuple_type", "list_type")
"""What pydantic calls it when a list was due."""
LISTED = CorrectionFields | ShortcomingFields
CALLED = ("name", "namn", "title", "id")
"""Fields of which there can be several."""
HOURS = ("time", "tid", "klockslag", "klockan", "kl")
"""Names under which an hour is given, where it has no field of its own."""
MANY = 100
"""How many mistakes are told of one map: more come from what is no map of ours at all."""


def read_fields(
    model: type[Some], node: Mapping, zone: ZoneInfo | None = None, near: date | None = None
) -> Some:
    """Give the fields that `node` holds.

    `zone` is that of local times, `near` a day near which a day without a year is likely.
    Raises `BadSource` with every mistake in them, a hundred at most.
    """
    try:
        return model.model_validate(plain(node), context={"zone": zone, "near": near or date(2000, 1, 1)})
    except ValidationError as error:
        details = error.errors()[:MANY]
        meant = {_meant(model, detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
        told = [detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant]
        raise BadSource(*(_mistake(model, node, detail) for detail in told)) from None


def read_valid(
    model: type[Some], node: Mapping, given: dict[str, Any], zone: ZoneInfo | None, near: date
) -> Some:
    """Give the fields of `node` that can be read; `given` stands in for the others where they must be.

    What comes of it is never published: it lets the rest of a broken source be checked in the
    same run.
    """
    written = plain(node)
    while True:
        try:
            return model.model_validate(given | written, context={"zone": zone, "near": near})
        except ValidationError as error:
            bad = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]} & set(written)
            if not bad:
                return model.model_validate(given, context={"zone": zone, "near": near})
            written = {key: value for key, value in written.items() if key not in bad}


def _meant(model: type[Fields], path: Path) -> Path:
    """Give the way to the field that an unknown key was meant for: it is misnamed, not missing."""
    name = str(path[-1]).partition(":")[0]
    return (*path[:-1], _nearest(_model_at(model, path[:-1]), name) or "")


def _mistake(model: type[Fields], node: Mapping, detail: ErrorDetails) -> Mistake:
    kind, path = detail["type"], _written(node, detail["loc"])
    if kind == "missing":
        return _missing(node, path)
    if kind == "extra_forbidden":
        return _unknown(model, node, path)
    if detail["input"] in (None, "", {}):
        return _empty(node, path)
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, BadValue):
        return cause.at(place_of(node, path))
    return _misshapen(kind, model, node, path)


def _misshapen(kind: str, model: type[Fields], node: Mapping, path: Path) -> Mistake:
    """Say what is due where a text, a list or a map stands in the place of another."""
    owner, due = node_at(node, path), _model_at(model, path)
    above = node_at(node, path[:-1])
    if kind == "model_type" and isinstance(above, Mapping) and _nearest(due, str(path[-1])):
        return Mistake(place_of(node, path, key=True), *_unnamed(above, str(path[-1])))
    if kind in LISTS and isinstance(owner, Mapping) and issubclass(due, LISTED):
        message = say('"{key}" takes a list', key=str(path[-1]))
        return Mistake(owner.where, message, begin(first_line(owner)))
    return Mistake(place_of(node, path), *_wrong_shape(kind, path, due, owner))


def _first_value(entry: Mapping) -> str:
    return next((value.text for _, value in entry.entries if isinstance(value, Scalar)), "")


def _word(entry: Mapping) -> str:
    """Write an entry of a list as one word: its value, or all of it where a colon had split it."""
    (key, _), *more = entry.entries
    word = _first_value(entry)
    if not more and key.text.lower() not in CALLED:
        word = quoted(f"{key.text}: {word}")
    return word if entry.flow else f"- {word}"


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
    empty = next(
        (key.text for key, value in entry.entries if isinstance(value, Scalar) and not value.text), None
    )
    hint = say("write {key}: above them, and each of them with four spaces in front", key=key)
    if empty:
        hint = say("indent it by two spaces: it belongs to {name}", name=empty)
    elif entry.flow:
        hint = say("write {line}", line=f"{{{key}: {first_line(entry)}}}")
    return say('a name of its own is missing above "{key}" and the other fields', key=name), hint


def first_line(entry: Mapping) -> str:
    """Write what an entry of a list begins with: all of it when it is written on a line."""
    parts = [
        f"{name.text}: {value.text if isinstance(value, Scalar) else '…'}" for name, value in entry.entries
    ]
    return "{" + ", ".join(parts) + "}" if entry.flow else "".join(parts[:1])


def _written(node: Node, path: Path) -> Path:
    """Cut what pydantic adds to a path, such as the name of a validator."""
    steps: list[str | int] = []
    for step in path:
        if isinstance(node, Mapping):
            steps.append(step)
            found = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int):
            steps.append(step)
            found = node.items[step] if step < len(node.items) else None
        else:
            continue
        if found is None:
            break
        node = found
    return tuple(steps)


def _empty(node: Mapping, path: Path) -> Mistake:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    where = place_of(node, path, key=isinstance(path[-1], str))
    return Mistake(where, say('"{key}" is empty', key=key), say("write {key}: and its value", key=key))


def _missing(node: Mapping, path: Path) -> Mistake:
    key, owner = str(path[-1]), node_at(node, path[:-1])
    here = place_of(node, path[:-1])
    if isinstance(owner, Mapping) and owner.get(key) is not None:
        return _empty(node, path)
    hint = (
        say("add within the braces: {line}", line=f"{key}: …")
        if isinstance(owner, Mapping) and owner.flow
        else say("add the line {key}: …", key=key)
    )
    return Mistake(here, say('"{key}" is missing', key=key), hint)


def _unknown(model: type[Fields], node: Mapping, path: Path) -> Mistake:
    where, key = place_of(node, path, key=True), str(path[-1])
    known = _model_at(model, path[:-1])
    name, _, value = key.partition(":")
    near = _nearest(known, name)
    owner = node_at(node, path[:-1])
    message = say('there is no field "{key}"', key=key)
    if key[:1].isspace():
        return refused_space(where)
    if value and not value.startswith("/") and " " not in name.strip():  # else it may go over two lines
        return joined(near or name, value, Location(where.path, where.line, where.column + len(name)))
    if isinstance(owner, Mapping) and (above := _lifted(known, owner, key)):
        return Mistake(where, message, say("indent it by two spaces: it belongs to {name}", name=above))
    if isinstance(owner, Mapping) and (hint := _right_name(owner, near, key)):
        return Mistake(where, message, hint)
    if isinstance(owner, Mapping) and owner.flow and (hint := parted(owner, key)):
        return Mistake(where, message, hint)
    return Mistake(where, message, say("the fields here are: {names}", names=", ".join(_names(known))))


def _right_name(owner: Mapping, near: str | None, key: str) -> Text | None:
    """Say what to write for an unknown `key`: the name that is `near`, or the hour of a text with its day."""
    day, value = owner.get("date"), owner.get(key)
    if near:
        taken = say('keep one of the two: "{name}" is given too', name=near)
        return taken if near in owner.named else say("write {name}", name=near)
    if slugify(key) not in HOURS or not isinstance(day, Scalar) or not isinstance(value, Scalar):
        return None
    return say("move the hour behind the day: {line}", line=f"date: {day.text} {value.text}")


def _lifted(known: type[BaseModel], owner: Mapping, key: str) -> str | None:
    """Give the field that is empty in `owner` and would take `key`: the lines below it lack their indent."""
    for name, field in known.model_fields.items():
        value, inner = owner.get(field.alias or name), _inner(field.annotation)
        if inner and isinstance(value, Scalar) and not value.text.strip() and key in _names(inner):
            return field.alias or name
    return None


def _names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _required(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items() if field.is_required())


def _nearest(model: type[BaseModel], key: str) -> str | None:
    """Find the field that was meant: by its Swedish name first, else by likeness."""
    meant = {slugify(name): name for name in _names(model)}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        swedish: Any = extra.get("sv", ()) if isinstance(extra, dict) else ()
        meant |= {slugify(word): field.alias or name for word in swedish}
    like = difflib.get_close_matches(slugify(key), meant, n=1, cutoff=0.7)
    return meant[like[0]] if like else None


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Find the model of the map at `path`, going down through lists, maps and optional fields."""
    for step in path:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if step in fields:
            model = _inner(fields[str(step)].annotation) or model
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)


def _wrong_shape(kind: str, path: Path, due: type[BaseModel], found: Node | None) -> tuple[Text, Text]:
    """Say what is due at `path`, where fields of `due` stand if any do, and `found` stands now."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    inner = ", ".join(f"{name}: …" for name in _required(due))
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
    if kind in LISTS:
        example = say("write {key}: [one, two]", key=key)
        if issubclass(due, LISTED):
            example = say("write {line}", line=f"{key}: [{{{inner}}}]")
        return say('"{key}" takes a list', key=key), example
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        hint = say("write each on its own line below, indented by two spaces: name: value")
        if kind != "dict_type" and inner and isinstance(path[-1], str):
            hint = say("write {line}", line=f"{key}: {{{inner}}}")
        if kind == "dict_type" and isinstance(found, Sequence) and isinstance(found.items[0], Mapping):
            hint = _keyed(found.items[0])
        return say('"{key}" takes fields of its own', key=key), hint
    return say('"{key}" cannot be read', key=key), say("write {key}: and its value", key=key)


def as_mapping(node: Node | None, otherwise: Mistake) -> Mapping:
    """Give `node` when it is a map; raises `BadSource` with the mistake `otherwise`."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar | Sequence):
        otherwise = Mistake(node.where, otherwise.message, otherwise.hint)
    raise BadSource(otherwise)
