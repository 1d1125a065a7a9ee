"""What two people's builds recorded of the same thing is one: nothing of either is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pressrum.ledger import GONE, Address, Left, Respelt, Stamp
from pressrum.parse.joined import joined_address, joined_stamp

ADDRESS = Address(
    "/pressmeddelanden/2016/rost/",
    "content/releases/2016-11-28-rost.md",
    said="0123456789abcdef",
    since="2016-11-28T09:00:00Z",
    name="/pressmeddelanden/2016/rost/",
)
STAMP = Stamp(
    id="farsta",
    uid="farsta@press.example",
    sequence=1,
    created="2016-11-20T09:00:00Z",
    modified="2016-12-01T09:00:00Z",
    when="2016-12-05",
    status="TENTATIVE",
    said="fedcba9876543210",
    district="Farsta",
)
MOVED = replace(
    STAMP,
    modified="2016-12-02T09:00:00Z",
    district="Skärholmen",
    left=(Left("Farsta", "2016-12-05", ""),),
)


def test_an_address_keeps_its_first_day_and_its_name_in_the_feeds() -> None:
    """Renamed here and corrected there: subscribers know it by what it first was."""
    later = replace(
        ADDRESS,
        since="2016-11-29T09:00:00Z",
        source="content/releases/rost.md",
        corrected="2016-11-30",
        name="/pressmeddelanden/2016/annat/",
        retracted="2016-12-01T09:00:00Z",
    )
    withdrawn = replace(ADDRESS, withdrawn=True)

    assert joined_address(withdrawn, later) == joined_address(later, withdrawn)
    assert joined_address(withdrawn, later) == replace(
        later, since=ADDRESS.since, name=ADDRESS.name, withdrawn=True
    )
    assert joined_address(replace(ADDRESS, name=""), later).name == later.name
    assert joined_address(ADDRESS, replace(later, withdrawn=True)).withdrawn


def test_an_address_is_retracted_from_the_first_time() -> None:
    """Whoever built first told readers when."""
    earlier, later = (replace(ADDRESS, retracted=f"2016-12-0{day}T09:00:00Z") for day in (1, 2))

    assert joined_address(earlier, later) == joined_address(later, earlier) == earlier


def test_a_meeting_that_two_have_moved_has_left_both_districts() -> None:
    """Who follows the district to which only one of them moved it is told that it is not there."""
    elsewhere = replace(MOVED, modified="2016-12-03T09:00:00Z", district="Kista")
    both = joined_stamp(MOVED, elsewhere)

    assert both == joined_stamp(elsewhere, MOVED)
    assert both.district == "Kista"
    assert {left.district for left in both.left} == {"Farsta", "Skärholmen"}
    assert both.sequence == STAMP.sequence + 1


def test_a_meeting_that_is_the_same_in_both_keeps_its_number() -> None:
    """Two built the same schedule, one after the other: phones have nothing to be told."""
    later = replace(STAMP, created="2016-11-21T09:00:00Z", modified="2016-12-02T09:00:00Z")

    assert joined_stamp(STAMP, later) == replace(later, created=STAMP.created)


@pytest.mark.parametrize("other", [{"when": "2016-12-06"}, {"where": "Folkets hus"}, {"status": "CANCELLED"}])
def test_a_meeting_that_two_have_changed_gets_a_number_that_no_phone_has_seen(other: dict[str, Any]) -> None:
    """Whichever of them a phone was told, what comes is newer: the higher number, the later time."""
    later = replace(STAMP, modified="2016-12-02T09:00:00Z", **other)

    assert joined_stamp(later, STAMP) == replace(later, sequence=2, said="")


@pytest.mark.parametrize(
    "other", [{"sequence": 2, "when": "2016-12-06"}, {"sequence": 2}, {"said": "0" * 16}, {}]
)
def test_a_meeting_that_one_has_changed_is_told_as_it_was(other: dict[str, Any]) -> None:
    """Git may keep the line that it comes from, too: to those who were told that, it is newer as it is."""
    later = replace(STAMP, modified="2016-12-02T09:00:00Z", **other)

    assert joined_stamp(STAMP, later) == later


def test_what_two_have_changed_in_the_same_second_is_told_anew() -> None:
    """A phone that was told the one would not take the other: the next build tells of a change."""
    assert joined_stamp(STAMP, replace(STAMP, said="0" * 16)).said == ""


def test_the_higher_number_tells_before_the_later_time() -> None:
    """A clock may have been wrong; a number is never. What comes is later than both."""
    higher = replace(STAMP, sequence=2, when="2016-12-07")
    later = replace(STAMP, modified="2016-12-09T09:00:00Z")

    assert joined_stamp(higher, later) == replace(higher, modified=later.modified, said="")


def test_a_meeting_that_was_gone_has_left_no_district_by_that() -> None:
    """It was in nobody's calendar there; other names of its district are kept from both."""
    gone = replace(STAMP, status=GONE, district="Vantör", respelt=(Respelt("Vantör", "Årsta"),))
    back = replace(MOVED, respelt=(Respelt("Skarholmen", "Skärholmen"),))
    both = joined_stamp(gone, back)

    assert both.left == MOVED.left
    assert both.respelt == (*gone.respelt, *back.respelt)


@pytest.mark.parametrize("status", ["CONFIRMED", "TENTATIVE", "CANCELLED"])
def test_a_meeting_that_one_has_forgotten_stays_so(status: str) -> None:
    """Git keeps its old line too where the other has changed the line beside it."""
    before = replace(STAMP, status=status, where="Folkets hus")
    gone = replace(before, status=GONE, where="")

    both = joined_stamp(before, gone)

    assert both == joined_stamp(gone, before)
    assert (both.status, both.where, both.left) == (GONE, "", ())
