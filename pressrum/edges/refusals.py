"""What a build refuses to do, before it has done anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from pressrum.edges.clock import EPOCH, clock_now, real_now
from pressrum.edges.last import Last
from pressrum.edges.request import Request
from pressrum.errors import BadSource, BadValue, Location, MachineTrouble, Mistake, say
from pressrum.ledger import Record, second
from pressrum.make.calendars.readback import revisions
from pressrum.make.record import render_record
from pressrum.places import RECORD
from pressrum.plan.manifest import Work, address_of, strangers
from pressrum.plan.outputs import Output
from pressrum.plan.site import Reading

NAMED = 5
"""Things named in a message; the rest are counted."""


def refuse_change(request: Request, record: bytes, known: Record, published: bytes | None) -> None:
    """With `--frozen`, raise `BadSource` when the build would write a record of more than is `known`.

    `published` is its file, None where there is none: a merge may have left other commas in it.
    """
    if request.frozen and (published is None or record != render_record(known)):
        raise BadSource(
            Mistake(
                Location(RECORD),
                say("this build would change the public record"),
                say("build once without --frozen, and commit published.json with the change"),
            )
        )


def refuse_wrong_record(
    request: Request, record: Record, published: bytes | None, last: Last, planned: Iterable[Output] = ()
) -> None:
    """Raise `BadSource` when the public record is not the one that the site was `last` built with.

    `published` is the file of the `record`; None where there is none. What is `planned` will not
    vanish, whatever the record knows. A trial leaves it alone.
    """
    if not request.trial:
        _refuse_lost_record(request, published, last)
        _refuse_old_record(request, record, last, planned)


def _refuse_lost_record(request: Request, published: bytes | None, last: Last) -> None:
    """Raise `BadSource` when the site stands here as built before, and its public record is gone.

    A first build that was cut off before it wrote the record has put no file there.
    """
    if last.manifest.keys() & last.found.keys() and published is None:
        raise BadSource(
            Mistake(
                Location(RECORD),
                say("the public record is gone, and the site has been built before"),
                say(
                    "take back the last good one: git checkout HEAD {file}; if there is none, run make"
                    " recover FROM={folder}; to begin anew, with new numbers for all meetings, empty"
                    " {folder} first",
                    file=RECORD,
                    folder=request.output.as_posix(),
                ),
            )
        )


def _refuse_old_record(request: Request, record: Record, last: Last, planned: Iterable[Output]) -> None:
    """Raise `BadSource` where the site shows a meeting or a page that the record does not know as well.

    An older record that was put back would give a number that phones have seen to something else,
    and let pages vanish. One with a higher number is none, be that from an earlier day: two were merged.
    """
    known = {stamp.uid: (stamp.sequence, stamp.modified) for stamp in record.meetings}
    newer = sorted(
        uid
        for uid, sequence, modified in revisions(last.components)
        if uid not in known or (sequence, modified) > known[uid]
    )
    stay = {output.permalink.file for output in planned}
    gone = last.manifest.keys() & last.found.keys() - stay
    newer += sorted(path for path in map(address_of, gone) if path.endswith("/") and not record.knows(path))
    if newer:
        raise BadSource(
            Mistake(
                Location(RECORD),
                say(
                    "the record is older than the site: of {uids} more has been published",
                    uids=_named(newer),
                ),
                say(
                    "take back the record that was last built with; if it is lost, move this one away and run"
                    " make recover FROM={folder}",
                    folder=request.output.as_posix(),
                ),
            )
        )


def refuse_other_times(request: Request, reading: Reading, now: datetime) -> None:
    """Raise `BadValue` for a build for another time into the site's own folder.

    One for a moment to come would publish texts before their time; one for a moment before the last
    publication would take that away.
    """
    if request.trial:
        return
    if real_now() > clock_now():
        raise BadValue(
            say("{when} is in the future, and texts that are waiting for it would be published", when=now),
            say(
                "{name} in the environment says what time it is: take it away, or name another folder for a"
                " look ahead: OUTPUT=look (without make: --output look)",
                name=EPOCH,
            ),
        )
    if request.now is None:
        return
    if now > real_now():
        raise BadValue(
            say("{when} is in the future, and texts that are waiting for it would be published", when=now),
            say("name another folder for a look ahead: OUTPUT=look (without make: --output look)"),
        )
    last = max((address.since for address in reading.record.addresses), default="")
    if second(now) < last:
        raise BadValue(
            say("more has been published since {when}, and it would vanish", when=now),
            say("name another folder for a look back: OUTPUT=then (without make: --output then)"),
        )


def refuse_strangers(work: Work, last: Last, request: Request) -> None:
    """Raise `MachineTrouble` when a file that no build made stands where one of ours must be."""
    files = strangers(work, last.manifest, last.found)
    if files:
        raise MachineTrouble(
            say(
                "there are files in {folder} that this program did not make: {files}",
                folder=str(request.output),
                files=_named(files),
            ),
            say("move them away, or empty the folder, and build again"),
        )


def _named(things: Sequence[str]) -> str:
    """Give the first of them, and how many more there are."""
    return ", ".join(things[:NAMED]) + (f" (+{len(things) - NAMED})" if len(things) > NAMED else "")
