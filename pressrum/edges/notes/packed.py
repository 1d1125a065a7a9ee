"""Outputs as the last build noted them, into which the present HTML of texts is put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pressrum.edges.notes.rows import Row, Shared, outputs_in
from pressrum.make.pages.templates import Template
from pressrum.make.pages.views import Passage
from pressrum.permalinks import Permalink
from pressrum.plan.outputs import Output, Recipe


@dataclass(frozen=True)
class Said:
    """The HTML that texts have in pages, by source."""

    now: Mapping[str, str]
    """Those that have changed."""
    before: Mapping[str, bytes]
    """What is noted of the others, in UTF-8."""
    digests: Mapping[str, str]
    """Those of what the first say, for the record."""

    def passages(self, sources: Iterable[str]) -> dict[str, Passage]:
        """Give the texts of some sources as they stand in pages."""
        return {source: Passage(source, self._words(source)) for source in sources}

    def _words(self, source: str) -> str:
        return self.now[source] if source in self.now else self.before[source].decode()


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
            digest = said.digests.get(output.owner, "")
            says = digest and output.said and not output.leads_away
            yield replace(output, said=digest) if says else output


def poured(rows: Iterable[Row], templates: frozenset[str], shared: Shared, said: Said) -> Iterator[Output]:
    """Give the pages that changed templates pour, but for those in which a text speaks that has changed."""
    for row in rows:
        if said.now.keys().isdisjoint(row.speaks):
            for page in row.pages:
                if page.template in templates:
                    packed = Packed(row, page.place, shared[page.template], shared, said)
                    yield Output(Permalink(page.path), packed, row.owner)
