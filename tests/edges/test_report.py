"""What is said while a build goes on."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT, Press, run

from pressrum.edges import report


class Terminal(io.StringIO):
    """A screen, as far as a program can tell."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, total: int, stream: io.StringIO) -> str:
    """Give what a build of `total` pages shows of its progress."""
    monkeypatch.setattr(sys, "stderr", stream)
    progress = report.Progress(total, "Gör sidor", 50)
    for _ in range(total):
        progress.step()
    return stream.getvalue()


def test_long_build_shows_its_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long build counts its pages on one line, and ends it."""
    line = shown(monkeypatch, 220, Terminal())

    assert line.startswith("\rGör sidor: 50/220\rGör sidor: 100/220")
    assert line.endswith("\rGör sidor: 220/220\n")


def test_log_and_short_build_show_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a log, and when it is quickly done, nothing is shown."""
    assert shown(monkeypatch, 220, io.StringIO()) == ""
    assert shown(monkeypatch, 40, Terminal()) == ""


@pytest.mark.torture
def test_a_real_terminal_sees_how_far_a_build_has_come(press: Press) -> None:
    """On a terminal the command counts on one line of standard error; in a pipe it says nothing there."""
    for day in range(1, 29):
        for month in (1, 2, 3, 4):
            press.write(
                f"content/releases/a-{month}-{day}.md",
                f"---\ntitle: A{month}-{day}\ndate: 2016-{month:02}-{day:02}\n---\nText.\n",
            )
    ours, theirs = pytest.importorskip("pty").openpty()
    words = ("build", "--site", ".", "--now", "2016-12-01T12:00")
    build = [sys.executable, str(ROOT / "build.py"), *words]
    subprocess.run(build, cwd=press.root, stderr=theirs, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)
    piped = run(press, "build", "--now", "2016-12-01T12:00", "--output", "then")

    assert re.match(r"\rGör sidor: \d+/259\r", seen)
    assert seen.count("\n") == 1
    assert (piped.returncode, piped.stderr) == (0, "")
