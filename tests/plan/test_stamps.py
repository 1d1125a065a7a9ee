"""What phones are told of meetings that are moved, renamed, cancelled, or given an old name."""

from __future__ import annotations

import json
import re

import pytest
from conftest import SITE, Press, typed

BEFORE, AFTER, LATER = "2016-12-01T12:00", "2016-12-02T12:00", "2016-12-03T12:00"
HELD = "2017-02-05T12:00"
"""When the meeting of 4 February 2017 has been."""
NEXT = "2017-03-01T12:00"
MAP = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": name},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[18, 59], [18.1, 59], [18, 59.1], [18, 59]]],
                },
            }
            for name in ("Hägersten-Liljeholmen", "Farsta")
        ],
    }
)


def plan(press: Press, now: str, *meetings: str, site: str = "") -> None:
    """Build with these entries in the tour, at a moment."""
    press.write("site.yaml", SITE + site)
    entries = "".join(f"  - {{{meeting}}}\n" for meeting in meetings)
    press.write("tour.yaml", "title: Turnén\n" + (f"meetings:\n{entries}" if entries else ""))
    press.build(now)


def events(press: Press, calendar: str) -> list[dict[str, str]]:
    """Give the events of a calendar, each with its values by name."""
    text = press.tree()[calendar].decode().replace("\r\n ", "")
    blocks = [block.splitlines() for block in text.split("BEGIN:VEVENT\r\n")[1:]]
    return [{re.split("[;:]", line)[0]: line.partition(":")[2] for line in block} for block in blocks]


def linked_data(press: Press, address: str) -> dict[str, str]:
    """Give the JSON-LD of a page."""
    found = re.search(r'ld\+json">(.*?)</script>', press.page(address))
    assert found
    data: dict[str, str] = json.loads(found[1])
    return data


def test_a_new_meeting_under_an_old_name_is_no_news_of_the_old_one(press: Press) -> None:
    """What was held, and where it had been moved from, is not told of the next meeting of that name."""
    held = "date: 2017-02-04, time: 18.00, place: Torget"
    plan(press, BEFORE, f"district: Bromma, {held}")
    plan(press, AFTER, f"district: Farsta, id: bromma, {held}")
    plan(press, HELD)
    plan(press, NEXT, "district: Bromma, date: 2018-03-20, time: 18.00, place: Torget")
    (event,) = events(press, "kalender/bromma.ics")
    data = linked_data(press, "/turne/bromma/")

    assert events(press, "kalender/farsta.ics") == []
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("bromma@press.example", "2", "CONFIRMED")
    assert "Ändrat" not in event["DESCRIPTION"]
    assert (data["eventStatus"], data.get("previousStartDate")) == ("https://schema.org/EventScheduled", None)
    assert "Flyttat" not in press.page("/turne/bromma/")


def test_an_entry_of_a_held_meeting_that_is_written_over_is_told_of(press: Press) -> None:
    """Staff who write a new day over a meeting that has been are told, once, how to keep the old one."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04")
    press.write("tour.yaml", "title: Turnén\nmeetings:\n  - {district: Farsta, date: 2017-12-10}\n")

    told = 'the meeting "farsta" was on 4 February 2017, and this is taken for a new one, on 10 December 2017'
    hint = "to keep the one that was, put its entry back, and write the new one as another"
    assert press.warnings(HELD) == [f"tour.yaml:3:30: {told} | {hint}"]
    assert press.warnings(HELD) == []
    assert "Flyttat" not in press.page("/turne/farsta/")


def test_an_hour_that_is_put_right_after_it_makes_no_new_meeting(press: Press) -> None:
    """Phones are told of the right hour, and the district that it had left still has it as cancelled."""
    plan(press, BEFORE, "district: Bromma, id: m, date: 2017-02-05, time: 7.00")
    plan(press, AFTER, "district: Farsta, id: m, date: 2017-02-04, time: 7.00")
    right = "district: Farsta, id: m, date: 2017-02-04, time: 19.00"
    press.write("tour.yaml", f"title: T\nmeetings:\n  - {{{right}}}\n")

    assert press.warnings("2017-02-04T09:00") == []
    assert "kl. 07.00 → kl. 19.00" in events(press, "kalender/farsta.ics")[0]["DESCRIPTION"]
    assert events(press, "kalender/bromma.ics")[0]["STATUS"] == "CANCELLED"


def test_a_day_that_is_put_right_after_it_makes_no_new_meeting(press: Press) -> None:
    """What has been on another day than was written is what people had noted down, and is told as moved."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-03")
    plan(press, "2017-02-05T00:00", "district: Farsta, date: 2017-02-04")  # the first moment when it is over

    assert "Ändrat 5 feb: fredag 3 februari 2017 → lördag" in events(press, "kalender.ics")[0]["DESCRIPTION"]


