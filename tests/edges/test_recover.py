"""A lost record comes back from what is published."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import RELEASE, SITE, TOUR, Press, typed

from pressrum.edges.forget import forget_meeting
from pressrum.edges.recover import Recovered, Stray, recover
from pressrum.edges.request import Request
from pressrum.errors import BadSource, BadValue, say
from pressrum.language import Language

NOW = "2016-12-03T12:00"
ADDRESS = "/pressmeddelanden/2016/oppet-mote/"


def lose(press: Press) -> dict[str, dict[str, dict[str, object]]]:
    """Build a site in which a meeting has moved, and lose its record; give what was in it."""
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", (press.root / "tour.yaml").read_text().replace("2017-02-04", "2017-02-05"))
    press.build("2016-12-02T12:00")
    record = press.root / "published.json"
    lost: dict[str, dict[str, dict[str, object]]] = json.loads(record.read_text())
    record.unlink()
    return lost


def found(press: Press) -> dict[str, dict[str, dict[str, object]]]:
    """Give what is in the record."""
    record: dict[str, dict[str, dict[str, object]]] = json.loads((press.root / "published.json").read_text())
    return record


def run(press: Press, published: Path) -> Recovered:
    """Recover the record as the command does."""
    return recover(Request(press.root, press.root / "output", NOW), published)


@pytest.mark.parametrize("published", ["output", "kalender.ics"])
def test_numbers_come_back(press: Press, published: str) -> None:
    """From the site or its calendar alone, every UID, SEQUENCE and stamp is as it was published."""
    lost = lose(press)
    shutil.copy(press.root / "output" / "kalender.ics", press.root)

    recovered = run(press, press.root / published)

    assert recovered.whole == (published == "output")

    kept = ("uid", "sequence", "created", "modified", "when", "status")
    back = found(press)["meetings"]
    assert {id_: [stamp[key] for key in kept] for id_, stamp in back.items()} == {
        id_: [stamp[key] for key in kept] for id_, stamp in lost["meetings"].items()
    }
    assert back["skarholmen"]["sequence"] == 1


def events(content: bytes) -> dict[str, list[str]]:
    """Give the lines of each event of a calendar by its UID."""
    blocks = content.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    return {block.splitlines()[0]: block.splitlines() for block in blocks}


def test_only_what_shows_something_new_gets_a_new_stamp(press: Press) -> None:
    """A meeting that shows what it showed is as it was; one that lost its "Ändrat" has a new stamp."""
    lose(press)
    before = press.tree()
    run(press, press.root / "output")
    press.build(NOW)
    after = press.tree()
    feeds = [name for name in before if name.endswith((".xml", ".json")) and name != "sitemap.xml"]
    were, are = events(before["kalender.ics"]), events(after["kalender.ics"])

    assert [name for name in feeds if before[name] != after[name]] == []
    assert are["UID:sodermalm@press.example"] == were["UID:sodermalm@press.example"]
    moved = "UID:skarholmen@press.example"
    lost = [line.partition(":")[0] for line in were[moved] if line not in are[moved]]
    assert lost == ["DTSTAMP", "LAST-MODIFIED", "DESCRIPTION"]


def test_a_renamed_release_keeps_its_name_in_feeds(press: Press) -> None:
    """What feed readers know a release by is read from the published feeds, whatever its file is called."""
    old, new = (f"content/releases/2016-11-28-{name}.md" for name in ("oppet-mote", "nytt"))
    press.build(NOW)
    (press.root / old).rename(press.root / new)
    press.build(NOW)
    before = press.page("/feed.json")
    (press.root / "published.json").unlink()

    run(press, press.root / "output")
    press.write(new, RELEASE.replace("---\n\n", f"aliases: [{ADDRESS}]\n---\n\n"))
    press.build(NOW)

    assert f'"id": "https://press.example{ADDRESS}"' in before
    assert press.page("/feed.json") == before


def test_feeds_keep_their_names_when_the_site_has_moved(press: Press) -> None:
    """They are those of the site's first address, of releases and of the feeds themselves, a topic's too."""
    press.write(
        "content/releases/2016-11-28-oppet-mote.md", RELEASE.replace("\n---\n", "\ntopics: [stad]\n---\n")
    )
    press.build("2016-12-01T12:00")
    press.write("site.yaml", SITE.replace("press.example", "ny.example"))
    press.build("2016-12-02T12:00")
    before = {name: made for name, made in press.tree().items() if name.endswith("feed.xml")}
    (press.root / "published.json").unlink()

    run(press, press.root / "output")
    press.build(NOW)

    assert b"<id>https://press.example/amnen/stad/feed.xml</id>" in before["amnen/stad/feed.xml"]
    assert {name: made for name, made in press.tree().items() if name in before} == before


@pytest.mark.parametrize("place", ["Torget", "Torget i Farsta", "Torget, Farsta"])
def test_a_place_is_found_again_without_its_district(press: Press, place: str) -> None:
    """What phones are told of where a meeting is holds its district; the record has what staff wrote."""
    meetings = (
        f"meetings:\n  - {{id: a, district: Farsta, date: 2017-02-04, time: 18.00, place: '{place}'}}\n"
    )
    press.write("tour.yaml", f"title: T\n{meetings}")
    press.build(NOW)
    before = events(press.tree()["kalender.ics"])["UID:a@press.example"]
    (press.root / "published.json").unlink()

    shutil.copy(press.root / "output" / "kalender.ics", press.root)
    run(press, press.root / "kalender.ics")
    press.build(NOW)

    assert found(press)["meetings"]["a"]["where"] == place
    assert events(press.tree()["kalender.ics"])["UID:a@press.example"] == before
    assert f"LOCATION:{place if 'Farsta' in place else 'Torget, Farsta'}" in [
        line.replace("\\", "") for line in before
    ]


def test_change_since_then_reaches_subscribers(press: Press) -> None:
    """What was changed in the sources after the last build is new to phones, and its stamp says so."""
    lose(press)
    press.write(
        "tour.yaml", (press.root / "tour.yaml").read_text().replace("place: Z", "about: Skolan, place: Z")
    )
    run(press, press.root / "output")
    press.build(NOW)

    assert (
        "LAST-MODIFIED:20161203T110000Z"
        in events(press.tree()["kalender.ics"])["UID:sodermalm@press.example"]
    )


@pytest.mark.parametrize("published", ["output", "output/kalender.ics"])
def test_no_calendar_dies(press: Press, published: str) -> None:
    """A district that is left or empty keeps its calendar, and a forgotten meeting its page.

    So it is when the calendar is named that lies in the folder of the published site.
    """
    lines = "title: T\nmeetings:\n  - {{id: m, district: {}, date: 2017-02-04}}\n{}"
    press.write("tour.yaml", lines.format("Farsta", "  - {district: Bromma, date: 2017-02-05}\n"))
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", lines.format("Skarpnäck", ""))
    forget_meeting(press.root, "bromma")
    press.build("2016-12-02T12:00")
    before = press.tree()
    (press.root / "published.json").unlink()
    run(press, press.root / published)
    press.build(NOW)

    assert before.keys() == press.tree().keys()
    assert press.tree()["kalender/farsta.ics"].count(b"STATUS:CANCELLED") == 1
    stamps = found(press)["meetings"]
    assert (stamps["m"]["left"], stamps["bromma"]["status"]) == ([["Farsta", "2017-02-04", ""]], "GONE")
    press.write("tour.yaml", lines.format("Skarpnäck", "  - {district: Bromma, date: 2017-02-05}\n"))
    press.build("2016-12-04T12:00")
    back = found(press)["meetings"]["bromma"]
    assert (back["sequence"], back["created"]) == (1001, "2016-12-01T11:00:00Z")


def test_the_page_of_a_meeting_that_left_unbuilt_stays(press: Press) -> None:
    """A meeting that was taken out of the schedule since the last build keeps its page."""
    lose(press)
    press.write("tour.yaml", TOUR.replace("2017-02-04", "2017-02-05").replace("  - {district: Söder", "# "))

    assert run(press, press.root / "output").strays == ()


def test_a_meeting_that_was_forgotten_comes_back_once(press: Press) -> None:
    """It has a calendar at each of its addresses and one entry, also when the site has had two languages."""
    press.build("2016-12-01T12:00")
    press.write("site.yaml", SITE + "language: en\n")
    press.build("2016-12-02T12:00")
    press.write("tour.yaml", "title: Turné\nmeetings:\n  - {district: Södermalm, date: 2016-12-20}\n")
    forget_meeting(press.root, "skarholmen")
    press.build("2016-12-02T13:00")
    (press.root / "published.json").unlink()
    run(press, press.root / "output")
    press.build(NOW)

    assert found(press)["meetings"]["skarholmen"]["status"] == "GONE"


def test_the_calendar_to_give_is_named_as_the_site_has_it(press: Press) -> None:
    """An English site has a calendar.ics, and a Swedish one a kalender.ics."""
    press.write("site.yaml", SITE + "language: en\n")
    press.build(NOW)
    (press.root / "published.json").unlink()
    with pytest.raises(BadSource) as raised:
        run(press, press.root / "output/tour/skarholmen/meeting.ics")
    (hint,) = (mistake.hint for mistake in raised.value.mistakes)

    for language, name in (("en", "calendar.ics"), ("sv", "kalender.ics")):
        assert f" {name} " in Language(language).tell(hint)


@pytest.mark.parametrize("away", [False, True])
def test_a_name_that_was_mended_is_still_no_move(press: Press, *, away: bool) -> None:
    """The calendar by a name that was mended since shows the meeting as it did, be it that it moved away."""
    shape = {"type": "Polygon", "coordinates": [[[18, 59], [18.1, 59], [18, 59.1], [18, 59]]]}
    farsta = {"type": "Feature", "properties": {"name": "Farsta"}, "geometry": shape}
    press.write("map.geojson", json.dumps({"type": "FeatureCollection", "features": [farsta]}))
    press.write("site.yaml", SITE + "tour: {map: map.geojson}\n")
    for number, district in enumerate(("Farsat", "Farsta", "Bromma")[: 2 + away], 1):
        press.write(
            "tour.yaml", f"title: T\nmeetings:\n  - {{id: m, district: {district}, date: 2017-02-04}}\n"
        )
        press.build(f"2016-12-0{number}T12:00")
    before = press.tree()["kalender/farsat.ics"]
    (press.root / "published.json").unlink()
    run(press, press.root / "output")
    press.build(NOW)

    assert found(press)["meetings"]["m"]["respelt"] == [["Farsat", "Farsta"]]
    for name in ("farsat", "farsta"):
        assert ("CANCELLED" if away else "TENTATIVE") in press.page(f"/kalender/{name}.ics")
    assert away or press.tree()["kalender/farsat.ics"] == before


def test_a_colon_in_a_district_is_no_other_name(press: Press) -> None:
    """What stands behind a colon in the name of a district gets no calendar of its own."""
    press.write("tour.yaml", 'title: "T: 1"\nmeetings:\n  - {district: "Farsta: norr", date: 2017-02-04}\n')
    press.build("2016-12-01T12:00")
    before = press.tree()
    record = found(press)["meetings"]
    (press.root / "published.json").unlink()
    run(press, press.root / "output")
    press.build(NOW)

    assert (press.tree(), found(press)["meetings"]) == (before, record)


def test_a_comma_in_a_district_stays_one(press: Press) -> None:
    """The name of a district is read from its calendar as phones show it."""
    kept, gone = (
        "  - {district: 'Farsta', date: 2017-02-04}\n",
        "  - {district: 'A, B', date: 2017-02-04}\n",
    )
    press.write("tour.yaml", f"title: T\nmeetings:\n{kept}{gone}")
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", f"title: T\nmeetings:\n{kept}")
    forget_meeting(press.root, "a-b")
    press.build("2016-12-02T12:00")
    before = press.tree()["kalender/a-b.ics"]
    (press.root / "published.json").unlink()
    run(press, press.root / "output")
    press.build(NOW)

    assert found(press)["meetings"]["a-b"]["district"] == "A, B"
    assert press.tree()["kalender/a-b.ics"] == before


def test_when_a_release_was_withdrawn_comes_back(press: Press) -> None:
    """The page, the feeds and the text of a withdrawn release say after a recovery what they said before."""
    press.build("2016-12-01T12:00")
    press.write(
        "content/releases/2016-11-28-oppet-mote.md", RELEASE.replace("date:", "retracted: Fel dag.\ndate:")
    )
    press.build("2016-12-02T12:00:30")
    before = press.tree()
    (press.root / "published.json").unlink()
    run(press, press.root / "output")
    press.build(NOW)

    assert press.tree() == before


@pytest.mark.parametrize(
    ("now", "was"),
    [
        (SITE + "language: en\n", "language: sv"),
        (SITE.replace("press.example/", "press.example/ny/"), "url: https://press.example/"),
    ],
)
def test_a_setting_that_was_never_built_is_told(press: Press, now: str, was: str) -> None:
    """Addresses hold the language and the site's own address: what they were must stand there first."""
    press.build(NOW)
    (press.root / "published.json").unlink()
    press.write("site.yaml", now)
    with pytest.raises(BadValue) as raised:
        run(press, press.root / "output")

    assert raised.value.message == say("the published site was built with {line}", line=was)
    assert raised.value.hint == say(
        "write {line} in site.yaml, recover and build, and change it after that", line=was
    )
    assert not (press.root / "published.json").exists()


