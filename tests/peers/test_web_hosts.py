"""What nginx and Apache make of what they are told, and Chromium of their answers."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import OWN, RELEASE, ROOT, SITE, TOUR, Press
from peer import missing, reader
from playwright.sync_api import Browser

from pressrum.make.policy import in_header

NOW = "public, max-age=300, must-revalidate"
EVER = "public, max-age=31536000, immutable"
HSTS = "max-age=31536000"

NGINX = """\
daemon off;
master_process off;
pid {work}/host.pid;
error_log {work}/host.log;
events {{}}
http {{
    types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; audio/mpeg mp3; }}
    access_log off;
    client_body_temp_path {work}/1;
    proxy_temp_path {work}/2;
    fastcgi_temp_path {work}/3;
    uwsgi_temp_path {work}/4;
    scgi_temp_path {work}/5;
    server {{
        listen 127.0.0.1:{port};
        root {www};
        add_header Strict-Transport-Security "{hsts}" always;
        {included}
    }}
}}
"""
APACHE = """\
ServerRoot {work}
ServerName localhost
PidFile {work}/host.pid
ErrorLog {work}/host.log
Listen 127.0.0.1:{port}
{modules}
User #65534
Group #65534
TypesConfig /dev/null
AddType text/html .html
AddType text/css .css
AddType text/javascript .js
AddType image/svg+xml .svg
AddType audio/mpeg .mp3
DocumentRoot {www}
Header always set Strict-Transport-Security "{hsts}"
<Directory {www}>
    Options Indexes
    AllowOverride FileInfo
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "mime", "dir", "autoindex", "alias", "headers")
PLACES = ("../lib/apache2/modules", "../lib64/httpd/modules", "../lib/httpd/modules")
"""Where Apache keeps its modules, seen from its program: Debian, Fedora, others."""


@dataclass(frozen=True)
class Answer:
    """What a host answers."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Host:
    """A host that runs."""

    address: str
    """`http://127.0.0.1:PORT`."""
    base: str
    """The path of the site's root."""
    asset: str
    """The link of the style sheet."""

    def get(self, path: str, **asked: str) -> Answer:
        """Ask for a path of the host."""
        link = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=5)
        link.request("GET", path, headers={name.replace("_", "-"): value for name, value in asked.items()})
        answer = link.getresponse()
        body = answer.read().decode(errors="replace")
        link.close()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        # A header that is sent twice is two policies, or two lives of a copy.
        assert len(headers) == len(answer.getheaders()), answer.getheaders()
        return Answer(answer.status, headers, body)


def program(*names: str) -> str | None:
    """Give where the first of these programs is that this machine has."""
    path = f"{os.environ['PATH']}{os.pathsep}/usr/sbin"
    return next(filter(None, (shutil.which(name, path=path) for name in names)), None)


def command(name: str, settings: dict[str, str]) -> list[str]:
    """Write the configuration of a host, and give what starts it."""
    conf = Path(settings["work"], "host.conf")
    if name == "nginx":
        nginx = program("nginx") or missing("nginx", "on Debian apt-get install nginx-light")
        conf.write_text(NGINX.format_map(settings), encoding="utf-8")
        return [nginx, "-e", f"{settings['work']}/host.log", "-c", str(conf)]
    apache = program("apache2", "httpd") or missing("Apache", "on Debian apt-get install apache2-bin")
    here = next(filter(Path.is_dir, (Path(apache).parent / place for place in PLACES)))
    modules = "\n".join(f"LoadModule {module}_module {here}/mod_{module}.so" for module in MODULES)
    conf.write_text(APACHE.format_map(settings | {"modules": modules}), encoding="utf-8")
    return [apache, "-DFOREGROUND", "-f", str(conf)]


@contextmanager
def running(name: str, www: Path, *bases: str) -> Iterator[str]:
    """Let the host `name` serve the folder `www`, in which the roots of sites have the paths `bases`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as work:
        included = "\n".join(f"include {www}{base}nginx.conf;" for base in bases)
        settings = {"work": work, "www": str(www), "included": included, "port": str(port), "hsts": HSTS}
        with subprocess.Popen(command(name, settings)) as started:  # noqa: S603 - the host itself
            try:
                until_open(port, started)
                yield f"http://127.0.0.1:{port}"
            finally:
                started.terminate()


def until_open(port: int, started: subprocess.Popen[bytes]) -> None:
    """Wait until the host answers; it may take five seconds."""
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            assert started.poll() is None, "the host has stopped"
            time.sleep(0.01)
        else:
            return
    pytest.fail("the host does not answer")


def built(root: Path, www: Path, base: str) -> None:
    """Build a site with something of every kind, and put it where `base` is."""
    press = Press(root)
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copyfile(ROOT / "stockholm-districts.geojson", root / "stockholm-districts.geojson")
    press.write("site.yaml", SITE.replace("example/", f"example{base}") + MORE)
    press.write("tour.yaml", TOUR)
    press.write("content/releases/2016-11-28-oppet-mote/index.md", RELEASE.replace("---\n\n", LINKED))
    press.write("content/releases/2016-11-28-oppet-mote/tal.mp3", b"ID3\x03\0\0\0\0\0\0")
    press.write("content/pages/om.md", "---\ntitle: Om oss\naliases: [/gammal/]\n---\n\nVilka vi är.\n")
    press.build()
    shutil.copytree(root / "output", f"{www}{base}", dirs_exist_ok=True)


MORE = """\
security: {contact: anna@press.example, expires: 2017-06-30}
tour: {map: stockholm-districts.geojson}
search: ja
"""
LINKED = "topics: [skola]\n---\n\n[Talet](tal.mp3). "


@contextmanager
def serving(name: str, root: Path, *bases: str) -> Iterator[list[Host]]:
    """Let the host `name` serve a site for each path, built below `root`, and another's page beside them."""
    with tempfile.TemporaryDirectory() as folder:
        www = Path(folder)
        www.chmod(0o755)  # Apache reads as nobody
        (www / "annat.html").write_text("Någon annans sida.", encoding="utf-8")
        for number, base in enumerate(bases):
            built(root / str(number), www, base)
        with running(name, www, *bases) as address:
            yield [Host(address, base, f"assets/{style(Path(f'{www}{base}'))}") for base in bases]


def style(output: Path) -> str:
    """Give the name of a site's style sheet."""
    return next(output.glob("assets/style.*.css")).name


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
