"""The same bytes anywhere: in any time zone and locale, for any user, in any order, with any cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import OWN, RELEASE, ROOT, Press, run
from peer import missing
from photo import picture
from rich import NOW

from pressrum.edges.processes import SHARE


@dataclass(frozen=True)
class Place:
    """Where and how the site is built."""

    name: str
    variables: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    reverse: bool = False
    """Whether its files are written in the other order, and long ago."""
    before: tuple[str, ...] = ()
    """What stands before the command."""
    twice: bool = False
    """Whether the site has been built before, with another style sheet and with its cache."""


PLACES = (
    Place("a", {"TZ": "UTC", "PYTHONHASHSEED": "0"}),
    Place(
        "kiritimati", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}, 0o077
    ),
    Place("en mapp med å och 'b'", {"TZ": "America/St_Johns", "LC_ALL": "sv_SE.UTF-8"}, 0o002, reverse=True),
    Place("one", {"PYTHONHASHSEED": "42", "HOME": "/nowhere"}, before=("taskset", "-c", "0"), reverse=True),
    Place("two", {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "COLUMNS": "20"}, 0o027, twice=True),
)

NOBODY = "65534"
ANOTHER = Place(
    "another",
    {"HOME": "/nonexistent", "USER": "nobody"},
    before=(
        *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
        *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
    ),
)
"""Another user, who may read and write here all the same."""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Give the sources of the site that has every kind of page."""
    press = Press(tmp_path / "sources")
    shutil.copytree(ROOT / "tests" / "rich", press.root)
    shutil.copytree(ROOT / "templates", press.root / "templates")
    shutil.copyfile(ROOT / "stockholm-districts.geojson", press.root / "stockholm-districts.geojson")
    folder = "content/releases/2016-12-20-torget/"
    press.write(folder + "torget.jpg", picture("JPEG", (1200, 800)))
    press.write(folder + "karta.png", picture("PNG", (700, 500), mode="P", transparency=0))
    return press.root


def copied(sources: Path, target: Path, *, reverse: bool) -> None:
    """Write all sources into a folder, in one order or the other."""
    files = sorted((file for file in sources.rglob("*") if file.is_file()), reverse=reverse)
    for file in files:
        new = target / file.relative_to(sources)
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, new)
        if reverse:
            os.utime(new, (1_000_000_000, 1_000_000_000))


def built(place: Place, sources: Path, folder: Path) -> dict[str, bytes]:
    """Build the site in a place; give its files and its record."""
    press = Press(folder / place.name)
    copied(sources, press.root, reverse=place.reverse)
    style = press.root / "templates/assets/style.css"
    if place.twice:
        right = style.read_bytes()
        style.write_bytes(right + b"/* another */")
        make(place, press)
        style.write_bytes(right)
        (press.root / "published.json").unlink()
        shutil.rmtree(press.root / "output")
    make(place, press)
    check_modes(press.root / "output", place.umask)
    return press.tree() | {"record": (press.root / "published.json").read_bytes()}


def make(place: Place, press: Press) -> None:
    """Run the command in a place."""
    command = [*place.before, sys.executable, str(ROOT / "build.py"), "--site", ".", "--now", NOW]
    variables = {"PATH": os.environ["PATH"], **place.variables}
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=press.root, env=variables, umask=place.umask, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def check_modes(output: Path, umask: int) -> None:
    """All of the site may be read by everyone; who else may write is as the umask says."""
    for file in (output, *_site(output)):
        least, most = (0o555, 0o777) if file.is_dir() else (0o444, 0o666)
        assert file.stat().st_mode & 0o777 == most & ~umask | least, file


def _site(output: Path) -> Iterator[Path]:
    return (file for file in output.rglob("*") if OWN not in file.parts)


def check_same(places: Iterable[Place], sources: Path, folder: Path) -> None:
    """Build in all places, and hold what comes of it against each other."""
    first, *others = [built(place, sources, folder) for place in places]

    for other in others:
        assert other == first


@pytest.mark.torture
def test_same_bytes_anywhere(sources: Path, tmp_path: Path) -> None:
    """Builds under different conditions give the same files, and the same record."""
    check_same(PLACES[1:4], sources, tmp_path / "places")


def test_names_are_read_alike_in_any_locale(empty: Press) -> None:
    """A name with marks gives one address, also where the locale has no letters but those of ASCII."""
    empty.write("content/releases/mötet.md", RELEASE)
    done = run(empty, "build", "--now", NOW, LC_ALL="POSIX", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Välkommen" in empty.page("/pressmeddelanden/2016/motet/")


@pytest.mark.torture
def test_same_bytes_for_another_user(sources: Path, tmp_path: Path) -> None:
    """So do builds by two users."""
    if os.getuid() != 0 or not shutil.which("setpriv"):
        missing("root with setpriv", "the test builds as another user")
    check_same((PLACES[0], ANOTHER), sources, tmp_path / "places")
    owners = {file.stat().st_uid for file in (tmp_path / "places/another/output").rglob("*")}

    assert owners == {int(NOBODY)}


@pytest.mark.torture
def test_same_bytes_by_one_hand_and_by_many(sources: Path, tmp_path: Path) -> None:
    """So do five of a large site, with and without a cache, by one process and by several."""
    for number in range(SHARE + 20):
        (sources / f"content/releases/r{number}.md").write_text(
            f"---\ntitle: T {number}\ndate: 2016-10-01\ntopics: [t{number % 7}]\n---\nText {number}.\n"
        )
    check_same(PLACES, sources, tmp_path / "places")


@pytest.mark.torture
def test_same_bytes_on_another_disk(sources: Path, tmp_path: Path) -> None:
    """Another file system gives its files in another order, and the site is the same."""
    other = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one
    if not other.is_dir() or os.stat(other).st_dev == os.stat(tmp_path).st_dev:  # noqa: PTH116
        pytest.skip("there is no other disk")
    folder = other / f"pressrum-{os.getpid()}"
    try:
        assert built(PLACES[0], sources, folder) == built(PLACES[0], sources, tmp_path / "here")
    finally:
        shutil.rmtree(folder)
