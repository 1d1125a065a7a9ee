"""What readers are not told of is told to staff; and what a release is called in feeds stays."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from conftest import RELEASE, SITE, Press
from photo import picture
from rich import NOW, build_rich

COPY = "content/releases/2016-11-28-oppet-mote kopia.md"
FOLDER = "content/releases/2016-11-28-oppet-mote/index.md"
FIRST = "content/releases/2016-11-28-oppet-mote.md"
NOON, EVENING, NEXT = "2016-12-01T12:00", "2016-12-01T18:00", "2016-12-02T12:00"
CORRECTED = RELEASE.replace("---\n\n", "corrections:\n  - {date: 2016-12-01 10.00, text: Fel dag.}\n---\n\n")
LABEL = re.compile(r'<strong class="label">(.*?)</strong>')
STAYS = "if it is to stay, write a later time; a day alone is its first minute"


def test_a_correction_that_is_taken_away_is_told_of(press: Press) -> None:
    """A correction that is gone does not count as one, whatever else has changed with it."""
    press.write(FIRST, CORRECTED)
    press.build(NOON)
    gone = (
        f"{FIRST}:2:8: a correction that readers have seen is gone"
        " | put it back; if it is wrong too, add another that says so"
    )
    for text in (RELEASE, CORRECTED, RELEASE.replace("Välkommen", "Kom")):
        press.write(FIRST, text)
        assert press.warnings(EVENING) == ([] if text == CORRECTED else [gone])
    assert press.warnings(EVENING) == []


def test_a_second_correction_of_a_day_needs_its_hour(press: Press) -> None:
    """Feeds say again that a text was updated only for a correction that is newer than the one before."""
    again = "corrections:\n  - {date: 2016-12-01, text: Fel sal.}"
    first = RELEASE.replace("---\n\n", f"{again}\n---\n\n").replace("Fel sal", "Fel dag")
    press.write(FIRST, first)
    press.build(NOON)

    second = first.replace("corrections:", again).replace("Välkommen", "Kom")
    press.write(FIRST, second)
    told = "the published text has changed, and no correction is newer than Thursday 1 December 2016 at 00:00"
    hint = 'if the change matters, add it under "corrections" with date, hour and text'
    assert press.warnings(EVENING) == [f"{FIRST}:2:8: {told} | {hint}"]
    press.write(
        FIRST, second.replace("12-01, text: Fel sal", "12-01 17.00, text: Fel sal").replace("Kom", "Gå")
    )
    assert press.warnings(EVENING) == []
    assert "<updated>2016-12-01T17:00:00+01:00</updated>" in press.page("/feed.xml")


@pytest.mark.parametrize(
    ("text", "now", "marks"),
    [
        (CORRECTED, "2016-12-01T09:59", []),
        (CORRECTED, "2016-12-01T10:00", ["Rättat"]),
        (CORRECTED.replace("corrections", "retracted: Fel.\ncorrections"), NOON, ["Indraget"]),
    ],
)
def test_a_correction_is_marked_in_lists(press: Press, text: str, now: str, marks: list[str]) -> None:
    """Lists say that a release is corrected from when its page does; of one that is withdrawn, that alone."""
    other = RELEASE.replace("date: 2016-11-28", "topics: [skola]\ndate: 2016-11-27")
    press.write(FIRST, text.replace("date: 2016-11-28", "topics: [skola]\ndate: 2016-11-28"))
    press.write(FIRST.replace("oppet", "annat"), other)
    press.build(now)

    for path in ("/", "/pressmeddelanden/", "/pressmeddelanden/2016/"):
        assert LABEL.findall(press.page(path)) == marks
    assert LABEL.findall(press.page("/amnen/skola/")) == [mark for mark in marks if mark == "Rättat"]


def test_a_text_that_leaves_is_told_of(press: Press) -> None:
    """Staff who meant the whole day learn that a text goes at its first minute; once."""
    press.build(NOON)
    press.write(FIRST, RELEASE.replace("date:", "expires: 2016-12-01\ndate:"))

    told = "the text leaves the site now: its time was Thursday 1 December 2016 at 00:00"
    assert press.warnings(EVENING) == [f"{FIRST}:3:10: {told} | {STAYS}"]
    assert press.warnings(EVENING) == []


def test_a_text_that_never_came_is_told_of(press: Press) -> None:
    """A new text whose time to leave has passed is nowhere, and said to be as long as it is so."""
    press.write("content/pages/om.md", "---\ntitle: Om\nexpires: 2016-12-01\n---\nText.\n")
    told = (
        "content/pages/om.md:3:10: the text is published nowhere:"
        f" its time to leave was Thursday 1 December 2016 at 00:00 | {STAYS}"
    )

    assert [press.warnings(now) for now in (NOON, EVENING)] == [[told], [told]]


def test_names_in_feeds_stay_when_the_site_moves(press: Press) -> None:
    """A release is known to feed readers by the address that it had first (RFC 4287, 4.2.6)."""
    press.build(NOON)
    press.write("site.yaml", SITE.replace("https://press.example/", "https://ny.example/press/"))
    press.write("content/releases/2016-12-02-ny.md", "---\ntitle: Ny\ndate: 2016-12-02\n---\nText.\n")
    press.build(NEXT)
    ids = {item["title"]: item["id"] for item in json.loads(press.page("/feed.json"))["items"]}

    assert ids == {
        "Öppet möte": "https://press.example/pressmeddelanden/2016/oppet-mote/",
        "Ny": "https://ny.example/press/pressmeddelanden/2016/ny/",
    }
    assert f"<id>{ids['Öppet möte']}</id>" in press.page("/feed.xml")
    assert "<id>https://press.example/feed.xml</id>" in press.page("/feed.xml")
    assert 'href="https://ny.example/press/feed.xml"' in press.page("/feed.xml")


def test_a_site_that_moves_is_told_of_once(press: Press) -> None:
    """Phones that subscribe show the old hours for ever where nothing answers; and it may be a slip."""
    press.build(NOON)
    press.write("site.yaml", SITE.replace("https://press.example/", "https://pres.example/"))

    told = "the site was at https://press.example/; phones and feed readers go on asking there"
    hint = "let the web server there lead here (docs/hosting.md); or put url: back, if nothing has moved"
    assert press.warnings(NOON) == [f"site.yaml:2:6: {told} | {hint}"]
    assert press.warnings(NOON) == []


def test_what_comes_back_is_where_it_was(press: Press) -> None:
    """A text that is back leads on from its old addresses; another that took one has a name of its own."""
    old, new = "content/releases/2016-11-25-forsta.md", "content/releases/2016-11-25-bad.md"
    text = "---\ntitle: Bad\ndate: 2016-11-25\n---\nText.\n"
    press.write(old, text)
    press.build(NOON)
    (press.root / old).rename(press.root / new)
    press.build(NOON)
    press.write(new, text.replace("---\nText", "expires: 2016-12-01\n---\nText"))
    press.build(NOON)
    press.write(new, text)
    press.build(NOON)
    assert 'href="../../../pressmeddelanden/2016/bad/"' in press.page("/pressmeddelanden/2016/forsta/")

    press.write(new, text.replace("---\nText", "expires: 2016-12-01\n---\nText"))
    press.build(NOON)
    press.write(old, text.replace("Bad", "Annat").replace("Text", "Annan text"))
    press.build(NOON)
    press.write(new, text)
    press.build(EVENING)
    ids = {item["title"]: item["id"] for item in json.loads(press.page("/feed.json"))["items"]}

    first = "https://press.example/pressmeddelanden/2016/forsta/"
    assert (ids["Bad"], ids["Annat"]) == (first, f"{first}#2016-11-25")


def test_a_copy_is_told_of(press: Press) -> None:
    """Two files that say the same are most likely one and its copy; the copy's name is the longer one."""
    press.write(COPY, RELEASE)

    told = f"this says the same as {FIRST}, and is published too"
    hint = "change what it says; or take the file away, and forget its address as the next build tells"
    assert press.warnings(NOON) == [f"{COPY}:2:8: {told} | {hint}"]


