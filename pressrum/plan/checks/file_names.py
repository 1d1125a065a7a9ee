"""Files that some disk or host could not hold: told at what they are named for, and not by a failed copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pressrum.errors import Location, Mistake, Text, say
from pressrum.model import Page, Project, Release
from pressrum.owners import Kind, kind_and_name
from pressrum.places import ASSETS, PAGEFIND, PUBLISHED, SITE
from pressrum.plan.outputs import Output
from pressrum.slug import slugify

LONGEST = 200
"""Octets in one part of an address: most disks hold 255, and what copies a file adds an ending."""
OURS = {PUBLISHED: ASSETS, PAGEFIND: SITE}
"""Folders that are not for texts, and where what stands there comes from."""
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""What Windows keeps for itself, with any ending ("Naming Files, Paths, and Namespaces")."""


def check_names(outputs: Iterable[Output], project: Project) -> Iterator[Mistake]:
    """Find the outputs that cannot be put on every disk, and the texts that stand where none may."""
    for output in outputs:
        path = output.permalink.path
        wrong = _wrong(path) or (_taken(path) if output.owner in project.by_source else None)
        if wrong:
            yield Mistake(_named(output, project), *wrong)


def naming(text: Release | Page, path: str) -> Location | None:
    """Give the place of the field that makes `path` an address of `text`; None where the file's name does."""
    if path in text.fields.aliases:
        return text.place("aliases", text.fields.aliases.index(path))
    return text.place("slug") if text.fields.slug else None


def _taken(path: str) -> tuple[Text, Text] | None:
    for folder, other in OURS.items():
        if path.startswith(folder):
            return (
                say("{address} is taken by {other} already", address=path, other=other),
                say("give it another name"),
            )
    return None


def _wrong(path: str) -> tuple[Text, Text] | None:
    parts = path.strip("/").split("/")
    if any(len(part.encode()) > LONGEST for part in parts):
        return say("the address that this makes is too long"), say("give it a shorter name")
    bad = next((part for part in parts if DEVICE.fullmatch(part) or part.endswith((".", " "))), None)
    if bad is None:
        return None
    return say('no file can be called "{name}" on Windows', name=bad), say("give it another name")


def _named(output: Output, project: Project) -> Location:
    """Give the place of what the address is made from."""
    kind, name = kind_and_name(output.owner)
    if kind is Kind.CONTACT:
        return project.site.place("contacts", name)
    if text := project.by_source.get(output.owner):
        return naming(text, output.permalink.path) or Location(text.source)
    for release in project.releases if kind is Kind.TOPIC else ():
        for index, topic in enumerate(release.fields.topics):
            if slugify(topic) == slugify(name):
                return release.place("topics", index)
    for meeting in project.meetings:
        if slugify(name) in (meeting.id, slugify(meeting.fields.district)):
            return meeting.place("id" if meeting.fields.id and kind is Kind.MEETING else "district")
    return Location(output.owner)