def test_a_meeting_to_come_that_is_moved_into_the_past_is_told_of(press: Press) -> None:
    """A wrong year would let a published meeting go without a word."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04, time: 18.00")
    press.write("tour.yaml", "title: T\nmeetings:\n  - {district: Farsta, date: 2016-02-04, time: 18.00}\n")

    told = 'the meeting "farsta" was to come, on 4 February 2017, and is in the past now, on 4 February 2016'
    hint = "look at the year; if the meeting is off, put the day back and add cancelled: why"
    assert press.warnings(AFTER) == [f"tour.yaml:3:30: {told} | {hint}"]


def test_a_meeting_that_is_added_when_its_day_has_passed_is_told_of(press: Press) -> None:
    """A wrong year would hide it below what has been; a tour that is written up afterwards is no slip."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04", "district: Kista, date: 2016-02-06")
    added = "tour.yaml:5:30: the meeting was on 5 February 2016, and that day has passed"
    meetings = (press.root / "tour.yaml").read_text() + "  - {district: Bromma, date: 2016-02-05}\n"
    press.write("tour.yaml", meetings)

    assert press.warnings(AFTER) == [f"{added} | look at the year; if it is right, there is nothing to do"]
    assert press.warnings(AFTER) == []


def test_a_held_meeting_that_is_taken_away_is_told_of(press: Press) -> None:
    """Staff who tidy the schedule are told, once, that a meeting that has been goes with it."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04")
    press.write("tour.yaml", "title: T\nmeetings:\n  - {district: Bromma, date: 2017-12-10}\n")

    told = 'tour.yaml:1:1: the meeting "farsta" on 4 February 2017 is over, and is gone from here'
    assert press.warnings(HELD) == [f"{told} | put it back: pages and calendars tell readers where it was"]
    assert press.warnings(HELD) == []


def test_what_is_cancelled_in_a_district_is_what_was_planned_there(press: Press) -> None:
    """The calendar of a district that a meeting has left cancels it at its hour and place there."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04, time: 18.00, place: Folkets hus")
    press.write(
        "tour.yaml",
        "title: Turnén\nmeetings:\n"
        "  - {district: Bromma, id: farsta, date: 2017-03-04, time: 14.00, place: Torget}\n",
    )
    before = typed(press, "next", "--now", AFTER).stdout
    press.build(AFTER)
    (gone,) = events(press, "kalender/farsta.ics")
    (there,) = events(press, "kalender/bromma.ics")

    assert (gone["DTSTART"], gone["DTEND"]) == ("20170204T180000", "20170204T193000")
    assert (gone["STATUS"], gone["LOCATION"]) == ("CANCELLED", "Folkets hus\\, Farsta")
    assert gone["DESCRIPTION"].startswith("Mötet har flyttat till Bromma.")
    assert (there["DTSTART"], there["STATUS"], there["UID"]) == ("20170304T140000", "CONFIRMED", gone["UID"])

    assert typed(press, "next", "--now", AFTER).stdout == before == "2017-02-04T19:30:00+01:00\n"
    assert "4 februari 2017 kl. 19.30" in typed(press, "status", "--now", AFTER).stdout
    press.build(HELD)
    assert events(press, "kalender/farsta.ics") == []


