"""What the preview notices of the disk."""

from __future__ import annotations

import errno
import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Semaphore
from time import sleep
from typing import Any

import pytest
from conftest import RELEASE, Press
from watchdog.observers.api import BaseObserver, ObservedWatch

from pressrum.edges.preview import watch
from pressrum.edges.preview.watch import Watch

FILE = Path("content/releases/2016-11-28-oppet-mote.md")
SOON = 5


@contextmanager
def noticed(press: Press) -> Iterator[Callable[[], bool]]:
    """Give what waits until a change is noticed, and all that comes with it; it says whether one was."""
    told = Semaphore(0)
    watching = Watch(press.root, told.release, slowed=lambda: None)

    def one() -> bool:
        first = told.acquire(timeout=SOON)
        while told.acquire(timeout=0.1):
            pass
        return first

    try:
        yield one
    finally:
        watching.stop()


def written(file: Path) -> None:
    """Save as most editors do."""
    file.write_text(RELEASE, encoding="utf-8")


def renamed(file: Path) -> None:
    """Save beside, and rename onto the file."""
    beside = file.with_name(".goutputstream-X1")
    written(beside)
    beside.replace(file)


def backed_up(file: Path) -> None:
    """Move the file out of the way, write it anew, remove the old one."""
    copy = file.with_name(file.name + "~")
    file.rename(copy)
    written(file)
    copy.unlink()


def removed(file: Path) -> None:
    """Remove the file."""
    file.unlink()


def moved_away(file: Path) -> None:
    """Give the file another name."""
    file.rename(file.with_name("annat.md"))


@pytest.mark.parametrize("save", [written, renamed, backed_up, removed, moved_away])
def test_every_way_to_save_is_noticed(press: Press, save: Callable[[Path], None]) -> None:
    """A file that is written, renamed onto, moved or removed is noticed."""
    with noticed(press) as told:
        save(press.root / FILE)

        assert told()


@pytest.mark.parametrize("save", [written, renamed, backed_up])
def test_a_save_behind_a_link_is_noticed(
    press: Press, tmp_path_factory: pytest.TempPathFactory, save: Callable[[Path], None]
) -> None:
    """A tour.yaml that lies in another folder, to which a link leads, is noticed."""
    shared = tmp_path_factory.mktemp("delat") / "turné.yaml"
    (press.root / "tour.yaml").rename(shared)
    (press.root / "tour.yaml").symlink_to(shared)
    with noticed(press) as told:
        save(shared)

        assert told()


