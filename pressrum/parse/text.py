"""Bytes to text: UTF-8 and nothing else, with lines that end in a line feed."""

from __future__ import annotations

import codecs
import re
import unicodedata

from pressrum.errors import BadSource, Location, Mistake, located, location, say
from pressrum.parse.garbled import garbled
from pressrum.places import RECORD, SITE, TOUR

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
RICH = b"{\\rtf"
"""What a document of TextEdit or WordPad begins with, whatever its name ends in."""
INVISIBLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufffe\uffff]")
"""Control and private letters that a paste leaves behind; a reader sees none of them."""
SYMBOL = re.compile("^[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076](?=[ \t\u00a0])", re.MULTILINE)
"""Bullets of Word's in the fonts Symbol and Wingdings, whose letters are private."""
LARGEST = {SITE: 100_000, TOUR: 600_000, RECORD: 10_000_000}
"""Octets that are read of a source: about four times what the largest office would write."""
WRITTEN = (".md", ".yaml")
"""What staff write words in."""
LARGEST_TEXT, LARGEST_MAP = 1_000_000, 2_000_000
ZERO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]|(?<=[0-9A-Za-zÀ-ɏ])[\u200c\u200d]+")
"""Letters without any width, from a web page, a chat or a PDF (its hyphens): they are left out.

So are joiners behind a Latin letter; elsewhere Persian, Hindi and emojis are written with them.
"""
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that say which way words run (UAX #9, 2); what is copied from a phone's contacts has some around."""
FROM_RIGHT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A letter that runs from the right. Where there is none, such signs only break addresses and turn words."""
APART = re.compile("[^\\W\\d_][\u0300-\u033f]{1,3}")
"""A letter and its marks (`a` and a ring for `å`), as a PDF and macOS have them."""
MARK_OCTET = b"\xcc"
"""What each of these marks begins with in UTF-8 (RFC 3629, 3), and no other letter."""
OURS, THEIRS = "<<<<<<< ", ">>>>>>> "
"""What git puts around two versions of the same lines that it cannot merge."""


def decode(data: bytes, path: str) -> str:
    """Give the text of a source file.

    A byte-order mark is read through, line ends become line feeds, and an invisible letter
    becomes a space, so that columns stay as an editor counts them. A letter is one with its
    marks, for names are compared. Raises `BadSource` for anything but UTF-8, and for words in
    a text of staff that were garbled once.
    """
    text = _lines(_from_utf_8(data, path))
    if MARK_OCTET in data:
        text = APART.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)
    if path.endswith(WRITTEN) and (wrong := tuple(located(garbled(text), text, path))):
        raise BadSource(*wrong)
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text  # as nearly all are, and this is sooner seen
    if not FROM_RIGHT.search(text):
        text = TURNING.sub("", text)
    return INVISIBLE.sub(" ", ZERO_WIDTH.sub("", SYMBOL.sub("•", text)))


def _from_utf_8(data: bytes, path: str) -> str:
    """Give what the octets say. Raises `BadSource` for too many, and for another encoding than UTF-8."""
    if len(data) > (most := largest(path)):
        raise BadSource(
            Mistake(
                Location(path),
                say("the file is too large: at most {most} kB of it are read", most=most // 1_000),
                say("part it into several, or leave out what does not belong here"),
            )
        )
    if data.startswith((*UTF_16, RICH)) or b"\0" in data:
        raise BadSource(
            Mistake(
                Location(path),
                say("the file is not plain text in UTF-8; it looks like UTF-16 or a document"),
                say("open it in the editor and save it again as plain text, encoding UTF-8"),
            )
        )
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = _lines(data[: error.start].decode())
        raise BadSource(
            Mistake(
                location(before, len(before), path),
                say("the file is not in UTF-8: a letter here cannot be read"),
                say("save it again with the encoding UTF-8 (not Latin-1 or Windows-1252)"),
            )
        ) from None


def decode_merged(data: bytes, path: str) -> str:
    """Give the text of a source as `decode` does. Raises `BadSource` also for one with two versions in it."""
    text = decode(data, path)
    if wrong := left_by_merge(text, path):
        raise BadSource(wrong)
    return text


def left_by_merge(text: str, path: str) -> Mistake | None:
    """Give the mistake at the first of git's marks around two versions of some lines; None without any.

    One of the marks may be gone: both versions may stand there all the same.
    """
    if OURS not in text and THEIRS not in text:
        return None  # as nearly always, and this is sooner seen
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith((OURS, THEIRS)):
            return Mistake(
                Location(path, number),
                say("a merge has left both versions here"),
                say("keep one of the two, or both, and remove the lines <<<<<<<, ======= and >>>>>>>"),
            )
    return None


def largest(path: str) -> int:
    """Give how many octets a source may have; a larger one is not read to its end."""
    return LARGEST.get(path, LARGEST_TEXT if path.endswith(".md") else LARGEST_MAP)


def _lines(text: str) -> str:
    """Let every line end in a line feed, as an editor shows it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
