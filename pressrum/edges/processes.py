"""Work that falls into many parts, shared among several processes: one a processor.

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
from functools import partial
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


def parted(
    work: Callable[[Sequence[Thing]], Made], things: Sequence[Thing], size: int = SHARE
) -> list[Callable[[], Made]]:
    """Give the jobs that `work` on all `things`, each on a share of `size`, in order."""
    return [partial(work, things[start : start + size]) for start in range(0, len(things), size)]


@contextmanager
def share(jobs: Sequence[Callable[[], Made]]) -> Iterator[Iterator[Made]]:
    """Give what each of the `jobs` makes, in order, while other processes do them.

    They begin at once, and not when the first result is asked for; all have ended when the block ends,
    however it does. Raises `MachineTrouble` when the system ends a process that has a job.
    """
    pool = _pool(jobs) if len(jobs) > 1 else None
    if pool is None:
        yield (job() for job in jobs)
        return
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

    gc.freeze()  # what is there is not looked through, and so not copied, in the processes split off
    try:
        yield pool.map(_do, range(len(jobs)))
    except BrokenProcessPool:
        raise MachineTrouble(
            say("the system has ended a part of the build, as it does when memory runs out"),
            say("close other programs, and build again"),
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _pool(jobs: Sequence[Callable[[], Any]]) -> ProcessPoolExecutor | None:
    """Fork processes that know all `jobs`; give None where there can be none."""
    processors = _processors()
    if processors == 1:
        return None
    import multiprocessing  # noqa: PLC0415 - as above
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    fork = multiprocessing.get_context("fork")
    try:
        return ProcessPoolExecutor(processors, fork, _begin, (jobs, os.getpid()))
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


_jobs: list[Callable[[], Any]] = []
"""In a forked process: all that there is to do."""


def _begin(jobs: Sequence[Callable[[], Any]], parent: int) -> None:
    """Set up a forked process: what there is to do, and that the system ends it when its parent dies."""
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    gc.disable()  # its life is short
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _jobs.extend(jobs)


def _do(number: int) -> Any:
    return _jobs[number]()
