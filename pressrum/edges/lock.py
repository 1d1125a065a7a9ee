"""One build at a time in a folder: a lock that the system itself lets go when a process dies."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pressrum.edges.source_files import COMING, LOCK, MANIFEST, OWN, STAGING
from pressrum.errors import MachineTrouble, say

READ = 0o555
"""What a web host, which is another user than the one who builds, must be allowed of files and folders."""


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Hold the lock of the folder `output`, and leave nothing behind that was only on its way there.

    Nor what a build that was cut off has left. Raises `MachineTrouble` at once when another command
    holds it.
    """
    file = output / OWN / LOCK
    with seen_by_all():
        output.mkdir(parents=True, exist_ok=True)
    file.parent.mkdir(exist_ok=True)
    with file.open("ab") as handle:
        try:
            _take(handle.fileno())
        except (BlockingIOError, PermissionError):
            raise MachineTrouble(
                say("another command is at work in {folder}", folder=str(output)),
                say("wait until it is done, and run this again"),
            ) from None
        for name in (MANIFEST, COMING):
            halfway(output / OWN / name).unlink(missing_ok=True)
        shutil.rmtree(output / OWN / STAGING, ignore_errors=True)
        try:
            yield
        finally:
            shutil.rmtree(output / OWN / STAGING, ignore_errors=True)


def halfway(file: Path) -> Path:
    """Give where a file is written before it takes the place of `file`."""
    return file.with_name(f".{file.name}.new")


@contextmanager
def seen_by_all() -> Iterator[None]:
    """Let what is made be read by everyone, whatever the umask: what is public is public to the host too."""
    mask = os.umask(0)
    os.umask(mask & ~READ)
    try:
        yield
    finally:
        os.umask(mask)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
