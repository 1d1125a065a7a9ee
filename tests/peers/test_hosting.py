"""What docs/hosting.md shows does what it says there, as it stands."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import OWN, RELEASE, ROOT, Press, small
from hosts import Answer, serving
from peer import missing

from pressrum.make.hosting.hosts import FOR_EVER, FOR_NOW, TYPES
from pressrum.make.hosting.policy import FRAMED, HEADERS, in_header

HOSTING = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
WEB_HOSTS = pytest.mark.parametrize(("name", "number"), [("nginx", 0), ("Apache", 1)])
"""A host, and which block under a heading is for it."""


def shown(heading: str) -> list[str]:
    """Give the indented blocks below a heading."""
    section = HOSTING.partition(f"# {heading}\n")[2].partition("\n#")[0]
    return [textwrap.dedent(block) for block in re.findall(r"(?m)(?:^ {4}.*\n|^\n(?= {4}))+", section)]


def test_the_tests_named_are_there() -> None:
    """Who doubts what is said finds how it is tried."""
    named = re.findall(r"`((?:tests|pressrum)/\S+\.py)`", HOSTING)

    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []


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


@WEB_HOSTS
def test_addresses_lead_to_where_the_site_has_moved(name: str, number: int, tmp_path: Path) -> None:
    """A phone that subscribes at the old address is led to the new one, as a reader is."""
    conf = shown("When the site moves to another address")[number]
    with serving(name, tmp_path, "/press/", conf=conf) as (host,):
        for link in ("", "kalender.ics", "turne/sodermalm/", "sok/?q=b%20c"):
            answer = host.get(f"/press/{link}")

            assert (answer.status, answer.headers["location"]) == (301, f"https://www.example.se/{link}")


@WEB_HOSTS
def test_addresses_lead_to_a_path_of_the_same_host(name: str, number: int, tmp_path: Path) -> None:
    """What stands at the new path, and what belongs to the host, is not led on."""
    heading = "When the site moves to another address"
    pattern = r"^/(?!press(/|$)|\.well-known/)(.*)$"
    conf = shown(heading)[number].replace("^/press/(.*)$", pattern).replace("se/$1", "se/press/$2")
    conf = conf.replace("server {", "server {\n    root /srv/www;")
    with serving(name, tmp_path, "/press/", conf=conf) as (host,):
        assert pattern in HOSTING
        assert leads_to(host.get("/kalender.ics")) == "/press/kalender.ics"
        assert leads_to(host.get("/")) == leads_to(host.get("/press")) == "/press/"
        assert (host.get("/press/turne/").status, host.get("/.well-known/a").status) == (200, 404)


@pytest.mark.parametrize("base", ["/", "/press/"])
@WEB_HOSTS
def test_a_redirect_behind_tls_does_not_lead_out_of_it(
    name: str, number: int, base: str, tmp_path: Path
) -> None:
    """Readers are not sent to the port that the inner host has, nor from https to http."""
    conf = ("", *shown("Where something in front speaks TLS"))[number]
    with serving(name, tmp_path, base, conf=conf) as (host,):
        leads = host.get(f"{base}turne", Host="www.example.se").headers["location"]

        assert leads.removeprefix("https://www.example.se") == f"{base}turne/"


PAGE = "text/html; charset=utf-8"


@pytest.mark.parametrize("base", ["/", "/press/"])
def test_caddy_says_what_the_other_hosts_do(base: str, tmp_path: Path) -> None:
    """Types, lives of copies, the 404 page and the headers are those that the build has others told."""
    conf = shown("Caddy")[0].replace("/assets/", f"{base}assets/").replace("/404.html", f"{base}404.html")
    with serving("Caddy", tmp_path, base, conf=conf) as (host,):
        kinds = dict(TYPES)
        served = {"": PAGE, "sok/": PAGE, "kalender.ics": kinds[".ics"], "robots.txt": kinds[".txt"]}
        served |= {name: kinds[name] for name in ("feed.xml", "feed.json", "sitemap.xml")}
        lost = ("nej.ics", "assets/nej.css", "assets/", f"{OWN}/manifest.json", ".htaccess", "nginx.conf")
        wanted = {link: (200, kind, FOR_NOW) for link, kind in served.items()}
        wanted |= {host.asset: (200, "text/css; charset=utf-8", FOR_EVER)} | dict.fromkeys(
            lost, (404, PAGE, FOR_NOW)
        )
        found = {link: host.get(base + link) for link in wanted}
        etag = found["kalender.ics"].headers["etag"]
        slash = host.get(f"{base}turne")

        assert {
            link: (answer.status, answer.headers["content-type"], answer.headers["cache-control"])
            for link, answer in found.items()
        } == wanted
        assert {found[link].body for link in lost} == {host.get(f"{base}404.html").body}
        for said, value in (*HEADERS, ("Content-Security-Policy", FRAMED)):
            assert {answer.headers[said.lower()] for answer in found.values()} == {value}
        assert (slash.status, slash.headers["location"]) == (308, f"{base}turne/")
        assert host.get(f"{base}kalender.ics", If_None_Match=etag).status == 304


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


def sh(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script that is shown: the site in `folder`, the host's /srv/www in `www` beside it."""
    for name in ("git", "rsync"):
        _ = shutil.which(name) or missing(name, f"on Debian apt-get install {name}")
    here = {
        "ssh HOST ": "",
        "HOST:": "",
        "/srv/www": str(folder.parent / "www"),
        "/srv/pressrum": str(folder),
        "make --silent": f"{sys.executable} {ROOT / 'build.py'} --site .",
    }
    for shown_as, real in here.items():
        script = script.replace(shown_as, real)
    # git makes no name up, as for a user who is a program's.
    nobody = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "user.useConfigOnly",
        "GIT_CONFIG_VALUE_0": "true",
    }
    return subprocess.run(  # noqa: S603 - as it is shown
        ["/bin/sh", "-c", script],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"]} | nobody | variables,
    )


