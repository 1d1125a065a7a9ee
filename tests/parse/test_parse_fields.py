"""Nodes to fields: unknown, missing, empty and misshapen ones, each told once and at its place."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from refused import told

from pressrum.errors import BadSource
from pressrum.fields.base import Fields
from pressrum.fields.site import ContactFields, SiteFields
from pressrum.fields.text import ImageFields, PageFields, ReleaseFields
from pressrum.fields.tour import MeetingFields, TourFields
from pressrum.nodes import Mapping
from pressrum.parse.fields import read_fields
from pressrum.parse.yaml.reader import parse_yaml

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def node(text: str) -> Mapping:
    """Read a map."""
    found = parse_yaml(text, "a.yaml")

    assert isinstance(found, Mapping)
    return found


def meeting(*lines: str) -> MeetingFields:
    """Read a meeting in a district, with further lines."""
    return read_fields(MeetingFields, node("\n".join(["district: A", "date: 2016-11-29", *lines])))


def release(*lines: str) -> ReleaseFields:
    """Read a release's fields, with further lines."""
    text = "\n".join(["title: A", "date: 2016-11-28", *lines])
    return read_fields(ReleaseFields, node(text), STOCKHOLM, date(2016, 11, 28))


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        *(
            ("tid", "time"),
            ("klockan", "time"),
            ("plats", "place"),
            ("lokal", "place"),
            ("adress", "address"),
        ),
        *(("arrangör", "organiser"), ("arrangor", "organiser"), ("Arrangör", "organiser"), ("med", "with")),
        *(("om", "about"), ("anmälan", "signup"), ("tillgänglighet", "access"), ("språk", "languages")),
        *(("inställt", "cancelled"), ("slut", "end"), ("sluttid", "end")),
        *(("var", "place"), ("city", "address"), ("ort", "address")),
        *(("Time", "time"), ("tme", "time"), ("organizer", "organiser"), ("adress ", "address")),
    ],
)
def test_a_swedish_or_misspelt_field_of_a_meeting_is_known(swedish: str, english: str) -> None:
    """The English name is offered for a Swedish one, in any case, and for one that is nearly right."""
    assert told(lambda: meeting(f"{swedish}: x")) == [
        f'3:1: there is no field "{swedish.strip()}" | write {english}'
    ]


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        *(
            ("ingress", "lead"),
            ("bild", "image"),
            ("ämnen", "topics"),
            ("ämne", "topics"),
            ("taggar", "topics"),
        ),
        *(("kontakt", "contacts"), ("kontakter", "contacts"), ("möte", "meetings"), ("utkast", "draft")),
        *(
            ("rättelser", "corrections"),
            ("indraget", "retracted"),
            ("utgår", "expires"),
            ("alias", "aliases"),
        ),
        *(("contact", "contacts"), ("topic", "topics"), ("drafts", "draft"), ("expire", "expires")),
    ],
)
def test_a_swedish_or_misspelt_field_of_a_release_is_known(swedish: str, english: str) -> None:
    """The English name is offered for a Swedish one and for one that is nearly right."""
    assert told(lambda: release(f"{swedish}: x")) == [f'3:1: there is no field "{swedish}" | write {english}']


def test_what_is_misnamed_is_not_missing_too() -> None:
    """A required field under its Swedish name is one mistake."""
    assert told(lambda: read_fields(TourFields, node("rubrik: A"))) == [
        '1:1: there is no field "rubrik" | write title'
    ]


def test_a_field_whose_right_name_is_taken_is_no_second_one() -> None:
    """Who gives a day under two names is not told to give it twice."""
    assert told(lambda: release("datum: 2016-11-29")) == [
        '3:1: there is no field "datum" | keep one of the two: "date" is given too'
    ]
    assert told(lambda: release("spärr: 2016-11-29")) == [
        '3:1: there is no field "spärr" | write date: 2016-11-29 in place of the two lines'
    ]
    assert told(lambda: release("embargo: till 2016-11-29 09:00")) == [
        '3:1: there is no field "embargo" | write date: 2016-11-29 09:00 in place of the two lines'
    ]
    assert told(lambda: release("embargo: until 00.01 Tuesday 29 Nov 2016")) == [
        '3:1: there is no field "embargo" | write date: Tuesday 29 Nov 2016 00.01 in place of the two lines'
    ]


@pytest.mark.parametrize("last", ["t.o.m. 29 november", "tom 29 november", "till och med 29 november"])
def test_an_embargo_through_a_day_ends_with_it(last: str) -> None:
    """Who holds a text back through a day is not told to publish it on that day."""
    hint = "write date: and the day after 29 november in place of the two lines"

    assert told(lambda: release(f"embargo: {last}")) == [f'3:1: there is no field "embargo" | {hint}']


@pytest.mark.parametrize("name", ["time", "Tid", "klockslag"])
def test_the_hour_of_a_release_belongs_with_its_day(name: str) -> None:
    """An hour in a field of its own, as a meeting has it, is offered where it is read."""
    assert told(lambda: release(f"{name}: 09.00")) == [
        f'3:1: there is no field "{name}" | move the hour behind the day: date: 2016-11-28 09.00'
    ]


@pytest.mark.parametrize("word", ["aldrig", "Never.", "tills vidare", "'-'"])
def test_a_text_that_is_not_to_expire_needs_no_line_for_it(word: str) -> None:
    """Where a day is due, a word for none is answered with what it means."""
    (only,) = told(lambda: read_fields(ReleaseFields, node(f"title: A\ndate: 2016-11-28\nexpires: {word}")))
    assert only.endswith("is not a date | remove the line: without it the text stays")


