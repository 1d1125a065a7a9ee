"""From the files of a site to its plan. Here ends the life of all that was read, which may be large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.notes.facts import Facts, Source, sources_of
from pressrum.edges.notes.notebook import Notebook
from pressrum.edges.notes.texts import TextReader
from pressrum.edges.program import program
from pressrum.edges.reading import parse
from pressrum.edges.refusals import refuse_other_times
from pressrum.edges.request import Request
from pressrum.edges.source_files import SourceFile
from pressrum.edges.sources import read_snapshot
from pressrum.ledger import TITLED, Record
from pressrum.make.pages.templates import compile_all
from pressrum.parse.setting import Setting
from pressrum.places import RECORD
from pressrum.plan.outputs import Plan, in_order
from pressrum.plan.pages.search import index_outputs
from pressrum.plan.site import Reading, plan_site


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


def plan_sources(request: Request, began: int, seen: Mapping[str, SourceFile], notebook: Notebook) -> Planned:
    """Read the source files, which were `seen` at `began` (nanoseconds), and plan the site.

    Raises `BadSource` with every mistake in them, `BadValue` for a moment that cannot be built for.
    """
    snapshot = read_snapshot(request.site, seen)
    known_texts = TextReader(
        snapshot.texts,
        snapshot.digests,
        notebook,
        meanwhile=lambda language: compile_all(snapshot.files.templates, language),
    )
    reading, now = parse(snapshot, request, known_texts)
    refuse_other_times(request, reading, now)
    this = program()
    plan = with_index(plan_site(reading, now), request.site, this)
    facts = _facts(reading, plan, sources_of(seen, snapshot.digests, began), this)
    return Planned(plan, facts, reading.record, snapshot.texts.get(RECORD), snapshot.where)


def with_index(plan: Plan, site: Path, program: str) -> Plan:
    """Give the plan with the files of its search index; a site without a search loads none of this."""
    if plan.index is None:
        return plan
    from pressrum.edges.search import index_files  # noqa: PLC0415 - only for a site with a search

    files = index_files(plan.index, site, program)
    return replace(plan, outputs=in_order((*plan.outputs, *index_outputs(files))))


def _facts(reading: Reading, plan: Plan, sources: dict[str, Source], program: str) -> Facts:
    """Give what is to be noted of the build as a whole; `facts.after` adds what it leaves in output/."""
    site, releases = reading.project.site, reading.project.releases
    titles = Counter(release.said[:TITLED] for release in releases)
    return Facts(
        program=program,
        sources=sources,
        manifest="",
        setting=Setting(site.zone, site.fields.language, site.url),
        chosen=reading.chosen,
        preview=reading.preview,
        searched=plan.index is not None,
        alike=frozenset(release.source for release in releases if titles[release.said[:TITLED]] > 1),
        outlook=plan.outlook,
    )
