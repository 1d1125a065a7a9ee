"""Files for robots, web hosts and address books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from urllib.parse import urljoin

from pressrum.make.hosting.hosts import HeadersFile, Htaccess, Nginx, Rules
from pressrum.make.hosting.policy import in_header
from pressrum.make.hosting.security import SecurityTxt
from pressrum.make.hosting.sitemap import Robots, Sitemap
from pressrum.make.vcard import Card
from pressrum.owners import Kind
from pressrum.places import PAGEFIND
from pressrum.plan.addresses import HEADERS, HTACCESS, NGINX, ROBOTS, SECURITY, SITEMAP
from pressrum.plan.outputs import Output, Stage
from pressrum.plan.scene import Scene
from pressrum.plan.updates import updated


def cards(scene: Scene) -> Iterator[Output]:
    """A card for each contact who can be called; it leaves the site with the contact."""
    for contact in scene.contacts:
        view = scene.cards[contact.key]
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
            scene.addresses.card(contact), card, Kind.CONTACT.named(contact.key), Stage.ASSET, lasting=False
        )


def sitemap(outputs: Iterable[Output], scene: Scene) -> Iterator[Output]:
    """The sitemap of the pages among `outputs` that are to be found, and robots.txt."""
    here = scene.addresses
    changed = {here.release(release).path: updated(release, scene) for release in scene.releases}
    listed = sorted(
        output.permalink
        for output in outputs
        if output.lasting and output.permalink.path.endswith("/")
        if not output.leads_away and not output.retracted
    )
    pages = tuple((scene.site.url + page.link, changed.get(page.path)) for page in listed)
    yield Output(SITEMAP, Sitemap(pages), "sitemap", Stage.FEED, lasting=False)
    robots = Robots(scene.site.url + SITEMAP.link)
    yield Output(ROBOTS, robots, "robots", Stage.FEED, lasting=False)


def host_files(scene: Scene) -> Iterator[Output]:
    """What hosts are to do with the site; before any page."""
    # What Pagefind runs beside the page goes by the policy of its own file (HTML, "run a worker").
    searches = (scene.addresses.search.link, PAGEFIND.removeprefix("/")) if scene.site.fields.search else ()
    others = tuple((beginning, in_header("search")) for beginning in searches)
    rules = Rules(scene.site.base, in_header("page"), others)
    yield Output(HEADERS, HeadersFile(rules), "hosts", Stage.ASSET, lasting=False)
    yield Output(NGINX, Nginx(rules), "hosts", Stage.ASSET, lasting=False)
    yield Output(HTACCESS, Htaccess(rules), "hosts", Stage.ASSET, lasting=False)


def security(scene: Scene) -> Iterator[Output]:
    """Whom to tell of a hole in the site, where site.yaml says so."""
    fields = scene.site.fields.security
    if fields is None:
        return
    recipe = SecurityTxt(
        contact=fields.contact,
        expires=datetime.combine(fields.expires, time(23, 59, 59), scene.site.zone),
        # RFC 9116, 3: it is looked for at the root of the host, and nowhere else.
        canonical=urljoin(scene.site.url, SECURITY.path),
    )
    yield Output(SECURITY, recipe, "security", Stage.ASSET, lasting=False)