@pytest.mark.parametrize("length", ["30 dagar", "efter två veckor", "1 year", "om en månad."])
def test_a_text_expires_on_a_day_and_not_after_a_while(length: str) -> None:
    """From when the while is counted nobody has said."""
    (only,) = told(lambda: read_fields(ReleaseFields, node(f"title: A\ndate: 2016-11-28\nexpires: {length}")))
    assert only.endswith("| write the day on which the text is to be taken down, as YYYY-MM-DD")


@pytest.mark.parametrize("day", ["2016-11-29 (tisdag)", "29 november 2016, tis."])
def test_the_day_of_a_meeting_may_have_its_weekday_behind_it(day: str) -> None:
    """As in a release, it is no hour."""
    fields = read_fields(TourFields, node(f"title: A\nmeetings:\n- district: A\n  date: {day}"))
    assert fields.meetings[0].date.isoformat() == "2016-11-29"


def test_a_town_beside_a_street_is_put_behind_it() -> None:
    """An address has both; neither is given up for the other."""
    fields = "title: A\nmeetings:\n- {district: A, date: 2016-11-29, address: Gatan 1, ort: Farsta}"
    assert told(lambda: read_fields(TourFields, node(fields))) == [
        '3:53: there is no field "ort" | write it at the end of "address", behind a comma'
    ]


def test_an_hour_beside_a_day_that_has_one_is_not_added_to_it() -> None:
    """What is offered is read: a day has one hour."""
    assert told(lambda: read_fields(ReleaseFields, node("title: A\ndate: 2016-11-28 09:00\ntid: 10.00"))) == [
        '3:1: there is no field "tid" | keep one of the hours: "date" has one too'
    ]


def test_an_unknown_field_within_another_is_answered_with_those_there() -> None:
    """The fields offered are those of the map that the unknown one stands in."""
    assert told(lambda: release("image: {fil: a.jpg, alt: b, credit: c}")) == [
        '3:9: there is no field "fil" | write file'
    ]
    assert told(lambda: release("corrections:", "  - {datum: 2016-11-29, text: b}")) == [
        '4:6: there is no field "datum" | write date'
    ]
    assert told(lambda: release("image: {file: a.jpg, alt: b, credit: c, väder: d}")) == [
        '3:41: there is no field "väder" | the fields here are: file, alt, credit, caption'
    ]


def test_an_unknown_field_without_a_value_is_a_mistake() -> None:
    """A name that means nothing is told also when nothing stands after it."""
    assert told(lambda: meeting("tid:")) == ['3:1: there is no field "tid" | write time']


def test_a_comma_in_braces_loses_nothing() -> None:
    """The second half of a text with a comma, within braces, is told and not thrown away."""
    text = "{district: A, date: 2016-11-29, place: Zinkensdamms IP, Ringvägen 16}"
    found = told(lambda: read_fields(MeetingFields, node(text)))

    assert [mistake.partition(" | ")[0] for mistake in found] == ['1:57: there is no field "Ringvägen 16"']


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("date: 2016-11-28", ['1:1: "title" is missing | add the line title: …']),
        (
            "lead: x",
            [
                '1:1: "title" is missing | add the line title: …',
                '1:1: "date" is missing | add the line date: …',
            ],
        ),
        ("date: 2016-11-28\ntitle:", ['2:1: "title" is empty | write title: and its value']),
        ("title:\ndate: 2016-11-28", ['1:1: "title" is empty | write title: and its value']),
        ('title: " "\ndate: 2016-11-28', ['1:1: "title" is empty | write title: and its value']),
        (
            "title: A\ndate: 2016-11-28\nimage: {file: a.jpg}",
            [
                '3:8: "alt" is missing | add within the braces: alt: …',
                '3:8: "credit" is missing | add within the braces: credit: …',
            ],
        ),
        (
            "title: A\ndate: 2016-11-28\nimage:\n  file:\n  alt: b\n  credit: c",
            ['4:3: "file" is empty | write file: and its value'],
        ),
    ],
)
def test_what_is_missing_and_what_is_empty_are_two_things(text: str, mistakes: list[str]) -> None:
    """A field that is not there is told where its map begins, an empty one at its own name."""
    assert told(lambda: read_fields(ReleaseFields, node(text), STOCKHOLM)) == mistakes


def test_a_hard_space_in_front_of_a_field_is_told_as_that() -> None:
    """Nobody sees what makes it another field, nor one behind its colon within braces, where YAML goes on."""
    (mistake,) = told(lambda: meeting("\u00a0 place: b"))
    within = told(lambda: read_fields(MeetingFields, node("{district: A, date: 2016-11-29, place:\u00a0b}")))

    assert mistake.startswith("3:1: there is a hard space here")
    assert within == ["1:39:" + mistake.removeprefix("3:1:")]


def test_an_optional_field_may_be_empty() -> None:
    """What is not set yet may stand there without a value."""
    fields = meeting("time:", "place:", "languages:", 'about: ""')

    assert (fields.time, fields.place, fields.languages, fields.about) == (None, None, (), None)


SIGNS = "has signs around it, or is more than one word of the list"
LINE = "write the text on one line, in quotation marks if it holds : or # or begins with a sign"


