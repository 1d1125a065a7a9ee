"""What is published at old addresses: pages that redirect, feeds and calendars kept for their readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pressrum.make.pages.page import HtmlPage
from pressrum.make.pictures import Rendition
from pressrum.make.plain import PlainText
from pressrum.owners import Kind, kind_and_name
from pressrum.permalinks import Permalink
from pressrum.plan.addresses import HOME, Addresses
from pressrum.plan.machines import calendars, feeds
from pressrum.plan.outputs import Copy, Output
from pressrum.plan.pages import texts
from pressrum.plan.record.addresses import Moved
from pressrum.plan.scene import Scene
from pressrum.slug import slugify


def at_old_addresses(moved: tuple[Moved, ...], outputs: tuple[Output, ...], scene: Scene) -> Iterator[Output]:
    """Give the outputs for addresses that were published and that nothing in `outputs` stands at any more.

    A page redirects to where its source is now, or else to the list that it stood in. The pictures, files
    and plain text of a text are published once more at each of its old addresses.
    """
    pages = [output for output in outputs if output.permalink.path.endswith("/") and not output.leads_away]
    pages_of = {page.owner: page for page in pages if page.lasting}
    standing = {page.permalink: page for page in pages}
    leading = [output for output in outputs if output.leads_away]
    for move in moved:
        old = Permalink(move.address.path)
        if old.path.endswith(".ics"):
            yield _calendar(old, move.source, scene)
        elif old.path.endswith((".xml", ".json")):
            yield _feed(old, move.source, scene)
        else:
            page = pages_of.get(move.source) or standing[_list_of(move.source, scene)]
            leading.append(_redirect(move, page, scene))
            yield leading[-1]
    yield from _beside(leading, pages_of, outputs, scene.addresses)


def _redirect(move: Moved, page: Output, scene: Scene) -> Output:
    """Redirect from an old address to `page`: that of its source now, or the list that it stood in."""
    frame = page.recipe.frame if isinstance(page.recipe, HtmlPage) else None
    title, lang = (frame.title, frame.lang) if frame else (scene.site.fields.title, None)
    old = Permalink(move.address.path)
    output = texts.redirect(old, page.permalink, title, move.source, scene, lang=lang)
    name, own = move.address.name, scene.names.get(move.source)
    if own and not own.endswith(name):  # an older record has it without the site's address
        name = ""  # another release's, which this one took in
    return replace(output, said=move.address.said, name=name)


def _list_of(source: str, scene: Scene) -> Permalink:
    """Give the list in which readers found what `source` had a page of, or what is nearest to that."""
    here, kind = scene.addresses, kind_and_name(source)[0]
    if kind is Kind.YEAR or source == "search":
        return here.releases
    if kind is Kind.TOPIC and scene.topics:
        return here.topics
    if kind is Kind.TOPIC or source in ("topics", "accessibility") or not scene.tour:
        return HOME
    return here.tour


def _beside(
    leading: Iterable[Output], pages_of: dict[str, Output], outputs: tuple[Output, ...], here: Addresses
) -> Iterator[Output]:
    """Give the files of each text once more at its old addresses, for links from elsewhere."""
    files: dict[str, list[Output]] = {}
    for output in outputs:
        if isinstance(output.recipe, Copy | PlainText | Rendition):
            files.setdefault(output.permalink.path.rpartition("/")[0] + "/", []).append(output)
    planned = {output.permalink.file.casefold() for output in outputs}
    for old in leading:
        page = pages_of.get(old.owner)
        if page is None or not old.permalink.path.endswith("/"):
            continue
        for file in files.get(page.permalink.path, ()):
            moved = (
                here.plain(old.permalink)
                if isinstance(file.recipe, PlainText)
                else Permalink(old.permalink.path + file.permalink.path.rpartition("/")[2])
            )
            if moved.file.casefold() not in planned:
                yield replace(file, permalink=moved)


def _feed(old: Permalink, source: str, scene: Scene) -> Output:
    """Keep the feed at an old address, with the releases that it still has."""
    kind, name = kind_and_name(source)
    feed = feeds.district_feed if kind is Kind.DISTRICT else feeds.topic_feed
    return feed(name, old, scene)


def _calendar(old: Permalink, source: str, scene: Scene) -> Output:
    """Keep the calendar at an old address, with the meetings that it still has: perhaps none."""
    kind, name = kind_and_name(source)
    tour = scene.project.tour
    district = scene.districts.get(slugify(name)) if kind is Kind.DISTRICT else None
    stamp = scene.told.stamps.get(name) if kind is Kind.MEETING else None
    held = [meeting for meeting in scene.meetings if source in ("calendar", Kind.MEETING.named(meeting.id))]
    named = stamp.district if stamp else name
    title = ": ".join(filter(None, (tour.fields.title if tour else scene.site.fields.title, named)))
    page = scene.addresses.tour if tour else HOME
    meetings, left = (district.meetings, district.left) if district else (held, ())
    return calendars.calendar(old, title, page, meetings, source, scene, left=left)
