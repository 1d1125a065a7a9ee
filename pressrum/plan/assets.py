"""Assets: style sheets, scripts and icons, each at an address with a digest of what stands there.

A picture says as little of its camera as one beside a text, and a style sheet names other assets by
their addresses; all else is published as it is.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from contextlib import suppress

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.make.pages.colour import Theme
from pressrum.make.pages.views import AssetView
from pressrum.make.pictures import Rendition, ShareCard
from pressrum.model import Site
from pressrum.permalinks import Permalink
from pressrum.pictures import Picture, Unusable
from pressrum.places import ASSETS, PUBLISHED
from pressrum.plan.files import Files
from pressrum.plan.outputs import Copy, Made, Output, Stage
from pressrum.plan.scene import SHARE, Scene
from pressrum.plan.sheets import check_sheets, dressed, in_order_of_need

THEME = "theme.css"


def asset_views(files: Files, site: Site) -> tuple[AssetView, ...]:
    """Give every asset by its name, with its address."""
    theme = hashlib.sha256(Theme(site.fields.accent).make()).hexdigest()
    card = hashlib.sha256(repr(_card(site)).encode()).hexdigest()
    own = {name: _digest(name, files) for name in files.assets if _can_be_named(name)}
    named = {THEME: theme, SHARE: card} | own
    links = {name: _hashed(name, digest).link for name, digest in sorted(named.items())}
    with suppress(BadSource):  # for sheets in a circle, told in `check_assets`
        for name in filter(_can_be_named, in_order_of_need(files.sheets)):
            published = dressed(files.sheets[name], links).make()
            links[name] = _hashed(name, hashlib.sha256(published).hexdigest()).link
    return tuple(AssetView(name, link) for name, link in links.items())


def _digest(name: str, files: Files) -> str:
    picture = files.pictures.get(ASSETS + name)
    return picture.digest if isinstance(picture, Picture) else files.assets[name]


def check_assets(files: Files) -> Iterator[Mistake]:
    """Find what among the assets cannot be published: names, pictures, what style sheets name."""
    for name in files.assets:
        if not _can_be_named(name):
            told = say('no address can be made of "{text}"', text=name)
            yield Mistake(Location(ASSETS + name), told, say("give it another name"))
        picture = files.pictures.get(ASSETS + name)
        if isinstance(picture, Unusable):
            yield Mistake(Location(ASSETS + name), picture.message, picture.hint)
    yield from check_sheets(files.sheets, {THEME, SHARE, *files.assets})


def _card(site: Site) -> ShareCard:
    return ShareCard(site.fields.title, site.fields.accent)


def _can_be_named(name: str) -> bool:
    """Whether an asset's name can stand in its address."""
    with suppress(ValueError):
        return bool(_hashed(name, ""))
    return False


def _hashed(name: str, digest: str) -> Permalink:
    stem, ending = posixpath.splitext(name)
    return Permalink(f"{PUBLISHED}{stem}.{digest[:10]}{ending}")


def asset_outputs(scene: Scene) -> Iterator[Output]:
    """Give every asset of the site."""
    made: dict[str, Made] = {THEME: Theme(scene.site.fields.accent), SHARE: _card(scene.site)}
    made |= {name: _made(ASSETS + name, digest, scene.files) for name, digest in scene.files.assets.items()}
    links = {asset.name: asset.link for asset in scene.assets}
    made |= {name: dressed(sheet, links) for name, sheet in scene.files.sheets.items()}
    for asset in scene.assets:
        address, source = Permalink("/" + asset.link), ASSETS + asset.name
        yield Output(address, made[asset.name], source, Stage.ASSET, lasting=False)


def _made(source: str, digest: str, files: Files) -> Made:
    picture = files.pictures.get(source)
    return Rendition(source, digest, picture.kind) if isinstance(picture, Picture) else Copy(source, digest)
