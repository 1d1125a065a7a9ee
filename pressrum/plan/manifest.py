"""What to make again, and why: the plan held against what the last build left in output/.

A pure function gives the reasons; `edges.last` reads what it is given, and `edges.output` does what it says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a build with nothing to do has no use for what these load
    from pressrum.plan.outputs import Output, Plan


class Entry(NamedTuple):
    """What a build knows of a file that it has made."""

    recipe: str
    """The digest of its recipe; "" when another program made it."""
    output: str
    """SHA-256 of its bytes."""
    size: int = -1
    """In bytes, and `modified` in nanoseconds: while both stand, the bytes do. -1 until it is in place."""
    modified: int = -1
    pending: bool = False
    """Whether it was about to be moved there: still so when the build was cut off."""


Manifest = Mapping[str, Entry]
"""What the last build left: by file name in output/."""


class Found(NamedTuple):
    """A file that is in output/."""

    digest: str
    """SHA-256 of its bytes."""
    size: int
    modified: int


@dataclass(frozen=True)
class Task:
    """An output that must be made, and why."""

    output: Output
    reason: str
    """`new`, `inputs changed`, `output missing`, `output changed by hand`, or what is in `edges.report`."""
    there: str | None
    """SHA-256 of the file that it will replace."""
    recipe: str
    """The digest of its recipe; "" where that is not known."""


@dataclass(frozen=True)
class Work:
    """What a build has to do."""

    make: tuple[Task, ...]
    """In the order of writing."""
    remove: tuple[str, ...]
    """Files of the last build that are no longer wanted."""


def address_of(file: str) -> str:
    """Give the address on the site of a file in output/, as `Permalink.file` has the opposite.

    >>> address_of("turne/index.html"), address_of("kalender.ics")
    ('/turne/', '/kalender.ics')
    """
    return f"/{file.removesuffix('index.html')}"


def parse_manifest(content: bytes, program: str) -> Manifest:
    """Give what the last build left.

    One made by another program still tells which files are ours, but none of its recipes
    stand. One that cannot be read is none.
    """
    try:
        document = json.loads(content)
        entries = {name: Entry(*entry) for name, entry in document["files"].items()}
        same = document["program"] == program
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
    return entries if same else {name: entry._replace(recipe="") for name, entry in entries.items()}


def render_manifest(manifest: Manifest, program: str) -> bytes:
    """Give the manifest as JSON, in UTF-8, to be read by the same program."""
    document = {"program": program, "files": dict(sorted(manifest.items()))}
    return json.dumps(document, ensure_ascii=False).encode()


def compare(
    plan: Plan, manifest: Manifest, found: Mapping[str, Found], digests: Mapping[str, str]
) -> tuple[Work, dict[str, Entry]]:
    """Say what must be made and removed, and give the entries of the files that stay as they are.

    `found` are the files in output/ that the manifest or the plan knows, `digests` those of the
    recipes of the outputs that the manifest knows.
    """
    tasks, entries = [], {}
    for output in plan.outputs:
        name = output.permalink.file
        there, last, digest = found.get(name), manifest.get(name), digests.get(name, "")
        reason = why_make(digest, last, there)
        if reason:
            tasks.append(Task(output, reason, there.digest if there else None, digest))
        elif there:
            entries[name] = Entry(digest, *there)
    wanted = {output.permalink.file for output in plan.outputs}
    unwanted = sorted(name for name in manifest if name not in wanted and name in found)
    return Work(tuple(tasks), tuple(unwanted)), entries


def why_make(digest: str, last: Entry | None, there: Found | None) -> str | None:
    """Say why an output whose recipe has the digest `digest` must be made again, or None to keep the file.

    `last` is its entry in the manifest of the last build, `there` the file that is there.
    """
    if last is None:
        return "new"
    if there is None:
        return "output missing"
    if last.output != there.digest:
        return "last build cut off" if last.pending else "output changed by hand"
    if last.recipe != digest:
        return "inputs changed" if last.recipe else "program changed"
    return None


def strangers(work: Work, manifest: Manifest, found: Mapping[str, Found]) -> tuple[str, ...]:
    """Give the files that stand where the plan wants to write and that no build of ours made."""
    files = (task.output.permalink.file for task in work.make)
    return tuple(sorted(file for file in files if file in found and file not in manifest))
