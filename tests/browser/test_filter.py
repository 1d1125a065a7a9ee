"""The filter above a list: a help for those who have a script, over a list that is whole without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import bare
from peer import reader, web_host
from playwright.sync_api import Browser, Page

TEXTS = {
    "far-pa-bete": ("Får på bete i Årsta", "Äldre får möter yngre får."),
    "far-och-barn": ("Far och barn", "En idé om “lek” i Arsta kl. 18.00."),
    "skolan": ("Fler grundskolor", ""),
}
"""Title and lead of each release, by its address."""
YEAR, TOPIC = "/pressmeddelanden/2016/", "/amnen/stad/"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site with three releases on one topic, and a fourth alone on another."""
    press = bare(tmp_path_factory.mktemp("filter"))
    for name, (title, lead) in TEXTS.items():
        fields = f"title: {title}\ndate: 2016-11-01\ntopics: [stad]\n" + (f"lead: {lead}\n" if lead else "")
        press.write(f"content/releases/{name}.md", f"---\n{fields}---\n\nText.\n")
    press.write(
        "content/releases/ensam.md", "---\ntitle: Ensam\ndate: 2015-11-01\ntopics: [annat]\n---\n\nText.\n"
    )
    press.build()
    with web_host(press.root / "output") as url:
        yield url


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a reader's page, one for all: what was typed is gone when the next test goes to a list."""
    with reader(browser) as page:
        yield page


@pytest.fixture(scope="module", params=[YEAR, TOPIC])
def listed(browser: Browser, url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Give a page with a list, which is filtered by whatever stands in its field last."""
    with reader(browser) as page:
        page.goto(url + request.param)
        yield page


def shown(page: Page) -> set[str]:
    """Give the titles in the list that a reader sees."""
    return set(page.locator(".releases .item-title:visible").all_inner_texts())


def titles(*names: str) -> set[str]:
    """Give the titles of releases."""
    return {TEXTS[name][0] for name in names}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("får", {"far-pa-bete"}),
        ("FÅR", {"far-pa-bete"}),
        ("fa\u030ar", {"far-pa-bete"}),
        ("far", {"far-och-barn"}),
        ("årsta", {"far-pa-bete"}),
        ("arsta", {"far-och-barn"}),
        ("aldre", set()),
        ("ide", {"far-och-barn"}),
        ("lek arsta", {"far-och-barn"}),
        ('"lek" kl 18', {"far-och-barn"}),
        ("skol", {"skolan"}),
        ("på  ", {"far-pa-bete"}),
        ("  ", set(TEXTS)),
        ("<b>", {"far-pa-bete", "far-och-barn"}),
    ],
)
def test_list_is_filtered_by_words_in_title_and_lead(listed: Page, words: str, left: set[str]) -> None:
    """What is left holds every word that was typed; å, ä and ö are other letters than a and o."""
    listed.get_by_role("searchbox", name="Filtrera listan").fill(words)

    assert shown(listed) == titles(*left)


def test_count_is_told_politely(browser: Browser, url: str) -> None:
    """How many are left is told in a polite live region, and nothing as long as nothing is typed."""
    with reader(browser) as page:
        page.clock.install()
        page.goto(url + YEAR)
        field, told = page.get_by_role("searchbox"), page.get_by_role("status")
        said = [told.inner_text()]
        for words in ("far", "xyz", ""):
            field.fill(words)
            page.clock.run_for(1000)
            said.append(told.inner_text())

    assert said == ["", "Visar 1 av 3.", "Ingen rubrik eller ingress innehåller de orden.", ""]


def test_escape_clears(page: Page, url: str) -> None:
    """Escape empties the field and brings the whole list back."""
    page.goto(url + YEAR)
    field = page.get_by_role("searchbox")
    field.fill("skol")
    field.press("Escape")

    assert field.input_value() == ""
    assert shown(page) == titles(*TEXTS)


def test_without_script_the_list_is_whole_and_there_is_no_field(browser: Browser, url: str) -> None:
    """A reader without scripts sees every release, and no field that does nothing."""
    with reader(browser, java_script_enabled=False) as page:
        page.goto(url + YEAR)

        assert shown(page) == titles(*TEXTS)
        assert page.get_by_role("searchbox").count() == 0


@pytest.mark.parametrize("where", ["/pressmeddelanden/2015/", "/amnen/annat/"])
def test_one_release_needs_no_filter(page: Page, url: str, where: str) -> None:
    """A list of one release has no field above it."""
    page.goto(url + where)

    assert page.get_by_role("searchbox").count() == 0


def test_archive_is_filtered_only_where_it_lists_all(page: Page, url: str) -> None:
    """The page of all years has the field as long as every release stands there."""
    page.goto(url + "/pressmeddelanden/")
    page.get_by_role("searchbox").fill("ensam")

    assert shown(page) == {"Ensam"}


def test_filter_is_printed_where_it_hides_releases(page: Page, url: str) -> None:
    """On paper a list that is not whole says so, and by which words; over a whole one stands no field."""
    page.goto(url + YEAR)
    field = page.get_by_role("searchbox")
    page.emulate_media(media="print")
    whole = page.locator(".filter").is_visible()
    page.emulate_media(media="screen")
    field.fill("barn")
    page.get_by_text("Visar 1 av 3.").wait_for()
    page.emulate_media(media="print")
    filtered = field.is_visible() and page.get_by_text("Visar 1 av 3.").is_visible()
    page.emulate_media(media="screen")

    assert not whole
    assert filtered
