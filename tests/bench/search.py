"""How long the search index of a thousand releases takes: `make bench`.

Prints seconds for Pagefind's answer, for the answer that is remembered, and for a build in
which nothing changed, without a search and with one.
"""

from __future__ import annotations

import os
import random
import shutil
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from build import build
from pressrum.edges.planning import with_index
from pressrum.edges.reading import parse
from pressrum.edges.request import Request
from pressrum.edges.sources import read_snapshot
from pressrum.plan.site import plan_site

RELEASES, WORDS = 1000, 300
NOW = "2017-01-01T12:00"
ROOT = Path(__file__).resolve().parents[2]
SITE = "title: T\nurl: https://press.example/\ncontacts: {a: {name: A, email: a@press.example}}\n"
ROOTS = ("skol", "gård", "få", "vård", "stad", "del", "hus", "bygg", "års", "möt", "plats", "barn", "äldre")


def write(site: Path) -> None:
    """Write the releases; common words come often and rare ones seldom, as in any language."""
    chance = random.Random(1)  # noqa: S311 - words for a test
    words = ["".join(chance.choices(ROOTS, k=chance.randint(1, 4))) for _ in range(9000)]
    weights = [1 / number for number in range(1, 9001)]
    for number in range(RELEASES):
        text = " ".join(chance.choices(words, weights, k=WORDS))
        date = f"{2000 + number % 16}-{1 + number % 12:02}-01"
        fields = f"title: Text {number}\ndate: {date}\ntopics: [t{number % 9}]"
        (site / f"content/releases/r{number}.md").write_text(
            f"---\n{fields}\n---\n{text}\n", encoding="utf-8"
        )


def seconds(work: Callable[[], object]) -> float:
    """Give how long `work` takes; the best of three, for other work on the machine only adds."""

    def once() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return min(once() for _ in range(3))


def main(site: Path) -> None:
    """Measure, and print."""
    (site / "content/releases").mkdir(parents=True)
    shutil.copytree(ROOT / "templates", site / "templates")
    write(site)
    request = Request(site, site / "output", NOW)
    for words, field in (("without a search", ""), ("with one", "search: ja\n")):
        (site / "site.yaml").write_text(SITE + field, encoding="utf-8")
        build(request)
        print(f"nothing changed, {words}: {seconds(lambda: build(request)):.2f} s")
    plan = plan_site(*parse(read_snapshot(site), request))

    def ask() -> None:
        shutil.rmtree(site / ".cache")
        with_index(plan, site, "bench")

    (site / ".cache").mkdir(exist_ok=True)
    print(f"Pagefind's answer for {RELEASES} releases: {seconds(ask):.2f} s")
    print(f"the remembered answer: {seconds(lambda: with_index(plan, site, 'bench')):.3f} s")


if __name__ == "__main__":
    zoneinfo.reset_tzpath(to=())
    print(f"{os.cpu_count()} cores, {RELEASES} releases of {WORDS} words")
    with TemporaryDirectory() as folder:
        main(Path(folder))
