"""The VTIMEZONE against Python's own zones: every zone of the tz data, every hour near a change."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # ships no types
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Timezone

from pressrum.make.calendars.lines import to_bytes
from pressrum.make.calendars.timezone import render_timezone, ruled

HOUR = timedelta(hours=1)


@lru_cache
def tz_data(name: str) -> bytes:
    """Give the tz data of a zone as the tzdata package has it, and not as this machine has."""
    return resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()


def footer_of(name: str) -> str:
    """Give the last line of a zone's tz data."""
    return tz_data(name).splitlines()[-1].decode()


@lru_cache
def zone_of(name: str) -> ZoneInfo:
    """Give a zone as the tzdata package has it."""
    return ZoneInfo.from_file(io.BytesIO(tz_data(name)), key=name)


ZONES = resources.files("tzdata").joinpath("zones").read_text(encoding="ascii").split()
FROM = {"America/Havana": 2028, "Cuba": 2028}
"""Cuba does not put its clocks back in the winter of 2026, against its own rule."""
CHANGING = [name for name in ZONES if "," in footer_of(name)]


def changes(zone: tzinfo, year: int) -> list[datetime]:
    """Give every instant, by the quarter of an hour, at which a zone's offset changes in three years."""
    begin, quarter = datetime(year, 1, 1, tzinfo=UTC), timedelta(minutes=15)
    days = [begin + timedelta(days=count) for count in range(366 * 3)]
    found = []
    for day in days:
        if day.astimezone(zone).utcoffset() != (day + 24 * HOUR).astimezone(zone).utcoffset():
            moments = (day + quarter * count for count in range(1, 97))
            before = day.astimezone(zone).utcoffset()
            found.append(next(at for at in moments if at.astimezone(zone).utcoffset() != before))
    return found


def onsets(name: str, footer: str, year: int) -> list[tuple[datetime, timedelta]]:
    """Give the instants at which the VTIMEZONE's parts begin in three years, and the offset from then on."""
    found = []
    for part in "\n".join(render_timezone(name, footer)).split("BEGIN:")[2:]:
        values = dict(line.split(":", 1) for line in part.splitlines()[1:] if not line.startswith("END"))
        first = datetime.strptime(values["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - local by RFC 5545, 3.6.5
        before, after = offset(values["TZOFFSETFROM"]), offset(values["TZOFFSETTO"])
        # A day to each side: local years begin and end at other instants than ours.
        begin, end = datetime(year - 1, 12, 31), datetime(year + 3, 1, 2)  # noqa: DTZ001
        local = rrulestr(values["RRULE"], dtstart=first).between(begin, end)
        found += [(onset.replace(tzinfo=UTC) - before, after) for onset in local]
    return sorted((at, after) for at, after in found if year <= at.year < year + 3)


def offset(text: str) -> timedelta:
    """Read `+0100`."""
    sign = -1 if text[0] == "-" else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:5]), seconds=int(text[5:] or "0"))


def reader(name: str) -> tzinfo:
    """Give the zone that icalendar makes of our VTIMEZONE, knowing nothing else of it."""
    read = Timezone.from_ical(to_bytes(render_timezone(name, footer_of(name))))
    assert isinstance(read, Timezone)
    made: tzinfo = read.to_tz(lookup_tzid=False)
    return made


def test_stockholm() -> None:
    """Stockholm has one STANDARD and one DAYLIGHT, each with its RRULE."""
    lines = render_timezone("Europe/Stockholm", "CET-1CEST,M3.5.0,M10.5.0/3")

    assert lines == (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Stockholm",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    )


def test_a_zone_without_summer_time() -> None:
    """A zone whose clocks never change has one STANDARD and no RRULE."""
    lines = render_timezone("Asia/Kathmandu", "<+0545>-5:45")

    assert lines == (
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Kathmandu",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0545",
        "TZOFFSETTO:+0545",
        "TZNAME:+0545",
        "END:STANDARD",
        "END:VTIMEZONE",
    )


@pytest.mark.parametrize(
    ("footer", "starts", "recurs"),
    [
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "19701004T020000", "BYMONTH=10;BYDAY=1SU"),
        (
            "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
            "19700328T220000",
            "BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA",
        ),
        (
            "IST-2IDT,M3.4.4/26,M10.5.0",
            "19700327T020000",
            "BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
        ),
        (
            "EET-2EEST,M3.4.4/50,M10.4.4/50",
            "19700328T020000",
            "BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA",
        ),
        (
            "EET-2EEST,M10.5.4/24,M4.5.5/0",
            "19701030T000000",
            "BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR",
        ),
        ("AAA-1BBB,M12.5.0/24,M6.1.0", "19701228T000000", "BYYEARDAY=-6,-5,-4,-3,-2,-1,1;BYDAY=MO"),
        ("AAA-1BBB,M1.1.0/-1,M6.1.0", "19700103T230000", "BYYEARDAY=-1,1,2,3,4,5,6;BYDAY=SA"),
        ("AAA-1BBB,M2.5.3,M6.1.0", "19700225T020000", "BYMONTH=2;BYDAY=-1WE"),
        ("AAA-1BBB,M11.5.1,M6.1.0", "19701130T020000", "BYMONTH=11;BYDAY=-1MO"),
        (
            "AAA-1BBB,M1.5.0/-1,M6.1.0",
            "19700124T230000",
            "BYMONTH=1;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA",
        ),
        (
            "AAA-1BBB,M2.2.0/-1,M6.1.0",
            "19700207T230000",
            "BYMONTH=2;BYMONTHDAY=7,8,9,10,11,12,13;BYDAY=SA",
        ),
    ],
)
def test_the_change_of_a_rule(footer: str, starts: str, recurs: str) -> None:
    """An hour before 0 or after 24 is on another day, which the RRULE names."""
    lines = render_timezone("Test/Zone", footer)
    summer = lines[lines.index("BEGIN:DAYLIGHT") :]

    assert summer[1:3] == (f"DTSTART:{starts}", f"RRULE:FREQ=YEARLY;{recurs}")


