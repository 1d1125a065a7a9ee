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

    What has but the higher number or the later time is newer to every phone, and stays as it is. Where two
    have the same number and differ it rises, and at the next build the time of change. It is the same
    whichever of them is `one`; one that was forgotten has the number that it had before, and stays so.
    """
    lost, last = sorted((one, other), key=_order)
    been = {slugify(left.district): left for left in (*lost.left, *last.left)}
    if lost.status != GONE:
        been.setdefault(slugify(lost.district), Left(lost.district, lost.when, lost.where))
    been.pop(slugify(last.district), None)
    differ = lost.slot != last.slot
    unsure = lost.modified >= last.modified and (differ or lost.said != last.said)
    clash = differ and lost.sequence == last.sequence
    left = tuple(been.values())
    return replace(
        last,
        sequence=last.sequence + clash,
        created=min(lost.created, last.created),
        modified=max(lost.modified, last.modified),
        said="" if clash or unsure or left != last.left else last.said,
        left=left,
        respelt=tuple(dict.fromkeys((*lost.respelt, *last.respelt))),
    )


def _order(stamp: Stamp) -> tuple[int, str, bool, Stamp]:
    return stamp.sequence, stamp.modified, stamp.status == GONE, stamp
