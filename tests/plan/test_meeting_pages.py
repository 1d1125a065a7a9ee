"""What a meeting's page tells those who only see its address, and where its link to a map leads."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from conftest import SITE, Press


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
        ("languages: [svenska]", "torsdag 19\u00a0januari 2017"),
        ("time: 18.00", "torsdag 19\u00a0januari 2017 kl.\u00a018.00"),
        (
            "time: 18.00, end: '19.30', place: Torget, address: Gatan 1, about: Parkerna",
            "torsdag 19\u00a0januari 2017 kl.\u00a018.00–19.30 · Torget, Gatan 1 · Parkerna",
        ),
        (
            "time: 18.00, place: Torget, cancelled: Vattenskada",
            "Inställt: Vattenskada · torsdag 19\u00a0januari 2017 kl.\u00a018.00 · Torget",
        ),
    ],
)
def test_shared_link_tells_when_and_where(press: Press, fields: str, told: str) -> None:
    """What stands with a shared meeting is all that is known of it, that it is cancelled first."""
    shown = page(press, fields)

    assert f'<meta name="description" content="{told}">' in shown
    assert f'<meta property="og:description" content="{told}">' in shown


def test_shared_link_tells_first_of_a_change(press: Press) -> None:
    """The address of a meeting that was moved or called off says so wherever it is shown."""
    page(press, "time: 18.00, place: Torget")
    moved = page(press, "time: 19.00, place: Torget")
    cancelled = page(press, "time: 19.00, place: Torget, cancelled: Vattenskada")

    assert '<meta property="og:description" content="Ändrat 1 dec: kl. 18.00 → kl. 19.00 · torsdag' in (
        moved.replace("\u00a0", " ")
    )
    assert "<title>Farsta, 19\u00a0januari 2017 – Turné – " in moved
    assert "<title>INSTÄLLT: Farsta, 19\u00a0januari 2017 – Turné – " in cancelled
    assert '<meta property="og:title" content="INSTÄLLT: Farsta, 19\u00a0januari 2017 – Turné">' in cancelled


def test_meetings_of_one_day_in_one_district_are_told_apart(press: Press) -> None:
    """Of two on one day each page has the hour in its title, and names that of the other."""
    press.write(
        "tour.yaml",
        "title: Turné\nmeetings:\n  - {district: Farsta, date: 2017-01-19, time: 12.00}\n"
        "  - {district: Farsta, id: farsta-kvall, date: 2017-01-19, time: 18.00}\n",
    )
    press.build()
    noon, evening = (
        press.page(f"/turne/{name}/").replace("\u00a0", " ") for name in ("farsta", "farsta-kvall")
    )

    assert "<title>Farsta, torsdag 19 januari 2017 kl. 12.00 – Turné – " in noon
    assert "<title>Farsta, torsdag 19 januari 2017 kl. 18.00 – Turné – " in evening
    assert "19 januari 2017</time>, kl. 18.00</span>" in noon
    assert "19 januari 2017</time>, kl. 12.00</span>" in evening


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


@pytest.mark.parametrize(
    ("geo", "zone", "told"),
    [
        (
            "18.1,59.3",
            "Europe/Stockholm",
            ["tour.yaml:3:47: this is a place outside Europe | write the latitude first: 59.3, 18.1"],
        ),
        ("59.3, 18.1", "Europe/Stockholm", []),
        ("38.7, -9.1", "Europe/Lisbon", []),
        (
            "-9.1, 38.7",
            "Europe/Lisbon",
            ["tour.yaml:3:47: this is a place outside Europe | write the latitude first: 38.7, -9.1"],
        ),
        ("-33.9, 151.2", "Europe/Stockholm", []),
        ("18.1, 59.3", "Asia/Muscat", []),
    ],
)
def test_degrees_the_wrong_way_round_are_warned_of(
    press: Press, geo: str, zone: str, told: list[str]
) -> None:
    """A door outside Europe, that the same degrees the other way round put there, is told."""
    press.write("site.yaml", (press.root / "site.yaml").read_text() + f"timezone: {zone}\n")
    press.write(
        "tour.yaml", f"title: T\nmeetings:\n  - {{district: Farsta, date: 2017-01-19, geo: '{geo}'}}\n"
    )

    assert press.warnings() == told


def tour_of(press: Press, fields: list[str]) -> None:
    """Write a tour with a meeting for each of `fields`, all on one day; the first stands on line 3."""
    lines = [
        f"  - {{district: Farsta, id: m{number:02}, date: 2017-01-19, {field}}}"
        for number, field in enumerate(fields)
    ]
    press.write("tour.yaml", "\n".join(("title: T", "meetings:", *lines, "")))


@pytest.mark.parametrize("name", ["place", "address"])
def test_place_that_is_not_settled_is_warned_of(press: Press, name: str) -> None:
    """A place with a word that it may change is warned of before its day, for phones show it as any other."""
    places = [
        *("Torget (prel)", "Torget (prel.)", "Torget (preliminärt)", "Torget (tbc)", "Torget [TBA]"),
        *("prel. Torget", "Torget prel", "Torget, tbc", "Torget – preliminärt", "Torget?", "Torget (?)"),
        *("kanske Torget", "Torget (to be confirmed)", "Preliminär lokal: Torget"),
    ]
    tour_of(press, [f"{name}: '{place}'" for place in places])

    told = "is shown, also in calendars, as a place that is settled"
    hint = f"leave {name}: out until it is settled; it can stand in about: till then"
    found = [warning.partition(": ") for warning in press.warnings()]
    assert [line for line, _, _ in found] == [found[0][0].replace(":3:", f":{n}:") for n in range(3, 17)]
    assert [words for _, _, words in found] == [f'"{place}" {told} | {hint}' for place in places]
    assert press.warnings("2017-01-20T12:00") == []
    tour_of(press, [f"{name}: '{place}', cancelled: Vattenskada" for place in places])
    assert press.warnings() == []


def test_place_with_a_name_of_its_own_is_settled(press: Press) -> None:
    """Words that are part of a name, or said of a room in the house, are not warned of."""
    names = ("Café Kanske", "Torget (lokal meddelas senare)", "TBC-huset", "Prelaten", "Hotell Evas, sal B")
    tour_of(press, [f"place: '{name}'" for name in names])

    assert press.warnings() == []


def test_meeting_in_the_night_is_warned_of(press: Press) -> None:
    """Who writes 3 for three in the afternoon is told before anybody comes at night."""
    meant = {"00.30": "12.30", "03.00": "15.00", "3.15–4.30": "15.15–16.30", "5.59": "17.59"}
    tour_of(press, [f"time: {hours}" for hours in meant])

    told = press.warnings()
    hint = "write {} if the afternoon is meant; if the hour is right, there is nothing to do"
    assert [one.partition(" | ")[2] for one in told] == [hint.format(hours) for hours in meant.values()]
    assert told[0].startswith("tour.yaml:3:57: the meeting begins at 00.30, in the night | ")
    assert press.warnings("2017-01-20T12:00") == []
    tour_of(press, ["time: 06.00"] * len(meant))
    assert press.warnings() == []
    tour_of(
        press, ["time: 2.00–13.00", "time: 1.00–13.00"] * 2
    )  # in the afternoon it would end before it begins
    assert press.warnings() == []


@pytest.mark.parametrize("name", ["about", "signup", "access", "cancelled"])
def test_a_weekday_in_what_is_said_of_a_meeting_is_held_against_its_day(press: Press, name: str) -> None:
    """A day without its year is the one that is nearest to the meeting, and past meetings rest."""
    tour_of(press, [f"{name}: 'Fredag 27 januari, eller fredag 6 januari.'"])
    assert press.warnings() == []
    tour_of(press, [f"{name}: Anmäl dig måndag 6 januari."])
    (told,) = press.warnings()
    assert told.startswith("tour.yaml:3:")
    assert "2017-01-06 is a Friday, not a Monday | mend the one" in told
    assert press.warnings("2017-02-20T12:00") == []


def test_meeting_from_the_night_into_the_afternoon_is_no_slip(press: Press) -> None:
    """No hours can be offered that it may have been meant to have."""
    tour_of(press, ["time: 2.00–13.00", "time: 5–17"])

    assert press.warnings() == []


def test_district_is_called_as_its_calendar_is(press: Press) -> None:
    """Where two meetings spell their district differently, who subscribes gets what the page has named."""
    meetings = "".join(
        f"  - {{district: {name}, id: {id_}, date: 2017-01-{day}}}\n"
        for name, id_, day in (("Enskede–Årsta", "a", 19), ("Enskede-Årsta", "b", 20))
    )
    press.write("tour.yaml", f"title: Turné\nmeetings:\n{meetings}")
    press.build()

    assert re.findall('district-name">(.*?)<', press.page("/kalender/")) == ["Enskede–Årsta"]
    assert "X-WR-CALNAME:Turné: Enskede–Årsta" in press.page("/kalender/enskede-arsta.ics")


def with_map(press: Press) -> None:
    """Give the site a map on which Farsta is."""
    press.write("site.yaml", SITE + "tour: {map: stad.geojson}\n")
    ring = [[18.0, 59.0], [18.1, 59.0], [18.1, 59.1], [18.0, 59.0]]
    feature = {"geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": {"name": "Farsta"}}
    feature["type"] = "Feature"
    press.write("stad.geojson", json.dumps({"type": "FeatureCollection", "features": [feature]}))


@pytest.mark.parametrize(
    ("geo", "told"),
    [
        ("58.05, 18.05", True),
        ("59.05, 81.05", True),
        ("59.05, 18.5", True),
        ("59.05, 18.05", False),
        ("59.15, 18.15", False),
    ],
)
def test_door_far_outside_the_map_is_warned_of(press: Press, geo: str, *, told: bool) -> None:
    """One wrong digit leads people to another town, and the map has the district that is meant."""
    with_map(press)
    press.write(
        "tour.yaml", f"title: T\nmeetings:\n  - {{district: Farsta, date: 2017-01-19, geo: '{geo}'}}\n"
    )

    far = "this is far outside the map, and Farsta is on it"
    hint = "look at the digits: the latitude stands first, then the longitude"
    assert press.warnings() == ([f"tour.yaml:3:47: {far} | {hint}"] if told else [])


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("time: 18.00", "visited"),
        ("address: Gatan 1", "visited"),
        ("about: Parkerna", "passed"),
        ("time: 18.00, cancelled: Vattenskada", "cancelled"),
    ],
)
def test_district_is_visited_only_where_a_meeting_was_told(press: Press, fields: str, state: str) -> None:
    """Once its day has passed a district is visited where hour or place was known, and else only passed."""
    with_map(press)
    press.write(
        "tour.yaml", f"title: Turné\nmeetings:\n  - {{district: Farsta, date: 2016-11-19, {fields}}}\n"
    )
    press.build()

    assert re.findall(r'<a class="map-district map-(\w+)"', press.page("/turne/")) == [state]
