"""Strict YAML: text stays text, every part knows its place, and a slip is explained where it was made."""

from __future__ import annotations

import pytest
from refused import told

from pressrum.errors import Location
from pressrum.nodes import Mapping, Scalar, Sequence, place_of, to_python
from pressrum.parse.text import decode
from pressrum.parse.yaml.reader import DEEPEST, parse_yaml


def slips(text: str) -> list[str]:
    """Give the mistakes in a document, which is read as a file is."""
    return told(lambda: parse_yaml(decode(text.encode(), "a.yaml"), "a.yaml"))


def value(text: str) -> object:
    """Give what the field `a` of a document holds, as text, lists and maps."""
    node = parse_yaml(text, "a.yaml")

    assert isinstance(node, Mapping)
    return to_python(node)["a"]


@pytest.mark.parametrize(
    "written",
    [
        *("18:00", "18.00", "0701234567", "+46701234567", "no", "yes", "ja", "1e3", "0x1F", "1_000", ".5"),
        *(
            "2016-11-29",
            "2016-11-29 18:00",
            "true",
            "nullskatt",
            "~ 40",
            ".inf",
            "12:30:45",
            "=",
            "<<",
            "0o14",
        ),
    ],
)
def test_a_plain_scalar_stays_text(written: str) -> None:
    """What YAML would make a number, a date or a truth value of is the text that was written."""
    assert value(f"a: {written}") == written


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL"])
def test_a_plain_null_is_a_value_left_empty(written: str) -> None:
    """What stands for nothing in YAML is nothing; in quotation marks or as a name it is a word."""
    assert value(f"a: {written}") is None
    assert value(f"a: [b, {written}]") == ["b", None]
    assert value(f"a: {{{written}: '{written}'}}") == {written: written}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"18:00"', "18:00"),
        ("'it''s'", "it's"),
        ("Gör din röst hörd 😀", "Gör din röst hörd 😀"),
        ("en rad\n  och en till", "en rad och en till"),
        (">\n  en rad\n  och en till\n", "en rad och en till\n"),
        ("|\n  en rad\n  och en till\n", "en rad\noch en till\n"),
        ("Nytt # inte det här", "Nytt"),
        ("C#", "C#"),
        ("https://press.example/", "https://press.example/"),
    ],
)
def test_quotes_and_folds_are_read(written: str, text: str) -> None:
    """Quoted, folded and kept texts give what they say, without a letter that no reader sees."""
    assert value(f"a: {written}") == text


def test_every_part_knows_its_place() -> None:
    """Keys, values and members count lines and columns from 1 and in letters, also after å and emoji."""
    node = parse_yaml("å 😀: [ö, {é: d}]\nb:\n  - c: d\n    e: 'f'\n", "a.yaml")

    assert node == Mapping(
        (
            (
                Scalar("å 😀", Location("a.yaml", 1, 1)),
                Sequence(
                    (
                        Scalar("ö", Location("a.yaml", 1, 7)),
                        Mapping(
                            (
                                (
                                    Scalar("é", Location("a.yaml", 1, 11)),
                                    Scalar("d", Location("a.yaml", 1, 14)),
                                ),
                            ),
                            Location("a.yaml", 1, 10),
                            flow=True,
                        ),
                    ),
                    Location("a.yaml", 1, 6),
                ),
            ),
            (
                Scalar("b", Location("a.yaml", 2, 1)),
                Sequence(
                    (
                        Mapping(
                            (
                                (
                                    Scalar("c", Location("a.yaml", 3, 5)),
                                    Scalar("d", Location("a.yaml", 3, 8)),
                                ),
                                (
                                    Scalar("e", Location("a.yaml", 4, 5)),
                                    Scalar("f", Location("a.yaml", 4, 8)),
                                ),
                            ),
                            Location("a.yaml", 3, 5),
                        ),
                    ),
                    Location("a.yaml", 3, 3),
                ),
            ),
        ),
        Location("a.yaml", 1, 1),
    )


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, "a.yaml:1:1"),
        (("a",), False, "a.yaml:1:4"),
        (("a",), True, "a.yaml:1:1"),
        (("b", 1), False, "a.yaml:4:5"),
        (("b", 0, "c"), True, "a.yaml:3:5"),
        (("b", 0, "c"), False, "a.yaml:3:8"),
        (("b", 0, "missing"), False, "a.yaml:3:5"),
        (("b", 7), False, "a.yaml:3:3"),
    ],
)
def test_a_place_is_found_by_its_way(path: tuple[str | int, ...], key: bool, place: str) -> None:  # noqa: FBT001 - a row
    """The way to a part gives its place, and one that goes on too far that of the last part there is."""
    node = parse_yaml("a: x\nb:\n  - c: d\n  - e\n", "a.yaml")

    assert node is not None
    assert str(place_of(node, path, key=key)) == place


