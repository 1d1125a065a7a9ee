"""What the sources say of each other: every name leads to something, or is a mistake."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import urljoin

from pressrum.districts import named_in, nearest
from pressrum.errors import Location, Mistake, Text, say
from pressrum.ledger import Record
from pressrum.make.pages.colour import ENOUGH, PAPER, contrast, readable
from pressrum.model import Contact, Page, Project, Release, Site
from pressrum.places import TOUR
from pressrum.plan.addresses import SECURITY
from pressrum.plan.links import Resolved, resolve
from pressrum.plan.named import known_names, named_twice, nameless_topics, unknown_names
from pressrum.plan.publish import State, review_due, state
from pressrum.plan.web import Web
from pressrum.slug import slugify
from pressrum.written.dates import write_moment

NAME = r"[A-ZÅÄÖ][^\s,/]*"
MORE = re.compile(rf"\b{NAME} {NAME}(?:,(?! ?[A-Z][\w.]+[A-Z.]$)| ?/ ?{NAME}| (?:och|and|&) {NAME} {NAME})")
"""A name with another one behind it, or with a role; the letters of an honour are its own: `Anna Ek, MBE`."""


def resolve_all(texts: Iterable[Release | Page], web: Web) -> tuple[dict[str, Resolved], list[Mistake]]:
    """Resolve the links of all texts, public or not; give them by source, and every mistake in a body."""
    resolved: dict[str, Resolved] = {}
    mistakes: list[Mistake] = []
    for text in texts:
        resolved[text.source] = resolve(text, web)
        mistakes += (*resolved[text.source].mistakes, *text.body.losses)
        mistakes += [_stray_tour(where) for where in text.body.stray_tours]
    return resolved, mistakes


def _stray_tour(where: Location) -> Mistake:
    return Mistake(
        where,
        say("[[tour]] must stand alone on its line"),
        say("write [[tour]] on a line of its own, with an empty line above and below"),
    )


def check_texts(
    texts: Iterable[Release | Page], project: Project, record: Record, broken: frozenset[str]
) -> Iterator[Mistake]:
    """Check what texts name: contacts, meetings, the tour; and that they come before they go.

    What a broken site.yaml or tour.yaml would have is not missed.
    """
    known = known_names(project, record, broken)
    for text in texts:
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
            yield from check_corrections(text)
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


def warn_of_contacts(project: Project, current: tuple[Contact, ...]) -> Iterator[Mistake]:
    """Warn when nobody is left for journalists to call, and of contacts that are not one person's name."""
    for contact in project.site.contacts:
        if MORE.search(contact.fields.name):
            yield Mistake(
                project.site.place("contacts", contact.key, "name"),
                say('"{name}" is more than the name of one person', name=contact.fields.name),
                say("give each person a contact of their own, and write what the person does in role:"),
            )
    if not current:
        yield Mistake(
            project.site.place("contacts"),
            say("nobody is left for journalists to call"),
            say("add a contact, or give one of them a later until:"),
        )


def warn_of_accent(site: Site) -> Iterator[Mistake]:
    """Warn of an accent colour that text on white cannot have as it is.

    In the dark it is lightened without a word: no colour can be read on both grounds.
    """
    accent = site.fields.accent
    if contrast(accent, PAPER) < ENOUGH:
        shade = readable(accent, PAPER)
        yield Mistake(
            site.place("accent"),
            say(
                '"{colour}" is too weak for text on white; the text gets {shade}', colour=accent, shade=shade
            ),
            say(
                "lines and buttons keep the colour; to have one and the same, write accent: {shade}",
                shade=f'"{shade}"',
            ),
        )


def warn_of_statement(site: Site, now: datetime) -> Iterator[Mistake]:
    """Warn of an accessibility statement that is older than a year."""
    due = review_due(site)
    if due and due < now.astimezone(site.zone).date():
        yield Mistake(
            site.place("accessibility", "reviewed"),
            say("the accessibility statement is older than a year"),
            say("go through the site and the statement, and write today's date"),
        )


def check_corrections(release: Release) -> Iterator[Mistake]:
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


def copies(project: Project, record: Record, now: datetime) -> Iterator[tuple[Release, Release]]:
    """Give each release that will be public while another one says the same, with that one.

    That is one that is in the record, or else one that is public before it, and has not left by then.
    """
    known: dict[str, Release] = {}
    releases = [text for text in project.releases if state(text, now) in (State.PUBLIC, State.SCHEDULED)]
    for release in sorted(releases, key=lambda text: (text.source not in record.sources, text.public_from)):
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
        first = other.source in record.sources or now < other.public_from < copy.public_from
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
    for copy, other in ((copy, other) for copy, other in found if state(copy, now) is State.PUBLIC):
        yield Mistake(
            copy.place("title"),
            say("this says the same as {file}, and is published too", file=other.source),
            say("change what it says; or take the file away, and forget its address as the next build tells"),
        )


def warn_of_districts(project: Project) -> Iterator[Mistake]:
    """Warn of meetings in districts that the map does not have, or spells in another way."""
    drawn = {district.slug: district.name for district in project.districts}
    for meeting in project.meetings if drawn else ():
        name = meeting.fields.district
        known = drawn.get(slugify(name))
        if name == known:
            continue
        near = known or nearest(name, project.districts)
        hint = say("write {name}", name=near) if near else say("write the name of a district on the map")
        if len(several := named_in(name, project.districts)) > 1:
            *names, last = several
            hint = say(
                "write the one that the place is in: {names} or {last}", names=", ".join(names), last=last
            )
        yield Mistake(
            meeting.place("district"),
            say('"{name}" is spelt in another way on the map', name=name)
            if known
            else say('"{name}" is not on the map', name=name),
            hint,
        )


def warn_of_positions(project: Project) -> Iterator[Mistake]:
    """Warn of doors outside Europe, for a site in it, that the same degrees the other way round put there."""
    for meeting in project.meetings if project.site.zone.key.startswith("Europe/") else ():
        if meeting.fields.geo is None:
            continue
        first, second = (part.strip() for part in meeting.fields.geo.split(","))
        if _in_europe(second, first) and not _in_europe(first, second):
            yield Mistake(
                meeting.place("geo"),
                say("this is a place outside Europe"),
                say("write the latitude first: {position}", position=f"{second}, {first}"),
            )


def _in_europe(latitude: str, longitude: str) -> bool:
    return 34 <= float(latitude) <= 72 and -25 <= float(longitude) <= 45  # noqa: PLR2004 - degrees


def warn_of_security(site: Site, today: date) -> Iterator[Mistake]:
    """Warn of a security.txt that nobody finds or heeds, or that promises more than it should."""
    fields = site.fields.security
    if fields is None:
        return
    where = site.place("security", "expires")
    hint = say("see that the contact is still right, and write a day within a year")
    if fields.expires < today:
        yield Mistake(where, say("security.txt has expired: it held until {day}", day=fields.expires), hint)
    # RFC 9116, 2.5.5: "less than a year into the future".
    if fields.expires - today > timedelta(days=365):
        yield Mistake(where, say("security.txt is set to hold for more than a year"), hint)
    # RFC 9116, 3: below a path nobody looks for it.
    if site.base != "/":
        yield Mistake(
            site.place("security"),
            say(
                "security.txt is looked for at {wanted} alone, and this site has it at {here}",
                wanted=urljoin(site.url, SECURITY.path),
                here=site.url + SECURITY.link,
            ),
            say("ask the webmaster of {host} to lead the first address to the second", host=site.domain),
        )
