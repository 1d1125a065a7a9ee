"""published.json: what a build wrote is read back, and anything else is refused at its line."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import told

from pressrum.ledger import Address, Left, Record, Respelt, Stamp
from pressrum.make.record import render_record
from pressrum.parse.record import parse_record
from pressrum.parse.text import decode

RECORD = Record(
    (
        Address("/kalender/", "calendar-page", since="2016-11-28T09:00:00Z"),
        Address(
            "/pressmeddelanden/2016/rost/",
            "content/releases/2016-11-28-röst.md",
            said="0123456789abcdef",
            since="2016-11-28T09:00:00Z",
            corrected="2016-11-29",
            name="/pressmeddelanden/2016/rost/",
            withdrawn=True,
        ),
    ),
    (
        Stamp(
            id="sodermalm",
            uid="sodermalm@press.example",
            sequence=2,
            created="2016-11-20T09:00:00Z",
            modified="2016-11-28T09:00:00Z",
            when="2016-11-29T18:00+01:00/2016-11-29T19:30+01:00",
            status="CONFIRMED",
            said="fedcba9876543210",
            where='Lokalen "under läktaren"',
        ),
    ),
)
WRITTEN = """\
{
"addresses": {
"/kalender/": {"source": "calendar-page", "since": "2016-11-28T09:00:00Z", "seal": "e3b37c59"},
"/pressmeddelanden/2016/rost/": {"source": "content/releases/2016-11-28-röst.md", \
"said": "0123456789abcdef", "since": "2016-11-28T09:00:00Z", "corrected": "2016-11-29", \
"name": "/pressmeddelanden/2016/rost/", "withdrawn": true, "seal": "8320c96b"}
},
"meetings": {
"sodermalm": {"uid": "sodermalm@press.example", "sequence": 2, "created": "2016-11-20T09:00:00Z", \
"modified": "2016-11-28T09:00:00Z", "when": "2016-11-29T18:00+01:00/2016-11-29T19:30+01:00", \
"status": "CONFIRMED", "said": "fedcba9876543210", "where": "Lokalen \\"under läktaren\\"", \
"seal": "ffa84f10"}
}
}
"""
RESTORE = (
    "take back the last good one: git checkout HEAD published.json; amid a merge, begin again with both:"
    " git checkout -m published.json"
)
DAMAGED = f"the record is damaged, and without it published things could get lost | {RESTORE}"


def line(entry: Address | Stamp) -> str:
    """Give the line of an entry, without a comma."""
    if isinstance(entry, Address):
        return render_record(Record((entry,))).decode().split("\n")[2]
    return render_record(Record(meetings=(entry,))).decode().split("\n")[4]


def test_a_record_is_one_entry_a_line() -> None:
    """The file is sorted, whole and readable; what has its default is left out."""
    assert render_record(RECORD).decode() == WRITTEN


def test_a_record_is_read_back() -> None:
    """Reading what was written gives the same record, with any line ends."""
    assert parse_record(WRITTEN) == RECORD
    assert parse_record(decode(WRITTEN.replace("\n", "\r\n").encode(), "published.json")) == RECORD


def test_what_a_meeting_has_left_and_been_called_is_read_back() -> None:
    """The districts that a meeting has left, and the names of its own, are lists in the record."""
    left, respelt = (Left("Bromma", "2017-02-04", ""),), (Respelt("Farsat", "Farsta"),)
    record = Record((), (replace(RECORD.meetings[0], left=left, respelt=respelt),))

    assert parse_record(render_record(record).decode()) == record


def test_an_empty_record_is_read_back() -> None:
    """A record of nothing is a record."""
    assert parse_record(render_record(Record()).decode()) == Record()


SEEN = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"])
TEXT = st.text(SEEN, max_size=20).map(lambda text: unicodedata.normalize("NFC", text))
"""As sources have it once they are read: a letter is one with its marks."""
SOME = TEXT.filter(bool)
SECONDS = st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"))
ADDRESSES = st.builds(
    Address,
    path=st.from_regex(r"/([a-zåäö0-9-]{1,8}/){0,3}", fullmatch=True),
    source=SOME.filter(lambda source: not source.startswith("meeting")),  # it would have to be there
    said=TEXT,
    since=SECONDS,
    corrected=TEXT,
    name=TEXT,
    withdrawn=st.booleans(),
)
STAMPS = st.builds(
    Stamp,
    id=st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True),
    uid=SOME,
    sequence=st.integers(0, 1000),
    created=SECONDS,
    modified=SECONDS,
    when=st.sampled_from(["2016-11-29", "2016-11-29T18:00+01:00/2016-11-29T19:30+01:00"]),
    status=st.sampled_from(["CONFIRMED", "TENTATIVE", "CANCELLED", "GONE"]),
    said=SOME,
    where=TEXT,
)


@given(
    st.lists(ADDRESSES, unique_by=lambda address: address.path),
    st.lists(STAMPS, unique_by=lambda stamp: stamp.id),
)
def test_any_record_is_read_back(addresses: list[Address], meetings: list[Stamp]) -> None:
    """Whatever was recorded comes back, and is written as the same bytes again."""
    record = Record(tuple(sorted(addresses)), tuple(sorted(meetings)))
    written = render_record(record)
    read = parse_record(decode(written, "published.json"))

    assert (set(read.addresses), set(read.meetings)) == (set(addresses), set(meetings))
    assert render_record(read) == written


@pytest.mark.parametrize(
    "left",
    [
        "<<<<<<< HEAD\n{mine}\n=======\n{theirs}\n>>>>>>> anna\n",
        "<<<<<<<\n{mine}\n||||||| 1234567\n{base}\n=======\n{theirs}\n>>>>>>>\n",
        "{mine}\n{theirs}\n",
        "{theirs},\n\n{mine},\n",
    ],
)
def test_lines_that_a_merge_has_left_are_read_as_one(left: str) -> None:
    """With git's marks or without, one entry stands for both of a name; what they came from is none."""
    address, other = RECORD.addresses
    mine, theirs, base = (replace(address, since=f"2016-11-{day}T09:00:00Z") for day in (26, 25, 24))
    lines = {name: line(entry) for name, entry in (("mine", mine), ("theirs", theirs), ("base", base))}
    text = WRITTEN.replace(f"{line(address)},\n", left.format_map(lines), 1)

    assert "2016-11-25" in text
    assert parse_record(text).addresses == (replace(address, since="2016-11-25T09:00:00Z"), other)