def test_irish_winter_time_is_standard() -> None:
    """In Dublin, where tz data calls winter time the odd one, STANDARD still is the time of winter."""
    lines = render_timezone("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1")

    assert lines[2:8] == (
        "BEGIN:STANDARD",
        "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "TZNAME:GMT",
    )


@pytest.mark.parametrize(
    "footer",
    ["", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.6.0,M1.1.1", "CET-1CEST,J60,J300", "X-1\nY"],
)
def test_what_is_no_rule_is_refused(footer: str) -> None:
    """A line that does not say when the clocks change gives no VTIMEZONE."""
    with pytest.raises(ValueError, match="rule"):
        render_timezone("Test/Zone", footer)


def test_every_zone_has_a_vtimezone() -> None:
    """Any zone that site.yaml may name has a VTIMEZONE of one or of two parts."""
    parts = {
        sum(line.startswith("TZNAME") for line in render_timezone(name, footer_of(name))) for name in ZONES
    }

    assert parts == {1, 2}


@pytest.mark.parametrize("name", CHANGING)
def test_the_rules_are_those_of_the_zone(name: str) -> None:
    """For three years each part begins at the instant when the zone changes, and to the same offset."""
    zone, year = zone_of(name), FROM.get(name, 2027)
    due = [(at, at.astimezone(zone).utcoffset()) for at in changes(zone, year)]

    assert len(due) == 6
    assert onsets(name, footer_of(name), year) == due


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Stockholm",
        "Europe/Dublin",
        "America/New_York",
        "America/Santiago",
        "America/Nuuk",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Asia/Gaza",
        "Asia/Jerusalem",
        "Africa/Cairo",
        "Pacific/Chatham",
    ],
)
def test_icalendar_reads_the_same_hours(name: str) -> None:
    """Every hour within three days of a change, for three years, is the same instant to a reader."""
    zone, read = zone_of(name), reader(name)
    hours = [at + HOUR * count for at in changes(zone, 2027) for count in range(-72, 73)]
    local = [hour.astimezone(zone).replace(tzinfo=None) for hour in hours]
    # Local time tells no instant in the hour that comes twice, so the calendar writes that in UTC.
    once = [
        hour
        for hour in local
        if len({hour.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}) == 1
    ]
    wrong = [
        hour
        for hour in once
        if hour.replace(tzinfo=read).utcoffset() != hour.replace(tzinfo=zone).utcoffset()
    ]

    assert len(once) > 800
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["Africa/Casablanca", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "Etc/UTC"]
)
def test_icalendar_reads_zones_without_summer_time(name: str) -> None:
    """A zone without summer time is read with its one offset."""
    zone, read = zone_of(name), reader(name)
    hours = [datetime(2027, month, 1, 12) for month in range(1, 13)]  # noqa: DTZ001 - local, given both zones below

    assert {hour.replace(tzinfo=read).utcoffset() for hour in hours} == {
        hours[0].replace(tzinfo=zone).utcoffset()
    }


@st.composite
def footers(draw: st.DrawFn) -> str:
    """Give a rule as tz data could one day hold it.

    None about New Year, for there Python's own zones go wrong.
    """
    month, hours = draw(st.integers(2, 11)), draw(st.integers(-100, 100))
    odd = f"M{month}.{draw(st.integers(1, 5))}.{draw(st.integers(0, 6))}"
    # The other change is half a year away, on a day that no hours can carry into another month.
    calm = f"M{(month + 5) % 12 + 1}.3.3"
    return draw(st.sampled_from([f"AAA3BBB,{odd}/{hours},{calm}", f"AAA-3BBB-3:30,{calm},{odd}/{hours}"]))


@given(footers(), st.integers(2024, 2035))
def test_any_rule_is_expanded_as_python_does(footer: str, year: int) -> None:
    """Whatever the rule, its parts begin when the clocks of Python's zone of that rule change."""
    zone = ruled(footer)
    found = onsets("Test/Zone", footer, year)
    before = [(at - timedelta(seconds=1)).astimezone(zone).utcoffset() for at, _ in found]

    assert len(found) == 6
    assert [at.astimezone(zone).utcoffset() for at, _ in found] == [after for _, after in found]
    assert all(old != new for old, (_, new) in zip(before, found, strict=True))
