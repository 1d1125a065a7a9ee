"""Releases that say the same: most likely a file was copied, and not yet rewritten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from pressrum.errors import Mistake, say
from pressrum.ledger import Record
from pressrum.model import Project, Release
from pressrum.plan.publish import State, state


def copies(project: Project, record: Record, now: datetime) -> Iterator[tuple[Release, Release]]:
    """Give each release that will be public while another one says the same, with that one.

    That is one that is in the record, or else one that is public before it, and has not left by then. Of two
    at once it is the one whose name is shorter: a copy's is the other's, and more.
    """
    known: dict[str, Release] = {}
    releases = [text for text in project.releases if state(text, now) in (State.PUBLIC, State.SCHEDULED)]
    for release in sorted(
        releases, key=lambda text: (text.source not in record.sources, text.public_from, len(text.source))
    ):
        other = known.get(release.said)
        if other is None or (other.fields.expires and other.fields.expires <= release.public_from):
            known[release.said] = release
        else:
            yield release, other


def check_copies(
    found: Iterable[tuple[Release, Release]], record: Record, renamed: Collection[str], now: datetime
) -> Iterator[Mistake]:
    """Find releases that are new and say what one says that is public before them: most likely copies of it.

    Files that have been `renamed` are not new.
    """
    for copy, other in found:
        first = other.source in record.sources or max(now, other.public_from) < copy.public_from
        if first and copy.source not in {*record.sources, *renamed}:
            told = (
                say("this says the same as {file}, which is published", file=other.source)
                if state(other, now) is State.PUBLIC
                else say("this says the same as {file}, which is published before it", file=other.source)
            )
            yield Mistake(
                copy.place("title"),
                told,
                say("take this file away, or change what it says"),
            )


def warn_of_copies(found: Iterable[tuple[Release, Release]], now: datetime) -> Iterator[Mistake]:
    """Warn of public releases that say the same."""
    for copy, other in found:
        if state(copy, now) is not State.PUBLIC:
            continue
        yield Mistake(
            copy.place("title"),
            say("this says the same as {file}, and is published too", file=other.source),
            say("change what it says; or take the file away, and forget its address as the next build tells"),
        )
