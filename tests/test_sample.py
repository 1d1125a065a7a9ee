"""The sample site: the real tour, as the README shows it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
import vobject
from books import BOOKS
from conftest import ROOT, Press

THEN = "2016-11-28T10:00"
ATOM = "{http://www.w3.org/2005/Atom}"
Instant = date | datetime


@pytest.fixture(scope="module")
def then(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give the sample site, built as it stood when the tour was announced."""
    root = tmp_path_factory.mktemp("sample")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("site.yaml", "tour.yaml", "published.json", "stockholm-districts.geojson"):
        shutil.copyfile(ROOT / name, root / name)
    press = Press(root)
    press.build(THEN)
    return press


def test_every_address_of_the_design_is_there(then: Press) -> None:
    """The tour's site has a file at each address that is promised."""
    assert {
        "index.html",
        "404.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "robots.txt",
        "kalender.ics",
        "kalender/index.html",
        "kalender/sodermalm.ics",
        "pressmeddelanden/index.html",
        "pressmeddelanden/2016/index.html",
        "pressmeddelanden/2016/gor-din-rost-hord/index.html",
        "amnen/index.html",
        "amnen/jamlikhet/index.html",
        "amnen/jamlikhet/feed.xml",
        "turne/index.html",
        "turne/sodermalm/index.html",
        "turne/sodermalm/mote.ics",
        "om/index.html",
        "tillganglighet/index.html",
        "integritet/index.html",
    } <= set(then.tree())


def test_record_of_the_repository_is_up_to_date(then: Press) -> None:
    """Building the sample changes nothing in the public record that is committed with it."""
    assert (then.root / "published.json").read_bytes() == (ROOT / "published.json").read_bytes()


def utc(moment: Instant) -> Instant:
    """Give an instant in UTC, and a day as it is."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def by_icalendar(content: bytes) -> set[tuple[str, Instant, Instant]]:
    """Read a calendar as icalendar does."""
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return {
        (str(event["UID"]), utc(event.decoded("DTSTART")), utc(event.decoded("DTEND"))) for event in events
    }


def by_vobject(content: bytes) -> set[tuple[str, Instant, Instant]]:
    """Read a calendar as vobject does."""
    events = vobject.readOne(content.decode()).contents.get("vevent", [])
    return {(event.uid.value, utc(event.dtstart.value), utc(event.dtend.value)) for event in events}


def test_calendars_read_the_same_by_two_libraries(then: Press) -> None:
    """Every calendar of the site holds the same instants to icalendar and to vobject."""
    calendars = {name: content for name, content in then.tree().items() if name.endswith(".ics")}

    assert len(calendars) == 13
    for content in calendars.values():
        assert by_icalendar(content) == by_vobject(content)
    assert (
        "sodermalm@www.example.se",
        datetime(2016, 11, 29, 17, 0, tzinfo=UTC),
        datetime(2016, 11, 29, 18, 30, tzinfo=UTC),
    ) in by_vobject(calendars["kalender.ics"])
    assert ("skarholmen@www.example.se", date(2017, 2, 4), date(2017, 2, 5)) in by_vobject(
        calendars["kalender.ics"]
    )


def test_feeds_hold_the_whole_release(then: Press) -> None:
    """Both feeds carry the release's text with its schedule, and absolute links."""
    atom = ET.fromstring(then.tree()["feed.xml"])
    text = atom.findtext(f"{ATOM}entry/{ATOM}content") or ""
    item = json.loads(then.tree()["feed.json"])["items"][0]

    assert item["content_html"] == text
    assert "64&nbsp;procent" in text
    assert "lördag 4 februari 2017" in text
    assert re.findall(r'(?:href|src)="(?!https://www\.example\.se/|#)', text) == []


def test_pages_ask_nobody_else(then: Press) -> None:
    """No page loads anything from another site, and none has a script or a style of its own."""
    for name, content in then.tree().items():
        page = content.decode(errors="ignore")
        if name.endswith(".html"):
            assert re.findall(r'<(?:script|img|iframe|source)[^>]+src="(?:https?:)?//', page) == []
            assert re.findall(r'<link rel="(?:stylesheet|icon|preload)[^>]+href="(?:https?:)?//', page) == []
            assert re.findall(r"<style|<script(?![^>]*(?:src=|ld\+json))| style=| on\w+=", page) == []
            assert "default-src 'none'" in page


def test_every_link_within_the_site_leads_to_a_file(then: Press) -> None:
    """Each relative link on each page leads to a file of the site."""
    for name, content in then.tree().items():
        if not name.endswith(".html") or name == "404.html":
            continue
        folder = (then.root / "output" / name).parent
        for href in re.findall(r'(?:href|src)="([^":#?]+)["#?]', content.decode()):
            target = (folder / href).resolve()
            file = target / "index.html" if href.endswith("/") else target
            assert file.is_file(), (name, href)


def test_swedish_dates_are_in_words(then: Press) -> None:
    """The meeting's page says its day and hour as a Swede writes them."""
    words = re.sub(r"<[^>]+>", "", then.page("/turne/sodermalm/"))

    assert "tisdag 29 november 2016" in words
    assert "kl.\u00a018.00" in words


def test_without_its_environment_the_command_says_what_to_run() -> None:
    """`build.py` without its libraries says in one line what to run, in the handbooks' words, and fails."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-S", "-E", str(ROOT / "build.py")],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path("/"),
    )

    assert done.returncode == 3
    assert done.stdout == ""
    assert re.fullmatch(r"build\.py: \w+ is not installed for this Python\. Run: make .*\n", done.stderr)
    assert all(f"**`{done.stderr.partition(' Run: ')[0]}`**" in book.text for book in BOOKS)


@pytest.mark.parametrize(
    ("library", "command"), [("nh3", "status"), ("pydantic", "new"), ("uvicorn", "serve")]
)
def test_a_library_that_is_not_there_yet_is_told(library: str, command: str) -> None:
    """A program that is newer than its environment says what is missing and what to run, with status 3."""
    assert without(library, command) == (
        f"fel: {library} är inte installerat för den Python som kör programmet\n"
        "  tips: kör make, som installerar det; README.md berättar hur det går till utan make\n"
    )


def test_a_pyyaml_without_libyaml_is_told() -> None:
    """Where none is made for a Python, pip builds one without it; what to install is told, with status 3."""
    assert without("yaml._yaml", "status") == (
        "fel: PyYAML är installerat utan libyaml, som site.yaml och tour.yaml läses med\n"
        "  tips: på Debian och Ubuntu: sudo apt-get install gcc python3-dev libyaml-dev;"
        " ta sedan bort mappen .venv, och kör: PIP_NO_CACHE_DIR=1 make\n"
    )


def without(library: str, command: str) -> str:
    """Give what a command says where a library is missing; it ends with status 3 and prints nothing else."""
    lacking = (
        "import runpy, sys\n"
        "sys.modules[sys.argv.pop(1)] = None\n"
        "sys.argv[0] = 'build.py'\n"
        "runpy.run_path('build.py', run_name='__main__')\n"
    )
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", lacking, library, command],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )

    assert (done.returncode, done.stdout) == (3, "")
    return done.stderr


def test_map_says_what_the_schedule_says(then: Press) -> None:
    """The map has the fourteen districts, six of them booked and each of these linked to its meeting."""
    page = then.page("/turne/")

    assert page.count('class="map-area"') == 14 + 14
    assert page.count('class="map-district map-booked"') == 6
    assert page.count('class="map-district map-none"') == 8
    assert 'aria-label="8. Södermalm: möte bokat"' in page
