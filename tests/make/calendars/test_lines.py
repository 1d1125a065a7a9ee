"""Content lines: what text may do in them, and where they may be folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from pressrum.make.calendars.lines import clean, content_line, escape, fold, text_line, to_bytes

TRICKY = st.text(st.characters() | st.sampled_from("\\;,:\"'\n\r\t nåäö😀\u2028\x85\x00"))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Kaffe, te; bulle", "Kaffe\\, te\\; bulle"),
        ('Kl. 18:00 i "Lokalen"', 'Kl. 18:00 i "Lokalen"'),
        ("C:\\nyheter", "C:\\\\nyheter"),
        ("en\ntvå\r\ntre\rfyra", "en\\ntvå\\ntre\\nfyra"),
        ("rad\u2028stycke\u2029nel\x85vt\vff\fslut", "rad\\nstycke\\nnel\\nvt\\nff\\nslut"),
        ("klocka\x07 noll\x00 c1\x9f del\x7f fs\x1c.", "klocka noll c1 del fs."),
        ("tabb\there", "tabb here"),
        ("halv \ud83d emoji", "halv  emoji"),
        ("END:VEVENT\r\nBEGIN:VEVENT", "END:VEVENT\\nBEGIN:VEVENT"),
        ("", ""),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    """A text becomes one TEXT value, whatever stands in it."""
    made = escape(text)

    assert made == escaped


def test_a_property_has_its_parameters_in_order() -> None:
    """Parameters stand between the name and the value as they are given."""
    line = content_line("X-TEST", "1", VALUE="URI", TZID="Europe/Stockholm")

    assert line == "X-TEST;VALUE=URI;TZID=Europe/Stockholm:1"


@pytest.mark.parametrize("value", ["a\nb", "a\rEND:VEVENT", "a\x00b", "a\x7f"])
def test_a_value_that_would_break_its_line_is_refused(value: str) -> None:
    """What has not been through `escape` cannot smuggle in a line."""
    with pytest.raises(ValueError, match=r"^URL would break its line"):
        content_line("URL", value)


def test_fold_at_the_75th_octet() -> None:
    """A line of 75 octets is whole; the 76th opens a second line after a space."""
    whole, folded = fold("x" * 75), fold("x" * 76)

    assert whole == "x" * 75 + "\r\n"
    assert folded == "x" * 75 + "\r\n x\r\n"


def test_fold_counts_the_space_that_opens_a_continuation() -> None:
    """A continuation holds 74 octets of its own."""
    folded = fold("x" * 75 + "y" * 74 + "z")

    assert folded == "x" * 75 + "\r\n " + "y" * 74 + "\r\n z\r\n"


@pytest.mark.parametrize("unit", ["å", "ä", "ö", "–", "😀", "\\,", "\\;", "\\n", "\\\\"])
@pytest.mark.parametrize("offset", range(65, 80))
def test_no_character_and_no_escape_is_split(unit: str, offset: int) -> None:
    """Wherever a character or an escape meets the seam, it stays whole, in lines of at most 75 octets."""
    line = "x" * offset + unit * 120
    physical = fold(line).removesuffix("\r\n").split("\r\n")
    contents = [physical[0], *(part.removeprefix(" ") for part in physical[1:])]

    assert "".join(contents) == line
    assert max(len(part.encode()) for part in physical) <= 75
    assert all(content.lstrip("x") == unit * content.count(unit) for content in contents)


@pytest.mark.parametrize("offset", range(190, 205))
def test_a_long_title_is_read_back_at_every_offset(offset: int) -> None:
    """A title of 200 letters, with anything at any place in it, comes back as it was."""
    title = "Gör din röst hörd – 😀, och; så\\n vidare " * 5 + "x" * (offset - 190) + "åäö😀"
    read = Event.from_ical(to_bytes(["BEGIN:VEVENT", text_line("SUMMARY", title), "END:VEVENT"]))

    assert str(read["SUMMARY"]) == title


@given(TRICKY)
def test_any_text_is_read_back(text: str) -> None:
    """Any text comes back through icalendar as `clean` gives it, in lines of at most 75 octets."""
    made = to_bytes(["BEGIN:VEVENT", text_line("DESCRIPTION", text), "UID:1", "END:VEVENT"])
    read = Event.from_ical(made)

    assert str(read["DESCRIPTION"]) == clean(text)
    assert (str(read["UID"]), len(read.subcomponents)) == ("1", 0)
    assert max(map(len, made.split(b"\r\n"))) <= 75
    assert made.count(b"\r") == made.count(b"\n") == made.count(b"\r\n")


@given(TRICKY)
def test_clean_text_stays(text: str) -> None:
    """What has been cleaned once is clean."""
    once = clean(text)

    assert clean(once) == once
