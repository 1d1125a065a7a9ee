"""A subscriber's own programs through the life of a meeting: vdirsyncer fetches, khal shows.

vdirsyncer gives what it fetches a UID of its own, made of the content, for it trusts no calendar on
the web to keep one: the UID is looked up in what we publish, all else in what it keeps.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import icalendar
import pytest
from conftest import Press, bare
from peer import web_host

from pressrum.edges.forget import forget_meeting

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(os.name == "nt", reason="khal and vdirsyncer are made for Unix"),
    pytest.mark.skipif(sys.version_info >= (3, 15), reason="khal takes no later Python than 3.14"),
]

DAY = ", date: 2016-12-20"
SET = ", date: 2016-12-21, about: Skolan, time: 18.00, place: Torget"
LIFE = {
    "first": DAY,
    "unchanged": DAY,
    "clarified": f"{DAY}, about: Skolan",
    "moved": ", date: 2016-12-21, about: Skolan",
    "set": SET,
    "cancelled": f"{SET}, cancelled: Sjukdom",
    "gone": None,
    "back": SET,
}
"""What tour.yaml says of the meeting, a build each; None where it says nothing, and it is forgotten."""

VDIRSYNCER = """\
[general]
status_path = "{root}/status"
[pair tour]
a = "web"
b = "phone"
collections = null
[storage web]
type = "http"
url = "{url}/kalender.ics"
[storage phone]
type = "filesystem"
path = "{root}/vdir"
fileext = ".ics"
"""
KHAL = """\
[calendars]
[[tour]]
path = {root}/vdir
readonly = True
[sqlite]
path = {root}/khal.db
[locale]
local_timezone = Europe/Stockholm
default_timezone = Europe/Stockholm
timeformat = %H.%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H.%M
longdatetimeformat = %Y-%m-%d %H.%M
"""


@dataclass(frozen=True)
class Kept:
    """A file in which vdirsyncer keeps an event."""

    name: str
    content: bytes
    modified: int
    """When the file was last written, in nanoseconds."""

    @property
    def event(self) -> icalendar.Event:
        """The event in it."""
        return icalendar.Calendar.from_ical(self.content).events[0]


@dataclass(frozen=True)
class Seen:
    """What there is to see after a build and a synchronisation."""

    published: bytes
    """kalender.ics."""
    district: bytes
    """kalender/farsta.ics."""
    kept: tuple[Kept, ...]
    listed: tuple[str, ...]
    """What khal prints: start, end, title, place."""

    def find(self, district: str) -> list[Kept]:
        """Give the files that keep a district's events."""
        return [file for file in self.kept if str(file.event["SUMMARY"]).endswith(f": {district}")]

    @property
    def numbers(self) -> list[tuple[int, str]]:
        """SEQUENCE and LAST-MODIFIED of the meeting in Farsta, as vdirsyncer keeps them."""
        events = [file.event for file in self.find("Farsta")]
        return [(event.sequence, f"{event.LAST_MODIFIED:%Y%m%dT%H%M%SZ}") for event in events]

    @property
    def uids(self) -> list[str]:
        """The published UIDs of the meeting in Farsta."""
        events = icalendar.Calendar.from_ical(self.published).events
        return [event.uid for event in events if event.categories == ["Farsta"]]


