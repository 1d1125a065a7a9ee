"""tour.yaml."""

from __future__ import annotations

from pressrum.fields.base import Fields, field
from pressrum.written import (
    Clock,
    Day,
    Hours,
    Line,
    Position,
    Reason,
    Several,
    Slug,
)


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
