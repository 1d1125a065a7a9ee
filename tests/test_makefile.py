"""The commands as `make` wraps them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, Press
from peer import missing


def make(*words: str) -> subprocess.CompletedProcess[str]:
    """Run make; give how it ended."""
    program = shutil.which("make") or missing("make", "install it, on Debian with apt-get install make")
    return subprocess.run([program, *words], cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S603 - our own Makefile


def for_site(press: Press) -> tuple[str, ...]:
    """Give what makes it work on a site, with the Python that runs the tests."""
    return "-s", "-o", ".venv/run.stamp", f"BIN={Path(sys.executable).parent}", f"SITE={press.root}"


def made(press: Press, *words: str) -> str:
    """Give what make says that does its work for a site."""
    done = make(*for_site(press), *words)

    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_was_typed_after_make_arrives_as_it_stands(press: Press) -> None:
    """Dollar signs, quotation marks and what a shell would take for itself stay in titles and places."""
    words = "Vi vill \"bygga\": $100 & 'mer' $(SITE) `id` #1"
    made(press, "new-release", f"TITLE={words}")
    made(press, "new-meeting", "DISTRICT=Farsta", "DATE=2099-03-20", f"PLACE={words}")
    (release,) = set((press.root / "content/releases").iterdir()) - {
        press.root / "content/releases/2016-11-28-oppet-mote.md"
    }
    quoted = words.replace('"', r"\"")

    assert f'title: "{quoted}"' in release.read_text(encoding="utf-8")
    assert f'place: "{quoted}"' in (press.root / "tour.yaml").read_text(encoding="utf-8")


def test_an_address_that_was_copied_with_all_behind_it_is_an_address(press: Press) -> None:
    """What follows a page's address in a browser is nothing for a shell, and several are parted by spaces."""
    press.build()
    told = [make(*for_site(press), "forget", f"WHAT={what}").stderr for what in ("/om/?a=*&b=$(id)", "/ /b/")]

    assert [line.partition("\n")[0] for line in told] == [
        "fel: /om/?a=*&b=$(id) finns inte i publiceringslistan",
        "fel: / görs av det som finns i källorna och skulle publiceras igen",
    ]


def test_what_make_does_not_know_is_answered_with_what_it_does() -> None:
    """Who types `make new` is told the commands that there are, with status 2."""
    done = make("new")

    assert done.returncode == 2
    assert "There are: make | make serve | make new-release | make new-meeting | " in done.stderr
