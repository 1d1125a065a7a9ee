"""`next`: when to build again."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, language_for, now_option, request_of, site_option, told
from pressrum.edges.request import parse_whole
from pressrum.plan.publish import next_change


@click.command("next")
@site_option
@now_option
@click.pass_obj
def next_command(desk: Desk, site: Path | None, now: str | None) -> None:
    """Give the next instant at which the site changes by itself, ISO 8601, or nothing: `build.py next`."""
    request = request_of(desk, site, None, now)
    with told(request, language_for(request)):
        reading, moment = parse_whole(request)
        change = next_change(reading.project, moment)
        if change:
            click.echo(change.isoformat(timespec="seconds"))
