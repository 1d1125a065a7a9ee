"""Imports go one way, so that a room can be read without the others."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "pressrum"
ROOMS = ("parse", "plan", "make", "edges")
MAY = {
    "": set(),
    "parse": {""},
    "make": {""},
    "plan": {"", "make"},
    "edges": {"", "parse", "plan", "make"},
}
"""Which rooms a room may know besides itself; "" are the modules beside the rooms."""
TOUCHES = {"os", "shutil", "socket", "subprocess", "time", "pathlib", "pathlib.Path", "tempfile", "importlib"}
"""What reaches the disk, the clock or the network."""
PROGRAM = {"language.py": {"pathlib", "pathlib.Path"}, "addresses.py": {"pathlib"}}
"""The catalogues are part of the program; a pure path opens nothing."""


def room(module: str) -> str:
    """Give the room of `pressrum.parse.yaml.reader`: parse."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


@cache
def imports(file: Path) -> set[str]:
    """Give the modules that a file imports."""
    found: set[str] = set()
    for part in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(part, ast.Import):
            found |= {alias.name for alias in part.names}
        elif isinstance(part, ast.ImportFrom) and part.module:
            found |= {part.module} | {f"{part.module}.{alias.name}" for alias in part.names}
    return found


FILES = sorted(PACKAGE.rglob("*.py"))


def test_rooms_know_only_what_they_may() -> None:
    """A room imports the words that all share, and the rooms that its place in the flow allows."""
    wrong = {}
    for file in FILES:
        own = next((part for part in file.relative_to(PACKAGE).parts[:1] if part in ROOMS), "")
        others = {room(module) for module in imports(file) if module.startswith("pressrum.")} - {own}
        if not others <= MAY[own]:
            wrong[file] = others - MAY[own]

    assert wrong == {}


def test_only_the_edges_touch_disk_and_clock() -> None:
    """No module outside the edges imports what opens a file or asks for the time."""
    touched = {
        file: imports(file) & TOUCHES - PROGRAM.get(file.name, set())
        for file in FILES
        if "edges" not in file.parts
    }

    assert {file: found for file, found in touched.items() if found} == {}


def test_modules_are_short() -> None:
    """No module has grown past three hundred lines."""
    long = [file.name for file in FILES if len(file.read_text(encoding="utf-8").splitlines()) > 300]

    assert long == []


def test_what_is_named_for_a_change_is_there() -> None:
    """Who comes to change something finds each file that docs/why.md sends them to, and each name in it."""
    table = (
        (ROOT / "docs/why.md").read_text(encoding="utf-8").partition("| to change")[2].partition("\n\n")[0]
    )
    files = {name for name in re.findall(r"`([^`\s]+)`", table) if "/" in name or name.endswith(".py")}
    named = re.findall(r"((?:`\w+`(?:, in | in |, | and ))+)`(\S+\.py)`", table)

    assert len(files) > 10
    assert [name for name in files if not ((PACKAGE / name).exists() or (ROOT / name).exists())] == []
    for names, file in named:
        text = (PACKAGE / file).read_text(encoding="utf-8")
        assert [name for name in re.findall(r"\w+(?=`)", names) if name not in text] == []
