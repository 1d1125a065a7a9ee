"""What a press room needs beside Pelican's pages, by its signals: plain texts, calendars, JSON feeds."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import segno
from pelican.plugins import signals  # type: ignore[import-not-found]  # only where it is measured


def register() -> None:
    """Tell Pelican when to call."""
    signals.article_generator_finalized.connect(between_neighbours)
    signals.page_generator_finalized.connect(in_order)
    signals.article_generator_write_article.connect(write_plain)
    signals.article_writer_finalized.connect(write_json_feeds)
    signals.page_writer_finalized.connect(write_calendars)


def qr(address: str) -> str:
    """Give a QR code as SVG."""
    return segno.make_qr(address).svg_inline(scale=4)


def plain(content: str) -> str:
    """Give the words of HTML."""
    return unescape(re.sub(r"<[^>]*>", "", content))


def between_neighbours(generator: Any) -> None:
    """Tell each release what stands before and after it."""
    for later, earlier in pairwise(generator.articles):
        earlier.later, later.earlier = later, earlier


def in_order(generator: Any) -> None:
    """Tell each meeting what stands before and after it."""
    generator.pages.sort(key=lambda page: page.date)
    for earlier, later in pairwise(generator.pages):
        earlier.later, later.earlier = later, earlier


def write_plain(generator: Any, content: Any) -> None:
    """Write a release as plain text, which its page holds too."""
    content.plain = generator.get_template("plain").render(generator.context, article=content)
    _write(generator, f"{content.url}text.txt", content.plain)


def write_json_feeds(generator: Any, writer: Any) -> None:  # noqa: ARG001 - as Pelican calls
    """Write the newest releases of the site and of each topic as JSON."""
    site = generator.settings["SITEURL"]
    for folder, title, articles in [
        ("", generator.settings["SITENAME"], generator.articles),
        *((tag.url, tag.name, listed) for tag, listed in generator.tags.items()),
    ]:
        items = [
            {
                "id": f"{site}/{article.url}",
                "url": f"{site}/{article.url}",
                "title": article.title,
                "summary": article.lead,
                "content_html": article.content,
                "date_published": article.date.isoformat(),
                "tags": [tag.name for tag in article.tags],
            }
            for article in articles[: generator.settings["FEED_MAX_ITEMS"]]
        ]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items}
        _write(generator, f"{folder}feed.json", json.dumps(feed, ensure_ascii=False))


def write_calendars(generator: Any, writer: Any) -> None:  # noqa: ARG001 - as Pelican calls
    """Write a calendar for each meeting, each district and the tour, and a page for each district."""
    template, page = generator.get_template("calendar"), generator.get_template("district")
    districts = defaultdict(list)
    for meeting in generator.pages:
        districts[meeting.title].append(meeting)
        _write(generator, f"{meeting.url}mote.ics", template.render(generator.context, meetings=[meeting]))
    for name, meetings in districts.items():
        folder = f"kalender/{name.lower().replace(' ', '-')}/"
        _write(generator, f"{folder}mote.ics", template.render(generator.context, meetings=meetings))
        _write(
            generator, f"{folder}index.html", page.render(generator.context, district=name, meetings=meetings)
        )
    _write(generator, "turne/mote.ics", template.render(generator.context, meetings=generator.pages))


def _write(generator: Any, name: str, text: str) -> None:
    file = Path(generator.output_path, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
