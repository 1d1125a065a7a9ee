"""The feeds: of all releases, and one a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from pressrum.make.feeds import AtomFeed, Entry, Feed, JsonFeed, spoken
from pressrum.model import TOUR, Permalink, Release
from pressrum.plan.addresses import ATOM, HOME, JSON_FEED
from pressrum.plan.links import linked
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.views import release_title

NEWEST = 50
"""Releases in a feed: a reader that asks once a month misses none, and the file stays small."""


def feeds(scene: Scene) -> Iterator[Output]:
    """The feeds of all releases, and one a topic."""
    title = scene.site.fields.title
    newest = scene.originals[:NEWEST]
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
    fields, retracted, lang = release.fields, release.fields.retracted, scene.lang(release)
    html = (
        spoken("p", escape(retracted, quote=False), lang)
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
        lang=None if retracted else lang,
    )
