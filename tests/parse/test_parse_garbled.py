"""Words whose letters a program has garbled are told, and words that only look like them are not."""

from __future__ import annotations

import pytest

from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.parse.text import decode


@pytest.mark.parametrize(
    ("text", "where", "hint"),
    [
        ("Hej\nfrån SkÃ¤rholmen.", "2:6", "write Skärholmen."),
        ("Ã–stermalm", "1:1", "write Östermalm"),
        ("Ã…rsta", "1:1", "write Årsta"),
        ("title: BÃ¥t", "1:8", "write Båt"),
        ("Annaâ€™s", "1:1", "write Anna’s"),
        ("M\u00c3\u0084RSTA", "1:1", "write MÄRSTA"),
        ("S\ufffddermalm", "1:1", "write the word again, or copy the text anew from where it came"),
    ],
)
def test_a_garbled_word_is_told(text: str, where: str, hint: str) -> None:
    """A word in a text or a field is told at its place, and how it was meant where that can be known."""
    tell = Language("en").tell
    with pytest.raises(BadSource) as failed:
        decode(text.encode(), "tour.yaml")
    (bad,) = failed.value.mistakes

    assert f"{bad.where.line}:{bad.where.column}" == where
    assert bad.hint is not None
    assert tell(bad.hint) == hint


@pytest.mark.parametrize("text", ["SÃO PAULO", "IRMÃ…", "”IRMÔ", "Â och â", "Skärholmen §"])
def test_letters_of_other_languages_are_not_garbled(text: str) -> None:
    """Letters that stand in Portuguese or Romanian words are those that were meant."""
    assert decode(text.encode(), "a.md") == text


def test_only_a_few_words_are_told() -> None:
    """A file that was garbled as a whole is told by its first words."""
    with pytest.raises(BadSource) as failed:
        decode("BÃ¥t\n".encode() * 1_000, "a.md")

    assert len(failed.value.mistakes) == 20
