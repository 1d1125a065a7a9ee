"""`check`: what the sources lead to, without building, and with `--external` what other sites say."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from conftest import ROOT, Press, run, typed

from pressrum.edges import asking
from pressrum.edges.asking import BAD_CERTIFICATE, Answer
from pressrum.edges.external import refuse_blind
from pressrum.edges.lock import alone
from pressrum.errors import MachineTrouble

ELSEWHERE = "127.0.0.2"
"""This machine by a name that a link may have: one to 127.0.0.1 is refused."""
NOW = ("--now", "2016-12-01T12:00")
STATUS = {
    "/there": 200,
    "/gone": 404,
    "/hidden": 403,
    "/moved": 301,
    "/down": 503,
    "/kept-out": 999,
    "/busy": 429,
}


class Others(BaseHTTPRequestHandler):
    """Other people's site."""

    asked: list[str] = []  # noqa: RUF012 - what one test asks

    def do_HEAD(self) -> None:
        """Answer as the path says."""
        self.asked.append(self.path)
        self.send_response(STATUS[self.path.partition("?")[0]])
        if self.path == "/moved":
            self.send_header("Location", "/there")
        if self.path == "/down":
            self.send_header("Retry-After", "3600")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def others() -> Iterator[str]:
    """Give the address of another site, with nothing asked yet."""
    Others.asked.clear()
    server = ThreadingHTTPServer((ELSEWHERE, 0), Others)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://{ELSEWHERE}:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def release(*lines: str, fields: str = "") -> str:
    """Give a release with these lines in its text."""
    text = "\n\n".join(lines)
    return f"---\ntitle: Öppet möte\ndate: 2016-11-28\n{fields}---\n\n{text}\n"


def ask(press: Press) -> subprocess.CompletedProcess[str]:
    """Let the command ask other sites, one thing of a host after the other, without a pause between tries."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "Manners", partial(asking.Manners, pause=0, back_off=0.01))
        return typed(press, "check", "--external", *NOW)


FILE = "content/releases/2016-11-28-oppet-mote.md"


def test_a_right_site_is_right(press: Press) -> None:
    """Without a mistake `check` says so, builds nothing and leaves the record alone."""
    done = run(press, "check", *NOW)

    assert (done.returncode, done.stderr, done.stdout) == (0, "", "Allt som prövades stämmer.\n")
    assert press.tree() == {}
    assert not (press.root / "published.json").exists()


def test_what_leads_nowhere_is_told_as_by_a_build(press: Press) -> None:
    """Links, headings, pictures and contacts are told at their lines, with status 1."""
    press.write(
        FILE,
        release(
            "[a](b.md)",
            "[c](#d)",
            '![e](f.jpg "Anna Ek")',
            "[g](/h/)",
            fields="contacts: [bo]\nmeetings: [x]\n",
        ),
    )
    done = typed(press, "check", *NOW)

    assert done.returncode == 1
    assert [line.partition(": fel: ")[0] for line in done.stderr.splitlines() if ": fel: " in line] == [
        f"{FILE}:{place}" for place in ("4:12", "5:12", "8:5", "10:5", "12:6", "14:5")
    ]


def test_a_wrong_record_is_told_as_by_a_build(press: Press) -> None:
    """A record that is lost, or older than the site, is told as by a build, and nothing is written."""
    record = press.root / "published.json"
    press.build("2016-11-30T12:00")
    older = record.read_bytes()
    press.write("tour.yaml", (press.root / "tour.yaml").read_text().replace("2017-02-04", "2017-02-05"))
    press.build("2016-12-01T11:00")
    before = press.tree()
    for wrong in (None, older):
        record.unlink()
        if wrong:
            record.write_bytes(wrong)
        checked, built = typed(press, "check", *NOW), typed(press, "build", *NOW)

        assert (checked.returncode, checked.stdout) == (1, "")
        assert checked.stderr == built.stderr
        assert ("äldre än webbplatsen" if wrong else "publiceringslistan är borta") in checked.stderr
        assert (record.read_bytes() if record.exists() else None) == wrong
        record.write_bytes(older)
    assert press.tree() == before


def test_a_template_that_stops_a_build_is_told(press: Press) -> None:
    """A template is tried with what it is to show, and what stops it is told in a build's own words."""
    press.write(
        "templates/meeting.html", '{% extends "base.html" %}{% block content %}{{ 1 + "a" }}{% endblock %}'
    )
    checked, built = typed(press, "check", *NOW), typed(press, "build", *NOW)

    assert (checked.returncode, checked.stdout) == (1, "")
    assert checked.stderr == built.stderr
    assert checked.stderr.startswith("templates/meeting.html:1:")


