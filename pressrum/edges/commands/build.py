"""`build`: output/ brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from pressrum.edges.commands.desk import (
    Desk,
    folder_of,
    language_for,
    now_option,
    output_option,
    request_of,
    site_option,
    told,
)
from pressrum.edges.report import mistake_lines, success
from pressrum.errors import say


@click.command("build")
@site_option
@output_option
@now_option
@click.option("--frozen", is_flag=True, help="Fail where published.json would change.")
@click.pass_obj
def build_command(
    desk: Desk, site: Path | None, output: Path | None, now: str | None, *, frozen: bool
) -> None:
    """Bring output/ up to date: `build.py build --now 2016-11-28T10:00 --output then`."""
    request = request_of(desk, site, output, now, frozen=frozen)
    language = language_for(request)
    with told(request, language):
        outcome = desk.build(request)
        folder = folder_of(request)
        for line in mistake_lines(outcome.plan.warnings, language, folder, say("warning")):
            click.echo(line, err=True)
        click.echo(success(outcome, request.output.as_posix(), language, trial=request.trial))