@pytest.mark.parametrize(
    ("begun", "between", "ended"),
    [
        ("", "", ""),
        ("<<<<<<< HEAD\n", "=======\n", ">>>>>>> : anna\n"),
        ("<<<<<<<<<\n", "=========\n", ">>>>>>>>>\n"),
        ("<<<<<<<\n", "||||||| 12\n<<<<<<<<< 1\n=========\n0\n>>>>>>>>> 2\n=======\n", ">>>>>>>\n"),
    ],
)
def test_the_end_of_a_part_may_stand_there_twice(begun: str, between: str, ended: str) -> None:
    """What both changed at the end of one part and where the next begins git takes for one place."""
    other = RECORD.addresses[1]
    (stamp,) = RECORD.meetings
    end, start = f"{line(other)}\n}},\n", f'"meetings": {{\n{line(stamp)}\n'
    mine, theirs = (replace(stamp, sequence=sequence) for sequence in (3, 4))
    closed = '}\n,"forgotten": [\n"0a"\n]\n'
    versions = [f'{end}"meetings": {{\n{line(one)}\n{closed}' for one in (mine, theirs)]
    text = WRITTEN.replace(f"{end}{start}}}\n", f"{begun}{versions[0]}{between}{versions[1]}{ended}")

    read = parse_record(text)

    assert text.count('"meetings"') == 2
    assert (read.addresses, read.forgotten) == (RECORD.addresses, ("0a",))
    assert read.stamps[stamp.id].sequence == 4


