"""Releases and pages: addresses from file names, what counts as said, and all mistakes of a text."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from refused import in_words, told

from pressrum.errors import BadSource
from pressrum.language import Language
from pressrum.model import Page, Release
from pressrum.named_days import named_day
from pressrum.parse.release import BadText, parse_page, parse_release
from pressrum.parse.setting import Setting

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SETTING = Setting(STOCKHOLM, "sv", "https://press.example/")
PATH = "content/releases/2016-11-28-rost.md"
GOOD = "---\ntitle: Öppet möte\ndate: 2016-11-28 09:00\n---\n\nVälkommen till mötet.\n"


def release(text: str = GOOD, path: str = PATH) -> Release:
    """Read a release on 1 November 2016."""
    return parse_release(text, path, SETTING, date(2016, 11, 1))


def page(text: str, path: str = "content/pages/om.md") -> Page:
    """Read a page on 1 November 2016."""
    return parse_page(text, path, SETTING, date(2016, 11, 1))


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("content/releases/2016-11-28-rost.md", "rost"),
        ("content/releases/2016-11-28_rost.md", "rost"),
        ("content/releases/2016-11-28 rost.md", "rost"),
        ("content/releases/2016-11-28rost.md", "rost"),
        ("content/releases/rost.md", "rost"),
        ("content/releases/Gör din röst hörd!.md", "gor-din-rost-hord"),
        ("content/releases/2016-11-28-rost/index.md", "rost"),
        ("content/releases/Gör din röst/index.md", "gor-din-rost"),
        ("content/releases/2016-11-28.md", "2016-11-28"),
        ("content/releases/2016-11-28/index.md", "2016-11-28"),
        ("content/releases/20161128-rost.md", "20161128-rost"),
        ("content/releases/rost.v2.md", "rost-v2"),
        ("content/releases/moten-2016-11-29.md", "moten-2016-11-29"),
        ("content/releases/2016-11-28-moten-2016-11-29.md", "moten-2016-11-29"),
    ],
)
def test_an_address_comes_from_the_name_less_its_leading_date(path: str, slug: str) -> None:
    """The name of the file, or of its folder, is the slug; only a date at its front is left out."""
    assert release(path=path).slug == slug


def test_a_slug_of_its_own_comes_first() -> None:
    """The field `slug` wins over the name of the file."""
    assert release(GOOD.replace("---\n\n", "slug: hej\n---\n\n")).slug == "hej"


@pytest.mark.parametrize(
    "path",
    [
        "content/releases/♥.md",
        "content/releases/–/index.md",
        "content/pages/♥.md",
        "content/releases/2016-11-28-اجتماع.md",
    ],
)
def test_a_name_without_letters_needs_a_slug(path: str) -> None:
    """What no address can be made of is told, at the top of the file."""
    name = path.removesuffix("/index.md").removesuffix(".md").rpartition("/")[2]

    assert told(lambda: release(path=path)) == [
        f'1:1: no address can be made of "{name}" | name the file in a-z, or add the line slug: …'
    ]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("content/releases/2016-11-28-rost.md", date(2016, 11, 28)),
        ("content/releases/2016-11-28-rost/index.md", date(2016, 11, 28)),
        ("content/releases/2016-02-30-rost.md", None),
        ("content/releases/rost-2016-11-28.md", None),
        ("content/releases/rost.md", None),
    ],
)
def test_the_day_in_a_name(path: str, day: date | None) -> None:
    """A day at the front of the name of the file or folder is known, if there is such a day."""
    assert named_day(path) == day


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("slug: a\n\nText.", {5: "slug"}),
        ("\n\nslug: a\nexpires: 2016-12-24\nText.", {7: "slug", 8: "expires"}),
        ("Text.\n\nexpires: 2016-12-24", {7: "expires"}),
        ("Text.\n\nretracted: The day was wrong.\n\nMore.", {7: "retracted"}),
        ("The agreement\nexpires: 2016-12-24", {}),
        ("Text.\n\nlead: no field", {}),
        ("rubrik: draft", {}),
        ("Utkast: en plan", {}),
        ("draft: no", {5: "draft"}),
        ("Text.\n\n---\n\nText.", {}),
        ("Text.\n\nDe röstade om utkast: ja vann.", {}),
    ],
)
def test_fields_below_the_block_are_no_fields(text: str, lines: dict[int, str]) -> None:
    """A text that begins with `draft: yes` would be published, with these words first."""
    written = f"---\ntitle: A\ndate: 2016-11-28\n---\n{text}\n"
    if not lines:
        assert release(written).fields.draft is False
        return

    assert told(lambda: release(written)) == [
        f'{line}:1: "{name}" stands below the line --- here, and would be shown | move it above the line ---'
        for line, name in lines.items()
    ]


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("Text.\n\ndraft: yes", 7, "draft"),
        ("Text.\nDraft:yes\n", 6, "Draft"),
        ("utkast: ja\n\nText.", 5, "utkast"),
        ("**Utkast:** ja\n\nText.", 5, "Utkast"),
    ],
)
def test_a_draft_below_the_block_is_no_draft(text: str, line: int, name: str) -> None:
    """It would be published with these words in it, wherever in the text they stand."""
    hint = "write draft: yes above the line --- in its place"
    assert told(lambda: release(f"---\ntitle: A\ndate: 2016-11-28\n---\n{text}\n")) == [
        f'{line}:1: "{name}" stands below the line --- here, and would be shown | {hint}'
    ]


@pytest.mark.parametrize(
    "lead", ["|\n  Text.\n  draft: yes", '"Text.\n  draft: yes"', ">\n  draft: yes\n  Text."]
)
def test_a_draft_within_the_lead_is_no_draft(lead: str) -> None:
    """A line that stands further in belongs to the field above it, and the text would be published."""
    hint = "write draft: yes on a line of its own, as far to the left as lead:"
    assert told(lambda: release(f"---\ntitle: A\ndate: 2016-11-28\nlead: {lead}\n---\n\nText.\n")) == [
        f'4:7: "draft: yes" is within lead:, and holds nothing back there | {hint}'
    ]


def test_a_weekday_of_another_day_is_doubted_in_title_and_text() -> None:
    """The year is that of the release."""
    text = "---\ntitle: Möte måndag 29 november\ndate: 2016-11-28\n---\n\nKom måndag 29 november.\n"

    doubts = release(text).body.doubts

    assert [(doubt.where.line, doubt.where.column) for doubt in doubts] == [(2, 8), (6, 5)]


def test_a_release_that_goes_out_on_another_day_does_not_keep_its_tomorrow() -> None:
    """The words were right on the day that it was written for."""
    text = "---\ntitle: I morgon tisdag\ndate: {day}\n---\n\nKom i morgon den 29 november. `I dag fredag`\n"

    places = [doubt.where for doubt in release(text.format(day="2016-11-27")).body.doubts]

    assert [(where.line, where.column) for where in places] == [(2, 8), (6, 5)]
    assert release(text.format(day="2016-11-28")).body.doubts == ()


@pytest.mark.parametrize(
    ("title", "mark", "hint"),
    [
        ("Du &amp; jag", "&amp;", "write &"),
        ("K&ouml;k", "&ouml;", "write ö"),
        ("Du&nbsp;och jag", "&nbsp;", "write a space"),
        ("Vi<br/>vill", "<br/>", "remove it"),
        ("<a href=?b&amp;c>Vi", "<a href=?b&amp;c>", "remove it"),
    ],
)
def test_html_in_a_title_is_doubted(title: str, mark: str, hint: str) -> None:
    """It came from the source of a page, and would be read as it stands; other signs are words."""
    (doubt,) = release(f"---\ntitle: {title}\ndate: 2016-11-28\n---\n\nText.\n").body.doubts
    tell = Language("en").tell

    assert tell(doubt.message) == f"{mark} would be shown with its signs, for a field holds words alone"
    assert (doubt.where.line, tell(doubt.hint)) == (2, hint)
    words = "title: R&D; a <d> &x; <a@b.se>\ndate: 2016-11-28"
    assert release(f"---\n{words}\n---\n\nText.\n").body.doubts == ()


@pytest.mark.parametrize("said", ["inte indragen", "not retracted"])
def test_a_text_is_not_withdrawn_by_what_says_that_it_is_not(said: str) -> None:
    """The page would say nothing but that it is withdrawn."""
    (mistake,) = told(lambda: release(f"---\ntitle: A\ndate: 2016-11-28\nretracted: {said}\n---\n\nText.\n"))

    assert mistake.startswith(f'4:12: "{said}" is not a reason')


def test_a_missing_year_is_guessed_from_the_name() -> None:
    """The day in the file's name is nearer to what was meant than today."""
    text = "---\ntitle: A\ndate: 28 nov\n---\n"

    assert told(lambda: release(text, "content/releases/2009-12-01-a.md")) == [
        '3:7: "28 nov" has no year | write 2009-11-28'
    ]


