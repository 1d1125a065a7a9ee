"""Joins two entries of the public record for one thing: git keeps both lines when it merges two records."""

from __future__ import annotations

from dataclasses import replace

from pressrum.ledger import GONE, Address, Left, Stamp
from pressrum.slug import slugify


def joined_address(one: Address, other: Address) -> Address:
    """Give the later entry of an address, with the day and the feed name of the earlier one.

    The order of the two does not matter.
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
    """Give the newer stamp of a meeting: the one with the higher SEQUENCE, else the later LAST-MODIFIED.

    Where both have the same SEQUENCE and differ in what it counts, it rises by one; where phones cannot know
    which is newer, `said` is emptied, and the next build sets a new LAST-MODIFIED. The district of the older
    stamp counts as left. Of two alike one that was forgotten is taken. The order of the two does not matter.
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
