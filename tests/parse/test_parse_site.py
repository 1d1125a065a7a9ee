"""site.yaml: who we are, and what is wrong with it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from refused import told_in_file

from pressrum.model import Site
from pressrum.parse.site import parse_site

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NEAR = date(2016, 11, 28)
DIGITS = "digits, as 08-508 29 000 or +46 8 508 29 000"
CONTACTS = "contacts:\n  anna: {name: Anna Ek, phone: 08-508 29 000}\n"
SITE = "title: Pressrummet\nurl: https://press.example/\n" + CONTACTS
NO_SUMMER = '"{}" has the same hour in summer and winter | '
NO_ZONE = "write the zone of a large city in the country, as Europe/Stockholm or Europe/London"


def site(*lines: str) -> Site:
    """Read a good site.yaml with further lines."""
    return parse_site(SITE + "\n".join(lines), NEAR)


def test_a_small_site_has_the_usual_defaults() -> None:
    """Without a word about them, language, zone, colour and length of meetings are the usual ones."""
    found = site()

    assert (found.url, found.domain, found.base) == ("https://press.example/", "press.example", "/")
    assert (found.fields.language, found.fields.accent) == ("sv", "#1f4e79")
    assert (found.zone, found.fields.tour.meeting_length) == (STOCKHOLM, 90)
    assert [contact.key for contact in found.contacts] == ["anna"]


@pytest.mark.parametrize(
    ("url", "root", "base"),
    [
        ("https://press.example", "https://press.example/", "/"),
        ("https://press.example/rum", "https://press.example/rum/", "/rum/"),
        ("http://localhost:8000/a/b/", "http://localhost:8000/a/b/", "/a/b/"),
        ("https://pressrum.göteborg.example/", "https://pressrum.göteborg.example/", "/"),
    ],
)
def test_an_address_may_have_a_path(url: str, root: str, base: str) -> None:
    """The root ends in a slash, however it was written."""
    found = parse_site(f"title: A\nurl: {url}\n{CONTACTS}", NEAR)

    assert (found.url, found.base) == (root, base)


@pytest.mark.parametrize(
    "url",
    [
        *("https://", "ftp://press.example/", "https://a b/", "https://-", "press rum"),
        *(
            "https://press.example/..",
            "https://press.example:99999/",
            "https://press..example/",
        ),
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    """An address that no browser could open is answered with a whole one."""
    assert told_in_file(lambda: parse_site(f"title: A\nurl: '{url}'\n{CONTACTS}", NEAR)) == [
        f'site.yaml:2:6: "{url}" is not a web address | write all of it: https://www.example.se/'
    ]


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        *((url, "https://press.example/") for url in ("press.example", "https:/press.example")),
        *((f"https://press.example/{more}", "https://press.example/") for more in ("/", "?a=b", "#a")),
        ("www.press.example/rum", "https://www.press.example/rum/"),
    ],
)
def test_a_web_address_is_offered_as_it_was_meant(url: str, meant: str) -> None:
    """One without its beginning, or with too much at its end, is written out."""
    assert told_in_file(lambda: parse_site(f"title: A\nurl: '{url}'\n{CONTACTS}", NEAR)) == [
        f'site.yaml:2:6: "{url}" is not a web address | write {meant}'
    ]


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("https://press.example/index.html", "https://press.example/"),
        ("https://press.example/press/index.html/", "https://press.example/press/"),
        *((f"http://press.example/a.b/Start.{kind}", "http://press.example/a.b/") for kind in ("HTM", "php")),
        ("https://press.example/default.aspx", "https://press.example/"),
    ],
)
def test_the_address_of_a_file_is_refused(url: str, meant: str) -> None:
    """Nothing can stand below a page's file, so the address without it is offered."""
    assert told_in_file(lambda: parse_site(f"title: A\nurl: '{url}'\n{CONTACTS}", NEAR)) == [
        f'site.yaml:2:6: "{url}" ends with the name of a file | write {meant}'
    ]


@pytest.mark.parametrize(
    "url", ["https://press.php", "https://press.example/v1.2/", "https://a.example/html/"]
)
def test_a_point_in_an_address_makes_no_file(url: str) -> None:
    """A host or a folder may have a point in its name."""
    assert parse_site(f"title: A\nurl: '{url}'\n{CONTACTS}", NEAR).url == url.rstrip("/") + "/"


def test_contacts_are_in_the_order_of_the_file() -> None:
    """The first contact is the default, so their order is kept."""
    found = parse_site(
        "title: A\nurl: https://press.example/\ncontacts:\n"
        "  zoe: {name: Zoe, email: z@press.example}\n  anna: {name: Anna, email: a@press.example}\n",
        NEAR,
    )

    assert [contact.key for contact in found.contacts] == ["zoe", "anna"]


