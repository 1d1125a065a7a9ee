"""A release as plain text: what a newsroom pastes into its own system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pressrum.errors import say
from pressrum.language import NO_BREAK, Language
from pressrum.make.pages.figure import figure
from pressrum.make.pages.frame import Frame
from pressrum.make.pages.kinds import ReleasePage
from pressrum.make.pages.views import ContactView, MeetingView, TourView
from pressrum.make.plain_html import plain
from pressrum.model import LINK_OPENS, SCHEDULE

GAP = re.compile("\n{3,}")
"""More than one empty line between two others."""


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
        return self.written().encode()

    @lru_cache(maxsize=1)  # noqa: B019 - its file and the page beside it are made one after the other
    def written(self) -> str:
        """Give the text."""
        spoken, page = Language(self.language), self.page

        def typeset(words: str) -> str:
            return spoken.typeset(words, page.lang)

        schedule = typeset(_schedule(page.tour, spoken)) if page.tour else ""
        parts = [
            *map(typeset, filter(None, self._above(spoken))),
            # These are set already, and code in them is to stay as it was written.
            self._plain(figure(page.image, spoken, lazy=False)) if page.image else "",
            self._plain(page.body.html).replace(SCHEDULE, schedule),
            *map(typeset, filter(None, self._below(spoken))),
            self.site + self.link,
        ]
        text = "\n\n".join(filter(None, parts)).replace(NO_BREAK, " ") + "\n"
        return GAP.sub("\n\n", text) if "\n\n\n" in text else text

    def _above(self, spoken: Language) -> list[str | None]:
        page, word = self.page, spoken.ngettext("Correction", "Corrections", 1)
        withdrawn = spoken.gettext("This press release has been withdrawn.")
        return [
            page.mark,
            spoken.tell(say("Press release from {sender}", sender=self.sender)),
            spoken.dateline(page.date),
            page.title,
            *(
                [f"{spoken.dateline(page.retracted_on)}: {withdrawn}", page.retracted]
                if page.retracted_on
                else []
            ),
            *(f"{word} {spoken.dateline(one.date)}: {one.text}" for one in page.corrections),
            page.lead,
        ]

    def _below(self, spoken: Language) -> list[str | None]:
        heading = [spoken.gettext("Press contacts")] if self.page.contacts else []
        return [*heading, *map(_contact, self.page.contacts), self.boilerplate]

    def _plain(self, html: str) -> str:
        return plain(html.replace(LINK_OPENS, self.site))


def plain_text(frame: Frame, page: ReleasePage) -> PlainText:
    """Give the plain text of the release on a page."""
    site = frame.site
    return PlainText(page, site.title, site.url, frame.link, site.description, site.language)


def _contact(contact: ContactView) -> str:
    known = (contact.name, contact.role, contact.phone, contact.email, contact.hours)
    return ", ".join(filter(None, known))


def _schedule(tour: TourView, spoken: Language) -> str:
    """Give the meetings in order of time, a line each."""
    return "\n\n" + "\n".join(_stop(stop, spoken) for stop in (*reversed(tour.past), *tour.coming)) + "\n\n"


def _stop(stop: MeetingView, spoken: Language) -> str:
    when = spoken.day_and_hours(stop.day, stop.start, stop.end)
    where = ", ".join(filter(None, (stop.district, stop.location)))
    word = spoken.gettext("Cancelled")
    cancelled = f" ({word}: {stop.cancelled})" if stop.cancelled else ""
    return f"- {when}: {where}{cancelled}"