def test_a_name_that_is_mended_is_no_move(press: Press) -> None:
    """Who subscribes by a name that the map spells in another way sees the meeting, also when it is moved."""
    press.write("map.geojson", MAP)
    day, map_ = "date: 2017-02-04, time: 18.00", "tour: {map: map.geojson}\n"
    plan(press, BEFORE, f"district: Hägersten, {day}", site=map_)
    plan(press, AFTER, f"district: Hägersten-Liljeholmen, id: hagersten, {day}", site=map_)
    (mended,) = events(press, "kalender/hagersten.ics")
    later = day.replace("18", "19")
    plan(press, LATER, f"district: Hägersten-Liljeholmen, id: hagersten, {later}", site=map_)

    assert (mended["STATUS"], mended["SEQUENCE"]) == ("TENTATIVE", "1")
    assert "Ändrat" not in mended["DESCRIPTION"]
    assert mended["LAST-MODIFIED"] == "20161202T110000Z"
    assert events(press, "kalender/hagersten.ics") == events(press, "kalender/hagersten-liljeholmen.ics")
    assert "hagersten-liljeholmen.ics" in press.page("/kalender/")
    assert "hagersten.ics" not in press.page("/kalender/")
    plan(press, "2016-12-04T12:00", "district: Farsta, id: hagersten, date: 2017-02-05", site=map_)
    for calendar in ("hagersten", "hagersten-liljeholmen"):
        (gone,) = events(press, f"kalender/{calendar}.ics")
        assert (gone["STATUS"], gone["DTSTART"]) == ("CANCELLED", "20170204T190000")
    plan(press, HELD, "district: Farsta, id: hagersten, date: 2017-02-05", site=map_)
    assert events(press, "kalender/hagersten.ics") == []


def both(press: Press) -> list[tuple[str, str]]:
    """Give id and status of the events in the calendar by a mended name: it has those of the right one."""
    found = [
        [(event["UID"].partition("@")[0], event["STATUS"]) for event in events(press, f"kalender/{name}.ics")]
        for name in ("hagersten", "hagersten-liljeholmen")
    ]
    assert found[0] == found[1]
    return found[0]


def test_who_follows_a_mended_name_follows_the_district(press: Press) -> None:
    """By a name that was mended a calendar shows all meetings of the district, one that comes home too."""
    press.write("map.geojson", MAP)
    map_, day = "tour: {map: map.geojson}\n", "date: 2017-02-04, time: 18.00"
    other = "district: Hägersten-Liljeholmen, date: 2017-02-10, time: 18.00"

    def held_in(district: str, date: str, *more: str) -> list[tuple[str, str]]:
        plan(press, f"2016-12-{date}T12:00", f"district: {district}, id: hagersten, {day}", *more, site=map_)
        return both(press)

    plan(press, BEFORE, f"district: Hägersten, {day}", site=map_)
    there, new = ("hagersten", "TENTATIVE"), ("hagersten-liljeholmen", "TENTATIVE")
    assert held_in("Hägersten-Liljeholmen", "02", other) == [there, new]
    assert held_in("Farsta", "03", other) == [("hagersten", "CANCELLED"), new]
    assert held_in("Hägersten-Liljeholmen", "04", other) == [there, new]
    assert held_in("Hägersten", "05", other) == [there, new]
    (event, _) = events(press, "kalender.ics")
    assert "Ändrat 4 dec: Farsta → Hägersten\\n" in event["DESCRIPTION"]
    assert held_in("Hägersten-Liljeholmen", "06", other) == [there, new]
    plan(press, NEXT, "district: Hägersten-Liljeholmen, id: hagersten, date: 2017-12-10", other, site=map_)
    assert both(press) == [new, there]


def test_a_meeting_that_comes_home_to_a_mended_name_is_not_cancelled_there(press: Press) -> None:
    """A meeting that left a district by one name and comes back by another is shown by both."""
    press.write("map.geojson", MAP)
    for now, district in ((BEFORE, "Hägersten"), (AFTER, "Farsta"), (LATER, "Hägersten-Liljeholmen")):
        meeting = f"district: {district}, id: m, date: 2017-02-04"
        plan(press, now, meeting, site="tour: {map: map.geojson}\n")

    assert both(press) == [("m", "TENTATIVE")]


