"""What nobody has changed is not planned again, and neither is what a change of words leaves as it is."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import RELEASE, Press

import build as story
from pressrum.errors import BadSource

FILE = "content/releases/2016-11-28-oppet-mote.md"
PAGE = "/pressmeddelanden/2016/oppet-mote/"
NOTEBOOKS = ".cache/notebooks"


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list that grows by a word whenever a whole build is made."""
    builds: list[str] = []
    whole = story.build_whole

    def counted(*given: object) -> object:
        builds.append("whole")
        return whole(*given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(story, "build_whole", counted)
    return builds


def test_nothing_new_is_not_planned(press: Press, planned: list[str]) -> None:
    """A build with nothing changed reads no source again, and says so."""
    press.build()
    outcome = press.build()

    assert planned == ["whole"]
    assert outcome.work.make == ()


def test_new_words_make_what_they_stand_in(press: Press, planned: list[str]) -> None:
    """Other words in a text are in its page, its plain text and the feeds, without a plan."""
    press.write(FILE, RELEASE + "\nMer text.\n")
    press.build()
    press.edit(FILE, "Mer text.", "Mer *text* om mötet.")
    outcome = press.build()

    assert planned == ["whole"]
    assert {task.output.permalink.path for task in outcome.work.make} == {
        PAGE,
        PAGE + "oppet-mote.txt",
        "/feed.xml",
        "/feed.json",
    }
    assert press.tree() == press.clean()


def test_new_words_are_made_without_a_plan_whatever_stands_between(
    press: Press, planned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is made from one text may lie apart, and be noted by another process, as at an old address."""
    monkeypatch.setattr("pressrum.edges.making.GROUPS", 1)
    press.write("content/pages/om.md", f"---\ntitle: Om\naliases: [{PAGE}bilder/]\n---\nText.\n")
    press.write(FILE, RELEASE)
    press.build()
    press.write(FILE, RELEASE.replace("title:", "slug: nytt\ntitle:") + "\nMer text.\n")
    press.build()
    press.edit(FILE, "Mer text.", "Mer *text* om mötet.")
    press.build()

    assert planned == ["whole", "whole"]
    assert press.tree() == press.clean()


def test_new_words_at_the_last_address_leave_its_line_without_a_comma(
    empty: Press, planned: list[str]
) -> None:
    """The record is still the JSON that other programs read."""
    empty.write("content/pages/z-sist.md", "---\ntitle: Sist\n---\nEtt.\n\nMer.\n")
    empty.build()
    empty.edit("content/pages/z-sist.md", "Mer.", "Mer och mer.")
    empty.build()

    assert planned == ["whole"]
    addresses = json.loads((empty.root / "published.json").read_text())["addresses"]
    assert [*addresses][-1] == "/z-sist/"


def test_new_words_are_warned_of_once(press: Press) -> None:
    """A published text that says something new without a correction is told of once, as by any build."""
    press.build()
    press.edit(FILE, "Välkommen", "Kom")
    assert [len(press.build().outlook.warnings) for _ in range(2)] == [1, 0]


def test_a_trial_goes_on_warning_of_the_fields_above_new_words(press: Press) -> None:
    """What a trial has warned of in the fields of a text is told again with its new words."""
    press.write(FILE, RELEASE.replace("title:", "topics: [bostad]\ntitle:"))
    press.build()
    new = RELEASE.replace("title:", "lead: Kom.\ntopics: [bostäd]\ntitle:").replace("Öppet", "Annat")
    press.write("content/releases/2016-11-29-annat.md", new)
    press.build(output="prov")
    press.edit("content/releases/2016-11-29-annat.md", "Välkommen", "Kom")

    assert len(press.build(output="prov").outlook.warnings) == 1


def test_a_trial_warns_of_new_words_in_a_file_that_has_another_name(press: Press) -> None:
    """A published text is known by its address too, before a build has its new name in the record."""
    press.build()
    text = (press.root / FILE).read_text(encoding="utf-8")
    (press.root / FILE).unlink()
    press.write("content/releases/2016-11-29-oppet-mote.md", text.replace("title:", "lead: Kom.\ntitle:"))
    press.build(output="prov")
    press.edit("content/releases/2016-11-29-oppet-mote.md", "Välkommen", "Kom")

    assert len(press.build(output="prov").outlook.warnings) == 1


@pytest.mark.parametrize("merged", [True, False])
def test_a_trial_plans_with_a_record_that_no_build_has_written(
    press: Press, planned: list[str], *, merged: bool
) -> None:
    """Where git has left two lines of an address, or somebody has broken its line, it is read as a whole."""
    press.write(FILE, RELEASE.replace("title:", "lead: Kom.\ntitle:"))
    press.build()
    record = (press.root / "published.json").read_text(encoding="utf-8")
    line = next(line for line in record.splitlines(keepends=True) if f'"{PAGE}"' in line)
    if merged:
        press.edit(FILE, "Välkommen", "Hej")
        press.build()
    press.edit("published.json", f'"{PAGE}": ', line + f'"{PAGE}": ' if merged else f'"{PAGE}":\n ')
    planned.clear()
    press.build(output="prov")
    press.edit(FILE, "mötet", "torget")

    assert len(press.build(output="prov").outlook.warnings) == 1
    assert planned == ["whole", "whole"]


def test_a_trial_tells_of_a_release_that_is_written_over_step_by_step(press: Press) -> None:
    """A new title and date above the old words, then new words: it is another release, as for any build."""
    press.write(FILE, RELEASE.replace("title:", "lead: Kom.\ntitle:"))
    press.build("2016-11-28T09:00")
    press.edit(FILE, "title: Öppet möte\ndate: 2016-11-28", "title: Ny skola\ndate: 2016-11-29")
    press.build(output="prov")
    press.edit(FILE, "Välkommen till mötet.", "Skolan öppnar.")

    with pytest.raises(BadSource, match="another text is published from this file"):
        press.build(output="prov")


def test_what_is_odd_in_new_words_is_told_without_a_plan(press: Press, planned: list[str]) -> None:
    """What may not be as it was meant is told at its line as long as it stands, and needs no plan."""
    odd = "the line goes on in the paragraph of the line above"
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nEn rad.\nEn till.\n")
    press.write(FILE, RELEASE + "\nMer text.\n")
    told = []
    for old, new in (
        ("title", "title"),
        ("Mer text.", "Mer text.\nÄn mer."),
        ("Mer text.", "Annat.\n\nMer."),
        ("Mer.", "Mer.\n"),
    ):
        press.edit(FILE, old, new)
        outcome = press.build()
        assert outcome.outlook.warnings
        told.append([str(one.where) for one in outcome.outlook.warnings if one.message.msgid == odd])

    page = "content/pages/om.md:5:1"
    assert told == [[page], [page, f"{FILE}:9:1"], [page, f"{FILE}:11:1"], [page]]
    assert planned == ["whole"]
    assert press.tree() == press.clean()


def test_an_opening_below_a_lead_of_its_own_is_not_planned(press: Press, planned: list[str]) -> None:
    """Lists show the lead that staff have written, whatever the first paragraph says."""
    press.write(FILE, RELEASE.replace("title:", "lead: Kom.\ntitle:"))
    press.build()
    press.edit(FILE, "Välkommen till mötet.", "Helt andra ord först.")
    press.build()

    assert planned == ["whole"]
    assert press.tree() == press.clean()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Öppet", "title: Stängt"),
        ("---\n\nVälkommen till mötet.", "lead: Ny.\n---\n\nVälkommen till mötet."),
        ("Välkommen till mötet.", "Välkommen till [mötet](/turne/)."),
        ("Välkommen till mötet.", "## Mötet\n\nVälkommen."),
        ("Välkommen till mötet.", "Helt andra ord först."),
        ("---\ntitle", "---\n\ntitle"),
    ],
)
def test_another_face_is_planned(press: Press, planned: list[str], old: str, new: str) -> None:
    """A title, a lead, a link, a heading, an opening: what lists and links see of a text is planned anew."""
    press.build()
    press.edit(FILE, old, new)
    press.build()

    assert planned == ["whole", "whole"]
    assert press.tree() == press.clean()


def test_a_mistake_in_new_words_is_told(press: Press) -> None:
    """Words with a mistake in them stop the build, and the words before them stay."""
    press.build()
    before = press.tree()
    press.edit(FILE, "Välkommen till mötet.", "Välkommen <script>x</script>")

    assert press.mistakes() == [f"{FILE}:6:11: <script> is not allowed in a text"]
    assert press.tree() == before


def test_a_text_that_loses_all_its_words_is_told(press: Press) -> None:
    """A release whose only words go, a list that nothing else shows, is refused as by any build."""
    press.write(FILE, RELEASE.replace("Välkommen till mötet.", "- Välkommen\n- till mötet"))
    press.build()
    press.edit(FILE, "- Välkommen\n- till mötet\n", "")

    assert press.mistakes() == [f"{FILE}:2:8: the release has a title and no text"]


def test_a_copy_of_what_is_to_come_is_told(press: Press) -> None:
    """Words that make a release the same as one that waits, and is in no record yet, are told of."""
    waits = RELEASE.replace("2016-11-28", "2016-12-{}").replace("title:", "lead: Kom.\ntitle:")
    press.write("content/releases/a.md", waits.format("05"))
    press.write("content/releases/b.md", waits.format("06").replace("mötet.", "dansen."))
    press.build()
    press.edit("content/releases/b.md", "dansen.", "mötet.")

    told = "this says the same as content/releases/a.md, which is published before it"
    assert press.mistakes() == [f"content/releases/b.md:3:8: {told}"]


def test_two_releases_that_come_to_say_the_same_are_warned_of(press: Press) -> None:
    """So are public ones that get the same new words between two builds."""
    other = "content/releases/2016-11-29-annat.md"
    press.write(FILE, RELEASE.replace("title:", "lead: Kom.\ntitle:"))
    press.write(other, RELEASE.replace("title:", "lead: Kom.\ntitle:").replace("mötet.", "dansen."))
    press.build()
    press.edit(FILE, "mötet.", "festen.")
    press.edit(other, "dansen.", "festen.")

    assert any(f"this says the same as {other}, and is published too" in told for told in press.warnings())


def test_what_a_failed_build_has_read_is_not_taken_for_built(press: Press) -> None:
    """A title that was changed while another file had a mistake is planned once that is mended."""
    press.build()
    press.edit(FILE, "title: Öppet möte", "title: Stängt möte")
    press.write("content/pages/om.md", "Text.\n")
    assert len(press.mistakes()) == 1
    (press.root / "content/pages/om.md").unlink()
    press.edit(FILE, "Välkommen", "Kom")
    press.build()

    assert press.tree() == press.clean()


@pytest.mark.parametrize("spoilt", ["gone", "cut", "other"])
def test_a_notebook_that_is_no_good_costs_time_alone(press: Press, planned: list[str], spoilt: str) -> None:
    """Without its notebook, or with a damaged one, one build plans everything and gives the same."""
    press.build()
    (notebook,) = Path(press.root, NOTEBOOKS).iterdir()
    if spoilt == "gone":
        shutil.rmtree(press.root / ".cache")
    else:
        notebook.write_bytes(notebook.read_bytes()[:5000] if spoilt == "cut" else b"Hej\n")
    press.edit(FILE, "Välkommen", "Kom")
    press.build()
    press.write(FILE, (press.root / FILE).read_text(encoding="utf-8") + "\nMer text.\n")
    press.build()

    assert planned == ["whole", "whole"]
    assert press.tree() == press.clean()


def test_what_can_be_noted_no_more_is_made_all_the_same(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the notebook takes no row any more, all files are made, and the next build begins a new one."""
    monkeypatch.setattr("pressrum.edges.making.GROUPS", 1)
    press.build()
    (file,) = (press.root / NOTEBOOKS).iterdir()
    with closing(sqlite3.connect(file)) as book, book:
        book.execute("create trigger full before insert on rows begin select raise(abort, 'full'); end")
    press.write("content/releases/2016-11-30-ny.md", RELEASE.replace("Öppet", "Nytt"))
    press.build()

    assert not file.exists()
    assert press.tree() == press.clean()


def test_what_the_disk_kept_of_a_text_from_before_is_not_poured(press: Press) -> None:
    """Words that the notebook still has from before an edit, whole as they are, stand in no page."""
    press.write(FILE, RELEASE + "\nMer text.\n")
    press.build()
    (file,) = (press.root / NOTEBOOKS).iterdir()
    with closing(sqlite3.connect(file)) as book:
        (old,) = book.execute("select row from rows where name = ?", (f"said {FILE}",)).fetchone()
    press.edit(FILE, "Mer text.", "Annan text.")
    press.build()
    with closing(sqlite3.connect(file)) as book, book:
        assert book.execute("update rows set row = ? where name = ?", (old, f"said {FILE}")).rowcount == 1
    press.edit("templates/base.html", "<body", "<body data-new")
    press.build()

    assert press.tree() == press.clean()


def test_new_words_of_a_withdrawn_text_are_in_the_record(press: Press) -> None:
    """The public record follows a withdrawn release, of which nothing is shown, as in a whole build."""
    press.write(FILE, RELEASE.replace("---\n\n", "retracted: Fel.\n---\n\n") + "\nMer text.\n")
    press.build()
    press.edit(FILE, "Mer text.", "Mer om mötet.")
    press.build()
    record = (press.root / "published.json").read_bytes()
    shutil.rmtree(press.root / ".cache")
    press.build()

    assert (press.root / "published.json").read_bytes() == record


def test_a_template_is_poured_anew_without_a_plan(press: Press, planned: list[str]) -> None:
    """A changed template makes the pages that it pours, and those alone; one that all reach makes all."""
    press.build()
    press.edit("templates/release.html", "<article", "<article data-new")
    some = press.build()
    press.edit("templates/base.html", "<body", "<body data-new")
    everything = press.build()

    assert planned == ["whole"]
    assert {task.output.permalink.path for task in some.work.make} == {PAGE}
    assert {"/", PAGE, "/turne/", "/404.html"} <= {
        task.output.permalink.path for task in everything.work.make
    }
    assert press.tree() == press.clean()


def test_what_is_noted_of_pages_poured_anew_is_what_a_plan_finds(press: Press, planned: list[str]) -> None:
    """After a template has changed without a plan, the next build that plans makes no page again."""
    press.build()
    press.edit("templates/base.html", "<body", "<body data-new")
    press.build()
    shutil.rmtree(press.root / NOTEBOOKS)
    outcome = press.build()

    assert planned == ["whole", "whole"]
    assert outcome.work.make == ()


def test_words_and_templates_change_at_once(press: Press, planned: list[str]) -> None:
    """New words are poured into a new template, in one build and in the one after it."""
    press.write(FILE, RELEASE + "\nMer text.\n")
    press.build()
    press.edit("templates/release.html", "<article", "<article data-new")
    press.edit(FILE, "Mer text.", "Annan text.")
    press.build()
    first = press.tree()
    assert first == press.clean()
    press.edit(FILE, "Annan text.", "Ännu mer text.")
    press.build()

    assert planned == ["whole", "whole"]  # the other one is of `clean`
    assert press.tree() == press.clean()


def test_a_template_is_poured_anew_with_what_texts_said_last(press: Press, planned: list[str]) -> None:
    """Words that changed without a plan stand in a later template; of a withdrawn text none does."""
    press.write(FILE, RELEASE + "\nMer text.\n")
    press.write(
        "content/releases/2016-11-27-bort.md",
        RELEASE.replace("Öppet", "Nytt").replace("---\n\n", "retracted: Fel dag.\n---\n\nAnnat. "),
    )
    press.build()
    press.edit(FILE, "Mer text.", "Annan [text](/turne/).")
    press.build()
    press.edit(FILE, "Annan", "En annan")
    press.build()
    press.edit("templates/base.html", "<body", "<body data-new")
    press.build()

    assert planned == ["whole", "whole"]  # the second is for the new link
    assert press.tree() == press.clean()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{% endblock %}", "{% endblok %}"),
        ("{{ page.title", "{{ page.titel"),
        ('{% include "_versions.html" %}', '{% include "_version.html" %}'),
        ("<article", '<img src="https://elsewhere.example/x.png"><article'),
    ],
)
def test_a_mistake_in_a_template_is_told(press: Press, old: str, new: str) -> None:
    """A template with a mistake stops the build, the pages stay, and once it is mended so are they."""
    press.build()
    before = press.tree()
    press.edit("templates/release.html", old, new)
    (told,) = press.mistakes()

    assert told.startswith("templates/release.html")
    assert press.tree() == before
    press.edit("templates/release.html", new, old)
    assert press.build().work.make == ()


def test_a_new_template_is_planned(press: Press) -> None:
    """A template that was not there, or is there no more, may change any page."""
    press.build()
    press.write("templates/_new.html", "Nytt.\n")
    press.edit("templates/release.html", "<article", '{% include "_new.html" %}<article')
    press.build()
    assert press.tree() == press.clean()
    (press.root / "templates/_new.html").unlink()

    assert len(press.mistakes()) == 1
