"""Hours and guests of meetings: what is said in one place and not in another, or twice at once."""

from __future__ import annotations

import pytest
from conftest import Press

FILE = "content/releases/2016-11-28-oppet-mote.md"
SOON = "2016-11-28T12:00"
WRONG = "Kom den 29 november klockan 17."
HINT = (
    "mend the one that is wrong; if it is the hour of something else, write in the text when the"
    " meeting begins"
)
TOLD = (
    f'{FILE}:7:21: the text says "klockan 17", but in tour.yaml the meeting in Farsta begins'
    f" Tuesday 29 November 2016 at 18:00 | {HINT}"
)


def tour(press: Press, *meetings: str) -> None:
    """Write a tour."""
    press.write("tour.yaml", "title: T\nmeetings:\n" + "".join(f"  - {{{one}}}\n" for one in meetings))


def release(press: Press, text: str, fields: str = "meetings: [farsta]", file: str = FILE) -> None:
    """Write a release with a text below its seventh line."""
    press.write(file, f"---\ntitle: Möte\ndate: 2016-11-28\n{fields}\n---\n\n{text}\n")


FARSTA = "district: Farsta, date: 2016-11-29, time: 18.00–19.30, place: Torget"


def test_an_hour_of_no_meeting_on_the_day_is_told(press: Press) -> None:
    """Who reads the release would come at another hour than the calendar says."""
    tour(press, FARSTA)
    release(press, WRONG)

    assert press.warnings(SOON) == [TOLD]


@pytest.mark.parametrize(
    "text",
    [
        "Kom den 29 november klockan 18.",
        "Kom den 29 november kl. 18.30, eller 29 november klockan 19.30.",
        "We meet on 29 November at 6.",
        f"{WRONG} Mötet börjar 18.00.",
        f"{WRONG} Mötet börjar 18.",
        f"{WRONG} Mötet pågår 18–19.30.",
        f"{WRONG} Tid: **18**",
        "Bromma kl. 15 den 28 november, Farsta kl. 18 den 29 november, Kista kl. 17 den 30 november.",
        "Meet us at 4 pm on 28 November, at 5 pm on Wednesday 30 November, at 6 pm on 29 November.",
        "Salen visas 29 november–6 december klockan 9–17.",
        "Salen visas mellan den 22 november och den 29 november, klockan 9–17.",
        "Fråga oss till och med den 29 november klockan 12.",
        f"{WRONG} The meeting is 6pm-7.30pm.",
        "Den 30 november klockan 17 är det något annat.",
        "Den 29 november 2015 klockan 17 var vi här.",
    ],
)
def test_other_hours_are_left_alone(press: Press, text: str) -> None:
    """What is right, of another day, or beside the right hour is not told."""
    tour(press, FARSTA)
    release(press, text)

    assert press.warnings(SOON) == []


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Mötet börjar 17.30 den 29 november.", "17.30"),
        ("Come to a public meeting on 29 November at 5 pm, close to the station.", "5 pm"),
        ("Tuesday 29 November 5pm-6.30pm", "5pm-6.30pm"),
        ("| Farsta | 29 november | 17.00 |\n|---|---|---|\n| Bromma | 6 december | 18.30 |", "17.00"),
    ],
)
def test_an_hour_is_told_however_it_is_written(press: Press, text: str, hour: str) -> None:
    """A table and a word for the beginning tell as well as "klockan" that it is an hour."""
    tour(press, FARSTA)
    release(press, text)

    (told,) = press.warnings(SOON)
    assert f'the text says "{hour}", but in tour.yaml' in told


@pytest.mark.parametrize(
    ("meetings", "fields", "now"),
    [
        ((f"{FARSTA}, cancelled: Snö",), "meetings: [farsta]", SOON),
        (("district: Farsta, date: 2016-11-29",), "meetings: [farsta]", SOON),
        ((FARSTA, "district: Bromma, date: 2016-11-29, time: 17.00"), "meetings: [farsta]", SOON),
        ((FARSTA, "district: Bromma, date: 2016-11-29"), "meetings: [farsta]", SOON),
        ((FARSTA,), "topics: [Skola]", SOON),
        ((FARSTA,), "meetings: [farsta]\nretracted: Det var fel.", SOON),
        ((FARSTA,), "meetings: [farsta]\ndraft: ja", SOON),
        ((FARSTA,), "meetings: [farsta]", "2016-11-30T12:00"),
    ],
)
def test_nothing_is_told_where_the_hour_may_be_right_or_misleads_nobody(
    press: Press, meetings: tuple[str, ...], fields: str, now: str
) -> None:
    """A meeting that is called off, past or without an hour, or a text that is not about it, is passed by."""
    tour(press, *meetings)
    release(press, WRONG, fields)

    assert press.warnings(now) == []


