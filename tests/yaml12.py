"""YAML as an editor reads it: by the core schema of YAML 1.2 (10.3.2), without dates."""

from __future__ import annotations

import re
from typing import Any

import yaml


class Core(yaml.SafeLoader):
    """PyYAML, which is of YAML 1.1, with the plain scalars of 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own


for kind, pattern, letters in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"), letters)


def _decimal(loader: Core, node: yaml.ScalarNode) -> int:
    """Read `0701` as a decimal number: only YAML 1.1 takes it for an octal one."""
    return int(loader.construct_scalar(node), 0 if "o" in node.value or "x" in node.value else 10)


Core.add_constructor("tag:yaml.org,2002:int", _decimal)


def read(text: str) -> Any:
    """Give what an editor makes of `text`."""
    return yaml.load(text, Loader=Core)  # noqa: S506 - a SafeLoader