@pytest.mark.parametrize(
    ("written", "after"),
    [
        *(("2016-12-14 (prel)", "(prel)"), ("2016-12-14 TBA", "TBA"), ("14 december 2016, kväll", "kväll")),
        *(("2016-12-14 kl ca 18", "ca 18"), ("2016-12-14 ?", "?")),
    ],
)
def test_a_day_with_something_else_than_an_hour_stands_alone(written: str, after: str) -> None:
    """What is no hour is not offered as one."""
    fields = node(f'district: A\ndate: "{written}"')

    assert told(lambda: read_fields(MeetingFields, fields)) == [
        f'2:7: "{after}" is no part of a day | write the day alone: 2016-12-14'
    ]


@pytest.mark.parametrize(
    ("written", "message", "tip"),
    [
        (
            "1 december kl 18-19",
            '"1 december" has no year',
            "write 1999-12-01, and the hour in a field of its own: time: 18-19",
        ),
        (
            "10 december 18–20",
            '"10 december" has no year',
            "write 1999-12-10, and the hour in a field of its own: time: 18–20",
        ),
        (
            "1/12-16 kl. 18",
            '"1/12-16" is a date in a form that can be misread',
            "write 2016-12-01, and the hour in a field of its own: time: 18",
        ),
        (
            "2016-12-10, 18–20",
            "the hour does not stand with the day, but in a field of its own",
            "write date: 2016-12-10, and time: 18–20",
        ),
        (
            "Dec 1 at noon",
            '"Dec 1" has no year',
            "write 1999-12-01, and the hour in a field of its own: time: 12.00",
        ),
        (
            "2016-12-10 midnatt",
            "the hour does not stand with the day, but in a field of its own",
            "write 2016-12-10, and in time: the hour that holds",
        ),
        (
            "10 dec kl 6 på kvällen",
            '"10 dec" has no year',
            "write 1999-12-10, and in time: the hour that holds",
        ),
        *(
            (
                f"2016-12-10 {hour}",
                "the hour does not stand with the day, but in a field of its own",
                f"write date: 2016-12-10, and time: {own}",
            )
            for hour, own in (("0900", "09.00"), ("@ 18", "18"), ("(18.00)", "18.00"), ("från 18", "18.00"))
        ),
        ("1 dec, eftermiddag", '"1 dec" has no year', "write 1999-12-01"),
        ("1/12 tid meddelas senare", '"1/12" has no year', "write 1999-12-01"),
        (
            "10am on 26 November 2016",
            "the hour does not stand with the day, but in a field of its own",
            "write date: 2016-11-26, and time: 10am",
        ),
        (
            "18.00",
            '"18.00" is an hour without a day',
            "write it as YYYY-MM-DD, and the hour in a field of its own: time: 18.00",
        ),
        (
            "2016-12-01T18:00",
            "the hour does not stand with the day, but in a field of its own",
            "write date: 2016-12-01, and time: 18:00",
        ),
    ],
)
def test_an_hour_with_a_day_is_offered_in_its_own_field(written: str, message: str, tip: str) -> None:
    """Who does as the tip says has mended both at once, and has not lost the hour."""
    fields = node(f'district: A\ndate: "{written}"')

    assert told(lambda: read_fields(MeetingFields, fields)) == [f"2:7: {message} | {tip}"]


@pytest.mark.parametrize(
    ("entry", "tips"),
    [
        ("place: b, c, about: d", ['place: "b, c"']),
        ("place: b, c och, d, about: e", ['place: "b, c och, d"'] * 2),
        ("place: b, about: c, d", ['about: "c, d"']),
        ("languages: [b], place: c, d", ['place: "c, d"']),
    ],
)
def test_a_comma_in_a_value_is_answered_with_all_of_it(entry: str, tips: list[str]) -> None:
    """Each part behind a comma is told with the whole value, as it is to stand."""
    fields = node(f"{{district: A, date: 2016-12-14, {entry}}}")

    found = told(lambda: read_fields(MeetingFields, fields))
    assert [mistake.partition(" | ")[2] for mistake in found] == [
        f"put quotation marks around the value: {tip}" for tip in tips
    ]


@pytest.mark.parametrize(
    ("entry", "tips"),
    [
        ("time: 18,30", ["time: 18.30"]),
        ("time: 18.00, insläpp 17.30", ["time: 18.00"]),
        ("time: kl. 18,30–20,00, place: b", ["time: kl. 18.30–20.00"] * 2),
        ("time: 18, end: 19,30", ["end: 19.30"]),
        ("languages: svenska, somaliska", ["languages: [svenska, somaliska]"]),
    ],
)
def test_a_comma_in_an_hour_or_a_list_is_answered_as_it_is_read(entry: str, tips: list[str]) -> None:
    """Who writes the hour or the list that the tip gives has one that is read."""
    fields = node(f"{{district: A, date: 2016-12-14, {entry}}}")

    found = told(lambda: read_fields(MeetingFields, fields))
    assert [mistake.partition(" | ")[2] for mistake in found] == [f"write {tip}" for tip in tips]


@pytest.mark.parametrize(
    ("geo", "text"),
    [
        ("[59.3121, 18.0510]", "[59.3121, 18.0510]"),
        ("[59.3121, '18,0510']", "[59.3121, 18,0510]"),
        *(
            (text, text)
            for text in ("59,3121 18,0510", "59.3121; 18.0510", "59,3121, 18,0510", "59.3121 18.0510")
        ),
        *((text, text) for text in ("59.3121° N, 18.0510° E", "(59.3121, 18.0510)", "59.3121N/18.0510Ö")),
    ],
)
def test_a_position_with_other_marks_is_told_as_it_is_meant(geo: str, text: str) -> None:
    """The numbers are offered as they are to be written, in quotation marks, for there is a comma in them."""
    assert told(lambda: meeting(f"geo: {geo}")) == [
        f'3:6: "{text}" is not a position | write "59.3121, 18.0510"'
    ]


