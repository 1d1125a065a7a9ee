"""Days, moments and clock times as staff write them; `dates`, `clocks` and `moments` are read together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrum.errors import BadValue
from pressrum.language import Language
from pressrum.written.clocks import Times, parse_clock, parse_times
from pressrum.written.dates import parse_day
from pressrum.written.local_times import in_zone
from pressrum.written.moments import parse_moment

NEAR = date(2016, 11, 1)
STOCKHOLM = ZoneInfo("Europe/Stockholm")
SPRING, AUTUMN = "2017-03-26", "2016-10-30"


def refusal(read: Callable[[str], object], text: str) -> tuple[str, str]:
    """Give the message and the hint, in English, with which `text` is refused."""
    with pytest.raises(BadValue) as raised:
        read(text)
    english = Language("en")
    return english.tell(raised.value.message), english.tell(raised.value.hint)


def refused_by(read: Callable[[str], object], text: str) -> BadValue | None:
    """Give the refusal of `text`; None when it is read."""
    try:
        read(text)
    except BadValue as bad:
        return bad
    return None


def day(text: str) -> date:
    """Read a day on 1 November 2016."""
    return parse_day(text, NEAR)


def moment(text: str) -> datetime:
    """Read a moment on 1 November 2016."""
    return parse_moment(text, NEAR)


@pytest.mark.parametrize(
    "text",
    [
        "2016-11-29",
        "29 nov 2016",
        "29 november 2016",
        "29 nov. 2016",
        "29 NOV 2016",
        "29nov 2016",
        "den 29 november 2016",
        "tisdag 29 november 2016",
        "tisdag den 29 november 2016",
        "tisdagen den 29 november 2016",
        "Tisdag, 29 november 2016",
        "tis 29 nov 2016",
        "29-nov-2016",
        "29/nov/2016",
        "tis. 29 nov. 2016",
        "29:e november 2016",
        "29e november 2016",
        "29. november 2016",
        "tisdag 2016-11-29",
        "29 November 2016",
        "Tuesday 29 November 2016",
        "Tue 29 Nov 2016",
        "November 29, 2016",
        "Tuesday, November 29th, 2016",
        "the 29th of November 2016",
        " 29\u00a0november  2016 ",
        "tisdag\u202f29 nov\u00adember 2016",
        "2016\u201111\u201129",
        "”2016-11-29”",
        "“tisdag 29 november 2016”",
    ],
)
def test_a_day_reads_in_both_languages(text: str) -> None:
    """Every form with a month's name or in ISO 8601 gives the day."""
    assert day(text) == date(2016, 11, 29)


@pytest.mark.parametrize(
    ("text", "month"),
    [("1:a maj 2016", 5), ("1 mars 2016", 3), ("Aug 1st 2016", 8), ("1 okt 2016", 10), ("1 oct 2016", 10)],
)
def test_months_of_both_languages_are_known(text: str, month: int) -> None:
    """A month is read in full, in short, in Swedish and in English."""
    assert day(text) == date(2016, month, 1)


def test_a_decomposed_letter_is_the_same_letter() -> None:
    """A weekday copied from a Mac, whose å is an a and a ring, is the same weekday."""
    assert day("ma\u030andag 2016-11-28") == date(2016, 11, 28)


@pytest.mark.parametrize(
    "text", ["2016-11-29 (tisdag)", "2016-11-29 tis.", "29 november 2016, tisdag", "Nov 29, 2016 (Tuesday)"]
)
def test_a_weekday_behind_its_day_is_a_weekday(text: str) -> None:
    """It is no hour, for which one would be offered: that would hold the text back until then."""
    assert day(text) == date(2016, 11, 29)
    assert moment(text).isoformat() == "2016-11-29T00:00:00"
    assert moment(f"{text} kl. 9").isoformat() == "2016-11-29T09:00:00"
    assert moment("2016-11-29 09:00 (tisdag)").isoformat() == "2016-11-29T09:00:00"
    with pytest.raises(BadValue):
        day(text.replace("29", "30"))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("29 nov", "write 2016-11-29"),
        ("29/11", "write 2016-11-29"),
        ("29.11.", "write 2016-11-29"),
        ("11/29", "write 2016-11-29"),
        ("5/6", "write 2016-06-05"),
        ("November 29", "write 2016-11-29"),
        ("tisdag 29 november", "write 2016-11-29"),
        ("måndag 29 november", "write 2016-11-29, or 2016-11-28 if Monday is meant"),
        ("måndag 5/12", "write 2016-12-05"),
        ("måndag 12/5", "write 2016-12-05"),
        ("5 januari", "write 2017-01-05"),
        ("29 februari", "write 2016-02-29"),
    ],
)
def test_a_day_without_its_year_gets_the_likely_one(text: str, hint: str) -> None:
    """The nearest day is offered, and with a weekday that it has not the one beside that has it."""
    assert refusal(day, text) == (f'"{text}" has no year', hint)


