"""Golden sites: what a folder of sources gives, whole.

A case is a folder below tests/cases with the sources; `command.txt`, what is typed;
`console.txt`, what is said; and `expected/`, the site, with `published.json` beside it in
`expected.json`. All share the templates in tests/cases/templates, which show every value and
no design. `make accept` rewrites what is expected: read the diff before committing it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import OWN, ROOT

CASES = ROOT / "tests" / "cases"
NAMES = sorted(folder.name for folder in CASES.iterdir() if (folder / "command.txt").exists())
KEPT = ("command.txt", "console.txt", "expected", "expected.json")


def run(case: Path, site: Path) -> str:
    """Run a case's command in a copy of its sources; give what it says, with its exit status."""
    shutil.copytree(case, site, ignore=shutil.ignore_patterns(*KEPT))
    shutil.copytree(CASES / "templates", site / "templates", dirs_exist_ok=True)
    command = (case / "command.txt").read_text(encoding="utf-8").split()
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "build.py"), *command, "--site", "."],
        cwd=site,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]},
    )
    return f"{done.stderr}{done.stdout}exit status {done.returncode}\n"


def files(top: Path) -> dict[str, bytes]:
    """Give the files below `top` by name, without the build's own."""
    return {
        file.relative_to(top).as_posix(): file.read_bytes()
        for file in sorted(top.rglob("*"))
        if file.is_file() and OWN not in file.parts
    }


def accept(case: Path, console: str, site: Path) -> None:
    """Write down what came out as what is expected."""
    (case / "console.txt").write_text(console, encoding="utf-8")
    shutil.rmtree(case / "expected", ignore_errors=True)
    for name, content in files(site / "output").items():
        file = case / "expected" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if (site / "published.json").exists():
        shutil.copyfile(site / "published.json", case / "expected.json")


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path) -> None:
    """The sources of a case give its console text, its site and its record, and no file besides."""
    case, site = CASES / name, tmp_path / "site"
    console = run(case, site)
    if os.environ.get("ACCEPT"):
        accept(case, console, site)

    assert console == (case / "console.txt").read_text(encoding="utf-8")
    assert files(site / "output") == files(case / "expected")
    record = case / "expected.json"
    assert (site / "published.json").exists() is record.exists()
    assert not record.exists() or (site / "published.json").read_bytes() == record.read_bytes()


def test_there_are_cases() -> None:
    """The cases are found: a moved folder must not make the test above pass by running nothing."""
    assert len(NAMES) >= 6
