"""What a meeting's page tells those who only see its address, and where its link to a map leads."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from conftest import Press


def page(press: Press, fields: str) -> str:
    """Give the page of a meeting, built."""
    press.write(
        "tour.yaml", f"title: Turné\nmeetings:\n  - {{district: Farsta, date: 2017-01-19, {fields}}}\n"
    )
    press.build()
    return press.page("/turne/farsta/")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("languages: [svenska]", "torsdag 19 januari 2017"),
        ("time: 18.00", "torsdag 19 januari 2017 kl.\N{NO-BREAK SPACE}18.00"),
        (
            "time: 18.00, end: '19.30', place: Torget, address: Gatan 1, about: Parkerna",
            "torsdag 19 januari 2017 kl.\N{NO-BREAK SPACE}18.00–19.30 · Torget, Gatan 1 · Parkerna",
        ),
        (
            "time: 18.00, place: Torget, cancelled: Vattenskada",
            "Inställt: Vattenskada · torsdag 19 januari 2017 kl.\N{NO-BREAK SPACE}18.00 · Torget",
        ),
    ],
)
def test_shared_link_tells_when_and_where(press: Press, fields: str, told: str) -> None:
    """What stands with a shared meeting is all that is known of it, that it is cancelled first."""
    shown = page(press, fields)

    assert f'<meta name="description" content="{told}">' in shown
    assert f'<meta property="og:description" content="{told}">' in shown


@pytest.mark.parametrize(
    ("fields", "sought"),
    [
        ("place: Torget", "Torget, Farsta"),
        ("place: Torget, address: Gatan 1", "Gatan 1, Farsta"),
        ("place: Torget, address: Gatan 1, geo: '59.3, 18.1'", "59.3, 18.1"),
    ],
)
def test_map_is_asked_for_a_place_in_the_district(press: Press, fields: str, sought: str) -> None:
    """A room or a street is looked up in its district; a point is one already."""
    shown = page(press, fields)
    (query,) = re.findall(r"openstreetmap\.org/search\?query=([^\"]*)", shown)

    assert unquote(query) == sought
