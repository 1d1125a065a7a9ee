"""pressrum: from press releases and a tour plan to a site. This file is the command, and the story.

python build.py COMMAND [--site DIR] [--output DIR] [--now TIME]
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

try:
    from pressrum.edges import commands
    from pressrum.edges.lock import alone
    from pressrum.edges.making import make_all, with_index
    from pressrum.edges.output import (
        LOCK,
        OWN,
        Writer,
        find_outputs,
        read_components,
        read_manifest,
        refuse_blocked,
        sweep,
    )
    from pressrum.edges.pictures import Darkroom
    from pressrum.edges.program import program
    from pressrum.edges.request import (
        Outcome,
        Request,
        language_of,
        parse,
        refuse_change,
        refuse_folders,
        refuse_lost_record,
        refuse_old_record,
        refuse_other_times,
        refuse_strangers,
    )
    from pressrum.edges.sources import read_snapshot
    from pressrum.make.record import render_record
    from pressrum.plan.manifest import compare
    from pressrum.plan.site import plan_site
except ModuleNotFoundError as missing:
    sys.exit(
        f"build.py: {missing.name} is not installed for this Python. Run: make"
        "  (without make: .venv/bin/python build.py; the README tells how to set it up)"
    )


def build(request: Request) -> Outcome:
    """Bring output/ up to date, and say what was done and why.

    Every page is made before the first is replaced: a build that fails leaves output/ as it
    was. Raises `BadSource` with every mistake found; `MachineTrouble` and `OSError` for what
    is no writer's to mend.
    """
    refuse_folders(request)
    with alone(request.output / OWN / LOCK):
        sweep(request.output)
        snapshot = read_snapshot(request.site)
        reading, now = parse(snapshot, request)
        refuse_other_times(request, reading, now)
        this = program()
        plan = with_index(plan_site(reading, now), request.site, this)
        record = render_record(plan.record)
        refuse_change(request, record, snapshot)
        last = read_manifest(request.output, this)
        refuse_lost_record(request, snapshot, last)
        found = find_outputs(request.output, last, plan)
        checked = read_components(request.output, last, found)
        refuse_old_record(request, reading.record, checked)
        work = compare(plan, last, found)
        refuse_strangers(work, last, found, request)
        refuse_blocked(request.output, work)
        writer = Writer(request.output, snapshot.where)
        made = make_all(work.make, language_of(reading), checked, Darkroom(request.site, snapshot.where))
        digests = writer.stage(work.make, made)
        kept = request.record_to_write(record, snapshot)
        written = writer.publish(work, plan, last, found, digests, this, kept)
    return Outcome(plan, work, written)


if __name__ == "__main__":
    commands.main(build, HERE)
