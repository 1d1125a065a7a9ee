"""Sites for tests that build, each in a folder of its own, and the browser for those that look."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zoneinfo
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from peer import missing, web_host
from refused import in_words, told_in_file
from rich import Rich, build_rich

from build import build
from pressrum.edges import commands, sources
from pressrum.edges.request import Outcome, Request

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # on a slow machine what is claimed is no less true

ROOT = Path(__file__).resolve().parent.parent
OWN = ".pressrum"

SITE = """\
title: Pressrummet
url: https://press.example/
contacts:
  anna: {name: Anna Ek, role: Pressekreterare, email: anna@press.example, phone: 08-508 29 000}
"""
TOUR = """\
title: Gör din röst hörd
meetings:
  - {district: Södermalm, date: 2016-11-29, time: 18.00, place: Zinkensdamms IP}
  - {district: Skärholmen, date: 2017-02-04}
"""
RELEASE = """\
---
title: Öppet möte
date: 2016-11-28 09:00
---

Välkommen till mötet.
"""


class Press:
    """A press office's folder, and what its people do there."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, text: str | bytes) -> None:
        """Write a source file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def edit(self, path: str, old: str, new: str) -> None:
        """Change words in a source file, where they stand first."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"there is no {old!r} in {path}"
        self.write(path, text.replace(old, new, 1))

    def build(
        self, now: str | None = "2016-12-01T12:00", output: str = "output", *, frozen: bool = False
    ) -> Outcome:
        """Build for the moment `now`, local time; None for the clock's."""
        return build(Request(self.root, self.root / output, now, frozen))

    def mistakes(self, now: str = "2016-12-01T12:00") -> list[str]:
        """Give the English reports of a build that must fail: place and message."""
        return [report.partition(" | ")[0] for report in self.reports(now)]

    def reports(self, now: str = "2016-12-01T12:00") -> list[str]:
        """Give the English reports of a build that must fail: place, message and hint."""
        return told_in_file(lambda: self.build(now))

    def warnings(self, now: str = "2016-12-01T12:00") -> list[str]:
        """Give the English warnings of a build: place, message and hint."""
        return list(map(in_words, self.build(now).outlook.warnings))

    def tree(self, output: str = "output") -> dict[str, bytes]:
        """Give the files of the site as it stands in `output`: bytes by name, without the build's own."""
        top = self.root / output
        return {
            file.relative_to(top).as_posix(): file.read_bytes()
            for file in sorted(top.rglob("*"))
            if file.is_file() and OWN not in file.parts
        }

    def clean(self, now: str = "2016-12-01T12:00") -> dict[str, bytes]:
        """Give the files of a build into an empty folder."""
        shutil.rmtree(self.root / "clean", ignore_errors=True)
        self.build(now, "clean")
        return self.tree("clean")

    def page(self, path: str) -> str:
        """Give the page or file at an address."""
        name = path.removeprefix("/") + ("index.html" if path.endswith("/") else "")
        return (self.root / "output" / name).read_text(encoding="utf-8")


def run(press: Press, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run build.py in the site's folder."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "build.py"), *words, "--site", "."],
        cwd=press.root,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]} | variables,
        timeout=300,
    )


def typed(press: Press, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run build.py in the site's folder, in this process, which has loaded it."""
    out, err = io.BytesIO(), io.BytesIO()
    told = [io.TextIOWrapper(stream, write_through=True) for stream in (out, err)]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(told[0]), redirect_stderr(told[1]):
        patch.chdir(press.root)
        patch.setattr(sys, "argv", ["build.py", *words, "--site", "."])
        patch.setattr(os, "environ", {"PATH": os.environ["PATH"]} | variables)
        try:
            commands.main(build, ROOT)
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
    return subprocess.CompletedProcess(words, status, out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture(autouse=True, scope="session")
def same_zones_everywhere() -> Iterator[None]:
    """Read time zones from the tzdata package, as the command does."""
    zoneinfo.reset_tzpath(to=())
    yield
    zoneinfo.reset_tzpath()


@pytest.fixture(autouse=True, scope="session")
def nothing_saves_meanwhile() -> Iterator[None]:
    """Let builds in this process not wait for a text that is being saved: tests write before they build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "SAVE", 0)
        patch.setattr(sources, "BEGUN", 0)
        yield


@pytest.fixture
def empty(tmp_path: Path) -> Press:
    """Give a site with templates and site.yaml and nothing else."""
    return bare(tmp_path)


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """Give a site with a release and a tour of two meetings."""
    return small(tmp_path)


def bare(folder: Path) -> Press:
    """Make a site with templates and site.yaml and nothing else in a folder."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    press = Press(folder)
    press.write("site.yaml", SITE)
    return press


def small(folder: Path) -> Press:
    """Make a site with a release and a tour of two meetings in a folder."""
    press = bare(folder)
    press.write("tour.yaml", TOUR)
    press.write("content/releases/2016-11-28-oppet-mote.md", RELEASE)
    return press


QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What keeps Chromium from asking anyone but our own web host, also as root in a container."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser of this machine; no test downloads one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - for the few tests that need it
    from screenshots import BROWSERS  # noqa: PLC0415 - it loads that too

    path = next(filter(None, map(shutil.which, BROWSERS)), None) or missing(
        "Chromium", "install it, on Debian with apt-get install chromium-headless-shell"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rich]:
    """Give the site that has every kind of page."""
    press = Press(tmp_path_factory.mktemp("rich"))
    build_rich(press)
    with web_host(press.root / "output") as url:
        yield Rich(press.root / "output", url)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Give the folders of the sample site, built for now and for the day on which the tour was announced."""
    moments = (None, "2016-11-28T10:00")
    folders = tuple(tmp_path_factory.mktemp("sample") for _ in moments)
    for folder, now in zip(folders, moments, strict=True):
        build(Request(ROOT, folder, now))
    return folders
