"""What was published is kept: addresses, UIDs, numbers."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import Press

from pressrum.edges.forget import forget_addresses, forget_meeting, read_record
from pressrum.errors import BadSource, BadValue, say
from pressrum.language import Language
from pressrum.spans import is_over

SHOWN = "---\ntitle: Öppet möte\ndate: 2016-11-28 09:00\n---\n\nVälkommen till {}.\n"
RELEASE = "content/releases/2016-11-28-oppet-mote.md"
PAGE = "/pressmeddelanden/2016/oppet-mote/"


def event(press: Press, uid: str, calendar: str = "/kalender.ics") -> dict[str, str]:
    """Give the properties of an event in a calendar, by name, unfolded."""
    text = press.page(calendar).replace("\r\n ", "").replace("\n ", "")
    block = next(block for block in text.split("BEGIN:VEVENT")[1:] if f"UID:{uid}@" in block)
    return dict(re.findall(r"^([A-Z-]+)[;:](.*?)\r?$", block, re.MULTILINE))


def tour(press: Press, meeting: str) -> None:
    """Write a schedule of one meeting."""
    press.write(
        "tour.yaml", f"title: Turné\nmeetings:\n  - {{district: Farsta, date: 2016-12-20{meeting}}}\n"
    )


def test_sequence_rises_with_time_place_and_status_only(press: Press) -> None:
    """SEQUENCE rises when a meeting is moved, placed or cancelled; LAST-MODIFIED with any change."""
    seen = []
    for day, meeting in enumerate(
        (
            "",
            "",
            ", about: Skolan",
            ", time: 18.00",
            ", time: 18.00, place: Torget, about: Skolan",
            ", time: 18.00, place: Torget, cancelled: Sjukdom",
        ),
        1,
    ):
        tour(press, meeting)
        press.build(f"2016-12-{day:02}T12:00")
        farsta = event(press, "farsta")
        seen.append((farsta["SEQUENCE"], farsta["LAST-MODIFIED"], farsta["STATUS"]))

    assert seen == [
        ("0", "20161201T110000Z", "TENTATIVE"),
        ("0", "20161201T110000Z", "TENTATIVE"),
        ("0", "20161203T110000Z", "TENTATIVE"),
        ("1", "20161204T110000Z", "TENTATIVE"),
        ("2", "20161205T110000Z", "CONFIRMED"),
        ("3", "20161206T110000Z", "CANCELLED"),
    ]


def test_stamps_rise_when_the_clock_does_not(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the clock set back, LAST-MODIFIED still rises, by a second."""
    tour(press, "")
    press.build("2016-12-01T12:00")
    tour(press, ", time: 18.00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1480330000")
    press.build(None)

    assert event(press, "farsta")["LAST-MODIFIED"] == "20161201T110001Z"
    assert event(press, "farsta")["CREATED"] == "20161201T110000Z"


def test_uid_stays_when_the_site_moves(press: Press) -> None:
    """A UID is fixed at first publication, whatever the site's address becomes."""
    press.build()
    press.write("site.yaml", (press.root / "site.yaml").read_text().replace("press.example/", "ny.example/"))
    press.build()

    assert event(press, "skarholmen")["UID"] == "skarholmen@press.example"


def test_coming_meeting_that_is_gone_is_a_mistake(press: Press) -> None:
    """A published meeting that was to come may not just vanish; a past one may."""
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", "title: Turné\nmeetings: []\n")

    assert press.mistakes("2016-12-02T12:00") == [
        'tour.yaml:1:1: the meeting "skarholmen" on 4 February 2017 is published, and is gone from here'
    ]


def test_a_link_to_a_calendar_that_goes_on_is_right(press: Press) -> None:
    """Who links to the calendar or the feed of a district may do so when its only meeting has moved away."""
    press.build("2016-12-01T12:00")
    links = "[kalender](/kalender/skarholmen.ics), [nytt](/turne/skarholmen/feed.xml)"
    press.write("content/pages/om.md", f"---\ntitle: Om\n---\n\nFölj {links}.\n")
    press.write(
        "tour.yaml", "title: Turné\nmeetings:\n  - {id: skarholmen, district: Farsta, date: 2017-02-04}\n"
    )

    for now in ("2016-12-02T12:00", "2017-02-06T12:00"):
        press.build(now)
        assert {"kalender/skarholmen.ics", "turne/skarholmen/feed.xml"} <= press.tree().keys()


def test_an_old_calendar_of_a_district_has_its_meetings(press: Press) -> None:
    """Phones that subscribe to a district by its address in another language are told of it as before."""
    press.build("2016-11-20T12:00")
    press.write("site.yaml", "language: en\n" + (press.root / "site.yaml").read_text())
    press.build("2016-11-21T12:00")

    for name in ("sodermalm", "skarholmen"):
        assert press.page(f"/kalender/{name}.ics").count("UID:") == 1
        assert f"UID:{name}@press.example" in press.page(f"/kalender/{name}.ics")
        assert f"UID:{name}@press.example" in press.page(f"/turne/{name}/mote.ics")