def test_districts_that_become_one_have_no_meeting_twice(press: Press) -> None:
    """A meeting that went from one part of a district to another is there once when others bear its name."""
    press.write("map.geojson", MAP)
    map_, day = "tour: {map: map.geojson}\n", "date: 2017-02-04"

    def held_in(now: str, *districts: str) -> None:
        meetings = (f"district: {district}, id: m{id_}, {day}" for id_, district in enumerate(districts))
        plan(press, now, *meetings, site=map_)

    held_in(BEFORE, "Hägersten", "Hägersten", "Liljeholmen", "Hägersten")
    held_in(AFTER, "Liljeholmen", "Hägersten", "Liljeholmen", "Liljeholmen")
    held_in(LATER, "Liljeholmen", "Hägersten", "Liljeholmen", "Farsta")
    held_in("2016-12-04T12:00", "Liljeholmen", *["Hägersten-Liljeholmen"] * 2, "Farsta")

    assert both(press) == [*((f"m{id_}", "TENTATIVE") for id_ in range(3)), ("m3", "CANCELLED")]


def test_what_is_no_longer_cancelled_since_districts_are_one_has_a_new_number(press: Press) -> None:
    """Phones read that a meeting is back where it had left; and all is learnt in one build."""
    press.write("map.geojson", MAP)
    one = "Hägersten-Liljeholmen"

    def told(now: str, *districts: str) -> list[str]:
        meetings = (f"district: {name}, id: m{id_}, date: 2017-02-04" for id_, name in enumerate(districts))
        plan(press, now, *meetings, site="tour: {map: map.geojson}\n")
        found = {event["UID"]: event for event in events(press, "kalender/hagersten.ics")}
        return [found["m0@press.example"][name] for name in ("STATUS", "SEQUENCE", "LAST-MODIFIED")]

    told(BEFORE, "Hägersten", "Hägersten", "Liljeholmen")
    assert told(AFTER, "Liljeholmen", "Hägersten", "Liljeholmen") == ["CANCELLED", "1", "20161202T110000Z"]
    assert told(LATER, "Liljeholmen", one, one) == ["TENTATIVE", "2", "20161203T110000Z"]
    assert press.build(LATER, frozen=True).written == ()


def test_what_left_two_parts_of_a_district_is_cancelled_there_once(press: Press) -> None:
    """Where districts become one that a meeting has left both, phones read what was planned there last."""
    press.write("map.geojson", MAP)
    one = "Hägersten-Liljeholmen"

    def told(now: str, meeting: str, *districts: str) -> list[str]:
        others = (f"district: {name}, id: n{id_}, date: 2017-02-04" for id_, name in enumerate(districts))
        plan(press, now, f"{meeting}, id: m", *others, site="tour: {map: map.geojson}\n")
        found = {event["UID"]: event for event in events(press, "kalender/hagersten.ics")}
        event = found.get("m@press.example", {})
        return [event.get(name, "") for name in ("STATUS", "DTSTART", "SEQUENCE", "LAST-MODIFIED")]

    told(BEFORE, "district: Hägersten, date: 2017-02-04", "Hägersten", "Liljeholmen")
    told(AFTER, "district: Liljeholmen, date: 2017-02-02", "Hägersten", "Liljeholmen")
    away = "district: Farsta, date: 2017-02-08"
    assert told(LATER, away, "Hägersten", "Liljeholmen") == ["CANCELLED", "20170204", "2", "20161203T110000Z"]
    assert told("2016-12-04T12:00", away, one, one) == ["CANCELLED", "20170202", "3", "20161204T110000Z"]
    assert press.build("2016-12-04T12:00", frozen=True).written == ()
    assert told("2017-02-03T12:00", away, one, one)[0] == ""


def test_a_mended_name_is_known_without_its_map(press: Press) -> None:
    """Who follows by a name that was mended does so too when there is no map any more."""
    press.write("map.geojson", MAP)
    day, map_ = "id: m, date: 2017-02-04", "tour: {map: map.geojson}\n"
    plan(press, BEFORE, f"district: Hägersten, {day}", site=map_)
    plan(press, AFTER, f"district: Hägersten-Liljeholmen, {day}", site=map_)
    plan(press, LATER, f"district: Farsta, {day}")
    plan(press, "2016-12-04T12:00", f"district: Hägersten, {day}")

    assert both(press) == [("m", "TENTATIVE")]


