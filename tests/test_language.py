"""The reader's language: catalogues, dates in words, alphabetical order."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrum.errors import say
from pressrum.language import Language

SWEDISH, ENGLISH = Language("sv"), Language("en")
STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = date(2016, 11, 29)
EVENING = datetime(2016, 11, 29, 18, 0, tzinfo=STOCKHOLM)


def in_order(*words: str) -> list[str]:
    """Sort words in Swedish."""
    return sorted(words, key=SWEDISH.order)


def test_a_day_in_words() -> None:
    """Days are written with their month's name, and English names begin with a capital."""
    assert (SWEDISH.day(DAY), ENGLISH.day(DAY)) == ("29 november 2016", "29 November 2016")


def test_a_weekday_and_day_in_words() -> None:
    """The weekday stands in front."""
    assert SWEDISH.weekday_and_day(DAY) == "tisdag 29 november 2016"
    assert ENGLISH.weekday_and_day(DAY) == "Tuesday 29 November 2016"


def test_a_short_day() -> None:
    """A narrow place has the month in short."""
    assert (SWEDISH.short_day(DAY), ENGLISH.short_day(DAY)) == ("29 nov.", "29 Nov")


@pytest.mark.parametrize(
    ("month", "name"),
    [(1, "januari"), (2, "februari"), (3, "mars"), (5, "maj"), (6, "juni"), (8, "augusti"), (10, "oktober")],
)
def test_swedish_months(month: int, name: str) -> None:
    """Swedish months are not English ones."""
    assert SWEDISH.day(date(2017, month, 1)) == f"1 {name} 2017"


def test_an_hour() -> None:
    """Swedish has a point between hour and minutes, English a colon."""
    assert (SWEDISH.clock(time(9, 5)), ENGLISH.clock(time(9, 5))) == ("09.05", "09:05")


def test_a_moment_in_words() -> None:
    """The hour is not parted from its `kl.`; seconds are told only when there are any."""
    second = EVENING.replace(second=5)

    assert SWEDISH.moment(EVENING) == "tisdag 29 november 2016 kl.\u00a018.00"
    assert ENGLISH.moment(EVENING) == "Tuesday 29 November 2016 at 18:00"
    assert SWEDISH.moment(second) == "tisdag 29 november 2016 kl.\u00a018.00.05"
    assert ENGLISH.moment(second) == "Tuesday 29 November 2016 at 18:00:05"


def test_from_when_to_when() -> None:
    """A span has a dash, a start alone none, and no hour gives nothing."""
    assert SWEDISH.hours(EVENING, EVENING.replace(hour=19, minute=30)) == "kl.\u00a018.00–19.30"
    assert SWEDISH.hours(EVENING, None) == "kl.\u00a018.00"
    assert ENGLISH.hours(EVENING, EVENING.replace(hour=20)) == "18:00–20:00"
    assert SWEDISH.day_and_hours(EVENING, EVENING, None) == "tisdag 29 november 2016 kl.\u00a018.00"
    assert SWEDISH.day_and_hours(EVENING, None, None) == "tisdag 29 november 2016"
    assert ENGLISH.day_and_hours(EVENING, EVENING, None) == "Tuesday 29 November 2016, 18:00"
    assert ENGLISH.day_and_hours(EVENING, None, None) == "Tuesday 29 November 2016"
    assert SWEDISH.hours(None, None) == ENGLISH.hours(None, None) == ""


def test_a_moment_is_told_in_its_own_zone() -> None:
    """An hour is that of the moment's zone and not of the machine."""
    assert SWEDISH.moment(EVENING.astimezone(UTC)) == "tisdag 29 november 2016 kl.\u00a017.00"


def test_numbers_stand_in_order() -> None:
    """Districts that are numbered stand as they are counted."""
    assert in_order("Krets 10", "Krets 2", "Krets 1 norra") == ["Krets 1 norra", "Krets 2", "Krets 10"]


