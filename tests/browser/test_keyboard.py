"""All that a mouse can reach can be reached by the keyboard, and the reader sees where she is."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from playwright.sync_api import Browser, Page
from rich import DESKTOP, Rich, reader

LISTEN = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = [...document.querySelectorAll(kinds)].filter(
    (part) => part.tabIndex >= 0 && !part.disabled && part.checkVisibility());
  const name = (part) => `${part.localName} ${part.ariaLabel || part.textContent.trim()}`;
  const look = (part) => [...part.querySelectorAll("*")].map((within) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(within);
    return [fill, stroke, strokeWidth].join();
  }).join();
  const looks = new Map(stops.map((part) => [part, look(part)]));
  const ringed = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  const within = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  window.walked = [];
  document.addEventListener("focusin", ({ target }) => window.walked.push([
    name(target),
    ringed(getComputedStyle(target)) || look(target) !== looks.get(target) ? "marked" : "unmarked",
    within(target.getBoundingClientRect()) ? "in view" : "out of view",
  ]));
  return stops.map(name);
}"""
"""Gives what there is to reach, in the order of the text, and begins to note what is reached.

A mark is an outline, or on the map another line or fill.
"""


def walk(page: Page) -> tuple[list[str], list[list[str]]]:
    """Give what a page has to reach, and what Tab reaches until the last, each with how it looks."""
    stops = page.evaluate(LISTEN)
    for _ in stops:
        page.keyboard.press("Tab")
    walked = page.evaluate("window.walked")
    page.keyboard.press("Tab")
    # From the last stop a browser goes on to its own bar, or begins anew.
    assert page.evaluate("document.activeElement.matches('body, .skip')"), page.url
    return stops, walked


def check_tab(browser: Browser, rich: Rich, addresses: Collection[str]) -> None:
    """On these pages Tab goes to all links in the order of the text, marks each, and is caught nowhere."""
    found, there = {}, {}
    with reader(browser, DESKTOP) as page:
        for address in addresses:
            page.goto(rich.url + address)
            stops, found[address] = walk(page)
            there[address] = [[stop, "marked", "in view"] for stop in stops]

    assert found == there
    assert {stops[0][0] for stops in there.values()} == {"a Hoppa till innehållet"}


def test_tab_reaches_all_in_order(browser: Browser, rich: Rich) -> None:
    """On each kind of page Tab reaches all there is, in order, and the reader sees where she is."""
    check_tab(browser, rich, rich.kinds.values())


@pytest.mark.torture
def test_tab_reaches_all_in_order_on_every_other_page(browser: Browser, rich: Rich) -> None:
    """So it does on all other pages of those kinds."""
    check_tab(browser, rich, set(rich.shown) - set(rich.kinds.values()))


def test_skip_link_leads_to_the_content(browser: Browser, rich: Rich) -> None:
    """On each kind of page the first link is seen when it is reached, and leads past the menu."""
    reached = {}
    with reader(browser) as page:
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            page.keyboard.press("Tab")
            seen = page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
            page.keyboard.press("Enter")
            main = page.evaluate("document.activeElement.id")
            page.keyboard.press("Tab")
            after = page.evaluate("!document.activeElement.closest('header.masthead, .skip')")
            reached[kind] = (seen, main, after)

    assert reached == dict.fromkeys(rich.kinds, (True, "main", True))


def test_walk_finds_what_is_broken(browser: Browser, rich: Rich) -> None:
    """A link without a mark, and one that is reached out of turn, are told: the walk is awake."""
    with reader(browser, DESKTOP) as page:
        page.goto(f"{rich.url}/om/")
        page.locator(".foot-links a").first.evaluate("link => link.style.outline = 'none'")
        page.locator(".foot-links a").last.evaluate("link => link.tabIndex = 1")
        stops, walked = walk(page)

    assert [mark for _, mark, _ in walked].count("unmarked") == 1
    assert [stop for stop, _, _ in walked] == [stops[-1], *stops[:-1]]