def test_a_copy_that_is_renamed_keeps_its_own_name(press: Press) -> None:
    """Of two texts that say the same, one that gets a folder is in feeds what it was, and so is the other."""
    press.write(COPY, RELEASE)
    press.build(NOON)
    before = press.page("/feed.json")
    (press.root / FOLDER).parent.mkdir()
    (press.root / FIRST).rename(press.root / FOLDER)
    press.build(EVENING)

    named = [
        {item["url"]: item["id"] for item in json.loads(feed)["items"]}
        for feed in (before, press.page("/feed.json"))
    ]
    assert named[0] == named[1]


def test_texts_that_say_the_same_one_after_the_other_are_no_copies(press: Press) -> None:
    """A text may come again when the first has left, and two that are to come are warned of on their day."""
    press.write(FIRST, RELEASE.replace("date:", "expires: 2016-12-04\ndate:"))
    press.build(NOON)
    for name in ("igen", "en gång till"):
        press.write(f"content/releases/{name}.md", RELEASE.replace("2016-11-28 09:00", "2016-12-05"))

    assert press.warnings(NOON) == []
    (told,) = [told for told in press.warnings("2016-12-05T12:00") if "leaves" not in told]
    assert "this says the same as content/releases/igen.md, and is published too" in told


def test_a_copy_of_a_published_text_is_not_published(press: Press) -> None:
    """A new file that says what a published one says is refused; a renamed one, or a draft, is none."""
    press.build(NOON)
    press.write(COPY, RELEASE)

    told = f"{COPY}:2:8: this says the same as {FIRST}, which is published"
    assert press.mistakes(EVENING) == [told]
    press.write(COPY, RELEASE.replace("2016-11-28 09:00", "2016-12-05"))  # and not only on its day
    assert press.mistakes(EVENING) == [told]
    press.write(COPY, RELEASE.replace("date:", "draft: yes\ndate:"))
    assert press.warnings(EVENING) == []
    press.write(COPY, RELEASE)
    (press.root / FIRST).unlink()
    assert press.warnings(EVENING) == []