def test_a_position_with_commas_within_braces_is_told_as_it_is_meant() -> None:
    """Four halves of two numbers are offered as the two."""
    found = told(lambda: read_fields(MeetingFields, node("{district: A, date: 2016-12-14, geo: 59,3, 18,5}")))

    assert {mistake.partition(" | ")[2] for mistake in found[1:]} == {
        'put quotation marks around the value: geo: "59.3, 18.5"'
    }


@pytest.mark.parametrize("geo", ["91.0, 18.0", "59.3, -180.5"])
def test_a_position_is_on_the_earth(geo: str) -> None:
    """Latitudes end at the poles, and longitudes where east meets west."""
    assert told(lambda: meeting(f'geo: "{geo}"')) == [
        f'3:6: "{geo}" is nowhere on the earth | write latitude and longitude in degrees: 59.3121, 18.0510'
    ]


@pytest.mark.parametrize("geo", ["Torget", "[]", "[59.3121]", "59.3 S 18.0", "59.3121, 18.0510, 7.1"])
def test_what_is_no_position_gets_an_example(geo: str) -> None:
    """What holds no two numbers, or one to the south or west, is not guessed."""
    assert told(lambda: meeting(f"geo: {geo}")) == [
        f'3:6: "{geo}" is not a position | write latitude and longitude in degrees: 59.3121, 18.0510'
    ]


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("lead: [b]", f'3:7: "lead" takes a text, and a list or a map stands here | {LINE}'),
        ("lead: {b: c}", f'3:7: "lead" takes a text, and a list or a map stands here | {LINE}'),
        ("topics: {b: c}", '3:9: "topics" takes a list | write topics: [one, two]'),
        ("topics: [a: b]", '3:10: "topics" takes a list of words, and fields stand here | write "a: b"'),
        ("topics: [{name: b}]", '3:10: "topics" takes a list of words, and fields stand here | write b'),
        ("contacts:\n- name: b", '4:3: "contacts" takes a list of words, and fields stand here | write - b'),
        ("topics: [[b]]", f'3:10: "topics" takes a text, and a list or a map stands here | {LINE}'),
        ("topics: b, c", "3:9: a list is due here | write [b, c]"),
        ("topics: – b – c", "3:9: a list is due here | write [b, c]"),
        ("topics: barn; unga", "3:9: a list is due here | write [barn, unga]"),
        ("topics: S; V", "3:9: a list is due here | write [S, V]"),
        ("topics: [S;V]", f'3:9: "S;V" {SIGNS} | write [S, V]'),
        ("topics: (b, c)", "3:9: a list is due here | write [b, c]"),
        ("topics: b, c]", "3:9: a list is due here | write [b, c]"),
        ("topics: -b", "3:9: a list is due here | write [b]"),
        ("topics:\n -b\n -c", "4:2: a list is due here | write [b, c]"),
        ("topics:\n - b\n -c", "5:2: a space is missing after the hyphen | write - c"),
        ("topics: [barn;unga, d]", f'3:9: "barn;unga" {SIGNS} | write [barn, unga, d]'),
        ("topics: [b., m.m., 'd, e']", f'3:9: "b." {SIGNS} | write [b, m.m., "d, e"]'),
        ("topics: [“b”, ’c’]", f'3:9: "“b”" {SIGNS} | write [b, c]'),
        ("topics:\n  - b,\n  - c", f'4:3: "b," {SIGNS} | write [b, c]'),
        ("contacts: [(b)]", f'3:11: "(b)" {SIGNS} | write [b]'),
        ('topics: [b, ""]', '3:13: "topics" is empty | write topics: and its value'),
        ("corrections: b", '3:14: "corrections" takes a list | write corrections: [{date: …, text: "b"}]'),
        (
            "corrections: [b]",
            '3:15: "corrections" takes fields of its own | write {date: …, text: "b"}',
        ),
        (
            "image:\n  - file: b.jpg\n    alt: c\n    credit: d",
            '4:3: "image" takes fields of its own | write a space in place of the hyphen',
        ),
        ("alt: b", '3:1: there is no field "alt" | write it in image:'),
        ("fotograf: b", '3:1: there is no field "fotograf" | write it in image:'),
        *(
            (
                f"lead: '{lead}'",
                f"3:7: {mark} would be shown with its signs, for a field holds words alone | {hint}",
            )
            for lead, mark, hint in (
                ("Vi **vill** bygga", "**vill**", "write vill"),
                ("*Vi* vill", "*Vi*", "write Vi"),
                ("Se [mer](https://a.se/)", "[mer](https://a.se/)", "write mer (https://a.se/)"),
                ("Till [a@b.se](mailto:a@b.se)", "[a@b.se](mailto:a@b.se)", "write a@b.se"),
                ("Vi ~~kan~~ vill", "~~kan~~", "remove it"),
            )
        ),
        ("draft: JA!", '3:8: "JA!" is neither yes nor no | write yes or no (or true, false, ja, nej)'),
        ("draft: kanske", '3:8: "kanske" is neither yes nor no | write yes or no (or true, false, ja, nej)'),
        ("slug: Å b", '3:7: "Å b" cannot stand in an address | write a-b: only a-z, digits and hyphens'),
        ("slug: ♥", '3:7: "♥" cannot stand in an address | write a-name: only a-z, digits and hyphens'),
        (
            "aliases: [/a]",
            ('3:11: "/a" cannot be kept as an old address | write /a/, which leads on from /a too'),
        ),
        (
            "aliases: [/m%C3%B6te/]",
            '3:11: "/m%C3%B6te/" cannot be kept as an old address | write /möte/',
        ),
        (
            "aliases: [/a/../b/]",
            (
                '3:11: "/a/../b/" cannot be kept as an old address'
                " | write what follows the site's own address, from the first slash to the last:"
                " /old/address/"
            ),
        ),
        (
            "aliases: [a/b/]",
            (
                '3:11: "a/b/" cannot be kept as an old address'
                " | write what follows the site's own address, from the first slash to the last:"
                " /old/address/"
            ),
        ),
        (
            "aliases: [/]",
            (
                '3:11: "/" cannot be kept as an old address'
                " | write what follows the site's own address, from the first slash to the last:"
                " /old/address/"
            ),
        ),
        (
            "aliases: [/a/b.php]",
            (
                '3:11: "/a/b.php" cannot be kept as an old address'
                " | only what ends with / or .html can lead on from here; let the web host redirect it, as"
                " docs/hosting.md tells"
            ),
        ),
        (
            "aliases: [/?p=12]",
            (
                '3:11: "/?p=12" cannot be kept as an old address'
                " | only what ends with / or .html can lead on from here; let the web host redirect it, as"
                " docs/hosting.md tells"
            ),
        ),
        (
            "image: {file: ../a.jpg, alt: b, credit: c}",
            (
                '3:15: "../a.jpg" is not a file beside this one'
                " | put the file in the same folder and write its name alone, in which no % ? # : may stand"
            ),
        ),
    ],
)
def test_a_wrong_value_is_told_at_its_place(line: str, mistake: str) -> None:
    """A value of the wrong shape, or one that cannot be meant, is told with what to write."""
    assert told(lambda: release(line)) == [mistake]


