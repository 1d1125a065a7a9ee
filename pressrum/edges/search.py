"""The search index: Pagefind is asked for it, and its answer kept for as long as the texts stay the same.

Pagefind's program is spoken to in the way of its own libraries: a message is JSON in base64,
and ends with a comma. The one for Python waits a tenth of a second for each answer, minutes
for a thousand releases, and has the program write files whose ends may be missing (both in
1.5.2); here all files come in one answer.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
from base64 import b64decode, b64encode
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, Any, cast

from pressrum.edges.memory import SEARCH, recall, remember
from pressrum.errors import MachineTrouble, say
from pressrum.make.search import Index, IndexFile, requests, steady

KEPT = 3
"""Answers that are kept: the site's own, and those of a trial or two."""
CHUNK = 1 << 20
STOPPED = say("the search index cannot be made: Pagefind has stopped")
WITHOUT = say("run make, which installs it; or take the line search: out of site.yaml, and build again")


def index_files(index: Index, site: Path, ours: str) -> tuple[IndexFile, ...]:
    """Give the files of `index`; from the folder `site` when the same program, `ours`, has made them before.

    Raises `MachineTrouble` where Pagefind is not installed or does not answer.
    """
    program, its = _program()
    name = hashlib.sha256(f"{ours} {its} {index!r}".encode()).hexdigest()
    kept = recall(site / SEARCH / name)
    if kept is not None:
        known: tuple[IndexFile, ...] = pickle.loads(kept)  # noqa: S301 - ours, sealed
        return known
    made = steady(_ask(program, index), index.language)
    with suppress(OSError):
        _remember(site / SEARCH / name, made)
    return made


def _program() -> tuple[Path, str]:
    """Give Pagefind's program and its version."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - where it is missing, this is told

        return get_executable(), version("pagefind_bin")
    except (ImportError, FileNotFoundError) as error:
        missing = say("the search index cannot be made: Pagefind is not installed")
        raise MachineTrouble(missing, WITHOUT) from error


def _ask(program: Path, index: Index) -> dict[str, bytes]:
    """Give all files that Pagefind makes of `index`, by name."""
    # PAGEFIND_… in the environment, or a pagefind.yml in the folder, could change the bytes.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        with Popen(  # noqa: S603 - the program of a locked library
            [program, "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=program.parent, env=plain
        ) as service:
            files = _talk(index, cast("IO[bytes]", service.stdin), cast("IO[bytes]", service.stdout))
    except BrokenPipeError as error:
        raise MachineTrouble(STOPPED, WITHOUT) from error
    except OSError as error:
        refused = say(
            "the search index cannot be made: Pagefind cannot be run ({why})", why=error.strerror or ""
        )
        raise MachineTrouble(refused, WITHOUT) from error
    return {file["path"]: b64decode(file["content"]) for file in files}


def _talk(index: Index, ask: IO[bytes], hear: IO[bytes]) -> list[dict[str, str]]:
    """Give the files in the last answer. The program stops when `ask` is closed, so that is for later."""
    messages = [{"message_id": number, "payload": asked} for number, asked in enumerate(requests(index))]
    ask.write(b"".join(b64encode(json.dumps(message).encode()) + b"," for message in messages))
    ask.flush()
    heard, missing = [], len(messages)
    while missing > 0:
        chunk = os.read(hear.fileno(), CHUNK)
        if not chunk:
            raise MachineTrouble(STOPPED, WITHOUT)
        heard.append(chunk)
        missing -= chunk.count(b",")
    answers: list[dict[str, Any]] = [
        json.loads(b64decode(answer))["payload"] for answer in b"".join(heard).split(b",")[:-1]
    ]
    for answer in answers:
        if answer["type"] == "Error":
            why = say("the search index cannot be made: Pagefind says: {why}", why=answer["message"])
            raise MachineTrouble(why, WITHOUT)
    return cast("list[dict[str, str]]", answers[-1]["files"])


def _remember(file: Path, made: tuple[IndexFile, ...]) -> None:
    """Keep an answer in one file, and forget old ones."""
    remember(file, pickle.dumps(made))
    kept = sorted(file.parent.iterdir(), key=lambda other: other.stat().st_mtime_ns, reverse=True)
    for old in kept[KEPT:]:
        old.unlink(missing_ok=True)
