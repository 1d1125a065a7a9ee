"""Releases to measure with: the same ones at every run, for us and in the form that each peer reads.

`write(folder, number)` makes a site of `number` releases of about 350 words in 20 topics, a meeting
for every fifty of them, and a contact named by one in three. Nothing here is true.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).parent / "peers"
NOW = "2026-06-01T12:00"
"""The moment that every site of ours is built for; all releases are public, some meetings to come."""
TOPICS = tuple(f"Ämne {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
CONTACTS = ("anna", "bo", "cia")
DISTRICTS = tuple(f"Stadsdel {number}" for number in range(1, 15))
ROOTS = ("skol", "gård", "få", "vård", "stad", "del", "hus", "bygg", "års", "möt", "en", "att", "för", "med")
SITE = """\
title: Pressrummet
url: https://press.example/
language: sv
timezone: Europe/Stockholm
description: Texter att mäta med.
contacts:
"""


@dataclass(frozen=True)
class Text:
    """A release, before it is written down for anyone."""

    name: str
    title: str
    date: datetime
    lead: str
    topics: tuple[str, ...]
    contacts: tuple[str, ...]
    body: str
    """Markdown that all peers read alike."""


def texts(number: int) -> Iterator[Text]:
    """Give `number` releases, evenly over ten years."""
    chance = random.Random(1)  # noqa: S311 - words for a measurement
    words = ["".join(chance.choices(ROOTS, k=chance.randint(1, 3))) for _ in range(3000)]
    weights = [1 / rank for rank in range(1, 3001)]

    def some(count: int) -> str:
        return " ".join(chance.choices(words, weights, k=count))

    first, step = datetime(2016, 1, 4, 9), timedelta(days=3650) / number  # noqa: DTZ001 - as staff write it
    for place in range(number):
        date = (first + step * place).replace(microsecond=0, second=0)
        yield Text(
            name=f"{date:%Y-%m-%d}-text-{place}",
            title=f"Text {place} om {some(4)}",
            date=date,
            lead=_sentence(some(25)),
            topics=tuple(chance.sample(TOPICS, 2)),
            contacts=(chance.choice(CONTACTS),) if place % 3 == 0 else (),
            body=_body(some, place),
        )


def _body(words: Callable[[int], str], place: int) -> str:
    """Give about 325 words: paragraphs with a link and emphasis, a heading, a quotation, a list."""
    return "\n\n".join(
        (
            _sentence(words(60)),
            f"{_sentence(words(35))} Läs [hela underlaget](https://underlag.example/{place}) först.",
            f"## {words(4).capitalize()}",
            f"> {_sentence(words(40))}",
            f"{_sentence(words(30))} **{words(3).capitalize()}** {words(25)}.",
            "\n".join(f"- {words(9)}" for _ in range(4)),
            _sentence(words(50)),
            f"{_sentence(words(25))} *{words(2).capitalize()}* {words(14)}.",
        )
    )


def _sentence(words: str) -> str:
    return words.capitalize() + "."


def meetings(number: int) -> Iterator[tuple[str, datetime, str]]:
    """Give district, hour and id of a meeting for every fifty releases, a week apart up to 2027."""
    count = max(number // 50, 1)
    for place in range(count):
        hour = datetime(2026, 11, 30, 18) - timedelta(days=7 * place)  # noqa: DTZ001 - as staff write it
        yield DISTRICTS[place % len(DISTRICTS)], hour, f"mote-{place}"


def write(folder: Path, number: int) -> None:
    """Write a site of ours."""
    releases = folder / "content/releases"
    releases.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    contacts = "".join(
        f"  {key}: {{name: {key.capitalize()}, email: {key}@press.example}}\n" for key in CONTACTS
    )
    (folder / "site.yaml").write_text(SITE + contacts, encoding="utf-8")
    tour = "".join(
        f"  - {{district: {district}, date: {hour:%Y-%m-%d}, time: {hour:%H.%M}, place: Salen, id: {id_}}}\n"
        for district, hour, id_ in meetings(number)
    )
    (folder / "tour.yaml").write_text(f"title: Turnén\nmeetings:\n{tour}", encoding="utf-8")
    for text in texts(number):
        fields = [
            f"title: {text.title}",
            f"date: {text.date:%Y-%m-%d %H:%M}",
            f"lead: {text.lead}",
            f"topics: [{', '.join(text.topics)}]",
            *([f"contacts: [{', '.join(text.contacts)}]"] if text.contacts else []),
        ]
        _write(releases / f"{text.name}.md", fields, text.body)


def write_hugo(folder: Path, number: int) -> None:
    """Write the same site for Hugo."""
    shutil.copytree(PEERS / "hugo", folder)
    shutil.copytree(ROOT / "templates/assets", folder / "static/assets")
    releases, tour = folder / "content/pressmeddelanden", folder / "content/turne"
    releases.mkdir(parents=True)
    tour.mkdir()
    for text in texts(number):
        fields = [
            f"title: {text.title}",
            f"date: {text.date:%Y-%m-%dT%H:%M:00}",
            f"lead: {text.lead}",
            f"amnen: [{', '.join(text.topics)}]",
            f'ar: ["{text.date:%Y}"]',
            f"contacts: [{', '.join(text.contacts)}]",
            "outputs: [html, plain]",
        ]
        _write(releases / f"{text.name[11:]}.md", fields, text.body)
    (tour / "_index.md").write_text("---\ntitle: Turnén\noutputs: [html, ics]\n---\n", encoding="utf-8")
    for district, hour, id_ in meetings(number):
        fields = [
            f"title: {district}",
            f"date: {hour:%Y-%m-%dT%H:%M:00}",
            f"kalender: [{district}]",
            "place: Salen",
            "outputs: [html, ics]",
        ]
        _write(tour / f"{id_}.md", fields, "")


def write_pelican(folder: Path, number: int) -> None:
    """Write the same site for Pelican."""
    shutil.copytree(PEERS / "pelican", folder)
    shutil.copytree(ROOT / "templates/assets", folder / "theme/static")
    releases, tour = folder / "content/releases", folder / "content/tour"
    releases.mkdir(parents=True)
    tour.mkdir()
    for text in texts(number):
        fields = [
            f"Title: {text.title}",
            f"Date: {text.date:%Y-%m-%d %H:%M}",
            f"Slug: {text.name[11:]}",
            f"Tags: {', '.join(text.topics)}",
            f"Lead: {text.lead}",
            *(f"Contacts: {contact}" for contact in text.contacts),
        ]
        (releases / f"{text.name}.md").write_text("\n".join(fields) + f"\n\n{text.body}\n", encoding="utf-8")
    for district, hour, id_ in meetings(number):
        fields = [f"Title: {district}", f"Date: {hour:%Y-%m-%d %H:%M}", f"Slug: {id_}", "Place: Salen"]
        (tour / f"{id_}.md").write_text("\n".join(fields) + "\n", encoding="utf-8")


def _write(file: Path, fields: list[str], body: str) -> None:
    block = "\n".join(fields)
    file.write_text(f"---\n{block}\n---\n{body}\n", encoding="utf-8")
