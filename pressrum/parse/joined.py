"""What two people's builds have recorded of the same thing, as one: git keeps both lines when it merges."""

from __future__ import annotations

from dataclasses import replace

from pressrum.ledger import GONE, Address, Left, Stamp
from pressrum.slug import slugify


def joined_address(one: Address, other: Address) -> Address:
    """Give an address as it was published later, with its day and its name in the feeds from the first time.

    It is the same whichever of them is `one`.
    """
    first, later = sorted((one, other), key=lambda address: (address.since, address))
    return replace(
        later,
        since=first.since,
        corrected=max(first.corrected, later.corrected),
        name=first.name or later.name,
        retracted=min(filter(None, (first.retracted, later.retracted)), default=""),
        withdrawn=first.withdrawn or later.withdrawn,
    )


def joined_stamp(one: Stamp, other: Stamp) -> Stamp:
    """Give a meeting as phones were told of it last; it has left the district where the other has it.

    Where they differ its number rises, and at the next build its time of change: some phones have been
    told the other. It is the same whichever of them is `one`; one that was forgotten has the number that
    it had before, and stays so.
    """
    lost, last = sorted((one, other), key=_order)
    been = {slugify(left.district): left for left in (*lost.left, *last.left)}
    if lost.status != GONE:
        been.setdefault(slugify(lost.district), Left(lost.district, lost.when, lost.where))
    been.pop(slugify(last.district), None)
    known = replace(
        last,
        created=min(lost.created, last.created),
        respelt=tuple(dict.fromkeys((*lost.respelt, *last.respelt))),
    )
    left = tuple(been.values())
    if left == last.left and _told(lost) == _told(last):
        return known
    return replace(known, sequence=last.sequence + 1, said="", left=left)


def _order(stamp: Stamp) -> tuple[int, str, bool, Stamp]:
    return stamp.sequence, stamp.modified, stamp.status == GONE, stamp


def _told(stamp: Stamp) -> tuple[str, ...]:
    return stamp.when, stamp.where, stamp.status, slugify(stamp.district), stamp.said
