"""What pages that list others tell those who only see their addresses."""

from __future__ import annotations

import re

import pytest
from conftest import RELEASE, Press

NAME = "content/releases/2016-11-28-rost.md"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/pressmeddelanden/", "Pressmeddelanden från Pressrummet, de nyaste först."),
        ("/pressmeddelanden/2016/", "Pressmeddelanden från Pressrummet under 2016."),
        ("/amnen/", "Pressmeddelanden från Pressrummet, ämne för ämne."),
        ("/amnen/vard/", "Pressmeddelanden från Pressrummet i ämnet ”vård”."),
        ("/kalender/", "Så följer du Gör din röst hörd i din egen kalender."),
    ],
)
def test_shared_list_tells_what_it_lists(press: Press, address: str, told: str) -> None:
    """What stands with a list that is shared or found says what is in it, and from whom."""
    press.write(NAME, RELEASE.replace("title:", "topics: [vård]\ntitle:", 1))
    press.build()

    descriptions = re.findall(
        r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)">', press.page(address)
    )
    assert descriptions == [told, told]
