"""What fields are called, in English and in Swedish, wherever they stand."""

from __future__ import annotations

from typing import Any

from pressrum.fields.base import Fields
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


def names_of(model: type[Fields]) -> dict[str, str]:
    """Give the fields of `model` by all that they are called: their own names and the Swedish ones."""
    named: dict[str, str] = {}
    for key, field in model.model_fields.items():
        name, extra = field.alias or key, field.json_schema_extra
        swedish: Any = extra.get("sv", ()) if isinstance(extra, dict) else ()
        named |= {name: name} | dict.fromkeys(swedish, name)
    return named


NAMES = frozenset(word for model in MODELS for word in names_of(model))
"""Every word that is the name of a field somewhere."""
