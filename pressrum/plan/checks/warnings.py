"""What stops no build and is told all the same: once by the build that does it, or until it is heeded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrum.errors import Mistake
from pressrum.model import Project, Release
from pressrum.plan.checks.copies import warn_of_copies
from pressrum.plan.checks.dates import warn_of_far, warn_of_old
from pressrum.plan.checks.hours import warn_of_other_hours
from pressrum.plan.checks.office import (
    warn_of_accent,
    warn_of_contacts,
    warn_of_http,
    warn_of_move,
    warn_of_security,
    warn_of_statement,
)
from pressrum.plan.checks.originals import warn_of_sami, warn_of_translations
from pressrum.plan.checks.own_addresses import warn_of_old_addresses
from pressrum.plan.checks.texts import warn_of_corrections
from pressrum.plan.checks.tour import (
    warn_of_districts,
    warn_of_nights,
    warn_of_positions,
    warn_of_twins,
    warn_of_two_places,
    warn_of_unsettled,
    warn_of_weekdays,
)
from pressrum.plan.checks.untold import (
    unannounced,
    warn_of_expired,
    warn_of_leaving,
    warn_of_moved,
    warn_of_topics,
)
from pressrum.plan.outputs import Output
from pressrum.plan.record.addresses import Heirs
from pressrum.plan.record.meetings import warn_of_gone, warn_of_times
from pressrum.plan.record.relinked import Relinked
from pressrum.plan.scene import Scene


def told_once(project: Project, scene: Scene, outputs: Iterable[Output], renamed: Heirs) -> Iterator[Mistake]:
    """Warn of what changes with this build; `project` is as it was written, here as below."""
    record, texts = scene.record, project.by_source
    before = Relinked(texts, record, renamed, scene.addresses)
    yield from unannounced(record, outputs, texts, before.said_before)
    yield from warn_of_leaving(record, project.texts, scene.now)
    yield from warn_of_topics(record, project.releases)
    yield from warn_of_old_addresses(record, project.texts, project.site)
    yield from warn_of_old(record, project.releases, scene.now)
    yield from warn_of_times(record, scene.meetings, scene.now)
    yield from warn_of_gone(record, scene.meetings)
    yield from warn_of_moved(scene)
    yield from warn_of_move(record, project.site)
    yield from warn_of_twins(record, project, scene.now)


def standing(project: Project, scene: Scene, copied: Iterable[tuple[Release, Release]]) -> Iterator[Mistake]:
    """Warn of what the sources say for as long as they say it; `copied` are those of `copies`."""
    site, now = project.site, scene.now
    yield from project.astray
    yield from warn_of_http(site)
    yield from warn_of_accent(site)
    yield from warn_of_statement(site, now)
    yield from warn_of_contacts(project, scene.contacts)
    yield from warn_of_expired(scene.record, project.texts, now)
    yield from warn_of_corrections(project, now)
    yield from warn_of_copies(copied, now)
    yield from warn_of_districts(project)
    yield from warn_of_positions(project)
    yield from warn_of_two_places(project, now)
    yield from warn_of_unsettled(project, now)
    yield from warn_of_nights(project, now)
    yield from warn_of_weekdays(project, now)
    yield from warn_of_other_hours(scene.project, now)
    yield from warn_of_far(project, now)
    yield from warn_of_translations(project, now)
    yield from warn_of_sami(project)
    yield from warn_of_security(site, now.date())
