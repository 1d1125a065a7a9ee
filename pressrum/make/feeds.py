"""Atom and JSON feeds with full text; every date in them is from the sources.

RFC 4287 (Atom) and JSON Feed 1.1, written by hand: their bytes must not change with a
library's version, for a feed whose entries look new is read again by every subscriber.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from html import escape

from pressrum.language import Language
from pressrum.make.pages.views import MeetingView, TourView
from pressrum.model import LINK_OPENS, SCHEDULE
from pressrum.tongues import attributes

ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2)."""
WITHIN = re.compile('<a [^>]*?href="(?=#)')
"""Where a link begins that stays on its page: a footnote, a heading."""


@dataclass(frozen=True)
class Entry:
    """A release in a feed."""

    id: str
    """For ever the same, also when the release is renamed (RFC 4287, 4.2.6)."""
    url: str
    title: str
    published: datetime
    updated: datetime
    """When it last said something new (4.2.15)."""
    lead: str
    above: str
    """What stands above the text, as HTML: the lead, the picture."""
    html: str
    """The whole text; U+E000 stands for the site's root, U+E002 for the tour's schedule, here and above."""
    tour: TourView | None
    """The schedule, when the text shows it."""
    topics: tuple[str, ...]
    lang: str | None
    """The language of title and text, where it is not the feed's."""


@dataclass(frozen=True)
class Feed:
    """What both kinds of feed say."""

    id: str
    """Its own address at which it was first published: for ever the same, as that of an entry."""
    title: str
    site: str
    """The address of the site's root; ends with a slash."""
    home: str
    """The page that the feed follows."""
    url: str
    """The feed's own address."""
    language: str
    author: str
    entries: tuple[Entry, ...]
    """The newest first."""
    since: str
    """When it was first published, as the record writes it: its date as long as it has no entries.

    RFC 4287, 4.1.1, demands one, and W3C's validator takes one before 1990 for a slip.
    """

    def content(self, entry: Entry) -> str:
        """Give the text of an entry as HTML that can be read anywhere, and runs the right way there.

        No address in it is relative: a reader would look for it in the feed (RFC 3986, 5.1.3).
        """
        schedule = _schedule(entry.tour, self.site, Language(self.language)) if entry.tour else ""
        html = (entry.above + entry.html).replace(LINK_OPENS, self.site)
        html = WITHIN.sub(lambda link: link[0] + entry.url, html)
        if entry.lang is None:
            return html.replace(SCHEDULE, schedule)
        return spoken("div", html.replace(SCHEDULE, spoken("div", schedule, self.language)), entry.lang)


@dataclass(frozen=True)
class AtomFeed:
    """An Atom feed (RFC 4287)."""

    feed: Feed

    def make(self) -> bytes:
        """Give the document in UTF-8."""
        feed = self.feed
        newest = max((entry.updated for entry in feed.entries), default=None)
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">',
            f"<id>{_text(feed.id)}</id>",
            f"<title>{_text(feed.title)}</title>",
            f"<updated>{_instant(newest) if newest else feed.since}</updated>",
            f"<author><name>{_text(feed.author)}</name></author>",
            f'<link rel="self" type="application/atom+xml" href={_quoted(feed.url)}/>',
            f'<link rel="alternate" type="text/html" href={_quoted(feed.home)}/>',
            *(line for entry in feed.entries for line in self._entry(entry)),
            "</feed>",
        ]
        return ("\n".join(lines) + "\n").encode()

    def _entry(self, entry: Entry) -> list[str]:
        return [
            f'<entry xml:lang="{entry.lang}">' if entry.lang else "<entry>",
            f"<id>{_text(entry.id)}</id>",
            f"<title>{_text(entry.title)}</title>",
            f'<link rel="alternate" type="text/html" href={_quoted(entry.url)}/>',
            f"<published>{_instant(entry.published)}</published>",
            f"<updated>{_instant(entry.updated)}</updated>",
            *(f"<category term={_quoted(topic)}/>" for topic in entry.topics),
            *([f"<summary>{_text(entry.lead)}</summary>"] if entry.lead else []),
            f'<content type="html">{_text(self.feed.content(entry))}</content>',
            "</entry>",
        ]


@dataclass(frozen=True)
class JsonFeed:
    """A JSON Feed, version 1.1 (jsonfeed.org)."""

    feed: Feed

    def make(self) -> bytes:
        """Give the document in UTF-8."""
        feed = self.feed
        document = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.url,
            "language": feed.language,
            "authors": [{"name": feed.author, "url": feed.site}],
            "items": [
                {
                    "id": entry.id,
                    "url": entry.url,
                    "title": entry.title,
                    "date_published": _instant(entry.published),
                    "date_modified": _instant(entry.updated),
                }
                | ({"summary": entry.lead} if entry.lead else {})
                | {"content_html": feed.content(entry)}
                | ({"tags": list(entry.topics)} if entry.topics else {})
                | ({"language": entry.lang} if entry.lang else {})
                for entry in feed.entries
            ],
        }
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def spoken(tag: str, html: str, lang: str | None) -> str:
    """Give an element with `html` in it, which is in the language `lang`; None for that around it."""
    return f"<{tag}{attributes(lang)}>{html}</{tag}>"


def _schedule(tour: TourView, site: str, language: Language) -> str:
    stops = (*reversed(tour.past), *tour.coming)
    lines = "".join(f"<li>{_stop(stop, site, language)}</li>\n" for stop in stops)
    return f"<ul>\n{lines}</ul>" if stops else ""


def _stop(stop: MeetingView, site: str, language: Language) -> str:
    when = language.day_and_hours(stop.day, stop.start, stop.end)
    place = f'<a href="{site}{stop.link}">{_words(language.typeset(stop.district))}</a>'
    place += f", {_words(language.typeset(stop.location))}" if stop.location else ""
    if stop.cancelled is None:
        return f"{when}: {place}"
    cancelled = _words(language.gettext("Cancelled"))
    return f"<s>{when}: {place}</s> {cancelled}: {_words(language.typeset(stop.cancelled))}"


def _words(text: str) -> str:
    return escape(text, quote=False)


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _text(text: str) -> str:
    return _words(ILLEGAL.sub("", text))


def _quoted(text: str) -> str:
    return f'"{escape(ILLEGAL.sub("", text))}"'
