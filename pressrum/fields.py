"""The fields of the three formats, said once: they validate, and make the JSON Schema and the docs.

How the text of each is read stands in `written`. What a field is called in Swedish stands
beside it (`sv`), so that a Swedish key can be answered with the right one. What needs more
than its own field to be read (an hour needs its day and zone) is put together in `parse`.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from pressrum.written import (
    Clock,
    Colour,
    Day,
    Email,
    FileName,
    Hours,
    LanguageCode,
    Line,
    Minutes,
    Moment,
    OldAddresses,
    Phone,
    Position,
    Reason,
    Several,
    Slug,
    Truth,
    WebAddress,
    ZoneName,
)


def field(
    about: str,
    *sv: str,
    default: Any = None,
    required: bool = False,
    alias: str | None = None,
    at_least: int | None = None,
) -> Any:
    """Give a field: what it is for, what it is called in Swedish, its default, how many it takes at least."""
    return Field(
        ... if required else default,
        description=about,
        alias=alias,
        min_length=at_least,
        json_schema_extra={"sv": list(sv)},
    )


WEIGHTY = {"date", "draft", "expires", "retracted", "cancelled"}
"""Fields that decide what is public: one that is there and says nothing is a mistake."""


class Fields(BaseModel):
    """A map of fields in a source file; an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _left_empty(cls, written: Any) -> Any:
        """Take a field that is there without a value as not given; an unknown key stays, to be told."""
        if not isinstance(written, dict):
            return written
        known = {field.alias or name for name, field in cls.model_fields.items()} - WEIGHTY
        return {
            key: "" if value is None and key in WEIGHTY else value
            for key, value in written.items()
            if value is not None or key not in known
        }


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
    tour: TourSettings = field("How the tour is shown.", "turné", "turne", default=TourSettings())


class ImageFields(Fields):
    """A picture that the press may print."""

    file: FileName = field("The file, beside the text.", "fil", "filnamn", required=True)
    alt: Line = field("What the picture shows, for one who does not see it.", "alternativtext", required=True)
    credit: Line = field("Who took it.", "foto", "fotograf", "byline", "källa", required=True)
    caption: Line | None = field("What stands under it.", "bildtext")


class CorrectionFields(Fields):
    """What was wrong, and when it was put right."""

    date: Moment = field("When it was corrected.", "datum", required=True)
    text: Line = field("What was wrong and what is right.", "rättelse", required=True)


class TextFields(Fields):
    """The front matter that a release and a page share."""

    title: Line = field("The headline.", "rubrik", "titel", required=True)
    lead: Line | None = field("The ingress; else the first paragraph.", "ingress")
    image: ImageFields | None = field("The picture.", "bild")
    slug: Slug | None = field("The last word of the address; else from the file name.", "adress", "url")
    aliases: OldAddresses = field("Old addresses that lead here.", "gamla adresser", "alias", default=())
    expires: Moment | None = field("When it leaves the site.", "utgår", "går ut", "avpubliceras", "slutdatum")
    draft: Truth = field("Not to be published yet.", "utkast", default=False)


class ReleaseFields(TextFields):
    """The front matter of a press release."""

    date: Moment = field(
        "When it becomes public, local time; a bare day means 00:00.",
        "datum",
        "publiceras",
        "publiceringsdatum",
        required=True,
    )
    topics: Several = field("What it is about.", "ämnen", "ämne", "taggar", "tags", "kategorier", default=())
    contacts: Several = field(
        "Whom to call, by their names in site.yaml.", "kontakter", "kontakt", default=()
    )
    meetings: Several = field("Tour meetings that it is about, by their ids.", "möten", "möte", default=())
    corrections: tuple[CorrectionFields, ...] = field("What has been put right.", "rättelser", default=())
    retracted: Reason | None = field(
        "Why it is withdrawn; the page then says this alone.", "indraget", "återkallat", "tillbakadraget"
    )


class PageFields(TextFields):
    """The front matter of another page."""

    date: Moment | None = field("When it becomes public; else at once.", "datum", "publiceras")


class MeetingFields(Fields):
    """A stop on the tour."""

    district: Line = field("The district that is visited.", "stadsdel", "distrikt", "område", required=True)
    date: Day = field("The day.", "datum", "dag", required=True)
    time: Hours | None = field(
        "The hour, or from when to when.", "tid", "klockan", "kl", "klockslag", "start"
    )
    end: Clock | None = field("When it ends.", "slut", "sluttid", "till")
    place: Line | None = field("The room or house.", "plats", "lokal", "ställe")
    address: Line | None = field("Street and number.", "adress", "gatuadress")
    geo: Position | None = field(
        "Where the door is: latitude, longitude.", "position", "koordinater", "karta"
    )
    organiser: Line | None = field("Who arranges it.", "arrangör", "arrangor", "värd")
    with_: Line | None = field("Who comes.", "med", "medverkande", "gäst", "talare", alias="with")
    about: Line | None = field("What it is about.", "om", "ämne", "beskrivning", "tema")
    signup: Line | None = field("How to sign up.", "anmälan", "anmäl")
    access: Line | None = field("How to get in with a wheelchair, a hearing loop.", "tillgänglighet")
    languages: Several = field("Languages spoken or interpreted.", "språk", default=())
    id: Slug | None = field("Its name in addresses; else the district's.", "namn", "kortnamn")
    cancelled: Reason | None = field("Why it is called off.", "inställt", "inställd", "avbokat")


class TourFields(Fields):
    """tour.yaml: the schedule."""

    title: Line = field("The name of the tour.", "titel", "rubrik", "namn", required=True)
    description: Line | None = field("What the tour is.", "beskrivning", "om")
    meetings: tuple[MeetingFields, ...] = field("The stops.", "möten", "träffar", "stopp", default=())