def test_a_schedule_that_is_gone_is_told_once(press: Press) -> None:
    """A file that is renamed or deleted is one mistake, however many meetings it had."""
    press.build("2016-11-20T12:00")
    (press.root / "tour.yaml").rename(press.root / "turne.yaml")

    told = "tour.yaml:1:1: the file is gone, and these meetings are published and to come: {}"
    assert press.mistakes("2016-11-21T12:00") == [told.format("sodermalm, skarholmen")]
    assert press.mistakes("2016-12-02T12:00") == [told.format("skarholmen")]


@pytest.mark.parametrize(
    ("meeting", "hint"),
    [
        ("{district: Vårberg, date: 2017-02-04}", "add within the braces: id: skarholmen"),
        ("district: Vårberg\n    date: 2017-02-04", "add the line id: skarholmen"),
        ("{district: Vårberg, id: varberg, date: 2017-02-04}", "write id: skarholmen"),
    ],
)
def test_renamed_meeting_is_told_as_it_is_written(press: Press, meeting: str, hint: str) -> None:
    """A meeting on the day of one that is gone may be it: what to add to it fits how it stands there."""
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  - {meeting}\n")
    with pytest.raises(BadSource) as failed:
        press.build("2016-12-02T12:00")

    assert [Language("en").tell(mistake.hint) for mistake in failed.value.mistakes] == [
        f"if this is it under another name, {hint}"
    ]


@pytest.mark.parametrize("left", ["Skarpnäck, date: 2017-02-05", "Vårberg, id: varberg, date: 2017-02-04"])
def test_a_meeting_that_was_published_is_not_taken_for_another(press: Press, left: str) -> None:
    """A release that names a meeting which is gone is not said to mean one that is called much like it."""
    press.write(RELEASE, (press.root / RELEASE).read_text().replace("date:", "meetings: [skarholmen]\ndate:"))
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  - {{district: {left}}}\n")

    told = f'{RELEASE}:3:12: "skarholmen" is not in tour.yaml'
    hint = "the meeting stood there: put it back, or remove it here"
    assert press.reports("2016-12-02T12:00")[0] == f"{told} | {hint}"


def test_forgotten_meeting_comes_back_with_a_higher_number(press: Press) -> None:
    """A meeting that was forgotten and returns keeps its UID, with a higher SEQUENCE."""
    press.build("2016-12-01T12:00")
    schedule = (press.root / "tour.yaml").read_text()
    press.write("tour.yaml", "title: Turné\nmeetings: []\n")
    forget_meeting(press.root, "skarholmen")
    press.build("2016-12-02T12:00")
    assert "BEGIN:VEVENT" not in press.page("/kalender/skarholmen.ics")
    press.write("tour.yaml", schedule)

    press.build("2016-12-03T12:00")

    back = event(press, "skarholmen")
    assert (back["UID"], back["SEQUENCE"]) == ("skarholmen@press.example", "1")


def test_deleted_release_is_a_mistake(press: Press) -> None:
    """A published release whose file is gone is a mistake, until it is forgotten on purpose."""
    press.build()
    (press.root / RELEASE).unlink()

    assert press.mistakes() == [f"{RELEASE}:1:1: the file is gone, and it is published at {PAGE}"]
    forget_addresses(press.root, [PAGE])
    press.build()
    assert PAGE[1:] + "index.html" not in press.tree()


def test_a_deleted_page_is_not_told_to_be_retracted(press: Press) -> None:
    """Only a release can be withdrawn: the tip for a page is without that way out."""
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    press.build()
    (press.root / "content/pages/om.md").unlink()

    (told,) = press.reports()
    assert told == (
        "content/pages/om.md:1:1: the file is gone, and it is published at /om/"
        " | put it back; if the text has moved, add to the new file aliases: [/om/];"
        ' to take it away for good, run make forget WHAT="/om/"'
    )


def test_a_topic_is_forgotten_with_the_last_text_that_has_it(press: Press) -> None:
    """What is forgotten takes its own topics with it, and none that led on before."""
    a, b = "content/releases/2016-11-20-a.md", "content/releases/2016-11-20-b.md"
    text = "---\ntitle: {}\ndate: 2016-11-20\ntopics: [{}]\n---\nText {}.\n"
    press.write(a, text.format("A", "kultur, biblotek", 1))
    press.write(b, text.format("B", "kultur, sport", 2))
    press.build()
    press.write(a, text.format("A", "kultur", 1))
    press.build()
    (press.root / b).unlink()

    gone, left = forget_addresses(press.root, ["/pressmeddelanden/2016/b/"])
    press.build()

    topic = ("/amnen/sport/", "/amnen/sport/feed.json", "/amnen/sport/feed.xml")
    assert (gone, left) == ((*topic, "/pressmeddelanden/2016/b/"), ())
    assert 'href="../../amnen/"' in press.page("/amnen/biblotek/")
    feeds = {"amnen/biblotek/feed.xml", "amnen/sport/feed.xml"}
    assert feeds & press.tree().keys() == {"amnen/biblotek/feed.xml"}
    forget_addresses(press.root, ["/amnen/biblotek/feed.xml"])
    assert all(map(read_record(press.root).knows, gone))


