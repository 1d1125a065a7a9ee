"""What a site holds at a moment, sorted and counted: known before any link is followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from pressrum.ledger import Record
from pressrum.model import Meeting, Page, Project, Release, Site
from pressrum.plan.addresses import Addresses
from pressrum.plan.groups import newest_first, topics_of
from pressrum.plan.publish import shown
from pressrum.slug import slugify


@dataclass(frozen=True)
class Contents:
    """What is shown of a project at a moment."""

    project: Project
    record: Record
    now: datetime
    preview: bool
    """Whether this is the preview: drafts and texts under embargo are shown too."""

    @property
    def site(self) -> Site:
        """Who we are."""
        return self.project.site

    @cached_property
    def addresses(self) -> Addresses:
        """Where everything stands."""
        return Addresses(self.site)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The releases that are shown, the newest first."""
        return newest_first(shown(self.project.releases, self.now, preview=self.preview))

    @cached_property
    def originals(self) -> tuple[Release, ...]:
        """The releases that lists and feeds hold: translations are found from these."""
        return tuple(release for release in self.releases if release.original is None)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages that are shown, in alphabetical order."""
        order = self.addresses.language.order
        pages = shown(self.project.pages, self.now, preview=self.preview)
        return tuple(sorted(pages, key=lambda page: order(page.fields.title)))

    @property
    def texts(self) -> tuple[Release | Page, ...]:
        """The releases and the pages that are shown."""
        return (*self.releases, *self.pages)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings, in order of time."""
        return self.project.meetings

    @cached_property
    def topics(self) -> dict[str, tuple[str, tuple[Release, ...]]]:
        """The topics by slug: a name, as the newest release spells it, and the releases.

        What has been retracted is about nothing any more.
        """
        return topics_of(release for release in self.originals if release.fields.retracted is None)

    @cached_property
    def followed(self) -> dict[str, tuple[str, tuple[Release, ...]]]:
        """The same with what has been retracted: who follows a topic must learn of it."""
        return topics_of(self.originals)

    def topic_names(self, release: Release) -> tuple[str, ...]:
        """Give what a release is about, each topic spelt as everywhere else."""
        named = (self.topics.get(slugify(topic), (topic, ())) for topic in release.fields.topics)
        return tuple(dict.fromkeys(name for name, _ in named))

    @cached_property
    def text_addresses(self) -> frozenset[str]:
        """The addresses of the texts that are shown, their old ones too."""
        return frozenset(path for text in self.texts for path in self.addresses.paths(text))
