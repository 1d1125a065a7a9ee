"""Style sheets that name other assets by the addresses under which these are published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StyleSheet:
    """A style sheet as it is published."""

    text: str

    def make(self) -> bytes:
        """Give it in UTF-8, as which browsers read it without another word."""
        return self.text.encode()
