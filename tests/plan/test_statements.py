"""What the site tells of itself: the accessibility statement, and privacy."""

from __future__ import annotations

import json
import re

import pytest
from conftest import SITE, Press

from pressrum.edges.reading import parse_whole
from pressrum.edges.request import Request
from pressrum.edges.status import status_lines
from pressrum.language import Language

STATEMENT = """\
accessibility:
  status: delvis
  supervised: nej
  method: självskattning
  assessed: 2016-11-28
  reviewed: 2016-11-28
  shortcomings:
    - {what: Filmen är inte textad., why: Den är gammal.}
"""
OLD = (
    "site.yaml:10:13: the accessibility statement is older than a year"
    " | go through the site and the statement, and write today's date"
)
OWN = "---\ntitle: Egen sida\n---\n\nEgna ord.\n"


def sources(press: Press) -> dict[str, str]:
    """Give what each address of the record is made from."""
    record = json.loads((press.root / "published.json").read_text())
    return {path: entry["source"] for path, entry in record["addresses"].items()}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2016-11-28T00:00", False),
        ("2017-11-28T23:59", False),
        ("2017-11-29T00:00", True),
        ("2018-12-24T12:00", True),
    ],
)
def test_a_statement_older_than_a_year_is_told(press: Press, now: str, *, told: bool) -> None:
    """365 days after it was gone through nothing is said; from the day after, where its day stands."""
    press.write("site.yaml", SITE + STATEMENT)

    assert press.warnings(now) == ([OLD] if told else [])


def test_the_year_ends_where_the_site_is(press: Press) -> None:
    """The day on which the year is over begins at the site's own midnight."""
    press.write("site.yaml", SITE + "timezone: Pacific/Auckland\n" + STATEMENT)

    assert press.warnings("2017-11-28T10:59:59Z") == []
    assert len(press.warnings("2017-11-28T11:00:00Z")) == 1


def test_age_of_the_statement_shows_in_no_page(press: Press) -> None:
    """The page is the same whether the statement is fresh or old, and no build falls due by it."""
    press.write("site.yaml", SITE + STATEMENT)
    press.write("tour.yaml", "title: Turné\n")
    fresh = press.build("2016-12-01T12:00")
    page = press.page("/tillganglighet/")

    old = press.build("2018-12-01T12:00")

    assert press.page("/tillganglighet/") == page
    assert (fresh.outlook.next_change, old.outlook.next_change) == (None, None)


def test_status_tells_when_the_statement_is_due(press: Press) -> None:
    """`status` says by which day the statement is to be gone through again."""
    press.write("site.yaml", SITE + STATEMENT)
    press.write("tour.yaml", "title: Turné\n")
    reading, now = parse_whole(Request(press.root, press.root / "output", "2016-12-01T12:00"))

    assert status_lines(reading, now, Language("sv")) == [
        "Tillgänglighetsredogörelsen ska ses över senast 28 november 2017."
    ]


def test_every_page_leads_to_both(press: Press) -> None:
    """The foot of each page leads to the statement and to the page on privacy."""
    press.write("site.yaml", SITE + STATEMENT)
    press.build()

    for name, content in press.tree().items():
        if name.endswith(".html"):
            foot = content.decode().partition('<ul class="foot-links">')[2]
            links = dict(reversed(pair) for pair in re.findall(r'href="([^"]*)"[^>]*>([^<]*)<', foot))
            assert links["Tillgänglighet"].endswith("/tillganglighet/"), name
            assert links["Integritet"].endswith("/integritet/"), name


def test_without_a_statement_there_is_no_page(press: Press) -> None:
    """A site that has nothing to state has no such page and no link to one, and may write its own."""
    press.build()
    assert "tillganglighet/index.html" not in press.tree()
    assert "Tillgänglighet</a>" not in press.page("/")
    press.write("content/pages/tillganglighet.md", OWN)
    press.build()

    assert "Egna ord." in press.page("/tillganglighet/")


@pytest.mark.parametrize(
    ("supervised", "norm"),
    [("ja", "lagen (2018:1937) om tillgänglighet"), ("nej", "riktlinjerna WCAG 2.2 på nivå AA")],
)
def test_the_supervisor_is_named_where_the_act_binds(press: Press, supervised: str, norm: str) -> None:
    """Only a site that the act binds says that it complies with it, and where to complain."""
    press.write("site.yaml", SITE + STATEMENT.replace("supervised: nej", f"supervised: {supervised}"))
    press.build()
    page = press.page("/tillganglighet/")

    assert f"Webbplatsen är delvis förenlig med {norm}" in page
    assert ('href="https://www.digg.se/tdosanmalan"' in page) is (supervised == "ja")
    assert ("Myndigheten för digital förvaltning" in page) is (supervised == "ja")


