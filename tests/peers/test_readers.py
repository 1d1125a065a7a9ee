"""Our calendars as three programs read them that know nothing of each other.

icalendar takes a time zone by its name, from the tz database; vobject and ical.js take it from
the calendar's own VTIMEZONE. Where all three give the same instant, name and rule say the same.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject
from conftest import ROOT, Press, bare
from peer import missing

from build import build
from pressrum.edges.request import Request

MOMENTS = ("2016-11-28T10:00", "2017-07-01T12:00")
"""When the tour was announced, and a day in summer time."""
ICAL_JS = ROOT / "node_modules" / "ical.js"
HOSTILE = r"END:VEVENT \ ; , \n \\, 🎪 åäö"
"""A district's name with all that means something in a calendar; `\n` is a backslash and a letter."""

# Each with its day and hours as staff write them, and as instants in UTC or days.
ODD = {
    "summer": ("2017-07-03, time: 18.00-19.30", "2017-07-03T16:00Z", "2017-07-03T17:30Z"),
    "winter": ("2017-01-16, time: 18.00-19.30", "2017-01-16T17:00Z", "2017-01-16T18:30Z"),
    "night": ("2017-05-12, time: 22.00-01.30", "2017-05-12T20:00Z", "2017-05-12T23:30Z"),
    "midnight": ("2017-05-13, time: 22.00-00.00", "2017-05-13T20:00Z", "2017-05-13T22:00Z"),
    # Clocks go forward at 02.00, 01:00 UTC.
    "spring-night": ("2017-03-25, time: 23.00-04.00", "2017-03-25T22:00Z", "2017-03-26T02:00Z"),
    "spring-before": ("2017-03-26, time: 01.00-01.45", "2017-03-26T00:00Z", "2017-03-26T00:45Z"),
    "spring-across": ("2017-03-26, time: 01.30-03.30", "2017-03-26T00:30Z", "2017-03-26T01:30Z"),
    "spring-at": ("2017-03-26, time: 03.00-04.00", "2017-03-26T01:00Z", "2017-03-26T02:00Z"),
    "spring-after": ("2017-03-26, time: 18.00-19.30", "2017-03-26T16:00Z", "2017-03-26T17:30Z"),
    "spring-day": ("2017-03-26", "2017-03-26", "2017-03-27"),
    # Clocks go back at 03.00, 01:00 UTC: 02.00 to 03.00 comes twice, and a meeting is at the first.
    "autumn-night": ("2017-10-28, time: 23.00-04.00", "2017-10-28T21:00Z", "2017-10-29T03:00Z"),
    "autumn-before": ("2017-10-29, time: 01.00-01.45", "2017-10-28T23:00Z", "2017-10-28T23:45Z"),
    "autumn-into": ("2017-10-29, time: 01.30-02.30", "2017-10-28T23:30Z", "2017-10-29T00:30Z"),
    "autumn-across": ("2017-10-29, time: 01.30-03.30", "2017-10-28T23:30Z", "2017-10-29T02:30Z"),
    "autumn-first": ("2017-10-29, time: 02.30-02.45", "2017-10-29T00:30Z", "2017-10-29T00:45Z"),
    "autumn-second": ("2017-10-29, time: 02.15", "2017-10-29T00:15Z", "2017-10-29T01:45Z"),
    "autumn-at": ("2017-10-29, time: 03.00-04.00", "2017-10-29T02:00Z", "2017-10-29T03:00Z"),
    "autumn-after": ("2017-10-29, time: 18.00-19.30", "2017-10-29T17:00Z", "2017-10-29T18:30Z"),
    "autumn-day": ("2017-10-29", "2017-10-29", "2017-10-30"),
    "february-28": ("2016-02-28, time: 23.00-01.00", "2016-02-28T22:00Z", "2016-02-29T00:00Z"),
    "february-28-day": ("2016-02-28", "2016-02-28", "2016-02-29"),
    "february-29": ("2016-02-29, time: 23.00-01.00", "2016-02-29T22:00Z", "2016-03-01T00:00Z"),
    "february-29-day": ("2016-02-29", "2016-02-29", "2016-03-01"),
    "new-year": ("2016-12-31, time: 23.00-01.00", "2016-12-31T22:00Z", "2017-01-01T00:00Z"),
    "new-year-day": ("2016-12-31", "2016-12-31", "2017-01-01"),
    "hostile": (f"2017-06-01, time: 18.00, place: '{HOSTILE}'", "2017-06-01T16:00Z", "2017-06-01T17:30Z"),
}


@dataclass(frozen=True, order=True)
class Read:
    """An event as a program reads it."""

    uid: str
    start: str
    """An instant in UTC, `2016-11-29T17:00:00Z`, or a day; so is `end`."""
    end: str
    status: str
    sequence: int
    summary: str


