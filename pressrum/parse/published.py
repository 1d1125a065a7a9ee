"""Pages, calendars and feeds of ours as they were published, back to what the record knows."""

from __future__ import annotations

import html
import json
import posixpath
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.ledger import Stamp, second
from pressrum.parse.markdown.markup import tags_of

NOT_OURS = say("this is not a calendar that was published from here")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
AT_ONCE = re.compile(r"0; url=(.*)")


@dataclass(frozen=True)
class Shown:
    """A meeting as a published calendar shows it."""

    stamp: Stamp
    """UID, SEQUENCE, the stamps, when, where, status; what it said is not known, and ""."""
    summary: str
    location: str
    """Room, street and district; "" as long as neither room nor street is set."""
    description: str


@dataclass(frozen=True)
class Published:
    """A calendar of ours that was published."""

    source: str
    """Its own address, absolute."""
    name: str
    shown: tuple[Shown, ...]
    """Its meetings, sorted."""


class Told(NamedTuple):
    """What a feed tells of a release."""

    url: str
    """Its address, absolute."""
    name: str
    """The name by which it is known."""
    title: str
    updated: str
    """As the record writes it."""


@dataclass(frozen=True)
class Feed:
    """A feed of ours that was published."""

    title: str
    home: str
    """The address of the site's front page, or of the topic's or district's."""
    language: str
    releases: tuple[Told, ...]


@dataclass(frozen=True)
class PublishedPage:
    """What a published page tells."""

    title: str
    """With the site's own title behind it."""
    leads_to: str | None
    """The path on this site to which readers of an old address are led on; None for any other page."""


def parse_html(text: str, path: str, url: str) -> PublishedPage:
    """Give what the page at `path` tells, on the site whose address is `url`.

    A page leads on when it does so at once, and names the same page as the one to be known by:
    so does each that a build made for an old address, and nobody else's.
    """
    head = text.partition("</head>")[0]
    title, tags = TITLE.search(head), tags_of(head)
    refresh = next((tag.get("content") for tag in tags if tag.get("http-equiv") == "refresh"), None)
    known_by = next((tag.get("href") for tag in tags if tag.get("rel") == "canonical"), None) or ""
    onward = AT_ONCE.fullmatch(refresh or "")
    to = "/" + known_by.removeprefix(url)
    same = onward and posixpath.normpath(posixpath.join(path, onward[1])) == posixpath.normpath(to)
    return PublishedPage(
        title=html.unescape(title[1]) if title else "",
        leads_to=to if same and known_by.startswith(url) else None,
    )


def parse_feed(content: bytes, path: str) -> Feed:
    """Give what readers have been told by a published JSON Feed.

    Raises `BadSource` for what is none of ours.
    """
    try:
        document = json.loads(content)
        releases = (
            Told(
                str(item["url"]),
                str(item["id"]),
                str(item["title"]),
                second(datetime.fromisoformat(item["date_modified"])),
            )
            for item in document["items"]
        )
        title, home, language = (str(document[key]) for key in ("title", "home_page_url", "language"))
        return Feed(title, home, language, tuple(releases))
    except (ValueError, LookupError, TypeError, RecursionError):
        raise BadSource(
            Mistake(
                Location(path),
                say("this is not a feed that was published from here"),
                say("take the file from the web host once more; if it is somebody else's, move it away"),
            )
        ) from None


def parse_name(atom: str) -> str:
    """Give the name of a published Atom feed (RFC 4287, 4.2.6); "" where it has none."""
    found = re.search("<id>([^<]*)</id>", atom)
    return html.unescape(found[1]) if found else ""


def parse_calendar(content: bytes, path: str, zone: ZoneInfo) -> Published:
    """Give what phones have been told by a published calendar; times are put in `zone`.

    Raises `BadSource` for what is no calendar of ours.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and seldom needed

    try:
        calendar = Calendar.from_ical(content)
        shown = tuple(_shown(event, zone) for event in calendar.walk("VEVENT"))
        return Published(str(calendar["SOURCE"]), _unescaped(str(calendar["NAME"])), shown)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        raise BadSource(
            Mistake(
                Location(path),
                NOT_OURS,
                say("give the file calendar.ics of the published site, or the site's folder"),
            )
        ) from None


def _unescaped(name: str) -> str:
    """Give a calendar's name, which icalendar leaves as it is written (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", r"\1", name)


def _shown(event: Any, zone: ZoneInfo) -> Shown:
    """Give what an event shows; its id is the last word of its page's address."""
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    hours = f"/{_local(end, zone)}" if isinstance(start, datetime) else ""
    location, district = str(event.get("LOCATION", "")), str(event["CATEGORIES"].cats[0])
    stamp = Stamp(
        id=str(event["URL"]).rstrip("/").rpartition("/")[2],
        uid=str(event["UID"]),
        sequence=int(event["SEQUENCE"]),
        created=second(event["CREATED"].dt),
        modified=second(event["LAST-MODIFIED"].dt),
        when=_local(start, zone) + hours,
        status=str(event["STATUS"]),
        where=location.removesuffix(f", {district}"),
        district=district,
    )
    return Shown(stamp, str(event["SUMMARY"]), location, str(event["DESCRIPTION"]))


def _local(moment: date, zone: ZoneInfo) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(zone).isoformat(timespec="minutes")
    return moment.isoformat()
