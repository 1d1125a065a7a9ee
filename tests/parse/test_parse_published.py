"""Published pages: what they are called, and which of them lead on."""

from __future__ import annotations

import pytest

from pressrum.parse.published import parse_html

URL = "https://press.example/rum/"
REFRESH = '<meta http-equiv="refresh" content="0; url={}">'
KNOWN_BY = '<link rel="canonical" href="{}">'
OURS = REFRESH.format("../../nytt/") + KNOWN_BY.format(f"{URL}nytt/")


@pytest.mark.parametrize(
    ("head", "to"),
    [
        (OURS, "/nytt/"),
        (REFRESH.format("../../") + KNOWN_BY.format(URL), "/"),
        ("", None),
        (KNOWN_BY.format(f"{URL}nytt/"), None),
        (REFRESH.format("../../nytt/"), None),
        (REFRESH.format("../../annat/") + KNOWN_BY.format(f"{URL}nytt/"), None),
        (REFRESH.format("https://a.example/") + KNOWN_BY.format("https://a.example/"), None),
        (REFRESH.format("//[") + KNOWN_BY.format(f"{URL}["), None),
        (OURS.replace("0;", "5;"), None),
        (OURS.replace(' content="0; url=../../nytt/"', ""), None),
        (f"</head>{OURS}", None),
        (f"<!-- {OURS} -->", None),
    ],
)
def test_only_our_own_old_addresses_lead_on(head: str, to: str | None) -> None:
    """A page leads on within the site, when it goes at once to the page that it says it is."""
    assert parse_html(f"<html><head>{head}</head>", "/gammalt/mote/", URL).leads_to == to


def test_a_page_has_its_title() -> None:
    """The title is what a reader sees of it; a page may have none."""
    told = "<head><title>R&amp;D – Pressrummet</title></head><title>x</title>"

    assert parse_html(told, "/a/", URL).title == "R&D – Pressrummet"
    assert parse_html("<p>hej", "/a/", URL).title == ""
