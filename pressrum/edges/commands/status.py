"""`status`: what waits."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, language_for, now_option, request_of, site_option, told
from pressrum.edges.report import status_lines
from pressrum.edges.request import parse_whole


@click.command("status")
@site_option
@now_option
@click.pass_obj
def status_command(desk: Desk, site: Path | None, now: str | None) -> None:
    """Tell drafts, what is scheduled or leaving, meetings to come: `build.py status`."""
    request = request_of(desk, site, None, now)
    language = language_for(request)
    with told(request, language):
        reading, moment = parse_whole(request)
        click.echo("\n".join(status_lines(reading.project, moment, language)))
