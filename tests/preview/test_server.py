"""What browsers get from the preview, and what nobody gets."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from conftest import RELEASE, SITE, Press, small
from photo import picture
from showing import Preview, preview

from pressrum.edges.preview.server import Board, application
from pressrum.edges.preview.sight import Sight
from pressrum.language import Language
from pressrum.make.hosting.policy import FRAMED, policy

NOW = "2017-01-10T12:00"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a small site with a picture."""
    press = small(tmp_path_factory.mktemp("office"))
    press.write("content/pages/om/index.md", '---\ntitle: Om\n---\n![Torget](torget.jpg "Anna Ek")\n')
    press.write("content/pages/om/torget.jpg", picture("JPEG", (600, 400)))
    return press


@pytest.fixture(scope="module")
def shown(office: Press) -> Iterator[Preview]:
    """Give the preview of it."""
    with preview(office, "--now", NOW) as running:
        yield running


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/kalender.ics", "text/calendar; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json"),
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_files_have_the_types_that_hosts_are_told(shown: Preview, path: str, kind: str) -> None:
    """Each file comes with the type that a web host is told to give it."""
    status, headers, _ = shown.get(path)

    assert (status, headers["content-type"]) == (200, kind)


def test_assets_and_pictures_have_types(shown: Preview, office: Press) -> None:
    """Style sheets, scripts, icons and pictures have types that browsers take from a strict host."""
    folder = office.root / ".cache" / "preview" / str(shown.port)
    wanted = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".webp": "image/webp"}
    files = {file.suffix: file for file in folder.rglob("*") if file.suffix in wanted}
    kinds = {
        ending: shown.get("/" + file.relative_to(folder).as_posix())[1]["content-type"].split(";")[0]
        for ending, file in files.items()
    }

    assert kinds == wanted


def test_every_answer_has_the_headers_of_a_host(shown: Preview) -> None:
    """The headers are a host's; a page is also let hear what is new, and nothing is kept unasked."""
    _, page, body = shown.get("/")
    _, feed, _ = shown.get("/feed.xml")

    assert page["content-security-policy"] == f"{policy('home')}; connect-src 'self'; {FRAMED}"
    assert f"content=\"{policy('home')}; connect-src 'self'\"" in body.decode()
    assert feed["content-security-policy"] == f"{policy('home')}; {FRAMED}"
    assert {answer["cache-control"] for answer in (page, feed)} == {"no-cache"}
    assert {answer["x-content-type-options"] for answer in (page, feed)} == {"nosniff"}
    assert {answer["referrer-policy"] for answer in (page, feed)} == {"same-origin"}


def test_the_script_is_in_answers_and_in_no_file(shown: Preview, office: Press) -> None:
    """A page gets the preview's script on its way out; the file that was made has none of it."""
    folder = office.root / ".cache" / "preview" / str(shown.port)

    assert shown.page("/").count("/.pressrum/preview.js") == 1
    assert b"preview.js" not in b"".join(file.read_bytes() for file in folder.rglob("*.html"))


def test_warnings_are_told_and_in_no_file(press: Press) -> None:
    """What a build warns of is told to tabs; neither the preview's files nor the site's have any of it."""
    press.write(
        "content/releases/2016-11-28-oppet-mote.md",
        RELEASE.replace("---\n\n", "corrections:\n  - {date: 2030-03-01, text: Fel dag}\n---\n\n"),
    )
    with preview(press, "--now", NOW) as shown, shown.stream("/") as told:
        first = next(told)
    press.build(NOW)

    (warning,) = first["warnings"]
    assert (first["warned"], warning["message"]) == (
        "1 varning",
        "rättelsen visas först fredag 1 mars 2030 kl. 00.00",
    )
    files = [*press.tree().values(), *press.tree(f".cache/preview/{shown.port}").values()]
    told_in = [file for file in files if "rättelsen visas".encode() in file or b"pressrum-warnings" in file]
    assert len(files) > 20
    assert told_in == []


