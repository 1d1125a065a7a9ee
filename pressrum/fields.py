"""The fields of the three formats, said once: they validate, and make the JSON Schema and the docs.

A field takes text as staff write it; a `Way` is how that text is read. What a field is
called in Swedish stands beside it (`sv`), so that a Swedish key can be answered with the
right one. What needs more than its own field to be read (an hour needs its day and zone) is
put together in `parse`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic.json_schema import WithJsonSchema

from pressrum import clocks, dates
from pressrum.errors import BadValue, say
from pressrum.slug import slugify

TRUE = ("ja", "true", "yes", "sant", "på", "on")
FALSE = ("nej", "false", "no", "falskt", "av", "off")
MINUTES = range(5, 721)
"""How long a meeting may last."""


def _line(text: object) -> object:
    """Give one line of text: what a folded scalar or a stray line break left is a space."""
    return " ".join(text.split()) if isinstance(text, str) else text


def _truth(text: object) -> bool:
    word = text.strip().lower() if isinstance(text, str) else ""
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise BadValue(
        say('"{text}" is neither yes nor no', text=str(text)), say("write true or false (or ja, nej)")
    )


def _near(known: ValidationInfo) -> date:
    near: date = (known.context or {})["near"]
    return near


def _day(text: object, known: ValidationInfo) -> date:
    return dates.parse_day(str(text), near=_near(known))


def _moment(text: object, known: ValidationInfo) -> datetime:
    zone: ZoneInfo = (known.context or {})["zone"]
    return clocks.in_zone(dates.parse_moment(str(text), near=_near(known)), zone, later=True)


def _times(text: object) -> clocks.Times:
    return clocks.parse_times(str(text))


def _clock(text: object) -> time:
    return clocks.parse_clock(str(text))


def _several(value: object) -> object:
    """Read a single text as a list of one; a comma in it shows that a list was meant."""
    if not isinstance(value, str):
        return value
    if "," in value:
        raise BadValue(
            say("a list is due here"),
            say("write [{words}]", words=", ".join(part.strip() for part in value.split(","))),
        )
    return [value]


def _slug(text: object) -> object:
    if isinstance(text, str) and text != slugify(text):
        raise BadValue(
            say('"{text}" cannot stand in an address', text=text),
            say("write {slug}: only a-z, digits and hyphens", slug=slugify(text) or "ett-namn"),
        )
    return text


def _old_address(text: object) -> object:
    """Check an address of our own site as it is written in `aliases`: `/a/path/`."""
    if isinstance(text, str) and not re.fullmatch(r"/(?:[\w~-][\w.~-]*/)+(?:[\w~-][\w.~-]*\.html?)?", text):
        raise BadValue(
            say('"{text}" is not an address on this site', text=text),
            say("write it from the first slash to the last, without the site's name: /old/address/"),
        )
    return text


def _email(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"[^\s@<>\"',;:]+@[^\s@<>\"',;:]+\.[^\s@<>\"',;:]+", text):
        raise BadValue(say('"{text}" is not an e-mail address', text=text), say("write name@example.se"))
    return text


def _phone(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"\+?[\d\s()/–-]{5,}", text):
        raise BadValue(
            say('"{text}" is not a phone number', text=text),
            say("write digits, as 08-508 29 000 or +46 8 508 29 000"),
        )
    return text


def _colour(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise BadValue(
            say('"{text}" is not a colour', text=text),
            say('write it in quotes as six hexadecimal digits after #: "#c8102e"'),
        )
    return text


def _web(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~-]+)*/?", text):
        raise BadValue(
            say('"{text}" is not a web address', text=text),
            say("write all of it: https://www.example.se/"),
        )
    return text


def _zone(text: object) -> object:
    try:
        ZoneInfo(str(text))
    except (ValueError, OSError, KeyError):
        raise BadValue(
            say('there is no time zone called "{text}"', text=str(text)), say("write Europe/Stockholm")
        ) from None
    return text


def _language(text: object) -> object:
    if text not in ("sv", "en"):
        raise BadValue(say('"{text}" is not a language of this site', text=str(text)), say("write sv or en"))
    return text


def _minutes(text: object) -> int:
    if not re.fullmatch(r"\d{1,3}", str(text)) or int(str(text)) not in MINUTES:
        raise BadValue(
            say('"{text}" is not a number of minutes', text=str(text)),
            say("write a whole number from 5 to 720: 90"),
        )
    return int(str(text))


def _file(text: object) -> object:
    if isinstance(text, str) and (
        re.search(r"[\\:\0%?#]", text) or text.startswith("/") or ".." in text.split("/")
    ):
        raise BadValue(
            say('"{text}" is not a file beside this one', text=text),
            say("put the file in the same folder and write its name alone: picture.jpg"),
        )
    return text


Line = Annotated[str, BeforeValidator(_line), Field(min_length=1)]
Several = Annotated[tuple[Line, ...], BeforeValidator(_several)]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"enum": [True, False, "ja", "nej"]})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "examples": ["2016-11-29"]})]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "examples": ["2016-11-28 09:00"]})
]
Hours = Annotated[
    clocks.Times,
    BeforeValidator(_times),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["18.00", "18.00–19.30"]}),
]
Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": ["string", "integer"], "examples": ["19.30"]})
]
Slug = Annotated[Line, AfterValidator(_slug)]
OldAddress = Annotated[Line, AfterValidator(_old_address)]
FileName = Annotated[Line, AfterValidator(_file)]
Email = Annotated[Line, AfterValidator(_email)]
Phone = Annotated[Line, AfterValidator(_phone)]
Minutes = Annotated[int, BeforeValidator(_minutes)]


def field(about: str, *sv: str, default: Any = None, required: bool = False, alias: str | None = None) -> Any:
    """Give a field: what it is for, what it is called in Swedish, and its default."""
    return Field(
        ... if required else default, description=about, alias=alias, json_schema_extra={"sv": list(sv)}
    )


class Fields(BaseModel):
    """A map of fields in a source file; an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


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
    url: Annotated[Line, AfterValidator(_web)] = field(
        "Where output/ will be served; may have a path.", "adress", "webbadress", "länk", required=True
    )
    language: Annotated[Line, AfterValidator(_language)] = field(
        "sv or en: the site's words, addresses and messages.", "språk", default="sv"
    )
    timezone: Annotated[Line, AfterValidator(_zone)] = field(
        "The place's time zone.", "tidszon", default="Europe/Stockholm"
    )
    description: Line | None = field("Boilerplate: who is behind the site.", "beskrivning", "om")
    accent: Annotated[Line, AfterValidator(_colour)] = field(
        "The accent colour.", "färg", "accentfärg", default="#1f4e79"
    )
    contacts: dict[str, ContactFields] = field(
        "Press contacts by a short name; the first is the default.",
        "kontakter",
        "presskontakter",
        required=True,
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
    aliases: Annotated[tuple[OldAddress, ...], BeforeValidator(_several)] = field(
        "Old addresses that lead here.", "gamla adresser", "alias", default=()
    )
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
    topics: Several = field("What it is about.", "ämnen", "ämne", "taggar", "kategorier", default=())
    contacts: Several = field(
        "Whom to call, by their names in site.yaml.", "kontakter", "kontakt", default=()
    )
    meetings: Several = field("Tour meetings that it is about, by their ids.", "möten", "möte", default=())
    corrections: tuple[CorrectionFields, ...] = field("What has been put right.", "rättelser", default=())
    retracted: Line | None = field(
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
    organiser: Line | None = field("Who arranges it.", "arrangör", "arrangor", "värd")
    with_: Line | None = field("Who comes.", "med", "medverkande", "gäst", "talare", alias="with")
    about: Line | None = field("What it is about.", "om", "ämne", "beskrivning", "tema")
    signup: Line | None = field("How to sign up.", "anmälan", "anmäl")
    access: Line | None = field("How to get in with a wheelchair, a hearing loop.", "tillgänglighet")
    languages: Several = field("Languages spoken or interpreted.", "språk", default=())
    id: Slug | None = field("Its name in addresses; else the district's.", "namn", "kortnamn")
    cancelled: Line | None = field("Why it is called off.", "inställt", "inställd", "avbokat")


class TourFields(Fields):
    """tour.yaml: the schedule."""

    title: Line = field("The name of the tour.", "titel", "rubrik", "namn", required=True)
    description: Line | None = field("What the tour is.", "beskrivning", "om")
    meetings: tuple[MeetingFields, ...] = field("The stops.", "möten", "träffar", "stopp", default=())
