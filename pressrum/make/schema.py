"""JSON Schema of the formats, for editors: made from the fields, described in the site's language.

Draft 2020-12, and of it only what older editors know as well. Where the build is lenient the schema
is: what it takes passes (`pressrum.written.shapes`). Unknown keys and missing fields do not.
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
    about = made["description"]
    told: dict[str, Any] = {"description": language.gettext(about)}
    told |= {"default": made["default"]} if made.get("default") else {}
    told |= {"examples": [_example(one, language) for one in made["examples"]]} if "examples" in made else {}
    besides = ("description", "default", "examples", "title", "called")
    shape = {key: made[key] for key in made if key not in besides}
    shapes = [one for one in shape.get("anyOf", [shape]) if one != NULL] + [EMPTY] * empty
    return told | (shapes[0] if len(shapes) == 1 else {"anyOf": shapes})


def _example(written: str | list[str], language: Language) -> str | list[str]:
    """Give what staff would write, in their language."""
    if isinstance(written, str):
        return language.gettext(written)
    return [language.gettext(part) for part in written]
