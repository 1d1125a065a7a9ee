"""What to make again, and why: the plan held against what the last build left in output/.

A pure function gives the reasons; `edges.output` reads what it is given and does what it says.
"""

from __future__ import annotations

from dataclasses import dataclass

from pressrum.plan.outputs import Output, Plan


@dataclass(frozen=True)
class Entry:
    """What the last build knew of a file that it wrote."""

    recipe: str
    """The digest of its recipe; "" when another program made it."""
    output: str
    """SHA-256 of its bytes."""
    size: int = -1
    """In bytes, and `modified` in nanoseconds: as long as both stand, the bytes do."""
    modified: int = -1
    pending: bool = False
    """Whether it was about to be moved there: still so when the build was cut off."""


@dataclass(frozen=True)
class Manifest:
    """What the last build left: by file name in output/."""

    entries: dict[str, Entry]


@dataclass(frozen=True)
class Task:
    """An output that must be made, and why."""

    output: Output
    reason: str
    """`new`, `inputs changed`, `output missing`, `output changed by hand`, or what is in `edges.report`."""


@dataclass(frozen=True)
class Work:
    """What a build has to do."""

    make: tuple[Task, ...]
    """In the order of writing."""
    remove: tuple[str, ...]
    """Files of the last build that are no longer wanted."""


def compare(plan: Plan, manifest: Manifest, found: dict[str, str]) -> Work:
    """Say what must be made and removed.

    `found` gives for files in output/ the SHA-256 of their bytes, for all that the manifest
    or the plan knows and that are there.
    """
    tasks = [
        Task(output, reason)
        for output in plan.outputs
        if (reason := why_make(output, manifest.entries.get(output.permalink.file), found))
    ]
    wanted = {output.permalink.file for output in plan.outputs}
    unwanted = sorted(name for name in manifest.entries if name not in wanted and name in found)
    return Work(tuple(tasks), tuple(unwanted))


def why_make(output: Output, last: Entry | None, found: dict[str, str]) -> str | None:
    """Say why `output` must be made again, or None to keep the file as it is.

    `last` is its entry in the manifest of the last build, None where there is none.
    """
    if last is None:
        return "new"
    there = found.get(output.permalink.file)
    if there is None:
        return "output missing"
    if last.output != there:
        return "last build cut off" if last.pending else "output changed by hand"
    if last.recipe != output.digest:
        return "inputs changed" if last.recipe else "program changed"
    return None


def strangers(work: Work, manifest: Manifest, found: dict[str, str]) -> tuple[str, ...]:
    """Give the files that stand where the plan wants to write and that no build of ours made."""
    files = (task.output.permalink.file for task in work.make)
    return tuple(sorted(file for file in files if file in found and file not in manifest.entries))
