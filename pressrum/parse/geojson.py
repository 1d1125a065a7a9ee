"""A map in GeoJSON (RFC 7946) to its districts: outlines with names, and nothing else.

The json module tells no places, so the way to a wrong part is walked a second time, in the
text, and only when there is something to tell.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from pressrum.districts import District, Ring
from pressrum.errors import BadSource, BadValue, Location, Mistake, Text, location, say
from pressrum.nodes import Path
from pressrum.parse.text import INVISIBLE
from pressrum.slug import slugify

MOST = 200_000
"""How many positions a map may have; a city's districts take a few thousand."""
MANY = 100
"""How many features may be wrong before the rest is not looked at: they are wrong in one way."""
SHORTEST = 4
"""RFC 7946, 3.1.6: a linear ring has four or more positions."""
READER = json.JSONDecoder(parse_int=float)
"""All numbers are floats: the digits of a whole number are not bounded, a float's value is."""
BLANK = re.compile(r"[ \t\n\r]*")

NO_JSON = say("the map cannot be read as JSON from here on")
EXPORT = say("mend the comma, bracket or quotation mark, or export the map again as GeoJSON")
NESTED = say("the coordinates are not nested as this geometry has them")
NESTING = say("a Polygon is a list of rings, a ring a list of positions, a position [longitude, latitude]")


class _Wrong(BadValue):
    """A part of the map that is not as it should be, and the way to it."""

    def __init__(self, way: Path, message: Text, hint: Text) -> None:
        super().__init__(message, hint)
        self.way = way


def parse_districts(text: str, path: str) -> tuple[District, ...]:
    """Give the districts of the map `text`, in its order; `path` is the file, for reports.

    It is a FeatureCollection of Polygons and MultiPolygons in WGS 84, each with the property
    `name`. Raises `BadSource` with the first mistake of every feature, of a hundred at most.
    """
    try:
        return _districts(text, path)
    except json.JSONDecodeError as error:
        raise BadSource(Mistake(Location(path, error.lineno, error.colno), NO_JSON, EXPORT)) from None
    except RecursionError:
        raise BadSource(Mistake(Location(path), NO_JSON, EXPORT)) from None


def _districts(text: str, path: str) -> tuple[District, ...]:
    try:
        features = _features(READER.decode(text))
    except _Wrong as wrong:
        raise BadSource(wrong.at(location(text, _walk(text, wrong.way), path))) from None
    districts: dict[str, District] = {}
    mistakes: dict[int, _Wrong] = {}
    left = MOST
    for number, feature in enumerate(features):
        try:
            district = _district(feature)
            left -= sum(map(len, district.rings))
            _fits(district, left, districts)
        except _Wrong as wrong:
            mistakes[number] = wrong
        else:
            districts[district.slug] = district
        if left < 0 or len(mistakes) == MANY:
            break
    if mistakes:
        raise BadSource(*_told(mistakes, text, path))
    return tuple(districts.values())


def _features(document: Any) -> list[Any]:
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise _Wrong(
            ("type",),
            say("the map is no FeatureCollection"),
            say("export the districts as one GeoJSON FeatureCollection"),
        )
    features = document.get("features")
    if not isinstance(features, list) or not features:
        raise _Wrong(
            ("features",),
            say("the map has no districts"),
            say("a FeatureCollection lists them under features"),
        )
    return features


def _district(feature: Any) -> District:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _Wrong(
            ("type",),
            say("this is no Feature, and a map lists nothing else"),
            say("a district is a Feature with the property name and a geometry"),
        )
    properties = feature.get("properties")
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not name.strip():
        raise _Wrong(
            ("properties", "name"),
            say("the district has no name"),
            say("write it in the property name, between quotation marks"),
        )
    shown = " ".join(INVISIBLE.sub(" ", name).split())
    return District(shown, slugify(shown), _rings(feature.get("geometry")))


