"""How long five thousand meetings take: `make bench`.

Prints seconds for making and reading back every calendar of them (the whole tour's, one a
district, one a meeting), the same after one meeting has moved, and the ratio to icalendar as
a writer of the whole tour's calendar alone, in the same run.
"""

from __future__ import annotations

import os
import zoneinfo
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import icalendar

from pressrum.edges.sources import read_zone
from pressrum.make.calendars.calendar import Calendar, Event
from pressrum.make.calendars.readback import check_calendars, components

MEETINGS, DISTRICTS = 5000, 14


def event(number: int) -> Event:
    """Give a meeting."""
    zone = zoneinfo.ZoneInfo("Europe/Stockholm")
    day = date(2027, 1, 1) + timedelta(days=number // 10)
    start = datetime(day.year, day.month, day.day, 18, number % 60, tzinfo=zone)
    page = f"https://press.example/turne/m{number}/"
    return Event(
        uid=f"m{number}@press.example",
        sequence=0,
        created="2026-11-01T09:00:00Z",
        modified="2026-11-01T09:00:00Z",
        day=day,
        start=start,
        end=start + timedelta(minutes=90),
        status="CONFIRMED",
        summary=f"Gör din röst hörd: Stadsdel {number % DISTRICTS}",
        location=f"Lokal {number}, Gatan {number}",
        url=page,
        description=f"Om mötet\nArrangör: Förening {number}\n{page}",
        contact=f"Förening {number}",
        district=f"Stadsdel {number % DISTRICTS}",
        geo=None,
    )


def calendars(events: list[Event]) -> list[Calendar]:
    """Give all calendars of the events."""
    zone = read_zone("Europe/Stockholm")

    def calendar(name: str, chosen: list[Event]) -> Calendar:
        source = f"https://press.example/{name}.ics"
        return Calendar(
            name, "", source, "https://press.example/turne/", "#c8102e", "sv", zone, tuple(chosen)
        )

    districts = [
        calendar(f"district-{number}", [one for one in events if one.district == f"Stadsdel {number}"])
        for number in range(DISTRICTS)
    ]
    return [calendar("all", events), *districts, *(calendar(one.uid, [one]) for one in events)]


def by_icalendar(events: list[Event]) -> bytes:
    """Write the whole tour's calendar as icalendar does."""
    written = icalendar.Calendar()
    written.add("prodid", "-//bench//")
    written.add("version", "2.0")
    for one in events:
        vevent = icalendar.Event()
        vevent.add("uid", one.uid)
        vevent.add("dtstamp", datetime.fromisoformat(one.modified).astimezone(UTC))
        vevent.add("dtstart", one.start)
        vevent.add("dtend", one.end)
        vevent.add("summary", one.summary)
        vevent.add("location", one.location or "")
        vevent.add("description", one.description)
        vevent.add("url", one.url)
        vevent.add("categories", [one.district])
        written.add_component(vevent)
    content: bytes = written.to_ical()
    return content


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Measure and print."""
    zoneinfo.reset_tzpath(to=())
    events = [event(number) for number in range(MEETINGS)]
    everything = calendars(events)
    made: list[tuple[bytes, Calendar]] = []
    making = timed(lambda: made.extend((calendar.make(), calendar) for calendar in everything))
    checking = timed(lambda: check_calendars(made, frozenset()))
    published = frozenset(components(made[0][0])[1])
    moved = replace(events[77], sequence=1, modified="2026-11-02T09:00:00Z")
    touched = [
        calendar for calendar in calendars([*events[:77], moved, *events[78:]]) if moved in calendar.events
    ]
    again = timed(lambda: check_calendars([(calendar.make(), calendar) for calendar in touched], published))
    peer = timed(lambda: by_icalendar(events))
    whole = timed(made[0][1].make)
    print(f"{os.cpu_count()} cores, {MEETINGS} meetings, {len(everything)} calendars")
    print(f"made {making:.2f} s, read back {checking:.2f} s, together {making + checking:.2f} s")
    print(f"after one meeting moved: {len(touched)} calendars in {again:.2f} s")
    print(f"the whole tour's calendar: {whole:.2f} s, {peer / whole:.1f} times faster than icalendar")


if __name__ == "__main__":
    main()
