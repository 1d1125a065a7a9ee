"""Everything that people read is there in Swedish and in English."""

from __future__ import annotations

import ast
import re
import shutil
from io import BytesIO
from pathlib import Path

import catalogues
import pytest
from babel.messages.pofile import read_po
from conftest import ROOT, Press

from pressrum.language import Language
from pressrum.make.pages import templates

FIELD = re.compile(r"\{\w+\}|%\(\w+\)s")


def test_catalogue_holds_every_text_and_no_other() -> None:
    """The Swedish catalogue is what `make catalogues` gives."""
    assert catalogues.PO.read_bytes() == catalogues.written(catalogues.merged())


def test_every_text_is_translated() -> None:
    """No text is left without a translation, and each translation keeps the text's parameters."""
    for message in catalogues.known():
        if message.id:
            ids = [message.id] if isinstance(message.id, str) else [*message.id]
            strings = [message.string or ""] if isinstance(message.string, str) else [*(message.string or "")]
            assert all(strings), message.id
            fields = {field for text in ids for field in FIELD.findall(text)}
            assert {field for text in strings for field in FIELD.findall(text)} == fields, message.id


def test_compiled_catalogue_is_fresh() -> None:
    """The compiled catalogue is made of the one that people edit."""
    fresh = catalogues.compiled(read_po(BytesIO(catalogues.PO.read_bytes()), locale="sv"))

    assert catalogues.PO.with_suffix(".mo").read_bytes() == fresh


def test_texts_stand_where_the_collector_finds_them() -> None:
    """No text is marked inside an f-string, where Babel does not look."""
    hidden = [
        (file.name, call.lineno)
        for file in (ROOT / "pressrum").rglob("*.py")
        for part in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(part, ast.JoinedStr)
        for call in ast.walk(part)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in MARKS
    ]

    assert hidden == []


MARKS = {"say", "gettext", "ngettext"}


def test_whole_site_asks_for_no_unknown_text(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build asks the Swedish catalogue only for texts that it holds."""
    asked: set[str] = set()
    told = Language.gettext

    def listen(self: Language, text: str) -> str:
        asked.add(text)
        return told(self, text)

    monkeypatch.setattr(Language, "gettext", listen)
    templates._environment.cache_clear()  # noqa: SLF001 - it has kept the catalogue of another test
    press.build()
    templates._environment.cache_clear()  # noqa: SLF001

    known = {message.id for message in catalogues.known()}
    assert asked - known == set()
    assert len(asked) > 15


def test_english_site_says_nothing_in_swedish(tmp_path: Path) -> None:
    """With `language: en` no Swedish words of ours stand in any page, feed or calendar."""
    press = Press(shutil.copytree(ROOT / "tests/cases/english", tmp_path / "site"))
    shutil.copytree(ROOT / "templates", press.root / "templates")
    shutil.copyfile(ROOT / "stockholm-districts.geojson", press.root / "districts.geojson")
    press.edit("site.yaml", "tour:\n", "tour:\n  map: districts.geojson\n")
    press.write("content/releases/a.md", "---\ntitle: A\ndate: 2024-03-02\nretracted: Wrong day.\n---\nC\n")
    press.write(
        "content/releases/♥.md", "---\ntitle: ♥\ndate: 2024-03-03\nslug: x\n---\n## ♥\n\nA[^1]\n\n[^1]: B\n"
    )
    press.build("2024-03-20T08:00")
    texts = [message for message in catalogues.known() if isinstance(message.id, str) and message.id]
    swedish = {str(text.string) for text in texts} - {str(text.id) for text in texts}
    words = "|".join(map(re.escape, sorted(swedish | {"Tillbaka till texten", "rubrik", "kl."})))
    said = [
        (name, found)
        for name, content in press.tree().items()
        if name.endswith((".html", ".xml", ".json", ".ics"))
        for found in re.findall(rf"(?<!\w)(?:{words})(?!\w)", content.decode())
    ]

    assert len(swedish) > 200
    assert said == []
