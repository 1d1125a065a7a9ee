"""GeoJSON to districts: what is read, and every mistake at its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from refused import told_in_file

from pressrum.districts import District
from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.parse import geojson
from pressrum.parse.geojson import parse_districts

RING = "[[18, 59], [19, 59], [19, 60], [18, 59]]"
CORNERS = ((18.0, 59.0), (19.0, 59.0), (19.0, 60.0), (18.0, 59.0))


def feature(name: str = "Bromma", kind: str = "Polygon", coordinates: str = f"[{RING}]") -> str:
    """Give a feature on one line."""
    geometry = f'{{"type": "{kind}", "coordinates": {coordinates}}}'
    return f'{{"type": "Feature", "properties": {{"name": "{name}"}}, "geometry": {geometry}}}'


def collection(*features: str) -> str:
    """Give a map whose first feature is on line 2."""
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"


def told(text: str) -> list[str]:
    """Give the mistakes in a map, in English: place, message and hint."""
    return told_in_file(lambda: parse_districts(text, "m.geojson"))


def test_polygon() -> None:
    """A polygon is a district with its name, its slug and its ring."""
    districts = parse_districts(collection(feature("Älvsjö")), "m.geojson")

    assert districts == (District("Älvsjö", "alvsjo", (CORNERS,)),)


def test_rings_of_all_polygons_are_read_and_altitudes_are_not() -> None:
    """Outlines and holes of a MultiPolygon follow each other, without the third numbers of positions."""
    high = "[[18, 59, 7], [19, 59, 7], [19, 60, -1.5], [18, 59, 7]]"
    text = collection(feature(kind="MultiPolygon", coordinates=f"[[{RING}, {high}], [{RING}]]"))

    assert parse_districts(text, "m.geojson")[0].rings == (CORNERS, CORNERS, CORNERS)


def test_order_is_that_of_the_source() -> None:
    """Districts come as they stand, with other members read through."""
    text = collection(feature("Östermalm"), feature("Bromma")).replace(
        '"features"', '"source": {"a": 1}, "features"'
    )

    assert [district.name for district in parse_districts(text, "m.geojson")] == ["Östermalm", "Bromma"]


def test_blanks_and_invisible_letters_in_a_name_are_single_spaces() -> None:
    """A name is one line of letters that a reader can see."""
    text = collection(feature(" Enskede \\n Årsta\\u0000Vantör\\ud800 "))

    assert parse_districts(text, "m.geojson")[0].name == "Enskede Årsta Vantör"


NO_JSON = (
    "the map cannot be read as JSON from here on"
    " | mend the comma, bracket or quotation mark, or export the map again as GeoJSON"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1"),
        ('{"type": "FeatureCollection",\n "features": [}', "2:15"),
        ('{"type": "FeatureCollection"}\n]', "2:1"),
        ('{"åäö": 1 2}', "1:11"),
        ("[" * 100_000, "1:1"),
    ],
)
def test_what_is_no_json(text: str, place: str) -> None:
    """What Python cannot read as JSON is told where it stands."""
    assert told(text) == [f"m.geojson:{place}: {NO_JSON}"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", "1:1"),
        ('"x"', "1:1"),
        ("{}", "1:1"),
        ('\n{"type": "Topology"}', "2:10"),
        ('{"type": {}}', "1:10"),
    ],
)
def test_what_is_no_feature_collection(text: str, place: str) -> None:
    """A map of another kind is told at its type, or at its beginning when it has none."""
    why = "the map is no FeatureCollection | export the districts as one GeoJSON FeatureCollection"

    assert told(text) == [f"m.geojson:{place}: {why}"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"type": "FeatureCollection"}', "1:1"),
        ('{"type": "FeatureCollection", "features": []}', "1:43"),
        ('{"type": "FeatureCollection", "features": {"type": "Feature"}}', "1:43"),
    ],
)
def test_a_map_without_districts(text: str, place: str) -> None:
    """A map has at least one district."""
    why = "the map has no districts | a FeatureCollection lists them under features"

    assert told(text) == [f"m.geojson:{place}: {why}"]


NO_FEATURE = (
    "this is no Feature, and a map lists nothing else"
    " | a district is a Feature with the property name and a geometry"
)
NO_NAME = "the district has no name | write it in the property name, between quotation marks"
NO_OUTLINE = (
    "the district has no outline: its geometry is neither Polygon nor MultiPolygon"
    " | give it one, or take it out of the map"
)
NESTED = (
    "the coordinates are not nested as this geometry has them"
    " | a Polygon is a list of rings, a ring a list of positions, a position [longitude, latitude]"
)
OFF_THE_GLOBE = (
    "the position is not on the globe: longitude is -180 to 180, latitude -90 to 90"
    " | export the map in WGS 84 (EPSG:4326), in degrees, longitude first"
)
SHORT = (
    "the ring has fewer than four positions"
    " | a ring has at least three corners, and its first position again at the end"
)
OPEN = "the ring does not end where it begins | write its first position again at the end"


@pytest.mark.parametrize(
    ("wrong", "place", "why"),
    [
        ("7", "3:1", NO_FEATURE),
        ('{"type": "Polygon", "coordinates": []}', "3:10", NO_FEATURE),
        ('{"type": "Feature", "properties": null}', "3:35", NO_NAME),
        ('{"type": "Feature"}', "3:1", NO_NAME),
        ('{"type": "Feature", "properties": {"NAMN": "Bromma"}}', "3:35", NO_NAME),
        ('{"type": "Feature", "properties": {"name": 7}}', "3:44", NO_NAME),
        (feature(" "), "3:44", NO_NAME),
        (feature(kind="Point", coordinates="[18, 59]"), "3:76", NO_OUTLINE),
        ('{"type": "Feature", "properties": {"name": "X"}, "geometry": null}', "3:62", NO_OUTLINE),
        ('{"type": "Feature", "properties": {"name": "X"}}', "3:1", NO_OUTLINE),
        (feature(coordinates="[]"), "3:102", NESTED),
        (feature(coordinates="null"), "3:102", NESTED),
        (feature(coordinates=RING), "3:104", NESTED),
        (feature(coordinates=f"[[{RING}]]"), "3:104", NESTED),
        (feature(kind="MultiPolygon"), "3:110", NESTED),
        (feature(coordinates="[[[18], [19, 59], [19, 60], [18]]]"), "3:104", NESTED),
        (feature(coordinates="[[[1, 2, 3, 4], [19, 59], [19, 60], [18, 59]]]"), "3:104", NESTED),
        (feature(coordinates="[[[18, 59], [true, 59], [19, 60], [18, 59]]]"), "3:114", NESTED),
        (feature(coordinates='[[[18, 59], ["19", 59], [19, 60], [18, 59]]]'), "3:114", NESTED),
        (feature(coordinates="[[[674032, 6580821], [19, 59], [19, 60], [18, 59]]]"), "3:104", OFF_THE_GLOBE),
        (feature(coordinates="[[[18, 59], [19, 90.1], [19, 60], [18, 59]]]"), "3:114", OFF_THE_GLOBE),
        (feature(coordinates="[[[18, 59], [1e999, 59], [19, 60], [18, 59]]]"), "3:114", OFF_THE_GLOBE),
        (feature(coordinates="[[[18, 59, 1e999], [19, 59], [19, 60], [18, 59]]]"), "3:104", OFF_THE_GLOBE),
        (
            feature(coordinates=f"[[[{'9' * 5000}, 59], [19, 59], [19, 60], [18, 59]]]"),
            "3:104",
            OFF_THE_GLOBE,
        ),
        (feature(coordinates="[[[18, 59], [19, 59], [18, 59]]]"), "3:103", SHORT),
        (feature(coordinates="[[[18, 59], [19, 59], [19, 60], [18, 60]]]"), "3:134", OPEN),
    ],
)
def test_what_is_no_district(wrong: str, place: str, why: str) -> None:
    """A mistake in a feature is told at the very part that is wrong."""
    assert told(collection(feature("Farsta"), wrong)) == [f"m.geojson:{place}: {why}"]


def test_every_feature_tells_its_first_mistake() -> None:
    """One run tells of all features that are wrong, in their order."""
    text = collection("0", feature(), feature(""), feature("X", kind="Point"))

    assert told(text) == [
        f"m.geojson:2:1: {NO_FEATURE}",
        f"m.geojson:4:44: {NO_NAME}",
        f"m.geojson:5:71: {NO_OUTLINE}",
    ]


def test_a_map_that_is_wrong_throughout() -> None:
    """After a hundred features that are wrong the rest is not looked at."""
    assert len(told(collection(*["0"] * 200))) == 100


def test_two_names_that_are_one() -> None:
    """Names that differ in hyphens, capitals or accents alone are one name."""
    text = collection(feature("Enskede-Årsta-Vantör"), feature("enskede arsta vantör"))

    why = (
        'm.geojson:3:44: the map has a district called "Enskede-Årsta-Vantör" already'
        " | give one of them another name, or join them in one MultiPolygon"
    )

    assert told(text) == [why]


def test_a_name_that_cannot_be_matched() -> None:
    """A name needs letters that an address can have."""
    why = (
        'm.geojson:2:44: the name "東京" has neither digits nor letters in a-z'
        " | write it in Latin letters; å, ä, ö and accents count as a, a, o"
    )

    assert told(collection(feature("東京"))) == [why]


def test_a_map_with_too_many_positions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A map has a bound, told where it is passed."""
    monkeypatch.setattr(geojson, "MOST", 8)
    districts = parse_districts(collection(feature("A"), feature("B")), "m.geojson")
    text = collection(feature("A"), feature("B"), feature("C"), "0")

    assert len(districts) == 2
    why = (
        "m.geojson:4:97: the map has more than 8 positions"
        " | simplify the outlines to about 50 metres; more is not seen"
    )

    assert told(text) == [why]