def test_the_day_of_a_cancellation_comes_back(press: Press) -> None:
    """A cancelled meeting goes on saying since when it is."""
    press.build("2016-12-01T12:00")
    tour = (press.root / "tour.yaml").read_text()
    press.write("tour.yaml", tour.replace("2017-02-04", "2017-02-04, cancelled: Sjukdom"))
    press.build("2016-12-02T12:00")
    (press.root / "published.json").unlink()

    run(press, press.root / "output")
    press.build(NOW)

    assert "(2 dec)" in press.page("/turne/skarholmen/")


def test_a_calendar_alone_is_said_to_tell_little(press: Press) -> None:
    """Whoever recovers from a calendar is told that the site's folder knows more."""
    lose(press)
    shutil.copy(press.root / "output" / "kalender.ics", press.root)

    assert "Bara en kalender lästes" in typed(press, "recover", "kalender.ics").stdout


@pytest.mark.parametrize("name", ["kalender/sodermalm.ics", "turne/sodermalm/mote.ics"])
def test_calendar_of_a_part_is_refused(press: Press, name: str) -> None:
    """The calendar of a district or a meeting would lose all other numbers."""
    lose(press)

    with pytest.raises(BadSource) as raised:
        run(press, press.root / "output" / name)
    (mistake,) = raised.value.mistakes
    assert mistake.message.msgid.startswith("this is the calendar of one district")
    assert mistake.where.path == f"output/{name}"


