"""What the lists of a release name: each topic has an address, and nothing stands there twice."""

from __future__ import annotations

from collections.abc import Iterator

from pressrum.errors import Mistake, say
from pressrum.model import Release
from pressrum.slug import slugify


def nameless_topics(release: Release) -> Iterator[Mistake]:
    """Find the topics that no address can be made of."""
    for index, topic in enumerate(release.fields.topics):
        if not slugify(topic):
            yield Mistake(
                release.place("topics", index),
                say('no address can be made of "{text}"', text=topic),
                say("write the topic in letters a-z, å, ä, ö"),
            )


def named_twice(release: Release) -> Iterator[Mistake]:
    """Find what a list names a second time: it would be shown twice. Topics are the same by their address."""
    fields = release.fields
    for field, words in (
        ("topics", fields.topics),
        ("contacts", fields.contacts),
        ("meetings", fields.meetings),
    ):
        names = [slugify(word) if field == "topics" else word for word in words]
        for index, name in enumerate(names):
            if name and name in names[:index]:
                yield Mistake(
                    release.place(field, index),
                    say('"{key}" is given twice', key=words[index]),
                    say("remove one of them"),
                )
