"""Taking something out of the public record on purpose."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pressrum.edges.last import read_last
from pressrum.edges.lock import alone
from pressrum.edges.output import replace_file
from pressrum.edges.program import program
from pressrum.edges.reading import parse
from pressrum.edges.refusals import refuse_wrong_record
from pressrum.edges.request import Request, record_file, refuse_folders
from pressrum.edges.sources import read_snapshot
from pressrum.errors import BadSource, BadValue, Location, Mistake, say
from pressrum.ledger import GONE, Address, Record, mark_of
from pressrum.make.record import render_record
from pressrum.owners import Kind, kind_and_name
from pressrum.parse.places import is_text
from pressrum.parse.published import parse_html
from pressrum.parse.record import parse_record
from pressrum.parse.text import decode
from pressrum.permalinks import Permalink
from pressrum.places import RECORD, SITE, TOUR
from pressrum.plan.groups import topics_of
from pressrum.plan.publish import State, shown, state
from pressrum.plan.site import Reading, plan_site
from pressrum.slug import slugify


def forget_addresses(site: Path, written: Iterable[str]) -> tuple[tuple[str, ...], tuple[Mistake, ...]]:
    """Forget addresses, so that they may vanish from the site; give their paths, and those of their topics.

    Each is a path, or the whole web address. A topic goes with the last text that has it: what is
    forgotten takes its words with it. Where the site has not been built nobody knows which topics
    these were: a warning of each that no text has any more comes beside the paths. Raises `BadValue`
    when the record has none such or it would be published again, `BadSource` for sources that cannot
    be read.
    """
    with _held(site) as (reading, now):
        paths = {_path(address, reading) for address in written}
        planned = _planned(reading, now)
        for path in sorted(paths):
            _refuse_unknown_or_public(path, reading, planned)
        topics, record = topics_of(shown(reading.project.releases, now)), reading.record
        faded = [address for address in record.addresses if _is_topic(address, topics)]
        orphans = {address.source for address in faded if _stands(address, site, reading)}
        kept = tuple(one for one in record.addresses if one.path not in paths and one.source not in orphans)
        gone = {address.path for address in record.addresses} - {address.path for address in kept}
        marks = tuple(sorted({*record.forgotten, *map(mark_of, gone)}))
        _write(site, replace(record, addresses=kept, forgotten=marks))
        unsure = (one for one in faded if one in kept and not _file(one, site).exists())
        return tuple(sorted(gone)), tuple(_goes_on(one.source, kept) for one in unsure)


def forget_meeting(site: Path, id_: str) -> None:
    """Forget that a meeting is to come, and where; its UID and number stay, should it return.

    Raises `BadValue` when the record has no such meeting or it still is in the schedule,
    `BadSource` for sources that cannot be read.
    """
    with _held(site) as (reading, _):
        _refuse_broken(TOUR, reading)
        record = reading.record
        if id_ not in record.stamps:
            raise BadValue(
                say('the meeting "{id}" is not in the public record', id=id_),
                say("write {name}", name=meant)
                if (meant := slugify(id_)) in record.stamps
                else say("write its id as it stands in published.json"),
            )
        if any(meeting.id == id_ for meeting in reading.project.meetings):
            raise BadValue(
                say('the meeting "{id}" is still in tour.yaml', id=id_),
                say("take it away there first, or add cancelled: why"),
            )
        was = record.stamps[id_]
        left = tuple(one._replace(where="") for one in was.left)
        gone = replace(was, status=GONE, where="", was_where="", left=left)
        others = tuple(stamp for stamp in record.meetings if stamp.id != id_)
        _write(site, replace(record, meetings=(*others, gone)))


def read_record(site: Path) -> Record:
    """Give the public record of a site for a look; an empty one where there is none that can be read."""
    try:
        return parse_record(decode((site / RECORD).read_bytes(), RECORD))
    except (OSError, BadSource):
        return Record()


def _is_topic(address: Address, topics: Container[str]) -> bool:
    """Whether it is the page of a topic which nothing public has."""
    kind, name = kind_and_name(address.source)
    return kind is Kind.TOPIC and address.path.endswith("/") and slugify(name) not in topics


def _stands(address: Address, site: Path, reading: Reading) -> bool:
    """Whether the last build made a page there, and none that leads on from a topic that was gone before."""
    try:
        text = _file(address, site).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return parse_html(text, address.path, reading.project.site.url).leads_to is None


def _file(address: Address, site: Path) -> Path:
    return site / "output" / Permalink(address.path).file


def _goes_on(topic: str, addresses: Iterable[Address]) -> Mistake:
    """Say that the pages of a topic go on, though no text has it."""
    paths = " ".join(address.path for address in addresses if address.source == topic)
    return Mistake(
        Location(RECORD),
        say(
            'no text has the topic "{topic}" any more, and its addresses go on', topic=kind_and_name(topic)[1]
        ),
        say('if they are to vanish too, run make forget WHAT="{address}"', address=paths),
    )


def _path(written: str, reading: Reading) -> str:
    """Give the path of an address of our site, however it was copied."""
    if written.startswith(reading.project.site.url):
        return "/" + written.removeprefix(reading.project.site.url)
    return written


def _planned(reading: Reading, now: datetime) -> dict[str, str]:
    """Give the addresses that the sources make by themselves, each with its source.

    The calendar of a district that a meeting has left is one of them: it says where that went. So is
    one by another name of a district. As long as there are mistakes in the sources, those that the
    public texts have had.
    """
    ids = {meeting.id for meeting in reading.project.meetings}
    told = (stamp for stamp in reading.record.meetings if stamp.id in ids or stamp.status == GONE)
    try:
        plan = plan_site(replace(reading, record=Record(meetings=tuple(told))), now)
    except BadSource:
        public = {text.source for text in reading.project.texts if state(text, now) is State.PUBLIC}
        return {entry.path: entry.source for entry in reading.record.addresses if entry.source in public}
    return {output.permalink.path: output.owner for output in plan.outputs}


def _refuse_broken(source: str, reading: Reading) -> None:
    """Raise `BadSource` where `source` cannot be read: nobody knows what of it is still there."""
    if source in reading.broken:
        raise BadSource(*(mistake for mistake in reading.mistakes if mistake.where.path == source))


def _refuse_unknown_or_public(path: str, reading: Reading, planned: Mapping[str, str]) -> None:
    entry = reading.record.by_path.get(path)
    if entry is None:
        whole = say("write it from the first slash to the last, as it stands in published.json")
        meeting = say("write {name}", name=f'make forget WHAT="meeting {path}"')
        raise BadValue(
            say("{address} is not in the public record", address=path),
            meeting if path in reading.record.stamps else whole,
        )
    _refuse_broken(entry.source, reading)
    if path not in planned:
        return
    source = planned[path]
    if any(path in text.fields.aliases for text in reading.project.texts if text.source == source):
        raise BadValue(
            say("{address} is among the aliases of {source}", address=path, source=source),
            say("take it away there first"),
        )
    if is_text(source):
        raise BadValue(
            say("{source} is still there, and would be published again", source=source),
            say("take the file away first, or add the line draft: yes"),
        )
    raise BadValue(
        say("{address} is made from what is there, and would be published again", address=path),
        say("take away first what it is made from"),
    )


@contextmanager
def _held(site: Path) -> Iterator[tuple[Reading, datetime]]:
    """Give what a site says, and the moment; meanwhile no build can write another record."""
    request = Request(site, site / "output")
    refuse_folders(request)
    with alone(request.output):
        snapshot = read_snapshot(site)
        reading, now = parse(snapshot, request)
        if reading.broken & {RECORD, SITE}:
            raise BadSource(*reading.mistakes)
        last = read_last(request.output, program())
        refuse_wrong_record(request, reading.record, snapshot.texts.get(RECORD), last)
        yield reading, now


def _write(site: Path, record: Record) -> None:
    replace_file(record_file(site), render_record(record), flush=True)
