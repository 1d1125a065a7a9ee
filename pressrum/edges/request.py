"""What a command asks of a build, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pressrum.edges.source_files import OWN, need_site
from pressrum.errors import BadValue, MachineTrouble, say
from pressrum.places import RECORD, SITE
from pressrum.plan.manifest import Work
from pressrum.plan.outlook import Outlook

SOURCES = ("content", "templates", "pressrum", "tests", "docs", "tools")
"""Folders of a site that no site can be built into."""
BUILT = ("output", ".cache", ".git", ".venv")
"""Folders of a site in which nobody looks for another: what lies in the first is published."""


@dataclass(frozen=True)
class Request:
    """What to build, where to, and for which moment."""

    site: Path
    output: Path
    now: str | None = None
    """As it was typed; None for the clock's."""
    frozen: bool = False
    """Whether a changed public record is a failure: for a host that cannot commit it."""
    preview: bool = False
    """Whether drafts and what is to come are shown too, marked, to staff alone."""

    @property
    def trial(self) -> bool:
        """Whether this builds into another folder than the site's own, and so leaves the record alone."""
        return self.output.resolve() != (self.site / "output").resolve()

    def record_to_write(self, record: bytes, last: bytes | None) -> tuple[Path, bytes] | None:
        """Give the record's file and new content; None when it is to stay as it is, as `last`."""
        if self.trial or last == record:
            return None
        return record_file(self.site), record


def record_file(site: Path) -> Path:
    """Give the file of the public record: where it leads, should it be a link."""
    return (site / RECORD).resolve()


@dataclass(frozen=True)
class Outcome:
    """A build that is done."""

    outlook: Outlook
    work: Work
    written: tuple[str, ...]
    """Files whose bytes changed."""


def refuse_folders(request: Request) -> None:
    """Raise `BadSource` where there is no site, `BadValue` for an output among the sources, of any site.

    And `MachineTrouble` for one that is a file, or a link to nowhere or to someone else's folder.
    """
    need_site(request.site)
    _refuse_no_folder(request.output)
    _refuse_among_sources(request)


def _refuse_no_folder(output: Path) -> None:
    if output.is_symlink() and _is_others(output):
        raise MachineTrouble(
            say("{folder} is a link, to a folder with files that no build made", folder=str(output)),
            say("move the link away, or let it lead to an empty folder"),
        )
    if output.is_symlink() and not output.exists():
        raise MachineTrouble(
            say("{folder} is a link that leads nowhere", folder=str(output)),
            say(
                "make the folder that it is to lead to, {target}, or remove the link",
                target=str(output.readlink()),
            ),
        )
    if output.exists() and not output.is_dir():
        raise MachineTrouble(
            say("{folder} is a file, and the site needs a folder there", folder=str(output)),
            say("move the file away, or name a folder of its own: OUTPUT=then (without make: --output then)"),
        )


def _refuse_among_sources(request: Request) -> None:
    site, output, named = request.site.resolve(), request.output.resolve(), str(request.output)
    name_another = say("name a folder of its own: OUTPUT=then (without make: --output then)")
    sites = {site, *(folder for folder in (output, *output.parents) if (folder / SITE).is_file())}
    folders = [folder / name for folder in sites for name in SOURCES]
    sources = [folder for folder in folders if not site.is_relative_to(folder)]  # this one may stand there
    if output in (*sites, *site.parents) or any(map(output.is_relative_to, sources)):
        raise BadValue(
            say("{folder} holds sources, and the site cannot be built there", folder=named), name_another
        )
    within = next((folder for folder in BUILT if output.is_relative_to((site / folder).resolve())), None)
    if within and request.trial and not request.preview:
        raise BadValue(
            say(
                "{folder} lies in {within}, and a site to look at cannot be built there",
                folder=named,
                within=within,
            ),
            name_another,
        )


def _is_others(folder: Path) -> bool:
    return folder.is_dir() and not (folder / OWN).exists() and any(folder.iterdir())
