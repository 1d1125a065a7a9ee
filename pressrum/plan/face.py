"""The face of a text: all of it that other pages, lists and checks look at.

While that is the same, the pages of a changed text can be made again without planning the whole site. So
whoever lets another page, a list or a check look at more of a text must add that to its face.
"""

from __future__ import annotations

from dataclasses import replace

from pressrum.errors import Location
from pressrum.model import Page, Release

NOWHERE = Location("")


def face(text: Release | Page) -> Release | Page:
    """Give a text without its words, what is odd about them, and the places of what is in them.

    Whether it has any words stays: a release without one is a mistake. So does what its words can be linked
    to, and where they lead: those are checked when the whole is planned.
    """
    body = text.body
    shown = replace(
        body,
        html="…" * bool(body.html.strip()),
        links=tuple(replace(link, where=NOWHERE) for link in body.links),
        opening=text.lead,
        tours=(NOWHERE,) * bool(body.tours),
        doubts=(),
        hours=tuple(told if told.day else replace(told, where=NOWHERE) for told in body.hours),
    )
    return replace(text, said="", body=shown)
