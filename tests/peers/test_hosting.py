"""What docs/hosting.md shows does what it says there, as it stands."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from hosts import Answer, serving

from pressrum.make.policy import in_header

HOSTING = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
WEB_HOSTS = pytest.mark.parametrize(("name", "number"), [("nginx", 0), ("Apache", 1)])
"""A host, and which block under a heading is for it."""


def shown(heading: str) -> list[str]:
    """Give the indented blocks below a heading."""
    section = HOSTING.partition(f"# {heading}\n")[2].partition("\n#")[0]
    return [textwrap.dedent(block) for block in re.findall(r"(?m)(?:^ {4}.*\n|^\n(?= {4}))+", section)]


def leads_to(answer: Answer) -> str:
    """Give the path that an answer redirects to for good."""
    assert answer.status == 301
    return urlsplit(answer.headers["location"]).path


@WEB_HOSTS
def test_addresses_of_another_system_lead_on(name: str, number: int, tmp_path: Path) -> None:
    """What no file can stand at is redirected, and other questions get their page."""
    with serving(name, tmp_path, "/", conf=shown("Addresses of another system")[number]) as (host,):
        assert leads_to(host.get("/press/2015/news.php")) == "/pressmeddelanden/2015/nyhet/"
        assert leads_to(host.get("/?p=12")) == "/pressmeddelanden/2012/mote/"
        assert [host.get(path).status for path in ("/", "/?p=13", "/turne/")] == [200] * 3


@WEB_HOSTS
def test_a_path_that_was_taken_away_is_put_back(name: str, number: int, tmp_path: Path) -> None:
    """A host that is asked without the path gives the site that was built for it, as readers shall see it."""
    conf = shown("Where something in front takes the path away")[number]
    with serving(name, tmp_path, "/press/", conf=conf) as (host,):
        page, asset, calendar, lost = (
            host.get(f"/{link}") for link in ("", host.asset, "kalender.ics", "nej/")
        )

        assert [answer.status for answer in (page, asset, calendar, lost)] == [200, 200, 200, 404]
        assert page.headers["content-security-policy"] == in_header("home")
        assert asset.headers["cache-control"].endswith("immutable")
        assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
        assert lost.body == host.get("/press/404.html").body
        assert leads_to(host.get("/turne")) == "/press/turne/"
        assert "127.0.0.1" not in host.get("/turne").headers["location"]


@pytest.mark.parametrize(
    ("allowed", "status", "sent"),
    [
        ("FileInfo", 200, True),
        ("All", 200, True),
        ("AuthConfig FileInfo", 200, True),
        ("None", 200, False),
        ("AuthConfig", 500, False),
        ("AuthConfig Indexes Limit Options", 500, False),
    ],
)
def test_apache_needs_to_allow_file_info(allowed: str, status: int, *, sent: bool, tmp_path: Path) -> None:
    """FileInfo is all that .htaccess needs; without it Apache passes over the file, or answers nothing."""
    conf = f"<Directory /srv/www>\n    AllowOverride {allowed}\n</Directory>"
    with serving("Apache", tmp_path, "/", conf=conf) as (host,):
        page = host.get("/")

        assert (page.status, "content-security-policy" in page.headers) == (status, sent)
        assert (host.get("/nginx.conf").status == 200) is (allowed == "None")
