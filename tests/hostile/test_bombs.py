"""No source takes long to read: what would is told at its place, and the same on every machine."""

from __future__ import annotations

import pytest
from bombs import DEPTHS, FIELDS, MAPS, RELEASE, SIGNS, TEXTS, in_time, parsed, pumped, with_body

from pressrum.language import Language

BODIES = DEPTHS | TEXTS


@pytest.mark.parametrize("name", sorted(BODIES))
def test_no_text_takes_long(name: str) -> None:
    """A text that is deep, long or full of signs is read in seconds, or told in the file."""
    with in_time(name):
        found = parsed(RELEASE, with_body(BODIES[name]))

    assert all(mistake.where.path in (RELEASE, "site.yaml") for mistake in found.mistakes)


@pytest.mark.parametrize("sign", SIGNS)
def test_no_sign_takes_long(sign: str) -> None:
    """So is a text of one sign, thousands of times."""
    with in_time(sign):
        parsed(RELEASE, with_body(pumped(sign, 20_000)))


@pytest.mark.parametrize("path", ["site.yaml", "tour.yaml", RELEASE])
@pytest.mark.parametrize("name", sorted(FIELDS))
def test_no_fields_take_long(name: str, path: str) -> None:
    """YAML that is deep, long, named or copied is read in seconds, or told, a hundred times at most."""
    text = FIELDS[name] if path != RELEASE else f"---\ntitle: A\n{FIELDS[name]}\n---\n\nText\n"
    with in_time(name):
        found = parsed(path, text.encode())

    told = [mistake for mistake in found.mistakes if mistake.where.path == path]
    assert len(told) <= 102


@pytest.mark.parametrize("path", ["karta.geojson", "published.json"])
@pytest.mark.parametrize("name", sorted(MAPS))
def test_no_map_and_no_record_takes_long(name: str, path: str) -> None:
    """JSON that is deep or long is told in the file within seconds."""
    with in_time(name):
        found = parsed(path, MAPS[name].encode())

    assert path in {mistake.where.path for mistake in found.mistakes}


def test_a_text_after_one_that_was_too_deep_is_read_as_ever() -> None:
    """What stopped in the middle leaves nothing behind."""
    good = with_body("- a\n\n    b\n- c\n\n1. d\n")
    before = parsed(RELEASE, good).project.releases
    parsed(RELEASE, with_body(DEPTHS["lists"]))

    assert parsed(RELEASE, good).project.releases == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Text\n\n" + "[" * 3000, "8:536: more of the sign [ ( stand here than can be read within seconds"),
        ("Text\n\n" + "a <b" * 3000, "8:8879: more of the sign < stand here than can be read within seconds"),
        ("a\n" * 10_001, "5:1: the text has 10002 lines, and at most 10000 are read"),
        ("a" * 200_001, "5:1: the text has 200002 letters, and at most 200000 are read"),
        ("Text\n\n" + DEPTHS["lists"], "307:1: lists or quotes stand too far within each other here"),
    ],
)
def test_what_is_refused_is_told_at_its_place(text: str, told: str) -> None:
    """The mistake says what is too much, and where."""
    tell = Language("en").tell
    (mistake,) = [one for one in parsed(RELEASE, with_body(text)).mistakes if one.where.path == RELEASE]

    assert f"{mistake.where}: {tell(mistake.message)}" == f"{RELEASE}:{told}"


def test_fields_beyond_all_measure_are_refused() -> None:
    """A text without the line below its fields would be read as YAML for long."""
    found = parsed(RELEASE, f"---\ntitle: {'a' * 50_000}\n---\nText\n".encode()).mistakes
    (mistake,) = [one for one in found if one.where.path == RELEASE]

    assert Language("en").tell(mistake.message) == (
        "the block of fields has 50009 letters, and at most 50000 are read"
    )


def test_real_texts_are_far_from_the_bounds() -> None:
    """A long report with a table, notes and hundreds of links is read without a word."""
    row = "| [Stadsdel](https://a.example/) | 1 | 2 | *tre* | `x` |\n"
    table = "\n| a | b | c | d | e |\n|---|---|---|---|---|\n" + row * 300
    notes = (
        "".join(f"Ord[^{n}]. " for n in range(200)) + "\n\n" + "".join(f"[^{n}]: Not\n\n" for n in range(200))
    )
    text = ("## Rubrik\n\n" + "Ett stycke med många ord i. " * 20 + "\n\n") * 200 + table + "\n" + notes
    found = parsed(RELEASE, with_body(text))

    assert [mistake for mistake in found.mistakes if mistake.where.path == RELEASE] == []
