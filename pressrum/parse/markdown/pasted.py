"""Paragraphs and lists as Word and mail have them, written as Markdown wants them: else they would be one."""

from __future__ import annotations

import re

from pressrum.parse.markdown.quote import SAYS
from pressrum.signs import Signs

BULLETS = "•·▪◦‣●○■➢►✓"
LETTERS = "o§Øüvq"
"""What bullets in Word's other fonts are pasted as; a wide gap tells one from a word."""
POINTED, NUMBERED = frozenset(f"{BULLETS}{LETTERS} \t"), frozenset(" 0123456789")
DASHED = frozenset("-–—\\")
ENTRY = "- "
"""How an entry of a list begins in Markdown."""
FIRST = POINTED | NUMBERED | DASHED | frozenset("aAiI")
"""How a line begins where any list of these does, be it by a space."""
END = r"(?:\n|$)"
SIGN = rf"(?:[{BULLETS}](?=[ \t\u00a0\w])|[{LETTERS}](?=\t|[ \u00a0]{{2}})|§(?=[ \u00a0][^\W\d]))"
POINT = re.compile(rf"([ \t]*)({SIGN})[ \t\u00a0]*")
UNDER = r"(?<=\S\n)(?:[ \t]*o(?=[ ]\S)|[ \t]+[–—](?=[ \t\u00a0]))"
"""How an entry may begin right below another: with what would be a word or a dash elsewhere."""
BROKEN = rf"(?!{SIGN}|o[ ]|\w{{1,3}}[.)])[a-zåäö]"
"""How a line begins at the margin that goes on in a sentence, as a PDF breaks it."""
WHOLE = rf"[^\n]*{END}(?:(?:[ \t]+(?!{SIGN}|[–—][ \t\u00a0]|o[ ]\S)\S|{BROKEN})[^\n]*{END})*(?:[ \t]*\n)*"
POINTS = re.compile(rf"(?:^|\n)([ \t]*{SIGN}{WHOLE}(?:(?:[ \t]*{SIGN}|{UNDER}){WHOLE})*)")
"""Entries with what goes on from them further in, and empty lines between them."""
BELOW = re.compile(r"([ \t]*)([o–—])[ \t\u00a0]+(?=\S)")
"""An entry that `UNDER` has found, by itself."""
LINE = r"(?:\\[-*+][ ]+|(?:--|[-–—])(?:[ \t\u00a0]+|(?=[^\W\d])))"
"""How an entry begins that is none yet: with a dash, a hyphen without a gap, or one behind a backslash."""
DASHES = re.compile(rf"(?:^|\n)((?:{LINE}[^\n]*{END}){{2,}})(?=\n|$)")
DASH = re.compile(f"^{LINE}", re.MULTILINE)
SHORT = 100
"""Letters in a line of a list; longer ones with a dash in front are what people say."""
NUMBERS = re.compile(
    rf"(?:^|\n)((?:[ ]{{0,3}}\d{{1,3}}(?:(?:[).]|\\\.)[ \t\u00a0]+|\.(?=[^\W\d_]))[^\n]*{END}){{2,}})"
)
NUMBER = re.compile(r"^[ ]{0,3}(\d+)\\?[.)][ \t\u00a0]*", re.MULTILINE)
PLAIN = re.compile(r"[ ]{0,3}\d{1,3}\.[ ]")
"""A number as Markdown has it."""
OTHER = re.compile(
    r"^(?:\d{1,3}\.[ ][^\n]*\n(?=[-*+][ ]+\S)|[-*+][ ][^\n]*\n(?=\d{1,3}\.[ ]+\S))", re.MULTILINE
)
"""An entry with one of a list of the other kind right below (CommonMark 0.31, 5.3)."""
LETTERED = re.compile(
    rf"(?:^|\n)((?:[ ]{{0,3}}(?:[A-Za-zÅÄÖåäö]|[IVXivx]{{1,4}})[.)][ \t\u00a0]+[^\n]*{END}){{2,}})"
)
LETTER = re.compile(r"^[ ]{0,3}([A-Za-zÅÄÖåäö]|[IVXivx]{1,4})([.)])[ \t\u00a0]*", re.MULTILINE)
FIRST_LETTERS = Signs("a)", "A)", "a.", "A.", "i)", "I)", "i.", "I.")
"""What begins a list of these."""
ALPHABET = "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö"
ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
NARROW = re.compile(r"^[ ]{2,3}(?:[-*+]|\d{1,3}\.)[ ]|^[ \t]*\n[ ]{2,}(?=\S)", re.MULTILINE)
"""An entry below another one, or what goes on from it below an empty line."""
ITEM = re.compile(r"([ ]*)(?:[-*+]|\d{1,3}\.)[ ]+\S")
INDENT = 4
"""Spaces that Markdown wants before an entry for each list that it stands within."""


HARD = "\u00a0"
"""A hard space: what Word, mail and the Alt key of a Mac leave for an ordinary one, or on an empty line."""
ENDING = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+$", re.MULTILINE)
BEGINNING = re.compile(r"^[ \u00a0]*(?:[-*+]|\d{1,3}\.)[ \u00a0]+(?=\S)", re.MULTILINE)


