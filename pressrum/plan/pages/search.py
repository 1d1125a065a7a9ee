"""The search: its page, and what can be found there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrum.errors import say
from pressrum.ledger import second
from pressrum.make.pages.kinds import SearchPage
from pressrum.make.search import Findable, Index, IndexFile
from pressrum.model import Release
from pressrum.permalinks import Permalink
from pressrum.places import PAGEFIND
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.views import marked
from pressrum.slug import slugify


def page(scene: Scene) -> Iterator[Output]:
    """`/sok/`, where site.yaml asks for it."""
    if not scene.site.fields.search:
        return
    here = scene.addresses
    found = _findable(scene)
    districts = {district for release in found for district in _districts(release, scene)}
    view = SearchPage(
        years=tuple(dict.fromkeys(str(release.fields.date.year) for release in found)),
        topics=tuple(sorted((name for name, _ in scene.topics.values()), key=here.language.order)),
        districts=tuple(sorted(districts, key=here.language.order)),
    )
    title = here.language.gettext("Search")
    told = here.language.tell(say("Search all press releases from {sender}.", sender=scene.site.fields.title))
    yield Output(here.search, scene.html(here.search, view, title=title, description=told), "search")


def index(scene: Scene) -> Index | None:
    """Give what can be found; None where site.yaml asks for no search, or there is nothing yet."""
    found = _findable(scene) if scene.site.fields.search else ()
    releases = tuple(_entry(release, scene) for release in found)
    return Index(scene.site.fields.language, releases) if releases else None


def index_outputs(files: Iterable[IndexFile]) -> Iterator[Output]:
    """Give the outputs of the index's files; the one that leads to the others is moved last."""
    for file in files:
        stage = Stage.FEED if file.name.endswith(".json") else Stage.ASSET
        yield Output(Permalink(PAGEFIND + file.name), file, "search", stage, lasting=False)


def _findable(scene: Scene) -> tuple[Release, ...]:
    """Give the releases that are shown and still say something, the newest first."""
    return tuple(release for release in scene.releases if release.fields.retracted is None)


def _entry(release: Release, scene: Scene) -> Findable:
    fields, language = release.fields, scene.addresses.language
    return Findable(
        link=scene.addresses.release(release).link,
        title=marked(language.typeset(fields.title, scene.lang(release)), scene.marks.get(release.source)),
        lead=language.typeset(fields.lead or "", scene.lang(release)),
        said=release.said,
        html=release.body.html,
        moment=second(fields.date),
        year=str(fields.date.year),
        date=language.day(fields.date),
        topics=scene.topic_names(release),
        districts=_districts(release, scene),
        corrected=language.gettext("Corrected") if release.corrections(scene.now) else "",
        lang=scene.lang(release),
    )


def _districts(release: Release, scene: Scene) -> tuple[str, ...]:
    """Give the districts of the meetings that a release is about, each once, in order of time."""
    met = [meeting.fields.district for meeting in scene.meetings if meeting.id in release.fields.meetings]
    return tuple(dict.fromkeys(scene.districts[slugify(district)].name for district in met))
