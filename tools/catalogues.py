"""Bring the Swedish catalogue up to date: `make catalogues`.

Collects every text from the code and the templates, adds new ones to the catalogue without
a translation, drops those that are no longer said, and compiles. `tests/test_catalogues.py`
fails on a text without a translation and on a compiled catalogue that is stale.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "pressrum" / "locale" / "sv" / "LC_MESSAGES" / "pressrum.po"
KEYWORDS = {
    "say": None, "gettext": None, "_": None, "ngettext": (1, 2), "field": (1,), "phrase": None,
}  # fmt: skip


def collect() -> Catalog:
    """Give a catalogue of everything that is said, without places: they would change with every line."""
    template = Catalog(project="pressrum", charset="utf-8")
    for folder in ("pressrum", "templates"):
        found = extract_from_dir(
            str(ROOT / folder),
            method_map=[("**.py", "python"), ("**.html", "jinja2")],
            options_map={"**.html": {"trimmed": "true"}},
            keywords=KEYWORDS,
        )
        for _, _, message, _, _ in found:
            template.add(message)
    return template


def known() -> Catalog:
    """Give the catalogue as it is."""
    return read_po(BytesIO(PO.read_bytes()), locale="sv", domain="pressrum")


def merged() -> Catalog:
    """Give the catalogue as it should be: every text that is said, with the translations that it has."""
    old, new = known(), Catalog("sv", domain="pressrum", fuzzy=False)
    for message in sorted(collect(), key=lambda message: str(message.id)):
        if message.id:
            had = old.get(message.id if isinstance(message.id, str) else message.id[0])
            new.add(message.id, had.string if had else "")
    return new


def written(catalogue: Catalog) -> bytes:
    """Give the catalogue as a .po file without anything that changes by itself."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=110, omit_header=True, sort_output=True)
    return HEADER + buffer.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Give the catalogue as a .mo file; the moment at which it is made is left out of it."""
    catalogue.creation_date = catalogue.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


HEADER = (
    b'# The Swedish of pressrum, for pages and for messages.\nmsgid ""\nmsgstr ""\n'
    b'"Language: sv\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)

if __name__ == "__main__":
    catalogue = merged()
    PO.write_bytes(written(catalogue))
    PO.with_suffix(".mo").write_bytes(compiled(read_po(BytesIO(written(catalogue)), locale="sv")))
    missing = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} texts, {len(missing)} without a translation")
