"""The site in WebKit, the engine of every browser on an iPhone: what it shows, and what it passes by."""

from __future__ import annotations

import os
import re
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from peer import missing, screen
from rich import Rich
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

pytestmark = pytest.mark.torture

WINDOWS = ((460, 900), (1280, 900))
"""A phone's, as narrow as WebKitGTK's own frame lets it be, and a desktop's."""
RULES = re.compile(r"\{([^{}]*)\}")
DECLARATION = re.compile(r"(?:^|;)\s*([a-z-][\w-]*)\s*:\s*([^;]+)")
PASSED_BY = {
    ("-webkit-text-size-adjust", "none"),  # a phone's WebKit knows it, a desktop's has no use for it
    ("text-size-adjust", "none"),  # goes by the name above
    ("user-select", "all"),  # goes by the name -webkit-user-select
    ("forced-color-adjust", "none"),  # no Apple system forces colours
    ("hyphenate-limit-chars", "10 5 4"),  # words are parted a little more often
    ("hyphenate-limit-chars", "15 6 5"),
    ("size", "A4"),  # of a page's box, and not of an element
}
"""What WebKit does not know, and what that costs."""
WAIT = 20
"""Seconds for an answer that takes one at most, on a machine in use."""


@pytest.fixture(scope="module")
def webkit() -> Iterator[WebKitGTK]:
    """Give the browser of this machine that is built on WebKit."""
    driver, server = map(shutil.which, ("WebKitWebDriver", "Xvfb"))
    program = next(Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser"), None)
    if not (driver and server and program):
        missing(
            "WebKitGTK",
            "install it, on Debian with apt-get install webkit2gtk-driver (or webkitgtk-webdriver) xvfb",
        )
    options = WebKitGTKOptions()
    options.binary_location = str(program)
    options.add_argument("--automation")
    with screen(server) as display:
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # selenium's own call
            browser = WebKitGTK(options, Service(driver, env=os.environ | {"DISPLAY": display}))
        try:
            yield browser
        finally:
            browser.quit()


def test_webkit_knows_what_the_style_sheet_declares(rich: Rich, webkit: WebKitGTK) -> None:
    """A declaration that it does not know it drops as a whole: of each such it is known what that costs."""
    sheet = (ROOT / "templates" / "assets" / "style.css").read_text(encoding="utf-8")
    declared = {
        (name, value.removesuffix("!important").strip())
        for rule in RULES.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
        for name, value in DECLARATION.findall(rule)
        if not name.startswith("--")
    }
    webkit.get(f"{rich.url}/")

    unknown = webkit.execute_script(
        "return arguments[0].filter(([name, value]) => !CSS.supports(name, value))", sorted(declared)
    )

    assert len(declared) > 300
    assert {(name, value) for name, value in unknown} == PASSED_BY


@pytest.mark.parametrize("address", ["/turne/", "/turne/farsta/"])
def test_the_day_of_a_cancelled_meeting_is_struck_out(rich: Rich, webkit: WebKitGTK, address: str) -> None:
    """Its words are, wherever they stand."""
    webkit.get(rich.url + address)

    lines = webkit.execute_script(
        "return [...document.querySelectorAll('.is-cancelled :is(h1, .day, .fact-hour, .stop-district a)')]"
        ".map((part) => getComputedStyle(part).textDecorationLine)"
    )

    assert lines
    assert set(lines) == {"line-through"}


@pytest.mark.parametrize("size", WINDOWS)
def test_no_page_is_wider_than_its_window(rich: Rich, webkit: WebKitGTK, size: tuple[int, int]) -> None:
    """Nobody has to push a page aside."""
    webkit.set_window_size(*size)

    wide = []
    for address in rich.shown:
        webkit.get(rich.url + address)
        root = "document.documentElement"
        if webkit.execute_script(f"return {root}.scrollWidth > {root}.clientWidth"):
            wide.append(address)

    assert wide == []


def test_the_search_answers(rich: Rich, webkit: WebKitGTK) -> None:
    """It finds the text by a word of it, and shows its title."""
    webkit.get(f"{rich.url}/sok/?q=torget")

    found = WebDriverWait(webkit, WAIT).until(lambda one: one.find_elements(By.CSS_SELECTOR, ".item-title"))

    assert "Torget byggs om" in [title.text for title in found]


def test_a_text_is_copied(rich: Rich, webkit: WebKitGTK) -> None:
    """One press, and the page says that it is done."""
    webkit.get(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
    button = next(one for one in webkit.find_elements(By.TAG_NAME, "button") if one.text == "Kopiera texten")

    button.click()

    told = webkit.find_element(By.CSS_SELECTOR, "[role=status]")
    WebDriverWait(webkit, WAIT).until(lambda _: told.text == "Texten är kopierad.")