def test_a_topic_that_nobody_can_tell_of_is_offered_to_be_forgotten(press: Press) -> None:
    """In a fresh clone it is not known whose a topic was; what is offered takes it away."""
    press.write(RELEASE, SHOWN.format("Farsta").replace("date:", "topics: [skola]\ndate:"))
    press.build()
    shutil.rmtree(press.root / "output")
    (press.root / RELEASE).unlink()

    gone, (left,) = forget_addresses(press.root, [PAGE])

    told = Language("en").tell(left.hint)
    offered = re.findall('WHAT="(.*)"', told)[0].split()
    assert gone == (PAGE,)
    assert forget_addresses(press.root, offered) == (tuple(offered), ())
    press.build()
    assert not [name for name in press.tree() if "skola" in name]


def test_a_record_that_is_a_link_stays_one(press: Press, tmp_path: Path) -> None:
    """Where the record lies elsewhere, as on a shared disk, it is written there, by builds and by forget."""
    real = tmp_path / "kept.json"
    press.build()
    (press.root / "published.json").rename(real)
    (press.root / "published.json").symlink_to(real)
    (press.root / RELEASE).unlink()

    forget_addresses(press.root, [PAGE])
    press.build("2016-12-02T12:00")

    assert (press.root / "published.json").is_symlink()
    assert PAGE not in real.read_text(encoding="utf-8")


def test_hidden_release_is_a_mistake(press: Press) -> None:
    """A published release may not be made a draft again without a word."""
    press.build()
    press.write(RELEASE, (press.root / RELEASE).read_text().replace("date:", "draft: ja\ndate:"))

    assert press.mistakes() == [f"{RELEASE}:3:8: this is published at {PAGE}, and would vanish from there"]


def test_what_is_hidden_again_is_told_once(press: Press) -> None:
    """A text that has had several addresses is told of once, with all of them; no page can be retracted."""
    page, moved = "content/pages/om.md", "content/releases/a.md"
    press.write(page, "---\ntitle: Om\n---\nOm oss.\n")
    press.build()
    (press.root / RELEASE).rename(press.root / moved)
    press.build()
    press.write(page, "---\ntitle: Om\ndraft: ja\n---\nOm oss.\n")
    press.write(moved, (press.root / moved).read_text().replace("2016-11-28", "2016-12-28"))

    told = "this is published at {}, and would vanish from there | remove draft: or put back the date; {}"
    first, new = PAGE, "/pressmeddelanden/2016/a/"
    forget = "to take it away for good, run make forget WHAT="
    assert press.reports() == [
        f"{page}:3:8: " + told.format("/om/", f'{forget}"/om/"'),
        f"{moved}:3:7: "
        + told.format(f"{new}, {first}", f'to withdraw it, add retracted: why; {forget}"{new} {first}"'),
    ]


def test_a_release_that_is_hidden_in_a_new_file_is_told_there(press: Press) -> None:
    """A published text that was renamed and made a draft at once is told of where it is now."""
    new = "content/releases/2016-11-28-nytt-namn.md"
    told = [f"{new}:3:8: this is published at {PAGE}, and would vanish from there"]
    press.build()
    text = (press.root / RELEASE).read_text()
    (press.root / RELEASE).unlink()

    press.write(new, text.replace("date:", "draft: ja\ndate:"))
    assert press.mistakes() == told
    fields = f"draft: ja\ndate: 2016-11-28 09:00\naliases: [{PAGE}]"
    press.write(new, f"---\ntitle: Ny titel\n{fields}\n---\nNy text.\n")
    assert press.mistakes() == told


def test_a_release_that_has_expired_in_a_new_file_leaves(press: Press) -> None:
    """A published text may be renamed and expire at once: its old address goes, as if it had stayed."""
    press.build()
    text = (press.root / RELEASE).read_text()
    (press.root / RELEASE).unlink()
    press.write(
        "content/releases/2016-11-28-nytt-namn.md", text.replace("date:", "expires: 2016-11-30\ndate:")
    )

    press.build()
    press.build("2016-12-02T12:00")

    assert PAGE[1:] + "index.html" not in press.tree()


