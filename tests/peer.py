"""What tests share that try the site on real programs: a web host on this machine, and what is missing."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

JAVASCRIPT = "install Node.js and run npm ci --ignore-scripts"


def missing(what: str, how: str = JAVASCRIPT) -> NoReturn:
    """Skip a test for want of `what`, got by `how`; where changes are judged, nothing may be wanting."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true: .ci/run installs it")
    pytest.skip(f"{what} is missing: {how}")


@contextmanager
def screen(server: str) -> Iterator[str]:
    """Give the name of a screen that nobody sees, made by the X `server`."""
    reads, writes = os.pipe()
    command = (server, "-displayfd", str(writes), "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
    with subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL) as running:  # noqa: S603 - our own command
        os.close(writes)
        try:
            with os.fdopen(reads) as told:
                yield f":{told.readline().strip()}"
        finally:
            running.terminate()


class Quiet(SimpleHTTPRequestHandler):
    """A web host that keeps no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def reader(browser: Browser, **context: Any) -> Iterator[Page]:
    """Give a page; an error in a script, a breach of the policy or a request to elsewhere fails the test."""
    visit = browser.new_context(**context)
    page = visit.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
    visit.on("request", lambda asked: wrong.append(asked.url) if "//127.0.0.1:" not in asked.url else None)
    try:
        yield page
    finally:
        visit.close()
    assert wrong == []


@contextmanager
def web_host(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
