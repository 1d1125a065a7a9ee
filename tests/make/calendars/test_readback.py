"""The last look at a calendar: whatever is wrong with it is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrum.make.calendars.calendar import Calendar, Event, Zone
from pressrum.make.calendars.readback import CalendarUnreadable, check_calendar, check_calendars

STOCKHOLM = ZoneInfo("Europe/Stockholm")
ONE = Event(
    uid="one@example.se",
    sequence=1,
    created="2016-11-20T09:00:00Z",
    modified="2016-11-28T09:00:00Z",
    day=date(2016, 11, 29),
    start=datetime(2016, 11, 29, 18, 0, tzinfo=STOCKHOLM),
    end=datetime(2016, 11, 29, 19, 30, tzinfo=STOCKHOLM),
    status="CONFIRMED",
    summary="Gör din röst hörd: Södermalm",
    location=None,
    url="https://www.example.se/turne/one/",
    description="https://www.example.se/turne/one/",
    contact=None,
    district="Södermalm",
    geo=None,
)
TWO = replace(ONE, uid="two@example.se", day=date(2017, 2, 4), start=None, end=None, status="TENTATIVE")
BOTH = Calendar(
    name="Gör din röst hörd",
    description="",
    source="https://www.example.se/kalender.ics",
    url="https://www.example.se/kalender/",
    colour="#c8102e",
    language="sv",
    zone=Zone("Europe/Stockholm", "CET-1CEST,M3.5.0,M10.5.0/3"),
    events=(ONE, TWO),
)
MADE = BOTH.make()
EVENTS = MADE[MADE.index(b"BEGIN:VEVENT") : MADE.index(b"END:VCALENDAR")]
FIRST = EVENTS[: EVENTS.rindex(b"BEGIN:VEVENT")]


def test_a_good_calendar_passes() -> None:
    """A calendar that says what it was made from is let through, and so is one without events."""
    empty = replace(BOTH, events=())

    check_calendar(MADE, BOTH)
    check_calendar(empty.make(), empty)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (FIRST, b"", "the event one@example.se is lost"),
        (FIRST, FIRST * 2, "the event one@example.se is there once too often"),
        (EVENTS, b"", "the event one@example.se is lost"),
        (b"UID:one@", b"UID:eno@", "the event one@example.se is lost"),
        (b"T180000", b"T190000", "is read where"),
        (b"T193000", b"T190000", "is read where"),
        (b"SEQUENCE:1", b"SEQUENCE:2", "is read where"),
        (b"SEQUENCE:1", b"SEQUENCE:x", "cannot be read"),
        (b"SEQUENCE:1\r\n", b"", "cannot be read"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "is read where"),
        (b"SUMMARY:G", b"SUMMARY:H", "is read where"),
        (b"MODIFIED:20161128", b"MODIFIED:20161127", "is read where"),
        (b"DATE:20170204", b"DATE:20170205", "is read where"),
        (b"DATE:20170205", b"DATE:20170206", "is read where"),
        (b"TZID:Europe/Stockholm", b"TZID:Europe/Oslo", r"its time zones are \['Europe/Oslo'\]"),
        (b"BEGIN:VCALENDAR", b"BEGIN:VCALENDA", "no VCALENDAR"),
        (b"END:VCALENDAR\r\n", b"", "it is cut off"),
        (b"END:VEVENT\r\nEND:VCALENDAR\r\n", b"END:VCALENDAR\r\n", "cannot be read|is lost"),
    ],
)
def test_what_is_wrong_is_seen(old: bytes, new: bytes, complaint: str) -> None:
    """An event that is lost, doubled or changed, or a file that is cut, is not let through.

    Nor is it after a calendar that has been found right.
    """
    wrong = MADE.replace(old, new)

    assert wrong != MADE
    with pytest.raises(CalendarUnreadable, match=complaint):
        check_calendar(wrong, BOTH)
    with pytest.raises(CalendarUnreadable, match=complaint):
        check_calendars([(MADE, BOTH), (wrong, BOTH)], frozenset())


def test_a_complaint_names_the_calendar() -> None:
    """The sentence says which calendar is wrong, and how."""
    with pytest.raises(CalendarUnreadable) as caught:
        check_calendar(MADE.replace(FIRST, b""), BOTH)

    assert str(caught.value) == (
        "https://www.example.se/kalender.ics was made wrong: the event one@example.se is lost"
    )


def test_one_uid_for_two_events_is_seen() -> None:
    """Two events that share a UID are one to a phone."""
    twins = replace(BOTH, events=(ONE, replace(TWO, uid=ONE.uid)))

    with pytest.raises(CalendarUnreadable, match=r"the UID one@example\.se stands for two events"):
        check_calendar(twins.make(), twins)
    with pytest.raises(CalendarUnreadable, match=r"the UID one@example\.se stands for two events"):
        check_calendars([(twins.make(), twins)], frozenset())


@pytest.mark.parametrize("length", range(0, len(MADE), 53))
def test_a_calendar_cut_anywhere_is_seen(length: int) -> None:
    """Wherever a file is cut off, it is not published."""
    with pytest.raises(CalendarUnreadable, match="it is cut off"):
        check_calendar(MADE[:length], BOTH)


@given(st.text(), st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)), st.integers(5, 3000))  # noqa: DTZ001
def test_any_event_passes(summary: str, start: datetime, minutes: int) -> None:
    """Any text at any minute of any year is read back as it was meant."""
    begins = start.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(STOCKHOLM)
    ends = (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(STOCKHOLM)
    event = replace(ONE, summary=summary, day=begins.date(), start=begins, end=ends)
    calendar = replace(BOTH, events=(event,))

    check_calendar(calendar.make(), calendar)