def test_folder_without_a_calendar_is_refused(press: Press) -> None:
    """A folder in which no site was published is told as such, with what to name."""
    with pytest.raises(BadValue, match="there is no file") as raised:
        run(press, press.root / "content")
    assert raised.value.hint == say(
        "name the folder of the published site, or its whole calendar: make recover FROM=output"
    )


def test_page_that_nothing_leads_to_is_told(press: Press) -> None:
    """A published page without a source is named, so that an alias can be made for it."""
    lose(press)
    press.write("output/gammal/sida/index.html", "x")

    recovered = run(press, press.root / "output")

    assert recovered.strays == (Stray("/gammal/sida/", None),)


def rename(press: Press, old: str, new: str) -> None:
    """Give the file of a release another name."""
    folder = press.root / "content" / "releases"
    (folder / f"2016-11-28-{old}.md").rename(folder / f"2016-11-28-{new}.md")


def test_old_addresses_lead_on_after_a_recovery(press: Press) -> None:
    """An old address, its plain text too, is found by where it leads, though it be by another old one.

    So it is on a host to which not every page was copied each time.
    """
    press.build(NOW)
    rename(press, "oppet-mote", "nytt")
    press.build(NOW)
    earlier = press.page(ADDRESS)
    rename(press, "nytt", "senast")
    press.build(NOW)
    before, lost = press.tree(), found(press)["addresses"]
    press.write(f"output{ADDRESS}index.html", earlier)
    (press.root / "published.json").unlink()

    recovered = run(press, press.root / "output")
    back = found(press)["addresses"]
    press.build(NOW)

    assert "nytt/" in earlier
    assert f"{ADDRESS.removeprefix('/')}oppet-mote.txt" in before
    assert recovered.strays == ()
    assert {path: entry["source"] for path, entry in back.items()} == {
        path: entry["source"] for path, entry in lost.items()
    }
    assert press.tree() == before


