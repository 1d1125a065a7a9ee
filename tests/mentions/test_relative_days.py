"""Days told of by how far they are from that of the release."""

from __future__ import annotations

from datetime import date

import pytest
from slipped import in_lines

from pressrum.mentions.relative_days import wrong_relative_days

NEAR = date(2016, 11, 28)
"""A Monday."""


def told(text: str, near: date | None = NEAR) -> list[str]:
    """Give what is told of `text`, in English."""
    return in_lines(wrong_relative_days(text, near), text)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Idag onsdag", "2016-11-28 by the date of the release, a Monday"),
        ("i morgon onsdag", "2016-11-29 by the date of the release, a Tuesday"),
        ("imorgon onsdag den 30 november", "2016-11-29 by the date of the release, a Tuesday"),
        ("i dag den 29 november", "2016-11-28 by the date of the release, a Monday"),
        ("I dag, tisdag 29 november", "2016-11-28 by the date of the release, a Monday"),
        ("Ikväll den 29/11", "2016-11-28 by the date of the release, a Monday"),
        ("i går måndag", "2016-11-27 by the date of the release, a Sunday"),
        ("i övermorgon torsdag", "2016-11-30 by the date of the release, a Wednesday"),
        ("ikväll tisdag", "2016-11-28 by the date of the release, a Monday"),
        ("tomorrow, Wednesday", "2016-11-29 by the date of the release, a Tuesday"),
        ("Today, November 27", "2016-11-28 by the date of the release, a Monday"),
        ("today 2016-11-29", "2016-11-28 by the date of the release, a Monday"),
    ],
)
def test_a_day_that_is_nearer_or_further_off_is_told(words: str, day: str) -> None:
    """So it is when a release goes out on another day than it was written for."""
    for behind in (", säger vi.", "."):
        assert told(f"Hej!\n\nKom {words}{behind}") == [f'3:5: "{words}" is {day}']


@pytest.mark.parametrize(
    "text",
    [
        "I morgon tisdag, i dag måndag den 28 november och i går den 27 november",
        "I dag, lördag och söndag är det öppet. I morgon kväll. I dag 30 procent.",
        "It is enough for today, Tuesday, Thursday and Friday; today, Saturday, and Sunday",
        "Öppet i dag tisdag–fredag",
        "Tomorrow, Tuesday, we meet; today, Monday 28 November, we do not",
        "i morgon tisdagsklubben, i dag 31 november",
        "I dag 2/3 av eleverna, i dag den 28/11",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    """What is right, or may be, is not told; nor is anything of a page, which has no day."""
    assert told(text) == []
    assert told("i morgon onsdag", None) == []
