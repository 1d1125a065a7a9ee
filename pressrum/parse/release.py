"""Texts with front matter to a `Release` or a `Page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, Location, Mistake, Slips, located, location, say
from pressrum.fields.text import PageFields, ReleaseFields, TextFields
from pressrum.model import Body, FieldsT, Page, Release, ToldHour
from pressrum.named_days import DATED, named_day, stem
from pressrum.nodes import Mapping, Path, Place, places_in
from pressrum.parse.fields import read_fields, read_valid
from pressrum.parse.frontmatter import BadBlock, split
from pressrum.parse.markdown.body import parse_markdown
from pressrum.parse.markdown.effort import refuse_effort, too_deep
from pressrum.parse.markdown.embargoes import embargoes
from pressrum.parse.markdown.hours import told_hours
from pressrum.parse.markdown.relative_days import wrong_relative_days
from pressrum.parse.markdown.unfinished import unfinished
from pressrum.parse.markdown.weekdays import wrong_weekdays
from pressrum.parse.models import field_names
from pressrum.said import said_by
from pressrum.slug import slugify
from pressrum.typography import holds, spaced


class BadText(BadSource):
    """Mistakes in the fields of a text whose body could be read."""

    def __init__(self, half: Release | Page, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.half = half
        """The body with the fields that could be read, as a draft: to be checked in the same run."""


LABEL = re.compile(
    r"(?i)[#*_ ]*(?:pressmeddelande|pressinbjudan|(?:press|news|media) (?:release|notice|statement)"
    r"|for immediate release)\b[^\n]{,40}"
)
"""A line that says what the text is, and maybe when it was sent."""
BELOW = re.compile(r"([a-z]+):(?: .*)?")
"""A line as a field is written."""
DRAFT = re.compile(r"(?i)[*_]*(draft|utkast)[*_]* ?:[*_ ]*(?:ja|yes|true|sant)[*_. ]*")
"""A line that says of its text that it is a draft."""
DRAFT_WITHIN = re.compile(r"(?i)(?<!\S)(?:draft|utkast): ?(?:ja|yes|true|sant)(?!\S)")
"""The same as it is joined to the words of a field above it."""
DECIDING = ("expires", "retracted")
"""Fields that are in no text by chance, wherever a paragraph begins with one."""
NAMED_BELOW = ("draft", "utkast", "expires:", "retracted:")
"""What stands in a text with one of these, in small letters: hardly any has one."""
HALF_A_YEAR = timedelta(days=183)
STAND_IN = {"title": "-", "date": "2000-01-01"}


@dataclass(frozen=True)
class _Parts(Generic[FieldsT]):
    """What a release and a page are put together from."""

    fields: FieldsT
    """With mistakes, those that could be read, as a draft."""
    slug: str
    body: Body
    places: dict[Path, Place]
    mistakes: tuple[Mistake, ...]


def parse_release(text: str, path: str, zone: ZoneInfo, language: str, near: date) -> Release:
    """Give the release in `text`. Raises `BadSource` with every mistake in it."""
    parts = _parse(ReleaseFields, text, path, zone, language, near)
    fields, body = parts.fields, parts.body
    said = said_by(fields.title, fields.lead, body.html, body.links, fields.retracted)
    release = Release(path, parts.slug, fields, body, parts.places, said)
    if parts.mistakes:
        raise BadText(release, *parts.mistakes)
    doubts = tuple(_another_year(release))
    return replace(release, body=replace(body, doubts=doubts + body.doubts)) if doubts else release


def parse_page(text: str, path: str, zone: ZoneInfo, language: str, near: date) -> Page:
    """Give the page in `text`. Raises `BadSource` with every mistake in it."""
    parts = _parse(PageFields, text, path, zone, language, near)
    fields, body = parts.fields, parts.body
    page = Page(path, parts.slug, fields, body, parts.places, said_by(fields.title, fields.lead, body.html))
    if parts.mistakes:
        raise BadText(page, *parts.mistakes)
    return page


def _parse(
    model: type[FieldsT], text: str, path: str, zone: ZoneInfo, language: str, near: date
) -> _Parts[FieldsT]:
    """Read front matter and text. Raises `BadSource` with every mistake where the text cannot be read."""
    mistakes: list[Mistake] = []
    front: Mapping | None
    fields, likely = None, named_day(path) or near
    try:
        front, prose, line = split(text, path)
    except BadBlock as bad:
        mistakes += bad.mistakes
        front, prose, line = bad.front, bad.body, bad.line
    try:
        fields = read_fields(model, front, zone, likely, near) if front else None
    except BadSource as bad:
        mistakes += bad.mistakes
    front = front or Mapping((), Location(path))
    places = dict(places_in(front))
    if isinstance(fields, ReleaseFields):
        mistakes += _held_above(fields, path, places)
    mistakes += _below(model, prose, path, line)
    slug = _slug(fields, path) if fields else "-"
    if not slug:
        mistakes.append(_no_slug(path))
    try:
        body = _body(prose, path, line, language, fields.lang if fields else None)
    except BadSource as bad:
        raise BadSource(*mistakes, *bad.mistakes) from None
    if mistakes or fields is None:
        half = read_valid(model, front, STAND_IN, zone)
        draft = half.model_copy(update={"draft": True})
        return _Parts(draft, "-", body, places, tuple(mistakes))
    doubts = tuple(_doubts(fields, places, body, prose, Location(path, line)))
    hours = tuple(_hours(fields, places, prose, Location(path, line)))
    return _Parts(fields, slug, replace(body, doubts=doubts, hours=hours), places, ())


def _above(fields: TextFields) -> Iterator[tuple[str, str]]:
    """Give the words that stand above the text, by the names of their fields."""
    yield "title", fields.title
    if fields.lead:
        yield "lead", fields.lead


def _held_above(fields: ReleaseFields, path: str, places: dict[Path, Place]) -> Iterator[Mistake]:
    """Find an embargo in the words that stand first, and would be published with it; or `draft: yes`."""
    for name, words in _above(fields):
        if found := DRAFT_WITHIN.search(words):
            yield Mistake(
                Location(path, *places[name,]),
                say('"{text}" is within {name}:, and holds nothing back there', text=found[0], name=name),
                say("write draft: yes on a line of its own, as far to the left as {name}:", name=name),
            )
        if any(embargoes(words)):
            yield Mistake(
                Location(path, *places[name,]),
                say("an embargo in {name}: holds nothing back, and would be published with it", name=name),
                say("write the day and hour in date:, and leave them out here"),
            )


def _below(model: type[FieldsT], prose: str, path: str, line: int) -> Iterator[Mistake]:
    """Find fields with which the text begins, and below it those that would hold it back or remove it.

    Those of another text, below a line --- of its own, are told with it.
    """
    first, other, above = True, False, ""
    anywhere = holds(prose.lower(), NAMED_BELOW)
    for number, written in enumerate(prose.split("\n"), line):
        found = BELOW.fullmatch(written)
        first = first and (not written or (found is not None and found[1] in field_names(model)))
        if not first and not anywhere:
            return
        deciding = found is not None and found[1] in DECIDING and not above.strip()
        other = written == "---" or (other and re.match(r"\w+:(?: |$)", written) is not None)
        draft = None if other else DRAFT.fullmatch(written)
        if name := draft or (found if deciding or first else None):
            yield Mistake(
                Location(path, number),
                say('"{name}" stands below the line --- here, and would be shown', name=name[1]),
                say("write draft: yes above the line --- in its place")
                if draft
                else say("move it above the line ---"),
            )
        above = written


def _doubts(
    fields: TextFields, places: dict[Path, Place], body: Body, prose: str, begins: Location
) -> Iterator[Mistake]:
    """Give the doubts of a body, and those that the fields above give rise to."""
    twice = tuple(located(_repeated(fields, prose), prose, begins.path, begins.line))
    yield from twice
    told = {mistake.where for mistake in twice}
    yield from (doubt for doubt in body.doubts if doubt.where not in told)
    if fields.draft:
        return
    near = fields.date.date() if isinstance(fields, ReleaseFields) else None
    for name, words in _above(fields):
        where = Location(begins.path, *places[name,])
        doubts = _odd(words, near)
        yield from (Mistake(where, message, hint) for _, message, hint in doubts)
    yield from located(_odd(prose, near), prose, begins.path, begins.line)


def _odd(words: str, near: date | None) -> Slips:
    """Find what is left to fill in, and days that are not as they are called; `near` is that of a release."""
    return (*unfinished(words), *wrong_weekdays(words, near), *wrong_relative_days(words, near))


def _hours(fields: TextFields, places: dict[Path, Place], prose: str, begins: Location) -> Iterator[ToldHour]:
    """Give the hours of days that a release tells, where it is about meetings or translates another."""
    if not isinstance(fields, ReleaseFields) or not (fields.meetings or fields.original):
        return
    near = fields.date.date()
    for name, words in _above(fields):
        where = Location(begins.path, *places[name,])
        yield from (ToldHour(day, hour, where) for _, day, hour in told_hours(words, near))
    for index, day, hour in told_hours(prose, near):
        yield ToldHour(day, hour, location(prose, index, begins.path, begins.line))


def _repeated(fields: TextFields, prose: str) -> Slips:
    """Warn of a text that begins with its title or its lead, which stand above it already.

    In a paste from Word the line that says what it is may come first: `PRESSMEDDELANDE 2016-12-06`. Where
    no lead is given it would be that.
    """
    first, _, rest = prose.strip().partition("\n\n")
    if LABEL.fullmatch(first):
        if rest and not fields.lead and not first.startswith("#") and not first.rstrip("*_ ").endswith("."):
            yield (
                prose.find(first),
                say("this line becomes the lead, in lists and feeds too"),
                say("remove it, or write another lead in lead:"),
            )
        first, _, rest = rest.lstrip().partition("\n\n")
    second, _, more = rest.lstrip().partition("\n\n")
    for block, below in ((first, rest), (second, more)):
        words = spaced(block.strip("#*_= \n"))
        if not below or words not in (fields.title, fields.lead):
            return
        yield (
            f"\n{prose}".find(f"\n{block}"),
            say("the title stands here once more, and would be shown twice")
            if words == fields.title
            else say("the lead stands here once more, and would be shown twice"),
            say("remove it here"),
        )


def _body(prose: str, path: str, line: int, language: str, lang: str | None) -> Body:
    """Give the body. Raises `BadSource` for one that cannot be read within seconds."""
    refuse_effort(prose, path, line)
    try:
        return parse_markdown(prose, path, line, language, lang)
    except RecursionError:
        raise BadSource(too_deep(prose, path, line)) from None


def _slug(fields: TextFields, path: str) -> str:
    """Give the last word of the address; "" for a name without a letter that an address can hold."""
    return fields.slug or slugify(DATED.sub("", stem(path), count=1) or stem(path))


def _no_slug(path: str) -> Mistake:
    return Mistake(
        Location(path),
        say('no address can be made of "{text}"', text=stem(path)),
        say("name the file in a-z, or add the line slug: …"),
    )


def _another_year(release: Release) -> Iterator[Mistake]:
    """Warn of a date that is far from the one in the file's name: most likely a slip in the year."""
    named, day = named_day(release.source), release.fields.date.date()
    if named and abs(named - day) > HALF_A_YEAR:
        yield Mistake(
            release.place("date"),
            say("the date is {day}, and the file's name says {named}", day=day, named=named),
            say("look at the year, and mend the one that is wrong"),
        )
