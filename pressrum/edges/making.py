"""Makes files of recipes, all of them laid out beside the site before the first is moved."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pressrum.edges.notes.rows import Group
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
ROUND = 6000
"""Groups of outputs that the same processes work on: each grows with what it has had in its hands."""
GROUPS = 50
"""Groups of outputs whose files are made in one go: in most are two."""
PAGES = 50
"""How many files are made between two looks at how far the work has come."""


def digests_of(outputs: Iterable[Output], manifest: Manifest) -> dict[str, str]:
    """Give the digests of the recipes of the outputs that the manifest knows, by file."""
    known = [output for output in outputs if output.permalink.file in manifest]

    def digest(some: Sequence[Output]) -> list[tuple[str, str]]:
        return [(output.permalink.file, output.digest) for output in some]

    with share(parted(digest, known)) as parts:
        return {file: digest for part in parts for file, digest in part}


Made = tuple[int, Entry | BadSource]
"""The number of a task, and what came of it."""
Result = tuple[Any, list[Made]]
"""Of some groups: what was packed, and what was made."""


@dataclass(frozen=True)
class Noting:
    """What is noted of outputs for the next build, by the processes that make their files."""

    groups: Sequence[Group]
    """All outputs, those of one source together; of some no file is to be made."""
    pack: Callable[[Sequence[Group]], Any]
    """Called with some groups, by the process that makes their files: it has them in its hands."""
    take: Callable[[Iterator[Any]], object]
    """Called with all that `pack` gives, while files are made."""


@dataclass(frozen=True)
class Maker:
    """Makes everything that a build is to write."""

    language: Language
    darkroom: Darkroom
    published: frozenset[bytes] = frozenset()
    """The components of calendars that an earlier build has checked."""
    noting: Noting | None = None
    """None where nothing of outputs is to be noted."""

    def lay_out(self, tasks: Sequence[Task], files: Sequence[str]) -> dict[str, Entry]:
        """Make what `tasks` ask for where `files` say; give each by its name in output/.

        Every calendar is read back by another library: a broken one empties people's phones.
        Raises `BadSource` with all mistakes in templates, each once, `CalendarUnreadable`
        for a fault of ours.
        """
        numbers = {task.output.permalink.file: number for number, task in enumerate(tasks)}
        noting = self.noting or Noting([(task.output,) for task in tasks], len, list)  # which keeps nothing
        folders = set[str]()

        def make(groups: Sequence[Group]) -> Result:
            theirs = (output for group in groups for output in group if not isinstance(output.recipe, OURS))
            wanted = [number for one in theirs if (number := numbers.get(one.permalink.file)) is not None]
            made = [(number, _made(tasks[number], files[number], folders)) for number in wanted]
            return noting.pack(groups), made

        mistakes: list[Mistake] = []
        progress = Progress(len(tasks), self.language.gettext("Making pages"), PAGES)

        def packed(results: Iterator[Result]) -> Iterator[Any]:
            for part, made in results:
                for number, one in made:
                    if isinstance(one, BadSource):
                        mistakes.extend(one.mistakes)
                    else:
                        laid[number] = one
                progress.step(len(made))
                yield part

        # The last first: feeds take longest, and one that is begun last would be waited for.
        with closing(_in_rounds(make, noting.groups[::-1])) as results:
            begun = tuple(islice(results, 1))
            laid = dict(self._made_here(tasks, files))
            progress.step(len(laid))
            self._check_calendars(tasks, files)
            parts = packed(chain(begun, results))
            noting.take(parts)
            for _ in parts:  # where no more could be noted
                pass
        if mistakes:
            raise BadSource(*_once_a_place(mistakes))
        return {task.output.permalink.file: laid[number] for number, task in enumerate(tasks)}

    def _made_here(self, tasks: Sequence[Task], files: Sequence[str]) -> Iterator[tuple[int, Entry]]:
        """Lay out what needs the sources' bytes, copies and pictures, and calendars, which are read back."""
        recipes = [(number, task.output.recipe) for number, task in enumerate(tasks)]
        developed = self.darkroom.develop({recipe for _, recipe in recipes if isinstance(recipe, Print)})
        folders = set[str]()
        for number, recipe in recipes:
            task, file = tasks[number], files[number]
            if isinstance(recipe, Copy):
                _make_folder(os.path.dirname(file))  # noqa: PTH120 - as below
                shutil.copyfile(self.darkroom.where[recipe.source], file)
                if digest_of(file) != recipe.digest:
                    raise BadSource(changed(recipe.source))
                yield number, Entry(_recipe(task), recipe.digest)
            elif isinstance(recipe, Print):
                yield number, _laid(developed[recipe], task, file, folders)
            elif isinstance(recipe, Calendar):
                yield number, _laid(recipe.make(), task, file, folders)

    def _check_calendars(self, tasks: Sequence[Task], files: Sequence[str]) -> None:
        calendars = (
            (Path(file).read_bytes(), task.output.recipe)
            for task, file in zip(tasks, files, strict=True)
            if isinstance(task.output.recipe, Calendar)
        )
        check_calendars(calendars, self.published)


def _in_rounds(
    make: Callable[[Sequence[Group]], Result], groups: Sequence[Group]
) -> Generator[Result, None, None]:
    """Give what `make` makes of all groups; each round has new processes, which have copied nothing yet."""
    for start in range(0, len(groups), ROUND):
        with share(parted(make, groups[start : start + ROUND], GROUPS)) as results:
            yield from results


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
