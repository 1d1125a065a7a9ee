"""Many hands: work that is the same for each of many things, shared among all processors.

Processes are split off from this one and so know all that it knows; only what they have made
travels. Where that cannot be done (Windows, macOS, a program with several threads, a container
without shared memory) one pair of hands does it all, with the same result.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from pressrum.errors import MachineTrouble, say

if TYPE_CHECKING:  # slow to load, and few things are one pair of hands' work
    from concurrent.futures import ProcessPoolExecutor

SHARE = 100
"""Things in a share, which takes a moment: a process that is done early takes another one."""

DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def share(
    work: Callable[[Sequence[Thing]], Made], things: Sequence[Thing], size: int = SHARE
) -> Iterator[Made]:
    """Give what `work` makes of all `things`, a share of `size` at a time, in order.

    Other hands begin at once, and not when the first share is asked for. Raises `MachineTrouble`
    when the system ends a process that works on a share.
    """
    starts = range(0, len(things), size)
    pool = _pool((work, things, size, os.getpid())) if len(starts) > 1 else None
    if pool is None:
        return (work(things[start : start + size]) for start in starts)
    gc.freeze()  # what is there is not looked through, and so not copied, in the processes split off
    with _ends_told():
        return _gathered(pool, pool.map(_do, starts))


def _gathered(pool: ProcessPoolExecutor, shares: Iterator[Made]) -> Iterator[Made]:
    try:
        with pool, _ends_told():
            yield from shares
    finally:
        gc.unfreeze()


@contextmanager
def _ends_told() -> Iterator[None]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

    try:
        yield
    except BrokenProcessPool:
        raise MachineTrouble(
            say("the system has ended a part of the build, as it does when memory runs out"),
            say("close other programs, and build again"),
        ) from None


def _pool(task: tuple[Any, ...]) -> ProcessPoolExecutor | None:
    """Give processes that are split off to do what `_begin` is told; None where there can be none."""
    processors = _processors()
    if processors == 1:
        return None
    import multiprocessing  # noqa: PLC0415 - as above
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    fork = multiprocessing.get_context("fork")
    try:
        return ProcessPoolExecutor(processors, fork, _begin, task)
    except OSError:  # no semaphores, as in a container without /dev/shm
        return None


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python look for no circles of values meanwhile: a build makes many values and hardly any circle."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _processors() -> int:
    """Give how many processors there are to share work among."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


_shared: dict[str, Any] = {}
"""In a process that has been split off: what it is to do, and all things."""


def _begin(work: Callable[[Sequence[Any]], Any], things: Sequence[Any], size: int, parent: int) -> None:
    """Take up the work, and let the system end this process when the one that it is from dies."""
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    gc.disable()  # its life is short
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _shared.update(work=work, things=things, size=size)


def _do(start: int) -> Any:
    return _shared["work"](_shared["things"][start : start + _shared["size"]])
