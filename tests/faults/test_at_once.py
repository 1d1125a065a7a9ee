"""Two at once: builds, a preview, and what else writes the public record."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import OWN, RELEASE, ROOT, Press, run
from showing import preview

from pressrum.edges.forget import forget_addresses
from pressrum.edges.lock import alone
from pressrum.edges.processes import SHARE
from pressrum.edges.source_files import LOCK, STAGING
from pressrum.errors import MachineTrouble, say

NOW = "2016-12-01T12:00"
FIRST = "content/releases/2016-11-28-oppet-mote.md"
OTHER = "content/releases/2016-11-20-annan.md"


def begun(press: Press, *words: str) -> subprocess.Popen[str]:
    """Start build.py."""
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "build.py"), *words, "--site", "."],
        cwd=press.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]},
    )


def large(press: Press) -> None:
    """Give a site more texts than one process makes."""
    for number in range(SHARE + 10):
        press.write(
            f"content/releases/r{number}.md", f"---\ntitle: T {number}\ndate: 2016-10-01\n---\nText.\n"
        )


def test_builds_at_once(press: Press) -> None:
    """Of builds that are started at once one is done; each other says so, or comes after it."""
    large(press)
    builds = [begun(press, "build", "--now", NOW) for _ in range(4)]
    ends = [(build.communicate()[1], build.returncode) for build in builds]

    assert {status for _, status in ends} <= {0, 3}
    assert (min(status for _, status in ends), max(status for _, status in ends)) == (0, 3)
    assert all("ett annat kommando" in told for told, status in ends if status == 3)
    assert press.tree() == press.clean()


@pytest.mark.torture
def test_build_and_trial_at_once(press: Press) -> None:
    """A build and a trial, each into its own folder, share the cache and are both right."""
    press.write("site.yaml", "search: ja\n" + (press.root / "site.yaml").read_text())
    folders = ("output", "prov")
    for text in ("", "Mer."):
        press.write(FIRST, RELEASE + text)
        builds = [begun(press, "build", "--now", NOW, "--output", folder) for folder in folders]
        ends = [(build.communicate()[1], build.returncode) for build in builds]

        assert [status for _, status in ends] == [0, 0], ends
        assert press.tree("output") == press.tree("prov") == press.clean()


@pytest.mark.torture
def test_build_beside_a_preview(press: Press) -> None:
    """A preview and a build see the same save: each makes its own site, and only one writes the record."""
    press.write(OTHER, RELEASE.replace("Öppet", "Annat").replace("date:", "draft: ja\ndate:"))
    press.build()
    with preview(press, "--now", NOW) as shown:
        for number in range(2):
            press.write(FIRST, RELEASE + f"Rad {number}.\n")
            done = run(press, "build", "--now", NOW)
            assert shown.line()

            assert done.returncode == 0, done.stderr
            assert f"Rad {number}." in shown.page("/pressmeddelanden/2016/oppet-mote/")
            assert press.tree() == press.clean()
            assert "annan" not in (press.root / "published.json").read_text()


def test_lock_of_a_dead_process(press: Press) -> None:
    """What a killed process held, and what it had laid out, is taken over by the next build."""
    press.build()
    held = os.fork()
    if held == 0:
        with alone(press.root / "output"):
            (press.root / "output" / OWN / STAGING).mkdir()
            signal.pause()
    try:
        while not (press.root / "output" / OWN / STAGING).exists():
            pass
        with pytest.raises(MachineTrouble, match="another command"):
            press.build()
    finally:
        os.kill(held, signal.SIGKILL)
        os.waitpid(held, 0)
    press.write(FIRST, RELEASE + "Mer.")
    press.build()

    assert press.tree() == press.clean()
    assert sorted(file.name for file in (press.root / "output" / OWN).iterdir()) == [LOCK, "manifest.json"]


def test_the_folder_that_is_taken_is_named_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is for the folder in which one stands, which has no name of its own."""
    monkeypatch.chdir(tmp_path)
    with alone(Path()), pytest.raises(MachineTrouble) as raised, alone(Path()):
        pass

    assert raised.value.message == say("another command is at work in {folder}", folder=".")


def test_a_web_host_comes_to_a_folder_in_new_ones(tmp_path: Path) -> None:
    """Folders that are made above the site may be read by everyone, whatever the umask."""
    mask = os.umask(0o077)
    try:
        with alone(tmp_path / "a" / "b"):
            modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b")]
    finally:
        os.umask(mask)

    assert modes == [0o755, 0o755]


@pytest.mark.parametrize(
    "words", [("forget", "/om/"), ("forget", "meeting", "sodermalm"), ("recover", "output")]
)
def test_nothing_writes_the_record_beside_a_build(press: Press, words: tuple[str, ...]) -> None:
    """While a build is at work what else writes the record is told to wait, and changes nothing."""
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    press.build()
    record = (press.root / "published.json").read_bytes()
    with alone(press.root / "output"):
        done = run(press, *words)

    assert (done.returncode, "ett annat kommando" in done.stderr) == (3, True)
    assert (press.root / "published.json").read_bytes() == record


def test_what_a_build_has_just_published_is_not_forgotten_with_it(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that ends just before something is forgotten keeps what it has added to the record."""
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    press.build()
    (press.root / "content/pages/om.md").unlink()

    @contextmanager
    def waited(output: Path) -> Iterator[None]:
        press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
        press.write(OTHER, RELEASE.replace("Öppet", "Annat"))
        press.build()
        (press.root / "content/pages/om.md").unlink()
        with alone(output):
            yield

    monkeypatch.setattr("pressrum.edges.forget.alone", waited)
    forget_addresses(press.root, ["/om/"])
    addresses = json.loads((press.root / "published.json").read_bytes())["addresses"]

    assert "/om/" not in addresses
    assert "/pressmeddelanden/2016/annan/" in addresses


def test_process_that_the_system_ends(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system ends a process that helps, for want of memory, the build says so, and that is all."""
    press.build()
    large(press)
    before, parent = press.tree(), os.getpid()

    def die(*_: object) -> None:
        assert os.getpid() != parent
        os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patched:
        patched.setattr("pressrum.edges.processes._processors", lambda: 2)  # threads of other tests aside
        patched.setattr("pressrum.edges.making._made", die)
        with pytest.raises(MachineTrouble, match="memory"):
            press.build()
    assert press.tree() == before
    press.build()

    assert press.tree() == press.clean()


def test_no_shared_memory(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes cannot share work, as in a container without shared memory, one does it all."""
    large(press)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("multiprocessing.synchronize.SemLock.__init__", refuse)
    press.build()
    monkeypatch.undo()

    assert press.tree() == press.clean()


def test_mistakes_found_by_many_hands(press: Press) -> None:
    """Mistakes that come to light while many processes make pages are told as those of one."""
    large(press)
    press.write("templates/release.html", "{{ nonsens }}\n")

    assert set(press.mistakes()) == {'templates/release.html:1:4: there is no "nonsens" here'}
