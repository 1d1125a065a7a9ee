"""How long builds take, beside Hugo and Pelican at the same work in the same run: `make bench-builds`.

Prints the table of docs/speed.md: medians of alternating rounds, and ratios; and how much each gives,
so that one can see that the work is the same. `corpus.py` makes the texts; the peers' small sites stand
in `peers/`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, mkdtemp

import corpus

ROOT = corpus.ROOT
PEERS = ROOT / ".venv/bench"
ROUNDS = 5
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def seconds(words: list[str], folder: Path, path: str = "") -> float:
    """Give how long a command takes in a folder, with Python's libraries also from `path`.

    Raises `CalledProcessError` when it fails.
    """
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": path}
    os.sync()  # what was written before is not to be waited for now
    start = time.perf_counter()
    subprocess.run(words, cwd=folder, check=True, env=surroundings, **QUIET)  # type: ignore[call-overload]  # noqa: S603 - our own
    return time.perf_counter() - start


def without(*names: str) -> Callable[[Path], None]:
    """Give what takes away what a site's builds have left.

    It is only moved: on ext4 files are slow to make for minutes after many have been removed.
    """

    def remove(site: Path) -> None:
        aside = Path(mkdtemp(dir=site.parent))
        for name in names:
            if (site / name).exists():
                (site / name).rename(aside / name)

    return remove


def hugo() -> str:
    """Give Hugo's own program, not the Python that starts it."""
    (program,) = (PEERS / "hugo/binaries").iterdir()
    return str(program)


OURS = [sys.executable, str(ROOT / "build.py"), "--site", ".", "--now", corpus.NOW]
HUGO = [hugo(), "--quiet", "--noBuildLock"]
PELICAN = [sys.executable, "-m", "pelican", "--quiet", "content", "-s", "pelicanconf.py"]


class Bench:
    """The sites of one size, one for each program."""

    def __init__(self, folder: Path, number: int) -> None:
        self.ours, self.hugo, self.pelican = (folder / name for name in ("ours", "hugo", "pelican"))
        corpus.write(self.ours, number)
        corpus.write_hugo(self.hugo, number)
        corpus.write_pelican(self.pelican, number)

    def clean(self) -> tuple[float, float, float]:
        """Build each from nothing."""
        without("output", ".cache", "published.json")(self.ours)
        without("public", "resources")(self.hugo)
        without("output")(self.pelican)
        return seconds(OURS, self.ours), seconds(HUGO, self.hugo), seconds(PELICAN, self.pelican, str(PEERS))

    def unchanged(self) -> tuple[float, float]:
        """Build again."""
        return seconds(OURS, self.ours), seconds(HUGO, self.hugo)

    def edited(self) -> tuple[float, float]:
        """Build after the last paragraph of the newest release was edited."""
        for folder in (self.ours / "content/releases", self.hugo / "content/pressmeddelanden"):
            newest = max(folder.iterdir(), key=lambda file: int(file.stem.rsplit("-", 1)[1]))
            newest.write_text(newest.read_text(encoding="utf-8") + "Ännu ett ord.\n", encoding="utf-8")
        return self.unchanged()

    def template(self) -> float:
        """Build after a change in the template of all pages."""
        base = self.ours / "templates/base.html"
        base.write_text(base.read_text(encoding="utf-8") + "<!-- . -->\n", encoding="utf-8")
        return seconds(OURS, self.ours)

    def memory(self) -> float:
        """Give the most memory that a clean build of ours holds, all processes, in MB."""
        without("output", ".cache", "published.json")(self.ours)
        build = subprocess.Popen(OURS, cwd=self.ours, **QUIET)  # type: ignore[call-overload]  # noqa: S603 - as above
        peaks = [0.0]
        watch = threading.Thread(target=_watch, args=(build, peaks))
        watch.start()
        build.wait()
        watch.join()
        return max(peaks)


def _watch(build: subprocess.Popen[bytes], peaks: list[float]) -> None:
    while build.poll() is None:
        peaks.append(sum(map(_held, [build.pid, *_children(build.pid)])) / 1000)
        time.sleep(0.05)


def _children(parent: int) -> list[int]:
    try:
        return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []


def _held(pid: int) -> int:
    """Give the memory of a process in kB, what is shared counted in parts (PSS)."""
    try:
        rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:")), 0)


def _given(site: Path) -> str:
    """Give how many files a site's build has left, and their size together."""
    (folder,) = (path for path in (site / "output", site / "public") if path.is_dir())
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return f"{len(sizes):,} files, {sum(sizes) / 1_000_000:.1f} MB"


def report(number: int) -> None:
    """Measure sites of `number` releases, and print lines of the table."""
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder), number)
        clean = [bench.clean() for _ in range(ROUNDS)]
        time.sleep(2.5)  # a file's time vouches for it from two seconds on
        bench.unchanged()
        same = [bench.unchanged() for _ in range(ROUNDS)]
        edited = [bench.edited() for _ in range(ROUNDS)]
        template = median(bench.template() for _ in range(ROUNDS))
        ours, peer, slow = (median(times) for times in zip(*clean, strict=True))
        given = [_given(site) for site in (bench.ours, bench.hugo, bench.pelican)]
        print(f"| {number:,} | what it gives | {given[0]} | {given[1]} | Pelican {given[2]} |")
        row(number, "clean build", ours, peer)
        print(f"| {number:,} | clean build, Pelican | {slow:.2f} s | | {slow / ours:.2f} × ours |")
        for what, times in (("nothing changed", same), ("one text edited", edited)):
            row(number, what, *(median(part) for part in zip(*times, strict=True)))
        print(f"| {number:,} | base template changed | {template:.2f} s | | {template / ours:.2f} × clean |")
        print(f"| {number:,} | memory, clean build | {bench.memory():.0f} MB | | |", flush=True)


def row(number: int, what: str, ours: float, peer: float) -> None:
    """Print a line of the table."""
    print(f"| {number:,} | {what} | {ours:.2f} s | {peer:.2f} s | {ours / peer:.2f} × Hugo |", flush=True)


def sample() -> None:
    """Measure the sample site with nothing changed."""
    with TemporaryDirectory() as folder:
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        for file in ("site.yaml", "tour.yaml", "published.json", "stockholm-districts.geojson"):
            shutil.copy(ROOT / file, folder)
        words = OURS[:-2]
        seconds(words, Path(folder))
        time.sleep(2.5)
        seconds(words, Path(folder))
        took = median(seconds(words, Path(folder)) for _ in range(ROUNDS))
        print(f"| sample | nothing changed | {took:.2f} s | | |", flush=True)


if __name__ == "__main__":
    print(f"{len(os.sched_getaffinity(0))} cores, medians of {ROUNDS} alternating rounds\n")
    print("| releases | what | ours | Hugo | ratio |\n|---|---|---|---|---|")
    sample()
    for size in map(int, sys.argv[1:] or ("100", "1000", "10000")):
        report(size)
