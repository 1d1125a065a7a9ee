"""The pages on a phone from before 2021, whose browser passes over the styles that it does not know."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Route
from rich import PHONE, Rich, reader

NEWER = re.compile(
    r"""^[^{}@]*:(?:is|has|where|focus-visible)\b[^{@]*\{[^}]*\}$
    |(?<=[{;\s])(?:[a-z-]+-(?:inline|block)|(?:row-|column-)?gap):[^;}]*
    |(?<=[{;\s])[a-z-]+:[^;{}]*(?:\b(?:clamp|min|max)\(|anywhere|"")[^;}]*""",
    re.MULTILINE | re.VERBOSE,
)
"""Rules and declarations of which the browsers of such phones know nothing."""
CROWDED = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .filter((part) => part.checkVisibility() && !part.closest(".unseen"))
    .map((part) => ({ part, box: part.getBoundingClientRect() }));
  const near = boxes("main :is(p, li, dd, h1, h2, h3)")
    .filter(({ box }) => box.left < 12 || box.right > innerWidth - 12);
  const links = boxes(".masthead nav a, .actions a, .ways a");
  const touching = links.slice(1).filter(({ box }, index) => {
    const { right, top } = links[index].box;
    return top === box.top && box.left - right < 8;
  });
  return [...near, ...touching].map(({ part }) => part.innerText);
}"""
"""Gives what stands at the edge of the screen, and each link that stands by the one before it."""


def aged(route: Route) -> None:
    """Serve a style sheet as an old browser reads it."""
    answer = route.fetch()
    sheet = NEWER.sub("", answer.text())
    route.fulfill(response=answer, body=sheet.replace("@supports not (inset: 0)", "@supports (inset: 0)"))


def test_old_phone_shows_pages_with_room(browser: Browser, rich: Rich) -> None:
    """No text stands at the edge of the screen, no link runs into the next, and no page scrolls sideways."""
    crowded, widths = {}, {}
    with reader(browser, PHONE, script=False) as page:
        page.route(re.compile(r"\.css$"), aged)
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            crowded[kind] = page.evaluate(CROWDED)
            widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert not any(crowded.values()), crowded
    assert widths == dict.fromkeys(rich.kinds, PHONE[0])


def test_script_that_regroups_meetings_is_read_by_an_old_phone(rich: Rich) -> None:
    """What each page runs has no `?.` and no `??`: where those are unknown nothing of it would run."""
    (script,) = rich.output.glob("assets/site.*.js")

    assert not re.search(r"\?\.|\?\?", script.read_text(encoding="utf-8"))