def test_swedish_alphabetical_order() -> None:
    """Å, ä and ö come last, in this order; capitals make no difference."""
    assert in_order("Ödåkra", "Äppelviken", "Åby", "Zorn", "abborre") == [
        *("abborre", "Zorn", "Åby", "Äppelviken", "Ödåkra")
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("Éden", "Edsviken", "Ek", "Ekerö"),
        ("idé", "ideal"),
        ("Muller", "Müller", "Mullvad"),
        ("Zorn", "Åby"),
        ("Ängby", "Ærø", "Ö", "Øster"),
        ("Årsta", "Årsta 2", "Årstadal"),
        ("Stora Essingen", "Stora-Essingen", "Storängen"),
        ("1 maj", "8 mars", "Alvik"),
        ("V", "W", "Y", "Z", "Å"),
    ],
)
def test_words_that_are_in_order(words: tuple[str, ...]) -> None:
    """É sorts as e, ü as u, æ as ä and ø as ö; gaps come before digits, digits before letters."""
    assert in_order(*reversed(words)) == list(words)


def test_a_letter_in_two_parts_sorts_as_one() -> None:
    """A word copied from a Mac, whose å is an a and a ring, sorts as å."""
    assert in_order("A\u030aby", "Zorn", "Aby") == ["Aby", "Zorn", "A\u030aby"]


def test_english_order_knows_no_letters_after_z() -> None:
    """In English, å and ä sort as a, and ö as o."""
    assert sorted(["Zorn", "Åby", "Öde", "Pi", "Ark"], key=ENGLISH.order) == [
        "Åby",
        "Ark",
        "Öde",
        "Pi",
        "Zorn",
    ]


@given(st.lists(st.text(max_size=5), max_size=6), st.randoms())
def test_order_does_not_depend_on_where_words_came_from(words: list[str], random: object) -> None:
    """Sorting is the same for any order to begin with, for words that differ at all."""
    shuffled = sorted(words, key=lambda _: getattr(random, "random")())  # noqa: B009 - Random, as Hypothesis gives it

    assert in_order(*shuffled) == in_order(*words)


def test_both_languages_tell() -> None:
    """English is the text itself; Swedish comes from its catalogue."""
    assert (ENGLISH.gettext("error"), SWEDISH.gettext("error")) == ("error", "fel")
    assert (ENGLISH.gettext("hint"), SWEDISH.gettext("hint")) == ("hint", "tips")


@pytest.mark.parametrize(
    ("count", "swedish", "english"), [(0, "0 fel.", "0 mistakes."), (1, "1 fel.", "1 mistake.")]
)
def test_numbers_have_their_forms(count: int, swedish: str, english: str) -> None:
    """One and many are two forms, in each language its own."""
    forms = ("{count} mistake.", "{count} mistakes.", count)

    assert SWEDISH.ngettext(*forms).format(count=count) == swedish
    assert ENGLISH.ngettext(*forms).format(count=count) == english


def test_a_sentence_is_told_with_its_parameters() -> None:
    """Days, moments and sentences among the parameters are told in the same language."""
    until = say("{source} is not public until {when}", source="a.md", when=EVENING)
    gone = say('the meeting "{id}" on {day} is published, and is gone from here', id="b", day=DAY)
    nested = say("write {month}", month=say("November"))

    assert SWEDISH.tell(until) == "a.md publiceras först tisdag 29 november 2016 kl. 18.00"
    assert ENGLISH.tell(until) == "a.md is not public until Tuesday 29 November 2016 at 18:00"
    assert SWEDISH.tell(gone) == 'mötet "b" den 29 november 2016 är publicerat men är borta härifrån'
    assert SWEDISH.tell(nested) == "skriv november"


def test_braces_in_a_parameter_stay() -> None:
    """What a person wrote is told as it was written."""
    assert SWEDISH.tell(say('"{text}" has no year', text="{29} {nov}")) == '"{29} {nov}" saknar årtal'


def test_words_of_addresses_follow_the_language() -> None:
    """The words that stand in addresses are these, and never change."""
    assert SWEDISH.words.releases == "pressmeddelanden"
    assert (SWEDISH.words.topics, SWEDISH.words.tour, SWEDISH.words.calendar) == (
        "amnen",
        "turne",
        "kalender",
    )
    assert (ENGLISH.words.releases, ENGLISH.words.tour, ENGLISH.words.meeting) == (
        "press-releases",
        "tour",
        "meeting",
    )