def test_a_contact_leaves_when_the_last_day_is_over() -> None:
    """The day in `until` is the last as a contact, to its midnight where the site is."""
    found = parse_site(
        "title: A\nurl: https://press.example/\ncontacts:\n"
        "  anna: {name: Anna, email: a@press.example, until: 2016-10-30}\n",
        NEAR,
    )

    assert found.contacts[0].leaves == datetime(2016, 10, 31, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        (
            "accent: red",
            '5:9: "red" is not a colour | write it in quotes as six hexadecimal digits after #: "#c8102e"',
        ),
        (
            'accent: "#c81"',
            '5:9: "#c81" is not a colour | write it in quotes as six hexadecimal digits after #: "#c8102e"',
        ),
        ("language: se", '5:11: "se" is not a language of this site | write sv or en'),
        ("language: SV", '5:11: "SV" is not a language of this site | write sv or en'),
        ("timezone: London", '5:11: there is no time zone called "London" | write Europe/London'),
        ("timezone: new york", '5:11: there is no time zone called "new york" | write America/New_York'),
        ("timezone: Stockholm", '5:11: there is no time zone called "Stockholm" | write Europe/Stockholm'),
        (
            "timezone: ../etc/passwd",
            '5:11: there is no time zone called "../etc/passwd" | ' + NO_ZONE,
        ),
        ("timezone: GMT", "5:11: " + NO_SUMMER.format("GMT") + NO_ZONE),
        ("timezone: Etc/GMT-1", "5:11: " + NO_SUMMER.format("Etc/GMT-1") + NO_ZONE),
        ("timezone: GMT+1", '5:11: there is no time zone called "GMT+1" | ' + NO_ZONE),
        ("timezone: BST", '5:11: there is no time zone called "BST" | ' + NO_ZONE),
        ("timezone: UK", '5:11: there is no time zone called "UK" | ' + NO_ZONE),
        ("timezone: Europe", '5:11: there is no time zone called "Europe" | ' + NO_ZONE),
        ("timezone: a//b", '5:11: there is no time zone called "a//b" | ' + NO_ZONE),
        (
            "tour: {meeting_length: 1.5 h}",
            '5:24: "1.5 h" is not a number of minutes | write a whole number from 5 to 720: 90',
        ),
        (
            "tour: {meeting_length: 4}",
            '5:24: "4" is not a number of minutes | write a whole number from 5 to 720: 90',
        ),
        ("tour: {möteslängd: 90}", '5:8: there is no field "möteslängd" | write meeting_length'),
        ("färg: blå", '5:1: there is no field "färg" | write accent'),
        ("title: B", '5:1: "title" is given twice | remove one of them; the first is on line 1'),
    ],
)
def test_a_mistake_is_told_at_its_place(line: str, mistake: str) -> None:
    """Each field is checked as what it is."""
    assert told_in_file(lambda: site(line)) == [f"site.yaml:{mistake}"]


@pytest.mark.parametrize("accent", ["#c8102e", "#C8102E"])
def test_a_colour_in_quotes_is_read(accent: str) -> None:
    """Six hexadecimal digits in either case are a colour."""
    assert site(f'accent: "{accent}"').fields.accent == accent


def test_a_colour_without_quotes_is_not_lost() -> None:
    """What YAML takes for a remark, and would throw away, is told."""
    assert len(told_in_file(lambda: site("accent: #c8102e"))) == 1


