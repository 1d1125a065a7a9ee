"""The commands as `make` wraps them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, Press
from peer import missing


def made(press: Press, *words: str) -> str:
    """Run make for a site, with the Python that runs the tests; give what it says."""
    make = shutil.which("make") or missing("make", "install it, on Debian with apt-get install make")
    fixed = ("-s", "-o", ".venv/run.stamp", f"BIN={Path(sys.executable).parent}", f"SITE={press.root}")
    done = subprocess.run([make, *fixed, *words], cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S603 - our own Makefile

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


def test_what_make_does_not_know_is_answered_with_what_it_does() -> None:
    """Who types `make new` is told the commands that there are, with status 2."""
    make = shutil.which("make") or missing("make", "install it, on Debian with apt-get install make")
    done = subprocess.run([make, "new"], cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S603 - our own Makefile

    assert done.returncode == 2
    assert "There are: make | make serve | make new-release | make new-meeting | " in done.stderr