def test_shipped_map() -> None:
    """The map at the root has Stockholm's fourteen districts of 2016, and says where they come from."""
    text = (ROOT / "stockholm-districts.geojson").read_text(encoding="utf-8")
    districts = parse_districts(text, "stockholm-districts.geojson")

    assert [district.slug for district in districts] == [
        "rinkeby-kista",
        "spanga-tensta",
        "hasselby-vallingby",
        "bromma",
        "kungsholmen",
        "norrmalm",
        "ostermalm",
        "sodermalm",
        "enskede-arsta-vantor",
        "skarpnack",
        "farsta",
        "alvsjo",
        "hagersten-liljeholmen",
        "skarholmen",
    ]
    assert [len(district.rings) for district in districts] == [1, 1, 3, 3, 1, 1, 2, 2, 1, 2, 1, 1, 2, 1]
    assert "CC0" in json.loads(text)["source"]


def outcome(text: str) -> bool:
    """Tell whether a map gives districts; anything but districts or `BadSource` is raised."""
    try:
        return bool(parse_districts(text, "m.geojson"))
    except BadSource as bad:
        mistakes = bad.mistakes
    lines = text.split("\n")
    for mistake in mistakes:
        assert 1 <= mistake.where.column <= len(lines[mistake.where.line - 1]) + 1
        assert Language("en").tell(mistake.message).encode()
    return not mistakes


