"""Bytes that a fuzzer makes for each source end in values or in mistakes, as all others do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SECONDS = 12
"""For each source; what it learns in an hour is for whoever has one."""
SOURCES = ("front", "map", "record", "site", "text", "tour")


@pytest.mark.torture
@pytest.mark.parametrize("source", SOURCES)
def test_no_bytes_stop_a_reader(source: str, tmp_path: Path) -> None:
    """No input that atheris finds within some seconds gives a traceback or takes longer than five."""
    pytest.importorskip("atheris", reason="it has no wheel for this system")
    done = subprocess.run(  # noqa: S603 - our own script
        [
            *(sys.executable, str(ROOT / "tests/torture/fuzz.py"), source),
            *(f"-max_total_time={SECONDS}", "-timeout=5", "-max_len=2000", "-seed=1", "-rss_limit_mb=0"),
        ],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done " in done.stderr