def test_a_day_without_an_hour_is_cancelled_as_a_day(press: Press) -> None:
    """A meeting that left before its hour was set is cancelled in the old district for the whole day."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04")
    plan(press, AFTER, "district: Bromma, id: farsta, date: 2017-02-04, time: 14.00")
    (gone,) = events(press, "kalender/farsta.ics")

    assert (gone["DTSTART"], gone["DTEND"], gone.get("LOCATION")) == ("20170204", "20170205", None)


def test_an_end_that_nobody_gave_is_no_news(press: Press) -> None:
    """When the length of all meetings is changed, calendars get the new end, and nobody is told of a move."""
    meeting = "district: Farsta, date: 2017-02-04, time: 18.00, place: Torget"
    plan(press, BEFORE, meeting)
    plan(press, AFTER, meeting, site="tour: {meeting_length: 120}\n")
    (event,) = events(press, "kalender.ics")

    assert (event["DTEND"], event["SEQUENCE"]) == ("20170204T200000", "1")
    assert "Ändrat" not in event["DESCRIPTION"]
    assert "Flyttat" not in press.page("/turne/farsta/")
    assert linked_data(press, "/turne/farsta/")["eventStatus"].endswith("EventScheduled")


def test_the_length_of_meetings_does_not_hide_what_was_moved(press: Press) -> None:
    """What was told of a meeting stands when nothing but the end that nobody gave has changed."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04, time: 18.00, place: Torget")
    moved = "district: Farsta, date: 2017-02-11, time: 18.00, place: Torget"
    plan(press, AFTER, moved)
    plan(press, LATER, moved, site="tour: {meeting_length: 120}\n")
    (event,) = events(press, "kalender.ics")

    assert event["SEQUENCE"] == "2"
    assert "Ändrat 2 dec: lördag 4 februari 2017 → lördag 11 februari 2017" in event["DESCRIPTION"]


def assert_told(press: Press, was: str, becomes: str, label: str, told: str) -> None:
    """Hold what phones and the page tell of a meeting that `was` something and `becomes` another."""
    plan(press, BEFORE, f"district: Farsta, date: 2017-02-04, {was}")
    plan(press, AFTER, f"district: Farsta, date: 2017-02-04, {becomes}")
    (event,) = events(press, "kalender.ics")

    assert f"\\nÄndrat 2 dec: {told}\\n" in event["DESCRIPTION"]
    assert f'<strong class="label">{label}</strong> 2 dec' in press.page("/turne/farsta/")


@pytest.mark.parametrize(
    ("was", "becomes", "label", "told"),
    [
        ("time: 18.00", "time: 18.00, end: 20.00", "Ändrat", "kl. 18.00–20.00"),
        ("time: 18.00, end: 20.00", "time: 18-21", "Flyttat", "kl. 18.00–20.00 → kl. 18.00–21.00"),
        ("time: 18.00, end: 20.00", "time: 18.00", "Flyttat", "kl. 18.00–20.00 → kl. 18.00"),
        ("time: 18.00", "time: 19.00", "Flyttat", "kl. 18.00 → kl. 19.00"),
    ],
)
def test_only_an_end_that_was_given_has_moved(
    press: Press, was: str, becomes: str, label: str, told: str
) -> None:
    """An end that is given for the first time is news, and takes nothing back."""
    assert_told(press, was, becomes, label, told)


