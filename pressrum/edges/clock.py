"""The moment to build for: asked for once, and given to everything else."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pressrum.errors import BadValue, say
from pressrum.written.local_times import in_zone
from pressrum.written.moments import parse_moment

EPOCH = "SOURCE_DATE_EPOCH"


def clock_now() -> datetime:
    """Give the machine's moment: UTC, whole seconds."""
    return datetime.fromtimestamp(int(time.time()), UTC)


def real_now() -> datetime:
    """Give the moment: `SOURCE_DATE_EPOCH` (reproducible-builds.org) or else the clock; UTC, whole seconds.

    Raises `BadValue` when the variable holds no number of seconds.
    """
    given = os.environ.get(EPOCH, "")
    if not given:
        return clock_now()
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        raise BadValue(
            say('{name} holds "{text}"', name=EPOCH, text=given), say("give it seconds since 1970")
        ) from None


def chosen_now(text: str | None, zone: ZoneInfo) -> datetime:
    """Give the moment that `--now` names, in the site's zone when it has no offset; else `real_now`.

    Raises `BadValue` for what is no moment.
    """
    # Python compares moments in one zone object by what clocks show, and in autumn they show an hour twice.
    own, clock = ZoneInfo.no_cache(zone.key), real_now()
    if text is None:
        return clock.astimezone(own)
    return in_zone(parse_moment(text, near=clock.date()), own)
