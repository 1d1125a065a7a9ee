"""Other sites are asked politely: a real server stands in for them."""

from __future__ import annotations

import errno
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pressrum.edges.asking import AGENT, UNASKED, Answer, Manners, ask_all
from pressrum.errors import Text

QUICK = Manners(pause=0, patience=0.3, back_off=0.01)


@dataclass
class World:
    """A server, and what it has been asked."""

    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Methods and paths, in order."""
    times: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    now: int = 0
    most: int = 0
    """The most requests that were there at once."""
    gate: threading.Barrier = field(default_factory=lambda: threading.Barrier(2))
    """Where those for /together wait for one another."""

    def count(self) -> Counter[str]:
        """Give how often each path was asked for."""
        return Counter(path for _, path in self.asked)


def handler(world: World) -> type[BaseHTTPRequestHandler]:
    """Give what answers."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            with lock:
                world.asked.append((self.command, self.path))
                world.times.append(time.monotonic())
                world.agents.add(self.headers["User-Agent"])
                world.now += 1
                world.most = max(world.most, world.now)
            if self.path == "/together":
                world.gate.wait(10)
            time.sleep(1 if self.path == "/slow" else 0.02)
            status, headers = self.reply()
            with lock:
                world.now -= 1
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = answer  # noqa: N815 - the names are http.server's

        def reply(self) -> tuple[int, dict[str, str]]:
            times = world.count()[self.path]
            moment = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
            replies: dict[str, tuple[int, dict[str, str]]] = {
                "/gone": (404, {}),
                "/hidden": (403, {}),
                "/no-head": (405 if self.command == "HEAD" else 200, {}),
                "/head-unknown": (501 if self.command == "HEAD" else 200, {}),
                "/head-fails": (500 if self.command == "HEAD" else 200, {}),
                "/moved": (301, {"Location": "/moved-again"}),
                "/moved-again": (308, {"Location": "/there"}),
                "/in-utf-8": (301, {"Location": "/å ".encode().decode("latin-1")}),
                "/in-latin-1": (301, {"Location": "/å"}),
                "/for-now": (302, {"Location": "/there"}),
                "/both": (301, {"Location": "/for-now"}),
                "/moved-to-nothing": (301, {"Location": "/gone"}),
                "/with-a-cookie": (
                    200 if self.headers["Cookie"] else 302,
                    {"Location": "/with-a-cookie", "Set-Cookie": "seen=1"},
                ),
                "/circle": (302, {"Location": "/circle"}),
                "/to-file": (302, {"Location": "file:///etc/passwd"}),
                "/to-nothing": (302, {"Location": "http://[::1"}),
                "/down": (500, {}),
                "/once": (503 if times == 1 else 200, {}),
                "/in-a-second": (429 if times == 1 else 200, {"Retry-After": "1"}),
                "/at-a-moment": (429 if times == 1 else 200, {"Retry-After": moment}),
                "/in-an-hour": (429, {"Retry-After": "3600"}),
                "/to-a-busy-one": (
                    302,
                    {"Location": f"{world.url.replace('127.0.0.1', 'localhost')}/in-an-hour"},
                ),
                "/at-no-moment": (
                    503 if times == 1 else 200,
                    {"Retry-After": f"Mon, 01 Jan 2030 00:00:00 +{'9' * 20}"},
                ),
            }
            return replies.get(self.path, (200, {}))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
            """Say nothing."""

    return Handler


@pytest.fixture
def world() -> Iterator[World]:
    """Give a server of other people."""
    world = World()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(world))
    world.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield world
    server.shutdown()
    server.server_close()
    thread.join()


def ask(world: World, path: str, manners: Manners = QUICK) -> Answer:
    """Ask for one address."""
    return ask_all([world.url + path], manners, lambda: None)[world.url + path]


@pytest.mark.parametrize(
    ("path", "status", "moved"),
    [
        ("/there", 200, ""),
        ("/gone", 404, ""),
        ("/hidden", 403, ""),
        ("/no-head", 200, ""),
        ("/head-unknown", 200, ""),
        ("/head-fails", 200, ""),
        ("/for-now", 200, ""),
        ("/both", 200, ""),
        ("/with-a-cookie", 200, ""),
        ("/moved", 200, "/there"),
        ("/moved-to-nothing", 404, "/gone"),
        ("/in-utf-8", 200, "/å"),
        ("/in-latin-1", 200, "/å"),
        ("/åäö?a=b c", 200, ""),
    ],
)
def test_the_answer_at_the_end_counts(path: str, status: int, moved: str, world: World) -> None:
    """Redirects are followed to their end, and one that is permanent all the way is told."""
    answer = ask(world, path)

    assert (answer.status, answer.trouble) == (status, None)
    assert answer.moved == (world.url + moved if moved else "")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/circle", "it leads round in a circle"),
        ("/to-file", "it leads to {address}"),
        ("/to-nothing", "it leads to {address}"),
    ],
)
def test_a_redirect_that_leads_astray_is_trouble(path: str, why: str, world: World) -> None:
    """A circle ends, and nothing but the web is ever opened."""
    trouble = ask(world, path, replace(QUICK, tries=1)).trouble

    assert trouble
    assert trouble.msgid == why