def moment(value: date | datetime) -> str:
    """Write a moment as `Read` has it; a time without a zone is no instant, and fails."""
    if not isinstance(value, datetime):
        return value.isoformat()
    assert value.tzinfo
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_icalendar(content: bytes) -> list[Read]:
    """Read a calendar as icalendar does."""
    calendar = icalendar.Calendar.from_ical(content)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    return sorted(
        Read(
            str(event["UID"]),
            moment(event.decoded("DTSTART")),
            moment(event.decoded("DTEND")),
            str(event["STATUS"]),
            int(str(event["SEQUENCE"])),
            str(event["SUMMARY"]),
        )
        for event in calendar.walk("VEVENT")
    )


def by_vobject(content: bytes) -> list[Read]:
    """Read a calendar as vobject does."""
    return sorted(
        Read(
            event.uid.value,
            moment(event.dtstart.value),
            moment(event.dtend.value),
            event.status.value,
            int(event.sequence.value),
            event.summary.value,
        )
        for event in vobject.readOne(content.decode()).contents.get("vevent", [])
    )


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site whose meetings are at odd hours and have an odd name."""
    press = bare(tmp_path_factory.mktemp("odd"))
    meetings = (
        f"  - {{id: {id_}, district: '{HOSTILE}', date: {when}}}\n" for id_, (when, _, _) in ODD.items()
    )
    press.write("tour.yaml", f"title: Turné\nmeetings:\n{''.join(meetings)}")
    press.build("2016-01-01T12:00")
    return press


@pytest.fixture(scope="module")
def calendars(odd: Press, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give every calendar of the sample site, the golden sites and the odd one, by where it is from."""
    sites = {case.parent.name: case for case in ROOT.glob("tests/cases/*/expected")}
    for now in MOMENTS:
        sites[now] = tmp_path_factory.mktemp("sample")
        build(Request(ROOT, sites[now], now))
    sites["odd"] = odd.root / "output"
    return {
        f"{name}: {file.relative_to(top).as_posix()}": file.read_bytes()
        for name, top in sites.items()
        for file in sorted(top.rglob("*.ics"))
    }


@pytest.fixture(scope="module")
def by_ical_js(calendars: dict[str, bytes]) -> dict[str, list[Read]]:
    """Give what ical.js reads in each calendar; all in one run of node, whose start is what takes time."""
    node = shutil.which("node") or missing("node")
    if not ICAL_JS.exists():
        missing("node_modules/ical.js")
    done = subprocess.run(  # noqa: S603 - our own script
        [node, str(ROOT / "tests" / "peers" / "read.mjs")],
        input=json.dumps({name: content.decode() for name, content in calendars.items()}),
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"TZ": "America/Los_Angeles"},
    )
    assert done.returncode == 0, done.stderr
    return {name: sorted(Read(**event) for event in read) for name, read in json.loads(done.stdout).items()}


def test_calendars_of_every_site_are_there(calendars: dict[str, bytes]) -> None:
    """The sample at both moments, the odd site and the golden sites with a tour have calendars to read."""
    sites = {name.split(": ")[0] for name in calendars}

    assert sites >= {*MOMENTS, "odd", "tour-2016", "everything-past", "moved", "english", "text"}
    assert sum(name.startswith(MOMENTS) for name in calendars) == 2 * 13


def test_vobject_reads_what_icalendar_reads(calendars: dict[str, bytes]) -> None:
    """Every calendar holds the same events, at the same instants, to icalendar and to vobject."""
    read = {name: by_vobject(content) for name, content in calendars.items()}

    assert read == {name: by_icalendar(content) for name, content in calendars.items()}


def test_ical_js_reads_what_icalendar_reads(
    calendars: dict[str, bytes], by_ical_js: dict[str, list[Read]]
) -> None:
    """Every calendar holds the same events, at the same instants, to icalendar and to ical.js."""
    assert by_ical_js == {name: by_icalendar(content) for name, content in calendars.items()}


def test_odd_hours_are_the_instants_that_were_meant(calendars: dict[str, bytes]) -> None:
    """At changes of clocks, over midnight and on leap days a meeting is when its place's clocks say."""
    read = {
        event.uid.removesuffix("@press.example"): (event.start, event.end)
        for event in by_icalendar(calendars["odd: kalender.ics"])
    }

    assert read == {
        id_: (start.replace("Z", ":00Z"), end.replace("Z", ":00Z")) for id_, (_, start, end) in ODD.items()
    }


def test_hostile_name_is_text_and_nothing_else(calendars: dict[str, bytes]) -> None:
    """A name with `END:VEVENT`, backslash, semicolon, comma and emoji comes out as it was written."""
    read = {event.uid: event.summary for event in by_icalendar(calendars["odd: kalender.ics"])}

    assert len(read) == len(ODD)
    assert read["hostile@press.example"] == f"Turné: {HOSTILE}"


def test_missing_reader_fails_only_where_changes_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without node a developer's tests are skipped, and with CI=true they fail."""
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="node is missing: install"):
        missing("node")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="node is missing, and CI=true"):
        missing("node")
