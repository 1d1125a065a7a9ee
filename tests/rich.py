"""A site that has every kind of page, for those who judge pages; its sources stand in tests/rich.

Whoever adds a kind of page or a field adds it to the sources, and all judges see it: which
pages there are is read from what was built.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from photo import picture

if TYPE_CHECKING:
    from conftest import Press
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
NOW = "2017-01-10T12:00"
"""What the site is built for: half of the meetings are past."""
CLOCK = f"{NOW}:00+01:00"
"""The same moment on the reader's clock."""
NOW_AND_BEFORE = (
    "date: 2017-01-26, time: 19.00, place: Biblioteket",
    "date: 2017-01-24, time: 18.00, place: Torget",
)
"""What tour.yaml says of the meeting that was moved, and what it said at the first build."""
KIND = re.compile(r'<body class="on-([\w-]+)')
PHONE, DESKTOP = (360, 740), (1280, 900)
SHEET = (642, 971)
"""What a sheet of A4 holds within its margins of two centimetres, in pixels."""


def build_rich(press: Press) -> None:
    """Build the site in the empty folder of `press`: once before a meeting is moved, and once after."""
    shutil.copytree(ROOT / "tests" / "rich", press.root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", press.root / "templates")
    shutil.copyfile(ROOT / "stockholm-districts.geojson", press.root / "stockholm-districts.geojson")
    folder = "content/releases/2016-12-20-torget/"
    press.write(folder + "torget.jpg", picture("JPEG", (2000, 1200)))
    press.write(folder + "karta.png", picture("PNG", (700, 500), mode="P", transparency=0))
    press.edit("tour.yaml", *NOW_AND_BEFORE)
    press.build("2016-12-14T12:00")
    press.edit("tour.yaml", *reversed(NOW_AND_BEFORE))
    press.build(NOW)


@dataclass(frozen=True)
class Rich:
    """The site, built and served."""

    output: Path
    url: str
    """Where it is served, without a slash at the end."""

    @cached_property
    def pages(self) -> dict[str, str]:
        """Every page's address, in order, with the kind of the page."""
        return {
            "/" + file.relative_to(self.output).as_posix().removesuffix("index.html"): KIND.findall(
                file.read_text(encoding="utf-8")
            )[0]
            for file in sorted(self.output.rglob("*.html"))
        }

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The addresses of all pages but those that lead elsewhere."""
        return tuple(address for address, kind in self.pages.items() if kind != "redirect")

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Each kind of page but the one that leads elsewhere, with the address of its longest page."""
        longest = sorted(self.shown, key=lambda address: len(self.read(address)))
        return {self.pages[address]: address for address in longest}

    def read(self, address: str) -> str:
        """Give the HTML of a page."""
        name = address.removeprefix("/") + ("index.html" if address.endswith("/") else "")
        return (self.output / name).read_text(encoding="utf-8")


@contextmanager
def reader(
    browser: Browser,
    size: tuple[int, int] = PHONE,
    *,
    script: bool = True,
    still: bool = True,
    clock: str = CLOCK,
) -> Iterator[Page]:
    """Give an empty page of someone with a screen of `size`; `still` for one who wants nothing to move."""
    with browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        java_script_enabled=script,
        reduced_motion="reduce" if still else "no-preference",
    ) as context:
        page = context.new_page()
        page.clock.set_fixed_time(clock)
        yield page
