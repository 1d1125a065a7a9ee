"""The whole plan: what stands at every address at a moment, or every reason why it cannot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pressrum.errors import BadSource, Mistake
from pressrum.ledger import Record, Stamp
from pressrum.make.calendar import Zone
from pressrum.make.colour import Theme
from pressrum.make.event import seen
from pressrum.make.page import HtmlPage
from pressrum.make.views import AssetView
from pressrum.model import Page, Permalink, Project, Release
from pressrum.plan import machines, pages
from pressrum.plan.addresses import ATOM, HOME, JSON_FEED, Addresses
from pressrum.plan.checks import (
    check_collisions,
    check_texts,
    resolve_all,
    warn_of_contacts,
    warn_of_corrections,
    warn_of_districts,
)
from pressrum.plan.links import Web
from pressrum.plan.outputs import Copy, Output, Plan, Recipe, Stage
from pressrum.plan.publish import State, next_change, state, waiting_texts
from pressrum.plan.record import (
    Moved,
    Sources,
    advance_addresses,
    gone_meetings,
    moved_addresses,
    names,
    retractions,
    stamp_of,
    unannounced,
)
from pressrum.plan.scene import DistrictMeetings, Files, Scene
from pressrum.slug import slugify

ASSETS = "templates/assets/"
THEME = "theme.css"


@dataclass(frozen=True)
class Reading:
    """What has been read for a plan."""

    project: Project
    files: Files
    record: Record
    zone: Zone
    broken: frozenset[str] = frozenset()
    """Sources with mistakes; the project is without them."""
    halves: tuple[Release | Page, ...] = ()
    """What could be read of some of them, as drafts, to be checked all the same."""
    mistakes: tuple[Mistake, ...] = ()
    """Their mistakes."""


def plan_site(reading: Reading, now: datetime) -> Plan:
    """Give the site as it should be at `now`.

    Raises `BadSource` with every mistake: those of `reading`, and those that come to light
    when the sources are held against each other and against the record.
    """
    mistakes = list(reading.mistakes)
    project, record = reading.project, reading.record
    outputs = tuple(_outputs(scene := _scene(reading, now, mistakes)))
    texts = {text.source: text for text in project.texts}
    mistakes += check_collisions((*outputs, *_to_come(scene, (State.SCHEDULED,))), texts)
    sources = _sources(scene, outputs, reading)
    kept, gone = gone_meetings(record, scene.meetings, now)
    mistakes += [] if "tour.yaml" in reading.broken else gone
    moved, vanished = moved_addresses(record, outputs, sources, now)
    mistakes += vanished
    if mistakes:
        raise BadSource(*mistakes)
    outputs += tuple(_goes_on(moved, outputs, scene))
    outputs += tuple(machines.sitemap(outputs, scene))
    return Plan(
        outputs=tuple(sorted(outputs, key=lambda output: (output.stage, output.permalink))),
        record=Record(
            advance_addresses(record, outputs, sources, now),
            tuple(sorted((*scene.stamps.values(), *kept))),
        ),
        warnings=(
            *unannounced(record, outputs, lambda source: texts[source].place("title")),
            *warn_of_contacts(project, scene.contacts),
            *warn_of_corrections(project, now),
            *warn_of_districts(project),
        ),
        waiting=waiting_texts(project, now),
        next_change=next_change(project, now),
    )


def _scene(reading: Reading, now: datetime, mistakes: list[Mistake]) -> Scene:
    """Work out what planning looks at, and add what is wrong with the texts to `mistakes`."""
    project, record, here = reading.project, reading.record, Addresses(reading.project.site)
    scene = Scene(
        project=project,
        files=reading.files,
        record=record,
        zone=reading.zone,
        now=now,
        assets=tuple(AssetView(name, link.link) for name, link in sorted(_assets(reading).items())),
        resolved={},
        stamps=_stamps(reading, now),
        retracted=retractions(record, project.releases, now),
        names=names(record, project.releases, lambda release: here.release(release).path),
    )
    web = Web(
        addresses=scene.addresses,
        texts={text.source: text for text in project.texts},
        broken=reading.broken,
        files=frozenset(reading.files.content),
        permalinks=_known_permalinks(scene),
        unsure=tuple(_unsure(reading.broken, scene.addresses)),
        coming=frozenset(output.permalink.path for output in _to_come(scene, (State.SCHEDULED, State.DRAFT))),
        now=now,
    )
    resolved, wrong = resolve_all((*project.texts, *reading.halves), web)
    mistakes += wrong
    mistakes += check_texts((*project.texts, *reading.halves), project, reading.broken)
    return replace(scene, resolved=resolved)


def _outputs(scene: Scene) -> Iterator[Output]:
    """The site's table of contents."""
    yield from _asset_outputs(scene)
    yield from pages.home(scene)
    yield from pages.archive(scene)
    yield from pages.releases(scene)
    yield from pages.topics(scene)
    yield from pages.tour(scene)
    yield from pages.pages(scene)
    yield from pages.not_found(scene)
    yield from machines.feeds(scene)
    yield from machines.calendars(scene)


