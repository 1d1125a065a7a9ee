"""The command line: what each command says, and what it exits with."""

from __future__ import annotations

import json
import ntpath
import os
import subprocess
import sys

import click
import pytest
from conftest import ROOT, SITE, Press, run, typed

from pressrum.edges.commands import PARTS, group
from pressrum.edges.forget import read_record
from pressrum.edges.lock import alone
from pressrum.edges.source_files import way_to
from pressrum.make.schema import FORMATS


def test_no_command_is_build(press: Press) -> None:
    """Without a command the site is built, for the moment that `--now` names, and what was done is told."""
    done = run(press, "--now", "2016-11-27T12:00")

    assert (done.returncode, done.stderr) == (0, "")
    assert "index.html" in press.tree()
    assert done.stdout == (
        f"{len(press.tree())} filer skrivna till output\n"
        f"  nya ({len(press.tree())}): /, /integritet/, /kalender/, /pressmeddelanden/, /turne/,"
        f" /turne/skarholmen/, /turne/sodermalm/, /.htaccess, och {len(press.tree()) - 8} till\n"
        "Öppna output/index.html i en webbläsare.\n"
        "Inte publicerat än:\n"
        "  content/releases/2016-11-28-oppet-mote.md: från måndag 28 november 2016 kl. 09.00\n"
        "Webbplatsen ändras av sig själv härnäst måndag 28 november 2016 kl. 09.00. Bygg om då.\n"
    )


def test_mistakes_exit_with_1_and_no_traceback(press: Press) -> None:
    """Mistakes in the sources are told on standard error, and the status is 1."""
    press.write("tour.yaml", "title: Gör din röst hörd\nmeetings:\n  - {district: Farsta}\n")

    done = run(press, "build", "--now", "2016-12-01T12:00")

    assert done.returncode == 1
    assert done.stderr == (
        'tour.yaml:3:5: fel: "date" saknas\n'
        "  tips: skriv till innanför klamrarna: date: …\n"
        "\n"
        "1 fel. Webbplatsen är som den var: ingenting har ändrats.\n"
    )
    assert press.tree() == {}


@pytest.mark.parametrize("words", [["bygg"], ["build", "--fort"], ["build", "--now", "i går"]])
def test_wrong_usage_exits_with_2(press: Press, words: list[str]) -> None:
    """An unknown command, an unknown option and a moment that is none are wrong usage."""
    done = run(press, *words)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_told_in_the_language_of_the_site(press: Press) -> None:
    """What was mistyped is named, and where to look."""
    done = run(press, "bygg")

    assert done.stderr == (
        'fel: det finns inget kommando "bygg"\n  tips: build.py --help räknar upp kommandona\n'
    )


def test_machine_trouble_exits_with_3(press: Press) -> None:
    """Another command at work is the machine's trouble, said in a sentence."""
    with alone(press.root / "output"):
        done = run(press, "build", "--now", "2016-12-01T12:00")

    assert done.returncode == 3
    assert done.stderr == (
        "fel: ett annat kommando arbetar i output\n  tips: vänta tills det är klart, och kör igen\n"
    )


def test_output_that_is_a_file_exits_with_3(press: Press) -> None:
    """A file where output/ should be is told calmly, and stays."""
    press.write("output", "hej")

    done = run(press, "build", "--now", "2016-12-01T12:00")

    assert done.returncode == 3
    assert done.stderr == (
        "fel: output är en fil, och webbplatsen behöver en mapp där\n"
        "  tips: flytta undan filen, eller ange en egen mapp: OUTPUT=then (utan make: --output then)\n"
    )
    assert (press.root / "output").read_text() == "hej"


def test_a_year_is_guessed_near_the_moment_that_is_named(press: Press) -> None:
    """A day without a year is offered as it is likely at --now, and not as it is today."""
    press.write("tour.yaml", "title: T\nmeetings:\n  - {district: Farsta, date: 20 mars}\n")

    done = typed(press, "build", "--now", "2016-12-01", "--output", "then")

    assert "  tips: skriv 2017-03-20\n" in done.stderr


def test_next_gives_an_instant_for_a_timer(press: Press) -> None:
    """`next` prints the next change as ISO 8601 and nothing else."""
    done = typed(press, "next", "--now", "2016-11-28T08:00")

    assert (done.returncode, done.stdout) == (0, "2016-11-28T09:00:00+01:00\n")


def test_source_date_epoch_is_the_moment(press: Press) -> None:
    """SOURCE_DATE_EPOCH stands for the clock when `--now` is not given."""
    done = typed(press, "next", SOURCE_DATE_EPOCH="1480316400")

    assert done.stdout == "2016-11-28T09:00:00+01:00\n"


