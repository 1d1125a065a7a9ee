"""The districts of a city, as a map draws them, and which one a name means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from pressrum.slug import slugify

Ring = tuple[tuple[float, float], ...]

ALIKE = 0.75
"""How alike a name must be to be offered, from 0 to 1: Södertälje is not Södermalm."""


@dataclass(frozen=True)
class District:
    """A district and its outline."""

    name: str
    slug: str
    """What names are matched by: `slugify(name)`, so that hyphens and capitals do not matter."""
    rings: tuple[Ring, ...]
    """Longitude and latitude (WGS 84, degrees); the last position is the first. Outlines and
    holes alike: what lies in an odd number of rings belongs to the district."""


def nearest(name: str, districts: Iterable[District]) -> str | None:
    """Give the name of the district that `name` most likely means, or None when none is near.

    A part of a name counts before a likeness: Årsta is in Enskede-Årsta-Vantör, and is not Farsta;
    Farsta strand is in Farsta.
    """
    slug = slugify(name)
    names = {district.slug: district.name for district in districts}
    part = [known for known in names if slug and (_within(slug, known) or _within(known, slug))]
    near = part or difflib.get_close_matches(slug, names, n=1, cutoff=ALIKE)
    return names[near[0]] if near else None


def named_in(text: str, districts: Iterable[District]) -> tuple[str, ...]:
    """Give the names of the districts that stand in a text, such as `Farsta och Skarpnäck`.

    Also of those that share all its words, as where districts have become one: Hägersten-Älvsjö
    was Hägersten-Liljeholmen and Älvsjö.
    """
    slug, districts = slugify(text), tuple(districts)
    words = slug.split("-")
    shared = [district for district in districts if any(_within(word, district.slug) for word in words)]
    if not all(any(_within(word, district.slug) for district in shared) for word in words):
        shared = [district for district in shared if _within(district.slug, slug)]
    return tuple(district.name for district in shared)


def _within(slug: str, other: str) -> bool:
    return f"-{slug}-" in f"-{other}-"
