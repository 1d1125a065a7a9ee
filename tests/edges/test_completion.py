"""The Tab key, in the shells themselves: each runs on a terminal, and what stands on its line is read."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT, Press, run
from peer import missing

BEGIN = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source <({})"),
    "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -u -d ./zcompdump; source <({})"),
    "fish": (["fish", "--no-config", "-i"], "{} | source"),
}
READY = "echo re''ady\n"
"""What makes a shell say ready where its echo of the line does not."""
SHELLS = pytest.mark.parametrize(
    "shell", ["bash", *(pytest.param(shell, marks=pytest.mark.torture) for shell in ("zsh", "fish"))]
)


@pytest.fixture
def office(press: Press, tmp_path: Path) -> Press:
    """Give a site that has been built, in whose folder build.py is, and a program called python."""
    press.build("2016-12-01T12:00")
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    shutil.copy(ROOT / "build.py", press.root)
    (press.root / "pressrum").symlink_to(ROOT / "pressrum")
    return press


class Screen:
    """A shell on a terminal."""

    def __init__(self, handle: int) -> None:
        self.handle = handle

    def type(self, words: str, awaited: str = "") -> str:
        """Type `words`; give what the shell writes until `awaited` stands there, or else till it is quiet."""
        os.write(self.handle, words.encode())
        seen, end = "", time.monotonic() + 15
        while time.monotonic() < end and not (awaited and awaited in seen):
            if select.select([self.handle], [], [], 0.3)[0]:
                seen += os.read(self.handle, 65536).decode(errors="replace")
            elif not awaited:
                break
        return seen


@contextmanager
def opened(shell: str, office: Press) -> Iterator[Screen]:
    """Open a shell that has been told how to complete."""
    pty = pytest.importorskip("pty")
    for needed in (shell, "setsid"):
        if not shutil.which(needed):
            missing(needed, f"install it, on Debian with apt-get install {shell} util-linux")
    command, source = BEGIN[shell]
    ours, theirs = pty.openpty()
    path = f"{office.root}/bin:{os.environ['PATH']}"
    process = subprocess.Popen(  # noqa: S603 - a shell of this machine
        [str(shutil.which("setsid")), "--ctty", "--wait", *command],
        cwd=office.root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={"PATH": path, "HOME": str(office.root), "TERM": "dumb"},
    )
    os.close(theirs)
    screen = Screen(ours)
    try:
        screen.type("")
        screen.type(f"{source.format(f'python build.py completion {shell}')}; {READY}", "\nready")
        yield screen
    finally:
        os.close(ours)  # the terminal is gone, and the shell with it
        process.wait(10)


TYPED = (
    ("python build.py sta", "status"),
    ("python build.py forget meeting sk", "skarholmen"),
    ("python build.py forget /turne/so", "/turne/sodermalm/"),
    ("python build.py build --fro", "--frozen"),
)
KILL_LINE = "\x15"


@SHELLS
def test_the_tab_key_completes(shell: str, office: Press) -> None:
    """What has begun is completed: commands, options, and meetings and addresses of the record."""
    with opened(shell, office) as screen:
        for typed, whole in TYPED:
            rest = whole.removeprefix(typed.split()[-1])
            seen = screen.type(f"{typed}\t", rest).replace(typed, "", 1)
            screen.type(KILL_LINE + READY, "\nready")

            assert rest in seen, typed


@pytest.mark.parametrize("words", [[], ["cmd"]])
def test_another_shell_is_told_which_there_are(words: list[str], press: Press) -> None:
    """Without the name of a shell, or with another, the command lists those that it helps."""
    done = run(press, "completion", *words)

    assert done.returncode == 2
    assert done.stderr.endswith("\n  tips: skriv något av dessa: bash, zsh, fish\n")


def test_a_site_without_a_record_offers_only_the_word(press: Press) -> None:
    """Where nothing has been published the Tab key is no trouble."""
    words = {"COMP_WORDS": "build.py forget ", "COMP_CWORD": "2", "_BUILD_PY_COMPLETE": "bash_complete"}
    shutil.copy(ROOT / "build.py", press.root)
    (press.root / "pressrum").symlink_to(ROOT / "pressrum")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(press.root / "build.py")],
        cwd=press.root,
        env=words,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert done.stdout.split() == ["plain,meeting"]
