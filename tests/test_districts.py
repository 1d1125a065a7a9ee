"""The district that a name means."""

from __future__ import annotations

import json

import pytest
from conftest import SITE, Press

from pressrum.districts import District, named_in, nearest
from pressrum.slug import slugify

NAMES = ("Farsta", "Enskede-Årsta-Vantör", "Hägersten-Liljeholmen", "Södermalm", "Östermalm")
DISTRICTS = tuple(District(name, slugify(name), ()) for name in NAMES)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Enskede Årsta Vantör", "Enskede-Årsta-Vantör"),
        ("ENSKEDE–ÅRSTA–VANTÖR", "Enskede-Årsta-Vantör"),
        ("Enskede-Arsta", "Enskede-Årsta-Vantör"),
        ("Årsta", "Enskede-Årsta-Vantör"),
        ("Liljeholmen", "Hägersten-Liljeholmen"),
        ("Farsta strand", "Farsta"),
        ("Södermlam", "Södermalm"),
        ("Östermam", "Östermalm"),
        ("Kiruna", None),
        ("Södertälje", None),
        ("", None),
        ("–", None),
    ],
)
def test_nearest(name: str, near: str | None) -> None:
    """The nearest district is one that is part of the name, or the name of it; else one that is like it."""
    assert nearest(name, DISTRICTS) == near


def test_nothing_is_near_on_an_empty_map() -> None:
    """Without districts there is no nearest one."""
    assert nearest("Farsta", ()) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Östermalm och Farsta", ("Farsta", "Östermalm")),
        ("Farsta/Södermalm", ("Farsta", "Södermalm")),
        ("Farsta strand", ("Farsta",)),
        ("Hägersten-Farsta", ("Farsta", "Hägersten-Liljeholmen")),
        ("Hägersten strand", ()),
        ("Farsta-Hägersten strand", ("Farsta",)),
    ],
)
def test_named_in(text: str, named: tuple[str, ...]) -> None:
    """A district is named by its whole name, or by a part where all words of the text are of districts."""
    assert named_in(text, DISTRICTS) == named


def test_a_meeting_in_two_districts_is_offered_both(press: Press) -> None:
    """Which of two districts a meeting is in, the warning leaves to who knows where the place is."""
    ring = [[18.0, 59.0], [18.1, 59.0], [18.1, 59.1], [18.0, 59.0]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": outline}
        for name in ("Norrmalm", "Östermalm")
    ]
    press.write("map.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    press.write("site.yaml", SITE + "tour: {map: map.geojson}\n")
    press.write("tour.yaml", "title: T\nmeetings:\n- {district: Östermalm och Norrmalm, date: 2017-02-04}\n")

    (warning,) = press.warnings()

    assert warning.startswith('tour.yaml:3:14: "Östermalm och Norrmalm" is not on the map')
    assert warning.endswith(" | write the one that the place is in: Norrmalm or Östermalm")
