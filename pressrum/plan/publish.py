"""The publishing rules: what is public at a moment, exact to the second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from pressrum.ledger import Stamp
from pressrum.model import Contact, Page, Project, Release, Site
from pressrum.plan.outlook import Waiting
from pressrum.spans import over_from

TextOf = TypeVar("TextOf", bound=Release | Page)


class State(Enum):
    """What a text is to the public."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLIC = "public"
    EXPIRED = "expired"


WAITING = (State.DRAFT, State.SCHEDULED)
"""The states of texts that the public may not see yet."""


def state(text: Release | Page, now: datetime) -> State:
    """Give what `text` is at `now`: public from its date on, and up to its expiry but not at it."""
    if text.fields.draft:
        return State.DRAFT
    if text.fields.expires is not None and now >= text.fields.expires:
        return State.EXPIRED
    if text.public_from is not None and now < text.public_from:
        return State.SCHEDULED
    return State.PUBLIC


def unseen(target: Release | Page, text: Release | Page, now: datetime) -> State | None:
    """Give what hides `target` for some of the time that `text` is public; None for nothing."""
    if state(text, now) in (State.DRAFT, State.EXPIRED):
        return None
    seen_from = max(now, text.public_from) if text.public_from else now
    theirs = state(target, seen_from)
    if theirs in WAITING:
        return theirs
    gone, stays = target.fields.expires, text.fields.expires
    return State.EXPIRED if gone and (stays is None or stays > gone) else None


def shown(texts: Iterable[TextOf], now: datetime, *, preview: bool = False) -> tuple[TextOf, ...]:
    """Keep those of `texts` that are public at `now`; in the preview drafts and what is to come too."""
    gone = (State.EXPIRED,) if preview else (*WAITING, State.EXPIRED)
    return tuple(text for text in texts if state(text, now) not in gone)


def current_contacts(site: Site, now: datetime) -> tuple[Contact, ...]:
    """Keep the contacts who can be called at `now`."""
    return tuple(contact for contact in site.contacts if contact.leaves is None or now < contact.leaves)


def next_change(project: Project, stamps: Mapping[str, Stamp], now: datetime) -> datetime | None:
    """Give the first instant after `now` at which the site changes by itself, in the site's zone.

    `stamps` are those of the meetings, by id: one that left a district is cancelled there until its hour.
    """
    zone, meetings = project.site.zone, project.meetings
    left = (was for meeting in meetings for was in stamps[meeting.id].left)
    texts = [text for text in project.texts if state(text, now) not in (State.DRAFT, State.EXPIRED)]
    releases = [text for text in texts if isinstance(text, Release)]
    instants = [
        *(text.public_from for text in texts),
        *(text.fields.expires for text in texts),
        *(correction.date for release in releases for correction in release.fields.corrections),
        *(contact.leaves for contact in project.site.contacts),
        *(meeting.over for meeting in meetings),
        *(over_from(was.when, zone) for was in left),
    ]
    later = [instant.astimezone(UTC) for instant in instants if instant is not None and instant > now]
    return min(later).astimezone(zone) if later else None


def review_due(site: Site) -> date | None:
    """Give the last day on which the accessibility statement is not older than a year."""
    statement = site.fields.accessibility
    return statement.reviewed + timedelta(days=365) if statement else None


def waiting_texts(project: Project, now: datetime) -> tuple[Waiting, ...]:
    """Give the drafts and the texts to come, by source."""
    return tuple(
        Waiting(text.source, None if text.fields.draft else text.public_from)
        for text in project.texts
        if state(text, now) in WAITING
    )
