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


@pytest.mark.parametrize(
    ("address", "copied"),
    [
        (
            "/pressmeddelanden/2016/oppet-mote/",
            ["Öppet möte", "måndag 28 november 2016 kl. 09.00", "Välkommen till mötet.", "Anna Ek"],
        ),
        ("/turne/sodermalm/", ["Gör din röst hörd: Södermalm", "https://press.example/turne/sodermalm/"]),
    ],
)
def test_text_is_copied(url: str, browser: Browser, address: str, copied: list[str]) -> None:
    """One press puts the whole text on the clipboard, and a screen reader is told so."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(url + address)
        page.get_by_role("button", name="Kopiera texten").click()
        page.get_by_text("Texten är kopierad.").wait_for()
        text = page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")

        assert [words for words in copied if words not in text] == []
        assert page.get_by_role("status").inner_text() == "Texten är kopierad."


def test_copied_text_is_without_pictures(rich: Rich, browser: Browser) -> None:
    """A credit without its picture, and a link to what is not there, are not copied with the text."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(rich.url + "/pressmeddelanden/2016/torget/")
        page.get_by_role("button", name="Kopiera texten").click()
        page.get_by_text("Texten är kopierad.").wait_for()
        text = page.evaluate("navigator.clipboard.readText()")

        assert "Så här är det tänkt.\n\nBilderna får användas fritt." in text


def test_without_script_nothing_promises_to_copy(url: str, browser: Browser) -> None:
    """The button is there only where it works."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{url}/pressmeddelanden/2016/oppet-mote/")

        assert not page.get_by_text("Kopiera texten").is_visible()
