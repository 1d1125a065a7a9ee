"""The whole plan: what stands at every address at a moment, or every reason why it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pressrum.errors import BadSource, Mistake
from pressrum.ledger import Record, Stamp, second
from pressrum.make.calendars.calendar import Zone
from pressrum.make.calendars.event import shown_digest
from pressrum.model import Page, Project, Release
from pressrum.owners import Kind, kind_and_name
from pressrum.places import TOUR
from pressrum.plan.addresses import Addresses
from pressrum.plan.assets import asset_outputs, asset_views, check_assets
from pressrum.plan.checks.collisions import check_collisions, check_takeovers
from pressrum.plan.checks.copies import check_copies, copies
from pressrum.plan.checks.dates import check_early
from pressrum.plan.checks.file_names import check_names
from pressrum.plan.checks.originals import check_translations
from pressrum.plan.checks.own_addresses import check_addresses
from pressrum.plan.checks.texts import check_texts
from pressrum.plan.checks.untold import check_overwritten
from pressrum.plan.checks.warnings import standing, told_once
from pressrum.plan.contents import Contents
from pressrum.plan.files import Files
from pressrum.plan.groups import topics_of
from pressrum.plan.known import known_permalinks, to_come, unsure
from pressrum.plan.links.resolve import resolve
from pressrum.plan.links.web import Web
from pressrum.plan.machines import calendars, feeds, hosts
from pressrum.plan.outlook import Outlook, Waiting
from pressrum.plan.outputs import Output, Plan, in_order
from pressrum.plan.pages import lists, meetings, search, statements, texts
from pressrum.plan.publish import WAITING, State, next_change, state, waiting_texts
from pressrum.plan.record.addresses import (
    Heirs,
    Sources,
    advance_addresses,
    carried,
    heirs,
    moved_addresses,
    names_in_feeds,
    owners,
    retractions,
    taken_over,
)
from pressrum.plan.record.meetings import gone_meetings, named, stamp_of
from pressrum.plan.record.old_addresses import at_old_addresses
from pressrum.plan.scene import Scene
from pressrum.plan.translations import completed
from pressrum.slug import slugify


@dataclass(frozen=True)
class Reading:
    """What has been read for a plan."""

    project: Project
    files: Files
    record: Record
    zone: Zone
    broken: frozenset[str]
    """Sources with mistakes; the project is without them."""
    halves: tuple[Release | Page, ...]
    """What could be read of some of them, as drafts, to be checked all the same."""
    mistakes: tuple[Mistake, ...]
    """Their mistakes."""
    chosen: bool
    """Whether the moment was asked for with `--now`: what was published after it is then left out."""
    preview: bool
    """Whether this is the preview: drafts and texts under embargo are shown too, marked."""


def plan_site(reading: Reading, now: datetime) -> Plan:
    """Give the site as it should be at `now`.

    Raises `BadSource` with every mistake: those of `reading`, and those that come to light
    when the sources are held against each other and against the record. They are the same in
    the preview, and one more: two drafts at one address, which cannot both be shown.
    """
    project, record = reading.project, reading.record
    renamed = heirs(record, project.texts, now)
    scene, wrong = _scene(reading, now, renamed)
    outputs = tuple(_outputs(scene))
    told = tuple(_for_machines(outputs, scene))
    planned = (*outputs, *told, *(() if reading.preview else to_come(scene)))
    waiting = waiting_texts(project, now)
    hidden = {text.source for text in waiting}
    public = tuple(output for output in outputs if output.owner not in hidden)
    sources = _sources(scene, public, reading, renamed)
    kept, gone = gone_meetings(record, project.tour, now)
    moved, vanished = moved_addresses(record, public, sources)
    copied = tuple(copies(project, record, now))
    mistakes = (
        *reading.mistakes,
        *wrong,
        *check_names(planned, project),
        *check_collisions(planned, project.by_source, record),
        *(() if TOUR in reading.broken else gone),
        *check_copies(copied, record, renamed.values(), now),
        *check_early(record, project.releases, now),
        *vanished,
        *check_takeovers(taken_over(record, planned, sources), project.by_source),
    )
    if mistakes:
        raise BadSource(*mistakes)
    if old := tuple(at_old_addresses(moved, outputs, scene)):
        outputs += old
        told = tuple(_for_machines(outputs, scene))
    outputs += told
    addresses = advance_addresses(record, outputs, sources, now)
    stamps = tuple(sorted((*scene.stamps.values(), *kept)))
    return Plan(
        outlook=_outlook(project, scene, outputs, waiting, copied, renamed),
        outputs=in_order(outputs),
        record=Record(addresses, stamps, record.forgotten),
        index=search.index(scene),
        resolved=scene.resolved,
    )


def _scene(reading: Reading, now: datetime, renamed: Heirs) -> tuple[Scene, tuple[Mistake, ...]]:
    """Give what planning looks at, and what is wrong with the texts.

    The texts are checked against what the public sees, also in the preview.
    """
    project, record = reading.project, reading.record
    public = Contents(completed(project, now, preview=False), record, now, preview=False)
    here, web = public.addresses, _web(reading, public, renamed)
    written = (*project.texts, *reading.halves)
    resolved = {text.source: resolve(text, web) for text in written}
    mistakes = (
        *check_assets(reading.files),
        *(mistake for links in resolved.values() for mistake in links.mistakes),
        *check_texts(written, project, record, reading.broken),
        *check_overwritten(record, public.texts, here, now),
        *check_translations(written, web),
        *check_addresses(project, web),
    )
    scene = Scene(
        project=completed(project, now, preview=reading.preview),
        record=record,
        now=now,
        preview=reading.preview,
        files=reading.files,
        zone=reading.zone,
        assets=asset_views(reading.files, project.site),
        resolved=resolved,
        stamps=stamps_of(reading, now),
        names=names_in_feeds(record, project.releases, here, renamed),
        retracted=retractions(record, public.project.releases, here, renamed, now),
    )
    return scene, mistakes


def _web(reading: Reading, public: Contents, renamed: Heirs) -> Web:
    """Give all that a link can lead to; what the `public` sees is known before any of it is planned."""
    return Web(
        addresses=public.addresses,
        texts=reading.project.by_source,
        broken=reading.broken,
        files=reading.files,
        permalinks=known_permalinks(public),
        unsure=tuple(unsure(reading.broken, public.addresses)),
        moved=owners(reading.record, renamed),
        now=public.now,
    )


def _outputs(scene: Scene) -> Iterator[Output]:
    """The site's table of contents."""
    yield from asset_outputs(scene)
    yield from lists.home(scene)
    yield from lists.archive(scene)
    yield from texts.releases(scene)
    yield from lists.topics(scene)
    yield from search.page(scene)
    yield from meetings.tour(scene)
    yield from texts.pages(scene)
    yield from statements.accessibility(scene)
    yield from statements.privacy(scene)
    yield from lists.not_found(scene)
    yield from feeds.feeds(scene)
    yield from calendars.calendars(scene)
    yield from hosts.cards(scene)


