"""A preview that runs, for those who try it: the real command at a real port."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Press

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 20
"""Seconds that a test waits for what should take a tenth of one."""


@dataclass
class Preview:
    """A preview, and what can be asked of it."""

    process: subprocess.Popen[str]
    port: int
    address: str
    """Where it says that the site is."""

    def line(self) -> str:
        """Give the next line that it tells the terminal."""
        assert self.process.stdout
        return self.process.stdout.readline()

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Give the status, the headers and the body of an answer; a header's `_` stands for `-`."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.putrequest(method, path, skip_host="Host" in named)
            for name, value in named.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return (
                answer.status,
                {name.lower(): value for name, value in answer.headers.items()},
                answer.read(),
            )

    def page(self, path: str) -> str:
        """Give the page at an address."""
        return self.get(path)[2].decode()

    @contextmanager
    def stream(self, path: str) -> Iterator[Iterator[dict[str, Any]]]:
        """Give what a tab with the page at `path` is told, one thing after the other."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/.pressrum/events?page={path}")
        answer = connection.getresponse()
        try:
            yield (json.loads(line[6:]) for line in answer if line.startswith(b"data: "))
        finally:
            connection.close()

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Stop it as the terminal does; give its exit status."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


@contextmanager
def started(
    press: Press,
    *words: str,
    port: int | None = None,
    program: tuple[str, ...] = (str(ROOT / "build.py"),),
    **variables: str,
) -> Iterator[subprocess.Popen[str]]:
    """Start a preview of the site, somewhere among the ports that nobody else has; no test waits for ever."""
    port = port or random.randint(20000, 30000)  # noqa: S311 - any will do
    command = [sys.executable, "-X", "utf8", *program, "serve", "--site", ".", "--port", str(port), *words]
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        cwd=press.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"} | variables,
    ) as process:
        ends = threading.Timer(3 * PATIENCE, process.kill)
        ends.start()
        try:
            yield process
        finally:
            ends.cancel()
            process.kill()


@contextmanager
def preview(
    press: Press,
    *words: str,
    port: int | None = None,
    program: tuple[str, ...] = (str(ROOT / "build.py"),),
    **variables: str,
) -> Iterator[Preview]:
    """Give a preview that has made its first attempt."""
    with started(press, *words, port=port, program=program, **variables) as process:
        assert process.stdout
        told = next(line for line in process.stdout if "http://127.0.0.1:" in line)
        address = told.split()[-1]
        process.stdout.readline()  # how to stop
        yield Preview(process, int(address.split(":")[2].split("/")[0]), address)