def test_status_tells_what_waits_and_what_is_missing(press: Press) -> None:
    """`status` lists drafts, texts to come, to go and gone, and meetings with what they lack."""
    press.write("content/releases/u.md", "---\ntitle: U\ndate: 2016-11-01\ndraft: ja\n---\nText.\n")
    press.write("content/releases/v.md", "---\ntitle: V\ndate: 2016-11-01\nexpires: 2016-12-24\n---\nText.\n")
    for name, end in (("w", "2016-11-28 08.00"), ("x", "2016-11-02")):
        press.write(
            f"content/releases/{name}.md", f"---\ntitle: W\ndate: 2016-11-01\nexpires: {end}\n---\nText.\n"
        )
    tour = (press.root / "tour.yaml").read_text()
    press.write("tour.yaml", tour + "  - {district: Farsta, date: 2017-02-05, cancelled: Snö}\n")

    done = typed(press, "status", "--now", "2016-11-28T08:00")

    assert done.stdout == (
        "Inte publicerat än:\n"
        "  content/releases/2016-11-28-oppet-mote.md: från måndag 28 november 2016 kl. 09.00\n"
        "  content/releases/u.md: utkast\n"
        "Försvinner från webbplatsen:\n"
        "  content/releases/v.md: lördag 24 december 2016 kl. 00.00\n"
        "Tiden är ute:\n"
        "  content/releases/x.md: onsdag 2 november 2016 kl. 00.00\n"
        "  content/releases/w.md: måndag 28 november 2016 kl. 08.00\n"
        "Kommande möten:\n"
        "  tisdag 29 november 2016 kl. 18.00: Södermalm\n"
        "  lördag 4 februari 2017: Skärholmen (tid saknas, plats saknas)\n"
        "  söndag 5 februari 2017: Farsta (inställt)\n"
        "Webbplatsen ändras av sig själv härnäst måndag 28 november 2016 kl. 09.00. Bygg om då.\n"
    )


def test_status_in_english_says_on_which_day_a_text_leaves(empty: Press) -> None:
    """A day has its preposition, and the hour its own."""
    empty.write("site.yaml", SITE + "language: en\ntimezone: Europe/London\n")
    empty.write("content/releases/v.md", "---\ntitle: V\ndate: 2016-11-01\nexpires: 2016-12-24\n---\nText.\n")

    done = typed(empty, "status", "--now", "2016-11-28T08:00")

    assert "  content/releases/v.md: on Saturday 24 December 2016 at 00:00\n" in done.stdout


def test_forget_takes_out_of_the_record(press: Press) -> None:
    """`forget` lets a published meeting go."""
    typed(press, "build", "--now", "2016-12-01T12:00")
    press.write("tour.yaml", "title: Gör din röst hörd\n")
    assert typed(press, "build", "--now", "2016-12-01T13:00").returncode == 1

    done = run(press, "forget", "meeting", "skarholmen")

    assert (done.returncode, done.stdout) == (0, "Glömt: skarholmen. Bygg om för att se det försvinna.\n")
    assert typed(press, "build", "--now", "2016-12-01T13:00").returncode == 0


def test_forget_takes_a_meeting_with_the_quotation_marks_of_the_hint(press: Press) -> None:
    """Who copies what stands after WHAT= with its quotation marks lets the same meeting go."""
    typed(press, "build", "--now", "2016-12-01T12:00")
    press.write("tour.yaml", "title: Gör din röst hörd\n")

    done = typed(press, "forget", "meeting skarholmen")

    assert (done.returncode, done.stdout) == (0, "Glömt: skarholmen. Bygg om för att se det försvinna.\n")


def test_where_a_forgotten_meeting_was_to_be_is_forgotten_too(press: Press) -> None:
    """Its room and street stay in no part of the record, and its number rises should it return."""
    tour = "title: T\nmeetings:\n  - {{district: {}, date: 2016-12-14, place: {}, id: a}}\n"
    for district, place in (("Farsta", "Hos Anna"), ("Farsta", "Hos Bo"), ("Skärholmen", "Hos Cia")):
        press.write("tour.yaml", tour.format(district, place))
        press.build()
    sequence = read_record(press.root).stamps["a"].sequence
    press.write("tour.yaml", "title: T\n")
    assert typed(press, "forget", "meeting", "a").returncode == 0
    forgotten = (press.root / "published.json").read_text(encoding="utf-8")
    press.write("tour.yaml", tour.format("Skärholmen", "Hos Cia"))
    press.build()

    assert "Hos " not in forgotten
    assert read_record(press.root).stamps["a"].sequence > sequence


def test_an_id_without_the_word_meeting_is_answered_with_it(press: Press) -> None:
    """Who gives `forget` the id of a meeting alone is told how to type it."""
    press.build()
    done = typed(press, "forget", "sodermalm")

    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == ['  tips: skriv make forget WHAT="meeting sodermalm"']


