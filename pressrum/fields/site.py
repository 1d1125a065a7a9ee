"""site.yaml."""

from __future__ import annotations

from pressrum.fields.base import Fields, field
from pressrum.written import (
    Colour,
    Day,
    Degree,
    Email,
    FileName,
    Kind,
    LanguageCode,
    Line,
    Method,
    Minutes,
    Phone,
    Reach,
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


class ShortcomingFields(Fields):
    """Something on the site that not everyone can use."""

    what: Line = field("What cannot be used, and by whom.", "vad", "brist", required=True)
    why: Line = field("The reason.", "varför", "skäl", "orsak", required=True)
    instead: Line | None = field("What to use instead.", "i stället", "alternativ")
    kind: Kind = field(
        "failure, burden (out of proportion to mend) or exempt (the requirements do not cover it).",
        "slag",
        "typ",
        default="failure",
    )


class AccessibilityFields(Fields):
    """The accessibility statement; what it must say: Commission Implementing Decision (EU) 2018/1523."""

    status: Degree = field(
        "Whether the site complies fully, partly or not.", "förenlighet", "uppfyller", required=True
    )
    supervised: Truth = field(
        "Whether the act (2018:1937) binds the site; then its supervisor is named.",
        "tillsyn",
        "omfattas",
        required=True,
    )
    method: Method = field(
        "Whether it is a self-assessment or an external one.", "metod", "bedömningsmetod", required=True
    )
    assessed: Day = field("When it was last assessed.", "bedömd", "bedömning", required=True)
    reviewed: Day = field(
        "When the statement was last gone through.", "översedd", "uppdaterad", "genomgången", required=True
    )
    responsible: Line | None = field("Who answers for the site; else its title.", "ansvarig")
    published: Day | None = field("When the site was published.", "publicerad")
    tested: Line | None = field("How it was tested, and by whom.", "prövning", "prövad", "testad")
    shortcomings: tuple[ShortcomingFields, ...] = field("What is not accessible.", "brister", default=())
    contact: Line | None = field("Whom to tell, by the name in contacts; else the first.", "kontakt")
    answer: Line | None = field("Within what time a report is answered.", "svarstid", "svar")


class PrivacyFields(Fields):
    """What the page on privacy cannot know by itself."""

    controller: Line | None = field("The controller of personal data.", "personuppgiftsansvarig", "ansvarig")
    logs: Line | None = field("What the web host logs, and for how long.", "loggar", "logg")


class SecurityFields(Fields):
    """Whom to tell of a hole in the site: what security.txt says (RFC 9116)."""

    contact: Reach = field("An e-mail address, or a page to report on.", "kontakt", "epost", required=True)
    expires: Day = field(
        "The last day on which it holds; at most a year ahead.", "utgår", "giltig till", "till", required=True
    )


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
    accessibility: AccessibilityFields | None = field(
        "The accessibility statement.", "tillgänglighet", "tillgänglighetsredogörelse"
    )
    privacy: PrivacyFields | None = field("Of the page on privacy.", "integritet", "personuppgifter")
    search: Truth = field(
        "Whether there is a page to search all releases.", "sök", "sökning", "söksida", default=False
    )
    tour: TourSettings = field("How the tour is shown.", "turné", "turne", default=TourSettings())
    security: SecurityFields | None = field("Whom to tell of a hole in the site.", "säkerhet")
