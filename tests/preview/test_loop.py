"""When the preview builds: once for a save, however it is done, and never too early or not at all."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from queue import Queue
from time import monotonic, sleep

import pytest
from conftest import Press

from pressrum.edges.preview import loop
from pressrum.edges.preview.loop import Attempt, Loop
from pressrum.edges.request import Outcome

SOON = 5


class Bench:
    """A loop at work on builds that the test thinks up."""

    def __init__(self, outcome: Outcome, *before: Outcome, ticks: bool = False) -> None:
        self.outcome = outcome
        self.before = list(before)
        """What the first builds give, in order, and then `outcome`."""
        self.begun: Queue[float] = Queue()
        self.told: Queue[Attempt] = Queue()
        self.hold = threading.Event()
        self.hold.set()
        self.trouble: list[Exception] = []
        self.loop = Loop(self.build, self.told.put, ticks=ticks)
        threading.Thread(target=self.loop.run, daemon=True).start()

    def build(self) -> Outcome:
        """Build as long as the test wants it to take."""
        self.begun.put(monotonic())
        assert self.hold.wait(SOON)
        if self.trouble:
            raise self.trouble.pop(0)
        return self.before.pop(0) if self.before else self.outcome


@pytest.fixture
def bench(press: Press) -> Bench:
    """Give a loop whose first build is over."""
    bench = Bench(press.build())
    bench.told.get(timeout=SOON)
    bench.begun.get()
    return bench


def test_a_save_in_several_steps_is_one_build(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noticed in quick succession is built once, and the quiet after it is waited for."""
    monkeypatch.setattr(loop, "QUIET", 0.3)
    for _ in range(5):
        bench.loop.notice()
    last = monotonic()
    begun = bench.begun.get(timeout=SOON)
    bench.told.get(timeout=SOON)

    assert begun - last > 0.2
    sleep(0.5)
    assert bench.begun.empty()


def test_a_save_during_a_build_is_built_after_it(bench: Bench) -> None:
    """Whatever is saved while a build is going on is built when it is over."""
    bench.hold.clear()
    bench.loop.notice()
    bench.begun.get(timeout=SOON)
    bench.loop.notice()
    sleep(2 * loop.QUIET)
    bench.hold.set()

    bench.told.get(timeout=SOON)
    bench.told.get(timeout=SOON)
    assert bench.begun.qsize() == 1


def test_what_is_half_saved_is_no_mistake(bench: Bench) -> None:
    """A build that fails while more is being saved says nothing; the one after it does."""
    bench.trouble.append(ValueError("half a file"))
    bench.hold.clear()
    bench.loop.notice()
    bench.begun.get(timeout=SOON)
    bench.loop.notice()
    bench.hold.set()

    assert bench.told.get(timeout=SOON).result is bench.outcome


def test_saves_that_never_end_are_built_all_the_same(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where something is written all the time a build begins after a while."""
    monkeypatch.setattr(loop, "PATIENCE", 0.2)
    end = monotonic() + 0.6
    while monotonic() < end:
        bench.loop.notice()
        sleep(0.01)

    assert bench.begun.qsize() >= 1


def test_trouble_is_tried_again_by_itself(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that failed is tried again without a save: a full disk is emptied elsewhere."""
    monkeypatch.setattr(loop, "GLANCE", 0.1)
    bench.trouble.append(OSError("full"))
    bench.loop.notice()

    assert isinstance(bench.told.get(timeout=SOON).result, OSError)
    assert bench.told.get(timeout=SOON).result is bench.outcome


def test_what_falls_due_is_built_when_it_does(press: Press) -> None:
    """The site's next change is built at that moment, without a save."""
    outcome = press.build()
    due = datetime.now(UTC) + timedelta(seconds=0.2)
    first = replace(outcome, outlook=replace(outcome.outlook, next_change=due))
    bench = Bench(replace(outcome, outlook=replace(outcome.outlook, next_change=None)), first, ticks=True)
    bench.told.get(timeout=SOON)
    bench.told.get(timeout=SOON)

    assert 0 <= (datetime.now(UTC) - due).total_seconds() < 1