def _unsure(broken: frozenset[str], here: Addresses) -> Iterator[str]:
    """Give how the addresses begin that broken sources would have."""
    for source in broken:
        if source == "tour.yaml":
            yield from (here.tour.path, here.calendar.path, here.whole_calendar.path)
        elif source.startswith("content/releases/"):
            yield from (here.releases.path, here.topics.path)
        elif source.startswith("content/pages/"):
            yield f"/{slugify(source.removesuffix('/index.md').removesuffix('.md').rpartition('/')[2])}/"


def _to_come(scene: Scene, states: tuple[State, ...]) -> Iterator[Output]:
    """Give the addresses that texts to come will take: a clash is told now, and not on their day."""
    for text in scene.project.texts:
        if state(text, scene.now) in states:
            here = scene.addresses
            own = here.release(text) if isinstance(text, Release) else here.page(text)
            for permalink in (own, *map(Permalink, text.fields.aliases)):
                yield Output(permalink, Copy(text.source, text.said), text.source)


def _known_permalinks(scene: Scene) -> frozenset[str]:
    """Give every address that a text may link to: pages, feeds and calendars, before any is planned."""
    here, tour = scene.addresses, scene.project.tour
    texts: tuple[Release | Page, ...] = (*scene.releases, *scene.pages)
    known = [HOME, here.releases, ATOM, JSON_FEED]
    known += [here.release(release) for release in scene.releases]
    known += [here.year(release.fields.date.year) for release in scene.releases]
    known += [here.page(page) for page in scene.pages]
    known += [Permalink(alias) for text in texts for alias in text.fields.aliases]
    if scene.topics:
        known.append(here.topics)
    for name, _ in scene.topics.values():
        known += [here.topic(name), here.topic_feed(name)]
    if tour is not None:
        known += [here.tour, here.calendar, here.whole_calendar]
    for meeting in scene.meetings:
        known += [here.meeting(meeting), here.meeting_calendar(meeting)]
        known.append(here.district_calendar(meeting.fields.district))
    return frozenset(permalink.path for permalink in known)


def _assets(reading: Reading) -> dict[str, Permalink]:
    """Give the assets by name, each at an address with a digest of its bytes in it."""
    theme = hashlib.sha256(Theme(reading.project.site.fields.accent).make()).hexdigest()
    named = {THEME: theme} | reading.files.assets
    return {name: _hashed(name, digest) for name, digest in named.items()}


def _hashed(name: str, digest: str) -> Permalink:
    stem, _, ending = name.rpartition(".")
    return Permalink(f"/assets/{stem}.{digest[:10]}.{ending}")


