"""What a text says, as the public record keeps it: a digest that changes with what readers see."""

from __future__ import annotations

import hashlib

from pressrum.ledger import TITLED
from pressrum.model import Link
from pressrum.typography import spaced


def said_by(title: str, *others: str | tuple[Link, ...] | None) -> str:
    """Give the digest of a text, that of its title first; of links count the targets.

    Where in its file it stands does not count, nor where its lines may not be broken.
    """
    return _digest((title,))[:TITLED] + _digest(others)


def _digest(said: tuple[str | tuple[Link, ...] | None, ...]) -> str:
    """Give sixteen hexadecimal digits for some parts of a text."""
    parts = [[link.target for link in part] if isinstance(part, tuple) else part for part in said]
    words = [spaced(part.replace("&nbsp;", " ")) if isinstance(part, str) else part for part in parts]
    return hashlib.sha256(repr(words).encode()).hexdigest()[:16]