def _for_machines(outputs: tuple[Output, ...], scene: Scene) -> Iterator[Output]:
    """Files made from all other outputs: sitemap, robots.txt, security.txt and the settings of web hosts."""
    yield from hosts.sitemap(outputs, scene)
    yield from hosts.host_files(scene)
    yield from hosts.security(scene)


def _outlook(
    project: Project,
    scene: Scene,
    outputs: tuple[Output, ...],
    waiting: tuple[Waiting, ...],
    copied: tuple[tuple[Release, Release], ...],
    renamed: Heirs,
) -> Outlook:
    """Give what staff are told of the plan; `project` is as it was written."""
    return Outlook(
        now=scene.now,
        base=project.site.base,
        told_once=tuple(told_once(project, scene, outputs, renamed)),
        standing=tuple(standing(project, scene, copied)),
        doubts=tuple(doubt for text in project.texts for doubt in text.body.doubts),
        waiting=waiting,
        next_change=next_change(project, scene.stamps, scene.now),
    )


def stamps_of(reading: Reading, now: datetime) -> dict[str, Stamp]:
    """Give every meeting its revision: its UID, SEQUENCE and stamps."""
    site, tour = reading.project.site, reading.project.tour
    if tour is None:
        return {}
    here, names = Addresses(site), named(reading.record, reading.project, now)
    return {
        meeting.id: stamp_of(
            meeting,
            reading.record,
            names,
            site,
            now,
            shown_digest(meeting, tour.fields.title, site.url + here.meeting(meeting).link, here.language),
        )
        for meeting in tour.meetings
    }


def _sources(scene: Scene, outputs: tuple[Output, ...], reading: Reading, renamed: Heirs) -> Sources:
    """Tell of every source that an address was ever made from what has become of it."""
    texts = scene.project.texts
    states = {text.source: state(text, scene.now) for text in texts}
    known = {source: kind_and_name(source) for source in scene.record.sources}
    # Topics that only releases have which the public does not see go with them.
    hidden = topics_of(scene.project.releases).keys() - scene.followed.keys()
    topics = {
        source for source, (kind, name) in known.items() if kind is Kind.TOPIC and slugify(name) in hidden
    }
    return Sources(
        present=frozenset(output.owner for output in outputs if output.lasting),
        hidden={
            text.source: text.place("draft" if text.fields.draft else "date")
            for text in texts
            if states[text.source] in WAITING
        },
        expired=frozenset(source for source, is_ in states.items() if is_ is State.EXPIRED) | topics,
        broken=reading.broken,
        heirs=renamed,
        carried=carried(scene.record, texts, scene.now),
        until=second(scene.now) if reading.chosen else "",
    )
