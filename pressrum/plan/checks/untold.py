"""Changes of what is published that readers are not told of: the build that makes one warns staff, once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from pressrum.errors import Mistake, Text, say
from pressrum.ledger import TITLED, Address, Record
from pressrum.make.pages.views import MeetingView
from pressrum.model import Page, Release
from pressrum.places import PAGES
from pressrum.plan.addresses import Addresses
from pressrum.plan.outputs import Output
from pressrum.plan.publish import State, state
from pressrum.plan.scene import Scene
from pressrum.slug import slugify

ALIKE = 0.8
"""How much two topics have in common that are likely to be one."""
DIGITS = re.compile(r"[0-9]")
STAYS = say("if it is to stay, write a later time; a day alone is its first minute")


def unannounced(
    record: Record,
    outputs: Iterable[Output],
    texts: Mapping[str, Release | Page],
    said_before: Callable[[str], Iterable[str]] = lambda _: (),
) -> Iterator[Mistake]:
    """Warn of public releases that say something new without a correction that tells so; `texts` by source.

    `said_before` gives, by source, the digests that a text would have if its links led to where things stood
    before they moved: one that differs from what was published in such links alone says nothing new.
    """
    before = _Before(record)
    for output in outputs:
        if output.leads_away:  # an old address says for ever what stood there
            continue
        old = before.of(output.owner, output.permalink.path, output.said)
        old = old or before.moved(texts.get(output.owner))
        if old is None or not output.name or output.retracted:
            continue
        relinked = old.said != output.said and old.said in said_before(output.owner)
        if unsaid := _unsaid(old, replace(output, said=old.said) if relinked else output):
            yield Mistake(texts[output.owner].place("title"), *unsaid)


def check_overwritten(
    record: Record, texts: Collection[Release | Page], here: Addresses, now: datetime
) -> Iterator[Mistake]:
    """Find texts that were written into the file of a published one, which would be lost.

    Told by a new title and a new text, where both have been published, or a release has a date after the
    publication of the one before; a new correction says that it is the same release after all. Where the one
    before is still among the sources, other checks tell of it.
    """
    before = _Before(record)
    known = {address.said: address for address in record.addresses if _of_text(address)}
    present, said = {text.source for text in texts}, {text.said for text in texts}
    for text in texts:
        old = before.of(text.source, here.text(text).path, text.said)
        if old is None or (old.source in present and old.source != text.source) or old.said in said:
            continue
        own = known.get(text.said, old)
        moved = (own.name or own.source) != (old.name or old.source)
        told = _instant(max(old.corrected, own.corrected))
        corrected = isinstance(text, Release) and any(one.date > told for one in text.corrections(now))
        if corrected or not (moved or _is_later(text, old)):
            continue
        if old.said[:TITLED] != text.said[:TITLED] and old.said[TITLED:] != text.said[TITLED:]:
            yield Mistake(
                text.place("title"),
                say(
                    "another text is published from this file, at {address}: title and text are new",
                    address=old.path,
                ),
                say(
                    "put that one back, and give the new one a file of its own; is it the same one, add"
                    ' under "corrections" what has changed'
                )
                if isinstance(text, Release)
                else say(
                    "give the new one a file of its own; if it takes the place of that one, write there"
                    " aliases: [{address}], and if not, put that one back",
                    address=old.path,
                ),
            )


def _of_text(address: Address) -> bool:
    """Whether a release or a page is known by an address."""
    return bool(address.said and (address.name or address.source.startswith(PAGES)))


def _is_later(text: Release | Page, old: Address) -> bool:
    """Whether a release has a date later than when readers saw what was `old`."""
    if not isinstance(text, Release) or text.fields.retracted is not None or not old.since:
        return False
    return text.fields.date > _instant(old.since)


def warn_of_moved(scene: Scene) -> Iterator[Mistake]:
    """Warn of releases that are as they were and about meetings that are not: they may tell the old hour.

    One that shows the tour plan tells of the new one by itself.
    """
    record, hint = scene.record, say("read it through: what is no longer right, change, and add a correction")
    news = {
        id_: told
        for id_, view in scene.shown.items()
        if id_ in record.stamps and record.stamps[id_].moved != scene.stamps[id_].moved
        if (told := _no_longer(view))
    }
    for release in scene.releases if news else ():
        fields = release.fields
        if release.said not in record.said or release.body.tours or fields.retracted is not None:
            continue
        yield from (
            Mistake(release.place("title"), news[id_], hint) for id_ in news if id_ in fields.meetings
        )


def _no_longer(meeting: MeetingView) -> Text | None:
    """Say what is no longer so of a meeting to come, by its last change; None where nothing is."""
    was = ", ".join(old for old, _ in meeting.change.parts if old) if meeting.change else ""
    name = meeting.district
    if meeting.past or not (was or meeting.cancelled):
        return None
    if meeting.cancelled:
        return say("the meeting in {name} is called off, and this text is about it", name=name)
    return say(
        "the meeting in {name} is not as it was ({was}), and this text is about it", name=name, was=was
    )


def warn_of_topics(record: Record, releases: Collection[Release]) -> Iterator[Mistake]:
    """Warn of topics of new releases that are much like those of published ones, or the same in capitals."""
    newcomers = [release for release in releases if release.source not in record.sources]
    if len(newcomers) in (0, len(releases)):
        return
    others = (release for release in releases if release.source in record.sources)
    named = {slugify(topic): topic for release in others for topic in release.fields.topics}
    for release in newcomers:
        for index, topic in enumerate(release.fields.topics):
            slug = slugify(topic)
            if named.get(slug, topic) != topic:
                yield Mistake(
                    release.place("topics", index),
                    say('"{topic}" and "{other}" are one topic', topic=topic, other=named[slug]),
                    say("write {topic} as before, or leave it: readers see the newest", topic=named[slug]),
                )
            near = [] if slug in named else difflib.get_close_matches(slug, named, n=1, cutoff=ALIKE)
            if near and DIGITS.sub("", near[0]) != DIGITS.sub("", slug):
                yield Mistake(
                    release.place("topics", index),
                    say('no other text has the topic "{topic}"', topic=topic),
                    say("write {topic} if that is meant", topic=named[near[0]]),
                )


class _Before:
    """What was published before this build."""

    def __init__(self, record: Record) -> None:
        named = [address for address in record.addresses if _of_text(address) and not address.withdrawn]
        self.by_path = {address.path: address for address in named}
        self.by_source: dict[str, list[Address]] = {}
        for address in named:
            self.by_source.setdefault(address.source, []).append(address)

    def of(self, source: str, path: str, said: str) -> Address | None:
        """Give what was published at `path`, or else from the file `source`, which now says `said`.

        One that was published at `path` with these very words may have come from another file, and so does
        not count if something else was published from this one. Of several addresses of a file the last one
        is not known: the one that said the same is taken, else that with the newest correction.
        """
        here = self.by_path.get(path)
        if here and here.said != said:
            return here
        return max(
            self.by_source.get(source, ()),
            key=lambda old: (old.said == said, old.corrected, old.retracted, old.since),
            default=here,
        )

    def moved(self, text: Release | Page | None) -> Address | None:
        """Give what was published at an old address that a text names as its own."""
        aliases = text.fields.aliases if text else ()
        return next((self.by_path[path] for path in aliases if path in self.by_path), None)


def _unsaid(old: Address, output: Output) -> tuple[Text, Text] | None:
    """Say what readers are not told of, and what to do; None when they are told, or nothing is new."""
    if _instant(output.corrected) < _instant(old.corrected):
        gone = say("a correction that readers have seen is gone")
        return gone, say("put it back; if it is wrong too, add another that says so")
    if old.retracted:
        back = say("the text was withdrawn, and is published again")
        return back, say(
            'add under "corrections" why, with a date: readers\' programs have learnt that it was'
        )
    if old.said != output.said and old.corrected == output.corrected:
        if old.corrected:  # one of the same day alone is as old to readers' programs
            newest = _instant(old.corrected)
            return (
                say("the published text has changed, and no correction is newer than {when}", when=newest),
                say('if the change matters, add it under "corrections" with date, hour and text'),
            )
        return (
            say("the published text has changed, and no correction tells readers so"),
            say('if the change matters, add it under "corrections" with date and text'),
        )
    return None


def _instant(recorded: str) -> datetime:
    return datetime.fromisoformat(recorded) if recorded else datetime.min.replace(tzinfo=UTC)


def warn_of_leaving(record: Record, texts: Iterable[Release | Page], now: datetime) -> Iterator[Mistake]:
    """Warn of the texts that this build takes away, as their `expires` asks."""
    public = {address.source for address in record.addresses if not address.withdrawn}
    for text, when in _expired(texts, now):
        if text.source in public:
            gone = say("the text leaves the site now: its time was {when}", when=when)
            yield Mistake(text.place("expires"), gone, STAYS)


def warn_of_expired(record: Record, texts: Iterable[Release | Page], now: datetime) -> Iterator[Mistake]:
    """Warn of the texts that have never been published, and cannot be."""
    for text, when in _expired(texts, now):
        if text.source not in record.sources:
            never = say("the text is published nowhere: its time to leave was {when}", when=when)
            yield Mistake(text.place("expires"), never, STAYS)


def _expired(texts: Iterable[Release | Page], now: datetime) -> Iterator[tuple[Release | Page, datetime]]:
    """Give the texts whose time is over, each with when it was."""
    for text in texts:
        if text.fields.expires and state(text, now) is State.EXPIRED:
            yield text, text.fields.expires
