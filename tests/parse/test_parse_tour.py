"""tour.yaml: days and hours put together where the meeting is held, ids, and all mistakes."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from refused import told

from pressrum.errors import BadSource
from pressrum.model import Tour
from pressrum.parse.tour import parse_tour

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def tour(*meetings: str, head: str = "title: A") -> Tour:
    """Read a tour whose meetings begin on line 3, on 28 November 2016."""
    text = "\n".join([head, "meetings:", *(f"  - {meeting}" for meeting in meetings)])
    return parse_tour(text, STOCKHOLM, 90, date(2016, 11, 28))


def span(fields: str) -> str:
    """Give from when to when a meeting is, with offsets."""
    meeting = tour(f"{{district: B, {fields}}}").meetings[0]

    assert meeting.start
    assert meeting.end
    return f"{meeting.start:%Y-%m-%dT%H:%M%z}/{meeting.end:%Y-%m-%dT%H:%M%z}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date: 2016-11-29, time: 18.00", "2016-11-29T18:00+0100/2016-11-29T19:30+0100"),
        ("date: 2016-11-29, time: 18:00", "2016-11-29T18:00+0100/2016-11-29T19:30+0100"),
        ('date: 2016-11-29, time: 18.00, end: "20.00"', "2016-11-29T18:00+0100/2016-11-29T20:00+0100"),
        ("date: 2016-11-29, time: kl. 18–19.30", "2016-11-29T18:00+0100/2016-11-29T19:30+0100"),
        ("date: 2016-11-29, time: 18–20, end: 20", "2016-11-29T18:00+0100/2016-11-29T20:00+0100"),
        ("date: 2016-11-29, time: 22–01", "2016-11-29T22:00+0100/2016-11-30T01:00+0100"),
        ("date: 2016-11-29, time: 23.00", "2016-11-29T23:00+0100/2016-11-30T00:30+0100"),
        ("date: 2016-11-29, time: 23.30, end: 00.00", "2016-11-29T23:30+0100/2016-11-30T00:00+0100"),
        ("date: 2016-11-29, time: 08–20", "2016-11-29T08:00+0100/2016-11-29T20:00+0100"),
        ("date: 2016-12-31, time: 22–01", "2016-12-31T22:00+0100/2017-01-01T01:00+0100"),
        ("date: 2016-07-01, time: 18.00", "2016-07-01T18:00+0200/2016-07-01T19:30+0200"),
        ("date: 2017-03-25, time: 22–07", "2017-03-25T22:00+0100/2017-03-26T07:00+0200"),
        ("date: 2017-03-26, time: 01.30", "2017-03-26T01:30+0100/2017-03-26T04:00+0200"),
        ("date: 2016-10-30, time: 02.30", "2016-10-30T02:30+0200/2016-10-30T03:00+0100"),
        ("date: 2016-10-30, time: 02.00–02.30", "2016-10-30T02:00+0200/2016-10-30T02:30+0200"),
        ("date: 2016-10-29, time: 20–08", None),
    ],
)
def test_day_and_hours_are_put_together(fields: str, expected: str | None) -> None:
    """An end before the start is on the next day, and ninety minutes are ninety also when clocks change."""
    if expected is None:
        assert told(lambda: span(fields))[0].startswith(
            "3:43: the meeting would go on for more than twelve hours"
        )
    else:
        assert span(fields) == expected


def test_a_meeting_without_an_hour_has_neither_start_nor_end() -> None:
    """A day alone is not over before its midnight."""
    meeting = tour("{district: B, date: 2016-11-29}").meetings[0]

    assert (meeting.start, meeting.end, meeting.status) == (None, None, "TENTATIVE")
    assert meeting.over.isoformat() == "2016-11-30T00:00:00+01:00"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("time: 18.00, place: C", "CONFIRMED"),
        ("time: 18.00, address: C 1", "CONFIRMED"),
        ("time: 18.00", "TENTATIVE"),
        ("place: C", "TENTATIVE"),
        ("time: 18.00, place: C, cancelled: sjukdom", "CANCELLED"),
        ("cancelled: sjukdom", "CANCELLED"),
    ],
)
def test_status_follows_hour_and_place(fields: str, status: str) -> None:
    """A meeting is sure when hour and place are set, and off when it is called off."""
    assert tour(f"{{district: B, date: 2016-11-29, {fields}}}").meetings[0].status == status


def test_meetings_stand_in_order_of_time() -> None:
    """By day, one without an hour first on its day, then by hour, whatever the order of the file."""
    meetings = tour(
        "{district: Kungsholmen, date: 2017-03-16}",
        "{district: Skärholmen, date: 2016-11-29, time: 19.00}",
        "{district: Södermalm, date: 2016-11-29, time: 18.00}",
        "{district: Älvsjö, date: 2016-11-29}",
    ).meetings

    assert [meeting.id for meeting in meetings] == ["alvsjo", "sodermalm", "skarholmen", "kungsholmen"]


@pytest.mark.parametrize(
    ("district", "id_"),
    [
        ("Södermalm", "sodermalm"),
        ("Enskede-Årsta-Vantör", "enskede-arsta-vantor"),
        ("Hässelby–Vällingby", "hasselby-vallingby"),
        ("Rinkeby / Kista", "rinkeby-kista"),
    ],
)
def test_an_id_is_made_of_the_district(district: str, id_: str) -> None:
    """Without an id of its own a meeting goes by its district."""
    assert tour(f"{{district: {district}, date: 2016-11-29}}").meetings[0].id == id_


def test_two_meetings_in_a_district_with_ids_are_read() -> None:
    """An id tells the second meeting in a district from the first."""
    meetings = tour("{district: B, date: 2016-11-29}", "{district: B, date: 2016-12-01, id: b-2}").meetings

    assert [meeting.id for meeting in meetings] == ["b", "b-2"]


def test_a_place_in_a_meeting_is_a_place_in_the_file() -> None:
    """Every part of a meeting can be pointed at, also after an emoji."""
    meeting = tour("{district: 😀B, date: 2016-11-29}").meetings[0]

    assert str(meeting.place("date")) == "tour.yaml:3:26"


@pytest.mark.parametrize(
    "text", ["title: A", "title: A\nmeetings:", "title: A\nmeetings: []", 'title: A\nmeetings: ""']
)
def test_a_tour_may_have_no_meetings_yet(text: str) -> None:
    """A tour is announced before its first meeting is booked."""
    assert parse_tour(text, STOCKHOLM, 90, date(2016, 11, 28)).meetings == ()


LATER = "write an end that is later than the time at which it begins"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("district: B, date 2016-11-29", "date: 2016-11-29"),
        ("district: B, datum 29 november 2016", "date: 29 november 2016"),
        ("district: B, date=2016-11-29", "date: 2016-11-29"),
        ("district: B, date\uff1a 2016-11-29", "date: 2016-11-29"),
        ("district B, date: 2016-11-29", "district: B"),
        ('district: B, date: 2016-11-29, time "18:00"', 'time: "18:00"'),
        ("district: B, date: 2016-11-29, time: 18, till 20.00", "end: 20.00"),
        ("district: B, date: 2016-11-29, time: 18, place Farsta gård", "place: Farsta gård"),
        ("district: B, date: 2016-11-29, place: Torget, with a view", 'place: "Torget, with a view"'),
    ],
)
def test_a_field_within_braces_without_its_colon_is_written_out(fields: str, line: str) -> None:
    """It is no part of the value in front of it, and not missing besides."""
    (only,) = told(lambda: tour(f"{{{fields}}}"))

    assert only.partition(" | ")[2] in (f"write {line}", f"put quotation marks around the value: {line}")


@pytest.mark.parametrize(
    ("fields", "mistake"),
    [
        ("time: 18.00, end: 17.00", f"3:55: the meeting would go on for more than twelve hours | {LATER}"),
        ("time: 18–07", f"3:43: the meeting would go on for more than twelve hours | {LATER}"),
        ("time: 18–18", '3:43: "18–18" ends when it begins | write the start alone: 18.00'),
        (
            "end: 19.30",
            ("3:42: the meeting has an end but no time at which it begins | add within the braces: time: …"),
        ),
        (
            "time: 18–19, end: 20",
            '3:55: the end is given in "time" too, and another one | remove one of them',
        ),
        ("time: kvällen", '3:43: "kvällen" is not an exact time | leave the field out until the hour is set'),
        (
            "time: 24:00",
            (
                '3:43: "24:00" is midnight, which is 00.00 of the next day'
                " | write 23.59, or 00.00 on the next day"
            ),
        ),
        ("time: 18 och 20", '3:43: "18 och 20" is not a time | write hour and minutes, as in 18.00'),
        ("end: 18–20, time: 17", '3:42: "18–20" is two times, and one is due here | write 18.00 or 20.00'),
        ("end: 6-8 pm, time: 17", '3:42: "6-8 pm" is two times, and one is due here | write 18.00 or 20.00'),
        ("time: 2016-11-29 18.00", '3:43: "2016-11-29 18.00" is not a time | write 18.00'),
        ("time: 2016-11-29T18:00", '3:43: "2016-11-29T18:00" is not a time | write 18:00'),
        ("time: tis 29/11 kl 18–20", '3:43: "tis 29/11 kl 18–20" is not a time | write 18–20'),
        ("time: 18-00", '3:43: "18-00" can be one hour or two | write 18.00 or 18.00–00.00'),
        ("time: 2016-11-29", '3:43: "2016-11-29" is not a time | write hour and minutes, as in 18.00'),
        *(
            (
                f"cancelled: {word}",
                f'3:48: "{word}" is not a reason | write the reason as readers should see it, {or_}',
            )
            for word, or_ in (
                *((word, "or remove the field") for word in ("inte", "Ej inställt.", "not cancelled", "n/a")),
                *((word, "or what comes instead") for word in ("Inställt!", "avbokat", "called off")),
            )
        ),
        ("id: B 2", '3:41: "B 2" cannot stand in an address | write b-2: only a-z, digits and hyphens'),
    ],
)
def test_a_mistake_in_a_meeting_is_told_at_its_place(fields: str, mistake: str) -> None:
    """Hours that cannot be are told where they stand."""
    assert told(lambda: tour(f"{{district: B, date: 2016-11-29, {fields}}}")) == [mistake]


@pytest.mark.parametrize(
    "word",
    [
        *("TBA", "tbd.", "(TBC)", "t.b.a.", "Meddelas", "meddelas senare", "Meddelas inom kort", "Kommer"),
        *("ej klart", "Inte klart än", "inte bestämd", "not yet known", "kommer senare", "klart senare"),
        *("Plats meddelas senare", "Lokal: TBA", "Lokalen är inte klar", "Mer info kommer", "vet ej"),
        *("n/a", "to be announced", "oklart", "okänd", "…", "??", "-"),
    ],
)
@pytest.mark.parametrize("field", ["place", "address"])
def test_a_word_in_place_of_a_place_is_none(field: str, word: str) -> None:
    """A meeting whose place is not known yet says so by saying none."""
    assert told(lambda: tour(f'{{district: B, date: 2016-11-29, {field}: "{word}"}}')) == [
        f'3:{len(field) + 39}: "{word}" is not a place | leave {field}: out until it is known'
    ]


@pytest.mark.parametrize(
    "place",
    [
        *("TBA-huset", "Platsen", "Lokalen", "Later Café", "Kommersen", "Zinkensdamms IP (prel)", "7A"),
        *("Klara kyrka", "Bestämda gatan 3", "Info Center", "Sal 2, meddelas vid entrén", "中央"),
    ],
)
def test_a_place_may_have_such_a_word_in_its_name(place: str) -> None:
    """Only a value that is nothing but such a word is none."""
    found = parse_tour(
        f'title: A\nmeetings:\n  - {{district: B, date: 2016-11-29, place: "{place}"}}',
        STOCKHOLM,
        90,
        date(2016, 11, 28),
    )

    assert found.meetings[0].fields.place == place


@pytest.mark.parametrize("time_", ["24.00", "18.5", "18.60"])
def test_an_hour_that_could_be_read_as_a_day_is_none(time_: str) -> None:
    """A day without its year is told as that, and a wrong hour as one, and not as each other."""
    with pytest.raises(BadSource) as wrong:
        parse_tour(
            f"title: A\nmeetings:\n  - {{district: B, date: 10.12, time: {time_}}}",
            STOCKHOLM,
            90,
            date(2016, 12, 1),
        )

    assert wrong.value.mistakes[0].message.msgid == '"{text}" has no year'


@pytest.mark.parametrize(
    ("date_", "time_", "meant"),
    [
        ("18.00", "2016-12-14", "date: 2016-12-14, and time: 18.00"),
        ("18–19.30", "14 december 2016", "date: 2016-12-14, and time: 18–19.30"),
        ("18", "14/12", "date: 2016-12-14, and time: 18"),
    ],
)
def test_a_day_and_an_hour_in_each_others_fields_are_one_mistake(date_: str, time_: str, meant: str) -> None:
    """They are mended at once, and what else is wrong with the meeting is told besides."""
    fields = f"district: B, date: {date_}, time: {time_}, id: B 2"
    swapped = f"3:25: the day and the hour stand in each other's fields | write {meant}"
    first, last = told(lambda: tour(f"{{{fields}}}"))
    assert (first, '"B 2" cannot stand in an address' in last) == (swapped, True)


@pytest.mark.parametrize(
    ("date_", "time_"), [("18.00", "18.10"), ("18.00", "kvällen"), ("kvällen", "2016-12-14")]
)
def test_an_hour_in_place_of_a_day_is_not_its_own_without_one(date_: str, time_: str) -> None:
    """Where one of the two is neither, each is told by itself."""
    mistakes = told(lambda: tour(f"{{district: B, date: {date_}, time: {time_}}}"))
    assert not [mistake for mistake in mistakes if "each other" in mistake]


@pytest.mark.parametrize("day", ["2016-12-14 kl 19", "14/12 kl 19", "14 december 2016 19.00"])
def test_an_hour_with_the_day_is_not_offered_for_a_field_that_is_there(day: str) -> None:
    """Another line time: would be one too many."""
    (only,) = told(lambda: tour(f"{{district: B, date: {day}, time: 19.00}}"))
    assert only.endswith("| write 2016-12-14, and in time: the hour that holds")


def test_an_hour_that_clocks_jump_over_is_told_at_the_end_too() -> None:
    """Start and end are both held against the night in spring."""
    gap = "there is no 02.30 on 2017-03-26: clocks go forward that night | write 03.30 instead of 02.30"

    assert told(lambda: tour("{district: B, date: 2017-03-26, time: 02.30}")) == [f"3:43: {gap}"]
    assert told(lambda: tour("{district: B, date: 2017-03-26, time: 01.00, end: 02.30}")) == [f"3:55: {gap}"]
    assert told(lambda: tour("{district: B, date: 2017-03-25, time: 23.00–02.30}")) == [f"3:43: {gap}"]


def test_a_year_is_guessed_from_the_meeting_above() -> None:
    """A tour that goes on into the next year gets that year offered."""
    assert told(
        lambda: tour(
            "{district: B, date: 14 dec}", "{district: C, date: 2016-12-14}", "{district: D, date: 26 jan}"
        )
    ) == [
        '3:25: "14 dec" has no year | write 2016-12-14',
        '5:25: "26 jan" has no year | write 2017-01-26',
    ]


def test_two_meetings_with_one_id_are_told_at_what_makes_it() -> None:
    """The second is told at its district, or at its id when it has one; the first is named by its line."""
    assert told(
        lambda: tour(
            "{district: B, date: 2016-11-29}",
            "{district: B, date: 2016-12-01}",
            "{district: C, date: 2016-12-02, id: b}",
        )
    ) == [
        '4:16: another meeting, on line 3, is called "b" already | add within the braces: id: b-2',
        '5:41: another meeting, on line 3, is called "b" already | add within the braces: id: b-3',
    ]
    below = "district: B\n    date: 2016-12-01"
    assert told(lambda: tour("{district: B, date: 2016-11-29}", below)) == [
        '4:15: another meeting, on line 3, is called "b" already | add a line to this one: id: b-2'
    ]


@pytest.mark.parametrize(
    ("hour", "other"),
    [("", ""), (", time: 18.00", ", time: 18.00"), ("", ", time: 18.00"), (", time: 18.00", "")],
)
def test_a_meeting_that_stands_there_twice_may_be_one(hour: str, other: str) -> None:
    """In the same district at the same time there is most often one: copied as it is, or merged by git."""
    first, second = (f"{{district: B, date: 2016-11-29{time}}}" for time in (hour, other))

    (mistake,) = told(lambda: tour(first, second))
    assert mistake.partition(" | ")[2] == (
        "keep one of them if they are the same meeting; if not, give this one its own id: id: b-2"
    )


@pytest.mark.parametrize("id_", ["", ", id: hjarta"])
def test_a_district_needs_letters(id_: str) -> None:
    """What no calendar's address can be made of is told, whether the meeting has a name of its own or not."""
    assert told(lambda: tour(f"{{district: ♥, date: 2016-11-29{id_}}}")) == [
        '3:16: no address can be made of "♥" | write the district\'s name in letters a-z, å, ä, ö'
    ]


