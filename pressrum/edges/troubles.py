"""Errors that are no mistakes in a source (full disk, no permission), each said in a sentence with a hint."""

from __future__ import annotations

import errno

from pressrum.errors import Text, Trouble, say

FULL = say("the disk is full"), say("make room on it, and try again")
MAY_NOT = say("see to who may read and write there, and try again")
IN_THE_WAY = say("something else is there"), say("move it away, and try again")
TROUBLES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: (say("it is not allowed"), MAY_NOT),
    errno.EPERM: (say("it is not allowed"), MAY_NOT),
    errno.EROFS: (say("the disk can only be read"), MAY_NOT),
    errno.EEXIST: IN_THE_WAY,
    errno.ENOTDIR: IN_THE_WAY,
    errno.EISDIR: IN_THE_WAY,
    errno.ENOTEMPTY: IN_THE_WAY,
    errno.ENOENT: (say("it is gone"), say("try again")),
}
"""By the number of an `OSError`: what is wrong, and what to do."""
NO_LIBYAML = (
    say("PyYAML was installed without libyaml, by which site.yaml and tour.yaml are read"),
    say(
        "on Debian and Ubuntu: sudo apt-get install gcc python3-dev libyaml-dev;"
        " then remove the folder .venv, and run: PIP_NO_CACHE_DIR=1 make"
    ),
)
"""pip does so without a word where there is no PyYAML made for this Python and kind of machine."""


def explain(trouble: Exception) -> tuple[Text, Text] | None:
    """Give what is wrong and what to do; None for a bug of ours, which keeps its traceback."""
    if isinstance(trouble, Trouble):
        return trouble.message, trouble.hint
    if isinstance(trouble, ModuleNotFoundError) and trouble.name == "yaml._yaml":
        return NO_LIBYAML
    if isinstance(trouble, ModuleNotFoundError) and str(trouble.name).partition(".")[0] != "pressrum":
        return (
            say("{name} is not installed for this Python", name=str(trouble.name)),
            say("run make, which installs it; README.md tells how to do without make"),
        )
    if isinstance(trouble, OSError):
        why, hint = TROUBLES.get(trouble.errno or 0) or (
            say("{words}", words=trouble.strerror or str(trouble)),
            say("see to disk space and permissions, and try again"),
        )
        file = trouble.filename2 or trouble.filename  # of a move, where to: where from is a name of ours
        named = say("the machine refuses: {why} ({file})", why=why, file=str(file))
        return named if file else say("the machine refuses: {why}", why=why), hint
    return None
