"""What the sources say of each other: every name leads to something, or is a mistake."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.model import TOUR, Page, Project, Release
from pressrum.plan.links import Resolved, Web, resolve
from pressrum.plan.outputs import Output
from pressrum.plan.publish import check_times
from pressrum.slug import slugify


def resolve_all(project: Project, web: Web) -> tuple[dict[str, Resolved], list[Mistake]]:
    """Resolve the links of all texts, public or not; give them by source, and every mistake in them."""
    resolved = {text.source: resolve(text, web) for text in project.texts}
    return resolved, [mistake for found in resolved.values() for mistake in found.mistakes]


def check_texts(project: Project, *, tour_read: bool) -> Iterator[Mistake]:
    """Check what texts name: contacts, meetings, the tour; and that they come before they go.

    `tour_read` is false when tour.yaml has mistakes of its own.
    """
    contacts = [contact.key for contact in project.site.contacts]
    meetings = [meeting.id for meeting in project.tour.meetings] if project.tour else []
    for text in project.texts:
        try:
            check_times(text)
        except BadSource as bad:
            yield from bad.mistakes
        if TOUR in text.body.html and project.tour is None and tour_read:
            yield Mistake(
                Location(text.source),
                say("the text shows the tour, and there is no tour.yaml"),
                say("remove the line [[tour]], or write the schedule in tour.yaml"),
            )
        if isinstance(text, Release):
            yield from _known(text, "contacts", text.fields.contacts, contacts, "site.yaml")
            yield from _slugs(text)
            if tour_read:
                yield from _known(text, "meetings", text.fields.meetings, meetings, "tour.yaml")


def _known(
    release: Release, field: str, named: Iterable[str], known: list[str], file: str
) -> Iterator[Mistake]:
    for index, name in enumerate(named):
        if name in known:
            continue
        near = difflib.get_close_matches(slugify(name), known, n=1, cutoff=0.5)
        hint = (
            say("write {name}", name=near[0])
            if near
            else say("write one of these: {names}", names=", ".join(known) or "–")
        )
        yield Mistake(
            release.place(field, index), say('"{name}" is not in {file}', name=name, file=file), hint
        )


def _slugs(release: Release) -> Iterator[Mistake]:
    for index, topic in enumerate(release.fields.topics):
        if not slugify(topic):
            yield Mistake(
                release.place("topics", index),
                say('no address can be made of "{text}"', text=topic),
                say("write the topic in letters a-z, å, ä, ö"),
            )


def check_collisions(outputs: Iterable[Output], places: dict[str, Release | Page]) -> Iterator[Mistake]:
    """Give one mistake for each two outputs that would be one file, on any machine; it names both."""
    taken: dict[str, Output] = {}
    for output in outputs:
        other = taken.setdefault(output.permalink.file.casefold(), output)
        if other is output or (other.owner == output.owner and other.recipe == output.recipe):
            continue
        text = places.get(output.owner) or places.get(other.owner)
        owners = (output.owner, other.owner)
        where = text.place(_naming(text, output)) if text else Location(owners[0])
        rival = owners[1] if text is None or text.source == owners[0] else owners[0]
        yield Mistake(
            where,
            say("{address} is taken by {other} already", address=output.permalink.path, other=rival),
            say("give one of them another address with the line slug: …"),
        )


def _naming(text: Release | Page, output: Output) -> str:
    """Give the field that a text's address comes from."""
    if output.permalink.path in text.fields.aliases:
        return "aliases"
    return "slug" if text.fields.slug else "title"


def check_corrections(project: Project) -> Iterator[Mistake]:
    """Find corrections from before there was anything to correct."""
    for release in project.releases:
        for index, correction in enumerate(release.fields.corrections):
            if correction.date < release.fields.date:
                yield Mistake(
                    release.place("corrections", index, "date"),
                    say("the correction is dated before the release"),
                    say("write when the text was corrected"),
                )
