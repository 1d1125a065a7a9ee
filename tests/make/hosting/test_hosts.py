"""What hosts are told, in their own words; what real ones make of it is tried in peers/test_web_hosts.py."""

from __future__ import annotations

import re
from itertools import product

import pytest

from pressrum.make.hosting.hosts import HeadersFile, Htaccess, Nginx, Rules

ROOT = Rules("/", "default-src 'none'", ())
BELOW = Rules("/rum/å/", "default-src 'none'", (("sok/", "default-src 'self'"),))


def blocks(rules: Rules) -> list[tuple[str, list[str]]]:
    """Give each rule of `_headers`: its path and its lines."""
    text = HeadersFile(rules).make().decode()
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("/"):
            found.append((line, []))
        else:
            found[-1][1].append(line.strip())
    return found


def answer(rules: Rules, path: str, *, joins: bool) -> dict[str, str]:
    """Give the headers that a host sends with `path`.

    Cloudflare Pages joins what two rules say of one header, and takes a line with `!` for one
    that takes the header away; Netlify goes by the last rule, and passes over a line without a colon.
    """
    headers: dict[str, str] = {}
    for pattern, lines in blocks(rules):
        if not re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            continue
        for line in lines:
            name, colon, value = line.partition(": ")
            if not colon:
                headers.pop(line.removeprefix("! "), None) if joins else None
            else:
                headers[name] = f"{headers[name]}, {value}" if joins and name in headers else value
    return headers


@pytest.mark.parametrize("rules", [ROOT, BELOW])
@pytest.mark.parametrize(
    ("link", "header", "value"),
    [
        ("", "Content-Security-Policy", "default-src 'none'"),
        ("turne/sodermalm/", "X-Content-Type-Options", "nosniff"),
        ("turne/", "Referrer-Policy", "same-origin"),
        ("turne/", "Cache-Control", None),
        ("assets/style.0123456789.css", "Cache-Control", "public, max-age=31536000, immutable"),
        ("assets/style.0123456789.css", "Content-Security-Policy", "default-src 'none'"),
        ("kalender.ics", "Content-Type", "text/calendar; charset=utf-8"),
        ("kalender/sodermalm.ics", "Content-Type", "text/calendar; charset=utf-8"),
        ("feed.xml", "Content-Type", "application/atom+xml; charset=utf-8"),
        ("amnen/skola/feed.xml", "Content-Type", "application/atom+xml; charset=utf-8"),
        ("feed.json", "Content-Type", "application/feed+json"),
        ("sitemap.xml", "Content-Type", "application/xml"),
        ("robots.txt", "Content-Type", "text/plain; charset=utf-8"),
        ("turne/", "Content-Type", None),
    ],
)
def test_both_hosts_come_to_the_same_answer(rules: Rules, link: str, header: str, value: str | None) -> None:
    """Netlify and Cloudflare Pages send the same headers, also for a site under a path."""
    path = rules.base.replace("å", "%C3%A5") + link

    assert answer(rules, path, joins=True) == answer(rules, path, joins=False)
    assert answer(rules, path, joins=True).get(header) == value


def test_a_page_with_a_policy_of_its_own_has_that_alone() -> None:
    """Two policies would both hold, and the search would find nothing; so too for what is below it."""
    for joins, link in product((True, False), ("sok/", "sok/arbetare.js")):
        sent = answer(BELOW, f"/rum/%C3%A5/{link}", joins=joins)

        assert sent["Content-Security-Policy"] == "default-src 'self'"
        assert sent["X-Content-Type-Options"] == "nosniff"


def test_a_small_site_has_few_rules() -> None:
    """Cloudflare Pages reads a hundred rules, and lines of two thousand letters."""
    assert len(blocks(BELOW)) < 20
    assert max(map(len, HeadersFile(BELOW).make().decode().split("\n"))) < 1000


def test_nginx_is_told_of_pages_with_another_policy() -> None:
    """The policy of a page stands after that of the site, for its address and what is below."""
    lines = Nginx(BELOW).make().decode().split("\n")
    site, page = (lines.index(f'if ($uri ~ "^{path}") {{') for path in ("/rum/å/", "/rum/å/sok/"))

    assert site < page
    assert re.fullmatch(
        r" {4}set \$pressrum_[0-9a-f]{8}_content_security_policy \"default-src 'self'\";", lines[page + 1]
    )


def test_apache_is_told_of_pages_with_another_policy() -> None:
    """The policy of a page replaces that of the site, for its address and what is below."""
    lines = Htaccess(BELOW).make().decode().split("\n")
    page = lines.index('<If "%{REQUEST_URI} =~ m#^/rum/å/sok/#">')

    assert lines.index("Header always set Content-Security-Policy \"default-src 'none'\"") < page
    assert lines[page + 1] == "Header always set Content-Security-Policy \"default-src 'self'\""


def test_a_dot_in_a_path_is_a_dot() -> None:
    """A path is no pattern: /v1.0/ is not /v1x0/."""
    rules = Rules("/v1.0/", "default-src 'none'", ())

    assert r'"^/v1\.0/"' in Nginx(rules).make().decode()
    assert r"m#^/v1\.0/assets/#" in Htaccess(rules).make().decode()