def test_a_draft_is_warned_of_at_each_build(press: Press) -> None:
    """What is odd about a text that waits is told until it is out, also by a build with little to do."""
    press.write(FIRST, RELEASE.replace("date:", "topics: [Skola]\ndate:"))
    press.build(NOON)
    press.write("content/releases/ny.md", "---\ntitle: Ny\ndate: 2016-12-24\ntopics: [skola]\n---\n\nNytt.\n")
    first = press.warnings(NOON)
    press.write(FIRST, (press.root / FIRST).read_text() + "\nMer.\n")
    (second,) = [warning for warning in press.warnings(NOON) if "ny.md" in warning]

    assert [second] == first == press.warnings(NOON)
    assert '"skola" and "Skola" are one topic' in second


OTHER = "---\ntitle: Ny park\ndate: 2016-12-01 15.00\n---\n\nParken öppnar.\n"


def test_a_new_text_at_a_taken_address_is_not_said_to_be_written_over_another(press: Press) -> None:
    """What is published from another file, which is still there, is not said to be from this one."""
    press.build(NOON)
    press.write("content/releases/ny.md", OTHER.replace("date:", "slug: oppet-mote\ndate:"))

    address = "/pressmeddelanden/2016/oppet-mote/"
    assert press.mistakes(EVENING) == [f"content/releases/ny.md:3:7: {address} is taken by {FIRST} already"]


def test_a_text_whose_file_is_renamed_is_not_written_over(press: Press) -> None:
    """What is published goes on from the file that says it now, whatever that of its old name says."""
    press.build(NOON)
    (press.root / FIRST).rename(press.root / "content/releases/moten.md")
    press.write(FIRST, OTHER)
    renamed = press.mistakes(EVENING)
    press.write(FIRST, OTHER.replace("date:", "slug: ny-park\ndate:"))
    press.build(EVENING)

    address = "/pressmeddelanden/2016/oppet-mote/"
    assert renamed == [f"{FIRST}:2:8: {address} is published, and belongs to content/releases/moten.md"]
    assert "moten/" in press.page(address)
    assert "Parken öppnar." in press.page("/pressmeddelanden/2016/ny-park/")


@pytest.mark.parametrize("slug", ["", "slug: ny-park\n"])
def test_a_text_written_over_a_published_one_is_refused(press: Press, slug: str) -> None:
    """Another title, text and a later date make another release: the published one would be lost."""
    press.build(NOON)
    press.write(FIRST, OTHER.replace("date:", f"{slug}date:"))

    told = "another text is published from this file, at /pressmeddelanden/2016/oppet-mote/"
    assert press.mistakes(EVENING) == [f"{FIRST}:2:8: {told}: title and text are new"]
    press.write(FIRST, RELEASE)
    press.write("content/releases/2016-12-01-ny-park.md", OTHER)
    assert press.warnings(EVENING) == []


@pytest.mark.parametrize(
    ("old", "new", "warnings"),
    [
        ("Öppet möte", "Stort möte", 1),
        ("Välkommen", "Kom", 1),
        ("date: 2016-11-28 09:00", "date: 2016-12-01 15.00", 0),
        (
            RELEASE,
            OTHER.replace("date:", "corrections:\n  - {date: 2016-12-01 16.00, text: Flyttat.}\ndate:"),
            0,
        ),
        (RELEASE, OTHER.replace("date:", "retracted: Fel.\ndate:"), 0),
    ],
)
def test_a_published_text_may_change(press: Press, old: str, new: str, warnings: int) -> None:
    """A new title, text or date alone makes no other release; a correction or a withdrawal is of the same."""
    press.build(NOON)
    press.write(FIRST, RELEASE.replace(old, new))

    assert len(press.warnings(EVENING)) == warnings


