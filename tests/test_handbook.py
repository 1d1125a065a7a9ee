"""The staff's handbook holds, in both languages: every field, report and command in it, against the program.

A report in a handbook is one that the command gives on the sample site with the handbook's
own example in it; what is done to the site before stands in `books.scenes`, by heading and in order.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import pytest
from babel.messages.pofile import read_po
from books import BOOKS, CODE, KUNGSHOLMEN, NOW, Book, Scene, scenes
from conftest import ROOT, Press

from build import build
from pressrum.edges import commands
from pressrum.fields.base import Fields, fields_of
from pressrum.parse.site import parse_site
from pressrum.written.clocks import Times, parse_times
from pressrum.written.moments import parse_moment

SOURCES = ("site.yaml", "tour.yaml", "published.json", "stockholm-districts.geojson", "content", "templates")
DAY = date(2016, 11, 28)
"""The day of all forms in which one may be written."""
CATALOGUE = ROOT / "pressrum/locale/sv/LC_MESSAGES/pressrum.po"
PARAMETER = re.compile(r"\\\{\w+\\\}|%\\\(\w+\\\)s")
"""One of a text, as a regular expression has it."""
TOLD = [
    pytest.param(book, heading, number, scene, id=f"{heading}-{number}")
    for book in BOOKS
    for heading, told in scenes(book).items()
    for number, scene in enumerate(told)
]
of_both = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.path)


def seconds(now: str) -> str:
    """Give a local time as `SOURCE_DATE_EPOCH` takes it."""
    return str(int(datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("Europe/Stockholm")).timestamp()))


def answer(command: tuple[str, ...], press: Press) -> None:
    """Run a command in the site's folder, whatever it ends with."""
    with pytest.raises(SystemExit):
        commands.group(
            [*command, "--site", "."], prog_name="build.py", obj=commands.Desk(build, press.root, None)
        )


def set_up(scene: Scene, press: Press) -> None:
    """Do to the site what the scene says."""
    for path, old, new in scene.edits:
        press.edit(path, old, new)
    if scene.removed:
        (press.root / scene.removed).unlink()
    if scene.added[0]:
        press.write(*scene.added)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[Book, Path]:
    """Give the sample site as it is when it has been built, for the readers of each handbook."""
    return {book: sample_for(book, tmp_path_factory.mktemp("sample")) for book in BOOKS}


def sample_for(book: Book, root: Path) -> Path:
    """Make it; one that is in another language than the sample's has a record of its own."""
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, root / name)
    set_up(Scene(book.sample, removed="published.json" if book.sample else ""), Press(root))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", seconds(NOW))
        Press(root).build(None)
    return root


