"""Style sheets lead to fonts, pictures and each other under the names that these are published by."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from conftest import Press
from photo import picture

STYLE = "templates/assets/style.css"


def style(press: Press, css: str) -> None:
    """Write a style sheet after our own."""
    own = (Path(__file__).parents[2] / STYLE).read_text(encoding="utf-8")
    press.write(STYLE, f"{own}\n{css}\n")


def published(press: Press, name: str) -> str:
    """Give the name under which the asset `name` is published."""
    stem, _, ending = name.rpartition(".")
    (found,) = [file for file in press.tree() if re.fullmatch(rf"assets/{stem}\.\w{{10}}\.{ending}", file)]
    return found


def asked_for(press: Press, name: str) -> list[str]:
    """Give the files that the style sheet `name` asks for, as a browser would find them."""
    sheet = published(press, name)
    addresses = re.findall(r"""(?:url\(|@import )["']?([^"'()]+)""", press.tree()[sheet].decode())
    return [unquote(urljoin(sheet, address)).partition("#")[0] for address in addresses]


def test_what_a_style_sheet_names_is_there(press: Press) -> None:
    """Fonts, pictures and other sheets are asked for by their published names, in folders too."""
    press.write("templates/assets/font.woff2", b"font")
    press.write("templates/assets/bilder/min logga.png", picture("PNG"))
    press.write("templates/assets/css/extra.css", "b { background: url('../bilder/min%20logga.png') }")
    style(
        press,
        'a { src: url("font.woff2"); mask: url(icon.svg#a) }\n@import "css/extra.css";\n@import "theme.css";',
    )
    press.build()

    names = ("font.woff2", "icon.svg", "css/extra.css", "theme.css")
    assert asked_for(press, "style.css") == [published(press, name) for name in names]
    assert asked_for(press, "css/extra.css") == [published(press, "bilder/min logga.png")]
    for name in ("style.css", "css/extra.css"):
        sheet = published(press, name)
        assert hashlib.sha256(press.tree()[sheet]).hexdigest()[:10] in sheet


def test_a_sheet_that_names_nothing_is_published_to_the_byte(press: Press) -> None:
    """Without an address of ours even what is no UTF-8 stays as it is."""
    press.write("templates/assets/old.css", b"/* \xe5 */\r\na { mask: url(#a) }")
    press.build()

    assert press.tree()[published(press, "old.css")] == b"/* \xe5 */\r\na { mask: url(#a) }"


def test_another_picture_changes_all_that_lead_to_it(press: Press) -> None:
    """A changed picture changes the names of the sheets that show it, and the pages; as in a clean build."""
    press.write("templates/assets/logga.png", picture("PNG"))
    press.write("templates/assets/extra.css", "a { background: url(logga.png) }")
    style(press, "@import 'extra.css';")
    press.build()
    before = published(press, "style.css")
    press.write("templates/assets/logga.png", picture("PNG", (300, 200)))
    press.build()
    after = published(press, "style.css")

    assert before != after
    assert after in press.page("/")
    assert asked_for(press, "extra.css") == [published(press, "logga.png")]
    assert press.tree() == press.clean()


@pytest.mark.parametrize(
    ("css", "column", "told", "hint"),
    [
        ("a { src: url('fnt.woff2') }", 15, "fnt.woff2", "write font.woff2"),
        ("a { src: url(bilder/logo.png) }", 14, "bilder/logo.png", "write bilder/logga.png"),
        ("a { src: url(/assets/font.woff2) }", 14, "/assets/font.woff2", "write font.woff2"),
        (
            '@import "helt-annat.css";',
            10,
            "helt-annat.css",
            "save it as a file in templates/assets/ and use it from there, or remove it",
        ),
    ],
)
def test_an_address_that_leads_nowhere_is_a_mistake(
    press: Press, css: str, column: int, told: str, hint: str
) -> None:
    """What a sheet names and is not there is told at its place, with the nearest that is."""
    press.write("templates/assets/font.woff2", b"font")
    press.write("templates/assets/bilder/logga.png", picture("PNG"))
    press.write(STYLE, f"b {{}}\n{css}\n")

    assert press.reports() == [f'{STYLE}:2:{column}: there is no file "{told}" in templates/assets/ | {hint}']


def test_what_is_near_is_told_as_seen_from_the_sheet(press: Press) -> None:
    """A sheet in a folder is told the way from there."""
    press.write("templates/assets/my font.woff2", b"font")
    press.write("templates/assets/css/extra.css", "a { src: url('my fnt.woff2') }")

    (told,) = press.reports()
    assert told.startswith("templates/assets/css/extra.css:1:15: ")
    assert told.endswith(" | write ../my%20font.woff2")


@pytest.mark.parametrize(
    ("sheets", "told"),
    [
        ({"a.css": "\n@import 'a.css';"}, "a.css:2:10: a.css → a.css"),
        (
            {"a.css": '@import "b.css";', "b.css": "@import url(c.css);", "c.css": "@import url(a.css);"},
            "a.css:1:10: a.css → b.css → c.css → a.css",
        ),
    ],
)
def test_sheets_in_a_circle_are_a_mistake(press: Press, sheets: dict[str, str], told: str) -> None:
    """Sheets that import each other have no names by their content: it is told where they do."""
    for name, text in sheets.items():
        press.write(f"templates/assets/{name}", text)
    place, _, names = told.partition(": ")

    words = f"the style sheets fetch each other in a circle: {names} | remove one of the addresses"
    assert press.reports() == [f"templates/assets/{place}: {words}"]
