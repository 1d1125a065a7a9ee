"""The feeds: of all releases, one a topic, one a district."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice

from pressrum.ledger import second
from pressrum.make.feeds import AtomFeed, Entry, Feed, JsonFeed, spoken
from pressrum.make.pages.figure import figure
from pressrum.model import SCHEDULE, Release
from pressrum.owners import Kind
from pressrum.permalinks import Permalink
from pressrum.plan.addresses import ATOM, ENDINGS, HOME, JSON_FEED
from pressrum.plan.groups import newest_first
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.updates import updated
from pressrum.plan.views import marked, release_lang, release_title
from pressrum.slug import slugify

NEWEST = 50
"""Releases in a feed: a reader that asks once a month misses none, and the file stays small."""


def feeds(scene: Scene) -> Iterator[Output]:
    """The feeds of all releases, one a topic and one a district, each as Atom and as JSON Feed."""
    here, title = scene.addresses, scene.site.fields.title
    for address in (ATOM, JSON_FEED):
        yield _output(title, HOME, address, scene.originals, "feed", address, scene)
    for name, _ in scene.topics.values():
        for ending in ENDINGS:
            yield topic_feed(name, here.topic_feed(name, ending), scene)
    for district in scene.districts.values():
        for ending in ENDINGS:
            yield district_feed(district.name, here.district_feed(district.name, ending), scene)


def topic_feed(name: str, at: Permalink, scene: Scene) -> Output:
    """Give the feed of the topic `name` that stands `at` its own address, or at an old one.

    It goes on without releases when these are left. One that has been withdrawn stays in it, and says so:
    its readers must learn of it.
    """
    here = scene.addresses
    _, members = scene.followed.get(slugify(name), (name, ()))
    title = f"{name} – {scene.site.fields.title}"
    address, home = here.topic_feed(name, _ending(at)), here.topic(name)
    if slugify(name) not in scene.topics and address.path not in scene.record.by_path:
        address, home = at, here.topics if scene.topics else HOME  # nothing has stood there
    return _output(title, home, address, members, Kind.TOPIC.named(name), at, scene)


def district_feed(name: str, at: Permalink, scene: Scene) -> Output:
    """Give the feed of releases about meetings in the district `name` that stands `at` an address of its."""
    here = scene.addresses
    district = scene.districts.get(slugify(name))
    told = [scene.about.get(meeting.id, ()) for meeting in district.meetings] if district else []
    members = newest_first({release.source: release for some in told for release in some}.values())
    title = f"{name} – {scene.site.fields.title}"
    address = here.district_feed(name, _ending(at))
    if district is None and address.path not in scene.record.by_path:
        address = at
    home = here.tour if scene.tour else HOME
    return _output(title, home, address, members, Kind.DISTRICT.named(name), at, scene)


def _ending(feed: Permalink) -> str:
    """Give which of `ENDINGS` the address of a feed has."""
    return feed.path.rpartition(".")[2]


def _output(
    title: str,
    home: Permalink,
    address: Permalink,
    releases: Iterable[Release],
    owner: str,
    at: Permalink,
    scene: Scene,
) -> Output:
    """Give a feed that has `address` for its own, and stands `at` that or an old one."""
    now, known = second(scene.now), scene.record.by_path.get(at.path)
    since = min(known.since, now) if known else now
    url = scene.site.url + address.link
    feed = Feed(
        id=(known and known.name) or url,
        title=title,
        site=scene.site.url,
        home=scene.site.url + home.link,
        url=url,
        language=scene.site.fields.language,
        author=scene.site.fields.title,
        entries=tuple(_entry(release, scene) for release in islice(releases, NEWEST)),
        since=since,
    )
    if _ending(at) == "json":
        return Output(at, JsonFeed(feed), owner, Stage.FEED)
    return Output(at, AtomFeed(feed), owner, Stage.FEED, name=feed.id)


def _corrections(release: Release, scene: Scene) -> str:
    """Give what has been put right, the newest first: who has read the text before reads that alone."""
    language, lang = scene.addresses.language, scene.lang(release)
    word, site = language.ngettext("Correction", "Corrections", 1), language.code if lang else None
    told = (
        (spoken("strong", f"{word} {language.dateline(correction.date)}:", site), correction.text)
        for correction in release.corrections(scene.now)
    )
    return "".join(
        f"<p>{when} {escape(language.typeset(text, lang), quote=False)}</p>\n" for when, text in told
    )


def _figure(release: Release, scene: Scene) -> str:
    """Give the picture above the text; "" without one."""
    image = scene.image(release)
    if image is None:
        return ""
    return figure(image, scene.addresses.language, lazy=False) + "\n"


def _entry(release: Release, scene: Scene) -> Entry:
    fields, retracted, lang = release.fields, release.fields.retracted, scene.lang(release)
    language, shown = scene.addresses.language, release_lang(release, scene.addresses)
    title = language.typeset(release_title(release, scene.addresses), shown)
    html = (
        spoken("p", escape(language.typeset(retracted, lang), quote=False), lang)
        if retracted
        else scene.passages[release.source]
    )
    lead = escape(language.typeset(fields.lead or "", lang), quote=False)
    above = f"<p><strong>{lead}</strong></p>\n" if lead else ""
    return Entry(
        id=scene.names[release.source],
        url=scene.site.url + scene.addresses.release(release).link,
        title=marked(title, scene.marks.get(release.source)),
        published=fields.date,
        updated=updated(release, scene),
        lead="" if retracted else language.typeset(release.lead, lang),
        above="" if retracted else _corrections(release, scene) + above + _figure(release, scene),
        html=html,
        tour=scene.tour if SCHEDULE in html else None,
        topics=() if retracted else scene.topic_names(release),
        lang=shown,
    )
