"""What changes under readers' eyes without a word to them: staff are told of it once, by this build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from pressrum.errors import Location, Mistake, Text, say
from pressrum.ledger import Address, Record
from pressrum.model import Page, Release
from pressrum.plan.outputs import Output
from pressrum.plan.publish import State, state

STAYS = say("if it is to stay, write a later time; a day alone is its first minute")


def unannounced(record: Record, outputs: Iterable[Output], place: Callable[[str], Location]) -> list[Mistake]:
    """Warn of public releases that say something new without a correction that tells so."""
    named = [address for address in record.addresses if address.name]
    last = {address.source: address for address in named}
    at = {(address.source, address.path): address for address in named}
    warnings = []
    for output in outputs:
        if output.leads_away:  # an old address says for ever what stood there
            continue
        old = at.get((output.owner, output.permalink.path)) or last.get(output.owner)
        unsaid = _unsaid(old, output) if old and output.name and not output.retracted else None
        if unsaid:
            warnings.append(Mistake(place(output.owner), *unsaid))
    return warnings


def _unsaid(old: Address, output: Output) -> tuple[Text, Text] | None:
    """Say what readers are not told of, and what to do; None when they are told, or nothing is new."""
    if _instant(output.corrected) < _instant(old.corrected):
        gone = say("a correction that readers have seen is gone")
        return gone, say("put it back; is it wrong too, add another that says so")
    if old.said != output.said and old.corrected == output.corrected:
        return (
            say("the published text has changed, and no correction tells readers so"),
            say('if the change matters, add it under "corrections" with date and text'),
        )
    return None


def _instant(corrected: str) -> datetime:
    return datetime.fromisoformat(corrected) if corrected else datetime.min.replace(tzinfo=UTC)


def warn_of_leaving(record: Record, texts: Iterable[Release | Page], now: datetime) -> Iterator[Mistake]:
    """Warn of the texts that this build takes away, as their `expires` asks."""
    public = {address.source for address in record.addresses if not address.withdrawn}
    for text, when in _expired(texts, now):
        if text.source in public:
            gone = say("the text leaves the site now: its time was {when}", when=when)
            yield Mistake(text.place("expires"), gone, STAYS)


def warn_of_expired(record: Record, texts: Iterable[Release | Page], now: datetime) -> Iterator[Mistake]:
    """Warn of the texts that have never been published, and cannot be."""
    known = {address.source for address in record.addresses}
    for text, when in _expired(texts, now):
        if text.source not in known:
            never = say("the text is published nowhere: its time to leave was {when}", when=when)
            yield Mistake(text.place("expires"), never, STAYS)


def _expired(texts: Iterable[Release | Page], now: datetime) -> Iterator[tuple[Release | Page, datetime]]:
    """Give the texts whose time is over, each with when it was."""
    for text in texts:
        if text.fields.expires and state(text, now) is State.EXPIRED:
            yield text, text.fields.expires
