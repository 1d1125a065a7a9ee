"""Beginnings: what `new release` and `new meeting` leave behind builds as it stands."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from conftest import Press, run, typed
from hypothesis import example, given
from hypothesis import strategies as st

from pressrum.edges.lock import alone
from pressrum.edges.new.meeting import new_meeting
from pressrum.edges.new.release import new_release
from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.make.release_file import render_release
from pressrum.parse.markdown.embargoes import embargoes
from pressrum.parse.release import DRAFT_WITHIN, parse_release
from pressrum.parse.setting import Setting
from pressrum.parse.text import decode
from pressrum.slug import slugify
from pressrum.written.local_times import in_zone
from pressrum.written.markup import unmarked
from pressrum.written.moments import parse_moment

NOW, EPOCH = "2016-12-01T12:00", "1480590000"
"""One moment, as a person and as a machine writes it."""
ZONE = ZoneInfo("Europe/Stockholm")
FARSTA = "content/releases/2016-12-01-oppet-mote-i-farsta.md"


def test_a_new_release_builds_and_is_not_published(press: Press) -> None:
    """The file is a draft with the fields that are wanted, and the site builds with it."""
    done = typed(press, "new", "release", "Öppet", "möte", "i", "Farsta", "--now", NOW)
    outcome = press.build(NOW)

    assert done.stdout == (
        f"{FARSTA} är skapad, som utkast.\nSkriv texten, ta bort raden draft: när den är klar, och bygg.\n"
    )
    assert (press.root / FARSTA).read_text(encoding="utf-8") == (
        "---\n"
        "title: Öppet möte i Farsta\n"
        "date: 2016-12-01 12.00\n"
        "draft: ja # ta bort den här raden när texten är klar\n"
        "lead:\n"
        "topics: []\n"
        "contacts: [anna]\n"
        "---\n"
        "\n"
        "Skriv texten här.\n"
    )
    assert outcome.outlook.warnings == ()
    assert [text.source for text in outcome.outlook.waiting] == [FARSTA]
    assert not any("farsta" in name for name in press.tree())


def test_a_new_release_builds_with_bold_words_in_its_title(press: Press) -> None:
    """A title that was copied from a chat loses the signs, which no field may hold."""
    typed(press, "new", "release", "**Öppet möte** i Farsta", "--now", NOW)
    press.build(NOW)

    assert "title: Öppet möte i Farsta\n" in (press.root / FARSTA).read_text(encoding="utf-8")


def test_a_meeting_waits_for_another_that_is_being_added(press: Press) -> None:
    """Two at once would write the same file, and one of the meetings would be lost: the second says so."""
    before = (press.root / "tour.yaml").read_bytes()
    with alone(press.root / "output"):
        done = typed(press, "new", "meeting", "Farsta", "2017-03-20")

    assert (done.returncode, done.stdout) == (3, "")
    assert (press.root / "tour.yaml").read_bytes() == before


def test_a_line_break_in_a_place_is_a_space(press: Press) -> None:
    """What was pasted with a line break stands in tour.yaml on one line."""
    new_meeting(
        press.root, [("district", "Farsta"), ("date", "2017-03-20"), ("place", "Farsta gård,\nstora salen ")]
    )

    assert 'place: "Farsta gård, stora salen"' in (press.root / "tour.yaml").read_text(encoding="utf-8")


def test_a_comma_behind_what_was_typed_is_left_out(press: Press) -> None:
    """`new meeting Farsta, 14 dec 2016` is a meeting in Farsta."""
    meeting, _ = new_meeting(press.root, [("district", "Farsta,"), ("date", "2017-03-20")])

    assert meeting.fields.district == "Farsta"


@pytest.mark.parametrize(
    ("title", "name"), [("Ett långt ord " * 40, "ett-langt-ord-" * 7), ("a" * 300, "a" * 100)]
)
def test_a_long_title_gives_a_name_that_a_disk_takes(press: Press, title: str, name: str) -> None:
    """The name ends after a whole word, or where it must; the title is whole."""
    path = new_release(press.root, title, NOW)

    assert path == f"content/releases/2016-12-01-{name.removesuffix('-')}.md"
    assert f"title: {title.strip()}\n" in (press.root / path).read_text(encoding="utf-8")


def test_without_its_line_draft_it_is_published(press: Press) -> None:
    """Taking the line away is all that publishing takes."""
    file = press.root / new_release(press.root, "Öppet möte i Farsta", NOW)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("draft:")), encoding="utf-8")
    press.build(NOW)

    assert "Öppet möte i Farsta" in press.page("/pressmeddelanden/2016/oppet-mote-i-farsta/")


@pytest.mark.parametrize("there", [FARSTA, FARSTA.replace(".md", "/index.md")])
def test_a_release_that_is_there_is_left_alone(press: Press, there: str) -> None:
    """A second release of that name and day is refused, and what is written stays."""
    press.write(there, "Någons text")
    done = typed(press, "new", "release", "Öppet möte i Farsta", "--now", NOW)

    assert done.returncode == 2
    assert done.stderr == (
        f"fel: {there} finns redan, och är lämnad som den är\n"
        "  tips: skriv vidare i den, eller välj en annan rubrik\n"
    )
    assert (press.root / there).read_text(encoding="utf-8") == "Någons text"


def test_the_same_title_later_in_the_year_gets_an_address_of_its_own(press: Press) -> None:
    """A name that a release of the year has already gets a number, so that both can be published."""
    new_release(press.root, "Veckans möten", "2016-12-01T12:00")
    new_release(press.root, "Veckans möten", "2017-01-01T12:00")

    assert new_release(press.root, "Veckans möten", "2016-12-08T12:00").endswith(
        "2016-12-08-veckans-moten-2.md"
    )


@pytest.mark.parametrize("title", ["!!!", "مؤتمر صحفي"])
def test_a_title_without_a_letter_is_refused(press: Press, title: str) -> None:
    """A title of signs, or of letters that stand in no address, gives none, and no file."""
    done = typed(press, "new", "release", title)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f'fel: det går inte att göra en adress av "{title}"\n'
        "  tips: skriv en rubrik med bokstäverna a–z, och den rätta i filen efteråt\n"
    )


@pytest.mark.parametrize(
    "words", [("release", "M\udcf6te"), ("meeting", "Farsta", "2099-12-14", "--place", "M\udcf6te")]
)
def test_what_a_terminal_garbles_is_refused(press: Press, words: tuple[str, ...]) -> None:
    """What was typed in another encoding than UTF-8 is told, and nothing is written."""
    before = {file: file.read_bytes() for file in press.root.rglob("*") if file.is_file()}
    done = typed(press, "new", *words)

    assert done.returncode == 2
    assert done.stderr == (
        'fel: bokstäver i "M\\udcf6te" går inte att läsa\n'
        "  tips: ställ in terminalen på UTF-8, eller skriv det i filen\n"
    )
    assert {file: file.read_bytes() for file in press.root.rglob("*") if file.is_file()} == before


def test_what_make_is_not_given_is_asked_for(press: Press) -> None:
    """Make hands on what was not said as nothing at all, and is answered with what to write."""
    release = run(press, "new", "release", "")
    meeting = run(press, "new", "meeting", "--time", "", "Farsta", "")

    assert (release.returncode, meeting.returncode) == (2, 2)
    assert release.stderr == (
        'fel: pressmeddelandet har ingen rubrik\n  tips: skriv den: make new-release TITLE="…"\n'
    )
    told, _, day = meeting.stderr.partition(" DATE=")
    assert told == (
        "fel: mötet har ingen stadsdel eller ingen dag\n"
        '  tips: skriv båda: make new-meeting DISTRICT="Farsta"'
    )
    assert date.fromisoformat(day.strip('"\n')) > datetime.now(tz=UTC).date()


def test_an_hour_typed_with_the_day_is_answered_with_the_command(press: Press) -> None:
    """What was typed besides is in it, so that it can be copied."""
    done = typed(
        press, "new", "meeting", "--place", "Sal, vån 2", "Farsta", "14", "dec", "2016", "kl", "18–19"
    )

    assert done.returncode == 2
    assert done.stderr == (
        "fel: klockslaget ska inte stå med dagen, utan i ett eget fält\n"
        '  tips: skriv make new-meeting DISTRICT="Farsta" DATE="2016-12-14" TIME="18–19" PLACE="Sal, vån 2"\n'
    )


WAIT = "datumet så här: ÅÅÅÅ-MM-DD, och vänta med mötet tills dagen är bestämd"


@pytest.mark.parametrize(
    ("words", "tip"),
    [
        (("Farsta", "5/4", "kl", "18"), 'make new-meeting DISTRICT="Farsta" DATE="{day}" TIME="18"'),
        (
            ("Farsta", "2027-04-05", "time=18"),
            'make new-meeting DISTRICT="Farsta" DATE="2027-04-05" TIME="18"',
        ),
        (
            ("Enskede", "Årsta", "2027-04-05"),
            'make new-meeting DISTRICT="Enskede Årsta" DATE="2027-04-05"',
        ),
        (("Enskede", "Årsta", "5", "apr"), 'make new-meeting DISTRICT="Enskede Årsta" DATE="{day}"'),
        (
            ("Farsta", "2027-04-05", "--time", "18", "--place", "Farsta", "gård"),
            'make new-meeting DISTRICT="Farsta" DATE="2027-04-05" TIME="18" PLACE="Farsta gård"',
        ),
        (("5", "apr", "Enskede", "Årsta"), 'make new-meeting DISTRICT="Enskede Årsta" DATE="{day}"'),
        (("2027-04-05", "Farsta"), 'make new-meeting DISTRICT="Farsta" DATE="2027-04-05"'),
        (("måndag", "5", "apr", "2027", "Farsta"), 'make new-meeting DISTRICT="Farsta" DATE="2027-04-05"'),
        (
            ("5", "apr", "2027", "Farsta", "18"),
            "datumet så här: ÅÅÅÅ-MM-DD, och i time: det klockslag som gäller",
        ),
        (("Farsta", "måndag", "5", "april"), "{day}"),
        (
            ("--time", "19", "Farsta", "5", "apr", "kl", "18"),
            "{day}, och i time: det klockslag som gäller",
        ),
        (("--time", "två glas", "Farsta", "måndag", "5", "april", "2027"), "timme och minut, som 18.00"),
        (("Farsta", "Strand", "tisdag", "5", "april", "2027"), WAIT),
    ],
)
def test_a_command_is_offered_where_what_was_meant_can_be_told(
    press: Press, words: tuple[str, ...], tip: str
) -> None:
    """An hour with a day that has no year, and a district whose words no quotation marks hold together."""
    done = typed(press, "new", "meeting", *words)

    assert done.returncode == 2
    told = done.stderr.rpartition("tips: skriv ")[2].rstrip("\n")
    day = re.search(r"[0-9]{4}-04-05", told)
    assert told == tip.format(day=day and day[0])


@pytest.mark.parametrize(
    ("district", "day", "time", "line"),
    [
        ("Skärholmen", "2017-02-04", "18.00", 4),
        ("Skärholmen", "2017-02-04", "", 4),
        ("Södermalm", "2016-11-29", "18.00", 3),
        ("Södermalm", "2016-11-29", "", 3),
    ],
)
def test_a_meeting_that_waits_for_its_hour_is_not_added_beside_itself(
    press: Press, district: str, day: str, time: str, line: int
) -> None:
    """Where one of two has no hour they may be the same: the line is told that is to be filled in."""
    before = (press.root / "tour.yaml").read_bytes()
    done = typed(press, "new", "meeting", "--time", time, district, day)

    assert done.returncode == 2
    assert "har redan ett möte" in done.stderr
    assert f"  tips: ändra det som står i tour.yaml, rad {line}; är det här ett annat," in done.stderr
    assert (press.root / "tour.yaml").read_bytes() == before


def test_two_meetings_of_a_day_with_their_hours_are_two(press: Press) -> None:
    """The second gets an id of its own."""
    meeting, _ = new_meeting(
        press.root, [("district", "Södermalm"), ("date", "2016-11-29"), ("time", "20.00")]
    )

    assert meeting.id == "sodermalm-2"


def test_no_command_loses_what_was_typed(press: Press) -> None:
    """What make does not take is not left out of a command, and quotation marks within one stay."""
    day = ("Farsta", "14", "dec", "2016", "kl", "18")
    more = typed(press, "new", "meeting", "--with", "Anna Ek", *day)
    marked = typed(press, "new", "meeting", "--place", 'Sal "B"', *day)

    assert more.stderr.endswith("tips: skriv date: 2016-12-14, och time: 18\n")
    assert marked.stderr.endswith('DATE="2016-12-14" TIME="18" PLACE="Sal \\"B\\""\n')


@pytest.mark.parametrize("command", [("release", "A"), ("meeting", "A", "2016-12-14")])
def test_nothing_is_new_where_there_is_no_site(press: Press, command: tuple[str, ...]) -> None:
    """In a folder without site.yaml nothing is written."""
    (press.root / "site.yaml").unlink()
    before = sorted(press.root.rglob("*"))
    done = typed(press, "new", *command)

    assert done.returncode == 1
    assert done.stderr.startswith("site.yaml:1:1: fel: det finns ingen site.yaml i den här mappen\n")
    assert sorted(press.root.rglob("*")) == before


@pytest.mark.parametrize("title", ["Embargo till 1 december", "Möte utkast: ja"])
def test_a_title_that_would_hold_nothing_back_is_told(press: Press, title: str) -> None:
    """No file comes to be that the next build would refuse: what is to be said elsewhere is told at once."""
    before = sorted(press.root.rglob("*"))
    done = typed(press, "new", "release", title)

    assert done.returncode == 2
    assert "title: håller ingenting tillbaka" in done.stderr or "och håller ingenting tillbaka" in done.stderr
    assert sorted(press.root.rglob("*")) == before


@given(title=st.text(min_size=1, max_size=60))
@example("DRAFT:YES")
def test_any_title_can_be_read_back(title: str) -> None:
    """Whatever signs a title holds, the file says it and nothing else."""
    try:
        words = unmarked(" ".join(decode(title.encode(), "").split())).rstrip(" ,;")
    except (BadSource, UnicodeEncodeError):
        return
    if not slugify(words):
        return
    moment = in_zone(parse_moment(NOW, date(2016, 12, 1)), ZONE)
    text = render_release(words, moment, "anna", Language("sv")).decode()
    if DRAFT_WITHIN.search(words) or any(embargoes(words)):
        return  # refused, as above
    setting = Setting(ZONE, "sv", "https://press.example/")
    release = parse_release(text, "content/releases/a.md", setting, moment.date())

    assert (release.fields.title, release.fields.date, release.fields.draft) == (words, moment, True)


@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_release_whose_text_is_not_written_is_told(code: str) -> None:
    """Who removes `draft` and nothing else is told that readers would see what a new file says."""
    moment = in_zone(parse_moment(NOW, date(2016, 12, 1)), ZONE)
    text = re.sub("draft: .*\n", "", render_release("A", moment, "anna", Language(code)).decode())

    setting = Setting(ZONE, code, "https://press.example/")
    (doubt,) = parse_release(text, "content/releases/a.md", setting, moment.date()).body.doubts

    assert "looks like something still to be filled in" in doubt.message.msgid


def test_a_new_meeting_stands_in_the_schedule(press: Press) -> None:
    """The entry is at its place, the command says where and what, and the site builds with it."""
    words = ("Farsta", "14", "dec", "2016", "--time", "18", "--place", "Salen")
    done = typed(press, "new", "meeting", *words, SOURCE_DATE_EPOCH=EPOCH)
    press.build(NOW)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "tour.yaml:4:5: tillagt: onsdag 14 december 2016 kl. 18.00: Farsta\n"
    assert (press.root / "tour.yaml").read_text(encoding="utf-8").splitlines()[3] == (
        "  - {district: Farsta, date: 2016-12-14, time: 18, place: Salen}"
    )
    assert "Salen" in press.page("/turne/farsta/")


def test_a_second_meeting_in_a_district_gets_an_id(press: Press) -> None:
    """Of two meetings in one district the new one is given an id that is free."""
    typed(press, "new", "meeting", "Skärholmen", "2017-03-04")
    typed(press, "new", "meeting", "Skärholmen", "2017-04-04")
    press.build(NOW)

    assert "4 mars" in press.page("/turne/skarholmen-2/")
    assert "4 april" in press.page("/turne/skarholmen-3/")


def test_a_tour_begins_with_its_first_meeting(press: Press) -> None:
    """Where there is no tour.yaml one is begun, and the command says what is to be filled in."""
    (press.root / "tour.yaml").unlink()
    done = typed(press, "new", "meeting", "Farsta", "2016-12-14")
    press.build(NOW)

    assert (press.root / "tour.yaml").read_text(encoding="utf-8") == (
        "title: Turné\nmeetings:\n  - {district: Farsta, date: 2016-12-14}\n"
    )
    assert done.stdout.endswith("tour.yaml är ny: skriv turnéns namn efter title:\n")


@pytest.mark.parametrize(
    ("words", "message", "tip"),
    [
        ("Farsta 24 dec", '"24 dec" saknar årtal', "skriv 2016-12-24"),
        (
            "Farsta måndag 14 dec 2016",
            "2016-12-14 är en onsdag, inte en måndag",
            "skriv 2016-12-14, eller 2016-12-12 om du menar en måndag",
        ),
        ("Farsta 2016-12-14 --time kväll", '"kväll" är inget bestämt klockslag', None),
        ("Farsta 2016-12-14 --end 19", "mötet har en sluttid men ingen tid då det börjar", None),
        (
            "Södermalm 2016-11-29 --time 18.00",
            "Södermalm har redan ett möte den 29 november 2016",
            "ändra det som står i tour.yaml, rad 3; är det här ett annat, skriv det där, med ett eget id:",
        ),
        ("Farsta 2016-12-14 --id sodermalm", 'ett annat möte heter redan "sodermalm"', "ge det ett annat id"),
        ("♥♥ 2016-12-14", 'det går inte att göra en adress av "♥♥"', None),
    ],
)
def test_a_meeting_that_cannot_be_read_is_not_written(
    words: str, message: str, tip: str | None, press: Press
) -> None:
    """A slip in what was typed is told as in tour.yaml, with status 2, and the file is as it was."""
    before = (press.root / "tour.yaml").read_bytes()
    done = typed(press, "new", "meeting", *words.split(), SOURCE_DATE_EPOCH=EPOCH)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"fel: {message}\n  tips: {tip or ''}")
    assert (press.root / "tour.yaml").read_bytes() == before


def test_a_schedule_with_mistakes_is_mended_first(press: Press) -> None:
    """Nothing is added to a tour.yaml that cannot be read."""
    press.write("tour.yaml", "title: T\nmeetings:\n  - {district: Farsta}\n")
    done = typed(press, "new", "meeting", "Årsta", "2016-12-14")

    assert done.returncode == 1
    assert done.stderr.startswith('tour.yaml:3:5: fel: "date" saknas\n')


@pytest.mark.parametrize(
    "schedule",
    [
        "meetings: ~\n",
        '"meetings": []\n',
        "meetings:\n  - {district: Årsta,\n  date: 2016-12-10}\n",
        'meetings:\n  - district: Årsta\n    date: 2016-12-10\n    about: "Skola\n  och vård"\n',
        'description: "Möten:\nmeetings:\n  på torg"\n',
    ],
)
def test_a_schedule_to_which_no_lines_can_be_added_stays(press: Press, schedule: str) -> None:
    """Where what is written would not be read back as one meeting more, a person is told what to add."""
    press.write("tour.yaml", f"title: T\n{schedule}")
    done = typed(press, "new", "meeting", "Farsta", "2016-12-14")

    assert done.returncode == 2
    assert "lägg till det här för hand: {district: Farsta, date: 2016-12-14}" in done.stderr
    assert (press.root / "tour.yaml").read_text(encoding="utf-8") == f"title: T\n{schedule}"


def test_mode_and_link_of_the_schedule_stay(press: Press) -> None:
    """Who may write tour.yaml may do so afterwards, and a link to it is still one."""
    real = press.root / "plan.yaml"
    (press.root / "tour.yaml").rename(real)
    (press.root / "tour.yaml").symlink_to(real)
    real.chmod(0o664)
    new_meeting(press.root, [("district", "Farsta"), ("date", "2016-12-14")])

    assert (press.root / "tour.yaml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o664
    assert "Farsta" in real.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("district", "told"),
    [
        ("Farstra", '"Farstra" finns inte på kartan'),
        ("farsta", '"farsta" stavas på ett annat sätt på kartan'),
        ("Fårsta", '"Fårsta" stavas på ett annat sätt på kartan'),
    ],
)
def test_a_district_that_is_not_on_the_map_is_told(press: Press, district: str, told: str) -> None:
    """The nearest district, or its spelling there, is offered at once, and not only by the next build."""
    ring = "[[18.0, 59.0], [18.1, 59.0], [18.1, 59.1], [18.0, 59.0]]"
    press.write(
        "map.geojson",
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Farsta"},'
        f'"geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}',
    )
    press.write("site.yaml", (press.root / "site.yaml").read_text() + "tour: {map: map.geojson}\n")
    done = typed(press, "new", "meeting", district, "2016-12-14", SOURCE_DATE_EPOCH=EPOCH)

    assert done.returncode == 0
    assert done.stderr == f"tour.yaml:4:16: varning: {told}\n  tips: skriv Farsta\n"


@pytest.mark.parametrize("after", [0, 1])
def test_a_meeting_that_has_been_is_told_and_added(press: Press, after: int) -> None:
    """From the moment at which a meeting is over it is said to have been, and stands in the schedule."""
    over = in_zone(parse_moment("2016-12-14 19.30", date(2016, 12, 14)), ZONE)
    epoch = str(int(over.timestamp()) + after - 1)
    words = ("new", "meeting", "Farsta", "14 dec 2016", "--time", "18.00")
    done = typed(press, *words, SOURCE_DATE_EPOCH=epoch)

    assert done.returncode == 0
    assert "district: Farsta" in (press.root / "tour.yaml").read_text(encoding="utf-8")
    assert (
        done.stderr
        == (
            "tour.yaml:4:30: varning: mötet har redan varit, den 14 december 2016\n"
            "  tips: titta på årtalet; stämmer det behöver du inte göra något\n"
        )
        * after
    )


def test_what_has_come_meanwhile_is_not_written_over(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody saves by the same name between the look and the writing keeps its words."""
    monkeypatch.setattr("pressrum.edges.new.release._free", lambda *_: FARSTA)
    press.write(FARSTA, "Mitt.")

    with pytest.raises(FileExistsError):
        new_release(press.root, "Öppet möte i Farsta", NOW)
    assert (press.root / FARSTA).read_text(encoding="utf-8") == "Mitt."


def test_a_comma_at_the_end_of_a_title_is_left_out(press: Press) -> None:
    """As a field it would be a mistake."""
    assert typed(press, "new", "release", "Farsta fritid,").returncode == 0
    (file,) = press.root.glob("content/releases/*farsta-fritid.md")

    assert "fritid," not in file.read_text()