def test_a_folder_that_a_build_refuses_is_told(press: Press) -> None:
    """Where no site can be built a build's own words are said, and not that all is right."""
    press.write("output", "hej")
    checked, built = typed(press, "check", *NOW), typed(press, "build", *NOW)
    (press.root / "site.yaml").unlink()
    shutil.rmtree(press.root / "templates")
    nowhere = typed(press, "check", *NOW)

    assert (checked.returncode, checked.stdout) == (3, "")
    assert checked.stderr == built.stderr
    assert nowhere.stderr.splitlines()[2:] == [
        "",
        "1 fel. Webbplatsen är som den var: ingenting har ändrats.",
    ]


def test_a_check_goes_on_beside_a_build(press: Press) -> None:
    """While a build is at work in output/ the sources can be checked."""
    press.build()
    with alone(press.root / "output"):
        done = typed(press, "check", *NOW)

    assert (done.returncode, done.stdout) == (0, "Allt som prövades stämmer.\n")


def test_warnings_are_told_too(press: Press) -> None:
    """What a build would warn of, `check` warns of, and it ends well."""
    press.write("site.yaml", (press.root / "site.yaml").read_text() + 'accent: "#ffcc00"\n')
    done = typed(press, "check", *NOW)

    assert done.returncode == 0
    assert done.stderr.startswith('site.yaml:5:9: varning: "#ffcc00" är för svag')


def test_other_sites_are_asked_and_told_at_the_link(press: Press, others: str) -> None:
    """Each address is asked once, and told at each of its places: broken, moved, or hidden from programs."""
    lines = (
        f"[a]({others}/there) och [b]({others}/gone)",
        f"[c]({others}/gone#del), <{others}/moved#del>, [d]({others}/hidden) och [e]({others}/down)",
    )
    press.write(FILE, release(*lines))
    done = ask(press)

    def at(line: int, path: str) -> str:
        return f"{FILE}:{6 + 2 * line}:{lines[line].index(others + path) + 1}"

    assert done.returncode == 1
    assert done.stdout == "Tillfrågade adresser: 5. Länkar som inte leder någonstans: 3.\n"
    assert done.stderr.replace(f" {others}", " X") == (
        f"{at(1, '/moved')}: varning: X/moved har flyttat för gott\n"
        "  tips: skriv X/there#del\n"
        f"{at(1, '/hidden')}: varning: X/hidden visar sig inte för program (403)\n"
        "  tips: öppna den i en webbläsare och se om den stämmer\n"
        f"{at(0, '/gone')}: fel: det finns ingen sida längre på X/gone (404)\n"
        "  tips: leta upp dess nya adress, eller ta bort länken\n"
        f"{at(1, '/gone')}: fel: det finns ingen sida längre på X/gone (404)\n"
        "  tips: leta upp dess nya adress, eller ta bort länken\n"
        f"{at(1, '/down')}: fel: X/down fungerar inte just nu (503)\n"
        "  tips: pröva igen i morgon; är det likadant då, ta bort länken\n"
    )
    assert Others.asked.count("/there") == 2


def test_an_address_among_words_is_asked_too(press: Press, others: str) -> None:
    """An address that is no more than written in a text is told at its place."""
    press.write(FILE, release("Ett.", f"Se [a]({others}/there), och {others}/gone."))

    assert ask(press).stderr.startswith(f"{FILE}:8:{len(f'Se [a]({others}/there), och ') + 1}: fel: ")


