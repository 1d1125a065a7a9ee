"""Links to the site's own pages by their whole addresses, as a browser gives them to be copied."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from conftest import RELEASE, SITE, Press

from pressrum.parse.project import parse_text
from pressrum.parse.setting import Setting

FILE = "content/releases/2016-11-28-a.md"
LATER = "/pressmeddelanden/2016/senare/"
ROOT = "https://press.example"
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def awaited(press: Press) -> Press:
    """Give a site with a release that is to come after the moment it is built for."""
    text = (
        RELEASE.replace("2016-11-28", "2016-12-05")
        .replace("Öppet möte", "Senare")
        .replace("till", "hem till")
    )
    press.write("content/releases/2016-12-05-senare.md", text)
    return press


def written(press: Press, words: str) -> None:
    """Write a release that says some words."""
    press.write(FILE, RELEASE.replace("Välkommen till mötet.", words).replace("Öppet möte", "Ett"))


@pytest.mark.parametrize(
    "root",
    [
        *(ROOT, "http://Press.Example", "HTTPS://press.example", "https://www.press.example", f"{ROOT}:443"),
        *(
            "http://press.example:80",
            f"{ROOT}:",
            f"{ROOT}.",
            "https://anna@press.example",
            f"{ROOT}/Turne/..",
        ),
    ],
)
def test_what_is_to_come_is_not_led_to_by_its_whole_address(awaited: Press, root: str) -> None:
    """A link to a release that waits is a mistake however it is written: its address is shown to nobody."""
    written(awaited, f"Läs [mer]({root}{LATER}).")

    (told,) = awaited.mistakes()
    assert told.startswith(f"{FILE}:6:11: content/releases/2016-12-05-senare.md is not public until ")


@pytest.mark.parametrize(
    "root",
    [
        "https://räksmörgås.example/å",
        "https://xn--rksmrgs-5wao1o.example/%C3%A5",
        "xn--rksmrgs-5wao1o.example/å",
    ],
)
def test_what_is_to_come_is_not_led_to_by_letters_that_programs_know(awaited: Press, root: str) -> None:
    """A site with å in its address is named also as browsers give it to who copies it."""
    awaited.write("site.yaml", SITE.replace("press.example/", "räksmörgås.example/å/"))
    written(awaited, f"Läs {root}{LATER}.")

    (told,) = awaited.mistakes()
    assert told.startswith(f"{FILE}:6:5: content/releases/2016-12-05-senare.md is not public until ")


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("Läs mer på press.example{}.", 12),
        ("Skriv `https://press.example{}`.", 8),
        ("Läs [https://press.example{}](https://other.example/).", 6),
        ("Läs [mer](https://other.example/ 'www.press.example{}').", 35),
        ("Läs https://press.example{}.", 5),
        ("Läs press.example/pressmeddelanden/2016&#47;senare/.", 5),
        ("Läs webcal://press.example{}.", 14),
        ("Dela [mer](https://other.example/?u=https://press.example{}).", 37),
        ("Dela [mer](https://other.example/web/2016/www.press.example{})", 43),
        ("Dela [press.example/turne/](mailto:?body=Se%20press.example{})", 47),
    ],
)
def test_no_words_show_the_address_of_what_is_to_come(awaited: Press, words: str, column: int) -> None:
    """So it is where the address leads nowhere, and where its link leads elsewhere; it is told of once."""
    written(awaited, words.format(LATER))

    (told,) = awaited.mistakes()
    assert told.startswith(f"{FILE}:6:{column}: content/releases/2016-12-05-senare.md is not public until ")


@pytest.mark.parametrize("packed", [1, 2])
@pytest.mark.parametrize("before", ["", "lead: 'Läs {}'\n"])
def test_no_address_to_share_has_the_address_of_what_is_to_come(
    awaited: Press, packed: int, before: str
) -> None:
    """Nor has one of another site, as those that share a page, where it is packed once or twice."""
    address = ROOT + LATER
    for _ in range(packed):
        address = quote(address, safe="")
    share = f"https://other.example/?u={address}"
    front = before.format(share)
    awaited.write(
        FILE, RELEASE.replace("date:", f"{front}date:").replace("mötet.", f"mötet. [Dela]({share}).")
    )

    told = awaited.mistakes()
    assert len(told) == (2 if before else 1)
    for one in told:
        assert ": content/releases/2016-12-05-senare.md is not public until " in one


def test_an_address_is_told_of_where_it_stands_itself(awaited: Press) -> None:
    """One that begins as it does is no better place, also when that comes first."""
    written(awaited, f"`press.example{LATER}bild`\n\n`press.example{LATER}`")

    places = [told.partition(": ")[0] for told in awaited.mistakes()]
    assert places == [f"{FILE}:6:2", f"{FILE}:8:2"]


def test_an_address_to_share_may_have_that_of_what_is_gone(press: Press) -> None:
    """An archive of the web shows a release that has left this site."""
    gone = RELEASE.replace("2016-11-28 09:00", "2016-11-28\nexpires: 2016-11-30").replace("Öppet", "Gammalt")
    press.write("content/releases/2016-11-28-b.md", gone)
    archive = f"https://web.archive.example/2016/{ROOT}/pressmeddelanden/2016/b/#dagen"
    written(press, f"Läs [mer]({archive}).")
    press.build()

    assert f'href="{archive}">mer' in press.page("/pressmeddelanden/2016/a/")


@pytest.mark.parametrize("way", ["/amnen/ny-skola/", "/Amnen/Ny-skola", "/amnen/ny-skola/feed.json"])
def test_a_topic_that_is_to_come_is_not_led_to(awaited: Press, way: str) -> None:
    """So is one to the page or the feed of a topic that none but a release that waits has."""
    awaited.edit("content/releases/2016-12-05-senare.md", "date:", "topics: [Ny skola]\ndate:")
    written(awaited, f"Läs [mer]({ROOT}{way}).")

    (told,) = awaited.mistakes()
    assert told.startswith(f"{FILE}:6:11: content/releases/2016-12-05-senare.md is not public until ")


@pytest.mark.parametrize("draft", ["", "draft: ja\n"])
@pytest.mark.parametrize("way", ["/amnen/ny-skola/", "/amnen/ny-skola/feed.xml#a", "/pressmeddelanden/2017/"])
def test_what_comes_with_a_text_is_led_to_from_it(press: Press, way: str, draft: str) -> None:
    """A text that waits may lead to the topic and the year that come with it: what is public may not."""
    later = RELEASE.replace("2016-11-28", "2017-01-05").replace("Öppet möte", "Senare")
    source = "content/releases/2017-01-05-senare.md"
    press.write(
        source, later.replace("date:", f"topics: [Ny skola]\n{draft}date:").replace("till", f"[till]({way})")
    )
    press.build()
    press.build("2017-01-06", "later")
    written(press, f"Läs [mer]({way}).")

    (told,) = press.mistakes()
    assert told.startswith(f"{FILE}:6:11: {source} is {'a draft, ' if draft else 'not public until '}")


@pytest.mark.parametrize(
    "tail", ["", "/?utm_source=mejl", "/index.html", "/foto.jpg", "/senare.txt#a", "/a/..", r"\foto.jpg"]
)
def test_what_stands_beside_what_is_to_come_is_not_led_to(awaited: Press, tail: str) -> None:
    """So is one to a file beside a release that waits, or to its page as other programs write it."""
    written(awaited, f"Läs [mer]({ROOT}//pressmeddelanden/2016/S%65nare{tail}).")

    (told,) = awaited.mistakes()
    assert told.startswith(f"{FILE}:6:11: content/releases/2016-12-05-senare.md is not public until ")


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        ("tour.yaml", "place: Zinkensdamms IP", "signup: Anmäl er på {}", 66),
        ("tour.yaml", "meetings:", "description: Läs {}\nmeetings:", 14),
        ("tour.yaml", "place: Zinkensdamms IP", "signup: Anmäl er på www.{}", 66),
        ("site.yaml", "role: Pressekreterare", "hours: se {}", 32),
        (FILE, "date:", "lead: Läs mer på {}.\ndate:", 7),
        (FILE, "date:", "corrections: [{{date: 2016-11-29, text: Se {}}}]\ndate:", 40),
    ],
)
def test_no_field_tells_of_what_is_to_come(
    awaited: Press, file: str, old: str, new: str, column: int
) -> None:
    """The address of a release that waits, also of its picture, stands in nothing that all can read."""
    written(awaited, "Välkommen.")
    address = f"{ROOT}{LATER}foto.jpg"
    added = new.format(address).replace("www.https://", "www.")
    awaited.edit(file, old, added)

    (told,) = awaited.mistakes()
    assert told.startswith(file)
    assert f":{column}: content/releases/2016-12-05-senare.md is not public until " in told


@pytest.mark.parametrize("root", ["press.example", "www.Press.example"])
def test_no_field_tells_of_what_is_to_come_without_https(awaited: Press, root: str) -> None:
    """So it is with an address as people write it."""
    awaited.write(FILE, RELEASE.replace("date:", f"lead: Läs mer på {root}{LATER}\ndate:"))

    (told,) = awaited.mistakes()
    assert told.startswith(f"{FILE}:3:7: content/releases/2016-12-05-senare.md is not public until ")


def test_fields_tell_of_what_is_public_and_of_themselves(press: Press) -> None:
    """They may hold the address of a text that all can read, and a text that waits may hold its own."""
    own = RELEASE.replace("title:", f"lead: Se {ROOT}{LATER}\ntitle:").replace("Öppet möte", "Senare")
    press.write("content/releases/2016-12-05-senare.md", own.replace("2016-11-28", "2016-12-05"))
    written(press, "Välkommen.")
    press.edit("tour.yaml", "place:", f"signup: {ROOT}/pressmeddelanden/2016/a/, place:")
    press.build()

    assert f'href="{ROOT}/pressmeddelanden/2016/a/"' in press.page("/turne/sodermalm/")


def test_a_question_behind_what_is_public_is_left_alone(press: Press) -> None:
    """A whole address of a text that all can read may have one."""
    written(press, f"Läs [mer]({ROOT}/pressmeddelanden/2016/a/?utm_source=mejl).")
    press.build()

    assert f'href="{ROOT}/pressmeddelanden/2016/a/?utm_source=mejl">mer' in press.page(
        "/pressmeddelanden/2016/a/"
    )


def test_a_whole_address_of_ours_leads_there_as_any_other(press: Press) -> None:
    """It leads from page to page, from wherever the site is read, and in the feeds it is whole."""
    written(press, f"[a]({ROOT}/turne/#x'y), [b]({ROOT}), <{ROOT}/kalender/>, [c][c].\n\n[c]: {ROOT}/turne/")
    press.build()
    page, feed = press.page("/pressmeddelanden/2016/a/"), press.page("/feed.json")

    assert '<a href="../../../turne/#x&#x27;y">a</a>, <a href="../../../">b</a>' in page
    assert f'<a href="../../../kalender/">{ROOT}/kalender/</a>, <a href="../../../turne/">c</a>' in page
    assert f'<a href=\\"{ROOT}/turne/\\">c</a>' in feed
    assert "\ue000" not in page + feed


def test_a_heading_at_a_whole_address_is_looked_for(press: Press) -> None:
    """A heading that is not there is told at its line, with one that is."""
    written(press, f"Se [här]({ROOT}/pressmeddelanden/2016/a/#dagen).\n\n## Dagens möten\n\nText.")

    assert press.reports() == [
        f'{FILE}:6:10: there is no heading "#dagen" there | write #dagens-moten',
    ]


def test_without_headings_a_link_within_the_text_can_only_go(press: Press) -> None:
    """One that was pasted from a web page, less its # and what follows, would lead nowhere."""
    written(press, f"[Hoppa till innehåll](#main) och [mer]({ROOT}/pressmeddelanden/2016/a/#mer)")

    assert press.reports() == [
        f'{FILE}:6:23: there is no heading "#main" there | remove the link: the text has no headings',
        f'{FILE}:6:40: there is no heading "#mer" there | remove # and what follows',
    ]


