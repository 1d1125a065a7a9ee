"""What staff are told: short, calm, and in their language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime

from pressrum.edges.request import Outcome
from pressrum.errors import Mistake, Text, in_source_order, say
from pressrum.language import Language
from pressrum.places import PAGEFIND
from pressrum.plan.manifest import address_of
from pressrum.plan.outlook import Waiting

SHOWN = 8
"""Addresses named for a reason; the rest are counted."""
LONG = 4
"""Steps from which on work shows on a terminal how far it has come."""

REASONS = {
    "new": say("new"),
    "inputs changed": say("inputs changed"),
    "output missing": say("output missing"),
    "output changed by hand": say("output changed by hand"),
    "last build cut off": say("the last build was cut off"),
    "program changed": say("another version of the program"),
}


def mistake_lines(mistakes: Iterable[Mistake], language: Language, folder: str, kind: Text) -> list[str]:
    """Give each mistake as `path:line:column: kind: what` and a line `hint: …`, in source order."""
    lines, hint = [], language.gettext("hint")
    for mistake in in_source_order(mistakes):
        lines.append(f"{folder}{mistake.where}: {language.tell(kind)}: {language.tell(mistake.message)}")
        lines.append(f"  {hint}: {language.tell(mistake.hint)}")
    return lines


def failure(mistakes: Iterable[Mistake], language: Language, folder: str) -> str:
    """Give the report of a build that stopped at mistakes in the sources."""
    told = in_source_order(mistakes)
    lines = mistake_lines(told, language, folder, say("error"))
    count = language.ngettext("{count} mistake.", "{count} mistakes.", len(told)).format(count=len(told))
    nothing = language.gettext("The site is as it was before: nothing has been changed.")
    return "\n".join([*lines, "", f"{count} {nothing}"])


def plain_lines(message: Text, hint: Text, language: Language) -> str:
    """Say what is wrong that has no place in a source, and what to do."""
    error, tip = language.gettext("error"), language.gettext("hint")
    return f"{error}: {language.tell(message)}\n  {tip}: {language.tell(hint)}"


def rebuilt(outcome: Outcome, at: datetime, seconds: float, language: Language) -> str:
    """Give the preview's line for a build that is done: when, how much, how fast, which."""
    paths = [address_of(name) for name in (*outcome.written, *outcome.work.remove)]
    if not paths:
        return f"{at:%H:%M:%S}  " + language.gettext("All is well again.")
    form = language.ngettext(
        "{count} file changed in {time} ms: {which}",
        "{count} files changed in {time} ms: {which}",
        len(paths),
    )
    told = form.format(count=len(paths), time=round(seconds * 1000), which=_some(paths, language))
    return f"{at:%H:%M:%S}  {told}"


def success(outcome: Outcome, output: str, language: Language, *, trial: bool) -> str:
    """Give the report of a build that is done: what and why, texts to come, and the next change."""
    lines = [*_work(outcome, output, language)]
    if trial:
        lines.append(language.gettext("This was a trial: the public record is as it was."))
    lines += waiting(outcome.outlook.waiting, language)
    return "\n".join([*lines, *next_line(outcome.outlook.next_change, language)])


def _work(outcome: Outcome, output: str, language: Language) -> Iterator[str]:
    """Say what was written and why; what came out as it was is only counted."""
    written = frozenset(outcome.written)
    changed = [task for task in outcome.work.make if task.output.permalink.file in written]
    same = len(outcome.work.make) - len(changed)
    removed = [address_of(name) for name in outcome.work.remove]
    if changed:
        count = len(changed)
        form = language.ngettext(
            "{count} file written to {folder}", "{count} files written to {folder}", count
        )
        yield form.format(count=count, folder=output)
    elif not removed:
        yield language.tell(say("Nothing to do: {folder} is up to date.", folder=output))
    for reason, words in REASONS.items():
        paths = [task.output.permalink.path for task in changed if task.reason == reason]
        if paths:
            yield f"  {language.tell(words)} ({len(paths)}): {_some(paths, language)}"
    if removed:
        words = say("removed")
        yield f"  {language.tell(words)} ({len(removed)}): {_some(removed, language)}"
    if same and changed:
        yield "  " + language.tell(say("made again, and the same as before: {count}", count=same))
    if any(task.output.permalink.path == "/" for task in changed):
        yield language.tell(say("Open {file} in a browser.", file=f"{output}/index.html"))


def _some(paths: list[str], language: Language) -> str:
    """Name the first few; pages that people write first, then what follows from them, the index as one."""
    paths = list(dict.fromkeys(PAGEFIND if path.startswith(PAGEFIND) else path for path in paths))
    shown = sorted(paths, key=lambda path: (not path.endswith("/"), path))[:SHOWN]
    more = len(paths) - len(shown)
    rest = [language.tell(say("and {count} more", count=more))] if more else []
    return ", ".join([*shown, *rest])


def waiting(texts: Iterable[Waiting], language: Language) -> list[str]:
    """List the texts that are not public, those to come in order of time, then the drafts."""
    listed = list(texts)
    to_come = sorted((text.until, text.source) for text in listed if text.until)
    drafts = sorted(text.source for text in listed if not text.until)
    told = [(source, say("from {when}", when=when)) for when, source in to_come]
    told += [(source, say("draft")) for source in drafts]
    lines = [f"  {source}: {language.tell(words)}" for source, words in told]
    return [language.gettext("Not public yet:"), *lines] if lines else []


def next_line(moment: datetime | None, language: Language) -> list[str]:
    """Say when the site will change by itself."""
    if moment is None:
        return []
    return [language.tell(say("The site changes by itself next: {when}. Build again then.", when=moment))]


class Progress:
    """How far long work has come, on one line of a terminal; silent in a log."""

    def __init__(self, total: int, words: str, every: int = 1) -> None:
        self.total = total
        self.words = words
        """What is being done."""
        self.every = every
        """How many are done between two looks at the line."""
        self.shown = total >= LONG * every and sys.stderr.isatty()
        self.done = 0

    def step(self, count: int = 1) -> None:
        """Count some more; none shows where the work stands, before a first step that may be long."""
        looks = self.done // self.every
        self.done += count
        if self.shown and (not count or self.done // self.every > looks or self.done == self.total):
            end = "\n" if self.done == self.total else ""
            sys.stderr.write(f"\r{self.words}: {self.done}/{self.total}{end}")
            sys.stderr.flush()
