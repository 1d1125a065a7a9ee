"""A build in which nothing is new but the words of some texts, or templates: pages are made again, unplanned.

As long as the face of each text stands (`plan/face.py`) so does the plan, and the outputs that the last build
noted are made with what the texts say now, and with the templates as they are now.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

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
from pressrum.edges.notes.texts import ANY_DAY, Text, text_digest
from pressrum.edges.output import Writer, new_folders
from pressrum.edges.pictures import Darkroom
from pressrum.edges.request import Outcome, Request
from pressrum.edges.seen import Seen
from pressrum.edges.sources import read_templates
from pressrum.errors import BadSource, Mistake
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


def made_again(
    request: Request,
    seen: Mapping[str, Seen],
    new: Changes,
    facts: Facts,
    manifest: Manifest,
    notebook: Notebook,
) -> Outcome | None:
    """Bring output/ up to date; None when more is new than words and templates, or they have mistakes."""
    try:
        record = _read(RECORD, seen, new) if RECORD in seen else b""  # as for a trial
        texts = {
            path: _same_face(path, record, seen, new, facts, notebook)
            for path in filter(is_text, new.changed)
        }
        last = shared_in(notebook)
        shared = last if len(texts) == len(new.changed) else last | _templates(seen, new, last)
        templates = changed_templates(last, shared)
        spoken = spoken_at(notebook, texts)
        names = dict.fromkeys(name for one in spoken.values() for name in one.rows)
        rows = list(rows_in(notebook) if templates else rows_at(notebook, names))
        said = _said(texts, spoken, rows, facts, notebook)
        again = tuple(speaking(rows, shared, said))
        known = _known(request, record, again, texts)
        outputs = in_order((*again, *poured(rows, templates, shared, said)))
        work = Work(tuple(_tasks(outputs, manifest)), ())
    except (NotNoted, BadSource):
        return None
    writer = Writer(request.output, new_folders(request.output, work))
    new_words = {output.permalink.path: output.said for output in again if output.said}
    kept = request.record_to_write(with_said(record, new_words), record)
    maker = Maker(Language(facts.setting.language), Darkroom(request.site, {}))
    codes = compile_once(outputs, facts.setting.language, notebook)
    laid = writer.stage(work.make, maker.lay_out)
    still = {name: entry for name, entry in manifest.items() if name not in laid}
    written = writer.publish(work, still, manifest, laid, facts.program, kept)
    outlook = _outlook(request, known, again, texts, facts)
    notebook.keep(
        {path: Noted(_digest(path, new.sources, facts), pickle.dumps(text)) for path, text in texts.items()}
    )
    notebook.add(codes | dict(said_row(path, new.sources[path], words) for path, words in said.now.items()))
    if shared != last:
        notebook.add({SHARED: pickle.dumps(shared)})
    notebook.amend(after(request, replace(facts, sources=new.sources), outlook, kept))
    return Outcome(outlook, work, written)


def _same_face(
    path: str, record: bytes, seen: Mapping[str, Seen], new: Changes, facts: Facts, notebook: Notebook
) -> Text:
    """Give a text as it is now. Raises `NotNoted` when it shows another face.

    So it does where it says, or said, what the `record` has of another text: a copy, or one that was renamed;
    and where another text may say the same that is not in the record yet.
    """
    last = _noted(path, facts, notebook)
    text = parse_text(_read(path, seen, new), path, facts.setting, ANY_DAY)
    elsewhere = text.said.encode() in record or record.count(last.said.encode()) > 1
    if elsewhere or path in facts.alike or face(text) != face(last):
        raise NotNoted
    return text


def _templates(seen: Mapping[str, Seen], new: Changes, shared: Shared) -> Shared:
    """Give the templates among what is `shared` as they are now. Raises `BadSource` for one with mistakes."""
    texts = read_templates({path: _read(path, seen, new) for path in filter(is_template, seen)})
    if wrong := tuple(check_templates(texts, ())):
        raise BadSource(*wrong)
    return {name: template(one.name, texts) for name, one in shared.items() if isinstance(one, Template)}


def _read(path: str, seen: Mapping[str, Seen], new: Changes) -> bytes:
    """Give the bytes of a source. Raises `NotNoted` when it changes while it is read."""
    data = Path(seen[path].file).read_bytes()
    if hashlib.sha256(data).hexdigest() != new.sources[path].digest:
        raise NotNoted
    return data


def _noted(path: str, facts: Facts, notebook: Notebook) -> Text:
    """Give a text as it was at the last build. Raises `NotNoted`."""
    noted = notebook.texts_at({path: _digest(path, facts.sources, facts)})
    text: Text = pickle.loads(noted[path])  # noqa: S301 - ours, sealed
    return text


def _digest(path: str, sources: Mapping[str, Source], facts: Facts) -> bytes:
    if path not in sources:
        raise NotNoted
    return text_digest(sources[path].digest, facts.setting)


def _said(
    texts: Mapping[str, Text],
    spoken: Mapping[str, Spoken],
    rows: list[Row],
    facts: Facts,
    notebook: Notebook,
) -> Said:
    """Give what the texts say that speak in `rows`; `spoken` is noted of `texts`. Raises `NotNoted`."""
    sources = {source for row in rows for source in row.speaks}
    now = {source: linked(source, text.body, spoken[source].links) for source, text in texts.items()}
    before = said_at(notebook, {source: facts.sources[source] for source in sources - texts.keys()})
    return Said(now, before, {source: text.said for source, text in texts.items()})


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


def _outlook(
    request: Request, known: Record, outputs: tuple[Output, ...], texts: Mapping[str, Text], facts: Facts
) -> Outlook:
    """Warn of the texts that say something new; a trial goes on warning of those before them.

    Of the others stands what was odd about how they are written.
    """
    warnings = unannounced(known, outputs, texts)
    others: tuple[Mistake, ...] = facts.outlook.unannounced if request.trial else ()
    titles = {text.place("title") for text in texts.values()}  # where they are told of
    earlier = (warning for warning in others if warning.where not in titles)
    standing = (doubt for doubt in facts.outlook.doubts if doubt.where.path not in texts)
    new = (doubt for text in texts.values() for doubt in text.body.doubts)
    return replace(facts.outlook, unannounced=(*earlier, *warnings), doubts=(*standing, *new))
