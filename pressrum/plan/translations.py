"""Texts in several languages: what a translation has from its original, and what readers find of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pressrum.make.pages.views import VersionView
from pressrum.model import Page, Project, Release
from pressrum.plan.addresses import Addresses
from pressrum.plan.publish import shown
from pressrum.tongues import name_in, own_name


def foreign(text: Release | Page, language: str) -> str | None:
    """Give the code of the language of `text`; None where it is `language`, the site's."""
    return None if text.fields.lang == language else text.fields.lang


def completed(project: Project, now: datetime, *, preview: bool) -> Project:
    """Give the project with what a translation leaves to its original: topics, contacts and meetings.

    A translation of what has been retracted is retracted too: what is wrong in one language is
    wrong in all. Nothing is taken from an original that is not shown at `now`.
    """
    known = {release.source: release for release in shown(project.releases, now, preview=preview)}
    releases = (_completed(release, known.get(release.original or "")) for release in project.releases)
    return replace(project, releases=tuple(releases))


def _completed(release: Release, original: Release | None) -> Release:
    if original is None or original is release:
        return release
    mine, theirs = release.fields, original.fields
    fields = mine.model_copy(
        update={
            "topics": theirs.topics,
            "contacts": mine.contacts or theirs.contacts,
            "meetings": mine.meetings or theirs.meetings,
            "retracted": mine.retracted or theirs.retracted,
        }
    )
    return Release(release.source, release.slug, fields, release.body, release.places, release.said)


@dataclass(frozen=True)
class Versions:
    """What readers find in several languages."""

    addresses: Addresses
    groups: dict[str, tuple[Release | Page, ...]]
    """The texts by the source of their original: this first, then its translations by language."""

    def of(self, text: Release | Page) -> tuple[VersionView, ...]:
        """Show `text` and what says the same in other languages; empty when nothing does."""
        group = self._group(text)
        if len(group) == 1 or text.source not in [member.source for member in group]:
            return ()
        return tuple(self._view(member) for member in group)

    def others(self, text: Release | Page) -> tuple[VersionView, ...]:
        """Show what says in other languages what `text` says, or said until it was retracted."""
        return tuple(self._view(member) for member in self._group(text) if member.source != text.source)

    def _group(self, text: Release | Page) -> tuple[Release | Page, ...]:
        return self.groups.get(text.original or text.source, ())

    def _view(self, text: Release | Page) -> VersionView:
        site = self.addresses.site.fields.language
        lang = text.fields.lang or site
        return VersionView(
            lang=lang,
            name=own_name(lang, site),
            called=name_in(lang, site),
            link=self.addresses.text(text).link,
            original=text.original is None,
        )


def versions(texts: Iterable[Release | Page], addresses: Addresses) -> Versions:
    """Group public texts by their originals; what has been retracted is no version of anything."""
    groups: dict[str, list[Release | Page]] = {}
    standing = (text for text in texts if not (isinstance(text, Release) and text.fields.retracted))
    for text in sorted(standing, key=lambda text: (text.original is not None, text.fields.lang or "")):
        groups.setdefault(text.original or text.source, []).append(text)
    return Versions(addresses, {source: tuple(members) for source, members in groups.items()})
