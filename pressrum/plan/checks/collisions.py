"""One address for one thing: what would stand where another does is told, and both are named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pressrum.errors import Location, Mistake, Text, say
from pressrum.ledger import Record
from pressrum.make.pictures import Rendition
from pressrum.make.plain import PlainText
from pressrum.model import Page, Release
from pressrum.owners import Kind, kind_and_name
from pressrum.places import SITE, TOUR
from pressrum.plan.checks.file_names import naming
from pressrum.plan.outputs import Copy, Output


def check_collisions(
    outputs: Collection[Output], places: dict[str, Release | Page], record: Record
) -> Iterator[Mistake]:
    """Give one mistake for each two outputs that would be one file, or file and folder; it names both.

    It stands at the newcomer: not at the one that `record` has published there.
    """
    told: set[tuple[str, str]] = set()
    for output, other in _clashes(outputs, places):
        if isinstance(output.recipe, PlainText) and isinstance(other.recipe, PlainText):
            continue  # two pages clash, and that is told
        if not isinstance(output.recipe, Rendition | Copy) or output.owner in places:
            yield _taken(output, other, places, record)
        elif (output.owner, other.owner) not in told:  # once, and not for each size of a picture
            told.add((output.owner, other.owner))
            yield _same_names(output, other)


def _clashes(
    planned: Collection[Output], places: dict[str, Release | Page]
) -> Iterator[tuple[Output, Output]]:
    """Give each two outputs that would be one file, and each that would need a file to be a folder."""
    taken: dict[str, Output] = {}
    for output in planned:
        other = taken.setdefault(output.permalink.file.casefold(), output)
        if (
            other.yields
            and other.permalink == output.permalink
            and isinstance(places.get(output.owner), Page)
        ):
            taken[output.permalink.file.casefold()] = output  # to come, and then in its place
        elif other is not output and (other.owner != output.owner or other.recipe != output.recipe):
            yield output, other
    for output in planned:
        folder = output.permalink.file.casefold()
        while folder := folder.rpartition("/")[0]:
            if folder in taken:
                yield output, taken[folder]


def check_takeovers(
    taken: Iterable[tuple[Output, str]], places: dict[str, Release | Page]
) -> Iterator[Mistake]:
    """Say of each text that would stand where another one is published what that one is."""
    for output, owner in taken:
        path, text = output.permalink.path, places[output.owner]
        yield Mistake(
            naming(text, path) or text.place("title"),
            say("{address} is published, and belongs to {file}", address=path, file=owner),
            say("remove it, or write another old address")
            if path in text.fields.aliases
            else say("give this text another address with the line slug: …"),
        )


def _taken(output: Output, other: Output, places: dict[str, Release | Page], record: Record) -> Mistake:
    """Say that an address is taken, at the field that it comes from."""

    def rank(one: Output) -> tuple[bool, bool, bool]:
        path, text = one.permalink.path, places.get(one.owner)
        known = record.by_path.get(path)
        return (
            text is not None,
            text is not None and path in text.fields.aliases,
            not known or known.source != one.owner,
        )

    late, rival = sorted((output, other), key=rank, reverse=True)
    text, path = places.get(late.owner), late.permalink.path
    aliased = text is not None and path in text.fields.aliases
    return Mistake(
        naming(text, path) or text.place("title") if text else Location(_file_of(late.owner)),
        say("{address} is taken by {other} already", address=path, other=_file_of(rival.owner)),
        _apart(rival, aliased=aliased),
    )


def _same_names(output: Output, other: Output) -> Mistake:
    """Say that a file beside a text would stand, in one of its sizes, where another thing does."""
    return Mistake(
        Location(output.owner),
        say(
            "{address} is taken by {other} already",
            address=output.permalink.path,
            other=_file_of(other.owner),
        ),
        say("give one of the files another name"),
    )


def _apart(rival: Output, *, aliased: bool) -> Text:
    """Say how two that would stand at one address come apart."""
    if rival.owner in ("accessibility", "privacy") and not rival.yields:
        return say("keep one of them: remove this, or {field}: in site.yaml", field=rival.owner)
    if aliased:
        return say("remove it, or write another old address")
    return say("give one of them another address with the line slug: …")


def _file_of(owner: str) -> str:
    """Give the file in which people find what an address is made from."""
    kind, _ = kind_and_name(owner)
    if kind in (Kind.MEETING, Kind.DISTRICT) or owner in ("tour", "calendar"):
        return TOUR
    return owner if "/" in owner else SITE