def test_an_end_that_is_given_as_it_was_taken_for_is_no_news(press: Press) -> None:
    """Of a meeting that was moved nothing more is told when an end is written that phones have already."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04, time: 18.00, place: Torget")
    plan(press, AFTER, "district: Farsta, date: 2017-02-04, time: 18.00, place: Folkets hus")
    before = press.tree()["kalender.ics"]
    plan(press, LATER, "district: Farsta, date: 2017-02-04, time: 18.00-19.30, place: Folkets hus")

    assert press.tree()["kalender.ics"] == before
    assert "18.00–19.30" in press.page("/turne/farsta/").replace("\u00a0", " ")


def test_what_is_told_of_an_end_moves_the_stamp(press: Press) -> None:
    """An end that is taken away and put back as it would be anyway is told of, and phones read that anew."""
    meeting = "district: Farsta, date: 2017-02-04, place: Torget"
    plan(press, BEFORE, f"{meeting}, time: 18.00-20.00")
    plan(press, AFTER, f"{meeting}, time: 18.00")
    plan(press, LATER, f"{meeting}, time: 18.00-19.30")
    (event,) = events(press, "kalender.ics")

    assert "Ändrat 2 dec: kl. 18.00–20.00 → kl. 18.00–19.30\\n" in event["DESCRIPTION"]
    assert (event["SEQUENCE"], event["LAST-MODIFIED"]) == ("1", "20161203T110000Z")


def test_a_calendar_at_an_old_address_bears_the_new_district(press: Press) -> None:
    """Who subscribes to a meeting by its address in another language reads at once where it is now."""
    meeting = "id: m, date: 2017-02-04"
    plan(press, BEFORE, f"district: Farsta, {meeting}")
    plan(press, AFTER, f"district: Bromma, {meeting}", site="language: en\n")

    for calendar in ("turne/m/mote.ics", "tour/m/meeting.ics"):
        assert "\r\nNAME:Turnén: Bromma\r\n" in press.tree()[calendar].decode()
    assert press.build(AFTER, frozen=True).written == ()


def test_sites_on_one_host_share_no_uid(press: Press) -> None:
    """A site in a folder of its host names it in the UIDs of its meetings (RFC 7986, 5.3)."""
    press.write("site.yaml", SITE.replace("press.example/", "press.example/val/"))
    press.write("tour.yaml", "title: T\nmeetings:\n  - {district: Farsta, date: 2017-02-04}\n")
    press.build(BEFORE)

    assert events(press, "kalender.ics")[0]["UID"] == "farsta@press.example/val"


def test_feeds_tell_of_a_changed_tour(press: Press) -> None:
    """A release that shows the tour says something new when a meeting is moved or added; no other does."""
    tour, plain = "content/releases/2016-11-20-turnen.md", "content/releases/2016-11-21-annat.md"
    press.write(tour, "---\ntitle: Turnén\ndate: 2016-11-20\n---\n\nHär:\n\n[[tour]]\n")
    press.write(plain, "---\ntitle: Annat\ndate: 2016-11-21\n---\n\nText.\n")
    meeting, added = "district: Farsta, date: 2017-02-{}", "district: Bromma, date: 2017-03-01"
    told = []
    for now, *meetings in (
        (BEFORE, meeting.format("04")),
        (AFTER, meeting.format("05")),
        (LATER, meeting.format("05"), added),
    ):
        plan(press, now, *meetings)
        items = json.loads(press.page("/feed.json"))["items"]
        dates = {item["title"]: item["date_modified"] for item in items}
        assert dates["Annat"] == "2016-11-21T00:00:00+01:00"
        told.append(dates["Turnén"])

    assert told == [
        "2016-11-20T00:00:00+01:00", "2016-12-02T12:00:00+01:00", "2016-12-03T12:00:00+01:00",
    ]  # fmt: skip


def test_feeds_take_no_change_of_the_tour_back(press: Press) -> None:
    """When the newest meeting has been and is taken out, the release that shows the tour is no older."""
    press.write("content/releases/t.md", "---\ntitle: T\ndate: 2016-11-28\n---\nTurnén:\n\n[[tour]]\n")
    first, second = "district: Farsta, date: 2017-12-10", "district: Bromma, date: 2017-02-04"
    plan(press, BEFORE, first)
    plan(press, AFTER, first, second)
    plan(press, HELD, first)

    (dates,) = re.findall(r"<title>T</title>.*?<updated>(.*?)</updated>", press.page("/feed.xml"), re.DOTALL)
    assert dates == "2016-12-02T12:00:00+01:00"


def test_a_meeting_that_is_held_after_all_tells_what_was_moved_meanwhile(press: Press) -> None:
    """What is changed of a cancelled meeting is told when it is to be held: people know what was before."""
    place = "place: Torget"
    plan(press, BEFORE, f"district: Farsta, date: 2017-02-04, time: 18.00, {place}")
    plan(press, AFTER, f"district: Farsta, date: 2017-02-04, time: 18.00, {place}, cancelled: Sjukdom")
    plan(press, LATER, f"district: Farsta, date: 2017-02-04, time: 19.00, {place}, cancelled: Sjukdom")
    plan(press, "2016-12-04T12:00", f"district: Farsta, date: 2017-02-04, time: 19.00, {place}")
    (event,) = events(press, "kalender.ics")

    assert "Ändrat 4 dec: kl. 18.00 → kl. 19.00\\, mötet blir av ändå" in event["DESCRIPTION"]
    assert event["SEQUENCE"] == "3"
    assert '<strong class="label">Flyttat</strong> 4 dec' in press.page("/turne/farsta/")


@pytest.mark.parametrize(
    ("districts", "told"),
    [
        (("Farsta", "Bromma", "Bromma"), "Farsta → Bromma\\, mötet blir av ändå"),
        (("Bromma", "Bromma", "Bromma"), "Farsta → Bromma\\, mötet blir av ändå"),
        (("Farsta", "Bromma", "Farsta"), "mötet blir av ändå"),
        (("Farsta", "Bromma", "Farsta strand"), "mötet blir av ändå"),
        (("Farsta", "Bromma", "Kista", "Kista"), "Farsta → Kista\\, mötet blir av ändå"),
    ],
)
def test_a_meeting_that_is_held_after_all_tells_of_another_district(
    press: Press, districts: tuple[str, ...], told: str
) -> None:
    """Where it was to be before it was cancelled is what people know, and not where it went meanwhile."""
    press.write("map.geojson", MAP)
    *meanwhile, there = (f"district: {district}, id: m, date: 2017-02-04" for district in districts)
    plan(press, BEFORE, "district: Farsta, id: m, date: 2017-02-04", site="tour: {map: map.geojson}\n")
    for hour, meeting in enumerate(meanwhile, 12):
        off = f"{meeting}, cancelled: Sjuk"
        plan(press, f"2016-12-02T{hour}:00", off, site="tour: {map: map.geojson}\n")
    plan(press, "2016-12-04T12:00", there, site="tour: {map: map.geojson}\n")
    (event,) = events(press, "kalender.ics")

    assert f"Ändrat 4 dec: {told}\\n" in event["DESCRIPTION"]


def test_a_meeting_that_is_moved_and_cancelled_at_once_is_cancelled(press: Press) -> None:
    """The hour at which it would have been is no news."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04, time: 18.00")
    plan(press, AFTER, "district: Farsta, date: 2017-02-04, time: 19.00, cancelled: Sjukdom")
    (event,) = events(press, "kalender.ics")

    assert (event["STATUS"], "Ändrat" in event["DESCRIPTION"]) == ("CANCELLED", False)


