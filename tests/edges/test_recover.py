"""A lost record comes back from what is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Press

from pressrum.edges.recover import Recovered, recover
from pressrum.edges.request import Request
from pressrum.errors import BadSource, BadValue

NOW = "2016-12-03T12:00"


def lose(press: Press) -> dict[str, dict[str, dict[str, object]]]:
    """Build a site in which a meeting has moved, and lose its record; give what was in it."""
    press.build("2016-12-01T12:00")
    press.write("tour.yaml", (press.root / "tour.yaml").read_text().replace("2017-02-04", "2017-02-05"))
    press.build("2016-12-02T12:00")
    record = press.root / "published.json"
    lost: dict[str, dict[str, dict[str, object]]] = json.loads(record.read_text())
    record.unlink()
    return lost


def found(press: Press) -> dict[str, dict[str, dict[str, object]]]:
    """Give what is in the record."""
    record: dict[str, dict[str, dict[str, object]]] = json.loads((press.root / "published.json").read_text())
    return record


def run(press: Press, published: Path) -> Recovered:
    """Recover the record as the command does."""
    return recover(Request(press.root, press.root / "output", NOW), published)


@pytest.mark.parametrize("published", ["output", "output/kalender.ics"])
def test_numbers_come_back(press: Press, published: str) -> None:
    """From the site or its calendar alone, every UID, SEQUENCE and stamp is as it was published."""
    lost = lose(press)

    run(press, press.root / published)

    kept = ("uid", "sequence", "created", "modified", "when", "status", "said")
    back = found(press)["meetings"]
    assert {id_: [stamp[key] for key in kept] for id_, stamp in back.items()} == {
        id_: [stamp[key] for key in kept] for id_, stamp in lost["meetings"].items()
    }
    assert back["skarholmen"]["sequence"] == 1


def test_nothing_changes_for_subscribers(press: Press) -> None:
    """The next build gives the same feeds, and calendars that differ only in what a moved meeting was."""
    lose(press)
    before = press.tree()
    run(press, press.root / "output")

    press.build("2016-12-02T12:00")

    told = {name: content for name, content in press.tree().items() if not name.endswith(".html")}
    changed = [name for name, content in told.items() if before[name] != content and name != "sitemap.xml"]
    assert [name for name in changed if not name.endswith(".ics")] == []
    for name in changed:
        assert b"SEQUENCE:1" in before[name]


def test_page_that_nothing_leads_to_is_told(press: Press) -> None:
    """A published page without a source is named, so that an alias can be made for it."""
    lose(press)
    press.write("output/gammal/sida/index.html", "x")

    recovered = run(press, press.root / "output")

    assert recovered.unknown == ("/gammal/sida/",)


def test_record_that_is_there_is_left_alone(press: Press) -> None:
    """A record is never written over."""
    press.build()

    with pytest.raises(BadValue, match="already"):
        run(press, press.root / "output")


def test_what_is_no_calendar_is_refused(press: Press) -> None:
    """Another file than a calendar of ours gives no record."""
    press.write("x.ics", "hej")

    with pytest.raises(BadSource):
        run(press, press.root / "x.ics")
    assert not (press.root / "published.json").exists()
