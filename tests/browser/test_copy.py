"""The text of a release, and what to pass on of a meeting, can be copied with one press."""

from __future__ import annotations

import pytest
from conftest import Press
from peer import web_host
from playwright.sync_api import Browser
from rich import Rich


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
def test_text_is_copied(press: Press, browser: Browser, address: str, copied: list[str]) -> None:
    """One press puts the whole text on the clipboard, and a screen reader is told so."""
    press.build()
    with (
        web_host(press.root / "output") as url,
        browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context,
    ):
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


def test_without_script_nothing_promises_to_copy(press: Press, browser: Browser) -> None:
    """The button is there only where it works."""
    press.build()
    with web_host(press.root / "output") as url, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{url}/pressmeddelanden/2016/oppet-mote/")

        assert not page.get_by_text("Kopiera texten").is_visible()
