"""The search in a real browser: finds, ranks, filters, and asks nobody but the site itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SITE, Press, bare
from peer import reader, web_host
from playwright.sync_api import Browser, Page, expect

NOON = "2016-12-01T12:00"
TOUR = """\
title: Turné
meetings:
  - {district: Årsta, date: 2016-12-20}
  - {district: Farsta, date: 2016-12-21}
"""
FILLER = "Vi bygger mer och satsar på vård, omsorg och bibliotek. " * 12
TEXTS = {
    "lammen": ("Nytt om lammen", "2016-11-01", "topics: [djur]", FILLER + "Sist står ett får på en kulle."),
    "barnen": ("Far och barn", "2016-10-01", "topics: [familj]", "En far är en far. Far, far och far."),
    "torget": (
        "Om torget",
        "2015-05-01",
        "meetings: [arsta]\ntopics: [plats]",
        FILLER + "Torget ligger i Årsta.",
    ),
    "arsta": ("Arsta", "2015-06-01", "meetings: [farsta]\ntopics: [plats]", "Arsta i Arsta, Arsta."),
    "tecken": (
        "Om <b>fet</b> & mer",
        "2014-01-01",
        "topics: [plats]",
        "Skriv `<img src=x onerror=alert(1)>` & mer.",
    ),
    "pasta": ("Inklistrat", "2014-02-01", "topics: [plats]", "Ett A\u030alderdomligt ord."),
    "bo": (
        "Möte med Bo",
        "2012-02-01",
        "topics: [plats]",
        "Bo Ek-Öman talar kl. 18.30 om bidrag på 1 200 450 till en lekplats.",
    ),
    "kort": (
        "Sköldpaddor",
        "2014-03-01",
        "topics: [djur]\ncorrections: [{date: 2014-03-02, text: De är två.}]",
        "Kort.",
    ),
    "salam": ("سلام", "2014-04-01", "topics: [plats]\nlang: fa", "سلام به همه."),
}
"""Title, date, further fields and text of each release, by its address."""
MANY = 23
"""Releases about trams, more than are shown at once."""


def write(press: Press) -> None:
    """Write the releases."""
    press.write("tour.yaml", TOUR)
    for name, (title, date, fields, text) in TEXTS.items():
        front = f"title: '{title}'\ndate: {date}\n{fields}"
        press.write(f"content/releases/{name}.md", f"---\n{front}\n---\n\n{text}\n")
    for number in range(MANY):
        front = f"title: Linje {number}\ndate: 2013-01-{number + 1:02}"
        press.write(f"content/releases/linje-{number}.md", f"---\n{front}\n---\n\nEn spårvagn.\n")


def built(root: Path, folder: str) -> Path:
    """Build a site with a search, at its host's root ("") or in a folder of it; give the host's folder."""
    press = bare(root)
    write(press)
    press.write("site.yaml", SITE.replace("press.example/", f"press.example/{folder}") + "search: ja\n")
    press.build(NOON, output=f"www/{folder}")
    return root / "www"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site with a search, in a folder of its host: the harder place."""
    with web_host(built(tmp_path_factory.mktemp("finding"), "press/")) as host:
        yield f"{host}/press"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a host that the site has for itself."""
    return built(tmp_path_factory.mktemp("root"), "")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a reader's page, one for all: each begins by going to an address."""
    with reader(browser) as page:
        yield page


def titles(*names: str) -> list[str]:
    """Give the titles of releases."""
    return [TEXTS[name][0] for name in names]


def results(page: Page) -> list[str]:
    """Give the titles that have been found, in order, once the search is done."""
    expect(page.get_by_role("status")).to_have_text(re.compile("hittades"))
    return page.locator("[data-results] h2").all_inner_texts()


def found(page: Page, url: str, query: str) -> list[str]:
    """Give the titles that are found from an address."""
    page.goto(f"{url}/sok/?{query}")
    return results(page)


def test_search_works_at_the_root(page: Page, root: Path) -> None:
    """A site that has its host for itself finds the same, from the archive too."""
    with web_host(root) as url:
        assert found(page, url, "q=får")[0] == TEXTS["lammen"][0]
        page.goto(f"{url}/pressmeddelanden/")
        page.get_by_role("searchbox").fill("far")
        page.keyboard.press("Enter")

        assert results(page)[0] == TEXTS["barnen"][0]


