"""The JSON Schemas: what the build takes passes, in the eyes of an editor; what it cannot take does not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from yaml12 import read

from pressrum.errors import BadSource
from pressrum.fields.base import Fields, fields_of
from pressrum.fields.tour import MeetingFields
from pressrum.language import Language
from pressrum.make.schema import FORMATS, render_schema
from pressrum.parse.release import parse_page, parse_release
from pressrum.parse.setting import Setting
from pressrum.parse.site import parse_site
from pressrum.parse.text import decode
from pressrum.parse.tour import parse_tour

ZONE, NEAR = ZoneInfo("Europe/Stockholm"), date(2016, 11, 28)
SETTING = Setting(ZONE, "sv", "https://press.example/")
VALIDATORS = {name: Draft202012Validator(json.loads(render_schema(name, Language("sv")))) for name in FORMATS}
FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)


def complaints(name: str, text: str) -> list[str]:
    """Give what an editor would underline in `text`."""
    return [error.message for error in VALIDATORS[name].iter_errors(read(text))]


def taken(name: str, text: str) -> bool:
    """Whether the build takes `text`, a whole source."""
    try:
        if name == "site":
            parse_site(text, NEAR)
        elif name == "tour":
            parse_tour(text, ZONE, 90, NEAR)
        elif name == "release":
            parse_release(text, "content/releases/a.md", SETTING, NEAR)
        else:
            parse_page(text, "content/pages/a.md", SETTING, NEAR)
    except BadSource:
        return False
    return True


def sources() -> Iterator[tuple[str, Path]]:
    """Give the sources of the sample, the golden sites and the site that has every kind of page."""
    sites = [ROOT, ROOT / "tests/rich", *(file.parent for file in ROOT.glob("tests/cases/*/site.yaml"))]
    for site in sites:
        yield from ((name, site / f"{name}.yaml") for name in ("site", "tour"))
        for name in ("release", "page"):
            yield from ((name, file) for file in sorted(site.glob(f"content/{name}s/**/*.md")))


SOURCES = [(name, file) for name, file in sources() if file.exists()]


@pytest.mark.parametrize("name", FORMATS)
def test_each_is_a_schema(name: str) -> None:
    """The schemas themselves are right by the dialect that they name."""
    Draft202012Validator.check_schema(VALIDATORS[name].schema)


@pytest.mark.parametrize(("name", "file"), SOURCES, ids=[str(file.relative_to(ROOT)) for _, file in SOURCES])
def test_every_source_that_builds_passes(name: str, file: Path) -> None:
    """An editor underlines nothing in a source that the build takes."""
    text = decode(file.read_bytes(), file.name)
    if not taken(name, text):
        return
    front = FRONT.match(text)

    assert complaints(name, front[1] if front and file.suffix == ".md" else text) == []


def test_there_are_sources_of_every_format() -> None:
    """The test above looks at some of each."""
    counts = {
        name: sum(taken(name, decode(file.read_bytes(), "")) for kind, file in SOURCES if kind == name)
        for name in FORMATS
    }

    assert min(counts.values()) >= 4, counts


# fmt: off
VALUES = (
    "Södermalm", "2016", "true", "nej", "Ja", "JA", "18.00", "18:00", "18", "kl. 18–19.30", "0701234567",
    "29 nov 2016", "2016-11-29", "2016-12-11 10.15", "tisdag 29 november 2016", '"90"', "90", "0090", "",
    '""', "på", "[]", "[a, 1, true]", "Delvis", "inte förenlig", "1e3", "a-b", "08-508 29 000", "'5'", "{}",
    "59.3121, 18.0510", "/gammal/", '"#c8102e"', "a@b.se", "https://a.se/", "bild.jpg", "sv", "so",
    "Europe/Stockholm", "{name: A, phone: 08-508 29 000}",
    "{a: {name: 7, phone: 0701234567, until: 2017-01-01}}",
    "[{date: 2016-12-11, text: 5}]", "{file: 1.jpg, alt: 2, credit: true}", "{meeting_length: 45, map: }",
    "{contact: https://a.se/, expires: 2017-01-01}", "{controller: 5}",
)
# fmt: on
"""What may stand after a field's name, right or wrong; but for a tilde, which is nothing to YAML."""
FIRST = {
    "site": "title: A\nurl: https://a.se\ncontacts: {a: {name: A, email: a@b.se}}\n",
    "tour": "title: A\n",
    "release": "title: A\ndate: 2016-11-28\n",
    "page": "title: A\n",
}
"""What must be there, for each format."""


def names(model: type[Fields]) -> list[str]:
    """Give the fields that may be left out, as they are written."""
    return [name for name, field in fields_of(model).items() if not field.is_required()]


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_build_takes_passes(name: str) -> None:
    """No field with a value that the build takes is underlined."""
    texts = [f"{FIRST[name]}{field}: {value}\n" for field in names(FORMATS[name]) for value in VALUES]
    fence = "---\n" if name in ("release", "page") else ""
    good = [text for text in texts if taken(name, f"{fence}{text}{fence}")]

    assert len(good) > 20
    assert [(text, wrong) for text in good if (wrong := complaints(name, text))] == []


