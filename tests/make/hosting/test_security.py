"""security.txt: what it says, when it is there, and when staff are warned of it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from conftest import SITE, Press

from pressrum.language import Language
from pressrum.make.hosting.security import SecurityTxt

UNTIL = datetime(2017, 6, 30, 23, 59, 59, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.mark.parametrize(
    ("contact", "uri"),
    [
        ("anna@press.example", "mailto:anna@press.example"),
        ("anna+hål@press.example", "mailto:anna+h%C3%A5l@press.example"),
        ("https://press.example/rapportera?till=oss", "https://press.example/rapportera?till=oss"),
    ],
)
def test_a_contact_is_a_uri(contact: str, uri: str) -> None:
    """Whom to tell is an address that can be opened, with the day until which it holds."""
    made = SecurityTxt(contact, UNTIL, "https://press.example/.well-known/security.txt").make()

    assert made.decode() == (
        f"Contact: {uri}\n"
        "Expires: 2017-06-30T23:59:59+02:00\n"
        "Canonical: https://press.example/.well-known/security.txt\n"
    )


def test_without_a_contact_there_is_no_file(press: Press) -> None:
    """A site that names nobody has no security.txt."""
    press.build()

    assert ".well-known/security.txt" not in press.tree()


def test_a_site_under_a_path_says_where_the_file_belongs(press: Press) -> None:
    """It is looked for at the root of the host: it says so itself, and staff are told whom to ask."""
    press.write("site.yaml", site(url="https://press.example/rum/", expires="2017-06-30"))

    assert press.warnings() == [
        (
            "site.yaml:5:11: security.txt is looked for at https://press.example/.well-known/security.txt"
            " alone, and this site has it at https://press.example/rum/.well-known/security.txt"
            " | ask the webmaster of press.example to lead the first address to the second"
        )
    ]
    assert "Canonical: https://press.example/.well-known/security.txt\n" in press.page(
        "/.well-known/security.txt"
    )


def site(url: str = "https://press.example/", expires: str = "2017-06-30") -> str:
    """Give a site.yaml with someone to tell of a hole."""
    return SITE.replace("https://press.example/", url) + (
        f"security: {{contact: anna@press.example, expires: {expires}}}\n"
    )


@pytest.mark.parametrize(
    ("expires", "warning"),
    [
        ("2016-12-01", None),
        ("2017-12-01", None),
        ("2016-11-30", "security.txt has expired: it held until 30 November 2016"),
        ("2017-12-02", "security.txt is set to hold for more than a year"),
    ],
)
def test_a_day_that_has_passed_or_is_far_off_is_a_warning(
    press: Press, expires: str, warning: str | None
) -> None:
    """On 1 December 2016 it may hold from that day to the same one a year later."""
    press.write("site.yaml", site(expires=expires))
    outcome = press.build("2016-12-01T12:00")
    told = [Language("en").tell(found.message) for found in outcome.outlook.warnings]

    assert told == ([warning] if warning else [])
    assert f"Expires: {expires}T23:59:59+01:00\n" in press.page("/.well-known/security.txt")
