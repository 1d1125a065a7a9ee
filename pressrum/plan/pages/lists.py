"""Pages that list others: home, the archive, topics; and the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pressrum.errors import say
from pressrum.make.pages.kinds import ArchivePage, HomePage, NotFoundPage, TopicPage, TopicsPage
from pressrum.make.pages.views import LinkView
from pressrum.owners import Kind
from pressrum.plan.addresses import ENDINGS, HOME, NOT_FOUND
from pressrum.plan.outputs import Output
from pressrum.plan.scene import Scene

LATEST_HOME = 5
LATEST_ARCHIVE = 30


def home(scene: Scene) -> Iterator[Output]:
    """`/`."""
    coming = scene.tour.coming if scene.tour else ()
    view = HomePage(
        tour=scene.tour,
        next=next((meeting for meeting in coming if meeting.cancelled is None), None),
        latest=scene.listed(scene.originals[:LATEST_HOME]),
        contacts=tuple(scene.cards.values()),
    )
    fields = scene.site.fields
    page = scene.html(HOME, view, title=fields.title, description=fields.description or "")
    yield Output(HOME, page, "home", name=scene.site.url)


def archive(scene: Scene) -> Iterator[Output]:
    """The archive and one page a year."""
    here = scene.addresses
    by_year = {
        year: tuple(members)
        for year, members in groupby(scene.originals, key=lambda release: release.fields.date.year)
    }
    years = tuple(
        LinkView(str(year), here.year(year).link, len(members)) for year, members in by_year.items()
    )
    everything = ArchivePage(None, years, scene.listed(scene.originals[:LATEST_ARCHIVE]))
    title, sender = here.language.gettext("Press releases"), scene.site.fields.title
    told = here.language.tell(say("Press releases from {sender}, the newest first.", sender=sender))
    page = scene.html(here.releases, everything, title=title, description=told)
    yield Output(here.releases, page, "releases")
    for year, members in by_year.items():
        view = ArchivePage(year, years, scene.listed(members))
        named = here.language.tell(say("Press releases {year}", year=year))
        told = here.language.tell(say("Press releases from {sender} in {year}.", sender=sender, year=year))
        page = scene.html(here.year(year), view, title=named, description=told)
        yield Output(here.year(year), page, Kind.YEAR.named(str(year)))


def topics(scene: Scene) -> Iterator[Output]:
    """All topics, and one page each, in alphabetical order."""
    if not scene.topics:
        return
    here = scene.addresses
    order = sorted(scene.topics.values(), key=lambda group: here.language.order(group[0]))
    links = tuple(LinkView(name, here.topic(name).link, len(members)) for name, members in order)
    title, sender = here.language.gettext("Topics"), scene.site.fields.title
    told = here.language.tell(say("Press releases from {sender}, topic by topic.", sender=sender))
    page = scene.html(here.topics, TopicsPage(links), title=title, description=told)
    yield Output(here.topics, page, "topics")
    for name, members in order:
        feeds = tuple(LinkView(name, here.topic_feed(name, ending).link) for ending in ENDINGS)
        view = TopicPage(name, scene.listed(members), feeds[0].link, feeds[1].link)
        told = here.language.tell(
            say("Press releases from {sender} on the topic “{topic}”.", sender=sender, topic=name)
        )
        page = scene.html(here.topic(name), view, title=name, description=told, feeds=feeds)
        yield Output(here.topic(name), page, Kind.TOPIC.named(name))


def not_found(scene: Scene) -> Iterator[Output]:
    """`/404.html`."""
    title = scene.addresses.language.gettext("The page is not here")
    page = scene.html(NOT_FOUND, NotFoundPage(), title=title)
    yield Output(NOT_FOUND, page, "404", lasting=False)