@pytest.mark.parametrize(
    ("contact", "mistake"),
    [
        ("{name: Anna}", '4:9: "anna" has neither e-mail nor phone | add email: … or phone: …'),
        ("{phone: 08-508 29 000}", '4:9: "name" is missing | add within the braces: name: …'),
        (
            "{name: Anna, email: anna}",
            '4:29: "anna" is not an e-mail address | write name@example.se',
        ),
        (
            "{name: Anna, email: anna@press}",
            '4:29: "anna@press" is not an e-mail address | write name@example.se',
        ),
        (
            "{name: Anna, email: 'Anna Ek <anna@press.example>'}",
            '4:29: "Anna Ek <anna@press.example>" is not an e-mail address | write anna@press.example',
        ),
        (
            "{name: Anna, email: 'a@press.example, b@press.example'}",
            '4:29: "a@press.example, b@press.example" is not an e-mail address | write name@example.se',
        ),
        (
            "{name: Anna, email: \"'anna'@press.example\"}",
            "4:29: \"'anna'@press.example\" is not an e-mail address | write name@example.se",
        ),
        *(
            (f"{{name: Anna, email: '{email}'}}", f'4:29: "{email}" is not an e-mail address | write {hint}')
            for email, hint in (
                ("”anna@press.example”", "anna@press.example"),
                ("(anna@press.example)", "anna@press.example"),
                ("anna@press.example <anna@press.example>", "anna@press.example"),
                ("anna (at) press.example", "anna@press.example"),
                ("anna @press.example", "anna@press.example"),
                ("anna@press..example", "anna@press.example"),
                ("anna ek@press.example", "name@example.se"),
                ("Anna O’Brien@press.example", "name@example.se"),
            )
        ),
        *(
            (f"{{name: Anna, phone: {phone}}}", f'4:29: "{phone}" is not a phone number | write {hint}')
            for phone, hint in (
                ("08-508 29 000 (växel)", "08-508 29 000"),
                ("tel:08.508.29.000", "08 508 29 000"),
                ("”08-508 29 000”", "08-508 29 000"),
                ("08-508 29 000.", "08-508 29 000"),
                ("020 7946 0018 ext. 204", "020 7946 0018"),
                ("+44 (0)20 7946 0018 x204", "+44 (0)20 7946 0018"),
                ("(020) 7946 0018 (ext 204)", "(020) 7946 0018"),
                ("08-508 29 000 ankn. 12", "08-508 29 000"),
                ("O8-508 29 OOO", "08-508 29 000"),
                *((phone, DIGITS) for phone in ("Ring 08", "08-508290 el. 070-1234567", "(-----)")),
            )
        ),
        *(
            (
                f"{{name: Anna, phone: {phone}}}",
                f'4:29: "{phone}" has a zero that is not dialled after +46 | {hint}',
            )
            for phone, hint in (
                ("+46 08-508 29 000", "write +46 8-508 29 000"),
                ("0046070-123 45 67", "write 004670-123 45 67"),
            )
        ),
        *(
            (
                f"{{name: Anna, phone: {phone}}}",
                f'4:29: "{phone}" is too long for one phone number | write one number for each contact',
            )
            for phone in ("08-508 290 00 / 070-123 45 67", "08-508 290 00/01", "+46 8 508 29 000 070-123 45")
        ),
        *(
            (f"{{name: Anna, phone: {phone}}}", f'4:29: "{phone}" begins with neither 0 nor + | {hint}')
            for phone, hint in (
                ("46701234567", "write +46701234567"),
                ("46 8 508 29 000", "write +46 8 508 29 000"),
                (
                    "701234567",
                    "begin it with 0, or with + and the number of the country, as +46 for Sweden",
                ),
            )
        ),
        (
            "{name: Anna, phone: 212.555.0123}",
            (
                '4:29: "212 555 0123" begins with neither 0 nor +'
                " | begin it with 0, or with + and the number of the country, as +46 for Sweden"
            ),
        ),
        (
            "Anna Ek",
            ('4:9: "anna" takes fields of its own | write anna: {name: …}'),
        ),
        (
            "Anna Ek, pressekreterare, anna@press.example",
            '4:9: "anna" takes fields of its own | write anna: {name: Anna Ek, email: anna@press.example}',
        ),
    ],
)
def test_a_contact_must_be_reachable(contact: str, mistake: str) -> None:
    """A contact has a name, and an e-mail address or a phone number that is one."""
    text = f"title: A\nurl: https://press.example/\ncontacts:\n  anna: {contact}\n"

    assert told_in_file(lambda: parse_site(text, NEAR)) == [f"site.yaml:{mistake}"]


UNNAMED = "a name of its own is missing above"
INDENTED = "write anna-ek: above them, and each of them with four spaces in front"


@pytest.mark.parametrize(
    ("contacts", "mistakes"),
    [
        (
            "\n  name: Anna Ek\n  epost: a@b.se",
            [
                f'4:3: {UNNAMED} "name" and the other fields | {INDENTED}',
                f'5:3: {UNNAMED} "epost" and the other fields | {INDENTED}',
            ],
        ),
        (
            " {name: Anna Ek}",
            [f'3:12: {UNNAMED} "name" and the other fields | write {{anna-ek: {{name: Anna Ek}}}}'],
        ),
        ("\n  anna\n    name: Anna Ek", ["4:3: this line has no colon | write anna:"]),
        (
            "\n  anna:\n  name: Anna Ek",
            [
                f'5:3: {UNNAMED} "name" and the other fields | indent it by two spaces: it belongs to anna',
            ],
        ),
    ],
)
def test_a_contact_without_a_name_of_its_own_is_told_where_its_fields_belong(
    contacts: str, mistakes: list[str]
) -> None:
    """Fields right below contacts are not taken for the names of contacts."""
    assert told_in_file(
        lambda: parse_site(f"title: A\nurl: https://press.example/\ncontacts:{contacts}\n", NEAR)
    ) == [f"site.yaml:{mistake}" for mistake in mistakes]


