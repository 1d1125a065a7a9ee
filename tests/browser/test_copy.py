"""The text of a release, and what to pass on of a meeting, can be copied with one press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import small
from peer import web_host
from playwright.sync_api import Browser
from rich import Rich


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a small site."""
    press = small(tmp_path_factory.mktemp("copy"))
    press.build()
    with web_host(press.root / "output") as url:
        yield url


def copied(browser: Browser, address: str) -> str:
    """Press the button on a page while the tour goes on, and give what it says that it has copied."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.clock.set_fixed_time("2016-12-01T12:00:00+01:00")
        page.goto(address)
        page.get_by_role("button", name="Kopiera texten").click()
        page.get_by_role("status").get_by_text("Texten är kopierad.").wait_for()
        text: str = page.evaluate("navigator.clipboard.readText()")
        return text


def test_what_is_copied_of_a_release_is_its_plain_text(rich: Rich, browser: Browser) -> None:
    """One press puts on the clipboard what the file beside the page says, letter by letter."""
    folder = "/pressmeddelanden/2016/allt-i-en-text/"

    text = copied(browser, rich.url + folder)

    plain = rich.output / f"{folder[1:]}allt-i-en-text.txt"
    assert f"{text}\n" == plain.read_text(encoding="utf-8")


def test_what_is_to_be_passed_on_of_a_meeting_is_copied(url: str, browser: Browser) -> None:
    """One press puts it on the clipboard, with the address of the meeting."""
    text = copied(browser, f"{url}/turne/skarholmen/")

    assert "Gör din röst hörd: Skärholmen" in text
    assert "https://press.example/turne/skarholmen/" in text


def test_without_script_nothing_promises_to_copy(url: str, browser: Browser) -> None:
    """The button is there only where it works."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{url}/pressmeddelanden/2016/oppet-mote/")

        assert not page.get_by_text("Kopiera texten").is_visible()