@pytest.mark.parametrize(
    ("near", "hint"),
    [
        (date(2026, 1, 20), "write 2025-11-29, or 2025-11-30 if Sunday is meant"),
        (date(2026, 3, 3), "write 2026-11-29"),
        (date(2026, 11, 1), "write 2026-11-29"),
    ],
)
def test_a_weekday_tells_a_day_to_come_from_one_long_gone(near: date, hint: str) -> None:
    """In spring "Sunday 29 November" is next autumn's when that is a Sunday and the last one was not."""
    assert refusal(lambda text: parse_day(text, near), "söndag 29 november")[1] == hint


def test_of_two_years_as_near_the_later_is_offered() -> None:
    """A day just as far off behind as ahead is offered ahead."""
    assert refusal(lambda text: parse_day(text, date(2017, 1, 1)), "2 juli")[1] == "write 2017-07-02"
    assert refusal(lambda text: parse_day(text, date(2016, 12, 31)), "1 juli")[1] == "write 2017-07-01"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "måndag 29 november 2016",
            "2016-11-29 is a Tuesday, not a Monday",
            "write 2016-11-29, or 2016-11-28 if Monday is meant",
        ),
        (
            "fredag 2016-11-29",
            "2016-11-29 is a Tuesday, not a Friday",
            "write 2016-11-29, or 2016-12-02 if Friday is meant",
        ),
        (
            "sat 29/11 2016",
            "2016-11-29 is a Tuesday, not a Saturday",
            "write 2016-11-29, or 2016-11-26 if Saturday is meant",
        ),
    ],
)
def test_a_weekday_must_fit_its_day(text: str, message: str, hint: str) -> None:
    """A wrong weekday is answered with the right one, and with the nearest day that has its name."""
    assert refusal(day, text) == (message, hint)


@pytest.mark.parametrize(
    ("text", "near", "hint"),
    [
        ("fredag 6 januari 2016", (2016, 12, 20), "write 2016-01-06, or 2017-01-06 if Friday is meant"),
        ("Thurs 29 December 2017", (2017, 1, 3), "write 2017-12-29, or 2016-12-29 if Thursday is meant"),
        ("Weds 30 November 2017", (2016, 11, 20), "write 2017-11-30, or 2016-11-30 if Wednesday is meant"),
        ("Weds 29 November 2016", (2016, 11, 20), "write 2016-11-29, or 2016-11-30 if Wednesday is meant"),
        ("måndag 29 februari 2017", (2016, 2, 1), "write 2017-02-28"),
    ],
)
def test_a_weekday_that_fits_another_year_tells_of_a_slip_in_the_year(
    text: str, near: tuple[int, int, int], hint: str
) -> None:
    """Around New Year the old year is written, and a meeting would stand among those that are over."""
    assert refusal(lambda text: parse_day(text, date(*near)), text)[1] == hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("31 november 2016", "November 2016 has 30 days, not 31", "write 2016-11-30"),
        ("29 February 2017", "February 2017 has 28 days, not 29", "write 2017-02-28"),
        ("2016-11-32", "November 2016 has 30 days, not 32", "write 2016-11-30"),
        ("2016-11-00", "November 2016 has 30 days, not 0", "write 2016-11-01"),
        ("31 november", "November 2016 has 30 days, not 31", "write 2016-11-30"),
        ("31/11 2016", "November 2016 has 30 days, not 31", "write 2016-11-30"),
        ("2016-13-29", "there is no month 13: a year has 12", "write 2016-12-29"),
        ("2016-29-11", "there is no month 29: a year has 12", "write 2016-11-29"),
        ("2016-00-11", "there is no month 0: a year has 12", "write 2016-01-11"),
        ("1899-12-31", "the year 1899 is not between 1900 and 2100", "write a year from 1900 to 2100"),
        ("1 jan 2101", "the year 2101 is not between 1900 and 2100", "write a year from 1900 to 2100"),
        ("29 novmber 2016", '"novmber" is not a month', "write 2016-11-29 if November is meant"),
        ("29 novmber", '"novmber" is not a month', "write 2016-11-29 if November is meant"),
        ("Feburary 1, 2017", '"Feburary" is not a month', "write 2017-02-01 if February is meant"),
        ("31 novmber 2016", '"novmber" is not a month', "write November"),
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused(text: str, message: str, hint: str) -> None:
    """The message says what the calendar has, the hint the nearest day that there is."""
    assert refusal(day, text) == (message, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("29/11 2016", "write 2016-11-29"),
        ("5/6 2016", "write 2016-06-05"),
        ("29/11/2016", "write 2016-11-29"),
        ("11/29/2016", "write 2016-11-29"),
        ("3/3/2016", "write 2016-03-03"),
        ("29.11.2016", "write 2016-11-29"),
        ("2016/11/29", "write 2016-11-29"),
        ("2016-1-5", "write 2016-01-05"),
        ("2016–11–29", "write 2016-11-29"),
        ("20161129", "write 2016-11-29"),
        ("161129", "write 2016-11-29"),
        ("16-11-29", "write 2016-11-29"),
        ("11-29-16", "write 2016-11-29"),
        ("29/11-16", "write 2016-11-29"),
        ("29/11/16", "write 2016-11-29"),
        ("29 nov 16", "write 2016-11-29"),
        ("29 nov '16", "write 2016-11-29"),
        ("1 jan 60", "write 2060-01-01"),
        ("tisdag 5/6/2018", "write 2018-06-05"),
        ("söndag 5/6/2018", "write 2018-05-06"),
    ],
)
def test_a_loose_form_is_answered_with_the_iso_date(text: str, hint: str) -> None:
    """A form that is not read is still understood, so that its hint can be copied."""
    assert refusal(day, text) == (f'"{text}" is a date in a form that can be misread', hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("5/6/2016", "write 2016-06-05 or 2016-05-06"),
        ("5-6-2016", "write 2016-06-05 or 2016-05-06"),
        ("10/11/12", "write 2012-11-10 or 2012-10-11"),
        ("16-11-12", "write 2016-11-12 or 2012-11-16"),
        ("05-06-17", "write 2017-06-05 or 2017-05-06"),
    ],
)
def test_a_form_with_two_meanings_offers_both(text: str, hint: str) -> None:
    """Where habits differ and both days are likely, both are offered, the Swedish one first."""
    assert refusal(day, text) == (f'"{text}" can be more than one date', hint)


