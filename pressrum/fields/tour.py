"""tour.yaml."""

from __future__ import annotations

from pressrum.fields.base import Fields, field, phrase
from pressrum.written.reached import DistrictName, Place, Position
from pressrum.written.values import (
    Clock,
    DayAlone,
    Hours,
    Line,
    Reason,
    SaidOfIt,
    Several,
    Slug,
)


class MeetingFields(Fields):
    """A stop on the tour."""

    district: DistrictName = field(
        "The district that is visited.",
        "stadsdel",
        "distrikt",
        "område",
        "area",
        "ward",
        "town",
        "borough",
        "neighbourhood",
        required=True,
        example="Södermalm",
    )
    date: DayAlone = field(
        "The day.",
        "datum",
        "dag",
        "när",
        "when",
        "day",
        required=True,
        example=phrase("Tuesday 29 November 2016"),
    )
    time: Hours | None = field(
        "The hour, or from when to when.",
        "tid",
        "klockan",
        "kl",
        "klockslag",
        "start",
        "starts",
        "start time",
        "from",
        "hour",
        example="18.00–19.30",
    )
    end: Clock | None = field(
        "When it ends.", "slut", "sluttid", "till", "ends", "until", "finish", "end time", example="19.30"
    )
    place: Place | None = field(
        "The room or house.",
        "plats",
        "lokal",
        "ställe",
        "var",
        "where",
        "venue",
        "room",
        "hall",
        "location",
        example=phrase("Example Hall"),
    )
    address: Place | None = field(
        "Street and number.",
        "adress",
        "gatuadress",
        "gata",
        "street",
        "ort",
        "city",
        "postnummer",
        "postnr",
        "postcode",
        example=phrase("1 Example Street"),
    )
    geo: Position | None = field(
        "Where the door is: latitude, longitude.",
        "position",
        "koordinater",
        "karta",
        example="59.3121, 18.0510",
    )
    organiser: SaidOfIt | None = field(
        "Who arranges it.",
        "arrangör",
        "arrangor",
        "värd",
        "host",
        "hosted by",
        "arranger",
        example="Tanto-Zinken S-förening",
    )
    with_: SaidOfIt | None = field(
        "Who comes.",
        "med",
        "medverkande",
        "gäst",
        "talare",
        "speaker",
        "guest",
        alias="with",
        example="Emilia Bjuggren (S)",
    )
    about: SaidOfIt | None = field(
        "What it is about.",
        "om",
        "ämne",
        "beskrivning",
        "tema",
        "theme",
        "topic",
        "subject",
        example=phrase("How Södermalm can be more equal"),
    )
    signup: SaidOfIt | None = field(
        "How to sign up.",
        "anmälan",
        "anmäl",
        "registration",
        "rsvp",
        "booking",
        "register",
        "tickets",
        example=phrase("No need to sign up."),
    )
    access: SaidOfIt | None = field(
        "How to get in with a wheelchair, a hearing loop.",
        "tillgänglighet",
        "accessibility",
        example=phrase("There is a lift and a hearing loop."),
    )
    languages: Several = field(
        "Languages spoken or interpreted.", "språk", default=(), example=[phrase("Swedish"), phrase("Somali")]
    )
    id: Slug | None = field(
        "Its name in addresses; else the district's.", "namn", "kortnamn", example="skarholmen-2"
    )
    cancelled: Reason | None = field(
        "Why it is called off.",
        "inställt",
        "inställd",
        "avbokat",
        "status",
        example=phrase("The hall is closed."),
    )


class TourFields(Fields):
    """tour.yaml: the schedule."""

    title: Line = field(
        "The name of the tour.",
        "titel",
        "rubrik",
        "namn",
        required=True,
        example=phrase("Make your voice heard"),
    )
    description: Line | None = field(
        "What the tour is.",
        "beskrivning",
        "om",
        example=phrase("Emilia Bjuggren (S) visits all districts of the city."),
    )
    meetings: tuple[MeetingFields, ...] = field("The stops.", "möten", "träffar", "stopp", default=())