def test_the_head_is_asked_for_first_and_the_page_only_when_refused(world: World) -> None:
    """HEAD will do for a page that is there; GET asks again before a page is called gone."""
    ask(world, "/there")
    ask(world, "/gone")

    assert world.asked == [("HEAD", "/there"), ("HEAD", "/gone"), ("GET", "/gone")]
    assert world.agents == {AGENT}
    assert AGENT.startswith("pressrum/")


def test_what_may_pass_is_asked_again(world: World) -> None:
    """A server in trouble is tried three times, and one that recovers is fine."""
    assert ask(world, "/once").status == 200
    assert ask(world, "/down").status == 500
    assert world.count()["/once"] == 2
    assert [path for method, path in world.asked if method == "HEAD"].count("/down") == 3


@pytest.mark.parametrize("path", ["/in-a-second", "/at-a-moment"])
def test_a_host_is_left_alone_as_long_as_it_asks(path: str, world: World) -> None:
    """Retry-After is honoured, as seconds and as a moment."""
    assert ask(world, path).status == 200
    assert world.count() == {path: 2}
    assert world.times[1] - world.times[0] > 0.9


def test_a_moment_that_is_none_is_not_waited_for(world: World) -> None:
    """A Retry-After that cannot be read is none, and the host is asked again as any other."""
    assert ask(world, "/at-no-moment").status == 200
    assert world.count() == {"/at-no-moment": 2}


def test_a_host_that_asks_for_an_hour_is_not_asked_again(world: World) -> None:
    """Longer than a minute nobody waits."""
    assert ask(world, "/in-an-hour").status == 429
    assert world.count() == {"/in-an-hour": 1}


@pytest.mark.parametrize(("path", "times"), [("/in-an-hour", 0), ("/to-a-busy-one", 1)])
def test_a_host_that_is_asked_too_much_is_asked_no_more(path: str, times: int, world: World) -> None:
    """What it says of one address holds for those that follow; what another host says does not."""
    answers = ask_all([world.url + path, world.url + "/there"], QUICK, lambda: None)

    assert answers[world.url + path].status == 429
    assert answers[world.url + "/there"].trouble == (None if times else UNASKED)
    assert world.count()["/there"] == times


def test_no_host_is_asked_by_two_at_once(world: World) -> None:
    """Many addresses of one host are asked one after the other, each once, with a pause between."""
    paths = [f"/{number}" for number in range(8)]
    told: list[None] = []
    answers = ask_all(
        [world.url + path for path in paths], replace(QUICK, pause=0.02), lambda: told.append(None)
    )

    assert world.most == 1
    assert world.count() == dict.fromkeys(paths, 1)
    assert len(told) == len(answers) == 8
    assert min(later - sooner for sooner, later in zip(world.times, world.times[1:], strict=False)) >= 0.02


def test_only_so_many_hosts_are_asked_at_once(world: World) -> None:
    """Several hosts are asked side by side, and no more than the limit."""
    port = world.url.rpartition(":")[2]
    hosts = [f"http://{name}:{port}/together" for name in ("127.0.0.1", "localhost", "127.1", "127.0.1")]
    ask_all(hosts, replace(QUICK, hosts_at_once=2, patience=10), lambda: None)

    assert (world.most, len(world.asked)) == (2, 4)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://nowhere.invalid/", "no machine has that name"),
        ("http://127.0.0.1:9/", "nothing answers there"),
        ("http://a..b/", "no machine has that name"),
        ("http://a b/", "it is no address of a page"),
        ("http://[::1", "it is no address of a page"),
        ("http://a.example:port/", "it is no address of a page"),
    ],
)
def test_no_answer_is_explained(address: str, why: str) -> None:
    """A name that nobody has and a door that nobody opens are told apart."""
    answer = ask_all([address], QUICK, lambda: None)[address]

    assert answer.trouble == Text(why)


def test_a_machine_to_which_no_way_leads_is_one_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a router says of a machine that is gone is told in our words."""

    def lost(*_: object, **__: object) -> None:
        raise OSError(errno.EHOSTUNREACH, "No route to host")

    monkeypatch.setattr(socket, "create_connection", lost)
    address = "http://192.0.2.1/"
    answer = ask_all([address], replace(QUICK, tries=1), lambda: None)[address]

    assert answer.trouble == Text("nothing answers there")


@pytest.mark.parametrize(
    ("answer", "why"), [(b"", "it hung up without an answer"), (b"HEJ\r\n\r\n", "its answer cannot be read")]
)
def test_what_is_no_answer_is_told_in_our_words(answer: bytes, why: str) -> None:
    """A server that hangs up, or does not speak as the web does, may be right another time."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"

        def reply() -> None:
            with server.accept()[0] as line:
                line.recv(1000)
                line.sendall(answer)

        thread = threading.Thread(target=reply)
        thread.start()
        told = ask_all([address], replace(QUICK, tries=1), lambda: None)[address]
        thread.join()

    assert (told.trouble, told.astray) == (Text(why), False)


def test_a_host_that_cannot_talk_safely_is_not_said_to_have_a_bad_certificate(world: World) -> None:
    """Where no certificate was ever shown, none is blamed."""
    address = world.url.replace("http:", "https:")
    told = ask_all([address], replace(QUICK, tries=1), lambda: None)[address]

    assert told.trouble == Text("no safe connection can be made to it")


def test_a_slow_host_is_not_waited_for(world: World) -> None:
    """An answer that does not begin in time is none."""
    assert ask(world, "/slow", replace(QUICK, tries=1)).trouble == Text("no answer came in time")
