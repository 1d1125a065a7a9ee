"""The addresses in the public record as this build leaves them: none ever vanishes by accident."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pressrum.errors import Location, Mistake, say
from pressrum.ledger import Address, Record, second
from pressrum.model import Page, Release
from pressrum.places import CONTENT, RELEASES
from pressrum.plan.addresses import Addresses
from pressrum.plan.outputs import Output
from pressrum.plan.publish import State, state

Heirs = Mapping[tuple[str, str], str]
"""The new files of published texts, by the old file and what it said there."""


@dataclass(frozen=True)
class Sources:
    """What has become of the sources that the record names."""

    present: frozenset[str]
    """What the planned outputs are made from."""
    hidden: dict[str, Location]
    """Drafts and releases to come, each with the place of what hides it."""
    expired: frozenset[str]
    """Gone by their own `expires`; also topics that only releases have which the public does not see."""
    broken: frozenset[str]
    """Files that could not be read."""
    heirs: Heirs
    carried: Mapping[str, str]
    """The files, now hidden or expired, of published texts whose own files are gone; by the old file."""
    until: str
    """With `--now`: addresses published after this second are left out. "" where none are."""


@dataclass(frozen=True)
class Moved:
    """An address that was published and that no planned output has: `old_addresses` keeps it alive."""

    address: Address
    source: str
    """Its source now; the old one's name when that is gone."""


def heirs(record: Record, texts: Collection[Release | Page], now: datetime) -> Heirs:
    """Give the new files of published texts whose files say something else at `now`, or are gone.

    What is public and was never said in that file before, and no longer is in the one that it was
    said in, has been renamed. What the same release said earlier, by its name in the feeds, goes with it.
    """
    before: dict[str, set[str]] = {}
    for address in record.addresses:
        before.setdefault(address.source, set()).add(address.said)
    said = {text.source: text.said for text in texts}
    shown = (text for text in texts if state(text, now) is State.PUBLIC)
    new = {text.said: text.source for text in shown if text.said not in before.get(text.source, ())}
    found = {
        (source, words): new[words]
        for source, known in before.items()
        for words in known & new.keys()
        if said.get(source) != words
    }
    return _earlier(record, found, said) | found if found else found