def test_a_text_that_gets_a_folder_is_the_one_it_was(press: Press) -> None:
    """A file that becomes a folder, as for a picture, keeps its name in feeds; what it says anew is told."""
    press.build(NOON)
    (press.root / FIRST).unlink()
    press.write(FOLDER, RELEASE.replace("Välkommen", "Kom"))

    told = f"{FOLDER}:2:8: the published text has changed, and no correction tells readers so"
    assert [warning.partition(" | ")[0] for warning in press.warnings(EVENING)] == [told]
    (item,) = json.loads(press.page("/feed.json"))["items"]
    assert item["id"] == "https://press.example/pressmeddelanden/2016/oppet-mote/"


@pytest.mark.parametrize(("change", "warnings"), [("Kom", 1), ("Välkommen", 0)])
def test_what_a_text_says_anew_under_a_new_name_is_told(press: Press, change: str, warnings: int) -> None:
    """Its alias says which one it was; the warning comes once."""
    press.build(NOON)
    (press.root / FIRST).unlink()
    moved = RELEASE.replace("date:", "aliases: [/pressmeddelanden/2016/oppet-mote/]\ndate:")
    press.write("content/releases/2016-11-28-moten.md", moved.replace("Välkommen", change))

    told = "the published text has changed, and no correction tells readers so"
    assert [warning.count(told) for warning in press.warnings(EVENING)] == [1] * warnings
    assert press.warnings(EVENING) == []


def test_a_text_that_was_withdrawn_and_is_back_is_told_of(press: Press) -> None:
    """Programs have learnt that it was withdrawn: a correction is to say that it stands again."""
    press.write(FIRST, RELEASE.replace("date:", "retracted: Fel.\ndate:"))
    press.build(NOON)
    press.write(FIRST, RELEASE)

    told = f"{FIRST}:2:8: the text was withdrawn, and is published again"
    assert [warning.partition(" | ")[0] for warning in press.warnings(EVENING)] == [told]
    assert press.warnings(EVENING) == []


@pytest.mark.parametrize("file", ["content/releases/2016-11-28-annat.md", FOLDER])
def test_a_withdrawn_text_is_so_since_it_was(press: Press, file: str) -> None:
    """Feed readers and the page keep the hour of a withdrawal when the file gets another name or a folder."""
    withdrawn = RELEASE.replace("date:", "retracted: Fel.\ndate:")
    press.write(FIRST, withdrawn)
    press.build(NOON)
    (press.root / FIRST).unlink()
    press.write(file, withdrawn.replace("Fel.", "Fel dag.") if file == FOLDER else withdrawn)
    press.build(NEXT)

    (item,) = json.loads(press.page("/feed.json"))["items"]
    page = press.page("/" + item["url"].removeprefix("https://press.example/"))
    assert item["date_modified"] == "2016-12-01T12:00:00+01:00"
    assert "1 december 2016 kl. 12.00" in page.replace("\u00a0", " ")


def test_a_year_that_is_not_that_of_the_files_name_is_told_of(press: Press) -> None:
    """A date half a year and more from that of the file's name is warned of: January's slip."""
    files = {"2016-11-30-a": "2015-11-30", "2016-01-05-b": "2015-12-20", "2015-c": "2016-01-01"}
    for name, day in files.items():
        press.write(f"content/releases/{name}.md", f"---\ntitle: {name}\ndate: {day}\n---\nText {name}.\n")

    told = "the date is 30 November 2015, and the file's name says 30 November 2016"
    hint = "look at the year, and mend the one that is wrong"
    assert press.warnings(NOON) == [f"content/releases/2016-11-30-a.md:3:7: {told} | {hint}"]


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("http://press.example/", "https://press.example/"),
        ("HTTP://press.example/rum", "https://press.example/rum/"),
        *((f"http://{host}/", None) for host in ("localhost:8000", "10.0.0.2", "intranat", "press.local")),
        ("https://press.example/", None),
    ],
)
def test_address_without_https_is_told_of(press: Press, url: str, right: str | None) -> None:
    """A site on the open web has https, for browsers warn of one that has not."""
    press.write("site.yaml", SITE.replace("https://press.example/", url))

    told = "browsers tell readers that a site without https is not secure"
    hint = f"write {right}, when the web server answers there"
    assert press.warnings(NOON) == ([f"site.yaml:2:6: {told} | {hint}"] if right else [])


def test_a_new_release_of_long_ago_is_told_of_once(press: Press) -> None:
    """In January the year before is soon written, and a release would stand far down in all lists."""
    press.build(NOON)
    press.write(
        "content/releases/ny.md", RELEASE.replace("2016-11-28", "2015-11-28").replace("Öppet", "Nytt")
    )
    press.write("content/releases/2015-11-28-arkiv.md", "---\ntitle: A\ndate: 2015-11-28\n---\n\nText.\n")

    told = "the release is new, and dated 28 November 2015, long ago"
    hint = "look at the year; if it is right, there is nothing to do"
    assert press.warnings(NOON) == [f"content/releases/ny.md:3:7: {told} | {hint}"]
    press.build(NOON)
    (press.root / "content/releases/ny.md").rename(press.root / "content/releases/nytt.md")
    assert press.warnings(NOON) == []


