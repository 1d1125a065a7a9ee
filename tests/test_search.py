"""The search index: only what is public is in it, and it is the same however it came about."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import OWN, ROOT, SITE, Press

from build import build
from pressrum.edges import report
from pressrum.edges.forget import forget_addresses
from pressrum.edges.request import Request
from pressrum.language import Language

NOON = "2016-12-01T12:00"
MARK = "vattenmark"
"""As Pagefind cuts it down to its stem."""
HIDDEN = f"""\
---
title: Hemlig {MARK}
lead: Ingress {MARK}
{{field}}
topics: [ämne {MARK}]
meetings: [skarholmen]
---

Text {MARK} och en till.
"""


@pytest.fixture
def searched(press: Press) -> Press:
    """Give the small site with a search."""
    press.write("site.yaml", SITE + "search: ja\n")
    return press


def unpacked(press: Press, output: str = "output") -> dict[str, bytes]:
    """Give every file below output/, the build's own included, without its packing."""
    top = press.root / output
    read = {file.relative_to(top).as_posix(): file.read_bytes() for file in top.rglob("*") if file.is_file()}
    return {
        name: gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        for name, content in read.items()
    }


def found(press: Press) -> set[str]:
    """Give the addresses that the index leads to."""
    return {
        json.loads(content.removeprefix(b"pagefind_dcd"))["url"]
        for name, content in unpacked(press).items()
        if name.endswith(".pf_fragment")
    }


def test_public_release_is_found(searched: Press) -> None:
    """A public release is in the index with its words and filters, and the page of the search is there."""
    searched.write("content/releases/x.md", HIDDEN.format(field="date: 2016-11-20"))

    outcome = searched.build()

    told = report.success(outcome, "output", Language("sv"), trial=False)
    assert " /kalender/, /pagefind/, /pressmeddelanden/, " in told
    assert found(searched) == {"/pressmeddelanden/2016/oppet-mote/", "/pressmeddelanden/2016/x/"}
    holding = {
        name.partition("/")[0] for name, content in unpacked(searched).items() if MARK.encode() in content
    }
    assert holding >= {"pagefind", "sok", "amnen"}
    assert "sok/index.html" in searched.tree()


@pytest.mark.parametrize(
    "field",
    [
        "date: 2016-11-20\ndraft: ja",
        "date: 2016-12-01 12:00:01",
        "date: 2016-11-20\nexpires: 2016-12-01 12:00",
        "date: 2016-11-20\nretracted: Fel uppgift.",
    ],
)
def test_what_is_not_public_leaves_no_byte(searched: Press, field: str) -> None:
    """A draft, an embargoed, an expired and a retracted text are in no file, packed or not."""
    searched.write("content/releases/x.md", HIDDEN.format(field=field))

    searched.build()

    assert [name for name, content in unpacked(searched).items() if MARK.encode() in content.lower()] == []
    assert [name for name in unpacked(searched) if MARK in name] == []
    assert found(searched) == {"/pressmeddelanden/2016/oppet-mote/"}
    assert "<option>Skärholmen" not in searched.page("/sok/")


def test_index_follows_every_edit_and_equals_a_clean_one(searched: Press) -> None:
    """After each edit the site is what a build from nothing gives, without what was remembered."""
    for now in edits(searched):
        searched.build(now)
        shutil.rmtree(searched.root / ".cache")

        assert searched.tree() == searched.clean(now)


def edits(press: Press) -> Iterator[str]:
    """Do what staff do, one edit after the other; give the moment of each build."""
    release = "content/releases/a.md"
    yield NOON
    press.write(release, "---\ntitle: A\ndate: 2016-11-20\ntopics: [skola, vård]\n---\nEtt får.\n")
    yield NOON
    press.write(release, "---\ntitle: A\ndate: 2016-11-20\ntopics: [vård]\n---\nTvå får.\n")
    yield NOON
    press.write("content/releases/b.md", "---\ntitle: B\ndate: 2016-12-02\nmeetings: [skarholmen]\n---\nC.\n")
    yield NOON
    yield "2016-12-02T12:00"
    press.write(release, "---\ntitle: A\ndate: 2016-11-20\ntopics: [vård]\nretracted: Fel.\n---\nTvå får.\n")
    yield "2016-12-02T12:00"
    (press.root / release).unlink()
    forget_addresses(press.root, ["/pressmeddelanden/2016/a/"])
    yield "2016-12-02T12:00"


