"""A YAML document as it was written: every scalar is text, every part knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pressrum.errors import Location

NULLS = ("~", "null", "Null", "NULL")
"""What YAML and its editors take for no value, without quotation marks (YAML 1.2, 10.3.2)."""


@dataclass(frozen=True)
class Scalar:
    """A piece of text; never a number, a date or a truth value."""

    text: str
    where: Location


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    where: Location


@dataclass(frozen=True)
class Mapping:
    """A map; its keys are in the order of the source, each one once."""

    entries: tuple[tuple[Scalar, Node], ...]
    where: Location
    flow: bool = False
    """Whether it is written on a line, within { and }."""

    @cached_property
    def named(self) -> dict[str, tuple[Scalar, Node]]:
        """The entries by their keys."""
        return {name.text: (name, value) for name, value in self.entries}

    def get(self, key: str) -> Node | None:
        """Give the value of `key`, or None when it is not there."""
        return self.named[key][1] if key in self.named else None


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]
"""The way to a part: keys of maps and positions in lists, these from 0."""
Place = tuple[int, int]
"""Line and column, both from 1."""


def place_of(node: Node, path: Path, *, key: bool = False) -> Location:
    """Give the place of the part at `path`, as near to it as the document goes.

    With `key`, the place of the last key itself and not of its value.
    """
    if not path:
        return node.where
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping) and step in node.named:
        name, value = node.named[str(step)]
        return name.where if key and not rest else place_of(value, rest, key=key)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return place_of(node.items[step], rest, key=key)
    return node.where


def parts_of(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Give `node`, which is at `path`, and each part of it, with the way there."""
    yield path, node
    if isinstance(node, Mapping):
        for name, value in node.entries:
            yield from parts_of(value, (*path, name.text))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from parts_of(item, (*path, number))


def node_at(node: Node, path: Path) -> Node | None:
    """Give the part at `path`, or None when it is not there."""
    found: Node | None = node
    for step in path:
        if isinstance(found, Mapping):
            found = found.get(str(step))
        elif isinstance(found, Sequence) and isinstance(step, int) and step < len(found.items):
            found = found.items[step]
        else:
            return None
    return found


def last_key(path: Path) -> str:
    """Give the last key on the way to a part, be it that a position in a list follows; "" for none."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def first_in(node: Node | None) -> Node | None:
    """Give the first entry of a list; all else, and a list without any, as it is."""
    return node.items[0] if isinstance(node, Sequence) and node.items else node


def words_of(node: Node | None) -> str:
    """Give the words of a field, of a list the first; "" where there are none."""
    first = first_in(node)
    return first.text if isinstance(first, Scalar) else ""


def to_python(node: Node) -> Any:
    """Give a node as `str`, `list` and `dict`, without places; None where nothing was written."""
    if isinstance(node, Scalar):
        return node.text if node.text.strip() else None
    if isinstance(node, Sequence):
        return [to_python(part) for part in node.items]
    return {name.text: to_python(value) for name, value in node.entries}
