"""Feeds of a part: a topic's and a district's hold what belongs there, and go on when it is left."""

from __future__ import annotations

import json
import re

from conftest import Press

RELEASE = """\
---
title: {title}
date: 2016-11-28 09:00
{fields}
---

Text.
"""


def titles(press: Press, path: str) -> list[str]:
    """Give the titles in a JSON feed."""
    return [item["title"] for item in json.loads(press.page(path))["items"]]


def write(press: Press, name: str, fields: str, title: str = "") -> None:
    """Write a release; its name is its title too, where there is no other."""
    text = RELEASE.format(title=title or name, fields=fields)
    press.write(f"content/releases/2016-11-28-{name}.md", text)


def test_district_has_a_feed_of_its_meetings(press: Press) -> None:
    """What is written about the meetings of a district is in its feeds, and nothing else."""
    write(press, "om", "meetings: [sodermalm]")
    write(press, "annat", "meetings: [skarholmen]")
    press.build()

    assert titles(press, "/turne/sodermalm/feed.json") == ["om"]
    assert "<title>om</title>" in press.page("/turne/sodermalm/feed.xml")
    assert 'href="../../turne/sodermalm/feed.xml"' in press.page("/turne/sodermalm/")


def test_feeds_go_on(press: Press) -> None:
    """A topic that no release has any more, and a district without meetings, keep their feeds, empty."""
    write(press, "om", "topics: [stad]\nmeetings: [skarholmen]")
    press.build("2016-12-01T12:00")
    write(press, "om", "topics: [land]")
    press.write("tour.yaml", "title: Turné\nmeetings:\n  - {district: Södermalm, date: 2016-11-29}\n")
    press.build("2017-02-05T12:00")

    assert titles(press, "/amnen/stad/feed.json") == []
    assert titles(press, "/turne/skarholmen/feed.json") == []
    assert "<entry>" not in press.page("/amnen/stad/feed.xml")
    assert titles(press, "/amnen/land/feed.json") == ["om"]


def test_a_feed_without_entries_is_as_old_as_itself(press: Press) -> None:
    """A feed has the date of its first publication as long as it is empty, and again when it is left."""

    def dates() -> list[str]:
        feeds = [press.page(f"/{name}/feed.xml") for name in ("amnen/stad", "turne/skarholmen")]
        return [re.findall("<updated>(.*?)</updated>", feed)[0] for feed in feeds]

    began, written = "2016-12-01T11:00:00Z", "2016-11-28T09:00:00+01:00"
    write(press, "om", "topics: [stad]")
    press.build("2016-12-01T12:00")
    assert dates() == [written, began]

    write(press, "om", "meetings: [skarholmen]")
    press.build("2016-12-02T12:00")
    assert dates() == [began, written]

    write(press, "om", "")
    press.write("site.yaml", "language: en\n" + (press.root / "site.yaml").read_text())
    press.build("2016-12-03T12:00")
    press.build("2016-12-04T12:00")
    assert dates() == [began, began]


def test_withdrawn_release_says_so_in_its_feeds(press: Press) -> None:
    """Those who follow a topic or a district learn that a release has been withdrawn."""
    write(press, "om", "topics: [stad]\nmeetings: [sodermalm]")
    write(press, "annat", "topics: [stad]")
    press.build("2016-12-01T12:00")
    write(press, "om", "topics: [stad]\nmeetings: [sodermalm]\nretracted: Fel.")
    press.build("2016-12-02T12:00")

    assert titles(press, "/turne/sodermalm/feed.json") == ["Indraget pressmeddelande"]
    assert "Indraget pressmeddelande" in titles(press, "/amnen/stad/feed.json")


def test_feed_of_a_topic_goes_on_when_all_of_it_is_withdrawn(press: Press) -> None:
    """A topic whose only release has been withdrawn leads on, and its feeds tell its readers so."""
    write(press, "om", "topics: [stad]")
    press.build("2016-12-01T12:00")
    write(press, "om", "topics: [stad]\nretracted: Fel.")
    press.build("2016-12-02T12:00")

    assert titles(press, "/amnen/stad/feed.json") == ["Indraget pressmeddelande"]
    assert "Indraget pressmeddelande" in press.page("/amnen/stad/feed.xml")
    assert 'href="../../"' in press.page("/amnen/stad/")
    assert "<title>Pressrummet</title>" in press.page("/amnen/stad/")


