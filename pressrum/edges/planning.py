"""From the files of a site to the plan of it. What was read is let go of: of a large site it is much."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.making import with_index
from pressrum.edges.notes.facts import Facts, sources_of
from pressrum.edges.notes.notebook import Notebook
from pressrum.edges.notes.texts import Typists
from pressrum.edges.program import program
from pressrum.edges.reading import facts_of, parse
from pressrum.edges.refusals import refuse_other_times
from pressrum.edges.request import Request
from pressrum.edges.seen import Seen
from pressrum.edges.sources import read_snapshot
from pressrum.ledger import Record
from pressrum.make.pages.templates import compile_all
from pressrum.places import RECORD
from pressrum.plan.outputs import Plan
from pressrum.plan.site import plan_site


class Planned(NamedTuple):
    """A plan, and what a build needs besides."""

    plan: Plan
    facts: Facts
    """To be noted when all is done."""
    record: Record
    """The public record before this build."""
    published: bytes | None
    """Its file; None where there is none."""
    where: dict[str, Path]
    """Where on the disk each file is that is to be copied."""


def plan_sources(request: Request, began: int, seen: Mapping[str, Seen], notebook: Notebook) -> Planned:
    """Read the sources, which were `seen` at `began` (nanoseconds), and plan what they ask for.

    Raises `BadSource` with every mistake in them, `BadValue` for a moment that cannot be built for.
    """
    snapshot = read_snapshot(request.site, seen)
    typists = Typists(
        snapshot.texts,
        snapshot.digests,
        notebook,
        meanwhile=lambda language: compile_all(snapshot.files.templates, language),
    )
    reading, now = parse(snapshot, request, typists)
    refuse_other_times(request, reading, now)
    this = program()
    plan = with_index(plan_site(reading, now), request.site, this)
    facts = facts_of(reading, plan, sources_of(seen, snapshot.digests, began), this)
    return Planned(plan, facts, reading.record, snapshot.texts.get(RECORD), snapshot.where)
