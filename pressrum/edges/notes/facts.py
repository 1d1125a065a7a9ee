"""What a build notes of itself as a whole: enough to tell whether the next has anything to do."""

from __future__ import annotations

import hashlib
import pickle
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pressrum.edges.clock import chosen_now
from pressrum.edges.request import Request
from pressrum.edges.source_files import MANIFEST, OWN, FileStat, SourceFile, digest_of, file_stat
from pressrum.parse.setting import Setting
from pressrum.places import RECORD
from pressrum.plan.outlook import Outlook


class Source(NamedTuple):
    """A file of the sources, as it was read."""

    stat: FileStat
    settled: bool
    """Whether a change after it was read would be sure to change `stat`."""
    digest: str
    """SHA-256 of its bytes."""


@dataclass(frozen=True)
class Facts:
    """What is noted of a build as a whole when it is done."""

    program: str
    sources: dict[str, Source]
    manifest: str
    """SHA-256 of the manifest that it left."""
    setting: Setting
    chosen: bool
    """Whether the moment was asked for."""
    preview: bool
    searched: bool
    """Whether the site has a search."""
    alike: frozenset[str]
    """The sources of releases with the title of another: other words can make a copy of one."""
    outlook: Outlook

    def stand(self, request: Request) -> bool:
        """Whether a build for `request` would do and tell the same, as long as the sources are the same.

        True until the site's next change by itself, and for the same day alone: some warnings count days.
        """
        if (request.preview, request.now is not None) != (self.preview, self.chosen):
            return False
        now = chosen_now(request.now, self.setting.zone)
        then, change = self.outlook.now, self.outlook.next_change
        if self.chosen:
            return now == then
        return then <= now and now.date() == then.date() and (change is None or now < change)


class Changes(NamedTuple):
    """The sources as they are now, compared with those of the last build."""

    sources: dict[str, Source]
    """As they are now."""
    changed: list[str]
    """Files with other bytes, also new ones."""
    gone: frozenset[str]


def after(request: Request, facts: Facts, outlook: Outlook, kept: tuple[Path, bytes] | None) -> bytes:
    """Give what is to be noted when all is written, pickled.

    `kept` is the file and content of the public record, where that was written. Of the warnings that are
    told once, those of published texts are left out, but in a trial: the next build is not to repeat them.
    """
    sources = facts.sources
    if kept:
        file, record = kept
        new = Source(file_stat(file.stat()), False, hashlib.sha256(record).hexdigest())
        sources = sources | {RECORD: new}
    waiting = {text.source for text in outlook.waiting}
    still = tuple(warning for warning in outlook.told_once if warning.where.path in waiting)
    noted = outlook if request.trial else replace(outlook, told_once=still)
    manifest = digest_of(request.output / OWN / MANIFEST)
    return pickle.dumps(replace(facts, sources=sources, outlook=noted, manifest=manifest))


def sources_of(seen: Mapping[str, SourceFile], digests: Mapping[str, str], began: int) -> dict[str, Source]:
    """Note the sources that were read after the moment `began` (nanoseconds), with their digests."""
    return {
        path: Source(stat, stat.settled(began), digests[path])
        for path, (_, stat) in seen.items()
        if path in digests
    }


def changes(seen: Mapping[str, SourceFile], last: Mapping[str, Source]) -> Changes:
    """Find what has changed; a file is read only where its stat is not proof enough."""
    began = time.time_ns()
    sources, changed = {}, []
    for path, (file, stat) in seen.items():
        known = last.get(path)
        if known is not None and known.settled and known.stat == stat:
            sources[path] = known
            continue
        sources[path] = Source(stat, stat.settled(began), digest_of(file))
        if known is None or known.digest != sources[path].digest:
            changed.append(path)
    return Changes(sources, changed, frozenset(last.keys() - seen.keys()))
