"""One build at a time in a folder: a lock that the system itself lets go when a process dies."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pressrum.edges.seen import LOCK, OWN, STAGING
from pressrum.errors import MachineTrouble, say


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Hold the lock of the folder `output`, cleared of what a build that was cut off has laid out.

    Raises `MachineTrouble` at once when another build holds it.
    """
    file = output / OWN / LOCK
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as handle:
        try:
            _take(handle.fileno())
        except OSError:
            raise MachineTrouble(
                say("another build is at work in {folder}", folder=output.name),
                say("wait until it is done, and run this again"),
            ) from None
        shutil.rmtree(output / OWN / STAGING, ignore_errors=True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
