"""What the lists of a text name: it is there, each topic has an address, and nothing is named twice."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pressrum.errors import Mistake, Text, say
from pressrum.ledger import Record
from pressrum.model import Page, Project, Release
from pressrum.places import SITE, TOUR
from pressrum.slug import slugify


@dataclass(frozen=True)
class Known:
    """What one of the lists may name."""

    file: str
    """Where it stands."""
    names: tuple[str, ...]
    gone: Collection[str] = ()
    """What stood there once."""


def known_names(project: Project, record: Record, broken: frozenset[str]) -> dict[str, Known]:
    """Give what releases may name, by field, as far as the files are not `broken`."""
    known = {
        "contacts": Known(SITE, tuple(contact.key for contact in project.site.contacts)),
        "meetings": Known(TOUR, tuple(meeting.id for meeting in project.meetings), record.stamps),
    }
    return {field: one for field, one in known.items() if one.file not in broken}


def unknown_names(release: Release, known: Mapping[str, Known]) -> Iterator[Mistake]:
    """Find contacts and meetings that are not there."""
    fields = release.fields
    for field, words in (("contacts", fields.contacts), ("meetings", fields.meetings)):
        for index, name in enumerate(words if field in known else ()):
            if name not in known[field].names:
                missing = say('"{name}" is not in {file}', name=name, file=known[field].file)
                yield Mistake(release.place(field, index), missing, _instead(name, known[field]))


def _instead(name: str, known: Known) -> Text:
    """Say what to do about a name that is not there."""
    if name in known.gone:
        return say("the meeting stood there: put it back, or remove it here")
    if near := difflib.get_close_matches(slugify(name), _others(name, known.names), n=1):
        return say("write {name}", name=near[0])
    if known.names:
        return say("write one of these: {names}", names=", ".join(known.names))
    return say("no meeting stands there yet: write it in {file}, or remove it here", file=known.file)


def _others(name: str, known: Iterable[str]) -> list[str]:
    """Leave out those that only a number parts from `name`: it was another one."""
    return [other for other in known if other.rstrip("0123456789") != f"{name}-"]


def nameless_topics(release: Release) -> Iterator[Mistake]:
    """Find the topics that no address can be made of."""
    for index, topic in enumerate(release.fields.topics):
        if not slugify(topic):
            yield Mistake(
                release.place("topics", index),
                say('no address can be made of "{text}"', text=topic),
                say("write the topic in letters a-z, å, ä, ö"),
            )


def named_twice(text: Release | Page) -> Iterator[Mistake]:
    """Find what a list names a second time: it would stand twice. Topics are the same by their address."""
    lists = {"aliases": text.fields.aliases}
    if isinstance(text, Release):
        fields = text.fields
        lists |= {"topics": fields.topics, "contacts": fields.contacts, "meetings": fields.meetings}
    for field, words in lists.items():
        names = [slugify(word) if field == "topics" else word for word in words]
        for index, name in enumerate(names):
            if name and name in names[:index]:
                yield Mistake(
                    text.place(field, index),
                    say('"{key}" is given twice', key=words[index]),
                    say("remove one of them"),
                )
