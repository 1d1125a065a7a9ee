"""The recipe of an HTML page."""

from __future__ import annotations

from dataclasses import dataclass

from pressrum.make.kinds import Frame, View
from pressrum.make.templates import Template, render


@dataclass(frozen=True)
class HtmlPage:
    """A template, what stands around the page, and the page."""

    template: Template
    frame: Frame
    view: View

    def make(self) -> bytes:
        """Give the page in UTF-8. Raises `BadSource` for a mistake in the template."""
        return render(self.template, self.frame, self.view)
