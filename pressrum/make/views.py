"""What templates see: small frozen values, with every choice already made.

Addresses in views are links from the site's root without the first slash (`turne/`, "" for
home); a page sets its own `root` ("../../") before them. Texts are plain, not HTML, but for
fields of the type `Rich`. Times are aware and in the zone of the place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Rich:
    """Safe HTML in which U+E000 stands for the site's root, and U+E002 for the tour's schedule."""

    html: str


@dataclass(frozen=True)
class LinkView:
    """A word and where it leads."""

    text: str
    link: str
    count: int | None = None
    """How many things are found there, where that is worth saying."""


@dataclass(frozen=True)
class ContactView:
    """Someone to call."""

    name: str
    role: str | None
    email: str | None
    phone: str | None
    """As staff wrote it."""
    tel: str | None
    """`+46850829000`, for a `tel:` link."""
    hours: str | None


@dataclass(frozen=True)
class SiteView:
    """What every page says of the site."""

    title: str
    url: str
    """Ends with a slash."""
    language: str
    description: str | None
    nav: tuple[LinkView, ...]
    """The main parts: releases, topics, tour, calendar; only those that exist."""
    pages: tuple[LinkView, ...]
    """Other pages, for the foot."""
    home: str
    releases: str
    topics: str
    tour: str
    """The address of the schedule; there is a tour only where `tour_title` is set."""
    calendar: str
    """The page on how to subscribe."""
    tour_title: str | None
    ics: str
    """The whole tour's calendar."""
    atom: str
    json_feed: str


@dataclass(frozen=True)
class AssetView:
    """An asset by its own name, and its address with its digest."""

    name: str
    link: str


@dataclass(frozen=True)
class ReleaseLink:
    """A release in a list."""

    title: str
    link: str
    date: datetime
    lead: str
    """Plain text; may be ""."""
    retracted: bool


@dataclass(frozen=True)
class MeetingView:
    """A stop on the tour, in a list or on its page."""

    id: str
    district: str
    link: str
    ics: str
    """The calendar of this meeting alone."""
    district_ics: str
    """The calendar of its district, to subscribe to."""
    day: date
    start: datetime | None
    end: datetime | None
    over: datetime
    """The instant from which it is past; for the script that regroups."""
    past: bool
    """Whether it was past at the moment that the site was built for."""
    status: str
    """CONFIRMED, TENTATIVE (hour or place not set) or CANCELLED."""
    cancelled: str | None
    """Why."""
    place: str | None
    address: str | None
    organiser: str | None
    with_: str | None
    about: str | None
    signup: str | None
    access: str | None
    languages: tuple[str, ...]


@dataclass(frozen=True)
class TourView:
    """The schedule: all meetings in order of time."""

    title: str
    description: str | None
    coming: tuple[MeetingView, ...]
    """Not past, in order of time; cancelled ones too."""
    past: tuple[MeetingView, ...]
    """Past, the latest first."""


@dataclass(frozen=True)
class ImageView:
    """A picture with what must stand with it."""

    link: str
    alt: str
    credit: str
    caption: str | None


@dataclass(frozen=True)
class CorrectionView:
    """What was put right, and when."""

    date: datetime
    text: str


@dataclass(frozen=True)
class HomePage:
    """`/`; template home.html."""

    tour: TourView | None
    next: MeetingView | None
    """The next meeting that is not cancelled."""
    latest: tuple[ReleaseLink, ...]
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True)
class ArchivePage:
    """`/pressmeddelanden/` and one page a year; template archive.html."""

    year: int | None
    """None on the page of all years, which lists the latest."""
    years: tuple[LinkView, ...]
    """All years, the newest first, each with its count."""
    releases: tuple[ReleaseLink, ...]


@dataclass(frozen=True)
class ReleasePage:
    """A release; template release.html. A retracted one has `retracted` and nothing of its text."""

    title: str
    """For a retracted one a neutral title."""
    date: datetime
    lead: str | None
    """The ingress when it is given apart from the text."""
    body: Rich
    tour: TourView | None
    """Set when the text holds U+E002."""
    image: ImageView | None
    topics: tuple[LinkView, ...]
    contacts: tuple[ContactView, ...]
    meetings: tuple[MeetingView, ...]
    corrections: tuple[CorrectionView, ...]
    """The newest first."""
    retracted: str | None
    earlier: ReleaseLink | None
    later: ReleaseLink | None
    mark: str | None = None
    """For the preview: why the public does not see it."""


@dataclass(frozen=True)
class TopicsPage:
    """`/amnen/`; template topics.html."""

    topics: tuple[LinkView, ...]
    """In the language's alphabetical order, each with its count."""


@dataclass(frozen=True)
class TopicPage:
    """A topic and its releases, the newest first; template topic.html."""

    name: str
    releases: tuple[ReleaseLink, ...]
    atom: str


@dataclass(frozen=True)
class TourPage:
    """`/turne/`; template tour.html."""

    tour: TourView


@dataclass(frozen=True)
class MeetingPage:
    """A meeting; template meeting.html."""

    meeting: MeetingView
    tour_title: str
    releases: tuple[ReleaseLink, ...]
    """Public releases that are about it."""
    earlier: MeetingView | None
    later: MeetingView | None


@dataclass(frozen=True)
class CalendarPage:
    """`/kalender/`: how to subscribe; template calendar.html."""

    all: str
    """The whole tour's calendar, absolute: https://…/kalender.ics."""
    districts: tuple[LinkView, ...]
    """One calendar a district, in alphabetical order; links from the root."""


@dataclass(frozen=True)
class TextPage:
    """Another page; template page.html."""

    title: str
    lead: str | None
    body: Rich
    tour: TourView | None
    image: ImageView | None


@dataclass(frozen=True)
class RedirectPage:
    """An old address; template redirect.html."""

    title: str
    link: str


@dataclass(frozen=True)
class NotFoundPage:
    """404.html; template 404.html. It may be served at any depth, so its root is absolute."""


View = (
    HomePage
    | ArchivePage
    | ReleasePage
    | TopicsPage
    | TopicPage
    | TourPage
    | MeetingPage
    | CalendarPage
    | TextPage
    | RedirectPage
    | NotFoundPage
)


@dataclass(frozen=True)
class Frame:
    """What stands around a page: everything base.html needs."""

    site: SiteView
    root: str
    """From this page to the site's root: "./", "../../", or "/path/" on 404.html."""
    link: str
    """This page's own address from the root."""
    title: str
    """The page's title without the site's; the site's own on the home page."""
    description: str
    """For search engines and shared links; plain text, may be ""."""
    assets: tuple[AssetView, ...]
    kind: str
    """home, archive, release, topics, topic, tour, meeting, calendar, page, redirect, 404."""
    feeds: tuple[LinkView, ...] = ()
    """Further feeds and calendars of this page, for `<link rel="alternate">`."""
