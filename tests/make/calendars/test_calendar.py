"""The calendar: its bytes as a whole, and what two independent readers find in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from pressrum.errors import Location
from pressrum.fields.tour import MeetingFields
from pressrum.language import Language
from pressrum.ledger import Stamp
from pressrum.make.calendars.calendar import Calendar, Event, Zone, nearest_colour
from pressrum.make.calendars.event import change, event_of, shown_digest
from pressrum.make.calendars.lines import clean
from pressrum.model import Meeting
from pressrum.nodes import Mapping

STOCKHOLM = ZoneInfo("Europe/Stockholm")
ZONE = Zone("Europe/Stockholm", "CET-1CEST,M3.5.0,M10.5.0/3")
ENGLISH = Language("en")
PAGE = "https://www.example.se/tour/sodermalm/"

MEETING = Event(
    uid="sodermalm@www.example.se",
    sequence=0,
    created="2016-11-20T09:00:00Z",
    modified="2016-11-28T09:00:00Z",
    day=date(2016, 11, 29),
    start=datetime(2016, 11, 29, 18, 0, tzinfo=STOCKHOLM),
    end=datetime(2016, 11, 29, 19, 30, tzinfo=STOCKHOLM),
    status="CONFIRMED",
    summary="Gör din röst hörd: Södermalm",
    location="Lokalen under läktaren på Zinkensdamms IP, Ringvägen 16",
    url="https://www.example.se/turne/sodermalm/",
    description="Om trygghet; och skola\nhttps://www.example.se/turne/sodermalm/",
    contact="S-föreningen Söder",
    district="Södermalm",
    geo=None,
)
DAY = replace(
    MEETING,
    uid="skarholmen@www.example.se",
    sequence=2,
    day=date(2016, 12, 31),
    start=None,
    end=None,
    status="TENTATIVE",
    summary="PRELIMINÄRT: Gör din röst hörd: Skärholmen",
    location=None,
    contact=None,
    district="Skärholmen",
)
TOUR = Calendar(
    name="Gör din röst hörd",
    description="Turné i alla stadsdelar",
    source="https://www.example.se/kalender.ics",
    url="https://www.example.se/kalender/",
    colour="#c8102e",
    language="sv",
    zone=ZONE,
    events=(DAY, MEETING),
)

WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//pressrum//tour//SV
CALSCALE:GREGORIAN
NAME:Gör din röst hörd
X-WR-CALNAME:Gör din röst hörd
DESCRIPTION:Turné i alla stadsdelar
X-WR-CALDESC:Turné i alla stadsdelar
X-WR-TIMEZONE:Europe/Stockholm
REFRESH-INTERVAL;VALUE=DURATION:PT4H
X-PUBLISHED-TTL:PT4H
SOURCE;VALUE=URI:https://www.example.se/kalender.ics
URL:https://www.example.se/kalender/
COLOR:crimson
X-APPLE-CALENDAR-COLOR:#C8102E
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:sodermalm@www.example.se
DTSTAMP:20161128T090000Z
LAST-MODIFIED:20161128T090000Z
CREATED:20161120T090000Z
SEQUENCE:0
DTSTART;TZID=Europe/Stockholm:20161129T180000
DTEND;TZID=Europe/Stockholm:20161129T193000
STATUS:CONFIRMED
SUMMARY:Gör din röst hörd: Södermalm
LOCATION:Lokalen under läktaren på Zinkensdamms IP\\, Ringvägen 16
URL:https://www.example.se/turne/sodermalm/
DESCRIPTION:Om trygghet\\; och skola\\nhttps://www.example.se/turne/sodermalm
 /
CONTACT:S-föreningen Söder
CATEGORIES:Södermalm
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:skarholmen@www.example.se
DTSTAMP:20161128T090000Z
LAST-MODIFIED:20161128T090000Z
CREATED:20161120T090000Z
SEQUENCE:2
DTSTART;VALUE=DATE:20161231
DTEND;VALUE=DATE:20170101
STATUS:TENTATIVE
SUMMARY:PRELIMINÄRT: Gör din röst hörd: Skärholmen
URL:https://www.example.se/turne/sodermalm/
DESCRIPTION:Om trygghet\\; och skola\\nhttps://www.example.se/turne/sodermalm
 /
CATEGORIES:Skärholmen
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""

Span = tuple[str, datetime | date, datetime | date]


def instant(moment: date | datetime) -> date | datetime:
    """Give a moment in UTC, and a day as it is."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def by_icalendar(made: bytes) -> list[Span]:
    """Give the UIDs, starts and ends that icalendar reads; it knows the zones by their names."""
    events: list[Any] = list(icalendar.Calendar.from_ical(made).walk("VEVENT"))
    return [(str(found["UID"]), instant(found["DTSTART"].dt), instant(found["DTEND"].dt)) for found in events]


