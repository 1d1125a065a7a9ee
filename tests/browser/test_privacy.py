"""What the site tells of itself is so: a browser looks at the privacy page's claims, and at both pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from conftest import RELEASE, ROOT, SITE, TOUR, Press, bare
from peer import web_host
from playwright.sync_api import Browser, BrowserContext, Page, Route

STATEMENT = """\
accessibility:
  status: delvis
  supervised: ja
  method: extern granskning
  assessed: 2016-11-28
  reviewed: 2016-11-28
  shortcomings:
    - what: Tillgänglighetsredogörelsegranskningsinstruktionerna går inte att läsa.
      why: De är inskannade.
      instead: De står på https://press.example/en-lang-adress/som-inte/gar-att-bryta/nagonstans.html också.
privacy:
  controller: Pressrummet
  logs: Loggen sparas i en vecka.
"""
ELSEWHERE = "https://elsewhere.example/"


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site with all its parts, built."""
    press = bare(tmp_path_factory.mktemp("statements"))
    shutil.copyfile(ROOT / "stockholm-districts.geojson", press.root / "stockholm-districts.geojson")
    press.write("site.yaml", SITE + "tour: {map: stockholm-districts.geojson}\n" + STATEMENT)
    press.write("tour.yaml", TOUR)
    press.write("content/releases/2016-11-28-oppet-mote.md", RELEASE + f"\n[Läs mer]({ELSEWHERE})\n")
    press.build()
    return press


@pytest.fixture(scope="module")
def url(press: Press) -> Iterator[str]:
    """Give the address at which the site is served."""
    with web_host(press.root / "output") as url:
        yield url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that has been nowhere."""
    context = browser.new_context()
    yield context
    context.close()


def test_browser_refuses_what_others_would_send(url: str, context: BrowserContext) -> None:
    """A picture, script, style or frame from another website that got into a page is refused by its rule."""
    page = context.new_page()
    page.goto(f"{url}/integritet/")
    refused = page.evaluate(
        """elsewhere => new Promise((done) => {
            const parts = [["img", "src"], ["script", "src"], ["iframe", "src"], ["link", "href"]];
            const refused = [];
            document.addEventListener("securitypolicyviolation", (event) => {
                refused.push(event.effectiveDirective);
                if (refused.length === parts.length) done(refused.sort());
            });
            for (const [kind, where] of parts) {
                const part = document.createElement(kind);
                part.rel = "stylesheet";
                part[where] = elsewhere;
                document.body.append(part);
            }
        })""",
        ELSEWHERE,
    )

    assert refused == ["frame-src", "img-src", "script-src-elem", "style-src-elem"]


def test_other_websites_are_not_told_where_a_reader_comes_from(url: str, context: BrowserContext) -> None:
    """A link that leads away names no page of ours to whom it leads to."""
    told: list[str | None] = []

    def answer(route: Route) -> None:
        told.append(route.request.all_headers().get("referer"))
        route.fulfill(body="")

    context.route(f"{ELSEWHERE}**", answer)
    page = context.new_page()
    page.goto(f"{url}/pressmeddelanden/2016/oppet-mote/")
    assert told == []
    page.get_by_role("link", name="Läs mer").click()
    page.wait_for_url(ELSEWHERE)

    assert told == [None]


def test_both_pages_say_the_same_without_a_script(url: str, browser: Browser) -> None:
    """A reader without scripts reads every word of both."""
    said = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        for path in ("/tillganglighet/", "/integritet/"):
            page.goto(url + path)
            said.append(page.locator("main").inner_text())
        context.close()

    assert said[:2] == said[2:]
    assert "Loggen sparas i en vecka." in said[1]


def shown(page: Page, address: str) -> list[str]:
    """Give the headings of a page; it must not be wider than the window."""
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return page.locator("main :is(h1, h2, h3)").all_inner_texts()


@pytest.mark.parametrize("width", [320, 1280])
def test_both_pages_fit(url: str, browser: Browser, width: int) -> None:
    """On a narrow phone and on a wide screen both show all their parts, and nothing runs out."""
    page = browser.new_page(viewport={"width": width, "height": 800})

    assert shown(page, f"{url}/tillganglighet/") == [
        *("Tillgänglighet", "Hur tillgänglig är webbplatsen?", "Det som inte är tillgängligt", "Brister"),
        *(
            "Säg till om något inte fungerar",
            "Tillsyn",
            "Så har webbplatsen bedömts",
            "Så är webbplatsen gjord",
        ),
    ]
    assert shown(page, f"{url}/integritet/") == [
        *("Integritet", "I din webbläsare", "Hos webbservern", "Kalendrar och flöden", "Länkar", "Fråga oss"),
    ]
    page.close()


def test_a_report_finds_its_way(url: str, context: BrowserContext) -> None:
    """The statement leads to what stands in for a shortcoming, to its contact, and to the supervisor."""
    page = context.new_page()
    page.goto(f"{url}/tillganglighet/")

    assert [link.get_attribute("href") for link in page.locator("main a").all()] == [
        "https://press.example/en-lang-adress/som-inte/gar-att-bryta/nagonstans.html",
        "tel:+46850829000",
        "mailto:anna@press.example",
        "../kontakter/anna.vcf",
        "https://www.digg.se/tdosanmalan",
    ]
