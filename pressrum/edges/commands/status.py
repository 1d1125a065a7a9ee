"""`status`: texts that are not public yet, meetings to come, and what they lack."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, now_option, site_option, told
from pressrum.edges.commands.words import command
from pressrum.edges.reading import parse_whole
from pressrum.edges.status import status_lines
from pressrum.errors import say


@command(
    "status",
    say("Tell of drafts, of texts to come, to go and gone, and of meetings to come and what they lack."),
    "python build.py status",
)
@site_option
@now_option
@click.pass_obj
def this(desk: Desk, site: Path | None, now: str | None) -> None:
    """Tell what is not public yet, what comes, and what is still open."""
    request = desk.request(site, now=now)
    with told(request) as language:
        reading, moment = parse_whole(request)
        click.echo("\n".join(status_lines(reading, moment, language)))
