"""The recipe of an HTML page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pressrum.make.pages.frame import Frame
from pressrum.make.pages.kinds import View
from pressrum.make.pages.templates import Template, render


@dataclass(frozen=True)
class HtmlPage:
    """A template, what stands around the page, and the page."""

    template: Template
    frame: Frame
    view: View

    @property
    def digest(self) -> str:
        """The digest of what the page shows, then that of its template; both SHA-256, hexadecimal.

        They are equal when the bytes are sure to be. Either may change alone.
        """
        return f"{hashlib.sha256(repr((self.frame, self.view)).encode()).hexdigest()} {self.template.digest}"

    def make(self) -> bytes:
        """Give the page in UTF-8. Raises `BadSource` for a mistake in the template."""
        return render(self.template, self.frame, self.view)


def repoured(digest: str, template: Template) -> str:
    """Give the digest of a page when another template pours what it shows.

    >>> repoured("a1 b2", Template("page.html", "c3", ()))
    'a1 c3'
    """
    return f"{digest.partition(' ')[0]} {template.digest}"
