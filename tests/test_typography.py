"""Quotation marks, dashes and gaps as each language sets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrum.typography import is_typeset, typeset


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ('"Hej" -- sa hon...', "”Hej” – sa hon…"),
        ("'Hej', sa \"Anna's\" vän", "’Hej’, sa ”Anna’s” vän"),
        ("a---b--c-d", "a—b–c-d"),
        ("18-19.30", "18-19.30"),
        ("64 procent, 64 %, 5 kr, 2 miljoner", "64\u00a0procent, 64\u00a0%, 5\u00a0kr, 2\u00a0miljoner"),
        ("7 tkr, 8 kr, 9 mnkr och 2 miljoner", "7\u00a0tkr, 8\u00a0kr, 9\u00a0mnkr och 2\u00a0miljoner"),
        ("5 kronor och 10 miljarder kronor", "5\u00a0kronor och 10\u00a0miljarder kronor"),
        ("en kostnad på 1 miljon kronor, 1 miljard", "en kostnad på 1\u00a0miljon kronor, 1\u00a0miljard"),
        ("At 6 pm or 6.30 p.m., £5 million", "At 6\u00a0pm or 6.30\u00a0p.m., £5\u00a0million"),
        ("64 per cent, 64 percent, 10 am", "64\u00a0per cent, 64\u00a0percent, 10\u00a0am"),
        ("I am 6 amateurs, 5 million-dollar", "I am 6 amateurs, 5\u00a0million-dollar"),
        ("64 procentenheter, 5 kroppar", "64 procentenheter, 5 kroppar"),
        ("kl. 18.00 och Kl. 9", "kl.\u00a018.00 och Kl.\u00a09"),
        ("kl 18.00 och Kl 9", "kl\u00a018.00 och Kl\u00a09"),
        ("25 november, den 1 maj 2017 och 3 dec.", "25\u00a0november, den 1\u00a0maj 2017 och 3\u00a0dec."),
        ("under 2016 mars, 5 julgranar, 7 majblommor", "under 2016 mars, 5 julgranar, 7 majblommor"),
        ("“Hej”, sa ‘Anna‘", "”Hej”, sa ’Anna’"),
        ("inkl. 5 andra och inkl 5", "inkl. 5 andra och inkl 5"),
        ("”Redan” – satt…", "”Redan” – satt…"),
        ("", ""),
    ],
)
def test_swedish(text: str, swedish: str) -> None:
    """One mark for both ends of a quotation; a number is not parted from what it counts."""
    assert typeset(text, "sv") == swedish


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/a--b...c.html",
        "http://a.example/2016-11-28/12--13?q='a'&b",
        "https://xn--rksmrgs-5wao1o.example/anmalan",
        "xn--rksmrgs-5wao1o.example",
        "www.example.org/5--6",
        "example.org/a--b",
        "webcal://a.example/k--l.ics",
        "mailto:a--b@press.example",
        "tel:+46-8-508--29",
        "a--b@press.example",
        "jane.o'neill--x@press.example",
    ],
)
def test_an_address_is_no_prose(address: str, language: str) -> None:
    """An address stays as it was written, whatever is set around it."""
    opens = {"sv": "”", "en": "“", "ar": '"'}[language]
    closes = {"sv": "”", "en": "”", "ar": '"'}[language]

    assert typeset(f'Se "{address}"... -- ja', language) == f"Se {opens}{address}{closes}… – ja"
    assert typeset(f"({address}).", language) == f"({address})."
    assert typeset(f"Se {address}...", language) == f"Se {address}…"


def test_an_address_may_follow_a_dash() -> None:
    """A dash that is typed right before an address is set, and no sign in it."""
    assert typeset("Mer--https://a.example/b--c", "sv") == "Mer–https://a.example/b--c"


@pytest.mark.parametrize(
    "text", ["@" * 50_000, "a." * 50_000, "www." * 25_000, "'a" * 50_000 + "--", "." * 50_000]
)
def test_what_is_nearly_an_address_takes_no_longer(text: str) -> None:
    """Looking for addresses takes time in proportion to the text: its square would never end here."""
    assert len(typeset(text + "@", "sv")) <= len(text) + 1


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ('"Hi," she said.', "“Hi,” she said."),
        ("On 25 November or 3 Dec, 5 may come", "On 25\u00a0November or 3\u00a0Dec, 5 may come"),
        ("It's Anna's", "It’s Anna’s"),
        ("the '80s", "the ’80s"),
        ("'90s music, '10 years' and 1980's", "’90s music, ‘10 years’ and 1980’s"),
        ("The class of '98, and the summer of '69.", "The class of ’98, and the summer of ’69."),
        ("He said: '20 buses, and they don't wait.'", "He said: ‘20 buses, and they don’t wait.’"),
        ("Rock 'n' roll, fish 'n chips. 'Til then!", "Rock ’n’ roll, fish ’n chips. ’Til then!"),
        ("'Tis so, tell 'em: 'Now', 'tiles' and 'no'", "’Tis so, tell ’em: ‘Now’, ‘tiles’ and ‘no’"),
        ('("Hi") ["Hi"]', "(“Hi”) [“Hi”]"),
        ("\"'Hi,' he said,\" she said", "“‘Hi,’ he said,” she said"),
        ('a\n"b"', "a\n“b”"),
        ('a "" b', "a “” b"),
        ('yes--"no"', "yes–“no”"),
    ],
)
def test_english(text: str, english: str) -> None:
    """Quotation marks open after a gap or an opening sign and close elsewhere."""
    assert typeset(text, "en") == english


@pytest.mark.parametrize("language", ["so", "de", "ar", "zh-Hant"])
def test_marks_of_other_languages_stay(language: str) -> None:
    """Quotation marks are as they were written; dashes and dots are set."""
    assert typeset("\"Aa\" 'bb' «cc» -- dd...", language) == "\"Aa\" 'bb' «cc» – dd…"


def test_a_region_changes_no_marks() -> None:
    """Finland's Swedish is set as Swedish, British English as English."""
    assert typeset('"Hej"', "sv-FI") == "”Hej”"
    assert typeset('"Hi"', "en-GB") == "“Hi”"