def test_every_field_of_the_statement_is_read_by_people(press: Press) -> None:
    """All that staff state stands on the page."""
    more = (
        "    - {what: Kartan., why: Den är inte vår., kind: undantaget, instead: Ring oss.}\n"
        "    - {what: Protokollen., why: De är många., kind: betungande}\n"
        "  responsible: Gruppkansliet\n  published: 2015-01-02\n  tested: Av två läsare.\n"
        "  answer: två arbetsdagar\n  contact: bo\n"
    )
    contacts = SITE + "  bo: {name: Bo Alm, email: bo@press.example}\n"
    press.write("site.yaml", contacts + STATEMENT + more)
    press.build()
    page = re.sub(r"<[^>]+>", "", press.page("/tillganglighet/"))

    assert [
        words
        for words in (
            *("Gruppkansliet ansvarar för webbplatsen https://press.example/.", "Filmen är inte textad."),
            *("Varför: Den är gammal.", "Kartan.", "Varför: Den är inte vår.", "I stället: Ring oss."),
            *("Protokollen.", "Varför: De är många.", "Vi svarar inom två arbetsdagar.", "Bo Alm"),
            *(
                "bo@press.example",
                "Vi har gjort en självskattning av webbplatsen, senast den 28 november 2016.",
            ),
            *("Av två läsare.", "Webbplatsen publicerades den 2 januari 2015."),
            "Redogörelsen sågs senast över den 28 november 2016.",
        )
        if words not in page
    ] == []


def test_whoever_is_left_answers_for_a_contact_who_has_gone(press: Press) -> None:
    """When the statement's contact leaves, the first who is left takes the reports."""
    contacts = SITE + "  bo: {name: Bo Alm, email: bo@press.example, until: 2016-12-24}\n"
    press.write("site.yaml", contacts + STATEMENT + "  contact: bo\n")
    press.build("2016-12-24T12:00")
    assert "Bo Alm" in press.page("/tillganglighet/")
    press.build("2016-12-25T12:00")

    assert "Bo Alm" not in press.page("/tillganglighet/")
    assert "Anna Ek" in press.page("/tillganglighet/")


def test_statement_asks_no_one_to_turn_to_nobody(press: Press) -> None:
    """When the last contact has gone the page asks for no reports, and still leads to the supervisor."""
    gone = SITE.replace("phone:", "until: 2016-11-30, phone:")
    press.write("site.yaml", gone + STATEMENT.replace("supervised: nej", "supervised: ja"))
    press.build("2016-11-30T12:00")
    assert "Säg till om något inte fungerar" in press.page("/tillganglighet/")
    press.build("2016-12-01T12:00")

    assert "Säg till om något inte fungerar" not in press.page("/tillganglighet/")
    assert "https://www.digg.se/tdosanmalan" in press.page("/tillganglighet/")


def test_a_page_of_ones_own_becomes_the_statement(press: Press) -> None:
    """A published page that gives way to a statement keeps its address, and is not missed."""
    press.write("content/pages/tillganglighet.md", OWN)
    press.build("2016-12-01T12:00")
    assert sources(press)["/tillganglighet/"] == "content/pages/tillganglighet.md"
    (press.root / "content/pages/tillganglighet.md").unlink()
    press.write("site.yaml", SITE + STATEMENT)
    press.build("2016-12-02T12:00")

    assert sources(press)["/tillganglighet/"] == "accessibility"
    assert "Filmen är inte textad." in press.page("/tillganglighet/")
    assert '"/tillganglighet/": {"source": "accessibility", "since": "2016-12-01T11:00:00Z"' in (
        press.root / "published.json"
    ).read_text(encoding="utf-8")


def test_the_address_of_a_statement_goes_on(press: Press) -> None:
    """When a statement is taken away its address leads to the front page."""
    press.write("site.yaml", SITE + STATEMENT)
    press.build("2016-12-01T12:00")
    press.write("site.yaml", SITE)
    press.build("2016-12-02T12:00")

    assert 'content="0; url=../"' in press.page("/tillganglighet/")


def test_a_broken_statement_hides_no_link(press: Press) -> None:
    """With a mistake in the statement, a link to it is not told as another one."""
    press.write("site.yaml", SITE + STATEMENT.replace("status: delvis", "status: bra"))
    press.write("content/pages/om.md", "---\ntitle: Om\n---\n\n[Så](/tillganglighet/), [så](/integritet/).\n")

    assert press.mistakes() == ['site.yaml:6:11: "bra" is none of the words for this']


def test_texts_may_link_to_both(press: Press) -> None:
    """A release or page leads to the statement and to privacy as to any page."""
    press.write("site.yaml", SITE + STATEMENT)
    press.write("content/pages/om.md", "---\ntitle: Om\n---\n\n[Så](/tillganglighet/), [så](/integritet/).\n")
    press.build()

    assert '<a href="../integritet/">så</a>' in press.page("/om/")


@pytest.mark.parametrize("old", ["/integritet/", "/Integritet/", "/integritet/index.html"])
def test_old_address_of_a_release_is_not_that_of_privacy(press: Press, old: str) -> None:
    """The page on privacy makes room for a page of one's own, and for no release that moves there."""
    file = "content/releases/a.md"
    press.write(file, f"---\ntitle: A\ndate: 2016-11-30\naliases: [{old}]\n---\n\nText.\n")

    told = f"{file}:4:11: {old} is taken by site.yaml already"
    assert press.reports() == [f"{told} | remove it, or write another old address"]


