"""What templates see: small frozen values, with every choice already made.

Addresses in views are links from the site's root without the first slash (`turne/`, "" for
home); a page sets its own `root` ("../../") before them. Texts are plain, not HTML, but for
fields of the type `Rich`. Times are aware and in the zone of the place.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self


class Passage(str):
    """The HTML of a text with all its links, which knows the text that it is from.

    A recipe that is kept for the next build names the text instead of repeating what it says.
    """

    __slots__ = ("shown", "source")
    source: str
    shown: str
    """What stands for it in digests; "" until it is asked for."""

    def __new__(cls, source: str, html: str) -> Self:
        """Take `html` as that of the text in `source`."""
        passage = super().__new__(cls, html)
        passage.source, passage.shown = source, ""
        return passage

    def __repr__(self) -> str:
        """Give what stands for it in digests: one of itself, as it stands in several recipes and is long."""
        if not self.shown:
            self.shown = f"Passage({hashlib.sha256(self.encode()).hexdigest()})"
        return self.shown


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
    lang: str | None = None
    """The language of the word, where it is not the site's: a code of BCP 47, here as below."""
    mark: str | None = None
    """For the preview: why the public does not see what is found there; here as below."""


@dataclass(frozen=True)
class VersionView:
    """A text in one of its languages."""

    lang: str
    name: str
    """What the language calls itself: `Soomaali`."""
    called: str
    """What the site's language calls it: `somaliska`."""
    link: str
    original: bool
    """Whether the others are translated from it."""


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
    card: str
    """Its card for an address book."""


@dataclass(frozen=True)
class SiteView:
    """What every page says of the site."""

    title: str
    url: str
    """Ends with a slash."""
    language: str
    description: str | None
    nav: tuple[LinkView, ...]
    """The main parts: releases, topics, tour, calendar, search; only those that exist."""
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
    search: str | None
    """The search page; None where site.yaml asks for none."""
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
    corrected: bool
    """Whether its page shows a correction."""
    lang: str | None
    """The language of title and lead, where it is not the site's."""
    versions: tuple[VersionView, ...]
    """Its translations."""
    mark: str | None


@dataclass(frozen=True)
class ChangeView:
    """What was last changed of a meeting's time, place, district or status."""

    day: str
    """When it was changed, in short words: `14 aug`."""
    parts: tuple[tuple[str, str], ...]
    """What stood there, "" for nothing, and what does now: `kl. 18.00`, `kl. 19.00`. Never empty."""

    @property
    def moved(self) -> bool:
        """Whether something that people may have noted down is no longer so."""
        return any(old for old, _ in self.parts)


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
    cancelled_on: str | None
    """The day on which it was called off: `14 aug`."""
    place: str | None
    address: str | None
    geo: str | None
    """Latitude and longitude in degrees, with a comma."""
    organiser: str | None
    with_: str | None
    about: str | None
    signup: str | None
    access: str | None
    languages: tuple[str, ...]
    change: ChangeView | None
    """The last change, as long as the meeting is not cancelled."""
    previous: str | None
    """When it was to begin before it was moved, ISO 8601, a day or an instant; None unless it was."""

    @property
    def told(self) -> bool:
        """Whether its hour or its place is known: of a day that passed without, nothing more is known."""
        return bool(self.start or self.location)

    @property
    def location(self) -> str:
        """Room and street in one line; "" as long as neither is set."""
        return ", ".join(filter(None, (self.place, self.address)))

    @property
    def area(self) -> str:
        """Street and district in one line: there is a square in every district."""
        return ", ".join(filter(None, (self.address, self.district)))

    @property
    def sought(self) -> str | None:
        """What a map is asked for: the point, else the street or the room, and in which district."""
        known = self.address or self.place
        return self.geo or (f"{known}, {self.district}" if known else None)


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
class ShortcomingView:
    """Something on the site that not everyone can use."""

    what: str
    why: str
    instead: str | None


@dataclass(frozen=True)
class CorrectionView:
    """What was put right, and when."""

    date: datetime
    text: str
