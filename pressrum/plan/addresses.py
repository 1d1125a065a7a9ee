"""Where everything stands: the addresses of the site, in the site's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from pressrum.language import Language
from pressrum.model import Contact, Meeting, Page, Release, Site
from pressrum.permalinks import Permalink
from pressrum.slug import slugify

HOME = Permalink("/")
ATOM = Permalink("/feed.xml")
JSON_FEED = Permalink("/feed.json")
ENDINGS = ("xml", "json")
"""Of each feed: Atom, and JSON Feed."""
SITEMAP = Permalink("/sitemap.xml")
ROBOTS = Permalink("/robots.txt")
NOT_FOUND = Permalink("/404.html")
HEADERS = Permalink("/_headers")
NGINX = Permalink("/nginx.conf")
HTACCESS = Permalink("/.htaccess")
SECURITY = Permalink("/.well-known/security.txt")


@lru_cache(maxsize=20_000)
def _at(path: str) -> Permalink:
    """Give the address `path`: lists ask for that of a release again and again, and it is checked once."""
    return Permalink(path)


@dataclass(frozen=True)
class Addresses:
    """The addresses of the site `site`."""

    site: Site

    @cached_property
    def language(self) -> Language:
        """The language of the words in addresses."""
        return Language(self.site.fields.language)

    @cached_property
    def releases(self) -> Permalink:
        """The archive."""
        return Permalink(f"/{self.language.words.releases}/")

    def year(self, year: int) -> Permalink:
        """The releases of a year."""
        return _at(f"{self.releases.path}{year}/")

    def release(self, release: Release) -> Permalink:
        """A release, under the year of its date."""
        return _at(f"{self.releases.path}{release.fields.date.year}/{release.slug}/")

    def page(self, page: Page) -> Permalink:
        """Another page."""
        return Permalink(f"/{page.slug}/")

    def text(self, text: Release | Page) -> Permalink:
        """A release or another page."""
        return self.release(text) if isinstance(text, Release) else self.page(text)

    def paths(self, text: Release | Page) -> tuple[str, ...]:
        """Where a release or another page stands, and the old addresses that it names."""
        return (self.text(text).path, *text.fields.aliases)

    @cached_property
    def topics(self) -> Permalink:
        """All topics."""
        return Permalink(f"/{self.language.words.topics}/")

    def topic(self, name: str) -> Permalink:
        """A topic; two spellings with one slug are one topic."""
        return _at(f"{self.topics.path}{slugify(name) or 'x'}/")

    def topic_feed(self, name: str, ending: str) -> Permalink:
        """The feed of a topic, with one of `ENDINGS`."""
        return Permalink(f"{self.topic(name).path}feed.{ending}")

    @cached_property
    def tour(self) -> Permalink:
        """The schedule."""
        return Permalink(f"/{self.language.words.tour}/")

    def meeting(self, meeting: Meeting) -> Permalink:
        """A meeting."""
        return Permalink(f"{self.tour.path}{meeting.id}/")

    def meeting_calendar(self, meeting: Meeting) -> Permalink:
        """The calendar of one meeting."""
        return Permalink(f"{self.meeting(meeting).path}{self.language.words.meeting}.ics")

    @cached_property
    def calendar(self) -> Permalink:
        """How to subscribe."""
        return Permalink(f"/{self.language.words.calendar}/")

    @cached_property
    def whole_calendar(self) -> Permalink:
        """The calendar of the whole tour."""
        return Permalink(f"/{self.language.words.calendar}.ics")

    @cached_property
    def search(self) -> Permalink:
        """The search; there is one only where site.yaml asks for it."""
        return Permalink(f"/{self.language.words.search}/")

    def district_calendar(self, district: str) -> Permalink:
        """The calendar of a district."""
        return Permalink(f"{self.calendar.path}{slugify(district)}.ics")

    def district_feed(self, district: str, ending: str) -> Permalink:
        """The feed of what is written about the meetings of a district, with one of `ENDINGS`."""
        return Permalink(f"{self.tour.path}{slugify(district)}/feed.{ending}")

    def card(self, contact: Contact) -> Permalink:
        """The card of a contact, for an address book."""
        return Permalink(f"/{self.language.words.contacts}/{slugify(contact.key) or 'x'}.vcf")

    def plain(self, release: Permalink) -> Permalink:
        """The plain text of the release at `release`."""
        return Permalink(f"{release.path}{release.path.split('/')[-2]}.txt")

    @cached_property
    def accessibility(self) -> Permalink:
        """How accessible the site is."""
        return Permalink(f"/{self.language.words.accessibility}/")

    @cached_property
    def privacy(self) -> Permalink:
        """What becomes known of readers."""
        return Permalink(f"/{self.language.words.privacy}/")

    def beside(self, text: Permalink, source: str) -> Permalink:
        """The file `source` of the text at `text`; a name that is no good in an address is mended."""
        name = PurePosixPath(source).name
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
            stem, _, ending = name.rpartition(".")
            name = f"{slugify(stem) or self.language.words.file}.{ending.lower()}"
        return Permalink(text.path + name)