@pytest.mark.parametrize(
    ("words", "first", "then"),
    [
        ("får", "lammen", "barnen"),
        ("FÅR", "lammen", "barnen"),
        ("far", "barnen", "lammen"),
        ("Årsta", "torget", "arsta"),
        ("a\u030arsta", "torget", "arsta"),
        ("arsta", "arsta", "torget"),
    ],
)
def test_letters_as_they_were_typed_come_first(
    page: Page, url: str, words: str, first: str, then: str
) -> None:
    """`får` finds texts with får before texts with far, also when far stands in the title; and so on."""
    assert found(page, url, f"q={words}")[:2] == titles(first, then)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("q=bibliotek", {"lammen", "torget"}),
        ("q=biblioteket+torg", {"torget"}),
        ("q=ålderdomligt", {"pasta"}),
        ("q=sköldpadda", {"kort"}),
        ("q=xyzzy", set()),
        ("q=bibliotek+xyzzy", set()),
        ("q=bostadsbrist", set()),
        ("q=bo+bostadsbrist", set()),
        ("q=lekplatser", {"bo"}),
        ("q=bidrag+lekplatserna", {"bo"}),
        ("q=lekplatsbygge", set()),
        ("q=bo", {"bo"}),
        ("q=bidra", {"bo"}),
        ("q=ek-öm", {"bo"}),
        ("q=sköldpad", {"kort"}),
        ("q=18.30", {"bo"}),
        ("q=1%C2%A0200%C2%A0450", {"bo"}),
        ("q=bidrag+–+bo", {"bo"}),
        ('q="talar kl. 18.30"', {"bo"}),
        ('q="kl. talar"', set()),
        ("q=bibliotek&year=2015", {"torget"}),
        ("q=bibliotek&topic=djur", {"lammen"}),
        ("q=bibliotek&district=Årsta", {"torget"}),
        ("q=bibliotek&topic=djur&year=2015", set()),
        ("topic=djur", {"lammen", "kort"}),
        ("q=djur", {"lammen", "kort"}),
        ("district=Farsta", {"arsta"}),
        ("q=far&year=1999", {"barnen", "lammen"}),
    ],
)
def test_words_and_choices_narrow(page: Page, url: str, query: str, names: set[str]) -> None:
    """What is found has all words, or longer ones that begin so, and all choices that there are."""
    assert set(found(page, url, query)) == set(titles(*names))


def test_language_of_a_text_is_shown_but_is_no_word_of_it(page: Page, url: str) -> None:
    """A result is in its text's language and runs its way; "fa" for Persian is not found by "få"."""
    assert found(page, url, "q=سلام") == titles("salam")
    heading = page.locator("[data-results] h2")
    assert (heading.get_attribute("lang"), heading.get_attribute("dir")) == ("fa", "rtl")
    assert set(found(page, url, "q=få")) == set(titles("lammen", "barnen"))


def test_choices_alone_list_the_newest_first(page: Page, url: str) -> None:
    """Without words all that was chosen stands in order of time."""
    assert found(page, url, "topic=plats") == titles("arsta", "torget", "salam", "pasta", "tecken", "bo")


def test_result_shows_date_and_marked_words_and_leads_to_the_release(page: Page, url: str) -> None:
    """A result has the title, the day in words and the words in their place; its link leads there."""
    found(page, url, "q=kulle")
    result = page.locator("[data-results] li").first

    assert result.locator(".item-date").inner_text() == "1 november 2016"
    assert result.locator("mark").all_inner_texts() == ["kulle."]
    assert result.locator(".item-lead").inner_text().startswith("… ")
    result.get_by_role("link").click()
    expect(page).to_have_url(f"{url}/pressmeddelanden/2016/lammen/")


def test_a_corrected_release_is_marked(page: Page, url: str) -> None:
    """A result says that a release is corrected, and nothing of another."""
    assert found(page, url, "topic=djur") == titles("lammen", "kort")
    assert page.locator("[data-results] li:has(.label)").all_inner_texts() == [
        "1 mars 2014\n\nSköldpaddor\n\nRättat\n\nKort."
    ]


def test_text_is_text_and_no_markup(page: Page, url: str) -> None:
    """Signs of HTML in a title or a text are shown as they are."""
    assert found(page, url, "q=onerror") == titles("tecken")
    assert (
        page.locator("[data-results] .item-lead").inner_text() == "Skriv <img src=x onerror=alert(1)> & mer."
    )
    assert page.locator("[data-results] img").count() == 0


def test_typing_searches_and_the_address_follows(page: Page, url: str) -> None:
    """What is typed is looked for without a click, and stands in the address and the title."""
    page.goto(f"{url}/sok/")
    page.get_by_role("searchbox").fill("kulle")

    assert results(page) == titles("lammen")
    expect(page).to_have_url(f"{url}/sok/?q=kulle")
    expect(page).to_have_title("kulle – Sök – Pressrummet")


