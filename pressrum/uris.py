"""Addresses as programs take them: a phone's calendar and a search engine may know no letters but ASCII's."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

KEPT = "/%:@!$&'()*+,;=~-._?"
"""What stays as it is in an address."""


def as_uri(address: str) -> str:
    """Give a whole address in ASCII, as the web sends it (RFC 3987, 3.1).

    >>> as_uri("https://räksmörgås.example/å/turne/")
    'https://xn--rksmrgs-5wao1o.example/%C3%A5/turne/'
    """
    parts = urlsplit(address)
    host = _in_ascii(parts.hostname or "")
    netloc = (f"[{host}]" if ":" in host else host) + (f":{parts.port}" if parts.port else "")
    rest = (quote(part, KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, netloc, *rest))


def _in_ascii(host: str) -> str:
    """Give a host by the name that it is looked up by; one that can have none stays unknown."""
    quoted = quote(host)
    if quoted == host:
        return host  # as most, and what tells of others is slow to load
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quoted