def test_a_new_file_that_cannot_be_read_may_be_the_renamed_one(press: Press) -> None:
    """Staff who rename a file and slip in it are told of the slip alone, and not to forget."""
    press.build()
    new = "content/releases/2016-11-28-nytt-namn.md"
    (press.root / RELEASE).rename(press.root / new)
    press.write(new, (press.root / new).read_text().replace("date:", "expire: 2017-01-01\ndate:"))

    assert press.mistakes() == [f'{new}:3:1: there is no field "expire"']


def test_renamed_release_redirects_and_keeps_its_name_in_feeds(press: Press) -> None:
    """A renamed file moves the page; the old address leads there, and feed readers see nothing new."""
    press.build()
    (press.root / RELEASE).rename(press.root / "content/releases/2016-11-28-nytt-namn.md")

    press.build()

    assert "/pressmeddelanden/2016/nytt-namn/" in press.page(PAGE).replace("../", "/").replace("//", "/")
    assert f"<id>https://press.example{PAGE}</id>" in press.page("/feed.xml")


@pytest.mark.parametrize("other", ["a", "z"])
def test_a_release_keeps_its_name_when_it_takes_in_another(press: Press, other: str) -> None:
    """One that says what another said, whose file is gone, keeps its name, also when it moves later."""
    gone = f"content/releases/2016-11-28-{other}.md"
    press.write(RELEASE, SHOWN.format("Farsta"))
    press.write(gone, SHOWN.format("Farsta skola"))
    press.build()
    words = (press.root / gone).read_text()
    (press.root / gone).unlink()

    for slug in ("oppet-mote", "oppet-mote", "flyttat"):
        press.write(RELEASE, words.replace("---\n", f"---\nslug: {slug}\n", 1))
        shutil.rmtree(press.root / ".cache")
        press.build()

        assert slug in press.page(f"/pressmeddelanden/2016/{other}/")
        assert f"<id>https://press.example{PAGE}</id>" in press.page("/feed.xml")


def test_a_link_to_an_old_address_is_told_the_new_one(press: Press) -> None:
    """Where a text that others link to by its address is renamed, they are told where it stands now."""
    press.write("content/pages/om.md", f"---\ntitle: Om\n---\nSe [mötet]({PAGE}).\n")
    press.build()
    (press.root / RELEASE).rename(press.root / "content/releases/2016-11-28-nytt-namn.md")

    told = f"content/pages/om.md:4:12: what stood at {PAGE} has moved"
    assert press.reports() == [f"{told} | write /pressmeddelanden/2016/nytt-namn/"]


def test_a_link_to_an_old_file_is_told_the_new_one(press: Press) -> None:
    """Where a file that other texts name is renamed beyond likeness, they are told what it is called now."""
    press.write(
        "content/pages/om.md", "---\ntitle: Om\n---\nSe [mötet](../releases/2016-11-28-oppet-mote.md).\n"
    )
    fields = "title: Kulan\ndate: 2016-11-28 09:00\nlang: so\noriginal: 2016-11-28-oppet-mote.md"
    press.write("content/releases/2016-11-28-kulan.md", f"---\n{fields}\n---\nKulan.\n")
    press.build()
    (press.root / RELEASE).rename(press.root / "content/releases/2016-11-28-farsta.md")

    gone = 'there is no file "{}2016-11-28-oppet-mote.md" here | write {}2016-11-28-farsta.md'
    assert press.reports() == [
        "content/pages/om.md:4:12: " + gone.format("../releases/", "../releases/"),
        "content/releases/2016-11-28-kulan.md:5:11: " + gone.format("", ""),
    ]


def test_rename_with_a_new_text_needs_an_alias(press: Press) -> None:
    """A file renamed and rewritten at once is known again by the old address among its aliases."""
    press.build()
    (press.root / RELEASE).unlink()
    new = f"---\ntitle: Ny titel\ndate: 2016-11-28 09:00\naliases: [{PAGE}]\n---\nNy text.\n"
    press.write("content/releases/2016-11-28-nytt-namn.md", new)

    press.build()

    assert "nytt-namn" in press.page(PAGE)
    assert f"<id>https://press.example{PAGE}</id>" in press.page("/feed.xml")


@pytest.mark.parametrize(
    ("file", "alias"),
    [("2016-11-28-nytt-namn.md", "aliases: [/pressmeddelanden/2016/b/]\n"), ("b/index.md", "")],
)
def test_all_old_addresses_follow_one_of_them(press: Press, file: str, alias: str) -> None:
    """A text in a new file that is known again by one address leads on from all that it had."""
    press.build()
    (press.root / RELEASE).rename(press.root / "content/releases/b.md")
    press.build()
    (press.root / "content/releases/b.md").unlink()
    press.write(f"content/releases/{file}", f"---\ntitle: Ny\ndate: 2016-11-28 09:00\n{alias}---\nNy text.\n")
    press.build()

    (item,) = json.loads(press.page("/feed.json"))["items"]
    assert item["id"] == f"https://press.example{PAGE}"
    assert item["url"].removeprefix("https://press.example/") in press.page(PAGE)


