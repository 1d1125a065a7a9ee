"""Steps that staff and machines take between builds, and two sites: one keeps all, the other nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import ROOT, SITE, Press, bare
from hypothesis import strategies as some
from photo import picture

from pressrum.edges.request import Outcome
from pressrum.errors import BadSource, Mistake, Trouble
from pressrum.language import Language

Step = tuple[str, int, int]
START = datetime(2016, 12, 1, 8, 0, tzinfo=UTC)
NAMES = ("a", "b", "c", "d")
BODIES = (
    "Första stycket.\n\nMer text här.\n",
    "Första stycket.\n\nMer texT här.\n",
    "Första stycket.\n\nMer text här. \n\n",
    "Ett annat stycke först.\n\nMer text här.\n",
    "Första stycket.\n\n[[tour]]\n\nMer text.\n",
    "Första stycket.\n\n[[tour]]\n\n[[tour]]\n\nMer.\n",
    "Första stycket, med [[tour]] i.\n",
    "Första stycket.\n\n## En rubrik\n\nSe [ovan](#en-rubrik).\n",
    "Första stycket.\n\n## En annan\n\nSe [där](/om/#om-oss).\n",
    "Första stycket.\n\nSe [b](b.md) och [turnén](/turne/).\n",
    "Första stycket.\n\nOch se [b](b.md) och [turnén](/turne/).\n",
    "Första stycket.\n\n– Bra, säger Anna Ek.\n",
    'Första stycket.\n\n![Torget](torg.jpg "Foto: Anna Ek")\n',
    'Första stycket igen.\n\n![Torget](torg.jpg "Foto: Anna Ek")\n\nSlut.\n',
    "Första stycket.\n\n<script>alert(1)</script>\n",
    "Första stycket.[^1]\n\n[^1]: En not.\n",
    "Första stycket.\n\n| Dag | Plats |\n|---|---|\n| Fredag | Farsta |\n",
    "",
)
FIELDS = (
    "",
    "topics: [ämne]\n",
    "topics: [Ämne, två]\nlead: En ingress.\n",
    "lead: En annan ingress.\n",
    "meetings: [farsta]\n",
    "retracted: Det var fel.\n",
    "expires: 2016-12-02 09:00\n",
    "draft: ja\n",
    "corrections: [{date: 2016-12-01, text: Rättat.}]\n",
    "corrections: [{date: 2016-12-02 10.15, text: Rättas.}, {date: 2016-12-01, text: Rättat.}]\n",
    "slug: omdopt\n",
    "aliases: [/pressmeddelanden/2016/a/]\n",
    "aliases: [/pressmeddelanden/2016/b/]\nslug: omdopt\n",
    "image: {file: torg.jpg, alt: Torget, credit: Anna Ek}\n",
    "lang: en\noriginal: a.md\n",
    "lang: en\noriginal: b.md\n",
    "contacts: [bo]\n",
    "lead: |\n  En ingress\n  på två rader.\n",
)
DATES = (
    "2016-11-01", "2016-12-01 08:30", "2016-12-01 12:00", "2016-12-02 10:00", "2016-11-01 07:00",
    "2015-05-05",
)  # fmt: skip
TITLES = ("Titel", "En annan titel", "Tredje")
MEETINGS = (
    "",
    "  - {district: Farsta, date: 2016-12-02}\n",
    "  - {district: Farsta, date: 2016-12-02, time: 18.00, place: Skolan}\n",
    "  - {district: Farsta, date: 2016-12-01, time: 10.00, place: Skolan, id: farsta}\n",
    "  - {district: Farsta, date: 2016-12-02, time: 19.00, place: Skolan, cancelled: Snö}\n",
    "  - {district: Bromma, date: 2016-12-03, about: Parken}\n  - {district: Farsta, date: 2016-12-02}\n",
    "  - {district: Bromma, date: 2016-12-02, id: farsta}\n  - {district: farsta, date: 2016-12-04, id: b}\n",
)
SITES = (
    "", "description: Vi är vi.\n", "search: ja\n", "accent: '#005ea5'\n", "timezone: Europe/Helsinki\n",
    "tour: {meeting_length: 45}\n", "language: en\n", "privacy: {logs: Inga.}\n",
)  # fmt: skip
WAITS = (1, 25, 30, 60 * 3, 60 * 7, 60 * 24)
"""Minutes."""


@dataclass
class Text:
    """A release or a page as staff have it before them."""

    title: int = 0
    date: int = 0
    fields: int = 0
    body: int = 0

    def written(self) -> str:
        """Give the file."""
        return (
            f"---\ntitle: {TITLES[self.title]}\ndate: {DATES[self.date]}\n{FIELDS[self.fields]}---\n\n"
            f"{BODIES[self.body]}"
        )


@dataclass
class Twins:
    """Two sites with the same sources and each its own record.

    `kept` is built as staff build; before each build of `clean` its output and its cache are taken away.
    """

    kept: Press
    clean: Press
    asked: bool = True
    """Whether the moment is asked for, by `--now`, and is not the clock's, as SOURCE_DATE_EPOCH sets it."""
    now: datetime = START
    texts: dict[str, Text] = field(default_factory=dict)

    @classmethod
    def at(cls, folder: Path, *, asked: bool) -> Twins:
        """Make them in a folder."""
        twins = cls(bare(folder / "kept"), bare(folder / "clean"), asked)
        twins.write("site.yaml", SITE + BO)
        twins.write("tour.yaml", f"title: Turné\nmeetings:\n{MEETINGS[2]}")
        twins.write("content/pages/om.md", "---\ntitle: Om\n---\n\n## Om oss\n\nText.\n")
        twins.write("content/releases/torg.jpg", picture("JPEG", (600, 400)))
        for number, name in enumerate(NAMES[:3]):
            twins.texts[name] = Text(date=(0, 4, 1)[number], fields=(1, 4, 2)[number], body=number * 4)
            twins.save(name)
        return twins

    def write(self, path: str, text: str | bytes) -> None:
        """Write a source of both."""
        self.kept.write(path, text)
        self.clean.write(path, text)

    def save(self, name: str) -> None:
        """Save a text."""
        self.write(f"content/releases/{name}.md", self.texts[name].written())

    def remove(self, path: str) -> None:
        """Remove a source of both."""
        for press in (self.kept, self.clean):
            (press.root / path).unlink()

    def check(self, output: str = "output", *, frozen: bool = False, again: bool = False) -> None:
        """Build both, and hold against each other all that came of it: files, record, warnings, mistakes.

        Where it is done `again`, from nothing but the new record, that gives the same and says nothing new.
        """
        shutil.rmtree(self.clean.root / output, ignore_errors=True)
        shutil.rmtree(self.clean.root / ".cache", ignore_errors=True)
        with pytest.MonkeyPatch.context() as patch:
            if not self.asked:
                patch.setenv("SOURCE_DATE_EPOCH", str(int(self.now.timestamp())))
            kept, clean = (self._built(press, output, frozen=frozen) for press in (self.kept, self.clean))

            assert kept == clean
            if again:
                shutil.rmtree(self.clean.root / output, ignore_errors=True)
                shutil.rmtree(self.clean.root / ".cache", ignore_errors=True)
                more = self._built(self.clean, output, frozen=frozen)

                assert more[1:] == clean[1:]
                if isinstance(more[0], list) and isinstance(clean[0], list):
                    assert {*more[0]} <= {*clean[0]}

    def _built(self, press: Press, output: str, *, frozen: bool) -> tuple[object, ...]:
        record = press.root / "published.json"
        try:
            outcome = press.build(self.now.isoformat() if self.asked else None, output, frozen=frozen)
        except BadSource as bad:
            return ("mistakes", *told(bad.mistakes), record.exists() and record.read_bytes())
        except Trouble as trouble:
            return (type(trouble), Language("en").tell(trouble.message))
        return (*said(outcome), press.tree(output), record.exists() and record.read_bytes())