@given(
    *[st.lists(ADDRESSES, unique_by=lambda address: address.path, max_size=3)] * 2,
    *[st.lists(STAMPS, unique_by=lambda stamp: stamp.id, max_size=3)] * 2,
)
def test_any_two_records_merge(
    ours: list[Address], theirs: list[Address], mine: list[Stamp], others: list[Stamp]
) -> None:
    """With every line of both, in whichever order, the record has all that each has, and no number falls."""
    one, other = (
        "\n".join(
            ['{\n"addresses": {', *map(line, addresses), '},\n"meetings": {', *map(line, stamps), "}\n}"]
        )
        for addresses, stamps in (((*ours, *theirs), (*mine, *others)), ((*theirs, *ours), (*others, *mine)))
    )
    read = parse_record(one)

    assert read == parse_record(other)
    assert set(read.by_path) == {address.path for address in (*ours, *theirs)}
    assert set(read.stamps) == {stamp.id for stamp in (*mine, *others)}
    for stamp in (*mine, *others):
        now = read.stamps[stamp.id]
        assert (now.sequence, now.modified) >= (stamp.sequence, stamp.modified)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('},\n"/press', '}\n"/press'),
        ('}\n},\n"meet', '},\n},\n"meet'),
        ("}\n}\n", "},\n\n}\n"),
        ('"0a",\n', '"0a"\n'),
        ('"0b"\n', '"0b",\n'),
    ],
)
def test_a_comma_that_a_merge_has_lost_or_left_is_of_no_weight(old: str, new: str) -> None:
    """A line that lacks its comma, or is the last of its part and has one, is read as it was written."""
    whole = WRITTEN.removesuffix("}\n") + ',"forgotten": [\n"0a",\n"0b"\n]\n}\n'
    assert old in whole

    assert parse_record(whole.replace(old, new)) == parse_record(whole)


@pytest.mark.parametrize(
    ("old", "new", "column"), [('"source": "cal', '"source" "cal', 25), ('", "since": "', '" "since": "', 42)]
)
def test_a_sign_that_is_lost_within_a_line_is_no_comma_at_its_end(old: str, new: str, column: int) -> None:
    """What no merge does is damage, told where it is."""
    assert told(lambda: parse_record(WRITTEN.replace(old, new, 1))) == [f"3:{column}: {DAMAGED}"]


