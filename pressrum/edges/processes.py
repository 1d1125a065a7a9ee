"""Work that is the same for each of many things, shared among several processes: one a processor.

They are forked from this process and so know all that it knows; only what they make is sent back.
Where that cannot be done (Windows, macOS, a program with several threads, a container without shared
memory) this process does it all by itself, with the same result.
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

if TYPE_CHECKING:  # slow to load, and not needed for few things
    from concurrent.futures import ProcessPoolExecutor

SHARE = 100
"""Things in a share. It is done in a moment, so that a process that is done early can take another one."""

DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def share(
    work: Callable[[Sequence[Thing]], Made], things: Sequence[Thing], size: int = SHARE
) -> Iterator[Made]:
    """Give what `work` makes of all `things`, a share of `size` at a time, in order.

    The other processes begin at once, and not when the first share is asked for. Raises `MachineTrouble`
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
    """Fork processes that each begin with `_begin(*task)`; give None where there can be none."""
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
def without_gc() -> Iterator[None]:
    """Switch off the search for reference cycles meanwhile: a build makes many values and hardly a cycle."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _processors() -> int:
    """Give how many processes to share work among: 1 where this one is to do it all."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


_shared: dict[str, Any] = {}
"""In a forked process: what it is to do, and all things."""


def _begin(work: Callable[[Sequence[Any]], Any], things: Sequence[Any], size: int, parent: int) -> None:
    """Set up a forked process: what it is to do, and that the system ends it when its parent dies."""
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    gc.disable()  # its life is short
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _shared.update(work=work, things=things, size=size)


def _do(start: int) -> Any:
    return _shared["work"](_shared["things"][start : start + _shared["size"]])