@pytest.mark.parametrize("number", ["08-508 29 000", "+46 8 508 29 000", "2016-12-06", "1\u00a0200 000"])
def test_number_in_parts_keeps_its_order(number: str) -> None:
    """Where a text runs from the right a number in parts is set apart, once; no line ends within it."""
    whole = number.replace(" ", "\u00a0")
    apart = f"أ \u2066{whole}\u2069 ب"

    assert typeset(f"أ {number} ب", "ar") == apart
    assert typeset(apart, "ar") == apart
    assert typeset(f"a {number} b", "so") == f"a {whole} b"
    assert typeset("أ 18.00 12 2016", "fa") == "أ 18.00\u00a0\u206612\u00a02016\u2069"
    assert typeset("ab-12 34", "ar") == "ab-12\u00a034"


def test_what_stands_in_front_decides_an_english_mark() -> None:
    """A mark right after a word that stands in another element closes."""
    assert typeset('" he said', "en", before="x") == "” he said"
    assert typeset('"Hi', "en", before="(") == "“Hi"


@given(st.text("ab \"'-.\u00a05%”“", max_size=30), st.sampled_from(["sv", "en"]))
def test_typeset_text_has_no_typed_marks(text: str, language: str) -> None:
    """No straight quotation mark, double hyphen or row of dots is left, and no other letter changes."""
    made = typeset(text, language)

    assert not {'"', "'"} & set(made)
    assert "--" not in made
    assert "..." not in made
    assert [letter for letter in made if letter in "ab5%"] == [letter for letter in text if letter in "ab5%"]


def test_a_line_may_end_in_a_list_of_numbers() -> None:
    """A row that is wider than a phone would be broken within a year."""
    years = "1991 1994 1998 2002 2006 2010 2014 2018"

    assert typeset(f"Valen {years} och 0046 8 508 29 000", "sv") == (
        f"Valen {years} och 0046\u00a08\u00a0508\u00a029\u00a0000"
    )


@given(st.lists(st.sampled_from(["a", " ", '"', "--", "...", "kl. ", "5", " 5", " kr", " %"])).map("".join))
def test_a_text_that_is_typeset_stays_as_it_is(text: str) -> None:
    """What is taken for set already would not be changed, and of the rest something would or might."""
    if is_typeset(text, "sv"):
        assert typeset(text, "sv") == text


def test_arabic_is_never_taken_for_typeset() -> None:
    """Its numbers may have to be isolated."""
    assert is_typeset("12-13", "sv")
    assert not is_typeset("12-13", "ar")
