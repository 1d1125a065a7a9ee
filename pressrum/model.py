"""The nouns: what a press office has, as frozen values that are whole from birth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from functools import cached_property
from typing import Generic, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pressrum.districts import District
from pressrum.errors import Location, Mistake
from pressrum.fields.site import ContactFields, SiteFields
from pressrum.fields.text import CorrectionFields, PageFields, ReleaseFields, TextFields
from pressrum.fields.tour import MeetingFields, TourFields
from pressrum.nodes import Mapping, Path, Place, place_of
from pressrum.places import beside


@dataclass(frozen=True)
class Illustration:
    """What a text says of a picture in it."""

    alt: str
    """What it shows; "" when that is missing, as in `credit`."""
    credit: str
    alone: bool
    """Whether it stands alone in its paragraph."""


@dataclass(frozen=True)
class Link:
    """A link or a picture in a text, as it was written."""

    target: str
    where: Location
    picture: Illustration | None = None
    shown: bool = False
    """Whether it leads nowhere itself: words show it, or another site's address holds it."""


@dataclass(frozen=True)
class ToldHour:
    """An hour that a text tells."""

    day: date | None
    """None where it is told alone."""
    hour: clock
    """Naive, to the minute; before noon it may be one of the 12-hour clock."""
    where: Location


@dataclass(frozen=True)
class Body:
    """A Markdown text made into safe HTML, all but its links.

    In `html`, U+E000, a number and U+E001 stand for the address of the link of that number
    (from 0), and U+E002 for the tour's schedule. No source can hold these letters.
    """

    html: str
    links: tuple[Link, ...]
    anchors: tuple[str, ...]
    """The ids that can be linked to."""
    opening: str
    """The first paragraph as plain text; "" when there is none."""
    tours: tuple[Location, ...]
    """Where the text shows the tour's schedule."""
    losses: tuple[Mistake, ...]
    """What had to be taken out to make it safe, would not be shown, or would be shown as raw signs."""
    doubts: tuple[Mistake, ...]
    """What may not be as it was meant, and is published all the same."""
    hours: tuple[ToldHour, ...] = ()
    """The hours that a release tells which is about meetings; of other texts none."""


