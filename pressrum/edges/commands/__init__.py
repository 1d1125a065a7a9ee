"""The commands that staff type, one to a module, and what each of them exits with.

A command reads what was typed and says what came of it; the work itself is done elsewhere.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import zoneinfo
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from pressrum import VERSION
from pressrum.edges.commands.desk import MACHINE, STOPPED, USAGE, Build, Desk, say_plainly
from pressrum.edges.commands.words import Group, Option, misuse
from pressrum.edges.troubles import explain
from pressrum.errors import say

__all__ = ["Desk", "group", "main"]


PARTS = ("build", "serve", "new", "status", "next", "check", "forget", "recover", "schema", "completion")
"""The commands, as help lists them; each is `this` in a module of its name."""


class Commands(Group):
    """All commands, each of which is loaded when it is asked for: a build with nothing to do is quick."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give one of them."""
        del ctx
        if cmd_name not in self.commands:
            return None
        part: click.Command = import_module(f"{__name__}.{cmd_name}").this
        return part


@click.group(
    "build.py",
    cls=Commands,
    commands=dict.fromkeys(PARTS, click.Command(None)),  # their names; each is loaded when it is asked for
    about=say("Press releases and a tour plan to a static site. Without a command it is built."),
    examples=("python build.py", "python build.py status --help"),
)
@click.version_option(VERSION, cls=Option, about=say("Show the version."), prog_name="pressrum")
def group() -> None:
    """Hold all commands: nothing is done here."""


def main(build: Build, home: Path) -> None:
    """Run the command on the command line; with none, `build`. Exits with its status."""
    _read_names()
    zoneinfo.reset_tzpath(to=())  # the tzdata package, the same on every machine, and not the system's
    _open_streams()
    atexit.register(gc.freeze)  # nothing is looked through for circles at the end, where all is let go of
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
    except (ModuleNotFoundError, OSError) as trouble:
        # A program newer than what was installed for it; help for which the disk has no room.
        if not (words := explain(trouble)):
            raise
        say_plainly(*words, desk.language)
        sys.exit(MACHINE)
    except Exception as ended:
        # pydantic tells of a Ctrl-C amid the making of a model in an error of its own.
        if not isinstance(ended, click.Abort) and "KeyboardInterrupt" not in str(ended):
            raise
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C stops no more
        click.echo(desk.language.gettext("Stopped."), err=True)
        os._exit(STOPPED)  # at its end Python waits for the other processes: after two Ctrl-C for ever


def _read_names() -> None:
    """Start Python again in UTF-8 mode where the locale reads file names otherwise: addresses differ."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves


def _open_streams() -> None:
    """Write UTF-8, and what is none in a folder's name by its octets; into nothing what was closed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # as after `>&-`; the next file to be opened would take its place
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115 - open until the end
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _named_site(arguments: Sequence[str]) -> Path | None:
    """Find what follows `--site` before anything is read: help comes before all options."""
    for word, after in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _, value = word.partition("=")
        if name == "--site" and (value or after):
            return Path(value or after)
    return None
