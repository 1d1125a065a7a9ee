"""Embargoes written in the words of a text, where they hold nothing back and would be published too."""

from __future__ import annotations

import re

from pressrum.errors import Slips, say
from pressrum.signs import Signs

UNTIL = r"(?:till|t\.?[ ]?o\.?[ ]?m\.?|until)(?![^\W_])"
MONTH = r"(?:jan|feb|mar|apr|ma[jy]|ju[nl]|aug|sep|o[ck]t|nov|dec)"
DAY = rf"""(?: \d{{4}}-\d\d | \d{{1,2}} (?: [./:]\d | (?: :?[ae] | st | nd | rd | th )?
                                           [. ]+(?:of[ ])?{MONTH} )
             | {MONTH}[a-z]*\.?[ ]\d{{1,2}}(?!\d) | \b(?:kl\.?|klockan|at)[ ]?\d )"""
USE = r"for[ ](?:publication|release|broadcast)"
HEADED = r"(?:press|news|media)[ ](?:release|notice|statement)"
MEDIA = r"""(?:all[at]?|allmän\w*|samtliga|hela|sverige|grund|redaktion\w*|webb\w*|tv|radio|tidning\w*
             |\w*(?:press|medi|publi)\w*)\b"""
EMBARGO = rf"""(?mix)^(?![^\n]*\]\()[ ]{{0,3}}(?:[-+][ ])?(?:[*_\#\[(>\ ]|<\w+>)*
         (?:(?:obs|viktigt|note|important|pressmeddelande|{HEADED}|embargo)\b[*_!.:–—\- ]*)?
         ( (?:(?:under[ ])?strict(?:ly)?[ ]|under[ ])?(?:embargo(?:ed|tid)?|spärr(?:tid)?|(?-i:SPÄRRA[DT]))
           (?: [*_:!,–—\-( ]{{1,6}}(?:(?:(?:gäller|fram)[ ]){{,2}}{UNTIL}|{USE}[ ]{UNTIL}|(?=\d|{MONTH}))
             | (?<=ed)[ ](?:for|to)[ ](?:\w+,?[ ])?(?=\d|{MONTH})
             | [ ](?:lifts|ends|expires|date|time)[*_: ]{{1,4}}(?:\w+[,.]?[ ]+){{,2}}(?=\d|{MONTH})
             | [*_ ]{{,3}}[:–—-][*_ ]{{,3}}(?:\w+[,.]?[ ]+){{1,2}}(?=\d|{MONTH}) )
         | (?:får|skall?|bör)[ ](?:ej|inte)[ ]publiceras[ ](?:före|innan|förrän)\b
         | (?:ej|inte)[ ]för[ ]publicering[ ](?:före|innan)\b
         | not[ ]{USE}(?:,?[ ]\w+){{,6}}[ ](?:before|until)\b
         | not[ ]to[ ]be[ ](?:published|released|broadcast)(?:,?[ ]\w+){{,4}}[ ](?:before|until)\b
         | do[ ]not[ ]publish[ ](?:before|until)\b
         | får[ ]publiceras[ ](?:tidigast|först)\b | (?:kan[ ])?publiceras?[ ]tidigast\b
         | fri(?:tt)?[ ]för[ ]publicering\b | spärrad[ ]för[ ]publicering[ ]{UNTIL}
         | (?:hold[ ])?for[ ]release(?:[ ](?:on|at|after|until))?
           [*_: ]{{1,4}}(?:\w+[,.]?[ ]+){{,2}}(?=\d|{MONTH})
         )(?=[^\n]{{,60}}$)(?=[^\n]*?{DAY})
         (?!(?<=spärr[ ]till)[^\n]*[ ](?:på|av|mot|i|vid|för)[ ](?!{MEDIA}))"""
"""A short line that says until which day nothing may be published; a sentence about an embargo goes on.
A line with a link in it leads to one, and a spärr on anything but what media do is news.

In small letters a street may be spärrad till a day. A year or a number alone is no day. It is slow to
compile, and hardly ever asked for.
"""
NAMED = Signs(like="(?i)embargo|spärr|public|publish|release|broadcast")
"""What stands in each."""


def embargoes(text: str) -> Slips:
    """Find embargoes in a text; a line in small letters right below another goes on with its sentence."""
    for found in re.finditer(EMBARGO, text) if NAMED.stand_in(text) else ():
        above = text[text.rfind("\n", 0, max(0, found.start() - 1)) + 1 : found.start()].strip()
        if above and found[0][0].islower():
            continue
        yield (
            found.start(1),
            say("an embargo in the text holds nothing back, and would be published with it"),
            say("write the day and hour in date: above the text, and remove this line"),
        )