@pytest.mark.parametrize(
    "text",
    ["", "så fort det går", "november 2016", "29", "2016", "hej 29 november 2016", "29 xyz 2016"],
)
def test_what_is_no_date_is_told_how_one_looks(text: str) -> None:
    """All else gets the form, and no day that could be copied by mistake."""
    assert refusal(day, text) == (f'"{text}" is not a date', "write it as YYYY-MM-DD")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("idag", "write 2016-11-02"),
        ("I dag", "write 2016-11-02"),
        ("imorgon", "write 2016-11-03"),
        ("i övermorgon", "write 2016-11-04"),
        ("yesterday", "write 2016-11-01"),
        ("tisdag", "write 2016-11-08"),
        ("på fredag", "write 2016-11-04"),
        ("onsdag", "write 2016-11-02 or 2016-11-09"),
        ("nästa fredag", "write 2016-11-04 or 2016-11-11"),
    ],
)
def test_a_day_that_is_told_from_today_offers_its_date(text: str, hint: str) -> None:
    """Today is the day on which it is read, and not the one that the file is named by."""

    def read(written: str) -> date:
        return parse_day(written, near=date(2016, 12, 6), today=date(2016, 11, 2))

    assert refusal(read, text)[1] == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("imorgon 9.00", "write 2016-11-02 9.00"),
        ("torsdag kl 18", "write 2016-11-03 18"),
        ("torsdag 18.00", "write 2016-11-03 18.00"),
    ],
)
def test_what_is_offered_for_a_day_told_from_today_keeps_its_hour(text: str, hint: str) -> None:
    """With the hour lost, an embargo would be over at midnight."""
    assert refusal(moment, text)[1] == hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-11-28", "2016-11-28T00:00:00"),
        ("28 nov 2016", "2016-11-28T00:00:00"),
        ("2016-11-28 09:00", "2016-11-28T09:00:00"),
        ("2016-11-28T09:00", "2016-11-28T09:00:00"),
        ("2016-11-28 09:00:30", "2016-11-28T09:00:30"),
        ("2016-11-28 9", "2016-11-28T09:00:00"),
        ("2016-11-28,\u00a009.00", "2016-11-28T09:00:00"),
        ("28 nov 2016 kl. 9", "2016-11-28T09:00:00"),
        ("28 nov 2016 kl.09.00", "2016-11-28T09:00:00"),
        ("28 november 2016 klockan 09.00", "2016-11-28T09:00:00"),
        ("måndag den 28 november 2016, kl 9.00", "2016-11-28T09:00:00"),
        ("Tuesday 29 November 2016 at 18:00", "2016-11-29T18:00:00"),
        ("November 29, 2016 at 6.30 p.m.", "2016-11-29T18:30:00"),
        ("29 Nov 2016 18:00", "2016-11-29T18:00:00"),
        ("2016-11-28T09:00+01:00", "2016-11-28T09:00:00+01:00"),
        ("2016-11-28T09:00:00Z", "2016-11-28T09:00:00+00:00"),
        ("2016-11-28t09:00:30-0530", "2016-11-28T09:00:30-05:30"),
        ("2016-11-28 09:00 +01:00", "2016-11-28T09:00:00+01:00"),
    ],
)
def test_a_moment_is_naive_unless_it_ends_in_an_offset(text: str, expected: str) -> None:
    """A day, and an hour after it in any form, give a local moment; an offset gives an instant."""
    assert moment(text).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("29 nov 18:00", '"29 nov" has no year', "write 2016-11-29 18:00"),
        ("29 nov kl. 18", '"29 nov" has no year', "write 2016-11-29 18"),
        (
            "måndag 29 november kl. 18",
            '"måndag 29 november" has no year',
            "write 2016-11-29 18, or 2016-11-28 18 if Monday is meant",
        ),
        ("29 nov kl. 18–19", '"29 nov" has no year', "write 2016-11-29 18.00 or 2016-11-29 19.00"),
        ("2016-11-31T09:00Z", "November 2016 has 30 days, not 31", "write 2016-11-30 09:00Z"),
        (
            "29 novembr 2016 kvällen",
            '"novembr" is not a month',
            "write 2016-11-29 kvällen if November is meant",
        ),
        ("Nov 29 at noon", '"Nov 29" has no year', "write 2016-11-29 12.00"),
        ("29 nov, eftermiddag", '"29 nov" has no year', "write 2016-11-29 eftermiddag"),
        ("Tuesday 29 November, 9am", '"Tuesday 29 November" has no year', "write 2016-11-29 9am"),
        ("tisdag 29.11", '"tisdag 29.11" has no year', "write 2016-11-29"),
        ("2016-13-28 09:00", "there is no month 13: a year has 12", "write 2016-12-28 09:00"),
        (
            "29/11 2016 18.00",
            '"29/11 2016" is a date in a form that can be misread',
            "write 2016-11-29 18.00",
        ),
        (
            "2016-11-28 24:00",
            '"24:00" is midnight, which is 00.00 of the next day',
            "write 23.59, or 00.00 on the next day",
        ),
        ("2016-11-28 0900", '"0900" has no mark between hour and minutes', "write 2016-11-28 09.00"),
        ("2016-11-28T", '"2016-11-28T" is not a date', "write it as YYYY-MM-DD"),
        ("kl. 9", '"kl. 9" is not a date', "write it as YYYY-MM-DD"),
        (
            "2016-11-28 kl. 18–19.30",
            '"18–19.30" is two times, and one is due here',
            "write 2016-11-28 18.00 or 2016-11-28 19.30",
        ),
        (
            "2016-11-28 09:00-11:00",
            '"09:00-11:00" is two times, and one is due here',
            "write 2016-11-28 09.00 or 2016-11-28 11.00",
        ),
        (
            "2016-11-28 20.00–00.00",
            '"20.00–00.00" is two times, and one is due here',
            "write 2016-11-28 20.00",
        ),
        ("28 nov TBC", '"28 nov" has no year', "write 2016-11-28 TBC"),
        ("28 nov kl. 0900", '"28 nov" has no year', "write 2016-11-28 09.00"),
        (
            "2016-11-28 6-8 pm",
            '"6-8 pm" is two times, and one is due here',
            "write 2016-11-28 18.00 or 2016-11-28 20.00",
        ),
        ("28 nov 2016 20.00 (ny tid!)", '"20.00 (ny tid!)" is not a time', "write 2016-11-28 20.00"),
        ("2016-11-28T09:00+25:00", '"T09:00+25:00" is not a time', "write hour and minutes, as in 18.00"),
        ("2016-11-28T09:00:60", '"T09:00:60" is not a time', "write hour and minutes, as in 18.00"),
    ],
)
def test_a_moment_that_cannot_be_read_says_which_part(text: str, message: str, hint: str) -> None:
    """What is wrong with the day or the hour is told of that part alone; what is offered keeps both."""
    assert refusal(moment, text) == (message, hint)


