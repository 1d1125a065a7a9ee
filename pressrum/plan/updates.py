"""When a release last said something new, as feeds, the sitemap and its page tell (RFC 4287, 4.2.15)."""

from __future__ import annotations

from datetime import datetime

from pressrum.model import Release
from pressrum.plan.scene import Scene
from pressrum.written.local_times import in_zone


def updated(release: Release, scene: Scene) -> datetime:
    """Give its date or that of its newest correction, or when it was found retracted; in the site's zone.

    One that shows the tour says something new with each meeting that is added or moved.
    """
    moments = [release.fields.date, *(correction.date for correction in release.corrections(scene.now))]
    recorded = scene.retracted.get(release.source) or (release.body.tours and _tour_updated(scene))
    if recorded:
        moments.append(_local(recorded, scene))
    return max(moments)


def _tour_updated(scene: Scene) -> str:
    """Give when a meeting was last moved, or added to the first ones, be it gone by now; "" for never."""
    began = min((stamp.created for stamp in scene.told.meetings), default="")
    newest = max((stamp.moved or stamp.created for stamp in scene.told.meetings), default="")
    return newest if newest > began else ""


def withdrawn(release: Release, scene: Scene) -> datetime | None:
    """Give the minute in which a release was found retracted, in the site's zone; None for any other one."""
    recorded = scene.retracted.get(release.source)
    return _local(recorded, scene).replace(second=0) if recorded else None


def _local(recorded: str, scene: Scene) -> datetime:
    return in_zone(datetime.fromisoformat(recorded), scene.site.zone)
