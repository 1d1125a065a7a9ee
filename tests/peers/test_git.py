"""What git does with the public record where staff do as a tip says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable

import pytest
from conftest import RELEASE, ROOT, TOUR, Press
from peer import missing

WHO = ("-c", "user.name=Anna Ek", "-c", "user.email=anna@press.example", "-c", "init.defaultBranch=main")
SOON = "district: Skärholmen, date: 2017-02-04"
BRANCHES = (
    ("main", SOON, "01"),
    ("anna", f"{SOON}, time: 18.00", "02"),
    ("bo", f"{SOON}, time: 19.00", "03"),
)
"""Each with the meeting as it stands there, and the day in December on which it was built."""


def git(press: Press, *words: str) -> int:
    """Run git in the site's folder; give its exit status."""
    return run(press, *words).returncode


def run(press: Press, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git in the site's folder."""
    program = shutil.which("git") or missing("git", "on Debian apt-get install git")
    return subprocess.run(  # noqa: S603 - git itself, deaf to what else this machine has set for it
        [program, *WHO, *words],
        cwd=press.root,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]},
    )


def record(press: Press) -> str:
    """Give the public record as it stands."""
    return (press.root / "published.json").read_text(encoding="utf-8")


@pytest.fixture
def merging(press: Press) -> Press:
    """Give a site amid a merge, before which two have set an hour for one meeting and built."""
    branch(press, BRANCHES)
    assert git(press, "merge", "anna") == 1
    git(press, "checkout", "--ours", "tour.yaml")
    return press


def branch(press: Press, branches: Iterable[tuple[str, str, str]]) -> None:
    """Let each branch off the first have a meeting of its own, and build."""
    git(press, "init")
    press.write(".gitignore", "output\n.cache\n")
    for name, meeting, day in branches:
        git(press, "checkout", "-B", name, "main")
        press.write("tour.yaml", TOUR.replace(SOON, meeting))
        shutil.rmtree(press.root / "output", ignore_errors=True)
        press.build(f"2016-12-{day}T12:00")
        git(press, "add", "-A")
        git(press, "commit", "-m", "Bygg")


def _spread(text: str) -> str:
    """Lay JSON out as an editor may when it saves."""
    return json.dumps(json.loads(text), indent=2, ensure_ascii=False)


def unmerged(press: Press) -> list[str]:
    """Give the files that git wants to be merged by hand."""
    return run(press, "diff", "--name-only", "--diff-filter=U").stdout.split()


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


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_a_record_with_both_versions_is_one_after_the_next_build(style: str, merging: Press) -> None:
    """Nobody has to mend it: git's marks go, and the meeting has a number that no phone has seen."""
    assert git(merging, "checkout", f"--conflict={style}", "published.json") == 0
    assert ("|||||||" in record(merging)) == (style != "merge")

    merging.build("2016-12-04T12:00")

    assert re.findall('"skarholmen": .*"sequence": ([0-9]+)', record(merging)) == ["2"]
    assert "<<<" not in record(merging)
    assert merging.build("2016-12-04T12:00", frozen=True).written == ()


def test_git_merges_records_by_itself(press: Press) -> None:
    """What both have added at the same place is kept, also where that leaves a comma too few."""
    press.write(".gitattributes", (ROOT / ".gitattributes").read_bytes())
    added = (f"{SOON}}}\n  - {{district: {name}, date: 2017-03-04" for name in ("Tensta", "Vällingby"))
    branch(press, zip(("main", "anna", "bo"), (SOON, *added), ("01", "02", "03"), strict=True))

    git(press, "merge", "anna")
    assert unmerged(press) == ["tour.yaml"]
    assert re.search('}\n"', record(press))
    press.write("tour.yaml", re.sub(r"(?m)^[<=>]{7}.*\n", "", (press.root / "tour.yaml").read_text("utf-8")))
    press.build("2016-12-04T12:00")

    assert re.findall('(?m)^"([a-z]+)": {"uid"', record(press)) == [
        "skarholmen",
        "sodermalm",
        "tensta",
        "vallingby",
    ]
    assert re.findall('"(?:tensta|vallingby)": .*"modified": "([^"]+)', record(press)) == [
        "2016-12-02T11:00:00Z",
        "2016-12-03T11:00:00Z",
    ]


def test_a_merge_that_lacks_but_commas_changes_no_frozen_build(press: Press) -> None:
    """A server that may not write the record publishes what two have merged."""
    press.write("tour.yaml", TOUR)
    press.build()
    press.write("published.json", re.sub('},\n"', '}\n"', record(press)))

    assert press.build(frozen=True).written == ()


def test_who_follows_where_only_one_of_two_moved_a_meeting_is_told(press: Press) -> None:
    """Of two moves one stands; in the calendar of the other's district the meeting is cancelled."""
    press.write(".gitattributes", (ROOT / ".gitattributes").read_bytes())
    home = f"{SOON}, id: skarholmen"
    moved = (home.replace("Skärholmen", district) for district in ("Älvsjö", "Årsta"))
    branch(press, zip(("main", "anna", "bo"), (home, *moved), ("01", "02", "03"), strict=True))
    git(press, "merge", "anna")
    git(press, "checkout", "--ours", "tour.yaml")

    press.build("2016-12-04T12:00")
    alvsjo, arsta, before = (
        (press.root / f"output/kalender/{district}.ics").read_text("utf-8")
        for district in ("alvsjo", "arsta", "skarholmen")
    )

    assert "STATUS:CANCELLED" in alvsjo
    assert "STATUS:CANCELLED" in before
    assert "STATUS:TENTATIVE" in arsta
    assert all("SEQUENCE:2" in calendar for calendar in (alvsjo, arsta, before))


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


@pytest.mark.parametrize("written", [lambda text: text.replace("\n", "\r\n"), _spread])
def test_a_record_that_another_program_has_laid_out_does_not_stop_the_preview(
    written: Callable[[str], str], press: Press
) -> None:
    """Git on Windows may give it other line ends, an editor other lines: new words are shown all the same."""
    release = "content/releases/2016-11-28-oppet-mote.md"
    press.write(release, f"{RELEASE}\nKom i tid.\n")
    press.build()
    press.write("published.json", written(record(press)).encode())
    press.build(output="titta")

    press.write(release, f"{RELEASE}\nKom gärna i tid.\n")
    press.build(output="titta")

    assert "Kom gärna" in (press.root / "titta/pressmeddelanden/2016/oppet-mote/index.html").read_text(
        "utf-8"
    )
