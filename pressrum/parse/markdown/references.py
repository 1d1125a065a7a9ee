"""Lines such as `[1]: https://…`: they say where links lead, and are shown nowhere themselves."""

from __future__ import annotations

import re

from markdown.blockprocessors import ReferenceProcessor

from pressrum.errors import Slips, Text, say

DEFINED = re.compile(r"^[ ]{0,3}(?=\[[^^])", re.MULTILINE)
TARGET = re.compile(r"[a-zA-Z][\w+.-]*:\S|www\.|.*[/#]|.*\.[a-zA-Z]\w{1,4}$")
"""How an address begins, or how a file's name ends; all else is a word."""

COMMENT = "#"
"""Where a line leads that is meant for nobody: `[//]: # (a word to a colleague)`."""


class References(dict[str, tuple[str, str]]):
    """What the lines of one text define, and which of them its links have used."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def __setitem__(self, name: str, leads: tuple[str, str]) -> None:
        """Keep where links to `name` lead; a word leads nowhere."""
        if TARGET.match(leads[0]):
            super().__setitem__(name, leads)

    def __getitem__(self, name: str) -> tuple[str, str]:
        """Give where a link leads."""
        self.used.add(name)
        return super().__getitem__(name)

    def clear(self) -> None:
        """Begin with the next text."""
        super().clear()
        self.used.clear()


def unused(references: References, text: str) -> Slips:
    """Find the lines that would vanish, for no link uses them; `text` is without its code."""
    if "]:" not in text:
        return
    for start in DEFINED.finditer(text):
        found = ReferenceProcessor.RE.match(text, start.start())
        if found and found[2] != COMMENT and found[1].strip().lower() not in references.used:
            yield start.end(), *_told(found[1], text[found.end(1) + 2 : found.end()].strip(), found[2])


def _told(name: str, said: str, target: str) -> tuple[Text, Text]:
    """Say why a line would vanish, and how to write what it says."""
    leads = TARGET.match(target)
    message = (
        say("no link in the text uses {mark}, and the line would not be shown", mark=f"[{name}]")
        if leads
        else say('"{text}" is no address for a link, and the line would not be shown', text=target)
    )
    mark = f"[^{name if name.isdecimal() else 1}]"
    note = say("for a footnote write {mark} in the text, and here {line}", mark=mark, line=f"{mark}: {said}")
    if name.isdecimal():
        return message, note
    if leads:
        return message, say("write the link where it belongs: {line}", line=f"[{name}]({target})")
    return message, say("write it without brackets: {line}; {note}", line=f"{name}: {said}", note=note)
