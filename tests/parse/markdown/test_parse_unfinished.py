"""What was to be filled in, and ways to files of the office's: told before readers see them."""

from __future__ import annotations

import pytest
from conftest import Press
from refused import in_words

from pressrum.errors import located
from pressrum.parse.markdown.unfinished import unfinished

FILE = "content/releases/2016-11-28-oppet-mote.md"


def told(text: str) -> list[str]:
    """Give what is told of a text: column, message and hint."""
    return [in_words(found).removeprefix("a.md:1:") for found in located(unfinished(text), text, "a.md")]


@pytest.mark.parametrize(
    ("text", "column", "blank"),
    [
        ("TODO: skriv klart", 1, "TODO"),
        ("UTKAST: Öppet möte", 1, "UTKAST"),
        ("# UTKAST 3", 3, "UTKAST"),
        ("Öppet möte (UTKAST)", 13, "UTKAST"),
        ("Det kostar XXX kronor", 12, "XXX"),
        ("Det kostar xx miljoner", 12, "xx"),
        ("Vi möts i xxxx.", 11, "xxxx"),
        ("Vem? Anna **???**", 13, "???"),
        ("**Lorem ipsum** dolor", 3, "Lorem ipsum"),
        ("The venue is TBC.", 14, "TBC"),
        ("Plats: TBC", 8, "TBC"),
        ("Torget (TBC)", 9, "TBC"),
        ("She says: [INSERT QUOTE HERE]", 11, "[INSERT QUOTE HERE]"),
        ("Hon säger: [infoga citat].", 12, "[infoga citat]"),
        ("Up by XX per cent", 7, "XX"),
        ("“Yes,” said [NAME].", 13, "[NAME]"),
        ("On [DATE] the bridge opens", 4, "[DATE]"),
        ("[ADD QUOTE FROM ANNA]", 1, "[ADD QUOTE FROM ANNA]"),
    ],
)
def test_what_was_to_be_filled_in_is_told(text: str, column: int, blank: str) -> None:
    """With what stands there, and how the text can wait until it is known."""
    (found,) = told(text)

    assert found.startswith(f'{column}: "{blank}" looks like something')


@pytest.mark.parametrize(
    ("text", "place", "mark"),
    [
        ("Vi öppnar parken[AE1] i maj", 17, "[AE1]"),
        ("  [AE1]Kolla detta", 3, "[AE1]"),
        ("[Kommentar [AE1]: Kolla]", 1, "[Kommentar [AE1]:"),
        ("Parken. Commented [AE1R2]: Check", 9, "Commented [AE1R2]:"),
        ("Deleted: in May", 1, "Deleted:"),
        ("[Borttaget: i maj]", 1, "[Borttaget:"),
        ("[a]Kolla detta", 1, "[a]"),
    ],
)
def test_what_word_leaves_of_a_comment_is_told(text: str, place: int, mark: str) -> None:
    """A comment, the mark that leads to one, and what has been removed."""
    message = f'"{mark}" looks like a comment or a change left from Word or Google Docs'

    assert told(text) == [f"{place}: {message} | remove it, and settle what it was about"]


def test_a_comment_is_removed_with_its_mark() -> None:
    """Google Docs has the comments below the text: one hint is for both places."""
    (found,) = told("Vi öppnar parken[a] i maj.\n\n[a]Kolla detta")

    assert found.endswith("| remove it, and its mark [a] in the text")


@pytest.mark.parametrize(
    "text",
    [
        "koldioxid [CO2] och E4[2]",
        "”[A]lla är välkomna”, “[a]ll of it”",
        "[a] Kolla, [x] Klart och parken[a]",
        "Ord[AE1](https://press.example/) och ord[AE1][om]",
        "[AE1]: https://press.example/",
        "Läs [rapporten][RB1].\n\n[RB1]: https://press.example/",
        "\\[a]Kolla, `[a]Kolla`",
        "Deleted scenes: two. Det är borttaget: bänken",
    ],
)
def test_words_in_brackets_are_no_comment(text: str) -> None:
    """Formulas, changes in what is quoted, boxes, links and code."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "way", "file"),
    [
        ("Se G:\\Gemensamt\\plan.pdf.", "G:\\Gemensamt\\plan.pdf", "plan.pdf"),
        ("Se \\\\server\\alla\\plan.docx, nu", "\\\\server\\alla\\plan.docx", "plan.docx"),
        ("Se file:///G:/plan.pdf", "file:///G:/plan.pdf", "plan.pdf"),
        ("Se C:\\Users\\anna\\", "C:\\Users\\anna\\", None),
    ],
)
def test_a_way_to_a_file_of_the_office_is_told(text: str, way: str, file: str | None) -> None:
    """Readers cannot open it, and learn what machines and people are called there."""
    hint = f"put the file beside the text, and write [what it is]({file}) in its place"

    message = f"readers cannot open {way}: it is only on your office's computers"

    assert told(text) == [f"4: {message} | {hint if file else 'remove it here'}"]


@pytest.mark.parametrize(
    "text",
    [
        "Gustav XX och xx-kromosomer",
        "www.xxx.example/xxx och XXXL",
        "Todo es posible. Verkligen??? Vad!?",
        "`TODO` och `C:\\fil.txt`",
        "Rad\\\\ny rad, a:\\*b\\*",
        "Profile: anna",
        "[Insert the coin](/om/), [insert a coin][om] \\[insert coin] and [inserted later]",
        "TBC1 och TBCG",
        "UTKAST TILL BUDGET, Utkast: budget och NFL DRAFT: Farsta",
        "Fler fall av TBC i Farsta, och skydd mot TBC.",
        "TODO@press.example och <https://press.example/?x=xxx>",
    ],
)
def test_what_only_looks_so_is_not(text: str) -> None:
    """Names, sizes, other languages, code and Markdown's own signs."""
    assert told(text) == []


def test_title_and_lead_are_looked_at_and_drafts_are_not(press: Press) -> None:
    """A draft is where such words belong."""
    text = "---\ntitle: XXX i Farsta\ndate: 2016-11-28\nlead: TODO\n---\nText ???\n"
    press.write(FILE, text.replace("date:", "draft: yes\ndate:"))
    draft = press.warnings()
    press.write(FILE, text)
    press.write("content/pages/om.md", "---\ntitle: Om\nlead: FIXME\n---\nText.\n")
    public = press.warnings()

    assert [warned.partition(" looks")[0] for warned in public] == [
        f'{FILE}:2:8: "XXX"',
        f'{FILE}:4:7: "TODO"',
        f'{FILE}:6:6: "???"',
        'content/pages/om.md:3:7: "FIXME"',
    ]
    assert draft == []
