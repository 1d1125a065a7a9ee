"""Nothing comes in but what is locked, and a build asks nobody for anything."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, Press
from peer import missing

LOCKS = ("requirements/run.txt", "requirements/test.txt")
REQUIREMENT = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
WHEEL = "locked-1.0-py3-none-any.whl"


def wheel(folder: Path, said: str) -> str:
    """Make a small library that says something; give the SHA-256 of its file."""
    with zipfile.ZipFile(folder / WHEEL, "w") as made:
        made.writestr("locked.py", f"SAID = {said!r}\n")
        made.writestr("locked-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: locked\nVersion: 1.0\n")
        made.writestr(
            "locked-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        made.writestr("locked-1.0.dist-info/RECORD", "")
    return hashlib.sha256((folder / WHEEL).read_bytes()).hexdigest()


def install(folder: Path, digest: str) -> subprocess.CompletedProcess[str]:
    """Install that library as make does, where its lock gives `digest`."""
    (folder / "run.txt").write_text(f"locked==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (command,) = re.findall(r"-m (pip install .*) -r requirements/run\.txt", makefile)
    where = [
        "--no-index",
        "--find-links",
        str(folder),
        "--target",
        str(folder / "into"),
        "-r",
        str(folder / "run.txt"),
    ]
    return subprocess.run(  # noqa: S603 - our own files
        [sys.executable, "-m", *command.split(), *where], capture_output=True, text=True, check=False
    )


def test_locked_file_is_installed(tmp_path: Path) -> None:
    """A file with the bytes of the lock is taken."""
    done = install(tmp_path, wheel(tmp_path, "as locked"))

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "into/locked.py").is_file()


def test_file_with_other_bytes_is_refused(tmp_path: Path) -> None:
    """A file of the same name and version with other bytes is not."""
    digest = wheel(tmp_path, "as locked")
    wheel(tmp_path, "something else")
    done = install(tmp_path, digest)

    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert not (tmp_path / "into").exists()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_hashes(lock: str) -> None:
    """Each library in a lock has one version and hashes, and there is nothing else in it."""
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert REQUIREMENT.sub("", text).strip() == ""
    assert len(REQUIREMENT.findall(text)) > 10


def test_all_that_is_installed_is_locked() -> None:
    """Who installs, in the Makefile or the README, does it with hashes; npm by its lock, without scripts."""
    for name in ("Makefile", "README.md", ".ci/run"):
        text = (ROOT / name).read_text(encoding="utf-8")
        installs = re.findall(r"^.*(?:pip install|npm (?:ci|install)).*$", text, re.MULTILINE)

        assert [
            line
            for line in installs
            if "--require-hashes" not in line and "npm ci --ignore-scripts" not in line
        ] == []


def named(group: list[str]) -> set[str]:
    """Give libraries by the names that a lock has."""
    return {re.split(r"[\[<>=; ]", name)[0].replace("_", "-").lower() for name in group}


def test_every_library_is_locked_and_has_its_reason() -> None:
    """What pyproject.toml names is in the locks, and docs/dependencies.md says what for and why."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = (named(project["project"]["dependencies"]), named(project["dependency-groups"]["test"]))
    locked = [
        {name for name, _, _ in REQUIREMENT.findall((ROOT / lock).read_text(encoding="utf-8"))}
        for lock in LOCKS
    ]
    run, test = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").split("## To test")
    rows = [
        re.findall(r"^\| ([^|]+) \| [^|]{10,} \| [^|]{10,} \| [^|]+ \|$", part, re.MULTILINE)
        for part in (run, test)
    ]
    told = [named(re.split(r", (?![^(]*\))", ", ".join(part))) - {"library", "---"} for part in rows]

    assert wanted[0] <= locked[0]
    assert wanted[0] | wanted[1] <= locked[1]
    assert wanted[0] == told[0]
    assert wanted[1] <= told[1]


def test_a_build_needs_no_network(press: Press) -> None:
    """Where there is no network at all the command builds a site, its search index and all."""
    unshare = shutil.which("unshare") or missing("unshare", "it is part of util-linux")
    alone = [unshare, "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:  # noqa: S603
        missing("a network namespace", "this machine does not let one be made")
    press.write("site.yaml", (press.root / "site.yaml").read_text(encoding="utf-8") + "search: ja\n")
    built = subprocess.run(  # noqa: S603 - our own command
        [*alone, sys.executable, str(ROOT / "build.py"), "--site", str(press.root)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1480586400"},
    )

    assert built.returncode == 0, built.stderr
    assert (press.root / "output/pagefind/pagefind.js").is_file()