def test_an_archive_that_is_brought_in_is_no_slip(press: Press) -> None:
    """Many releases of long ago that come at once are meant."""
    press.build(NOON)
    for name in ("a", "b", "c", "d"):
        text = f"---\ntitle: {name}\ndate: 2015-11-28\n---\n\nText {name}.\n"
        press.write(f"content/releases/{name}.md", text)

    assert press.warnings(NOON) == []


def test_a_release_is_not_published_before_the_day_in_its_name(press: Press) -> None:
    """A slip in `date:` does not let out what is held back; with that day in no name it is public at once."""
    path = "content/releases/2016-12-28-nytt.md"
    new = RELEASE.replace("Öppet", "Nytt")
    press.build(NOON)
    press.write(path, new)
    (told,) = press.reports(NOON)
    assert told == (
        f"{path}:3:7: by this date it is public now, and the file's name says 28 December 2016"
        " | write the right date; if it is this one, take the day out of the file's name"
    )
    press.write(path, new.replace("2016-11-28", "2016-12-28"))
    press.build(NOON)
    press.write(path, new.replace("---\n\n", "draft: yes\n---\n\n"))
    press.build(NOON)
    (press.root / path).unlink()
    press.write("content/releases/nytt.md", new)
    press.build(NOON)
    (press.root / "content/releases/nytt.md").rename(press.root / path)

    assert press.warnings(NOON) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("date: 2017-02-04, time: 18.00, place: Torget, about: Skolan", None),
        ("date: 2017-02-04, time: 19.00, place: Torget", "not as it was (kl. 18.00)"),
        ("date: 2017-02-05, time: 18.00, place: Torget", "not as it was (lördag 4 februari 2017)"),
        ("date: 2017-02-04, time: 18.00, place: Huset", "not as it was (plats: Torget)"),
        ("date: 2017-02-04, time: 18.00, place: Torget, cancelled: Sjukdom", "called off"),
    ],
)
def test_a_release_about_a_meeting_that_moves_is_told_of(press: Press, fields: str, told: str | None) -> None:
    """Once, and only while it is as it was: the old hour may stand in it. The tour plan is always right."""
    invites = RELEASE.replace("---\n\n", "meetings: [farsta]\n---\n\n")
    file, tour = "content/releases/2016-11-28-oppet-mote.md", "title: T\nmeetings: [{district: Farsta, %s}]\n"
    press.write(file, invites)
    press.write("content/releases/turne.md", invites.replace("mötet.", "mötena.\n\n[[tour]]"))
    press.write("tour.yaml", tour % "date: 2017-02-04")
    press.build(NOON)
    press.write("tour.yaml", tour % "date: 2017-02-04, time: 18.00, place: Torget")
    assert press.warnings(NOON) == []
    press.write("tour.yaml", tour % fields)

    hint = "read it through: what is no longer right, change, and add a correction"
    found = f"{file}:2:8: the meeting in Farsta is {told}, and this text is about it | {hint}"
    assert press.warnings(NOON) == ([found] if told else [])
    assert press.warnings(NOON) == []
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    assert press.warnings(NOON) == []


@pytest.mark.parametrize("copied", ["", ", about: Skolan"])
def test_a_copied_entry_with_another_district_alone_is_told_of(press: Press, copied: str) -> None:
    """Once, at the new one, wherever it stands: a place may be for two districts, or nobody looked at it."""
    first = "  - {district: Farsta, date: 2017-02-04, time: 18.00, place: Torget}\n"
    press.write("tour.yaml", f"title: T\nmeetings:\n{first}")
    press.build(NOON)
    new = first.replace("Farsta", "Tensta").replace("}", f"{copied}}}")
    press.write(
        "tour.yaml", f"title: T\nmeetings:\n{new}{first}{first.replace('Farsta', 'Bromma, cancelled: Snö')}"
    )

    told = "the meeting in Farsta, on line 4, is at the same hour and place"
    hint = "if it was copied, change day, hour and place too; if both districts meet there, leave it"
    assert press.warnings(NOON) == [f"tour.yaml:3:16: {told} | {hint}"]
    assert press.warnings(NOON) == []


