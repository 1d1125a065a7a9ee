"""Making: recipes to bytes, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from pressrum.edges.pictures import Darkroom
from pressrum.edges.report import Progress
from pressrum.errors import BadSource, Mistake
from pressrum.language import Language
from pressrum.make.calendar import Calendar
from pressrum.make.pictures import Rendition, ShareCard
from pressrum.make.readback import check_calendars
from pressrum.plan.manifest import Task
from pressrum.plan.outputs import Copy, Plan, in_order
from pressrum.plan.pages.search import index_outputs

PAGES = 50
"""How many pages are made between two looks at how far the work has come."""


def with_index(plan: Plan, site: Path, program: str) -> Plan:
    """Give the plan with the files of its search index; a site without one has none of this to pay for."""
    if plan.index is None:
        return plan
    from pressrum.edges.search import index_files  # noqa: PLC0415 - only for a site with a search

    files = index_files(plan.index, site, program)
    return replace(plan, outputs=in_order((*plan.outputs, *index_outputs(files))))


def make_all(
    tasks: Iterable[Task], language: Language, published: frozenset[bytes], darkroom: Darkroom
) -> Callable[[Task], bytes]:
    """Make everything, and give what hands out the bytes.

    Every calendar is read back by another program's eyes: a broken one empties people's
    phones. `published` are the components of calendars that an earlier build has checked.
    Raises `BadSource` with all mistakes in templates, `CalendarUnreadable` for a
    fault of ours.
    """
    recipes = [(task.output.permalink.file, task.output.recipe) for task in tasks]
    pictures = [(file, one) for file, one in recipes if isinstance(one, Rendition | ShareCard)]
    wanted = [(file, one) for file, one in recipes if not isinstance(one, Rendition | ShareCard | Copy)]
    developed = darkroom.develop({one for _, one in pictures})
    made = {file: developed[one] for file, one in pictures}
    calendars: list[tuple[bytes, Calendar]] = []
    mistakes: list[Mistake] = []
    progress = Progress(len(wanted), language.gettext("Making pages"), PAGES)
    for file, recipe in wanted:
        try:
            made[file] = recipe.make()
        except BadSource as bad:
            mistakes += bad.mistakes
            continue
        if isinstance(recipe, Calendar):
            calendars.append((made[file], recipe))
        progress.step()
    if mistakes:
        raise BadSource(*mistakes)
    if calendars:
        check_calendars(calendars, published)
    return lambda task: made[task.output.permalink.file]
