"""Times as the clocks of a place show them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pressrum.errors import BadValue, say


def in_zone(moment: datetime, zone: ZoneInfo, *, later: bool = False) -> datetime:
    """Give `moment` in `zone`: an aware one converted, a naive one as the clocks there show it.

    In autumn an hour comes twice. An embargo takes the second (`later`), so that nothing is out
    too early; `expires` the first, so that nothing is out too long, and so does a meeting (RFC 5545,
    section 3.3.5). What is in the second has a zone object of its own: within one Python compares by what
    clocks show. Raises `BadValue` for a time that the clocks jump over in spring.
    """
    if moment.tzinfo:
        return _apart(moment.astimezone(zone), zone)
    first = moment.replace(tzinfo=zone, fold=0)
    shown = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    if shown != moment:
        clock, day = f"{moment:%H.%M}", moment.date().isoformat()
        raise BadValue(
            say("there is no {clock} on {day}: clocks go forward that night", clock=clock, day=day),
            say("write {after} instead of {clock}", after=f"{shown:%H.%M}", clock=clock),
        )
    second = first.replace(fold=1)
    return _apart(second, zone) if later and second.utcoffset() != first.utcoffset() else first


def _apart(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.replace(tzinfo=ZoneInfo.no_cache(zone.key)) if moment.fold else moment