def test_all_mistakes_of_a_tour_are_told() -> None:
    """A mistake in the head or in one meeting hides none in another."""
    assert told(lambda: tour("B", "{district: C}", "{date: 2016-11-29}", "[]", head="titel: A")) == [
        '1:1: there is no field "titel" | write title',
        "3:5: a meeting's fields are due here | write district: … and date: …",
        "6:5: a meeting's fields are due here | write district: … and date: …",
        '4:5: "date" is missing | add within the braces: date: …',
        '5:5: "district" is missing | add within the braces: district: …',
    ]


def test_a_tour_in_an_unknown_shape_is_refused() -> None:
    """A map or a word where the list of meetings is due is answered with how a meeting begins."""
    assert told(
        lambda: parse_tour("title: A\nmeetings: {district: B}", STOCKHOLM, 90, date(2016, 11, 28))
    ) == [
        (
            '2:11: "meetings" takes a list'
            " | begin each entry, on a line of its own, with a hyphen: - {district: B}"
        )
    ]
    assert told(lambda: parse_tour("title: A\nmeetings: B", STOCKHOLM, 90, date(2016, 11, 28))) == [
        (
            '2:11: "meetings" takes a list'
            " | write - district: …, and the other fields of the entry two spaces further in"
        )
    ]
    assert told(lambda: parse_tour("- a", STOCKHOLM, 90, date(2016, 11, 28))) == [
        "1:1: the tour's fields are missing | write title: and meetings: first"
    ]


