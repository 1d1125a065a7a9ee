"""The commands that are planned and not there yet."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pressrum.edges.commands.desk import USAGE, Desk, language_for, request_of, site_option
from pressrum.errors import say


def later(name: str, about: str) -> click.Command:
    """Give a command that is planned and not there yet, and that says so."""

    @click.command(name, help=about, short_help=about, context_settings={"ignore_unknown_options": True})
    @click.argument("anything", nargs=-1, type=click.UNPROCESSED)
    @click.pass_obj
    @site_option
    def command(desk: Desk, anything: tuple[str, ...], site: Path | None) -> None:
        del anything
        language = language_for(request_of(desk, site, None, None))
        click.echo(language.tell(say("{command} is not in this version yet.", command=name)), err=True)
        sys.exit(USAGE)

    return command
