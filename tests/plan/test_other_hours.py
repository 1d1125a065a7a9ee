"""A release that is about a meeting and tells another hour than the tour plan is told to staff."""

from __future__ import annotations

import pytest
from conftest import RELEASE, TOUR, Press

FILE = "content/releases/2016-11-28-oppet-mote.md"
ABOUT = RELEASE.replace("---\n\n", "meetings: [sodermalm, skarholmen]\n---\n\n")
NOW, OVER = "2016-11-28T12:00", "2016-11-29T21:00"
DUE = (
    ", and the meeting in Södermalm is on Tuesday 29 November 2016 at 18:00 (tour.yaml, line 3)"
    " | mend the one that is wrong, or add a correction that says what holds; if both are right, write"
    " in the text too when the meeting begins: Tuesday 29 November 2016 at 18:00"
)
OTHER = f"{FILE}:7:28: the text says Tuesday 29 November 2016 at 18:30{DUE}"
NONE = (
    f"{FILE}:7:26: the text tells an hour on the day of the meeting in Skärholmen, and the tour plan has none"
    " | if the meeting begins then, write time: 17.00 in tour.yaml, in the entry on line 4; else there is"
    " nothing to do"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Kom tisdag 29 november kl. 18.30.", [OTHER]),
        ("Kom 30 november kl. 18!", [f"{FILE}:7:21: the text says Wednesday 30 November 2016 at 18:00{DUE}"]),
        ("Välkommen 4 februari kl. 17.", [NONE]),
        ("Kom tisdag 29 november kl. 18.", []),
        ("Come on 29 November from 6 to 8 pm.", []),
        ("Insläpp 29 november kl. 17.30, börjar 29 november kl. 18.", []),
        ("Come 29 November at 5 pm. The meeting begins Tuesday 29 November 2016 at 18:00.", []),
        ("Kom 30 november kl. 18. Mötet börjar tisdag 29 november 2016 kl. 18.00.", []),
        ("Kom 29 november kl. 18, lördag 4 februari är vi i Skärholmen.", []),
        ("18.00 tisdag 29 november, 17.00 lördag 4 februari", [NONE.replace(":26", ":27")]),
        ("Till Skärholmen kommer vi 4 februari (prel. 4 februari klockan 17).", [NONE.replace(":26", ":64")]),
        ("Kom 29 november kl. 18. Anmäl dig senast 28 november kl. 18.", []),
        ("Anmäl dig senast 28 november kl. 16.", []),
        ("Mötet börjar klockan 18. Insläpp 29 november kl. 17.30.", []),
        ("Tid: kl. 18.00–19.30. Anmäl dig senast 28 november kl. 18.", []),
        ("Förra mötet var 15 oktober kl. 18, ett annat 29 november 2015 kl. 18.", []),
    ],
)
def test_an_hour_that_the_tour_plan_has_not_is_told(press: Press, words: str, told: list[str]) -> None:
    """One who reads the release comes at another hour than one who has the calendar."""
    press.write(FILE, ABOUT.replace("Välkommen till mötet.", words))
    assert press.warnings(NOW) == told


@pytest.mark.parametrize(
    ("field", "now"),
    [
        ("draft: yes", NOW),
        ("retracted: Fel.", NOW),
        ("corrections: [{date: 2016-11-28 10.00, text: Klockan 18.}]", NOW),
        ("topics: [möten]", OVER),
    ],
)
def test_where_it_misleads_nobody_it_is_not_told(press: Press, field: str, now: str) -> None:
    """That is what is not shown, what a correction mends, and what is over."""
    wrong = ABOUT.replace("Välkommen till mötet.", "Kom 29 november kl. 18.30.")
    press.write(FILE, wrong.replace("meetings:", f"{field}\nmeetings:"))
    assert press.warnings(now) == []


def test_the_lead_and_translations_are_read_too(press: Press) -> None:
    """A translation is about the meetings of its original."""
    press.write(FILE, ABOUT.replace("meetings:", "lead: Kom den 29 november klockan 19.\nmeetings:"))
    english = RELEASE.replace("---\n\n", "original: 2016-11-28-oppet-mote.md\nlang: en\n---\n\n")
    press.write(
        "content/releases/2016-11-28-open.md", english.replace("Välkommen", "29 November at 7 pm: Välkommen")
    )
    places = [warning.partition(": ")[0] for warning in press.warnings(NOW)]
    assert places == ["content/releases/2016-11-28-open.md:8:16", f"{FILE}:4:7"]


def test_it_is_told_until_it_is_mended(press: Press) -> None:
    """The line is the one where it stands, also after an edit above it."""
    wrong = ABOUT.replace("Välkommen till mötet.", "Kom tisdag 29 november kl. 18.30.")
    press.write(FILE, wrong)
    assert press.warnings(NOW) == press.warnings(NOW) == [OTHER]
    press.write(FILE, wrong.replace("Kom", "Hej!\n\nKom"))
    assert OTHER.replace(":7:", ":9:") in press.warnings(NOW)
    press.write(FILE, wrong.replace("18.30", "18.00"))
    assert not any("Södermalm is on" in warning for warning in press.warnings(NOW))
    press.write("tour.yaml", TOUR.replace("18.00", "19.00"))
    assert any("at 18:00, and the meeting" in told for told in press.warnings(NOW))


@pytest.mark.parametrize(("hour", "told"), [("18.30", 1), ("6.30 pm", 1), ("6.30", 0)])
def test_an_evening_is_no_morning(press: Press, hour: str, told: int) -> None:
    """An hour before noon may be one of the evening; the tour plan has the morning where nobody looked."""
    press.write("tour.yaml", TOUR.replace("18.00", "6.30"))
    press.write(FILE, ABOUT.replace("Välkommen till mötet.", f"Kom tisdag 29 november kl. {hour}."))
    assert sum("at 18:30, and the meeting" in warning for warning in press.warnings(NOW)) == told