def test_a_renamed_text_leads_on_from_where_it_said_something_else(press: Press) -> None:
    """A file that is only renamed is known at an address, too, that it left before its text was changed."""
    press.build()
    for number, (name, text) in enumerate((("a", "mötet"), ("a", "träffen"), ("b", "träffen")), 2):
        (file,) = (press.root / "content/releases").iterdir()
        file.rename(file.with_name(f"{name}.md"))
        press.write(f"content/releases/{name}.md", SHOWN.format(text))
        press.build(f"2016-12-0{number}T12:00")

    assert "/pressmeddelanden/2016/b/" in press.page(PAGE).replace("../../", "/pressmeddelanden/")


def test_two_releases_that_swap_files_keep_what_they_have_left(press: Press) -> None:
    """Also where one stood before its words changed: it leads to that one; each has its name in the feeds."""
    first, second = "content/releases/a.md", "content/releases/b.md"
    older = SHOWN.format("mötet").replace("2016", "2015")
    moved = SHOWN.format("träffen").replace("---\n", "---\nslug: e\n", 1)
    (press.root / RELEASE).unlink()
    for one, other in (
        (older, SHOWN.format("skolan")),
        (older, moved),
        (moved, older),
    ):
        press.write(first, one)
        press.write(second, other)
        press.build()

    assert re.search('href="[./a-z]*2016/e/"', press.page("/pressmeddelanden/2016/b/"))
    ids = re.findall("<id>(.*?)</id>", press.page("/feed.xml"))
    assert len(ids) == len(set(ids)) == 3


def test_a_new_address_is_no_change_of_the_text(press: Press) -> None:
    """Staff who were told of a change are not told again when nothing but the address is another one."""
    told = []
    for number, (slug, text) in enumerate(
        (("b", "mötet"), ("a", "mötet"), ("a", "träffen"), ("c", "träffen")), 2
    ):
        press.write(RELEASE, SHOWN.format(text).replace("---\n\n", f"slug: {slug}\n---\n\n"))
        told.append(len(press.warnings(f"2016-12-0{number}T12:00")))

    assert told == [0, 0, 1, 0]


def test_changed_text_without_a_correction_is_a_warning(press: Press) -> None:
    """A public text that says something new warns once; with a correction it does not."""
    press.build()
    press.write(RELEASE, (press.root / RELEASE).read_text().replace("Välkommen", "Kom"))
    warned = press.build()
    again = press.build()
    corrected = (press.root / RELEASE).read_text().replace("Kom", "Varmt välkommen")
    press.write(
        RELEASE, corrected.replace("---\n\n", "corrections: [{date: 2016-11-30, text: Nytt.}]\n---\n\n")
    )
    told = press.build()

    assert [len(outcome.outlook.warnings) for outcome in (warned, again, told)] == [1, 0, 0]


def test_topic_without_releases_leads_to_all_topics(press: Press) -> None:
    """The address of a topic that is used no more leads on, and its feed stays, empty."""
    press.write("content/releases/a.md", "---\ntitle: A\ndate: 2016-11-20\ntopics: [ett, två]\n---\nText.\n")
    press.build()
    press.write("content/releases/a.md", "---\ntitle: A\ndate: 2016-11-20\ntopics: [två]\n---\nText.\n")

    press.build()

    assert 'http-equiv="refresh"' in press.page("/amnen/ett/")
    assert "<entry>" not in press.page("/amnen/ett/feed.xml")


@pytest.mark.parametrize("address", ["/amnen/", "/amnen/ett/"])
def test_without_any_topic_their_addresses_lead_to_the_front_page(press: Press, address: str) -> None:
    """They do once no release has a topic, on a site with a tour too."""
    press.write("content/releases/a.md", "---\ntitle: A\ndate: 2016-11-20\ntopics: [ett]\n---\nText.\n")
    press.build()
    press.write("content/releases/a.md", "---\ntitle: A\ndate: 2016-11-20\n---\nText.\n")

    press.build()

    assert 'href="https://press.example/"' in press.page(address)


def test_forgetting_what_was_never_there_is_told(press: Press) -> None:
    """`forget` of an unknown address or meeting is refused."""
    press.build()

    with pytest.raises(BadValue, match="is not in the public record"):
        forget_addresses(press.root, ["/finns/inte/"])
    with pytest.raises(BadValue, match="is not in the public record"):
        forget_meeting(press.root, "ingen")


def test_a_meeting_that_is_called_by_its_district_is_told_by_its_id(press: Press) -> None:
    """Who types the district as it is spelt learns what the meeting is called."""
    tour(press, "")
    press.build()

    with pytest.raises(BadValue) as told:
        forget_meeting(press.root, "Farsta")
    assert told.value.hint == say("write {name}", name="farsta")


