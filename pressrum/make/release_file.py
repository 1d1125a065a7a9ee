"""A press release to begin with: it builds as it stands, and waits until its line `draft` is gone."""

from __future__ import annotations

from datetime import datetime

from pressrum.errors import say
from pressrum.language import Language
from pressrum.make.scalar import scalar


def render_release(title: str, now: datetime, contact: str, language: Language) -> bytes:
    """Give the file of a release that is begun at `now`, with `contact` for journalists to call."""
    yes, why = language.gettext("yes"), language.gettext("remove this line when the text is done")
    text = language.tell(say("Write the text here."))
    fields = (
        ("title", scalar(title)),
        ("date", f"{now.date().isoformat()} {language.clock(now)}"),
        ("draft", f"{yes} # {why}"),
        ("lead", ""),
        ("topics", "[]"),
        ("contacts", f"[{scalar(contact, flow=True)}]"),
    )
    rows = [f"{name}: {value}".rstrip() for name, value in fields]
    return "\n".join(["---", *rows, "---", "", text, ""]).encode()