@pytest.mark.parametrize(
    ("written", "later", "expected"),
    [
        ("2016-11-28 09:00", False, "2016-11-28T09:00:00+01:00"),
        ("2016-07-01 09:00", True, "2016-07-01T09:00:00+02:00"),
        ("2016-11-28T09:00Z", False, "2016-11-28T10:00:00+01:00"),
        (f"{AUTUMN} 02:30", False, f"{AUTUMN}T02:30:00+02:00"),
        (f"{AUTUMN} 02:30", True, f"{AUTUMN}T02:30:00+01:00"),
        (f"{AUTUMN}T02:30+02:00", True, f"{AUTUMN}T02:30:00+02:00"),
        (f"{SPRING} 01:59", True, f"{SPRING}T01:59:00+01:00"),
        (f"{SPRING} 03:00", False, f"{SPRING}T03:00:00+02:00"),
    ],
)
def test_a_moment_is_put_in_its_zone(written: str, later: bool, expected: str) -> None:  # noqa: FBT001 - a row
    """A naive moment is what the clocks show, an aware one is converted; of a doubled hour one is chosen."""
    found = in_zone(moment(written), STOCKHOLM, later=later)

    assert (found.isoformat(), str(found.tzinfo)) == (expected, str(STOCKHOLM))


def test_moments_of_an_hour_that_comes_twice_are_in_order() -> None:
    """What is in the first of the two hours is before what is in the second, whatever the clocks show."""
    written = (f"{AUTUMN} 02:10", f"{AUTUMN}T02:20+01:00", f"{AUTUMN}T02:50+02:00", f"{AUTUMN} 01:59")
    found = sorted(in_zone(moment(text), STOCKHOLM, later=True) for text in written)

    assert [one.astimezone(UTC).strftime("%H.%M") for one in found] == ["23.59", "00.50", "01.10", "01.20"]