def _asset_outputs(scene: Scene) -> Iterator[Output]:
    for asset in scene.assets:
        recipe: Recipe | Copy = Theme(scene.site.fields.accent)
        if asset.name != THEME:
            recipe = Copy(ASSETS + asset.name, scene.files.assets[asset.name])
        yield Output(Permalink("/" + asset.link), recipe, ASSETS + asset.name, Stage.ASSET, lasting=False)


def _stamps(reading: Reading, now: datetime) -> dict[str, Stamp]:
    """Give every meeting its revision: its UID, SEQUENCE and stamps."""
    site, tour = reading.project.site, reading.project.tour
    here = Addresses(site)
    return {
        meeting.id: stamp_of(
            meeting,
            reading.record,
            site,
            now,
            seen(meeting, tour.title, site.url + here.meeting(meeting).link, here.language),
        )
        for meeting in (tour.meetings if tour else ())
        if tour
    }


def _sources(scene: Scene, outputs: tuple[Output, ...], reading: Reading) -> Sources:
    """Say what has become of everything that an address was ever made from."""
    texts = scene.project.texts
    states = {text.source: state(text, scene.now) for text in texts}
    topics = {
        address.source
        for address in scene.record.addresses
        if address.source.startswith("topic:")
        and slugify(address.source.removeprefix("topic:")) in scene.hidden_topics
    }
    return Sources(
        present=frozenset(output.owner for output in outputs if output.lasting),
        hidden={
            text.source: text.place("draft" if text.fields.draft else "date")
            for text in texts
            if states[text.source] in (State.DRAFT, State.SCHEDULED)
        },
        expired=frozenset(source for source, is_ in states.items() if is_ is State.EXPIRED) | topics,
        broken=reading.broken,
        said={output.owner: output.said for output in outputs if output.said},
    )


def _goes_on(moved: tuple[Moved, ...], outputs: tuple[Output, ...], scene: Scene) -> Iterator[Output]:
    """Let every old address lead to where its source is now, or else to the list that it stood in."""
    here = scene.addresses
    pages_of = {
        output.owner: output for output in outputs if output.lasting and output.permalink.path.endswith("/")
    }
    lists = {"topic": here.topics if scene.topics else HOME, "year": here.releases}
    for move in moved:
        old, kind = Permalink(move.address.path), move.source.partition(":")[0]
        if old.path.endswith(".ics"):
            yield _calendar_goes_on(old, move.source, scene)
        elif old.path.endswith(".xml"):
            feed = machines.topic_feed(move.source.partition(":")[2], (), scene)
            yield replace(feed, permalink=old)
        elif old.path.endswith("/"):
            page = pages_of.get(move.source)
            to = page.permalink if page else lists.get(kind, here.tour if scene.tour else HOME)
            title = (
                page.recipe.frame.title
                if page and isinstance(page.recipe, HtmlPage)
                else scene.site.fields.title
            )
            owner = replace(pages.redirect(old, to, title, move.source, scene), said=move.address.said)
            yield replace(owner, name=move.address.name)


def _calendar_goes_on(old: Permalink, source: str, scene: Scene) -> Output:
    """Keep a calendar that people subscribe to, with the meetings that it still has: perhaps none."""
    kind, _, name = source.partition(":")
    here = scene.addresses
    nobody = DistrictMeetings(name, (), ())
    district = scene.districts.get(slugify(name), nobody) if kind == "district" else nobody
    chosen = {
        "calendar": scene.meetings,
        "meeting": tuple(meeting for meeting in scene.meetings if meeting.id == name),
    }.get(kind, district.meetings)
    tour = scene.project.tour
    stamp = scene.record.stamps.get(name) if kind == "meeting" else None
    named = stamp.district if stamp else name
    title = ": ".join(filter(None, (tour.title if tour else scene.site.fields.title, named)))
    page = here.tour if scene.tour else HOME
    return machines.calendar(old, title, page, chosen, source, scene, left=district.left)
