"""JSON Schema of the formats, for editors: made from the fields, described in the site's language.

Draft 2020-12, and of it only what older editors know as well. Where the build is lenient the schema
is: what it takes passes (`pressrum.shapes`). Unknown keys and missing fields do not.
"""

from __future__ import annotations

import json
from typing import Any

from pressrum.fields.base import WEIGHTY, Fields
from pressrum.fields.site import SiteFields
from pressrum.fields.text import PageFields, ReleaseFields
from pressrum.fields.tour import TourFields
from pressrum.language import Language

FORMATS: dict[str, type[Fields]] = {
    "site": SiteFields,
    "tour": TourFields,
    "release": ReleaseFields,
    "page": PageFields,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
NULL = {"type": "null"}
EMPTY = {"enum": [None, ""]}
"""A key without a value."""


def render_schema(name: str, language: Language) -> bytes:
    """Give the schema of the format `name`."""
    made = FORMATS[name].model_json_schema()
    parts = {part: _map(inner, language) for part, inner in made.pop("$defs", {}).items()}
    schema = {"$schema": DIALECT, **_map(made, language), "$defs": parts}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _map(made: dict[str, Any], language: Language) -> dict[str, Any]:
    """Give the schema of a map of fields as it came from pydantic, in our words."""
    required = made.get("required", [])
    return {
        "type": "object",
        "properties": {
            name: _field(field, language, empty=name not in required and name not in WEIGHTY)
            for name, field in made["properties"].items()
        },
        "required": required,
        "additionalProperties": False,
    }


def _field(made: dict[str, Any], language: Language, *, empty: bool) -> dict[str, Any]:
    """Give the schema of a field; `empty` says whether it may stand there without a value."""
    about, besides = made["description"], ("default", "examples")
    told = {"description": language.gettext(about)}
    told |= {key: made[key] for key in besides if made.get(key)}
    shape = {key: made[key] for key in made if key not in ("description", "title", "sv", *besides)}
    shapes = [one for one in shape.get("anyOf", [shape]) if one != NULL] + [EMPTY] * empty
    return told | (shapes[0] if len(shapes) == 1 else {"anyOf": shapes})
