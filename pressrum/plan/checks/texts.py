"""What a text says of itself, and what it names: all of it is there, and none goes before it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from pressrum.errors import Mistake, Text, say
from pressrum.ledger import Record
from pressrum.model import Page, Project, Release
from pressrum.places import TOUR
from pressrum.plan.checks.named import known_names, named_twice, nameless_topics, unknown_names
from pressrum.written.moments import write_moment


def check_texts(
    texts: Iterable[Release | Page], project: Project, record: Record, broken: frozenset[str]
) -> Iterator[Mistake]:
    """Check that texts come before they go, and that what they show and name is there.

    What a broken site.yaml or tour.yaml would have is not missed.
    """
    known = known_names(project, record, broken)
    for text in texts:
        yield from text.body.losses
        yield from _times(text)
        yield from named_twice(text)
        if text.body.tours and project.tour is None and TOUR not in broken:
            yield Mistake(
                text.body.tours[0],
                say("the text shows the tour, and there is no tour.yaml"),
                say("remove the line [[tour]], or write the schedule in tour.yaml"),
            )
        if isinstance(text, Release):
            yield from nameless_topics(text)
            yield from _corrections(text)
            yield from _wordless(text)
            yield from unknown_names(text, known)


def _times(text: Release | Page) -> Iterator[Mistake]:
    """Find a text that would be gone before it came."""
    expires = text.fields.expires
    if expires and text.public_from and expires <= text.public_from:
        yield Mistake(
            text.place("expires"),
            say("it would be gone before it is published"),
            say('write a moment after "date"'),
        )


def _wordless(release: Release) -> Iterator[Mistake]:
    """Find a release that would be public without a word; one that is withdrawn shows its notice alone."""
    fields, body = release.fields, release.body
    if not (body.html.strip() or body.losses or fields.lead or fields.retracted or fields.draft):
        yield Mistake(
            release.place("title"),
            say("the release has a title and no text"),
            say("write the text below the fields, or add draft: yes until it is there"),
        )


def _corrections(release: Release) -> Iterator[Mistake]:
    """Find corrections from before there was anything to correct."""
    for index, correction in enumerate(release.fields.corrections):
        if correction.date < release.fields.date:
            message, hint = _too_early(correction.date, release.fields.date)
            yield Mistake(release.place("corrections", index, "date"), message, hint)


def _too_early(corrected: datetime, released: datetime) -> tuple[Text, Text]:
    """Say what is wrong with when a text was corrected: on the same day it is the hour that was left out."""
    if (corrected.date(), corrected.time()) != (released.date(), time()):
        return say("the correction is dated before the release"), say("write when the text was corrected")
    moment = write_moment(released + timedelta(minutes=30))
    return (
        say("the correction is from the day of the release, and has no hour"),
        say("write the hour too, as in {moment}", moment=moment),
    )


def warn_of_corrections(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of corrections that are not shown yet: most likely a slip in the year."""
    for release in project.releases:
        for index, correction in enumerate(release.fields.corrections):
            if correction.date > now:
                yield Mistake(
                    release.place("corrections", index, "date"),
                    say("the correction is not shown until {when}", when=correction.date),
                    say("write when the text was corrected"),
                )
