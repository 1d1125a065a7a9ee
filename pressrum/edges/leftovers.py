"""Files that builds which were cut off have left half written outside of output/."""

from __future__ import annotations

from contextlib import suppress

from pressrum.edges.lock import halfway
from pressrum.edges.memory import PICTURES, SEARCH
from pressrum.edges.request import Request, record_file


def sweep(request: Request) -> None:
    """Remove them. A build at work on another folder may lose one of its own: it then caches less."""
    if not request.trial:
        halfway(record_file(request.site)).unlink(missing_ok=True)
    with suppress(OSError):
        for folder in (PICTURES, SEARCH):
            for half in (request.site / folder).rglob(".*.new"):
                half.unlink()
