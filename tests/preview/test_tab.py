"""A tab at the preview, in a real browser: what is reloaded, what is not, and what lies over the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from conftest import RELEASE, SITE, Press, small
from peer import reader
from playwright.sync_api import Error
from showing import Preview, preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOW = ("--now", "2016-12-01T12:00")
FILE = "content/releases/2016-11-28-oppet-mote.md"
PAGE = "/pressmeddelanden/2016/oppet-mote/"
STYLE = "templates/assets/style.css"
LONG = RELEASE + "".join(f"\nStycke {number}.\n" for number in range(80))
SEEN = """
Object.defineProperty(document, "hidden", {{ value: {hidden}, configurable: true }});
document.dispatchEvent(new Event("visibilitychange"));
"""
"""Tells a tab whether anybody looks at it."""
SOON = 10_000
"""Milliseconds that a test waits for what should take a tenth of a second."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a small site with a long release, for tests that leave it right."""
    press = small(tmp_path_factory.mktemp("office"))
    press.write(FILE, LONG)
    return press


@pytest.fixture(scope="module")
def shown(office: Press) -> Iterator[Preview]:
    """Give the preview of it."""
    with preview(office, *NOW) as running:
        yield running


@pytest.fixture
def tab(browser: Browser, shown: Preview) -> Iterator[Page]:
    """Give a tab with the release; whatever its console complains of fails the test."""
    with reader(browser, viewport={"width": 1000, "height": 600}) as page:
        opened(page, shown, PAGE)
        yield page


def opened(page: Page, shown: Preview, path: str) -> None:
    """Open an address in a tab, and mark the document: a reload takes the mark away."""
    with page.expect_response(lambda answer: "/.pressrum/events" in answer.url):
        page.goto(f"http://127.0.0.1:{shown.port}{path}")
    page.evaluate("window.same = true")


def heard(page: Page, condition: str) -> None:
    """Wait until something holds in the page; its policy lets no test wait within it."""
    end = monotonic() + SOON / 1000
    while True:
        with suppress(Error):  # the page is on its way
            if page.evaluate(condition):
                return
        assert monotonic() < end, condition
        page.wait_for_timeout(20)


def test_a_save_reloads_the_page_and_keeps_the_place(tab: Page, office: Press) -> None:
    """An edited page is there anew by itself, at the place to which it had been scrolled."""
    tab.evaluate("window.scrollTo({top: 900, behavior: 'instant'})")
    office.write(FILE, LONG.replace("Stycke 30.", "Stycke trettio."))

    heard(tab, "document.body.innerText.includes('Stycke trettio.') && !window.same")
    heard(tab, "Math.abs(window.scrollY - 900) < 3")


def test_a_page_that_is_not_affected_is_left_alone(
    browser: Browser, tab: Page, shown: Preview, office: Press
) -> None:
    """Of two tabs only the one whose page has changed is loaded again."""
    with reader(browser) as other:
        opened(other, shown, "/turne/")
        office.write(FILE, LONG.replace("Stycke 31.", "Stycke trettioett."))
        heard(tab, "document.body.innerText.includes('Stycke trettioett.')")

        assert other.evaluate("window.same") is True


def test_a_style_sheet_is_swapped_in_place(tab: Page, office: Press) -> None:
    """A changed style sheet dresses the page that is there: nothing is loaded again, and it is there once."""
    style = (office.root / STYLE).read_text(encoding="utf-8")
    office.write(STYLE, style + "\nh1 { letter-spacing: 7px !important; }\n")
    heard(tab, "getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'")
    heard(tab, "document.querySelectorAll('link[rel=stylesheet]').length === 2")
    office.write(STYLE, style)
    heard(tab, "getComputedStyle(document.querySelector('h1')).letterSpacing !== '7px'")

    assert tab.evaluate("window.same") is True


