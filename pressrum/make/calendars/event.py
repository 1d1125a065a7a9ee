"""A meeting as phones show it: the texts of its event, in the site's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pressrum.errors import say
from pressrum.language import NO_BREAK, Language
from pressrum.ledger import GONE, Left, Stamp
from pressrum.make.calendars.calendar import Event
from pressrum.make.pages.views import ChangeView
from pressrum.model import Meeting
from pressrum.slug import slugify
from pressrum.spans import end_of, start_of


def event_of(meeting: Meeting, stamp: Stamp, tour_title: str, page: str, language: Language) -> Event:
    """Give the event of a meeting.

    `stamp` gives its UID, SEQUENCE and stamps and nothing else; `page` is the absolute
    address of the meeting's page.
    """
    changed = change(stamp, language, meeting.zone)
    news = [in_a_line(changed, language)] if changed else []
    return Event(
        uid=stamp.uid,
        sequence=stamp.sequence,
        created=stamp.created,
        modified=stamp.modified,
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        status=meeting.status,
        summary=_summary(meeting, tour_title, language),
        location=whereabouts(meeting),
        url=page,
        description="\n".join([*_description(meeting, language), *news, page]),
        contact=meeting.fields.organiser,
        district=meeting.fields.district,
        geo=meeting.fields.geo,
    )


def whereabouts(meeting: Meeting) -> str | None:
    """Give room and street in the district, for a phone's map: there is a square in every one; or None."""
    return _in_district(meeting.location, meeting.fields.district)


def _in_district(place: str | None, district: str) -> str | None:
    """Add the district to a place, unless it is written there already."""
    return f"{place}, {district}" if place and slugify(district) not in slugify(place) else place


def departed(
    meeting: Meeting, stamp: Stamp, tour_title: str, page: str, language: Language, left: Left
) -> Event:
    """Give what the calendar of a district shows of a meeting that has left it: where it went.

    What is cancelled is what was planned there, at its hour and its place (RFC 5546, 3.2.5).
    """
    there = event_of(meeting, stamp, tour_title, page, language)
    gone = language.tell(say("The meeting has moved to {district}.", district=meeting.fields.district))
    reason = meeting.fields.cancelled
    start, end = start_of(left.when), end_of(left.when)
    why = [language.tell(say("It has been cancelled there: {reason}", reason=reason))] if reason else []
    return replace(
        there,
        day=start.date(),
        start=start.astimezone(meeting.zone) if end else None,
        end=end and end.astimezone(meeting.zone),
        status="CANCELLED",
        summary=language.tell(say("CANCELLED: {summary}", summary=f"{tour_title}: {left.district}")),
        location=_in_district(left.where or None, left.district),
        description="\n".join([gone, *why, page]),
        district=left.district,
        geo=None,
    )


def change(stamp: Stamp, language: Language, zone: ZoneInfo) -> ChangeView | None:
    """Give the last change of time, place, district or status; None where none is worth telling.

    Nothing is told of a cancelled meeting but that it is.
    """
    if not stamp.was_when or stamp.status == "CANCELLED":
        return None
    parts = tuple(_parts(stamp, language))
    return ChangeView(moved_on(stamp, language, zone), parts) if parts else None


def moved_on(stamp: Stamp, language: Language, zone: ZoneInfo) -> str:
    """Give the day of the last change, or on which it all began: `14 aug`."""
    moment = datetime.fromisoformat(stamp.moved or stamp.created).astimezone(zone)
    return language.short_day(moment).rstrip(".")


def _parts(stamp: Stamp, language: Language) -> Iterator[tuple[str, str]]:
    """Give what stood there and what does now, for each thing that is another."""
    if stamp.was_district:
        yield stamp.was_district, stamp.district
    days = [language.weekday_and_day(start_of(when)) for when in (stamp.was_when, stamp.when)]
    if days[0] != days[1]:
        yield days[0], days[1]
    old, new = (_hours(when, language) for when in (stamp.was_when, stamp.when))
    first, last = (_hours(when, language, whole=True) for when in (stamp.was_when, stamp.when))
    if old == new and first != last and not (stamp.was_assumed and stamp.assumed):  # it ends at another hour
        old = "" if stamp.was_assumed else first
        new = new if stamp.assumed else last
    if old != new:
        yield old, new or language.gettext("time not set")
    where_is_forgotten = stamp.was_status == GONE and not stamp.was_where
    if stamp.was_where != stamp.where and not where_is_forgotten:
        yield _place(stamp, language)
    if stamp.was_status in ("CANCELLED", GONE):
        yield "", language.gettext("the meeting will be held after all")


def _place(stamp: Stamp, language: Language) -> tuple[str, str]:
    """Give where it was to be and where it is; "" for the first where a street is added to the room.

    The first of them is said to be the place: what stands before it ends in a name too.
    """
    if not stamp.where:
        return stamp.was_where, language.gettext("place not set")
    was, now = (language.tell(say("place: {place}", place=where)) for where in (stamp.was_where, stamp.where))
    if stamp.was_where and not set(stamp.was_where.split(", ")) <= set(stamp.where.split(", ")):
        return was, stamp.where
    return "", now


def in_a_line(change: ChangeView, language: Language) -> str:
    """Give a change as a line: `Ändrat 14 aug: kl. 18.00 → kl. 19.00`."""
    what = ", ".join(f"{old} → {new}" if old else new for old, new in change.parts)
    return language.tell(say("Changed {day}: {what}", day=change.day, what=what))


def _hours(span: str, language: Language, *, whole: bool = False) -> str:
    """Give the hour in words, or from when to when; "" for an hour not set."""
    end = end_of(span)
    if end is None:
        return ""
    return language.hours(start_of(span), end if whole else None).replace(NO_BREAK, " ")


def shown_digest(meeting: Meeting, tour_title: str, page: str, language: Language) -> str:
    """Give the digest of all that phones show of a meeting: `Stamp.said` in the public record."""
    nothing = Stamp("", "", 0, "", "", "", "")
    return event_of(meeting, nothing, tour_title, page, language).said


def _summary(meeting: Meeting, tour_title: str, language: Language) -> str:
    """Give the title, what STATUS says in front of it.

    Outlook ignores STATUS, and Google hides what is cancelled.
    """
    summary = f"{tour_title}: {meeting.fields.district}"
    if meeting.status == "CANCELLED":
        return language.tell(say("CANCELLED: {summary}", summary=summary))
    if meeting.status == "TENTATIVE":
        return language.tell(say("TENTATIVE: {summary}", summary=summary))
    return summary


def _description(meeting: Meeting, language: Language) -> list[str]:
    """Give what is known, a line each."""
    fields = meeting.fields
    lines = [
        _news(meeting, language),
        fields.about,
        fields.with_ and language.tell(say("With: {who}", who=fields.with_)),
        fields.organiser and language.tell(say("Organiser: {who}", who=fields.organiser)),
        fields.access and language.tell(say("Access: {access}", access=fields.access)),
        fields.languages
        and language.tell(say("Languages: {languages}", languages=", ".join(fields.languages))),
        fields.signup and language.tell(say("Sign up: {how}", how=fields.signup)),
    ]
    return [line for line in lines if line]


def _news(meeting: Meeting, language: Language) -> str | None:
    """Give why it is cancelled, or what is still to be set."""
    if meeting.fields.cancelled:
        return language.tell(say("Cancelled: {reason}", reason=meeting.fields.cancelled))
    if meeting.start is None and meeting.location is None:
        return language.gettext("Time and place will follow.")
    if meeting.start is None:
        return language.gettext("The time will follow.")
    return language.gettext("The place will follow.") if meeting.location is None else None
