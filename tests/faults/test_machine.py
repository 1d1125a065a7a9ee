"""A machine that fails: full disks, folders that may not be written, links, changing files, a wrong clock."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from conftest import RELEASE, ROOT, TOUR, Press, run, small
from peer import missing
from photo import picture

from pressrum.edges.making import Maker
from pressrum.edges.pictures import Darkroom
from pressrum.edges.source_files import LOCK, OWN, STAGING
from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.model import Page, Release
from pressrum.parse.project import parse_text
from pressrum.parse.setting import Setting
from pressrum.permalinks import Permalink
from pressrum.plan.manifest import Task
from pressrum.plan.outputs import Output

NOW = "2016-12-01T12:00"
FIRST = "content/releases/2016-11-28-oppet-mote.md"
NOBODY = 65534


def clean(press: Press, folder: Path, now: str | None = NOW) -> dict[str, bytes]:
    """Give what the same sources and record give in a folder with nothing built."""
    twin = Press(folder / "twin")
    shutil.rmtree(twin.root, ignore_errors=True)
    shutil.copytree(press.root, twin.root, ignore=shutil.ignore_patterns("output", ".cache"), symlinks=True)
    twin.build(now, output="elsewhere")
    return twin.tree("elsewhere")


def refused(press: Press, *words: str, **variables: str) -> str:
    """Build, and give what is said by a build that the machine stops: a message with a tip, status 3."""
    done = run(press, "build", "--now", NOW, *words, **variables)

    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("fel: ") == 1
    return done.stderr


def all_changed(press: Press) -> None:
    """Change every page, a picture, the record and what is removed."""
    file = press.root / "templates/base.html"
    file.write_text(file.read_text().replace("</body>", "<p>Ny fot</p></body>"))
    press.write("content/releases/2016-11-30-ny/index.md", RELEASE.replace("Öppet", "Nytt"))
    press.write("content/releases/2016-11-30-ny/t.jpg", picture("JPEG", (900, 600)))
    press.write("tour.yaml", TOUR.replace("18.00", "19.00"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of its own, of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.getuid() != 0:
        missing("root", "the test of a full disk mounts one of its own")
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)]
    if subprocess.run(command, check=False).returncode != 0:  # noqa: S603 - our own command
        missing("mount", "the test of a full disk mounts one of its own")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607


def fill(disk: Path, left: int) -> Path:
    """Leave `left` octets, and less than a block, free on a disk."""
    free = shutil.disk_usage(disk).free
    file = disk / "full"
    file.write_bytes(b"x" * max(0, free - left))
    return file


def full_at(disk: Path, left: int, kind: str) -> int:
    """Build on a disk on which `left` octets are free, free it and build again; give how the first ended."""
    site = small(disk / "site")
    site.build()
    before = site.tree()
    if kind == "words":
        site.write(FIRST, RELEASE + "\nMer text.\n")
    else:
        all_changed(site)
    full = fill(disk, left)
    done = run(site, "build", "--now", NOW)
    full.unlink()
    if done.returncode:
        assert done.stderr.startswith("fel: datorn säger nej: disken är full")
        assert "Traceback" not in done.stderr
        assert done.returncode == 3
        assert list(site.root.rglob(".*.new")) == []
        assert not (site.root / "output" / OWN / STAGING).exists()
        new = clean(site, disk.parent)
        for name, content in site.tree().items():
            assert content in (before.get(name), new.get(name)), name
    site.build()

    assert site.tree() == clean(site, disk.parent)
    return done.returncode


@pytest.mark.parametrize("kind", ["all", "words"])
def test_full_disk(kind: str, small_disk: Path) -> None:
    """A disk that is full before the first octet stops the build, and the site stands as it was."""
    assert full_at(small_disk, 0, kind) == 3


@dataclass(frozen=True)
class Long:
    """The recipe of a long page."""

    def make(self) -> bytes:
        """Give more than a few blocks of a disk hold."""
        return b"x" * 30_000


def test_half_a_page_is_not_taken_for_the_whole(small_disk: Path) -> None:
    """A page of which only the beginning found room stops the build, even if nothing else needs any."""
    fill(small_disk, 3 * 4096)
    maker = Maker(Language("sv"), Darkroom(small_disk, {}))
    task = Task(Output(Permalink("/lang/"), Long(), "lang"), "new", None, "")

    with pytest.raises(OSError, match="space"):
        maker.lay_out([task], [str(small_disk / "lang.html")])


def test_a_release_that_could_not_be_written_is_none(small_disk: Path) -> None:
    """On a full disk `new release` leaves no file that stops each build, and the title is free again."""
    site = small(small_disk / "site")
    before = set(site.root.rglob("*"))
    full = fill(small_disk, 0)
    done = run(site, "new", "release", "Nytt")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("fel: datorn säger nej: disken är full")
    assert set(site.root.rglob("*")) == before
    full.unlink()
    assert run(site, "new", "release", "Nytt").returncode == 0


@pytest.mark.torture
@pytest.mark.parametrize("kind", ["all", "words"])
def test_disk_that_fills_at_any_write(kind: str, small_disk: Path) -> None:
    """Wherever in a build the disk is full, one message says so, and the next build is right."""
    ends = []
    for blocks in range(16) if kind == "words" else range(0, 42, 2):
        shutil.rmtree(small_disk / "site", ignore_errors=True)
        ends.append(full_at(small_disk, blocks * 4096, kind))

    assert (ends[0], ends[-1]) == (3, 0)


def powerless(press: Press) -> subprocess.CompletedProcess[str]:
    """Build as a user who may do with files what their owners allow, and no more."""
    if os.getuid() != 0 or not shutil.which("setpriv"):
        missing("root with setpriv", "the test gives files to another user")
    return subprocess.run(  # noqa: S603 - our own command
        [
            *("setpriv", "--inh-caps=-all", "--bounding-set=-all"),
            *(sys.executable, str(ROOT / "build.py"), "build", "--site", ".", "--now", NOW),
        ],
        cwd=press.root,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]},
    )


@pytest.mark.parametrize(
    "what",
    [
        "output",
        *(
            pytest.param(part, marks=pytest.mark.torture)
            for part in (f"output/{OWN}", "output/turne", f"output/{OWN}/{LOCK}")
        ),
    ],
)
def test_folder_of_another(what: str, press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where output/, or a part of it, belongs to another, the build says so and changes nothing."""
    press.build()
    all_changed(press)
    before, record = press.tree(), (press.root / "published.json").read_bytes()
    os.chown(press.root / what, NOBODY, NOBODY)

    done = powerless(press)

    assert (done.returncode, done.stderr.count("fel: ")) == (3, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert (press.tree(), (press.root / "published.json").read_bytes()) == (before, record)
    os.chown(press.root / what, 0, 0)
    assert powerless(press).returncode == 0
    assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"))


@pytest.mark.torture
def test_cache_of_another(press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where nothing can be kept a build takes longer, and is the same."""
    press.write("site.yaml", "search: ja\n" + (press.root / "site.yaml").read_text())
    press.build()
    for file in ((press.root / ".cache"), *(press.root / ".cache").rglob("*")):
        os.chown(file, NOBODY, NOBODY)
    for text in ("Ett.", "Två."):
        press.write(FIRST, RELEASE + text)
        done = powerless(press)

        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"))


def test_cache_that_is_a_file(press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """So it is where a file stands in the place of the cache."""
    press.write(".cache", "x")
    press.write("site.yaml", "search: ja\n" + (press.root / "site.yaml").read_text())
    press.build()
    press.write(FIRST, RELEASE + "Mer.")
    press.build()

    assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"))


def _file_for_output(press: Press) -> None:
    (press.root / "output").rename(press.root / "away")
    press.write("output", "x")


def _file_for_folder(press: Press) -> None:
    shutil.rmtree(press.root / "output/turne")
    press.write("output/turne", "x")


def _file_for_own(press: Press) -> None:
    (press.root / "output" / OWN).rename(press.root / "away")
    press.write(f"output/{OWN}", "x")


def _folder_for_file(press: Press) -> None:
    (press.root / "output/feed.xml").unlink()
    (press.root / "output/feed.xml").mkdir()


def _output_is_link(press: Press) -> None:
    (press.root / "output").rename(press.root / "away")
    (press.root.parent / "others").mkdir()
    (press.root.parent / "others/index.html").write_text("deras")
    (press.root / "output").symlink_to(press.root.parent / "others")


def _folder_is_link(press: Press) -> None:
    (press.root / "output/turne").rename(press.root / "away")
    (press.root.parent / "others").mkdir()
    (press.root.parent / "others/index.html").write_text("deras")
    (press.root / "output/turne").symlink_to(press.root.parent / "others")


def _link_to_nowhere(press: Press) -> None:
    (press.root / "output").rename(press.root / "away")
    (press.root / "output").symlink_to(press.root.parent / "others")


WAYS = (
    _file_for_output, _file_for_folder, _file_for_own, _folder_for_file, _output_is_link, _folder_is_link,
    _link_to_nowhere,
)  # fmt: skip


@pytest.mark.parametrize("spoil", WAYS, ids=lambda way: way.__name__)
def test_something_else_in_the_way(spoil: Callable[[Press], None], tmp_path: Path) -> None:
    """A file for a folder, a folder for a file or a link stops the build before anything has moved."""
    press = small(tmp_path / "site")
    press.build()
    spoil(press)
    all_changed(press)
    before, record = press.tree(), (press.root / "published.json").read_bytes()

    refused(press)

    assert press.tree() == before
    assert (press.root / "published.json").read_bytes() == record
    others = tmp_path / "others"
    assert not others.exists() or [file.read_text() for file in others.iterdir()] == ["deras"]


def test_a_link_to_nowhere_is_told_as_one(press: Press) -> None:
    """An output that leads to a folder that is gone, or to itself, is said to, with where it leads."""
    for to in ("served", "output"):
        (press.root / "output").unlink(missing_ok=True)
        (press.root / "output").symlink_to(to)

        assert refused(press) == (
            "fel: output är en länk som inte leder någonstans\n"
            f"  tips: skapa mappen som den ska leda till, {to}, eller ta bort länken\n"
        )


def test_output_may_be_a_link_to_an_empty_folder(tmp_path: Path) -> None:
    """A webmaster who lets output/ be a link to where the host serves from builds there, again and again."""
    press = small(tmp_path / "site")
    (tmp_path / "served").mkdir()
    (press.root / "output").symlink_to(tmp_path / "served")
    press.build()
    press.write(FIRST, RELEASE + "Mer.")
    press.build()

    assert press.tree() == clean(press, tmp_path)
    assert (tmp_path / "served/index.html").is_file()


def _books(press: Press) -> list[Path]:
    return list((press.root / ".cache/notebooks").glob("*.sqlite"))


def _cut(file: Path, chance: random.Random) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size))


def _garbage(file: Path, chance: random.Random) -> None:
    file.write_bytes(chance.randbytes(5000))


def _spoilt(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.randrange(1, 200)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    file.write_bytes(content)


def _tampered(file: Path, chance: random.Random) -> None:
    """Change a column of some rows to something of any type, or take rows away, or exchange two."""
    book = sqlite3.connect(file)
    table, key, column = chance.choice(
        [("texts", "path", "note"), ("rows", "name", "row"), ("facts", "facts", "facts")]
    )
    found = book.execute(f"select {key}, {column} from {table}").fetchall()  # noqa: S608 - our own words
    one, (_, others) = chance.choice(found)[0], chance.choice(found)
    with book:
        if chance.random() < 0.3:
            book.execute(f"delete from {table} where {key} = ?", (one,))  # noqa: S608 - as above
        else:
            new = chance.choice([None, 1, "x", b"", b"x" * 99, others])
            book.execute(f"update {table} set {column} = ? where {key} = ?", (new, one))  # noqa: S608 - as above
    book.close()


DAMAGE = (_cut, _garbage, _spoilt, _tampered)


def damage(press: Press, way: Callable[[Path, random.Random], None], times: int, folder: Path) -> None:
    """Damage the notebook and build, many times: what comes of it is always what a clean build gives."""
    chance = random.Random(way.__name__)  # noqa: S311 - the same at each run
    press.write("content/releases/2016-11-20-annan.md", RELEASE.replace("Öppet", "Annat"))
    for number in range(times):
        press.build()
        way(chance.choice(_books(press)), chance)
        press.write(FIRST, RELEASE + f"Text {number}.")
        press.build()

        assert press.tree() == clean(press, folder)


@pytest.mark.parametrize("way", DAMAGE, ids=lambda way: way.__name__)
def test_damaged_notebook(
    way: Callable[[Path, random.Random], None], press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A notebook that is cut, overwritten or tampered with costs time alone."""
    damage(press, way, 4, tmp_path_factory.mktemp("clean"))


@pytest.mark.torture
@pytest.mark.parametrize("way", DAMAGE, ids=lambda way: way.__name__)
def test_notebook_damaged_in_many_ways(
    way: Callable[[Path, random.Random], None], press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """So does one that is damaged in any of many ways."""
    damage(press, way, 25, tmp_path_factory.mktemp("clean"))


def test_notebook_with_pages_of_an_earlier_build(
    press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What a disk has kept of an earlier build in a notebook is not taken for what stands now."""
    other = "content/releases/2016-11-20-annan.md"
    press.write(other, RELEASE.replace("Öppet", "Annat"))
    press.build()
    (book,) = _books(press)
    for table in ("texts", "rows"):
        earlier = press.root / "earlier.sqlite"
        shutil.copyfile(book, earlier)
        press.write(other, RELEASE.replace("Öppet", "Annat") + f"Nyare än {table}.")
        press.build()
        css = press.root / "templates/assets/style.css"
        css.write_text(css.read_text() + "/* ny */" * (table == "rows"))
        press.build()
        with sqlite3.connect(book) as now:
            now.execute("attach ? as earlier", (str(earlier),))
            now.execute(f"delete from {table}")  # noqa: S608 - our own words
            now.execute(f"insert into {table} select * from earlier.{table}")  # noqa: S608
        now.close()
        press.write(FIRST, RELEASE + f"Nytt efter {table}.")
        press.build()

        assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"))


def test_notebook_of_another_program(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program has noted is not read: it may have understood the texts in another way."""
    press.build()
    before = [hashlib.sha256(file.read_bytes()).hexdigest() for file in _books(press)]
    monkeypatch.setattr("pressrum.edges.notes.notebook.fingerprint", lambda: "another")
    read: list[str] = []

    def parse(data: bytes, path: str, setting: Setting, today: date) -> Release | Page:
        read.append(path)
        return parse_text(data, path, setting, today)

    monkeypatch.setattr("pressrum.edges.notes.texts.parse_text", parse)
    press.build()

    assert read == [FIRST]
    assert [hashlib.sha256(file.read_bytes()).hexdigest() for file in _books(press)] != before


def test_text_that_is_being_saved(press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """While a text is saved over and over, each build gives one of those saved, whole, or names the file."""
    texts = [RELEASE + (f"Rad {number}. " * 25 + "\n\n") * 900 for number in range(2)]
    press.write(FIRST, texts[0])
    press.build()
    allowed = {press.page("/pressmeddelanden/2016/oppet-mote/")}
    press.write(FIRST, texts[1])
    press.build()
    allowed.add(press.page("/pressmeddelanden/2016/oppet-mote/"))
    stop = threading.Event()

    def save() -> None:
        while not stop.is_set():
            for text in texts:
                press.write(FIRST, text)

    saving = threading.Thread(target=save)
    saving.start()
    try:
        for _ in range(3):
            done = run(press, "build", "--now", NOW)

            assert done.returncode in (0, 1), done.stderr
            assert "Traceback" not in done.stderr
            assert press.page("/pressmeddelanden/2016/oppet-mote/") in allowed
    finally:
        stop.set()
        saving.join()
    press.build()
    assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"))


def test_a_save_that_stops_for_a_moment_is_waited_for(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text whose second half is written a moment after it was read is not taken for whole."""
    press.write(FIRST, RELEASE)
    waits: list[float] = []

    def meanwhile(seconds: float) -> None:
        waits.append(seconds)
        press.write(FIRST, RELEASE + "Andra halvan.\n")

    monkeypatch.setattr("pressrum.edges.sources.time.sleep", meanwhile)

    (told,) = press.mistakes()
    assert told.endswith("the file was changed while the site was being built")
    assert len(waits) == 1


def test_a_save_of_which_nothing_is_there_yet_is_waited_for_longer(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that was emptied to be written anew is not told as an empty one; its writer may be held up."""
    press.write(FIRST, "")
    waits: list[float] = []

    def meanwhile(seconds: float) -> None:
        waits.append(seconds)
        press.write(FIRST, RELEASE)

    monkeypatch.setattr("pressrum.edges.sources.BEGUN", 60_000_000_000)
    monkeypatch.setattr("pressrum.edges.sources.time.sleep", meanwhile)

    (told,) = press.mistakes()
    assert told.endswith("the file was changed while the site was being built")
    assert 0 < waits[0] <= 60


def test_sources_that_come_and_go(press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """While files come and go, each build is done, or tells of one that is gone."""
    press.build()
    stop = threading.Event()

    def churn() -> None:
        while not stop.is_set():
            for number in range(20):
                press.write(
                    f"content/releases/2016-11-20-n{number}.md", RELEASE.replace("date:", "draft: ja\ndate:")
                )
                press.write(f"content/releases/n/{number}.jpg", b"x")
            shutil.rmtree(press.root / "content/releases/n")
            for number in range(20):
                (press.root / f"content/releases/2016-11-20-n{number}.md").unlink()

    churning = threading.Thread(target=churn)
    churning.start()
    try:
        for _ in range(3):
            done = run(press, "build", "--now", NOW)

            assert done.returncode in (0, 1, 3), done.stderr
            assert "Traceback" not in done.stderr, done.stderr
    finally:
        stop.set()
        churning.join()
    press.build()
    assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"))


def test_clock_set_back_a_year(
    press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With a clock that was set back what is published stays: the build says what would vanish."""
    before, now, after = "1449000000", "1480600000", "1512150000"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", now)
    press.build(None)
    tree, record = press.tree(), (press.root / "published.json").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", before)
    for change in ("", "Mer text."):
        press.write(FIRST, RELEASE + change)

        with pytest.raises(BadSource) as told:
            press.build(None)
        assert {str(mistake.where) for mistake in told.value.mistakes} == {f"{FIRST}:3:7"}
        assert (press.tree(), (press.root / "published.json").read_bytes()) == (tree, record)
    for when in (now, after, now):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", when)
        press.build(None)

        assert press.tree() == clean(press, tmp_path_factory.mktemp("clean"), None)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_nowhere_to_tell(closed: str, press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """With standard streams closed, as some schedulers leave them, a build is made as with any others."""
    command = f'"$0" "$1" build --site . --now 2016-12-01T12:00 {closed}'
    ended = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", command, sys.executable, str(ROOT / "build.py")], cwd=press.root, check=False
    )

    assert ended.returncode == 0
    assert press.tree() == clean(press, tmp_path_factory.mktemp("twin"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
@pytest.mark.parametrize("words", [["--help"], ["status", "--site", "."]])
def test_no_room_for_what_is_told(words: list[str], press: Press) -> None:
    """Where what a command says can be written nowhere, its help too, that is told in a sentence."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, str(ROOT / "build.py"), *words],
            cwd=press.root,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )

    told = "fel: datorn säger nej: disken är full\n  tips: gör plats på den, och försök igen\n"
    assert (ended.returncode, ended.stderr) == (3, told)


def test_folder_whose_name_is_no_utf8(press: Press) -> None:
    """In a folder named by an old system a build is made, and what it says names the folder's octets."""
    folder = Path(os.fsdecode(os.fsencode(press.root) + b"/lat\xe5"))
    folder.mkdir()
    for name in ("site.yaml", "tour.yaml", "content", "templates"):
        (press.root / name).rename(folder / name)
    for said in ("index.html", "Inget att göra"):  # the second time with what the first has noted
        ended = run(Press(folder), "build", "--now", "2016-12-01T12:00", "--output", str(folder / "output"))
        assert (ended.returncode, ended.stderr) == (0, "")
        assert said in ended.stdout
        assert "lat\\udce5/output" in ended.stdout
