"""The pages as Orca reads them aloud from Firefox: who listens hears what others see."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from peer import missing, screen
from rich import DESKTOP, NOW, Rich, reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.torture

WAIT = 60
"""Seconds of silence before the end of a page: a few at most, on a machine in use."""
LONGEST = 240
"""Seconds that a page may take in all: a newer Orca may tell of much, and say nothing."""
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?:\{[^\n]*)?$", re.DOTALL | re.MULTILINE)
LAST = "Pressmeddelanden som flöde (JSON)"
"""The last link of every page."""
SEEN = """() => {
    for (const unread of document.querySelectorAll('main svg, main [aria-hidden]')) unread.remove();
    return document.querySelector('main').innerText;
}"""


@contextmanager
def running(*command: str, env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program for as long as it is needed."""
    with subprocess.Popen(  # noqa: S603 - our own command
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        try:
            yield program
        finally:
            program.kill()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give the surroundings of programs on a screen that nobody sees, with a bus that tells of it."""
    bus, server, *others = map(shutil.which, ("dbus-daemon", "Xvfb", "orca", "firefox-esr"))
    if not (bus and server and all(others)):
        missing(
            "Orca",
            "install it, on Debian with apt-get install orca at-spi2-core dbus-daemon firefox-esr xvfb",
        )
    env = os.environ | {"HOME": str(tmp_path), "GNOME_ACCESSIBILITY": "1", "LC_ALL": "C.UTF-8"}
    with ExitStack() as stack:
        env["DISPLAY"] = stack.enter_context(screen(server))
        daemon = stack.enter_context(running(bus, "--session", "--nofork", "--print-address", env=env))
        assert daemon.stdout
        env["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        yield env


def read_aloud(url: str, env: dict[str, str]) -> list[str]:
    """Give what Orca says of a page, from its beginning to its end."""
    ear, mouth = os.openpty()  # to a terminal it tells at once what it says, to a file much later
    with (
        os.fdopen(ear, "rb", buffering=0) as heard,
        os.fdopen(mouth),
        running("orca", f"--debug-file={os.ttyname(mouth)}", env=env),
    ):
        _hear("'Screen reader on", heard)
        with running("firefox-esr", "--no-remote", "--profile", env["HOME"], url, env=env):
            return SPOKEN.findall(_hear(f"'{LAST}'", heard))


def _hear(words: str, heard: FileIO) -> str:
    said, end = "", time.monotonic() + LONGEST
    while f"SPEECH OUTPUT: {words}" not in said:
        heeded = time.monotonic() < end and select.select([heard], [], [], WAIT)[0]
        assert heeded, f"Orca has not said {words}, but: {said[-200:]}"
        said += heard.read(1 << 16).decode(errors="ignore").replace("\r", "")
    return said


@pytest.mark.parametrize(
    "address",
    [
        "",
        "turne/",
        "turne/skarpnack/",
        "turne/farsta/",
        "turne/farsta-igen/",
        "kalender/",
        "pressmeddelanden/2016/allt-i-en-text/",
    ],
)
def test_a_screen_reader_says_every_word_of_a_page_in_order(
    rich: Rich, browser: Browser, desk: dict[str, str], address: str
) -> None:
    """Days, hours and places with the rest: no mark-up hides one from those who listen."""
    url = f"{(rich.output / address / 'index.html').as_uri()}?now={NOW}"
    with reader(browser, DESKTOP) as page:
        page.goto(url)
        seen = re.findall(r"\w+", page.evaluate(SEEN))

    said = iter(re.findall(r"\w+", " ".join(read_aloud(url, desk))))

    unsaid = next((place for place, word in enumerate(seen) if word not in said), None)
    assert unsaid is None, f"not said: {seen[unsaid]}, of {' '.join(seen[max(unsaid - 8, 0) : unsaid + 8])}"
    assert len(seen) > 20
