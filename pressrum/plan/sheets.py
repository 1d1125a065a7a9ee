"""Style sheets that name fonts, pictures and each other: in what order, by what addresses, what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from urllib.parse import quote

from pressrum.errors import BadSource, Mistake, Text, say
from pressrum.make.sheet import StyleSheet
from pressrum.places import ASSETS, name_beside
from pressrum.plan.files import alike
from pressrum.sheets import Sheet, SheetLink

Sheets = Mapping[str, Sheet]
"""Style sheets by name."""


def dressed(sheet: Sheet, links: Mapping[str, str]) -> StyleSheet:
    """Give a sheet in which assets have the names that they are published under, those in `links`.

    >>> from pressrum.errors import Location
    >>> from pressrum.sheets import SheetLink
    >>> link = SheetLink("a b.png", 6, 15, Location(""))
    >>> dressed(Sheet("url(./a%20b.png#c)", (link,)), {"a b.png": "assets/a b.0123.png"}).text
    'url(./a%20b.0123.png#c)'
    """
    parts: list[str] = []
    done = 0
    for link in sheet.links:
        if link.name in links:
            parts += sheet.text[done : link.start], quote(links[link.name].rpartition("/")[2])
            done = link.end
    return StyleSheet("".join((*parts, sheet.text[done:])))


def in_order_of_need(sheets: Sheets) -> Iterator[str]:
    """Give the names of sheets, each after those that it names. Raises `BadSource` for a circle."""
    needs = {name: [link.name for link in sheet.links] for name, sheet in sorted(sheets.items())}
    try:
        yield from (name for name in TopologicalSorter(needs).static_order() if name in sheets)
    except CycleError as error:
        raise BadSource(_circle(error.args[1], sheets)) from None


def check_sheets(sheets: Sheets, names: Collection[str]) -> Iterator[Mistake]:
    """Find addresses that lead to none of the assets `names`, and sheets that lead back to each other."""
    for sheet in sheets.values():
        for link in sheet.links:
            if link.name not in names:
                words = say('there is no file "{name}" in templates/assets/', name=link.name)
                yield Mistake(link.where, words, _nearest(link, names))
    try:
        tuple(in_order_of_need(sheets))
    except BadSource as bad:
        yield from bad.mistakes


def _nearest(link: SheetLink, names: Collection[str]) -> Text:
    """Say what to write instead, as seen from the folder of the sheet."""
    for near in alike(link.name, names):
        return say("write {name}", name=quote(name_beside(link.where.path, ASSETS + near)))
    return say("save it as a file in templates/assets/ and use it from there, or remove it")


def _circle(names: list[str], sheets: Sheets) -> Mistake:
    """Say that sheets lead back to each other; each of `names` is named in the one after it."""
    first, second, *_ = fetched = names[::-1]
    return Mistake(
        next(link.where for link in sheets[first].links if link.name == second),
        say("the style sheets fetch each other in a circle: {names}", names=" → ".join(fetched)),
        say("remove one of the addresses"),
    )
