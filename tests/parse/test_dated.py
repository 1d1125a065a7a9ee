"""An entry that has its day for a name, or is named after its district: told whole, and in one go."""

from __future__ import annotations

import pytest
from conftest import Press

HEAD = "---\ntitle: Mötet\ndate: 2016-11-28\n"


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("- 2016-12-10: Farsta", "{date: 2016-12-10, district: Farsta}"),
        ("- lör 10 dec: Farsta", "{date: lör 10 dec, district: Farsta}"),
        ("- 2016-12-10 18.00: Farsta", "{date: 2016-12-10, time: 18.00, district: Farsta}"),
        ("- Farsta: 10 dec 2016 kl. 1800", "{date: 10 dec 2016, time: 18.00, district: Farsta}"),
        ("- Farsta: 2016-12-10 18.00-19.30", "{date: 2016-12-10, time: 18.00-19.30, district: Farsta}"),
        ("- Farsta: 10 dec 2016 kl. 18", "{date: 10 dec 2016, time: 18, district: Farsta}"),
        ("- {Farsta: 2016-12-10, place: Torget}", "date: 2016-12-10, district: Farsta"),
        ("- 2016-12-10: Farsta\n    place: Torget", "date: 2016-12-10, district: Farsta"),
    ],
)
def test_a_meeting_by_its_day_is_written_out(entry: str, hint: str, press: Press) -> None:
    """One mistake says it all: neither day nor district is missing besides."""
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  {entry}\n")

    (told,) = press.reports()

    assert 'there is no field "' in told
    assert told.endswith(f": {hint}" if "\n" in entry else f" | write {hint}")


def test_meetings_by_their_days_are_told_to_be_a_list(press: Press) -> None:
    """The first shows how each of them is written."""
    press.write("tour.yaml", "title: Turné\nmeetings:\n  2016-12-10: Farsta\n  2016-12-11: Bromma\n")

    (told,) = press.reports()

    assert told.endswith("with a hyphen: - {date: 2016-12-10, district: Farsta}")
    press.write("tour.yaml", "title: Turné\nmeetings: {}\n")
    (told,) = press.reports()
    assert "write - district: …" in told


@pytest.mark.parametrize(
    "fields", ["Farsta: snart", "2016-12-10: ", "datum: 2016-12-10", "Farsta: [2016-12-10]"]
)
def test_what_is_no_day_is_told_as_any_other_field(fields: str, press: Press) -> None:
    """And what is missing is told besides."""
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  - {fields}\n")

    assert any('"district" is missing' in told for told in press.mistakes())


def test_a_correction_by_its_moment_is_written_out(press: Press) -> None:
    """A moment is one field there, and its words are quoted where they have to be."""
    fields = "corrections:\n  - 2016-11-28 09:30: Fel dag, förlåt\n"
    press.write("content/releases/2016-11-28-oppet-mote.md", f"{HEAD}{fields}---\nText.\n")

    (told,) = press.reports()

    assert told.endswith('write {date: 2016-11-28 09:30, text: "Fel dag, förlåt"}')


@pytest.mark.parametrize("margin", ["    ", "      "])
def test_a_meeting_under_its_district_is_told_once(margin: str, press: Press) -> None:
    """The name of the district stands in the place of a field's, and nothing else is missing."""
    fields = f"{margin}date: 2016-12-10\n{margin}time: 18.00\n"
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  - Farsta:\n{fields}")

    (told,) = press.reports()

    assert told.endswith(" | write district: Farsta, and the other fields right below it")


def test_a_district_and_a_day_without_their_names_are_told_each(press: Press) -> None:
    """Within braces each of them is offered its field, however like the name of another one it is."""
    press.write("tour.yaml", "title: Turné\nmeetings:\n  - {Farsta, 2016-12-10, time: 18.00}\n")

    assert [report.partition(" | ")[2] for report in press.reports()] == [
        "write district: Farsta",
        "write date: 2016-12-10",
    ]


def test_meetings_in_plain_lines_are_not_answered_with_a_list_of_words(press: Press) -> None:
    """A list of words would be the next mistake; those of a text are one."""
    press.write("tour.yaml", "title: Turné\nmeetings:\n  Farsta 14/12\n  Bromma 15/12\n")

    (told,) = press.reports()

    assert "write - district: …" in told