def test_a_meeting_over_several_lines_is_told_of_lines() -> None:
    """What to add to a meeting that is not written within braces is a line of its own."""
    assert told(lambda: tour("district: B\n    date: 2016-11-29\n    end: 19.30", "district: C")) == [
        (
            "5:10: the meeting has an end but no time at which it begins"
            " | add the line time: …, or remove this one"
        ),
        '6:5: "date" is missing | add the line date: …',
    ]


def test_a_hyphen_before_each_field_is_told_as_that() -> None:
    """Fields that stand apart are told of as such, and the meeting is read with them: nothing is missing."""
    listed = (
        "district: A",
        "date: 2016-11-29",
        "time: 25",
        "district: B\n    date: 2016-11-30",
        "stadsdel: C",
    )
    apart = "stands apart from the meeting above, for it has a hyphen | write a space in place of the hyphen"

    assert told(lambda: tour(*listed)) == [
        f'4:5: "date" {apart}',
        f'5:5: "time" {apart}',
        "5:11: there is no hour 25: a day has 24 | write an hour from 00 to 23",
        '8:5: "date" is missing | add the line date: …',
        '8:5: there is no field "stadsdel" | write district',
    ]


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        (
            "district: A\n    date: 2016-12-05\ntime: 18.00",
            "indent it by 4 spaces: it belongs to the entry above",
        ),
        ("{district: A, date: 2016-12-05}\ntime: 18.00", "move it into the braces above"),
        (
            "district: A\n    date: 2016-12-05\n    time: 17\ntime: 18.00",
            "the fields here are: title, description, meetings",
        ),
    ],
)
def test_a_field_of_a_meeting_that_has_lost_its_indent_is_told_where_it_belongs(
    entry: str, hint: str
) -> None:
    """At the margin it is none of the tour's; the meeting above would take it, unless it has one."""
    line = 2 + len(entry.split("\n"))

    assert told(lambda: tour(entry)) == [f'{line}:1: there is no field "time" | {hint}']