def test_only_a_doubled_hour_is_marked_as_the_second() -> None:
    """Equal moments have equal representations, on which the digests of recipes rest."""
    found = in_zone(moment("2016-11-28 09:00"), STOCKHOLM, later=True)

    assert repr(found) == repr(datetime(2016, 11, 28, 9, tzinfo=STOCKHOLM))


@pytest.mark.parametrize("later", [False, True])
def test_the_hour_that_clocks_jump_over_is_refused(later: bool) -> None:  # noqa: FBT001 - a row
    """A time in the spring gap is answered with the time that the clocks show then."""
    assert refusal(lambda text: in_zone(moment(text), STOCKHOLM, later=later), f"{SPRING} 02:30") == (
        "there is no 02.30 on 2017-03-26: clocks go forward that night",
        "write 03.30 instead of 02.30",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:00", time(18)),
        ("18.00", time(18)),
        ("18", time(18)),
        ("9", time(9)),
        ("09.00", time(9)),
        ("00:00", time(0)),
        ("klockan 18.00", time(18)),
        ("”kl. 18.00”", time(18)),
        ("KL. 18", time(18)),
        ("kl.\u00a018", time(18)),
        ("kl 18.00", time(18)),
        ("kl.18", time(18)),
        (" klockan  18 ", time(18)),
        ("at 18:00", time(18)),
        ("6 pm", time(18)),
        ("6PM", time(18)),
        ("6.30 p.m.", time(18, 30)),
        ("9:15 am", time(9, 15)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
    ],
)
def test_an_hour_reads_in_both_languages(text: str, expected: time) -> None:
    """An hour in any form is a time, and times with no end."""
    assert (parse_clock(text), parse_times(text)) == (expected, Times(expected, None))


@pytest.mark.parametrize(
    "text",
    [
        "18-19.30",
        "18.00-19.30",
        "kl. 18–19.30",
        "18:00 — 19:30",
        "18--19.30",
        "18.00 till 19.30",
        "kl. 18 till kl. 19.30",
        "från 18 till 19.30",
        "18 to 19:30",
        "18\u00a0\u2212\u00a019.30",
        "mellan 18 och 19.30",
        "klockan mellan 18 och 19.30",
        "between 18:00 and 19:30",
        "6 pm to 7:30 pm",
        "6 pm–19.30",
    ],
)
def test_two_hours_are_from_when_to_when(text: str) -> None:
    """A dash or a word between two hours gives a start and an end."""
    assert parse_times(text) == Times(time(18), time(19, 30))


@pytest.mark.parametrize(("text", "end"), [("22-02", time(2)), ("18–00.00", time(0))])
def test_an_end_may_be_past_midnight(text: str, end: time) -> None:
    """An end before the start is left for the caller to judge."""
    assert parse_times(text).end == end