def test_change_is_told_from_what_to_what(press: Press) -> None:
    """A meeting that is moved says in phones and on its page what it was and what it is."""
    for day, meeting in enumerate(
        ("", ", time: 18.00", ", time: 19.00, place: Torget", ", time: 19.00, place: Skolan"), 1
    ):
        tour(press, meeting)
        press.build(f"2016-12-{day:02}T12:00")
        told = event(press, "farsta")["DESCRIPTION"].split("\\n")
        if day == 1:
            assert not any("Ändrat" in line for line in told)
        if day == 3:
            assert "Ändrat 3 dec: kl. 18.00 → kl. 19.00\\, plats: Torget" in told

    assert "Ändrat 4 dec: plats: Torget → Skolan" in told
    words = re.sub(r"<[^>]*>", "", press.page("/turne/farsta/"))
    assert "Flyttat 4 dec: plats: Torget →  till Skolan" in words
    assert '<p class="stop-facts stop-changed" data-when="coming">' in press.page("/turne/")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (", time: 18.00", "", "kl. 18.00 → tiden inte bestämd"),
        (", time: 18.00-19.00", ", time: 18.00-20.00", "kl. 18.00–19.00 → kl. 18.00–20.00"),
        (", time: 22.30-01.00", ", time: 22.30-02.00", "kl. 22.30–01.00 → kl. 22.30–02.00"),
        (", place: Torget", "", "Torget → platsen inte bestämd"),
        ("", ", place: Torget", "plats: Torget"),
        ("", ", time: 18.00", "kl. 18.00"),
        (", cancelled: Sjukdom", "", "mötet blir av ändå"),
    ],
)
def test_every_change_is_told(press: Press, before: str, after: str, told: str) -> None:
    """Whatever of hour, end, place or status is set, moved or taken back is said in words."""
    tour(press, before)
    press.build("2016-12-01T12:00")
    tour(press, after)
    press.build("2016-12-02T12:00")

    assert f"Ändrat 2 dec: {told}" in event(press, "farsta")["DESCRIPTION"]


def test_a_forgotten_meeting_that_returns_is_not_said_to_have_a_new_place(press: Press) -> None:
    """Where it was to be has been forgotten on purpose: whether it is there still is not known."""
    tour(press, ", place: Torget")
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", "title: Turné\n")
    forget_meeting(press.root, "farsta")
    press.build("2016-12-02T12:00")
    tour(press, ", place: Torget")
    press.build("2016-12-03T12:00")

    assert "Ändrat 3 dec: mötet blir av ändå" in event(press, "farsta")["DESCRIPTION"]


def test_day_of_a_change_is_that_of_the_place(press: Press) -> None:
    """A change made after midnight is told by the day that the place had."""
    tour(press, "")
    press.build("2016-12-01T12:00")
    tour(press, ", time: 18.00")
    press.build("2016-12-05T00:30")

    assert "Ändrat 5 dec: kl. 18.00" in event(press, "farsta")["DESCRIPTION"]


def test_another_meeting_by_an_old_name_has_no_change(press: Press) -> None:
    """A district that is visited again next year is not said to have moved its old meeting."""
    tour(press, "")
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", "title: Turné\n")
    press.build("2017-01-10T12:00")
    press.write("tour.yaml", "title: Turné\nmeetings:\n  - {district: Farsta, date: 2017-05-20}\n")
    press.build("2017-02-01T12:00")
    farsta = event(press, "farsta")

    assert ("Ändrat" in farsta["DESCRIPTION"], farsta["SEQUENCE"]) == (False, "1")


def test_meeting_may_go_quietly_when_it_is_over(press: Press) -> None:
    """A meeting that has ended may leave the schedule the same evening, and not before."""
    tour(press, ", time: 18.00-19.30")
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", "title: Turné\n")

    assert press.mistakes("2016-12-20T19:29") != []
    press.build("2016-12-20T19:30")


def test_a_schedule_with_a_mistake_is_not_said_to_lack_meetings(press: Press) -> None:
    """While the schedule cannot be read, nobody is told to put a meeting there that may well be there."""
    press.write("tour.yaml", "title: Turné\nmeetings:\n  - {district: Farsta}\n")
    press.write(RELEASE, SHOWN.replace("date:", "meetings: [farsta]\ndate:"))

    assert {told.partition(":")[0] for told in press.mistakes()} == {"tour.yaml"}


def test_a_meeting_without_an_hour_is_over_when_its_day_is() -> None:
    """A meeting of which the day alone is known is to come all that day, by the clocks of the site."""
    begins = datetime(2016, 12, 20, tzinfo=ZoneInfo("Europe/Stockholm"))

    assert not is_over("2016-12-20", begins + timedelta(hours=23, minutes=59))
    assert is_over("2016-12-20", begins + timedelta(days=1))


