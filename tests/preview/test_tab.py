"""A tab at the preview, in a real browser: what is reloaded, and what lies over the page or below it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from conftest import RELEASE, SITE, Press, small
from peer import reader
from playwright.sync_api import Error, expect
from showing import Preview, preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

NOW = ("--now", "2016-12-01T12:00")
FILE = "content/releases/2016-11-28-oppet-mote.md"
PAGE = "/pressmeddelanden/2016/oppet-mote/"
STYLE = "templates/assets/style.css"
LONG = RELEASE + "".join(f"\nStycke {number}.\n" for number in range(80))
TO_COME = "  - {date: 2017-03-01, text: Fel dag}\n"
SEEN = """
Object.defineProperty(document, "hidden", {{ value: {hidden}, configurable: true }});
document.dispatchEvent(new Event("visibilitychange"));
"""
"""Tells a tab whether anybody looks at it."""
LAID = """(() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const [foot, bar] = [box(".foot"), box("pressrum-warnings")];
  return [Math.trunc(foot.bottom - bar.top), Math.trunc(bar.bottom - innerHeight), foot.bottom > 200];
})()"""
"""Gives how far the page's foot is from the bar, the bar from the window's edge; whether the foot is seen."""
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
    # A page that glides to where the next key leads stops short of it on a machine in use.
    with reader(browser, viewport={"width": 1000, "height": 600}, reduced_motion="reduce") as page:
        opened(page, shown, PAGE)
        yield page


def odd(text: str) -> str:
    """Give a release that is the same to readers, with a correction to come, which is warned of."""
    return text.replace("---\n\n", f"corrections:\n{TO_COME}---\n\n")


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


def test_a_page_reached_at_a_place_in_it_keeps_the_place(
    browser: Browser, shown: Preview, office: Press
) -> None:
    """The place to which a page had been scrolled counts for more than the one that its address names."""
    with reader(browser, viewport={"width": 1000, "height": 600}) as page:
        opened(page, shown, PAGE + "#main")
        page.evaluate("window.scrollTo({top: 900, behavior: 'instant'})")
        heard(page, "window.scrollY === 900")
        office.write(FILE, LONG.replace("Stycke 33.", "Stycke trettiotre."))
        heard(page, "document.body.innerText.includes('Stycke trettiotre.') && !window.same")
        page.wait_for_timeout(500)

        assert page.evaluate("window.scrollY") == 900


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
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.localName") == "pressrum-faults"

    office.write(FILE, LONG)
    fault.wait_for(state="detached", timeout=SOON)


def test_a_mistake_that_is_mended_does_not_come_back_with_the_page(tab: Page, office: Press) -> None:
    """A page that is loaded again for what mended it comes without the mistake, be it for a moment."""
    office.write(FILE, LONG.replace("title:", "titel:"))
    expect(tab.locator("pressrum-faults")).to_be_attached(timeout=SOON)
    tab.add_init_script(
        "new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((node) => {"
        " if (node.localName === 'pressrum-faults') window.again = true; })))"
        ".observe(document, { childList: true, subtree: true })"
    )
    office.write(FILE, LONG.replace("Stycke 32.", "Stycke trettiotvå."))
    heard(tab, "document.body.innerText.includes('Stycke trettiotvå.') && !window.same")
    tab.wait_for_timeout(300)

    assert tab.evaluate("window.again") is None


def test_a_template_has_its_own_line_in_the_browser(tab: Page, office: Press) -> None:
    """A mistake in a template lies over the page with the template's line, and goes away by itself."""
    office.edit("templates/release.html", "{{ page.title|", "{{ page.titel|")
    fault = tab.locator("pressrum-faults li")
    fault.wait_for(timeout=SOON)

    assert "page.titel|" in fault.locator("code").inner_text()
    assert fault.locator(".where").inner_text().startswith("templates/release.html:")
    office.edit("templates/release.html", "{{ page.titel|", "{{ page.title|")
    fault.wait_for(state="detached", timeout=SOON)


@pytest.fixture
def bar(tab: Page, office: Press) -> Iterator[Locator]:
    """Give the line of the bar that counts the warnings, where there is one."""
    office.write(FILE, odd(LONG))
    count = tab.locator("pressrum-warnings summary")
    count.wait_for(timeout=SOON)
    yield count
    office.write(FILE, LONG)
    heard(tab, "document.querySelector('pressrum-warnings')?.shadowRoot.querySelector('details').hidden")


def test_a_warning_comes_and_goes_by_itself(
    browser: Browser, tab: Page, shown: Preview, office: Press
) -> None:
    """A warning is counted in every tab, though no page has changed, and is gone as soon as it is mended."""
    with reader(browser) as other:
        opened(other, shown, "/turne/")
        counts = [page.locator("pressrum-warnings summary") for page in (tab, other)]
        right = (office.root / FILE).read_text(encoding="utf-8")
        office.write(FILE, odd(right))
        for count in counts:
            count.wait_for(timeout=SOON)
            assert count.inner_text() == "1 varning"
        office.write(FILE, right)
        for count in counts:
            count.wait_for(state="hidden", timeout=SOON)

        assert [page.evaluate("window.same") for page in (tab, other)] == [True, True]


