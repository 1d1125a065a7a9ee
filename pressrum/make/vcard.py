"""A contact for the address book of a phone or a newsroom (vCard 3.0, RFC 2426).

Version 3.0 and not 4.0: Outlook reads no later one, and all others read this.
"""

from __future__ import annotations

from dataclasses import dataclass

from pressrum.make.calendars.lines import content_line, escape, text_line, to_bytes
from pressrum.uris import as_uri

PARTICLES = ("von", "af", "av", "de", "da", "del", "della", "di", "van", "der", "den", "la", "le", "al", "el")
"""Words that a family name begins with."""


def _parted(name: str) -> tuple[str, str]:
    """Part a name into given and family name, which may begin with particles.

    >>> _parted("Anna Maria von Essen"), _parted("Anna von Essen"), _parted("Madonna")
    (('Anna Maria', 'von Essen'), ('Anna', 'von Essen'), ('', 'Madonna'))
    """
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


@dataclass(frozen=True)
class Card:
    """The recipe of a contact's card."""

    name: str
    role: str | None
    organisation: str
    email: str | None
    phone: str | None
    """As it is called from anywhere: `+46850829000`."""
    hours: str | None
    url: str
    """The site's."""

    def make(self) -> bytes:
        """Give the card; its lines are folded as those of a calendar (RFC 2425, 5.8.1)."""
        given, family = _parted(self.name)
        lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",  # RFC 2426, 3.6.9
            text_line("FN", self.name),  # 3.1.1
            # 3.1.2: family name, given name, and three parts that nobody has told us.
            content_line("N", f"{escape(family)};{escape(given)};;;"),
            text_line("ORG", self.organisation),  # 3.5.5
            *([text_line("TITLE", self.role)] if self.role else []),  # 3.5.1
            *([content_line("TEL", self.phone, TYPE="WORK")] if self.phone else []),  # 3.3.1
            *([text_line("EMAIL", self.email)] if self.email else []),  # 3.3.2
            *([text_line("NOTE", self.hours)] if self.hours else []),  # 3.6.2
            content_line("URL", as_uri(self.url)),  # 3.6.8
            "END:VCARD",
        ]
        return to_bytes(lines)
