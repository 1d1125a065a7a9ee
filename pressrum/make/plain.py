"""A release as plain text: what a newsroom pastes into its own system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pressrum.errors import say
from pressrum.language import NO_BREAK, Language
from pressrum.make.figure import figure
from pressrum.make.kinds import ReleasePage
from pressrum.make.plain_html import plain
from pressrum.make.views import ContactView, MeetingView, TourView
from pressrum.model import LINK_OPENS, TOUR


@dataclass(frozen=True)
class PlainText:
    """The recipe of a release's plain text."""

    page: ReleasePage
    sender: str
    site: str
    """The address of the site's root; ends with a slash."""
    link: str
    """The release's page, from the root."""
    boilerplate: str | None
    language: str

    def make(self) -> bytes:
        """Give the text in UTF-8; paragraphs are parted by empty lines and not wrapped."""
        spoken, page = Language(self.language), self.page
        parts = [
            page.mark,
            spoken.tell(say("Press release from {sender}", sender=self.sender)),
            _moment(page.date, spoken),
            page.title,
        ]
        if page.retracted is not None:
            parts += [spoken.gettext("This press release has been withdrawn."), page.retracted]
        else:
            parts += self._told(spoken)
        text = _parted("\n\n".join(filter(None, [*parts, self.site + self.link])))
        return (spoken.typeset(text, page.lang).replace(NO_BREAK, " ") + "\n").encode()

    def _told(self, spoken: Language) -> list[str]:
        page = self.page
        word = spoken.ngettext("Correction", "Corrections", 1)
        corrected = [f"{word} {_moment(one.date, spoken)}: {one.text}" for one in page.corrections]
        body = self._plain(page.body.html)
        schedule = _schedule(page.tour, spoken) if page.tour else ""
        contacts = [_contact(contact) for contact in page.contacts]
        heading = [spoken.gettext("Press contacts")] if contacts else []
        return [
            *corrected,
            page.lead or "",
            self._plain(figure(page.image, spoken, lazy=False) if page.image else ""),
            body.replace(TOUR, schedule),
            *heading,
            *contacts,
            self.boilerplate or "",
        ]

    def _plain(self, html: str) -> str:
        return plain(html.replace(LINK_OPENS, self.site))


def _parted(text: str) -> str:
    """Give a text with no more than one empty line between two others."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _moment(moment: datetime, spoken: Language) -> str:
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return spoken.weekday_and_day(moment) if midnight else spoken.moment(moment)


def _contact(contact: ContactView) -> str:
    known = (contact.name, contact.role, contact.phone, contact.email, contact.hours)
    return ", ".join(filter(None, known))


def _schedule(tour: TourView, spoken: Language) -> str:
    """Give the meetings in order of time, a line each."""
    return "\n\n" + "\n".join(_stop(stop, spoken) for stop in (*reversed(tour.past), *tour.coming)) + "\n\n"


def _stop(stop: MeetingView, spoken: Language) -> str:
    hours = spoken.hours(stop.start, stop.end)
    when = " ".join(filter(None, (spoken.weekday_and_day(stop.day), hours)))
    where = ", ".join(filter(None, (stop.district, stop.place, stop.address)))
    word = spoken.gettext("Cancelled")
    cancelled = f" ({word}: {stop.cancelled})" if stop.cancelled else ""
    return f"- {when}: {where}{cancelled}"
