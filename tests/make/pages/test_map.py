"""The tour map: path data, label points, states."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from pressrum.districts import District, Ring
from pressrum.make.pages.map import NO_STOP, MapDistrict, MapMeeting, MapStop, MapView, draw
from pressrum.parse.geojson import parse_districts

NUMBER = re.compile(r"-?(?:\d+(?:\.\d)?|\.\d)")
"""A number of path data as SVG reads it, with at most one decimal."""

Points = list[tuple[float, float]]


def meeting(id_: str) -> MapMeeting:
    """Give a meeting as a map knows it."""
    over = datetime(2016, 11, 29, 18, 30, tzinfo=UTC)
    return MapMeeting(f"turne/{id_}/", over.date(), over, "visited")


def square(west: float, south: float, side: float) -> Ring:
    """Give a square ring of positions."""
    east, north = west + side, south + side
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def shipped() -> tuple[District, ...]:
    """Give the districts of the map at the root."""
    name = "stockholm-districts.geojson"
    return parse_districts((ROOT / name).read_text(encoding="utf-8"), name)


def points(path: str) -> list[Points]:
    """Read path data back: the corners of each ring."""
    rings = []
    for ring in path.removesuffix("z").split("z"):
        start, _, line = ring.removeprefix("M").partition("l")
        assert re.fullmatch(rf"(?:\s?{NUMBER.pattern})*", start + line)
        x, y = map(float, NUMBER.findall(start))
        corners = [(x, y)]
        numbers = [float(number) for number in NUMBER.findall(line)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = round(x + dx, 1), round(y + dy, 1)
            corners.append((x, y))
        rings.append(corners)
    return rings


def inside(x: float, y: float, rings: list[Points]) -> bool:
    """Tell whether a point is in an odd number of rings."""
    crossed = 0
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            crossed += (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
    return crossed % 2 == 1


def test_a_square_on_the_equator() -> None:
    """Where a degree is as broad as it is tall, a square is drawn as one, with its label in the middle."""
    drawn = draw((District("A", "a", (square(-1, -1, 2),)),), {"a": MapStop("a", "booked", (meeting("a"),))})

    stop = MapStop("a", "booked", (meeting("a"),))
    assert drawn == MapView(640, 640, (MapDistrict("A", "M4 636l632 0 0-632-632 0z", stop, 320.0, 320.0),))


def test_degrees_of_longitude_are_shorter_in_the_north() -> None:
    """At 60 degrees north a square of degrees is twice as tall as broad, and fitted into the height."""
    drawn = draw((District("A", "a", (square(17, 59, 2),)),), {})

    assert (drawn.width, drawn.height) == (484, 960)


def test_a_hole_keeps_the_label_out() -> None:
    """A hole is a ring of its own, and the label stands beside it."""
    drawn = draw((District("A", "a", (square(-1, -1, 2), square(-0.5, -0.5, 1))),), {})
    district = drawn.districts[0]

    assert district.path == "M4 636l632 0 0-632-632 0zM162 478l316 0 0-316-316 0z"
    assert inside(district.label_x, district.label_y, points(district.path))


def test_label_is_in_the_arm_of_a_bow() -> None:
    """The middle of a bow is outside it; its label is not."""
    bow: Ring = ((0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (1, 1), (1, 10), (0, 10), (0, 0))
    district = draw((District("A", "a", (bow,)),), {}).districts[0]

    assert inside(district.label_x, district.label_y, points(district.path))


def test_a_district_too_small_to_see() -> None:
    """A district that rounding makes a point is one, and does not stop the map."""
    tiny = District("B", "b", (square(0.5, 0.5, 1e-7),))
    drawn = draw((District("A", "a", (square(-1, -1, 2),)), tiny), {})

    assert drawn.districts[1] == MapDistrict("B", "M478 162z", NO_STOP, 478.0, 162.0)


def test_corners_too_near_to_see_are_left_out() -> None:
    """A finely drawn border becomes corners half a unit apart, so that no map makes a page heavy."""
    fine = tuple((number / 10_000, 0.0) for number in range(10_001))
    district = draw((District("A", "a", ((*fine, (1, 1), (0, 1), (0, 0)),)),), {}).districts[0]

    assert len(points(district.path)[0]) == 1267


@pytest.mark.parametrize("spot", [(0.0, 0.0), (180.0, 90.0), (-180.0, -90.0)])
def test_a_map_of_one_spot(spot: tuple[float, float]) -> None:
    """Positions without any extent are drawn in the corner."""
    drawn = draw((District("A", "a", ((spot,) * 4,)),), {})

    assert drawn.districts == (MapDistrict("A", "M4 4z", NO_STOP, 4.0, 4.0),)


def test_stockholm() -> None:
    """The city is drawn in the order of its file, each stop at its district, others dropped."""
    stops = {
        "sodermalm": MapStop("sodermalm", "visited", (meeting("sodermalm"),)),
        "kungsholmen": MapStop("kungsholmen", "booked", (meeting("kungsholmen"),)),
        "kiruna": MapStop("kiruna", "cancelled", (meeting("kiruna"),)),
    }
    drawn = draw(shipped(), stops)

    assert (drawn.width, drawn.height) == (640, 614)
    assert [(part.name, part.stop.state, part.stop.link) for part in drawn.districts if part.stop.link] == [
        ("Kungsholmen", "booked", "turne/kungsholmen/"),
        ("Södermalm", "visited", "turne/sodermalm/"),
    ]
    assert [part.name for part in drawn.districts] == [district.name for district in shipped()]
    assert {part.stop.state for part in drawn.districts} == {"visited", "booked", "none"}


def test_stockholm_is_small() -> None:
    """The whole city takes less than 9 kB of path data."""
    assert sum(len(part.path) for part in draw(shipped(), {}).districts) < 9000


@pytest.mark.parametrize("part", draw(shipped(), {}).districts, ids=lambda part: part.name)
def test_stockholms_labels_are_well_inside(part: MapDistrict) -> None:
    """Around each label a number of 28 units has its room, in the box and in its district."""
    rings = points(part.path)
    corners = [(part.label_x + dx, part.label_y + dy) for dx in (-14, 0, 14) for dy in (-9, 0, 9)]

    assert all(inside(x, y, rings) for x, y in corners)
    assert all(0 < x < 640 and 0 < y < 614 for ring in rings for x, y in ring)


POSITION = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
RINGS = st.lists(POSITION, min_size=3, max_size=8).map(lambda ring: (*ring, ring[0]))
SHAPES = st.lists(st.lists(RINGS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4)


@settings(max_examples=40)
@given(SHAPES)
def test_any_rings_are_drawn(shapes: list[tuple[Ring, ...]]) -> None:
    """Whatever the rings, the path reads back as corners in the box, and the same map is the same text."""
    districts = tuple(District(str(number), str(number), rings) for number, rings in enumerate(shapes))
    drawn = draw(districts, {})

    assert repr(drawn) == repr(draw(districts, {}))
    for part, rings in zip(drawn.districts, shapes, strict=True):
        read = points(part.path)
        assert len(read) == len(rings)
        assert all(4 <= x <= drawn.width and 4 <= y <= drawn.height for ring in read for x, y in ring)
        assert 0 <= part.label_x <= drawn.width
        assert 0 <= part.label_y <= drawn.height
