"""Makes files of recipes, all of them laid out beside the site before the first is moved."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pressrum.edges.pictures import Darkroom, Print, changed
from pressrum.edges.processes import parted, share
from pressrum.edges.report import Progress
from pressrum.edges.source_files import digest_of
from pressrum.errors import BadSource, Mistake
from pressrum.language import Language
from pressrum.make.calendars.calendar import Calendar
from pressrum.make.calendars.readback import check_calendars
from pressrum.plan.manifest import Entry, Manifest, Task
from pressrum.plan.outputs import Copy, Output

OURS = Copy | Print | Calendar
"""Of what this process makes files while others make pages."""
PAGES = 50
"""How many pages are made in one go, and between two looks at how far the work has come."""


def digests_of(outputs: Iterable[Output], manifest: Manifest) -> dict[str, str]:
    """Give the digests of the recipes of the outputs that the manifest knows, by file."""
    known = [output for output in outputs if output.permalink.file in manifest]

    def digest(some: Sequence[Output]) -> list[tuple[str, str]]:
        return [(output.permalink.file, output.digest) for output in some]

    with share(parted(digest, known)) as parts:
        return {file: digest for part in parts for file, digest in part}


@dataclass(frozen=True)
class First:
    """What other processes do before they make pages."""

    jobs: Sequence[Callable[[], Any]]
    take: Callable[[Iterator[Any]], object]
    """Called with what the jobs give, while those processes go on."""


@dataclass(frozen=True)
class Maker:
    """Makes everything that a build is to write."""

    language: Language
    darkroom: Darkroom
    published: frozenset[bytes] = frozenset()
    """The components of calendars that an earlier build has checked."""
    first: First | None = None
    """What is to be done before."""

    def lay_out(self, tasks: Sequence[Task], files: Sequence[str]) -> dict[str, Entry]:
        """Make what `tasks` ask for where `files` say; give each by its name in output/.

        Every calendar is read back by another library: a broken one empties people's phones.
        Raises `BadSource` with all mistakes in templates, each once, `CalendarUnreadable`
        for a fault of ours.
        """
        folders = set[str]()

        def make(numbers: Sequence[int]) -> list[tuple[int, Entry | BadSource]]:
            return [(number, _made(tasks[number], files[number], folders)) for number in numbers]

        # The last first: feeds take longest, and one that is begun last would be waited for.
        numbers = range(len(tasks) - 1, -1, -1)
        calendars = [number for number in numbers if isinstance(tasks[number].output.recipe, Calendar)]
        pages = [number for number in numbers if not isinstance(tasks[number].output.recipe, OURS)]
        first = self.first or First((), list)
        progress = Progress(len(calendars) + len(pages), self.language.gettext("Making pages"), PAGES)
        mistakes: list[Mistake] = []
        with share([*first.jobs, *parted(make, pages, PAGES)]) as results:
            laid = dict(self._from_disk(tasks, files))
            checked = make(calendars)
            self._check_calendars(tasks, files)
            first.take(islice(results, len(first.jobs)))
            for made in chain((checked,), results):
                for number, one in made:
                    if isinstance(one, BadSource):
                        mistakes += one.mistakes
                    else:
                        laid[number] = one
                progress.step(len(made))
        if mistakes:
            raise BadSource(*_once_a_place(mistakes))
        return {task.output.permalink.file: laid[number] for number, task in enumerate(tasks)}

    def _from_disk(self, tasks: Sequence[Task], files: Sequence[str]) -> Iterator[tuple[int, Entry]]:
        """Lay out what needs the sources' bytes: copies and pictures."""
        recipes = [(number, task.output.recipe) for number, task in enumerate(tasks)]
        developed = self.darkroom.develop({recipe for _, recipe in recipes if isinstance(recipe, Print)})
        for number, recipe in recipes:
            file = files[number]
            if isinstance(recipe, Copy):
                _make_folder(os.path.dirname(file))  # noqa: PTH120 - as below
                shutil.copyfile(self.darkroom.where[recipe.source], file)
                if digest_of(file) != recipe.digest:
                    raise BadSource(changed(recipe.source))
                yield number, Entry(_recipe(tasks[number]), recipe.digest)
            elif isinstance(recipe, Print):
                yield number, _laid(developed[recipe], tasks[number], file, set())

    def _check_calendars(self, tasks: Sequence[Task], files: Sequence[str]) -> None:
        calendars = (
            (Path(file).read_bytes(), task.output.recipe)
            for task, file in zip(tasks, files, strict=True)
            if isinstance(task.output.recipe, Calendar)
        )
        check_calendars(calendars, self.published)


def _once_a_place(mistakes: Iterable[Mistake]) -> Iterable[Mistake]:
    """Give one mistake for each place: what is wrong with a template shows in every kind of page it pours."""
    return {mistake.where: mistake for mistake in sorted(mistakes, key=repr)}.values()


def _made(task: Task, file: str, folders: set[str]) -> Entry | BadSource:
    try:
        return _laid(task.output.recipe.make(), task, file, folders)  # type: ignore[union-attr]  # what is from disk is laid
    except BadSource as bad:
        return bad


def _laid(content: bytes, task: Task, file: str, folders: set[str]) -> Entry:
    """Lay out one file; `folders` are sure to be there, and its own is added to them."""
    folder = os.path.dirname(file)  # noqa: PTH120 - twenty thousand files in a large build
    if folder not in folders:
        _make_folder(folder)
        folders.add(folder)
    _write(file, content)
    return Entry(_recipe(task), hashlib.sha256(content).hexdigest())


def _write(file: str, content: bytes) -> None:
    with open(file, "xb", buffering=0) as handle:  # noqa: PTH123 - as above
        written = handle.write(content)
    if written < len(content):  # the disk was full, which it says of the next octet only
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - as above
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above


def _recipe(task: Task) -> str:
    return task.recipe or task.output.digest
