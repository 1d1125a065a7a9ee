"""pressrum: from press releases and a tour plan to a site. This file is the command, and the story.

python build.py COMMAND [OPTIONS]; each command tells more with --help
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

HERE = Path(__file__).resolve().parent

try:
    from pressrum.edges import commands
    from pressrum.edges.leftovers import sweep
    from pressrum.edges.lock import alone
    from pressrum.edges.notes.notebook import Notebook
    from pressrum.edges.processes import without_gc
    from pressrum.edges.request import Outcome, Request, refuse_folders
    from pressrum.edges.source_files import SourceFile, find_sources
    from pressrum.edges.unchanged import unchanged
except ModuleNotFoundError as missing:
    sys.stderr.write(
        f"build.py: {missing.name} is not installed for this Python. Run: make"
        "  (without make: .venv/bin/python build.py; the README tells how to set it up)\n"
    )
    sys.exit(3)
except KeyboardInterrupt:
    sys.exit(130)  # as in shells; there are no words for it yet


def build(request: Request) -> Outcome:
    """Bring output/ up to date, and say what was done and why.

    Every page is made before the first is replaced: a build that fails leaves output/ as it
    was. Raises `BadSource` with every mistake found; `MachineTrouble` and `OSError` for what
    is no writer's to mend.
    """
    refuse_folders(request)
    with alone(request.output), without_gc():
        sweep(request)
        began, seen = time.time_ns(), find_sources(request.site)
        with Notebook(request.site, request.output) as notebook:
            return unchanged(request, seen, notebook) or build_whole(request, began, seen, notebook)


def build_whole(request: Request, began: int, seen: Mapping[str, SourceFile], notebook: Notebook) -> Outcome:
    """Bring output/ up to date where more than the words of some texts has changed since the last build.

    `seen` are the source files as they were at `began`. What is imported here is slow to load, and
    a build with nothing to do needs none of it.
    """
    from pressrum.edges import refusals
    from pressrum.edges.last import read_last
    from pressrum.edges.making import Maker, Noting, digests_of
    from pressrum.edges.notes.codes import compile_once
    from pressrum.edges.notes.facts import after
    from pressrum.edges.notes.rows import groups_of, packer, rows_of
    from pressrum.edges.output import Writer
    from pressrum.edges.pictures import Darkroom
    from pressrum.edges.planning import plan_sources
    from pressrum.language import Language
    from pressrum.make.record import render_record
    from pressrum.plan.manifest import compare

    planned = plan_sources(request, began, seen, notebook)
    plan, facts = planned.plan, planned.facts
    record = render_record(plan.record)
    refusals.refuse_change(request, record, planned.record, planned.published)
    last = read_last(request.output, facts.program, plan.outputs)
    refusals.refuse_wrong_record(request, planned.record, planned.published, last, plan.outputs)
    work, still = compare(plan, last.manifest, last.found, digests_of(plan.outputs, last.manifest))
    refusals.refuse_strangers(work, last, request)
    writer = Writer(request.output, work)
    codes = compile_once(plan.outputs, facts.setting.language, notebook)
    noting = Noting(
        groups_of(plan),
        packer(),
        lambda packed: notebook.begin(chain(rows_of(plan.resolved, facts.sources, packed), codes.items())),
    )
    darkroom = Darkroom(request.site, planned.where)
    maker = Maker(Language(facts.setting.language), darkroom, last.components, noting)
    laid = writer.stage(maker.lay_out)
    kept = request.record_to_write(record, planned.published)
    written = writer.publish(still, last.manifest, laid, facts.program, kept)
    notebook.write(after(request, facts, facts.outlook, kept))
    return Outcome(facts.outlook, work, written)


if __name__ == "__main__":
    commands.main(build, HERE)
