"""From the files of a site to a `Reading`: what they say, and the moment to plan for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pressrum.edges.clock import chosen_now, real_now
from pressrum.edges.request import Request
from pressrum.edges.source_files import need_site
from pressrum.edges.sources import Snapshot, read_snapshot, read_zone
from pressrum.errors import BadSource
from pressrum.model import Project
from pressrum.parse.project import KnownTexts, parse_project
from pressrum.parse.templates import check_templates
from pressrum.places import SITE, TOUR
from pressrum.plan.site import Reading


def parse_whole(request: Request) -> tuple[Reading, datetime]:
    """Read the sources and give what they say, and the moment. Raises `BadSource` for any mistake in them."""
    reading, now = parse(read_snapshot(request.site), request)
    if reading.mistakes:
        raise BadSource(*reading.mistakes)
    return reading, now


def parse_but_texts(site: Path) -> Project:
    """Give what site.yaml, the tour and the map say, without texts. Raises `BadSource` for mistakes there."""
    need_site(site)
    files = (site / SITE, site / TOUR, *site.glob("*.geojson"))
    sources = {file.name: file.read_bytes() for file in files if file.is_file()}
    parsed = parse_project(sources, frozenset(), real_now().date())
    if parsed.mistakes:
        raise BadSource(*parsed.mistakes)
    return parsed.project


def parse(
    snapshot: Snapshot, request: Request, known_texts: KnownTexts | None = None
) -> tuple[Reading, datetime]:
    """Give what the sources say, and the moment to build for, in the site's zone.

    Mistakes in them stand in the reading, to be told with those that planning finds; `known_texts` gives
    texts that need not be parsed. Raises `BadValue` for a bad moment.
    """
    near = chosen_now(request.now, ZoneInfo("UTC")).date()
    parsed = parse_project(snapshot.texts, frozenset(snapshot.files.content), near, known_texts)
    site = parsed.project.site
    reading = Reading(
        project=parsed.project,
        files=snapshot.files,
        record=parsed.record,
        zone=read_zone(site.fields.timezone),
        broken=parsed.broken,
        halves=parsed.halves,
        mistakes=(*parsed.mistakes, *check_templates(snapshot.files.templates, snapshot.code)),
        chosen=request.now is not None,
        preview=request.preview,
    )
    return reading, chosen_now(request.now, site.zone)
