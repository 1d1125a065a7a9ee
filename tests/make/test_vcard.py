"""A contact's card is read by an independent reader as it was written."""

from __future__ import annotations

import vobject
from conftest import SITE, Press

from pressrum.make.vcard import Card


def test_card_is_read_back() -> None:
    """Every field comes out as it was put in, with commas, semicolons and line breaks in it."""
    card = Card(
        "Anna Maria Ek",
        "Press; mediefrågor, \\ TV",
        "Gruppen",
        "a@b.example",
        "+46850829000",
        "Vardagar\n8–17",
        "https://a.example/",
    )
    read = vobject.readOne(card.make().decode())

    assert read.fn.value == "Anna Maria Ek"
    assert (read.n.value.family, read.n.value.given) == ("Ek", "Anna Maria")
    assert read.title.value == card.role
    assert read.org.value == ["Gruppen"]
    assert (read.email.value, read.tel.value) == ("a@b.example", "+46850829000")
    assert read.note.value == "Vardagar\n8–17"
    assert read.url.value == "https://a.example/"


def test_card_goes_with_the_contact(press: Press) -> None:
    """A contact has a card as long as the person can be called, and no longer."""
    press.write(
        "site.yaml",
        SITE.replace("anna@press.example", "anna@press.example, until: 2016-12-31")
        + "  bo: {name: Bo, email: bo@press.example}\n",
    )
    press.build("2016-12-31T12:00")
    assert {"kontakter/anna.vcf", "kontakter/bo.vcf"} <= press.tree().keys()
    press.build("2017-01-01T12:00")

    assert "kontakter/anna.vcf" not in press.tree()
    assert 'href="./kontakter/bo.vcf"' in press.page("/")


def test_another_countrys_number_does_not_lead_to_sweden(press: Press) -> None:
    """A leading zero is Sweden's in its own time zone; elsewhere the number stays as it is dialled there."""
    press.write("site.yaml", SITE + "timezone: Europe/London\n")
    press.build()

    assert 'href="tel:0850829000"' in press.page("/")
    assert "TEL;TYPE=WORK:0850829000" in press.tree()["kontakter/anna.vcf"].decode()