def _fits(district: District, left: int, others: dict[str, District]) -> None:
    """Refuse a district that is one too many: its name is taken, or the map is full."""
    way: Path = ("properties", "name")
    if not district.slug:
        raise _Wrong(
            way,
            say('the name "{name}" has neither digits nor letters in a-z', name=district.name),
            say("write it in Latin letters; å, ä, ö and accents count as a, a, o"),
        )
    if twin := others.get(district.slug):
        raise _Wrong(
            way,
            say('the map has a district called "{name}" already', name=twin.name),
            say("give one of them another name, or join them in one MultiPolygon"),
        )
    if left < 0:
        raise _Wrong(
            ("geometry", "coordinates"),
            say("the map has more than {most} positions", most=MOST),
            say("simplify the outlines to about 50 metres; more is not seen"),
        )


def _rings(geometry: Any) -> tuple[Ring, ...]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _Wrong(
            ("geometry", "type"),
            say("the district has no outline: its geometry is neither Polygon nor MultiPolygon"),
            say("give it one, or take it out of the map"),
        )
    way: Path = ("geometry", "coordinates")
    coordinates = geometry.get("coordinates")
    polygons = [(coordinates, way)] if kind == "Polygon" else _parts(coordinates, way)
    return tuple(_ring(*ring) for polygon in polygons for ring in _parts(*polygon))


def _parts(value: Any, way: Path) -> list[tuple[Any, Path]]:
    if not isinstance(value, list) or not value:
        raise _Wrong(way, NESTED, NESTING)
    return [(part, (*way, number)) for number, part in enumerate(value)]


def _ring(value: Any, way: Path) -> Ring:
    ring = tuple(_position(*position) for position in _parts(value, way))
    if len(ring) < SHORTEST:
        raise _Wrong(
            way,
            say("the ring has fewer than four positions"),
            say("a ring has at least three corners, and its first position again at the end"),
        )
    if ring[0] != ring[-1]:
        raise _Wrong(
            (*way, len(ring) - 1),
            say("the ring does not end where it begins"),
            say("write its first position again at the end"),
        )
    return ring


def _position(value: Any, way: Path) -> tuple[float, float]:
    """Give longitude and latitude; the third number, an altitude, is ignored (RFC 7946, 3.1.1)."""
    if not isinstance(value, list) or len(value) not in (2, 3) or {type(part) for part in value} != {float}:
        raise _Wrong(way, NESTED, NESTING)
    longitude, latitude = value[:2]
    if not (all(map(math.isfinite, value)) and abs(longitude) <= 180 and abs(latitude) <= 90):  # noqa: PLR2004 - degrees
        raise _Wrong(
            way,
            say("the position is not on the globe: longitude is -180 to 180, latitude -90 to 90"),
            say("export the map in WGS 84 (EPSG:4326), in degrees, longitude first"),
        )
    return longitude, latitude


def _told(mistakes: dict[int, _Wrong], text: str, path: str) -> Iterator[Mistake]:
    """Give each mistake its place, in one walk over the features."""
    for number, begin in _steps(text, _walk(text, ("features",))):
        if number in mistakes:
            wrong = mistakes[int(number)]
            yield wrong.at(location(text, _walk(text, wrong.way, begin), path))


def _walk(text: str, way: Path, begin: int = 0) -> int:
    """Give where the part at `way` begins, or the part around it when it is not there."""
    begin = _after_blank(text, begin)
    for step in way:
        found = next((at for key, at in _steps(text, begin) if key == step), None)
        if found is None:
            break
        begin = found
    return begin


def _steps(text: str, begin: int) -> Iterator[tuple[str | int, int]]:
    """Give each key of the map, or number in the list, that begins there, and where its value does."""
    if text[begin] not in "{[":
        return
    keyed, number, at = text[begin] == "{", 0, _after_blank(text, begin + 1)
    while text[at] not in "}]":
        key: str | int = number
        if keyed:
            key, at = READER.raw_decode(text, at)
            at = _after_blank(text, _after_blank(text, at) + 1)
        yield key, at
        at = _after_blank(text, READER.raw_decode(text, at)[1])
        number, at = number + 1, _after_blank(text, at + (text[at] == ","))


def _after_blank(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at
