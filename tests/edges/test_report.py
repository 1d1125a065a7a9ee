"""What is said while a build goes on."""

from __future__ import annotations

import io
import sys

import pytest

from pressrum.edges import report
from pressrum.language import Language


class Terminal(io.StringIO):
    """A screen, as far as a program can tell."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, total: int, stream: io.StringIO) -> str:
    """Give what a build of `total` pages shows of its progress."""
    monkeypatch.setattr(sys, "stderr", stream)
    progress = report.Progress(total, Language("sv"))
    for done in range(20, total + 1, 20):
        progress.reach(done)
    return stream.getvalue()


def test_long_build_shows_its_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long build counts its pages on one line, and ends it."""
    line = shown(monkeypatch, 220, Terminal())

    assert line.startswith("\rGör sidor: 20/220\rGör sidor: 40/220")
    assert line.endswith("\rGör sidor: 220/220\n")


def test_log_and_short_build_show_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a log, and when it is quickly done, nothing is shown."""
    assert shown(monkeypatch, 220, io.StringIO()) == ""
    assert shown(monkeypatch, 40, Terminal()) == ""
