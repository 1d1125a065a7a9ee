"""The kinds of page, each with what its template sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from pressrum.make.pages.figure import ImageView
from pressrum.make.pages.map import Sketch
from pressrum.make.pages.qr import QrCode
from pressrum.make.pages.views import (
    ContactView,
    CorrectionView,
    LinkView,
    MeetingView,
    ReleaseLink,
    Rich,
    ShortcomingView,
    TourView,
    VersionView,
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
    updated: datetime
    """When it last said something new, as in the feeds."""
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
    retracted_on: datetime | None
    """When that was found, to the minute; None for what is not retracted."""
    plain: str
    """The same as plain text."""
    earlier: ReleaseLink | None
    later: ReleaseLink | None
    lang: str | None
    """The language of all that staff have written, where it is not the site's."""
    reason_lang: str | None
    """The language of `retracted`, which a translation may have from its original."""
    versions: tuple[VersionView, ...]
    """The same in other languages, the original first."""
    mark: str | None
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
    json_feed: str


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
    lang: str | None
    """The language of the text, where it is not the site's."""
    versions: tuple[VersionView, ...]
    """The same in other languages, the original first."""
    mark: str | None
    """For the preview: why the public does not see it."""


@dataclass(frozen=True)
class AccessibilityPage:
    """`/tillganglighet/`: the accessibility statement; template accessibility.html."""

    responsible: str
    status: str
    """fully, partly or not."""
    supervised: bool
    """Whether the act on accessibility to digital public services binds the site."""
    failures: tuple[ShortcomingView, ...]
    """What falls short of the requirements."""
    burdens: tuple[ShortcomingView, ...]
    """What would be out of proportion to mend."""
    exempt: tuple[ShortcomingView, ...]
    """What the requirements do not cover."""
    method: str
    """self or external."""
    tested: str | None
    assessed: date
    reviewed: date
    published: date | None
    contacts: tuple[ContactView, ...]
    answer: str | None
    """Within what time a report is answered."""


@dataclass(frozen=True)
class PrivacyPage:
    """`/integritet/`: what becomes known of readers; template privacy.html."""

    controller: str | None
    logs: str | None
    contacts: tuple[ContactView, ...]
    """Whom to ask; empty when nobody is left."""


@dataclass(frozen=True)
class RedirectPage:
    """An old address; template redirect.html."""

    title: str
    link: str
    lang: str | None
    """The language of the title, where it is not the site's."""


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
    | AccessibilityPage
    | PrivacyPage
    | RedirectPage
    | NotFoundPage
)

KINDS: dict[type, str] = {
    HomePage: "home",
    ArchivePage: "archive",
    ReleasePage: "release",
    TopicsPage: "topics",
    TopicPage: "topic",
    SearchPage: "search",
    TourPage: "tour",
    MeetingPage: "meeting",
    CalendarPage: "calendar",
    TextPage: "page",
    AccessibilityPage: "accessibility",
    PrivacyPage: "privacy",
    RedirectPage: "redirect",
    NotFoundPage: "404",
}
"""What each kind is called; its template has that name."""
