"""The district that a name means."""

from __future__ import annotations

import pytest

from pressrum.districts import District, nearest
from pressrum.slug import slugify

NAMES = ("Farsta", "Enskede-Årsta-Vantör", "Hägersten-Liljeholmen", "Södermalm", "Östermalm")
DISTRICTS = tuple(District(name, slugify(name), ()) for name in NAMES)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Enskede Årsta Vantör", "Enskede-Årsta-Vantör"),
        ("ENSKEDE–ÅRSTA–VANTÖR", "Enskede-Årsta-Vantör"),
        ("Enskede-Arsta", "Enskede-Årsta-Vantör"),
        ("Årsta", "Enskede-Årsta-Vantör"),
        ("Liljeholmen", "Hägersten-Liljeholmen"),
        ("Farsta strand", "Farsta"),
        ("Södermlam", "Södermalm"),
        ("Östermam", "Östermalm"),
        ("Kiruna", None),
        ("Södertälje", None),
        ("", None),
        ("–", None),
    ],
)
def test_nearest(name: str, near: str | None) -> None:
    """The nearest district is one that is part of the name, or the name of it; else one that is like it."""
    assert nearest(name, DISTRICTS) == near


def test_nothing_is_near_on_an_empty_map() -> None:
    """Without districts there is no nearest one."""
    assert nearest("Farsta", ()) is None
