"""Building again: after each save, when something falls due, and never twice at once.

A counter of what has been noticed and the count that the last attempt began with say whether it
has seen everything: a save in the middle of a build is neither missed nor built by halves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic, perf_counter

from pressrum.edges.request import Outcome

QUIET = 0.05
"""Seconds without a save before a build: editors rename, write twice and leave copies behind in less."""
PATIENCE = 1.0
"""Seconds after which a build begins although saves keep coming."""
GLANCE = 20.0
"""Seconds between glances at the clock: a machine that slept, or was set right, is late by no more."""


@dataclass(frozen=True)
class Attempt:
    """A build that is over, one way or the other."""

    result: Outcome | Exception
    """What was done, or what stopped it."""
    seconds: float


class Loop:
    """Calls `build` as often as it takes, and `tell` with what came of it; all in the thread that runs it."""

    def __init__(self, build: Callable[[], Outcome], tell: Callable[[Attempt], None], *, ticks: bool) -> None:
        self.build = build
        self.tell = tell
        self.ticks = ticks
        """Whether builds are for the clock's time, and not for one that was chosen."""
        self.busy = False
        """Whether something is being built or told."""
        self._woken = threading.Condition()
        self._noticed = 1  # the first build needs no save
        self._begun = 0
        self._first = self._last = 0.0

    def notice(self) -> None:
        """Note that a source has changed."""
        with self._woken:
            self._last = monotonic()
            if self._noticed == self._begun:
                self._first = self._last
            self._noticed += 1
            self._woken.notify()

    def run(self) -> None:
        """Build for ever."""
        due = None
        while True:
            self._wait(due)
            attempt = self._attempt()
            if isinstance(attempt.result, Exception) and self._noticed != self._begun:
                continue  # something was half saved; the rest of it is here
            due = self._due(attempt)
            self.tell(attempt)

    def _due(self, attempt: Attempt) -> datetime | None:
        """Give when to build without a save: at the site's next change, or soon where something is wrong."""
        if isinstance(attempt.result, Outcome):
            return attempt.result.outlook.next_change if self.ticks else None
        return datetime.now(UTC) + timedelta(seconds=GLANCE)

    def _wait(self, due: datetime | None) -> None:
        """Wait for a save and the quiet after it, or for the moment `due`."""
        with self._woken:
            self.busy = False
            while self._noticed == self._begun:
                left = (due - datetime.now(UTC)).total_seconds() if due else GLANCE
                if left <= 0:
                    break
                self._woken.wait(min(left, GLANCE))
            while (left := min(self._last + QUIET, self._first + PATIENCE) - monotonic()) > 0:
                self._woken.wait(left)
            self._begun = self._noticed
            self.busy = True

    def _attempt(self) -> Attempt:
        start = perf_counter()
        try:
            result: Outcome | Exception = self.build()
        except Exception as trouble:  # noqa: BLE001 - whatever it is, the preview lives on and shows it
            result = trouble
        return Attempt(result, perf_counter() - start)