@pytest.mark.parametrize("length", range(0, len(WRITTEN) - 2, 7))
def test_a_file_that_is_cut_off_is_refused(length: int) -> None:
    """Wherever the file ends too early, it is damaged and says so."""
    assert told(lambda: parse_record(WRITTEN[:length]))[0].endswith(DAMAGED)


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        (
            '"/pressmeddelanden/2016/rost/": {"source"',
            '"/kalender/": {"source"',
            f'3:1: what is recorded of "/kalender/" has been changed by hand | {RESTORE}',
        ),
        (
            '},\n"meetings": {',
            '},\n"addresses": {},\n"meetings": {',
            f'2:1: what is recorded of "addresses" is not what a build writes | {RESTORE}',
        ),
        (
            '{"uid": "sodermalm@press.example"',
            '{"uid": "sodermalm@press.example", "uid": "x"',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"sequence": 2',
            '"sequence": "2"',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"sequence": 2',
            '"sequence": true',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"sequence": 2',
            '"sequence": -1',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"sequence": 2',
            '"sequence": 2.5',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"sequence": 2, ',
            "",
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"sequence": 2',
            '"sequence": ' + "2" * 5000,
            None,
        ),
        (
            '"created": "2016-11-20T09:00:00Z"',
            '"created": "2016-11-20 09:00"',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"created": "2016-11-20T09:00:00Z"',
            '"created": "2016-11-20T24:00:00Z"',  # which Python takes from 3.14 on
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"modified": "2016-11-28T09:00:00Z"',
            '"modified": "2016-11-31T09:00:00Z"',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"modified": "2016-11-28T09:00:00Z"',
            '"modified": ""',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"when": "2016-11-29T18:00+01:00/2016-11-29T19:30+01:00"',
            '"when": "snart"',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"status": "CONFIRMED"',
            '"status": "SÄKERT"',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"where": "Lokalen',
            '"var": "Lokalen',
            f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
        ),
        (
            '"source": "calendar-page"',
            '"source": null',
            f'3:1: what is recorded of "/kalender/" is not what a build writes | {RESTORE}',
        ),
        (
            '{"source": "calendar-page", "since": "2016-11-28T09:00:00Z", "seal": "e3b37c59"}',
            "[]",
            f'3:1: what is recorded of "/kalender/" is not what a build writes | {RESTORE}',
        ),
        (
            '{"source": "calendar-page"',
            '{"path": "/x/", "source": "calendar-page"',
            f'3:1: what is recorded of "/kalender/" is not what a build writes | {RESTORE}',
        ),
        (
            '"source": "calendar-page"',
            '"source": "\\ud800"',
            f'3:1: what is recorded of "/kalender/" is not what a build writes | {RESTORE}',
        ),
        ('"withdrawn": true', '"withdrawn": 1', None),
        (
            '"/kalender/": {',
            '"kalender": {',
            f'3:1: what is recorded of "kalender" is not what a build writes | {RESTORE}',
        ),
        (
            '"/kalender/": {',
            '"/../kalender/": {',
            f'3:1: what is recorded of "/../kalender/" is not what a build writes | {RESTORE}',
        ),
        (
            '"/kalender/": {"source": "calendar-page"',
            '  "/kalender/": {"source": 1',
            f'3:3: what is recorded of "/kalender/" is not what a build writes | {RESTORE}',
        ),
        *(
            (
                '"where": "Lokalen',
                f'"{field}": {value}, "where": "Lokalen',
                f'7:1: what is recorded of "sodermalm" is not what a build writes | {RESTORE}',
            )
            for field, value in (
                ("left", "[]"),
                ("left", '[["Farsta", "snart", ""]]'),
                ("left", '[["Farsat", "Farsta"]]'),
                ("respelt", '[["Farsat", 1]]'),
                ("respelt", '"Farsat"'),
            )
        ),
        ('"meetings": {', '"möten": {', f"1:1: {DAMAGED}"),
        ('"meetings": {', '"forgotten": "986dda75da40b1fb",\n"meetings": {', f"6:1: {DAMAGED}"),
        ('"meetings": {', '"forgotten": [1],\n"meetings": {', f"6:1: {DAMAGED}"),
    ],
)
def test_what_no_build_writes_is_told_at_its_line(old: str, new: str, mistake: str | None) -> None:
    """A key given twice, a wrong type, a field too many or too few, and a value that cannot be."""
    text = WRITTEN.replace(old, new, 1)
    found = told(lambda: parse_record(text))

    assert text != WRITTEN
    assert len(found) == 1
    assert mistake is None or found == [mistake]


@pytest.mark.parametrize(
    ("old", "new", "name", "line"),
    [
        ('"sequence": 2', '"sequence": 1', "sodermalm", 7),
        ("2016-11-20T09:00:00Z", "2016-11-20T09:00:01Z", "sodermalm", 7),
        ('"said": "0123', '"said": "1123', "/pressmeddelanden/2016/rost/", 4),
        ('"/kalender/"', '"/kalendern/"', "/kalendern/", 3),
        (', "seal": "e3b37c59"', "", "/kalender/", 3),
        ('"seal": "ffa84f10"', '"seal": "e3b37c59"', "sodermalm", 7),
    ],
)
def test_what_was_changed_by_hand_is_told_at_its_line(old: str, new: str, name: str, line: int) -> None:
    """A value that a build could have written, and has not, breaks the seal of its entry."""
    text = WRITTEN.replace(old, new, 1)

    assert told(lambda: parse_record(text)) == [
        f'{line}:1: what is recorded of "{name}" has been changed by hand | {RESTORE}'
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "NaN", '"a"', '{"addresses": {}}', '{"addresses": [], "meetings": {}}']
)
def test_what_is_no_record_is_damaged(text: str) -> None:
    """JSON of another shape, and what is no JSON, are told from the top of the file."""
    assert told(lambda: parse_record(text)) == [f"1:1: {DAMAGED}"]


@pytest.mark.parametrize("opens", ["[", '{"addresses":'])
def test_a_record_that_never_ends_to_open_is_damaged(opens: str) -> None:
    """Depth beyond all measure is a mistake in the file and no fault of the program."""
    assert len(told(lambda: parse_record(opens * 100_000))) == 1
