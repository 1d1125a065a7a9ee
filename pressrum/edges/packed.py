"""Outputs as the last build noted them, with what texts say in them now."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pressrum.edges.rows import Row, Shared, Spoken, outputs_in
from pressrum.edges.texts import Text
from pressrum.make.templates import Template
from pressrum.make.views import Passage
from pressrum.model import Permalink
from pressrum.plan.links import linked
from pressrum.plan.outputs import Output, Recipe


@dataclass(frozen=True)
class Said:
    """What texts say, by source."""

    now: Mapping[str, Text]
    """Those that have changed."""
    before: Mapping[str, bytes]
    """What is noted of all that speak, pickled; so are `links`."""
    links: Mapping[str, bytes]

    def passages(self, sources: Iterable[str]) -> dict[str, Passage]:
        """Give the texts of some sources as they stand in pages."""
        return {source: self._passage(source) for source in sources}

    def _passage(self, source: str) -> Passage:
        text: Text = self.now.get(source) or pickle.loads(self.before[source])  # noqa: S301 - ours, sealed
        spoken: Spoken = pickle.loads(self.links[source])  # noqa: S301 - as above
        return linked(source, text.body, spoken.links)


@dataclass(frozen=True, eq=False, repr=False)
class Packed:
    """The recipe of a page that is not unpacked before it is made."""

    row: Row
    place: int
    """Of the page among the outputs of the row."""
    template: Template
    """The one that pours it."""
    shared: Shared
    said: Said

    def make(self) -> bytes:
        """Give the page in UTF-8. Raises `BadSource` for a mistake in the template."""
        outputs = outputs_in(self.row, self.shared, self.said.passages(self.row.speaks))
        page: Recipe = outputs[self.place].recipe  # type: ignore[assignment]  # a page's
        return page.make()


def changed_templates(last: Shared, now: Shared) -> frozenset[str]:
    """Give the names of templates that have changed, or reach one that has."""
    pairs = ((one, last[name]) for name, one in now.items())
    return frozenset(one.name for one, then in pairs if isinstance(one, Template) and one != then)


def speaking(rows: Iterable[Row], shared: Shared, said: Said) -> Iterator[Output]:
    """Give the outputs in which a text speaks that has changed."""
    for row in rows:
        if said.now.keys().isdisjoint(row.speaks):
            continue
        for output in outputs_in(row, shared, said.passages(row.speaks)):
            text = said.now.get(output.owner)
            says = text and output.said and not output.leads_away
            yield replace(output, said=text.said) if text and says else output


def poured(rows: Iterable[Row], templates: frozenset[str], shared: Shared, said: Said) -> Iterator[Output]:
    """Give the pages that changed templates pour, but for those in which a text speaks that has changed."""
    for row in rows:
        if said.now.keys().isdisjoint(row.speaks):
            for page in row.pages:
                if page.template in templates:
                    packed = Packed(row, page.place, shared[page.template], shared, said)
                    yield Output(Permalink(page.path), packed, row.owner)
