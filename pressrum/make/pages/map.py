"""The tour map: districts to SVG path data, without a library and the same on any machine.

The projection is equirectangular: over a city it cannot be told from any other. Drawn are
whole tenths of a unit, so that no float's noise reaches a page.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from pressrum.districts import District

WIDTH, TALLEST = 640, 960
"""The box that a map is fitted into, in units of the SVG."""
EDGE = 4
"""Left free on all sides, for the outer half of the strokes."""
NEAR = 5
"""Tenths of a unit that two corners must lie apart: less is hidden by the stroke."""

Point = tuple[int, int]
"""Tenths of a unit, from the upper left."""


@dataclass(frozen=True)
class MapMeeting:
    """A meeting, as far as a map is concerned."""

    link: str
    """Its page, from the site's root."""
    day: date
    over: datetime
    """The instant from which it is past; for the script."""
    after: str
    """The state of its district then: visited, or passed where neither hour nor place was ever told."""


@dataclass(frozen=True)
class MapStop:
    """What the tour does in a district."""

    slug: str
    """The district's."""
    state: str
    """visited, passed, booked, cancelled or none."""
    meetings: tuple[MapMeeting, ...] = ()
    """Those to come when it is booked, in order of time; else the last one, if any."""

    @property
    def link(self) -> str | None:
        """Its meeting, from the site's root."""
        return self.meetings[0].link if self.meetings else None

    @property
    def over(self) -> datetime | None:
        """When a booked district gets its next state, for the script; None for other states."""
        return self.meetings[-1].over if self.state == "booked" else None

    @property
    def after(self) -> str | None:
        """That state."""
        return self.meetings[-1].after if self.state == "booked" else None


NO_STOP = MapStop("", "none")


@dataclass(frozen=True)
class MapDistrict:
    """A district as it is drawn."""

    name: str
    path: str
    """The `d` of an SVG path, to be filled with `fill-rule="evenodd"`."""
    stop: MapStop
    label_x: float
    """The middle of a label, well inside the district."""
    label_y: float


@dataclass(frozen=True)
class MapView:
    """The map, for `viewBox="0 0 width height"`."""

    width: int
    height: int
    districts: tuple[MapDistrict, ...]
    """In the order of the source; its numbers on the map count from 1."""


@dataclass(frozen=True)
class Sketch:
    """What a map is drawn from; drawing takes its time and is left to the recipe."""

    districts: tuple[District, ...]
    """At least one."""
    stops: tuple[MapStop, ...]

    def drawn(self) -> MapView:
        """Give the map."""
        return draw(self.districts, {stop.slug: stop for stop in self.stops})


def draw(districts: tuple[District, ...], stops: Mapping[str, MapStop]) -> MapView:
    """Draw the districts, at least one; `stops` gives what the tour does there by a district's slug.

    A district without a stop has the state "none"; a stop without a district is not drawn.
    """
    sheet = _sheet([position for district in districts for ring in district.rings for position in ring])
    drawn = [_drawn(district, sheet, stops.get(district.slug, NO_STOP)) for district in districts]
    return MapView(sheet.width, sheet.height, tuple(drawn))


@dataclass(frozen=True)
class _Sheet:
    west: float
    north: float
    across: float
    """Units a degree of longitude."""
    down: float
    """Units a degree of latitude."""
    width: int
    height: int

    def point(self, longitude: float, latitude: float) -> Point:
        """Project a position."""
        x = EDGE + (longitude - self.west) * self.across
        y = EDGE + (self.north - latitude) * self.down
        return round(x * 10), round(y * 10)


