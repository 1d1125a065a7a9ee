"""`build`: output/ brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import Desk, now_option, output_option, site_option, tell_of, told
from pressrum.edges.commands.words import command, option
from pressrum.edges.report import success
from pressrum.errors import say


@command(
    "build",
    say("Bring output/ up to date, and say what was made and why."),
    "python build.py build",
    "python build.py build --now 2016-11-28T10:00 --output then",
)
@site_option
@output_option
@now_option
@option("--frozen", is_flag=True, about=say("Fail where published.json would change."))
@click.pass_obj
def this(desk: Desk, site: Path | None, output: Path | None, now: str | None, *, frozen: bool) -> None:
    """Bring output/ up to date."""
    request = desk.request(site, output, now, frozen=frozen)
    with told(request) as language:
        outcome = desk.build(request)
        tell_of(outcome.outlook.warnings, say("warning"), request, language)
        click.echo(success(outcome, request.output.as_posix(), language, trial=request.trial))
