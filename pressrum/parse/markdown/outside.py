"""Addresses on other sites, with their places: what `check --external` asks. No build needs to know them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pressrum.model import Link
from pressrum.nodes import Node, Scalar, parts_of
from pressrum.parse.markdown.placing import placed, without_code

LINKED = re.compile(r'(?P<before><a[^>]*? href=)"(?P<target>https?://[^"]+)"', re.IGNORECASE)
WRITTEN = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,:;!?)]", re.IGNORECASE)
"""An address among words: what closes a sentence is not of it."""


def linked_outside(made: str, text: str, path: str) -> tuple[Link, ...]:
    """Give the links to other sites in `made`, the HTML of the source `text`."""
    targets = [html.unescape(link["target"]) for link in LINKED.finditer(made)]
    return placed(targets, {}, without_code(text), path, 1)


def written_outside(node: Node) -> Iterator[Link]:
    """Give the addresses in the values of a YAML document, with the places of the values."""
    for _, part in parts_of(node):
        if isinstance(part, Scalar):
            yield from (Link(address, part.where) for address in WRITTEN.findall(part.text))
