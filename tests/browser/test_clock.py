"""The tour regroups by the reader's clock: the page is right without a new build."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from conftest import ROOT, SITE, Press, bare
from peer import web_host
from playwright.sync_api import Browser, Page

TOUR = """\
title: Turné
meetings:
  - {district: Farsta, date: 2017-03-25, time: 22.00-01.00, place: Torget}
  - {district: Bromma, date: 2017-03-26, time: 01.30-03.30, place: Torget}
  - {district: Södermalm, date: 2017-03-27, cancelled: Sjukdom}
  - {district: Kungsholmen, date: 2017-03-28}
  - {district: Skarpnäck, date: 2017-03-29, time: 18.00, place: Torget}
  - {district: Farsta, id: farsta-igen, date: 2017-03-29, time: 20.00, place: Torget}
"""
"""A meeting over midnight, one over the change of the clocks, a cancelled one, one without an hour."""
ALL = ("Farsta", "Bromma", "Södermalm", "Kungsholmen", "Skarpnäck", "Farsta")


@dataclass(frozen=True)
class Shown:
    """What a reader sees of the tour."""

    coming: tuple[str, ...]
    past: tuple[str, ...]
    next: str


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site that was built before its tour began, and never since."""
    press = bare(tmp_path_factory.mktemp("clock"))
    shutil.copyfile(ROOT / "stockholm-districts.geojson", press.root / "stockholm-districts.geojson")
    press.write("site.yaml", SITE + "tour: {map: stockholm-districts.geojson}\n")
    press.write("tour.yaml", TOUR)
    press.build("2017-03-01T12:00")
    with web_host(press.root / "output") as url:
        yield url


@contextmanager
def reader(browser: Browser, zone: str = "Europe/Stockholm", *, script: bool = True) -> Iterator[Page]:
    """Give a page of someone in `zone`."""
    with browser.new_context(timezone_id=zone, java_script_enabled=script) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of someone here, who sets the clock before each look."""
    with reader(browser) as page:
        yield page


def seen(page: Page, url: str, now: str) -> Shown:
    """Give what the schedule and the front page show at an instant."""
    page.clock.set_fixed_time(now)
    page.goto(f"{url}/turne/")
    coming, past = (
        tuple(page.locator(f"[data-{part}] .stop-district:visible").all_inner_texts())
        for part in ("coming", "past")
    )
    page.goto(url)
    return Shown(coming, past, page.locator(".next:visible").locator("h3, .next-none").inner_text())


@pytest.mark.parametrize(
    ("now", "over", "next_"),
    [
        ("2017-03-01T12:00:00+01:00", 0, "Farsta"),
        ("2017-03-25T21:59:59+01:00", 0, "Farsta"),
        ("2017-03-25T23:59:59+01:00", 0, "Farsta"),
        ("2017-03-26T00:00:01+01:00", 0, "Farsta"),
        ("2017-03-26T00:59:59+01:00", 0, "Farsta"),
        ("2017-03-26T01:00:00+01:00", 1, "Bromma"),
        ("2017-03-26T01:59:59+01:00", 1, "Bromma"),
        ("2017-03-26T03:00:00+02:00", 1, "Bromma"),
        ("2017-03-26T03:29:59+02:00", 1, "Bromma"),
        ("2017-03-26T03:30:00+02:00", 2, "Kungsholmen"),
        ("2017-03-27T23:59:59+02:00", 2, "Kungsholmen"),
        ("2017-03-28T00:00:00+02:00", 3, "Kungsholmen"),
        ("2017-03-28T23:59:59+02:00", 3, "Kungsholmen"),
        ("2017-03-29T00:00:00+02:00", 4, "Skarpnäck"),
        ("2017-03-29T19:30:00+02:00", 5, "Farsta"),
        ("2017-04-01T00:00:00+02:00", 6, "Inga fler möten är bokade just nu."),
    ],
)
def test_meetings_pass_when_they_are_over(page: Page, url: str, now: str, over: int, next_: str) -> None:
    """Before, during and after each meeting the lists and the next one are right."""
    assert seen(page, url, now) == Shown(ALL[over:], tuple(reversed(ALL[:over])), next_)


def test_meetings_pass_at_the_same_instants_for_a_reader_far_away(browser: Browser, url: str) -> None:
    """A day is over when it is where the meeting is held, whatever the day where the reader is."""
    with reader(browser, "America/Los_Angeles") as page:
        for now, over in (
            ("2017-03-26T01:00:00+01:00", 1),
            ("2017-03-27T23:59:59+02:00", 2),
            ("2017-03-28T00:00:00+02:00", 3),
            ("2017-03-29T00:00:00+02:00", 4),
        ):
            assert seen(page, url, now).past == tuple(reversed(ALL[:over]))


def test_meeting_page_says_that_it_is_over(browser: Browser, url: str) -> None:
    """A meeting's page tells so from its end on, and no longer offers to subscribe to it or to pass it on."""
    with reader(browser) as page:
        for now, over in (("2017-03-26T00:59:59+01:00", False), ("2017-03-26T01:00:00+01:00", True)):
            page.clock.set_fixed_time(now)
            page.goto(f"{url}/turne/farsta/")

            assert page.get_by_text("Mötet har varit.").is_visible() is over
            assert page.locator(".to-calendar").is_visible() is not over
            assert page.locator(".share").is_visible() is not over
            assert page.get_by_text("Skriv ut sidan").is_visible() is not over


