"""What nginx and Apache make of what they are told, and Chromium of their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import OWN
from hosts import HSTS, Host, serving
from peer import reader
from playwright.sync_api import Browser

from pressrum.make.hosting.policy import in_header

NOW = "public, max-age=300, must-revalidate"
EVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module", params=["nginx /", "nginx /rum/", "Apache /", "Apache /rum/"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Give nginx and Apache, each with a site at its root and one under a path."""
    name, base = request.param.split()
    with serving(name, tmp_path_factory.mktemp("site"), base) as (found,):
        yield found


SERVED = {
    "": ("text/html; charset=utf-8", NOW),
    "turne/sodermalm/": ("text/html; charset=utf-8", NOW),
    "kalender.ics": ("text/calendar; charset=utf-8", NOW),
    "turne/sodermalm/mote.ics": ("text/calendar; charset=utf-8", NOW),
    "feed.xml": ("application/atom+xml; charset=utf-8", NOW),
    "amnen/skola/feed.xml": ("application/atom+xml; charset=utf-8", NOW),
    "feed.json": ("application/feed+json", NOW),
    "sitemap.xml": ("application/xml", NOW),
    "robots.txt": ("text/plain; charset=utf-8", NOW),
    ".well-known/security.txt": ("text/plain; charset=utf-8", NOW),
}
SAID = {
    "content-security-policy": in_header("home"),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "strict-transport-security": HSTS,
}


def test_each_kind_of_file_has_its_type_and_its_life(host: Host) -> None:
    """Pages, calendars and feeds are named for what they are and soon asked for again."""
    answers = {link: host.get(host.base + link) for link in SERVED}

    assert {answer.status for answer in answers.values()} == {200}
    assert {
        link: (answer.headers["content-type"], answer.headers["cache-control"])
        for link, answer in answers.items()
    } == SERVED


def test_an_asset_is_kept_for_ever(host: Host) -> None:
    """A file whose name holds a digest of its bytes is asked for once."""
    answer = host.get(host.base + host.asset)

    assert (answer.status, answer.headers["cache-control"]) == (200, EVER)
    assert answer.headers["content-type"].startswith("text/css")


def test_every_answer_says_what_a_browser_may_do(host: Host) -> None:
    """Pages, assets, calendars and the page for what is not there carry it, and the host's own HSTS."""
    for link in ("", host.asset, "kalender.ics", "nej/", "turne"):
        headers = host.get(host.base + link).headers

        assert {name: headers[name] for name in SAID} == SAID
        assert "camera=()" in headers["permissions-policy"]


def test_what_is_not_there_is_answered_by_our_page(host: Host) -> None:
    """A lost page, a lost asset and a folder without a page get the site's 404 page, which is not kept."""
    folders = ("assets/", "kontakter/")
    for link in ("nej/", "nej", "assets/nej.0123456789.css", "turne/nej.ics", *folders):
        answer = host.get(host.base + link)

        assert (answer.status, answer.body) == (404, host.get(host.base + "404.html").body)
        assert answer.headers["cache-control"] == NOW
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_what_is_no_readers_is_not_served(host: Host) -> None:
    """The build's own folder and what is written for hosts are as if they were not there."""
    for link in (f"{OWN}/manifest.json", f"{OWN}/lock", ".htaccess", "_headers", "nginx.conf"):
        assert host.get(host.base + link).status == 404


def test_a_page_without_its_slash_leads_to_it(host: Host) -> None:
    """Links on a page count from its folder."""
    answer = host.get(host.base + "turne")

    assert answer.status == 301
    assert urlsplit(answer.headers["location"]).path == host.base + "turne/"


def test_a_copy_is_revalidated_without_being_sent_again(host: Host) -> None:
    """A calendar program that asks again with what it has gets a short answer."""
    first = host.get(host.base + "kalender.ics")
    again = host.get(host.base + "kalender.ics", If_None_Match=first.headers["etag"])

    assert (again.status, again.body) == (304, "")


def test_a_packed_copy_is_revalidated_too(host: Host) -> None:
    """A browser that takes gzip asks again by the ETag of what it got."""
    packed = host.get(host.base, Accept_Encoding="gzip")
    again = host.get(host.base, Accept_Encoding="gzip", If_None_Match=packed.headers["etag"])

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert (again.status, again.body) == (304, "")


def test_other_pages_of_the_host_are_left_alone(host: Host) -> None:
    """Under a path of its own the site sets no rules for what lies beside it."""
    headers = host.get("/annat.html").headers

    assert headers["strict-transport-security"] == HSTS
    assert ("content-security-policy" in headers) is (host.base == "/")
    assert ("cache-control" in headers) is (host.base == "/")


@pytest.mark.parametrize("bases", [("/press/", "/en/press/"), ("/", "/en/")])
@pytest.mark.parametrize("name", ["nginx", "Apache"])
def test_two_sites_of_one_host_have_their_headers_once(
    name: str, bases: tuple[str, ...], tmp_path: Path
) -> None:
    """Two sites that share a server, beside each other or one below the other, each say all that they say."""
    with serving(name, tmp_path, *bases) as hosts:
        for host in hosts:
            answers = [host.get(host.base + link) for link in ("", host.asset, "nej/")]

            assert [{said: answer.headers[said] for said in SAID} for answer in answers] == [SAID] * 3
            assert [answer.headers["cache-control"] for answer in answers] == [NOW, EVER, NOW]
            search = host.get(host.base + "sok/").headers
            assert search["content-security-policy"] == in_header("search")


def test_search_finds_under_the_policy_that_the_host_sends(host: Host, browser: Browser) -> None:
    """What searches beside the page goes by the header of its own file, and not by that of the page."""
    with reader(browser) as page:
        page.goto(f"{host.address}{host.base}sok/?q=talet")

        page.get_by_role("link", name="Öppet möte").wait_for(timeout=5000)


def test_browser_finds_nothing_against_the_policy(tmp_path: Path, browser: Browser) -> None:
    """No page of any kind does what its policy forbids, asks another host, or has an error to report."""
    page = browser.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
    page.on("request", lambda request: asked.append(request.url))
    with serving("nginx", tmp_path, "/") as (host,):
        links = re.findall(r"<loc>https://press\.example(/[^<]*)</loc>", host.get("/sitemap.xml").body)
        for link in (*links, "/404.html", "/pressmeddelanden/2016/oppet-mote/tal.mp3", "/gammal/"):
            page.goto(host.address + link)
        page.wait_for_url("**/om/")
    page.close()

    assert len(links) >= 10
    assert told == []
    assert [url for url in asked if not url.startswith(host.address)] == []
