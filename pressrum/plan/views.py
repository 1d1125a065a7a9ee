"""Nouns to views: what templates and feeds are shown of a release, a meeting, a contact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from pressrum.errors import say
from pressrum.fields.text import ImageFields
from pressrum.ledger import Stamp
from pressrum.make.event import change
from pressrum.make.views import ContactView, ImageView, MeetingView, ReleaseLink, TourView
from pressrum.model import Contact, Meeting, Permalink, Release, Site, Tour
from pressrum.plan.addresses import Addresses
from pressrum.plan.translations import Versions, foreign


def contact_view(contact: Contact) -> ContactView:
    """Show a contact."""
    fields = contact.fields
    return ContactView(
        name=fields.name,
        role=fields.role,
        email=fields.email,
        phone=fields.phone,
        tel=_international(fields.phone) if fields.phone else None,
        hours=fields.hours,
    )


def _international(phone: str) -> str:
    """Give a number for a `tel:` link (RFC 3966); a leading zero is Sweden's."""
    digits = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    if digits.startswith("00"):
        return "+" + digits[2:]
    return "+46" + digits[1:] if digits.startswith("0") else digits


def release_title(release: Release, addresses: Addresses) -> str:
    """Give the title that readers see: a retracted release says nothing of what it said."""
    if release.fields.retracted is None:
        return release.fields.title
    return addresses.language.tell(say("Withdrawn press release"))


def release_lang(release: Release, addresses: Addresses) -> str | None:
    """Give the language of the title that readers see, where it is not the site's."""
    language = addresses.site.fields.language
    return None if release.fields.retracted else foreign(release, language)


def release_link(release: Release, versions: Versions) -> ReleaseLink:
    """Show a release in a list."""
    addresses, retracted = versions.addresses, release.fields.retracted is not None
    return ReleaseLink(
        title=release_title(release, addresses),
        link=addresses.release(release).link,
        date=release.fields.date,
        lead="" if retracted else release.lead,
        retracted=retracted,
        lang=release_lang(release, addresses),
        versions=versions.others(release),
    )


def listed(releases: Iterable[Release], versions: Versions) -> tuple[ReleaseLink, ...]:
    """Show releases in a list."""
    return tuple(release_link(release, versions) for release in releases)


def image_view(image: ImageFields, address: Permalink) -> ImageView:
    """Show a picture that stands at `address`."""
    return ImageView(address.link, image.alt, image.credit, image.caption)


def meeting_view(meeting: Meeting, stamp: Stamp, addresses: Addresses, now: datetime) -> MeetingView:
    """Show a meeting and its last change; `now` tells only whether it is past."""
    fields = meeting.fields
    return MeetingView(
        id=meeting.id,
        district=fields.district,
        link=addresses.meeting(meeting).link,
        ics=addresses.meeting_calendar(meeting).link,
        district_ics=addresses.district_calendar(fields.district).link,
        day=meeting.day,
        start=meeting.start,
        end=meeting.end if meeting.end_is_given else None,
        over=meeting.over,
        past=meeting.over <= now,
        status=meeting.status,
        cancelled=fields.cancelled,
        place=fields.place,
        address=fields.address,
        geo=fields.geo,
        organiser=fields.organiser,
        with_=fields.with_,
        about=fields.about,
        signup=fields.signup,
        access=fields.access,
        languages=fields.languages,
        change=change(stamp, addresses.language),
    )


def tour_view(tour: Tour, views: Iterable[MeetingView]) -> TourView:
    """Show the schedule; `views` are its meetings, in order of time."""
    views = tuple(views)
    return TourView(
        title=tour.title,
        description=tour.description,
        coming=tuple(view for view in views if not view.past),
        past=tuple(view for view in reversed(views) if view.past),
    )


def chosen_contacts(keys: Iterable[str], current: tuple[Contact, ...], site: Site) -> tuple[ContactView, ...]:
    """Show the contacts named by `keys`; the first one of the site stands in for any who has left."""
    known = {contact.key: contact for contact in current}
    named = list(keys) or [contact.key for contact in site.contacts[:1]]
    chosen = [known[key] for key in named if key in known] or list(current[:1])
    return tuple(contact_view(contact) for contact in chosen)
