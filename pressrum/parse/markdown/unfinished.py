"""Words that were to be replaced or removed before readers see a text, and files nobody else can open."""

from __future__ import annotations

import re

from pressrum.errors import Slips, say
from pressrum.parse.markdown.placing import without_code
from pressrum.signs import Signs

AMOUNT = r"(?:kronor|kr|procent|personer|mil(?:joner|jarder|lion|lions)|crowns|per[ ]?cent|people)"
BLANK = rf"""(?mx) (?<![\w.,/=?&@-]) (?: TODO | FIXME | TBD | [xX]{{3,}} | (?:xx|XX)(?=[ ]{AMOUNT}\b) )
                  (?![\w/@-])
                | (?: (?<=[(:–]) | (?<=[:–-][ ]) | (?<=\bis[ ]) | (?<=\bare[ ]) ) TBC (?![\w/@-])
                | (?<![^\s(*_])[?]{{3,}} | \b[Ll]orem[ ]ipsum\b
                | (?<![\]\\]) \[ (?: (?i:insert|add|infoga|fyll[ ]i)[ ] [^\[\]\n]+
                                  | NAME | DATE | QUOTE | NAMN | DATUM | CITAT ) \] (?![(\[:])
                | (?<=\() (?:UTKAST|DRAFT) (?=\))
                | (?: ^ | (?<=\n\*\*) | (?<=\#[ ]) ) (?:UTKAST|DRAFT) (?=[*_]*:|[*_ .!\d–-]*$)
                | ^(?:Skriv[ ]texten[ ]här|Write[ ]the[ ]text[ ]here)[.]?$"""
"""What stands where a word or a number is still to be found, or the text that a new release begins with.

TBC is an illness too, where nothing says what is to be confirmed.
"""
OWN = r"""(?x) (?<![\w\\(<]) (?: \\{2,4}[\w.$-]+\\ | [A-Za-z]:\\{1,2}(?=[^\W_]) | file:/{2,3} ) [^\s<>"”]*"""
"""The way to a file on a machine of the office, or on its server."""
REMARK = r"""(?mx) (?<!\\) (?:
                  \[? \b(?:Kommentar|Kommenterad|Kommenterat|Comment|Commented) [ ] \[\w{1,8}\] :
                | (?: (?<=[\w.,:;!?%"”)]) | ^[ ]* (?=\S+\][^\W\d_]) ) \[ [A-ZÅÄÖ]{2,4} \d{1,3} \] (?![(\[:])
                | ^[ ]* \[? (?:Deleted|Borttaget|Borttagen) : (?=[ ])
                | ^[ ]* (?P<note> \[[a-z]{1,2}\] ) (?=[A-ZÅÄÖ]) )"""
"""A comment or a removed part, as it is left in text from Word or Google Docs; `note` leads to a mark there.

A mark with initials stands right behind a word or before the comment: `koldioxid [CO2]` is none.
All three are slow to compile, and hardly ever asked for.
"""
SIGNS = Signs(
    *("UTKAST", "DRAFT"),
    "TODO",
    "FIXME",
    "TBC",
    "TBD",
    *("NAME]", "DATE]", "QUOTE]", "NAMN]", "DATUM]", "CITAT]"),
    *("[add ", "[Add ", "[ADD "),
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
"""What stands in each of the first two: hardly any text has one."""
REMARKED = Signs("Deleted:", "Borttage", like=r"\[\w{1,8}\]")
"""What stands in each remark: some links have it too."""
FILE = re.compile(r"[^\\/]+\.\w{2,5}$")


def unfinished(text: str) -> Slips:
    """Warn of them in a text; in code they are what is spoken of."""
    if SIGNS.stand_in(text):
        words = without_code(text)
        yield from _blanks(words)
        yield from _ways(words)
    if REMARKED.stand_in(text):
        yield from _remarks(without_code(text))


def _blanks(words: str) -> Slips:
    for found in re.finditer(BLANK, words):
        yield (
            found.start(),
            say('"{text}" looks like something still to be filled in', text=found[0]),
            say("write what is to stand there, or draft: yes above the text until it is known"),
        )


def _remarks(words: str) -> Slips:
    marks = set(re.findall(r"(?<=\S)\[[a-z]{1,2}\]", words))
    for found in re.finditer(REMARK, words):
        note = found["note"]
        yield (
            found.end() - len(found[0].lstrip()),
            say(
                '"{text}" looks like a comment or a change left from Word or Google Docs',
                text=found[0].strip(),
            ),
            say("remove it, and its mark {mark} in the text", mark=note)
            if note in marks
            else say("remove it, and settle what it was about"),
        )


def _ways(words: str) -> Slips:
    for found in re.finditer(OWN, words):
        way = found[0].rstrip(".,;:!?)")
        file = FILE.search(way)
        yield (
            found.start(),
            say("readers cannot open {way}: it is only on your office's computers", way=way),
            say("put the file beside the text, and write [what it is]({name}) in its place", name=file[0])
            if file
            else say("remove it here"),
        )