def test_pages_that_lead_round_in_a_circle_are_told(press: Press) -> None:
    """Two pages that lead to each other lead nowhere, and the reading of them ends."""
    press.build(NOW)
    rename(press, "oppet-mote", "nytt")
    press.build(NOW)
    page = press.page(ADDRESS)
    for here, there in (("ett", "tva"), ("tva", "ett")):
        moved = page.replace("/nytt/", f"/{there}/")
        press.write(f"output/pressmeddelanden/2016/{here}/index.html", moved)
    (press.root / "published.json").unlink()

    paths = [stray.path for stray in run(press, press.root / "output").strays]

    assert paths == ["/pressmeddelanden/2016/ett/", "/pressmeddelanden/2016/tva/"]


def test_a_page_is_told_with_the_text_that_has_its_title(press: Press) -> None:
    """A release that was renamed after the last build is offered for its old page; of two, neither is."""
    press.build(NOW)
    rename(press, "oppet-mote", "nytt")
    (press.root / "published.json").unlink()

    told = typed(press, "recover", "output").stdout.splitlines()[1:]
    (press.root / "published.json").unlink()
    press.write("content/releases/2016-11-29-annat.md", RELEASE)

    file = "content/releases/2016-11-28-nytt.md"
    tip = f"står det nu i {file}, lägg till adressen där under aliases:"
    assert told == [f"  publicerad, men inget här leder dit: {ADDRESS}; {tip}"]
    assert run(press, press.root / "output").strays == (Stray(ADDRESS, None),)