def test_a_cancelled_meeting_is_so_since_it_was(press: Press) -> None:
    """What is changed of a meeting that stays cancelled reaches phones, and is no new cancellation."""
    plan(press, BEFORE, "district: Farsta, date: 2017-02-04, cancelled: Sjukdom")
    plan(press, AFTER, "district: Farsta, date: 2017-02-04, place: Torget, cancelled: Sjukdom")
    (event,) = events(press, "kalender.ics")

    assert (event["SEQUENCE"], event["LOCATION"]) == ("1", "Torget\\, Farsta")
    assert "(1 dec)" in press.page("/turne/farsta/").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("was", "becomes", "label", "told"),
    [
        (
            "place: Folkets hus",
            "place: Folkets hus, address: Torget 1",
            "Ändrat",
            "plats: Folkets hus\\, Torget 1",
        ),
        (
            "address: Torget 1",
            "place: Folkets hus, address: Torget 1",
            "Ändrat",
            "plats: Folkets hus\\, Torget 1",
        ),
        (
            "place: Folkets hus",
            "place: Rio, address: Torget 1",
            "Flyttat",
            "plats: Folkets hus → Rio\\, Torget 1",
        ),
        (
            "place: Folkets hus, address: Torget 1",
            "place: Folkets hus, address: Storgatan 2",
            "Flyttat",
            "plats: Folkets hus\\, Torget 1 → Folkets hus\\, Storgatan 2",
        ),
    ],
)
def test_a_place_that_is_told_more_exactly_has_not_moved(
    press: Press, was: str, becomes: str, label: str, told: str
) -> None:
    """A street that is added to a room takes nothing back; another room or street does."""
    assert_told(press, was, becomes, label, told)
