"""Texts with front matter to a `Release` or a `Page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.fields.text import PageFields, ReleaseFields, TextFields
from pressrum.model import Body, FieldsT, Page, Release
from pressrum.named_days import DATED, named_day, stem
from pressrum.nodes import Mapping, Path, Place, parts_of
from pressrum.parse.doubts import above, doubts_of, hours_of
from pressrum.parse.fields import read_fields, read_valid
from pressrum.parse.frontmatter import BadBlock, split
from pressrum.parse.markdown.body import parse_markdown
from pressrum.parse.markdown.effort import refuse_effort, too_deep
from pressrum.parse.markdown.embargoes import embargoes
from pressrum.parse.models import field_names
from pressrum.parse.setting import Setting
from pressrum.said import said_by
from pressrum.signs import Signs
from pressrum.slug import slugify


class BadText(BadSource):
    """Mistakes in the fields of a text whose body could be read."""

    def __init__(self, half: Release | Page, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.half = half
        """The body with the fields that could be read, as a draft: to be checked in the same run."""


BELOW = re.compile(r"([a-z]+):(?: .*)?")
"""A line as a field is written."""
DRAFT = re.compile(r"(?i)[*_]*(draft|utkast)[*_]* ?:[*_ ]*(?:ja|yes|true|sant)[*_. ]*")
"""A line that says of its text that it is a draft."""
DRAFT_WITHIN = re.compile(r"(?i)(?<!\S)(?:draft|utkast): ?(?:ja|yes|true|sant)(?!\S)")
"""The same as it is joined to the words of a field above it."""
DRAFTED = Signs(like="(?i)draft|utkast")
DECIDING = ("expires", "retracted")
"""Fields that are in no text by chance, wherever a paragraph begins with one."""
NAMED_BELOW = Signs(like="(?i)draft|utkast|expires:|retracted:")
"""What stands in a text with one of these: hardly any has one."""
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


def parse_release(text: str, path: str, setting: Setting, today: date) -> Release:
    """Give the release in `text`. Raises `BadSource` with every mistake in it."""
    parts = _parse(ReleaseFields, text, path, setting, today)
    fields, body = parts.fields, parts.body
    said = said_by(fields.title, fields.lead, body.html, body.links, fields.retracted)
    release = Release(path, parts.slug, fields, body, parts.places, said)
    if parts.mistakes:
        raise BadText(release, *parts.mistakes)
    doubts = tuple(_another_year(release))
    return replace(release, body=replace(body, doubts=doubts + body.doubts)) if doubts else release


def parse_page(text: str, path: str, setting: Setting, today: date) -> Page:
    """Give the page in `text`, as `parse_release` does."""
    parts = _parse(PageFields, text, path, setting, today)
    fields, body = parts.fields, parts.body
    page = Page(path, parts.slug, fields, body, parts.places, said_by(fields.title, fields.lead, body.html))
    if parts.mistakes:
        raise BadText(page, *parts.mistakes)
    return page


def _parse(model: type[FieldsT], text: str, path: str, setting: Setting, today: date) -> _Parts[FieldsT]:
    """Read front matter and text. Raises `BadSource` with every mistake where the text cannot be read."""
    mistakes: list[Mistake] = []
    front: Mapping | None
    fields, near = None, named_day(path) or today
    try:
        front, prose, line = split(text, path)
    except BadBlock as bad:
        mistakes += bad.mistakes
        front, prose, line = bad.front, bad.body, bad.line
    try:
        fields = read_fields(model, front, setting.zone, near, today) if front else None
    except BadSource as bad:
        mistakes += bad.mistakes
    front = front or Mapping((), Location(path))
    places = {way: (part.where.line, part.where.column) for way, part in parts_of(front)}
    if isinstance(fields, ReleaseFields):
        mistakes += _held_above(fields, path, places)
    mistakes += _below(model, prose, path, line)
    slug = _slug(fields, path) if fields else "-"
    if not slug:
        mistakes.append(_no_slug(path))
    try:
        body = _body(prose, path, line, setting.language, fields.lang if fields else None)
    except BadSource as bad:
        raise BadSource(*mistakes, *bad.mistakes) from None
    if mistakes or fields is None:
        half = read_valid(model, front, STAND_IN, setting.zone)
        draft = half.model_copy(update={"draft": True})
        return _Parts(draft, "-", body, places, tuple(mistakes))
    doubts = tuple(doubts_of(fields, places, body, prose, Location(path, line)))
    hours = tuple(hours_of(fields, places, prose, Location(path, line)))
    return _Parts(fields, slug, replace(body, doubts=doubts, hours=hours), places, ())


def _held_above(fields: ReleaseFields, path: str, places: dict[Path, Place]) -> Iterator[Mistake]:
    """Find an embargo in the words that stand first, and would be published with it; or `draft: yes`."""
    for name, words in above(fields):
        if DRAFTED.stand_in(words) and (found := DRAFT_WITHIN.search(words)):
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
    anywhere = NAMED_BELOW.stand_in(prose)
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
