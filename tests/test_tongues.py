"""The languages that texts are in: codes, names, which way they run."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from pressrum.errors import BadValue, say
from pressrum.language import Language
from pressrum.tongues import direction, name_in, own_name, parse_tongue, same_language, script_of

ASK = "write the code of the language: ar for Arabic, fa for Persian, so for Somali"


@pytest.mark.parametrize("code", ["so", "ar", "ckb", "sr-Latn", "fa-AF", "zh-Hant-TW", "es-419", "fit"])
def test_a_code_is_read_as_it_stands(code: str) -> None:
    """A language, with a script and a region where they matter, is a code."""
    assert parse_tongue(code) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("arabiska", "ar"),
        ("somaliska", "so"),
        ("Somaliska", "so"),
        ("english", "en"),
        ("svenska", "sv"),
        ("dari", "fa-AF"),
        ("farsi", "fa"),
        ("sorani", "ckb"),
        ("arabisk", "ar"),
        ("samiska", "se"),
        ("sydsamiska", "sma"),
        ("Soomaali", "so"),
        ("العربية", "ar"),
        ("dk", "da"),
        ("ua", "uk"),
        ("AR", "ar"),
        ("SE", "sv"),
        ("sr_latn", "sr-Latn"),
        ("en-UK", "en-GB"),
        ("som", "so"),
        ("iw", "he"),
        ("prs", "fa-AF"),
    ],
)
def test_what_is_no_code_is_answered_with_the_likeliest(text: str, code: str) -> None:
    """A name in Swedish, English or its own language, a country, an old code, a slip: each has its tip."""
    with pytest.raises(BadValue) as told:
        parse_tongue(text)

    assert told.value.message == say('"{text}" is not the code of a language', text=text)
    assert told.value.hint == say("write {name}", name=code)


@pytest.mark.parametrize("text", ["xx", "und", "mul", "zxx", "so-", "so-XX", "sv so", "??"])
def test_what_names_no_language_is_asked_for(text: str) -> None:
    """Where no language is likely the tip says what a code looks like."""
    with pytest.raises(BadValue) as told:
        parse_tongue(text)

    assert Language("en").tell(told.value.hint) == ASK


def test_each_way_is_the_one_that_cldr_knows() -> None:
    """A text runs from the right where CLDR says that its language does, and nowhere else."""
    leftwards = {code for code in locale_identifiers() if Locale.parse(code).text_direction == "rtl"}

    assert len(leftwards) > 100
    assert {code for code in locale_identifiers() if direction(code.replace("_", "-")) == "rtl"} == leftwards


@pytest.mark.parametrize(
    ("code", "script"),
    [("ku-Arab", "Arab"), ("pa-PK", "Arab"), ("pa", "Guru"), ("rom", "Latn"), ("dv", "Thaa")],
)
def test_script_follows_from_what_the_code_names(code: str, script: str) -> None:
    """The script is the one in the code, else the likeliest for its region, else for its language."""
    assert script_of(code) == script


@pytest.mark.parametrize(
    ("code", "own", "swedish", "english"),
    [
        ("so", "Soomaali", "somaliska", "Somali"),
        ("ar", "العربية", "arabiska", "Arabic"),
        ("fa-AF", "دری", "dari", "Dari"),
        ("sr-Latn", "srpski (latinica)", "serbiska (latinska)", "Serbian (Latin)"),
        ("fit", "meänkieli", "meänkieli", "Tornedalen Finnish"),
        ("so-SE", "Soomaali", "somaliska", "Somali"),
    ],
)
def test_a_language_has_a_name(code: str, own: str, swedish: str, english: str) -> None:
    """It is called what its speakers call it, and in the site's language."""
    assert (own_name(code, "sv"), name_in(code, "sv"), name_in(code, "en")) == (own, swedish, english)


def test_every_language_that_is_offered_has_names() -> None:
    """No code that is accepted lacks a name, whatever CLDR has left out."""
    codes = [str(code) for code in Locale("en").languages if "_" not in str(code)]
    aliases = get_global("language_aliases")
    known = [code for code in codes if code not in aliases and code not in ("und", "mul", "zxx")]

    assert [code for code in known if parse_tongue(code) != code] == []
    assert [code for code in known if not (own_name(code, "sv") and name_in(code, "en"))] == []


def test_a_region_makes_no_other_language() -> None:
    """Readers of British English read English; those of Serbian in Latin letters need not read Cyrillic."""
    assert same_language("en", "en-GB")
    assert same_language("sr", "sr-Cyrl")
    assert not same_language("sr", "sr-Latn")
    assert not same_language("fa", "ar")
