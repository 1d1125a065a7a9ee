"""Outputs as the notebook keeps them: pickled, in rows, one for all outputs made from one source.

Where an output holds the HTML of a text (the text "speaks" in it), the row holds only the text's name: the
next build puts in what the text says by then. What nearly all pages share (the frame of the site, the
templates) is kept once, under a name too.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from pressrum.edges.notes.facts import Source
from pressrum.edges.notes.notebook import Notebook, NotNoted
from pressrum.make.pages.frame import Common
from pressrum.make.pages.page import HtmlPage
from pressrum.make.pages.templates import Template
from pressrum.make.pages.views import Passage
from pressrum.plan.links.resolve import Resolved
from pressrum.plan.outputs import Output, Plan

Named = tuple[Callable[..., Any], tuple[Any, ...]]
Shared = dict[str, Any]
"""What many rows share, by name."""
ROW, TEXT, SAID, SHARED = "outputs ", "text ", "said ", "shared"
"""How the names of rows begin: of outputs, of `Spoken`, of the HTML of a text, and of what is shared."""
parts_of = attrgetter(*(field.name for field in fields(Output)))


class Poured(NamedTuple):
    """A page that a template makes."""

    place: int
    """Among the outputs of its row, from 0."""
    path: str
    template: str
    """Its name."""


class Row(NamedTuple):
    """Outputs that are made from one source."""

    owner: str
    """The source."""
    speaks: tuple[str, ...]
    """The sources of the texts that speak in them."""
    pages: tuple[Poured, ...]
    """The pages among them."""
    outputs: bytes
    """Pickled."""


Share = tuple[list[tuple[str, tuple[str, ...], bytes]], dict[str, str], Shared]
"""What one process gives: rows, each with its name, the texts that speak in it, and itself pickled; the HTML
of the texts that they are made from; and what they share, as far as it had no name before."""


class Spoken(NamedTuple):
    """What is noted of a text besides its HTML."""

    links: Resolved
    rows: tuple[str, ...]
    """The names of the rows in which it speaks."""


Group = tuple[Output, ...]
"""Outputs that are made from one source, and stand together in a plan."""


def groups_of(plan: Plan) -> list[Group]:
    """Give all outputs of a plan, in order."""
    return [tuple(group) for _, group in groupby(plan.outputs, key=lambda output: output.owner)]


def packer() -> Callable[[Sequence[Group]], Share]:
    """Give what packs some groups; each process has its own."""
    packs = _Packer()

    def pack(some: Sequence[Group]) -> Share:
        rows = [(_name(group), packs.row(group)) for group in some]
        noted = [(name, row.speaks, pickle.dumps(row)) for name, row in rows if row.speaks or row.pages]
        return noted, *packs.found()

    return pack


def rows_of(
    resolved: Mapping[str, Resolved], sources: Mapping[str, Source], shares: Iterable[Share]
) -> Iterator[tuple[str, bytes]]:
    """Give all rows of a plan, by name, of all that `packer` has packed.

    `resolved` are the plan's links, `sources` what it was made from.
    """
    shared: Shared = {}
    places: dict[str, list[str]] = {source: [] for source in resolved}
    said: set[str] = set()
    for rows, words, found in shares:
        shared |= found
        yield from (said_row(source, sources[source], words[source]) for source in words.keys() - said)
        said |= words.keys()
        for name, speaks, row in rows:
            yield name, row
            for source in speaks:
                places[source].append(name)
    for source, links in resolved.items():
        yield TEXT + source, pickle.dumps(Spoken(links, tuple(places[source])))
        if source not in said:
            yield said_row(source, sources[source], "")  # no output shows it
    yield SHARED, pickle.dumps(shared)


def _name(group: tuple[Output, ...]) -> str:
    return f"{ROW}{group[0].owner} {group[0].permalink.path}"


def _pages(outputs: tuple[Output, ...]) -> Iterator[Poured]:
    for place, output in enumerate(outputs):
        if isinstance(output.recipe, HtmlPage):
            yield Poured(place, output.permalink.path, output.recipe.template.name)


def shared_in(notebook: Notebook) -> Shared:
    """Give what rows share. Raises `NotNoted`."""
    shared: Shared = pickle.loads(notebook.row(SHARED))  # noqa: S301 - ours, with its digest
    return shared


def rows_at(notebook: Notebook, names: Collection[str]) -> Iterator[Row]:
    """Give the rows of these names. Raises `NotNoted`."""
    return map(pickle.loads, notebook.rows_at(names).values())


def rows_in(notebook: Notebook) -> Iterator[Row]:
    """Give all rows of outputs. Raises `NotNoted`."""
    return map(pickle.loads, notebook.rows(ROW))


def spoken_at(notebook: Notebook, sources: Iterable[str]) -> dict[str, Spoken]:
    """Give what is noted of some texts, by source. Raises `NotNoted`."""
    rows = notebook.rows_at([TEXT + source for source in sources])
    return {name.removeprefix(TEXT): pickle.loads(row) for name, row in rows.items()}  # noqa: S301 - as above


def said_row(path: str, source: Source, words: str) -> tuple[str, bytes]:
    """Give the row, with its name, of the HTML (`words`) that the text in `path` has in pages."""
    return SAID + path, bytes.fromhex(source.digest) + words.encode()


def said_at(notebook: Notebook, sources: Mapping[str, Source]) -> dict[str, bytes]:
    """Give the HTML that the texts in `sources` have in pages, by source; in UTF-8.

    Raises `NotNoted` where what is noted of one was made from other bytes than `sources` has of it.
    """
    rows = notebook.rows_at([SAID + path for path in sources])
    digests = {path: bytes.fromhex(source.digest) for path, source in sources.items()}
    if any(not rows[SAID + path].startswith(digest) for path, digest in digests.items()):
        raise NotNoted
    return {path: rows[SAID + path][len(digest) :] for path, digest in digests.items()}


def outputs_in(row: Row, shared: Shared, passages: Mapping[str, Passage]) -> tuple[Output, ...]:
    """Give the outputs of a row, in which each text says what stands in `passages`, by source."""
    unpacker = _Unpacker(row.outputs, shared, passages)
    outputs: tuple[Output, ...] = unpacker.load()
    unpacker.memo.clear()  # it refers to itself, and a build runs without Python's search for such cycles
    return outputs


class _Packer(pickle.Pickler):
    """Pickles outputs, with a name in the place of each text's HTML and of what all share."""

    def __init__(self) -> None:
        self.to = BytesIO()
        super().__init__(self.to, pickle.HIGHEST_PROTOCOL)
        self.new: Shared = {}
        self.given: set[str] = set()
        """The names of what is shared and has been given: templates are long."""
        self.said: dict[str, str] = {}
        self.speaks: dict[str, str] = {}
        self.dispatch_table = copyreg.dispatch_table.copy()
        self.dispatch_table |= {
            Common: self._common,
            Output: _output,
            Passage: self._passage,
            Template: self._template,
        }

    def row(self, outputs: tuple[Output, ...]) -> Row:
        """Give the row of outputs that are made from one source."""
        self.to.seek(0)
        self.to.truncate()
        self.clear_memo()
        self.speaks.clear()
        self.dump(outputs)
        owner = outputs[0].owner
        if owner not in self.speaks and any(output.said for output in outputs):
            self.speaks[owner] = ""  # withdrawn: nothing of it is shown, and the record has its digest
        if words := self.speaks.get(owner):
            self.said[owner] = words
        return Row(owner, tuple(self.speaks), tuple(_pages(outputs)), self.to.getvalue())

    def found(self) -> tuple[dict[str, str], Shared]:
        """Give, since the last call, the HTML of texts that have rows here, and what rows share, by name."""
        said, new, self.said, self.new = self.said, self.new, {}, {}
        self.given |= new.keys()
        return said, new

    def _passage(self, passage: Passage) -> Named:
        self.speaks[passage.source] = str(passage)
        return put_in, ("passage", passage.source)

    def _common(self, common: Common) -> Named:
        return self._named(common.digest, common)

    def _template(self, template: Template) -> Named:
        return self._named(template.name, template)

    def _named(self, name: str, thing: object) -> Named:
        if name not in self.given:
            self.new[name] = thing
        return put_in, ("shared", name)


def _output(output: Output) -> tuple[type[Output], tuple[Any, ...]]:
    """Leave out the cached digest: it would be that of the HTML that a text had before."""
    return Output, parts_of(output)


class _Unpacker(pickle.Unpickler):
    """Reads what `_Packer` writes, and puts in what names stand for."""

    def __init__(self, row: bytes, shared: Shared, passages: Mapping[str, Passage]) -> None:
        super().__init__(BytesIO(row))
        self.shared = shared
        self.passages = passages

    def find_class(self, module: str, name: str) -> Any:
        return self._found if name == put_in.__name__ else super().find_class(module, name)

    def _found(self, kind: str, name: str) -> Any:
        return self.passages[name] if kind == "passage" else self.shared[name]


def put_in(kind: str, name: str) -> Any:
    """Stand in a row for what `_Unpacker` puts there."""
    raise NotImplementedError(kind, name)
