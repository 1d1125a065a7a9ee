"""The public record, published.json, as values: what was ever published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple

from pressrum.slug import slugify
from pressrum.spans import is_over

NOTHING: tuple[Any, ...] = ("", False, ())
"""The defaults of fields."""
TITLED = 8
"""Digits of `Address.said` that tell of the title alone."""
ALWAYS = ("source", "uid", "sequence")
"""What is written also when it is empty."""
GONE = "GONE"
"""The status of a meeting that has left the schedule; its UID and number are kept for its return."""


@dataclass(frozen=True, order=True)
class Address:
    """What the public record knows of an address: what stands there, or leads away from there."""

    path: str
    source: str
    """The file, or a name such as `topic:Jämlikhet`, that it was made from."""
    said: str = ""
    """A digest of what it said, that of its title first; "" for pages that only list others."""
    since: str = ""
    """When it was first published: UTC, ISO 8601, to the second."""
    corrected: str = ""
    """The date of the newest correction that it showed."""
    name: str = ""
    """Of a release or an Atom feed, the address at which it was first published: its name for ever.

    Of the front page, where the site was last.
    """
    retracted: str = ""
    """When it was first found retracted: UTC, ISO 8601, to the second."""
    withdrawn: bool = False
    """Whether it was taken away on purpose, by `expires`."""


class Left(NamedTuple):
    """A district that a meeting was moved away from, and what was planned there."""

    district: str
    when: str
    """As in `Stamp`, and so is `where`."""
    where: str


class Respelt(NamedTuple):
    """A name that a district had, and the one that it was given: who follows the one follows the other."""

    was: str
    now: str


@dataclass(frozen=True, order=True)
class Stamp:
    """What the public record knows of a meeting: what phones have been told."""

    id: str
    uid: str
    sequence: int
    created: str
    """UTC, ISO 8601, to the second; so is `modified`."""
    modified: str
    when: str
    """Start and end with their offsets, or the day alone: `2016-11-29T18:00+01:00/2016-11-29T19:30+01:00`."""
    status: str
    said: str = ""
    """A digest of all that the calendar shows; "" when it is not known, as after a recovery."""
    where: str = ""
    """Room and street, as far as they are set."""
    district: str = ""
    assumed: bool = False
    """Whether nobody gave the end that stands in `when`."""
    left: tuple[Left, ...] = ()
    """The districts that it was moved away from, whose calendars say where it went."""
    moved: str = ""
    """When something last changed that is worth telling, in UTC; "" when nothing has."""
    was_when: str = ""
    """What stood there before it; "" when that was another meeting, or is not known."""
    was_assumed: bool = False
    was_where: str = ""
    was_status: str = ""
    was_district: str = ""
    """The district that the last change moved it away from."""
    respelt: tuple[Respelt, ...] = ()
    """What was found to be another name of a district that it is in or has left."""

    @property
    def slot(self) -> tuple[str, ...]:
        """What SEQUENCE counts the changes of."""
        return self.when, self.where, self.status, slugify(self.district)

    def over(self, now: datetime) -> bool:
        """Whether the meeting is past at `now`, as `is_over` has it."""
        return is_over(self.when, now)


@dataclass(frozen=True)
class Record:
    """The public record: what was ever published, so that nothing of it gets lost."""

    addresses: tuple[Address, ...] = ()
    meetings: tuple[Stamp, ...] = ()
    forgotten: tuple[str, ...] = ()
    """The marks of addresses that were taken out of it on purpose, sorted."""

    def knows(self, path: str) -> bool:
        """Whether an address was published, as far as this tells, be it that it was forgotten since."""
        return path in self.by_path or mark_of(path) in self.forgotten

    @cached_property
    def sources(self) -> frozenset[str]:
        """What the addresses were ever made from."""
        return frozenset(address.source for address in self.addresses)

    @cached_property
    def said(self) -> frozenset[str]:
        """Digests of what was ever said."""
        return frozenset(address.said for address in self.addresses)

    @cached_property
    def stamps(self) -> dict[str, Stamp]:
        """The meetings by id."""
        return {stamp.id: stamp for stamp in self.meetings}

    @cached_property
    def spellings(self) -> dict[str, frozenset[str]]:
        """The names of each district that has had several, by each of them, all as slugs."""
        found: dict[str, frozenset[str]] = {}
        for pair in (pair for stamp in self.meetings for pair in stamp.respelt):
            slugs = [slugify(name) for name in pair]
            names = frozenset(slugs).union(*(found.get(slug, ()) for slug in slugs))
            found |= dict.fromkeys(names, names)
        return found

    def district(self, name: str) -> str:
        """Give the slug by which a district goes here, the same by each of its names."""
        slug = slugify(name)
        return min(self.spellings.get(slug, (slug,)))

    @cached_property
    def by_path(self) -> dict[str, Address]:
        """The addresses by path."""
        return {address.path: address for address in self.addresses}


def mark_of(path: str) -> str:
    """Give what stays of an address that is forgotten: it is known again, and cannot be read.

    >>> mark_of("/om-oss/")
    '986dda75da40b1fb'
    """
    return hashlib.sha256(path.encode()).hexdigest()[:16]


def written(entry: Address | Stamp) -> dict[str, Any]:
    """Give what the record writes of an entry, by field: what has its default is left out."""
    return {name: value for name, value in vars(entry).items() if name in ALWAYS or value not in NOTHING}


def seal(entry: Address | Stamp) -> str:
    """Give eight hexadecimal digits that change with anything in the entry.

    A number that was lowered by hand is still a number, and phones would keep an old hour: the
    seal shows that no build wrote it. Each entry has its own, so that two people's records merge.
    """
    return hashlib.sha256(repr(written(entry)).encode()).hexdigest()[:8]


def second(moment: datetime) -> str:
    """Write an instant for the record: UTC, to the second, `2016-11-28T09:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