@pytest.mark.parametrize("page", ["integritet.md", "integritet/index.md"])
def test_a_page_of_ones_own_takes_the_place_of_privacy(press: Press, page: str) -> None:
    """What staff write on privacy stands alone, at the same address and once in the foot."""
    press.build("2016-12-01T12:00")
    press.write(f"content/pages/{page}", OWN)
    press.build("2016-12-02T12:00")

    assert "Egna ord." in press.page("/integritet/")
    assert sources(press)["/integritet/"] == f"content/pages/{page}"
    assert press.page("/").count('href="./integritet/"') == 1


def test_privacy_is_told_until_a_page_of_ones_own_comes(press: Press) -> None:
    """A draft changes nothing, a page to come takes the place on its day, and gives it back when it goes."""
    own = OWN.replace("\n---\n\n", "\ndate: 2016-12-05\nexpires: 2016-12-10\n---\n\n")
    press.write("content/pages/integritet.md", own)
    shown = []
    for day in ("04", "05", "10"):
        press.build(f"2016-12-{day}T12:00")
        shown.append("Egna ord." in press.page("/integritet/"))

    assert shown == [False, True, False]
    press.write("content/pages/integritet.md", OWN.replace("\n---\n\n", "\ndraft: ja\n---\n\n"))
    press.build("2016-12-11T12:00")
    assert "Egna ord." not in press.page("/integritet/")


def test_two_pages_to_come_at_the_address_of_privacy_are_told(press: Press) -> None:
    """That the built-in page makes room for one does not hide that there are two."""
    for name in ("integritet", "uppgifter"):
        dated = OWN.replace("\n---\n\n", "\ndate: 2016-12-05\nslug: integritet\n---\n\n")
        press.write(f"content/pages/{name}.md", dated)

    assert press.mistakes("2016-12-01T12:00") == [
        "content/pages/uppgifter.md:4:7: /integritet/ is taken by content/pages/integritet.md already"
    ]


def test_a_page_elsewhere_takes_the_place_of_privacy_by_its_old_address(press: Press) -> None:
    """A page with another name stands in too, and the address leads there."""
    press.write("content/pages/uppgifter.md", OWN.replace("\n---\n\n", "\naliases: [/integritet/]\n---\n\n"))
    press.build()

    assert 'content="0; url=../uppgifter/"' in press.page("/integritet/")
    assert "Integritet</a>" not in press.page("/")


def test_privacy_tells_of_what_there_is(press: Press) -> None:
    """Meetings, calendars and maps are told of only with a tour, searching with a search, a log as told."""
    press.build()
    with_tour = press.page("/integritet/")
    (press.root / "tour.yaml").unlink()
    (press.root / "published.json").unlink()
    press.write(
        "site.yaml",
        SITE + "search: ja\nprivacy: {controller: Gruppkansliet, logs: Loggen sparas i en vecka.}\n",
    )
    press.build(output="other")
    without = (press.root / "other/integritet/index.html").read_text(encoding="utf-8")

    assert [
        (words in with_tour, words in without)
        for words in ("möten", "Outlook", "OpenStreetMap", "Orden du söker", "En flödesläsare", "Anna Ek")
    ] == [(True, False), (True, False), (True, False), (False, True), (False, True), (True, True)]
    assert "avgör den som driver servern" in with_tour
    assert "avgör den som driver servern" not in without
    assert "Loggen sparas i en vecka." in without
    assert "Personuppgiftsansvarig är Gruppkansliet." in without


def test_privacy_names_nobody_when_nobody_is_left(press: Press) -> None:
    """When the last contact has gone, the page asks no one to turn to nobody."""
    press.write("site.yaml", SITE.replace("phone:", "until: 2016-11-30, phone:"))
    press.build()

    assert "Fråga oss" not in press.page("/integritet/")


@pytest.mark.parametrize("name", ["Anna Ek och Bo Alm", "Anna Ek, Bo Alm", "Anna Ek/Bo Alm", "Anna Ek, jour"])
def test_a_contact_that_is_more_than_one_name_is_told(press: Press, name: str) -> None:
    """Journalists would not know whose number it is; a role has a field of its own."""
    press.write("site.yaml", SITE + f'  bo: {{name: "{name}", email: bo@press.example}}\n')

    (only,) = press.warnings()
    assert f'"{name}" is more than the name of one person | give each person a contact' in only


@pytest.mark.parametrize("name", ["Press och media", "Anna Ek-Alm (S)", "Anna von Ek"])
def test_a_contact_may_have_a_name_of_several_words(press: Press, name: str) -> None:
    """A desk is a contact too."""
    press.write("site.yaml", SITE + f'  bo: {{name: "{name}", email: bo@press.example}}\n')

    assert press.warnings() == []


@pytest.mark.parametrize("name", ["Anna Ek, MBE", "Anna Ek, Ph.D.", "Anna Ek, FRSA"])
def test_a_contact_with_a_letter_of_honour_is_one_name(press: Press, name: str) -> None:
    """An honour belongs to the name."""
    press.write("site.yaml", SITE + f'  bo: {{name: "{name}", email: bo@press.example}}\n')

    assert press.warnings() == []
