"""Other sites, asked whether their addresses still lead somewhere: politely, and no host by two at once.

The standard library asks: http.client knows HTTP, urllib the proxies of an office. Redirects are followed
here, so that a permanent one can be told and none leads away from the web.
"""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException, InvalidURL
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, Request, build_opener

from pressrum import VERSION
from pressrum.errors import Text, say
from pressrum.uris import as_uri

AGENT = f"pressrum/{VERSION} (link check)"
PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
REDIRECTS = (*PERMANENT, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)
ITS_OWN = range(HTTPStatus.INTERNAL_SERVER_ERROR, 600)
"""Answers of a host that is in trouble (RFC 9110, 15.6); LinkedIn's 999 to programs is none."""
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, *ITS_OWN)
"""Answers that may be another in a while."""
LEFT_ALONE = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
"""Answers of a host that is not to be asked for more now."""
MOST_REDIRECTS = 10


@dataclass(frozen=True)
class Manners:
    """How other people's machines are asked."""

    hosts_at_once: int = 4
    pause: float = 0.5
    """Seconds between two requests to one host."""
    patience: float = 15
    """Seconds in which an answer is to begin."""
    tries: int = 3
    back_off: float = 2
    """Seconds before the second try; twice that before the third."""
    longest: float = 60
    """Seconds that a host may ask to be left alone; what it asks more for is not asked for again."""


@dataclass(frozen=True)
class Answer:
    """What came of an address."""

    address: str
    status: int = 0
    """HTTP's, at the end of all redirects; 0 where no answer came."""
    moved: str = ""
    """Where it leads for good, when it does."""
    trouble: Text | None = None
    """Why no answer came."""
    astray: bool = False
    """Whether that is the address's own fault, and nobody else's."""
    wait: float | None = None
    """Seconds after which the host asks to be asked again."""
    by: str = ""
    """The host that gave it, which is another where an address leads away."""

    @property
    def passing(self) -> bool:
        """Whether another try may be answered otherwise."""
        return self.status in BUSY or (self.status == 0 and not self.astray and self.trouble not in LASTING)


NO_NAME, BAD_CERTIFICATE = say("no machine has that name"), say("its certificate does not hold")
BROKEN_OFF, UNREADABLE = say("it hung up without an answer"), say("its answer cannot be read")
MISWRITTEN, NOBODY = say("it is no address of a page"), say("nothing answers there")
UNASKED = say("its site wants no more questions now")
EXPLAINED: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Text], ...] = (
    ((socket.gaierror, UnicodeError), NO_NAME),
    (TimeoutError, say("no answer came in time")),
    (ssl.SSLCertVerificationError, BAD_CERTIFICATE),
    (ssl.SSLError, say("no safe connection can be made to it")),
    (ConnectionRefusedError, NOBODY),
    (ConnectionError, BROKEN_OFF),
    (InvalidURL, MISWRITTEN),
    (HTTPException, UNREADABLE),
)
"""What Python calls a trouble, and what it is; of several the first one counts."""
NO_WAY = (errno.EHOSTUNREACH, errno.ENETUNREACH)
"""Troubles that Python has no name of its own for: no machine on the way knows where it is."""
LASTING = (NO_NAME, BAD_CERTIFICATE)
"""Troubles that are the same in a while."""


def ask_all(addresses: Iterable[str], manners: Manners, told: Callable[[], None]) -> dict[str, Answer]:
    """Ask every address once; gives the answers, and calls `told` after each.

    Whoever stops it waits for nobody: the threads that ask then end with the program.
    """
    hosts: dict[str, list[str]] = {}
    for address in (once := dict.fromkeys(addresses)):
        hosts.setdefault(host_of(address), []).append(address)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for of_a_host in hosts.values():
        waiting.put(of_a_host)
    answered: SimpleQueue[Answer | Exception] = SimpleQueue()
    stop = Event()
    for _ in range(manners.hosts_at_once):
        Thread(target=_ask_hosts, args=(waiting, answered, manners, stop), daemon=True).start()
    answers: dict[str, Answer] = {}
    try:
        while len(answers) < len(once):
            answer = answered.get()
            if isinstance(answer, Exception):
                raise answer
            answers[answer.address] = answer
            told()
    finally:
        stop.set()
    return answers


def _ask_hosts(
    waiting: SimpleQueue[list[str]],
    answered: SimpleQueue[Answer | Exception],
    manners: Manners,
    stop: Event,
) -> None:
    """Ask one host that waits after the other. A fault of ours is an answer too: it would be waited for."""
    try:
        while True:
            for answer in _ask_host(waiting.get_nowait(), manners, stop):
                answered.put(answer)
    except Empty:
        return
    except Exception as fault:  # noqa: BLE001 - it is raised where the answers are counted
        answered.put(fault)


