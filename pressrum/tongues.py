"""The languages of texts, by their codes: their names, their scripts, and whether they run from the right.

A code is that of BCP 47, as far as Babel (CLDR) knows its parts: a language, and where it matters a
script and a region: `so`, `ar`, `sr-Latn`, `fa-AF`. The site's own language is in `language`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers

from pressrum.errors import BadValue, say

TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?", re.IGNORECASE)
NONE = ("und", "mul", "zxx")
"""Codes that name no language: not known, several, no words at all (BCP 47, 4.1)."""
LEFTWARDS = ("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
"""Scripts that are written from right to left and in use today (ISO 15924)."""
ALSO = {
    "farsi": "fa",
    "kurmanji": "ku",
    "nordkurdiska": "ku",
    "mandarin": "zh",
    "romani chib": "rom",
    "sami": "se",
    "samiska": "se",
    "sorani": "ckb",
}
"""Names in daily use that CLDR has not; of several languages with one name the largest."""
COUNTRY = {"SE": "sv"}
"""The sign of a country in capitals, which small would be the code of another language than its own."""
ALIKE = 0.75
"""How alike a name must be to be offered, from 0 to 1."""
LOCALES = {"sv": "sv_SE", "en": "en_GB"}
"""The languages of sites with the country that each is written for."""
SHORT = 3
"""Letters in the longest code; what is shorter was meant as one."""


def parse_tongue(text: str) -> str:
    """Give the code that `text` is. Raises `BadValue` with the likeliest code for anything else."""
    right = COUNTRY.get(text) or _mended(text)
    if right == text:
        return text
    right = right or _meant(text.casefold())
    raise BadValue(
        say('"{text}" is not the code of a language', text=text),
        say("write {name}", name=right)
        if right
        else say("write the code of the language: ar for Arabic, fa for Persian, so for Somali"),
    )


def _mended(text: str) -> str | None:
    """Give the code that `text` writes with other letters, hyphens or an older code; None for no code."""
    found = TAG.fullmatch(text.replace("_", "-"))
    if found is None:
        return None
    aliases, regions, known = get_global("language_aliases"), get_global("territory_aliases"), Locale("en")
    named, script, region = found[1].lower(), (found[2] or "").title(), (found[3] or "").upper()
    region = regions.get(region, [region])[0]
    language, *implied = aliases.get(named, named).split("_")
    right = (
        language in known.languages
        and language not in NONE
        and (not script or script in known.scripts)
        and (not region or region in known.territories)
    )
    parts = [language, *((script, region) if script or region else implied)]
    return "-".join(filter(None, parts)) if right else None


def _meant(name: str) -> str | None:
    """Find the code of a language by its name in Swedish or English, its own, or the sign of a country."""
    if len(name) <= SHORT:
        official = get_official_languages(name.upper())
        return official[0].replace("_", "-") if official else None
    near = _nearest(name, _names()) or _nearest(name, _own_names())
    return near.replace("_", "-") if near else None


def _nearest(name: str, names: dict[str, str]) -> str | None:
    if name in names:
        return names[name]
    near = difflib.get_close_matches(name, names, n=1, cutoff=ALIKE)
    return names[near[0]] if near else None


def _codes(codes: Iterable[str]) -> list[str]:
    return sorted(code for code in codes if _mended(code) == code.replace("_", "-"))


@lru_cache
def _names() -> dict[str, str]:
    """Give the codes of all languages by their names in English and Swedish."""
    spoken = [(name, code) for reader in ("en", "sv") for code, name in Locale(reader).languages.items()]
    right = set(_codes(code for _, code in spoken))
    return {name.casefold(): code for name, code in spoken if code in right} | ALSO


@lru_cache
def _own_names() -> dict[str, str]:
    """Give the codes of languages by what they call themselves; it takes a second or two."""
    plain = _codes(code for code in locale_identifiers() if "_" not in code)
    return {name.casefold(): code for code in plain if (name := Locale(code).languages.get(code))}


@lru_cache
def _locale(code: str) -> Locale | None:
    """Give what Babel knows of a language, of its script and region as far as it goes; None for nothing."""
    parts = code.split("-")
    for count in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:count]), resolve_likely_subtags=False)
        except UnknownLocaleError:
            continue
    return None


@lru_cache
def name_in(code: str, reader: str) -> str:
    """Give the name of the language `code` in the language `reader`; the code where it has none there.

    >>> name_in("so", "sv"), name_in("fa-AF", "sv")
    ('somaliska', 'dari')
    """
    words, spoken = Locale.parse(reader, sep="-").languages, _locale(code)
    full = words.get(code.replace("-", "_"))
    name = full or (spoken.get_display_name(reader.replace("-", "_")) if spoken else None)
    return name or words.get(base_language(code), code)


@lru_cache
def own_name(code: str, reader: str) -> str:
    """Give what a language calls itself, or else what the language `reader` calls it.

    >>> own_name("so", "sv"), own_name("sr-Latn", "sv"), own_name("fit", "sv")
    ('Soomaali', 'srpski (latinica)', 'meänkieli')
    """
    spoken = _locale(code)
    return name_in(code, str(spoken).replace("_", "-") if spoken else reader)


def base_language(code: str) -> str:
    """Give the code of a language without its script and region: `sr` for `sr-Latn`."""
    return code.partition("-")[0]


def script_of(code: str) -> str:
    """Give the script that a language is written in, by its ISO 15924 name: Latn, Arab.

    One that the code does not name is the likeliest for its region, else for its language.
    """
    script, region = _script_and_region(code)
    if script:
        return script
    likely, language = get_global("likely_subtags"), base_language(code)
    full = likely.get(f"{language}_{region}") or likely.get(language) or "und_Latn_ZZ"
    return str(full.split("_")[1])


def _script_and_region(code: str) -> tuple[str | None, str | None]:
    """Give the script and the region that a code names."""
    found = TAG.fullmatch(code)
    return (found[2], found[3]) if found else (None, None)


@lru_cache
def direction(code: str) -> str:
    """Give which way a language runs, as HTML writes it (3.2.6.4): `rtl` or `ltr`.

    >>> direction("ar"), direction("so"), direction("az"), direction("az-Arab")
    ('rtl', 'ltr', 'ltr', 'rtl')
    """
    return "rtl" if script_of(code) in LEFTWARDS else "ltr"


def locale_of(code: str) -> str | None:
    """Give a language with its country (The Open Graph protocol); None where the code names none.

    >>> locale_of("fa-AF"), locale_of("ar")
    ('fa_AF', None)
    """
    _, region = _script_and_region(code)
    return f"{base_language(code)}_{region}" if region else None


def attributes(code: str | None) -> str:
    """Give the HTML attributes of an element whose text is in the language `code`; "" for None.

    >>> attributes("ar"), attributes(None)
    (' lang="ar" dir="rtl"', '')
    """
    return f' lang="{code}" dir="{direction(code)}"' if code else ""


def same_language(one: str, other: str) -> bool:
    """Tell whether readers of one language read the other: region aside, both have language and script."""
    return (base_language(one), script_of(one)) == (base_language(other), script_of(other))
