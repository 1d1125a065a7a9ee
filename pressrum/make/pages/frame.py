"""What stands around a page of any kind, and what all pages of a site share."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from pressrum.make.hosting.policy import REFERRER, policy
from pressrum.make.pages.figure import ShareView
from pressrum.make.pages.views import AssetView, LinkView, SiteView, VersionView
from pressrum.tongues import LOCALES, locale_of


@dataclass(frozen=True)
class Common:
    """What all pages of a site share; two are equal, and have one `repr`, when their digests are."""

    digest: str
    site: SiteView = field(repr=False, compare=False)
    assets: tuple[AssetView, ...] = field(repr=False, compare=False)


def common(site: SiteView, assets: tuple[AssetView, ...]) -> Common:
    """Give what all pages share."""
    return Common(hashlib.sha256(repr((site, assets)).encode()).hexdigest(), site, assets)


@dataclass(frozen=True)
class Frame:
    """What stands around a page: everything base.html needs."""

    common: Common
    root: str
    """From this page to the site's root: "./", "../../", or "/path/" on 404.html."""
    link: str
    """This page's own address from the root."""
    title: str
    """The page's title without the site's; the site's own on the home page, and on one that leads there."""
    description: str
    """For search engines and shared links; plain text, may be ""."""
    share: ShareView
    """The picture that goes with the page where it is shared."""
    kind: str
    """home, archive and so on: one of `kinds.KINDS`."""
    feeds: tuple[LinkView, ...]
    """Further feeds and calendars of this page, for `<link rel="alternate">`."""
    lang: str | None
    """The language of title and description, where it is not the site's."""
    versions: tuple[VersionView, ...]
    """The page and what says the same in other languages, for `hreflang`; the original first."""

    @property
    def site(self) -> SiteView:
        """What every page says of the site."""
        return self.common.site

    @property
    def policy(self) -> str:
        """The Content-Security-Policy of a page of this kind; what hosts are told is made of the same."""
        return policy(self.kind)

    @property
    def locale(self) -> str | None:
        """The language of title and description with its country, for shared links.

        None for a text that names none: Arabic is not Egypt's alone.
        """
        return locale_of(self.lang) if self.lang else LOCALES[self.site.language]

    @property
    def referrer(self) -> str:
        """What other sites learn of the page that a reader came from, as Referrer-Policy has it."""
        return REFERRER