class Subscriber:
    """Somebody who subscribes to the tour, in a folder of their own."""

    def __init__(self, root: Path, url: str) -> None:
        self.root = root
        (root / "vdir").mkdir()
        (root / "vdirsyncer.conf").write_text(VDIRSYNCER.format(root=root, url=url), encoding="utf-8")
        (root / "khal.conf").write_text(KHAL.format(root=root), encoding="utf-8")
        self.run("vdirsyncer", "discover")

    def run(self, program: str, *arguments: str) -> str:
        """Run a program that sees nothing of the settings of whoever runs the tests; give what it prints."""
        done = subprocess.run(  # noqa: S603 - a program of the locked test tools
            [sys.executable, "-m", program, "--config", str(self.root / f"{program}.conf"), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60,
            cwd=self.root,
            env={"PATH": os.environ["PATH"], "HOME": str(self.root), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def look(self, press: Press) -> Seen:
        """Fetch the calendar and give what there is to see."""
        self.run("vdirsyncer", "sync")
        layout = ("--day-format", "", "--format", "{start} | {end} | {title} | {location}")
        listed = self.run("khal", "list", "--once", *layout, "2016-12-01", "90d")
        return Seen(
            press.tree()["kalender.ics"],
            press.tree()["kalender/farsta.ics"],
            tuple(
                Kept(file.name, file.read_bytes(), file.stat().st_mtime_ns)
                for file in sorted((self.root / "vdir").iterdir())
            ),
            tuple(line for line in listed.splitlines() if line),
        )


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Give what a subscriber sees after each build in the life of a meeting, one a day at noon."""
    press = bare(tmp_path_factory.mktemp("press"))
    (press.root / "output").mkdir()
    seen = {}
    with web_host(press.root / "output") as url:
        subscriber = Subscriber(tmp_path_factory.mktemp("subscriber"), url)
        for day, (stage, fields) in enumerate(LIFE.items(), 1):
            farsta = f"  - {{district: Farsta{fields}}}\n" if fields else ""
            neighbour = "  - {district: Skärholmen, date: 2017-02-04}\n"
            press.write("tour.yaml", f"title: Turné\nmeetings:\n{farsta}{neighbour}")
            if not fields:
                forget_meeting(press.root, "farsta")
            press.build(f"2016-12-{day:02}T12:00")
            seen[stage] = subscriber.look(press)
    return seen


def test_khal_shows_each_state(life: dict[str, Seen]) -> None:
    """The subscriber sees the meeting's day, hours, place and state in khal as they are after each build."""
    neighbour = "2017-02-04 | 2017-02-04 | PRELIMINÄRT: Turné: Skärholmen |"
    listed = {stage: [line.strip() for line in seen.listed] for stage, seen in life.items()}

    assert listed == {
        "first": ["2016-12-20 | 2016-12-20 | PRELIMINÄRT: Turné: Farsta |", neighbour],
        "unchanged": ["2016-12-20 | 2016-12-20 | PRELIMINÄRT: Turné: Farsta |", neighbour],
        "clarified": ["2016-12-20 | 2016-12-20 | PRELIMINÄRT: Turné: Farsta |", neighbour],
        "moved": ["2016-12-21 | 2016-12-21 | PRELIMINÄRT: Turné: Farsta |", neighbour],
        "set": ["2016-12-21 18.00 | 2016-12-21 19.30 | Turné: Farsta | Torget, Farsta", neighbour],
        "cancelled": [
            "2016-12-21 18.00 | 2016-12-21 19.30 | INSTÄLLT: Turné: Farsta | Torget, Farsta",
            neighbour,
        ],
        "gone": [neighbour],
        "back": ["2016-12-21 18.00 | 2016-12-21 19.30 | Turné: Farsta | Torget, Farsta", neighbour],
    }


def test_subscriber_gets_each_number_and_stamp(life: dict[str, Seen]) -> None:
    """SEQUENCE rises with day, hour, place and status alone, LAST-MODIFIED with all that shows."""
    numbers = {stage: seen.numbers for stage, seen in life.items()}

    assert numbers == {
        "first": [(0, "20161201T110000Z")],
        "unchanged": [(0, "20161201T110000Z")],
        "clarified": [(0, "20161203T110000Z")],
        "moved": [(1, "20161204T110000Z")],
        "set": [(2, "20161205T110000Z")],
        "cancelled": [(3, "20161206T110000Z")],
        "gone": [],
        "back": [(4, "20161208T110000Z")],
    }


def test_subscriber_gets_each_status(life: dict[str, Seen]) -> None:
    """STATUS is tentative until hour and place are set, then confirmed, and cancelled when called off."""
    status = {
        stage: [str(file.event["STATUS"]) for file in seen.find("Farsta")] for stage, seen in life.items()
    }

    assert status == {
        "first": ["TENTATIVE"],
        "unchanged": ["TENTATIVE"],
        "clarified": ["TENTATIVE"],
        "moved": ["TENTATIVE"],
        "set": ["CONFIRMED"],
        "cancelled": ["CANCELLED"],
        "gone": [],
        "back": ["CONFIRMED"],
    }


def test_clarification_reaches_the_subscriber(life: dict[str, Seen]) -> None:
    """What a meeting is about is in the description that the subscriber has, as soon as it is said."""
    described = {
        stage: "Skolan\n" in str(life[stage].find("Farsta")[0].event["DESCRIPTION"])
        for stage in ("first", "unchanged", "clarified")
    }

    assert described == {"first": False, "unchanged": False, "clarified": True}


def test_nothing_is_transferred_when_nothing_changed(life: dict[str, Seen]) -> None:
    """A build without a change gives the same calendar, and the subscriber's files are not written again."""
    assert life["unchanged"] == life["first"]


def test_change_of_one_meeting_transfers_that_one_alone(life: dict[str, Seen]) -> None:
    """The neighbour's file is written once, at the first synchronisation, and never again."""
    files = {file for seen in life.values() for file in seen.find("Skärholmen")}

    assert len(files) == 1


def test_uid_is_the_same_through_all(life: dict[str, Seen]) -> None:
    """The meeting is published under one UID from first to last, also when it was gone in between."""
    uids = {stage: seen.uids for stage, seen in life.items()}

    assert uids == {stage: ["farsta@press.example"] if fields else [] for stage, fields in LIFE.items()}


def test_calendar_without_its_meeting_is_still_valid(life: dict[str, Seen]) -> None:
    """The district's calendar is still there when its only meeting is gone, whole and with no event."""
    calendar = icalendar.Calendar.from_ical(life["gone"].district)

    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]
    assert [component.errors for component in calendar.walk() if component.errors] == []


def test_head_of_a_calendar_stays_as_it_was(life: dict[str, Seen]) -> None:
    """A district's calendar keeps its name and all else above its events, also when it has none left."""
    heads = {stage: seen.district.split(b"BEGIN:VEVENT")[0].decode() for stage, seen in life.items()}
    first = heads["first"].splitlines()

    assert heads["gone"].removesuffix("END:VCALENDAR\r\n").splitlines() == first
    assert heads["back"].splitlines() == first
