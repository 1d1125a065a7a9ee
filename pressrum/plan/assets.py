"""Assets: style sheets, scripts and icons, each at an address with a digest of its bytes in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pressrum.make.colour import Theme
from pressrum.make.views import AssetView
from pressrum.model import Permalink, Site
from pressrum.plan.outputs import Copy, Output, Recipe, Stage
from pressrum.plan.scene import Files, Scene

ASSETS = "templates/assets/"
THEME = "theme.css"


def asset_views(files: Files, site: Site) -> tuple[AssetView, ...]:
    """Give every asset by its name, with its address."""
    theme = hashlib.sha256(Theme(site.fields.accent).make()).hexdigest()
    named = {THEME: theme} | files.assets
    return tuple(AssetView(name, _hashed(name, digest).link) for name, digest in sorted(named.items()))


def _hashed(name: str, digest: str) -> Permalink:
    stem, _, ending = name.rpartition(".")
    return Permalink(f"/assets/{stem}.{digest[:10]}.{ending}")


def asset_outputs(scene: Scene) -> Iterator[Output]:
    """Give every asset of the site."""
    for asset in scene.assets:
        recipe: Recipe | Copy = Theme(scene.site.fields.accent)
        if asset.name != THEME:
            recipe = Copy(ASSETS + asset.name, scene.files.assets[asset.name])
        yield Output(Permalink("/" + asset.link), recipe, ASSETS + asset.name, Stage.ASSET, lasting=False)