@pytest.mark.parametrize("text", ["", "\n\n", "# ingenting\n", "---\n...\n# slut\n"])
def test_an_empty_document_is_none(text: str) -> None:
    """Where nothing but remarks stands there is no document, or one that is an empty text."""
    node = parse_yaml(text, "a.yaml")

    assert node is None or (isinstance(node, Scalar) and node.text == "")


def test_a_byte_order_mark_is_read_through() -> None:
    """A mark at the top of a file does not move a column."""
    node = parse_yaml(decode(b"\xef\xbb\xbfa: b", "a.yaml"), "a.yaml")

    assert node == Mapping(
        ((Scalar("a", Location("a.yaml", 1, 1)), Scalar("b", Location("a.yaml", 1, 4))),),
        Location("a.yaml", 1, 1),
    )


BRACKET = "text goes on after the closing bracket"
NO_BRACES = "several fields stand on one line, without braces around them"
EACH_ALONE = "let each have a line of its own: - {a: b} and - {a: c}"
BOLD = "the name of a field stands here between asterisks, as bold words do"
REASON = "write the reason as readers should see it, or remove the field"
QUOTES = "put quotation marks around the value"
BEYOND = f"text goes on after the closing quotation mark | {QUOTES}"
CELLS = "write each cell of the table as a field, on a line of its own: name: value"
COLON = "write name: value, or indent the line by two spaces if it goes on from the line above"
HARD = "there is a hard space here, which looks like an ordinary one | remove it and write an ordinary space"
AT = f'2:4: a value cannot begin with "@" | {QUOTES}: c: "@d"'
BESIDE = '"d" does not stand right below the other fields of its entry'
NO_HYPHEN = "an entry of the list begins here, without a hyphen"
BELOW = 'write "- {}", its hyphen right below the one on line {}'
OUT = (
    "this hyphen does not stand right below those above it"
    " | move it, and its fields with it, so that it stands right below the one"
)
TWO = "two fields stand on one line | let each have a line of its own"
HYPHEN_OUT = "this hyphen does not stand two spaces in front of the fields below it"
STRAY = "this line is indented differently from the lines that it belongs with, or has no place here"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("a: b\n c:\n  - d", f"2:2: {STRAY} | let the names of fields stand right below each other"),
        ("a:\n - b: c\n    d: e\n  - b: f", f"2:2: {HYPHEN_OUT} | write it with 2 spaces in front"),
        ("a:\n- b: c\n    d: e\n    f: g", f"2:1: {HYPHEN_OUT} | write it with 2 spaces in front"),
        ("a: b, date: c", f"1:7: {TWO}: a: b and date: c"),
        ("a: b date: c", f"1:6: {TWO}: a: b and date: c"),
        ('a: "b" lead: c', f'1:8: {TWO}: a: "b" and lead: c'),
        ("a: [b], topics: [c]", f"1:9: {TWO}: a: [b] and topics: [c]"),
        ("- a: b\n  c: d, image: e\n- image: f", f"2:9: {TWO}: c: d and image: e"),
        (
            "a: b date: c\ndate: d",
            f'1:10: a colon inside a value splits it in two | {QUOTES}: a: "b date: c"',
        ),
        ("a: b lead: c", f'1:10: a colon inside a value splits it in two | {QUOTES}: a: "b lead: c"'),
        ("a: b: c", f'1:5: a colon inside a value splits it in two | {QUOTES}: a: "b: c"'),
        ("- a: b: c", f'1:7: a colon inside a value splits it in two | {QUOTES}: - a: "b: c"'),
        ("a: 😀 b: c", f'1:7: a colon inside a value splits it in two | {QUOTES}: a: "😀 b: c"'),
        ('a: "b" c: d', None),
        (
            "a: b\n\tc: d",
            "2:1: there is a tab here; the margin must be made of spaces | replace the tab with spaces",
        ),
        (
            "a:\n\t- b",
            "2:1: there is a tab here; the margin must be made of spaces | replace the tab with spaces",
        ),
        ("a: b\tc: d", f'1:7: a colon inside a value splits it in two | {QUOTES}: a: "b\tc: d"'),
        (
            'a: "b\nc: d',
            "1:4: the quotation mark here is never closed | write the same mark at the end of the value",
        ),
        (
            "a: 'b\nc: d",
            "1:4: the quotation mark here is never closed | write the same mark at the end of the value",
        ),
        ("a: 'it's'", f'1:8: {BEYOND}: a: "it\'s"'),
        ('a: "b"c"', f"1:7: {BEYOND}: a: 'b\"c'"),
        ('a: "b" c "d"', f'1:8: {BEYOND}: a: \'"b" c "d"\''),
        ('a: "b "c" d"', f"1:8: {BEYOND}: a: 'b \"c\" d'"),
        ('a: "b": c', f"1:7: {BEYOND}: a: '\"b\": c'"),
        ("a: 'b' c\n  d\n\ne: f", f"1:8: {BEYOND}: a: \"'b' c d\""),
        ('a: "b: c"\n  d', f"2:3: {BEYOND}: a: '\"b: c\" d'"),
        ('a: {b: "c "d" e", f: g}', f"1:12: {BEYOND}: b: 'c \"d\" e'"),
        ("a: b: c\n  d\ne: f", f'1:5: a colon inside a value splits it in two | {QUOTES}: a: "b: c d"'),
        (
            'a: "C:\\U"',
            (
                "1:7: there is a backslash here, and within these quotation marks it is a sign of its own"
                " | use single quotation marks around the value"
            ),
        ),
        (
            'a: "C:\\mapp"',
            (
                "1:7: there is a backslash here, and within these quotation marks it is a sign of its own"
                " | use single quotation marks around the value"
            ),
        ),
        ("a: @b", f'1:4: a value cannot begin with "@" | {QUOTES}: a: "@b"'),
        ("a: %b", f'1:4: a value cannot begin with "%" | {QUOTES}: a: "%b"'),
        ("a: `b`", f'1:4: a value cannot begin with "`" | {QUOTES}: a: "`b`"'),
        ("a: - b", f'1:4: a value cannot begin with "-" | {QUOTES}: a: "- b"'),
        ("**a:** b", f"1:1: {BOLD} | write a: b"),
        ("a: b\n**c**: d: e", f"2:1: {BOLD} | write c: d: e"),
        ("a: b\n*c:* d", f"2:1: {BOLD} | write c: d"),
        ("a: *b* c", f'1:4: a value cannot begin with "*" | {QUOTES}: a: "b c"'),
        ("a: > b", f'1:4: a value cannot begin with ">" | {QUOTES}: a: "> b"'),
        (
            "bild: ![Sal](sal.jpg)",
            '1:7: a value cannot begin with "!" | write image: {file: sal.jpg, alt: "Sal", credit: Name}',
        ),
        (
            'bild: ![Sal](sal.jpg "Foto: Anna Ek")',
            '1:7: a value cannot begin with "!" | write image: {file: sal.jpg, alt: "Sal", credit: Anna Ek}',
        ),
        ("a: }", f'1:4: a value cannot begin with "}}" | {QUOTES}: a: "}}"'),
        ("a: ]", f'1:4: a value cannot begin with "]" | {QUOTES}: a: "]"'),
        ("a: b\nc\nd: e", f"2:1: this line has no colon | {COLON}"),
        ("a: b\nc", f"2:1: this line has no colon | {COLON}"),
        (
            "topics: - skola\n        - barn",
            '1:9: a value cannot begin with "-" | let the list begin on the line below: - skola',
        ),
        *(
            (f"a: b\n{row}", f"2:1: this line has no colon | {CELLS}")
            for row in ("Farsta\t2016-12-14\t18.00\nBromma\t2016-12-15\t18.00", "| Farsta | 18.00 |")
        ),
        ("a:\n  - b: c\n    d", f"3:5: this line has no colon | {COLON}"),
        ("a:\n  - b: c\n    d\n", f"3:5: this line has no colon | {COLON}"),
        ("a:\n  - b: c\n    d e\n    f: g\n", f"3:5: this line has no colon | {COLON}"),
        ("a:\n  b: c\n  d\n", f"3:3: this line has no colon | {COLON}"),
        ("a: b\nc:d\ne: f", "2:3: a space is missing after the colon | write c: d"),
        ("a:b\nc: d", "1:3: a space is missing after the colon | write a: b"),
        ("a:\u00a0b\nc: d", f"1:3: {HARD}"),
        ("a:\n  -\u00a0b: c\n    d: e", f"2:4: {HARD}"),
        ("a: b\nc:\u00a0d", f"2:3: {HARD}"),
        ("a: \u00a0b: c", f'1:6: a colon inside a value splits it in two | {QUOTES}: a: "b: c"'),
        (
            "a:\n  - {b: c}\n  – {b: d}",
            '3:3: an entry of a list begins with a hyphen, and not with "–" | write an ordinary hyphen: -',
        ),
        (
            "a:\n  — {b: c, d: e}",
            '2:3: an entry of a list begins with a hyphen, and not with "—" | write an ordinary hyphen: -',
        ),
        (
            "a:\n  − b: c\n    d: e",
            '2:3: an entry of a list begins with a hyphen, and not with "−" | write an ordinary hyphen: -',
        ),
        ("a: ?", '1:4: a value cannot begin with "?" | leave a: out until it is known'),
        ("- {a: b, c: ? }", '1:13: a value cannot begin with "?" | leave c: out until it is known'),
        ("date: ?", '1:7: a value cannot begin with "?" | write date: and its value'),
        ("a: -", '1:4: a value cannot begin with "-" | leave a: out until it is known'),
        ("- {a: b, c: - }", '1:13: a value cannot begin with "-" | leave c: out until it is known'),
        ("cancelled: -", f'1:12: a value cannot begin with "-" | {REASON}'),
        ("retracted: ?", f'1:12: a value cannot begin with "?" | {REASON}'),
        ("a: ? b", f'1:4: a value cannot begin with "?" | {QUOTES}: a: "? b"'),
        ("- {a: ? b, c: d}", f'1:7: a value cannot begin with "?" | {QUOTES}: a: "? b"'),
        ("- {a: b}}", '1:9: there is a "}" too many here | remove it'),
        ("a: [b, c]]", '1:10: there is a "]" too many here | remove it'),
        (
            "- a: b, c: d",
            "1:3: several fields stand on one line, without braces around them | write - {a: b, c: d}",
        ),
        ("- a: b, c: d}", f"1:3: {NO_BRACES} | write - {{a: b, c: d}}"),
        ("- (a: b, c: d)", f"1:3: {NO_BRACES} | write - {{a: b, c: d}}"),
        ("a: name: b, c: d", f"1:4: {NO_BRACES} | write a: {{name: b, c: d}}"),
        ("a: nu: b, c: d", f'1:6: a colon inside a value splits it in two | {QUOTES}: a: "nu: b, c: d"'),
        ("- {a: *b*, c: d}", f'1:7: a value cannot begin with "*" | {QUOTES}: a: "b"'),
        ("- {a: c, b: &d}", f'1:13: a value cannot begin with "&" | {QUOTES}: b: "&d"'),
        ("a: *b", f'1:4: a value cannot begin with "*" | {QUOTES}: a: "*b"'),
        ("- {a: [b](https://c)}", f"1:10: {BRACKET} | write a: b (https://c)"),
        ("a: [b@c](mailto:b@c)", f"1:9: {BRACKET} | write a: b@c"),
        ("a: [b] c", f'1:8: {BRACKET} | {QUOTES}: a: "[b] c"'),
        ('a: "b",\nc: d', '1:7: there is a "," too many here | remove it'),
        ("- {a: b} - {a: c}", "1:10: two entries stand on one line | " + EACH_ALONE),
        ('- {a: "b, c" place: d}', '1:14: a comma is missing before "place" | write a: "b, c", place: d'),
        ("a: ['b' 'c']", "1:9: a comma is missing before \"c\" | write 'b', 'c'"),
        ("- {a: 'b'; place: d}", "1:10: a comma is missing before \"place\" | write a: 'b', place: d"),
        ("- {a: b; place: d}", '1:10: a comma is missing before "place" | write a: b, place: d'),
        ("a: [b, c:]", f'1:9: a colon inside a value splits it in two | {QUOTES}: "c:"'),
        ("a: {b: c d: e}", f'1:11: a colon inside a value splits it in two | {QUOTES}: b: "c d: e"'),
        ("- {a: b c:, d: e}", f'1:10: a colon inside a value splits it in two | {QUOTES}: a: "b c:"'),
        ("a: [b:]", f'1:6: a colon inside a value splits it in two | {QUOTES}: "b:"'),
        ("- {a: b,\n   c: d:}", f"2:8: a colon inside a value splits it in two | {QUOTES}"),
        ("- {a: b end:}", '1:9: a comma is missing before "end" | write a: b, end:'),
        ("- {a: b: c, d: e}", f'1:8: a colon inside a value splits it in two | {QUOTES}: a: "b: c"'),
        ('- {a: "b, c", d: e: f}', f'1:19: a colon inside a value splits it in two | {QUOTES}: d: "e: f"'),
        ("a: {b: c date: e}", '1:10: a comma is missing before "date" | write b: c, date: e'),
        ("- {a: b #2}\n- {a: c}", f'1:9: "#2" is not read: # begins a comment | {QUOTES}: a: "b #2"'),
        (
            "- {a: b, c: #d}\n- {a: c}",
            f'1:13: "#d" is not read: # begins a comment | {QUOTES}: c: "#d"',
        ),
        ("- {a: b #2, c: d}", f'1:9: "#2" is not read: # begins a comment | {QUOTES}: a: "b #2"'),
        ('a: ["[#b", #c]', f'1:12: "#c" is not read: # begins a comment | remove #, or {QUOTES}: "#c"'),
        ("topics: #skola #barn", "1:9: a list is due here | write [skola, barn]"),
        ("a: [#b]", f'1:5: "#b" is not read: # begins a comment | remove #, or {QUOTES}: "#b"'),
        ("- {a: b}.", '1:9: there is a "." too many here | remove it'),
        ("- {a: b},\n- {a: c}", '1:9: there is a "," too many here | remove it'),
        (
            "- {a: b}, {a: c}",
            "1:9: two entries stand on one line | let each have a line of its own: - {a: b} and - {a: c}",
        ),
        (
            "- {a: b} c",
            "1:10: text goes on after the closing bracket | remove it, or move it within the braces",
        ),
        ("a: [b] c\nd: e", f'1:8: text goes on after the closing bracket | {QUOTES}: a: "[b] c"'),
        ("a: [b], c\nd: e", "1:7: text goes on after the closing bracket | write a: [b, c]"),
        ("a: [b], [c]\nd: e", "1:7: text goes on after the closing bracket | write a: [b, c]"),
        ("a: b\n  C d: e", f'2:6: a colon inside a value splits it in two | {QUOTES}: a: "b C d: e"'),
        ("a: “b: c”", f'1:6: a colon inside a value splits it in two | {QUOTES}: a: "b: c"'),
        ("a: “b”: c", f'1:7: a colon inside a value splits it in two | {QUOTES}: a: "“b”: c"'),
        ("a: C:\\d: e", f"1:8: a colon inside a value splits it in two | {QUOTES}: a: 'C:\\d: e'"),
        ("a:\n-b\n-c\n", "2:1: a space is missing after the hyphen | write - b"),
        ("a:\n  -{b: c}\n", "2:3: a space is missing after the hyphen | write - {b: c}"),
        ("a:\n  -b: c\n  d: e\n", "2:3: a space is missing after the hyphen | write - b: c"),
        (
            "a:\n- b: c\n  d: e\n  -b: f\n  d: g",
            f"4:3: a space is missing after the hyphen | {BELOW.format('b: f', 2)}",
        ),
        ("a:\n  - b: c\n  b: d\n", f"3:3: {NO_HYPHEN} | {BELOW.format('b: d', 2)}"),
        ("a:\n  - b: c\n    d: e\n    b: f\n    d: g", f"4:5: {NO_HYPHEN} | {BELOW.format('b: f', 2)}"),
        ("a:\n  - {b: c}\n  {b: d}\n", f"3:3: {NO_HYPHEN} | {BELOW.format('{b: d}', 2)}"),
        (
            "a:\n  - b: c\n  d: e\n",
            f"3:3: {BESIDE} | write it with 4 spaces in front",
        ),
        ("a:\n  - b: c\n- b: d\n", f"3:1: {OUT} on line 2"),
        ("a:\n  - b: c\n\n   - b: d\n", f"4:4: {OUT} on line 2"),
        (
            "a:\n  * b: c\n    d: e",
            '2:3: an entry of a list begins with a hyphen, and not with "*" | write an ordinary hyphen: -',
        ),
        ("a: b\n  c: d", f"2:3: {STRAY} | let the names of fields stand right below each other"),
        ("- a\n b: c", f"2:2: {STRAY} | let the names of fields stand right below each other"),
        ("- a\nb: c", f"2:1: {STRAY} | let the names of fields stand right below each other"),
        (".{#: [ {", f'1:3: "#:" is not read: # begins a comment | remove #, or {QUOTES}: #: "[ {{"'),
    ],
)
def test_a_slip_is_explained_where_it_was_made(text: str, mistake: str | None) -> None:
    """The commonest slips are each told as what they are, at their letter."""
    found = slips(text)

    assert len(found) == 1
    assert mistake is None or found == [mistake]