@given(st.text() | st.text('{}[]",:\\ \n019.eE-+uNaIty'))
def test_any_text_gives_districts_or_mistakes(text: str) -> None:
    """No text makes the reader stumble, and a mistake's place is in the text."""
    outcome(text)


WORDS = st.sampled_from(
    (
        *("type", "features", "FeatureCollection", "Feature", "properties", "name", "geometry"),
        *("coordinates", "Polygon", "MultiPolygon", "\ud800", "Bromma"),
    )
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(WORDS, inner, max_size=5),
)


@given(VALUES, st.sampled_from([None, 1]))
def test_any_value_gives_districts_or_mistakes(value: Any, indent: int | None) -> None:
    """No JSON makes the reader stumble, be it in a map, a feature or a geometry."""
    whole = json.loads(collection(feature()))
    outcome(json.dumps(value, indent=indent))
    outcome(json.dumps(whole | {"features": [value]}, indent=indent))
    for key in ("properties", "geometry"):
        outcome(json.dumps(whole | {"features": [whole["features"][0] | {key: value}]}, indent=indent))


@given(st.integers(0, 300), st.characters())
def test_a_damaged_map_gives_districts_or_mistakes(at: int, letter: str) -> None:
    """A letter typed anywhere into a good map does not make the reader stumble."""
    text = collection(feature("Farsta"), feature(kind="MultiPolygon", coordinates=f"[[{RING}]]"))

    outcome(text[:at] + letter + text[at:])
    outcome(text[:at] + letter + text[at + 1 :])
