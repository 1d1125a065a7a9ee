"""The calendars: of the whole tour, one a district, one a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrum.language import Language
from pressrum.ledger import Left, Stamp
from pressrum.make.calendars.calendar import Calendar
from pressrum.make.calendars.event import departed, event_of
from pressrum.model import Meeting
from pressrum.owners import Kind
from pressrum.permalinks import Permalink
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene


def calendars(scene: Scene) -> Iterator[Output]:
    """The calendar of the whole tour, one a district, one a meeting."""
    if scene.project.tour is None:
        return
    here = scene.addresses
    title = scene.project.tour.fields.title
    yield calendar(here.whole_calendar, title, here.tour, scene.meetings, "calendar", scene)
    for district in scene.districts.values():
        address, owner = here.district_calendar(district.name), Kind.DISTRICT.named(district.name)
        named = f"{title}: {district.name}"
        yield calendar(address, named, here.tour, district.meetings, owner, scene, left=district.left)
    for meeting in scene.meetings:
        address, owner = here.meeting_calendar(meeting), Kind.MEETING.named(meeting.id)
        named = f"{title}: {meeting.fields.district}"
        yield calendar(address, named, here.meeting(meeting), [meeting], owner, scene)


def calendar(
    address: Permalink,
    name: str,
    page: Permalink,
    meetings: Iterable[Meeting],
    owner: str,
    scene: Scene,
    *,
    left: Iterable[tuple[Meeting, Left]] = (),
) -> Output:
    """Give the calendar of `meetings` at `address`, with those that have `left` its district."""
    tour, here = scene.project.tour, scene.addresses
    title = tour.fields.title if tour else name

    def known(meeting: Meeting) -> tuple[Meeting, Stamp, str, str, Language]:
        page = scene.site.url + here.meeting(meeting).link
        return meeting, scene.stamps[meeting.id], title, page, here.language

    events = [event_of(*known(meeting)) for meeting in meetings]
    events += [departed(*known(meeting), was) for meeting, was in left]
    recipe = Calendar(
        name=name,
        description=(tour.fields.description if tour else None) or "",
        source=scene.site.url + address.link,
        url=scene.site.url + page.link,
        colour=scene.site.fields.accent,
        language=scene.site.fields.language,
        zone=scene.zone,
        events=tuple(events),
    )
    return Output(address, recipe, owner, Stage.FEED)
