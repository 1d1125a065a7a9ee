"""A release as plain text: what a newsroom pastes into its own system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from pressrum.errors import say
from pressrum.language import NO_BREAK, Language
from pressrum.make.figure import figure
from pressrum.make.kinds import ReleasePage
from pressrum.make.views import ContactView, MeetingView, TourView
from pressrum.model import LINK_OPENS, TOUR
from pressrum.typography import holds

BLOCKS = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "figure", "div", "hr")
)
"""What stands apart from its neighbours by an empty line."""
TAG = re.compile(r"""<(?P<closes>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>""")
"""A tag as it stands in safe HTML: the library that makes it safe writes all of them in one way."""
LINES = frozenset(("li", "tr", "dt", "dd", "br", "caption", "figcaption"))
"""What begins a line."""


BACK = "↩"
"""What leads back from a footnote: on paper nothing does."""


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


def plain(html: str) -> str:
    r"""Give what safe HTML says as plain text: lists with hyphens, links with their addresses behind them.

    >>> plain('<p>Kom till <a href="https://a.example/">oss</a>.</p><ul><li>Ett</li><li>Två</li></ul>')
    'Kom till oss (https://a.example/).\n\n- Ett\n- Två'
    """
    reader, end = _Reader(), 0
    for tag in TAG.finditer(html):
        reader.hear(html[end : tag.start()])
        end = tag.end()
        reader.close(tag["name"]) if tag["closes"] else reader.open(tag["name"], tag["attributes"])
    reader.hear(html[end:])
    return _parted(_tidy("".join(reader.parts))).strip()


def _tidy(text: str) -> str:
    """Give lines in which words have one space between them, and none before or after."""
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    if text.replace("\n", "").isprintable() and not holds(text, ("  ", "\n ", " \n")):
        return text  # as nearly all are, and this is sooner seen
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _parted(text: str) -> str:
    """Give a text with no more than one empty line between two others."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


class _Reader:
    """Writes down what is said between the tags."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.targets: list[str] = []
        self.cells = 0
        """Cells that the row of a table has so far."""

    def open(self, tag: str, attributes: str) -> None:
        """Begin a paragraph or a line, and remember where a link leads."""
        if tag in BLOCKS:
            self.parts.append("" if "".join(self.parts[-2:]).strip(" ").endswith("\n-") else "\n\n")
        elif tag in LINES:
            self.parts.append("\n- " if tag == "li" else "\n")
            self.cells = 0
        elif tag in ("td", "th"):
            self.parts.append(" | " if self.cells else "")
            self.cells += 1
        elif tag == "img" and (alt := _attribute("alt", attributes)):
            self.parts.append(f"[{alt}]")
        elif tag == "a":
            self.targets.append(_attribute("href", attributes))
        elif tag == "sup":
            self.parts.append("[")

    def close(self, tag: str) -> None:
        """End a paragraph, and say where a link led unless its words do."""
        if tag in BLOCKS:
            self.parts.append("\n\n")
        if tag == "sup":
            self.parts.append("]")
        if tag == "a" and self.targets:
            target = self.targets.pop()
            if target.startswith("http") and self.parts[-1] != target:
                self.parts.append(f" ({target})")

    def hear(self, words: str) -> None:
        """Write words down; a line break between them means nothing."""
        if words:
            self.parts.append(unescape(words).replace("\n", " ").replace(BACK, ""))


def _attribute(name: str, attributes: str) -> str:
    """Give the value of an attribute, "" without one."""
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return unescape(found[1]) if found else ""


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
