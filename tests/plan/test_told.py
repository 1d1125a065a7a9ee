"""What readers are not told of is told to staff; and what a release is called in feeds stays."""

from __future__ import annotations

import json

from conftest import RELEASE, SITE, Press

FIRST = "content/releases/2016-11-28-oppet-mote.md"
NOON, EVENING, NEXT = "2016-12-01T12:00", "2016-12-01T18:00", "2016-12-02T12:00"
CORRECTED = RELEASE.replace("---\n\n", "corrections:\n  - {date: 2016-12-01 10.00, text: Fel dag.}\n---\n\n")
STAYS = "if it is to stay, write a later time; a day alone is its first minute"


def test_a_correction_that_is_taken_away_is_told_of(press: Press) -> None:
    """A correction that is gone does not count as one, whatever else has changed with it."""
    press.write(FIRST, CORRECTED)
    press.build(NOON)
    gone = (
        f"{FIRST}:2:8: a correction that readers have seen is gone"
        " | put it back; is it wrong too, add another that says so"
    )
    for text in (RELEASE, CORRECTED, RELEASE.replace("Välkommen", "Kom")):
        press.write(FIRST, text)
        assert press.warnings(EVENING) == ([] if text == CORRECTED else [gone])
    assert press.warnings(EVENING) == []


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
    """Two files that say the same are most likely one and its copy; one of them is named at the other."""
    press.write("content/releases/2016-11-28-oppet-mote kopia.md", RELEASE)

    told = "this says the same as content/releases/2016-11-28-oppet-mote kopia.md, and is published too"
    hint = "take one of the files away, or change what it says"
    assert press.warnings(NOON) == [f"{FIRST}:2:8: {told} | {hint}"]
