"""Press releases and other pages, with their pictures and their old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.make.kinds import RedirectPage, ReleasePage, TextPage
from pressrum.make.plain import PlainText
from pressrum.make.views import CorrectionView, LinkView, Rich
from pressrum.model import TOUR, Page, Permalink, Release
from pressrum.pictures import Picture
from pressrum.plan.links import linked
from pressrum.plan.outputs import Copy, Output, Stage
from pressrum.plan.pictures import picture_outputs
from pressrum.plan.scene import Scene
from pressrum.plan.views import chosen_contacts, release_link, release_title


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
        updated=scene.updated(release),
        lead=None if retracted else fields.lead,
        body=Rich("" if retracted else linked(release.body, scene.resolved[release.source])),
        tour=scene.tour if TOUR in release.body.html and not retracted else None,
        image=None if retracted else scene.image(release),
        topics=() if retracted else tuple(LinkView(topic, here.topic(topic).link) for topic in fields.topics),
        contacts=chosen_contacts(fields.contacts, scene.contacts, here),
        meetings=()
        if retracted
        else tuple(scene.shown[meeting.id] for meeting in scene.meetings if meeting.id in fields.meetings),
        corrections=()
        if retracted
        else tuple(
            CorrectionView(correction.date, correction.text) for correction in release.corrections(scene.now)
        ),
        retracted=fields.retracted,
        plain=here.plain(permalink).link,
        earlier=release_link(earlier, here) if earlier else None,
        later=release_link(later, here) if later else None,
    )
    page = scene.html(
        permalink,
        "release",
        view,
        title=title,
        description="" if retracted else release.lead,
        image=view.image,
    )
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
    text = PlainText(
        view,
        scene.site.fields.title,
        scene.site.url,
        permalink.link,
        scene.site.fields.description,
        here.language.code,
    )
    yield Output(here.plain(permalink), text, release.source, lasting=False)
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
            image=scene.image(page),
        )
        title = page.fields.title
        html = scene.html(permalink, "page", view, title=title, description=page.lead, image=view.image)
        yield Output(permalink, html, page.source, said=page.said)
        yield from _redirects(page, permalink, title, scene)
        yield from _files(page, permalink, scene)


def _files(text: Release | Page, permalink: Permalink, scene: Scene) -> Iterator[Output]:
    """Give the pictures and documents that the text shows; nothing else beside it is published."""
    resolved = scene.resolved[text.source]
    for source in resolved.files:
        address, digest = scene.addresses.beside(permalink, source), scene.files.content[source]
        picture = scene.files.pictures.get(source)
        if isinstance(picture, Picture):
            yield from picture_outputs(picture, source, digest, address, shown=source in resolved.shown)
        else:
            yield Output(address, Copy(source, digest), source, Stage.ASSET, lasting=False)


def _redirects(text: Release | Page, to: Permalink, title: str, scene: Scene) -> Iterator[Output]:
    for alias in text.fields.aliases:
        yield redirect(Permalink(alias), to, title, text.source, scene)


def redirect(old: Permalink, to: Permalink, title: str, owner: str, scene: Scene) -> Output:
    """Give the output that leads from `old` to `to`."""
    page = scene.html(old, "redirect", RedirectPage(title, to.link), title=title)
    return Output(old, page, owner)
