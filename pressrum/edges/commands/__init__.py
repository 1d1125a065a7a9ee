"""The commands that staff type, one to a module, and what each of them exits with.

A command reads what was typed and says what came of it; the work itself is done elsewhere.
"""

from __future__ import annotations

import sys
import zoneinfo
from collections.abc import Sequence
from pathlib import Path

import click

from pressrum.edges.commands.build import build_command
from pressrum.edges.commands.check import check_command
from pressrum.edges.commands.completion import completion_command
from pressrum.edges.commands.desk import STOPPED, USAGE, Build, Desk, say_plainly
from pressrum.edges.commands.forget import forget_command
from pressrum.edges.commands.new import new_group
from pressrum.edges.commands.next import next_command
from pressrum.edges.commands.recover import recover_command
from pressrum.edges.commands.schema import schema_command
from pressrum.edges.commands.serve import serve_command
from pressrum.edges.commands.status import status_command
from pressrum.edges.commands.words import Group, Option, misuse
from pressrum.errors import say

__all__ = ["Desk", "group", "main"]


@click.group(
    "build.py",
    cls=Group,
    about=say("Press releases and a tour plan to a static site. Without a command it is built."),
    examples=("python build.py", "python build.py status --help"),
)
@click.version_option("1.0.0", cls=Option, about=say("Show the version."), prog_name="pressrum")
def group() -> None:
    """Stand above all commands."""


for part in (
    build_command,
    serve_command,
    new_group,
    status_command,
    next_command,
    check_command,
    forget_command,
    recover_command,
    schema_command,
    completion_command,
):
    group.add_command(part)


def main(build: Build, home: Path) -> None:
    """Run the command on the command line; with none, `build`. Exits with its status."""
    zoneinfo.reset_tzpath(to=())  # the tzdata package, the same on every machine, and not the system's
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal's or a file's
    arguments = sys.argv[1:]
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("--help", "-h", "--version")):
        arguments = ["build", *arguments]
    desk = Desk(build, home, _named_site(arguments))
    try:
        group.main(arguments, prog_name="build.py", obj=desk, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as alone:
        click.echo(alone.format_message(), err=True)
        sys.exit(USAGE)
    except click.UsageError as error:
        say_plainly(*misuse(error), desk.language)
        sys.exit(USAGE)
    except click.Abort:
        click.echo(desk.language.gettext("Stopped."), err=True)
        sys.exit(STOPPED)


def _named_site(arguments: Sequence[str]) -> Path | None:
    """Find what follows `--site` before anything is read: help comes before all options."""
    for word, after in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _, value = word.partition("=")
        if name == "--site" and (value or after):
            return Path(value or after)
    return None