@pytest.mark.parametrize("text", ["18-19.30", "18–00.00"])
def test_one_time_is_not_two(text: str) -> None:
    """A span is refused where one time is due, midnight or not."""
    assert refusal(parse_clock, text)[0] == f'"{text}" is two times, and one is due here'


NO_HOUR = "write an hour from 00 to 23"
MIDNIGHT = "write 23.59, or 00.00 on the next day"
BY_24 = "write both by the 24-hour clock, as "


@pytest.mark.parametrize("text", ["10.00", "9:30", "18.45"])
def test_an_hour_alone_is_no_moment(text: str) -> None:
    """An hour without a day is told as such, and not as a month that is not there."""
    assert refusal(moment, text) == (
        f'"{text}" is an hour without a day',
        f"write the day first: {NEAR} {text}",
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10am on 26 November 2016", "26 November 2016 10am"),
        ("00.01 26 November 2016", "26 November 2016 00.01"),
        ("10:00, Saturday 26 November 2016", "Saturday 26 November 2016 10:00"),
        ("kl. 9.30 den 26 november 2016", "26 november 2016 9.30"),
        ("9.30 p.m. 2016-11-26", "2016-11-26 9.30 p.m."),
    ],
)
def test_an_hour_before_its_day_is_offered_behind_it(text: str, meant: str) -> None:
    """Who was told to write a day alone would have the text published at its midnight."""
    assert refusal(moment, text) == (f'"{text}" has the hour before the day', f"write {meant}")
    assert moment(meant).date() == date(2016, 11, 26)


@pytest.mark.parametrize("text", ["2016-12-06 kväll", "6 dec 2016, TBA", "tisdag 6 december 2016 kl. ?"])
def test_a_moment_whose_hour_is_not_set_can_be_its_day(text: str) -> None:
    """A moment has a line that cannot be left out, and needs no hour."""
    assert refusal(moment, text) == (
        f'"{text.rsplit(maxsplit=1)[-1]}" is not an exact time',
        "write the hour, as 18.00, or the day alone: it means 00.00",
    )


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("24:00", '"24:00" is midnight, which is 00.00 of the next day', MIDNIGHT),
        ("18-24", '"24" is midnight, which is 00.00 of the next day', MIDNIGHT),
        ("2400", '"2400" is midnight, which is 00.00 of the next day', MIDNIGHT),
        ("24:30", "there is no hour 24: a day has 24", NO_HOUR),
        ("25", "there is no hour 25: a day has 24", NO_HOUR),
        ("18.60", "there is no minute 60: an hour has 60", "write minutes from 00 to 59"),
        ("1800", '"1800" has no mark between hour and minutes', "write 18.00"),
        ("kl. 930", '"kl. 930" has no mark between hour and minutes', "write 09.30"),
        ("18 pm", '"18 pm" mixes the 24-hour clock with am or pm', "write 18.00"),
        ("0.30 pm", '"0.30 pm" mixes the 24-hour clock with am or pm', "write 12.30"),
        ("6-7.30 pm", 'only one of the times in "6-7.30 pm" has am or pm', BY_24 + "18.00–19.30"),
        ("9 am-1", 'only one of the times in "9 am-1" has am or pm', BY_24 + "09.00–13.00"),
        ("6-8pm", 'only one of the times in "6-8pm" has am or pm', BY_24 + "18.00–20.00"),
        ("9-5pm", 'only one of the times in "9-5pm" has am or pm', BY_24 + "09.00–17.00"),
        ("10-12pm", 'only one of the times in "10-12pm" has am or pm', BY_24 + "10.00–12.00"),
        ("8 pm-12", 'only one of the times in "8 pm-12" has am or pm', BY_24 + "20.00–00.00"),
        ("10-1 am", 'only one of the times in "10-1 am" has am or pm', BY_24 + "22.00–01.00"),
        ("18.00-18", '"18.00-18" ends when it begins', "write the start alone: 18.00"),
    ],
)
def test_an_hour_that_no_clock_shows_is_refused(text: str, message: str, hint: str) -> None:
    """The message says what is wrong with the hour, the hint what to write."""
    assert refusal(parse_times, text) == (message, hint)


@pytest.mark.parametrize(
    "text",
    [
        "kvällen",
        "på förmiddagen",
        "18-tiden",
        "vid 18.00-tiden",
        "ca 18",
        "18.00 (prel.)",
        "TBA",
        "tid meddelas senare",
        "ej bestämt",
        "obestämt",
        "to be announced",
        "18?",
        "–",
        *("circa 6pm", "c. 6pm", "approx. 6pm", "6pm approx.", "approximately 18.00"),
        *("6pm TBC", "18.00 (tbc)", "provisionally 6pm"),
    ],
)
def test_an_hour_that_is_not_set_is_left_out(text: str) -> None:
    """Words in place of an hour are answered with how to leave it open."""
    assert refusal(parse_times, text) == (
        f'"{text}" is not an exact time',
        "leave the field out until the hour is set",
    )


