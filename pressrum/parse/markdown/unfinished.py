"""Words that were to be replaced before readers see a text, and files that nobody else can open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrum.errors import Mistake, location, say
from pressrum.parse.markdown.placing import without_code
from pressrum.typography import holds

AMOUNT = r"(?:kronor|kr|procent|personer|mil(?:joner|jarder|lion|lions)|crowns|percent|people)"
BLANK = rf"""(?mx) (?<![\w.,/=?&@-]) (?: TODO | FIXME | TBD | [xX]{{3,}} | (?:xx|XX)(?=[ ]{AMOUNT}\b) )
                  (?![\w/@-])
                | (?: (?<=[(:–]) | (?<=[:–-][ ]) | (?<=\bis[ ]) | (?<=\bare[ ]) ) TBC (?![\w/@-])
                | (?<![^\s(*_])[?]{{3,}} | \b[Ll]orem[ ]ipsum\b
                | (?<![\]\\]) \[ (?i:insert|infoga|fyll[ ]i)[ ] [^\[\]\n]+ \] (?![(\[:])
                | ^(?:Skriv[ ]texten[ ]här|Write[ ]the[ ]text[ ]here)[.]?$"""
"""What stands where a word or a number is still to be found, or the text that a new release begins with.

TBC is an illness too, where nothing says what is to be confirmed.
"""
OWN = r"""(?x) (?<![\w\\(<]) (?: \\{2,4}[\w.$-]+\\ | [A-Za-z]:\\{1,2}(?=[^\W_]) | file:/{2,3} ) [^\s<>"”]*"""
"""The way to a file on a machine of the office, or on its server.

Both are slow to compile, and hardly ever asked for.
"""
SIGNS = (
    "TODO",
    "FIXME",
    "TBC",
    "TBD",
    "nsert ",
    "NSERT ",
    "nfoga ",
    "NFOGA ",
    "yll i ",
    "YLL I ",
    "xx",
    "XX",
    "???",
    "orem ipsum",
    "texten här",
    "text here",
    "\\\\",
    ":\\",
    "file:",
)
"""What stands in each: hardly any text has one."""
FILE = re.compile(r"[^\\/]+\.\w{2,5}$")


def unfinished(text: str, path: str, line: int) -> Iterator[Mistake]:
    """Warn of them in `text`, which begins on `line` of `path`; in code they are what is spoken of."""
    if not holds(text, SIGNS):
        return
    words = without_code(text)
    for found in re.finditer(BLANK, words):
        yield Mistake(
            location(words, found.start(), path, line),
            say('"{text}" looks like something still to be filled in', text=found[0]),
            say("write what is to stand there, or draft: yes above the text until it is known"),
        )
    for found in re.finditer(OWN, words):
        way = found[0].rstrip(".,;:!?)")
        file = FILE.search(way)
        yield Mistake(
            location(words, found.start(), path, line),
            say("readers cannot open {way}: it is only on your office's computers", way=way),
            say("put the file beside the text, and write [what it is]({name}) in its place", name=file[0])
            if file
            else say("remove it here"),
        )