def test_all_tabs_in_margins_are_told_at_once() -> None:
    """Who has indented a list with the Tab key is told of each line, and of none whose tab is no margin."""
    tab = "there is a tab here; the margin must be made of spaces | replace the tab with spaces"

    assert slips("a:\n\t- b: c\n\t  d:\te\nf:\tg\n -\th: i") == [
        f"{at}: {tab}" for at in ("2:1", "3:1", "5:3")
    ]


OPEN_BRACKET = (
    "a bracket opens here and is never closed, or something is wrong within it"
    " | close it with ] or }, put commas between the parts, and quotes around texts with commas"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b, c", "1:4"),
        ("a: [b\nc: d", "1:4"),
        ("a: {b: c", "1:4"),
        ("a: [b, {c: d]", "1:8"),
        ("a: b\nå: [c\n", "2:4"),
        ("{", "1:1"),
        ("a: x [y\nb: [c", "2:4"),
        ('a: "["\nb: [c', "2:4"),
        ("a: [b, 'c]'\nd: e", "1:4"),
        ("- {a: b, c: [d}\n- {a: b}\n", "1:13"),
        ("- {a: b\n- {a: b}\n", "1:3"),
        ("- {a: b}\n- {a: b, c: [d, e]\n- {a: b}\n", "2:3"),
    ],
)
def test_a_bracket_that_is_never_closed_is_told_where_it_opens(text: str, place: str) -> None:
    """The place is that of the last bracket that is open where YAML stops."""
    assert slips(text) == [f"{place}: {OPEN_BRACKET}"]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("a: *b", [f'1:4: a value cannot begin with "*" | {QUOTES}: a: "*b"']),
        (
            "a: b # 2\nc: d # inställt blir det inte\ne: f # 2016-12-13",
            [f'1:6: "#" is not read: # begins a comment | {QUOTES}: a: "b # 2"'],
        ),
        ("a: b # 12.00", [f'1:6: "#" is not read: # begins a comment | {QUOTES}: a: "b # 12.00"']),
        (
            "a: 18.00 # INSTÄLLT!",
            [f'1:10: "#" is not read: # begins a comment | {QUOTES}: a: "18.00 # INSTÄLLT!"'],
        ),
        ("a: *b\nc: @d", [f'1:4: a value cannot begin with "*" | {QUOTES}: a: "*b"', AT]),
        ("a: &b c", [f'1:4: a value cannot begin with "&" | {QUOTES}: a: "&b c"']),
        ("a: !b c", [f'1:4: a value cannot begin with "!" | {QUOTES}: a: "!b c"']),
        ("a: [!b c]", [f'1:5: a value cannot begin with "!" | {QUOTES}: "!b c"']),
        (
            "a: &b !c d\ne: *b",
            [
                f'1:4: a value cannot begin with "&" | {QUOTES}: a: "&b !c d"',
                f'2:4: a value cannot begin with "*" | {QUOTES}: e: "*b"',
            ],
        ),
        ("a: b\na: c", ['2:1: "a" is given twice | remove one of them; the first is on line 1']),
        (
            "a: 1\na: 2\na: 3\nb: {c: d, c: e}",
            [
                '2:1: "a" is given twice | remove one of them; the first is on line 1',
                '3:1: "a" is given twice | remove one of them; the first is on line 1',
                '4:11: "c" is given twice | remove one of them; the first is on line 4',
            ],
        ),
        ("? [a]\n: b", ["1:3: a field's name is due here | write name: value"]),
        ("---\na: b\n---\nc: d", ["3:1: a second document begins here | remove the line ---"]),
    ],
)
def test_what_could_mean_something_else_is_refused(text: str, mistakes: list[str]) -> None:
    """Names, copies, tags, keys given twice and second documents are all told, in one run."""
    assert slips(text) == mistakes


@pytest.mark.parametrize("opens", ["[", "{", "- ", "? "])
def test_depth_has_an_end(opens: str) -> None:
    """A document that goes deeper than any format needs is refused, however deep, and says what to write."""
    found = slips("a:\n  " + opens * 5000)

    assert len(found) == 1
    assert not found[0].endswith("None")


def test_the_deepest_that_is_allowed_is_read() -> None:
    """Lists within lists are read down to the bound."""
    assert parse_yaml("[" * DEEPEST + "a" + "]" * DEEPEST, "a.yaml") is not None


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: b\x85c: d: e\nf: g", "1"), ("a: b\n\x85\x85\x85\x85c: [x", "2"), ("a: \x85\x85 [x", "1")],
)
def test_a_next_line_letter_ends_no_line(text: str, place: str) -> None:
    """U+0085, which Windows makes of an ellipsis, moves no line number and breaks nothing."""
    assert [mistake.partition(":")[0] for mistake in slips(text)] == [place]


def test_backslash_that_is_doubled_is_one() -> None:
    """In double quotes two backslashes are one, whatever letter comes after them."""
    assert to_python(parse_yaml('a: "C:\\\\nytt"', "a.yaml")) == {"a": "C:\\nytt"}  # type: ignore[arg-type]
