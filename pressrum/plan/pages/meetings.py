"""The schedule, one page a meeting, and how to subscribe."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.errors import say
from pressrum.language import Language
from pressrum.make.calendars.event import in_a_line
from pressrum.make.pages.kinds import CalendarPage, MeetingPage, TourPage
from pressrum.make.pages.qr import QrCode
from pressrum.make.pages.views import LinkView, MeetingView
from pressrum.model import Meeting
from pressrum.owners import Kind
from pressrum.plan.addresses import ENDINGS
from pressrum.plan.outputs import Output
from pressrum.plan.scene import Scene
from pressrum.slug import slugify
from pressrum.uris import as_uri


def tour(scene: Scene) -> Iterator[Output]:
    """The schedule, one page a meeting, and how to subscribe."""
    if scene.tour is None:
        return
    here = scene.addresses
    days = say("{tour}: when and where the meetings are held.", tour=scene.tour.title)
    about = scene.tour.description or here.language.tell(days)
    page = scene.html(
        here.tour, TourPage(scene.tour, scene.sketch), title=scene.tour.title, description=about
    )
    yield Output(here.tour, page, "tour")
    held = scene.meetings
    for earlier, meeting, later in zip((None, *held), held, (*held[1:], None), strict=False):
        yield _meeting(meeting, earlier, later, scene)
    slugs = {slugify(meeting.fields.district) for meeting in held}  # and no name that was mended
    names = [scene.districts[slug].name for slug in slugs]
    view = CalendarPage(
        all=as_uri(scene.site.url + here.whole_calendar.link),
        code=QrCode(as_uri(scene.site.url + here.calendar.link)),
        districts=tuple(
            LinkView(name, here.district_calendar(name).link)
            for name in sorted(names, key=here.language.order)
        ),
    )
    title = here.language.gettext("Calendar")
    told = here.language.tell(say("How to follow {tour} in your own calendar.", tour=scene.tour.title))
    page = scene.html(here.calendar, view, title=title, description=told)
    yield Output(here.calendar, page, "calendar")


def _meeting(meeting: Meeting, earlier: Meeting | None, later: Meeting | None, scene: Scene) -> Output:
    here = scene.addresses
    tour_title = scene.common.site.tour_title or ""
    view = MeetingPage(
        meeting=scene.shown[meeting.id],
        tour_title=tour_title,
        code=QrCode(as_uri(scene.site.url + here.meeting(meeting).link)),
        releases=scene.listed(
            release for release in scene.about.get(meeting.id, ()) if release.fields.retracted is None
        ),
        earlier=scene.shown[earlier.id] if earlier else None,
        later=scene.shown[later.id] if later else None,
    )
    shown, district, spoken = view.meeting, meeting.fields.district, here.language
    when = spoken.day(shown.day)
    if any(one and (one.fields.district, one.day) == (district, shown.day) for one in (earlier, later)):
        when = spoken.day_and_hours(shown.day, shown.start, shown.end)
    title = f"{district}, {when} – {tour_title}"
    if meeting.fields.cancelled:
        title = spoken.tell(say("CANCELLED: {summary}", summary=title))
    calendar = LinkView(district, here.district_calendar(district).link)
    feeds = [LinkView(district, here.district_feed(district, ending).link) for ending in ENDINGS]
    page = scene.html(
        here.meeting(meeting),
        view,
        title=title,
        description=_told(shown, spoken),
        feeds=(calendar, *feeds),
    )
    return Output(here.meeting(meeting), page, Kind.MEETING.named(meeting.id))


def _told(meeting: MeetingView, language: Language) -> str:
    """Give what is known in one line, for a shared link: that it is cancelled or was moved first of all."""
    news = meeting.cancelled and language.tell(say("Cancelled: {reason}", reason=meeting.cancelled))
    if meeting.change and meeting.change.moved and not meeting.past:
        news = in_a_line(meeting.change, language)
    when = language.day_and_hours(meeting.day, meeting.start, meeting.end)
    return " · ".join(filter(None, (news, when, meeting.location, meeting.about)))
