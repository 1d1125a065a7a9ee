"""Texts in other languages in a real browser: which way they run, and that all fits a narrow phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from conftest import ROOT, Press, bare
from peer import web_host
from photo import picture
from playwright.sync_api import Browser, Page
from rich import SHEET

CASE = ROOT / "tests" / "cases" / "languages"
ARABIC = "/pressmeddelanden/2016/folj-turnen-ar/"
RICH = """\
---
title: تابعوا مواعيد الجولة
date: 2016-11-30 08:30
lang: ar
lead: الهاتف 08-508 29 000.
image: {file: bild.png, alt: بناية, credit: Bo Alm, caption: البناية}
corrections: [{date: 2016-11-30 12:00, text: يتغيّر الموعد.}]
---

> هنا تجدون البيانات الصحفية.

- هنا تجدون *البيانات*

| الحي | اليوم |
|---|---|
| Farsta | 2016-12-06 |

الهاتف [08-508 29 000](tel:+46850829000) أو 08-508 29 000.

[البريد](mailto:anna@press.example?subject=Hej) و[الموقع](https://www.example.org/)، <https://www.example.org/ar/>
"""
"""All that looks different where a text runs from the right."""
EDGES = """(names) => ["left", "right"].map((edge) =>
  names.map((name) => document.querySelector(name).getBoundingClientRect()[edge]))"""
"""Gives where elements begin and end on the line."""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site with texts in Swedish, Arabic, Somali and English, built."""
    press = bare(tmp_path_factory.mktemp("languages"))
    shutil.copytree(CASE / "content", press.root / "content")
    for name in ("site.yaml", "tour.yaml"):
        shutil.copyfile(CASE / name, press.root / name)
    press.write("content/releases/2016-11-30-rich/index.md", RICH)
    press.write("content/releases/2016-11-30-rich/bild.png", picture("PNG", (900, 600)))
    press.build()
    return press


@pytest.fixture(scope="module")
def url(press: Press) -> Iterator[str]:
    """Give the address of the site."""
    with web_host(press.root / "output") as url:
        yield url


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """Give a page for all to look at."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def page(tab: Page) -> Page:
    """Give it as wide as a narrow phone."""
    tab.set_viewport_size({"width": 320, "height": 640})
    return tab


def style(page: Page, selector: str, *names: str) -> tuple[str, ...]:
    """Give the computed styles of the first element that is found."""
    found = page.locator(selector).first.evaluate(
        "(element, names) => names.map(name => getComputedStyle(element)[name])", list(names)
    )
    return tuple(found)


def left(page: Page, selector: str, words: str) -> float:
    """Give where on the line `words` begin, in pixels from the left edge, in the first element found."""
    place: float = page.locator(selector).first.evaluate(
        """(element, words) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            return range.getBoundingClientRect().left;
          }
          throw new Error("not found: " + words);
        }""",
        words,
    )
    return place


def test_text_runs_its_way_and_the_page_the_sites(page: Page, url: str) -> None:
    """In Arabic headline, lead, text and caption run from the right; the rest of the page from the left."""
    page.goto(url + ARABIC)

    for selector in ("h1", ".lead", ".text", ".text h2", ".text li", ".text table"):
        assert style(page, selector, "direction") == ("rtl",), selector
    for selector in ("html", ".masthead nav", ".dateline", ".versions", ".contacts", ".foot", ".schedule"):
        assert style(page, selector, "direction") == ("ltr",), selector


def test_quotes_lists_tables_and_captions_are_mirrored(page: Page, url: str) -> None:
    """Marks, rules and edges stand on the right of a text that is read from there."""
    page.goto(url + "/pressmeddelanden/2016/rich/")

    assert style(page, ".text blockquote", "borderRightWidth", "borderLeftWidth") == ("1px", "0px")
    assert style(page, ".text > ul", "paddingLeft") == ("0px",)
    assert style(page, ".text em", "fontStyle") == ("normal",)
    assert style(page, "h1", "letterSpacing") in (("normal",), ("0px",))
    assert left(page, ".text table", "الحي") > left(page, ".text table", "اليوم")
    caption, figure = (page.locator(name).bounding_box() for name in ("figcaption .own", "figure"))
    assert caption
    assert figure
    assert caption["x"] + caption["width"] == pytest.approx(figure["x"] + figure["width"], abs=1)


def test_credit_stands_by_a_picture_that_keeps_to_the_right(page: Page, url: str) -> None:
    """Where a text runs from the right, so does all that is below its pictures, Swedish words too."""
    page.goto(url + "/pressmeddelanden/2016/rich/")
    figure = page.locator("figure").bounding_box()

    assert figure
    for name in (".credit", ".download-size"):
        words = page.locator(f"figcaption {name}").bounding_box()
        assert words
        assert words["x"] + words["width"] == pytest.approx(figure["x"] + figure["width"], abs=1), name
    assert style(page, "figcaption .credit", "direction") == ("ltr",)


@pytest.mark.parametrize("selector", [".lead", ".text > p", ".text > p a"])
def test_phone_number_reads_from_the_left(page: Page, url: str, selector: str) -> None:
    """The parts of a number stand in their order, also among Arabic words."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(url + "/pressmeddelanden/2016/rich/")

    places = [left(page, selector, part) for part in ("08-", "508", "29", "000")]
    assert places == sorted(places)