def test_what_the_build_takes_of_a_meeting_passes() -> None:
    """No field of a meeting with a value that the build takes is underlined."""
    meeting = f"{FIRST['tour']}meetings:\n- district: A\n  date: 2016-11-28\n  time: 12\n"
    texts = [
        f"{meeting}  {field}: {value}\n".replace("  time: 12\n  time", "  time")
        for field in names(MeetingFields)
        for value in VALUES
    ]
    good = [text for text in texts if taken("tour", text)]

    assert len(good) > 200
    assert [(text, wrong) for text in good if (wrong := complaints("tour", text))] == []


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_build_cannot_take_is_underlined(name: str) -> None:
    """An unknown key and a missing field are told, at every depth."""
    assert complaints(name, FIRST[name]) == []
    assert len(complaints(name, FIRST[name] + "rubrik: B\n")) == 1
    assert complaints(name, FIRST[name].partition("\n")[2] or "{}") != []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("site", "contacts: {a: {email: a@b.se}}"),
        ("site", "accessibility: {status: delvis}"),
        ("site", "search: kanske"),
        ("site", "accent: röd"),
        ("tour", "meetings: [{district: A}]"),
        ("tour", "meetings: [{district: A, date: 2016-11-29, tid: 18.00}]"),
        ("tour", "meetings: [{district: A, date: 2016-11-29, cancelled: }]"),
        ("release", "draft: "),
        ("release", "retracted: true"),
        ("release", "image: {file: a.jpg}"),
        ("release", "corrections: [{text: A}]"),
        ("page", "slug: Å"),
    ],
)
def test_a_slip_is_underlined(name: str, line: str) -> None:
    """What an editor can see is wrong, it says while one writes."""
    text = "\n".join(old for old in FIRST[name].splitlines() if old[:4] != line[:4])

    assert complaints(name, f"{text}\n{line}\n") != []


def models(model: type[Fields] = Fields) -> Iterator[type[Fields]]:
    """Give every model of fields."""
    for child in model.__subclasses__():
        yield child
        yield from models(child)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("model", tuple(dict.fromkeys(models())))
def test_each_example_is_one_that_its_field_takes(model: type[Fields], language: str) -> None:
    """What is shown as an example of a field can be read, and each field that is no map of fields has one."""
    for name, field in fields_of(model).items():
        inner = FIELDS_WITHIN.search(str(field.annotation))
        assert bool(inner) != bool(field.examples), name
        for example in field.examples or ():
            said = Language(language).gettext
            written = [said(part) for part in example] if isinstance(example, list) else said(example)
            given_alone = {name: written}
            wrong = _wrong(model, given_alone)
            assert [detail for detail in wrong if detail["loc"][:1] == (name,)] == []


def test_an_english_office_has_english_examples() -> None:
    """Editors show examples in the site's language."""
    shown = {
        code: json.loads(render_schema("tour", Language(code)))["properties"]["title"]
        for code in ("sv", "en")
    }

    assert shown["sv"]["examples"] == ["Gör din röst hörd"]
    assert shown["en"]["examples"] == ["Make your voice heard"]


FIELDS_WITHIN = re.compile(r"pressrum\.fields\.")


def _wrong(model: type[Fields], written: dict[str, Any]) -> list[Any]:
    try:
        model.model_validate(written, context={"zone": ZONE, "near": NEAR})
    except ValidationError as error:
        return list(error.errors())
    return []


@pytest.mark.parametrize("name", FORMATS)
def test_the_schemas_of_the_sample_are_fresh(name: str) -> None:
    """The sample's .schema folder is what `build.py schema --write` gives."""
    assert (ROOT / f".schema/{name}.json").read_bytes() == render_schema(name, Language("sv"))


@pytest.mark.parametrize("name", ["site", "tour"])
def test_editors_find_the_schema(name: str) -> None:
    """The sample's two YAML files name their schemas on the first line, for editors."""
    first = (ROOT / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]

    assert first == f"# yaml-language-server: $schema=.schema/{name}.json"
    assert (ROOT / first.partition("=")[2]).is_file()


def test_vs_code_finds_the_schema_of_every_source() -> None:
    """Its settings name schemas that are there, for texts and for a site.yaml and tour.yaml of one's own."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    covered = {file for pattern in settings["yaml.schemas"].values() for file in ROOT.glob(pattern)}

    assert [name for name in settings["yaml.schemas"] if not (ROOT / name).is_file()] == []
    assert covered == {ROOT / "site.yaml", ROOT / "tour.yaml", *ROOT.glob("content/**/*.md")}


def test_descriptions_are_in_the_language_of_the_site() -> None:
    """An editor shows what a field is for in Swedish or English."""
    swedish, english = (json.loads(render_schema("tour", Language(code))) for code in ("sv", "en"))

    assert swedish["properties"]["title"]["description"] == "Turnéns namn."
    assert english["properties"]["title"]["description"] == "The name of the tour."
