"""The reader's language: catalogues, dates in words, alphabetical order, words in addresses.

The catalogues are part of the program, so they may be read from here; each once.
"""

from __future__ import annotations

import gettext as catalogues
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path

from pressrum import typography
from pressrum.errors import Param, Text

DOMAIN = "pressrum"
NO_BREAK = "\u00a0"
MEGA = 1_000_000


@dataclass(frozen=True)
class Words:
    """The words of addresses. Published ones never change, so they stand here and not in a catalogue."""

    releases: str
    topics: str
    tour: str
    calendar: str
    meeting: str
    contacts: str
    accessibility: str
    privacy: str
    search: str
    file: str
    """What a file is called whose name has no letter that an address can hold."""
    heading: str
    """What such a heading is called in links to it."""


WORDS = {
    "sv": Words(
        releases="pressmeddelanden",
        topics="amnen",
        tour="turne",
        calendar="kalender",
        meeting="mote",
        contacts="kontakter",
        accessibility="tillganglighet",
        privacy="integritet",
        search="sok",
        file="fil",
        heading="rubrik",
    ),
    "en": Words(
        releases="press-releases",
        topics="topics",
        tour="tour",
        calendar="calendar",
        meeting="meeting",
        contacts="contacts",
        accessibility="accessibility",
        privacy="privacy",
        search="search",
        file="file",
        heading="heading",
    ),
}


def _with_words(path: str, old: Words, new: Words) -> str:
    """Give an address with the words of one language in the place of another's."""
    meant: dict[str, str] = dict(zip(astuple(old), astuple(new), strict=True))
    return "".join(meant.get(part, part) for part in re.split(r"([/.#])", path))


@lru_cache
def _catalogue(code: str) -> catalogues.NullTranslations:
    folder = Path(__file__).parent / "locale"
    return catalogues.translation(DOMAIN, folder, [code], fallback=code == "en")


@lru_cache(maxsize=10_000)
def _format_day(day: date, pattern: str, code: str) -> str:
    """Write a day in words; a list says the same few days again and again."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to load, and a build with nothing to do needs none

    return format_date(day, pattern, locale=code)


@dataclass(frozen=True)
class Language:
    """Swedish (`sv`) or English (`en`)."""

    code: str

    @property
    def words(self) -> Words:
        """The words of addresses."""
        return WORDS[self.code]

    def ways_in(self, path: str) -> Iterator[str]:
        """Give the address `path` of this language as it would be in each of the others."""
        return (_with_words(path, self.words, words) for code, words in WORDS.items() if code != self.code)

    def ways_here(self, path: str) -> Iterator[str]:
        """Give what the address `path` would be in this language, were it one of another's."""
        return (_with_words(path, words, self.words) for code, words in WORDS.items() if code != self.code)

    def gettext(self, text: str) -> str:
        """Give `text`, which is English, in this language."""
        return _catalogue(self.code).gettext(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Give the right one of two English texts for `count`, in this language."""
        return _catalogue(self.code).ngettext(one, many, count)

    def tell(self, text: Text) -> str:
        """Give a sentence with its parameters, each of them in this language too."""
        return self.gettext(text.msgid).format_map({name: self._word(value) for name, value in text.params})

    def _word(self, value: Param) -> str | int:
        if isinstance(value, Text):
            return self.tell(value)
        if isinstance(value, datetime):
            return self.moment(value).replace(NO_BREAK, " ")
        if isinstance(value, date):
            return self.day(value)
        return value

    def day(self, day: date) -> str:
        """Give `29 november 2016`."""
        return self._formatted(day, "d MMMM y")

    def weekday_and_day(self, day: date) -> str:
        """Give `tisdag 29 november 2016`; English begins with a capital."""
        return self._formatted(day, "EEEE d MMMM y")

    def short_day(self, day: date) -> str:
        """Give `29 nov.`, for a narrow place."""
        return self._formatted(day, "d MMM")

    def _formatted(self, day: date, pattern: str) -> str:
        return _format_day(date(day.year, day.month, day.day), pattern, self.code)

    def clock(self, moment: datetime | time) -> str:
        """Give `18.00` in Swedish, `18:00` in English."""
        return moment.strftime("%H.%M" if self.code == "sv" else "%H:%M")

    def moment(self, moment: datetime) -> str:
        """Give `tisdag 29 november 2016 kl. 18.00`."""
        seconds = moment.strftime(".%S" if self.code == "sv" else ":%S") if moment.second else ""
        clock = self.clock(moment) + seconds
        joint = f" kl.{NO_BREAK}" if self.code == "sv" else " at "
        return self.weekday_and_day(moment) + joint + clock

    def dateline(self, moment: datetime) -> str:
        """Give the day and the hour of a moment; at midnight the day alone, for no hour was written."""
        midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
        return self.weekday_and_day(moment) if midnight else self.moment(moment)

    def hours(self, start: datetime | None, end: datetime | None) -> str:
        """Give `kl. 18.00–19.30`; "" when the hour is not set."""
        if start is None:
            return ""
        span = self.clock(start) + (f"–{self.clock(end)}" if end else "")
        return f"kl.{NO_BREAK}{span}" if self.code == "sv" else span

    def day_and_hours(self, day: date, start: datetime | None, end: datetime | None) -> str:
        """Give `tisdag 29 november 2016 kl. 18.00–19.30`; the day alone when the hour is not set."""
        joint = " " if self.code == "sv" else ", "
        return joint.join(filter(None, (self.weekday_and_day(day), self.hours(start, end))))

    def size(self, octets: int) -> str:
        """Give `3,2 MB` or `240 kB` (thousands, as IEC 80000-13 has them)."""
        if octets < MEGA:
            return f"{max(1, round(octets / 1000))}{NO_BREAK}kB"
        millions = f"{octets / MEGA:.1f}{NO_BREAK}MB"
        return millions.replace(".", ",") if self.code == "sv" else millions

    def typeset(self, text: str, lang: str | None = None) -> str:
        """Give plain text with the quotation marks and dashes of the language `lang`, else of this one."""
        return typography.typeset(text, lang or self.code)

    def order(self, text: str) -> tuple[tuple[int, ...], str]:
        """Give the key by which words sort: å, ä, ö last in Swedish, other accents ignored, 2 before 10."""
        even = re.sub("[0-9]+", lambda number: number[0].zfill(9), text)
        return tuple(_ranks(even, self.code)), text


LAST = {"sv": {"å": 1, "ä": 2, "æ": 2, "ö": 3, "ø": 3}, "en": {}}


def _ranks(text: str, code: str) -> list[int]:
    """Rank letter by letter: gaps first, then digits, a to z, and the letters after z."""
    ranks = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in LAST[code]:
            ranks.append(1000 + LAST[code][letter])
            continue
        base = unicodedata.normalize("NFKD", letter)[0]
        ranks.append(ord(base) if base.isalnum() else 1)
    return ranks
