"""site.yaml."""

from __future__ import annotations

from pressrum.fields.base import Fields, field, phrase
from pressrum.written.choices import Degree, Kind, Method, Truth
from pressrum.written.reached import Email, Phone, Reach, WebAddress
from pressrum.written.values import (
    Colour,
    Day,
    FileName,
    LanguageCode,
    Line,
    Minutes,
    ZoneName,
)


class ContactFields(Fields):
    """Someone whom journalists may call."""

    name: Line = field("The person's name.", "namn", required=True, example="Mimmi Toreheim")
    role: Line | None = field(
        "The person's role.",
        "roll",
        "titel",
        "befattning",
        "job title",
        "position",
        example=phrase("Press officer"),
    )
    email: Email | None = field(
        "E-mail address.", "epost", "e-post", "mejl", "mail", "e-mail", example="mimmi.toreheim@stockholm.se"
    )
    phone: Phone | None = field(
        "Phone number.", "telefon", "tel", "mobil", "telefonnummer", example="08-508 29 000"
    )
    hours: Line | None = field(
        "When the phone is answered.",
        "tider",
        "öppettider",
        "telefontid",
        "opening hours",
        "office hours",
        example=phrase("weekdays 8–17"),
    )
    until: Day | None = field(
        "The last day as a contact; then the next one stands in.", "till", "tom", example="2017-06-30"
    )


class TourSettings(Fields):
    """What is common to all meetings."""

    meeting_length: Minutes = field(
        "Minutes a meeting lasts when it has no end.", "möteslängd", default=90, example="90"
    )
    map: FileName | None = field(
        "A GeoJSON file of districts to draw, by the property `name`.",
        "karta",
        example="stockholm-districts.geojson",
    )


class ShortcomingFields(Fields):
    """Something on the site that not everyone can use."""

    what: Line = field(
        "What cannot be used, and by whom.",
        "vad",
        "brist",
        required=True,
        example=phrase("The minutes from before 2010 cannot be read by a screen reader."),
    )
    why: Line = field(
        "The reason.", "varför", "skäl", "orsak", required=True, example=phrase("They are scanned pictures.")
    )
    instead: Line | None = field(
        "What to use instead.",
        "i stället",
        "alternativ",
        example=phrase("Write to us, and we read out to you what you need."),
    )
    kind: Kind = field(
        "failure, burden (out of proportion to mend) or exempt (the requirements do not cover it).",
        "slag",
        "typ",
        default="failure",
        example=phrase("burden"),
    )


class AccessibilityFields(Fields):
    """The accessibility statement; what it must say: Commission Implementing Decision (EU) 2018/1523."""

    status: Degree = field(
        "Whether the site complies fully, partly or not.",
        "förenlighet",
        "uppfyller",
        required=True,
        example=phrase("partly"),
    )
    supervised: Truth = field(
        "Whether the act (2018:1937) binds the site; then its supervisor is named.",
        "tillsyn",
        "omfattas",
        required=True,
        example=phrase("yes"),
    )
    method: Method = field(
        "Whether it is a self-assessment or an external one.",
        "metod",
        "bedömningsmetod",
        required=True,
        example=phrase("self-assessment"),
    )
    assessed: Day = field(
        "When it was last assessed.", "bedömd", "bedömning", required=True, example="2016-11-01"
    )
    reviewed: Day = field(
        "When the statement was last gone through.",
        "översedd",
        "uppdaterad",
        "genomgången",
        required=True,
        example="2016-11-28",
    )
    responsible: Line | None = field(
        "Who answers for the site; else its title.", "ansvarig", example=phrase("The press office")
    )
    published: Day | None = field("When the site was published.", "publicerad", example="2016-11-28")
    tested: Line | None = field(
        "How it was tested, and by whom.",
        "prövning",
        "prövad",
        "testad",
        example=phrase("Two readers have tried it with a screen reader."),
    )
    shortcomings: tuple[ShortcomingFields, ...] = field("What is not accessible.", "brister", default=())
    contact: Line | None = field(
        "Whom to tell, by the name in contacts; else the first.", "kontakt", example="mimmi-toreheim"
    )
    answer: Line | None = field(
        "Within what time a report is answered.", "svarstid", "svar", example=phrase("two working days")
    )


class PrivacyFields(Fields):
    """What the page on privacy cannot know by itself."""

    controller: Line | None = field(
        "The controller of personal data.",
        "personuppgiftsansvarig",
        "ansvarig",
        example=phrase("The press office"),
    )
    logs: Line | None = field(
        "What the web host logs, and for how long.", "loggar", "logg", example=phrase("No log is kept.")
    )


class SecurityFields(Fields):
    """Whom to tell of a hole in the site: what security.txt says (RFC 9116)."""

    contact: Reach = field(
        "An e-mail address, or a page to report on.",
        "kontakt",
        "epost",
        required=True,
        example=phrase("security@example.org"),
    )
    expires: Day = field(
        "The last day on which it holds; at most a year ahead.",
        "utgår",
        "giltig till",
        "till",
        required=True,
        example="2017-06-30",
    )


class SiteFields(Fields):
    """site.yaml: who we are."""

    title: Line = field(
        "The name of the site and its sender.",
        "titel",
        "rubrik",
        "namn",
        required=True,
        example="Socialdemokraterna i Stockholms stadshus",
    )
    url: WebAddress = field(
        "Where output/ will be served; may have a path.",
        "adress",
        "webbadress",
        "länk",
        required=True,
        example="https://www.example.se/",
    )
    language: LanguageCode = field(
        "sv or en: the site's words, addresses and messages.",
        "språk",
        "lang",
        default="sv",
        example=phrase("en"),
    )
    timezone: ZoneName = field(
        "The place's time zone.", "tidszon", default="Europe/Stockholm", example="Europe/Stockholm"
    )
    description: Line | None = field(
        "Boilerplate: who is behind the site.",
        "beskrivning",
        "om",
        "about",
        "boilerplate",
        example=phrase("Here are our press releases."),
    )
    accent: Colour = field(
        "The accent colour.", "färg", "accentfärg", "colour", "color", default="#1f4e79", example="#c8102e"
    )
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
        "Whether there is a page to search all releases.",
        "sök",
        "sökning",
        "söksida",
        default=False,
        example=phrase("yes"),
    )
    tour: TourSettings = field("How the tour is shown.", "turné", "turne", default=TourSettings())
    security: SecurityFields | None = field("Whom to tell of a hole in the site.", "säkerhet")