def test_a_tab_is_told_of_the_page_that_it_is_given(press: Press) -> None:
    """Also of one that came in the middle of a build: it would load it again and again."""
    with preview(press, "--now", NOW) as shown:
        with shown.stream("/turne/") as told:
            next(told)
        page = press.root / ".cache" / "preview" / str(shown.port) / "turne" / "index.html"
        page.write_bytes(page.read_bytes() + b"<!-- -->")

        with shown.stream("/turne/") as told:
            assert f'data-said="{next(told)["said"]}"' in shown.page("/turne/")


@pytest.mark.parametrize("path", ["/", "/feed.xml", "/.pressrum/preview.js"])
def test_what_a_browser_has_is_not_sent_again(shown: Preview, path: str) -> None:
    """A browser that names what it has is told that nothing is new; one that has another gets the whole."""
    _, headers, _ = shown.get(path)

    assert shown.get(path, If_None_Match=f'"x", W/{headers["etag"]}')[0::2] == (304, b"")
    assert shown.get(path, If_None_Match='"x"')[0] == 200


def test_head_has_no_body(shown: Preview) -> None:
    """HEAD is answered as GET is, without the body; nothing can be sent to the preview."""
    assert shown.get("/", "HEAD")[0::2] == (200, b"")
    assert shown.get("/", "POST")[0] == 405


def test_an_address_without_its_slash_leads_on(shown: Preview) -> None:
    """As on a web host, /turne leads to /turne/."""
    status, headers, _ = shown.get("/turne")

    assert (status, headers["location"]) == (307, "/turne/")


def test_what_is_not_there_has_the_page_of_the_site(shown: Preview) -> None:
    """An address without anything has the site's own page that says so, and waits for something to come."""
    status, _, body = shown.get("/finns/inte/")

    assert status == 404
    assert 'class="on-404"' in body.decode()
    assert "/.pressrum/preview.js" in body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/../../../site.yaml",
        "/turne/../../../../site.yaml",
        "/%2e%2e/%2e%2e/%2e%2e/site.yaml",
        "/..%2f..%2f..%2fsite.yaml",
        "/..%5c..%5c..%5csite.yaml",
        "/..\\..\\..\\site.yaml",
        "/%252e%252e/%252e%252e/%252e%252e/site.yaml",
        "/site.yaml%00.html",
        "/feed.xml%00",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/C:/site.yaml",
        "/.pressrum/manifest.json",
        "/%2epressrum/manifest.json",
        "/.pressrum/../.pressrum/lock",
        "/.pressrum/server.py",
        "/.htaccess",
        "/_headers",
        "/nginx.conf",
        "/ut/site.yaml",
        "/ut.yaml",
        "/" + "a" * 5000,
        "/%ff%fe",
    ],
)
def test_no_path_leads_out(shown: Preview, office: Press, path: str) -> None:
    """No way of writing an address gives a file outside the site, or one of the build's own."""
    folder = office.root / ".cache" / "preview" / str(shown.port)
    for link, to in ((folder / "ut", office.root), (folder / "ut.yaml", office.root / "site.yaml")):
        if not link.is_symlink():
            link.symlink_to(to)

    status, _, body = shown.get(path)
    assert status == 404
    assert b"timezone" not in body
    assert b"root:" not in body


@pytest.mark.parametrize(
    "host", ["ond.example", "127.0.0.1", "localhost:1", "127.0.0.1.ond.example:{port}", ""]
)
def test_another_host_is_refused(shown: Preview, host: str) -> None:
    """Whoever reached us by another name than ours, as by a name that was pointed here, gets nothing."""
    status, _, body = shown.get("/", Host=host.format(port=shown.port))

    assert status == 421
    assert body.decode() == f"Förhandsvisningen svarar bara på http://127.0.0.1:{shown.port}/.\n"


