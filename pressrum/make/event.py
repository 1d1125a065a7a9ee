"""A meeting as phones show it: the texts of its event, in the site's language."""

from __future__ import annotations

from pressrum.errors import say
from pressrum.language import Language
from pressrum.ledger import Stamp
from pressrum.make.calendar import Event
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
        description="\n".join([*_description(meeting, language), page]),
        contact=meeting.fields.organiser,
        district=meeting.fields.district,
    )


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
