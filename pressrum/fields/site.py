"""site.yaml."""

from __future__ import annotations

from pressrum.fields.base import Fields, field
from pressrum.written import (
    Colour,
    Day,
    Email,
    FileName,
    LanguageCode,
    Line,
    Minutes,
    Phone,
    Truth,
    WebAddress,
    ZoneName,
)


class ContactFields(Fields):
    """Someone whom journalists may call."""

    name: Line = field("The person's name.", "namn", required=True)
    role: Line | None = field("The person's role.", "roll", "titel", "befattning")
    email: Email | None = field("E-mail address.", "epost", "e-post", "mejl", "mail", "e-mail")
    phone: Phone | None = field("Phone number.", "telefon", "tel", "mobil", "telefonnummer")
    hours: Line | None = field("When the phone is answered.", "tider", "öppettider", "telefontid")
    until: Day | None = field("The last day as a contact; then the next one stands in.", "till", "tom")


class TourSettings(Fields):
    """How the tour is shown."""

    meeting_length: Minutes = field("Minutes a meeting lasts when it has no end.", "möteslängd", default=90)
    map: FileName | None = field("A GeoJSON file of districts to draw, by the property `name`.", "karta")


class SiteFields(Fields):
    """site.yaml: who we are."""

    title: Line = field("The name of the site and its sender.", "titel", "rubrik", "namn", required=True)
    url: WebAddress = field(
        "Where output/ will be served; may have a path.", "adress", "webbadress", "länk", required=True
    )
    language: LanguageCode = field(
        "sv or en: the site's words, addresses and messages.", "språk", default="sv"
    )
    timezone: ZoneName = field("The place's time zone.", "tidszon", default="Europe/Stockholm")
    description: Line | None = field("Boilerplate: who is behind the site.", "beskrivning", "om")
    accent: Colour = field("The accent colour.", "färg", "accentfärg", default="#1f4e79")
    contacts: dict[str, ContactFields] = field(
        "Press contacts by a short name; the first is the default.",
        "kontakter",
        "presskontakter",
        required=True,
        at_least=1,
    )
    search: Truth = field(
        "Whether there is a page to search all releases.", "sök", "sökning", "söksida", default=False
    )
    tour: TourSettings = field("How the tour is shown.", "turné", "turne", default=TourSettings())