def test_unchanged_texts_are_not_indexed_again(searched: Press) -> None:
    """A build in which no release changed asks Pagefind nothing, and a second one touches nothing."""
    searched.build()
    kept = {file: file.stat().st_mtime_ns for file in (searched.root / ".cache/search").iterdir()}
    tour = (searched.root / "tour.yaml").read_text()
    searched.write("tour.yaml", tour.replace("18.00", "19.00"))

    outcome = searched.build()

    assert {file: file.stat().st_mtime_ns for file in (searched.root / ".cache/search").iterdir()} == kept
    assert [name for name in outcome.written if name.startswith("pagefind/")] == []
    assert searched.build().work.make == ()


def test_answer_that_is_not_whole_is_asked_for_again(searched: Press) -> None:
    """What was remembered and has been cut short is no answer."""
    searched.build()
    before = searched.tree()
    [kept] = (searched.root / ".cache/search").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    shutil.rmtree(searched.root / "output/pagefind")

    searched.build()

    assert searched.tree() == before


def test_few_answers_are_remembered(searched: Press) -> None:
    """Old answers are forgotten, so that what has left the site does not stay beside it for ever."""
    for number in range(5):
        searched.write("content/releases/a.md", f"---\ntitle: A {number}\ndate: 2016-11-20\n---\nText.\n")
        searched.build()

    assert len(list((searched.root / ".cache/search").iterdir())) == 3