@pytest.mark.parametrize("text", ["18.00 – ca 20", "18 till cirka 19.30", "kl. 18-?", "6 pm to about 8 pm"])
def test_an_end_that_is_not_set_is_left_out_alone(text: str) -> None:
    """The hour at which people are to come is known."""
    assert refusal(parse_times, text) == (
        f'"{text}" is not an exact time',
        "write 18.00, and leave the end out until it is set",
    )


@pytest.mark.parametrize(
    ("text", "start"), [("12 – ca 14", "12.00"), ("09.00 – ca 11", "09.00"), ("9 am to about 11", "09.00")]
)
def test_a_start_at_noon_or_with_its_half_of_the_day_is_known_too(text: str, start: str) -> None:
    """At twelve is at noon where nothing else is said."""
    assert refusal(parse_times, text)[1] == f"write {start}, and leave the end out until it is set"


@pytest.mark.parametrize("text", ["6 – ca 8", "6.00 – ca 8", "kväll – ca 20", "ca 18 – ca 20"])
def test_a_start_that_may_be_another_is_not_offered(text: str) -> None:
    """At six may be in the morning, and an hour that is not set is none."""
    assert refusal(parse_times, text)[1] == "leave the field out until the hour is set"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("19;30", "19.30"), ("18,00", "18.00"), ("kl. 19..30", "19.30"), ("18.", "18.00")),
        *(("20.00-21.30.", "20.00–21.30"), ("18;00 till 19;30", "18.00–19.30"), ("18–20,", "18.00–20.00")),
        *(("6,30 pm", "18.30"), ("18 30", "18.30"), ("1800-1930", "18.00–19.30"), ("18:00:00", "18.00")),
        *(("från kl. 18", "18.00"), ("18.00-", "18.00"), ("18-19.30 (fika från 17.30)", "18.00–19.30")),
        *(
            ("18.00 (est. two hours)", "18.00"),
            ("18.00, drop-in", "18.00"),
            ("20.00 – midnatt", "20.00–00.00"),
            ("8 pm until midnight", "20.00–00.00"),
            ("18.00 och framåt", "18.00"),
            ("10–15 (drop-in)", "10.00–15.00"),
        ),
    ],
)
def test_a_slip_in_the_mark_is_told_with_what_was_meant(text: str, meant: str) -> None:
    """A wrong mark or none within an hour, or words after it, are answered with all that was meant."""
    assert refusal(parse_times, text) == (f'"{text}" is not a time', f"write {meant}")


@pytest.mark.parametrize(
    "text",
    [
        *("", "18h", "18.5", "18 19", "halv sju", "18 och 20", "18.00 på kvällen", "19;75", "18⁰⁰"),
        *("6.30 (i matsalen)", "halv 19", "18.00 (preliminärt)", "11.30 och 18.00"),
    ],
)
def test_what_is_no_time_is_told_how_one_looks(text: str) -> None:
    """All else gets an example."""
    assert refusal(parse_times, text) == (f'"{text}" is not a time', "write hour and minutes, as in 18.00")


@pytest.mark.parametrize("text", ["7pm GMT", "19:00 UTC", "10.00 CET", "18–19.30 (BST)", "7 pm NST"])
def test_an_hour_in_a_time_zone_is_not_offered_without_it(text: str) -> None:
    """In summer 7 pm GMT is 8 pm in London."""
    hint = "write the local time, without a time zone"
    assert refusal(parse_times, text) == (f'"{text}" is not a time', hint)


@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        *(("noon", "noon", "write 12.00"), ("12 Noon", "12 Noon", "write 12.00")),
        ("midnight", "midnight", MIDNIGHT),
    ],
)
def test_noon_and_midnight_are_told_as_hours(text: str, word: str, hint: str) -> None:
    """A word that is one hour alone is answered with that."""
    assert refusal(parse_times, text) == (f'"{word}" is not a time', hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *(("noon to 2pm", "write 12.00–14.00"), ("10am-midday", "write 10.00–12.00")),
        *(("20.00–midnatt", "write 20.00–00.00"), ("between 6pm and midnight", "write 18.00–00.00")),
        ("10–noon", "write both by the 24-hour clock, as 10.00–12.00"),
        *(
            ("noon-noon", "write the start alone: 12.00"),
            ("noon to late", "write hour and minutes, as in 18.00"),
        ),
    ],
)
def test_noon_or_midnight_as_one_of_two_hours_is_offered_with_the_other(text: str, hint: str) -> None:
    """Typed as it is offered, the meeting begins and ends when it should."""
    assert refusal(parse_times, text) == (f'"{text}" is not a time', hint)


