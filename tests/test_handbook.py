"""The staff's handbook holds: every field, every report and every command in it, against the program.

A report in the handbook is one that the command gives on the sample site with the handbook's
own example in it; what is done to the site before stands in `SCENES`, by heading and in order.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import pytest
from conftest import ROOT, Press

from build import build
from pressrum.edges import commands
from pressrum.fields.base import Fields
from pressrum.parse.site import parse_site

HANDBOOK = (ROOT / "docs/handbok.md").read_text(encoding="utf-8")
SOURCES = ("site.yaml", "tour.yaml", "published.json", "stockholm-districts.geojson", "content", "templates")
EXAMPLE = "content/releases/2016-12-06-mote-i-enskede.md"
NOW = "2016-12-06T10:00"
REPORT = re.compile(
    r"(?:^|: )(?:fel|varning): |^Glömt: |^Inte publicerat än:|^published\.json är|^\d+ filer? skriv"
    r"|är skapad, som utkast|: tillagt: ",
    re.MULTILINE,
)
END = re.compile(r"\n\n\d+ fel\. Webbplatsen är som den var: ingenting har ändrats\.$")


@dataclass(frozen=True)
class Scene:
    """What is done to the sample site before a command answers as the handbook says."""

    edits: tuple[tuple[str, str, str], ...] = ()
    """Each a file, what stands there and what is to stand there instead."""
    removed: str = ""
    """A file that is taken away."""
    added: tuple[str, str] = ("", "")
    """A file and what stands in it."""
    command: tuple[str, ...] = ("build",)
    now: str = NOW
    built: bool = True
    """Whether the example has been built before."""


DATE = "date: 2016-12-06 07.30\n"
TITLE = 'title: "Öppet möte i Enskede-Årsta-Vantör: kom och tyck till"\n'
MEETINGS = "meetings: [enskede-arsta-vantor]\n"
FIRST = "Här börjar texten."
KUNGSHOLMEN = "  - {district: Kungsholmen, date: 2017-03-16}\n"
ADDRESS = "/pressmeddelanden/2016/mote-i-enskede/"
LEAD = (
    "lead: >\n"
    "  Den 14 december kommer turnén till Enskede-Årsta-Vantör.\n"
    "  Mötet är öppet för alla.\n"
    "topics: [jämlikhet, stadsdelar]\n"
    "contacts: [mimmi-toreheim]\n"
)


def in_example(*edits: tuple[str, str]) -> Scene:
    """Give the scene with these edits in the example, which has not been built."""
    return Scene(tuple((EXAMPLE, old, new) for old, new in edits), built=False)


FARSTA = ("Farsta", "14", "dec", "2016", "--time", "18.00", "--place", "Exempelsalen, plan 2")
SCENES: dict[str, list[Scene]] = {
    "Börja med ett kommando": [Scene(command=("new", "release", "Öppet", "möte", "i", "Farsta"))],
    "Lägg till ett möte med ett kommando": [Scene(command=("new", "meeting", *FARSTA))],
    "Bygg och titta": [
        Scene(built=False),
        Scene(command=("build", "--now", "2016-12-08T10:00")),
    ],
    "Andra språk": [
        Scene(
            added=(
                "content/releases/2016-12-06-mote-i-enskede-so.md",
                "---\ntitle: Kulan\ndate: 2016-12-06 07.30\nlang: somaliska\n---\n\nKulan.\n",
            )
        ),
    ],
    "Rätta det som är publicerat": [
        in_example((MEETINGS, MEETINGS + "corrections:\n  - date: 2017-12-06 10.15\n    text: Fel dag.\n")),
        Scene(((EXAMPLE, FIRST, "Här börjar en ny text."),)),
    ],
    "Ta bort": [
        Scene(removed=EXAMPLE),
        Scene(removed=EXAMPLE, command=("forget", ADDRESS)),
        Scene(command=("forget", ADDRESS)),
    ],
    "Turnéplanen": [
        Scene(
            (("tour.yaml", KUNGSHOLMEN, KUNGSHOLMEN.replace("}", ", place: Exempelsalen, plan 2}")),),
        ),
        Scene((("tour.yaml", "district: Kungsholmen", "district: Norrmalm"),)),
        Scene((("tour.yaml", KUNGSHOLMEN, ""),)),
    ],
    "Kartan": [
        Scene((("tour.yaml", KUNGSHOLMEN, KUNGSHOLMEN + "  - {district: Hägersten, date: 2017-03-30}\n"),)),
    ],
    "Webbplatsens uppgifter: site.yaml": [
        Scene((("site.yaml", "    role:", "    until: 2016-12-01\n    role:"),)),
        Scene(
            (
                (
                    "site.yaml",
                    "tour:\n",
                    "security:\n  contact: sakerhet@example.se\n  expires: 2016-11-30\ntour:\n",
                ),
            )
        ),
    ],
    "Accentfärgen": [Scene((("site.yaml", "#c8102e", "#ffcc00"),))],
    "Tillgänglighetsredogörelsen": [
        Scene(
            (
                ("site.yaml", "assessed: 2026", "assessed: 2015"),
                ("site.yaml", "reviewed: 2026", "reviewed: 2015"),
            )
        ),
    ],
    "När något är fel": [
        in_example((TITLE, TITLE.replace('"', ""))),
        in_example((DATE, "date: 6 dec\n"), (LEAD, "kontakt: mimmi-toreheim\n")),
        Scene(((EXAMPLE, DATE, DATE + "draft: ja\n"),)),
        in_example((TITLE, "title: Öppet möte i #Enskede\n")),
        in_example(
            (DATE, DATE + "expires:\nretracted: ja\n"),
            (FIRST, f"{FIRST}\n\nHela planen: [[tour]]\n\n![](salen.jpg)\n\n"),
        ),
        Scene(added=("content/releases/2016-12-08-bilder/salen.jpg", "")),
    ],
    "Publiceringslistan: published.json": [
        Scene(removed="published.json"),
        Scene(removed="published.json", command=("recover", "output")),
        Scene((("tour.yaml", "meetings:\n", "<<<<<<< HEAD\n=======\n>>>>>>> anna\nmeetings:\n"),)),
    ],
    "Se vad som väntar: status och next": [
        Scene(
            added=(
                "content/releases/2017-03-09-mote-pa-kungsholmen.md",
                "---\ntitle: Möte på Kungsholmen\ndate: 2017-03-09 07.30\n---\n\nVälkommen.\n",
            ),
            command=("status",),
            now="2017-03-01T10:00",
        ),
    ],
}
TOLD = [(heading, number) for heading, scenes in SCENES.items() for number in range(len(scenes))]


def blocks() -> Iterator[tuple[str, str]]:
    """Give each indented block of the handbook with the heading above it."""
    heading = ""
    block: list[str] = []
    for line in [*HANDBOOK.split("\n"), "end"]:
        if line.startswith("    ") or (block and not line):
            block.append(line)
            continue
        if block:
            yield heading, textwrap.dedent("\n".join(block)).strip()
            block = []
        if line.startswith("#"):
            heading = line.lstrip("# ")


def reports() -> dict[str, list[str]]:
    """Give the reports in the handbook by heading, in order."""
    found: dict[str, list[str]] = {}
    for heading, block in blocks():
        if REPORT.search(block):
            found.setdefault(heading, []).append(block)
    return found


def example() -> str:
    """Give the release that the handbook shows how to write."""
    return next(block for heading, block in blocks() if heading == "Skriv ett pressmeddelande") + "\n"


def seconds(now: str) -> str:
    """Give a local time as `SOURCE_DATE_EPOCH` takes it."""
    return str(int(datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("Europe/Stockholm")).timestamp()))


def answer(command: tuple[str, ...], press: Press) -> None:
    """Run a command in the site's folder, whatever it ends with."""
    with pytest.raises(SystemExit):
        commands.group([*command, "--site", "."], prog_name="build.py", obj=commands.Desk(build, press.root))