def listed(text: str) -> str:
    r"""Give `text` with its paragraphs and lists as Markdown has them.

    >>> listed("•\tEtt\no\tUnder\n•Två")
    '\n\n- Ett\n    - Under\n- Två\n'
    >>> listed("a) Ett\nb) Två")
    '\n\na) Ett  \nb) Två\n\n'
    """
    if HARD in text:
        text = ENDING.sub(lambda gap: "" if HARD in gap[0] else gap[0], text)
        text = BEGINNING.sub(lambda sign: sign[0].replace(HARD, " "), text)
    begun = {line[:2] for line in text.split("\n")}
    begin = {two[:1] for two in begun}
    if FIRST.isdisjoint(begin):
        return text
    if not POINTED.isdisjoint(begin):
        text = POINTS.sub(_points, text)
    if any(two[:1] in DASHED and two != ENTRY for two in begun):
        text = DASHES.sub(_dashes, text)
    if not NUMBERED.isdisjoint(begin):
        text = OTHER.sub("\\g<0>\n", NUMBERS.sub(_numbers, text))
    if FIRST_LETTERS.stand_in(text):
        text = LETTERED.sub(_letters, text)
    return nested(text) if "\n  " in f"\n{text}" and NARROW.search(text) else text


def _apart(made: str) -> str:
    """Give a list with empty lines around it."""
    return f"\n\n{made}\n"


def _points(run: re.Match[str]) -> str:
    """Give a list whose entries stand within each other by their signs, such as dot, ring and square."""
    lines, above = run[1].split("\n"), list[tuple[int, str]]()
    for index, line in enumerate(lines):
        under = index and lines[index - 1].strip() and (line[:1] == "o" or line[:1].isspace())
        if found := POINT.match(line) or (BELOW.match(line) if under else None):
            level = _level((len(found[1].expandtabs(INDENT)) // INDENT, found[2].replace("·", "•")), above)
            lines[index] = f"{' ' * INDENT * level}- {line[found.end() :]}"
    return _apart("\n".join(lines))


def _level(kind: tuple[int, str], above: list[tuple[int, str]]) -> int:
    """Give how many lists an entry stands within, by margin and sign; `above` keeps those of each of them."""
    while above and kind not in above and kind[0] < above[-1][0]:
        above.pop()
    if kind not in above:
        above.append(kind)
    del above[above.index(kind) + 1 :]
    return len(above) - 1


def _dashes(run: re.Match[str]) -> str:
    """Give short lines with dashes, or with some among hyphens, as a list; what somebody says stays."""
    lines = run[1].splitlines()
    if all(line.startswith(ENTRY) for line in lines):
        return run[0]
    spoken = any(len(line) > SHORT or SAYS.search(line) for line in lines)
    return run[0] if spoken else _apart(DASH.sub("- ", run[1]))


def _numbers(run: re.Match[str]) -> str:
    """Give a list of numbers that follow each other, where some are not written as Markdown has them."""
    if all(PLAIN.match(line) for line in run[1].splitlines()):
        return run[0]
    numbers = [int(number) for number in NUMBER.findall(run[1])]
    follow = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return _apart(NUMBER.sub(r"\1. ", run[1])) if follow else run[0]


def _letters(run: re.Match[str]) -> str:
    """Give lines that begin with letters in their order, or Roman numbers: each a line that keeps its own."""
    row = " ".join(letter for letter, _ in LETTER.findall(run[1])).lower()
    if not f"{ALPHABET} ".startswith(f"{row} ") and not f"{ROMAN} ".startswith(f"{row} "):
        return run[0]
    return _apart("  \n".join(LETTER.sub(r"\1\2 ", run[1]).rstrip("\n").split("\n")) + "\n")


def unlettered(text: str) -> str:
    """Give `text` with gaps for the lists with letters in it, whose lines stay apart."""
    if not FIRST_LETTERS.stand_in(text):
        return text
    return LETTERED.sub(lambda run: run[0] if _letters(run) == run[0] else re.sub(r"\S", " ", run[0]), text)


def nested(text: str) -> str:
    r"""Give `text` with four spaces for two or three before what stands below an entry: others, paragraphs.

    >>> nested("- Ett\n  - Under\n- Två")
    '- Ett\n    - Under\n- Två'
    >>> nested("- Ett\n\n  Mer.\n- Två")
    '- Ett\n\n    Mer.\n\n- Två'
    """
    margins: list[int] = []
    within = False  # whether the line above is of a paragraph in the list
    begun = 0  # how many lists the words below the last empty line begin within
    lines = text.split("\n")
    for index, line in enumerate(lines):
        found = ITEM.match(line)
        below = index > 0 and not lines[index - 1].strip()
        if found and (margins or len(found[1]) < INDENT):
            missing = _missing(len(found[1]), margins)
            deep = len(margins) - 1
            apart = within or deep < begun
            lines[index] = "\n" * apart + " " * missing + line
            begun = deep if apart or below else begun
            within = False
        elif line[:1].strip() and below:
            margins, begun = [], 0  # words at the margin, below an empty line: the list has ended
        elif line.strip() and (within or below):
            margin = len(line) - len(line.lstrip(" "))
            deep = sum(above + 2 <= margin for above in margins)
            lines[index] = " " * (INDENT * deep - margin) + line
            begun = deep if below else begun
            within = deep > 0 or (within and not below)
        else:
            within = False
    return "\n".join(lines)


def _missing(margin: int, margins: list[int]) -> int:
    """Give the spaces that an entry lacks, and keep in `margins` those of the lists that it stands within."""
    while margins and margin < margins[-1]:
        margins.pop()
    if not margins or margin > margins[-1] + 1:
        margins.append(margin)
    return max(0, INDENT * (len(margins) - 1) - margin)
