"""Help and complaints about what was typed, in the language of the site."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from conftest import ROOT, Press

from build import build
from pressrum import VERSION
from pressrum.edges import commands
from pressrum.edges.commands.words import Command, Group
from pressrum.language import Language

ENGLISH = (
    "Usage",
    "Options",
    "Commands",
    "Show this",
    "Example:",
    "FOLDER",
    "OPTIONS",
    "arguments",
    "INTEGER",
)
Typed = Callable[[str, list[str]], tuple[int, str]]


@pytest.fixture
def typed(press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type words after build.py for a site in a language; gives the status and all that is said."""

    def type_in(language: str, words: list[str]) -> tuple[int, str]:
        press.write("site.yaml", f"language: {language}\n" + (press.root / "site.yaml").read_text())
        monkeypatch.setattr(sys, "argv", ["build.py", *words])
        for stream in (sys.stdout, sys.stderr):
            monkeypatch.setattr(stream, "reconfigure", lambda **_: None, raising=False)
        status = 0
        try:
            commands.main(build, press.root)
        except SystemExit as ended:
            status = int(ended.code or 0)
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return type_in


def every(group: Group, *above: str) -> Iterator[tuple[str, ...]]:
    """Give what is typed for each command below `group`, and for itself."""
    yield above
    context = click.Context(group)
    for name in group.list_commands(context):
        part = group.get_command(context, name)
        if isinstance(part, Group):
            yield from every(part, *above, name)
        else:
            yield (*above, name)


def found(words: tuple[str, ...]) -> Command:
    """Give the command that is typed so."""
    part: click.Command = commands.group
    for word in words:
        assert isinstance(part, Group)
        below = part.get_command(click.Context(part), word)
        assert below
        part = below
    assert isinstance(part, Command)
    return part


COMMANDS = tuple(every(commands.group))
BOTH = pytest.mark.parametrize("language", ["sv", "en"])
EACH = pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "build.py")


@BOTH
@EACH
def test_help_is_in_the_language_of_the_site(words: tuple[str, ...], language: str, typed: Typed) -> None:
    """Each command tells what it does, with an example, and says no word in another language."""
    status, told = typed(language, [*words, "--help"])
    command, tell = found(words), Language(language).tell
    examples = [example if isinstance(example, str) else tell(example) for example in command.examples]

    assert status == 0
    assert tell(command.about) in " ".join(told.split())
    assert [example for example in examples if example not in told] == []
    assert examples
    assert language == "en" or [word for word in ENGLISH if word in told] == []
    assert language == "sv" or not any(word in told for word in (*"åäö", "/om/", "kalender"))


@BOTH
@EACH
def test_each_example_can_be_typed(words: tuple[str, ...], language: str) -> None:
    """What the help shows as an example is a line that its own command takes."""
    tell, above = Language(language).tell, click.Context(commands.group, obj=commands.Desk(build, ROOT, None))
    for example in found(words).examples:
        line = re.search(r"python build\.py[^|)]*", example if isinstance(example, str) else tell(example))
        assert line
        program, file, *rest = shlex.split(line[0])
        command = found(words or tuple(rest[:1]) or ("build",))
        given = [word for word in rest[len(words or rest[:1]) :] if word != "--help"]

        assert (program, file, tuple(rest[: len(words)])) == ("python", "build.py", words)
        assert command.make_context(command.name, given, parent=above).command is command


RECOVER = "make recover FROM=output"
FORGET = 'så här: make forget WHAT=/om/, eller make forget WHAT="meeting sodermalm"'
WRONG = (
    ("stauts", 'det finns inget kommando "stauts"', "skriv build.py status"),
    ("status --nwo", 'det finns ingen flagga "--nwo"', "skriv --now"),
    ("new meeting Farsta 2016-12-14 --tid 18", 'det finns ingen flagga "--tid"', "skriv --time"),
    (
        "new meeting Farsta 2016-12-14 --medverkande=A",
        'det finns ingen flagga "--medverkande"',
        "skriv --with",
    ),
    ("new meeting Farsta 2016-12-14 --plase Torget", 'det finns ingen flagga "--plase"', "skriv --place"),
    ("new release --title x", 'det finns ingen flagga "--title"', "flaggorna här är: --site, --now"),
    (
        "new --now 2016 release Hej",
        'det finns ingen flagga "--now"',
        "skriv kommandot först: build.py new release",
    ),
    ("new --now 2016", 'det finns ingen flagga "--now"', "build.py new --help räknar upp kommandona"),
    ("status --now", "något ska stå efter --now", "build.py status --help visar hur"),
    ("build --output=", "något ska stå efter --output", "build.py build --help visar hur"),
    ("status --site=", "något ska stå efter --site", "build.py status --help visar hur"),
    ("status nu genast", '"nu genast" är mer än vad kommandot tar emot', "build.py status --help visar hur"),
    (
        "--now 2016-12-01 status nu",
        '"status nu" är mer än vad kommandot tar emot',
        "skriv kommandot först: build.py status",
    ),
    ("forget", "ange adresser, eller ordet meeting och ett id", FORGET),
    ("forget meeting", "ange adresser, eller ordet meeting och ett id", FORGET),
    ("recover", "kommandot behöver mer: FIL_ELLER_MAPP", "build.py recover --help visar hur"),
    ("serve --port åtta", "--port tar ett heltal från 1 till 65535", "build.py serve --help visar hur"),
    ("serve --port 70000", "--port tar ett heltal från 1 till 65535", "build.py serve --help visar hur"),
    ("build --frozen=ja", "--frozen står ensam och tar inget värde", "build.py build --help visar hur"),
    (
        "recover ingenstans",
        'det finns ingen fil eller mapp "ingenstans"',
        f"ange mappen med den publicerade webbplatsen, eller filen med hela kalendern: {RECOVER}",
    ),
)


