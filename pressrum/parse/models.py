"""What a model of fields takes: their names, the one that was meant, and the model of a map within it."""

from __future__ import annotations

import difflib
import re
from typing import Any, get_args

from pydantic import BaseModel

from pressrum.fields.base import fields_of
from pressrum.fields.names import names_of
from pressrum.nodes import Path
from pressrum.slug import slugify

NO_COLON = re.compile(r"([^\s:;=\uff1a]+)(?:\s*[;=\uff1a]\s*|\s+[-–—]\s+|\s+)(\S.*)")
"""A field within braces, cut before its value, with a space or another mark for its colon."""
HOURS_AND_DAYS = ("date", "time", "end")
WORDS = ("about", "access", "with")
"""Names of fields that may be a word of any text."""


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the names of all fields of a model, as staff write them."""
    return tuple(fields_of(model))


def required(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the names of those that must be there."""
    return tuple(name for name, field in fields_of(model).items() if field.is_required())


def nearest(model: type[BaseModel], key: str) -> str | None:
    """Find the field that was meant by `key`: the one of which some name is most like it."""
    meant = {slugify(word): name for word, name in names_of(model).items()}
    like = difflib.get_close_matches(slugify(key), meant, n=1, cutoff=0.73)
    return meant[like[0]] if like else None


def without_colon(model: type[BaseModel], key: str) -> tuple[str, str] | None:
    """Give name and value of the field that `key`, which has no colon, was meant as; None for a text."""
    found = NO_COLON.fullmatch(key)
    name = names_of(model).get(found[1]) if found else None
    if not found or not name:
        return None
    told = found[2].lstrip("\"'")[:1].isdecimal() if name in HOURS_AND_DAYS else name == found[1]
    return (name, found[2]) if told and name not in WORDS else None


def is_name(model: type[BaseModel], key: str) -> bool:
    """Whether `key` is what a field of `model` is called, in whichever language and form of letters."""
    return slugify(key) in {slugify(word) for word in names_of(model)}


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Find the model of the map at `path`, going down through lists, maps and optional fields."""
    for step in path:
        fields = fields_of(model)
        if step in fields:
            model = model_in(fields[str(step)].annotation) or model
    return model


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Give the model of the maps that a field takes, itself or in a list; None when it takes none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)