def test_a_release_is_read_whole() -> None:
    """Every field is there, typed, with its place."""
    found = release(
        "---\ntitle: Öppet möte\ndate: måndag 28 november 2016 kl. 9\nlead: >\n  En\n  ingress\n"
        "topics: [jämlikhet, stadsdelar]\ncontacts: [anna]\nmeetings: sodermalm\n"
        "image: {file: torg.jpg, alt: Ett torg, credit: Anna Ek}\naliases: [/gammal/, /a.html, /b/a.html]\n"
        "corrections: [{date: 2016-11-29, text: Fel lokal.}]\nexpires: 2017-01-01\n---\n\nText.\n"
    )
    fields = found.fields

    assert fields.date == datetime(2016, 11, 28, 9, tzinfo=STOCKHOLM)
    assert (found.lead, fields.topics, fields.meetings) == (
        "En ingress",
        ("jämlikhet", "stadsdelar"),
        ("sodermalm",),
    )
    assert fields.image
    assert (fields.image.file, fields.image.caption) == ("torg.jpg", None)
    assert fields.aliases == ("/gammal/", "/a.html", "/b/a.html")
    assert fields.corrections[0].date == datetime(2016, 11, 29, tzinfo=STOCKHOLM)
    assert str(found.place("image", "alt")) == f"{PATH}:10:30"


