"""A build in which nothing but the words of some texts is new: their pages and feeds are made again.

What the rest of the site shows of a text (its fields, where it links, what in it can be linked to)
is its face. As long as that stands so does the plan, and the outputs that the last build noted are
made with what the texts say now.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pressrum.edges.facts import Changes, Facts, Source, after
from pressrum.edges.making import Maker
from pressrum.edges.notebook import Notebook, Noted, NotNoted
from pressrum.edges.output import Writer, refuse_blocked
from pressrum.edges.pictures import Darkroom
from pressrum.edges.request import Outcome, Request
from pressrum.edges.rows import CODES, outputs_in, row_in, shared_in, spoken_in
from pressrum.edges.seen import Seen
from pressrum.edges.texts import ANY_DAY, Text, text_digest
from pressrum.errors import BadSource, Location, Mistake
from pressrum.language import Language
from pressrum.ledger import Record
from pressrum.make.page import HtmlPage
from pressrum.make.record import addresses_from, with_said
from pressrum.make.templates import compiled
from pressrum.make.views import Passage
from pressrum.parse.glance import RECORD
from pressrum.parse.project import parse_text
from pressrum.plan.links import linked
from pressrum.plan.manifest import Manifest, Task, Work
from pressrum.plan.outlook import Outlook
from pressrum.plan.outputs import Output, in_order
from pressrum.plan.record import unannounced

NOWHERE = Location("")


def only_words(
    request: Request,
    seen: Mapping[str, Seen],
    new: Changes,
    facts: Facts,
    manifest: Manifest,
    notebook: Notebook,
) -> Outcome | None:
    """Bring output/ up to date; None when more than words is new, or something is wrong with them."""
    data = {path: Path(seen[path].file).read_bytes() for path in new.changed}
    try:
        record = _record(seen, new)
        texts = {path: _same_face(path, data[path], new, facts, notebook) for path in new.changed}
        outputs = tuple(_Speaking(texts, facts, notebook).outputs())
    except (NotNoted, BadSource):
        return None
    work = Work(tuple(_tasks(outputs, manifest)), ())
    refuse_blocked(request.output, work)
    said = {output.permalink.path: output.said for output in outputs if output.said}
    kept = request.record_to_write(with_said(record, said), record)
    writer = Writer(request.output)
    maker = Maker(Language(facts.language), Darkroom(request.site, {}))
    with _compiled_once(outputs, facts, notebook):
        laid = writer.stage(work.make, maker.lay_out)
    still = {name: entry for name, entry in manifest.entries.items() if name not in laid}
    written = writer.publish(work, still, manifest, laid, facts.program, kept)
    outlook = _outlook(request, record, outputs, texts, facts)
    notebook.keep(
        {path: Noted(_digest(path, new.sources, facts), pickle.dumps(text)) for path, text in texts.items()}
    )
    notebook.amend(after(request, replace(facts, sources=new.sources), outlook, kept))
    return Outcome(outlook, work, written)


def _record(seen: Mapping[str, Seen], new: Changes) -> bytes:
    """Give the record, which stands as it was noted; nothing where there is none yet, as for a trial."""
    if RECORD not in seen:
        return b""
    record = Path(seen[RECORD].file).read_bytes()
    if hashlib.sha256(record).hexdigest() != new.sources[RECORD].digest:
        raise NotNoted
    return record


def _same_face(path: str, data: bytes, new: Changes, facts: Facts, notebook: Notebook) -> Text:
    """Give a text as it is now. Raises `NotNoted` when it shows another face, or changes while it is read."""
    last = _noted(path, facts, notebook)
    text = parse_text(data, path, facts.zone, facts.language, ANY_DAY)
    if face(text) != face(last) or hashlib.sha256(data).hexdigest() != new.sources[path].digest:
        raise NotNoted
    return text


def _noted(path: str, facts: Facts, notebook: Notebook) -> Text:
    """Give a text as it was at the last build. Raises `NotNoted`."""
    text: Text = pickle.loads(notebook.text(path, _digest(path, facts.sources, facts)))  # noqa: S301 - ours, sealed
    return text


def _digest(path: str, sources: Mapping[str, Source], facts: Facts) -> bytes:
    if path not in sources:
        raise NotNoted
    return text_digest(sources[path].digest, facts.zone, facts.language)


def face(text: Text) -> Text:
    """Give a text without its words, and without the places of what is in them."""
    body = text.body
    links = tuple(replace(link, where=NOWHERE) for link in body.links)
    return replace(
        text, said="", body=replace(body, html="", links=links, tours=(NOWHERE,) * bool(body.tours))
    )


@dataclass(frozen=True)
class _Speaking:
    """Outputs, with what texts say in them now."""

    texts: Mapping[str, Text]
    """Those that have changed."""
    facts: Facts
    notebook: Notebook

    def outputs(self) -> Iterator[Output]:
        """Give all outputs in which one of the texts speaks."""
        names = {name: None for path in self.texts for name in spoken_in(self.notebook, path).rows}
        rows = [row_in(self.notebook, name) for name in names]
        passages = {source: self._passage(source) for row in rows for source in row.speaks}
        shared = shared_in(self.notebook)
        for row in rows:
            for output in outputs_in(row, shared, passages):
                text = self.texts.get(output.owner)
                says = text and output.said and not output.leads_away
                yield replace(output, said=text.said) if text and says else output

    def _passage(self, source: str) -> Passage:
        text = self.texts.get(source) or _noted(source, self.facts, self.notebook)
        return linked(source, text.body, spoken_in(self.notebook, source).links)


@contextmanager
def _compiled_once(outputs: Iterable[Output], facts: Facts, notebook: Notebook) -> Iterator[None]:
    """Make pages with templates that an earlier build has compiled, and note what had to be compiled."""
    page = next((output.recipe for output in outputs if isinstance(output.recipe, HtmlPage)), None)
    if page is None:
        yield
        return
    codes = compiled(page.template, facts.language)
    with suppress(NotNoted):
        codes |= pickle.loads(notebook.row(CODES))  # noqa: S301 - ours, sealed
    known = set(codes)
    yield
    if codes.keys() > known:
        notebook.add(CODES, pickle.dumps(codes))


def _tasks(outputs: tuple[Output, ...], manifest: Manifest) -> Iterator[Task]:
    for output in in_order(outputs):
        last = manifest.entries[output.permalink.file]
        if last.recipe != output.digest:
            yield Task(output, "inputs changed", last.output)


def _outlook(
    request: Request, record: bytes, outputs: tuple[Output, ...], texts: Mapping[str, Text], facts: Facts
) -> Outlook:
    """Warn of the texts that say something new; a trial goes on warning of those before them."""
    known = Record(addresses_from(record, texts))
    warnings = unannounced(known, outputs, lambda source: texts[source].place("title"))
    others: tuple[Mistake, ...] = facts.outlook.unannounced if request.trial else ()
    earlier = (warning for warning in others if warning.where.path not in texts)
    return replace(facts.outlook, unannounced=(*earlier, *warnings))
