"""Hours in the text of a release about meetings, each with the day that its sentence names."""

from __future__ import annotations

from datetime import date

import pytest

from pressrum.parse.markdown.hours import hours_in

NEAR = date(2017, 4, 27)


def read(text: str) -> list[str]:
    """Give the hours in `text`: where, on which day, what they may mean and how they are written."""
    return [
        f"{hour.where.line}:{hour.where.column} {hour.day or '-'}"
        f" {'/'.join(f'{clock:%H.%M}' for clock in hour.clocks)} {hour.words}"
        for hour in hours_in(text, "a.md", 1, NEAR)
    ]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Kom den 29 november klockan 18.00.", "1:21 2016-11-29 18.00 klockan 18.00"),
        ("tisdag 29 november kl. 18", "1:20 2016-11-29 18.00 kl. 18"),
        ("Tisdag 29 november 2016, kl 18–19.30", "1:26 2016-11-29 18.00 kl 18–19.30"),
        ("Den 29:e november\nkommer hon klockan **18**", "2:12 2016-11-29 18.00 klockan 18"),
        ("kl.18 den 29\u00a0november", "1:1 2016-11-29 18.00 kl.18"),
        ("2016-11-29 18:00", "1:12 2016-11-29 18.00 18:00"),
        ("29 November at 6 pm", "1:16 2016-11-29 18.00 6 pm"),
        ("29 November, 18:00", "1:14 2016-11-29 18.00 18:00"),
        ("6.30 p.m. on November 29", "1:1 2016-11-29 18.30 6.30 p.m."),
        ("from 6–7.30 pm on 29 November", "1:6 2016-11-29 06.00/18.00 6–7.30 pm"),
        ("den 29 november klockan 12", "1:17 2016-11-29 00.00/12.00 klockan 12"),
        ("den 5 januari från 18.00", "1:20 2017-01-05 18.00 18.00"),
    ],
)
def test_an_hour_is_of_the_day_of_its_sentence(text: str, hour: str) -> None:
    """Day and hour may stand in either order, in Swedish or English."""
    assert read(text) == [hour]


def test_each_of_several_days_has_its_hour() -> None:
    """An hour is of the day before it."""
    assert read("29 november klockan 18 och 14 december klockan 19") == [
        "1:13 2016-11-29 18.00 klockan 18",
        "1:40 2016-12-14 19.00 klockan 19",
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Den 29 november kommer hon. Klockan 18 är det kaffe.", ["1:29 - 18.00 Klockan 18"]),
        ("- den 29 november\n- klockan 18", ["2:3 - 18.00 klockan 18"]),
        ("Sista anmälan är 29 november klockan 12.", ["1:30 - 00.00/12.00 klockan 12"]),
        ("Pressträff 29 november klockan 16", ["1:24 - 16.00 klockan 16"]),
        ("Den 29 november till klockan 20", ["1:22 - 20.00 klockan 20"]),
        ("Den 29 november får ungdomar från 16 år 18.50 kronor", ["1:35 - 16.00 16"]),
        ("29 November at 18 Example Street", ["1:16 - 18.00 18"]),
        ("Den 29 november, vid 18-tiden, 2.5 mil bort, 18.50 % fler, klockan 24", []),
        ("Den 28–29 november", []),
        ("Klockan 18 kommer hon.", []),
        ("`29 november klockan 18`", []),
    ],
)
def test_what_may_be_another_hour_is_of_no_day(text: str, hours: list[str]) -> None:
    """An hour in another sentence, of something else or without a sign is held against no day."""
    assert read(text) == hours
