"""The commands that staff type, and what each of them exits with."""

from __future__ import annotations

import os
import re
import sys
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from pressrum.edges.forget import forget_addresses, forget_meeting
from pressrum.edges.recover import recover
from pressrum.edges.report import failure, mistake_lines, plain_lines, status_lines, success
from pressrum.edges.request import Outcome, Request, parse_whole
from pressrum.edges.troubles import explain
from pressrum.errors import BadSource, BadValue, Text, say
from pressrum.language import Language
from pressrum.parse.project import SITE, language_of
from pressrum.plan.publish import next_change

SOURCES, USAGE, MACHINE = 1, 2, 3
"""Exit statuses: mistakes in the sources, wrong usage, trouble with the machine."""

Build = Callable[[Request], Outcome]


@dataclass
class Desk:
    """What every command works with."""

    build: Build
    home: Path
    """The folder of build.py: the site, unless another is named."""


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
        request = _request(desk, None, None, None)
        _told(request, _language(request)).say_plainly(
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


site_option = click.option("--site", type=click.Path(path_type=Path), help="The folder that holds site.yaml.")
output_option = click.option(
    "--output", type=click.Path(path_type=Path), help="Where to build (SITE/output)."
)
now_option = click.option("--now", metavar="TIME", help="The moment to build for: 2016-11-28T10:00.")


@group.command("build")
@site_option
@output_option
@now_option
@click.option("--frozen", is_flag=True, help="Fail where published.json would change.")
@click.pass_obj
def build_command(
    desk: Desk, site: Path | None, output: Path | None, now: str | None, *, frozen: bool
) -> None:
    """Bring output/ up to date: `build.py build --now 2016-11-28T10:00 --output then`."""
    request = _request(desk, site, output, now, frozen=frozen)
    language = _language(request)
    with _told(request, language):
        outcome = desk.build(request)
        folder = _folder(request)
        for line in mistake_lines(outcome.plan.warnings, language, folder, say("warning")):
            click.echo(line, err=True)
        click.echo(success(outcome, request.output.as_posix(), language, trial=request.trial))


@group.command("status")
@site_option
@now_option
@click.pass_obj
def status_command(desk: Desk, site: Path | None, now: str | None) -> None:
    """Tell drafts, what is scheduled or leaving, meetings to come: `build.py status`."""
    request = _request(desk, site, None, now)
    language = _language(request)
    with _told(request, language):
        reading, moment = parse_whole(request)
        click.echo("\n".join(status_lines(reading.project, moment, language)))


@group.command("next")
@site_option
@now_option
@click.pass_obj
def next_command(desk: Desk, site: Path | None, now: str | None) -> None:
    """Give the next instant at which the site changes by itself, ISO 8601, or nothing: `build.py next`."""
    request = _request(desk, site, None, now)
    with _told(request, _language(request)):
        reading, moment = parse_whole(request)
        change = next_change(reading.project, moment)
        if change:
            click.echo(change.isoformat(timespec="seconds"))


@group.command("forget")
@click.argument("what", nargs=-1, required=True, metavar="ADDRESS… | meeting ID")
@site_option
@click.pass_obj
def forget_command(desk: Desk, what: tuple[str, ...], site: Path | None) -> None:
    """Take an address or a meeting out of the public record: `build.py forget meeting sodermalm`."""
    request = _request(desk, site, None, None)
    language = _language(request)
    with _told(request, language):
        match what:
            case ("meeting", id_):
                forget_meeting(request.site, id_)
            case ("meeting", *_):
                raise click.UsageError(language.gettext("give addresses, or the word meeting and an id"))
            case _:
                forget_addresses(request.site, what)
        named = ", ".join(what).removeprefix("meeting, ")
        click.echo(language.tell(say("Forgotten: {what}. Build again to see it gone.", what=named)))


@group.command("recover")
@click.argument("published", type=click.Path(path_type=Path, exists=True), metavar="FILE_OR_FOLDER")
@site_option
@click.pass_obj
def recover_command(desk: Desk, published: Path, site: Path | None) -> None:
    """Rebuild a lost public record from a published site or its calendar: `build.py recover kalender.ics`."""
    request = _request(desk, site, None, None)
    language = _language(request)
    with _told(request, language):
        recovered = recover(request, published)
        done = say(
            "published.json is back; addresses: {addresses}, meetings: {meetings}."
            " Look it over, build, commit.",
            addresses=len(recovered.record.addresses),
            meetings=len(recovered.record.meetings),
        )
        click.echo(language.tell(done))
        for path in recovered.unknown:
            told = say("published, and nothing here leads to it: {address}; add it to aliases:", address=path)
            click.echo(f"  {language.tell(told)}")


@group.command("serve")
@site_option
@now_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Where to listen (8000).")
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@click.pass_obj
def serve_command(desk: Desk, site: Path | None, now: str | None, port: int, *, opens: bool) -> None:
    """Show the site while you write, drafts and embargoed texts too: `build.py serve --open`."""
    from pressrum.edges.preview.serve import Seat, serve  # noqa: PLC0415 - a server, for this command alone

    request = _request(desk, site, None, now)
    seat = Seat(lambda: _language(request), _folder(request), opens)
    with _told(request, _language(request)):
        serve(desk.build, request, port, seat)


def _later(name: str, about: str) -> None:
    """Add a command that is planned and not there yet, and that says so."""

    @group.command(name, help=about, short_help=about, context_settings={"ignore_unknown_options": True})
    @click.argument("anything", nargs=-1, type=click.UNPROCESSED)
    @click.pass_obj
    @site_option
    def command(desk: Desk, anything: tuple[str, ...], site: Path | None) -> None:
        del anything
        language = _language(_request(desk, site, None, None))
        click.echo(language.tell(say("{command} is not in this version yet.", command=name)), err=True)
        sys.exit(USAGE)


_later("new", "A new release or meeting. Not in this version yet.")
_later("check", "Check links to the outside. Not in this version yet.")
_later("schema", "JSON Schema of the formats. Not in this version yet.")


def _request(
    desk: Desk, site: Path | None, output: Path | None, now: str | None, *, frozen: bool = False
) -> Request:
    folder = site or Path(os.path.relpath(desk.home))
    return Request(folder, output or folder / "output", now, frozen)


def _language(request: Request) -> Language:
    """Give the language for messages, also when site.yaml cannot be read as a whole."""
    try:
        return Language(language_of((request.site / SITE).read_bytes()))
    except OSError:
        return Language("sv")


def _folder(request: Request) -> str:
    """Give what stands before a source's path so that it can be opened from here."""
    return "" if request.site == Path() else request.site.as_posix().removesuffix("/") + "/"


class _told:  # noqa: N801 - reads as a word of the commands
    """Turns trouble within it into a message and an exit status; a fault of ours keeps its traceback."""

    def __init__(self, request: Request, language: Language) -> None:
        self.request = request
        self.language = language

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, trouble: BaseException | None, trace: object) -> None:
        """Tell staff what `trouble` is."""
        if isinstance(trouble, BadSource):
            click.echo(failure(trouble.mistakes, self.language, _folder(self.request)), err=True)
            sys.exit(SOURCES)
        if words := explain(trouble):
            self.say_plainly(*words)
            sys.exit(USAGE if isinstance(trouble, BadValue) else MACHINE)

    def say_plainly(self, message: Text, hint: Text | None) -> None:
        """Tell what is wrong that has no place in a source."""
        click.echo(plain_lines(message, hint, self.language), err=True)