def test_a_script_that_changes_is_run(tab: Page, office: Press) -> None:
    """A page is loaded again for a script that it runs."""
    script = (office.root / "templates/assets/site.js").read_text(encoding="utf-8")
    office.write("templates/assets/site.js", script + "\nwindow.fresh = 1;\n")
    heard(tab, "window.fresh === 1")
    office.write("templates/assets/site.js", script)

    heard(tab, "window.fresh === undefined")


def test_it_is_the_moment_that_was_asked_for(browser: Browser, shown: Preview) -> None:
    """With --now a meeting that is to come at that moment is to come in the browser too."""
    with reader(browser) as page:
        opened(page, shown, "/turne/")

        assert page.locator("[data-coming] .stop-district").all_inner_texts() == ["Skärholmen"]


def test_a_mistake_lies_over_the_page_until_it_is_mended(tab: Page, office: Press) -> None:
    """The last good page stays; over it stand the place, the line with its mark, the message and the tip."""
    office.write(FILE, LONG.replace("date: 2016-11-28 09:00", "date: 29 nov"))
    fault = tab.locator("pressrum-faults li")
    fault.wait_for(timeout=SOON)

    assert fault.locator(".where").inner_text() == f"{FILE}:3:7"
    assert fault.locator(".message").inner_text() == '"29 nov" saknar årtal'
    assert fault.locator("code").inner_text() == "date: 29 nov"
    assert fault.locator("mark").inner_text() == "29 nov"
    assert fault.locator(".hint").inner_text().startswith("tips: skriv 20")
    assert tab.locator("pressrum-faults h2").inner_text() == "1 fel. Sidan är som den var senast allt stämde."
    assert tab.evaluate("window.same") is True
    assert "Stycke 79." in tab.locator("main").inner_text()

    office.write(FILE, LONG)
    fault.wait_for(state="detached", timeout=SOON)


def test_a_template_has_its_own_line_in_the_browser(tab: Page, office: Press) -> None:
    """A mistake in a template lies over the page with the template's line, and goes away by itself."""
    template = (office.root / "templates/release.html").read_text(encoding="utf-8")
    office.write("templates/release.html", template.replace("{{ page.title|", "{{ page.titel|"))
    fault = tab.locator("pressrum-faults li")
    fault.wait_for(timeout=SOON)

    assert "page.titel|" in fault.locator("code").inner_text()
    assert fault.locator(".where").inner_text().startswith("templates/release.html:")
    office.write("templates/release.html", template)
    fault.wait_for(state="detached", timeout=SOON)


def test_a_tab_that_was_away_catches_up(tab: Page, office: Press, shown: Preview) -> None:
    """A tab that nobody looks at listens no more, and hears what it has missed when it is looked at."""
    tab.evaluate(SEEN.format(hidden="true"))
    with shown.stream(PAGE) as told:
        before = next(told)
        office.write(FILE, LONG.replace("Stycke 32.", "Stycke trettiotvå."))
        assert next(told) != before
    assert tab.evaluate("window.same") is True
    with suppress(Error):  # it may be on its way before it has answered
        tab.evaluate(SEEN.format(hidden="false"))

    heard(tab, "document.body.innerText.includes('Stycke trettiotvå.')")


def test_a_page_to_come_is_waited_for(browser: Browser, shown: Preview, office: Press) -> None:
    """A tab at an address without a page shows it as soon as there is one, and that it is a draft."""
    with browser.new_context() as context:
        page = context.new_page()
        opened(page, shown, "/ny/")
        assert page.title().startswith("Sidan finns inte")
        office.write("content/pages/ny.md", "---\ntitle: Ny\ndraft: true\n---\nNytt.\n")

        heard(page, "document.querySelector('.mark strong')?.innerText === 'UTKAST'")


def test_the_search_finds(browser: Browser, press: Press) -> None:
    """The preview sends the policy of the search with all that the search runs."""
    press.write("site.yaml", f"{SITE}search: ja\n")
    with preview(press, *NOW) as shown, reader(browser) as page:
        page.goto(f"http://127.0.0.1:{shown.port}/sok/?q=mötet")

        page.locator("main").get_by_role("link", name="Öppet möte").wait_for(timeout=SOON)
