"""An embargo within a text: told, for the text would be public at once."""

from __future__ import annotations

import pytest

from pressrum.parse.markdown.body import parse_markdown


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("EMBARGO TILL 2016-12-01 KL 09.00\n\nText.", (1, 1)),
        ("Text.\n\n**Embargo: 1 december kl. 06.00**", (3, 3)),
        ("Pressmeddelande\nSpärrtid: 1 dec 06.00\n\nText.", (2, 1)),
        ("**Embargo** till 1 december", (1, 3)),
        ("SPÄRRAD t.o.m. 1 december", (1, 1)),
        ("*Får ej publiceras före 1 december.*", (1, 2)),
        ("Embargo: till torsdagen den 1 december", (1, 1)),
        ("Får publiceras tidigast 1/12 kl. 9", (1, 1)),
        ("Embargoed until 1 December, 09:00", (1, 1)),
        ("EMBARGO 2016-12-01", (1, 1)),
        ("- Embargo – torsdag 1 december", (1, 3)),
        ("STRICTLY EMBARGOED UNTIL December 1", (1, 1)),
        ("Får ej publiceras förrän kl. 9", (1, 1)),
        ("Text.\n\nembargo till 1 dec", (3, 1)),
        ("NOT FOR RELEASE BEFORE 1 DECEMBER", (1, 1)),
        ("**OBS!** Embargo till 1 december", (1, 10)),
        ("Pressmeddelande – embargo till 1 december kl. 9", (1, 19)),
        ("Embargotid: 1 december", (1, 1)),
        ("Embargo (till 1 december)", (1, 1)),
        ("[EMBARGO TILL 1 DECEMBER]", (1, 2)),
        ("<b>Embargo till 1 december</b>", (1, 4)),
        ("Spärr till 1 december kl. 9", (1, 1)),
        ("Spärr till 1 december för publicering i alla medier", (1, 1)),
        ("Spärr till 1 december i hela Sverige", (1, 1)),
        ("EMBARGO! 2016-12-01 06.00", (1, 1)),
        ("Embargo gäller till 1 december kl. 9", (1, 1)),
        ("Embargo fram till den 1 december", (1, 1)),
        ("Fri för publicering 1 december kl. 9", (1, 1)),
        ("**Fritt för publicering från kl. 9**", (1, 3)),
        ("Publicera tidigast 1 december", (1, 1)),
        ("Kan publiceras tidigast 1/12", (1, 1)),
        ("Spärrad för publicering till den 1 december", (1, 1)),
        ("FOR RELEASE DECEMBER 1, 2016", (1, 1)),
        ("For release on Thursday 1 December", (1, 1)),
        ("EMBARGOED FOR RELEASE UNTIL 9:00 AM EST, DECEMBER 1, 2016", (1, 1)),
        ("HOLD FOR RELEASE UNTIL DECEMBER 1", (1, 1)),
        ("STRICT EMBARGO UNTIL 1 DECEMBER", (1, 1)),
        ("Under strict embargo until 00:01 Thursday 1 December", (1, 1)),
        ("Embargoed to 00.01, Thursday 1 December", (1, 1)),
        ("EMBARGOED FOR 00.01 THURSDAY 1 DECEMBER", (1, 1)),
        ("NEWS RELEASE – EMBARGOED UNTIL 1 DECEMBER", (1, 16)),
        ("EMBARGO: Not for publication until 00.01 on 1 December", (1, 10)),
        ("Embargo lifts: 00.01 Thursday 1 December", (1, 1)),
        ("NOT FOR PUBLICATION OR BROADCAST BEFORE 00.01 ON 1 DECEMBER", (1, 1)),
        ("Not to be published, broadcast or shared before 1 December", (1, 1)),
        ("Do not publish before 1 December", (1, 1)),
    ],
)
def test_an_embargo_in_a_text_is_a_mistake(text: str, place: tuple[int, int]) -> None:
    """Nobody reads it but those whom it should have kept waiting."""
    (mistake,) = parse_markdown(text, "a.md", 1, "sv").losses
    assert (mistake.where.line, mistake.where.column) == place
    assert mistake.message.msgid.startswith("an embargo in the text holds nothing back")


@pytest.mark.parametrize(
    "text",
    [
        "Embargot hävdes 1991.",
        "Embargo till 1991 rådde i landet.",
        "## Embargo: 10 frågor och svar",
        "Spärr: 3 meter",
        "Rapporten\nfår inte publiceras före 1 december, säger nämnden.",
        "Bör inte publiceras innan 2018.",
        "Embargo är ett ord från 1600-talet.",
        "Vi kräver: embargo till 2018.",
        "Spärrad till 2018 är bron över Sundet, och den som vill över får ta färjan, som går var timme.",
        "Embargo till dess.",
        "Spärrad till 1 maj: Götgatan.",
        "Publiceras först 2027.",
        "Fri för publicering.",
        "FOR IMMEDIATE RELEASE, December 1, 2016",
        "News release for immediate use, 1 December 2016",
        "Embargoed goods worth £2m were seized on 1 December.",
        "Not for sale before 1 December",
        "For release notes see the page of 1 December.",
        "Publicera tidigast nästa år.",
        "Planen publiceras tidigast 1 december.",
        "Embargo – ett ord från 1600-talet.",
        "## Embargo: så slog oljekrisen 1973",
        "Skriv `Embargo: 1 december` inte.",
        "[Embargo till 1 december](https://riksarkivet.example/) heter boken.",
        "Embargo until May 2017 is wrong, says Anna Ek",
        "Obs att embargo till dess råder.",
        "Spärr till 3 maj på kortbetalning",
        "Spärr till den 3 maj för bilar i Farsta",
    ],
)
def test_words_about_an_embargo_are_none(text: str) -> None:
    """A sentence about one stands as it is."""
    losses = parse_markdown(text, "a.md", 1, "sv").losses
    assert not [mistake for mistake in losses if "embargo" in mistake.message.msgid]