def test_older_record_is_refused(press: Press) -> None:
    """A record that was put back must not give a number to something else than phones have seen."""
    record = press.root / "published.json"
    tour(press, ", time: 18.00")
    press.build("2016-12-01T12:00")
    older = record.read_bytes()
    tour(press, ", time: 19.00")
    press.build("2016-12-02T12:00")
    record.write_bytes(older)
    before = press.tree()

    told = "the record is older than the site: of farsta@press.example more has been published"
    assert press.mistakes("2016-12-03T12:00") == [f"published.json:1:1: {told}"]
    assert press.tree() == before


def test_a_record_with_a_higher_number_of_an_earlier_day_is_built_with(press: Press) -> None:
    """Of two that were merged the higher number is kept, also where the lower one was built later."""
    record = press.root / "published.json"
    tour(press, ", time: 18.00")
    press.build("2016-12-01T12:00")
    before = record.read_bytes()
    for day, hour in ((2, 19), (3, 20)):
        tour(press, f", time: {hour}.00")
        press.build(f"2016-12-0{day}T12:00")
    higher = record.read_bytes()
    shutil.rmtree(press.root / "output")
    record.write_bytes(before)
    tour(press, ", time: 17.00")
    press.build("2016-12-04T12:00")
    record.write_bytes(higher)
    tour(press, ", time: 20.00")
    press.build("2016-12-05T12:00")

    assert record.read_bytes() == higher
    assert event(press, "farsta")["SEQUENCE"] == "2"


def test_record_without_its_meeting_is_refused(press: Press) -> None:
    """An entry that was taken out by hand is missed: by its address, or by the calendar that shows it."""
    record = press.root / "published.json"
    tour(press, "")
    press.build("2016-12-01T12:00")
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    record.write_text("".join(line for line in lines if not line.startswith('"farsta"')), encoding="utf-8")

    assert [mistake.partition(": ")[2] for mistake in press.mistakes("2016-12-02T12:00")] == [
        'the meeting "farsta" has an address here and no entry'
    ]


