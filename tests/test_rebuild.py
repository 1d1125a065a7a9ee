"""Building again: only what changed is made, nothing is lost, and the result is that of a clean build."""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import OWN, ROOT, SITE, Press, bare
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pressrum.edges.forget import forget_addresses
from pressrum.edges.lock import alone
from pressrum.edges.output import Writer
from pressrum.edges.request import Outcome
from pressrum.edges.source_files import COMING
from pressrum.errors import BadSource, BadValue, MachineTrouble

NOON = "2016-12-01T12:00"


def reasons(outcome: Outcome) -> dict[str, str]:
    """Give why each file was made, by address."""
    return {task.output.permalink.path: task.reason for task in outcome.work.make}


def times(press: Press) -> dict[str, int]:
    """Give when each file of the site was last touched."""
    return {name: (press.root / "output" / name).stat().st_mtime_ns for name in press.tree()}


def test_second_build_makes_nothing(press: Press) -> None:
    """A build with nothing changed makes, touches and removes nothing."""
    press.build()
    before = times(press)

    outcome = press.build()

    assert (outcome.work.make, outcome.work.remove, outcome.written) == ((), (), ())
    assert times(press) == before


def test_edited_release_is_made_with_what_shows_it(press: Press) -> None:
    """An edit of a release's text makes its page its plain text and the feeds, and no other page."""
    press.write(
        "content/releases/2016-11-20-annan.md",
        "---\ntitle: Annan\ndate: 2016-11-20\nlead: Samma.\n---\nText.\n",
    )
    press.build()
    press.write(
        "content/releases/2016-11-20-annan.md",
        "---\ntitle: Annan\ndate: 2016-11-20\nlead: Samma.\n---\nNy.\n",
    )

    outcome = press.build()

    assert reasons(outcome) == {
        "/pressmeddelanden/2016/annan/": "inputs changed",
        "/pressmeddelanden/2016/annan/annan.txt": "inputs changed",
        "/feed.json": "inputs changed",
        "/feed.xml": "inputs changed",
    }


def test_reasons_for_missing_and_hand_edited_files(press: Press) -> None:
    """A file that is gone or was edited by hand is made again, and the reason says which."""
    press.build()
    (press.root / "output/404.html").unlink()
    press.write("output/turne/index.html", "Hej")

    outcome = press.build()

    assert reasons(outcome) == {"/404.html": "output missing", "/turne/": "output changed by hand"}
    assert press.page("/turne/").startswith("<!doctype html>")


def test_what_is_not_ours_is_never_touched(press: Press) -> None:
    """A file that the build did not make stays, also in a folder whose own files go."""
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    press.build()
    press.write("output/om/notis.txt", "kvar")
    (press.root / "content/pages/om.md").write_text("---\ntitle: Om\nexpires: 2016-11-30\n---\nText.\n")

    press.build()

    assert (press.root / "output/om/notis.txt").read_text() == "kvar"
    assert not (press.root / "output/om/index.html").exists()


def test_stranger_at_our_address_stops_the_build(press: Press) -> None:
    """A file that somebody else put where a page must be is not overwritten: the build says so."""
    press.write("output/robots.txt", "min egen")

    with pytest.raises(MachineTrouble, match="this program did not make"):
        press.build()

    assert press.tree() == {"robots.txt": b"min egen"}


@pytest.mark.parametrize("spoilt", ["{", "[]", '{"files": {"index.html": [1]}, "program": ""}'])
def test_a_manifest_that_cannot_be_read_is_none(press: Press, spoilt: str) -> None:
    """Then nobody knows whose the files are, and none of them is written over."""
    press.build()
    press.write("output/.pressrum/manifest.json", spoilt)
    press.edit("tour.yaml", "title: ", "title: Ny ")
    before = press.tree()

    with pytest.raises(MachineTrouble, match="this program did not make"):
        press.build()

    assert press.tree() == before


def test_failed_build_changes_nothing(press: Press) -> None:
    """With a mistake in any source, output/ and the record stay as they were, to the byte."""
    press.build()
    before, record = press.tree(), (press.root / "published.json").read_bytes()
    press.write("content/releases/2016-11-30-ny.md", "---\ntitle: Ny\ndate: 2016-11-30\n---\nText.\n")
    press.write("tour.yaml", "title: Gör din röst hörd\nmeetings:\n  - {district: Farsta}\n")

    assert press.mistakes() == ['tour.yaml:3:5: "date" is missing']
    assert press.tree() == before
    assert (press.root / "published.json").read_bytes() == record


def test_template_mistake_has_its_own_line_and_changes_nothing(press: Press) -> None:
    """An unknown name in a template is told with the template's file and line."""
    press.build()
    before = press.tree()
    press.write(
        "templates/404.html",
        '{% extends "base.html" %}\n{% block content %}\n{{ nonsens }}\n{% endblock %}\n',
    )

    assert press.mistakes() == ['templates/404.html:3:4: there is no "nonsens" here']
    assert press.tree() == before


