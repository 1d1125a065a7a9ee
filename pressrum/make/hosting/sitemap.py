"""sitemap.xml (sitemaps.org, 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pressrum.uris import as_uri


@dataclass(frozen=True)
class Sitemap:
    """Every page that is worth finding, with when its text last said something new."""

    pages: tuple[tuple[str, datetime | None], ...]
    """Absolute addresses; None where a page only lists others."""

    def make(self) -> bytes:
        """Give the document in UTF-8."""
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *(_url(address, changed) for address, changed in self.pages),
            "</urlset>",
        ]
        return ("\n".join(lines) + "\n").encode()


def _url(address: str, changed: datetime | None) -> str:
    where = f"<loc>{as_uri(address)}</loc>"
    when = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<url>{where}{when}</url>"


@dataclass(frozen=True)
class Robots:
    """Every robot is welcome, and is told of the sitemap."""

    sitemap: str
    """Its absolute address."""

    def make(self) -> bytes:
        """Give the file."""
        return f"User-agent: *\nDisallow:\n\nSitemap: {as_uri(self.sitemap)}\n".encode()