@pytest.mark.parametrize(
    "phone",
    [
        *("08-508 29 000", "+46 8 508 29 000", "0701234567", "08–508 29 000", "(08) 50829000"),
        *("08/508 29 000", "0046 (0)8 508 29 000", "+49 6221/12 34 56", "116 111", "508 29 000"),
        *("+44 20 7946 0000", "08\u2011508 29 000", "+49 30 1234 5678 901"),
    ],
)
def test_a_phone_number_is_kept_as_written(phone: str) -> None:
    """No zero is lost, and the spaces stay where they are."""
    found = parse_site(
        f"title: A\nurl: https://press.example/\ncontacts:\n  a: {{name: B, phone: {phone}}}\n", NEAR
    )

    assert found.contacts[0].fields.phone == phone


def test_an_apostrophe_may_stand_in_an_address() -> None:
    """Whoever is called O'Neill can be written to."""
    found = parse_site(
        "title: A\nurl: https://press.example/\ncontacts:\n  a: {name: B, email: j.o'neill@press.example}\n",
        NEAR,
    )

    assert found.contacts[0].fields.email == "j.o'neill@press.example"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "1:1: the site's fields are missing | write title: and url: first"),
        ("# ingenting\n", "1:1: the site's fields are missing | write title: and url: first"),
        ("- title: A", "1:1: the site's fields are missing | write title: and url: first"),
        ("Pressrummet", "1:1: the site's fields are missing | write title: and url: first"),
    ],
)
def test_what_holds_no_fields_is_refused(text: str, mistake: str) -> None:
    """An empty file, a list or a line of text is no site."""
    assert told_in_file(lambda: parse_site(text, NEAR)) == [f"site.yaml:{mistake}"]


@pytest.mark.parametrize(
    ("contacts", "tip"),
    [
        ("anna: {name: Anna Ek}", "indent it by two spaces: it belongs to contacts"),
        ("anna:\n  name: Anna Ek", "indent it and the lines below it by two spaces: they belong to contacts"),
    ],
)
def test_a_contact_that_has_lost_its_indent_is_one_mistake(contacts: str, tip: str) -> None:
    """That the contacts are empty comes of it."""
    assert told_in_file(
        lambda: parse_site(f"title: A\nurl: https://press.example/\ncontacts:\n{contacts}\n", NEAR)
    ) == [f'site.yaml:4:1: there is no field "anna" | {tip}']


def test_a_field_that_is_empty_beside_one_that_is_misnamed_is_told_in_file() -> None:
    """Who keeps the one with the right name is to fill it in."""
    text = (
        "titel: A\ntitle:\nurl: https://press.example/\ncontacts: {a: {name: Anna Ek, email: a@b.example}}\n"
    )
    assert 'site.yaml:2:1: "title" is empty | write title: and its value' in told_in_file(
        lambda: parse_site(text, NEAR)
    )


def test_a_site_without_contacts_is_refused() -> None:
    """Journalists have someone to call, so an empty map of contacts is a mistake."""
    assert told_in_file(
        lambda: parse_site("title: A\nurl: https://press.example/\ncontacts: {}\n", NEAR)
    ) == ['site.yaml:3:1: "contacts" is empty | write contacts: and its value']


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *(("fully", "fully"), ("helt", "fully"), ("Helt förenlig", "fully")),
        *(("partly", "partly"), ("delvis", "partly"), ("delvis förenlig", "partly")),
        *(("not", "not"), ("inte", "not"), ("inte förenlig", "not")),
    ],
)
def test_a_degree_is_read_as_the_supervisor_writes_it(written: str, read: str) -> None:
    """How far the site complies may stand in English, in Swedish, and in the supervisor's own words."""
    found = site(
        f"accessibility: {{status: {written}, supervised: no, method: Extern, assessed: 2016-11-01,"
        " reviewed: 1 november 2016, shortcomings:"
        f" [{{what: A, why: B, kind: {'undantaget' if read == 'fully' else 'brist'}}}]}}"
    ).fields.accessibility

    assert found
    assert (found.status, found.method, found.supervised) == (read, "external", False)
    assert found.assessed == found.reviewed


def test_a_day_without_its_year_is_likely_near_the_build() -> None:
    """The year that is offered is that of the day on which the site is built."""
    text = f"title: A\nurl: https://press.example/\n{CONTACTS}"
    contact = text.replace("}", ", until: 1 dec}")

    assert told_in_file(lambda: parse_site(contact, NEAR)) == [
        'site.yaml:4:54: "1 dec" has no year | write 2016-12-01'
    ]