def test_the_opening_paragraph_stands_in_for_a_lead() -> None:
    """Without a lead, the first paragraph is the ingress."""
    assert release().lead == "Välkommen till mötet."


@pytest.mark.parametrize(
    ("date_", "moment"),
    [
        ("2016-11-28", "2016-11-28T00:00:00+01:00"),
        ("2016-11-28 09:00", "2016-11-28T09:00:00+01:00"),
        ("2016-11-28T09:00:30", "2016-11-28T09:00:30+01:00"),
        ("2016-11-28T09:00Z", "2016-11-28T10:00:00+01:00"),
        ("2016-10-30 02:30", "2016-10-30T02:30:00+01:00"),
        ("2016-07-01 09:00", "2016-07-01T09:00:00+02:00"),
    ],
)
def test_an_embargo_is_a_moment_where_the_site_is(date_: str, moment: str) -> None:
    """A bare day is midnight, and of a doubled hour the second is taken: nothing is out too early."""
    assert release(f"---\ntitle: A\ndate: {date_}\n---\n").fields.date.isoformat() == moment


def test_a_text_expires_in_the_first_of_two_hours() -> None:
    """Of a doubled hour the first is taken: nothing is out too long."""
    fields = release("---\ntitle: A\ndate: 2016-10-01\nexpires: 2016-10-30 02:30\n---\n").fields

    assert fields.expires is not None
    assert fields.expires.isoformat() == "2016-10-30T02:30:00+02:00"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("title: 'EMBARGO TILL 1 DEC: Öppet möte'", "title"),
        ("title: Öppet möte\nlead: Får ej publiceras före 1 december kl. 9.", "lead"),
        ("title: Embargot hävs 1 december\nlead: Det gällde till 1 december.", None),
    ],
)
def test_an_embargo_in_title_or_lead_is_a_mistake(fields: str, told: str | None) -> None:
    """It holds nothing back there, and feeds, searches and posts would show it first of all."""
    text = f"---\n{fields}\ndate: 2016-11-28\n---\nText.\n"
    line = len(fields.split("\n")) + 1
    if not told:
        assert release(text).fields.title
        return
    with pytest.raises(BadSource) as failed:
        release(text)
    (mistake,) = failed.value.mistakes
    assert (mistake.where.line, mistake.where.column) == (line, 8 if told == "title" else 7)
    assert mistake.message.params == (("name", told),)


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("title: Öppet", "title:   Öppet"),
        GOOD.replace("title: Öppet möte", "title: >\n  Öppet\n  möte"),
        GOOD.replace("title: Öppet möte", 'title: "Öppet möte"'),
        GOOD.replace(
            "title: Öppet möte\ndate: 2016-11-28 09:00",
            "date: 2016-11-28 09:00\n\n# rubrik\ntitle: Öppet möte",
        ),
        "\n\n" + GOOD,
        GOOD.replace("---\n\nVäl", "---\n\n\n\nVäl"),
        GOOD + "\n\n",
        GOOD.replace("2016-11-28 09:00", "28 nov 2016 kl. 9"),
        GOOD.replace("---\n\n", "lead:\ntopics: [a]\n---\n\n"),
    ],
)
def test_how_the_fields_are_written_is_not_said(text: str) -> None:
    """The digest of what is said stays when only white space, order or remarks in the front matter move."""
    assert release(text).said == release().said


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("Öppet möte", "Öppet hus"),
        GOOD.replace("Välkommen", "Välkomna"),
        GOOD.replace("---\n\n", "lead: Ingress\n---\n\n"),
        GOOD.replace("---\n\n", "retracted: Fel datum\n---\n\n"),
        GOOD.replace("Välkommen", "[Välkommen](a.md)"),
    ],
)
def test_what_readers_see_is_said(text: str) -> None:
    """The digest changes with anything that a reader sees."""
    assert release(text).said != release().said


