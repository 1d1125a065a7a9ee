"""To whom an address belongs: a text by its file, what the site makes of itself by a word, and these by name.

The public record keeps an owner as text: `topic:jämlikhet`, `meeting:sodermalm`.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What has a name, and makes addresses of it."""

    TOPIC = "topic"
    DISTRICT = "district"
    MEETING = "meeting"
    CONTACT = "contact"
    YEAR = "year"

    def named(self, name: str) -> str:
        """Give the owner of this kind with that name."""
        return f"{self}:{name}"


KINDS = {kind.value: kind for kind in Kind}


def kind_and_name(owner: str) -> tuple[Kind | None, str]:
    """Take an owner apart; None and "" for a text, and for what the site makes of itself."""
    word, _, name = owner.partition(":")
    kind = KINDS.get(word)
    return (kind, name) if kind else (None, "")
