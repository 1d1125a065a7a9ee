"""What git does with the public record where staff do as a tip says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
from conftest import ROOT, TOUR, Press
from peer import missing

WHO = ("-c", "user.name=Anna Ek", "-c", "user.email=anna@press.example", "-c", "init.defaultBranch=main")
SOON = "date: 2017-02-04"
BRANCHES = (
    ("main", SOON, "01"),
    ("anna", f"{SOON}, time: 18.00", "02"),
    ("bo", f"{SOON}, time: 19.00", "03"),
)
"""Each with the meeting as it stands there, and the day in December on which it was built."""


def git(press: Press, *words: str) -> int:
    """Run git in the site's folder; give its exit status."""
    program = shutil.which("git") or missing("git", "on Debian apt-get install git")
    return subprocess.run(  # noqa: S603 - git itself, deaf to what else this machine has set for it
        [program, *WHO, *words],
        cwd=press.root,
        check=False,
        capture_output=True,
        env={"PATH": os.environ["PATH"]},
    ).returncode


def record(press: Press) -> str:
    """Give the public record as it stands."""
    return (press.root / "published.json").read_text(encoding="utf-8")


@pytest.fixture
def merging(press: Press) -> Press:
    """Give a site amid a merge, before which two have set an hour for one meeting and built."""
    git(press, "init")
    press.write(".gitignore", "output\n.cache\n")
    for branch, meeting, day in BRANCHES:
        git(press, "checkout", "-B", branch, "main")
        press.write("tour.yaml", TOUR.replace(SOON, meeting))
        shutil.rmtree(press.root / "output", ignore_errors=True)
        press.build(f"2016-12-{day}T12:00")
        git(press, "add", "-A")
        git(press, "commit", "-m", "Bygg")
    assert git(press, "merge", "anna") == 1
    git(press, "checkout", "--ours", "tour.yaml")
    return press


def test_the_last_good_record_comes_back_amid_a_merge_and_outside(merging: Press) -> None:
    """What the tip says works with a record that is unmerged, removed, or damaged and added."""
    assert git(merging, "checkout", "HEAD", "published.json") == 0
    good = record(merging)
    git(merging, "add", "-A")
    git(merging, "commit", "-m", "Slå ihop")
    for spoil in (("rm", "-f", "published.json"), ("add", "published.json")):
        merging.write("published.json", "{")
        git(merging, *spoil)

        assert git(merging, "checkout", "HEAD", "published.json") == 0
        assert record(merging) == good
    assert '"sequence": 1' in good
    assert "<<<" not in good


def test_a_merge_that_went_wrong_can_be_begun_again(merging: Press) -> None:
    """What the tip says gives both versions back, also when the wrong one has been added."""
    merging.write("published.json", "{")
    git(merging, "add", "published.json")

    assert git(merging, "checkout", "-m", "published.json") == 0
    assert all(f'"modified": "2016-12-0{day}T11:00:00Z"' in record(merging) for day in (2, 3))
    assert "<<<<<<<" in record(merging)


def test_a_merge_is_mended_by_the_tips(merging: Press) -> None:
    """Without the marks one meeting stands there twice; with the later of its lines the site is built."""
    unmarked = re.sub(r"(?m)^[<=>]{7}.*\n", "", record(merging))
    both = re.sub(r'}\n"', '},\n"', unmarked)
    merging.write("published.json", both)
    told = merging.mistakes("2016-12-03T12:00")
    merging.write("published.json", re.sub(r'(?m)^.*"modified": "2016-12-02.*\n', "", both))

    assert len(told) == 1
    assert told[0].endswith("is given twice")
    assert merging.build("2016-12-03T12:00").written == ()


@pytest.mark.parametrize("name", ["output", ".cache", ".venv", "then", "titta", "look"])
def test_what_is_made_is_not_committed(name: str, press: Press) -> None:
    """What the sample's .gitignore names is passed over as a folder and as a link to one."""
    git(press, "init")
    press.write(".gitignore", (ROOT / ".gitignore").read_bytes())
    (press.root / name).mkdir()
    ignored = git(press, "check-ignore", name)
    (press.root / name).rmdir()
    (press.root / name).symlink_to(press.root.parent)

    assert (ignored, git(press, "check-ignore", name)) == (0, 0)