@pytest.mark.parametrize(
    ("place", "other", "day", "line"),
    [
        ("Torget", "Parken", "2017-02-04", [4]),
        ("Torget", "torget", "2017-02-04", []),
        (None, "Parken", "2017-02-04", [4]),
        ("Torget", "Parken", "2016-11-04", []),
    ],
)
def test_who_is_to_be_at_two_places_at_once_is_told_of(
    press: Press, place: str | None, other: str, day: str, line: list[int]
) -> None:
    """At the second one, as long as it is to come; one place may be for two districts."""
    entry = "  - {{district: {}, date: {}, time: 18.00, with: {}{}}}\n"
    first = entry.format("Farsta", day, "Emilia Bjuggren", f", place: {place}" if place else "")
    second = entry.format("Tensta", day, "Emilia BJUGGREN", f", place: {other}")
    press.write("tour.yaml", f"title: T\nmeetings:\n{first}{second}")

    told = "Emilia BJUGGREN is to be at another meeting at the same time (Farsta, line 3)"
    hint = "mend the day, the hour or who comes in one of them"
    found = [one for one in press.warnings(NOON) if "another meeting" in one]
    assert found == [f"tour.yaml:{at}:61: {told} | {hint}" for at in line]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("13–15", "14–16", 1), ("13–17", "14", 1), ("13–15", "15–16", 0), ("13", "14–16", 0)],
)
def test_meetings_that_overlap_by_their_ends_are_at_one_time(
    press: Press, first: str, second: str, told: int
) -> None:
    """One without an end may be short."""
    entry = "  - {{district: {}, date: 2017-02-04, time: {}, with: Emilia Bjuggren}}\n"
    press.write(
        "tour.yaml",
        f"title: T\nmeetings:\n{entry.format('Tensta', second)}{entry.format('Farsta', first)}",
    )

    warning = "Emilia Bjuggren is to be at another meeting at the same time (Farsta, line 4)"
    assert sum(warning in one for one in press.warnings(NOON)) == told


def test_what_is_years_away_is_told_of(press: Press) -> None:
    """With two digits that have changed places a release is held back for ever, and no one sees it."""
    late = RELEASE.replace("2016-11-28", "2061-11-28").replace("Öppet", "Nytt")
    press.write("content/releases/ny.md", late)
    press.write("content/releases/utkast.md", late.replace("---\n\n", "draft: yes\n---\n\n"))
    meetings = "  - {district: Farsta, date: 2061-02-04}\n  - {district: Tensta, date: 2018-02-04}\n"
    press.write("tour.yaml", f"title: T\nmeetings:\n{meetings}")

    hint = "look at the year; if it is right, there is nothing to do"
    assert press.warnings(NOON) == [
        f"content/releases/ny.md:3:7: this is not until 28 November 2061, years from now | {hint}",
        f"tour.yaml:3:30: this is not until 4 February 2061, years from now | {hint}",
    ]


def test_a_topic_that_is_much_like_another_is_told_of(press: Press) -> None:
    """A new release's topic that is a letter or a capital from a known one is warned of, once."""
    text = "---\ntitle: {0}\ndate: 2016-11-30\ntopics: [{0}]\n---\nText {0}.\n"
    for topic in ("bibliotek", "Budget 2016", "skola"):
        press.write(f"content/releases/{topic}.md", text.format(topic))
    press.build(NOON)
    for number, topic in enumerate(("Biblotek", "Budget 2017", "skolan", "Skola", "cykel")):
        press.write(f"content/releases/ny-{number}.md", text.format(topic))

    told = [
        f'content/releases/ny-{number}.md:4:10: no other text has the topic "{new}"'
        f" | write {old} if that is meant"
        for number, new, old in ((0, "Biblotek", "bibliotek"), (2, "skolan", "skola"))
    ]
    same = (
        'content/releases/ny-3.md:4:10: "Skola" and "skola" are one topic'
        " | write skola as before, or leave it: readers see the newest"
    )
    assert sorted(press.warnings(NOON)) == [*told, same]
    assert press.warnings(NOON) == []


def test_a_topic_has_one_spelling_for_readers(press: Press) -> None:
    """The newest release's is that of all pages and feeds, or programs would sort by two topics."""
    for day, topic in ((28, "EU-valet"), (29, "eu-valet")):
        text = f"---\ntitle: Nr {day}\ndate: 2016-11-{day}\ntopics: [{topic}]\n---\nText {day}.\n"
        press.write(f"content/releases/nr-{day}.md", text)
    press.build(NOON)

    for path in ("/pressmeddelanden/2016/nr-28/", "/pressmeddelanden/2016/nr-29/", "/feed.xml", "/feed.json"):
        assert "eu-valet" in press.page(path)
        assert "EU-valet" not in press.page(path)


def assert_later_is_refused(press: Press, text: str) -> None:
    """Write two releases to come that both say `text`: one mistake is told, at the later one."""
    for day in ("20", "21"):
        press.write(
            f"content/releases/2016-12-{day}-den-{day}.md", text.replace("2016-11-28", f"2016-12-{day}")
        )

    (told,) = press.mistakes(NOON)
    assert told.startswith("content/releases/2016-12-21-den-21.md:2:8: this says the same as")
    assert told.endswith("content/releases/2016-12-20-den-20.md, which is published before it")


