"""What may not be as it was meant in a text and in the words above it: published all the same, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pressrum.errors import Location, Mistake, Slips, located, location, say
from pressrum.fields.text import ReleaseFields, TextFields
from pressrum.mentions.hours import told_hours
from pressrum.mentions.relative_days import wrong_relative_days
from pressrum.mentions.weekdays import wrong_weekdays
from pressrum.model import Body, ToldHour
from pressrum.nodes import Path, Place
from pressrum.parse.markdown.placing import without_code
from pressrum.parse.markdown.unfinished import unfinished
from pressrum.typography import spaced
from pressrum.written.markup import tags_in

LABEL = re.compile(
    r"(?i)[#*_ ]*(?:(?:pressmeddelande|pressinbjudan|(?:press|news|media) (?:release|notice|statement)"
    r"|for immediate release)\b[^\n]{,40}"
    r"|(?:[^\W\d_]+[,:]? )?(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [^\W\d]{3,9} \d{4})"
    r"(?:,? (?:kl\.? ?)?\d\d[.:]\d\d)?[*_ ]*)"
)
"""A line that says what the text is, and maybe when it was sent; or when and where alone."""


def above(fields: TextFields) -> Iterator[tuple[str, str]]:
    """Give the words that stand above the text, by the names of their fields."""
    yield "title", fields.title
    if fields.lead:
        yield "lead", fields.lead


def doubts_of(
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
    for name, words in above(fields):
        where = Location(begins.path, *places[name,])
        yield from (
            Mistake(where, message, hint) for _, message, hint in (*tags_in(words), *_odd(words, near))
        )
    yield from located(_odd(without_code(prose), near), prose, begins.path, begins.line)


def _odd(words: str, near: date | None) -> Slips:
    """Find what is left to fill in, and days that are not as they are called; `near` is that of a release."""
    return (*unfinished(words), *wrong_weekdays(words, near), *wrong_relative_days(words, near))


def hours_of(
    fields: TextFields, places: dict[Path, Place], prose: str, begins: Location
) -> Iterator[ToldHour]:
    """Give the hours that a release tells, where it is about meetings or translates another."""
    if not isinstance(fields, ReleaseFields) or not (fields.meetings or fields.original):
        return
    near = fields.date.date()
    for name, words in above(fields):
        where = Location(begins.path, *places[name,])
        yield from (ToldHour(day, hour, where) for _, day, hour in told_hours(words, near))
    for index, day, hour in told_hours(without_code(prose), near):
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
