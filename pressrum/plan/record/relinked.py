"""What a text would say if its links led to where things stood before they moved: for `checks.untold`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from pressrum.ledger import Record
from pressrum.model import Page, Release
from pressrum.places import PAGES, RELEASES
from pressrum.plan.addresses import Addresses
from pressrum.plan.record.addresses import Heirs, owners
from pressrum.said import said_by


@dataclass(frozen=True)
class Relinked:
    """What texts can lead to, and what it was called before."""

    texts: Mapping[str, Release | Page]
    """By source."""
    record: Record
    renamed: Heirs
    addresses: Addresses

    def said_before(self, source: str) -> Iterator[str]:
        """Give the digests that a release would have if its links led to where things stood before."""
        release = cast("Release", self.texts[source])
        fields, body = release.fields, release.body
        for targets in zip(*map(self._before, (link.target for link in body.links)), strict=True):
            links = tuple(replace(link, target=old) for link, old in zip(body.links, targets, strict=True))
            yield said_by(fields.title, fields.lead, body.html, links, fields.retracted)

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The old names of what has moved, by the new one: addresses, and files as links write them.

        Few builds ask for them: only those with a text that says something new.
        """
        names: dict[str, list[str]] = {}
        for old, source in owners(self.record, self.renamed).items():
            if text := self.texts.get(source):
                new = self.addresses.text(text).path if old.startswith("/") else source
                if new != old:
                    names.setdefault(_written(new), []).append(_written(old))
        return names

    def _before(self, target: str) -> Iterator[str]:
        """Give what a link may have led to, as many for each: by every old name, and in every language."""
        for rank in range(max(map(len, self._names.values()), default=0)):
            named = target
            for new, old in self._names.items():
                named = named.replace(new, old[min(rank, len(old) - 1)])
            yield named
        yield from self.addresses.language.ways_in(target)


def _written(name: str) -> str:
    """Give the name of a text's file less its folder, and an address as it is."""
    return name.removeprefix(RELEASES).removeprefix(PAGES)