BO = "  bo: {name: Bo Alm, role: Presschef, email: bo@press.example, until: 2016-12-02}\n"


def told(mistakes: tuple[Mistake, ...]) -> list[str]:
    """Give mistakes or warnings as they are told."""
    return [f"{mistake.where}: {Language('en').tell(mistake.message)}" for mistake in mistakes]


def said(outcome: Outcome) -> tuple[object, ...]:
    """Give what is told of a build, but for what was made."""
    outlook = outcome.outlook
    return sorted(told(outlook.warnings)), outlook.waiting, outlook.next_change


def take(twins: Twins, step: Step) -> None:
    """Take one step."""
    STEPS[step[0]](twins, step[1], step[2])


def _text(change: Callable[[Text, int], None]) -> Callable[[Twins, int, int], None]:
    def edit(twins: Twins, which: int, how: int) -> None:
        if twins.texts:
            name = sorted(twins.texts)[which % len(twins.texts)]
            change(twins.texts[name], how)
            twins.save(name)

    return edit


def _rename(twins: Twins, which: int, how: int) -> None:
    free = [name for name in NAMES if name not in twins.texts]
    if twins.texts and free:
        old, new = sorted(twins.texts)[which % len(twins.texts)], free[how % len(free)]
        twins.texts[new] = twins.texts.pop(old)
        for press in (twins.kept, twins.clean):
            (press.root / f"content/releases/{old}.md").rename(press.root / f"content/releases/{new}.md")