def set_up(scene: Scene, press: Press) -> None:
    """Do to the site what the scene says."""
    for path, old, new in scene.edits:
        text = (press.root / path).read_text(encoding="utf-8")
        assert old in text, f"the sample has no {old!r} in {path}"
        press.write(path, text.replace(old, new, 1))
    if scene.removed:
        (press.root / scene.removed).unlink()
    if scene.added[0]:
        press.write(*scene.added)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample site as it is when it has been built."""
    root = tmp_path_factory.mktemp("sample")
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, root / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", seconds(NOW))
        Press(root).build(None)
    return root


@pytest.mark.parametrize(("heading", "number"), TOLD)
def test_a_report_in_the_handbook_is_the_commands_own(
    heading: str,
    number: int,
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command answers what the handbook quotes, word for word."""
    scene = SCENES[heading][number]
    press = Press(shutil.copytree(sample, tmp_path / "site"))
    monkeypatch.chdir(press.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds(NOW))
    press.write(EXAMPLE, example())
    if scene.built:
        press.build(None)
    set_up(scene, press)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds(scene.now))
    capsys.readouterr()
    answer(scene.command, press)
    printed = capsys.readouterr()
    report = reports()[heading][number]
    told = (printed.err or printed.out).strip()

    assert report == (told if END.search(report) else END.sub("", told))