def test_the_first_copy_is_whole(tmp_path: Path) -> None:
    """What is shown copies the site to where nothing was, all but the build's own notebook."""
    press = small(tmp_path / "site")
    press.build()
    copied = sh(shown("What to copy")[0], press.root)
    www = tmp_path / "www"

    assert (copied.returncode, copied.stderr) == (0, "")
    assert {file.relative_to(www).as_posix() for file in www.rglob("*") if file.is_file()} == set(
        press.tree()
    )
    assert not (www / ".pressrum").exists()


def test_a_copy_keeps_what_is_named(tmp_path: Path) -> None:
    """What is the host's own stays at its place below the site; what has left the site does not."""
    press = small(tmp_path / "site")
    press.build()
    own = [tmp_path / "www" / path for path in ("en/index.html", ".well-known/acme-challenge/x")]
    gone = tmp_path / "www/borta/index.html"
    for file in (*own, gone):
        file.parent.mkdir(parents=True)
        file.touch()
    copied = sh(shown("What to copy")[-1], press.root)

    assert copied.returncode == 0
    assert [file.exists() for file in (*own, gone)] == [True, True, False]
    assert (tmp_path / "www/index.html").is_file()


def test_what_is_new_is_seen_when_all_of_it_has_arrived(tmp_path: Path) -> None:
    """The front page does not lead to a release whose files are still on their way."""
    press = small(tmp_path / "site")
    press.build()
    copy, front = shown("What to copy")[1], tmp_path / "www/index.html"
    sh(f"{shown('What to copy')[0]}\n{copy}", press.root)
    text = SOON.replace("2016-12-01 08:30", "2016-11-30") + "\n[Allt](allt.zip)\n"
    press.write("content/releases/2016-11-30-nytt/index.md", text)
    press.write("content/releases/2016-11-30-nytt/allt.zip", os.urandom(400_000))
    press.build()
    began = time.time()
    copied = sh(copy.replace("rsync -a", "rsync -a --bwlimit=400"), press.root)
    took = time.time() - began

    assert copied.returncode == 0, copied.stderr
    assert "Nytt möte" in front.read_text(encoding="utf-8")
    assert front.stat().st_ctime - began > took / 2


