"""JSON Schema of single values, for editors: of what an editor's own YAML reader makes of a text.

An editor reads by YAML 1.2 (10.3.2): `18.00` is a number there, and `true` a truth value, where
our reader has text. All that the build takes must pass, so a shape is as wide as that; what a text
may say beyond it is told by the build.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Shape = dict[str, Any]

TEXT: Shape = {"type": ["string", "number", "boolean"]}
"""Any single value: a title may be a year."""
REASON: Shape = {"type": ["string", "number"]}
"""A text that a bare yes or no cannot be."""
DAY: Shape = {"type": "string"}
HOUR: Shape = {"type": ["string", "number"]}
NAME: Shape = TEXT | {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
"""A word of an address."""
COLOUR: Shape = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}


def several(one: Shape) -> Shape:
    """Give the shape of a list, or of one alone."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def number(least: int, most: int) -> Shape:
    """Give the shape of a whole number, in quotation marks or not."""
    return {
        "anyOf": [
            {"type": "integer", "minimum": least, "maximum": most},
            {"type": "string", "pattern": "^[0-9]+$"},
        ]
    }


def one_of(offered: Iterable[str], *others: Shape, taken: Iterable[str]) -> Shape:
    """Give the shape of a word: those `offered` for choice, and those `taken`, in small letters or large."""
    either = "|".join("".join(f"[{low}{low.upper()}]" for low in word) for word in taken)
    return {
        "anyOf": [
            *others,
            {"enum": list(offered)},
            {"type": "string", "pattern": f"^\\s*(?:{either})\\s*$"},
        ]
    }
