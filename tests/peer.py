"""What tests share that try the site on real programs: a web host on this machine, and what is missing."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

import pytest

JAVASCRIPT = "install Node.js and run npm ci --ignore-scripts"


def missing(what: str, how: str = JAVASCRIPT) -> NoReturn:
    """Skip a test for want of `what`, got by `how`; where changes are judged, nothing may be wanting."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true: .ci/run installs it")
    pytest.skip(f"{what} is missing: {how}")


class Quiet(SimpleHTTPRequestHandler):
    """A web host that keeps no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


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
