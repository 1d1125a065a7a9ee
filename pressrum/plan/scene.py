"""All that the planning of a page may look at, worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from pressrum.ledger import Record, Stamp
from pressrum.make.calendars.calendar import Zone
from pressrum.make.pages.figure import ImageView, ShareView, SizeView
from pressrum.make.pages.frame import Common, Frame, common
from pressrum.make.pages.kinds import KINDS, View
from pressrum.make.pages.map import Sketch
from pressrum.make.pages.page import HtmlPage
from pressrum.make.pages.templates import template
from pressrum.make.pages.views import (
    AssetView,
    ContactView,
    LinkView,
    MeetingView,
    Passage,
    ReleaseLink,
    TourView,
    VersionView,
)
from pressrum.make.pictures import CARD
from pressrum.model import Contact, Page, Release
from pressrum.permalinks import Permalink
from pressrum.plan.addresses import NOT_FOUND
from pressrum.plan.contents import Contents
from pressrum.plan.districts import DistrictMeetings, by_district
from pressrum.plan.files import Files
from pressrum.plan.groups import about_meetings
from pressrum.plan.links.resolve import Resolved, linked
from pressrum.plan.publish import current_contacts, waiting_texts
from pressrum.plan.translations import Versions, foreign, versions
from pressrum.plan.views import (
    contact_view,
    image_view,
    mark,
    meeting_view,
    release_link,
    site_view,
    sketch,
    tour_view,
)

SHARE = "share.png"
"""The asset that is the picture of a shared page without one."""


@dataclass(frozen=True)
class Scene(Contents):
    """The contents of the site, with all that pages tell besides."""

    files: Files
    zone: Zone
    assets: tuple[AssetView, ...]
    resolved: dict[str, Resolved]
    """The links of every text, by source."""
    stamps: dict[str, Stamp]
    """What the calendar says of each meeting's revision, by id."""
    names: dict[str, str]
    """The names of releases in the feeds, by source."""
    retracted: dict[str, str]
    """When each retracted release was found to be so, by source, as the record writes it."""

    @cached_property
    def versions(self) -> Versions:
        """What readers find in several languages."""
        return versions(self.texts, self.addresses)

    @cached_property
    def marks(self) -> dict[str, str]:
        """Why the public does not see a text, by source; nothing for the public itself."""
        waiting = waiting_texts(self.project, self.now) if self.preview else ()
        return {text.source: mark(text, self.addresses.language) for text in waiting}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """What each text says, with its links, by source: one for its page and all feeds."""
        return {
            text.source: linked(text.source, text.body, self.resolved[text.source]) for text in self.texts
        }

    @cached_property
    def links(self) -> dict[str, ReleaseLink]:
        """The original releases as they stand in lists, by source."""
        return {
            release.source: release_link(release, self.versions, self.now, self.marks.get(release.source))
            for release in self.originals
        }

    def listed(self, releases: Iterable[Release]) -> tuple[ReleaseLink, ...]:
        """Show original releases in a list."""
        return tuple(self.links[release.source] for release in releases)

    def lang(self, text: Release | Page) -> str | None:
        """Give the language of a text, where it is not the site's."""
        return foreign(text, self.site.fields.language)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts who can be called."""
        return current_contacts(self.site, self.now)

    @cached_property
    def about(self) -> dict[str, list[Release]]:
        """The original releases that are about a meeting, by its id, the newest first."""
        return about_meetings(self.originals)

    @cached_property
    def cards(self) -> dict[str, ContactView]:
        """The contacts who can be called as pages show them, by key."""
        return {contact.key: contact_view(contact, self.addresses) for contact in self.contacts}

    def chosen_contacts(self, keys: Iterable[str]) -> tuple[ContactView, ...]:
        """Choose the contacts named by `keys`; the first one of the site stands in for any who has left."""
        named = list(keys) or [contact.key for contact in self.site.contacts[:1]]
        chosen = tuple(self.cards[key] for key in named if key in self.cards)
        return chosen or tuple(self.cards.values())[:1]

    def met(self, ids: tuple[str, ...]) -> tuple[MeetingView, ...]:
        """Show the meetings of these ids, in order of time."""
        return tuple(self.shown[meeting.id] for meeting in self.meetings if meeting.id in ids) if ids else ()

    @cached_property
    def tour(self) -> TourView | None:
        """The schedule."""
        return tour_view(self.project.tour, self.shown.values()) if self.project.tour else None

    @cached_property
    def shown(self) -> dict[str, MeetingView]:
        """The meetings as pages show them, by id."""
        return {
            meeting.id: meeting_view(meeting, self.stamps[meeting.id], self.addresses, self.now)
            for meeting in self.meetings
        }

    @cached_property
    def sketch(self) -> Sketch | None:
        """The map of the districts and what the tour does in each."""
        return sketch(self.project.districts, self.tour) if self.project.districts else None

    @cached_property
    def districts(self) -> dict[str, DistrictMeetings]:
        """The districts by slug, with the meetings there and those that have moved away from there."""
        return by_district(self.meetings, self.told, self.now)

    @cached_property
    def told(self) -> Record:
        """The record with the stamps that meetings get in this build."""
        return replace(self.record, meetings=tuple((self.record.stamps | self.stamps).values()))

    @cached_property
    def share(self) -> ShareView:
        """The picture that goes with a shared page without one."""
        link = next(asset.link for asset in self.assets if asset.name == SHARE)
        return ShareView(SizeView(link, *CARD), self.site.fields.title)

    @cached_property
    def common(self) -> Common:
        """What all pages share."""
        pages = (
            LinkView(
                page.fields.title,
                self.addresses.page(page).link,
                lang=self.lang(page),
                mark=self.marks.get(page.source),
            )
            for page in self.pages
            if page.original is None
        )
        foot = (*pages, *self.statements)
        site = site_view(self.addresses, self.project.tour, foot, topics=bool(self.topics))
        return common(site, self.assets)

    def image(self, text: Release | Page) -> ImageView | None:
        """The picture above a text."""
        picture, fields = self.resolved[text.source].image, text.fields.image
        if fields is None or picture is None:
            return None
        return image_view(
            picture, fields.alt, fields.credit, fields.caption, self.addresses.language, self.lang(text)
        )

    def shared(self, text: Release | Page) -> ImageView | None:
        """The picture that goes with a text where it is shared: its own, or that of what it translates."""
        if isinstance(text, Release) and text.fields.retracted is not None:
            return None
        return self.image(text) or self.image(self.project.by_source.get(text.original or "", text))

    @cached_property
    def statements(self) -> tuple[LinkView, ...]:
        """The pages on which the site tells of itself."""
        here, gettext = self.addresses, self.addresses.language.gettext
        links = []
        if self.site.fields.accessibility:
            links.append(LinkView(gettext("Accessibility"), here.accessibility.link))
        if self.tells_privacy:
            links.append(LinkView(gettext("Privacy"), here.privacy.link))
        return tuple(links)

    @cached_property
    def tells_privacy(self) -> bool:
        """Whether the page on privacy is ours to make: a page at its address, or led to from it, stands in.

        Not where site.yaml has something to say on it, which would be lost.
        """
        here = self.addresses
        taken = (path for page in self.pages for path in here.paths(page))
        return self.site.fields.privacy is not None or here.privacy.path not in taken

    def html(
        self,
        permalink: Permalink,
        view: View,
        *,
        title: str,
        description: str = "",
        feeds: tuple[LinkView, ...] = (),
        lang: str | None = None,
        versions: tuple[VersionView, ...] = (),
        image: ImageView | None = None,
    ) -> HtmlPage:
        """Give the recipe of the page at `permalink`, from the template of its kind."""
        kind, depth = KINDS[type(view)], permalink.path.count("/") - 1
        frame = Frame(
            common=self.common,
            root=self.site.base if permalink == NOT_FOUND else "../" * depth or "./",
            link=permalink.link,
            title=title,
            description=description,
            share=ShareView(image.picture.shared, image.alt) if image else self.share,
            kind=kind,
            feeds=feeds,
            lang=lang,
            versions=versions,
        )
        return HtmlPage(template(f"{kind}.html", self.files.templates), frame, view)
