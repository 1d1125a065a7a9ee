"""What pages that no text stands behind tell those who only see their addresses."""

from __future__ import annotations

import re

import pytest
from conftest import RELEASE, SITE, Press

STATEMENT = """\
accessibility:
  status: helt
  supervised: nej
  method: självskattning
  assessed: 2016-11-28
  reviewed: 2016-11-28
"""
SAID = (
    "Det här är tillgänglighetsredogörelsen för Pressrummet: "
    "hur tillgänglig webbplatsen är och vad du kan göra där den inte är det."
)
NAME = "content/releases/2016-11-28-rost.md"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/pressmeddelanden/", "Pressmeddelanden från Pressrummet, de nyaste först."),
        ("/pressmeddelanden/2016/", "Pressmeddelanden från Pressrummet under 2016."),
        ("/amnen/", "Pressmeddelanden från Pressrummet, ämne för ämne."),
        ("/amnen/vard/", "Pressmeddelanden från Pressrummet i ämnet ”vård”."),
        ("/turne/", "Gör din röst hörd: när och var mötena hålls."),
        ("/sok/", "Sök bland alla pressmeddelanden från Pressrummet."),
        ("/integritet/", "Sidorna sparar ingenting om dig och hämtar ingenting från andra webbplatser."),
        ("/tillganglighet/", SAID),
        ("/kalender/", "Så följer du Gör din röst hörd i din egen kalender."),
    ],
)
def test_shared_page_tells_what_is_in_it(press: Press, address: str, told: str) -> None:
    """What stands with a page that is shared or found says what is in it."""
    press.write("site.yaml", SITE + "search: ja\n" + STATEMENT)
    press.write(NAME, RELEASE.replace("title:", "topics: [vård]\ntitle:", 1))
    press.build()

    descriptions = re.findall(
        r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)">', press.page(address)
    )
    assert descriptions == [told, told]
