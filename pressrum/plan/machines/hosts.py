"""What robots, web hosts and address books are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrum.make.kinds import RedirectPage
from pressrum.make.sitemap import Robots, Sitemap
from pressrum.make.vcard import Card
from pressrum.plan.addresses import ROBOTS, SITEMAP
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.views import contact_view


def cards(scene: Scene) -> Iterator[Output]:
    """A card for each contact who can be called; it leaves the site with the contact."""
    for contact in scene.contacts:
        view = contact_view(contact, scene.addresses)
        card = Card(
            name=view.name,
            role=view.role,
            organisation=scene.site.fields.title,
            email=view.email,
            phone=view.tel,
            hours=view.hours,
            url=scene.site.url,
        )
        yield Output(
            scene.addresses.card(contact), card, f"contact:{contact.key}", Stage.ASSET, lasting=False
        )


def sitemap(outputs: Iterable[Output], scene: Scene) -> Iterator[Output]:
    """The sitemap of the pages among `outputs`, and robots.txt."""
    here = scene.addresses
    changed = {here.release(release).path: scene.updated(release) for release in scene.releases}
    listed = sorted(
        output.permalink
        for output in outputs
        if output.lasting and output.permalink.path.endswith("/") and not _leads_away(output)
    )
    pages = tuple((scene.site.url + page.link, changed.get(page.path)) for page in listed)
    yield Output(SITEMAP, Sitemap(pages), "sitemap", Stage.FEED, lasting=False)
    robots = Robots(scene.site.url + SITEMAP.link)
    yield Output(ROBOTS, robots, "robots", Stage.FEED, lasting=False)


def _leads_away(output: Output) -> bool:
    view = getattr(output.recipe, "view", None)
    return isinstance(view, RedirectPage)
