"""What browsers get: the site's files as a web host gives them, and a stream that tells of what is new.

Each page is sent with a script of ours added to it, and with `connect-src` added to its policy so that the
script may listen to the stream. No file holds either.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import mimetypes
import os
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import asdict
from html import escape
from http.client import HTTP_PORT
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from pressrum.edges.preview.sight import Sight, digest_of_page, sheets_of
from pressrum.errors import Text, say
from pressrum.make.hosting.hosts import TYPES
from pressrum.make.hosting.policy import FRAMED, HEADERS, in_header, policy
from pressrum.places import PAGEFIND

OURS = "/.pressrum/"
BEAT = 15.0
"""Seconds between signs of life on a stream: a browser that is gone is noticed by one."""
LARGE = 10_000_000
"""Bytes from which a file is read while it is sent, and is cut off there if a build replaces it meanwhile."""
TOLD = "connect-src 'self'"
HERE = Path(__file__).parent
META = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
HEAD = re.compile(rb"<head\b[^>]*>")
ALWAYS = {**dict(HEADERS), "Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "same-origin"}
KNOWN = mimetypes.MimeTypes()
"""Python's own table, and not the machine's."""
KNOWN.add_type("image/webp", ".webp")
KNOWN.add_type("image/avif", ".avif")
KNOWN.add_type("text/javascript", ".js")


class Board:
    """Holds the `Sight` that is shown now: the thread that builds replaces it, and streams wait for that."""

    def __init__(self) -> None:
        self.sight: Sight | None = None
        self.closed = False
        self.turn = asyncio.Event()
        """Set, and replaced, when there is something new."""

    def show(self, sight: Sight) -> None:
        """Replace what is shown, and wake all streams."""
        self.sight = sight
        self._wake()

    def close(self) -> None:
        """Let every stream end."""
        self.closed = True
        self._wake()

    async def looked(self) -> Sight:
        """Give what is shown, once the first build is over."""
        while self.sight is None:
            await self.turn.wait()
        return self.sight

    def _wake(self) -> None:
        turn, self.turn = self.turn, asyncio.Event()
        turn.set()


def _told(sight: Sight, path: str) -> str:
    """Give what a tab with the page at `path` is to know, as JSON.

    As the disk has it now: a page that came in the middle of a build is not to be loaded again and again.
    """
    page, said = _read(sight, path)
    count = len(sight.faults)
    headline = sight.language.ngettext("{count} mistake.", "{count} mistakes.", count).format(count=count)
    rest = sight.language.gettext("The page is as it was when all was well.")
    if not page:
        rest = sight.language.gettext("Nothing has been built yet.")
    odd = len(sight.warnings)
    return json.dumps(
        {
            "said": said,
            "sheets": sheets_of(page, sight.base),
            "lang": sight.language.code,
            "headline": f"{headline} {rest}",
            "hint": sight.language.gettext("hint"),
            "faults": [asdict(fault) for fault in sight.faults],
            "warned": sight.language.ngettext("{count} warning", "{count} warnings", odd).format(count=odd),
            "warnings": [asdict(warning) for warning in sight.warnings],
        }
    )


def _read(sight: Sight, path: str) -> tuple[bytes, str]:
    """Give the page that is shown at `path`, and its digest; nothing where nothing is built yet."""
    file = sight.page(path)
    with suppress(FileNotFoundError):  # removed by the build that is going on
        if file:
            return (page := file.read_bytes()), digest_of_page(page, file)
    return b"", ""


class Guard:
    """Refuses requests by another host name, or from pages of other sites: these could read drafts."""

    def __init__(self, app: ASGIApp, board: Board, port: int) -> None:
        self.app = app
        self.board = board
        self.hosts: tuple[str, ...] = (f"127.0.0.1:{port}", f"localhost:{port}")
        if port == HTTP_PORT:  # browsers leave that out
            self.hosts += ("127.0.0.1", "localhost")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""
        headers = {name: value.decode("latin-1").lower() for name, value in scope["headers"]}
        origin = headers.get(b"origin")
        app = self.app
        if headers.get(b"host") not in self.hosts:  # RFC 9110, 15.5.20: Misdirected Request
            app = self._refusal(421, say("The preview answers at http://{host}/ only.", host=self.hosts[0]))
        elif origin not in (None, *(f"http://{host}" for host in self.hosts)):
            app = self._refusal(403, say("The preview answers no other site."))
        await app(scope, receive, send)

    def _refusal(self, status: int, why: Text) -> Response:
        told = self.board.sight.language.tell(why) if self.board.sight else why.msgid
        return Response(told + "\n", status, ALWAYS, "text/plain; charset=utf-8")


def application(board: Board, port: int) -> Starlette:
    """Give the application that answers at `port`."""

    async def events(request: Request) -> Response:
        await board.looked()
        path = unquote(request.query_params.get("page", "/"))
        return StreamingResponse(_stream(board, path), 200, ALWAYS, "text/event-stream; charset=utf-8")

    async def answer(request: Request) -> Response:
        sight = await board.looked()
        return _answer(sight, request)

    return Starlette(
        routes=[
            Route(OURS + "events", events),
            Route(OURS + "preview.js", _own),
            Route(OURS + "overlay.css", _own),
            Route("/{path:path}", answer),
        ],
        middleware=[Middleware(Guard, board=board, port=port)],
    )


async def _stream(board: Board, path: str) -> AsyncIterator[str]:
    """Give what a tab is to know now, and again whenever that is something else (HTML, 9.2.6)."""
    yield "retry: 500\n\n"
    last = ""
    while not board.closed:
        turn, told = board.turn, _told(await board.looked(), path)
        yield f"data: {told}\n\n" if told != last else ":\n\n"
        last = told
        with suppress(TimeoutError):
            await asyncio.wait_for(turn.wait(), BEAT)


def _own(request: Request) -> Response:
    name = request.url.path.removeprefix(OURS)
    return _whole(request, (HERE / name).read_bytes(), _type(name), 200)


def _answer(sight: Sight, request: Request) -> Response:
    path = request.scope["path"]
    found = sight.find(path)
    if isinstance(found, str):
        return RedirectResponse(quote(found), 307, ALWAYS)
    if found is None or found.suffix == ".html":
        page, said = _read(sight, path)
        body, rules = _injected(page or _nothing(sight), said, sight.now)
        headers = {"Content-Security-Policy": f"{rules}; {FRAMED}"}
        status = 404 if found is None or not page else 200
        return _whole(request, body, "text/html; charset=utf-8", status, headers)
    kind = "search" if path.startswith(sight.base + PAGEFIND.removeprefix("/")) else "file"
    headers = {**ALWAYS, "Content-Security-Policy": in_header(kind)}
    stat = os.stat(found)  # noqa: PTH116
    if stat.st_size < LARGE and "range" not in request.headers:
        return _whole(request, found.read_bytes(), _type(found.name), 200, headers)
    response = FileResponse(found, 200, headers, _type(found.name), stat_result=stat)
    return _unless_known(request, response)


def _type(name: str) -> str:
    given = next((kind for ending, kind in TYPES if name.endswith(ending)), None)
    return given or KNOWN.guess_type(name)[0] or "application/octet-stream"


def _injected(page: bytes, said: str, now: str) -> tuple[bytes, str]:
    """Give the page with our script, which comes before its own, and the policy that it then has."""
    hit = META.search(page)
    rules = hit[2].decode() if hit else policy("file")
    if TOLD not in rules:
        rules = f"{rules}; {TOLD}"
    page = META.sub(lambda hit: hit[1] + rules.encode() + hit[3], page, count=1)
    script = f'<script src="{OURS}preview.js" data-said="{said}" data-now="{now}"></script>'.encode()
    head = HEAD.search(page)
    at = head.end() if head else 0
    return page[:at] + script + page[at:], rules


def _nothing(sight: Sight) -> bytes:
    """Give a page for where there is none yet, not even one that says so."""
    told = escape(sight.language.gettext("Nothing has been built yet."))
    return (
        f'<!doctype html>\n<html lang="{sight.language.code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{told}</title>\n</head>\n<body>\n<p>{told}</p>\n</body>\n</html>\n"
    ).encode()


def _whole(
    request: Request, body: bytes, kind: str, status: int, headers: dict[str, str] | None = None
) -> Response:
    etag = {"ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
    response = Response(body, status, ALWAYS | etag | (headers or {}), kind)
    return _unless_known(request, response) if status == 200 else response  # noqa: PLR2004 - OK


def _unless_known(request: Request, response: Response) -> Response:
    """Say only that nothing is new, to a browser that has the same already (RFC 9110, 13.1.2)."""
    known = request.headers.get("if-none-match", "")
    if response.headers["etag"] not in [tag.strip().removeprefix("W/") for tag in known.split(",")]:
        return response
    kept = {name: response.headers[name] for name in ("etag", "cache-control")}
    return Response(status_code=304, headers=kept)
