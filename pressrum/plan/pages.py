"""The pages of the site, room by room: each function gives the outputs of one part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pressrum.errors import say
from pressrum.fields import ImageFields
from pressrum.make.kinds import (
    ArchivePage,
    CalendarPage,
    HomePage,
    MeetingPage,
    NotFoundPage,
    RedirectPage,
    ReleasePage,
    TextPage,
    TopicPage,
    TopicsPage,
    TourPage,
)
from pressrum.make.qr import QrCode
from pressrum.make.views import CorrectionView, ImageView, LinkView, ReleaseLink, Rich
from pressrum.model import TOUR, Meeting, Page, Permalink, Release
from pressrum.plan.addresses import HOME, NOT_FOUND
from pressrum.plan.links import linked
from pressrum.plan.outputs import Copy, Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.views import chosen_contacts, image_view, release_link, release_title

LATEST_HOME = 5
LATEST_ARCHIVE = 30


def home(scene: Scene) -> Iterator[Output]:
    """`/`."""
    here = scene.addresses
    coming = scene.tour.coming if scene.tour else ()
    view = HomePage(
        tour=scene.tour,
        next=next((meeting for meeting in coming if meeting.cancelled is None), None),
        latest=tuple(release_link(release, here) for release in scene.releases[:LATEST_HOME]),
        contacts=chosen_contacts([contact.key for contact in scene.contacts], scene.contacts, scene.site),
    )
    fields = scene.site.fields
    page = scene.html(HOME, "home", view, title=fields.title, description=fields.description or "")
    yield Output(HOME, page, "home")


def archive(scene: Scene) -> Iterator[Output]:
    """The archive and one page a year."""
    here = scene.addresses
    by_year = {
        year: tuple(members)
        for year, members in groupby(scene.releases, key=lambda release: release.fields.date.year)
    }
    years = tuple(
        LinkView(str(year), here.year(year).link, len(members)) for year, members in by_year.items()
    )
    everything = ArchivePage(None, years, _listed(scene.releases[:LATEST_ARCHIVE], scene))
    title = here.language.gettext("Press releases")
    yield Output(here.releases, scene.html(here.releases, "archive", everything, title=title), "releases")
    for year, members in by_year.items():
        view = ArchivePage(year, years, _listed(members, scene))
        named = here.language.tell(say("Press releases {year}", year=year))
        yield Output(
            here.year(year), scene.html(here.year(year), "archive", view, title=named), f"year:{year}"
        )


def _listed(releases: Iterable[Release], scene: Scene) -> tuple[ReleaseLink, ...]:
    return tuple(release_link(release, scene.addresses) for release in releases)


def releases(scene: Scene) -> Iterator[Output]:
    """Each public release with its pictures and its old addresses."""
    for index, release in enumerate(scene.releases):
        earlier = scene.releases[index + 1] if index + 1 < len(scene.releases) else None
        later = scene.releases[index - 1] if index else None
        yield from _release(release, earlier, later, scene)


def _release(
    release: Release, earlier: Release | None, later: Release | None, scene: Scene
) -> Iterator[Output]:
    here, fields = scene.addresses, release.fields
    permalink = here.release(release)
    title = release_title(release, here)
    retracted = fields.retracted is not None
    view = ReleasePage(
        title=title,
        date=fields.date,
        lead=None if retracted else fields.lead,
        body=Rich("" if retracted else linked(release.body, scene.resolved[release.source])),
        tour=scene.tour if TOUR in release.body.html and not retracted else None,
        image=None if retracted else _image(fields.image, permalink, scene),
        topics=() if retracted else tuple(LinkView(topic, here.topic(topic).link) for topic in fields.topics),
        contacts=chosen_contacts(fields.contacts, scene.contacts, scene.site),
        meetings=()
        if retracted
        else tuple(scene.shown[meeting.id] for meeting in scene.meetings if meeting.id in fields.meetings),
        corrections=()
        if retracted
        else tuple(
            CorrectionView(correction.date, correction.text) for correction in release.corrections(scene.now)
        ),
        retracted=fields.retracted,
        earlier=release_link(earlier, here) if earlier else None,
        later=release_link(later, here) if later else None,
    )
    page = scene.html(permalink, "release", view, title=title, description="" if retracted else release.lead)
    name = scene.names[release.source]
    newest = release.corrections(scene.now)[:1]
    yield Output(
        permalink,
        page,
        release.source,
        said=release.said,
        corrected=newest[0].date.isoformat() if newest else "",
        retracted=scene.retracted.get(release.source, ""),
        name=name,
    )
    yield from _redirects(release, permalink, title, scene)
    if not retracted:
        yield from _files(release, permalink, scene)


def pages(scene: Scene) -> Iterator[Output]:
    """Each other page with its pictures and its old addresses."""
    for page in scene.pages:
        permalink = scene.addresses.page(page)
        view = TextPage(
            title=page.fields.title,
            lead=page.fields.lead,
            body=Rich(linked(page.body, scene.resolved[page.source])),
            tour=scene.tour if TOUR in page.body.html else None,
            image=_image(page.fields.image, permalink, scene),
        )
        html = scene.html(permalink, "page", view, title=page.fields.title, description=page.lead)
        yield Output(permalink, html, page.source, said=page.said)
        yield from _redirects(page, permalink, page.fields.title, scene)
        yield from _files(page, permalink, scene)


def _image(image: ImageFields | None, permalink: Permalink, scene: Scene) -> ImageView | None:
    return image_view(image, scene.addresses.beside(permalink, image.file)) if image else None


def _files(text: Release | Page, permalink: Permalink, scene: Scene) -> Iterator[Output]:
    """Copy the pictures and documents that the text shows; nothing else beside it is published."""
    for source in scene.resolved[text.source].files:
        yield Output(
            scene.addresses.beside(permalink, source),
            Copy(source, scene.files.content[source]),
            source,
            Stage.ASSET,
            lasting=False,
        )


def _redirects(text: Release | Page, to: Permalink, title: str, scene: Scene) -> Iterator[Output]:
    for alias in text.fields.aliases:
        yield redirect(Permalink(alias), to, title, text.source, scene)


def redirect(old: Permalink, to: Permalink, title: str, owner: str, scene: Scene) -> Output:
    """Give the output that leads from `old` to `to`."""
    page = scene.html(old, "redirect", RedirectPage(title, to.link), title=title)
    return Output(old, page, owner)


def topics(scene: Scene) -> Iterator[Output]:
    """All topics, and one page each, in alphabetical order."""
    if not scene.topics:
        return
    here = scene.addresses
    order = sorted(scene.topics.values(), key=lambda group: here.language.order(group[0]))
    listed = tuple(LinkView(name, here.topic(name).link, len(members)) for name, members in order)
    title = here.language.gettext("Topics")
    yield Output(here.topics, scene.html(here.topics, "topics", TopicsPage(listed), title=title), "topics")
    for name, members in order:
        feed = LinkView(name, here.topic_feed(name).link)
        view = TopicPage(name, _listed(members, scene), feed.link)
        page = scene.html(here.topic(name), "topic", view, title=name, feeds=(feed,))
        yield Output(here.topic(name), page, f"topic:{name}")


def tour(scene: Scene) -> Iterator[Output]:
    """The schedule, one page a meeting, and how to subscribe."""
    if scene.tour is None:
        return
    here = scene.addresses
    about = scene.tour.description or ""
    page = scene.html(
        here.tour, "tour", TourPage(scene.tour, scene.sketch), title=scene.tour.title, description=about
    )
    yield Output(here.tour, page, "tour")
    for index, meeting in enumerate(scene.meetings):
        earlier = scene.meetings[index - 1] if index else None
        later = scene.meetings[index + 1] if index + 1 < len(scene.meetings) else None
        yield _meeting(meeting, earlier, later, scene)
    districts = {here.district_calendar(meeting.fields.district): meeting for meeting in scene.meetings}
    by_name = sorted(districts.items(), key=lambda pair: here.language.order(pair[1].fields.district))
    view = CalendarPage(
        all=scene.site.url + here.whole_calendar.link,
        code=QrCode(scene.site.url + here.calendar.link),
        districts=tuple(LinkView(meeting.fields.district, address.link) for address, meeting in by_name),
    )
    title = here.language.gettext("Calendar")
    yield Output(here.calendar, scene.html(here.calendar, "calendar", view, title=title), "calendar")


def _meeting(meeting: Meeting, earlier: Meeting | None, later: Meeting | None, scene: Scene) -> Output:
    here = scene.addresses
    tour_title = scene.site_view.tour_title or ""
    view = MeetingPage(
        meeting=scene.shown[meeting.id],
        tour_title=tour_title,
        code=QrCode(scene.site.url + here.meeting(meeting).link),
        releases=_listed(
            (
                release
                for release in scene.releases
                if meeting.id in release.fields.meetings and release.fields.retracted is None
            ),
            scene,
        ),
        earlier=scene.shown[earlier.id] if earlier else None,
        later=scene.shown[later.id] if later else None,
    )
    title = f"{meeting.fields.district}, {here.language.day(meeting.day)}"
    feed = LinkView(meeting.fields.district, here.district_calendar(meeting.fields.district).link)
    page = scene.html(
        here.meeting(meeting),
        "meeting",
        view,
        title=f"{title} – {tour_title}",
        description=meeting.fields.about or "",
        feeds=(feed,),
    )
    return Output(here.meeting(meeting), page, f"meeting:{meeting.id}")


def not_found(scene: Scene) -> Iterator[Output]:
    """`/404.html`."""
    title = scene.addresses.language.gettext("The page is not here")
    page = scene.html(NOT_FOUND, "404", NotFoundPage(), title=title)
    yield Output(NOT_FOUND, page, "404", lasting=False)
