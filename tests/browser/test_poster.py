"""A meeting's page in print is a poster: one sheet, with all that is known and a code to scan."""

from __future__ import annotations

import io
import re
from typing import Literal

import pytest
import zxingcpp
from conftest import Press
from peer import web_host
from PIL import Image
from playwright.sync_api import Browser

FULL = (
    "{district: Enskede-Årsta-Vantör, date: 2016-12-14, time: 18.00-19.30, place: Lokalen under läktaren på"
    " Zinkensdamms IP, address: Ringvägen 16, organiser: Tanto-Zinken S-förening, with: 'Anna Ek,"
    " borgarråd för arbetsmarknad och idrott', about: Hur Enskede-Årsta-Vantör och hela Stockholm kan bli mer"
    " jämlika och tryggare, signup: anmalan@press.example, access: 'Hiss, hörslinga och tolk på begäran',"
    " languages: [svenska, arabiska, teckenspråk]}"
)


@pytest.mark.parametrize(
    "meeting",
    [
        FULL,
        "{district: Farsta, date: 2016-12-14}",
        FULL.replace("}", ", cancelled: Lokalen är stängd}"),
    ],
    ids=["full", "bare", "cancelled"],
)
def test_poster_is_one_sheet(press: Press, browser: Browser, meeting: str) -> None:
    """However much is known of a meeting, its poster is one A4 page."""
    press.write("tour.yaml", f"title: Gör din röst hörd\nmeetings:\n  - {meeting}\n")
    press.build()
    press.write(
        "tour.yaml", f"title: Gör din röst hörd\nmeetings:\n  - {meeting.replace('18.00', '18.30')}\n"
    )
    press.build("2016-12-02T12:00")
    name = re.sub(r".*?district: ([\w-]+).*", r"\1", meeting)
    address = {"Farsta": "farsta"}.get(name, "enskede-arsta-vantor")
    with web_host(press.root / "output") as url:
        page = browser.new_page()
        page.clock.set_fixed_time("2016-12-02T12:00:00+01:00")
        page.goto(f"{url}/turne/{address}/")
        sheet = io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)).getvalue()
        page.emulate_media(media="print")

        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
        assert page.locator(".poster .qr").is_visible()
        assert page.get_by_text("https://press.example/turne/").first.is_visible()
        page.close()


@pytest.mark.parametrize(
    ("address", "media", "scheme"),
    [
        ("/turne/sodermalm/", "print", "light"),
        ("/turne/sodermalm/", "print", "dark"),
        ("/kalender/", "screen", "light"),
        ("/kalender/", "screen", "dark"),
    ],
)
def test_a_camera_reads_the_code(
    press: Press,
    browser: Browser,
    address: str,
    media: Literal["print", "screen"],
    scheme: Literal["light", "dark"],
) -> None:
    """The code on a poster, and that of the page on calendars, leads a phone to the page it stands on."""
    press.build()
    with web_host(press.root / "output") as url:
        page = browser.new_page()
        page.emulate_media(media=media, color_scheme=scheme)
        page.goto(url + address)
        shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
        page.close()

    assert [code.text for code in zxingcpp.read_barcodes(shot)] == [f"https://press.example{address}"]


@pytest.mark.parametrize("width", [768, 1000, 1280])
def test_the_words_beside_a_code_do_not_shrink_it(press: Press, browser: Browser, width: int) -> None:
    """The code is as large as its style says, however little room there is beside it."""
    press.build()
    with web_host(press.root / "output") as url:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{url}/kalender/")
        box = page.locator(".code-note .qr").bounding_box()
        page.close()

    assert box
    assert (box["width"], box["height"]) == (152, 152)


def test_poster_says_as_large_as_the_place_that_a_meeting_is_cancelled(
    press: Press, browser: Browser
) -> None:
    """On a board that a meeting is cancelled, and why, is read from as far away as where it was to be."""
    press.write("tour.yaml", f"title: Turné\nmeetings:\n  - {FULL.replace('}', ', cancelled: Snö}')}\n")
    press.build()
    with web_host(press.root / "output") as url:
        page = browser.new_page()
        page.emulate_media(media="print")
        page.goto(f"{url}/turne/enskede-arsta-vantor/")
        words = [
            page.get_by_text("Inställt", exact=True),
            page.locator(".notice"),
            page.get_by_text("Ringvägen 16"),
        ]
        sizes = [each.first.evaluate("part => getComputedStyle(part).fontSize") for each in words]
        page.close()

    assert sizes[0] == sizes[1] == sizes[2]
