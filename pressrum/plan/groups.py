"""Releases in the order and in the groups in which readers find them."""

from __future__ import annotations

from collections.abc import Iterable

from pressrum.model import Release
from pressrum.slug import slugify


def newest_first(releases: Iterable[Release]) -> tuple[Release, ...]:
    """Sort releases as an archive does; those of one second by their files."""
    by_file = sorted(releases, key=lambda release: release.source)
    return tuple(sorted(by_file, key=lambda release: release.fields.date, reverse=True))


def topics_of(releases: Iterable[Release]) -> dict[str, tuple[str, tuple[Release, ...]]]:
    """Group releases by topic; two spellings with one slug are one topic."""
    groups: dict[str, tuple[str, list[Release]]] = {}
    for release in releases:
        for slug, name in {slugify(topic): topic for topic in release.fields.topics}.items():
            groups.setdefault(slug, (name, []))[1].append(release)
    return {slug: (name, tuple(members)) for slug, (name, members) in groups.items()}


def about_meetings(releases: Iterable[Release]) -> dict[str, list[Release]]:
    """Group releases by the meetings that they are about: by id, in the order given."""
    told: dict[str, list[Release]] = {}
    for release in releases:
        for id_ in dict.fromkeys(release.fields.meetings):
            told.setdefault(id_, []).append(release)
    return told
