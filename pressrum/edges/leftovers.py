"""What builds that were cut off have left half written outside of output/."""

from __future__ import annotations

from contextlib import suppress

from pressrum.edges.lock import halfway
from pressrum.edges.memory import PICTURES, SEARCH
from pressrum.edges.request import Request, record_file


def sweep(request: Request) -> None:
    """Take it away. What is at work for another folder can do without: it keeps less, and makes the same."""
    if not request.trial:
        halfway(record_file(request.site)).unlink(missing_ok=True)
    with suppress(OSError):
        for folder in (PICTURES, SEARCH):
            for half in (request.site / folder).rglob(".*.new"):
                half.unlink()
