"""A build that is killed: `kill -9` at any moment, and what the next build finds."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import OWN, RELEASE, Press, small
from photo import picture

from pressrum.edges.processes import SHARE
from pressrum.edges.source_files import COMING, LOCK, MANIFEST, STAGING

FIRST = "content/releases/2016-11-28-oppet-mote.md"
NEW = "---\ntitle: Ny\ndate: 2016-11-30\ntopics: [Ämne]\n---\n\nText.\n"
LEFTOVERS = (".*.new", "*-journal")


def first(press: Press) -> None:
    """Let it be the first build of the site: nothing has been published."""
    shutil.rmtree(press.root / "output")
    shutil.rmtree(press.root / ".cache")
    (press.root / "published.json").unlink()


def words(press: Press) -> None:
    """Change the words of a text, and nothing else."""
    press.write(FIRST, RELEASE + "\nMer text.\n")


def template(press: Press) -> None:
    """Change all pages."""
    file = press.root / "templates/base.html"
    file.write_text(file.read_text().replace("</body>", "<p>Ny fot</p></body>"))


def rename(press: Press) -> None:
    """Give a published release another address: the old one leads on."""
    (press.root / FIRST).rename(press.root / "content/releases/2016-11-28-nytt-namn.md")


def all_at_once(press: Press) -> None:
    """Publish a release and a picture, move a meeting, and let a page expire."""
    press.write("content/releases/2016-11-30-ny/index.md", NEW.replace("Text.", "![Torg](t.jpg 'Foto: A')"))
    press.write("content/releases/2016-11-30-ny/t.jpg", picture("JPEG", (900, 600)))
    press.write("content/pages/om.md", "---\ntitle: Om\nexpires: 2016-11-30\n---\nText.\n")
    tour = (press.root / "tour.yaml").read_text()
    press.write("tour.yaml", tour.replace("18.00", "19.00"))


Change = Callable[[Press], None]
CHANGES: tuple[Change, ...] = (first, words, template, rename, all_at_once)
UNDONE: tuple[Change, ...] = (words, template)
"""What can be taken back after it was half published, and nothing has happened."""


@dataclass(frozen=True)
class Round:
    """A site with a change that is to be built, and what it was and will be."""

    change: Change
    base: Path
    """The site before the change."""
    press: Press
    """The site that is built, always in the same folder: a notebook is that of a folder."""
    old: dict[str, bytes]
    new: dict[str, bytes]
    old_record: bytes
    new_record: bytes
    seconds: float
    """How long a build takes."""

    @classmethod
    def of(cls, folder: Path, change: Change, *, large: bool = False) -> Round:
        """Prepare one below a folder."""
        base, press = folder / "base", Press(folder / "site")
        before = small(press.root)
        press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
        for number in range(SHARE + 10 if large else 0):
            press.write(
                f"content/releases/r{number}.md", f"---\ntitle: T {number}\ndate: 2016-10-01\n---\nT.\n"
            )
        press.build()
        old, record = before.tree(), (press.root / "published.json").read_bytes()
        copied(press.root, base)
        shutil.rmtree(press.root / "output")
        shutil.rmtree(press.root / ".cache")
        if change is first:
            (press.root / "published.json").unlink()
            old, record = {}, b""
        else:
            change(press)
        start = time.perf_counter()
        press.build()
        seconds = time.perf_counter() - start
        made = press.tree(), (press.root / "published.json").read_bytes()
        return cls(change, base, press, old, made[0], record, made[1], seconds)

    def play(self, moment: float, *, undo: bool) -> None:
        """Kill a build of the change after the share `moment` of its time, look, build again, and look."""
        copied(self.base, self.press.root)
        self.change(self.press)
        killed(self.press, moment * self.seconds)
        self.check_whole()
        if undo:
            copied(self.base / "content", self.press.root / "content")
            copied(self.base / "templates", self.press.root / "templates")
        self.press.build()
        self.check_right(*(self.old, self.old_record) if undo else (self.new, self.new_record))
        assert (self.press.build().work.make, self.press.build().written) == ((), ())

    def check_whole(self) -> None:
        """Every file of the site is a whole old or a whole new one."""
        for name, content in self.press.tree().items():
            assert content in (self.old.get(name), self.new.get(name)), name
        for name in self.old.keys() & self.new.keys():
            assert (self.press.root / "output" / name).is_file(), name

    def check_right(self, tree: dict[str, bytes], record: bytes) -> None:
        """Site, record and manifest are those of a clean build, and nothing else is there."""
        root = self.press.root
        manifest = json.loads((root / "output" / OWN / MANIFEST).read_bytes())["files"]

        assert self.press.tree() == tree
        assert (root / "published.json").read_bytes() == record
        assert {name: hashlib.sha256(content).hexdigest() for name, content in tree.items()} == {
            name: entry[1] for name, entry in manifest.items()
        }
        assert not any(entry[4] for entry in manifest.values())
        assert not any((root / "output" / OWN / name).exists() for name in (COMING, STAGING))
        assert [file for ending in LEFTOVERS for file in root.rglob(ending)] == []


def copied(source: Path, target: Path) -> None:
    """Let `target` be as `source`, to the nanosecond."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def killed(press: Press, seconds: float) -> None:
    """Build in a process of its own and kill that one after some seconds; its workers must follow it."""
    child = os.fork()
    if child == 0:
        os.setsid()
        try:
            press.build()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    for _ in range(200):
        if not list(_of_session(child)):
            break
        time.sleep(0.01)
    assert list(_of_session(child)) == []
    lock = press.root / "output" / OWN / LOCK
    if lock.exists():
        with lock.open() as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _of_session(leader: int) -> Iterator[str]:
    """Give the processes that a build has started, and that live."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[3] == str(leader) and fields[0] != "Z":
            yield stat.parent.name


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_killed_build_is_put_right(change: Change, tmp_path: Path) -> None:
    """Killed at some moments of a build, nothing is half, and the next build gives what a clean one gives."""
    here = Round.of(tmp_path, change)
    for number, moment in enumerate((0.3, 0.6, 0.85)):
        here.play(moment, undo=number % 2 == 1 and change in UNDONE)


def test_killed_with_many_hands(tmp_path: Path) -> None:
    """When a build that shares its work among processes is killed, they end too."""
    here = Round.of(tmp_path, template, large=True)
    here.play(0.5, undo=False)


@pytest.mark.torture
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_killed_at_any_moment(change: Change, tmp_path: Path) -> None:
    """So it is at 32 random moments of each kind of build."""
    moments = random.Random(change.__name__)  # noqa: S311 - the same at each run
    here = Round.of(tmp_path, change)
    for _ in range(32):
        here.play(moments.uniform(0, 1.2), undo=change in UNDONE and moments.random() < 0.3)


@pytest.mark.torture
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_killed_at_any_moment_with_many_hands(change: Change, tmp_path: Path) -> None:
    """And at eight of each on a site with more texts than one process makes."""
    moments = random.Random(change.__name__)  # noqa: S311 - the same at each run
    here = Round.of(tmp_path, change, large=True)
    for _ in range(8):
        here.play(moments.uniform(0, 1.1), undo=change in UNDONE and moments.random() < 0.3)
