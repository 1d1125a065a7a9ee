"""Outputs as they are noted: a text that speaks in one is named and not repeated.

So the next build can put in what the text says by then. What nearly all pages share, the frame
of the site and the templates, is noted once.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple

from pressrum.edges.notebook import Notebook
from pressrum.make.kinds import Frame
from pressrum.make.templates import Template
from pressrum.make.views import Passage
from pressrum.plan.links import Resolved
from pressrum.plan.outputs import Output, Plan

Named = tuple[Callable[..., Any], tuple[Any, ...]]
Shared = dict[str, Any]
"""What many rows share, by name."""
COMMON = ("site", "assets")
"""Fields of a `Frame` that are the same on nearly all pages."""
TEXT, SHARED, CODES = "text ", "shared", "codes"
"""How the names of rows begin that are of a text, of what is shared, and of compiled templates."""
OWN = tuple(field.name for field in fields(Frame) if field.name not in COMMON)


class Row(NamedTuple):
    """Outputs that are made from the same texts."""

    speaks: tuple[str, ...]
    """The sources of those texts."""
    outputs: bytes
    """Pickled."""


class Spoken(NamedTuple):
    """What is noted of a text besides what it says."""

    links: Resolved
    rows: tuple[str, ...]
    """The names of the rows in which it speaks."""


def rows_of(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Give the rows of a plan by name: the outputs in which texts speak, these texts, what all share."""
    shared: Shared = {}
    places: dict[str, list[str]] = {source: [] for source in plan.resolved}
    packer = _Packer(shared)
    for owner, group in groupby(plan.outputs, key=lambda output: output.owner):
        mine = tuple(group)
        packed, speaks = packer.packed(mine)
        if owner not in speaks and any(output.said for output in mine):
            speaks = (*speaks, owner)  # withdrawn: nothing of it is shown, and the record has its digest
        if speaks:
            name = f"{owner} {mine[0].permalink.path}"
            yield name, pickle.dumps(Row(speaks, packed))
            for source in speaks:
                places[source].append(name)
    for source, links in plan.resolved.items():
        yield TEXT + source, pickle.dumps(Spoken(links, tuple(places[source])))
    yield SHARED, pickle.dumps(shared)


def shared_in(notebook: Notebook) -> Shared:
    """Give what rows share. Raises `NotNoted`."""
    shared: Shared = pickle.loads(notebook.row(SHARED))  # noqa: S301 - ours, with its digest
    return shared


def row_in(notebook: Notebook, name: str) -> Row:
    """Give a row. Raises `NotNoted`."""
    row: Row = pickle.loads(notebook.row(name))  # noqa: S301 - as above
    return row


def spoken_in(notebook: Notebook, source: str) -> Spoken:
    """Give what is noted of a text. Raises `NotNoted`."""
    spoken: Spoken = pickle.loads(notebook.row(TEXT + source))  # noqa: S301 - as above
    return spoken


def outputs_in(row: Row, shared: Shared, passages: Mapping[str, Passage]) -> tuple[Output, ...]:
    """Give the outputs of a row, in which each text says what stands in `passages`, by source."""
    outputs: tuple[Output, ...] = _Unpacker(row.outputs, shared, passages).load()
    return outputs


class _Packer(pickle.Pickler):
    """Writes names where something else is to be put in."""

    def __init__(self, shared: Shared) -> None:
        self.to = BytesIO()
        super().__init__(self.to, pickle.HIGHEST_PROTOCOL)
        self.shared = shared
        self.speaks: dict[str, None] = {}
        self.dispatch_table = copyreg.dispatch_table.copy()
        self.dispatch_table |= {
            Frame: self._frame,
            Output: _output,
            Passage: self._passage,
            Template: self._template,
        }

    def packed(self, thing: object) -> tuple[bytes, tuple[str, ...]]:
        """Give a thing packed, and the sources of the texts that speak in it."""
        self.to.seek(0)
        self.to.truncate()
        self.clear_memo()
        self.speaks.clear()
        self.dump(thing)
        return self.to.getvalue(), tuple(self.speaks)

    def _passage(self, passage: Passage) -> Named:
        self.speaks[passage.source] = None
        return put_in, ("passage", passage.source)

    def _frame(self, frame: Frame) -> Named:
        common = tuple(getattr(frame, name) for name in COMMON)
        return put_in, ("frame", self._name("frame", common), *(getattr(frame, name) for name in OWN))

    def _template(self, template: Template) -> Named:
        return put_in, ("template", self._name(template.name, template))

    def _name(self, kind: str, thing: object) -> str:
        number = 0
        while self.shared.setdefault(f"{kind} {number}", thing) != thing:
            number += 1
        return f"{kind} {number}"


def _output(output: Output) -> tuple[type[Output], tuple[Any, ...]]:
    """Leave out the digest, which is that of what texts said when it was asked for."""
    return Output, tuple(getattr(output, field.name) for field in fields(Output))


class _Unpacker(pickle.Unpickler):
    """Reads what `_Packer` writes."""

    def __init__(self, row: bytes, shared: Shared, passages: Mapping[str, Passage]) -> None:
        super().__init__(BytesIO(row))
        self.shared = shared
        self.passages = passages

    def find_class(self, module: str, name: str) -> Any:
        return self._found if name == put_in.__name__ else super().find_class(module, name)

    def _found(self, kind: str, name: str, *own: Any) -> Any:
        if kind == "passage":
            return self.passages[name]
        if kind == "template":
            return self.shared[name]
        return Frame(**dict(zip((*COMMON, *OWN), (*self.shared[name], *own), strict=True)))


def put_in(kind: str, name: str, *own: Any) -> Any:
    """Stand in a row for what `_Unpacker` puts there."""
    raise NotImplementedError(kind, name, own)