def test_files_that_have_changed_places_are_told(press: Press) -> None:
    """Each would take over the other's address and its name in feeds; as they were they come back."""
    first, second = (f"content/releases/2016-11-28-{name}.md" for name in ("oppet-mote", "annat"))
    other = RELEASE.replace("Öppet möte", "Ett annat")
    press.write(second, other)
    lose(press)
    press.write(first, other)
    press.write(second, RELEASE)
    with pytest.raises(BadValue) as raised:
        run(press, press.root / "output")

    told = "{address} is published from {file}, and is another's now"
    address = ADDRESS.replace("oppet-mote", "annat")
    assert raised.value.message == say(told, address=address, file=first)
    press.write(first, RELEASE)
    press.write(second, other)
    assert run(press, press.root / "output").strays == ()


@pytest.mark.parametrize("when", ["2016-11-28\ndraft: ja", "2016-12-24"])
def test_what_is_hidden_now_does_not_vanish(press: Press, when: str) -> None:
    """A page whose text has become a draft, or waits for another day, is in the record: the build stops."""
    press.build(NOW)
    text = RELEASE.replace("2016-11-28 09:00", when)
    press.write("content/releases/2016-11-28-oppet-mote.md", text)
    (press.root / "published.json").unlink()
    recovered = run(press, press.root / "output")

    assert ADDRESS not in [stray.path for stray in recovered.strays]
    assert [told.partition(": ")[2] for told in press.mistakes(NOW)] == [
        f"this is published at {ADDRESS}, and would vanish from there"
    ]


def test_record_that_is_there_is_left_alone(press: Press) -> None:
    """A record is never written over."""
    press.build()
    before = (press.root / "published.json").read_bytes()

    with pytest.raises(BadValue, match="already"):
        run(press, press.root / "output")
    assert (press.root / "published.json").read_bytes() == before


def test_what_is_no_calendar_is_refused(press: Press) -> None:
    """Another file than a calendar of ours gives no record."""
    press.write("x.ics", "hej")

    with pytest.raises(BadSource):
        run(press, press.root / "x.ics")
    assert not (press.root / "published.json").exists()


@pytest.mark.parametrize(
    "content", ["", "hej", "[]", "{}", '{"title": "A", "items": [{"id": "a"}]}', "[" * 99999]
)
@pytest.mark.parametrize("name", ["feed.json", "amnen/a/feed.json"])
def test_what_is_no_feed_is_refused(press: Press, name: str, content: str) -> None:
    """A feed that was cut off, or is somebody else's, is told with its place."""
    lose(press)
    press.write(f"output/{name}", content)

    with pytest.raises(BadSource) as raised:
        run(press, press.root / "output")
    (mistake,) = raised.value.mistakes
    assert (str(mistake.where), mistake.message) == (
        f"output/{name}:1:1",
        say("this is not a feed that was published from here"),
    )