@pytest.mark.parametrize("words", [("/pressmeddelanden/2016/oppet-mote/",), ("meeting", "skarholmen")])
def test_nothing_is_forgotten_without_the_record(press: Press, words: tuple[str, ...]) -> None:
    """Where the record is lost `forget` says so, and begins no new one."""
    press.build()
    (press.root / "published.json").unlink()
    done = typed(press, "forget", *words)

    assert done.returncode == 1
    assert done.stderr.startswith("published.json:1:1: fel: publiceringslistan är borta")
    assert "; finns det ingen, kör make recover FROM=output; " in done.stderr
    assert not (press.root / "published.json").exists()


@pytest.mark.parametrize("words", [("/om/",), ("meeting", "skarholmen")])
def test_nothing_is_forgotten_where_there_is_no_site(press: Press, words: tuple[str, ...]) -> None:
    """In a folder without site.yaml `forget` says so, and leaves no folder behind."""
    (press.root / "site.yaml").unlink()
    done = typed(press, "forget", *words)

    assert done.returncode == 1
    assert done.stderr.startswith("site.yaml:1:1: fel: det finns ingen site.yaml i den här mappen\n")
    assert not (press.root / "output").exists()


def test_schema_gives_what_an_editor_is_told(press: Press) -> None:
    """`schema NAME` prints the schema of a format and nothing else."""
    done = typed(press, "schema", "tour")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["required"] == ["title"]


def test_whoever_stops_reading_hears_no_more(press: Press) -> None:
    """A command whose reader has left, as a pager or `head` does, ends without a word of the disk."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "build.py"), "schema", "tour"],
        cwd=press.root,
        check=False,
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)

    assert (done.returncode, done.stderr) == (1, b"")


def test_schema_writes_all_formats_for_editors(press: Press) -> None:
    """`schema --write` lays the schemas of all formats where the sources name them."""
    done = typed(press, "schema", "--write")

    assert (done.returncode, done.stdout) == (0, "Schemana ligger i .schema.\n")
    assert sorted(file.stem for file in (press.root / ".schema").iterdir()) == sorted(FORMATS)


def test_what_is_in_the_way_is_named_with_what_to_do(press: Press) -> None:
    """Where a file cannot be put, for something else is there, that is named, and is to be moved away."""
    press.write(".schema/site.json/x", "")
    done = typed(press, "schema", "--write")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "fel: datorn säger nej: där finns redan något annat (.schema/site.json)\n"
        "  tips: flytta undan det, och försök igen\n"
    )


def test_schema_writes_all_formats_or_gives_one(press: Press) -> None:
    """The name of a format beside `--write`, which takes none, is wrong usage, and nothing is written."""
    done = typed(press, "schema", "tour", "--write")

    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == 'fel: "tour" är mer än vad kommandot tar emot\n  tips: build.py schema --help visar hur\n'
    )
    assert not (press.root / ".schema").exists()


def test_schema_writes_nothing_where_there_is_no_site(press: Press) -> None:
    """In a folder without site.yaml `schema --write` says so, and leaves no folder behind."""
    (press.root / "site.yaml").unlink()
    done = typed(press, "schema", "--write")

    assert done.returncode == 1
    assert done.stderr.startswith("site.yaml:1:1: fel: det finns ingen site.yaml i den här mappen\n")
    assert not (press.root / ".schema").exists()


@pytest.mark.parametrize("words", [[], ["turné"]])
def test_schema_of_nothing_is_wrong_usage(press: Press, words: list[str]) -> None:
    """Without the name of a format, or with another, `schema` lists those that there are."""
    done = typed(press, "schema", *words)

    assert done.returncode == 2
    assert done.stderr.endswith("  tips: skriv något av dessa: site, tour, release, page\n")


def test_readme_names_every_command() -> None:
    """The README tells of each command that there is."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in PARTS if f"`{name}" not in readme] == []


def test_readme_says_which_command_takes_what() -> None:
    """Every command takes another site, some another moment, and `build` alone another folder."""
    commands: dict[str, click.Command | None] = {
        name: group.get_command(click.Context(group), name) for name in PARTS
    }
    new = commands.pop("new")
    assert isinstance(new, click.Group)
    commands |= {f"new {name}": command for name, command in new.commands.items()}

    def taking(option: str) -> set[str]:
        return {
            name for name, one in commands.items() if one and any(option in part.opts for part in one.params)
        }

    assert taking("--site") == set(commands)
    assert taking("--now") == {"build", "serve", "new release", "status", "next", "check"}
    assert taking("--output") == {"build"}


def test_a_file_on_another_drive_is_named_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows no way leads from one drive to another: the file has its whole path, and not a traceback."""
    with monkeypatch.context() as windows:
        windows.setattr(os, "path", ntpath)
        near, far = way_to(r"D:\site\kalender.ics", r"D:\site"), way_to(r"D:\site\kalender.ics", r"C:\other")

    assert (near, far) == ("kalender.ics", r"D:\site\kalender.ics")