def test_a_feed_that_is_left_leads_to_what_is_there(press: Press) -> None:
    """A topic and a district that are gone when the site changes its language name their old feeds still."""
    write(press, "om", "topics: [stad]\nmeetings: [skarholmen]")
    write(press, "annat", "topics: [land]")
    press.build("2016-12-01T12:00")
    write(press, "om", "topics: [stad]\nretracted: Fel.")
    press.write("tour.yaml", "title: Turné\nmeetings:\n  - {district: Södermalm, date: 2016-11-29}\n")
    press.build("2017-02-05T12:00")
    press.write("site.yaml", "language: en\n" + (press.root / "site.yaml").read_text())
    press.build("2017-02-06T12:00")

    for path, home in {
        "/amnen/stad/": "/topics/",
        "/turne/skarholmen/": "/tour/",
        "/amnen/land/": "",
    }.items():
        feed = json.loads(press.page(f"{path}feed.json"))
        told = [feed[key].removeprefix("https://press.example") for key in ("feed_url", "home_page_url")]

        assert told == ([f"{path}feed.json", home] if home else ["/topics/land/feed.json", "/topics/land/"])
        assert all(map(press.page, told))


def test_title_and_lead_are_typeset_in_their_language(press: Press) -> None:
    """A feed sets quotation marks and dashes as the page does: those of the text, not of the site."""
    for lang, said in (("sv", "”Ja” – sa hon"), ("en", "“Ja” – sa hon")):
        write(press, "om", f"lead: '\"Ja\" -- sa hon'\nlang: {lang}", title="'\"Ja\" -- sa hon'")
        press.build()
        (item,) = (item for item in json.loads(press.page("/feed.json"))["items"] if "Ja" in item["title"])
        atom = press.page("/feed.xml")

        assert (item["title"], item["summary"]) == (said, said)
        assert f"<p><strong>{said}</strong></p>" in item["content_html"]
        assert f"<title>{said}</title>" in atom
        assert f"<summary>{said}</summary>" in atom


def test_schedule_is_typeset_as_on_the_page(press: Press) -> None:
    """Place and reason of a meeting have the same quotation marks in a feed as in the release itself."""
    place = "place: 'Kafé \"Ett\"', cancelled: '\"Storm\"'"
    press.write("tour.yaml", f"title: T\nmeetings:\n  - {{district: Farsta, date: 2017-01-19, {place}}}\n")
    press.write("content/releases/2016-11-28-om.md", RELEASE.format(title="om", fields="") + "\n[[tour]]\n")
    press.build()
    feed = press.page("/feed.json")

    assert "Kafé ”Ett”</s> Inställt: ”Storm”" in feed
    assert '\\"Storm' not in feed


def test_a_correction_stands_above_the_text(press: Press) -> None:
    """Who is told that a release has been updated reads what was wrong, and when it was put right."""
    corrections = [
        "corrections:",
        "  - {date: 2016-11-29, text: Mötet är på <tisdag>.}",
        "  - {date: 2016-11-30 10.15, text: 'Kl. 18, \"inte\" 19.'}",
        "  - {date: 2016-12-24, text: Inget än.}",
    ]
    write(press, "om", "\n".join((*corrections, "lead: Kom.")))
    press.build()
    (item,) = (item for item in json.loads(press.page("/feed.json"))["items"] if item["title"] == "om")

    assert item["content_html"] == (
        "<p><strong>Rättelse onsdag 30 november 2016 kl.\u00a010.15:</strong> Kl.\u00a018, ”inte” 19.</p>\n"
        "<p><strong>Rättelse tisdag 29 november 2016:</strong> Mötet är på &lt;tisdag&gt;.</p>\n"
        "<p><strong>Kom.</strong></p>\n<p>Text.</p>"
    )
    assert "Rättelse onsdag" in press.page("/feed.xml")


def test_links_within_a_text_lead_to_its_page(press: Press) -> None:
    """A footnote or a heading is found from a feed, which has neither at its own address."""
    text = 'Se [slutet](#slutet).[^1]\n\n## Slutet\n\n`<a href="#x">`\n\n[^1]: Not.\n'
    press.write("content/releases/2016-11-28-om.md", RELEASE.format(title="om", fields="") + text)
    press.build()
    items = json.loads(press.page("/feed.json"))["items"]
    (html,) = (item["content_html"] for item in items if item["title"] == "om")

    assert re.findall('<a .*?href="(.*?)"', html) == [
        "https://press.example/pressmeddelanden/2016/om/#h-slutet",
        "https://press.example/pressmeddelanden/2016/om/#fn:1",
        "https://press.example/pressmeddelanden/2016/om/#fnref:1",
    ]
    assert '<code>&lt;a href="#x"&gt;</code>' in html
