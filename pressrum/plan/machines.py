"""What programs read: feeds, calendars, the sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from pressrum.make.calendar import Calendar
from pressrum.make.event import departed, event_of
from pressrum.make.feeds import AtomFeed, Entry, Feed, JsonFeed
from pressrum.make.kinds import RedirectPage
from pressrum.make.sitemap import Robots, Sitemap
from pressrum.model import TOUR, Meeting, Permalink, Release
from pressrum.plan.addresses import ATOM, HOME, JSON_FEED, ROBOTS, SITEMAP
from pressrum.plan.links import linked
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.views import release_title

NEWEST = 50
"""Releases in a feed: a reader that asks once a month misses none, and the file stays small."""


def feeds(scene: Scene) -> Iterator[Output]:
    """The feeds of all releases, and one a topic."""
    title = scene.site.fields.title
    newest = scene.releases[:NEWEST]
    atom = AtomFeed(_feed(title, HOME, ATOM, newest, scene))
    yield Output(ATOM, atom, "feed", Stage.FEED)
    json = JsonFeed(_feed(title, HOME, JSON_FEED, newest, scene))
    yield Output(JSON_FEED, json, "feed", Stage.FEED)
    for name, members in scene.topics.values():
        yield topic_feed(name, members[:NEWEST], scene)


def topic_feed(name: str, members: tuple[Release, ...], scene: Scene) -> Output:
    """Give the feed of the topic `name`; without members for one that has been published and is empty."""
    here = scene.addresses
    address = here.topic_feed(name)
    title = f"{name} – {scene.site.fields.title}"
    feed = _feed(title, here.topic(name), address, members, scene)
    return Output(address, AtomFeed(feed), f"topic:{name}", Stage.FEED)


def _feed(title: str, home: Permalink, address: Permalink, releases: Iterable[Release], scene: Scene) -> Feed:
    return Feed(
        title=title,
        site=scene.site.url,
        home=scene.site.url + home.link,
        url=scene.site.url + address.link,
        language=scene.site.fields.language,
        author=scene.site.fields.title,
        entries=tuple(_entry(release, scene) for release in releases),
    )


def _entry(release: Release, scene: Scene) -> Entry:
    fields, retracted = release.fields, release.fields.retracted
    html = (
        f"<p>{escape(retracted, quote=False)}</p>"
        if retracted
        else linked(release.body, scene.resolved[release.source])
    )
    lead = (
        f"<p><strong>{escape(fields.lead, quote=False)}</strong></p>\n"
        if fields.lead and not retracted
        else ""
    )
    return Entry(
        id=scene.site.url + scene.names[release.source][1:],
        url=scene.site.url + scene.addresses.release(release).link,
        title=release_title(release, scene.addresses),
        published=fields.date,
        updated=scene.updated(release),
        lead="" if retracted else release.lead,
        html=lead + html,
        tour=scene.tour if TOUR in html else None,
        topics=() if retracted else fields.topics,
    )


def calendars(scene: Scene) -> Iterator[Output]:
    """The calendar of the whole tour, one a district, one a meeting."""
    if scene.project.tour is None:
        return
    here = scene.addresses
    title = scene.project.tour.title
    yield calendar(here.whole_calendar, title, here.tour, scene.meetings, "calendar", scene)
    for district in scene.districts.values():
        address, owner = here.district_calendar(district.name), f"district:{district.name}"
        named = f"{title}: {district.name}"
        yield calendar(address, named, here.tour, district.meetings, owner, scene, left=district.left)
    for meeting in scene.meetings:
        address = here.meeting_calendar(meeting)
        named = f"{title}: {meeting.fields.district}"
        yield calendar(address, named, here.meeting(meeting), [meeting], f"meeting:{meeting.id}", scene)


def calendar(
    address: Permalink,
    name: str,
    page: Permalink,
    meetings: Iterable[Meeting],
    owner: str,
    scene: Scene,
    *,
    left: Iterable[Meeting] = (),
) -> Output:
    """Give the calendar of `meetings` at `address`, with those that have `left` its district."""
    tour, here = scene.project.tour, scene.addresses
    title = tour.title if tour else name
    events = [
        make(
            meeting,
            scene.stamps[meeting.id],
            title,
            scene.site.url + here.meeting(meeting).link,
            here.language,
        )
        for make, chosen in ((event_of, meetings), (departed, left))
        for meeting in chosen
    ]
    recipe = Calendar(
        name=name,
        description=(tour.description if tour else None) or "",
        source=scene.site.url + address.link,
        url=scene.site.url + page.link,
        colour=scene.site.fields.accent,
        language=scene.site.fields.language,
        zone=scene.zone,
        events=tuple(events),
    )
    return Output(address, recipe, owner, Stage.FEED)


def sitemap(outputs: Iterable[Output], scene: Scene) -> Iterator[Output]:
    """The sitemap of the pages among `outputs`, and robots.txt."""
    here = scene.addresses
    changed = {here.release(release).path: scene.updated(release) for release in scene.releases}
    listed = sorted(
        output.permalink
        for output in outputs
        if output.lasting and output.permalink.path.endswith("/") and not _leads_away(output)
    )
    pages = tuple((scene.site.url + page.link, changed.get(page.path)) for page in listed)
    yield Output(SITEMAP, Sitemap(pages), "sitemap", Stage.FEED, lasting=False)
    robots = Robots(scene.site.url + SITEMAP.link)
    yield Output(ROBOTS, robots, "robots", Stage.FEED, lasting=False)


def _leads_away(output: Output) -> bool:
    view = getattr(output.recipe, "view", None)
    return isinstance(view, RedirectPage)