def test_second_build_at_once_is_refused(press: Press) -> None:
    """While one build is at work in a folder, another says so and leaves it alone."""
    with alone(press.root / "output"), pytest.raises(MachineTrouble, match="another command"):
        press.build()


def test_build_that_was_cut_off_is_put_right_by_the_next(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a build that died between two files the next one gives exactly the clean site."""
    press.build()
    press.write("templates/base.html", (press.root / "templates/base.html").read_text() + "<!-- ny -->")
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    moves = 0

    def die_at_the_tenth(source: str | Path, target: str | Path) -> None:
        nonlocal moves
        moves += 1
        if moves == 10:
            raise KeyboardInterrupt
        os.rename(source, target)  # noqa: PTH104 - does the same here

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", die_at_the_tenth)
        with pytest.raises(KeyboardInterrupt):
            press.build()

    (press.root / "content/pages/om.md").unlink()
    forget_addresses(press.root, ["/om/"])
    press.build()
    assert press.tree() == press.clean()


def test_what_a_build_never_came_to_is_not_its_own(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a build was about to make when it died, and somebody else makes later, is not removed."""
    press.build()
    press.write("templates/assets/ny.css", "a { color: red }")

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "_moved", die)
        with pytest.raises(KeyboardInterrupt):
            press.build()
    coming = (press.root / "output" / OWN / COMING).read_bytes()
    (press.root / "templates/assets/ny.css").unlink()
    press.build()
    name = next(name for name in json.loads(coming)["files"] if "assets/ny." in name)
    press.write(f"output/{name}", "a { color: blue }")
    press.write("content/pages/om.md", "---\ntitle: Om\n---\nText.\n")
    press.build()

    assert press.page(f"/{name}") == "a { color: blue }"


def test_trial_leaves_the_record_alone(press: Press) -> None:
    """A build into another folder reads the public record and does not write it."""
    press.build(output="prov")

    assert not (press.root / "published.json").exists()
    assert "index.html" in press.tree("prov")


def test_frozen_build_fails_where_the_record_would_change(press: Press) -> None:
    """`--frozen` builds only what the committed record knows already."""
    press.build()
    press.build(frozen=True)
    press.write("content/releases/2016-11-30-ny.md", "---\ntitle: Ny\ndate: 2016-11-30\n---\nText.\n")

    with pytest.raises(BadSource, match="would change the public record"):
        press.build(frozen=True)


@pytest.mark.parametrize("now", ["2099-01-01", "2016-11-29T12:00"])
def test_other_times_are_for_trials(press: Press, now: str) -> None:
    """A build for another time into the site's own folder would publish or take away: it is refused."""
    press.build("2016-12-01T12:00")

    with pytest.raises(BadValue, match=r"is in the future|more has been published"):
        press.build(now)
    press.build(now, output="prov")


def test_file_where_a_folder_must_be_stops_the_build_before_it_moves(press: Press) -> None:
    """A file in the way of a page is told before anything of the site has moved."""
    press.build()
    before, record = press.tree(), (press.root / "published.json").read_bytes()
    press.write("output/ny", "x")
    press.write("content/pages/ny.md", "---\ntitle: Ny\n---\nText.\n")

    with pytest.raises(MachineTrouble, match="a folder is to be there"):
        press.build()
    assert press.tree() == before | {"ny": b"x"}
    assert (press.root / "published.json").read_bytes() == record


def test_alias_that_would_make_a_folder_of_a_file_is_a_mistake(press: Press) -> None:
    """An old address below a file of the site cannot be: it is told at its line."""
    release = (press.root / "content/releases/2016-11-28-oppet-mote.md").read_text()
    press.write(
        "content/releases/2016-11-28-oppet-mote.md",
        release.replace("date:", "aliases: [/index.html/, /kalender.ics/]\ndate:"),
    )

    assert press.mistakes() == [
        "content/releases/2016-11-28-oppet-mote.md:3:11: /index.html/ is taken by site.yaml already",
        "content/releases/2016-11-28-oppet-mote.md:3:25: /kalender.ics/ is taken by tour.yaml already",
    ]


def test_output_among_the_sources_is_refused(press: Press) -> None:
    """The site is never built over its own sources, nor over those of another one."""
    press.write("other/site.yaml", SITE)
    for folder in (".", "content", "templates/x", "other", "other/content"):
        with pytest.raises(BadValue, match="holds sources"):
            press.build(output=folder)


def test_site_may_stand_in_docs_of_another_one(press: Press) -> None:
    """A site.yaml further up, perhaps a lost one, keeps no site within its docs/ from being built."""
    inner = Press(press.root / "docs/site")
    shutil.copytree(press.root, inner.root, ignore=shutil.ignore_patterns("docs"))

    inner.build()
    inner.build(NOON, output="../then")
    assert (inner.root / "output/index.html").is_file()
    assert (press.root / "docs/then/index.html").is_file()
    with pytest.raises(BadValue, match="holds sources"):
        inner.build(output="content")