def test_a_site_that_keeps_programs_out_in_its_own_way_is_not_in_trouble(press: Press, others: str) -> None:
    """A status that HTTP does not know, as some large sites give programs, is to be looked at by a person."""
    press.write(FILE, release(f"[a]({others}/kept-out)"))
    done = ask(press)

    assert done.returncode == 0
    assert done.stderr.startswith(f"{FILE}:6:5: varning: {others}/kept-out visar sig inte för program (999)")


def test_what_was_not_asked_is_told_as_that(press: Press, others: str) -> None:
    """Of a site that is asked too much the addresses that remain are neither counted as asked nor blamed."""
    press.write(FILE, release(f"[a]({others}/busy)", f"[b]({others}/gone)"))
    done = ask(press)

    assert (done.returncode, Others.asked) == (0, ["/busy"] * 3)
    assert done.stdout.startswith("Tillfrågade adresser: 1. Länkar som inte leder någonstans: 0.\n")
    assert done.stderr.splitlines()[2:] == [
        (
            f"{FILE}:8:5: varning: {others}/gone kontrollerades inte:"
            " webbplatsen vill inte ha fler frågor just nu"
        ),
        "  tips: pröva igen i morgon, eller öppna den i en webbläsare och se om den stämmer",
    ]


def test_only_an_address_that_is_wrong_is_to_be_mended_at_once(press: Press) -> None:
    """Where nothing answers today it may tomorrow; what is no address never will."""
    press.write(FILE, release(f"[a](http://{ELSEWHERE}:9/)"))
    press.write("site.yaml", (press.root / "site.yaml").read_text() + "description: Se http://[::1/x\n")

    assert ask(press).stderr == (
        f"{FILE}:6:5: fel: http://{ELSEWHERE}:9/ går inte att nå: ingen svarar där\n"
        "  tips: pröva igen i morgon; är det likadant då, rätta adressen eller ta bort länken\n"
        "site.yaml:5:14: fel: http://[::1/x går inte att nå: det är ingen adress till en sida\n"
        "  tips: rätta adressen, eller ta bort länken\n"
    )


def test_a_terminal_sees_how_far_the_asking_has_come(press: Press, others: str) -> None:
    """On a terminal it is shown from the start how many addresses have been asked."""
    links = [f"[a]({others}/there?{number})" for number in range(4)]
    press.write(FILE, release(*links))
    ours, theirs = pytest.importorskip("pty").openpty()
    words = [sys.executable, str(ROOT / "build.py"), "check", "--external", "--site", ".", *NOW]
    subprocess.run(words, cwd=press.root, stderr=theirs, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)

    assert [part.rpartition(" ")[2] for part in seen.split("\r")[1:6]] == ["0/4", "1/4", "2/4", "3/4", "4/4"]


def test_addresses_in_the_schedule_and_in_site_yaml_are_asked(press: Press, others: str) -> None:
    """What readers are sent to counts; the site's own address and the sign-up for what has been do not."""
    press.write("site.yaml", (press.root / "site.yaml").read_text() + f"description: Se {others}/gone.\n")
    press.write(
        "tour.yaml",
        f"title: T\nmeetings:\n  - {{district: A, date: 2016-12-04, signup: 'Se {others}/gone, tack!',"
        f" languages: ['{others}/gone']}}\n"
        f"  - {{district: B, date: 2016-11-04, signup: 'Se {others}/hidden', about: 'Se {others}/moved'}}\n",
    )
    done = ask(press)

    assert [line.split(": ")[0] for line in done.stderr.splitlines()[::2]] == [
        f"tour.yaml:4:{66 + len(others)}",
        "site.yaml:5:14",
        "tour.yaml:3:45",
        f"tour.yaml:3:{76 + len(others)}",
    ]
    assert "/hidden" not in Others.asked