def test_the_bar_opens_to_what_is_warned_of(tab: Page, bar: Locator) -> None:
    """By keyboard the bar opens to places, what they are and tips; a screen reader hears that one is new."""
    hint = "tips: skriv när texten rättades"
    assert not tab.get_by_text(hint).is_visible()
    bar.press("Enter")

    expect(tab.get_by_role("complementary").locator("details")).to_match_aria_snapshot(f"""
      - group:
        - text: 1 varning
        - list:
          - listitem:
            - paragraph: "{FILE}:5:12"
            - paragraph: "rättelsen visas först onsdag 1 mars 2017 kl. 00.00"
            - paragraph: "{hint}"
    """)
    assert tab.get_by_role("complementary").last.get_attribute("aria-live") == "polite"


def test_the_bar_moves_no_page(tab: Page, bar: Locator) -> None:
    """The page stays where it is while the bar is opened, and while its list is reached by keyboard."""
    tab.evaluate("window.scrollTo({top: 900, behavior: 'instant'})")
    bar.focus()
    for key in ("Enter", "Tab", "Shift+Tab", "Enter"):
        tab.keyboard.press(key)
        tab.wait_for_timeout(100)

        assert tab.evaluate("window.scrollY") == 900


def test_the_bar_stays_open_or_closed(tab: Page, bar: Locator, office: Press) -> None:
    """The bar is as it was after the page has been loaded again, and on the next page."""
    listed = tab.locator("pressrum-warnings li")
    bar.click()
    office.write(FILE, odd(LONG.replace("Stycke 33.", "Stycke trettiotre.")))
    heard(tab, "document.body.innerText.includes('Stycke trettiotre.') && !window.same")
    listed.wait_for(timeout=SOON)
    tab.get_by_role("link", name="Kalender").first.click()
    tab.wait_for_url("**/kalender/")
    listed.wait_for(timeout=SOON)
    bar.click()
    tab.go_back()
    bar.wait_for(timeout=SOON)

    assert not listed.is_visible()


def test_a_mistake_comes_before_warnings(tab: Page, bar: Locator, office: Press) -> None:
    """While there is a mistake it is told alone; when it is mended the warnings are back."""
    office.write(FILE, odd(LONG.replace("date: 2016-11-28 09:00", "date: 29 nov")))
    tab.locator("pressrum-faults li").wait_for(timeout=SOON)
    assert not bar.is_visible()

    office.write(FILE, odd(LONG))
    bar.wait_for(timeout=SOON)
    assert tab.locator("pressrum-faults").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_the_bar_hides_nothing_for_good(tab: Page, bar: Locator, office: Press, width: int) -> None:
    """The open bar is at the window's edge, the page's end can be seen above it, and is after a save."""
    many = odd(LONG).replace(TO_COME, TO_COME * 20)
    tab.set_viewport_size({"width": width, "height": 640})
    bar.click()
    office.write(FILE, many)
    heard(tab, "document.querySelector('pressrum-warnings').offsetHeight > 300")
    tab.evaluate("window.scrollTo({top: 1e6, behavior: 'instant'})")
    heard(tab, f"({LAID}).join() === '0,0,true'")
    office.write(FILE, many.replace("Stycke 34.", f"Stycke trettiofyra, {width}."))
    heard(tab, f"document.body.innerText.includes('trettiofyra, {width}.') && !window.same")

    heard(tab, f"({LAID}).join() === '0,0,true'")
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    tab.emulate_media(media="print")
    assert not bar.is_visible()


def test_the_bar_hides_nothing_from_the_keyboard(tab: Page, bar: Locator, office: Press) -> None:
    """A link that is reached by keyboard stands above the bar (WCAG 2.2, 2.4.11)."""
    links = "".join(f"\n- [Länk {number}](https://x.example/{number})" for number in range(20))
    office.write(FILE, odd(LONG) + links)
    heard(tab, "document.body.innerText.includes('Länk 19')")
    bar.wait_for(timeout=SOON)
    below = (
        "document.activeElement.getBoundingClientRect().bottom"
        " - document.querySelector('pressrum-warnings').getBoundingClientRect().top"
    )
    heard(tab, "parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) > 0")
    first = tab.get_by_role("link", name="Länk 0")
    first.focus()
    for _ in range(19):
        tab.keyboard.press("Tab")
        heard(tab, f"{below} < 1")

    assert tab.evaluate("document.activeElement.innerText").startswith("Länk 19")


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