def test_where_a_link_leads_is_said() -> None:
    """A link to another place says another thing, and one on another line the same."""
    one = GOOD.replace("Välkommen", "[Välkommen](a.md)")
    other = GOOD.replace("Välkommen", "[Välkommen](b.md)")
    lower = one.replace("---\n\n", "topics: [a]\n---\n\n\n")

    assert release(one).said != release(other).said
    assert release(one).said == release(lower).said


@pytest.mark.parametrize("gap", ["\n", "\u00a0", "&nbsp;"])
def test_where_lines_are_broken_and_where_they_may_not_is_not_said(gap: str) -> None:
    """A gap says the same, however wide it is and whether or not a line may end there."""
    assert release(GOOD.replace("till mötet", f"till{gap}mötet")).said == release().said


def test_all_mistakes_of_the_fields_are_told() -> None:
    """Every mistake in the front matter comes out in one reading."""
    text = "---\nrubrik: A\ndate: 29 nov\ndraft: kanske\n---\n"

    assert sorted(told(lambda: release(text))) == [
        '2:1: there is no field "rubrik" | write title',
        '3:7: "29 nov" has no year | write 2016-11-29',
        '4:8: "kanske" is neither yes nor no | write yes or no (or true, false, ja, nej)',
    ]


def test_a_page_needs_no_date() -> None:
    """A page without a date is public at once; it has no topics."""
    found = page("---\ntitle: Om oss\n---\n\nVilka vi är.\n")

    assert (found.slug, found.public_from, found.lead) == ("om", None, "Vilka vi är.")
    assert told(lambda: page("---\ntitle: Om oss\ntopics: [a]\n---\n")) == [
        (
            '3:1: there is no field "topics"'
            " | the fields here are: title, lead, image, lang, original, slug, aliases, expires, draft, date"
        )
    ]


def test_a_text_says_its_language_and_its_original() -> None:
    """The original is named as a link is, from the folder that the text is in."""
    block = "---\ntitle: A\ndate: 2016-11-28\nlang: so\noriginal: {}\n---\n\nHaa.\n"
    single = release(block.format("rost.md"), "content/releases/rost-so.md")
    nested = release(block.format("../rost%20a.md"), "content/releases/rost-so/index.md")

    assert (single.fields.lang, single.original) == ("so", "content/releases/rost.md")
    assert nested.original == "content/releases/rost a.md"
    assert release().original is None