@pytest.mark.parametrize("line", ["date: [2016-11-29]", "time: [18.00]", "time: {a: b}", "end: [19.30]"])
def test_a_list_for_a_day_or_an_hour_is_called_a_list(line: str) -> None:
    """No message shows how a list looks inside the program."""
    key = line.partition(":")[0]
    text = "\n".join(["district: A", "date: 2016-11-29", line] if key != "date" else ["district: A", line])
    found = told(lambda: read_fields(MeetingFields, node(text)))

    assert [mistake.split(": ", 1)[1] for mistake in found] == [
        f'"{key}" takes a text, and a list or a map stands here | {LINE}'
    ]


def test_a_list_for_a_truth_value_is_called_a_list() -> None:
    """No message shows how a list looks inside the program."""
    assert told(lambda: release("draft: [ja]")) == [
        f'3:8: "draft" takes a text, and a list or a map stands here | {LINE}'
    ]


@pytest.mark.parametrize("word", ["ja", "Ja", "JA", "true", "yes", "sant", "på", "on"])
def test_yes_is_true(word: str) -> None:
    """A truth value reads in Swedish and English."""
    assert release(f"draft: {word}").draft


@pytest.mark.parametrize("word", ["nej", "Nej", "false", "no", "falskt", "av", "off"])
def test_no_is_false(word: str) -> None:
    """A truth value reads in Swedish and English."""
    assert not release(f"draft: {word}").draft


def test_a_text_is_one_line() -> None:
    """What was folded or broken over lines is one line with single spaces."""
    assert release("lead: >", "  en rad", "  och  en till").lead == "en rad och en till"


@pytest.mark.parametrize("mark", [",", ";", " ,"])
def test_a_comma_at_the_end_of_a_text_is_told(mark: str) -> None:
    """It came along when the words were cut, and would be published."""
    fields = node(f'district: Farsta\ndate: 2016-11-29\nplace: "Farsta gård{mark}"')
    assert told(lambda: read_fields(MeetingFields, fields)) == [
        f'3:8: the "{mark[-1]}" at the end would be shown, and nothing follows it | write Farsta gård'
    ]


@pytest.mark.parametrize("question", ["Τι είναι η περιοδεία;", "Τι είναι «Ρώμη»;", "Ποῦ εἶ;"])
def test_a_question_in_greek_ends_in_a_semicolon(question: str) -> None:
    """The sign is the question mark there, and stays."""
    assert release(f"lead: {question}").lead == question


def test_signs_that_are_words_stay_in_a_field() -> None:
    """A sum, a star for a footnote, brackets and an address between < and > are as they were written."""
    line = "5*3*2 * a* *b f(x)[1] [a] (b) a < b > c <b>d</b> <a@b.se> &amp; ~~~"

    assert release(f"lead: '{line}'").lead == line


def test_one_topic_is_a_list_of_one() -> None:
    """A single word where a list is due is that list, with the signs that belong to it."""
    assert release("topics: jämlikhet").topics == ("jämlikhet",)
    assert release("topics: Kultur – fritid").topics == ("Kultur – fritid",)
    assert release("topics: [m.m., Skola (grund), x;y]").topics == ("m.m.", "Skola (grund)", "x;y")


