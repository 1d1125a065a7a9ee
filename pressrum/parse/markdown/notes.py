"""Footnotes: where each stands, and the marks in a text that lead to none."""

from __future__ import annotations

import html
import re

from pressrum.errors import Slips, say
from pressrum.model import NOTE_BACK

MARK = re.compile(r"(?<!\\)\[\^([^\]\n]+)\]")
NOTE = re.compile(r"^[ \t>]*\[\^([^\]\n]*)\]:", re.MULTILINE)
BEGUN = re.compile(r"^\[\^([^\]\n]+)\][ \t]*([^\s:].*)$", re.MULTILINE)
"""A footnote that lacks the colon behind its mark."""
SHOWN = re.compile(r"<(code|pre|kbd|samp)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""Code and tags: what stands in them is no mark."""
STAR = re.compile(r"(?<=[\w.,!?)])\*(?![\w*])")
"""What leads to a note that an asterisk begins, where it has stayed."""
STARRED = re.compile(r"^[ ]{0,3}\*[ \u00a0]+([^\s*][^\n]*)", re.MULTILINE)
"""Such a note, or an entry of a list."""
WRITTEN = re.compile(r"^[ ]{0,3}(?:\\\*|\*(?=[^\s*]))", re.MULTILINE)
"""How a note begins whose asterisk is shown."""


def note_places(text: str) -> dict[str, int]:
    """Give where each footnote begins in `text` (from 0), by the link back from it."""
    if "[^" not in text:
        return {}
    return {NOTE_BACK + note[1]: note.start() + note[0].index("[") for note in NOTE.finditer(text)}


def unnoted(clean: str, text: str) -> Slips:
    """Find the marks of footnotes that are not there: they have stayed as they are in `clean`, the HTML.

    `text` is what it was made of, without its code.
    """
    if "[^" not in clean:
        return
    left = {html.unescape(name) for name in MARK.findall(SHOWN.sub("", clean))}
    begun = {note[1]: note for note in BEGUN.finditer(text)}
    for mark in MARK.finditer(text):
        note = begun.get(mark[1])
        if mark[1] not in left or (note and note.start() != mark.start()):
            continue
        yield (
            mark.start(),
            say("there is no footnote {mark}", mark=mark[0]),
            say("a colon is missing: write {line}", line=f"{mark[0]}: {note[2]}")
            if note
            else say("write it on a line of its own below the text: {line}", line=f"{mark[0]}: …"),
        )


def doubled_notes(text: str) -> Slips:
    """Find footnotes by a name that another has: of these the last alone would be shown, for both marks."""
    seen: set[str] = set()
    for note in NOTE.finditer(text) if text.count("]:") > 1 else ():
        if note[1] in seen:
            yield (
                note.start() + note[0].index("["),
                say('"{key}" is given twice', key=f"[^{note[1]}]"),
                say("give one of the two another name, here and at its mark in the text"),
            )
        seen.add(note[1])


def starred_notes(clean: str, text: str) -> Slips:
    """Warn of a note whose asterisk makes a list of one entry, while what leads to it has stayed."""
    if "*" in clean and STAR.search(SHOWN.sub("", clean)):
        notes = list(STARRED.finditer(text))
        if len(notes) == 1 and not WRITTEN.search(text):
            message = say("the asterisk of a note begins a list here, and is not shown")
            yield notes[0].start(), message, say("write {line}", line=rf"\* {notes[0][1]}")
