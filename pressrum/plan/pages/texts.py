"""Press releases and other pages, with their pictures and their old addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressrum.make.pages.kinds import RedirectPage, ReleasePage, TextPage
from pressrum.make.pages.views import CorrectionView, LinkView, Rich
from pressrum.make.plain import plain_text
from pressrum.model import SCHEDULE, Page, Release
from pressrum.permalinks import Permalink
from pressrum.pictures import Picture
from pressrum.plan.outputs import Copy, Output, Stage
from pressrum.plan.pictures import picture_outputs
from pressrum.plan.scene import Scene
from pressrum.plan.updates import updated, withdrawn
from pressrum.plan.views import marked, release_lang, release_title


def releases(scene: Scene) -> Iterator[Output]:
    """Each release that is shown with its pictures and its old addresses."""
    listed = scene.originals
    for later, release, earlier in zip((None, *listed), listed, (*listed[1:], None), strict=False):
        yield from _release(release, earlier, later, scene)
    for release in scene.releases:
        if release.original:
            yield from _release(release, None, None, scene)


def _release(
    release: Release, earlier: Release | None, later: Release | None, scene: Scene
) -> Iterator[Output]:
    permalink = scene.addresses.release(release)
    view = _release_view(release, earlier, later, scene)
    title, retracted = marked(view.title, view.mark), view.retracted is not None
    page = scene.html(
        permalink,
        view,
        title=title,
        description="" if retracted else release.lead,
        lang=view.lang,
        versions=scene.versions.of(release),
        image=scene.shared(release),
    )
    newest = release.corrections(scene.now)[:1]
    yield Output(
        permalink,
        page,
        release.source,
        said=release.said,
        corrected=newest[0].date.isoformat() if newest else "",
        retracted=scene.retracted.get(release.source, ""),
        name=scene.names[release.source],
    )
    plain = scene.addresses.plain(permalink)
    yield Output(plain, plain_text(page.frame, view), release.source, lasting=False)
    yield from _redirects(release, permalink, scene, title, view.lang)
    if not retracted:
        yield from _files(release, permalink, scene)


def _release_view(
    release: Release, earlier: Release | None, later: Release | None, scene: Scene
) -> ReleasePage:
    here, fields = scene.addresses, release.fields
    view = ReleasePage(
        title=release_title(release, here),
        date=fields.date,
        updated=updated(release, scene),
        lead=fields.lead,
        body=Rich(scene.passages[release.source]),
        tour=scene.tour if SCHEDULE in release.body.html else None,
        image=scene.image(release),
        topics=tuple(LinkView(topic, here.topic(topic).link) for topic in scene.topic_names(release)),
        contacts=scene.chosen_contacts(fields.contacts),
        meetings=scene.met(fields.meetings),
        corrections=tuple(
            CorrectionView(correction.date, correction.text) for correction in release.corrections(scene.now)
        ),
        retracted=fields.retracted,
        retracted_on=withdrawn(release, scene),
        plain=here.plain(here.release(release)).link,
        earlier=scene.links[earlier.source] if earlier else None,
        later=scene.links[later.source] if later else None,
        lang=release_lang(release, here),
        reason_lang=_reason_lang(release, scene),
        versions=scene.versions.others(release),
        mark=scene.marks.get(release.source),
    )
    if fields.retracted is None:
        return view
    return replace(
        view, lead=None, body=Rich(""), tour=None, image=None, topics=(), meetings=(), corrections=()
    )


def _reason_lang(release: Release, scene: Scene) -> str | None:
    """Give the language of why a release is retracted: a translation may have it from its original."""
    if release.fields.retracted is None or release.original is None:
        return scene.lang(release)
    original = next((other for other in scene.originals if other.source == release.original), release)
    shared = original.fields.retracted == release.fields.retracted
    return scene.lang(original if shared else release)


def pages(scene: Scene) -> Iterator[Output]:
    """Each other page with its pictures and its old addresses."""
    for page in scene.pages:
        permalink, lang = scene.addresses.page(page), scene.lang(page)
        title = marked(page.fields.title, scene.marks.get(page.source))
        view = TextPage(
            title=page.fields.title,
            lead=page.fields.lead,
            body=Rich(scene.passages[page.source]),
            tour=scene.tour if SCHEDULE in page.body.html else None,
            image=scene.image(page),
            lang=lang,
            versions=scene.versions.others(page),
            mark=scene.marks.get(page.source),
        )
        html = scene.html(
            permalink,
            view,
            title=title,
            description=page.lead,
            lang=lang,
            versions=scene.versions.of(page),
            image=scene.shared(page),
        )
        yield Output(permalink, html, page.source, said=page.said)
        yield from _redirects(page, permalink, scene, title, lang)
        yield from _files(page, permalink, scene)


def _files(text: Release | Page, permalink: Permalink, scene: Scene) -> Iterator[Output]:
    """Give the pictures and documents that the text shows; nothing else beside it is published."""
    resolved = scene.resolved[text.source]
    for source in resolved.files:
        address, digest = scene.addresses.beside(permalink, source), scene.files.content[source]
        picture = scene.files.pictures.get(source)
        if isinstance(picture, Picture):
            yield from picture_outputs(picture, source, digest, address, resolved.shown.get(source))
        else:
            yield Output(address, Copy(source, digest), source, Stage.ASSET, lasting=False)


def _redirects(
    text: Release | Page, to: Permalink, scene: Scene, title: str, lang: str | None
) -> Iterator[Output]:
    for alias in text.fields.aliases:
        yield redirect(Permalink(alias), to, title, text.source, scene, lang=lang)


def redirect(
    old: Permalink, to: Permalink, title: str, owner: str, scene: Scene, *, lang: str | None
) -> Output:
    """Give the output that leads from `old` to `to`, whose title is in the language `lang`."""
    page = scene.html(old, RedirectPage(title, to.link, lang), title=title, lang=lang)
    return Output(old, page, owner)
