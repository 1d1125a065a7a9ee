"""The digest of what a text says (`said` in the public record): it changes with what readers see."""

from __future__ import annotations

import hashlib

from pressrum.ledger import TITLED
from pressrum.model import Link
from pressrum.typography import spaced


def said_by(title: str, *others: str | tuple[Link, ...] | None) -> str:
    """Give the digest of a text, that of its title first.

    Of links only the targets count, not their places in the file; nor do hard spaces and the like.
    """
    return _digest((title,))[:TITLED] + _digest(others)


def _digest(said: tuple[str | tuple[Link, ...] | None, ...]) -> str:
    """Give sixteen hexadecimal digits for some parts of a text."""
    parts = [[link.target for link in part] if isinstance(part, tuple) else part for part in said]
    words = [spaced(part.replace("&nbsp;", " ")) if isinstance(part, str) else part for part in parts]
    return hashlib.sha256(repr(words).encode()).hexdigest()[:16]
