"""Trouble that has no place in a source, said in a sentence."""

from __future__ import annotations

import errno

from pressrum.errors import BadValue, MachineTrouble, Text, say

TROUBLES = {
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("the disk is full"),
    errno.EACCES: say("it is not allowed"),
    errno.EPERM: say("it is not allowed"),
    errno.EROFS: say("the disk can only be read"),
    errno.EEXIST: say("something else is there"),
    errno.ENOTDIR: say("something else is there"),
    errno.EISDIR: say("something else is there"),
    errno.ENOENT: say("it is gone"),
}


def explain(trouble: BaseException | None) -> tuple[Text, Text | None] | None:
    """Give what is wrong and what to do; None for a fault of ours, which keeps its traceback."""
    if isinstance(trouble, BadValue | MachineTrouble):
        return trouble.message, trouble.hint
    if isinstance(trouble, OSError):
        why = TROUBLES.get(trouble.errno or 0) or say("{words}", words=trouble.strerror or str(trouble))
        return (
            say("the machine refuses: {why} ({file})", why=why, file=str(trouble.filename))
            if trouble.filename
            else say("the machine refuses: {why}", why=why),
            say("see to disk space and permissions, and build again"),
        )
    return None