def test_address_reads_from_the_left(page: Page, url: str) -> None:
    """An address that stands in Arabic words begins on the left: its slash does not go there."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(url + "/pressmeddelanden/2016/rich/")

    link = ".text p:last-of-type a:last-of-type"

    assert left(page, link, "https") == pytest.approx(left(page, link, "https://www.example.org/ar/"))


def test_links_say_on_paper_where_they_lead(page: Page, url: str) -> None:
    """A printed link has its address after it, apart from the words around it, unless it is one."""
    page.emulate_media(media="print")
    page.goto(url + "/pressmeddelanden/2016/rich/")
    printed = page.locator(".text p:last-of-type a").evaluate_all(
        "(links) => links.map((link) => getComputedStyle(link, '::after').content)"
    )
    page.emulate_media(media="null")

    assert printed == [
        '" \u2066(anna@press.example)\u2069"',
        '" \u2066(https://www.example.org/)\u2069"',
        "none",
    ]


def test_paper_keeps_to_the_right_edge(page: Page, url: str) -> None:
    """In print headline, lead, picture and text end at one edge, and a credit stands below its picture."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET[0], "height": SHEET[1]})
    page.goto(url + "/pressmeddelanden/2016/rich/")
    names = ["h1", ".lead", ".picture", ".text", ".picture img", ".credit"]
    lefts, rights = page.evaluate(EDGES, names)
    page.emulate_media(media="null")

    assert rights[:5] == pytest.approx([SHEET[0]] * 5, abs=1)
    assert lefts[4] <= lefts[5] < rights[5] <= rights[4]


def test_reader_goes_from_language_to_language(page: Page, url: str) -> None:
    """From the original to Arabic, to Somali and back, by the names that the languages have."""
    page.goto(f"{url}/")
    page.get_by_role("link", name="العربية").click()
    page.get_by_role("link", name="Soomaali").click()
    assert page.locator("h1").inner_text() == "La soco jadwalka kulannada taleefankaaga"
    page.get_by_role("link", name="Läs texten på svenska").click()

    assert page.locator("h1").inner_text() == "Följ turnén i din kalender"
    assert page.locator(".versions").inner_text().split() == ["Läs", "på:", "العربية", "Soomaali"]


def test_nothing_reaches_outside_a_narrow_phone(page: Page, press: Press, url: str) -> None:
    """At 320 pixels no page of the site has to be scrolled sideways (WCAG 2.2, 1.4.10)."""
    pages = [
        name for name, content in press.tree().items() if b"<main" in content and b"refresh" not in content
    ]
    wide = []
    for name in pages:
        page.goto(f"{url}/{name}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)

    assert len(pages) > 12
    assert wide == []