def test_a_broken_language_does_not_hide_the_rest() -> None:
    """What else is wrong is told too, and the text is typeset as the site's."""
    assert sorted(told(lambda: release("---\ntitle: A\nlang: arabiska\ndate: 29 nov\n---\n"))) == [
        '3:7: "arabiska" is not the code of a language | write ar',
        '4:7: "29 nov" has no year | write 2016-11-29',
    ]


def test_slip_in_the_yaml_hides_nothing_else() -> None:
    """A hashtag in a field is told with the other fields' mistakes, and the body is kept to be checked."""
    text = "---\ntitle: Möte #söder\ndate: 29 nov\ndraft: kanske\n---\n\n[a](b.md)\n"
    with pytest.raises(BadText) as failed:
        release(text)

    assert sorted(mistake.where.line for mistake in failed.value.mistakes) == [2, 3, 4]
    assert [link.target for link in failed.value.half.body.links] == ["b.md"]


def leads(prose: str) -> list[tuple[int, int]]:
    """Give where a text is warned of a line that would be its lead."""
    doubts = release(f"---\ntitle: A\ndate: 2016-11-28\n---\n\n{prose}\n").body.doubts
    told = [doubt.where for doubt in doubts if doubt.message.msgid.startswith("this line becomes the lead")]
    return [(where.line, where.column) for where in told]


@pytest.mark.parametrize(
    "line",
    [
        *("PRESSMEDDELANDE 2016-11-28", "**FOR IMMEDIATE RELEASE**", "News release, 28 November 2016"),
        *("2016-11-28", "Stockholm den 28 november 2016", "Publicerad: 2016-11-28 kl. 09.00"),
    ],
)
def test_a_line_that_says_what_the_text_is_would_be_a_poor_lead(line: str) -> None:
    """In lists it would stand below the title of each release."""
    assert leads(f"{line}\n\nWords.") == [(6, 1)]


@pytest.mark.parametrize(
    "text",
    [
        *("## Press release\n\nWords.", "Press release day is here.\n\nWords.", "PRESS RELEASE"),
        *("Den 28 november 2016 öppnar vi\n\nWords.", "28 miljoner\n\nWords."),
    ],
)
def test_a_heading_and_a_sentence_are_no_such_line(text: str) -> None:
    """Nor is a line that is all there is."""
    assert leads(text) == []


def test_block_that_is_no_yaml_hides_no_link() -> None:
    """With a colon too many in the fields, the links below them are still there to be checked."""
    with pytest.raises(BadText) as failed:
        release("---\ntitle: Nytt: vi bygger\n---\n\n[a](b.md)\n")

    assert [mistake.where.line for mistake in failed.value.mistakes] == [2]
    assert [link.target for link in failed.value.half.body.links] == ["b.md"]


TWICE = "the {} stands here once more, and would be shown twice | remove it here"


@pytest.mark.parametrize(
    ("prose", "warned"),
    [
        ("# Öppet möte\n\nOrd.", ["7:1: " + TWICE.format("title")]),
        ("**Öppet möte**\n\nOrd.", ["7:1: " + TWICE.format("title")]),
        ("I morgon.\n\nOrd.", ["7:1: " + TWICE.format("lead")]),
        (
            "Öppet möte\n===\n\n*I morgon.*\n\nOrd.",
            ["7:1: " + TWICE.format("title"), "10:1: " + TWICE.format("lead")],
        ),
        ("PRESSMEDDELANDE 2016-11-28\n\nÖppet möte\n\nOrd.", ["9:1: " + TWICE.format("title")]),
        ("Pressmeddelande: Öppet möte\n\nÖppet möte\n\nOrd.", ["9:1: " + TWICE.format("title")]),
        ("Ord.\n\n## Öppet möte\n\nI morgon.", []),
        ("I morgon.", []),
        ("Öppet möte i Farsta\n\nOrd.", []),
    ],
)
def test_a_title_and_a_lead_are_said_once(prose: str, warned: list[str]) -> None:
    """A text that begins as the fields above it do is warned of, unless it says nothing else."""
    found = release(
        f"---\ntitle: Öppet möte\ndate: 2016-11-28\nlead: I morgon.\n---\n\n{prose}\n"
    ).body.doubts

    assert [in_words(doubt).partition(":")[2] for doubt in found] == warned
