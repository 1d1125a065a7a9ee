"""Paragraphs that run together: quotations are parted, and the rest is warned of."""

from __future__ import annotations

import pytest
from conftest import RELEASE, Press

from pressrum.parse.markdown.body import parse_markdown

QUOTE = '<blockquote class="quote">\n<p>– {}</p>\n</blockquote>'
WARNED = (
    "content/releases/2016-11-28-mote.md:{}:1: the line goes on in the paragraph of the line above | "
    r"put an empty line between them, or end the one above with \ for a new line alone"
)


def lines(text: str) -> list[int]:
    """Give the lines of a text that run on."""
    return [doubt.where.line for doubt in parse_markdown(text, "a.md", 1, "sv").doubts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ett stycke.\nEtt till.", [2]),
        ("Ett stycke.\nEtt till!\nOch ett.\n\nSist.\nÄn mer", [2, 6]),
        ("Ord\n\n– Vi bygger, säger Anna Ek.\nEtt stycke.", [4]),
        ("Ett stycke.\n– Vi bygger, säger Anna Ek.", []),
        ("En rad som\nbryts. Så är det.", []),
        (f"{'Ord ' * 20}ord.\nEn rad till.", []),
        (f"{'Ord ' * 20}ord.\n{'Ord ' * 20}ord.\nEn rad till.", [2]),
        (f"{'Ord ' * 50}ord.\nEn rad till.", [2]),
        ("## Är det sant?\nDet är det.", []),
        ("Ett stycke.\\\nEtt till.\nOch ett.", [3]),
        ("Ett stycke.\noch mer", []),
        ("Ett stycke.\\\nEtt till.  \nOch ett.", []),
        ("- Ett.\n- Två.\n\n1. Ett.\n2. Två.", []),
    ],
)
def test_lines_that_run_on_are_found(text: str, found: list[int]) -> None:
    """A block whose lines are sentences of their own is told at the first line that runs on."""
    assert lines(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kontakta:\nAnna Ek, pressekreterare\nTelefon: 08-508 29 000\nE-post: anna.ek@example.se", [2]),
        ("Anna Ek\nPressekreterare", [2]),
        ("## Kontakt\nAnna Ek\nmobil 070-123 45 67\nanna.ek@example.se", [3]),
        ("1 december\n2 december", [2]),
        ("b. Ett\nc. Två", [2]),
        ("A. Ek\nPressekreterare", [2]),
        ("- Bygga\n- Bo\nDet vill vi", [3]),
        ("1. Bygga\n2. Bo\nDet vill vi\n\n* Ett\nTvå", [3, 6]),
        ("**När:** tisdag\n**Var:** Farsta", [2]),
        (f"**Tid:** {'ord ' * 11}\n**Plats:** {'ord ' * 11}\n**Kontakt:** Anna Ek", [2]),
        (f"Tid: {'ord ' * 15}\nPlats: Farsta", [2]),
        (f"**Tid**: {'ord ' * 15}\n***Plats:*** Farsta", [2]),
        (f"Fakta om mötet {'ord ' * 12}\nTid: {'ord ' * 11}\nPlats och anmälan: Farsta", [2]),
        (f"Vi möts i Farsta:\nFarsta gård\n{'Ord ' * 20}", [2]),
        ("Anna Ek\\\nTelefon: 08-508 29 000\nE-post: anna.ek@example.se", [3]),
    ],
)
def test_lines_that_were_ended_early_are_found(text: str, found: list[int]) -> None:
    """A block whose lines are too short for an editor to have broken them is told."""
    assert lines(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi vill:\n– bygga\n– bo\nDet är allt.", [2]),
        (f"– {'ord ' * 30}\n– {'ord ' * 30}", [2]),
        (f"1) {'ord ' * 15}\nord\n2) {'ord ' * 15}\nord\n3) ord", [3]),
        ("a) *Ett*, som\n   bryts\nb) __Två__", [3]),
        ("> (1) Ett, som\n> bryts\n> (2) Två & tre", [3]),
        (f"✅ {'ord ' * 15}\nbryts\n✅ två\n\nSlut.", [3]),
        ("1) Ett, som\nbryts\n2) Två\n\nSlut.\n\n1) Ett, som\nbryts\n2) Två", [3, 9]),
        ("Det är en – låt vara liten –\n– glädje.", []),
        ("Det är\n– låt vara litet\noch kort – bra.", []),
        ("1) Ett, som\\\nbryts\\\n2) Två", []),
        ("Vi vill\n\n– bygga, så att alla\nkan bo\n\n– bo", []),
        (f"{'ord ' * 15}\n(M) och {'ord ' * 15}\n(V) och flera till.", []),
        (f"{'ord ' * 15}kl.\n18. Sedan {'ord ' * 15}\n19. Så är det.", []),
        (f"{'ord ' * 15}\n§ 5 {'ord ' * 15}\n§ 6 i lagen.", []),
        (f"– {'Ord ' * 15}\n– särskilt unga – {'ord ' * 15}\n– alltid, säger Anna Ek.", []),
    ],
)
def test_a_list_that_has_become_none_is_told(text: str, found: list[int]) -> None:
    """Two lines of one paragraph that begin as entries are told where the first of them runs on."""
    assert lines(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek\\\nPressekreterare  \nTelefon: 08<br>\nE-post: a",
        "En rad som\nbryts, och\nen till.",
        f"{'Ord ' * 15}\nOrd",
        f"Kort\n{'Ord ' * 15}\nOrd",
        f"{'ord ' * 15}\nStockholm: {'ord ' * 15}",
        "**Tid:** tisdag\\\n**Plats:** Farsta",
        "Vi finns på\n[www.stockholm.example/kontakta-oss](https://www.stockholm.example/kontakta-oss).",
        "Vi vill:\n- Bygga\n- Bo",
        "Vi vill:\n* Bygga\n* Bo",
        "• Bygga\n• Bo",
        "§  Bygga.\n§  Bo.",
        "-Bygga\n-Bo",
        "• Bygga.\n• Bo.\nDet vill vi.",
        "- Bygga\noch bo",
        "- Bygga\n  Och bo",
        f"- {'Ord ' * 15}\nOrd",
        "\\- Bygga\n\\- Bo",
        "1\\. Bygga\n2\\. Bo",
        "Ø   Bygga.\nØ   Bo.",
        "1. Bygga\n2. Bo",
        "1) Bygga\n2) Bo",
        "1.Bygga\n2.Bo",
        "a) Bygga\nb) Bo",
        "a.\tBygga.\nb.\tBo.\nDet är allt.",
        "Vi vill:\nI. Bygga\nII. Bo",
        "A.\u00a0Bygga.\nB.\u00a0Bo.",
        "- Bygga\n  och bo\n- Bo",
        "År | Bostäder\n---|---\n2016 | 4",
        "| År | Bostäder |\n|---|---|\n| 2016 | 4 |",
        "Rubrik\n======\n\n## En\n### Två",
        "> Anna Ek\n> Bo Ek",
        "<p>Anna Ek\nBo Ek</p>",
        "[1]: https://a.example/\n[2]: https://b.example/\n\nSe [ett][1] [två][2]",
        "[^1]: Ett\n[^2]: Två",
        "    Anna Ek\n    Bo Ek",
        "Så här:\n[[tour]]\nVälkomna",
        "#farsta\n#val",
        "* * *\nBo Ek",
        "Anna Ek\n\n- - -\nBo Ek",
    ],
)
def test_short_lines_that_are_meant_are_none(text: str) -> None:
    """Lines that are kept, or of a sentence, a list, a table, a heading, a quotation, HTML or a note pass."""
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Ett stycke.\n– Vi bygger, säger Anna Ek.",
            f"<p>Ett stycke.</p>\n{QUOTE.format('Vi bygger, säger Anna Ek.')}",
        ),
        (
            "Ett stycke.\n-- Vi bygger, säger Anna Ek.",
            f"<p>Ett stycke.</p>\n{QUOTE.format('Vi bygger, säger Anna Ek.')}",
        ),
        (
            "-Vi bygger, säger Anna Ek.\n-Vi river, säger Bo Ek.",
            f"{QUOTE.format('Vi bygger, säger Anna Ek.')}\n{QUOTE.format('Vi river, säger Bo Ek.')}",
        ),
        ("--Vi bygger, säger Anna Ek.", QUOTE.format("Vi bygger, säger Anna Ek.")),
        (
            "– Vi bygger, säger Anna Ek.\n– Vi river, säger Bo Ek.",
            f"{QUOTE.format('Vi bygger, säger Anna Ek.')}\n{QUOTE.format('Vi river, säger Bo Ek.')}",
        ),
        ("Vi möts i Farsta\n– Söderorts mitt – i dag.", "<p>Vi möts i Farsta\n– Söderorts mitt – i dag.</p>"),
        ("Ett stycke.\n– mitt i ett", "<p>Ett stycke.\n– mitt i ett</p>"),
        ("Ett.\\\nTvå.", "<p>Ett.<br>\nTvå.</p>"),
        ("Ett.  \nTvå.", "<p>Ett.<br>\nTvå.</p>"),
    ],
)
def test_what_somebody_says_is_a_paragraph_of_its_own(text: str, made: str) -> None:
    """A dash right below a sentence begins a paragraph, one among words does not; a line can be ended."""
    assert parse_markdown(text, "a.md", 1, "sv").html == made


def test_a_warning_goes_with_what_it_warns_of(press: Press) -> None:
    """The build warns as long as the lines run on, at the line where they stand now, and no longer."""
    name = "content/releases/2016-11-28-mote.md"
    press.write(name, RELEASE + "Mer.\nMer.\n")
    first = press.warnings()
    press.write(name, RELEASE + "\nEtt stycke till.\n\nMer.\nMer.\n")
    moved = press.warnings()
    press.write(name, RELEASE + "\nEtt stycke till.\n\nMer.\n\nMer.\n")

    assert WARNED.format(7) in first
    assert WARNED.format(11) in moved
    assert not [warning for warning in press.warnings() if "goes on" in warning]
