"""The commands that staff type, one to a module, and what each of them exits with.

A command reads what was typed and says what came of it; the work itself is done elsewhere.
"""

from __future__ import annotations

import re
import sys
import zoneinfo
from pathlib import Path

import click

from pressrum.edges.commands.build import build_command
from pressrum.edges.commands.desk import USAGE, Build, Desk, language_for, request_of, told
from pressrum.edges.commands.forget import forget_command
from pressrum.edges.commands.later import later
from pressrum.edges.commands.next import next_command
from pressrum.edges.commands.recover import recover_command
from pressrum.edges.commands.status import status_command
from pressrum.errors import Text, say

__all__ = ["Desk", "group", "main"]


def main(build: Build, home: Path) -> None:
    """Run the command on the command line; with none, `build`. Exits with its status."""
    zoneinfo.reset_tzpath(to=())  # the tzdata package, the same on every machine, and not the system's
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal's or a file's
    arguments = sys.argv[1:]
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("--help", "--version")):
        arguments = ["build", *arguments]
    desk = Desk(build, home)
    try:
        group.main(arguments, prog_name="build.py", obj=desk, standalone_mode=False)
    except click.UsageError as error:
        request = request_of(desk, None, None, None)
        told(request, language_for(request)).say_plainly(
            _usage(error), say("build.py --help lists the commands")
        )
        sys.exit(USAGE)


def _usage(error: click.UsageError) -> Text:
    """Put click's complaint into the reader's language."""
    if isinstance(error, click.NoSuchOption):
        return say('there is no option "{name}"', name=error.option_name)
    command = re.match(r"No such command '(.*?)'", error.message)
    if command:
        return say('there is no command "{name}"', name=command[1])
    if isinstance(error, click.MissingParameter):
        return say(
            "the command needs more: {name}", name=error.param.human_readable_name if error.param else ""
        )
    return say("{words}", words=error.format_message())


@click.group(context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100})
@click.version_option(package_name=None, version="1.0.0", prog_name="pressrum")
def group() -> None:
    """Press releases and a tour plan to a static site."""


for command in (
    build_command,
    later("serve", "Live preview. Not in this version yet."),
    later("new", "A new release or meeting. Not in this version yet."),
    status_command,
    next_command,
    later("check", "Check links to the outside. Not in this version yet."),
    forget_command,
    recover_command,
    later("schema", "JSON Schema of the formats. Not in this version yet."),
):
    group.add_command(command)