@pytest.mark.parametrize("name", ["base.html", "assets/style.css"])
def test_templates_behind_a_link_are_noticed(
    press: Press, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """Where templates/ is a link to those of another site a save there is noticed, at its top and below."""
    shared = tmp_path_factory.mktemp("delat") / "mallar"
    (press.root / "templates").rename(shared)
    (press.root / "templates").symlink_to(shared)
    with noticed(press) as told:
        renamed(shared / name)

        assert told()


@pytest.mark.parametrize(
    "path",
    [
        "site.yaml",
        "tour.yaml",
        "published.json",
        "karta.geojson",
        "tour.yml",
        "Site.yaml.txt",
        "content/pages/ny/bild.jpg",
        "templates/assets/style.css",
    ],
)
def test_everything_that_the_site_is_made_from_is_noticed(press: Press, path: str) -> None:
    """A change of any source is noticed, also in a folder that is new, and of what was meant to be one."""
    with noticed(press) as told:
        press.write(path, "x")

        assert told()


def test_folders_that_come_many_at_once_are_watched_without_a_word(press: Press) -> None:
    """Folders within folders, as a change of branch brings them, are each noticed, and none is warned of."""
    files = [f"content/pages/{top}/b/c/d/e/f/g/h/bild.jpg" for top in range(100)]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        with noticed(press) as told:
            for file in files:
                press.write(file, "x")
            assert told()
            for file in files[::20]:
                press.write(file, "y")
                assert told(), file

    assert [str(warning.message) for warning in warned] == []


@pytest.mark.parametrize(
    "path",
    [
        "content/releases/x.md~",
        "content/releases/.#x.md",
        "content/releases/.x.md.swp",
        "content/.git/index",
        "output/index.html",
        ".cache/preview/8000/index.html",
        "anteckningar.txt",
        "pressrum/site.yaml",
    ],
)
def test_what_is_no_source_is_passed_by(press: Press, path: str) -> None:
    """What editors leave behind, what the build writes and what lies beside the sources is not noticed."""
    assert not watch.concerns(path)
    told: list[str] = []
    watching = Watch(press.root, lambda: told.append(path), slowed=lambda: None)
    press.write(path, "x")
    (press.root / FILE).read_bytes()
    sleep(0.1)
    watching.stop()

    assert told == []


@pytest.mark.parametrize("tree", ["content", "templates"])
def test_a_folder_that_comes_back_is_watched_again(press: Press, tree: str) -> None:
    """When content/ or templates/ is moved away and put back, saves in it are noticed as before."""
    with noticed(press) as told:
        shutil.move(press.root / tree, press.root / "undan")
        assert told()
        shutil.move(press.root / "undan", press.root / tree)
        assert told()
        press.write(f"{tree}/ny.md", "x")

        assert told()


def test_a_first_folder_is_watched(empty: Press) -> None:
    """A site without content/ has its first text noticed, and the next."""
    with noticed(empty) as told:
        (empty.root / "content").mkdir()
        assert told()
        empty.write("content/om.md", "x")

        assert told()


@pytest.fixture(params=[errno.EMFILE, errno.ENOSPC])
def full(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the system refuse to tell one program more, or to watch any folder more."""

    class Full(BaseObserver):
        def __init__(self) -> None:
            if request.param == errno.EMFILE:
                raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
            super().__init__(lambda *_, **__: None)  # type: ignore[arg-type]

        def schedule(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(watch, "Observer", Full)
    monkeypatch.setattr(watch, "OFTEN", 0.05)


@pytest.mark.usefixtures("full")
def test_where_the_system_tells_nothing_files_are_looked_at(press: Press) -> None:
    """When the system tells no more programs, or of no more folders, files are looked at again and again."""
    told = Semaphore(0)
    watching = Watch(press.root, told.release, slowed=lambda: None)
    press.write(FILE.as_posix(), RELEASE + "Mer.\n")

    assert told.acquire(timeout=SOON)
    assert watching.polls
    watching.stop()


@pytest.mark.parametrize("late", [False, True])
def test_where_the_system_watches_no_more_folders_files_are_looked_at(
    press: Press, monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    """So it is, and told once, when it refuses a folder below another at the start or later."""
    watched, full = BaseObserver.schedule, [not late]

    def schedule(self: BaseObserver, handler: Watch, path: str, **more: Any) -> ObservedWatch:
        if full[0] and path == watch.SPARE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return watched(self, handler, path, **more)

    monkeypatch.setattr(BaseObserver, "schedule", schedule)
    monkeypatch.setattr(watch, "OFTEN", 0.05)
    told, slowed = Semaphore(0), list[str]()
    watching = Watch(press.root, told.release, lambda: slowed.append("polls"))
    assert watching.polls is not late
    full[0] = True
    press.write("content/releases/ny/index.md", RELEASE)
    assert told.acquire(timeout=SOON)
    while told.acquire(timeout=0.5):
        pass
    press.write("content/releases/ny/index.md", RELEASE + "Mer.\n")

    assert told.acquire(timeout=SOON)
    assert (watching.polls, slowed) == (True, ["polls"])
    watching.stop()


@pytest.mark.parametrize("late", [False, True])
def test_a_save_of_a_file_to_which_a_link_among_the_sources_leads_is_noticed(
    press: Press, *, late: bool
) -> None:
    """A text may stand elsewhere in the site, with a link to it in content/ that was there or has come."""
    file, link = press.root / "texter" / "om.md", press.root / "content" / "om.md"
    press.write("texter/om.md", "x")
    if not late:
        link.symlink_to("../texter/om.md")
    with noticed(press) as told:
        if late:
            link.symlink_to("../texter/om.md")
            assert told()
        written(file)
        assert told()
        renamed(file)

        assert told()
