"""The addresses that are known before any is planned: what texts may link to, and what is to come."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.named_days import stem
from pressrum.owners import Kind, kind_and_name
from pressrum.permalinks import Permalink
from pressrum.places import PAGES, RELEASES, SITE, TOUR
from pressrum.plan.addresses import ATOM, ENDINGS, HOME, JSON_FEED, Addresses
from pressrum.plan.contents import Contents
from pressrum.plan.outputs import Copy, Output
from pressrum.plan.publish import State, state
from pressrum.slug import slugify


def unsure(broken: frozenset[str], here: Addresses) -> Iterator[str]:
    """Give how the addresses begin that broken sources would have."""
    for source in broken:
        if source == SITE:
            yield here.accessibility.path
        elif source == TOUR:
            yield from (here.tour.path, here.calendar.path, here.whole_calendar.path)
        elif source.startswith(RELEASES):
            yield from (here.releases.path, here.topics.path)
        elif source.startswith(PAGES):
            yield f"/{slugify(stem(source))}/"


def to_come(contents: Contents) -> Iterator[Output]:
    """Give the addresses that texts to come will take: a clash is told now, and not on their day."""
    for text in contents.project.texts:
        if state(text, contents.now) is State.SCHEDULED:
            for path in contents.addresses.paths(text):
                yield Output(Permalink(path), Copy(text.source, text.said), text.source)


def known_permalinks(public: Contents) -> frozenset[str]:
    """Give every address that a text may link to: pages, feeds, calendars and cards, before any is planned.

    The calendars and feeds of meetings and districts go on when they were published.
    """
    here, tour = public.addresses, public.project.tour
    known = [HOME, here.releases, ATOM, JSON_FEED, here.privacy]
    known += [here.year(release.fields.date.year) for release in public.originals]
    known += [here.card(contact) for contact in public.site.contacts if contact.leaves is None]
    if public.site.fields.accessibility:
        known.append(here.accessibility)
    if public.topics:
        known.append(here.topics)
    if public.site.fields.search:
        known.append(here.search)
    for name, _ in public.topics.values():
        known += [here.topic(name), *(here.topic_feed(name, ending) for ending in ENDINGS)]
    if tour is not None:
        known += [here.tour, here.calendar, here.whole_calendar]
    for meeting in public.meetings:
        known += [here.meeting(meeting), here.meeting_calendar(meeting)]
        known.append(here.district_calendar(meeting.fields.district))
        known += [here.district_feed(meeting.fields.district, ending) for ending in ENDINGS]
    going_on = (
        address.path
        for address in public.record.addresses
        if not address.path.endswith("/")
        and (
            address.source == "calendar" or kind_and_name(address.source)[0] in (Kind.DISTRICT, Kind.MEETING)
        )
    )
    return public.text_addresses | frozenset((*(permalink.path for permalink in known), *going_on))