def _copy(twins: Twins, which: int, how: int) -> None:
    free = [name for name in NAMES if name not in twins.texts]
    if twins.texts and free:
        twin = twins.texts[sorted(twins.texts)[which % len(twins.texts)]]
        twins.texts[free[how % len(free)]] = Text(twin.title, twin.date, twin.fields, twin.body)
        twins.save(free[how % len(free)])


def _delete(twins: Twins, which: int, _: int) -> None:
    if twins.texts:
        name = sorted(twins.texts)[which % len(twins.texts)]
        del twins.texts[name]
        twins.remove(f"content/releases/{name}.md")


def _about(twins: Twins, which: int, how: int) -> None:
    words = ("Text.", "Mer text.", "Se [a](../releases/a.md).", "[[tour]]")[how % 4]
    head = ("## Om oss\n\n", "")[which % 5 == 0]
    twins.write("content/pages/om.md", f"---\ntitle: Om\n---\n\n{head}{words}\n")


def _tour(twins: Twins, which: int, how: int) -> None:
    meetings = MEETINGS[which % len(MEETINGS)]
    title = ("Turné", "Turnén")[how % 2]
    twins.write("tour.yaml", f"title: {title}\nmeetings:{meetings and chr(10)}{meetings or ' []' + chr(10)}")


def _site(twins: Twins, which: int, _: int) -> None:
    twins.write("site.yaml", SITES[which % len(SITES)] + SITE + BO)


def _template(twins: Twins, which: int, how: int) -> None:
    name = ("base.html", "release.html", "assets/style.css", "assets/site.js")[which % 4]
    more = {
        "html": ("", "<!-- 1 -->", "<!-- 2 -->", "{{ nonsens }}"),
        "css": ("", "a{mask:url(icon.svg)}", "a{mask:url(nonsens.svg)}"),
        "js": ("", "/* 1 */"),
    }[name.rpartition(".")[2]]
    twins.write(f"templates/{name}", (ROOT / "templates" / name).read_text() + more[how % len(more)])


def _picture(twins: Twins, which: int, _: int) -> None:
    size = ((600, 400), (400, 600), (1200, 400))[which % 3]
    twins.write("content/releases/torg.jpg", picture("JPEG", size))