def test_all_mistakes_of_a_map_are_told() -> None:
    """One mistake does not hide another."""
    text = "titel: A\nlead: [b]\nexpires: aldrig\ndraft: x"

    assert told(lambda: read_fields(PageFields, node(text), STOCKHOLM, date(2016, 11, 28))) == [
        f'2:7: "lead" takes a text, and a list or a map stands here | {LINE}',
        '3:10: "aldrig" is not a date | remove the line: without it the text stays',
        '4:8: "x" is neither yes nor no | write yes or no (or true, false, ja, nej)',
        '1:1: there is no field "titel" | write title',
    ]


@pytest.mark.parametrize(
    ("model", "word", "meant"),
    [
        *((MeetingFields, word, "district") for word in ("ward", "area")),
        *((MeetingFields, word, "time") for word in ("start time", "starts", "hour")),
        *((MeetingFields, word, "end") for word in ("end time", "ends")),
        *((MeetingFields, word, "place") for word in ("room", "venue", "location")),
        *((MeetingFields, word, "address") for word in ("street", "postnr", "postcode")),
        *((MeetingFields, word, "with") for word in ("speaker", "guest")),
        *((MeetingFields, word, "about") for word in ("topic", "subject")),
        *((MeetingFields, word, "signup") for word in ("registration", "booking", "rsvp")),
        *((MeetingFields, "host", "organiser"), (MeetingFields, "accessibility", "access")),
        *((ReleaseFields, "standfirst", "lead"), (ReleaseFields, "publication date", "date")),
        *((ReleaseFields, "press contact", "contacts"), (ReleaseFields, "withdrawn", "retracted")),
        *((ContactFields, "job title", "role"), (ContactFields, "opening hours", "hours")),
        *((ImageFields, "photographer", "credit"), (SiteFields, "colour", "accent")),
    ],
)
def test_a_field_is_known_by_what_press_officers_call_it_in_english(
    model: type[Fields], word: str, meant: str
) -> None:
    """A ward was taken for one who hosts, and a room for an hour."""
    told_of = told(lambda: read_fields(model, node(f"{word}: a"), STOCKHOLM, date(2016, 11, 28)))

    assert f'1:1: there is no field "{word}" | write {meant}' in told_of


@pytest.mark.parametrize("name", ["name", "email", "tour", "contacts", "0", "with"])
def test_a_contact_may_have_any_short_name(name: str) -> None:
    """A short name that is also a field's name leads no message astray."""
    text = f"title: A\nurl: https://press.example/\ncontacts:\n  {name}: {{name: B, mejl: c@press.example}}"

    assert told(lambda: read_fields(SiteFields, node(text))) == [
        f'4:{len(name) + 15}: there is no field "mejl" | write email'
    ]


@pytest.mark.parametrize(
    ("fields", "where", "word"),
    [
        ("date: 14 december 2016 INSTÄLLT", "2:7", "INSTÄLLT"),
        ("date: 14 Dec 2016 - CANCELLED", "2:7", "CANCELLED"),
        ("date: 2016-12-14\ntime: 18.00 (inställt)", "3:7", "inställt"),
        ("date: 2016-12-14\ntime: 6pm cancelled", "3:7", "cancelled"),
        ("date: 2016-12-14\ntime: 18\nend: inställt", "4:6", "inställt"),
        ("date: 2016-12-14\nplace: OBS inställt pga snö", "3:8", "inställt"),
        ("date: 2016-12-14\naddress: Called off", "3:10", "Called off"),
        ("date: 2016-12-14\nplace: inställt p.g.a. snö", "3:8", "inställt"),
        ("date: 2016-12-14\nplace: Torget, inställt", "3:8", "inställt"),
        ("date: 2016-12-14\nplace: Torget – avlyst!", "3:8", "avlyst"),
        ("date: 2016-12-14\nplace: INSTÄLLT Torget", "3:8", "INSTÄLLT"),
        ("date: 14 Dec 2016 - POSTPONED", "2:7", "POSTPONED"),
        ("date: 2016-12-14\nplace: Example Hall (postponed)", "3:8", "postponed"),
        ("date: 2016-12-14\ntime: uppskjutet", "3:7", "uppskjutet"),
        ("date: 2016-12-14\nplace: skjuts upp", "3:8", "skjuts upp"),
        ("date: 2016-12-14\nplace: Torget, utgår!", "3:8", "utgår"),
        ("date: 2016-12-14\nabout: INSTÄLLT", "3:8", "INSTÄLLT"),
        ("date: 2016-12-14\nsignup: Mötet är inställt", "3:9", "inställt"),
        ("date: 2016-12-14\naccess: Cancelled due to snow", "3:9", "Cancelled"),
        ("date: 2016-12-14\nabout: |\n  Bostäder\n  cancelled: snö", "3:8", "cancelled"),
    ],
)
def test_a_meeting_that_is_called_off_in_another_field_is_told(fields: str, where: str, word: str) -> None:
    """Else it would be shown as one that takes place, in a room called "cancelled" or at the hour it had."""
    message = f'"{word}" does not cancel the meeting here'
    tip = "take it away, and write the reason in a field of its own: cancelled: …"

    assert told(lambda: read_fields(MeetingFields, node(f"district: A\n{fields}"))) == [
        f"{where}: {message} | {tip}"
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("Inställt café", "The Called Off Pub", "Cancelled Club", "Canceled Street 2"),
        *(
            "Vandring, utgår från torget",
            "Fullersta gård",
            "Movedale Hall",
            "Moved Coffee",
            "Flyttadsgatan 2",
        ),
    ],
)
def test_a_place_may_have_such_a_word_in_its_name(name: str) -> None:
    """Who was told to write cancelled: would call off what takes place."""
    fields = read_fields(MeetingFields, node(f"district: A\ndate: 2016-12-14\nplace: {name}"))

    assert fields.place == name


