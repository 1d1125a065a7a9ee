"""Write docs/fields.md, every field of every format, from the models: `make fields`.

`tests/test_fields.py` fails when the page is not what this gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pressrum.fields.base import fields_of
from pressrum.make.scalar import scalar
from pressrum.make.schema import FORMATS
from pressrum.parse.models import model_in

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fields.md"
HEAD = """\
# Fields

Every field of every format, made by `make fields` from the models in `pressrum/fields/`: edit those and not
this page. How dates, hours, and yes or no may be written stands in the [handbook](handbook.md). An
unknown field is a mistake, and so is an empty one that must be there or that decides what is public. Editors
are told the same by `build.py schema --write`.
"""
FILES = {
    "site": "site.yaml",
    "tour": "tour.yaml",
    "release": "A press release: content/releases/NAME.md",
    "page": "Another page: content/pages/NAME.md",
}


def render() -> str:
    """Give the page."""
    parts = [HEAD]
    for name, model in FORMATS.items():
        parts += [f"## {FILES[name]}\n", *_sections(model, "")]
    return "\n".join(parts)


def _sections(model: type[BaseModel], path: str) -> Iterator[str]:
    """Give the table of a map of fields, and below it those of the maps within."""
    if path:
        yield f"### {path}\n\n{model.__doc__}\n"
    rows = [_row(name, field, path) for name, field in fields_of(model).items()]
    yield "| field | what | required | default | example |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    for name, field in fields_of(model).items():
        if within := model_in(field.annotation):
            yield from _sections(within, _below(path, name, field))


def _row(name: str, field: FieldInfo, path: str) -> str:
    given = [*(field.examples or ())]
    example = f"`{name}: {_yaml(given[0])}`" if given else f"see {_below(path, name, field)}"
    required = "yes" if field.is_required() else ""
    default = field.default if isinstance(field.default, str | int) and not field.is_required() else None
    shown = "" if default is None else f"`{_yaml(default)}`"
    return f"| `{name}` | {field.description} | {required} | {shown} | {example} |"


def _below(path: str, name: str, field: FieldInfo) -> str:
    """Give the heading of the fields within a field: `contacts: NAME`, `corrections: each`."""
    kind = str(field.annotation)
    each = ": NAME" if kind.startswith("dict") else ": each" if kind.startswith("tuple") else ""
    return f"{path}.{name}{each}" if path else f"{name}{each}"


def _yaml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(scalar(part, flow=True) for part in value)}]"
    return scalar(str(value))


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
