"""Nodes to fields: pydantic checks, and its complaints become mistakes with places.

Which key, which place and what to write instead are ours to say; pydantic's own words never
reach a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar, cast, get_origin
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pressrum.errors import BadSource, BadValue, Location, Mistake, Text, say
from pressrum.fields.base import Fields, fields_of
from pressrum.fields.names import names_of
from pressrum.fields.text import TextFields
from pressrum.fields.tour import MeetingFields
from pressrum.nodes import Mapping, Node, Path, Scalar, Sequence, last_key, node_at, place_of, to_python
from pressrum.parse.dated import dated
from pressrum.parse.foreign import called_off, instead
from pressrum.parse.models import field_names, model_at, model_in, nearest, required, without_colon
from pressrum.parse.shapes import left_empty, misshapen, pictured
from pressrum.parse.yaml.flow import as_value, parted
from pressrum.parse.yaml.lookalikes import refused_space
from pressrum.parse.yaml.slips import joined
from pressrum.slug import slugify
from pressrum.written.dates import ANY_DAY
from pressrum.written.moments import split_hour

Some = TypeVar("Some", bound=Fields)

HOURS = ("time", "tid", "klockslag", "klockan", "kl")
"""Names under which an hour is given, where it has no field of its own."""
TOWNS = ("ort", "city", "postnummer", "postnr", "postcode")
"""Names under which a town or its postcode is given, which stands behind the street."""
NOTHING: tuple[object, ...] = (None, "", {})
"""What stands where nothing was written."""
MANY = 100
"""How many mistakes are told of one map: more come from what is no map of ours at all."""


def read_fields(
    model: type[Some],
    node: Mapping,
    zone: ZoneInfo | None = None,
    near: date = ANY_DAY,
    today: date | None = None,
    written: Mapping | None = None,
) -> Some:
    """Give the fields that `node` holds; of a map that is read in parts it is one, and `written` the whole.

    `zone` is that of local times, `near` a day near which a day without a year is likely, `today`
    what "tomorrow" is told from, where that is another day.
    Raises `BadSource` with every mistake in them, a hundred at most.
    """
    try:
        context = {"zone": zone, "near": near, "today": today}
        return model.model_validate(to_python(node), context=context)
    except ValidationError as error:
        whole, details = written or node, error.errors()[:MANY]
        unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
        meant = {field for path in unknown for field in _meant(model, whole, path)}
        meant |= {_outdented(model, whole, detail) for detail in details}
        told = [detail for detail in details if not (_is_absent(detail) and detail["loc"] in meant)]
        raise BadSource(*(_mistake(model, whole, detail) for detail in told)) from None


def read_valid(model: type[Some], node: Mapping, given: dict[str, Any], zone: ZoneInfo | None) -> Some:
    """Give the fields of `node` that can be read; `given` stands in for the others where they must be.

    What comes of it is never published: it lets the rest of a broken source be checked in the
    same run.
    """
    written, context = to_python(node), {"zone": zone, "near": ANY_DAY}
    try:
        return model.model_validate(given | written, context=context)
    except ValidationError as error:
        bad = {detail["loc"][0] for detail in error.errors()}
        right = {key: value for key, value in written.items() if key not in bad}
        return model.model_validate(given | right, context=context)


def _is_absent(detail: ErrorDetails) -> bool:
    return detail["type"] == "missing" or detail["input"] in NOTHING


def _meant(model: type[Fields], node: Mapping, path: Path) -> Iterator[Path]:
    """Give the ways to the fields that an unknown key was meant for: they are misnamed, not missing."""
    key, known, owner = str(path[-1]), model_at(model, path[:-1]), _owner(node, path)
    if dated(known, owner, key):
        yield from ((*path[:-1], name) for name in required(known))
        return
    near = nearest(known, (_colonless(known, owner, key) or key.partition(":"))[0])
    yield (*path[:-1], _lifted(known, owner, key) or (near if near not in owner.named else None) or "")
    if found := entry_above(known, owner, key):
        yield (*path[:-1], *found[0], key)


def _owner(node: Mapping, path: Path) -> Mapping:
    """Give the map in which the key at the end of `path` is unknown, or is missing."""
    return cast("Mapping", node_at(node, path[:-1]))


def _outdented(model: type[Fields], node: Mapping, detail: ErrorDetails) -> Path:
    """Give the way to the empty key below which a field was meant to stand further in; () for none."""
    *above, key = detail["loc"] or ("",)
    owner = node_at(node, tuple(above))
    if detail["type"] != "model_type" or not isinstance(owner, Mapping):
        return ()
    empty = left_empty(owner) if nearest(model_at(model, detail["loc"]), str(key)) else None
    return (*above, empty) if empty else ()


def _mistake(model: type[Fields], node: Mapping, detail: ErrorDetails) -> Mistake:
    kind, path = detail["type"], detail["loc"]
    if kind == "missing":
        return _missing(node, path)
    if kind == "extra_forbidden":
        return _unknown(model, node, path)
    if detail["input"] in NOTHING:
        return _empty(node, path)
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, BadValue):
        return cause.at(place_of(node, path))
    return misshapen(kind, model, node, path)


def _empty(node: Mapping, path: Path) -> Mistake:
    key, where = last_key(path), place_of(node, path, key=isinstance(path[-1], str))
    return Mistake(where, say('"{key}" is empty', key=key), say("write {key}: and its value", key=key))


def _missing(node: Mapping, path: Path) -> Mistake:
    key, owner = str(path[-1]), _owner(node, path)
    if owner.get(key) is not None:
        return _empty(node, path)
    hint = (
        say("add within the braces: {line}", line=f"{key}: …")
        if owner.flow
        else say("add the line {key}: …", key=key)
    )
    return Mistake(owner.where, say('"{key}" is missing', key=key), hint)


def _unknown(model: type[Fields], node: Mapping, path: Path) -> Mistake:
    where, key = place_of(node, path, key=True), str(path[-1])
    known = model_at(model, path[:-1])
    name, _, value = key.partition(":")
    near = nearest(known, name)
    owner = _owner(node, path)
    message = say('there is no field "{key}"', key=key)
    if key[:1].isspace():
        return refused_space(where)
    if entry := dated(known, owner, key):
        return Mistake(where, message, entry)
    if value and not value.startswith("/") and " " not in name.strip():  # else it may go over two lines
        return joined(near or name, value, Location(where.path, where.line, where.column + len(name)))
    if above := _lifted(known, owner, key):
        return Mistake(where, message, _indented(owner.get(key), above))
    word = parted(owner, key) if owner.flow else None  # behind a comma: no name, be it like one
    if bare := _colonless(known, owner, key):
        word = say("write {line}", line=f"{bare[0]}: {as_value(bare[1])}")
    elsewhere = instead(key, owner, known) if issubclass(known, TextFields) else None
    names = owner.entries[: list(owner.named).index(key)]
    begun = [name.text for name, value in names if to_python(value) is not None]
    reason = word and begun[-1:] == ["cancelled"]  # it may tell of a new day
    if issubclass(known, MeetingFields) and not reason:
        elsewhere = called_off(key, owner, near)
    if hint := _fallen(known, owner, where, key) or elsewhere or word or _right_name(owner, near, key):
        return Mistake(where, message, hint)
    further, others = _further_in(known, key), ", ".join(field_names(known))
    hint = (
        say("write it in {name}:", name=further)
        if further
        else say("the fields here are: {names}", names=others)
    )
    return Mistake(where, message, hint)


def _further_in(known: type[BaseModel], key: str) -> str | None:
    """Give the field with fields of its own, and no list of such, of which `key` is one."""
    for name, field in fields_of(known).items():
        inner = model_in(field.annotation)
        if inner and get_origin(field.annotation) is not tuple and key in names_of(inner):
            return name
    return None


def _colonless(known: type[BaseModel], owner: Mapping, key: str) -> tuple[str, str] | None:
    """Give name and value of a field within braces whose colon is missing; None where it is given besides."""
    found, value = without_colon(known, key), owner.get(key)
    told = owner.flow and isinstance(value, Scalar) and not value.text.strip()
    return found if found and told and found[0] not in owner.named else None


def _right_name(owner: Mapping, near: str | None, key: str) -> Text | None:
    """Say what to write for an unknown `key`: the name that is `near`, or the hour of a text with its day."""
    day, value = owner.get("date"), owner.get(key)
    if near:
        if near == "image" and near not in owner.named and (line := pictured(value)):
            return say("write {line}", line=line)
        taken = say('keep one of the two: "{name}" is given too', name=near)
        if slugify(key) in TOWNS:
            taken = say('write it at the end of "{name}", behind a comma', name=near)
        return taken if near in owner.named else say("write {name}", name=near)
    if slugify(key) not in HOURS or not isinstance(day, Scalar) or not isinstance(value, Scalar):
        return None
    if split_hour(day.text):
        return say('keep one of the hours: "{name}" has one too', name="date")
    return say("move the hour behind the day: {line}", line=f"date: {day.text} {value.text}")


def _lifted(known: type[BaseModel], owner: Mapping, key: str) -> str | None:
    """Give the field that is empty in `owner` and would take `key`: the lines below it lack their indent."""
    for name, field in fields_of(known).items():
        value, inner = owner.get(name), model_in(field.annotation)
        if inner and isinstance(value, Scalar) and not value.text.strip():
            below = owner.get(key) if get_origin(field.annotation) is dict else None
            if key in field_names(inner) or (
                isinstance(below, Mapping) and set(field_names(inner)) & set(below.named)
            ):
                return name
    return None


def _indented(value: Node | None, above: str) -> Text:
    """Say how far to indent a field with this `value`, which belongs to the one `above`."""
    if isinstance(value, Mapping) and not value.flow:
        return say("indent it and the lines below it by two spaces: they belong to {name}", name=above)
    return say("indent it by two spaces: it belongs to {name}", name=above)


def _fallen(known: type[BaseModel], owner: Mapping, where: Location, key: str) -> Text | None:
    """Say how far to indent `key` where the last entry of the list or map above would take it."""
    found = entry_above(known, owner, key)
    if found is None:
        return None
    if found[1].flow:
        return say("move it into the braces above")
    count = found[1].entries[0][0].where.column - where.column
    return say("indent it by {count} spaces: it belongs to the entry above", count=count)


def entry_above(known: type[BaseModel], owner: Mapping, key: str) -> tuple[Path, Mapping] | None:
    """Give the last entry of the list or map above `key`, and the way there, where it would take `key`."""
    above = reversed(owner.entries[: list(owner.named).index(key)])
    name, value = next(
        ((name, value) for name, value in above if not isinstance(value, Scalar)), (None, None)
    )
    step: str | int
    match value:
        case Sequence(items=(*before, Mapping() as last)):
            step = len(before)
        case Mapping(entries=(*_, (Scalar(text=step), Mapping() as last))):
            pass
        case _:
            return None
    if name is None or key in last.named or key not in field_names(model_at(known, (name.text,))):
        return None
    return (name.text, step), last


def as_mapping(node: Node | None, otherwise: Mistake) -> Mapping:
    """Give `node` when it is a map; raises `BadSource` with the mistake `otherwise`."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar | Sequence):
        otherwise = Mistake(node.where, otherwise.message, otherwise.hint)
    raise BadSource(otherwise)