def host_of(address: str) -> str:
    """Give the host, with its port, that an address names; "" for what is no address of a page."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return ""
    return parts.netloc.casefold() if known else ""


def _ask_host(addresses: list[str], manners: Manners, stop: Event) -> Iterator[Answer]:
    """Ask for one address of a host after the other; some lead round in a circle who gives them no cookie.

    A host that says to the last that it is asked too much has said so of all its addresses.
    """
    opener = build_opener(_Still, HTTPCookieProcessor())
    refused = False
    for address in addresses:
        if stop.is_set():
            break
        if refused:
            yield Answer(address, trouble=UNASKED)
            continue
        yield (answer := _ask(address, manners, opener, stop))
        refused = answer.status == HTTPStatus.TOO_MANY_REQUESTS and answer.by == host_of(address)
        stop.wait(manners.pause)


def _ask(address: str, manners: Manners, opener: OpenerDirector, stop: Event) -> Answer:
    """Ask until there is an answer that will stay, or patience ends."""
    answer = Answer(address)
    for attempt in range(manners.tries):
        answer = _follow(address, manners, opener, stop)
        wait = manners.back_off * 2**attempt if answer.wait is None else answer.wait
        if not answer.passing or wait > manners.longest or attempt == manners.tries - 1 or stop.wait(wait):
            break
    return answer


def _follow(address: str, manners: Manners, opener: OpenerDirector, stop: Event) -> Answer:
    """Ask, and go where the answer leads."""
    if not host_of(address):
        return Answer(address, trouble=MISWRITTEN, astray=True)
    here, for_good = address, True
    for _ in range(MOST_REDIRECTS):
        try:
            status, headers = _head_or_get(here, manners, opener, stop)
        except (OSError, HTTPException, ValueError) as trouble:
            why = _explained(trouble)
            return Answer(address, trouble=why, astray=why == MISWRITTEN)
        if status not in REDIRECTS or not headers.get("Location"):
            moved = here if for_good and here != address else ""
            wait = _wait(headers.get("Retry-After"))
            return Answer(address, status, moved, wait=wait, by=host_of(here))
        for_good = for_good and status in PERMANENT
        here = _joined(here, _as_written(headers["Location"]))
        if not host_of(here):
            return Answer(address, trouble=say("it leads to {address}", address=here), astray=True)
    return Answer(address, trouble=say("it leads round in a circle"), astray=True)


def _as_written(header: str) -> str:
    """Give a header as servers write it, which Python has read as Latin-1: many write UTF-8."""
    try:
        return header.encode("latin-1").decode().strip()
    except UnicodeDecodeError:
        return header.strip()


def _joined(here: str, onward: str) -> str:
    """Give where `onward` leads from `here`; as it stands where that is nowhere."""
    try:
        return urljoin(here, onward)
    except ValueError:
        return onward


def _head_or_get(address: str, manners: Manners, opener: OpenerDirector, stop: Event) -> tuple[int, Message]:
    """Ask for the head of a page, and for the page where a server does not give that alone.

    Some answer that they do not know how (501), or that they failed.
    """
    status, headers = _request("HEAD", address, manners, opener)
    if status >= HTTPStatus.BAD_REQUEST and status not in LEFT_ALONE:
        stop.wait(manners.pause)
        status, headers = _request("GET", address, manners, opener)
    return status, headers


def _request(method: str, address: str, manners: Manners, opener: OpenerDirector) -> tuple[int, Message]:
    asked = as_uri(urldefrag(address).url)
    request = Request(asked, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310 - the scheme is looked at
    try:
        with opener.open(request, timeout=manners.patience) as answer:
            return answer.status, answer.headers
    except HTTPError as error:
        with error:
            return error.code, error.headers


class _Still(HTTPRedirectHandler):
    """Follows no redirect: it is an answer like others, and `_follow` decides where to go."""

    def http_error_302(self, *_: object) -> None:
        """Decline to follow."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302  # type: ignore[assignment]


def _wait(written: str | None) -> float | None:
    """Read Retry-After: seconds, or a moment (RFC 9110, 10.2.3); None for neither."""
    if written is None:
        return None
    if written.strip().isdecimal():
        return float(written)
    try:
        return max(0.0, (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _explained(trouble: Exception) -> Text:
    """Say why no answer came."""
    cause = trouble.reason if isinstance(trouble, URLError) else trouble
    if isinstance(cause, OSError) and cause.errno in NO_WAY:
        return NOBODY
    known = (words for kinds, words in EXPLAINED if isinstance(cause, kinds))
    return next(known, say("no answer came: {words}", words=str(cause)))
