"""A meeting added to tour.yaml: at its place, in the manner of its neighbour, and nothing else is touched."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrum.errors import BadValue
from pressrum.make.tour_file import add_meeting
from pressrum.model import Meeting, Tour
from pressrum.parse.text import decode
from pressrum.parse.tour import parse_tour

FIRST = date(2016, 11, 1)


def parsed(text: str) -> Tour:
    """Read a tour.yaml."""
    return parse_tour(decode(text.encode(), "tour.yaml"), ZoneInfo("Europe/Stockholm"), 90, FIRST)


def added(text: str, **fields: str) -> str:
    """Add a meeting with these fields."""
    rows = "".join(f"\n    {name}: {value!r}" for name, value in fields.items())
    new = parsed(f"title: A\nmeetings:\n  -{rows}\n").meetings[0]
    return add_meeting(text, parsed(text), new, list(fields.items()))


def written(text: str) -> str:
    """Give a block of text as it stands in a file."""
    return textwrap.dedent(text).lstrip("\n")


BLOCKS = written("""
    # Turnén
    title: T
    meetings:
      # Hösten
      - district: A   # vid torget
        date: 2016-11-10
        place: Salen
        # access: inte klart

      # Flyttad en gång
      - district: C
        date: 30 november 2016
    description: Sist
    """)
FLOW = "title: T\nmeetings:\n- {district: A, date: 2016-11-10}\n- {district: C, date: 2016-11-30}"


def test_a_block_stands_after_the_one_before_it() -> None:
    """Between entries of several lines it gets as many lines of its own, and an empty one like theirs."""
    assert added(BLOCKS, district="B", date="2016-11-20", place="Hus: 2") == BLOCKS.replace(
        "inte klart\n", 'inte klart\n\n  - district: B\n    date: 2016-11-20\n    place: "Hus: 2"\n'
    )


def test_the_last_one_stands_before_what_follows_the_list() -> None:
    """After all others it stands at the end of the list, which need not be the end of the file."""
    assert added(BLOCKS, district="B", date="2016-12-20") == BLOCKS.replace(
        "30 november 2016\n", "30 november 2016\n\n  - district: B\n    date: 2016-12-20\n"
    )


def test_the_first_one_stands_above_the_comment_on_the_next() -> None:
    """Before all others it leaves the comment above the first one with that."""
    assert added(BLOCKS, district="B", date="2016-11-02") == BLOCKS.replace(
        "  # Hösten\n", "  - district: B\n    date: 2016-11-02\n\n  # Hösten\n"
    )


def test_one_line_stands_among_lines() -> None:
    """Among meetings on one line it is one line, and a file without a last line end stays so."""
    line = '- {district: B, date: 2016-12-20, place: "Salen, plan 2"}'

    assert added(FLOW, district="B", date="2016-12-20", place="Salen, plan 2") == f"{FLOW}\n{line}"
    assert added(FLOW, district="B", date="2016-11-20") == FLOW.replace(
        "\n- {district: C", "\n- {district: B, date: 2016-11-20}\n- {district: C"
    )


def test_braces_with_spaces_are_followed() -> None:
    """Spaces within the braces and after the hyphen are as in the line above."""
    text = "title: T\nmeetings:\n  -   { district: A, date: 2016-11-10 }\n"

    assert added(text, district="B", date="2016-11-20") == text + "  -   { district: B, date: 2016-11-20 }\n"


def test_line_ends_and_mark_stay() -> None:
    """A file of Windows keeps its line ends and its byte-order mark."""
    text = "\ufeff" + FLOW.replace("\n", "\r\n") + "\r\n"
    changed = added(text, district="B", date="2016-11-20")

    assert changed.startswith("\ufefftitle")
    assert changed.count("\r\n") == changed.count("\n") == 5


def test_on_one_day_the_hour_decides() -> None:
    """Of two meetings on a day the earlier one stands first."""
    text = "title: T\nmeetings:\n  - {district: A, date: 2016-11-10, time: 18.00}\n"
    changed = added(text, district="B", date="2016-11-10", time="12.00")

    assert changed.index("district: B") < changed.index("district: A")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("title: T\n", "title: T\nmeetings:\n  - {district: B, date: 2016-11-20}\n"),
        ("title: T", "title: T\nmeetings:\n  - {district: B, date: 2016-11-20}"),
        ("title: T\nmeetings:\n", "title: T\nmeetings:\n  - {district: B, date: 2016-11-20}\n"),
        (
            "meetings: []  # inga än\ntitle: T\n",
            "meetings:  # inga än\n  - {district: B, date: 2016-11-20}\ntitle: T\n",
        ),
    ],
)
def test_the_first_meeting_of_a_tour(text: str, then: str) -> None:
    """A tour without meetings gets a list of one."""
    assert added(text, district="B", date="2016-11-20") == then


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nmeetings: [{district: A, date: 2016-11-10}]\n",
        "title: T\nmeetings: [\n  {district: A, date: 2016-11-10},\n  {district: C, date: 2016-11-12}]\n",
        "{title: T, meetings: [{district: A, date: 2016-11-10}]}\n",
    ],
)
def test_another_layout_is_left_to_a_person(text: str) -> None:
    """A list that is not laid out in lines is refused, with the meeting to add by hand."""
    with pytest.raises(BadValue) as refused:
        added(text, district="B", date="2016-11-20")

    assert dict(refused.value.hint.params)["line"] == "{district: B, date: 2016-11-20}"


NOTE = st.sampled_from(("", "# en rad", "  # en djup rad", "    # tid: 18.00", "# - district: X"))
GAP = st.sampled_from((0, 0, 1, 2))
MORE = st.sampled_from(
    (
        (),
        ("place: Salen",),
        ("about: >", "  En lång text", "", "  - med streck", "  # och tecken"),
        ('place: "Salen: 2"', "time: 18.00"),
        ("about: en text", "  på två rader"),
        ("languages:", "  - svenska", "  - somaliska"),
        ("languages:", "- svenska"),
    )
)


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """Make a tour.yaml as somebody may have laid it out."""
    indent, space = " " * draw(st.sampled_from((0, 1, 2, 4))), " " * draw(st.sampled_from((1, 3)))
    days = draw(st.lists(st.integers(1, 60), max_size=5))
    lines = ["# Turnén", "title: T", "meetings:"] if days else ["title: T"]
    for number, day in enumerate(draw(st.permutations(days)) if draw(st.booleans()) else sorted(days)):
        lines += [*[""] * draw(GAP), *filter(None, (indent + draw(NOTE)).split("\n"))]
        when = f"date: {FIRST + timedelta(days=day)}"
        if draw(st.booleans()):
            lines.append(f"{indent}-{space}{{district: D{number}, {when}}}")
            continue
        rows = [f"district: D{number}", when, *draw(MORE)]
        deeper = indent + " " + space
        if draw(st.booleans()):
            lines += [f"{indent}-", *(deeper + row for row in rows)]
        else:
            lines += [f"{indent}-{space}{rows[0]}", *(deeper + row for row in rows[1:])]
        lines += filter(None, [draw(NOTE)])
    lines += draw(st.sampled_from(((), ("",), ("description: Sist",), ("", "# Slut", "description: Sist"))))
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    return draw(st.sampled_from(("", "\ufeff"))) + end.join(lines) + draw(st.sampled_from(("", end)))


def said(meeting: Meeting) -> tuple[object, ...]:
    """Give what a meeting says, without where."""
    return meeting.id, meeting.fields, meeting.start, meeting.end


@given(text=layouts(), day=st.integers(0, 61), more=st.sampled_from(({}, {"place": "A, B: C", "time": "18"})))
def test_nothing_else_changes(text: str, day: int, more: dict[str, str]) -> None:
    """Whatever the layout, one meeting more is read, and taking its lines away gives the file as it was."""
    tour = parsed(text)
    changed = added(text, district="Ny", date=str(FIRST + timedelta(days=day)), **more)
    then = parsed(changed)
    others = [meeting for meeting in then.meetings if meeting.id != "ny"]
    before = next(n for n in range(len(text) + 1) if text[:n] != changed[:n] or n == len(text))
    length = len(changed) - len(text)

    assert [said(meeting) for meeting in others] == [said(meeting) for meeting in tour.meetings]
    assert len(then.meetings) == len(others) + 1
    assert any(changed[:n] + changed[n + length :] == text for n in range(before + 1))


@given(text=layouts(), day=st.integers(0, 61))
def test_a_file_in_order_stays_in_order(text: str, day: int) -> None:
    """Where meetings stood in order of time they still do."""

    def in_file(tour: Tour) -> list[date]:
        return [meeting.day for meeting in sorted(tour.meetings, key=lambda meeting: meeting.front.where)]

    days = in_file(parsed(text))
    then = in_file(parsed(added(text, district="Ny", date=str(FIRST + timedelta(days=day)))))

    assert days != sorted(days) or then == sorted(then)
