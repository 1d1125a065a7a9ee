"""Golden sites: what a folder of sources gives, whole.

A case is a folder below tests/cases with the sources; `command.txt`, what is typed;
`console.txt`, what is said; and `expected/`, the site, with `published.json` beside it in
`expected.json`. All share the templates in tests/cases/templates, which show every value and
no design. `make accept` rewrites what is expected: read the diff before committing it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Press, run

CASES = ROOT / "tests" / "cases"
NAMES = sorted(folder.name for folder in CASES.iterdir() if (folder / "command.txt").exists())
KEPT = ("command.txt", "console.txt", "expected", "expected.json")


def said(case: Path, press: Press) -> str:
    """Run a case's command in a copy of its sources; give what it says, with its exit status."""
    shutil.copytree(case, press.root, ignore=shutil.ignore_patterns(*KEPT))
    shutil.copytree(CASES / "templates", press.root / "templates", dirs_exist_ok=True)
    done = run(press, *(case / "command.txt").read_text(encoding="utf-8").split())
    return f"{done.stderr}{done.stdout}exit status {done.returncode}\n"


def accept(case: Path, console: str, press: Press) -> None:
    """Write down what came out as what is expected."""
    (case / "console.txt").write_text(console, encoding="utf-8")
    shutil.rmtree(case / "expected", ignore_errors=True)
    for name, content in press.tree().items():
        Press(case / "expected").write(name, content)
    if (press.root / "published.json").exists():
        shutil.copyfile(press.root / "published.json", case / "expected.json")


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path) -> None:
    """The sources of a case give its console text, its site and its record, and no file besides."""
    case, press = CASES / name, Press(tmp_path / "site")
    console = said(case, press)
    if os.environ.get("ACCEPT"):
        accept(case, console, press)

    assert console == (case / "console.txt").read_text(encoding="utf-8")
    assert press.tree() == Press(case).tree("expected")
    record, expected = press.root / "published.json", case / "expected.json"
    assert record.exists() is expected.exists()
    assert not expected.exists() or record.read_bytes() == expected.read_bytes()


def test_there_are_cases() -> None:
    """The cases are found: a moved folder must not make the test above pass by running nothing."""
    assert len(NAMES) >= 6
