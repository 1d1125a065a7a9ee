"""Hours that a text tells with their days."""

from __future__ import annotations

from datetime import date

import pytest

from pressrum.mentions.hours import told_hours

NEAR = date(2016, 11, 28)


def told(text: str) -> list[str]:
    """Give the hours with their columns."""
    return [f"{index + 1}: {day} {hour:%H.%M}" for index, day, hour in told_hours(text, NEAR)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Tisdag 29 november kl. 18.00", "24: 2016-11-29 18.00"),
        ("Den 29:e november 2016, klockan 18–19.30", "33: 2016-11-29 18.00"),
        ("tisdag\n29 november\nkl 18", "23: 2016-11-29 18.00"),
        ("**29\u00a0november** kl.\u00a018.30", "21: 2016-11-29 18.30"),
        ("29 nov. kl. 18", "13: 2016-11-29 18.00"),
        ("29 november mellan kl. 18 och 19", "24: 2016-11-29 18.00"),
        ("29 november 18:00", "13: 2016-11-29 18.00"),
        ("2017-01-05 18:00", "12: 2017-01-05 18.00"),
        ("5 januari kl. 18", "15: 2017-01-05 18.00"),
        ("on Tuesday, November 29, at 6 pm.", "29: 2016-11-29 18.00"),
        ("29 November 6.30 p.m.", "13: 2016-11-29 18.30"),
        ("29 November from 6-8 pm", "18: 2016-11-29 18.00"),
        ("29 november (kl. 18 till 19.30)", "18: 2016-11-29 18.00"),
        ("29 november – kl. 18", "19: 2016-11-29 18.00"),
        ("| 29 november | 18.00 |", "17: 2016-11-29 18.00"),
        ("klockan 18 tisdagen den 29 november", "9: 2016-11-29 18.00"),
        ("at 6.30 p.m. on Tuesday, November 29", "4: 2016-11-29 18.30"),
        ("kl. 18–19.30 den 29 november", "5: 2016-11-29 18.00"),
        ("Kom kl.18 på tisdag den 29 november", "8: 2016-11-29 18.00"),
        ("18.00 **tisdag 29 november**", "1: 2016-11-29 18.00"),
        ("Datum: 29 november\nTid: 18.00", "25: 2016-11-29 18.00"),
        ("- **Datum:** 29 november\n- **Tid:** kl. 18–19", "41: 2016-11-29 18.00"),
        ("**Date**: 29 November  \n**Time**: 6 pm", "35: 2016-11-29 18.00"),
        ("Datum: 29 november 2016\\\nTid: 18.00", "31: 2016-11-29 18.00"),
        ("Farsta 29/11 kl 18", "17: 2016-11-29 18.00"),
        ("29/11 2016, klockan 18", "21: 2016-11-29 18.00"),
        ("**Tisdag 29/11** 18.00–19.30", "18: 2016-11-29 18.00"),
        ("klockan 18 tisdagen den 29/11", "9: 2016-11-29 18.00"),
        ("9 a.m., Tuesday, Nov. 29", "1: 2016-11-29 09.00"),
        ("from 2-6 p.m. on Tuesday, November 29th", "6: 2016-11-29 14.00"),
        ("29 November from 11 to 1pm", "18: 2016-11-29 11.00"),
        ("29 November between 12.30 and 2 pm", "21: 2016-11-29 12.30"),
    ],
)
def test_an_hour_beside_its_day_is_found(text: str, answer: str) -> None:
    """Staff write it behind the day or before it, in Swedish or English."""
    assert told(text) == [answer]


@pytest.mark.parametrize(
    "text",
    [
        "29 november 12.05.2016",
        "29 november 160 personer, 29 november 18 personer",
        "18 29 november, vecka 48 den 29 november",
        "29 november klockan 25, 31 november kl. 18",
        "Kl. 17 den 27 november, 29 november 2015 kl. 18",
        "Den 31/11 kl. 18, den 29/13 kl. 18",
    ],
)
def test_other_numbers_are_no_hours_of_a_day(text: str) -> None:
    """Of several days it is not known which one is meant."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Mötet börjar klockan 18.", ["22: None 18.00"]),
        ("29 november.\n\n18.00–19.30", ["15: None 18.00"]),
        ("Av 28–29 november kl. 18 – 19.30", ["23: None 18.00"]),
        ("Tuesday 11/29 at 6 pm", ["18: None 18.00"]),
        ("* 29 november kl. 18\n* 4 februari", ["19: 2016-11-29 18.00"]),
        ("29 november kl. 18, lördag 4 februari", ["17: 2016-11-29 18.00", "17: None 18.00"]),
    ],
)
def test_an_hour_is_told_alone_where_no_one_day_stands_beside_it(text: str, answer: list[str]) -> None:
    """One at the end of a line is not of the day on the next one, nor surely that before a comma is."""
    assert told(text) == answer