def _sheet(positions: list[tuple[float, float]]) -> _Sheet:
    """Fit the positions into the box."""
    west, east = min(x for x, _ in positions), max(x for x, _ in positions)
    south, north = min(y for _, y in positions), max(y for _, y in positions)
    # Libraries of C differ in the last digits of a cosine; all other steps are exact by IEEE 754.
    shrink = round(math.cos(math.radians((south + north) / 2)), 6)
    broad, tall = max((east - west) * shrink, 1e-9), max(north - south, 1e-9)
    scale = min((WIDTH - 2 * EDGE) / broad, (TALLEST - 2 * EDGE) / tall)
    width, height = (math.ceil(round(side * scale, 3)) + 2 * EDGE for side in (broad, tall))
    return _Sheet(west, north, shrink * scale, scale, width, height)


def _drawn(district: District, sheet: _Sheet, stop: MapStop) -> MapDistrict:
    rings = [_seen([sheet.point(*position) for position in ring]) for ring in district.rings]
    x, y = _centre(rings)
    path = "".join(map(_path, rings))
    return MapDistrict(district.name, path, stop, round(x) / 10, round(y) / 10)


def _seen(points: list[Point]) -> list[Point]:
    """Leave out corners that cannot be told from the one before, and the last, which is the first."""
    kept = points[:1]
    for x, y in points[1:-1]:
        if (x - kept[-1][0]) ** 2 + (y - kept[-1][1]) ** 2 >= NEAR**2:
            kept.append((x, y))
    return kept


def _path(ring: list[Point]) -> str:
    """Give a ring as path data, each point relative to the last."""
    (x, y), *_ = ring
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(ring)]
    line = "l" + _numbers([part for step in steps for part in step]) if steps else ""
    return f"M{_numbers([x, y])}{line}z"


def _numbers(tenths: list[int]) -> str:
    """Give numbers with as few letters between them as SVG can read (SVG 2, 9.3.9).

    >>> _numbers([12, -5, 5, 3, 40, 7])
    '1.2-.5.5.3 4 .7'
    """
    text, before = "", ""
    for part in tenths:
        whole, tenth = divmod(abs(part), 10)
        digits = f"{whole or ''}.{tenth}" if tenth else str(whole)
        number = "-" + digits if part < 0 else digits
        apart = before and part >= 0 and not (digits[0] == "." and "." in before)
        text, before = text + (" " if apart else "") + number, digits
    return text


def _centre(rings: list[list[Point]]) -> tuple[float, float]:
    """Give the point that is farthest from every border, to about one unit.

    Source: Agafonkin, "A new algorithm for finding a visual center of a polygon": the square
    that may hold the best point is parted in four until none can be much better.
    """
    edges = [edge for ring in rings for edge in zip(ring, ring[1:] + ring[:1], strict=True)]
    xs, ys = ([point[axis] for ring in rings for point in ring] for axis in (0, 1))
    broad, tall = max(xs) - min(xs), max(ys) - min(ys)
    half = max(broad, tall) / 2
    best = _cell((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, half, edges)
    waiting = [best]
    for _ in range(1000):
        cell = heapq.heappop(waiting)
        reach, inside, x, y, half = cell
        if -inside > -best[1]:
            best = cell
        if -reach + best[1] <= 10 and best[1] < 0:  # noqa: PLR2004 - ten tenths
            break
        half /= 2
        for dx, dy in ((-half, -half), (-half, half), (half, -half), (half, half)):
            heapq.heappush(waiting, _cell(x + dx, y + dy, half, edges))
    return best[2], best[3]


Cell = tuple[float, float, float, float, float]
"""Minus the greatest distance from a border that a square may hold, minus that of its middle
(below nothing outside), its middle, and half its side."""


def _cell(x: float, y: float, half: float, edges: list[tuple[Point, Point]]) -> Cell:
    inside, nearest = False, math.inf
    for (ax, ay), (bx, by) in edges:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        dx, dy = bx - ax, by - ay
        along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)
        along = min(1.0, max(0.0, along))
        nearest = min(nearest, (ax + along * dx - x) ** 2 + (ay + along * dy - y) ** 2)
    distance = math.sqrt(nearest) if inside else -math.sqrt(nearest)
    return -(distance + half * math.sqrt(2)), -distance, x, y, half