def test_what_is_not_public_is_not_asked(press: Press, others: str) -> None:
    """A draft, a text to come and one that is retracted ask nobody."""
    for name, fields in (
        ("a", "draft: ja\n"),
        ("b", "retracted: Fel dag.\n"),
        ("c", "expires: 2016-11-30\n"),
    ):
        press.write(f"content/releases/{name}.md", release(f"[x]({others}/gone)", fields=fields))
    text = release(f"[x]({others}/gone)").replace("2016-11-28", "2017-11-28")
    press.write("content/releases/d.md", text)
    done = typed(press, "check", "--external", *NOW)

    assert (done.returncode, Others.asked) == (0, [])


@pytest.mark.parametrize(("asked", "told"), [((), ""), (("--external",), "Tillfrågade adresser: 0.")])
def test_our_own_web_address_is_looked_up_and_not_asked(
    press: Press, asked: tuple[str, ...], told: str
) -> None:
    """A link to our own site by its whole address leads to a planned page or nowhere; nobody is asked."""
    press.write(
        FILE, release("[a](https://press.example/turn%65/?a#b)", "[b](https://press.example/tour/#x)")
    )
    done = typed(press, "check", *asked, *NOW)

    assert (done.returncode, done.stdout.partition(" Länkar")[0]) == (1, told)
    assert done.stderr == (
        f"{FILE}:8:5: fel: det finns ingenting på adressen https://press.example/tour/\n"
        "  tips: rätta adressen, eller ta bort länken\n"
    )


def test_ctrl_c_waits_for_no_answer(press: Press) -> None:
    """Whoever stops the asking while a site keeps silent is not kept waiting for it."""
    with socket.create_server((ELSEWHERE, 0)) as silent:
        silent.settimeout(20)
        press.write(FILE, release(f"[a](http://{ELSEWHERE}:{silent.getsockname()[1]}/)"))
        words = [sys.executable, str(ROOT / "build.py"), "check", "--external", "--site", ".", *NOW]
        asking = subprocess.Popen(words, cwd=press.root, stderr=subprocess.PIPE, encoding="utf-8")  # noqa: S603 - our own command
        with silent.accept()[0]:
            asking.send_signal(signal.SIGINT)
            _, told = asking.communicate(timeout=10)

    assert (asking.returncode, told.strip()) == (130, "Avbrutet.")


def test_a_machine_without_a_network_is_not_the_links_fault(press: Press) -> None:
    """Where no name is found at all, no link is blamed: the status is that of the machine."""
    press.write(FILE, release("[a](http://a.invalid/)", "[b](http://b.invalid/)"))
    done = ask(press)

    assert done.returncode == 3
    assert done.stderr == (
        "fel: ingen av de andra webbplatserna går att hitta\n"
        "  tips: se till att datorn är ute på internet, och kör igen\n"
    )


def test_a_python_without_certificates_is_not_the_links_fault() -> None:
    """Where no certificate of several sites holds, as for a new Python on a Mac, the machine is told of."""
    wrong = {
        address: Answer(address, trouble=BAD_CERTIFICATE)
        for address in ("https://a.example/", "https://b.example/")
    }
    right = {address: Answer(address, 200) for address in ("http://a.example/", "https://c.example/")}
    with pytest.raises(MachineTrouble, match="this Python holds no certificate"):
        refuse_blind(wrong | {"http://a.example/": right["http://a.example/"]})

    refuse_blind(wrong | right)
    refuse_blind({"https://a.example/": wrong["https://a.example/"]})
    refuse_blind(right)


def test_a_name_that_is_not_found_may_be_the_networks_fault(press: Press) -> None:
    """A single name that is not found is told at its places, and the tip takes no link for wrong."""
    tip = "  tips: se till att datorn är ute på internet; är den det, rätta adressen eller ta bort länken\n"
    press.write(FILE, release("[a](http://a.invalid/)", "[b](http://a.invalid/b)"))
    done = run(press, "check", "--external", *NOW)

    assert done.returncode == 1
    assert done.stderr == (
        f"{FILE}:6:5: fel: http://a.invalid/ går inte att nå: ingen dator har det namnet\n{tip}"
        f"{FILE}:8:5: fel: http://a.invalid/b går inte att nå: ingen dator har det namnet\n{tip}"
    )
