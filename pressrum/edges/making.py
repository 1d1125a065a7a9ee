"""Making: recipes to bytes, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pressrum.edges.report import Progress
from pressrum.errors import BadSource, Mistake
from pressrum.language import Language
from pressrum.make.calendar import Calendar
from pressrum.make.readback import check_calendar
from pressrum.plan.manifest import Task
from pressrum.plan.outputs import Copy


def make_all(tasks: Iterable[Task], language: Language) -> Callable[[Task], bytes]:
    """Make everything, and give what hands out the bytes.

    Every calendar is read back by another program's eyes: a broken one empties people's
    phones. Raises `BadSource` with all mistakes in templates, `CalendarUnreadable` for a
    fault of ours.
    """
    wanted = [
        (task.output.permalink.file, task.output.recipe)
        for task in tasks
        if not isinstance(task.output.recipe, Copy)
    ]
    made: dict[str, bytes] = {}
    mistakes: list[Mistake] = []
    progress = Progress(len(wanted), language)
    for file, recipe in wanted:
        try:
            made[file] = recipe.make()
        except BadSource as bad:
            mistakes += bad.mistakes
            continue
        if isinstance(recipe, Calendar):
            check_calendar(made[file], recipe)
        progress.step()
    if mistakes:
        raise BadSource(*mistakes)
    return lambda task: made[task.output.permalink.file]