def test_a_day_that_has_fallen_out_of_its_meeting_is_told_once() -> None:
    """The meeting lacks nothing when it has been put back; what the day is wrong in is told with it."""
    text = "title: A\nmeetings:\n  - district: B\ndate: {}"
    lost = '4:1: there is no field "date" | indent it by 4 spaces: it belongs to the entry above'

    assert told(lambda: parse_tour(text.format("2016-11-29"), STOCKHOLM, 90, date(2016, 11, 28))) == [lost]
    assert told(lambda: parse_tour(text.format("2016-11-31"), STOCKHOLM, 90, date(2016, 11, 28))) == [
        lost,
        "4:7: November 2016 has 30 days, not 31 | write 2016-11-30",
    ]


APART = "the hour does not stand with the day, but in a field of its own"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "date: Friday, 2 December 2016",
            '3:33: there is no field "2 December 2016" | write date: 2016-12-02',
        ),
        ("date: fredag 2 december, 2016", '3:44: there is no field "2016" | write date: 2016-12-02'),
        ("2016-12-02", '3:19: there is no field "2016-12-02" | write date: 2016-12-02'),
        ("2 december, time: 18", '3:19: there is no field "2 december" | write date: 2016-12-02'),
        ("date: 2016-12-02, kl. 18.00", f"3:25: {APART} | write date: 2016-12-02, and time: 18.00"),
        ("2016-12-02, 18–19.30", f"3:19: {APART} | write date: 2016-12-02, and time: 18–19.30"),
        (
            "date: 2016-12-02, place: Hall, 2",
            '3:50: there is no field "2" | put quotation marks around the value: place: "Hall, 2"',
        ),
    ],
)
def test_a_day_that_commas_part_is_told_once_with_what_can_be_written(fields: str, expected: str) -> None:
    """The whole of it is read, so that what is offered is a day and not two values in one."""
    assert told(lambda: tour(f"{{district: B, {fields}}}")) == [expected]


