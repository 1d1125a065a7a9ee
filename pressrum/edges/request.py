"""What a command asks of a build, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pressrum.edges.clock import chosen_now, real_now
from pressrum.edges.sources import Snapshot, read_snapshot, read_zone
from pressrum.errors import BadSource, BadValue, Location, MachineTrouble, Mistake, say
from pressrum.language import Language
from pressrum.ledger import Record, second
from pressrum.make.readback import revisions
from pressrum.parse.project import NO_SITE, RECORD, SITE, Parsed, parse_project
from pressrum.parse.templates import check_templates
from pressrum.plan.manifest import Manifest, Work, strangers
from pressrum.plan.outputs import Plan
from pressrum.plan.site import Reading

SOURCES = ("content", "templates", "pressrum", "tests", "docs", "tools")
"""Folders of a site that no site can be built into."""
NAMED = 5
"""Files named in a message; the rest are counted."""


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

    def record_to_write(self, record: bytes, snapshot: Snapshot) -> tuple[Path, bytes] | None:
        """Give the record's file and new content; None when it is to stay as it is."""
        if self.trial or snapshot.texts.get(RECORD) == record:
            return None
        return self.site / RECORD, record


@dataclass(frozen=True)
class Outcome:
    """A build that is done."""

    plan: Plan
    work: Work
    written: tuple[str, ...]
    """Files whose bytes changed."""


def parse_sources(snapshot: Snapshot) -> Parsed:
    """Give what the sources say, and what is wrong with them."""
    return parse_project(snapshot.texts, frozenset(snapshot.files.content), real_now().date())


def parse_whole(request: Request) -> tuple[Reading, datetime]:
    """Read the sources and give what they say, and the moment. Raises `BadSource` for any mistake in them."""
    reading, now = parse(read_snapshot(request.site), request)
    if reading.mistakes:
        raise BadSource(*reading.mistakes)
    return reading, now


def parse(snapshot: Snapshot, request: Request) -> tuple[Reading, datetime]:
    """Give what the sources say, and the moment to build for, in the site's zone.

    A mistake in them waits in the reading until all are found. Raises `BadValue` for a bad
    moment.
    """
    parsed = parse_sources(snapshot)
    site = parsed.project.site
    reading = Reading(
        project=parsed.project,
        files=snapshot.files,
        record=parsed.record,
        zone=read_zone(site.fields.timezone),
        broken=parsed.broken,
        halves=parsed.halves,
        mistakes=(*parsed.mistakes, *check_templates(snapshot.files.templates, snapshot.code)),
        chosen=request.now is not None,
        preview=request.preview,
    )
    return reading, chosen_now(request.now, site.zone)


def language_of(reading: Reading) -> Language:
    """Give the language in which staff are told."""
    return Language(reading.project.site.fields.language)


def refuse_change(request: Request, record: bytes, snapshot: Snapshot) -> None:
    """With `--frozen`, raise `BadSource` when the build would write another public record."""
    if request.frozen and snapshot.texts.get(RECORD) != record:
        raise BadSource(
            Mistake(
                Location(RECORD),
                say("this build would change the public record"),
                say("build once without --frozen, and commit published.json with the change"),
            )
        )


def refuse_lost_record(request: Request, snapshot: Snapshot, last: Manifest) -> None:
    """Raise `BadSource` when the site has been built here before and its public record is gone."""
    if not request.trial and last.entries and RECORD not in snapshot.texts:
        raise BadSource(
            Mistake(
                Location(RECORD),
                say("the public record is gone, and the site has been built before"),
                say(
                    "take back the last good one: git checkout {file}; to begin anew, with new numbers"
                    " for all meetings, empty {folder} first",
                    file=RECORD,
                    folder=str(request.output),
                ),
            )
        )


def refuse_old_record(request: Request, record: Record, published: Iterable[bytes]) -> None:
    """Raise `BadSource` where the site shows a meeting that the record does not know as well.

    `published` are the components of its calendars. An older record that was put back would
    give a number that phones have seen to something else.
    """
    known = {stamp.uid: (stamp.sequence, stamp.modified) for stamp in record.meetings}
    newer = sorted(
        uid
        for uid, sequence, modified in revisions(published)
        if uid not in known or sequence > known[uid][0] or modified > known[uid][1]
    )
    if newer and not request.trial:
        raise BadSource(
            Mistake(
                Location(RECORD),
                say(
                    "the record is older than the site: of {uids} more has been published",
                    uids=", ".join(newer),
                ),
                say(
                    "take back the record that was last built with; is it lost, move this one away and run"
                    " make recover FROM={folder}",
                    folder=request.output.as_posix(),
                ),
            )
        )


def refuse_other_times(request: Request, reading: Reading, now: datetime) -> None:
    """Raise `BadValue` for a build for another time into the site's own folder.

    One for a moment to come would publish what waits for it; one for a moment before the last
    publication would take that away.
    """
    if request.trial or request.now is None:
        return
    if now > real_now():
        raise BadValue(
            say("{when} is still to come, and what waits for it would be published", when=now),
            say("name another folder for a look ahead: --output look"),
        )
    last = max((address.since for address in reading.record.addresses), default="")
    if second(now) < last:
        raise BadValue(
            say("more has been published since {when}, and it would vanish", when=now),
            say("name another folder for a look back: --output then"),
        )


def refuse_folders(request: Request) -> None:
    """Raise `BadSource` where there is no site, `BadValue` for an output among the sources."""
    if not (request.site / SITE).is_file():
        raise BadSource(NO_SITE)
    site, output = request.site.resolve(), request.output.resolve()
    if output in (site, *site.parents) or any(output.is_relative_to(site / folder) for folder in SOURCES):
        raise BadValue(
            say("{folder} holds sources, and the site cannot be built there", folder=str(request.output)),
            say("name a folder of its own: --output then"),
        )


def refuse_strangers(work: Work, last: Manifest, found: dict[str, str], request: Request) -> None:
    """Raise `MachineTrouble` when a file that no build made stands where one of ours must be."""
    files = strangers(work, last, found)
    if files:
        raise MachineTrouble(
            say(
                "{folder} holds files that were not made by this program: {files}",
                folder=str(request.output),
                files=", ".join(files[:NAMED]) + (f" (+{len(files) - NAMED})" if len(files) > NAMED else ""),
            ),
            say("move them away, or empty the folder, and build again"),
        )
