"""The mistakes in errors.md and errors.en.md, one test each: what the command answers, word for word.

With ACCEPT=1 in the environment the answers are written anew into those files.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Press, bare, run, typed

HERE = Path(__file__).resolve().parent
NOW = "1480323600"
"""10.00 in Stockholm on Monday 28 November 2016, in seconds since 1970."""
END = {
    "errors.md": "\n{count} fel. Webbplatsen är som den var: ingenting har ändrats.\n",
    "errors.en.md": "\n{count} {mistakes}. The site is as it was before: nothing has been changed.\n",
}
PATH = re.compile(r"`([^`]+)`( finns inte\.)?")
REPORT = "report"


@dataclass(frozen=True)
class Case:
    """A mistake, or several, and what is answered."""

    book: str
    """The file that it stands in."""
    title: str
    files: tuple[tuple[str, bytes | None], ...]
    """Each by its path; None where there is to be no file."""
    report: str

    @property
    def count(self) -> int:
        """How many mistakes are told."""
        return len(re.findall(r": (?:fel|error): ", self.report))

    @property
    def whole(self) -> str:
        """All that the command prints."""
        mistakes = "mistake" if self.count == 1 else "mistakes"
        return self.report + END[self.book].format(count=self.count, mistakes=mistakes)


def encoded(block: list[str], coding: str) -> bytes:
    """Give the bytes of a fenced block in the coding that stands after its language."""
    text = "".join(line + "\n" for line in block)
    return text.replace("→", "\t").encode() if coding == "tabs" else text.encode(coding)


def read_book(book: str) -> list[Case]:
    """Give the cases in a file, each with its own files; the first is the site without mistakes."""
    cases: list[Case] = []
    title, path, report = "", "", ""
    files: list[tuple[str, bytes | None]] = []
    lines = iter([*(HERE / book).read_text(encoding="utf-8").split("\n"), "### "])
    for line in lines:
        if line.startswith("### "):
            cases.append(Case(book, title, tuple(files), report))
            title, report, files = line[4:], "", []
        elif line.startswith("```"):
            kind, _, coding = line[3:].partition(" ")
            block = list(iter(lambda: next(lines), "```"))
            if kind == REPORT:
                report = "".join(line + "\n" for line in block)
            else:
                files.append((path, encoded(block, coding or "utf-8")))
        elif found := PATH.fullmatch(line):
            path = found[1]
            files += [(path, None)] if found[2] else []
    return cases


GOOD, *SWEDISH = read_book("errors.md")
GOOD_ENGLISH, *ENGLISH = read_book("errors.en.md")
STANDING = {"errors.md": GOOD, "errors.en.md": GOOD_ENGLISH}


def lay_out(root: Path, *files: tuple[str, bytes | None]) -> Press:
    """Make a site of files, later ones over earlier ones."""
    press = bare(root)
    for path, content in files:
        if content is None:
            (root / path).unlink()
        else:
            press.write(path, content)
    return press


def answer(press: Press) -> tuple[int, str]:
    """Build, and give the status and all that is printed."""
    done = typed(press, "build", SOURCE_DATE_EPOCH=NOW)
    return done.returncode, done.stdout + done.stderr


def accept(case: Case, printed: str) -> None:
    """Write the report that was printed into the case's place in its file."""
    book = HERE / case.book
    before, title, after = book.read_text(encoding="utf-8").partition(f"\n### {case.title}\n")
    report = printed.rpartition("\n\n")[0] + "\n"
    after = re.sub(
        r"```report\n.*?```\n", lambda _: f"```report\n{report}```\n", after, count=1, flags=re.DOTALL
    )
    book.write_text(before + title + after, encoding="utf-8")


@pytest.mark.parametrize("case", [*SWEDISH, *ENGLISH], ids=lambda case: case.title)
def test_a_mistake_is_answered_word_for_word(case: Case, tmp_path: Path) -> None:
    """The command tells every mistake and nothing else, ends with status 1 and publishes nothing."""
    press = lay_out(tmp_path, *STANDING[case.book].files, *case.files)
    status, printed = answer(press)
    if os.environ.get("ACCEPT") and status == 1:
        accept(case, printed)
        return

    assert printed == case.whole
    assert status == 1
    assert press.tree() == {}


@pytest.mark.parametrize("good", [GOOD, GOOD_ENGLISH], ids=["sv", "en"])
def test_the_site_around_the_mistakes_is_good(good: Case, tmp_path: Path) -> None:
    """Without a mistake in it, the site that the cases stand in is built."""
    press = lay_out(tmp_path, *good.files)
    status, printed = answer(press)

    assert (status, "index.html" in press.tree()) == (0, True), printed


def test_no_mistake_is_told_without_a_tip() -> None:
    """After each mistake stands what to write instead."""
    lines = "".join(case.report for case in [*SWEDISH, *ENGLISH]).splitlines()
    untold = [
        line
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        if not line.startswith("  ") and not below.startswith(("  tips: ", "  hint: "))
    ]

    assert untold == []


def test_a_case_is_found_by_its_title() -> None:
    """No two cases in a file share a title."""
    titles = [case.title for case in SWEDISH]

    assert len(titles) == len(set(titles)) > 40
    assert len(ENGLISH) >= 6


def apart(case: Case, number: int) -> tuple[str, bytes, str] | None:
    """Give a case of one release under a path of its own, with its report; None for any other case.

    What a release says of the tour is not told as long as tour.yaml has mistakes.
    """
    release = GOOD.files[-1][0]
    own, content = case.files[0]
    if len(case.files) != 1 or own != release or content is None or "tour.yaml" in case.report:
        return None
    path = release.replace("rost.md", f"rost-{number:03}.md")
    return path, content, case.report.replace(release, path)


def test_all_mistakes_of_all_files_come_out_in_one_run(tmp_path: Path) -> None:
    """A site of releases with mistakes, and a tour with several: one run tells them in source order."""
    tour = next(case for case in SWEDISH if case.title == "Fel i tre möten och i turnéns namn")
    others = [found for number, case in enumerate(SWEDISH) if (found := apart(case, number))]
    press = lay_out(tmp_path, *GOOD.files, *tour.files, *((path, content) for path, content, _ in others))
    status, printed = answer(press)
    told = Case("errors.md", "", (), "".join(report for *_, report in others) + tour.report)

    assert len(others) > 40
    assert printed == told.whole
    assert (status, press.tree()) == (1, {})


@pytest.mark.parametrize("case", [SWEDISH[0], ENGLISH[-1]], ids=lambda case: case.title)
def test_the_command_itself_answers_so(case: Case, tmp_path: Path) -> None:
    """As a program of its own it prints the same to standard error, and nothing to standard output."""
    press = lay_out(tmp_path, *STANDING[case.book].files, *case.files)
    done = run(press, SOURCE_DATE_EPOCH=NOW, LC_ALL="C")

    assert (done.returncode, done.stdout, done.stderr) == (1, "", case.whole)
    assert press.tree() == {}
