"""The iCalendar file that phones subscribe to (RFC 5545, with the properties of RFC 7986).

What is left out is left out on purpose. A METHOD would make each event an invitation, which
demands an ORGANIZER and a Content-Type that says the same. A UID of the calendar itself makes
vdirsyncer keep one event of all. VALARM, ATTACH and X-ALT-DESC are the reader's own business,
or trouble.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from pressrum.make.calendars.lines import content_line, text_line, to_bytes
from pressrum.make.calendars.timezone import render_timezone, ruled
from pressrum.make.pages.colour import Rgb, rgb
from pressrum.uris import as_uri

REFRESH = "PT4H"
"""How often a program may ask for the calendar again (RFC 7986, 5.7)."""

COLOURS = {
    "black": "#000000",
    "blue": "#0000ff",
    "chocolate": "#d2691e",
    "crimson": "#dc143c",
    "darkblue": "#00008b",
    "darkcyan": "#008b8b",
    "darkgreen": "#006400",
    "darkmagenta": "#8b008b",
    "darkorange": "#ff8c00",
    "darkred": "#8b0000",
    "darkslateblue": "#483d8b",
    "deeppink": "#ff1493",
    "deepskyblue": "#00bfff",
    "forestgreen": "#228b22",
    "gold": "#ffd700",
    "gray": "#808080",
    "hotpink": "#ff69b4",
    "limegreen": "#32cd32",
    "mediumpurple": "#9370db",
    "olive": "#808000",
    "orangered": "#ff4500",
    "royalblue": "#4169e1",
    "saddlebrown": "#8b4513",
    "steelblue": "#4682b4",
    "turquoise": "#40e0d0",
}
"""Some of the names of CSS3, all around the circle; COLOR takes a name (RFC 7986, 5.9)."""


@dataclass(frozen=True)
class Zone:
    """The time zone of the place."""

    name: str
    """`Europe/Stockholm`."""
    footer: str
    """The last line of its tz data: `CET-1CEST,M3.5.0,M10.5.0/3`."""


@dataclass(frozen=True)
class Event:
    """A meeting as phones show it: every text is ready, but not yet escaped."""

    uid: str
    sequence: int
    created: str
    """UTC, ISO 8601, to the second, as the record writes it: `2016-11-28T09:00:00Z`; so is `modified`."""
    modified: str
    """When it last showed something new."""
    day: date
    start: datetime | None
    """None, as `end`, as long as the hour is not set: then it fills its day."""
    end: datetime | None
    status: str
    """CONFIRMED, TENTATIVE or CANCELLED (RFC 5545, 3.8.1.11)."""
    summary: str
    location: str | None
    url: str
    description: str
    contact: str | None
    district: str
    geo: str | None
    """Latitude and longitude in degrees, with a comma."""

    @property
    def said(self) -> str:
        """A digest of all that it shows: the same as long as only its UID, SEQUENCE and stamps differ.

        The lines themselves are digested and not the fields, so that a new field, as long as
        nobody has filled it in, moves no stamp.
        """
        hours = [f"{moment.isoformat()} {moment.tzinfo}" for moment in (self.start, self.end) if moment]
        shown = "\n".join([*_texts(self), str(self.day), *hours])
        return hashlib.sha256(shown.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Calendar:
    """The recipe of a calendar: of the whole tour, of one district, of one meeting."""

    name: str
    description: str
    """May be ""."""
    source: str
    """Its own address, absolute."""
    url: str
    """The address of the page that goes with it, absolute."""
    colour: str
    """`#c8102e`."""
    language: str
    """`sv` or `en`."""
    zone: Zone
    events: tuple[Event, ...]
    """In any order; there may be none."""

    def make(self) -> bytes:
        """Give the file; with no event its VTIMEZONE is the component that RFC 5545, 3.6, demands."""
        lines = ["BEGIN:VCALENDAR", *_head(self), *render_timezone(self.zone.name, self.zone.footer)]
        for event in sorted(self.events, key=lambda event: (event.day, event.uid)):
            lines += _event(event, self.zone)
        return to_bytes([*lines, "END:VCALENDAR"])


def _head(calendar: Calendar) -> list[str]:
    """Give the calendar's own properties; RFC 7986 has NAME to COLOR, the X- ones are for older programs."""
    described = [
        text_line("DESCRIPTION", calendar.description),  # RFC 7986, 5.2
        text_line("X-WR-CALDESC", calendar.description),
    ]
    return [
        "VERSION:2.0",  # RFC 5545, 3.7.4
        # RFC 5545, 3.7.3. No version number: a new program must not make every calendar new.
        text_line("PRODID", f"-//pressrum//tour//{calendar.language.upper()}"),
        "CALSCALE:GREGORIAN",  # RFC 5545, 3.7.1
        text_line("NAME", calendar.name),  # RFC 7986, 5.1
        text_line("X-WR-CALNAME", calendar.name),
        *(described if calendar.description else ()),
        text_line("X-WR-TIMEZONE", calendar.zone.name),
        # RFC 7986, 5.7 and 5.8: these two have no default type, so VALUE must stand.
        content_line("REFRESH-INTERVAL", REFRESH, VALUE="DURATION"),
        content_line("X-PUBLISHED-TTL", REFRESH),
        content_line("SOURCE", as_uri(calendar.source), VALUE="URI"),
        content_line("URL", as_uri(calendar.url)),  # RFC 7986, 5.5
        content_line("COLOR", nearest_colour(calendar.colour)),  # RFC 7986, 5.9
        content_line("X-APPLE-CALENDAR-COLOR", calendar.colour.upper()),  # the very colour
    ]


