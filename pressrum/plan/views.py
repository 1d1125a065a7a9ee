"""Nouns to views: what templates and feeds are shown of a release, a meeting, a contact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pressrum.districts import District
from pressrum.errors import say
from pressrum.language import Language
from pressrum.ledger import Stamp
from pressrum.make.calendars.event import change, moved_on
from pressrum.make.pages.figure import ImageView, PictureView
from pressrum.make.pages.map import MapMeeting, MapStop, Sketch
from pressrum.make.pages.views import (
    ContactView,
    LinkView,
    MeetingView,
    ReleaseLink,
    SiteView,
    TourView,
)
from pressrum.model import Contact, Meeting, Release, Tour
from pressrum.plan.addresses import ATOM, HOME, JSON_FEED, Addresses
from pressrum.plan.outlook import Waiting
from pressrum.plan.translations import Versions, foreign
from pressrum.slug import slugify
from pressrum.spans import beginning
from pressrum.written.reached import international

WITHDRAWN = say("Withdrawn press release")


def site_view(here: Addresses, tour: Tour | None, foot: tuple[LinkView, ...], *, topics: bool) -> SiteView:
    """Show what every page says of the site: `foot` are its other pages, `topics` whether there are any."""
    fields = here.site.fields
    return SiteView(
        title=fields.title,
        url=here.site.url,
        language=fields.language,
        description=fields.description,
        nav=_menu(here, topics=topics, tour=tour is not None, search=fields.search),
        pages=foot,
        home=HOME.link,
        releases=here.releases.link,
        topics=here.topics.link,
        tour=here.tour.link,
        calendar=here.calendar.link,
        tour_title=tour.fields.title if tour else None,
        search=here.search.link if fields.search else None,
        ics=here.whole_calendar.link,
        atom=ATOM.link,
        json_feed=JSON_FEED.link,
    )


def _menu(here: Addresses, *, topics: bool, tour: bool, search: bool) -> tuple[LinkView, ...]:
    """Give the main menu of a site that has topics, a tour or a search."""
    gettext = here.language.gettext
    parts = (
        (True, gettext("Press releases"), here.releases),
        (topics, gettext("Topics"), here.topics),
        (tour, gettext("Tour"), here.tour),
        (tour, gettext("Calendar"), here.calendar),
        (search, gettext("Search"), here.search),
    )
    return tuple(LinkView(words, permalink.link) for there, words, permalink in parts if there)


def contact_view(contact: Contact, addresses: Addresses) -> ContactView:
    """Show a contact."""
    fields = contact.fields
    return ContactView(
        name=fields.name,
        role=fields.role,
        email=fields.email,
        phone=fields.phone,
        tel=international(fields.phone, addresses.site.fields.timezone) if fields.phone else None,
        hours=fields.hours,
        card=addresses.card(contact).link,
    )


def release_title(release: Release, addresses: Addresses) -> str:
    """Give the title that readers see: a retracted release says nothing of what it said."""
    if release.fields.retracted is None:
        return release.fields.title
    return addresses.language.tell(WITHDRAWN)


def release_lang(release: Release, addresses: Addresses) -> str | None:
    """Give the language of the title that readers see, where it is not the site's."""
    language = addresses.site.fields.language
    return None if release.fields.retracted else foreign(release, language)


def mark(text: Waiting, language: Language) -> str:
    """Say for the preview why the public does not see a text."""
    if text.until is None:
        return language.tell(say("DRAFT"))
    return language.tell(say("EMBARGOED until {when}", when=language.moment(text.until)))


def marked(title: str, mark: str | None) -> str:
    """Give the title of a text for where there is no other place to say that it is not public."""
    return f"{mark}: {title}" if mark else title


def release_link(release: Release, versions: Versions, now: datetime, mark: str | None) -> ReleaseLink:
    """Show a release in a list."""
    addresses, retracted = versions.addresses, release.fields.retracted is not None
    return ReleaseLink(
        title=release_title(release, addresses),
        link=addresses.release(release).link,
        date=release.fields.date,
        lead="" if retracted else release.lead,
        retracted=retracted,
        corrected=bool(release.corrections(now)) and not retracted,
        lang=release_lang(release, addresses),
        versions=versions.others(release),
        mark=mark,
    )


def image_view(
    picture: PictureView, alt: str, credit: str, caption: str | None, language: Language, lang: str | None
) -> ImageView:
    """Show a picture with what must stand with it; `lang` is that of its text, where it is not the site's."""
    return ImageView(picture, alt, credit_line(credit, language), caption, lang)


def credit_line(credit: str, language: Language) -> str:
    """Say whose a picture is; a bare name is said to be the photographer's."""
    return credit if ":" in credit else language.tell(say("Photo: {credit}", credit=credit))


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
        end=None if meeting.end_is_assumed else meeting.end,
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
        previous=_previous(stamp),
        change=change(stamp, addresses.language, meeting.zone),
        cancelled_on=moved_on(stamp, addresses.language, meeting.zone) if fields.cancelled else None,
    )


def _previous(stamp: Stamp) -> str | None:
    """Give when a meeting that has been moved was to begin, if that is another time than now."""
    was, now = map(beginning, (stamp.was_when, stamp.when))
    same_day_only_set = "T" not in was and was == now[:10]
    return None if not was or was == now or same_day_only_set else was


def tour_view(tour: Tour, views: Iterable[MeetingView]) -> TourView:
    """Show the schedule; `views` are its meetings, in order of time."""
    views = tuple(views)
    return TourView(
        title=tour.fields.title,
        description=tour.fields.description,
        coming=tuple(view for view in views if not view.past),
        past=tuple(view for view in reversed(views) if view.past),
    )


def sketch(districts: tuple[District, ...], tour: TourView | None) -> Sketch:
    """Show the districts and what the tour does in each."""
    by_slug: dict[str, list[MeetingView]] = {}
    for view in (*tour.coming, *tour.past) if tour else ():
        by_slug.setdefault(slugify(view.district), []).append(view)
    return Sketch(districts, tuple(_map_stop(slug, views) for slug, views in sorted(by_slug.items())))


def _map_stop(slug: str, views: list[MeetingView]) -> MapStop:
    """Choose what a map says of a district: what is to come, else what has been, else what was not to be."""
    held = [view for view in views if view.cancelled is None]
    coming = [view for view in held if not view.past]
    shown = tuple(_map_meeting(view) for view in coming or held[:1] or views[:1])
    state = "booked" if coming else shown[0].after if held else "cancelled"
    return MapStop(slug, state, shown)


def _map_meeting(view: MeetingView) -> MapMeeting:
    return MapMeeting(view.link, view.day, view.over, "visited" if view.told else "passed")