@pytest.mark.torture
def test_machine_does_not_show(searched: Press) -> None:
    """Where and how Pagefind is run, and its settings on the machine, change no byte of the site."""
    for number in range(40):
        topics = f"topics: [ämne {number % 7}, fråga {number % 5}]"
        fields = f"title: Nr {number}\ndate: {2000 + number % 9}-11-20\n{topics}"
        searched.write(f"content/releases/n{number}.md", f"---\n{fields}\n---\nOrd{number} och ord.\n")
    elsewhere = searched.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pagefind.yml").write_text("include_characters: [")
    trees = []
    for number, (where, surroundings) in enumerate(
        (
            (searched.root, {"PYTHONHASHSEED": "0"}),
            (elsewhere, {"PYTHONHASHSEED": "1", "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "7"}),
            (Path("/"), {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        )
    ):
        shutil.rmtree(searched.root / ".cache", ignore_errors=True)
        run(searched, f"out{number}", where, surroundings)
        trees.append(searched.tree(f"out{number}"))

    assert trees[0] == trees[1] == trees[2]
    assert any(name.startswith("pagefind/filter/") for name in trees[0])


def run(
    press: Press, output: str, where: Path, surroundings: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run the command in another folder, with other surroundings."""
    return subprocess.run(  # noqa: S603 - our own command
        [
            sys.executable,
            str(ROOT / "build.py"),
            *("--site", str(press.root), "--output", str(press.root / output), "--now", NOON),
        ],
        cwd=where,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]} | surroundings,
    )


ANSWER = "eyJtZXNzYWdlX2lkIjogMCwgInBheWxvYWQiOiB7InR5cGUiOiAiRXJyb3IiLCAibWVzc2FnZSI6ICJuZWoifX0=,"
"""An answer of Pagefind's that is none, in base64."""
STAND_INS = {
    "raise ImportError": "Pagefind är inte installerat",
    "def get_executable(): raise FileNotFoundError": "Pagefind är inte installerat",
    "from pathlib import Path\ndef get_executable(): return Path(__file__).parent": (
        "Pagefind går inte att köra (Permission denied)"
    ),
    "from pathlib import Path\ndef get_executable(): return Path(__file__).with_name('stops')": (
        "Pagefind avbröts"
    ),
    "from pathlib import Path\ndef get_executable(): return Path(__file__).with_name('refuses')": (
        "Pagefind säger: nej"
    ),
}
"""What may be there instead of Pagefind, and what is then told."""


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize("code", STAND_INS)
def test_missing_program_is_told_calmly(searched: Press, code: str) -> None:
    """Without a Pagefind that works the build says so, what to do, and changes nothing."""
    searched.write("in/pagefind_bin/__init__.py", code)
    searched.write("in/pagefind_bin/stops", "#!/bin/sh\ncat >/dev/null &\nexit 0\n")
    searched.write("in/pagefind_bin/refuses", f"#!/bin/sh\necho {3 * ANSWER}\ncat >/dev/null\n")
    for program in ("stops", "refuses"):
        (searched.root / "in/pagefind_bin" / program).chmod(0o755)

    done = run(searched, "output", searched.root, {"PYTHONPATH": str(searched.root / "in")})

    assert done.stderr.splitlines() == [
        f"fel: sökregistret kan inte göras: {STAND_INS[code]}",
        "  tips: kör make, som installerar det; eller ta bort raden search: ur site.yaml, och bygg om",
    ]
    assert (done.stdout, done.returncode) == ("", 3)
    assert [file for file in (searched.root / "output").rglob("*") if OWN not in file.parts] == []


def test_site_without_search_runs_nothing_of_it(press: Press) -> None:
    """Without the field there is no page, no index and no cache, and nothing of it is even loaded."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom build import build\n"
        "from pressrum.edges.request import Request\n"
        f"build(Request(Path({str(press.root)!r}), Path({str(press.root / 'output')!r}), {NOON!r}))\n"
        "print([name for name in sys.modules if 'pagefind' in name or name == 'pressrum.edges.search'])"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )

    assert done.stdout == "[]\n"
    assert not (press.root / ".cache/search").exists()
    assert [name for name in press.tree() if name.startswith(("sok", "pagefind"))] == []
    assert "sok/" not in press.page("/")


@pytest.mark.parametrize("texts", [{}, {"indraget": "title: Indraget\ndate: 2016-11-01\nretracted: Fel."}])
def test_site_with_nothing_to_find_has_a_search_that_says_so(empty: Press, texts: dict[str, str]) -> None:
    """As long as there is nothing to find, or only what is withdrawn, there is a page, and no index."""
    empty.write("site.yaml", SITE + "search: ja\n")
    for name, front in texts.items():
        empty.write(f"content/releases/{name}.md", f"---\n{front}\n---\n\nText.\n")

    empty.build()

    assert "Det finns inga pressmeddelanden att söka bland." in empty.page("/sok/")
    assert [name for name in empty.tree() if name.startswith("pagefind/")] == []


def test_search_that_is_taken_away_leads_to_the_archive(searched: Press) -> None:
    """The address of the search goes on when site.yaml no longer asks for it; the index goes."""
    searched.build()
    searched.write("site.yaml", SITE)

    searched.build()

    assert 'href="../pressmeddelanden/"' in searched.page("/sok/")
    assert [name for name in searched.tree() if name.startswith("pagefind/")] == []


def test_choices_are_in_the_language_s_order(searched: Press) -> None:
    """Years stand the newest first, topics and districts in Swedish order, each once."""
    for number, topic in enumerate(("Öppettider", "bad", "Åk", "ändring", "Bad")):
        fields = f"title: T\ndate: {2010 + number // 2}-11-20\ntopics: [{topic}]"
        meetings = "meetings: [skarholmen, sodermalm]"
        searched.write(f"content/releases/t{number}.md", f"---\n{fields}\n{meetings}\n---\nText.\n")

    searched.build()

    options = re.findall(r'<option value="(.+)">\1</option>', searched.page("/sok/"))
    assert options == [
        *("2016", "2012", "2011", "2010"),
        *("Bad", "Åk", "ändring", "Öppettider"),
        *("Skärholmen", "Södermalm"),
    ]


def test_index_is_moved_before_what_leads_to_it(searched: Press) -> None:
    """The parts of the index are in place before the page, and the file that names them comes last."""
    order = [
        task.output.permalink.path for task in searched.build().work.make if task.output.owner == "search"
    ]

    assert order.index("/sok/") == len(order) - 2
    assert order[-1] == "/pagefind/pagefind-entry.json"


def test_english_site_has_an_english_search(searched: Press) -> None:
    """In English the page has its English address, and words are cut down as English ones are."""
    searched.write("site.yaml", SITE + "search: yes\nlanguage: en\n")

    searched.build()

    assert "Search press releases" in searched.page("/search/")
    assert "pagefind/wasm.en.pagefind" in searched.tree()


def test_index_is_only_what_the_search_uses(searched: Press) -> None:
    """Pagefind's own interfaces, with inline styles, are not published."""
    searched.build()

    kinds = {name.rpartition(".")[2] for name in searched.tree() if name.startswith("pagefind/")}
    assert kinds == {"js", "json", "pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta"}
    assert [name for name in searched.tree() if "-ui" in name or "highlight" in name] == []


def test_trial_of_another_time_has_an_index_of_its_own(searched: Press) -> None:
    """A look ahead finds what is public then, and leaves the site's own index alone."""
    searched.write("content/releases/b.md", "---\ntitle: B\ndate: 2016-12-24\n---\nJul.\n")
    searched.build()
    before = searched.tree()

    build(Request(searched.root, searched.root / "look", "2016-12-25T12:00"))

    assert any(b"Jul." in content for content in unpacked(searched, "look").values())
    assert searched.tree() == before
