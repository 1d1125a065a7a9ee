"""nginx, Apache and Caddy on this machine, serving sites that tests have built."""

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
from conftest import RELEASE, ROOT, SITE, TOUR, bare
from peer import missing

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
    gzip on;
    client_body_temp_path {work}/1;
    proxy_temp_path {work}/2;
    fastcgi_temp_path {work}/3;
    uwsgi_temp_path {work}/4;
    scgi_temp_path {work}/5;
    {conf}
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
AddOutputFilterByType DEFLATE text/html text/css
DocumentRoot {www}
Header always set Strict-Transport-Security "{hsts}"
<Directory {www}>
    Options Indexes
    AllowOverride FileInfo
</Directory>
{conf}
"""
CADDY = """\
{{
    admin off
    auto_https off
}}
{conf}
"""
SERVER = """\
server {{
    root /srv/www;
    add_header Strict-Transport-Security "{hsts}" always;
    {included}
}}
"""
MODULES = (
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "autoindex",
    "alias",
    "headers",
    "rewrite",
    "filter",
    "deflate",
)
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
    if name == "Caddy":
        caddy = program("caddy") or missing("Caddy", "on Debian apt-get install caddy")
        conf.write_text(CADDY.format_map(settings), encoding="utf-8")
        # What it keeps of its own belongs to no home.
        homes = (f"XDG_{of}_HOME={settings['work']}" for of in ("CONFIG", "DATA"))
        return ["/usr/bin/env", *homes, caddy, "run", "--adapter", "caddyfile", "--config", str(conf)]
    apache = program("apache2", "httpd") or missing("Apache", "on Debian apt-get install apache2-bin")
    here = next(filter(Path.is_dir, (Path(apache).parent / place for place in PLACES)))
    modules = "\n".join(f"LoadModule {module}_module {here}/mod_{module}.so" for module in MODULES)
    conf.write_text(APACHE.format_map(settings | {"modules": modules}), encoding="utf-8")
    return [apache, "-DFOREGROUND", "-f", str(conf)]


@contextmanager
def running(name: str, www: Path, conf: str) -> Iterator[str]:
    """Let the host `name` serve the folder `www`, which `conf` calls `/srv/www`.

    `conf` is the `server` block of nginx, without the port, what Apache is told besides, or the
    block of Caddy for www.example.se.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as work:
        conf = re.sub(r"(?m)^server {", f"server {{\n    listen 127.0.0.1:{port};", conf)
        conf = conf.replace("www.example.se {", f"http://127.0.0.1:{port} {{").replace("/srv/www", str(www))
        settings = {"work": work, "www": str(www), "conf": conf, "port": str(port), "hsts": HSTS}
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
    press = bare(root)
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
def serving(name: str, root: Path, *bases: str, conf: str = "") -> Iterator[list[Host]]:
    """Let the host `name` serve a site for each path, built below `root`, and another's page beside them.

    `conf` is as in `running`; in it `/etc/nginx/press.conf` is what the build has made for nginx.
    """
    with tempfile.TemporaryDirectory() as folder:
        www = Path(folder)
        www.chmod(0o755)  # Apache reads as nobody
        (www / "annat.html").write_text("Någon annans sida.", encoding="utf-8")
        for number, base in enumerate(bases):
            built(root / str(number), www, base)
        included = "\n    ".join(f"include {www}{base}nginx.conf;" for base in bases)
        if name == "nginx" and not conf:
            conf = SERVER.format(hsts=HSTS, included=included)
        with running(name, www, conf.replace("include /etc/nginx/press.conf;", included)) as address:
            yield [Host(address, base, f"assets/{style(Path(f'{www}{base}'))}") for base in bases]


def style(output: Path) -> str:
    """Give the name of a site's style sheet."""
    return next(output.glob("assets/style.*.css")).name