def test_a_look_ahead_is_not_built_where_it_would_be_published(press: Press) -> None:
    """What is built to be looked at lies neither in the published folder nor in one of the program's own."""
    press.build()
    for folder in ("output/look", ".cache/look", ".git", ".venv"):
        with pytest.raises(BadValue, match="a site to look at cannot be built there"):
            press.build("2017-02-01T12:00", output=folder)
        assert not (press.root / folder).exists()


def test_a_time_to_come_in_the_environment_publishes_nothing(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SOURCE_DATE_EPOCH that is still to come is refused as `--now` is, and named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9000000000")

    for now in (None, "2016-12-01T12:00"):
        with pytest.raises(BadValue, match="waiting for it would be published") as told:
            press.build(now)
        assert "SOURCE_DATE_EPOCH" in str(told.value.hint)
    assert not (press.root / "published.json").exists()
    press.build(None, output="look")
    assert "index.html" in press.tree("look")


def test_lost_record_is_noticed(press: Press) -> None:
    """A site that has been built before is not built anew without its public record."""
    press.build()
    (press.root / "published.json").unlink()

    assert press.mistakes() == [
        "published.json:1:1: the public record is gone, and the site has been built before"
    ]


RELEASES = ("a", "b", "c")
EDIT = some.one_of(
    some.tuples(
        some.just("write"),
        some.sampled_from(RELEASES),
        some.sampled_from(
            [
                "date: 2016-12-01 10:00",
                "date: 2016-12-02 10:00\ntopics: [ämne]",
                "date: 2016-11-01\ntopics: [Ämne, två]\nretracted: fel",
                "date: 2016-11-01\nexpires: 2016-12-02 09:00\naliases: [/gammal/]",
                "date: 2015-11-01\ndraft: ja",
                "date: 2016-11-01\nslug: omdopt\ncorrections: [{date: 2016-12-01, text: Rättat.}]",
            ]
        ),
    ),
    some.tuples(some.just("delete"), some.sampled_from(RELEASES), some.just("")),
    some.tuples(
        some.just("tour"), some.sampled_from(["18.00", "19.30", ""]), some.sampled_from(["", "Skola"])
    ),
    some.tuples(some.just("template"), some.sampled_from(["<!-- 1 -->", "<!-- 2 -->", ""]), some.just("")),
    some.tuples(some.just("wait"), some.just(""), some.just("")),
)


def do(press: Press, edit: tuple[str, str, str]) -> None:
    """Do one edit, as a person in a hurry would."""
    kind, name, text = edit
    file = press.root / f"content/releases/{name}.md"
    if kind == "write":
        press.write(
            f"content/releases/{name}.md", f"---\ntitle: Titel {name}\n{text}\n---\nText om {name}.\n"
        )
    elif kind == "delete":
        file.unlink(missing_ok=True)
    elif kind == "tour":
        fields = f", time: {name}" * bool(name) + f", place: {text}" * bool(text)
        press.write(
            "tour.yaml", f"title: Turné\nmeetings:\n  - {{district: Farsta, date: 2016-12-02{fields}}}\n"
        )
    elif kind == "template":
        base = (ROOT / "templates/base.html").read_text()
        press.write("templates/base.html", base + name)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=some.lists(EDIT, min_size=1, max_size=8))
def test_incremental_equals_clean(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    """After any edits, with failed builds between, output/ is byte for byte what a clean build gives."""
    press = bare(tmp_path_factory.mktemp("site"))
    now = datetime.fromisoformat("2016-12-01T08:00")
    for edit in edits:
        do(press, edit)
        now += timedelta(hours=7)
        try:
            press.build(now.isoformat())
        except BadSource:
            continue
        assert press.tree() == press.clean(now.isoformat())


def test_record_older_than_a_page_is_refused(press: Press) -> None:
    """A record from before a release was published would let it vanish; one that was forgotten may."""
    press.build()
    old = (press.root / "published.json").read_bytes()
    later = "content/releases/2016-11-30-ny.md"
    press.write(later, "---\ntitle: Ny\ndate: 2016-11-30\n---\nText.\n")
    press.build()
    new = (press.root / "published.json").read_bytes()
    (press.root / later).unlink()
    press.write("published.json", old)

    told = "the record is older than the site: of /pressmeddelanden/2016/ny/ more has been published"
    assert press.mistakes() == [f"published.json:1:1: {told}"]
    press.write("published.json", new)
    forget_addresses(press.root, ["/pressmeddelanden/2016/ny/"])
    assert b"2016/ny" not in (press.root / "published.json").read_bytes()
    press.build()
    assert "pressmeddelanden/2016/ny/index.html" not in press.tree()
    assert b'"forgotten"' in (press.root / "published.json").read_bytes()
