"""Quotation marks and dashes as the language sets them, and numbers and days left whole, on plain text."""

from __future__ import annotations

import re

from pressrum.signs import Signs
from pressrum.tongues import base_language, direction

PARTED = re.compile(r"\u2066[^\u2069]*\u2069|(?<![\w.,:+-])\+?\d+(?:[ \u00a0-]\d+)+")
"""A number in parts: a phone number, thousands, a day; or one that is isolated already."""
MEASURE = re.compile(
    r"""(\d) [ ] (?= (?: procent | kronor | kr | miljon(?:er)? | miljard(?:er)? | tkr | mnkr
                       | per[ ]?cent | million | billion | [ap]m ) \b | [ap]\.m\. | % )""",
    re.VERBOSE,
)
MEASURES = Signs(
    *(" procent", " kr", " miljon", " miljard", " tkr", " mnkr", " %"),
    *(" percent", " per cent", " million", " billion", " am", " pm", " a.m.", " p.m."),
)
"""How what follows the number begins: a search for these is quick."""
GAP = re.compile(r" (?=\d)(?<=\d )")
"""A gap between digits; it begins with the space, which is quick to look for."""
DAY = re.compile(
    r""" [ ] (?<=\d[ ])(?<!\d{3}[ ])
    (?= (?: [Jj]an(?:uari|uary)? | [Ff]eb(?:ruari|ruary)? | [Mm]ar(?:s|ch)? | [Aa]pr(?:il)? | maj | May
          | [Jj]un[ie]? | [Jj]ul[iy]? | [Aa]ug(?:usti|ust)? | [Ss]ep(?:t|tember)? | okt(?:ober)?
          | Oct(?:ober)? | [Nn]ov(?:ember)? | [Dd]ec(?:ember)? ) \b )""",
    re.VERBOSE,
)
"""The gap between a day and its month, in Swedish or in English."""
ROW = re.compile(r"(?<!\d)\d+(?: \d+)+")
WIDEST = 20
"""Signs in the longest number in parts: a longer row is a list, of years perhaps, and wider than a phone."""
HOUR = re.compile(r"\b([Kk]l\.?) (?=\d)")
HOURS = Signs("kl. ", "Kl. ", "kl ", "Kl ")
DASHES, QUOTES = Signs("--", "..."), Signs('"', "'", "“", "‘")
TYPED = Signs(
    *(sign for signs in (MEASURES, HOURS, DASHES, QUOTES) for sign in signs.signs),
    like=r"\d \d|\d (?i:jan|feb|mar|apr|ma[jy]|ju[nl]|aug|sep|o[kc]t|nov|dec)",
)
"""What is typed and set otherwise, and how a gap begins in a number or a day."""
SWEDISH = str.maketrans("\"'“‘", "”’”’")
"""The one mark for both ends, for typed ones and those of a word processor that writes English."""
LEFT_OUT = re.compile(
    r"""(?<!\w)' (?= \d0s\b | \d\d\b (?! (?: [^'] | '(?=\w) ){,200} '(?!\w) ) | (?:n|em|til|tis|twas)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands for the century in an English decade or year, or for letters: `the '90s`, `rock 'n' roll`.

A mark that closes behind two digits makes a quotation of them: `'10 years'`.
"""
OPENERS = " \t\n\u00a0([{–—/"
ADDRESS = re.compile(
    r"""(?: (?<!\w) (?: (?:https?|webcal):// | mailto: | tel: | www\. | xn-- )
          | (?<![\w.+'-]) [\w-]+ (?:\.[\w-]+)+ / ) [^\s"<>”]* [^\s"<>”»….,;:!?'’)\]]
      | (?<![\w.+'-]) [\w.+-]+ (?:'[\w.+-]+)* @ [\w-]+ (?:\.[\w-]+)+""",
    re.VERBOSE,
)
"""An address of a page or of a letterbox, without the signs of the sentence that it stands in."""
WRITTEN = Signs("/", "@", "mailto:", "tel:", "www.", "xn--")
"""One of these stands in every address."""


def typeset(text: str, language: str, before: str = " ") -> str:
    r"""Give `text` with typographic quotation marks, dashes and dots; addresses in it stay as they are.

    `before` is the letter that stands in front of the text, for English opening quotes.
    Swedish uses one mark for both ends, ” and ’ (Svenska skrivregler, 2017). The marks of other
    languages are many, and stay as they were written.

    >>> typeset('"Hej" -- sa hon...', "sv")
    '”Hej” – sa hon…'
    >>> typeset("“Hej”", "sv"), typeset("“Hi”", "en")
    ('”Hej”', '“Hi”')
    >>> typeset('"Hallo" -- sagte sie', "de")
    '"Hallo" – sagte sie'
    >>> typeset('Se "https://a.example/b--c".', "sv")
    'Se ”https://a.example/b--c”.'
    >>> typeset("Ring 08-508 29 000", "sv")
    'Ring 08-508\xa029\xa0000'
    """
    if is_typeset(text, language):
        return text
    made, end = [], 0
    for address in ADDRESS.finditer(text) if WRITTEN.stand_in(text) else ():
        made += [_set(text[end : address.start()], language, before), address[0]]
        before, end = address[0][-1], address.end()
    return "".join((*made, _set(text[end:], language, before)))


def _set(text: str, language: str, before: str) -> str:
    """Set a text in which there are no addresses."""
    if MEASURES.stand_in(text):
        text = MEASURE.sub("\\1\u00a0", text)
    if GAP.search(text):
        text = ROW.sub(_held, text)
    text = DAY.sub("\u00a0", text)
    if HOURS.stand_in(text):
        text = HOUR.sub("\\1\u00a0", text)
    if DASHES.stand_in(text):
        text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    if direction(language) == "rtl":
        # After an Arabic letter the parts would run from the right, the last one first (UAX #9, W2 and W4).
        text = PARTED.sub(_isolated, text)
    if not QUOTES.stand_in(text):
        return text
    spoken = base_language(language)
    if spoken == "sv":
        return text.translate(SWEDISH)
    if spoken != "en":
        return text
    text = LEFT_OUT.sub("’", text)
    return "".join(
        _english(letter, (before + text)[index]) if letter in "\"'" else letter
        for index, letter in enumerate(text)
    )


def is_typeset(text: str, language: str) -> bool:
    """Whether `text`, and any part of it, is sure to be left as it is.

    >>> is_typeset("Hej!", "sv"), is_typeset('"Hej!"', "sv")
    (True, False)
    """
    return not TYPED.stand_in(text) and direction(language) == "ltr"


def spaced(text: str) -> str:
    r"""Give a text in one line, with one space wherever there is a gap of any kind.

    >>> spaced("  a\n b  c ")
    'a b c'
    """
    plain = text.replace("\n", " ").strip(" ")
    if plain.isprintable() and "  " not in plain:
        return plain  # as most are, and this is sooner done
    return " ".join(text.split())


def _held(row: re.Match[str]) -> str:
    """Let no line end within a number in parts."""
    return row[0].replace(" ", "\u00a0") if len(row[0]) <= WIDEST else row[0]


def _isolated(number: re.Match[str]) -> str:
    """Let a number run from the left, whatever stands around it (UAX #9, 2.4)."""
    return number[0] if number[0].startswith("\u2066") else f"\u2066{number[0]}\u2069"


def _english(mark: str, before: str) -> str:
    """Open after a gap or an opening sign, else close; a single mark within a word is an apostrophe."""
    opens = before in OPENERS or (before in "“‘\"'" and mark != before)
    return {('"', True): "“", ('"', False): "”", ("'", True): "‘", ("'", False): "’"}[(mark, opens)]