def _by_hand(twins: Twins, which: int, how: int) -> None:
    """Spoil a file of the site: take it away, write over it, or change one octet of it."""
    names = sorted(twins.kept.tree())
    if not names:
        return
    file = twins.kept.root / "output" / names[which % len(names)]
    if how % 3 == 0:
        file.unlink()
    elif how % 3 == 1:
        file.write_bytes(b"Hej")
    else:
        file.write_bytes(file.read_bytes()[:-1] + b"!")


def _touch(twins: Twins, which: int, how: int) -> None:
    """Set the time of a source without changing it: to now, or years back."""
    files = sorted(file for file in (twins.kept.root / "content").rglob("*") if file.is_file())
    files += [twins.kept.root / "site.yaml"]
    os.utime(files[which % len(files)], None if how % 2 else (1_000_000_000, 1_000_000_000))


def _sly(twins: Twins, which: int, how: int) -> None:
    """Change one letter of a source, and set its time back to what it was."""
    names = [f"content/releases/{name}.md" for name in sorted(twins.texts)]
    names += ["content/pages/om.md", "tour.yaml", "templates/base.html", "templates/assets/style.css"]
    name = names[which % len(names)]
    file = twins.kept.root / name
    before, old = file.stat(), file.read_text()
    letters = ("e", "T", "r", "u")
    new = old[:-40] + old[-40:].replace(letters[how % 4], "o", 1)
    if how % 2:
        new = old.replace("text", "tExt", 1)
    with file.open("r+", encoding="utf-8") as handle:
        handle.write(new)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    twins.clean.write(name, new)


def _wait(twins: Twins, which: int, _: int) -> None:
    twins.now += timedelta(minutes=WAITS[which % len(WAITS)])


def _cache(twins: Twins, which: int, how: int) -> None:
    """Take the cache away, keep a copy of the notebooks, or put one back that is older than the site."""
    books, copies = twins.kept.root / ".cache/notebooks", twins.kept.root / "copies"
    if which % 3 == 0:
        shutil.rmtree(twins.kept.root / ".cache", ignore_errors=True)
    elif which % 3 == 1:
        shutil.copytree(books, copies, dirs_exist_ok=True)
    elif copies.is_dir():
        shutil.copytree(copies, books, dirs_exist_ok=True)
    del how


def _trial(twins: Twins, which: int, _: int) -> None:
    twins.check(("trial", "prov")[which % 2], frozen=which % 3 == 0)


def _frozen(twins: Twins, _: int, __: int) -> None:
    twins.check(frozen=True)


def _swap(twins: Twins, _: int, __: int) -> None:
    """Let the folder of a trial take another's place, with its manifest."""
    root = twins.kept.root
    if (root / "trial").is_dir():
        shutil.rmtree(root / "prov", ignore_errors=True)
        shutil.copytree(root / "trial", root / "prov")


STEPS: dict[str, Callable[[Twins, int, int], None]] = {
    "words": _text(lambda text, how: setattr(text, "body", how % len(BODIES))),
    "fields": _text(lambda text, how: setattr(text, "fields", how % len(FIELDS))),
    "title": _text(lambda text, how: setattr(text, "title", how % len(TITLES))),
    "date": _text(lambda text, how: setattr(text, "date", how % len(DATES))),
    "rename": _rename,
    "copy": _copy,
    "delete": _delete,
    "about": _about,
    "tour": _tour,
    "site": _site,
    "template": _template,
    "picture": _picture,
    "by hand": _by_hand,
    "touch": _touch,
    "sly": _sly,
    "wait": _wait,
    "cache": _cache,
    "trial": _trial,
    "frozen": _frozen,
    "swap": _swap,
}
OFTEN = ("words", "words", "words", "words", "sly", "wait", "fields", "about")
steps = some.lists(
    some.tuples(some.sampled_from((*STEPS, *OFTEN)), some.integers(0, 60), some.integers(0, 60)),
    min_size=1,
    max_size=14,
)