LINK_OPENS, LINK_CLOSES, SCHEDULE = "\ue000", "\ue001", "\ue002"
HERE = r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?![^/?#])"
"""How an address begins that other machines have not: that of the preview, copied from the browser."""
NOTE_BACK = "#fnref:"
"""How the link from a footnote back to the text begins; nobody writes it."""


@dataclass(frozen=True)
class Contact:
    """Someone whom journalists may call."""

    key: str
    fields: ContactFields
    leaves: datetime | None
    """The instant from which the person is no contact any more."""


class InYaml:
    """What was written as a map in YAML, and knows where each part of that stands."""

    front: Mapping

    def place(self, *path: str | int) -> Location:
        """Where a part of it stands, or else the part that it would be in."""
        return place_of(self.front, path)


@dataclass(frozen=True)
class Site(InYaml):
    """Who we are."""

    fields: SiteFields
    zone: ZoneInfo
    contacts: tuple[Contact, ...]
    front: Mapping
    """site.yaml as it was written."""

    @property
    def url(self) -> str:
        """The address of the site's root; ends with a slash."""
        return self.fields.url.removesuffix("/") + "/"

    @property
    def domain(self) -> str:
        """The host's name, as it stands in UIDs and tag addresses."""
        return urlsplit(self.url).hostname or ""

    @property
    def base(self) -> str:
        """The path of the site's root on its host; begins and ends with a slash."""
        return urlsplit(self.url).path


FieldsT = TypeVar("FieldsT", bound=TextFields)


@dataclass(frozen=True)
class Written(Generic[FieldsT]):
    """A text that staff have written, with what stands above it."""

    source: str
    slug: str
    fields: FieldsT
    body: Body
    places: dict[Path, Place]
    """Where each part of its front matter stands, by the way to it; `()` is the way to all of it."""
    said: str
    """A digest of what it says: a change of it is a change that readers see."""

    @property
    def lead(self) -> str:
        """The ingress, or else the first paragraph."""
        return self.fields.lead or self.body.opening

    @property
    def original(self) -> str | None:
        """The source of the text that it translates; None for a text of its own."""
        return beside(self.source, self.fields.original) if self.fields.original else None

    def place(self, *path: str | int) -> Location:
        """Where a part of the front matter stands, or else the part that it would be in."""
        while path not in self.places:
            path = path[:-1]
        return Location(self.source, *self.places[path])


class Release(Written[ReleaseFields]):
    """A press release."""

    @property
    def public_from(self) -> datetime:
        """The instant at which it comes to exist."""
        return self.fields.date

    def corrections(self, now: datetime) -> tuple[CorrectionFields, ...]:
        """The corrections made by `now`, the newest first."""
        made = [correction for correction in self.fields.corrections if correction.date <= now]
        return tuple(sorted(made, key=lambda correction: correction.date, reverse=True))


class Page(Written[PageFields]):
    """Another page: about, the accessibility statement."""

    @property
    def public_from(self) -> datetime | None:
        """The instant at which it comes to exist; None for always."""
        return self.fields.date


@dataclass(frozen=True)
class Meeting(InYaml):
    """A stop on the tour."""

    id: str
    fields: MeetingFields
    start: datetime | None
    """None as long as the hour is not set."""
    end: datetime | None
    """None with `start`; else after it, by the tour's length of a meeting when none is given."""
    zone: ZoneInfo
    front: Mapping
    """Its entry in tour.yaml as it was written."""

    @property
    def day(self) -> date:
        """The day on which it begins, where it is held."""
        return self.fields.date

    @property
    def end_is_assumed(self) -> bool:
        """Whether staff wrote an hour and no end: the one that a calendar needs is no news."""
        times = self.fields.time
        return times is not None and times.end is None and self.fields.end is None

    @property
    def over(self) -> datetime:
        """The instant from which it is past: its end, or the end of its day."""
        return self.end or datetime.combine(self.day + timedelta(days=1), clock(), self.zone)

    @property
    def status(self) -> str:
        """CONFIRMED, TENTATIVE while hour or place is not set, or CANCELLED (RFC 5545, 3.8.1.11)."""
        if self.fields.cancelled:
            return "CANCELLED"
        return "CONFIRMED" if self.start and self.location else "TENTATIVE"

    @property
    def location(self) -> str | None:
        """Room and street in one line; None as long as neither is set."""
        return ", ".join(part for part in (self.fields.place, self.fields.address) if part) or None

    @property
    def order(self) -> tuple[datetime, str]:
        """In what order meetings stand: by hour, one without an hour first on its day."""
        return (self.start or datetime.combine(self.day, clock(), self.zone), self.id)


@dataclass(frozen=True)
class Tour(InYaml):
    """The tour and its meetings, in order of time."""

    fields: TourFields
    front: Mapping
    """tour.yaml as it was written, without its meetings; so are its fields."""
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class Project:
    """All that the sources say."""

    site: Site
    tour: Tour | None
    releases: tuple[Release, ...]
    pages: tuple[Page, ...]
    districts: tuple[District, ...]
    """The districts that can be drawn; empty without a map."""
    astray: tuple[Mistake, ...] = ()
    """Warnings of files that look like sources and are not read."""

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the tour, in order of time; none without a tour."""
        return self.tour.meetings if self.tour else ()

    @cached_property
    def texts(self) -> tuple[Release | Page, ...]:
        """All releases and pages."""
        return (*self.releases, *self.pages)

    @cached_property
    def by_source(self) -> dict[str, Release | Page]:
        """The same by source."""
        return {text.source: text for text in self.texts}
