"""Where meetings are, held against the map."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.districts import named_in, nearest
from pressrum.errors import Mistake, say
from pressrum.model import Project
from pressrum.slug import slugify


def warn_of_districts(project: Project) -> Iterator[Mistake]:
    """Warn of meetings in districts that the map does not have, or spells in another way."""
    drawn = {district.slug: district.name for district in project.districts}
    for meeting in project.meetings if drawn else ():
        name = meeting.fields.district
        known = drawn.get(slugify(name))
        if name == known:
            continue
        near = known or nearest(name, project.districts)
        hint = say("write {name}", name=near) if near else say("write the name of a district on the map")
        if len(several := named_in(name, project.districts)) > 1:
            *names, last = several
            hint = say(
                "write the one that the place is in: {names} or {last}", names=", ".join(names), last=last
            )
        yield Mistake(
            meeting.place("district"),
            say('"{name}" is spelt in another way on the map', name=name)
            if known
            else say('"{name}" is not on the map', name=name),
            hint,
        )


def warn_of_positions(project: Project) -> Iterator[Mistake]:
    """Warn of doors outside Europe, for a site in it, that the same degrees the other way round put there."""
    for meeting in project.meetings if project.site.zone.key.startswith("Europe/") else ():
        if meeting.fields.geo is None:
            continue
        first, second = (part.strip() for part in meeting.fields.geo.split(","))
        if _in_europe(second, first) and not _in_europe(first, second):
            yield Mistake(
                meeting.place("geo"),
                say("this is a place outside Europe"),
                say("write the latitude first: {position}", position=f"{second}, {first}"),
            )


def _in_europe(latitude: str, longitude: str) -> bool:
    return 34 <= float(latitude) <= 72 and -25 <= float(longitude) <= 45  # noqa: PLR2004 - degrees
