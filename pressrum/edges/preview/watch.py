"""Notices saves: what the system tells of changes on the disk, and which of these concern the site.

content/ and templates/ are watched whole, and the site's folder itself, but not what else lies
in it: output/, .venv and .git are large, and change for reasons of their own. Where a source is a
link, the folder of the file itself is watched too.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from pressrum.edges.source_files import wanted, way_to
from pressrum.parse.astray import FOLDERS, looked_at

SHOWN = ".cache"
"""The folder with the pages that are shown: when it is removed they are made again."""
CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
"""What can change the site; not that a file is read, nor that a folder has a copy more in it."""
AGAIN = "Callback with id .* already exists"
"""What watchdog warns of when it meets a new folder twice, by its parent and by itself; nothing is lost."""
OFTEN = 0.5
"""Seconds between looks at all files, where the system does not tell."""
SPARE = str(Path(__file__).parent)
"""A folder of ours, watched for a moment to learn whether the system still lets more folders be watched."""


def concerns(path: str) -> bool:
    """Whether the site is made from what stands at `path`, from the site's folder, or was meant to be.

    >>> [concerns(path) for path in ("content/om.md", "content/om.md~", "output/index.html", "tour.yml")]
    [True, False, False, True]
    """
    top, *below = Path(path).parts or ("",)
    if top in FOLDERS:
        return all(map(wanted, below))
    return not below and looked_at(top)


class Watch(FileSystemEventHandler):
    """Calls `notice` after each change in the folder `site` that concerns the site."""

    def __init__(self, site: Path, notice: Callable[[], None], slowed: Callable[[], None]) -> None:
        self.site = site.resolve()
        self.notice = notice
        self.slowed = slowed
        """Called when it begins to poll, be it at the start or later."""
        self.polls = False
        """Whether all files are looked at again and again: slower, and works everywhere."""
        self.linked: set[str] = set()
        """The files to which links among the sources lead."""
        self._trees: dict[str, ObservedWatch] = {}
        warnings.filterwarnings("ignore", AGAIN, RuntimeWarning)
        try:
            first = Observer()
        except OSError:  # one user's programs may ask to be told no more often than 128 times
            first = self._slow_down()
        self._observer = self._started(first)

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()

    def _started(self, observer: BaseObserver) -> BaseObserver:
        """Start the observer, or one that polls where the system cannot tell of so many folders."""
        try:
            observer.schedule(self, str(self.site), event_filter=CHANGES)
            self._trees, self.linked = {}, set()
            self._observer = observer
            self._plant(child for child in self.site.iterdir() if child.name in FOLDERS or child.is_file())
            observer.start()
            self._ask_for_more()
        except OSError:
            if self.polls:
                raise
            observer.stop()
            return self._started(self._slow_down())
        return observer

    def _plant(self, places: Iterable[Path]) -> None:
        """Watch each tree that is there, and the folders to which links at and below `places` lead.

        What is watched already is not watched anew.
        """
        for name in FOLDERS:
            if name not in self._trees and (self.site / name).is_dir():
                within = os.path.join(self.site, name, ".")  # noqa: PTH118 - of a link, what it leads to
                self._trees[name] = self._observer.schedule(
                    self, within, recursive=True, event_filter=CHANGES
                )
        linked = {
            os.path.realpath(file)
            for file in chain.from_iterable((place, *place.rglob("*")) for place in places)
            if file.is_symlink() and file.is_file() and concerns(way_to(file, self.site))
        }
        for folder in sorted(set(map(os.path.dirname, linked - self.linked))):
            self._observer.schedule(self, folder, event_filter=CHANGES)
        self.linked |= linked

    def _slow_down(self) -> BaseObserver:
        """Give an observer that polls, and say that it does."""
        self.polls = True
        self.slowed()
        return PollingObserver(timeout=OFTEN)

    def _ask_for_more(self) -> None:
        """Raise `OSError` when the system watches no more folders: watchdog hides it of those in trees."""
        if not self.polls:
            self._observer.unschedule(self._observer.schedule(self, SPARE, event_filter=CHANGES))

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Judge one change; a save by renaming concerns the site by the name that it ends with."""
        files = [os.fsdecode(file) for file in (event.src_path, event.dest_path) if file]
        paths = [way_to(file, self.site) for file in files]
        if any(map(concerns, paths)) and (event.is_directory or any(map(os.path.islink, files))):
            self._follow([path for path in paths if path in FOLDERS], map(Path, files))
        gone = isinstance(event, DirDeletedEvent | DirMovedEvent) and paths[0] == SHOWN
        if gone or any(map(concerns, paths)) or self.linked.intersection(files):
            self.notice()

    def _follow(self, trees: list[str], places: Iterable[Path]) -> None:
        """Watch what has come to `places`, and `trees` anew; look at all files where that is too much."""
        try:
            for name in trees:
                if old := self._trees.pop(name, None):
                    with suppress(KeyError):
                        self._observer.unschedule(old)
            self._plant(places)
            self._ask_for_more()
        except OSError:
            full = self._observer
            self._observer = self._started(self._slow_down())
            full.stop()
