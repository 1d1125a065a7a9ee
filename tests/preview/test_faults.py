"""Mistakes as the browser shows them."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from conftest import Press

from build import build
from pressrum.edges.preview.faults import AROUND, Fault, faults, warnings
from pressrum.edges.request import Request
from pressrum.errors import BadSource, Location, MachineTrouble, Mistake, say
from pressrum.language import Language

SV = Language("sv")


def found(press: Press) -> tuple[Fault, ...]:
    """Give what is wrong with the site."""
    with pytest.raises(BadSource) as failed:
        build(Request(press.root, press.root / "look", "2016-12-01T12:00", preview=True))
    return faults(failed.value, SV, press.root)


def test_a_mistake_shows_its_line_with_the_place(press: Press) -> None:
    """A mistake has its place, the line itself parted at it, what is wrong and what to write."""
    press.write("content/releases/2016-11-28-rost.md", "---\ntitle: Röst\ndate: 29 nov  # snart\n---\nHej.\n")

    assert found(press) == (
        Fault(
            "content/releases/2016-11-28-rost.md:3:7",
            '"29 nov" saknar årtal',
            "skriv 2016-11-29",
            "date: ",
            "29 nov",
            "  # snart",
        ),
    )


def test_all_mistakes_of_all_files_are_there(press: Press) -> None:
    """Every mistake is shown, in source order."""
    press.write("content/releases/a.md", "---\ntitle: A\ndate: igår\nutkst: ja\n---\n[x](y.md)\n")
    press.write("tour.yaml", "title: T\nmeetings:\n  - {district: Farsta}\n")

    assert [fault.where.split(":")[:2] for fault in found(press)] == [
        ["content/releases/a.md", "3"],
        ["content/releases/a.md", "4"],
        ["content/releases/a.md", "6"],
        ["tour.yaml", "3"],
    ]


def test_a_template_has_its_own_line(press: Press) -> None:
    """A name that a template does not know is shown at the template's own line."""
    page = (press.root / "templates/page.html").read_text(encoding="utf-8")
    press.write("templates/page.html", page.replace("{{ page.title", "{{ page.titel", 1))
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nVi.\n")

    (fault,) = found(press)
    number = page[: page.index("{{ page.title")].count("\n") + 1
    assert fault.where.startswith(f"templates/page.html:{number}:")
    assert (fault.marked, fault.message) == ("page.titel", 'det finns inget "page.titel" här')


def test_a_template_that_others_reach_has_its_own_line(press: Press) -> None:
    """A mistake in the template around all pages is shown once, with the line of that file."""
    base = (press.root / "templates/base.html").read_text(encoding="utf-8")
    press.write("templates/base.html", base.replace("</head>", "{{ site.titel }}</head>"))

    (fault,) = found(press)
    number = base[: base.index("</head>")].count("\n") + 1
    assert fault.where == f"templates/base.html:{number}:4"
    assert (fault.before, fault.marked, fault.after) == ("{{ ", "site.titel", " }}</head>")


@pytest.mark.parametrize("marked", ["[[tour]]", "{% if x %}"])
def test_what_has_marks_of_its_own_is_marked_to_its_end(tmp_path: Path, marked: str) -> None:
    """The signs at the end belong to it, as those at its beginning do."""
    (tmp_path / "a.md").write_text(f"Se {marked} och mer.", encoding="utf-8")

    (fault,) = faults(BadSource(Mistake(Location("a.md", 1, 4), say("x"), say("y"))), SV, tmp_path)
    assert (fault.before, fault.marked, fault.after) == ("Se ", marked, " och mer.")


def test_a_long_line_is_shown_around_its_place(tmp_path: Path) -> None:
    """Of a paragraph in one line only what is near the place is shown."""
    (tmp_path / "a.md").write_text("ord " * 100 + "FEL" + " ord" * 100, encoding="utf-8")

    (fault,) = faults(BadSource(Mistake(Location("a.md", 1, 401), say("x"), say("y"))), SV, tmp_path)
    assert (fault.marked, len(fault.before), len(fault.after)) == ("FEL", AROUND + 1, AROUND + 1)


def test_warnings_have_no_lines() -> None:
    """Warnings are there in source order, with their places and tips alone."""
    later = Mistake(Location("b.md", 2, 8), say("draft"), say("warning"))
    first = Mistake(Location("a.md"), say("draft"), say("remove it"))

    assert warnings([later, first], SV) == (
        Fault("a.md:1:1", "utkast", "ta bort den"),
        Fault("b.md:2:8", "utkast", "varning"),
    )


@pytest.mark.parametrize("where", [Location("borta.md", 3, 2), Location("a.md", 9, 9), Location(".", 1, 1)])
def test_a_place_that_cannot_be_read_has_no_line(tmp_path: Path, where: Location) -> None:
    """A file that is gone, a line past the end and a folder have no line to show."""
    (tmp_path / "a.md").write_text("x\n", encoding="utf-8")

    (fault,) = faults(BadSource(Mistake(where, say("x"), say("y"))), SV, tmp_path)
    assert (fault.before, fault.marked, fault.after) == ("", "", "")


@pytest.mark.parametrize(
    ("trouble", "message"),
    [
        (MachineTrouble(say("the disk is full"), say("remove it")), "disken är full"),
        (OSError(errno.ENOSPC, "x", "fil"), "datorn säger nej: disken är full (fil)"),
        (KeyError("x"), "det är programmet självt som har gått fel: KeyError: 'x'"),
    ],
)
def test_trouble_without_a_place_is_said_in_a_sentence(
    tmp_path: Path, trouble: Exception, message: str
) -> None:
    """The machine's trouble and a fault of ours are said plainly, with what to do."""
    (fault,) = faults(trouble, SV, tmp_path)

    assert (fault.where, fault.message) == ("", message)