def test_a_copy_that_comes_later_is_told_before_the_first_has_come(press: Press) -> None:
    """Of two texts to come that say the same, the later one is refused now, and not on its day."""
    press.build(NOON)

    assert_later_is_refused(press, RELEASE.replace("Välkommen till mötet", "Kom"))


def test_a_copy_is_told_behind_one_that_leaves_before_both(press: Press) -> None:
    """Of two texts that come when the one that said the same has left, the later one is refused too."""
    press.write(FIRST, RELEASE.replace("date:", "expires: 2016-12-04\ndate:"))
    press.build(NOON)

    assert_later_is_refused(press, RELEASE)


def test_a_copy_to_come_is_told_in_the_build_that_publishes_the_first(press: Press) -> None:
    """A text to come that says what one says that is published first now is refused at once."""
    press.write(FIRST, RELEASE)
    press.write("content/releases/2016-12-29-igen.md", RELEASE.replace("2016-11-28", "2016-12-29"))

    (told,) = press.mistakes(NOON)
    assert told.endswith(f"this says the same as {FIRST}, which is published")


def test_words_that_another_text_has_are_planned(press: Press) -> None:
    """An edit of words that makes a text to come a copy of a published one is told, as by a whole build."""
    press.write(
        "content/releases/2016-12-29-igen.md", RELEASE.replace("2016-11-28", "2016-12-29") + "Ett till.\n"
    )
    press.write(FIRST, RELEASE + "Ett.\n")
    press.build(NOON)
    press.write("content/releases/2016-12-29-igen.md", RELEASE.replace("2016-11-28", "2016-12-29") + "Ett.\n")

    (told,) = press.mistakes(NOON)
    assert told.endswith(f"this says the same as {FIRST}, which is published")


def test_a_warning_of_copies_goes_when_the_words_are_others(press: Press) -> None:
    """Two texts that said the same are no longer said to when one of them has been given other words."""
    press.write(FIRST, RELEASE)
    press.write(COPY, RELEASE)
    press.build(NOON)
    assert any("is published too" in told for told in press.warnings(NOON))
    press.write(COPY, RELEASE.replace("Välkommen till mötet.", "Välkommen till mötet.\n\nDet är ett annat."))

    assert not any("is published too" in told for told in press.warnings(NOON))


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("b.txt", ""),
        ("bild.jpg", ""),
        ("var-rapport.pdf", ""),
        ("annan.jpg", "there is nothing at the address /pressmeddelanden/2016/b/annan.jpg"),
        ("a.txt", "there is nothing at the address /pressmeddelanden/2016/b/a.txt"),
    ],
)
@pytest.mark.parametrize("whole", ["", "https://press.example"])
def test_links_lead_to_what_stands_beside_another_text(
    press: Press, whole: str, file: str, told: str
) -> None:
    """The plain text of a release, and what it shows or offers, have addresses that others may link to."""
    for name in ("bild.jpg", "annan.jpg"):
        press.write(f"content/releases/2016-11-29-b/{name}", picture())
    press.write("content/releases/2016-11-29-b/Vår rapport.pdf", b"%PDF-1.4")
    head = "---\ntitle: B\ndate: 2016-11-29\n---\n"
    named = '[Rapport](<Vår rapport.pdf>)\n\n![En bild](bild.jpg "Foto: Anna Ek")\n'
    press.write("content/releases/2016-11-29-b/index.md", head + named)
    link = f"[x]({whole}/pressmeddelanden/2016/b/{file})"
    press.write("content/releases/2016-11-30-a.md", f"---\ntitle: A\ndate: 2016-11-30\n---\n{link}\n")

    if told and not whole:
        assert press.mistakes(NOON) == [f"content/releases/2016-11-30-a.md:5:5: {told}"]
        return
    press.build(NOON)
    if not told:
        assert f'<a href="../../../pressmeddelanden/2016/b/{file}">' in press.page(
            "/pressmeddelanden/2016/a/"
        )
        assert (press.root / "output/pressmeddelanden/2016/b" / file).is_file()


def test_a_text_may_link_to_what_any_page_links_to(tmp_path: Path) -> None:
    """Pages, feeds, calendars, cards and files that readers are shown are known to be there."""
    press = Press(tmp_path)
    build_rich(press)
    found = {
        urljoin(f"/{name}", link)
        for name, page in press.tree().items()
        if name.endswith(".html")
        for link in re.findall(r'<a\b[^>]*? href="([^"#?:]+)"', page.decode())
    }
    links = "\n\n".join(f"[x]({link})" for link in sorted(found))
    press.write("content/pages/alla.md", f"---\ntitle: Alla\n---\n\n{links}\n")

    press.build(NOW)

    assert {link.rpartition(".")[2] for link in found if not link.endswith("/")} >= {
        "ics",
        "vcf",
        "xml",
        "jpg",
    }