@pytest.mark.parametrize(("line", "message", "tip"), WRONG, ids=[line for line, *_ in WRONG])
def test_what_was_typed_wrong_is_told(line: str, message: str, tip: str, typed: Typed) -> None:
    """A slip on the command line is named, with what to type instead, and ends with status 2."""
    assert typed("sv", line.split()) == (2, f"fel: {message}\n  tips: {tip}\n")


@pytest.mark.parametrize("line", [line for line, *_ in WRONG])
def test_what_was_typed_wrong_is_told_in_english(line: str, typed: Typed) -> None:
    """On an English site a slip is told in English."""
    status, told = typed("en", line.split())

    assert status == 2
    assert told.startswith("error: ")
    assert "\n  hint: " in told
    assert not any(letter in told for letter in "åäö")


def test_the_site_that_is_named_decides_the_language(typed: Typed, press: Press) -> None:
    """Help is in the language of the site after `--site`, wherever that stands."""
    press.write("other/site.yaml", "language: en\n")
    site = str(press.root / "other")

    assert "Usage: " in typed("sv", ["status", "--help", "--site", site])[1]
    assert "Usage: " in typed("sv", ["status", f"--site={site}", "--help"])[1]
    assert "Användning: " in typed("sv", ["status", "--help"])[1]


@pytest.mark.parametrize("line", ["build", "status", "next", "check", "recover output"])
def test_a_folder_that_is_not_there_has_no_site(line: str, typed: Typed, press: Press) -> None:
    """A wrong folder after --site is told as one without site.yaml, and is not made."""
    (press.root / "output").mkdir()
    site = press.root / "borta"
    words = [word.replace("output", str(press.root / "output")) for word in line.split()]
    status, told = typed("sv", [*words, "--site", str(site)])

    assert status == 1
    assert told.startswith(f"{site}/site.yaml:1:1: fel: det finns ingen site.yaml i den här mappen\n")
    assert not site.exists()


def ended(program: str, site: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of a few lines in a site's folder; give how it ended."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", program],
        cwd=site,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        timeout=30,
    )


def test_ctrl_c_ends_at_once_with_a_word(press: Press) -> None:
    """A command that is stopped says so, with the status that shells give it, and waits for nothing."""
    stopped = (
        "import time\n"
        "from pathlib import Path\n"
        "from pressrum.edges import commands\n"
        "from pressrum.edges.processes import parted, share\n"
        "def stop(request):\n"
        "    global made\n"
        "    made = share(parted(lambda things: time.sleep(60), range(200)))\n"
        "    made.__enter__()\n"
        "    raise KeyboardInterrupt\n"
        "commands.main(stop, Path())\n"
    )
    done = ended(stopped, press.root)

    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "Avbrutet.")


def test_ctrl_c_while_a_model_is_made_gives_no_traceback(press: Press) -> None:
    """pydantic, stopped amid its work, raises an error of its own; the command ends as by any Ctrl-C."""
    stopped = (
        "from pathlib import Path\n"
        "from pydantic_core import SchemaValidator\n"
        "from pressrum.edges import commands\n"
        "class Stopped(str):\n"
        "    def __repr__(self):\n"
        "        raise KeyboardInterrupt\n"
        "def stop(request):\n"
        "    SchemaValidator({'type': 'literal', 'expected': [Stopped('a')]})\n"
        "commands.main(stop, Path())\n"
    )
    done = ended(stopped, press.root)

    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "Avbrutet.")


def test_the_version_is_that_of_the_project() -> None:
    """What `--version` shows, and what other sites are told, is the version that is released."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_ctrl_c_while_the_program_is_loaded_gives_no_traceback() -> None:
    """Who stops a command before it has words hears nothing, and gets the same status."""
    loading = (
        "import runpy, sys\n"
        "class Stopped:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'pressrum.edges.lock':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stopped())\n"
        "runpy.run_path(sys.argv[1], run_name='__main__')\n"
    )
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", loading, "build.py"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
