"""What every command works with: the site, the options that all share, and how trouble is told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from pressrum.edges.commands.words import Folder, option
from pressrum.edges.report import failure, mistake_lines, plain_lines
from pressrum.edges.request import Outcome, Request
from pressrum.edges.source_files import meant_for_site, way_to
from pressrum.edges.troubles import explain
from pressrum.errors import BadSource, BadValue, Mistake, Text, say
from pressrum.language import Language
from pressrum.parse.glance import guessed_language
from pressrum.places import SITE

SOURCES, USAGE, MACHINE, STOPPED = 1, 2, 3, 130
"""Exit statuses: mistakes in the sources, wrong usage, trouble with the machine, Ctrl-C (as in shells)."""

Build = Callable[[Request], Outcome]


@dataclass(frozen=True)
class Desk:
    """What every command works with."""

    build: Build
    home: Path
    """The folder of build.py: the site, unless another is named."""
    named: Path | None
    """The site that `--site` names, known before anything else: help is in its language too."""

    @property
    def language(self) -> Language:
        """The language for help, and for what was typed wrong."""
        return language_of_site(self.named or self.home)

    def request(
        self, site: Path | None, output: Path | None = None, now: str | None = None, *, frozen: bool = False
    ) -> Request:
        """Give what was typed as a request: the site is build.py's own folder unless another is named."""
        folder = site or Path(way_to(self.home))
        return Request(folder, output or folder / "output", now, frozen)


FOLDER = say("FOLDER")
site_option = option(
    "--site", type=Folder(path_type=Path), metavar=FOLDER, about=say("The folder that holds site.yaml.")
)
output_option = option(
    "--output",
    type=Folder(path_type=Path),
    metavar=FOLDER,
    about=say("Where to build; else output in the site's folder."),
)
now_option = option(
    "--now", metavar=say("TIME"), about=say("Another moment than now, such as 2016-11-28T10:00.")
)


def language_of_site(site: Path) -> Language:
    """Give the language for messages, also when site.yaml cannot be read as a whole or has another name."""
    file = site / SITE
    try:
        return Language(
            guessed_language((file if file.exists() else meant_for_site(site) or file).read_bytes())
        )
    except OSError:
        return Language("sv")


def folder_of(request: Request) -> str:
    """Give what stands before a source's path so that it can be opened from here."""
    return "" if request.site == Path() else request.site.as_posix().removesuffix("/") + "/"


@contextmanager
def told(request: Request) -> Iterator[Language]:
    """Give the language in which to say what came of a request.

    Trouble meanwhile becomes a message and an exit status; a fault of ours keeps its traceback.
    """
    language = language_of_site(request.site)
    try:
        yield language
    except BrokenPipeError:
        raise  # nobody reads on, as when a pager is left: click ends without a word
    except BadSource as bad:
        click.echo(failure(bad.mistakes, language, folder_of(request)), err=True)
        sys.exit(SOURCES)
    except Exception as trouble:
        if not (words := explain(trouble)):
            raise
        say_plainly(*words, language)
        sys.exit(USAGE if isinstance(trouble, BadValue) else MACHINE)


def tell_of(mistakes: Iterable[Mistake], kind: Text, request: Request, language: Language) -> None:
    """Tell staff of mistakes, or of warnings, by their `kind`."""
    for line in mistake_lines(mistakes, language, folder_of(request), kind):
        click.echo(line, err=True)


def say_plainly(message: Text, hint: Text, language: Language) -> None:
    """Tell what is wrong that has no place in a source."""
    click.echo(plain_lines(message, hint, language), err=True)
