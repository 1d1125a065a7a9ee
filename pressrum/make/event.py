"""A meeting as phones show it: the texts of its event, in the site's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pressrum.errors import say
from pressrum.language import Language
from pressrum.ledger import Stamp
from pressrum.make.calendar import Event
from pressrum.make.views import ChangeView
from pressrum.model import Meeting


def event_of(meeting: Meeting, stamp: Stamp, tour_title: str, page: str, language: Language) -> Event:
    """Give the event of a meeting.

    `stamp` gives its UID, SEQUENCE and stamps and nothing else; `page` is the absolute
    address of the meeting's page.
    """
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
        location=meeting.location,
        url=page,
        description="\n".join([*_description(meeting, language), *_changed(stamp, language), page]),
        contact=meeting.fields.organiser,
        district=meeting.fields.district,
        geo=meeting.fields.geo,
    )


def departed(meeting: Meeting, stamp: Stamp, tour_title: str, page: str, language: Language) -> Event:
    """Give what the calendar of the district that a meeting has left shows of it: where it went."""
    there = event_of(meeting, stamp, tour_title, page, language)
    gone = say("The meeting has moved to {district}.", district=meeting.fields.district)
    summary = say("CANCELLED: {summary}", summary=f"{tour_title}: {stamp.left}")
    return replace(
        there,
        status="CANCELLED",
        summary=language.tell(summary),
        description=f"{language.tell(gone)}\n{page}",
        district=stamp.left,
    )


def change(stamp: Stamp, language: Language) -> ChangeView | None:
    """Give the last change of time, place or status; None where none is worth telling."""
    if not stamp.moved or stamp.status == "CANCELLED":
        return None
    (old_day, old_hours), (new_day, new_hours) = (
        _when(when, language) for when in (stamp.was_when, stamp.when)
    )
    pairs = [(old_day, new_day), (old_hours, new_hours), (stamp.was_where, stamp.where)]
    told = [(old, new) for old, new in pairs if new and old != new]
    if stamp.was_status in ("CANCELLED", "GONE"):
        told.append(("", language.gettext("the meeting will be held after all")))
    day = language.short_day(datetime.fromisoformat(stamp.moved)).rstrip(".")
    return ChangeView(day, tuple(told)) if told else None


def _changed(stamp: Stamp, language: Language) -> list[str]:
    """Give the last change as a line: `Ändrat 14 aug: kl. 18.00 → kl. 19.00`."""
    found = change(stamp, language)
    if found is None:
        return []
    what = ", ".join(f"{old} → {new}" if old else new for old, new in found.parts)
    return [language.tell(say("Changed {day}: {what}", day=found.day, what=what))]


def _when(written: str, language: Language) -> tuple[str, str]:
    """Give the day and the hour, in words, of a time as the record keeps it; "" for an hour not set."""
    start = datetime.fromisoformat(written.split("/", maxsplit=1)[0])
    hours = language.hours(start, None).replace("\u00a0", " ") if "/" in written else ""
    return language.weekday_and_day(start), hours


def seen(meeting: Meeting, tour_title: str, page: str, language: Language) -> str:
    """Give the digest of all that phones show of a meeting, for the record's `Stamp.said`."""
    nothing = Stamp("", "", 0, "", "", "", "", "", "")
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
