"""A build in which nothing is new but the words of some texts, or templates: pages are made again, unplanned.

As long as the face of each text stands (`plan/face.py`) so does the plan, and the outputs that the last build
noted are made with what the texts say now, and with the templates as they are now.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.making import Maker
from pressrum.edges.notes.codes import compile_once
from pressrum.edges.notes.facts import Changes, Facts, Source, after
from pressrum.edges.notes.notebook import Notebook, Noted, NotNoted
from pressrum.edges.notes.packed import Packed, Said, changed_templates, poured, speaking
from pressrum.edges.notes.rows import (
    SHARED,
    Row,
    Shared,
    Spoken,
    rows_at,
    rows_in,
    said_at,
    said_row,
    shared_in,
    spoken_at,
)
from pressrum.edges.notes.texts import Text, text_digest
from pressrum.edges.output import Writer
from pressrum.edges.pictures import Darkroom
from pressrum.edges.request import Outcome, Request
from pressrum.edges.source_files import SourceFile
from pressrum.edges.sources import read_templates
from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.ledger import TITLED, Record
from pressrum.make.pages.page import repoured
from pressrum.make.pages.templates import Template, template
from pressrum.make.record import addresses_from, with_said
from pressrum.parse.places import is_template, is_text
from pressrum.parse.project import parse_text
from pressrum.parse.templates import check_templates
from pressrum.places import RECORD
from pressrum.plan.checks.untold import unannounced
from pressrum.plan.face import face
from pressrum.plan.links.resolve import linked
from pressrum.plan.manifest import Manifest, Task, Work
from pressrum.plan.outlook import Outlook
from pressrum.plan.outputs import Output, in_order
from pressrum.written.dates import ANY_DAY


class _Again(NamedTuple):
    """What is to be made again."""

    outputs: tuple[Output, ...]
    texts: dict[str, Text]
    """The texts that have changed, as they are now."""
    record: bytes
    """The file of the public record; b"" for a trial of a site that has none."""
    known: Record
    """What it has of these texts."""
    rows: dict[str, bytes]
    """What is to be noted, by name."""


@dataclass(frozen=True)
class _Edit:
    """The sources as they are now, and what is noted of them as they were."""

    seen: Mapping[str, SourceFile]
    new: Changes
    facts: Facts
    notebook: Notebook

    def read(self, path: str) -> bytes:
        """Give the bytes of a source. Raises `NotNoted` when it changes while it is read."""
        data = Path(self.seen[path].file).read_bytes()
        if hashlib.sha256(data).hexdigest() != self.new.sources[path].digest:
            raise NotNoted
        return data

    def text_before(self, path: str) -> Text:
        """Give a text as it was. Raises `NotNoted` for one that is new."""
        if path not in self.facts.sources:
            raise NotNoted
        noted = self.notebook.text(path, self.digest(self.facts.sources[path]))
        text: Text = pickle.loads(noted)  # noqa: S301 - ours, sealed
        return text

    def digest(self, source: Source) -> bytes:
        """Give the digest by which the text in a source is noted."""
        return text_digest(source.digest, self.facts.setting)


def made_again(
    request: Request,
    seen: Mapping[str, SourceFile],
    new: Changes,
    facts: Facts,
    manifest: Manifest,
    notebook: Notebook,
) -> Outcome | None:
    """Bring output/ up to date; None when more is new than words and templates, or they have mistakes."""
    edit = _Edit(seen, new, facts, notebook)
    try:
        again = _again(request, edit)
    except (NotNoted, BadSource):
        return None
    work = Work(tuple(_tasks(again.outputs, manifest)), ())
    writer = Writer(request.output, work)
    said = {output.permalink.path: output.said for output in again.outputs if output.said}
    kept = request.record_to_write(with_said(again.record, said), again.record)
    maker = Maker(Language(facts.setting.language), Darkroom(request.site, {}))
    codes = compile_once(again.outputs, facts.setting.language, notebook)
    laid = writer.stage(maker.lay_out)
    still = {name: entry for name, entry in manifest.items() if name not in laid}
    written = writer.publish(still, manifest, laid, facts.program, kept)
    outlook = _outlook(again, facts)
    notebook.keep(
        {
            path: Noted(edit.digest(new.sources[path]), pickle.dumps(text))
            for path, text in again.texts.items()
        }
    )
    notebook.add(codes | again.rows)
    notebook.write(after(request, replace(facts, sources=new.sources), outlook, kept))
    return Outcome(outlook, work, written)


def _again(request: Request, edit: _Edit) -> _Again:
    """Find what is to be made again. Raises `NotNoted` where that takes a plan, `BadSource` for mistakes."""
    record = edit.read(RECORD) if RECORD in edit.seen else b""
    texts = {path: _same_face(path, record, edit) for path in filter(is_text, edit.new.changed)}
    last = shared_in(edit.notebook)
    shared = last | _templates(edit, last) if any(map(is_template, edit.new.changed)) else last
    templates = changed_templates(last, shared)
    spoken = spoken_at(edit.notebook, texts)
    names = dict.fromkeys(name for one in spoken.values() for name in one.rows)
    rows = list(rows_in(edit.notebook) if templates else rows_at(edit.notebook, names))
    said = _said(texts, spoken, rows, edit)
    outputs = in_order((*speaking(rows, shared, said), *poured(rows, templates, shared, said)))
    noted = dict(said_row(path, edit.new.sources[path], words) for path, words in said.now.items())
    if templates:
        noted[SHARED] = pickle.dumps(shared)
    return _Again(outputs, texts, record, _known(request, record, outputs, texts), noted)


def _same_face(path: str, record: bytes, edit: _Edit) -> Text:
    """Give a text as it is now. Raises `NotNoted` when it shows another face.

    So it does where it says, or said, what the `record` has of another text: a copy, or one that was renamed;
    and where another text may say the same that is not in the record yet.
    """
    last, text = edit.text_before(path), parse_text(edit.read(path), path, edit.facts.setting, ANY_DAY)
    elsewhere = text.said.encode() in record or record.count(last.said.encode()) > 1
    if elsewhere or path in edit.facts.alike or face(text) != face(last):
        raise NotNoted
    return text


def _templates(edit: _Edit, shared: Shared) -> Shared:
    """Give the templates among what is `shared` as they are now. Raises `BadSource` for one with mistakes."""
    texts = read_templates({path: edit.read(path) for path in filter(is_template, edit.seen)})
    if wrong := tuple(check_templates(texts, ())):
        raise BadSource(*wrong)
    return {name: template(one.name, texts) for name, one in shared.items() if isinstance(one, Template)}


def _said(texts: Mapping[str, Text], spoken: Mapping[str, Spoken], rows: list[Row], edit: _Edit) -> Said:
    """Give what the texts say that speak in `rows`; `spoken` is noted of `texts`. Raises `NotNoted`."""
    sources = {source for row in rows for source in row.speaks}
    now = {source: linked(source, text.body, spoken[source].links) for source, text in texts.items()}
    others = {source: edit.facts.sources[source] for source in sources - texts.keys()}
    return Said(now, said_at(edit.notebook, others), {source: text.said for source, text in texts.items()})


def _tasks(outputs: Iterable[Output], manifest: Manifest) -> Iterator[Task]:
    for output in outputs:
        last = manifest[output.permalink.file]
        if isinstance(output.recipe, Packed):
            digest = repoured(last.recipe, output.recipe.template)
        else:
            digest = output.digest
        if last.recipe != digest:
            yield Task(output, "inputs changed", last.output, digest)


def _known(request: Request, record: bytes, outputs: tuple[Output, ...], texts: Mapping[str, Text]) -> Record:
    """Give what the `record` has of the texts, and of what stands at their addresses, in another file's name.

    Raises `NotNoted` where a merge has left two lines of an address, or its lines are not as a build writes
    them; and where a trial shows a release by another title than it is published by: with other words too it
    may be another release.
    """
    paths = [output.permalink.path for output in outputs if output.said]
    try:
        known = Record(addresses_from(record, texts, paths))
    except (TypeError, ValueError):
        raise NotNoted from None
    titles = {text.said[:TITLED] for text in texts.values()}
    if len(known.by_path) < len(known.addresses):
        raise NotNoted
    if request.trial and any(old.name and old.said[:TITLED] not in titles for old in known.addresses):
        raise NotNoted
    return known


def _outlook(again: _Again, facts: Facts) -> Outlook:
    """Warn of the texts that say something new; what was told before and is not published goes on.

    Of the others stands what was odd about how they are written.
    """
    texts = again.texts
    titles = {text.place("title") for text in texts.values()}  # where they are told of
    earlier = (warning for warning in facts.outlook.told_once if warning.where not in titles)
    warnings = unannounced(again.known, again.outputs, texts)
    standing = (doubt for doubt in facts.outlook.doubts if doubt.where.path not in texts)
    new = (doubt for text in texts.values() for doubt in text.body.doubts)
    return replace(facts.outlook, told_once=(*earlier, *warnings), doubts=(*standing, *new))
