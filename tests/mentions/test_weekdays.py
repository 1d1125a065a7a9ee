"""Weekdays in texts that are not those of the days beside them."""

from __future__ import annotations

from datetime import date

import pytest
from slipped import in_lines

from pressrum.mentions.weekdays import wrong_weekdays

NEAR = date(2016, 11, 28)
"""A Monday."""


def told(text: str, near: date | None = NEAR) -> list[str]:
    """Give what is told of `text`, in English."""
    return in_lines(wrong_weekdays(text, near), text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Kom måndag 29 november 2016.", "1:5: 2016-11-29 is a Tuesday, not a Monday"),
        ("\n\nMåndagen den 29 november kl. 18", "3:1: 2016-11-29 is a Tuesday, not a Monday"),
        ("**Måndag den 29:e november**", "1:3: 2016-11-29 is a Tuesday, not a Monday"),
        ("måndag 2016-11-29", "1:1: 2016-11-29 is a Tuesday, not a Monday"),
        ("on Monday, November 29, we", "1:4: 2016-11-29 is a Tuesday, not a Monday"),
        ("on Monday, Nov. 29, we", "1:4: 2016-11-29 is a Tuesday, not a Monday"),
        ("Monday the 29th of November", "1:1: 2016-11-29 is a Tuesday, not a Monday"),
        ("Måndag 29/11 kl. 18", "1:1: 2016-11-29 is a Tuesday, not a Monday"),
        ("Fredag 5 januari", "1:1: 2017-01-05 is a Thursday, not a Friday"),
        ("Lördag 29 november 1986.\n\nMåndag 29 november.", "3:1: 2016-11-29 is a Tuesday, not a Monday"),
        ("Måndag 10 oktober 2016. Tisdag 10 oktober.", "1:25: 2016-10-10 is a Monday, not a Tuesday"),
    ],
)
def test_a_weekday_of_another_day_is_told(text: str, answer: str) -> None:
    """One who reads the weekday comes on another day than one who reads the day."""
    assert told(text) == [answer]


@pytest.mark.parametrize(
    "text",
    [
        "Tisdag 29 november 2016, tisdagen den 29 november och Tuesday 29 November",
        "Vi har öppet måndag–fredag 5 december, måndag - fredag 5 december",
        "Måndagen den 28 och tisdagen den 29 november",
        "Måndag–onsdag 28–30 november, måndag 28-29 november",
        "År 1986 hände det. Måndagen den 28 februari sköts han.",
        "Måndag 29, måndag 31 november och en dag i maj",
        "Fredag 13 maj 1988",
        "Tisdag 29/11, måndag 28/11–3/12, Monday 11/29, måndag 31/11",
    ],
)
def test_other_days_are_left_alone(text: str) -> None:
    """What is right, or may be, is not told."""
    assert told(text) == []


def test_a_page_has_no_year_of_its_own() -> None:
    """There a day without its year may be of any."""
    assert told("Måndag 29 november", None) == []
    assert told("Måndag 29 november 2016", None) == ["1:1: 2016-11-29 is a Tuesday, not a Monday"]
