"""The front matter of releases and pages."""

from __future__ import annotations

from pressrum.fields.base import Fields, field, phrase
from pressrum.written.choices import Truth
from pressrum.written.values import (
    Expiry,
    FileName,
    Line,
    Moment,
    OldAddresses,
    Reason,
    Several,
    Slug,
    Tongue,
)


class ImageFields(Fields):
    """A picture that the press may print."""

    file: FileName = field(
        "The file, beside the text.", "fil", "filnamn", required=True, example=phrase("meeting.jpg")
    )
    alt: Line = field(
        "What the picture shows, for one who does not see it.",
        "alternativtext",
        "alt text",
        required=True,
        example=phrase("Chairs in rows before a stage."),
    )
    credit: Line = field(
        "Who took it.",
        "foto",
        "fotograf",
        "byline",
        "källa",
        "photographer",
        "photo credit",
        "copyright",
        required=True,
        example="Anna Ek",
    )
    caption: Line | None = field(
        "What stands under it.", "bildtext", example=phrase("The hall before the meeting.")
    )


class CorrectionFields(Fields):
    """What was wrong, and when it was put right."""

    date: Moment = field("When it was corrected.", "datum", required=True, example="2016-12-06 10.15")
    text: Line = field(
        "What was wrong and what is right.",
        "rättelse",
        required=True,
        example=phrase("The meeting is on 14 December, not on the 15th."),
    )


class TextFields(Fields):
    """The front matter that a release and a page share."""

    title: Line = field(
        "The headline.", "rubrik", "titel", "headline", required=True, example=phrase("Make your voice heard")
    )
    lead: Line | None = field(
        "The ingress; else the first paragraph.",
        "ingress",
        "sammanfattning",
        "summary",
        "description",
        "beskrivning",
        "excerpt",
        "teaser",
        "abstract",
        "standfirst",
        "intro",
        "subtitle",
        "underrubrik",
        example=phrase("Tomorrow there is an open meeting."),
    )
    image: ImageFields | None = field(
        "The picture.",
        "bild",
        "foto",
        "photo",
        "picture",
        "pressbild",
        "cover",
        "featured image",
        "thumbnail",
    )
    lang: Tongue | None = field(
        "The language of the text, where it is not the site's: so, ar, sr-Latn.",
        "språk",
        "language",
        example="so",
    )
    original: Line | None = field(
        "The file of the text that it translates, as a link has it.",
        "originalet",
        "översättning av",
        "översatt från",
        "translation of",
        example=phrase("2016-12-06-meeting-in-enskede.md"),
    )
    slug: Slug | None = field(
        "The last word of the address; else from the file name.",
        "adress",
        "url",
        example=phrase("meeting-in-enskede"),
    )
    aliases: OldAddresses = field(
        "Old addresses that lead here.",
        "gamla adresser",
        "alias",
        "permalink",
        default=(),
        example=[phrase("/archive/old-name/")],
    )
    expires: Expiry | None = field(
        "When it leaves the site.",
        "utgår",
        "går ut",
        "avpubliceras",
        "slutdatum",
        "expiry date",
        example="2017-02-01 12.00",
    )
    draft: Truth = field("Not to be published yet.", "utkast", default=False, example=phrase("yes"))


class ReleaseFields(TextFields):
    """The front matter of a press release."""

    date: Moment = field(
        "When it becomes public, local time; a bare day means 00:00.",
        "datum",
        "publiceras",
        "publiceringsdatum",
        "spärr",
        "spärrtid",
        "embargo",
        "published",
        "publicerad",
        "publish date",
        "publication date",
        "release date",
        "pubdate",
        required=True,
        example="2016-11-28 09.00",
    )
    topics: Several = field(
        "What it is about.",
        "ämnen",
        "ämne",
        "taggar",
        "tags",
        "kategorier",
        "kategori",
        "category",
        "categories",
        "keywords",
        "nyckelord",
        default=(),
        example=[phrase("equality"), phrase("districts")],
    )
    contacts: Several = field(
        "Whom to call, by their names in site.yaml.",
        "kontakter",
        "kontakt",
        "press contact",
        "media contact",
        default=(),
        example=["mimmi-toreheim"],
    )
    meetings: Several = field(
        "Tour meetings that it is about, by their ids.",
        "möten",
        "möte",
        "event",
        "events",
        default=(),
        example=["sodermalm"],
    )
    corrections: tuple[CorrectionFields, ...] = field("What has been put right.", "rättelser", default=())
    retracted: Reason | None = field(
        "Why it is withdrawn; the page then says this alone.",
        "indraget",
        "återkallat",
        "tillbakadraget",
        "withdrawn",
        example=phrase("The day was wrong."),
    )


class PageFields(TextFields):
    """The front matter of another page."""

    date: Moment | None = field(
        "When it becomes public; else at once.", "datum", "publiceras", example="2016-11-28"
    )