def test_back_button_goes_through_what_was_looked_for(page: Page, url: str) -> None:
    """Back leads from a choice to the words alone, from there to the words before, field and all."""
    page.goto(f"{url}/sok/")
    field = page.get_by_role("searchbox")
    for words in ("kulle", "torget"):
        field.fill(words)
        field.press("Enter")
        expect(page).to_have_url(f"{url}/sok/?q={words}")
    page.get_by_label("År").select_option("2015")
    expect(page).to_have_url(f"{url}/sok/?q=torget&year=2015")
    page.go_back()
    expect(page.get_by_label("År")).to_have_value("")
    expect(field).to_have_value("torget")
    page.go_back()
    expect(field).to_have_value("kulle")
    expect(page.locator("[data-results] h2")).to_have_text(titles("lammen"))


def test_back_from_a_release_shows_the_results_again(page: Page, url: str) -> None:
    """A reader who returns from a result finds the words and the results as they were."""
    found(page, url, "q=kulle")
    page.locator("[data-results] a").click()
    page.go_back()

    assert results(page) == titles("lammen")
    expect(page.get_by_role("searchbox")).to_have_value("kulle")


def test_all_can_be_done_from_the_keyboard(page: Page, url: str) -> None:
    """Enter searches, Escape clears, and Show more leads on to the first result that is new."""
    page.goto(f"{url}/sok/")
    field, more = page.get_by_role("searchbox"), page.get_by_role("button", name="Visa fler")
    field.focus()
    page.keyboard.type("spårvagn")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"{MANY} pressmeddelanden hittades.")
    expect(page.locator("[data-results] li")).to_have_count(10)
    for shown, new in ((20, 11), (MANY, 21)):
        more.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-results] li")).to_have_count(shown)
        expect(page.locator(f"[data-results] li:nth-child({new}) a")).to_be_focused()
    expect(more).to_be_hidden()
    field.focus()
    page.keyboard.press("Escape")
    expect(page.locator("[data-results] li")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("")
    expect(page).to_have_url(f"{url}/sok/")


def test_archive_leads_to_the_search(page: Page, url: str) -> None:
    """What is written in the archive's field is looked for on the page of the search."""
    page.goto(f"{url}/pressmeddelanden/")
    page.get_by_role("searchbox", name="Sök bland alla pressmeddelanden").fill("kulle")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{url}/sok/?q=kulle")
    assert results(page) == titles("lammen")


def test_search_works_where_a_worker_may_not(browser: Browser, url: str) -> None:
    """Without a web worker Pagefind runs in the page itself, and the policy lets it."""
    with reader(browser) as page:
        page.add_init_script("delete window.Worker")

        assert found(page, url, "q=får")[:2] == titles("lammen", "barnen")


@pytest.mark.parametrize("where", ["/sok/", "/pressmeddelanden/"])
def test_without_script_the_archive_is_offered(browser: Browser, url: str, where: str) -> None:
    """A reader without scripts sees no field that does nothing, and is led to where all releases are."""
    with reader(browser, java_script_enabled=False) as page:
        page.goto(f"{url}{where}")

        assert page.get_by_role("searchbox").count() == 0
        assert page.get_by_text("Sökningen behöver JavaScript.").count() == (where == "/sok/")
        page.locator("main").get_by_role("link").first.click()
        assert "/pressmeddelanden/" in page.url


def test_search_that_cannot_be_loaded_leads_to_the_archive(
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    """Where the index is missing the page says so, and tries again with the next words."""
    site = shutil.copytree(root, tmp_path / "www")
    index, away = site / "pagefind", tmp_path / "away"
    index.rename(away)
    with web_host(site) as url, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{url}/sok/?q=kulle")
        expect(page.get_by_text("Sökningen kan inte laddas just nu.")).to_be_visible()
        expect(page.get_by_role("link", name="arkivet")).to_be_visible()
        away.rename(index)
        page.reload()

        assert results(page) == titles("lammen")
        expect(page.get_by_role("link", name="arkivet")).to_be_hidden()


def test_site_read_from_disk_leads_to_the_archive(browser: Browser, root: Path) -> None:
    """Without a web host the archive's field leads to the search, and that to the archive."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((root / "pressmeddelanden/index.html").as_uri())
        page.get_by_role("searchbox").fill("kulle")
        page.keyboard.press("Enter")

        expect(page).to_have_url((root / "sok/index.html").as_uri() + "?q=kulle")
        expect(page.get_by_text("Sökningen kan inte laddas just nu.")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_have_count(0)


def test_what_was_looked_for_is_printed(page: Page, url: str) -> None:
    """On paper the words and what was chosen stand above what was found, and nothing to press."""
    assert found(page, url, "q=arsta&topic=plats")
    page.emulate_media(media="print")
    printed = [field.get_attribute("name") for field in page.locator(".field").all() if field.is_visible()]
    buttons = [button.is_visible() for button in page.locator(".find button").all()]
    page.goto(f"{url}/pressmeddelanden/")
    elsewhere = page.locator(".find").is_visible()
    page.emulate_media(media="screen")

    assert printed == ["q", "topic"]
    assert buttons == [False]
    assert not elsewhere
