"""Runs the preview: finds a port, starts server, watcher and builds, tells the terminal, and ends at once."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
import traceback
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import uvicorn

from pressrum.edges.clock import EPOCH, chosen_now
from pressrum.edges.preview.faults import faults, own_fault, warnings
from pressrum.edges.preview.loop import Attempt, Loop
from pressrum.edges.preview.server import Board, application
from pressrum.edges.preview.sight import Sight
from pressrum.edges.preview.watch import Watch
from pressrum.edges.report import failure, mistake_lines, plain_lines, rebuilt
from pressrum.edges.request import Outcome, Request, refuse_folders
from pressrum.edges.troubles import explain
from pressrum.errors import BadSource, MachineTrouble, say
from pressrum.language import Language

FOLDER = Path(".cache", "preview")
"""Where previews lie, each in a folder named by its port: no two have one."""
PORTS = 50
"""How many ports are tried, from the one that is wished for."""


@dataclass(frozen=True)
class Seat:
    """What is known of the person who started the preview."""

    language: Callable[[], Language]
    """Gives the language of staff as site.yaml has it now."""
    folder: str
    """What stands before a source's path so that it can be opened from the terminal."""
    opens: bool
    """Whether the browser is to be opened."""


def serve(build: Callable[[Request], Outcome], request: Request, port: int, seat: Seat) -> None:
    """Show the site until told to stop.

    Raises `BadSource` where there is no site, `BadValue` for a bad moment, `MachineTrouble` when
    no port is free.
    """
    refuse_folders(request)
    chosen_now(request.now, ZoneInfo("UTC"))
    listening = _listening(port)
    free = listening.getsockname()[1]
    shown = replace(request, output=request.site / FOLDER / str(free), preview=True)
    if free != port:
        told = say("Port {port} is taken, so the preview is at {free}.", port=port, free=free)
        click.echo(seat.language().tell(told))

    async def show() -> None:
        await Preview(build, shown, seat, listening).run()

    asyncio.run(show())


def _listening(port: int) -> socket.socket:
    """Give a socket that listens on this machine alone, at `port` or the next that is free."""
    for tried in range(port, min(port + PORTS, 65536)):
        here = socket.socket()
        if sys.platform != "win32":  # there it would let two listen at one port
            here.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            here.bind(("127.0.0.1", tried))
            here.listen(256)
        except OSError:
            here.close()
            continue
        return here
    raise MachineTrouble(
        say("no port from {port} on is free", port=port), say("name another one: --port 9000")
    )


class _Server(uvicorn.Server):
    """uvicorn's server, without its signal handlers: it would end on Ctrl-C as if something had failed."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


class Preview:
    """A running preview of one site; to be made within the event loop."""

    def __init__(
        self, build: Callable[[Request], Outcome], request: Request, seat: Seat, listening: socket.socket
    ) -> None:
        self.events, self.board = asyncio.get_running_loop(), Board()
        self.request = request
        self.seat = seat
        self.listening = listening
        self.port = listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        ticks = request.now is None and EPOCH not in os.environ
        self.loop = Loop(lambda: build(request), self.tell, ticks=ticks)
        self.sight: Sight | None = None
        self.warned = ""

    async def run(self) -> None:
        """Serve and build until a signal comes."""
        config = uvicorn.Config(
            application(self.board, self.port),
            log_config=None,
            log_level="error",
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        for kind in (signal.SIGINT, signal.SIGTERM):
            signal.signal(kind, lambda *_: self._stop(server))
        watch = Watch(self.request.site, self.loop.notice, self._tell_of_polling)
        threading.Thread(target=self.loop.run, daemon=True).start()
        await server.serve(sockets=[self.listening])
        watch.stop()
        if self.loop.busy:  # nobody waits for a build that nobody will see
            sys.stdout.flush()
            os._exit(0)

    def _tell_of_polling(self) -> None:
        told = say("The system tells of no saves; all files are looked at twice a second.")
        with suppress(OSError):
            click.echo(self.seat.language().tell(told))

    def _stop(self, server: uvicorn.Server) -> None:
        server.should_exit = server.force_exit = True
        self.events.call_soon_threadsafe(self.board.close)

    def tell(self, attempt: Attempt) -> None:
        """Tell the terminal and all browsers what came of an attempt; in the thread that builds."""
        language, before = self.seat.language(), self.sight
        self.sight = self._sight(attempt.result, language)
        self.events.call_soon_threadsafe(self.board.show, self.sight)
        wrong = before.faults if before else ()
        with suppress(OSError):  # the terminal may be gone; browsers are told all the same
            if not self.sight.faults or self.sight.faults != wrong:
                self._report(attempt, language, mended=bool(wrong))
            if before is None:
                self._welcome(self.url + self.sight.base, language)

    def _sight(self, result: Outcome | Exception, language: Language) -> Sight:
        """Give what there is to see now: the new site, or the last good one and what is wrong."""
        if isinstance(result, Outcome):
            outlook = result.outlook
            now = outlook.now.isoformat() if self.request.now else ""
            odd = warnings(outlook.warnings, language)
            return Sight(self.request.output, outlook.base, language, now, warnings=odd)
        last = self.sight or Sight(self.request.output, "/", language)
        wrong = faults(result, language, self.request.site)
        return replace(last, language=language, faults=wrong, warnings=())

    def _report(self, attempt: Attempt, language: Language, *, mended: bool) -> None:
        result = attempt.result
        if isinstance(result, Exception):
            click.echo(_failed(result, language, self.seat.folder), err=True)
            return
        if result.written or result.work.remove or mended:
            click.echo(rebuilt(result, datetime.now(), attempt.seconds, language))  # noqa: DTZ005 - the reader's
        self._warn(result, language)

    def _warn(self, outcome: Outcome, language: Language) -> None:
        """Tell the warnings, unless they are what was told last."""
        told = "\n".join(mistake_lines(outcome.outlook.warnings, language, self.seat.folder, say("warning")))
        if told and told != self.warned:
            click.echo(told, err=True)
        self.warned = told

    def _welcome(self, address: str, language: Language) -> None:
        click.echo(language.tell(say("The preview is at {address}", address=address)))
        click.echo(language.gettext("Drafts and embargoed texts are there, marked. Stop with Ctrl-C."))
        if self.seat.opens:
            webbrowser.open(address)


def _failed(trouble: Exception, language: Language, folder: str) -> str:
    """Give for the terminal what stopped a build."""
    if isinstance(trouble, BadSource):
        return failure(trouble.mistakes, language, folder)
    if words := explain(trouble):
        return plain_lines(*words, language)
    trace = "".join(traceback.format_exception(trouble))
    return trace + plain_lines(*own_fault(trouble), language)