BEFORE, AFTER = "1480575600", "1480579200"
"""8.00 and 9.00 in Stockholm on 1 December 2016, in seconds since 1970."""
SOON = RELEASE.replace("2016-11-28 09:00", "2016-12-01 08:30").replace("Öppet", "Nytt")


def shared(folder: Path) -> Press:
    """Give a site in `folder` from which others take and to which they push, with an empty host beside it."""
    once = shown("Build by the clock")[0]
    press = small(folder / "site")
    press.write(".gitignore", "output\n.cache\n")
    press.write("content/releases/2016-12-01-snart.md", SOON)
    sh(
        f"git init --bare --initial-branch=main ../origin && git init --initial-branch=main\n{once}"
        "git remote add origin ../origin && git add -A && git commit -m Börja"
        " && git push --set-upstream origin main",
        press.root,
    )
    (folder / "www").mkdir()
    return press


def test_the_job_publishes_what_is_due_and_fails_aloud(tmp_path: Path) -> None:
    """It copies the site and pushes the record once; a mistake ends it with a status that can be told."""
    _, job, cron = shown("Build by the clock")[:3]
    press = shared(tmp_path)
    page = tmp_path / "www/pressmeddelanden/2016/snart/index.html"
    before = sh(job, press.root, SOURCE_DATE_EPOCH=BEFORE)
    waits = not page.exists()
    press.write("content/pages/utkast.md", "---\ntitel: Utkast\ndraft: ja\n---\n")
    failed = sh(job, press.root, SOURCE_DATE_EPOCH=AFTER)
    script = tmp_path / "publish"
    script.write_text("#!/bin/sh\necho Fel\nexit 1\n", encoding="utf-8")
    script.chmod(0o755)
    line = cron.partition("* * * * ")[2].replace("/srv/publish", str(script))
    mail = sh(line, press.root)
    with script.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        meanwhile = sh(line, press.root)
    still_waits = not page.exists()
    (press.root / "content/pages/utkast.md").unlink()
    due, again = (sh(job, press.root, SOURCE_DATE_EPOCH=AFTER) for _ in range(2))
    pushed = sh("git log --format=%s origin/main; git status --short; git diff origin/main", press.root)

    assert [run.returncode for run in (before, failed, due, again)] == [0, 1, 0, 0]
    assert "content/pages/utkast.md:2:1" in failed.stderr
    assert (mail.stdout, meanwhile.stdout, meanwhile.returncode) == ("Fel\n", "", 0)
    assert (waits, still_waits, page.exists()) == (True, True, True)
    assert pushed.stdout.split("\n") == ["Publicera", "Publicera", "Börja", ""]


def test_the_job_publishes_nothing_where_it_cannot_ask_what_is_new(tmp_path: Path) -> None:
    """A colleague may have put off the text that is due: it waits, and the job fails aloud."""
    press = shared(tmp_path)
    (tmp_path / "origin").rename(tmp_path / "away")
    failed = sh(shown("Build by the clock")[1], press.root, SOURCE_DATE_EPOCH=AFTER)

    assert failed.returncode != 0
    assert failed.stderr
    assert list((tmp_path / "www").iterdir()) == []


def test_the_job_pushes_what_it_has_where_a_colleague_was_first(tmp_path: Path) -> None:
    """A colleague's push while it builds and copies is no failure: both reach the others."""
    press = shared(tmp_path)
    once, job = shown("Build by the clock")[:2]
    sh(f"git clone ../origin ../colleague && cd ../colleague\n{once}", press.root)
    meanwhile = "(cd ../colleague; echo Hej >hej.txt; git add -A; git commit -qm Kollegan; git push -q)\n"
    job = job.replace("git push", f"{meanwhile}git push", 1)
    ran = sh(job, press.root, SOURCE_DATE_EPOCH=BEFORE)
    pushed = sh("git log --format=%s origin/main; git status --short; git diff origin/main", press.root)

    assert ran.returncode == 0, ran.stderr
    assert pushed.stdout.split("\n") == ["Publicera", "Kollegan", "Börja", ""]