@pytest.mark.parametrize(
    "origin", ["https://ond.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
@pytest.mark.parametrize("path", ["/", "/.pressrum/events?page=/", "/.pressrum/preview.js"])
def test_another_origin_is_refused(shown: Preview, origin: str, path: str) -> None:
    """A page of another site can fetch nothing here, nor listen."""
    status, _, body = shown.get(path, Origin=origin.format(port=shown.port))

    assert (status, body.decode()) == (403, "Förhandsvisningen svarar inga andra webbplatser.\n")


def test_our_own_names_are_answered(shown: Preview) -> None:
    """Both names of this machine are answered, with and without the origin."""
    for name in (f"127.0.0.1:{shown.port}", f"localhost:{shown.port}", f"LOCALHOST:{shown.port}"):
        assert shown.get("/", Host=name)[0] == 200
        assert shown.get("/", Host=name, Origin=f"http://{name}")[0] == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:80"])
def test_at_the_port_of_the_web_none_need_be_named(host: str) -> None:
    """At port 80 browsers name the machine alone, and are answered."""
    told: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message)

    headers = [(b"host", host.encode())]
    scope = {"type": "http", "method": "GET", "path": "/.pressrum/preview.js", "headers": headers}
    asyncio.run(application(Board(), 80)(scope, receive, send))

    assert told[0]["status"] == 200


def test_a_file_that_is_replaced_meanwhile_is_sent_whole(tmp_path: Path) -> None:
    """A build that replaces a file while it is being sent cuts nothing off, and adds nothing."""
    file, board, sent = tmp_path / "feed.xml", Board(), list[bytes]()
    file.write_bytes(b"<feed/>")
    board.show(Sight(tmp_path, "/", Language("sv")))

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        file.write_bytes(b"<feed></feed>")
        sent.append(message.get("body", b""))

    headers = [(b"host", b"localhost:8000")]
    scope = {"type": "http", "method": "GET", "path": "/feed.xml", "headers": headers}
    asyncio.run(application(board, 8000)(scope, receive, send))

    assert b"".join(sent) == b"<feed/>"


def test_only_this_machine_is_answered(shown: Preview) -> None:
    """The preview listens on 127.0.0.1 and nowhere else."""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", shown.port), 1)


def test_a_site_below_a_path_stands_there(press: Press) -> None:
    """A site whose address has a path is shown below it, and the root leads there."""
    press.write("site.yaml", SITE.replace("press.example/", "press.example/press/"))
    with preview(press, "--now", NOW) as shown:
        assert shown.address == f"http://127.0.0.1:{shown.port}/press/"
        assert [shown.get(path)[1].get("location") for path in ("/", "/press")] == ["/press/", "/press/"]
        assert shown.get("/press/turne/")[0] == 200
        missing = shown.page("/press/finns/inte/")
        assert 'href="/press/assets/style.' in missing
        assert shown.get("/turne/")[0] == 404
        with shown.stream("/press/") as told:
            sheet = next(told)["sheets"][0]
        assert shown.get(sheet)[0] == 200


def test_200_tabs_and_slow_readers_hurt_nobody(press: Press) -> None:
    """With 200 streams open, and readers that stop halfway, a page comes at once and all hear of a save."""
    with preview(press, "--now", NOW) as shown, ExitStack() as tabs:
        for _ in range(20):
            slow = tabs.enter_context(socket.create_connection(("127.0.0.1", shown.port), 10))
            slow.sendall(b"GET /feed.xml HTTP/1.1\r\nHost: ")
        streams = [tabs.enter_context(shown.stream("/pressmeddelanden/2016/oppet-mote/")) for _ in range(200)]
        before = {next(stream)["said"] for stream in streams}
        start = monotonic()
        assert shown.get("/")[0] == 200
        assert monotonic() - start < 2

        press.write("content/releases/2016-11-28-oppet-mote.md", RELEASE + "Nytt.\n")
        after = {next(stream)["said"] for stream in streams}
        assert len(before) == len(after) == 1
        assert before != after