def test_a_site_without_a_tour_comes_back(press: Press) -> None:
    """Where there are releases alone, no calendar is asked for."""
    (press.root / "tour.yaml").unlink()
    press.build()
    lost = found(press)
    (press.root / "published.json").unlink()
    run(press, press.root / "output")

    assert found(press)["addresses"].keys() == lost["addresses"].keys()
    assert found(press)["meetings"] == {}


def test_a_site_that_has_got_its_first_tour_since_comes_back(press: Press) -> None:
    """What was built without a tour has no calendar; the meetings that are to come are new."""
    tour = press.root / "tour.yaml"
    text = tour.read_text()
    tour.unlink()
    press.build()
    lost = found(press)
    (press.root / "published.json").unlink()
    tour.write_text(text)
    run(press, press.root / "output")

    assert found(press)["addresses"].keys() == lost["addresses"].keys()
    assert found(press)["meetings"] == {}
    assert "turne/sodermalm/mote.ics" in press.build(NOW).written


def test_a_copy_of_a_tour_without_its_calendars_is_refused(press: Press) -> None:
    """Where meetings have pages there was a tour, and its numbers must not begin anew."""
    lose(press)
    for calendar in (press.root / "output").rglob("*.ics"):
        calendar.unlink()

    with pytest.raises(BadValue, match="there is no file"):
        run(press, press.root / "output")


def test_what_others_have_in_the_folder_is_left_out(press: Press) -> None:
    """Calendars and feeds that lie where no build lays any are none of ours."""
    lost = lose(press)
    for name in ("skola.ics", "skola/feed.json", "turne/a/b/mote.ics", "feed/feed.json"):
        press.write(f"output/{name}", "hej")
    run(press, press.root / "output")

    assert found(press)["addresses"].keys() == lost["addresses"].keys()


def test_what_a_copy_of_the_site_lies_in_says_nothing_of_it(press: Press) -> None:
    """A copy in a folder that is called as the tour is gives back what the site itself does."""
    lost = lose(press)
    copy = press.root / "turne" / "kopia"
    shutil.copytree(press.root / "output", copy)
    run(press, copy)

    assert found(press)["addresses"].keys() == lost["addresses"].keys()


START = b"DTSTART;TZID=Europe/Stockholm:20161129T180000\r\n"


@pytest.mark.parametrize("start", [b"DTSTART:99991231T235959Z\r\n", START + START, b""])
def test_a_calendar_with_a_start_that_is_none_is_refused(press: Press, start: bytes) -> None:
    """One in which somebody has written a day that no zone can have, or two, or none, is none of ours."""
    lose(press)
    spoilt = press.tree()["kalender.ics"].replace(START, start)
    press.write("x.ics", spoilt)

    with pytest.raises(BadSource, match="this is not a calendar"):
        run(press, press.root / "x.ics")
    assert spoilt != press.tree()["kalender.ics"]


def test_a_calendar_of_another_site_is_refused(press: Press) -> None:
    """What has come to lie among the calendars in the folder is none of a district."""
    lose(press)
    other = press.tree()["kalender.ics"].replace(b"https://press.example/", b"https://annan.example/")
    press.write("output/kalender/annan.ics", other)

    with pytest.raises(BadSource, match="this is not a calendar") as raised:
        run(press, press.root / "output")
    assert raised.value.mistakes[0].hint == say(
        "it says that it is from {url}", url="https://annan.example/kalender.ics"
    )


def test_a_site_whose_address_has_other_letters_comes_back(press: Press) -> None:
    """Its calendars, which name it in ASCII, are its own."""
    press.write("site.yaml", SITE.replace("press.example/", "räksmörgås.example/å/"))
    press.write("tour.yaml", TOUR)
    press.build()
    (press.root / "published.json").unlink()
    recovered = typed(press, "recover", "output")

    assert recovered.returncode == 0, recovered.stderr
    assert press.build().written == ()