def by_vobject(made: bytes) -> list[Span]:
    """Give the same as vobject reads it; it knows the zones from our VTIMEZONE alone."""
    events = vobject.readOne(made.decode()).contents.get("vevent", [])
    return [(found.uid.value, instant(found.dtstart.value), instant(found.dtend.value)) for found in events]


def read_one(made: bytes) -> Any:
    """Give the one event that icalendar finds."""
    (found,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    return found


def span_of(event: Event, zone: Zone = ZONE) -> list[str]:
    """Give the lines of an event's DTSTART and DTEND."""
    made = replace(TOUR, zone=zone, events=(event,)).make().decode()
    return [
        line for line in made.split("BEGIN:VEVENT")[1].split("\r\n") if line.startswith(("DTSTART", "DTEND"))
    ]


def at(start: datetime, end: datetime) -> Event:
    """Give a meeting at another time, local to Stockholm."""
    start, end = start.replace(tzinfo=STOCKHOLM), end.replace(tzinfo=STOCKHOLM)
    return replace(MEETING, day=start.date(), start=start, end=end)


def local(text: str) -> datetime:
    """Read a local time; a zone is set by `at`."""
    return datetime.fromisoformat(text)


def test_a_calendar_as_a_whole() -> None:
    """The calendar is these bytes, its events by day, whatever order they came in."""
    made = TOUR.make()

    assert made == WHOLE.replace("\n", "\r\n").encode()


def test_a_calendar_without_events_is_there() -> None:
    """With no meeting left the calendar stays valid, for its VTIMEZONE is a component."""
    made = replace(TOUR, events=()).make()
    read = icalendar.Calendar.from_ical(made)

    assert [part.name for part in read.subcomponents] == ["VTIMEZONE"]
    assert by_vobject(made) == []


def test_a_calendar_without_description() -> None:
    """What is not known has no line."""
    head = replace(TOUR, description="", events=()).make().split(b"BEGIN:VTIMEZONE")[0]

    assert b"DESC" not in head


def test_events_of_one_day_stand_by_uid() -> None:
    """Two meetings on one day stand in the order of their UIDs, not of their hours."""
    early = replace(at(local("2016-11-29 08:00"), local("2016-11-29 09:00")), uid="z@example.se")
    made = replace(TOUR, events=(early, MEETING)).make()

    assert [uid for uid, _, _ in by_icalendar(made)] == ["sodermalm@www.example.se", "z@example.se"]


@pytest.mark.parametrize(
    ("start", "end", "utc_start", "utc_end"),
    [
        ("2016-11-29 18:00", "2016-11-29 19:30", "2016-11-29 17:00", "2016-11-29 18:30"),
        ("2017-07-03 18:00", "2017-07-03 19:30", "2017-07-03 16:00", "2017-07-03 17:30"),
        ("2016-12-31 22:00", "2017-01-01 00:30", "2016-12-31 21:00", "2016-12-31 23:30"),
        ("2017-02-28 23:00", "2017-03-01 01:00", "2017-02-28 22:00", "2017-03-01 00:00"),
        ("2016-02-29 18:00", "2016-02-29 19:30", "2016-02-29 17:00", "2016-02-29 18:30"),
        ("2017-03-25 23:00", "2017-03-26 04:00", "2017-03-25 22:00", "2017-03-26 02:00"),
        ("2017-03-26 01:59", "2017-03-26 03:00", "2017-03-26 00:59", "2017-03-26 01:00"),
        ("2017-03-26 18:00", "2017-03-26 19:30", "2017-03-26 16:00", "2017-03-26 17:30"),
        ("2017-10-29 00:30", "2017-10-29 04:00", "2017-10-28 22:30", "2017-10-29 03:00"),
        ("2017-10-29 01:59", "2017-10-29 03:00", "2017-10-28 23:59", "2017-10-29 02:00"),
        ("2017-10-29 18:00", "2017-10-29 19:30", "2017-10-29 17:00", "2017-10-29 18:30"),
    ],
)
def test_both_judges_read_the_same_instants(start: str, end: str, utc_start: str, utc_end: str) -> None:
    """In summer and winter, over midnight and a change of the clocks, local time is read as one instant."""
    made = replace(TOUR, events=(at(local(start), local(end)),)).make()
    wanted = [(MEETING.uid, local(utc_start + "+00:00"), local(utc_end + "+00:00"))]

    assert b"\r\nDTSTART;TZID=Europe/Stockholm:" in made
    assert by_icalendar(made) == wanted
    assert by_vobject(made) == wanted


def test_the_hour_that_comes_twice_is_told_in_utc() -> None:
    """A meeting that touches the doubled hour of autumn is written in UTC, which tells the two apart."""
    end = local("2017-10-29 02:15").replace(fold=1)
    span = span_of(at(local("2017-10-29 01:30"), end))

    assert span == ["DTSTART:20171028T233000Z", "DTEND:20171029T011500Z"]


def test_the_hour_that_does_not_come_is_the_next() -> None:
    """In spring 02:30 is 03:30 (RFC 5545, 3.3.5), and is written so."""
    span = span_of(at(local("2017-03-26 02:30"), local("2017-03-26 04:00")))

    assert span[0] == "DTSTART;TZID=Europe/Stockholm:20170326T033000"


def test_another_rule_of_that_year_is_told_in_utc() -> None:
    """Where a zone did not follow its present rule, local time would be read an hour wrong."""
    casablanca = ZoneInfo("Africa/Casablanca")
    start = datetime(2017, 8, 1, 18, tzinfo=casablanca)
    summer = replace(MEETING, day=start.date(), start=start, end=start + timedelta(hours=1))
    span = span_of(summer, Zone("Africa/Casablanca", "<+00>0"))

    assert span == ["DTSTART:20170801T170000Z", "DTEND:20170801T180000Z"]


@pytest.mark.parametrize("day", [date(2016, 2, 28), date(2016, 2, 29), date(2017, 2, 28), date(2016, 12, 31)])
def test_a_day_ends_before_the_next(day: date) -> None:
    """A meeting without an hour fills its day; DTEND is the day after, which is not in it."""
    made = replace(TOUR, events=(replace(DAY, day=day),)).make()
    wanted = [(DAY.uid, day, day + timedelta(days=1))]

    assert by_icalendar(made) == wanted
    assert by_vobject(made) == wanted


def test_a_title_cannot_end_its_event() -> None:
    """Calendar code in any text is text."""
    evil = "Hej\r\nEND:VEVENT\nBEGIN:VEVENT\u2028UID:evil\x85END:VCALENDAR"
    event = replace(MEETING, summary=evil, location=evil, description=evil, contact=evil, district=evil)
    made = replace(TOUR, name=evil, description=evil, events=(event,)).make()
    read = read_one(made)

    assert read["SUMMARY"] == "Hej\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil\nEND:VCALENDAR"
    assert [uid for uid, _, _ in by_vobject(made)] == [MEETING.uid]


def test_a_comma_makes_no_second_category() -> None:
    """A district with a comma in its name is one category to both judges."""
    made = replace(TOUR, events=(replace(MEETING, district="Enskede, Årsta; Vantör"),)).make()
    read = read_one(made)

    assert read["CATEGORIES"].cats == ["Enskede, Årsta; Vantör"]
    assert vobject.readOne(made.decode()).vevent.categories.value == ["Enskede, Årsta; Vantör"]


@given(st.text(), st.text(min_size=1))
def test_any_texts_stay_in_their_lines(summary: str, location: str) -> None:
    """Whatever the texts, the event comes back with them, and every physical line is a good one."""
    made = replace(TOUR, events=(replace(MEETING, summary=summary, location=location),)).make()
    read = read_one(made)

    assert (str(read["SUMMARY"]), str(read["LOCATION"])) == (clean(summary), clean(location))
    assert max(map(len, made.split(b"\r\n"))) <= 75
    assert made.count(b"\r") == made.count(b"\n") == made.count(b"\r\n")


def test_said_is_what_is_shown() -> None:
    """UID, SEQUENCE and stamps are not shown; everything else is."""
    stamps = replace(
        MEETING, uid="x@y", sequence=7, created="2015-01-01T00:00:00Z", modified="2018-01-01T00:00:00Z"
    )
    shown = [
        replace(MEETING, day=date(2016, 11, 30)),
        replace(MEETING, end=datetime(2016, 11, 29, 19, 45, tzinfo=STOCKHOLM)),
        replace(MEETING, start=None, end=None),
        replace(MEETING, status="CANCELLED"),
        replace(MEETING, summary="Annat"),
        replace(MEETING, location=None),
        replace(MEETING, url="https://www.example.se/turne/annat/"),
        replace(MEETING, description="Annat"),
        replace(MEETING, contact=None),
        replace(MEETING, district="Annat"),
    ]

    assert stamps.said == MEETING.said
    assert len({MEETING.said, *(event.said for event in shown)}) == 11


def test_said_is_the_same_for_ever() -> None:
    """The digest is kept in the public record: another one for the same event would move every stamp."""
    assert MEETING.said == "7a17badf627bb55e"


@pytest.mark.parametrize(
    ("colour", "name"),
    [("#c8102e", "crimson"), ("#1F4E79", "darkslateblue"), ("#52a030", "forestgreen"), ("#111111", "black")],
)
def test_the_nearest_colour(colour: str, name: str) -> None:
    """COLOR takes names only, so the nearest one stands for the colour."""
    assert nearest_colour(colour) == name


def meeting(start: str | None = "18:00", **fields: object) -> Meeting:
    """Give a meeting at Södermalm on 29 November 2016, for an hour and a half."""
    known = {"near": date(2016, 11, 1), "zone": STOCKHOLM}
    given_fields = {"district": "Södermalm", "date": "2016-11-29"} | fields
    begins = start and local(f"2016-11-29 {start}").replace(tzinfo=STOCKHOLM)
    return Meeting(
        id="sodermalm",
        fields=MeetingFields.model_validate(given_fields, context=known),
        start=begins or None,
        end=begins + timedelta(minutes=90) if begins else None,
        zone=STOCKHOLM,
        front=Mapping((), Location("tour.yaml")),
    )


STAMP = Stamp(
    "sodermalm", "sodermalm@www.example.se", 3, "2016-11-20T09:00:00Z", "2016-11-28T09:00:00Z", "", "", "", ""
)


def test_an_event_of_a_meeting() -> None:
    """An event says all that is known of its meeting, a line each, and the page's address last."""
    held = meeting(
        place="Zinkensdamms IP",
        address="Ringvägen 16",
        about="Trygghet",
        organiser="S Söder",
        access="Ramp",
        languages=["svenska", "arabiska"],
        signup="Kom som du är",
        **{"with": "Karin Wanngård"},
    )
    event = event_of(held, STAMP, "Gör din röst hörd", PAGE, ENGLISH)

    assert event == Event(
        uid="sodermalm@www.example.se",
        sequence=3,
        created="2016-11-20T09:00:00Z",
        modified="2016-11-28T09:00:00Z",
        day=date(2016, 11, 29),
        start=datetime(2016, 11, 29, 18, 0, tzinfo=STOCKHOLM),
        end=datetime(2016, 11, 29, 19, 30, tzinfo=STOCKHOLM),
        status="CONFIRMED",
        summary="Gör din röst hörd: Södermalm",
        location="Zinkensdamms IP, Ringvägen 16, Södermalm",
        url=PAGE,
        description=(
            "Trygghet\nWith: Karin Wanngård\nOrganiser: S Söder\nAccess: Ramp\n"
            f"Languages: svenska, arabiska\nSign up: Kom som du är\n{PAGE}"
        ),
        contact="S Söder",
        district="Södermalm",
        geo=None,
    )


@pytest.mark.parametrize(
    ("start", "place", "line"),
    [
        (None, None, "Time and place will follow."),
        (None, "Zinkensdamms IP", "The time will follow."),
        ("18:00", None, "The place will follow."),
    ],
)
def test_a_tentative_event_says_what_will_follow(start: str | None, place: str | None, line: str) -> None:
    """As long as the hour or the place is not set, the title says so, and the text says which."""
    event = event_of(meeting(start, place=place), STAMP, "Tour", PAGE, ENGLISH)

    assert (event.status, event.summary) == ("TENTATIVE", "TENTATIVE: Tour: Södermalm")
    assert (event.location, event.description) == (place and f"{place}, Södermalm", f"{line}\n{PAGE}")


@pytest.mark.parametrize("place", ["Torget på Södermalm", "Södermalms torg", "SÖDERMALM"])
def test_a_district_is_not_said_twice(place: str) -> None:
    """A phone's map is asked for a place in its district, which may be written there already."""
    assert event_of(meeting(place=place), STAMP, "Tour", PAGE, ENGLISH).location == place


def test_a_cancelled_event_says_why() -> None:
    """A cancelled meeting says so in its title, and why before all else; what was to follow will not."""
    event = event_of(meeting(None, cancelled="Sjukdom {x}", about="Skola"), STAMP, "Tour", PAGE, ENGLISH)

    assert (event.status, event.summary) == ("CANCELLED", "CANCELLED: Tour: Södermalm")
    assert event.description == f"Cancelled: Sjukdom {{x}}\nSkola\n{PAGE}"


DAY_ALONE = "2016-11-29"
AT_SIX = "2016-11-29T18:00+01:00/2016-11-29T20:00+01:00"
AT_SEVEN = "2016-11-29T19:00+01:00/2016-11-29T21:00+01:00"


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        (DAY_ALONE, AT_SIX, (("", "18:00"),)),
        (AT_SIX, DAY_ALONE, (("18:00", "time not set"),)),
        (AT_SIX, AT_SEVEN, (("18:00", "19:00"),)),
    ],
)
def test_an_hour_that_is_set_moved_or_taken_away(
    was: str, becomes: str, told: tuple[tuple[str, str], ...]
) -> None:
    """Where there is no hour none is told, and one that moves says when the meeting begins."""
    changed = change(replace(STAMP, was_when=was, when=becomes), ENGLISH, STOCKHOLM)

    assert changed
    assert changed.parts == told


def test_the_shown_digest_is_that_of_the_event() -> None:
    """The record's digest can be had before a meeting has a UID."""
    held = meeting(place="Zinkensdamms IP")

    assert shown_digest(held, "Tour", PAGE, ENGLISH) == event_of(held, STAMP, "Tour", PAGE, ENGLISH).said
    assert shown_digest(held, "Tour", PAGE, ENGLISH) != shown_digest(meeting(), "Tour", PAGE, ENGLISH)


def test_position_is_given_to_phones() -> None:
    """A meeting with a position has it as GEO, latitude first (RFC 5545, 3.8.1.6)."""
    zone = Zone("Europe/Stockholm", "CET-1CEST,M3.5.0,M10.5.0/3")
    placed = replace(MEETING, geo="59.3121, 18.0510")
    made = Calendar(
        "T", "", "https://a.example/k.ics", "https://a.example/", "#c8102e", "sv", zone, (placed,)
    ).make()

    assert b"\r\nGEO:59.3121;18.0510\r\n" in made
    assert icalendar.Calendar.from_ical(made).walk("VEVENT")[0]["GEO"].to_ical() == "59.3121;18.051"
