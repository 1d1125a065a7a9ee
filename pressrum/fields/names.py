"""What fields are called, in files and by people, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pressrum.fields.base import Fields, fields_of
from pressrum.fields.site import ContactFields, ShortcomingFields, SiteFields
from pressrum.fields.text import CorrectionFields, ImageFields, ReleaseFields
from pressrum.fields.tour import MeetingFields, TourFields

MODELS: tuple[type[Fields], ...] = (
    SiteFields,
    ContactFields,
    ShortcomingFields,
    ReleaseFields,
    ImageFields,
    CorrectionFields,
    TourFields,
    MeetingFields,
)


def names_of(model: type[BaseModel]) -> dict[str, str]:
    """Give the fields of `model` by all that they are called, their own names too."""
    called = (_words(name, field) for name, field in fields_of(model).items())
    return {word: words[0] for words in called for word in words}


def _words(name: str, field: FieldInfo) -> tuple[str, ...]:
    extra = field.json_schema_extra
    others: Any = extra.get("called", ()) if isinstance(extra, dict) else ()
    return (name, *others)


def _lists(model: type[Fields]) -> Iterator[str]:
    for name, field in fields_of(model).items():
        if get_origin(field.annotation) is tuple:
            yield from _words(name, field)


NAMES = frozenset(word for model in MODELS for word in names_of(model))
"""Every word that is the name of a field somewhere."""
LIST_FIELDS = frozenset(word for model in MODELS for word in _lists(model))
"""Those among them whose field is a list."""
