"""axe-core finds nothing against WCAG 2.2 AA or its best practices, on any page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from conftest import ROOT
from peer import missing
from playwright.sync_api import Browser, Page
from rich import DESKTOP, PHONE, Rich, reader

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
Look = tuple[tuple[int, int], Literal["light", "dark"]]
LOOKS: tuple[Look, ...] = ((PHONE, "light"), (DESKTOP, "dark"))
OTHER_LOOKS: tuple[Look, ...] = ((PHONE, "dark"), (DESKTOP, "light"))
JUDGE = """async () => {
  const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const asked = { runOnly: levels, resultTypes: ["violations"], preload: { assets: ["media"] } };
  const { violations } = await axe.run(asked);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}"""
"""Gives each breach by its rule, with the element.

Of what axe loads beforehand only sound and film serve one of these rules, style sheets none.
"""

CONTRAST = """async () => {
  const { violations } = await axe.run({ runOnly: { type: "rule", values: ["color-contrast-enhanced"] } });
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
}"""
"""Gives each text that stands out less than 7 to 1 (WCAG 2.2, 1.4.6)."""


@pytest.fixture
def axe() -> Path:
    """Give axe-core's script."""
    return AXE if AXE.exists() else missing("node_modules/axe-core")


def judge(page: Page, url: str, looks: tuple[Look, ...]) -> Iterator[str]:
    """Give what axe finds on a page, on screens of some sizes, light and dark."""
    page.goto(url)
    for (width, height), scheme in looks:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        yield from (f"{width} px, {scheme}: {breach}" for breach in page.evaluate(JUDGE))


def check_none_breaks_a_rule(
    browser: Browser, rich: Rich, axe: Path, looks: tuple[Look, ...], addresses: set[str]
) -> None:
    """Let axe judge all pages at `addresses`."""
    with reader(browser) as page:
        page.add_init_script(path=axe)
        found = {address: tuple(judge(page, rich.url + address, looks)) for address in addresses}

    assert found == dict.fromkeys(addresses, ())


def test_no_kind_of_page_breaks_a_rule(browser: Browser, rich: Rich, axe: Path) -> None:
    """No kind of page breaks a rule of WCAG 2.2 AA or best practice, on a light phone or a dark desk."""
    check_none_breaks_a_rule(browser, rich, axe, LOOKS, set(rich.kinds.values()))


@pytest.mark.torture
def test_who_asks_for_more_contrast_gets_it(browser: Browser, rich: Rich, axe: Path) -> None:
    """With more contrast asked for, all text stands out 7 to 1, light and dark."""
    weak: dict[tuple[str, str], tuple[str, ...]] = {}
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    with reader(browser) as page:
        page.add_init_script(path=axe)
        page.emulate_media(contrast="more")
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                weak[kind, scheme] = tuple(page.evaluate(CONTRAST))

    assert weak == dict.fromkeys(weak, ())


@pytest.mark.torture
def test_no_kind_of_page_breaks_a_rule_the_other_way_round(browser: Browser, rich: Rich, axe: Path) -> None:
    """Nor on a dark phone or a light desk."""
    check_none_breaks_a_rule(browser, rich, axe, OTHER_LOOKS, set(rich.kinds.values()))


@pytest.mark.torture
def test_no_other_page_breaks_a_rule(browser: Browser, rich: Rich, axe: Path) -> None:
    """Nor does any other page of those kinds."""
    others = set(rich.shown) - set(rich.kinds.values())

    check_none_breaks_a_rule(browser, rich, axe, LOOKS, others)
    assert len(others) > 10


def test_page_that_leads_elsewhere_breaks_no_rule(browser: Browser, rich: Rich, axe: Path) -> None:
    """An old address's page breaks no rule either, for whoever comes to it before it leads on."""
    old = next(address for address, kind in rich.pages.items() if kind == "redirect")
    with reader(browser) as page:
        page.add_init_script(path=axe)
        # 204 answers a move without a new page, so that the old one stays.
        page.route(lambda url: url != rich.url + old and url.endswith("/"), lambda to: to.fulfill(status=204))
        found = list(judge(page, rich.url + old, LOOKS + OTHER_LOOKS))
        heading = page.locator("h1").inner_text()

    assert found == []
    assert heading == "Sidan har flyttat"


def test_axe_finds_what_is_broken(browser: Browser, rich: Rich, axe: Path) -> None:
    """A page that is spoilt on purpose is told: the judge is awake, and judges target size too."""
    with reader(browser) as page:
        page.add_init_script(path=axe)
        page.goto(rich.url)
        page.evaluate(
            """() => {
              document.documentElement.removeAttribute("lang");
              document.querySelector(".more a").style.color = "#ddd";
              for (const link of document.querySelectorAll(".foot-links a"))
                Object.assign(link.style, { display: "block", minHeight: 0, lineHeight: "8px", padding: 0 });
              for (const item of document.querySelectorAll(".foot-links li")) item.style.lineHeight = "8px";
            }"""
        )
        found = {breach.split(":")[0] for breach in page.evaluate(JUDGE)}

    assert found == {"html-has-lang", "color-contrast", "target-size"}
