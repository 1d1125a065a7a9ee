"""`build.py serve`: what it tells the terminal, what it leaves alone, and how it ends."""

from __future__ import annotations

import re
import shutil
import signal
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from zoneinfo import ZoneInfo

import pytest
from books import ENGLISH, SWEDISH, Book
from conftest import RELEASE, ROOT, SITE, Press, run, small
from showing import PATIENCE, Preview, preview, started

NOW = ("--now", "2016-12-01T12:00")
FILE = "content/releases/2016-11-28-oppet-mote.md"
PAGE = "/pressmeddelanden/2016/oppet-mote/"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a small site, for tests that leave it right."""
    return small(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def shown(office: Press) -> Iterator[Preview]:
    """Give the preview of it."""
    with preview(office, *NOW) as running:
        yield running


def test_a_save_is_told_in_one_line(office: Press, shown: Preview) -> None:
    """A save is told in a line: when, how many files, in what time, and which."""
    office.write("content/pages/om.md", "---\ntitle: Om\n---\nVi.\n")

    assert re.fullmatch(r"\d\d:\d\d:\d\d  \d+ filer ändrade på \d+ ms: /, .*, /om/, .*\n", shown.line())


@pytest.mark.parametrize("how", ["in place", "renamed", "twice", "backup"])
def test_one_save_is_one_build(office: Press, shown: Preview, how: str) -> None:
    """However an editor saves, the site is built once for it: the next line is for the next save."""
    file, text = office.root / FILE, RELEASE.replace("Välkommen", f"Saved {how}: välkommen")
    beside = file.with_name(".x.md.tmp")
    if how == "backup":
        file.rename(file.with_name(file.name + "~"))
    if how == "renamed":
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
    else:
        file.write_text("" if how == "twice" else text, encoding="utf-8")
        file.write_text(text, encoding="utf-8")
    assert PAGE in shown.line()

    office.write("content/pages/om.md", f"---\ntitle: Om\n---\nVi {how}.\n")
    assert shown.line().endswith(": /om/\n")


def test_mistakes_are_told_as_a_build_tells_them(office: Press, shown: Preview) -> None:
    """A mistake is told with its place and tip, and its end when it is mended; the last good page stays."""
    right = (office.root / FILE).read_bytes()
    office.write(FILE, RELEASE.replace("date:", "datm:"))
    assert shown.process.stderr
    told = [shown.process.stderr.readline() for _ in range(2)]
    assert told[0].startswith(f"{FILE}:3:1: fel: ")
    assert told[1].startswith("  tips: ")
    assert "välkommen" in shown.page(PAGE)

    office.write(FILE, right)
    assert shown.line()[8:] == "  Nu stämmer allt igen.\n"


def test_a_warning_is_told_though_no_page_has_changed(press: Press) -> None:
    """What a save makes the build warn of is told, also where it changes nothing else."""
    later = "corrections:\n  - {date: 2017-03-01, text: Fel dag}\n---\n\n"
    with preview(press, *NOW) as shown:
        press.write(FILE, RELEASE.replace("---\n\n", later))
        assert shown.process.stderr
        told = [shown.process.stderr.readline() for _ in range(2)]

    assert told == [
        f"{FILE}:5:12: varning: rättelsen visas först onsdag 1 mars 2017 kl. 00.00\n",
        "  tips: skriv när texten rättades\n",
    ]


def test_a_site_that_has_never_been_right_shows_what_is_wrong(press: Press) -> None:
    """Without a last good site there is a plain page, and the mistake over it; mended, the site comes."""
    press.write(FILE, RELEASE.replace("date:", "datm:"))
    with preview(press, *NOW) as shown:
        assert shown.get("/")[0] == 404
        assert "Ingenting är byggt än." in shown.page("/")
        with shown.stream("/") as told:
            first = next(told)
            assert {fault["where"].split(":")[0] for fault in first["faults"]} == {FILE}
            assert first["headline"].endswith("fel. Ingenting är byggt än.")
            press.write(FILE, RELEASE)
            second = next(told)
        assert second["faults"] == []
        assert second["said"] != first["said"]
        assert shown.get("/")[0] == 200


def test_trouble_of_the_machine_is_shown_and_lived_through(office: Press, shown: Preview) -> None:
    """Where the disk refuses the preview says so, lives on, and is well again with the disk."""
    blocked = office.root / ".cache" / "preview" / str(shown.port) / "om" / "index.html"
    with shown.stream("/") as told:
        next(told)
        blocked.unlink()
        blocked.mkdir()
        office.write("content/pages/om.md", "---\ntitle: Om\n---\nVi igen.\n")
        (fault,) = next(told)["faults"]
        assert (fault["where"], fault["message"].endswith("är en mapp, men där ska det vara en fil")) == (
            "",
            True,
        )
        blocked.rmdir()
        office.write("content/pages/om.md", "---\ntitle: Om\n---\nVi alla.\n")
        assert next(told)["faults"] == []
    assert "Vi alla." in shown.page("/om/")


def test_a_terminal_that_is_gone_is_lived_through(press: Press) -> None:
    """Where nobody can be told in the terminal any more, tabs hear of every save, and of mistakes."""
    with preview(press, *NOW) as shown, shown.stream("/om/") as told:
        next(told)
        for end in (shown.process.stdout, shown.process.stderr):
            assert end
            end.close()
        for text in ("---\ntitle: Om\n---\nEtt.\n", "---\ntitle: Om", "---\ntitle: Om\n---\nTvå.\n"):
            press.write("content/pages/om.md", text)
            assert bool(next(told)["faults"]) is (text == "---\ntitle: Om")

        assert "Två." in shown.page("/om/")


BROKEN = """
import os, sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
import build
from pressrum.edges import commands
def broken(request):
    if os.path.exists("content/fel.jpg"):
        raise KeyError("stop")
    if os.path.exists("content/stor.jpg"):
        Path("begun").touch()
        time.sleep(60)
    return build.build(request)