def _earlier(record: Record, renamed: Heirs, said: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Give also what the `renamed` releases said before that, by their names in the feeds.

    Not of one that is still in its old file, by what the files say now: `said`.
    """
    named = [address for address in record.addresses if address.name]
    stays = {(address.source, address.name) for address in named if address.said == said.get(address.source)}
    gone = {
        (address.source, address.name): heir
        for address in named
        if (heir := _heir(address, renamed)) and (address.source, address.name) not in stays
    }
    return {
        (address.source, address.said): gone[address.source, address.name]
        for address in named
        if (address.source, address.name) in gone
    }


def carried(record: Record, texts: Collection[Release | Page], now: datetime) -> dict[str, str]:
    """Give the files that published texts have gone to which are not public there, by the old file.

    One is known again as by `heirs`, or by an old address among its aliases.
    """
    here = {text.source for text in texts}
    unseen = [text for text in texts if state(text, now) is not State.PUBLIC]
    named = {path: text.source for text in unseen for path in text.fields.aliases}
    said = {text.said: text.source for text in unseen if text.source not in record.sources}
    gone = (address for address in record.addresses if address.source not in here)
    found = ((old.source, named.get(old.path) or (old.said and said.get(old.said))) for old in gone)
    return {old: new for old, new in found if new}


def owners(record: Record, renamed: Heirs) -> dict[str, str]:
    """Give the files, as they are called now, of what was published: by address, and by old file."""
    here = {address.path: _heir(address, renamed) or address.source for address in record.addresses}
    return here | {old: new for (old, _), new in renamed.items()}


def _heir(address: Address, renamed: Heirs) -> str | None:
    return renamed.get((address.source, address.said))


def taken_over(record: Record, outputs: Collection[Output], sources: Sources) -> Iterator[tuple[Output, str]]:
    """Find the texts that would stand where another one is published that is still there; give its source."""
    stands = {(output.owner, output.permalink.path) for output in outputs}
    living = sources.present | sources.hidden.keys() | sources.broken
    for output in outputs:
        old = record.by_path.get(output.permalink.path)
        if old is None or old.withdrawn or (sources.until and old.since > sources.until):
            continue
        owner = _heir(old, sources.heirs) or old.source
        told = (owner, old.path) in stands  # the two clash
        if owner != output.owner and owner in living and not told and _are_texts(owner, output.owner):
            yield output, owner


def _are_texts(*sources: str) -> bool:
    return all(source.startswith(CONTENT) for source in sources)


def moved_addresses(
    record: Record, outputs: Iterable[Output], sources: Sources
) -> tuple[tuple[Moved, ...], list[Mistake]]:
    """Give the old addresses that must go on, and a mistake for each text of which one would vanish.

    All that a text had which is gone goes with the one that says the same, or stands at one of its addresses.
    """
    planned = {output.permalink.path: output.owner for output in outputs}
    stand = ((old.source, _heir(old, sources.heirs) or planned.get(old.path)) for old in record.addresses)
    successors = {source: successor for source, successor in stand if successor}
    moved: list[Moved] = []
    lost: dict[str, list[str]] = {}
    unread = any(source.startswith(CONTENT) for source in sources.broken - record.sources)
    for address in record.addresses:
        if address.path in planned or (sources.until and address.since > sources.until):
            continue
        source = sources.carried.get(address.source, address.source)
        heir = _heir(address, sources.heirs)
        if not heir and (source in sources.broken or source in sources.expired):
            continue
        if address.withdrawn and (heir or source) not in sources.present:
            continue
        if heir:
            moved.append(Moved(address, heir))
        elif source in sources.hidden:
            lost.setdefault(source, []).append(address.path)
        elif source in sources.present or not source.startswith(CONTENT):
            moved.append(Moved(address, source))
        elif source in successors:
            moved.append(Moved(address, successors[source]))
        elif not unread:  # a new file that cannot be read may be the old one, renamed
            lost.setdefault(source, []).append(address.path)
    return tuple(moved), [
        _hidden_again(sources.hidden[source], paths) if source in sources.hidden else _vanished(source, paths)
        for source, paths in lost.items()
    ]


def _vanished(source: str, paths: list[str]) -> Mistake:
    aliases, typed = ", ".join(paths), " ".join(paths)
    return Mistake(
        Location(source),
        say("the file is gone, and it is published at {address}", address=aliases),
        say(
            "put it back, with retracted: why if it must say no more; if the text has moved, add to the new"
            ' file aliases: [{aliases}]; to take it away for good, run make forget WHAT="{address}"',
            aliases=aliases,
            address=typed,
        )
        if _can_be_retracted(source)
        else say(
            "put it back; if the text has moved, add to the new file aliases: [{aliases}];"
            ' to take it away for good, run make forget WHAT="{address}"',
            aliases=aliases,
            address=typed,
        ),
    )


def _hidden_again(where: Location, paths: list[str]) -> Mistake:
    return Mistake(
        where,
        say("this is published at {address}, and would vanish from there", address=", ".join(paths)),
        say(
            "remove draft: or put back the date; to withdraw it, add retracted: why; to take it away for"
            ' good, run make forget WHAT="{address}"',
            address=" ".join(paths),
        )
        if _can_be_retracted(where.path)
        else say(
            'remove draft: or put back the date; to take it away for good, run make forget WHAT="{address}"',
            address=" ".join(paths),
        ),
    )


def _can_be_retracted(source: str) -> bool:
    return source.startswith(RELEASES)


def advance_addresses(
    record: Record,
    outputs: Iterable[Output],
    sources: Sources,
    now: datetime,
) -> tuple[Address, ...]:
    """Give the record's addresses after this build, sorted."""
    entries = {
        path: replace(
            address,
            withdrawn=address.withdrawn
            or sources.carried.get(address.source, address.source) in sources.expired,
        )
        for path, address in record.by_path.items()
    }
    for output in outputs:
        if output.lasting:
            path = output.permalink.path
            old = entries.get(path)
            entries[path] = Address(
                path=path,
                source=output.owner,
                said=output.said,
                since=min(old.since, second(now)) if old else second(now),
                corrected=output.corrected,
                retracted=output.retracted,
                name=output.name,
            )
    return tuple(sorted(entries.values()))


def retractions(
    record: Record, releases: Iterable[Release], here: Addresses, renamed: Heirs, now: datetime
) -> dict[str, str]:
    """Give when each retracted release was first found to be so: feed readers must learn of it, once.

    It is known again as in `names_in_feeds`.
    """
    told = [address for address in record.addresses if address.retracted]
    known = {_heir(address, renamed) or address.source: address.retracted for address in told}
    return {
        release.source: known.get(release.source)
        or next((old.retracted for old in _stood(record, release, here) if old.retracted), None)
        or second(now)
        for release in releases
        if release.fields.retracted is not None
    }


def names_in_feeds(
    record: Record, releases: Collection[Release], here: Addresses, renamed: Heirs
) -> dict[str, str]:
    """Give for each release its name in the feeds: the address at which it was first published, for ever.

    It stays when the whole site moves (RFC 4287, 4.2.6). A release is known again by its file, by an
    old address among its aliases, when its file has been `renamed`, as `heirs` gives it, by what it
    says, and by where it stands.
    """
    site = here.site.url
    known = [address for address in record.addresses if address.name]
    by_source = {heir: address.name for address in known if (heir := _heir(address, renamed))}
    by_source |= {
        address.source: address.name
        for address in known
        if _heir(address, renamed) is None and not (address.withdrawn and address.source in by_source)
    }
    given = {name.removeprefix(site) for name in by_source.values()}
    named = {}
    for release in releases:
        stood = _stood(record, release, here)
        name = by_source.get(release.source) or next((old.name for old in stood if old.name), None)
        if name is None:
            name = here.release(release).link
            if name in given:  # another one had the address first
                name += f"#{release.fields.date:%Y-%m-%d}"
        named[release.source] = name if "://" in name else site + name.removeprefix("/")
    return named


def _stood(record: Record, release: Release, here: Addresses) -> Iterator[Address]:
    """Give what was published at the old addresses that a release names, and where it stands."""
    yield from (record.by_path[path] for path in release.fields.aliases if path in record.by_path)
    found = record.by_path.get(here.release(release).path)
    if found and not found.withdrawn:
        yield found