def test_what_else_is_wrong_is_told_with_a_parted_day() -> None:
    """An hour that is none keeps its own mistake."""
    assert told(lambda: tour("{district: B, date: Friday, 2 December 2016, time: 25.00}")) == [
        "3:56: there is no hour 25: a day has 24 | write an hour from 00 to 23",
        '3:33: there is no field "2 December 2016" | write date: 2016-12-02',
    ]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("  - district: B\n    date: 2016-11-29", "2:3"),
        ("- {district: B, date: 2016-11-29}", "2:1"),
        ("\n  - {district: B, date: 2016-11-29}\n  - {district: C, date: 2016-11-30}", "3:3"),
    ],
)
def test_meetings_whose_name_is_gone_are_no_part_of_the_title(entry: str, place: str) -> None:
    """Put into quotation marks with the title, as another second colon would be, they would be lost."""
    text = f"title: A\n{entry}"
    missing = "an entry of a list begins here, and the list's name is missing above it"

    assert told(lambda: parse_tour(text, STOCKHOLM, 90, date(2016, 11, 28))) == [
        f"{place}: {missing} | write meetings: alone on the line above"
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "time: Hall, place: 18.00",
            "3:43: the hour and the place stand in each other's fields | write time: 18.00, and place: Hall",
        ),
        ("place: kl. 18–19.30", '3:44: "kl. 18–19.30" is an hour, and no place | write it in time:'),
        ("time: 18.00, address: 18:30", '3:59: "18:30" is an hour, and no place | write it in time:'),
    ],
)
def test_an_hour_is_no_place(fields: str, expected: str) -> None:
    """Readers would look for a house of that name, and calendars would know of no hour."""
    assert told(lambda: tour(f"{{district: B, date: 2016-11-29, {fields}}}")) == [expected]


@pytest.mark.parametrize("place", ["18", "Klockan", "12:an", "7.1 Hall", "kl. saknas"])
def test_a_place_may_have_a_number_in_its_name(place: str) -> None:
    """What is no hour is a name like any other."""
    assert tour(f"{{district: B, date: 2016-11-29, place: '{place}'}}").meetings[0].fields.place == place


def test_fields_that_all_lack_the_space_behind_their_colon_are_told_so() -> None:
    """To YAML they are one text, and to their writer the fields of a meeting."""
    assert told(lambda: tour("district:Farsta strand\n    date:2016-11-29", "district: C")) == [
        "3:14: a space is missing after the colon | write district: Farsta strand",
        '5:5: "date" is missing | add the line date: …',
    ]


def test_a_meeting_below_the_name_of_its_district_is_told_how_it_begins() -> None:
    """With a hyphen alone before it the district would be a field that there is not."""
    text = "title: A\nmeetings:\n  Farsta:\n    date: 2016-11-29"

    begin = "write - district: Farsta, and the other fields of the entry two spaces further in"

    assert told(lambda: parse_tour(text, STOCKHOLM, 90, date(2016, 11, 28))) == [
        f'3:3: "meetings" takes a list | {begin}'
    ]