def test_no_calendar_dies_when_the_clock_is_set_back(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that was published later than the clock says now is there all the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1481000000")
    tour(press, "")
    press.build(None)
    press.write("tour.yaml", "title: Turné\n")
    forget_meeting(press.root, "farsta")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1480500000")
    press.build(None)

    assert "kalender/farsta.ics" in press.tree()


def test_planned_address_cannot_be_forgotten(press: Press) -> None:
    """What the next build would make again is not said to be forgotten."""
    press.build()

    with pytest.raises(BadValue, match="would be published again"):
        forget_addresses(press.root, ["/kalender.ics"])
    with pytest.raises(BadValue, match="is still in tour"):
        forget_meeting(press.root, "skarholmen")


@pytest.mark.parametrize(
    ("name", "right", "told"),
    [("published.json", '"uid":', "the record is damaged"), ("site.yaml", "title:", "there is no field")],
)
def test_nothing_is_forgotten_where_it_cannot_be_read(press: Press, name: str, right: str, told: str) -> None:
    """A spoilt record, or settings of the site, are told as they are, and no record is written."""
    press.build()
    file, record = press.root / name, press.root / "published.json"
    file.write_text(file.read_text(encoding="utf-8").replace(right, f"x{right}", 1), encoding="utf-8")
    press.write("tour.yaml", "title: T\n")
    before = record.read_bytes()

    with pytest.raises(BadSource, match=told):
        forget_meeting(press.root, "skarholmen")
    assert record.read_bytes() == before


def test_a_calendar_that_tells_of_a_move_cannot_be_forgotten(press: Press) -> None:
    """A calendar that a meeting has left is made again by the next build, and is not said to vanish."""
    press.write("tour.yaml", "title: T\nmeetings:\n  - {id: m, district: Farsta, date: 2087-02-04}\n")
    press.build()
    press.write("tour.yaml", "title: T\nmeetings:\n  - {id: m, district: Bromma, date: 2087-02-04}\n")
    press.build()
    with pytest.raises(BadValue, match="is made from what is there, and would be published again"):
        forget_addresses(press.root, ["/kalender/farsta.ics"])


def test_an_old_address_can_be_forgotten_while_its_text_stays(press: Press) -> None:
    """What leads on from an old address goes when it is asked for; where the text stands now is refused.

    Feeds call the text what they did: by another name it would be a new one (RFC 4287, 4.2.6).
    """
    press.build()
    (press.root / RELEASE).rename(press.root / "content/releases/2016-11-28-nytt-namn.md")
    press.build()
    with pytest.raises(BadValue, match="is still there, and would be published again"):
        forget_addresses(press.root, ["/pressmeddelanden/2016/nytt-namn/"])
    forget_addresses(press.root, [f"https://press.example{PAGE}"])
    press.build()

    assert f"{PAGE[1:]}index.html" not in press.tree()
    assert "pressmeddelanden/2016/nytt-namn/index.html" in press.tree()
    assert f"<id>https://press.example{PAGE}</id>" in press.page("/feed.xml")


@pytest.mark.parametrize("old", ["/gammal/", "/gammal.html", "/gammalt/OM.HTM"])
def test_an_old_address_goes_on_when_the_text_names_it_no_more(press: Press, old: str) -> None:
    """What was published leads on whatever it ends in, also when the line that named it is taken away."""
    text = (press.root / RELEASE).read_text()
    press.write(RELEASE, text.replace("---\n", f"---\naliases: [{old}]\n", 1))
    press.build()
    named = press.page(old)
    press.write(RELEASE, text)
    press.build()

    assert PAGE[1:] in named
    assert press.page(old) == named


def test_an_alias_is_taken_away_before_it_is_forgotten(press: Press) -> None:
    """An address that a text names as its own is refused until the text no longer does."""
    text = (press.root / RELEASE).read_text()
    press.write(RELEASE, text.replace("date:", "aliases: [/gammal/]\ndate:"))
    press.build()
    with pytest.raises(BadValue, match="is among the aliases of"):
        forget_addresses(press.root, ["/gammal/"])
    press.write(RELEASE, text)
    forget_addresses(press.root, ["/gammal/"])
    press.build()

    assert "gammal/index.html" not in press.tree()


def test_what_is_public_is_not_forgotten_for_a_mistake_elsewhere(press: Press) -> None:
    """As long as nothing can be planned, no address of a public text is let go of."""
    press.build()
    press.write("content/releases/2016-11-29-a.md", "---\ntitle: A\n---\nText.\n")

    with pytest.raises(BadValue, match="is still there, and would be published again"):
        forget_addresses(press.root, [PAGE])


def test_what_cannot_be_read_is_not_forgotten(press: Press) -> None:
    """What stands in a source with a mistake is still there: the mistake is told, and mended first."""
    press.build()
    record = (press.root / "published.json").read_bytes()
    press.write(RELEASE, (press.root / RELEASE).read_text().replace("date:", "datum:"))
    press.write("tour.yaml", "title: Turné\nmeetings: [\n")

    with pytest.raises(BadSource, match="there is no field") as release:
        forget_addresses(press.root, [PAGE])
    with pytest.raises(BadSource) as schedule:
        forget_meeting(press.root, "skarholmen")
    assert {mistake.where.path for mistake in release.value.mistakes} == {RELEASE}
    assert {mistake.where.path for mistake in schedule.value.mistakes} == {"tour.yaml"}
    assert (press.root / "published.json").read_bytes() == record


def test_meeting_that_leaves_its_district_is_cancelled_there(press: Press) -> None:
    """A meeting that changes district is in both calendars until its day: in the old one cancelled."""
    press.write(
        "tour.yaml", "title: Turné\nmeetings:\n  - {id: m, district: Farsta, date: 2016-12-20, time: 18.00}\n"
    )
    press.build("2016-12-01T12:00")
    press.write(
        "tour.yaml", "title: Turné\nmeetings:\n  - {id: m, district: Bromma, date: 2016-12-20, time: 18.00}\n"
    )
    press.build("2016-12-02T12:00")
    left, there = event(press, "m", "/kalender/farsta.ics"), event(press, "m", "/kalender/bromma.ics")

    assert (left["STATUS"], left["SEQUENCE"]) == ("CANCELLED", "1")
    assert left["SUMMARY"] == "INSTÄLLT: Turné: Farsta"
    assert left["DESCRIPTION"].startswith("Mötet har flyttat till Bromma.")
    assert (there["STATUS"], there["SEQUENCE"]) == ("TENTATIVE", "1")
    assert press.page("/kalender.ics").count("BEGIN:VEVENT") == 1
    assert "Ändrat 2 dec: Farsta → Bromma" in there["DESCRIPTION"]
    press.write(
        "tour.yaml",
        "title: Turné\nmeetings:\n"
        "  - {id: m, district: Årsta, date: 2016-12-20, time: 18.00, cancelled: Sjukdom}\n",
    )
    press.build("2016-12-03T12:00")
    for calendar in ("farsta", "bromma"):
        told = event(press, "m", f"/kalender/{calendar}.ics")["DESCRIPTION"]
        assert told.startswith("Mötet har flyttat till Årsta.\\nDet är inställt där: Sjukdom")
    press.write(
        "tour.yaml", "title: Turné\nmeetings:\n  - {id: m, district: Farsta, date: 2016-12-20, time: 18.00}\n"
    )
    press.build("2016-12-04T12:00")
    assert event(press, "m", "/kalender/farsta.ics")["STATUS"] == "TENTATIVE"
    assert event(press, "m", "/kalender/bromma.ics")["STATUS"] == "CANCELLED"
    press.build("2016-12-21T12:00")
    assert "BEGIN:VEVENT" not in press.page("/kalender/bromma.ics")