TO_NEW_PLACE = (
    "write the place alone; for a new day change date:, or write cancelled: and why until it is set"
)


@pytest.mark.parametrize(
    ("said", "tip"),
    [
        *((said, TO_NEW_PLACE) for said in ("Flyttat", "FLYTTAT till 3/12!", "moved to Example Hall")),
        *((said, "write it in signup:") for said in ("fullbokat", "Fullt!", "SOLD OUT", "Fully booked.")),
        *((said, "leave place: out until it is known") for said in ("Ny lokal", "Vi återkommer")),
    ],
)
def test_a_state_of_a_meeting_is_no_place(said: str, tip: str) -> None:
    """Phones would be told to go there."""
    fields = node(f"district: A\ndate: 2016-12-14\nplace: {said}")

    assert told(lambda: read_fields(MeetingFields, fields)) == [f'3:8: "{said}" is not a place | {tip}']


@pytest.mark.parametrize(
    ("place", "hour"),
    [
        ("Folkets hus kl. 19", "kl. 19"),
        ("Torget, kl 19.00", "kl 19.00"),
        ("Folkets hus; time 18.00", "time 18.00"),
        ("Salen klockan 18-19.30", "klockan 18-19.30"),
    ],
)
def test_an_hour_behind_a_place_is_told(place: str, hour: str) -> None:
    """Calendars would have no hour, or another one than the page."""
    assert told(
        lambda: read_fields(MeetingFields, node(f"district: A\ndate: 2016-12-14\nplace: {place}"))
    ) == [f'3:8: "{hour}" is an hour, and no place | write it in time:']


@pytest.mark.parametrize("place", ["Torget, insläpp från kl. 17.30", "Sal 19", "Café Tid 2", "Hus 18.30"])
def test_other_numbers_may_stand_behind_a_place(place: str) -> None:
    """An hour at which doors open, a number and a name."""
    assert read_fields(MeetingFields, node(f"district: A\ndate: 2016-12-14\nplace: {place}")).place == place


@pytest.mark.parametrize("about", ["Inställda tåg", "Varför blev bussen inställd?", "Avlyst område"])
def test_a_meeting_may_be_about_what_is_called_off(about: str) -> None:
    """Only words with which it begins, and that are of no other thing, are of the meeting itself."""
    fields = read_fields(MeetingFields, node(f"district: A\ndate: 2016-12-14\nabout: {about}"))

    assert fields.about == about


@pytest.mark.parametrize("said", ["kanske", "Preliminärt", "mötet blir av", "maybe"])
def test_a_meeting_is_not_called_off_by_what_may_be(said: str) -> None:
    """Readers would be told that it is, with `kanske` as the reason."""
    with pytest.raises(BadSource, match="is not a reason"):
        read_fields(MeetingFields, node(f"district: A\ndate: 2016-12-14\ncancelled: {said}"))


def test_a_district_holds_no_word_of_a_meeting_called_off() -> None:
    """The name of a district is that of its pages and of its colour on the map."""
    with pytest.raises(BadSource, match="does not cancel"):
        read_fields(MeetingFields, node("district: Farsta (INSTÄLLT)\ndate: 2016-12-14"))


TO_NEW_DAY = "remove it and change date: to the new day; until that is set, write cancelled: and the reason"


@pytest.mark.parametrize(
    ("line", "tip"),
    [
        *((f"status: {said}", "write cancelled: and the reason") for said in ("inställt", "Cancelled!")),
        *((f"{name}: ja", "write cancelled: and the reason") for name in ("inställt", "canceled")),
        ("status: inställt pga snö", "write cancelled"),
        ("inställt: snö", "write cancelled"),
        ("OBS: inställt", "write cancelled: and the reason"),
        *((line, TO_NEW_DAY) for line in ("postponed: yes", "moved: to 10 December", "flyttat: ja")),
        ("Rescheduled: 2016-12-10", TO_NEW_DAY),
        *((f"status: {said}", TO_NEW_DAY) for said in ("flyttat till 10/12", "Postponed", "nytt datum")),
        *((line, "write it in signup:") for line in ("status: Fullbokat!", "fully booked: yes")),
        ("status: utgår", "write cancelled: and the reason"),
        *(
            (line, "leave it out: only a meeting that is called off has cancelled:, with the reason")
            for line in ("status: confirmed", "status: preliminärt", "inställt: nej")
        ),
    ],
)
def test_a_state_of_a_meeting_is_told_by_what_it_says(line: str, tip: str) -> None:
    """Who would write "cancelled: confirmed" would call off what takes place."""
    found = told(lambda: meeting(line))

    assert [mistake.partition(" | ")[2] for mistake in found] == [tip]


def test_a_meeting_called_off_behind_a_comma_is_no_part_of_its_day() -> None:
    """A day with it in quotation marks would be the next mistake."""
    fields = node("{district: A, date: 2016-12-14, inställt}")

    assert told(lambda: read_fields(MeetingFields, fields)) == [
        '1:33: there is no field "inställt" | write cancelled: and the reason'
    ]


