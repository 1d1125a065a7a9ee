"""Whatever is spoilt in a site, a build of it ends in a site or in mistakes with their places."""

from __future__ import annotations

from hypothesis import given, settings
from spoilt import PICTURES, QUIET, TEXTS, check_build, spoilt_sites


def test_the_site_to_be_spoilt_is_good() -> None:
    """Nothing is wrong with it before anything is put in."""
    check_build({path: text.encode() for path, text in TEXTS.items()} | PICTURES)


@settings(QUIET, max_examples=25)
@given(spoilt_sites())
def test_a_spoilt_site_is_built_or_told(files: dict[str, bytes]) -> None:
    """Texts, fields, the map and pictures with anything put in or cut out never stop it in another way."""
    check_build(files)
