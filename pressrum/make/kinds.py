"""The kinds of page, each with what its template sees; what stands around them all is the `Frame`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pressrum.make.map import Sketch
from pressrum.make.qr import QrCode
from pressrum.make.views import (
    AssetView,
    ContactView,
    CorrectionView,
    ImageView,
    LinkView,
    MeetingView,
    ReleaseLink,
    Rich,
    SiteView,
    TourView,
)


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
class SearchPage:
    """`/sok/`: searches all releases; template search.html. What it offers are values of the filters."""

    years: tuple[str, ...]
    """The newest first; empty as long as nothing can be found."""
    topics: tuple[str, ...]
    """In alphabetical order, as `districts`."""
    districts: tuple[str, ...]


@dataclass(frozen=True)
class TourPage:
    """`/turne/`; template tour.html."""

    tour: TourView
    map: Sketch | None
    """The districts, where site.yaml names a map."""


@dataclass(frozen=True)
class MeetingPage:
    """A meeting; template meeting.html."""

    meeting: MeetingView
    tour_title: str
    code: QrCode
    """Its address, for the poster that the page becomes in print."""
    releases: tuple[ReleaseLink, ...]
    """Public releases that are about it."""
    earlier: MeetingView | None
    later: MeetingView | None


@dataclass(frozen=True)
class CalendarPage:
    """`/kalender/`: how to subscribe; template calendar.html."""

    all: str
    """The whole tour's calendar, absolute: https://…/kalender.ics."""
    code: QrCode
    """This page's address, to open on a phone."""
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
    | SearchPage
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
    """home, archive, release, topics, topic, search, tour, meeting, calendar, page, redirect, 404."""
    feeds: tuple[LinkView, ...] = ()
    """Further feeds and calendars of this page, for `<link rel="alternate">`."""