commands.main(broken, Path({root!r}))
""".replace("{root!r}", repr(str(ROOT)))
"""The command with a build that fails beside one file, and takes long beside another."""


def test_a_fault_of_ours_is_shown_and_lived_through(press: Press) -> None:
    """When the program itself fails the browser says so, the terminal has the traceback, and it goes on."""
    with (
        preview(press, *NOW, program=("-c", BROKEN)) as shown,
        shown.stream("/") as told,
    ):
        next(told)
        press.write("content/fel.jpg", b"")
        (fault,) = next(told)["faults"]
        assert fault["message"] == "det är programmet självt som har gått fel: KeyError: 'stop'"
        (press.root / "content/fel.jpg").unlink()
        assert next(told)["faults"] == []
        assert shown.process.stderr
        assert shown.process.stderr.readline() == "Traceback (most recent call last):\n"


def test_output_and_record_are_left_alone(press: Press) -> None:
    """The preview writes below .cache and nowhere else; a build can run beside it."""
    press.build()
    before, record = press.tree(), (press.root / "published.json").read_bytes()
    with preview(press, *NOW) as shown:
        press.write("content/releases/2016-11-30-nytt.md", RELEASE.replace("---\n\n", "draft: true\n---\n\n"))
        assert "/nytt/" in shown.line()

        assert (press.tree(), (press.root / "published.json").read_bytes()) == (before, record)
        press.build()
        assert press.tree() == before
        assert "UTKAST" in shown.page("/pressmeddelanden/2016/nytt/")
    assert {path.name for path in press.root.iterdir()} - {"output", "published.json", ".cache"} == {
        "content",
        "templates",
        "site.yaml",
        "tour.yaml",
    }


def test_what_falls_due_appears_by_itself(press: Press) -> None:
    """An embargo that ends while the preview runs loses its mark without a save."""
    with preview(press) as shown:
        due = datetime.now(ZoneInfo("Europe/Stockholm")).replace(microsecond=0) + timedelta(seconds=3)
        page = f"/pressmeddelanden/{due.year}/snart/"
        with shown.stream(page) as told:
            next(told)
            to_come = RELEASE.replace("2016-11-28 09:00", f"{due:%Y-%m-%d %H:%M:%S}")
            press.write("content/releases/snart.md", to_come.replace("Välkommen", "Snart: välkommen"))
            next(told)
            assert "SPÄRRAD till" in shown.page(page)
            next(told)
        assert "SPÄRRAD" not in shown.page(page)
        assert datetime.now(due.tzinfo) >= due


def test_pages_that_were_removed_are_made_again(press: Press) -> None:
    """Who removes .cache, as the handbook allows, gets all that is shown made again without a save."""
    with preview(press, *NOW) as shown:
        shutil.rmtree(press.root / ".cache")

        assert " filer ändrade på " in shown.line()
        assert shown.get(PAGE)[0] == 200


@pytest.mark.parametrize(
    ("book", "port_taken"),
    [
        (SWEDISH, "Port {} är upptagen, så förhandsvisningen får {}.\n"),
        (ENGLISH, "Port {} is taken, so the preview is at {}.\n"),
    ],
)
def test_its_first_words_are_those_of_the_handbook(book: Book, port_taken: str, press: Press) -> None:
    """It says where it is, as the handbook shows; when the port is taken it says so, and takes the next."""
    press.write("site.yaml", f"language: {book.language}\n{SITE}")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with started(press, *NOW, port=taken) as process:
            assert process.stdout
            moved, _, address, how = (process.stdout.readline() for _ in range(4))

    free = int(moved.split()[-1].rstrip("."))
    assert moved == port_taken.format(taken, free)
    assert taken < free <= taken + 50
    assert f"    {address.replace(str(free), '8000')}    {how}" in book.text


def test_now_shows_the_site_as_it_will_stand(press: Press) -> None:
    """With --now what is due by then has no mark, and what has left is gone; another preview has its own."""
    press.write("content/releases/2030-01-01-nytt.md", RELEASE.replace("2016-11-28", "2030-01-01"))
    press.write(
        "content/releases/2016-11-28-gammalt.md", RELEASE.replace("---\n\n", "expires: 2029-01-01\n---\n\n")
    )
    with preview(press, *NOW) as now, preview(press, "--now", "2031-01-01") as then:
        new, old = "/pressmeddelanden/2030/nytt/", "/pressmeddelanden/2016/gammalt/"

        assert ["SPÄRRAD" in shown.page(new) for shown in (now, then)] == [True, False]
        assert [shown.get(path)[0] for shown in (now, then) for path in (new, old)] == [200, 200, 200, 404]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_with_tabs_open(press: Press, how: signal.Signals) -> None:
    """Ctrl-C ends it at once with status 0 and without a word, also with streams open and slow readers."""
    with preview(press, *NOW) as shown:
        ends_at_once(shown, how)


def ends_at_once(shown: Preview, how: signal.Signals) -> None:
    """Stop a preview that is being read."""
    slow = socket.create_connection(("127.0.0.1", shown.port), PATIENCE)
    slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
    with slow, shown.stream("/") as one, shown.stream("/") as other:
        next(one)
        next(other)
        start = monotonic()
        status = shown.stop(how)

        assert monotonic() - start < 3
    assert shown.process.stderr
    assert (status, shown.line(), shown.process.stderr.read()) == (0, "", "")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", shown.port), 1)


def test_it_ends_at_once_in_the_middle_of_a_build(press: Press) -> None:
    """Ctrl-C does not wait for a build that is going on."""
    with preview(press, *NOW, program=("-c", BROKEN)) as shown:
        press.write("content/stor.jpg", b"")
        end = monotonic() + PATIENCE
        while not (press.root / "begun").exists():
            assert monotonic() < end
            sleep(0.02)
        start = monotonic()

        assert shown.stop() == 0
        assert monotonic() - start < 3
        assert shown.process.stderr
        assert shown.process.stderr.read() == ""


def test_it_opens_the_browser(press: Press, tmp_path: Path) -> None:
    """With --open the browser is opened at the site."""
    asked = tmp_path / "asked"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" > {asked}\n', encoding="utf-8")
    script.chmod(0o755)
    with preview(press, *NOW, "--open", BROWSER=f"{script} %s") as shown:
        end = monotonic() + PATIENCE
        while not asked.exists() or not asked.read_text(encoding="utf-8"):
            assert monotonic() < end

        assert asked.read_text(encoding="utf-8").strip() == shown.address


def test_a_bad_moment_is_wrong_usage(press: Press) -> None:
    """A moment that is none is told before anything starts."""
    done = run(press, "serve", "--now", "snart")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("fel: ")


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    """Where there is no site.yaml there is nothing to show."""
    done = run(Press(tmp_path), "serve")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("site.yaml:1:1: fel: ")
