"""A build that finds its site as the last one left it, or with nothing new but words and templates.

What nobody has changed is not planned again: sources and outputs are looked at, and what the last
build noted still holds. All else is left to the whole build, which gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pressrum.edges.notes.facts import Changes, Facts, changes
from pressrum.edges.notes.notebook import Notebook
from pressrum.edges.request import Outcome, Request
from pressrum.edges.source_files import COMING, MANIFEST, OWN, SourceFile
from pressrum.parse.places import is_template, is_text
from pressrum.plan.manifest import Manifest, Work, parse_manifest


def unchanged(request: Request, seen: Mapping[str, SourceFile], notebook: Notebook) -> Outcome | None:
    """Bring output/ up to date where that takes little; None where it takes a whole build.

    `seen` are the sources. Raises `OSError` where the machine refuses.
    """
    facts = _noted_facts(notebook)
    if facts is None or request.frozen or not facts.stand(request):
        return None  # whether the record would change, a whole build alone can tell
    new = changes(seen, facts.sources)
    manifest = _untouched(request.output, facts)
    if new.gone or manifest is None:
        return None
    if not new.changed:
        return _nothing_new(new, facts, notebook)
    if not all(is_template(path) or (is_text(path) and not facts.searched) for path in new.changed):
        return None
    from pressrum.edges.again import made_again  # noqa: PLC0415 - slow to load: it makes pages

    return made_again(request, seen, new, facts, manifest, notebook)


def _noted_facts(notebook: Notebook) -> Facts | None:
    """Give what was noted of the last build."""
    packed = notebook.facts()
    facts = pickle.loads(packed) if packed else None  # noqa: S301 - ours, sealed
    return facts if isinstance(facts, Facts) else None


def _untouched(output: Path, facts: Facts) -> Manifest | None:
    """Give the manifest when it and all files that it lists are as the last build left them.

    None after a build that was cut off: what it was about to move may be there.
    """
    if (output / OWN / COMING).exists():
        return None
    try:
        content = (output / OWN / MANIFEST).read_bytes()
        if hashlib.sha256(content).hexdigest() != facts.manifest:
            return None
        manifest = parse_manifest(content, facts.program)
        for name, entry in manifest.items():
            stat = os.stat(f"{output}/{name}")  # noqa: PTH116 - twenty thousand files in a large site
            if (stat.st_size, stat.st_mtime_ns) != (entry.size, entry.modified):
                return None
    except OSError:
        return None
    return manifest


def _nothing_new(new: Changes, facts: Facts, notebook: Notebook) -> Outcome:
    if new.sources != facts.sources:
        notebook.write(pickle.dumps(replace(facts, sources=new.sources)))
    return Outcome(facts.outlook, Work((), ()), ())