def test_a_link_to_the_card_of_somebody_who_leaves_is_told(press: Press) -> None:
    """It would lead nowhere from that day on."""
    press.write("content/pages/om.md", "---\ntitle: Om\n---\n\n[Anna](/kontakter/anna.vcf)\n")
    press.build(NOON)
    press.write("site.yaml", SITE.replace("{name:", "{until: 2017-06-01, name:"))

    told = "the card of Anna Ek leaves the site on 2 June 2017"
    hint = "remove the link, or write an e-mail address that stays"
    assert press.reports(NOON) == [f"content/pages/om.md:5:8: {told} | {hint}"]


@pytest.mark.parametrize(
    ("field", "file", "told"),
    [
        ("draft: ja", "b.txt", "{} is a draft, and readers could not follow the link"),
        ("draft: ja", "bild.jpg", "{} is a draft, and readers could not follow the link"),
        ("retracted: Fel.", "bild.jpg", "there is nothing at the address /pressmeddelanden/2016/b/bild.jpg"),
    ],
)
def test_links_lead_to_no_file_of_a_text_that_shows_none(
    press: Press, field: str, file: str, told: str
) -> None:
    """What comes with a draft waits with it, and the files of a text that is withdrawn go with it."""
    other = "content/releases/2016-11-29-b/index.md"
    press.write("content/releases/2016-11-29-b/bild.jpg", picture())
    press.write(
        other,
        f'---\ntitle: B\ndate: 2016-11-29\n{field}\n---\nText.\n\n![En bild](bild.jpg "Foto: Anna Ek")\n',
    )
    press.write(
        "content/releases/2016-11-30-a.md",
        f"---\ntitle: A\ndate: 2016-11-30\n---\n[x](/pressmeddelanden/2016/b/{file})\n",
    )

    assert press.mistakes(NOON) == [f"content/releases/2016-11-30-a.md:5:5: {told.format(other)}"]


def test_a_draft_stands_in_the_way_of_no_link(press: Press) -> None:
    """A link to the address of a public text leads there, whatever a draft of the same name says."""
    press.write(
        "content/pages/om.md", "---\ntitle: Om\n---\nLäs [mer](/pressmeddelanden/2016/oppet-mote/).\n"
    )
    press.build(NOON)
    press.write(COPY, RELEASE.replace("date:", "slug: oppet-mote\ndraft: ja\ndate:"))
    press.build(NOON)

    assert 'href="../pressmeddelanden/2016/oppet-mote/"' in press.page("/om/")


@pytest.mark.parametrize("link", ["2016-11-27-alfa.md", "/pressmeddelanden/2016/alfa/#nar"])
def test_a_link_that_is_put_right_after_a_move_is_no_change_of_the_text(link: str, press: Press) -> None:
    """Readers see nothing new in it; they do in one that leads elsewhere."""
    first, second = "content/releases/2016-11-27-alfa.md", "content/releases/2016-11-28-b.md"
    linking = f"{RELEASE}\nLäs [mer]({link}) och [annat](https://www.example.org/).\n"
    press.write(first, RELEASE.replace("Öppet möte", "Alfa").replace("28", "27") + "\n## När\n\nI dag.\n")
    press.write(second, linking)
    press.build("2016-12-01T12:00")
    (press.root / first).rename(press.root / first.replace("alfa", "beta"))
    told = press.reports("2016-12-02T12:00")
    press.write(second, linking.replace("alfa", "beta"))
    mended = press.warnings("2016-12-02T12:00")
    press.write(second, linking.replace("alfa", "beta").replace("example.org", "example.com"))

    assert len(told) == 1
    assert mended == []
    assert len(press.warnings("2016-12-02T12:01")) == 1


def test_links_to_lists_go_on_in_another_language(press: Press) -> None:
    """In a site whose language was another, a link to a list is told its address; its mend is no change."""
    before = ["/amnen/motet/", "/turne/#skarholmen", "/turne/skarholmen/"]
    after = ["/topics/motet/", "/tour/#skarholmen", "/tour/skarholmen/"]
    linking = RELEASE.replace("---\n\n", "topics: [Mötet]\n---\n\n") + "\n"
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    press.write(FIRST, linking + ", ".join(f"[x]({way})" for way in before))
    press.build(NOON)
    press.write("site.yaml", SITE + "language: en\n")
    told = press.reports(NEXT)
    press.write(FIRST, linking + ", ".join(f"[x]({way})" for way in after))

    assert [report.rpartition(" | ")[2] for report in told] == [f"write {way}" for way in after]
    assert not [warned for warned in press.warnings(NEXT) if FIRST in warned]
