"""Whatever is done between two builds, the second gives what one from nothing gives."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from steps import Step, Twins, steps, take

from pressrum.edges import source_files

QUIET = settings(suppress_health_check=list(HealthCheck))
SHORT = 10_000_000
"""Nanoseconds: as if the disk counted finer, so that in a test too it may vouch for a file."""


def walk(taken: list[Step], *, vouched: bool, asked: bool) -> None:
    """Take steps, and build after each."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if vouched:
            patch.setattr(source_files, "SETTLED", SHORT)
        twins = Twins.at(Path(folder), asked=asked)
        twins.check()
        for step in taken:
            take(twins, step)
            if vouched:
                time.sleep(2 * SHORT / 1e9)
            twins.check(again=step is taken[-1])


@settings(QUIET, max_examples=3)
@given(steps, some.booleans(), some.booleans())
def test_incremental_is_clean(taken: list[Step], vouched: bool, asked: bool) -> None:  # noqa: FBT001 - a row
    """Files, record, warnings and mistakes after any steps are those of a site that keeps nothing."""
    walk(taken, vouched=vouched, asked=asked)


@pytest.mark.torture
@settings(QUIET, max_examples=48)
@given(steps, some.booleans(), some.booleans())
def test_incremental_is_clean_after_any_steps(taken: list[Step], vouched: bool, asked: bool) -> None:  # noqa: FBT001 - a row
    """So they are after many more."""
    walk(taken, vouched=vouched, asked=asked)
