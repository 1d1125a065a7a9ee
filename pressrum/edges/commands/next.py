"""`next`: when to build again."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, now_option, site_option, told
from pressrum.edges.commands.words import command
from pressrum.edges.reading import parse_whole
from pressrum.errors import say
from pressrum.plan.publish import next_change
from pressrum.plan.site import stamps_of


@command(
    "next",
    say("Give the next moment at which the site changes by itself, for a timer; nothing when there is none."),
    "python build.py next",
)
@site_option
@now_option
@click.pass_obj
def this(desk: Desk, site: Path | None, now: str | None) -> None:
    """Give the next change in ISO 8601."""
    request = desk.request(site, now=now)
    with told(request):
        reading, moment = parse_whole(request)
        change = next_change(reading.project, stamps_of(reading, moment), moment)
        if change:
            click.echo(change.isoformat(timespec="seconds"))
