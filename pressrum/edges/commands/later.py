"""The commands that are planned and not there yet."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pressrum.edges.commands.desk import USAGE, Desk, site_option
from pressrum.edges.commands.words import Command, command
from pressrum.errors import Text, say


def later(name: str, about: Text) -> Command:
    """Give a command that is planned and not there yet, and that says so."""

    @command(name, about)
    @click.argument("anything", nargs=-1, type=click.UNPROCESSED)
    @click.pass_obj
    @site_option
    def waiting(desk: Desk, anything: tuple[str, ...], site: Path | None) -> None:
        del anything, site
        click.echo(desk.language.tell(say("{command} is not in this version yet.", command=name)), err=True)
        sys.exit(USAGE)

    return waiting