def test_the_hour_in_a_translation_is_told(press: Press) -> None:
    """A translation has its meetings from its original, and an hour of its own."""
    tour(press, FARSTA)
    release(press, "Kom den 29 november klockan 18.")
    english = "content/releases/2016-11-28-meeting.md"
    release(press, "Come on 29 November at 5 pm.", f"lang: en\noriginal: {FILE.rpartition('/')[2]}", english)

    assert [told.partition(", but")[0] for told in press.warnings(SOON)] == [
        f'{english}:8:24: the text says "5 pm"'
    ]


def test_the_lead_is_read_too(press: Press) -> None:
    """The lead stands in lists and in mail."""
    tour(press, FARSTA)
    release(press, "Text.", f"lead: {WRONG}\nmeetings: [farsta]")

    assert [told.partition(" the text")[0] for told in press.warnings(SOON)] == [f"{FILE}:4:7:"]


def test_an_hour_is_told_until_it_is_mended_in_either_place(press: Press) -> None:
    """Each build tells what a clean one would, whichever file was changed, and where the words stand now."""
    tour(press, FARSTA)
    release(press, "Kom den 29 november klockan 18.")
    assert press.warnings(SOON) == []

    tour(press, FARSTA.replace("18.00–", "19.00–"))
    (told,) = press.warnings(SOON)
    assert told.startswith(f'{FILE}:7:21: the text says "klockan 18", but')
    assert press.warnings(SOON) == [told]

    tour(press, FARSTA)
    assert press.warnings(SOON) == []

    release(press, f"Hej.\n\n{WRONG}")
    assert TOLD.replace(":7:21", ":9:21") in press.warnings(SOON)
    release(press, f"Hej.\n\nOrd.\n\n{WRONG}")
    assert TOLD.replace(":7:21", ":11:21") in press.warnings(SOON)
    release(press, "Hej.\n\nKom den 29 november klockan 18.")
    assert not any("in tour.yaml" in told for told in press.warnings(SOON))


WITH = "with: 'Anna Ek (X)'"
BROMMA = "district: Bromma, date: 2016-11-29, time: 18.00, place: Biblioteket"


def test_somebody_in_two_places_at_once_is_told(press: Press) -> None:
    """One of two meetings would wait for its guest."""
    tour(press, f"{FARSTA}, {WITH}", f"{BROMMA}, with: Anna EK (x)", f"{BROMMA}, id: b, {WITH}")

    told = "is to be at another meeting at the same time (Farsta, line 3)"
    hint = "mend the day, the hour or who comes in one of them"
    assert press.warnings(SOON) == [
        f"tour.yaml:4:81: Anna EK (x) {told} | {hint}",
        f"tour.yaml:5:88: Anna Ek (X) {told} | {hint}",
    ]


@pytest.mark.parametrize(
    "other",
    [
        f"{BROMMA}, with: Bo Ek",
        f"{BROMMA.replace('18.00', '19.00')}, {WITH}",
        f"{BROMMA.replace('2016-11-29', '2016-11-30')}, {WITH}",
        f"{BROMMA.replace('Biblioteket', 'Torget')}, {WITH}",
        f"{BROMMA}, {WITH}, cancelled: Snö",
        f"district: Bromma, date: 2016-11-29, {WITH}",
    ],
)
def test_others_or_another_hour_are_left_alone(press: Press, other: str) -> None:
    """A guest may come to one place for two districts, or to two one after the other."""
    tour(press, f"{FARSTA}, {WITH}", other)

    assert press.warnings(SOON) == []


def test_words_that_are_no_name_may_be_of_several(press: Press) -> None:
    """Local politicians are others in each district; and what is past is passed by."""
    tour(press, f"{FARSTA}, with: Lokala politiker", f"{BROMMA}, with: Lokala politiker")
    assert press.warnings(SOON) == []

    tour(press, f"{FARSTA}, {WITH}", f"{BROMMA}, {WITH}")
    assert press.warnings("2016-11-30T12:00") == []
