"""What search engines and others are told of a page in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from pressrum.make.pages.frame import Frame
from pressrum.make.pages.kinds import HomePage, MeetingPage, ReleasePage, View
from pressrum.make.pages.views import ContactView, MeetingView, SiteView

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
WRITTEN = json.JSONEncoder(ensure_ascii=False)


def linked_data(frame: Frame, page: View) -> str:
    """Give the JSON-LD of a page; "" for a page that is about nothing but other pages.

    `<`, `>` and `&` are written as escapes, so that nothing in it can end the element it stands
    in (JSON-LD 1.1, section 7.3).
    """
    thing: Thing | None = None
    if isinstance(page, HomePage):
        thing = _organization(frame.site) | {"contactPoint": [_contact(one) for one in page.contacts]}
    elif isinstance(page, ReleasePage) and page.retracted is None:
        thing = _article(frame, page)
    elif isinstance(page, MeetingPage):
        thing = _event(frame, page)
    if thing is None:
        return ""
    return (
        WRITTEN.encode({"@context": CONTEXT} | _known(thing))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )


def _known(thing: Thing) -> Thing:
    """Leave out what is not known."""
    return {
        name: _known(value) if isinstance(value, dict) else value
        for name, value in thing.items()
        if value not in (None, "", [], ())
    }


def _organization(site: SiteView) -> Thing:
    return {
        "@type": "Organization",
        "name": site.title,
        "url": site.url,
        "description": site.description,
    }


def _contact(contact: ContactView) -> Thing:
    return _known(
        {
            "@type": "ContactPoint",
            "contactType": "press",
            "name": contact.name,
            "telephone": contact.tel,
            "email": contact.email,
        }
    )


def _article(frame: Frame, page: ReleasePage) -> Thing:
    """Give a NewsArticle; `dateModified` moves as `updated` does in the feeds."""
    site, address = frame.site, frame.site.url + frame.link
    picture = page.image.picture if page.image else None
    return {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": frame.description,
        "datePublished": _instant(page.date),
        "dateModified": _instant(page.updated),
        "inLanguage": page.lang or site.language,
        "mainEntityOfPage": address,
        "url": address,
        "image": [site.url + size.link for size in reversed(picture.plain)] if picture else None,
        "keywords": [topic.text for topic in page.topics],
        "author": _organization(site),
        "publisher": _organization(site),
        "correction": [correction.text for correction in page.corrections],
    }


def _event(frame: Frame, page: MeetingPage) -> Thing:
    """Give an Event; as long as its room is not set it is held in its district."""
    meeting, site = page.meeting, frame.site
    return {
        "@type": "Event",
        "name": f"{page.tour_title}: {meeting.district}",
        "description": meeting.about,
        "startDate": _instant(meeting.start) or meeting.day.isoformat(),
        "endDate": _instant(meeting.end),
        "previousStartDate": meeting.previous,
        "eventStatus": f"{CONTEXT}/{_status(meeting)}",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "location": _place(meeting),
        "organizer": _organizer(meeting, site),
        "url": site.url + frame.link,
    }


def _organizer(meeting: MeetingView, site: SiteView) -> Thing:
    own = {"name": site.title, "url": site.url}
    return {"@type": "Organization"} | ({"name": meeting.organiser} if meeting.organiser else own)


def _instant(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _status(meeting: MeetingView) -> str:
    if meeting.cancelled is not None:
        return "EventCancelled"
    return "EventRescheduled" if meeting.previous else "EventScheduled"


def _place(meeting: MeetingView) -> Thing:
    latitude, _, longitude = (meeting.geo or "").partition(",")
    geo = {"@type": "GeoCoordinates", "latitude": latitude.strip(), "longitude": longitude.strip()}
    return {
        "@type": "Place",
        "name": meeting.place or meeting.district,
        "address": meeting.area,
        "geo": geo if meeting.geo else None,
    }
