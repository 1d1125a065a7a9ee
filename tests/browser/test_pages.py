"""Every page as a reader's browser has it: what it asks for, what it shows, and that it stands still."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Request, Response, expect
from rich import DESKTOP, PHONE, SHEET, Rich, reader

KINDS = {
    *("home", "archive", "release", "topics", "topic", "tour", "meeting", "calendar", "page"),
    *("search", "accessibility", "privacy", "redirect", "404"),
}
AFTER = "2018-01-01T12:00:00+01:00"
"""When all meetings are past, and no new build has been made."""
NARROW = (320, 640)
TABLET = ((768, 1024), (1024, 768))
LEFT = "net::ERR_ABORTED"
"""What becomes of a request when the reader has gone on to the next page."""
WATCH = """document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`${violatedDirective} refuses ${blockedURI}`));"""
UNSEEN = """(onPaper) => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const unseen = [];
  while (texts.nextNode()) {
    const { data, parentElement: part } = texts.currentNode;
    const meant = part.closest(`[hidden], details:not([open]) > :not(summary), ${onPaper}`);
    if (data.trim() && !meant && !part.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      unseen.push(data);
  }
  return unseen;
}"""
"""Gives each text that is not shown, though neither hidden on purpose nor folded nor for paper alone."""
ON_PAPER = ".poster, .printed-address"
WIDTHS = """() => {
  const root = document.documentElement;
  const width = (size, style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    root.style.fontSize = size;
    return root.scrollWidth;
  };
  return {
    plain: width("", ""),
    large: width("200%", ""),
    spaced: width("", `* { line-height: 1.5 !important; letter-spacing: .12em !important; }
      * { word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`),
  };
}"""
"""Gives how wide a page is as it is, with letters twice as large, and with the space of WCAG 2.2, 1.4.12."""
BROKEN = """(part) => {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode())
    for (const { 0: word, index } of texts.currentNode.data.matchAll(/\\d+(?:\\s\\d+)+|[\\p{L}\\d]+/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  return broken;
}"""
"""Gives each word or number of a part that goes on in the next line."""
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 20)));
})"""
"""Gives by how much what is shown has moved since the page was opened."""


def test_rich_site_has_every_kind_of_page(rich: Rich) -> None:
    """The site that is judged has a page of each kind."""
    assert set(rich.pages.values()) >= KINDS


@pytest.mark.parametrize("part", ["pager-when", "map-day"])
def test_day_of_a_meeting_is_told_to_programs(rich: Rich, part: str) -> None:
    """The days beside a map and below a meeting are marked as days, as all others are."""
    parts = re.findall(rf'class="{part}"[^>]*>(.{{16}})', "".join(map(rich.read, rich.shown)))

    assert set(parts) == {'<time datetime="'}


def watched(page: Page) -> list[str]:
    """Give a list that fills with all that goes wrong on a page."""
    told: list[str] = []

    def answered(answer: Response) -> None:
        if answer.status >= 400:
            told.append(f"{answer.status}: {answer.url}")

    def failed(request: Request) -> None:
        if request.failure != LEFT:
            told.append(f"{request.failure}: {request.url}")

    page.add_init_script(WATCH)
    page.on("console", lambda said: told.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    page.on("response", answered)
    page.on("requestfailed", failed)
    return told


STORED = """async () => [
    document.cookie,
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
]"""
"""What a page can leave in a browser."""


def test_pages_ask_nobody_else_and_break_no_policy(browser: Browser, rich: Rich) -> None:
    """No page asks another host for anything, and none is refused, missing or an error, also on paper.

    And none leaves a cookie, or anything in any store of the browser.
    """
    asked: list[str] = []
    with reader(browser) as page:
        told = watched(page)
        page.on("request", lambda request: asked.append(request.url))
        for address in rich.shown:
            page.goto(rich.url + address)
            page.emulate_media(media="print", forced_colors="active")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.emulate_media(media="screen", forced_colors="none")
        for address in set(rich.pages) - set(rich.shown):
            page.goto(rich.url + address)
            page.wait_for_url(lambda url: url.removeprefix(rich.url) in rich.shown)
        kept = page.evaluate(STORED)
        cookies = page.context.cookies()

    assert told == []
    assert (kept, cookies) == (["", 0, 0, 0, 0, 0], [])
    assert {url for url in asked if not url.startswith(rich.url + "/")} == set()
    assert len(asked) > len(rich.pages) * 2


def test_policy_refuses_what_is_not_ours(browser: Browser, rich: Rich) -> None:
    """A picture from elsewhere and a style of its own are refused on a page, and told: the watch is awake."""
    with reader(browser) as page:
        told = watched(page)
        page.goto(rich.url)
        page.evaluate(
            """() => {
              document.body.append(Object.assign(new Image(), { src: "https://www.example.org/dot.png" }));
              document.body.append(Object.assign(document.createElement("style"), { textContent: "p {}" }));
            }"""
        )
        page.wait_for_timeout(100)

    assert any("img-src refuses https://www.example.org/dot.png" in line for line in told)
    assert any("style-src-elem refuses inline" in line for line in told)


def check_without_scripts(browser: Browser, rich: Rich, addresses: Collection[str]) -> None:
    """Every text of these pages is shown without scripts, and each page has some."""
    with reader(browser, DESKTOP, script=False) as page:
        unseen, lengths = {}, []
        for address in addresses:
            page.goto(rich.url + address)
            unseen[address] = tuple(page.evaluate(UNSEEN, ON_PAPER))
            lengths.append(len(page.locator("main").inner_text()))

    assert unseen == dict.fromkeys(addresses, ())
    assert min(lengths) > 50


def test_all_is_there_without_scripts(browser: Browser, rich: Rich) -> None:
    """Without scripts every text of each kind of page is shown."""
    check_without_scripts(browser, rich, rich.kinds.values())


@pytest.mark.torture
def test_all_is_there_without_scripts_on_every_other_page(browser: Browser, rich: Rich) -> None:
    """So is every text of all other pages."""
    check_without_scripts(browser, rich, set(rich.shown) - set(rich.kinds.values()))


def test_pages_read_from_disk_lead_to_pages(browser: Browser, rich: Rich) -> None:
    """From disk no link leads to a folder, those on the map and below it neither."""
    kinds = {kind: address for kind, address in rich.kinds.items() if kind != "404"}
    folders: dict[str, tuple[str, ...]] = {}
    with reader(browser, DESKTOP) as page:
        for kind, address in kinds.items():
            page.goto((rich.output / address[1:] / "index.html").as_uri())
            links = page.locator("a[href]").evaluate_all(
                "(links) => links.map((a) => a.getAttribute('href'))"
            )
            folders[kind] = tuple(link for link in links if re.fullmatch("[^:]*/", link))

    assert folders == dict.fromkeys(kinds, ())


def test_hidden_text_is_seen_to_be_hidden(browser: Browser, rich: Rich) -> None:
    """A text that the style hides is told: the search for it is awake."""
    with reader(browser, DESKTOP, script=False) as page:
        page.goto(f"{rich.url}/om/")
        page.locator("main .lead").evaluate("lead => lead.style.visibility = 'hidden'")

        assert page.evaluate(UNSEEN, ON_PAPER) == ["Här står vilka vi är."]


def test_no_page_is_wider_than_a_narrow_screen(browser: Browser, rich: Rich) -> None:
    """At 320 px no page scrolls sideways, not with twice as large letters or with more space either."""
    widths = {}
    with reader(browser, NARROW) as page:
        for address in rich.shown:
            page.goto(rich.url + address)
            widths[address] = page.evaluate(WIDTHS)

    assert widths == dict.fromkeys(rich.shown, dict.fromkeys(("plain", "large", "spaced"), NARROW[0]))


@pytest.mark.parametrize("size", TABLET)
def test_all_has_room_on_a_tablet(browser: Browser, rich: Rich, size: tuple[int, int]) -> None:
    """On a tablet no page scrolls sideways, and the table by the map breaks no word and stays in line."""
    widths = {}
    with reader(browser, size) as page:
        for address in rich.kinds.values():
            page.goto(rich.url + address)
            widths[address] = page.evaluate("document.documentElement.scrollWidth")
        page.goto(f"{rich.url}/turne/")
        broken = page.locator(".map-table").evaluate(BROKEN)
        ends = page.locator(".map, .map-table").evaluate_all(
            "(parts) => parts.map((part) => part.getBoundingClientRect().right)"
        )

    assert widths == dict.fromkeys(rich.kinds.values(), size[0])
    assert broken == []
    assert ends[1] <= ends[0]


@pytest.mark.parametrize(
    ("width", "address"),
    [(545, "/turne/"), (545, "/kalender/"), (360, "/turne/"), (390, "/turne/"), (1000, "/"), (1280, "/")],
)
def test_columns_make_room_for_larger_letters(browser: Browser, rich: Rich, width: int, address: str) -> None:
    """Where a list has just got its two columns, or a table few, they fit with letters twice as large too."""
    with reader(browser, (width, 800)) as page:
        page.goto(rich.url + address)

        assert page.evaluate(WIDTHS)["large"] == width


def test_words_to_look_for_are_seen_in_larger_letters(browser: Browser, rich: Rich) -> None:
    """On a narrow screen with letters twice as large the fields of the search have all the room there is."""
    with reader(browser, NARROW) as page:
        page.goto(f"{rich.url}/sok/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        fields = page.locator(".find .field")
        widths = fields.evaluate_all("(fields) => fields.map((field) => field.offsetWidth)")
        room = page.locator(".find").evaluate("(form) => form.offsetWidth")

    assert widths == [room] * 4


def test_ways_to_subscribe_stand_in_line_below_their_district(browser: Browser, rich: Rich) -> None:
    """On a phone a district's name, its links and its address begin at the same edge, that of all others."""
    with reader(browser, PHONE) as page:
        page.goto(f"{rich.url}/kalender/")
        parts = page.locator(".districts > li > *")
        edges = parts.evaluate_all("(parts) => parts.map((part) => part.getBoundingClientRect().left)")

    assert len(edges) == 3 * 8
    assert len(set(edges)) == 1


def test_address_to_read_is_broken_between_its_parts(browser: Browser, rich: Rich) -> None:
    """On a phone an address that needs a second line begins it with one of its parts."""
    with reader(browser, (390, 844)) as page:
        page.goto(f"{rich.url}/kalender/")
        page.locator("details").evaluate_all("(all) => { for (const part of all) part.open = true; }")
        broken = [part.evaluate(BROKEN) for part in page.locator(".address").all()]

    assert broken
    assert not any(broken)


def test_map_table_breaks_no_word_in_larger_letters(browser: Browser, rich: Rich) -> None:
    """Beside the map names and days stay whole on a narrow phone with letters that are a quarter larger."""
    with reader(browser, NARROW) as page:
        page.goto(f"{rich.url}/turne/")
        page.evaluate("document.documentElement.style.fontSize = '125%'")

        assert page.locator(".map-table").evaluate(BROKEN) == []


@pytest.mark.parametrize("asked", [{}, {"contrast": "more"}, {"media": "print"}, {"forced_colors": "active"}])
def test_booked_districts_have_a_border_to_each_other(
    browser: Browser, rich: Rich, asked: dict[str, Any]
) -> None:
    """What parts two booked districts is white where they are dark: not one area on paper or in contrast."""
    with reader(browser) as page:
        page.emulate_media(**asked)
        page.goto(f"{rich.url}/turne/")
        border, ground = page.locator(".map-sheet .map-booked .map-area").first.evaluate(
            """(area) => [getComputedStyle(area).stroke, getComputedStyle(document.body).backgroundColor]"""
        )

    assert border == ground


def test_heading_beside_the_text_stands_by_what_it_heads(browser: Browser, rich: Rich) -> None:
    """In the column beside a text no heading is further than a line from what stands below it."""
    far: dict[str, tuple[str, ...]] = {}
    with reader(browser, DESKTOP) as page:
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            headings = page.locator(".column-side h2").evaluate_all(
                """(headings) => headings.filter((heading) => {
                  const below = heading.nextElementSibling.getBoundingClientRect();
                  return below.top - heading.getBoundingClientRect().bottom > 24;
                }).map((heading) => heading.textContent)"""
            )
            far[kind] = tuple(headings)

    assert far == dict.fromkeys(far, ())


def test_place_is_not_read_together_with_what_is_not_set(browser: Browser, rich: Rich) -> None:
    """In the schedule a point parts hour and place from each other, and from what is still to be told."""
    with reader(browser) as page:
        page.goto(f"{rich.url}/turne/")
        stops = page.locator(".coming .stop-facts:not(.stop-changed)").all()
        read = [stop.aria_snapshot() for stop in stops]

    assert [line for line in read if "bestäm" in line] == [
        "- paragraph: Tid och plats är inte bestämda än.",
        "- paragraph: kl. 18.00 · Platsen är inte bestämd än.",
        "- paragraph: Kulturhuset · Tiden är inte bestämd än.",
    ]


@pytest.mark.torture
def test_menus_and_buttons_break_words_with_a_hyphen(browser: Browser, rich: Rich) -> None:
    """At 320 px with letters twice as large the words that a menu, a button or a heading breaks get one."""
    broken: dict[str, str] = {}
    with reader(browser, NARROW) as page:
        for address in rich.kinds.values():
            page.goto(rich.url + address)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            for part in page.locator(":is(h1, h2, nav, .nameplate, .button, .foot-links):visible").all():
                hyphens = part.evaluate("(part) => getComputedStyle(part).hyphens")
                broken |= dict.fromkeys(part.evaluate(BROKEN), hyphens)

    assert broken["Pressmeddelanden"] == "auto"
    assert set(broken.values()) == {"auto"}


@pytest.mark.parametrize("media", ["screen", "print"])
def test_table_breaks_no_word(browser: Browser, rich: Rich, media: Literal["screen", "print"]) -> None:
    """On a phone a table's words and numbers stay whole, and on paper those of the one beside the map too."""
    with reader(browser, PHONE if media == "screen" else SHEET) as page:
        page.emulate_media(media=media)
        for address in ("/pressmeddelanden/2016/allt-i-en-text/", "/turne/"):
            page.goto(rich.url + address)

            assert page.locator("table").evaluate(BROKEN) == []


def test_number_stands_clear_of_the_next_column(browser: Browser, rich: Rich) -> None:
    """What stands to the right in its column is apart from what begins the next one."""
    with reader(browser, DESKTOP) as page:
        page.goto(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
        gap = page.locator("td.right + td:not(.right)").first.evaluate(
            """(cell) => {
              const [before, after] = [cell.previousElementSibling, cell].map((part) => {
                const range = document.createRange();
                range.selectNodeContents(part);
                return range.getBoundingClientRect();
              });
              return after.left - before.right;
            }"""
        )

    assert gap >= 15


def test_mark_of_a_note_stands_by_its_word(browser: Browser, rich: Rich) -> None:
    """The room around the mark for a finger parts neither it nor the full stop from the word."""
    with reader(browser, PHONE) as page:
        page.goto(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
        gap = page.locator(".text sup a").first.evaluate(
            """(mark) => {
              const [word, sign] = [mark.parentElement.previousSibling, mark].map((part) => {
                const range = document.createRange();
                range.selectNodeContents(part);
                return range.getBoundingClientRect();
              });
              return sign.left - word.right;
            }"""
        )

    assert 0 <= gap < 3


def test_list_in_a_quotation_stands_within_its_rule(browser: Browser, rich: Rich) -> None:
    """The dash before an item has room to the right of the line that marks what is quoted."""
    with reader(browser) as page:
        page.goto(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
        quoted, within = (page.locator(f".text blockquote > {part}").last for part in ("p", "ul > li"))
        boxes = quoted.bounding_box(), within.bounding_box()

        assert boxes[0]
        assert boxes[1]
        assert boxes[1]["x"] >= boxes[0]["x"] + 20


def test_what_stands_alone_has_room_for_a_finger(browser: Browser, rich: Rich) -> None:
    """Each link and field that stands apart from running text is at least 24 px high (WCAG 2.2, 2.5.8)."""
    low: dict[str, tuple[str, ...]] = {}
    with reader(browser, PHONE) as page:
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            parts = page.locator(":is(a, button, summary, input, select):not(svg *, .skip):visible")
            low[kind] = tuple(
                parts.evaluate_all(
                    """(parts) => parts.filter((part) => getComputedStyle(part).display !== "inline"
                      && part.getBoundingClientRect().height < 24).map((part) => part.textContent)"""
                )
            )

    assert low == dict.fromkeys(rich.kinds, ())


def test_arrow_back_from_a_note_says_where_it_leads(browser: Browser, rich: Rich) -> None:
    """A screen reader names the link below a note by where it leads, and not by its arrow."""
    with reader(browser) as page:
        page.goto(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
        back = page.get_by_role("link", name="Tillbaka till texten vid fotnot 1", exact=True)

        expect(back).to_have_text("↩")


def test_tall_picture_is_seen_whole(browser: Browser, rich: Rich) -> None:
    """A picture that is four times as tall as wide has room in the window, and is not squeezed."""
    with reader(browser, DESKTOP) as page:
        page.goto(f"{rich.url}/pressmeddelanden/2016/torget/")
        picture = page.locator(".picture img").first
        picture.evaluate("(picture) => { picture.style.aspectRatio = '1 / 4'; }")
        box = picture.bounding_box()

        assert box
        assert box["height"] <= DESKTOP[1]
        expect(picture).to_have_css("object-fit", "contain")


def test_picture_that_can_be_seen_through_has_white_below_it(browser: Browser, rich: Rich) -> None:
    """What is drawn in black on nothing is seen on a dark page too; a photo needs no ground."""
    with reader(browser) as page:
        page.emulate_media(color_scheme="dark")
        page.goto(f"{rich.url}/pressmeddelanden/2016/torget/")
        photo, drawing = page.locator(".picture img").all()

        expect(photo).to_have_css("background-color", "rgba(0, 0, 0, 0)")
        expect(drawing).to_have_css("background-color", "rgb(255, 255, 255)")


def test_table_too_wide_is_scrolled_by_keyboard(browser: Browser, rich: Rich) -> None:
    """A table too wide for a phone scrolls within its frame, which the keyboard reaches."""
    with reader(browser) as page:
        page.goto(f"{rich.url}/pressmeddelanden/2016/allt-i-en-text/")
        frame = page.get_by_role("group", name="Tabell")
        frame.focus()
        page.keyboard.press("ArrowRight")

        expect(frame).not_to_have_js_property("scrollLeft", 0)
        assert page.evaluate("scrollX") == 0


def test_nothing_moves_for_whoever_wants_no_motion(browser: Browser, rich: Rich) -> None:
    """With less motion asked for, no kind of page scrolls smoothly, and none has anything that moves."""
    moving = {}
    with reader(browser) as page:
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            moving[kind] = page.evaluate(
                """() => [...document.querySelectorAll("*")].map((part) => getComputedStyle(part))
                  .filter((style) => style.scrollBehavior !== "auto" || style.animationName !== "none"
                    || parseFloat(style.transitionDuration) > 0).length"""
            )

    assert moving == dict.fromkeys(rich.kinds, 0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_shifts_while_a_page_opens(browser: Browser, rich: Rich, size: tuple[int, int]) -> None:
    """On no kind of page anything moves while it opens, though the script has every meeting to regroup."""
    shifts = {}
    with reader(browser, size, still=False, clock=AFTER) as page:
        for kind, address in rich.kinds.items():
            page.goto(rich.url + address)
            shifts[kind] = page.evaluate(SHIFTED)

    assert {kind: shift for kind, shift in shifts.items() if shift >= 0.01} == {}
    assert set(shifts) >= KINDS - {"redirect"}


def test_shift_is_seen(browser: Browser, rich: Rich) -> None:
    """A page whose head grows once it is shown has shifted: the measure is awake."""
    with reader(browser) as page:
        page.goto(rich.url)
        page.evaluate(SHIFTED)
        page.evaluate("document.querySelector('.masthead').style.paddingTop = '200px'")

        assert page.evaluate(SHIFTED) > 0.1


def loaded(page: Page, url: str) -> dict[str, int]:
    """Give all that a page loads and shows in its tab, each with its bytes as they are, uncompressed."""
    answers: list[Response] = []

    def answered(answer: Response) -> None:
        answers.append(answer)

    page.on("response", answered)
    page.goto(url)
    sizes = {answer.url: len(answer.body()) for answer in tuple(answers)}
    icons = page.locator("link[rel~='icon']").evaluate_all("icons => icons.map((icon) => icon.href)")
    return sizes | {icon: len(page.request.get(icon).body()) for icon in icons}


def test_releases_are_small(browser: Browser, rich: Rich) -> None:
    """A release without pictures is at most 40 KB, and at most 100 KB with all that its page loads."""
    releases = {
        address: len(rich.read(address).encode())
        for address, kind in rich.pages.items()
        if kind == "release" and not re.search("<(?:img|picture)", rich.read(address))
    }
    largest = max(releases, key=lambda address: releases[address])
    with reader(browser) as page:
        sizes = loaded(page, rich.url + largest)

    assert len(releases) >= 3
    assert sizes[rich.url + largest] == releases[largest] <= 40 * 1024
    assert sum(sizes.values()) <= 100 * 1024
    assert {url.rsplit(".", 1)[-1] for url in sizes if "/assets/" in url} >= {"css", "js", "svg"}