@pytest.mark.parametrize(("book", "heading", "number", "scene"), TOLD)
def test_a_report_in_the_handbook_is_the_commands_own(
    book: Book,
    heading: str,
    number: int,
    scene: Scene,
    samples: dict[Book, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command answers what the handbook quotes, word for word."""
    press = Press(shutil.copytree(samples[book], tmp_path / "site"))
    monkeypatch.chdir(press.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds(NOW))
    press.write(book.example, book.release)
    if scene.built:
        press.build(None)
    set_up(scene, press)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds(scene.now))
    capsys.readouterr()
    answer(scene.command, press)
    printed = capsys.readouterr()
    report = book.reports()[heading][number]
    told = (printed.err or printed.out).strip()

    assert report == (told if re.search(book.end, report) else re.sub(book.end, "", told))


@of_both
def test_every_report_in_the_handbook_is_tried(book: Book) -> None:
    """No report stands in the handbook without a scene that gives it."""
    quoted = {heading: len(found) for heading, found in book.reports().items()}

    assert quoted == {heading: len(told) for heading, told in scenes(book).items()}


@of_both
def test_an_example_for_site_yaml_can_be_read(book: Book) -> None:
    """What the handbook shows of site.yaml is good as it stands."""
    site = (ROOT / "site.yaml").read_text(encoding="utf-8").partition("accessibility:")[0]
    for heading in book.statements:
        found = next(block for above, block in book.blocks() if above == heading)

        assert parse_site(f"{site}{found}\n", date(2016, 11, 28)).fields.title


def models(model: type[Fields] = Fields) -> Iterator[type[Fields]]:
    """Give every model of fields."""
    for child in model.__subclasses__():
        yield child
        yield from models(child)


@of_both
@pytest.mark.parametrize("model", tuple(dict.fromkeys(models())))
def test_every_field_stands_in_the_handbook(model: type[Fields], book: Book) -> None:
    """Each field of each format is named in the handbook as it is written."""
    assert fields_of(model).keys() - set(CODE.findall(book.text)) == set()


@of_both
def test_every_make_command_in_the_handbook_is_there(book: Book) -> None:
    """Each target and each variable of make that the handbook names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for line in re.findall(r"(?m)^([a-z][a-z -]*):(?!=)", makefile) for name in line.split()}
    named = set(re.findall(r"\bmake ([a-z-]+)", book.code()))
    variables = set(re.findall(r"\b([A-Z]{2,})=", book.code()))

    assert named >= {"status", "next", "forget"}
    assert named - targets == set()
    assert variables >= {"NOW", "OUTPUT", "WHAT"}
    assert [name for name in variables if not re.search(rf"\$\({name}\)|\$\${name}\b", makefile)] == []


@of_both
def test_every_command_in_the_handbook_is_there(book: Book) -> None:
    """Each command and each option of the program that the handbook names is one that it has."""
    context = click.Context(commands.group)
    given_to = [part for name in commands.PARTS if (part := commands.group.get_command(context, name))]
    for group in [part for part in given_to if isinstance(part, click.Group)]:
        given_to += group.commands.values()
    options = {option for part in given_to for parameter in part.params for option in parameter.opts}
    named = set(re.findall(r"\bbuild\.py ([a-z]+)", book.code()))
    given = set(re.findall(r"(?<!\S)--[a-z]+", book.code()))

    assert named >= {"status", "next", "forget"}
    assert named - set(commands.PARTS) == set()
    assert given >= {"--now", "--output"}
    assert given - options == {"--help"}


@of_both
def test_phones_say_what_the_handbook_says_that_they_do(
    book: Book, samples: dict[Book, Path], tmp_path: Path
) -> None:
    """The line on a moved meeting is the calendar's own, and the page has it under the word that is named."""
    press = Press(shutil.copytree(samples[book], tmp_path / "site"))
    said = re.search(f"`{book.changed}`", book.text)
    assert said
    moved = KUNGSHOLMEN.replace("2017-03-16", "2017-03-17").replace(
        "}", f', time: "{said[4]}", place: {said[5]}}}'
    )
    press.edit("tour.yaml", KUNGSHOLMEN, moved)
    press.build("2016-12-07T12:00")

    calendar, page = next(
        (file, file.with_name("index.html")) for file in press.root.glob("output/*/kungsholmen/*.ics")
    )
    assert said[0].strip("`") in calendar.read_text(encoding="utf-8").replace("\n ", "").replace("\\,", ",")
    assert f'<strong class="label">{book.moved}</strong> {said[1]}:' in page.read_text(encoding="utf-8")


@of_both
def test_what_the_handbook_quotes_is_said(book: Book) -> None:
    """What it has in quotation marks, and sentences in code marks, are words of the pages or the commands."""
    prose = " ".join(
        line for line in book.text.split("\n") if not line.startswith(("    ", '| "', "| ”", "| “"))
    )
    quoted = re.findall(r"[“”]([^“”]+)”", prose) + re.findall(r"`(?:fel: |error: )?([^`]+ [^`]+\.)`", prose)
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    said = [str(message.string if book.language == "sv" else message.id) for message in messages]
    patterns = [re.compile(PARAMETER.sub(".+", re.escape(text)) + "(?: .+)?") for text in said]

    assert quoted
    assert [
        words
        for words in quoted
        if words not in book.spoken and not any(pattern.fullmatch(words) for pattern in patterns)
    ] == []


@of_both
def test_a_day_may_be_written_as_the_handbook_says(book: Book) -> None:
    """Each form in its table of days is read as the day that all are of, at midnight or at nine."""
    section = book.text.partition(f"\n### {book.days}\n")[2].partition("\n#")[0]
    rows = re.findall(r"(?m)^\| (`.*) \| (.*) \|$", section)
    forms = [(form, bool(re.search(r"\b0?9\b", means))) for row, means in rows for form in CODE.findall(row)]

    assert forms
    for form, at_nine in forms:
        assert parse_moment(form, date(2016, 1, 1)) == datetime.combine(DAY, time(9 * at_nine)), form


@of_both
def test_an_hour_may_be_written_as_the_handbook_says(book: Book) -> None:
    """Each form of the hour of a meeting is read as six in the evening, maybe until half past seven."""
    forms = CODE.findall(book.text.partition(f"\n{book.hours}")[2].partition(". ")[0])

    assert forms
    for form in forms:
        assert parse_times(form) == Times(time(18), time(19, 30) if "30" in form else None), form


def test_both_have_the_same_parts() -> None:
    """What one handbook tells has its place in the other."""
    levels = [re.findall(r"(?m)^(#+) ", book.text) for book in BOOKS]
    rows = [len(re.findall(r"(?m)^\| ", book.text)) for book in BOOKS]

    assert levels[0] == levels[1]
    assert rows[0] == rows[1]