def test_cancelled_meeting_is_passed_on_but_not_put_up(browser: Browser, url: str) -> None:
    """That a meeting is cancelled can be passed on; nobody is asked to print a poster of it."""
    with reader(browser) as page:
        page.clock.set_fixed_time("2017-03-01T12:00:00+01:00")
        page.goto(f"{url}/turne/sodermalm/")

        assert (
            page.locator(".share-text")
            .inner_text()
            .endswith("Inställt. https://press.example/turne/sodermalm/")
        )
        assert page.get_by_text("Skriv ut sidan").count() == 0


def test_map_turns_with_the_clock(browser: Browser, url: str) -> None:
    """A district is visited once its last meeting is past; the table shows the day of the next one."""
    with reader(browser) as page:
        for now, words, days, name in (
            ("2017-03-26T00:30:00+01:00", "Möte bokat", ["25 mars 2017", "29 mars 2017"], "möte bokat"),
            ("2017-03-26T03:00:00+02:00", "Möte bokat", ["29 mars 2017"], "möte bokat"),
            ("2017-03-29T21:30:00+02:00", "Besökt", ["29 mars 2017"], "besökt"),
        ):
            page.clock.set_fixed_time(now)
            page.goto(f"{url}/turne/")
            row = page.locator(".map-table tr", has=page.get_by_role("rowheader", name="Farsta"))

            assert row.locator(".map-word").inner_text() == words
            assert row.locator(".map-day:visible").all_inner_texts() == days
            area = page.locator(".map-sheet").get_by_label("Farsta")
            assert area.get_attribute("aria-label") == f"11. Farsta: {name}"
            shown = row.locator(".map-day:visible").first
            assert area.get_attribute("href") == shown.get_attribute("href")


def test_day_that_passes_without_hour_or_place_is_not_said_to_be_visited(browser: Browser, url: str) -> None:
    """Where neither was ever told, the map, its table and the meeting's page say that the day has passed."""
    with reader(browser) as page:
        page.clock.set_fixed_time("2017-03-30T12:00:00+02:00")
        page.goto(f"{url}/turne/")
        row = page.locator(".map-table tr", has=page.get_by_role("rowheader", name="Kungsholmen"))
        area = page.locator(".map-sheet").get_by_label("Kungsholmen")

        assert row.locator(".map-word").inner_text() == "Dagen har passerat"
        assert area.get_attribute("aria-label") == "5. Kungsholmen: dagen har passerat"
        assert area.locator("path").get_attribute("fill") == "url(#map-passed)"
        page.goto(f"{url}/turne/kungsholmen/")
        assert (
            page.locator(".notice").inner_text() == "Dagen har passerat. Tid och plats sattes aldrig ut här."
        )


def test_open_page_follows_the_clock(browser: Browser, url: str) -> None:
    """A page that is left open regroups within a minute of a meeting's end."""
    with reader(browser) as page:
        page.clock.install(time="2017-03-26T00:59:30+01:00")
        page.goto(f"{url}/turne/")
        first = page.locator("[data-coming] .stop-district").first
        assert first.inner_text() == "Farsta"
        page.clock.run_for(61_000)

        assert first.inner_text() == "Bromma"


def test_past_meetings_that_are_folded_stay_so(browser: Browser, url: str) -> None:
    """The list of past meetings unfolds when the last one is over, and is then the reader's to fold."""
    with reader(browser) as page:
        page.clock.install(time="2017-03-29T21:29:30+02:00")
        page.goto(url)
        past = page.locator("details.past")
        assert past.get_attribute("open") is None
        page.clock.run_for(61_000)
        assert past.get_attribute("open") == ""
        page.get_by_text("Tidigare möten").click()
        page.clock.run_for(61_000)

        assert past.get_attribute("open") is None


def test_without_script_all_is_listed_in_order(browser: Browser, url: str) -> None:
    """A reader without scripts sees every meeting with its date, whatever the time is."""
    with reader(browser, script=False) as page:
        page.clock.set_fixed_time("2017-04-01T00:00:00+02:00")
        page.goto(f"{url}/turne/")

        assert tuple(page.locator(".stop-district:visible").all_inner_texts()) == ALL
        assert page.locator(".stop-date:visible").first.inner_text() == "lördag\n25 mars 2017"


def listed_at(page: Page, url: str, now: str) -> list[str]:
    """Give the districts of the coming meetings that the front page lists at an instant."""
    page.clock.set_fixed_time(now)
    page.goto(url)
    return page.locator("[data-coming] .stop-district:visible").all_inner_texts()


def test_front_page_of_a_long_tour_lists_the_next_ten_meetings(browser: Browser, press: Press) -> None:
    """When one is over the next comes up, on paper too, with where all are; without scripts all are there."""
    districts = [f"Del {number}" for number in range(1, 13)]
    days = (
        f"  - {{district: {district}, date: 2017-03-{index + 10}}}"
        for index, district in enumerate(districts)
    )
    press.write("tour.yaml", "\n".join(("title: Turné", "meetings:", *days)))
    press.build("2017-03-01T12:00")
    first, second = "2017-03-01T12:00:00+01:00", "2017-03-11T12:00:00+01:00"

    with web_host(press.root / "output") as url, reader(browser) as page:
        assert listed_at(page, url, first) == districts[:10]
        assert listed_at(page, url, second) == districts[1:11]
        page.emulate_media(media="print")
        assert listed_at(page, url, second) == districts[1:11]
        assert page.get_by_text("Hela turnén: https://press.example/turne/").is_visible()
        with reader(browser, script=False) as plain:
            assert listed_at(plain, url, first) == districts
