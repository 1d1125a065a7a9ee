"""What can be told of site.yaml without reading it as a whole: that it is missing, and its language."""

from __future__ import annotations

import re

from pressrum.errors import Location, Mistake, say
from pressrum.places import SITE

ENGLISH = re.compile(r"language:[ \t]*[\"']?en(?:g|\b)", re.IGNORECASE)
"""What asks for English, also as a word that site.yaml does not take: `English`, `en-GB`."""

NO_SITE = Mistake(
    Location(SITE),
    say("there is no site.yaml in this folder"),
    say("write it there, or name the folder that has it: SITE=folder (without make: --site folder)"),
)


def guessed_language(site: bytes) -> str:
    """Guess the language of a site.yaml that cannot be read as a whole: Swedish unless it says English."""
    lines = site.decode("utf-8-sig", "replace").splitlines()
    return "en" if any(ENGLISH.match(line) for line in lines) else "sv"
