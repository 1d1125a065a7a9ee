"""JSON-LD says what the page says, and cannot end the element that it stands in."""

from __future__ import annotations

import json
import re
from typing import Any

from conftest import Press

RELEASE = """\
---
title: "Möte </script><script>alert(1)</script> & <b>"
date: 2016-11-28 09:00
topics: [stad]
corrections: [{date: 2016-11-28 11:00, text: Klockan 18.}]
---

Text.
"""
PAGE = "/pressmeddelanden/2016/oppet-mote/"


def data(press: Press, path: str) -> dict[str, Any]:
    """Give the JSON-LD of a page."""
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', press.page(path), re.DOTALL)
    read: dict[str, Any] = json.loads(found)
    return read


def meeting(press: Press, fields: str) -> None:
    """Write a schedule of one meeting."""
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  - {{district: Farsta, {fields}}}\n")


def test_release_is_a_news_article(press: Press) -> None:
    """Its headline, dates, sender and topics are there, and its title stays text."""
    press.write("content/releases/2016-11-28-oppet-mote.md", RELEASE)
    press.build()
    article = data(press, PAGE)

    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Möte </script><script>alert(1)</script> & <b>"
    assert (article["datePublished"], article["dateModified"]) == (
        "2016-11-28T09:00:00+01:00",
        "2016-11-28T11:00:00+01:00",
    )
    assert article["publisher"]["name"] == "Pressrummet"
    assert article["keywords"] == ["stad"]
    assert "<script>alert" not in press.page(PAGE)


def test_retracted_release_has_none(press: Press) -> None:
    """What has been withdrawn is no news article any more."""
    press.write(
        "content/releases/2016-11-28-oppet-mote.md", RELEASE.replace("topics:", "retracted: Fel.\ntopics:")
    )
    press.build()

    assert "ld+json" not in press.page(PAGE)


def test_meeting_is_an_event(press: Press) -> None:
    """An event has its hours, place, organiser and status; a moved one the hour that it had."""
    meeting(
        press, "date: 2016-12-20, time: 18.00-19.30, place: Torget, address: Gatan 1, organiser: Föreningen"
    )
    press.build("2016-12-01T12:00")
    first = data(press, "/turne/farsta/")
    meeting(
        press, "date: 2016-12-20, time: 19.00-20.30, place: Torget, address: Gatan 1, organiser: Föreningen"
    )
    press.build("2016-12-02T12:00")
    moved = data(press, "/turne/farsta/")
    meeting(press, "date: 2016-12-20, time: 19.00, place: Torget, cancelled: Sjukdom")
    press.build("2016-12-03T12:00")

    assert (first["startDate"], first["endDate"]) == (
        "2016-12-20T18:00:00+01:00",
        "2016-12-20T19:30:00+01:00",
    )
    assert first["eventStatus"] == "https://schema.org/EventScheduled"
    assert first["location"] == {"@type": "Place", "name": "Torget", "address": "Gatan 1, Farsta"}
    assert first["organizer"] == {"@type": "Organization", "name": "Föreningen"}
    assert (moved["eventStatus"], moved["previousStartDate"]) == (
        "https://schema.org/EventRescheduled",
        "2016-12-20T18:00+01:00",
    )
    assert data(press, "/turne/farsta/")["eventStatus"] == "https://schema.org/EventCancelled"


def test_who_comes_is_not_guessed_to_be_a_person_or_a_group(press: Press) -> None:
    """Whoever speaks at a meeting stands on its page alone: a performer would have to be one or the other."""
    meeting(press, "date: 2016-12-20, with: 'Bo Alm, presschef'")
    press.build()

    assert "Bo Alm, presschef" in press.page("/turne/farsta/")
    assert "performer" not in data(press, "/turne/farsta/")


def test_hour_that_is_set_moves_nothing(press: Press) -> None:
    """A meeting whose hour is set on the day that it had is not said to have been moved."""
    meeting(press, "date: 2016-12-20")
    press.build("2016-12-01T12:00")
    assert data(press, "/turne/farsta/")["startDate"] == "2016-12-20"
    meeting(press, "date: 2016-12-20, time: 19.00")
    press.build("2016-12-02T12:00")

    assert data(press, "/turne/farsta/")["eventStatus"] == "https://schema.org/EventScheduled"
    assert "previousStartDate" not in data(press, "/turne/farsta/")


def test_home_is_the_organisation(press: Press) -> None:
    """The front page tells who is behind the site and whom the press may call."""
    press.build()
    home = data(press, "/")

    assert (home["@type"], home["name"], home["url"]) == (
        "Organization",
        "Pressrummet",
        "https://press.example/",
    )
    assert home["contactPoint"][0]["telephone"] == "+46850829000"
