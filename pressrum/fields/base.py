"""What all maps of fields share."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo


def field(
    about: str,
    *called: str,
    default: Any = None,
    required: bool = False,
    alias: str | None = None,
    at_least: int | None = None,
    example: str | list[str] | None = None,
) -> Any:
    """Give a field: what it is for, what else it is `called`, its default, how many it takes at least.

    `about` is a text of the catalogues: editors show it in the site's language. The example is as
    staff would write it, what is a `phrase` in it in their language.
    """
    return Field(
        ... if required else default,
        description=about,
        alias=alias,
        min_length=at_least,
        examples=[example] if example else None,
        json_schema_extra={"called": list(called)},
    )


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields of a model by their names, as staff write them: `with`, which Python has as a word."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def phrase(text: str) -> str:
    """Give `text`, which is one of the catalogues: words of an example."""
    return text


WEIGHTY = {"date", "draft", "expires", "retracted", "cancelled"}
"""Fields that decide what is public: one that is there and says nothing is a mistake."""


class Fields(BaseModel):
    """A map of fields in a source file; an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _left_empty(cls, written: Any) -> Any:
        """Take a field that is there without a value as not given; an unknown key stays, to be told."""
        if not isinstance(written, dict):
            return written
        known = fields_of(cls).keys() - WEIGHTY
        return {
            key: "" if value is None and key in WEIGHTY else value
            for key, value in written.items()
            if value is not None or key not in known
        }
