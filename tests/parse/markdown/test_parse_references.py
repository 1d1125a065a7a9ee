"""Lines that say where links lead: none that nothing uses vanishes in silence."""

from __future__ import annotations

import pytest
from slipped import told

from pressrum.parse.markdown.body import parse_markdown

TOLD = '"{}" is no address for a link, and the line would not be shown'
UNUSED = "no link in the text uses [{}], and the line would not be shown"
NOTE = "for a footnote write [^{0}] in the text, and here [^{0}]: {1}"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "[Foto]: Anna",
            "5:1",
            TOLD.format("Anna"),
            f"write it without brackets: Foto: Anna; {NOTE.format(1, 'Anna')}",
        ),
        (
            "Mer.[2]\n\n [2]: SCB (2016)",
            "7:2",
            TOLD.format("SCB"),
            NOTE.format(2, "SCB (2016)"),
        ),
        (
            "Mer.\n[1]: https://press.example",
            "6:1",
            UNUSED.format("1"),
            NOTE.format(1, "https://press.example"),
        ),
        (
            "Mer.\n\n[Källa]: rapport.pdf 'Rapport'",
            "7:1",
            UNUSED.format("Källa"),
            "write the link where it belongs: [Källa](rapport.pdf)",
        ),
    ],
)
def test_a_line_that_would_vanish_is_told(text: str, place: str, message: str, hint: str) -> None:
    """A line that no link uses is told, with how to write what it says."""
    assert told(text, 5) == [(place, message, hint)]


@pytest.mark.parametrize(
    "text",
    [
        "[a][1] och [b]\n\n[1]: https://press.example\n[B]: om.md 'T'",
        "![Stolar][bild]\n\n[bild]: salen.jpg (Foto: Anna)",
        "[OBS]: Mötet är inställt",
        "Se [1]: det gäller",
        "`[1]: SCB`",
        "Mer.[^1]\n\n[^1]: SCB",
        "[//]: # (till kollegorna)",
    ],
)
def test_a_line_that_is_used_or_shown_is_right(text: str) -> None:
    """A line that a link uses, that is shown, that is a footnote or meant for nobody, is no loss."""
    assert told(text, 5) == []


def test_a_word_is_no_link() -> None:
    """A mark whose line holds a word stays as it is, and leads to no file that nobody meant."""
    body = parse_markdown("Mer.[1]\n\n[1]: SCB", "a.md", 5, "sv")

    assert body.html == "<p>Mer.[1]</p>"
    assert body.links == ()


def test_one_text_uses_nothing_for_the_next() -> None:
    """What one text used is unused in the next."""
    text = "[a]: om.md"
    parse_markdown(f"[a]\n\n{text}", "a.md", 5, "sv")

    assert len(told(text, 5)) == 1
