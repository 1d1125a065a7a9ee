"""The pages on paper: what is printed can be read, and stands where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from rich import SHEET, Rich, reader

OVERLAPS = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (texts.nextNode()) {
    const { parentElement: part, data } = texts.currentNode;
    if (!data.trim() || part.closest(".unseen, svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const middle = (top + bottom) / 2;
      if (right - left > 1) lines.push({ left, right, top: middle - 2, bottom: middle + 2, data });
    }
  }
  return lines.flatMap((one, index) => lines.slice(index + 1)
    .filter((other) => one.left < other.right - 1 && other.left < one.right - 1
      && one.top < other.bottom && other.top < one.bottom)
    .map((other) => `${one.data} | ${other.data}`));
}"""
"""Gives each two texts of which the middles of two lines lie upon each other."""
TORN = """(heights) => {
  const main = document.querySelector("main");
  const words = (part, sheets = []) => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const shown = texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest(".unseen, svg");
      if (shown) for (const { left } of range.getClientRects()) sheets.push([texts.currentNode, left]);
    }
    return sheets.map(([text, left]) => ({ text, sheet: Math.floor(left / 1000) }));
  };
  const torn = new Set();
  for (const height of heights) {
    main.style = `columns: 642px; column-gap: 358px; column-fill: auto; width: 642px; height: ${height}px;
      display: block; min-height: 0`;
    const all = words(main);
    for (const head of main.querySelectorAll("h1, h2, h3, h4, .section")) {
      const last = all.findLastIndex(({ text }) => head.contains(text));
      if (all[last + 1] && last >= 0 && all[last].sheet !== all[last + 1].sheet) torn.add(head.innerText);
    }
    const pieces = ".item, .stop, .contact, .follow li, .districts > li, .facts > div";
    for (const piece of main.querySelectorAll(pieces))
      if (new Set(words(piece).map(({ sheet }) => sheet)).size > 1) torn.add(piece.innerText);
  }
  return [...torn];
}"""
"""Gives what is torn apart where sheets, laid side by side, are as high as one of some heights."""
COLOURS = """() => [...document.querySelectorAll("body, body *")].map((part) => {
  const { backgroundColor, color, fill, stroke, borderColor } = getComputedStyle(part);
  return [part.className.baseVal ?? part.className, backgroundColor, color, fill, stroke, borderColor].join();
})"""
"""Gives each element's colours."""

CAPTION = 220
"""Pixels across that a caption can be read in: nearly six centimetres."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page that is looked at as it is printed."""
    with reader(browser, SHEET) as page:
        page.emulate_media(media="print")
        yield page


def test_no_words_are_printed_on_others(page: Page, rich: Rich) -> None:
    """On no kind of page a line is printed upon another."""
    upon: dict[str, tuple[str, ...]] = {}
    for kind, address in rich.kinds.items():
        page.goto(rich.url + address)
        upon[kind] = tuple(page.evaluate(OVERLAPS))

    assert upon == dict.fromkeys(rich.kinds, ())


def test_schedule_on_a_board_tells_where_it_is_kept_up_to_date(page: Page, rich: Rich) -> None:
    """The tour is printed with its address."""
    page.goto(f"{rich.url}/turne/")

    assert page.get_by_text("https://press.example/turne/").is_visible()


@pytest.mark.parametrize("address", ["/turne/", "/turne/kungsholmen/", "/kalender/"])
def test_paper_is_white_for_whoever_reads_in_the_dark(page: Page, rich: Rich, address: str) -> None:
    """A page is printed in the same colours whether its reader has a light or a dark screen."""
    page.goto(rich.url + address)
    light = page.evaluate(COLOURS)
    page.emulate_media(color_scheme="dark")

    assert page.evaluate(COLOURS) == light


def test_calendars_are_printed_with_their_addresses(page: Page, rich: Rich) -> None:
    """On paper each district's calendar has its address, and nothing that one would have to press."""
    page.goto(f"{rich.url}/kalender/")
    district = page.locator(".districts > li", has_text="Farsta")

    assert district.get_by_text("https://press.example/kalender/farsta.ics").is_visible()
    assert not district.get_by_text("iPhone").is_visible()
    assert not district.locator("summary").is_visible()


@pytest.mark.parametrize(("address", "heading"), [("/", "Följ oss"), ("/amnen/parker/", "Följ ämnet")])
def test_feeds_are_not_printed(page: Page, rich: Rich, address: str, heading: str) -> None:
    """What only a click can follow takes no room on paper."""
    page.goto(rich.url + address)

    assert page.locator("h2", has_text=heading).count() == 1
    assert not page.get_by_text(heading).is_visible()


def test_what_is_folded_is_not_printed(page: Page, rich: Rich) -> None:
    """Past meetings that are folded in a release leave no heading on paper without anything below it."""
    page.goto(f"{rich.url}/pressmeddelanden/2016/oppna-moten/")

    assert page.get_by_text("Kommande möten").is_visible()
    assert not page.get_by_text("Tidigare möten").is_visible()


def test_front_page_prints_no_past_meetings(page: Page, rich: Rich) -> None:
    """Past meetings that unfold on the front page when the last one is over are not for paper."""
    page.clock.set_fixed_time("2018-01-01T12:00:00+01:00")
    page.goto(rich.url)

    assert page.locator(".front-tour details[open] .stop").count() == 9
    assert page.locator(".front-tour .stop:visible").count() == 0


def test_captions_are_printed_before_the_picture_has_come(page: Page, rich: Rich) -> None:
    """What is said of a picture has room on paper, also when it is printed before the picture is there."""
    page.route(re.compile(r"\.(webp|jpg|png)$"), lambda _: None)
    page.goto(f"{rich.url}/pressmeddelanden/2016/torget/", wait_until="commit")
    caption = page.locator("figcaption").first
    box = caption.bounding_box()

    assert box
    assert box["width"] > CAPTION


def test_small_picture_is_printed_small(page: Page, rich: Rich) -> None:
    """A picture that is less wide than the sheet is no wider on paper, whatever the browser chooses."""
    page.goto(f"{rich.url}/pressmeddelanden/2016/torget/")
    picture = page.locator(".picture img").first
    picture.evaluate("(picture) => { picture.width = 60; picture.height = 40; }")
    box = picture.bounding_box()

    assert box
    assert box["width"] == 60


def test_table_wider_than_the_sheet_is_not_cut_off(page: Page, rich: Rich) -> None:
    """On paper, where nothing can be scrolled, the columns beyond the edge count as parts of the page."""
    page.goto(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
    page.locator(".wide table").evaluate("(table) => { table.style.width = '900px'; }")

    assert page.evaluate("document.documentElement.scrollWidth") >= 900


def test_what_belongs_together_stays_on_a_sheet(page: Page, rich: Rich) -> None:
    """Wherever a sheet ends, a heading is printed with what is below it, and a short piece whole."""
    torn: dict[str, tuple[str, ...]] = {}
    for address in (
        "/pressmeddelanden/2016/oppna-moten/",
        "/kalender/",
        "/pressmeddelanden/",
        "/turne/kungsholmen/",
    ):
        page.goto(rich.url + address)
        torn[address] = tuple(page.evaluate(TORN, list(range(300, 960, 15))))

    assert torn == dict.fromkeys(torn, ())
