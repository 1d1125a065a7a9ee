"""The staff's handbook, in Swedish and in English, and what is done before a command answers as it says."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from conftest import ROOT

NOW = "2016-12-06T10:00"
KUNGSHOLMEN = "  - {district: Kungsholmen, date: 2017-03-16}\n"
BUILD = ("build",)
CODE = re.compile(r"`([^`\n]+)`")
"""What stands in code marks."""
FARSTA = ("Farsta", "14", "dec", "2016", "--time", "18.00", "--place")


@dataclass(frozen=True)
class Scene:
    """What is done to the sample site before a command answers as the handbook says."""

    edits: tuple[tuple[str, str, str], ...] = ()
    """Each a file, what stands there and what is to stand there instead."""
    removed: str = ""
    """A file that is taken away."""
    added: tuple[str, str] = ("", "")
    """A file and what stands in it."""
    command: tuple[str, ...] = BUILD
    now: str = NOW
    built: bool = True
    """Whether the example has been built before."""


@dataclass(frozen=True)
class Book:
    """A handbook, and the words of its examples."""

    path: str
    language: str
    headings: tuple[str, ...]
    """Those with reports below them, in order."""
    report: str
    """What only a block has that is a report of the command."""
    end: str
    """The last line of a report of mistakes, which not every block has."""
    written: str
    """The heading below which it shows how a release is written."""
    example: str
    """The file of that release."""
    address: str
    first: str
    """Its first sentence."""
    new: str
    """The title of another."""
    hall: str
    """A place with a comma in it."""
    picture: str
    """A file that is not there."""
    folder: str
    """One for pictures."""
    later: str
    """The name of a release that waits."""
    plan: str
    """What stands before the plan of the tour."""
    unknown: str
    """What is no field."""
    yes: str
    tongue: str
    """Somali."""
    changed: str
    """What phones are told of a meeting that has changed: the day, from what to what, hour and place."""
    moved: str
    """What the page of a meeting has before it."""
    days: str
    """The heading above the forms in which a day may be written."""
    hours: str
    """What stands before those of an hour."""
    spoken: tuple[str, ...]
    """What it has in quotation marks that the program does not say."""
    statements: tuple[str, ...]
    """The headings below which it shows what can stand in site.yaml."""
    sample: tuple[tuple[str, str, str], ...] = ()
    """What is another in the sample site for an office that reads this: edits, as of a scene."""

    @cached_property
    def text(self) -> str:
        """Give the whole handbook."""
        return (ROOT / self.path).read_text(encoding="utf-8")

    def blocks(self) -> Iterator[tuple[str, str]]:
        """Give each indented block with the heading above it."""
        heading = ""
        block: list[str] = []
        for line in [*self.text.split("\n"), "end"]:
            if line.startswith("    ") or (block and not line):
                block.append(line)
                continue
            if block:
                yield heading, textwrap.dedent("\n".join(block)).strip()
                block = []
            if line.startswith("#"):
                heading = line.lstrip("# ")

    def reports(self) -> dict[str, list[str]]:
        """Give the reports by heading, in order."""
        found: dict[str, list[str]] = {}
        for heading, block in self.blocks():
            if re.search(self.report, block, re.MULTILINE):
                found.setdefault(heading, []).append(block)
        return found

    @cached_property
    def release(self) -> str:
        """Give the release that it shows how to write."""
        return next(block for heading, block in self.blocks() if heading == self.written) + "\n"

    def code(self) -> str:
        """Give all that stands in it as something to type or to read on the screen."""
        return "\n".join([*CODE.findall(self.text), *(block for _, block in self.blocks())])

    def field(self, name: str) -> str:
        """Give the lines of a field of its release."""
        found = re.search(rf"(?m)^{name}:.*\n(?: .*\n)*", self.release)
        assert found, name
        return found[0]

    def in_example(self, *edits: tuple[str, str]) -> Scene:
        """Give the scene with these edits in the release, which has not been built."""
        return Scene(tuple((self.example, old, new) for old, new in edits), built=False)


def scenes(book: Book) -> dict[str, list[Scene]]:
    """Give what is done before each report of a handbook, by heading and in order."""
    date, title, hall = book.field("date"), book.field("title"), book.hall
    headline = title.removeprefix("title: ").strip('"\n')
    above = "".join(map(book.field, ("lead", "topics", "contacts")))
    site, tour = "site.yaml", "tour.yaml"
    security = "security:\n  contact: security@example.org\n  expires: 2016-11-30\ntour:\n"
    correction = "corrections:\n  - date: 2017-12-06 10:15\n    text: Farsta.\n"
    translation = f"---\ntitle: Kulan\n{date}lang: {book.tongue}\n---\n\nKulan.\n"
    waiting = "---\ntitle: Kungsholmen\ndate: 2017-03-09 07:30\n---\n\nKungsholmen.\n"
    told = (
        [
            Scene(built=False),
            Scene(command=("build", "--now", "2016-12-08T10:00")),
        ],
        [Scene(command=("new", "release", *book.new.split()))],
        [Scene(added=(f"{book.example.removesuffix('.md')}-so.md", translation))],
        [
            book.in_example((book.field("meetings"), book.field("meetings") + correction)),
            Scene(((book.example, book.first, "Other words."),)),
        ],
        [
            Scene(removed=book.example),
            Scene(removed=book.example, command=("forget", book.address)),
            Scene(command=("forget", book.address)),
        ],
        [
            Scene(((tour, KUNGSHOLMEN, KUNGSHOLMEN.replace("}", f", place: {hall}}}")),)),
            Scene(((tour, "district: Kungsholmen", "district: Norrmalm"),)),
            Scene(((tour, KUNGSHOLMEN, ""),)),
        ],
        [Scene(command=("new", "meeting", *FARSTA, hall))],
        [Scene(((tour, KUNGSHOLMEN, f"{KUNGSHOLMEN}  - {{district: Hägersten, date: 2017-03-30}}\n"),))],
        [
            Scene(((site, "    role:", "    until: 2016-12-01\n    role:"),)),
            Scene(((site, "tour:\n", security),)),
        ],
        [Scene(((site, "#c8102e", "#ffcc00"),))],
        [
            Scene(
                (
                    (site, "assessed: 2026", "assessed: 2015"),
                    (site, "reviewed: 2026", "reviewed: 2015"),
                )
            )
        ],
        [
            book.in_example((title, f"title: {headline}\n")),
            book.in_example((date, "date: 6 dec\n"), (above, f"{book.unknown}: mimmi-toreheim\n")),
            Scene(((book.example, date, f"{date}draft: {book.yes}\n"),)),
            book.in_example((title, f"title: {headline.partition(' Enskede')[0]} #Enskede\n")),
            book.in_example(
                (date, f"{date}expires:\nretracted: {book.yes}\n"),
                (book.first, f"{book.first}\n\n{book.plan}: [[tour]]\n\n![]({book.picture})\n\n"),
            ),
            Scene(added=(f"content/releases/2016-12-08-{book.folder}/{book.picture}", "")),
        ],
        [
            Scene(removed="published.json"),
            Scene(removed="published.json", command=("recover", "output")),
            Scene(((tour, "meetings:\n", "<<<<<<< HEAD\n=======\n>>>>>>> anna\nmeetings:\n"),)),
        ],
        [
            Scene(
                added=(f"content/releases/2017-03-09-{book.later}.md", waiting),
                command=("status",),
                now="2017-03-01T10:00",
            )
        ],
    )
    return dict(zip(book.headings, told, strict=True))


SWEDISH = Book(
    path="docs/handbok.md",
    language="sv",
    headings=(
        "Bygg och titta",
        "Börja med ett kommando",
        "Andra språk",
        "Rätta det som är publicerat",
        "Ta bort",
        "Turnéplanen",
        "Lägg till ett möte med ett kommando",
        "Kartan",
        "Webbplatsens uppgifter: site.yaml",
        "Accentfärgen",
        "Tillgänglighetsredogörelsen",
        "När något är fel",
        "Publiceringslistan: published.json",
        "Se vad som väntar: status och next",
    ),
    report=r"(?:^|: )(?:fel|varning): |^Glömt: |^Inte publicerat än:|^published\.json är|^\d+ filer? skriv"
    r"|är skapad, som utkast|: tillagt: ",
    end=r"\n\n\d+ fel\. Webbplatsen är som den var: ingenting har ändrats\.$",
    written="Skriv ett pressmeddelande",
    example="content/releases/2016-12-06-mote-i-enskede.md",
    address="/pressmeddelanden/2016/mote-i-enskede/",
    first="Här börjar texten.",
    new="Öppet möte i Farsta",
    hall="Exempelsalen, plan 2",
    picture="salen.jpg",
    folder="bilder",
    later="mote-pa-kungsholmen",
    plan="Hela planen",
    unknown="kontakt",
    yes="ja",
    tongue="somaliska",
    changed=r"Ändrat (7 dec): (.+?) → (.+?), kl\. ([0-9.]+), plats: (\w+)",
    moved="Flyttat",
    days="Datum och klockslag",
    hours="Tiden kan du skriva",
    spoken=("Without make", "kväll", "ca 18", "–––"),
    statements=("Tillgänglighetsredogörelsen", "Sidan om integritet"),
)
ENGLISH = Book(
    path="docs/handbook.md",
    language="en",
    headings=(
        "Build and look",
        "Begin with a command",
        "Other languages",
        "Correct what is published",
        "Take down",
        "The tour plan",
        "Add a meeting with a command",
        "The map",
        "What the site says about you: site.yaml",
        "The accent colour",
        "The accessibility statement",
        "When something is wrong",
        "The public record: published.json",
        "See what is waiting: status and next",
    ),
    report=r"(?:^|: )(?:error|warning): |^Forgotten: |^Not public yet:|^published\.json is|^\d+ files? "
    r"|as a draft\.$|: added: ",
    end=r"\n\n\d+ mistakes?\. The site is as it was before: nothing has been changed\.$",
    written="Write a press release",
    example="content/releases/2016-12-06-meeting-in-enskede.md",
    address="/press-releases/2016/meeting-in-enskede/",
    first="Here the text begins.",
    new="Open meeting in Farsta",
    hall="Example Hall, floor 2",
    picture="hall.jpg",
    folder="pictures",
    later="meeting-on-kungsholmen",
    plan="The whole plan",
    unknown="contact",
    yes="yes",
    tongue="somali",
    changed=r"Changed (7 Dec): (.+?) → (.+?), ([0-9:]+), place: (\w+ \w+)",
    moved="Moved",
    days="Days and hours",
    hours="The time may be written",
    spoken=("Without make", "evening", "about 6", "–––"),
    statements=("The accessibility statement", "The page on privacy"),
    sample=(
        ("site.yaml", "language: sv", "language: en"),
        ("content/pages/om.md", "/turne/", "/tour/"),
        ("content/pages/om.md", "/kalender/", "/calendar/"),
        ("content/releases/2016-11-28-gor-din-rost-hord.md", "/kalender/", "/calendar/"),
    ),
)
BOOKS = (SWEDISH, ENGLISH)