@pytest.mark.parametrize("address", [f"{ROOT}/annat/", f"{ROOT}/sok/?q=a&amp;b", f"{ROOT}.other.example/"])
def test_what_a_host_may_have_besides_is_left_alone(press: Press, address: str) -> None:
    """A whole address that the plan does not know stays as it was written: check-site tells of it."""
    written(press, f"Se [här]({address.replace('&amp;', '&')}).")
    press.build()

    assert f'href="{address}">här</a>' in press.page("/pressmeddelanden/2016/a/")


def test_another_address_of_the_site_is_another_look_at_its_texts(press: Press) -> None:
    """When site.yaml gets a new address, links that were to another site are looked into."""
    written(press, "Läs [mer](https://ny.example/turne/).")
    press.build()
    press.edit("site.yaml", f"{ROOT}/", "https://ny.example/")
    press.build()

    assert '<a href="../../../turne/">mer</a>' in press.page("/pressmeddelanden/2016/a/")


def test_what_a_text_says_is_the_same_at_any_address() -> None:
    """A link that is one of the site's own changes nothing that the record knows of a text."""
    source = RELEASE.replace("Välkommen", f"[Kom]({ROOT}/turne/)").encode()
    urls = (f"{ROOT}/", "https://ny.example/")
    texts = [parse_text(source, FILE, Setting(STOCKHOLM, "sv", url), date(2016, 12, 1)) for url in urls]

    assert texts[0].body != texts[1].body
    assert texts[0].said == texts[1].said


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("/press/a/", f"leads here from {ROOT}/press/press/a/ | {{already}}: write /a/ if that is meant"),
        ("/press/", None),
        ("/pressen/a/", None),
    ],
)
def test_an_old_address_with_the_path_of_the_site_is_told_of(
    press: Press, old: str, told: str | None
) -> None:
    """What a browser shows has the site's path, which old addresses are written without; told once."""
    press.write("site.yaml", SITE.replace(f"{ROOT}/", f"{ROOT}/press/"))
    press.write(FILE, RELEASE.replace("date:", f"aliases: [{old}]\ndate:").replace("Öppet möte", "Ett"))
    expected = told and told.format(already="the address of the site ends in /press/ already")

    assert press.warnings() == ([f"{FILE}:3:11: {old} {expected}"] if expected else [])
    assert press.warnings() == []
