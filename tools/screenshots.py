"""Take the pictures of the README anew: `make screenshots`.

The sample site as it stood when the tour was announced, read straight from disk in the
Chromium of this machine.
"""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from build import build
from pressrum.edges.request import Request

ROOT = Path(__file__).resolve().parent.parent
NOW = "2016-11-28T10:00"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""For tests too; the first opens a page three times as quickly."""
PAGES = {
    "home": "index.html",
    "release": "pressmeddelanden/2016/gor-din-rost-hord/index.html",
    "tour": "turne/index.html",
    "meeting": "turne/sodermalm/index.html",
}
SIZES = {"phone": (390, 780, 2), "desktop": (1280, 900, 1)}
"""Width and height in CSS pixels, and the pixels of the picture in each."""
COLOURS = 64
"""Enough for black, grey and one accent with their soft edges; small enough for a repository."""


def take(browser: Browser, site: Path, name: str, size: str) -> None:
    """Write docs/NAME-SIZE.png: the top of a page, as it is seen before scrolling."""
    width, height, scale = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    page.goto(f"{(site / PAGES[name]).as_uri()}?now={NOW}")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    file = ROOT / "docs" / f"{name}-{size}.png"
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")


def main() -> None:
    """Build the site and take all pictures."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    path = path or sys.exit("Chromium is missing. On Debian: apt-get install chromium-headless-shell")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(Request(ROOT, Path(folder), NOW))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name in PAGES:
            for size in SIZES:
                take(browser, Path(folder), name, size)
        browser.close()


if __name__ == "__main__":
    main()
