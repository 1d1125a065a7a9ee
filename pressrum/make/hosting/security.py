"""security.txt: whom to tell of a hole in the site (RFC 9116)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from pressrum.uris import as_uri


@dataclass(frozen=True)
class SecurityTxt:
    """The file at /.well-known/security.txt."""

    contact: str
    """An e-mail address, or a web address that begins with https."""
    expires: datetime
    """Until when it holds; from the sources and never from the clock."""
    canonical: str
    """Where the file is served, at the root of the host."""

    def make(self) -> bytes:
        """Give the file."""
        # RFC 9116, 2.5.3: the value is a URI; web URIs begin with "https://".
        mail = not self.contact.lower().startswith("https:")
        contact = f"mailto:{quote(self.contact, safe='@+')}" if mail else as_uri(self.contact)
        expires = self.expires.isoformat(timespec="seconds")
        return f"Contact: {contact}\nExpires: {expires}\nCanonical: {as_uri(self.canonical)}\n".encode()