def test_a_reason_behind_a_comma_is_no_new_day() -> None:
    """Whoever removes the line of `Sjukdom, nytt datum kommer` removes the meeting."""
    fields = node("{district: A, date: 2016-12-14, cancelled: Sjukdom, nytt datum kommer}")
    moved = node("{district: A, date: 2016-12-14, nytt datum, cancelled: Sjukdom}")
    behind = node("{district: A, date: 2016-12-14, cancelled: Sjukdom, place: Sal 1, nytt datum}")

    assert told(lambda: read_fields(MeetingFields, fields))[0].endswith(
        'around the value: cancelled: "Sjukdom, nytt datum kommer"'
    )
    assert told(lambda: read_fields(MeetingFields, moved))[0].endswith(TO_NEW_DAY)
    assert told(lambda: read_fields(MeetingFields, behind))[0].endswith(TO_NEW_DAY)


@pytest.mark.parametrize("written", ["9.12 och 10.12", "10 december till 18.00", "9.12 & 10.12"])
def test_what_is_joined_to_a_day_is_no_hour(written: str) -> None:
    """A second day that was offered as the hour would be published as one."""
    (only,) = told(lambda: read_fields(MeetingFields, node(f"district: A\ndate: {written}")))

    assert "time:" not in only


@pytest.mark.parametrize(
    ("written", "first"),
    [
        *((days, "2016-12-14") for days in ("2016-12-14 – 2016-12-15", "2016-12-14 och 15 dec")),
        *((days, "2016-12-14") for days in ("14-15 december 2016", "14th and 15th December 2016")),
        *((days, "1999-12-14") for days in ("14, 15 december", "tis 14 dec - ons 15 dec")),
        ("28 december–2 januari 2017", "2016-12-28"),
        ("2016-12-14, 2016-12-15", "2016-12-14"),
        *((days, "2016-12-09") for days in ("9, 10 och 11 december 2016", "2016-12-09, 10 och 11")),
        *(
            (days, "2016-12-10")
            for days in ("2016-12-10–11", "December 10 and 11, 2016", "Dec 10th-11th 2016")
        ),
        ("fredag 9, lördag 10 och söndag 11 december 2016", "2016-12-09"),
    ],
)
def test_several_days_are_told_with_the_first_and_that_the_others_are_meetings_too(
    written: str, first: str
) -> None:
    """Who would write the first alone had lost the others."""
    fields = node(f'district: A\ndate: "{written}"')
    tip = f"write {first}, and give each of the others a meeting of its own, with an id of its own"

    assert told(lambda: read_fields(MeetingFields, fields)) == [
        f'2:7: "{written}" is more than one day | {tip}'
    ]


@pytest.mark.parametrize("after", ["(flyttat från 7 dec)", "flyttas till 2016-12-21"])
def test_another_day_behind_a_day_is_not_offered_as_its_hour(after: str) -> None:
    """Which of the two holds is for staff to say."""
    fields = node(f'district: A\ndate: "2016-12-14 {after}"')

    assert told(lambda: read_fields(MeetingFields, fields)) == [
        f'2:7: "{after}" is no part of a day | write the day that holds, alone, as 2016-12-14'
    ]


@pytest.mark.parametrize("written", ["v. 48", "december 2016", "mid December", "våren 2017"])
def test_a_meeting_without_a_day_is_to_wait_for_it(written: str) -> None:
    """A day must be there, and nobody is to make one up."""
    fields = node(f"district: A\ndate: {written}")
    tip = "write it as YYYY-MM-DD, and leave the meeting out until its day is set"

    assert told(lambda: read_fields(MeetingFields, fields)) == [f'2:7: "{written}" is not a date | {tip}']


@pytest.mark.parametrize("mark", [",", ".", ";"])
def test_a_mark_behind_a_day_is_answered_with_the_day(mark: str) -> None:
    """To ask for the form that it has already would help nobody."""
    assert told(lambda: read_fields(MeetingFields, node(f"district: A\ndate: 2016-12-14{mark}"))) == [
        f'2:7: "2016-12-14{mark}" is not a date | write 2016-12-14'
    ]


def test_a_link_among_the_fields_of_a_text_goes_into_the_text() -> None:
    """Its name is like that of the language, which it is not."""
    fields = node("title: A\ndate: 2016-11-28\nlänk: https://press.example/plan/")
    tip = "remove the line, and write in the text: [what it is](https://press.example/plan/)"

    assert told(lambda: read_fields(ReleaseFields, fields, STOCKHOLM)) == [
        f'3:1: there is no field "länk" | {tip}'
    ]


def test_the_language_of_a_site_is_not_its_address() -> None:
    """What a text calls `lang` is called `language` there."""
    contacts = "contacts: {a: {name: A, email: a@b.example}}"
    fields = node(f"title: A\nurl: https://press.example/\n{contacts}\nlang: en")

    assert told(lambda: read_fields(SiteFields, fields)) == ['4:1: there is no field "lang" | write language']


@pytest.mark.parametrize(
    ("line", "tip"),
    [
        ("  - date: 2016-11-29", "indent it by 4 spaces: it belongs to the entry above"),
        ("- date: 2016-11-29", "indent it by 2 spaces: it belongs to the entry above"),
        ("  - {date: 2016-11-29}", "move it into the braces above"),
    ],
)
def test_a_field_that_has_fallen_out_of_its_entry_is_told_once(line: str, tip: str) -> None:
    """The entry lacks nothing when it has been put back."""
    (only,) = told(lambda: release("corrections:", line, "text: b"))

    assert only.endswith(f': there is no field "text" | {tip}')
