"""Taking something out of the public record on purpose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pressrum.edges.lock import alone
from pressrum.edges.output import LOCK, OWN, replace_file
from pressrum.errors import BadValue, say
from pressrum.ledger import Record
from pressrum.make.record import render_record
from pressrum.parse.project import RECORD
from pressrum.parse.record import parse_record
from pressrum.parse.text import decode
from pressrum.plan.record import GONE


def forget_address(site: Path, path: str) -> None:
    """Forget the address `path`, so that it may vanish from the site.

    Raises `BadValue` when the record has no such address, `BadSource` for a damaged record.
    """
    with alone(site / "output" / OWN / LOCK):
        record = _read(site)
        if path not in record.by_path:
            raise BadValue(
                say("{address} is not in the public record", address=path),
                say("write it from the first slash to the last, as it stands in published.json"),
            )
        kept = tuple(address for address in record.addresses if address.path != path)
        _write(site, replace(record, addresses=kept))


def forget_meeting(site: Path, id_: str) -> None:
    """Forget that a meeting is to come; its UID and number stay, should it return.

    Raises `BadValue` when the record has no such meeting, `BadSource` for a damaged record.
    """
    with alone(site / "output" / OWN / LOCK):
        record = _read(site)
        if id_ not in record.stamps:
            raise BadValue(
                say('the meeting "{id}" is not in the public record', id=id_),
                say("write its id as it stands in published.json"),
            )
        gone = replace(record.stamps[id_], status=GONE)
        others = tuple(stamp for stamp in record.meetings if stamp.id != id_)
        _write(site, replace(record, meetings=(*others, gone)))


def _read(site: Path) -> Record:
    try:
        return parse_record(decode((site / RECORD).read_bytes(), RECORD))
    except FileNotFoundError:
        return Record()


def _write(site: Path, record: Record) -> None:
    replace_file(site / RECORD, render_record(record), flush=True)