def test_every_report_in_the_handbook_is_tried() -> None:
    """No report stands in the handbook without a scene that gives it."""
    quoted = {heading: len(found) for heading, found in reports().items()}

    assert quoted == {heading: len(scenes) for heading, scenes in SCENES.items()}


@pytest.mark.parametrize("heading", ["Tillgänglighetsredogörelsen", "Sidan om integritet"])
def test_an_example_for_site_yaml_can_be_read(heading: str) -> None:
    """What the handbook shows of site.yaml is good as it stands."""
    found = next(block for above, block in blocks() if above == heading)
    site = (ROOT / "site.yaml").read_text(encoding="utf-8").partition("accessibility:")[0]

    assert parse_site(f"{site}{found}\n").fields.title


def models(model: type[Fields] = Fields) -> Iterator[type[Fields]]:
    """Give every model of fields."""
    for child in model.__subclasses__():
        yield child
        yield from models(child)


@pytest.mark.parametrize("model", tuple(dict.fromkeys(models())))
def test_every_field_stands_in_the_handbook(model: type[Fields]) -> None:
    """Each field of each format is named in the handbook as it is written."""
    names = {field.alias or name for name, field in model.model_fields.items()}

    assert names - set(re.findall(r"`([^`\n]+)`", HANDBOOK)) == set()


def code() -> str:
    """Give all that stands in the handbook as something to type or to read on the screen."""
    return "\n".join([*re.findall(r"`([^`\n]+)`", HANDBOOK), *(block for _, block in blocks())])


def test_every_make_command_in_the_handbook_is_there() -> None:
    """Each target and each variable of make that the handbook names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for line in re.findall(r"(?m)^([a-z][a-z -]*):(?!=)", makefile) for name in line.split()}
    named = set(re.findall(r"\bmake ([a-z-]+)", code()))
    variables = set(re.findall(r"\b([A-Z]{2,})=", code()))

    assert named >= {"status", "next", "forget"}
    assert named - targets == set()
    assert variables >= {"NOW", "OUTPUT", "WHAT"}
    assert [name for name in variables if not re.search(rf"\$\({name}\)|\$\${name}\b", makefile)] == []


def test_every_command_in_the_handbook_is_there() -> None:
    """Each command and each option of the program that the handbook names is one that it has."""
    context = click.Context(commands.group)
    given_to = [part for name in commands.PARTS if (part := commands.group.get_command(context, name))]
    for group in [part for part in given_to if isinstance(part, click.Group)]:
        given_to += group.commands.values()
    options = {option for part in given_to for parameter in part.params for option in parameter.opts}
    named = set(re.findall(r"\bbuild\.py ([a-z]+)", code()))
    given = set(re.findall(r"(?<!\S)--[a-z]+", code()))

    assert named >= {"status", "next", "forget"}
    assert named - set(commands.PARTS) == set()
    assert given >= {"--now", "--output"}
    assert given - options == {"--help"}


def test_phones_say_what_the_handbook_says_that_they_do(sample: Path, tmp_path: Path) -> None:
    """The line on a moved meeting is the calendar's own, and the page has it under the word that is named."""
    press = Press(shutil.copytree(sample, tmp_path / "site"))
    said = re.search(r"`Ändrat (7 dec): (.+?) → (.+?), (kl\. [0-9.]+), plats: (\w+)`", HANDBOOK)
    assert said
    moved = KUNGSHOLMEN.replace("2017-03-16", "2017-03-17").replace(
        "}", f", time: {said[4]}, place: {said[5]}}}"
    )
    tour = (press.root / "tour.yaml").read_text(encoding="utf-8")
    press.write("tour.yaml", tour.replace(KUNGSHOLMEN, moved))
    press.build("2016-12-07T12:00")

    calendar = press.page("/turne/kungsholmen/mote.ics").replace("\n ", "").replace("\\,", ",")
    assert said[0].strip("`") in calendar
    assert f'<strong class="label">Flyttat</strong> {said[1]}:' in press.page("/turne/kungsholmen/")