@lru_cache
def nearest_colour(colour: str) -> str:
    """Give the name of the colour that looks most like it.

    >>> nearest_colour("#c8102e")
    'crimson'
    """
    wanted = rgb(colour)
    return min(COLOURS, key=lambda name: (_distance(wanted, rgb(COLOURS[name])), name))


def _distance(one: Rgb, other: Rgb) -> int:
    """Give how far apart two colours look: red, green and blue do not weigh the same ("redmean")."""
    red, green, blue = (abs(left - right) for left, right in zip(one, other, strict=True))
    mean = (one[0] + other[0]) // 2
    return (512 + mean) * red**2 + 1024 * green**2 + (767 - mean) * blue**2


def _event(event: Event, zone: Zone) -> list[str]:
    """Give a VEVENT (RFC 5545, 3.6.1)."""
    modified = _utc(event.modified)
    return [
        "BEGIN:VEVENT",
        text_line("UID", event.uid),  # 3.8.4.7
        # Without a METHOD, DTSTAMP says when it last changed, as LAST-MODIFIED does (3.8.7.2, 3.8.7.3).
        content_line("DTSTAMP", modified),
        content_line("LAST-MODIFIED", modified),
        content_line("CREATED", _utc(event.created)),  # 3.8.7.1
        content_line("SEQUENCE", str(event.sequence)),  # 3.8.7.4
        *_when(event, zone),
        *_texts(event),
        "TRANSP:TRANSPARENT",  # 3.8.2.7: a meeting to choose among takes up nobody's time
        "END:VEVENT",
    ]


def _texts(event: Event) -> list[str]:
    """Give what it says in words; what is not known is left out."""
    location = [text_line("LOCATION", event.location)] if event.location else []
    contact = [text_line("CONTACT", event.contact)] if event.contact else []
    geo = [content_line("GEO", event.geo.replace(" ", "").replace(",", ";"))] if event.geo else []
    return [
        content_line("STATUS", event.status),  # 3.8.1.11
        text_line("SUMMARY", event.summary),  # 3.8.1.12
        *location,  # 3.8.1.7
        *geo,  # 3.8.1.6
        content_line("URL", as_uri(event.url)),  # 3.8.4.6
        text_line("DESCRIPTION", event.description),  # 3.8.1.5
        *contact,  # 3.8.4.2; an ORGANIZER would make it an invitation
        text_line("CATEGORIES", event.district),  # 3.8.1.2
    ]


def _when(event: Event, zone: Zone) -> list[str]:
    """Give DTSTART and DTEND: hours, or a day up to the next, which is not in it (3.6.1)."""
    if event.start is None or event.end is None:
        after = event.day + timedelta(days=1)
        return [
            content_line("DTSTART", f"{event.day:%Y%m%d}", VALUE="DATE"),
            content_line("DTEND", f"{after:%Y%m%d}", VALUE="DATE"),
        ]
    start, end = event.start.astimezone(UTC), event.end.astimezone(UTC)
    # Both in one way: some programs show an event in the zone of its start alone.
    if _can_be_local(event.start, zone) and _can_be_local(event.end, zone):
        local = ruled(zone.footer)
        return [
            content_line("DTSTART", f"{start.astimezone(local):%Y%m%dT%H%M%S}", TZID=zone.name),
            content_line("DTEND", f"{end.astimezone(local):%Y%m%dT%H%M%S}", TZID=zone.name),
        ]
    return [
        content_line("DTSTART", f"{start:%Y%m%dT%H%M%SZ}"),
        content_line("DTEND", f"{end:%Y%m%dT%H%M%SZ}"),
    ]


def _can_be_local(moment: datetime, zone: Zone) -> bool:
    """Say whether local time tells this instant, by the zone's history and by the VTIMEZONE's rule alike.

    It does not in the hour that comes twice in autumn, for local time then means the first
    one (3.3.5), nor where the zone followed another rule in that year.
    """
    instant = moment.astimezone(UTC)
    local = instant.astimezone(ruled(zone.footer))
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return not twice and local.utcoffset() == instant.astimezone(moment.tzinfo).utcoffset()


def _utc(stamp: str) -> str:
    """Write a stamp of the record as RFC 5545, 3.3.5, form 2, has it: `20161128T090000Z`."""
    return stamp.replace("-", "").replace(":", "")
