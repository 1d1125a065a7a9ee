"""The Nu HTML checker finds nothing wrong in any page, style sheet or drawing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from peer import missing
from rich import Rich

JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ACCEPTED = re.compile(
    # A file has no origin, so 'self' allows nothing in it. tests/browser holds the policy on a web host.
    r"Resource violates Content Security Policy \(meta tag\): .+ blocked by “(?:style|script|img)-src” dir.+"
    # JSON-LD is a data block and no script: browsers do not hold it against the policy (HTML, 4.12.1).
    r"|Inline script violates Content Security Policy \(meta tag\): .+"
    # SVG 2 has both, and browsers know them: https://www.w3.org/TR/SVG2/propidx.html
    r"|CSS: “(?:vector-effect|paint-order)”: Property “(?:vector-effect|paint-order)” doesn't exist\."
)
"""What the checker says without right."""
BROKEN = {
    "page.html": "<!doctype html><html lang=sv><title>Test</title><p><img src=a.png></p>",
    "style.css": "p { colour: red; }",
    "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circel r="1"/></svg>',
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a page, a style sheet and a drawing that are spoilt on purpose."""
    folder = tmp_path_factory.mktemp("broken")
    for name, text in BROKEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(rich: Rich, sample: tuple[Path, ...], broken: Path) -> list[str]:
    """Give what the checker says of all HTML, CSS and SVG, in one run: its start is what takes time."""
    java = shutil.which("java") or missing("Java", "install it, on Debian as default-jre-headless")
    if not JAR.exists():
        missing("node_modules/vnu-jar")
    options = ("--stdout", "--exit-zero-always", "--format", "json", "--also-check-css", "--also-check-svg")
    done = subprocess.run(  # noqa: S603 - a program of the locked test tools
        [
            java,
            "-jar",
            str(JAR),
            *options,
            "--skip-non-html",
            str(rich.output),
            *map(str, sample),
            str(broken),
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return [
        f"{said['url']}:{said.get('lastLine')}: {said.get('subType', said['type'])}: {said['message']}"
        for said in json.loads(done.stdout)["messages"]
        if not ACCEPTED.fullmatch(said["message"])
    ]


def test_no_page_has_an_error(told: list[str], broken: Path) -> None:
    """The sample, as it is now and as it was in 2016, and the rich site have neither error nor warning."""
    assert [line for line in told if broken.name not in line] == []


def test_checker_finds_what_is_broken(told: list[str], broken: Path) -> None:
    """A page, a style sheet and a drawing that are spoilt on purpose are told: the checker is awake."""
    said = "\n".join(line for line in told if broken.name in line)

    assert re.search("/page.html:.+ error: An “img” element must have an “alt” attribute", said)
    assert re.search("/style.css:.+ error: CSS: “colour”: Property “colour” doesn't exist.", said)
    assert re.search("/icon.svg:.+ error: Element “circel” not allowed", said)