SWEDISH = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SWEDISH_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FORMS = (
    "{iso}",
    "{veckodag} {iso}",
    "{d} {månad} {y}",
    "{d} {short}. {y}",
    "den {d}:e {månad} {y}",
    "{veckodag} den {d} {månad} {y}",
    "{weekday}, {d} {month} {y}",
    "{month} {d}, {y}",
    "{d}th {month} {y}",
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PIECES = st.sampled_from(
    [
        *"0123456789",
        *" -/.:,+T–'",
        "2016",
        "2016-11-29",
        "29",
        "nov",
        "tisdag ",
        "mar",
        "kl. ",
        "pm",
        " till ",
    ]
)
TEXTS = st.text() | st.lists(PIECES).map("".join)


@given(DAYS, st.sampled_from(FORMS))
def test_any_day_reads_back(when: date, form: str) -> None:
    """What is written in a form that is read means the same day, whatever the day."""
    month = SWEDISH_MONTHS[when.month - 1]
    text = form.format(
        iso=when.isoformat(),
        d=when.day,
        y=when.year,
        månad=month,
        month=ENGLISH_MONTHS[when.month - 1],
        short=month[:3],
        veckodag=SWEDISH[when.weekday()],
        weekday=ENGLISH[when.weekday()],
    )

    assert day(text) == when


@given(TEXTS)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    """No text brings down the program: it is read, or refused with a sentence and a hint."""
    readers: tuple[Callable[[str], object], ...] = (day, moment, parse_times, parse_clock)
    refused = [bad for read in readers if (bad := refused_by(read, text))]

    assert all(Language("en").tell(bad.message) and bad.hint for bad in refused)


@given(
    TEXTS
    | st.lists(st.sampled_from([*"-/. ", "1", "5", "12", "16", "2016", "31", "tis ", "mai"])).map("".join)
)
def test_a_day_that_is_offered_can_be_read(text: str) -> None:
    """What a hint says to write is never refused in its turn."""
    bad = refused_by(day, text)
    params = dict(bad.hint.params) if bad else {}
    offered = [str(params[name]) for name in ("day", "other") if name in params]

    assert [day(iso).isoformat() for iso in offered] == offered


@given(DAYS, st.times(), st.booleans())
def test_any_moment_in_a_zone_shows_the_same_clock(when: date, clock: time, later: bool) -> None:  # noqa: FBT001
    """A local moment is kept as it was written, or refused for the hour that does not exist."""
    local = datetime.combine(when, clock)
    try:
        found = in_zone(local, STOCKHOLM, later=later)
    except BadValue:
        return

    assert found.replace(tzinfo=None) == local


@given(
    st.tuples(
        *(st.integers(least, most) for least, most in ((1890, 2110), (0, 13), (0, 32), (0, 25), (0, 61)))
    )
)
def test_a_moment_as_staff_are_asked_to_write_it_is_read_as_any_other(numbers: tuple[int, ...]) -> None:
    """The form that is read at once gives what the others give, and is refused where they are."""
    year, month, day, hour, minute = numbers
    when, clock = f"{year:04}-{month:02}-{day:02}", f"{hour:02}:{minute:02}"
    bad, also = refused_by(moment, f"{when} {clock}"), refused_by(moment, f"{when} kl. {clock}")

    assert (bad and bad.message.msgid) == (also and also.message.msgid)
    assert bad or moment(f"{when} {clock}") == moment(f"{when} kl. {clock}")


def test_every_hour_reads_back() -> None:
    """All minutes of the day are read as they are printed, in both languages."""
    clocks = [time(hour, minute) for hour, minute in product(range(24), range(60))]

    assert [parse_clock(clock.strftime("kl. %H.%M")) for clock in clocks] == clocks
    assert [parse_clock(clock.strftime("%I:%M %p")) for clock in clocks] == clocks


def test_an_offset_makes_an_instant() -> None:
    """The same instant written with two offsets is one instant."""
    first, second = moment("2016-11-28T09:00+01:00"), moment("2016-11-28T08:00Z")

    assert first == second == datetime(2016, 11, 28, 8, tzinfo=UTC)
    assert first.utcoffset() == timedelta(hours=1)
