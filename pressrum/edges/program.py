"""Which program this is: a digest of our sources and of the libraries that shape the bytes.

It is found out once, for a preview goes on with what it began with whatever is installed meanwhile.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

from pressrum.edges.source_files import file_stat

OURS = (".py", ".mo")
INSTALLED = ("site-packages", "dist-packages")
SHAPING = (
    "babel",
    "font-source-serif-pro",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "pillow",
    "pydantic",
    "python-frontmatter",
    "pyyaml",
    "segno",
    "tzdata",
)


@cache
def fingerprint() -> str:
    """Give a digest that changes when the program may be another: quick, and only good on this machine.

    It looks at the times of our files, and at those of the folders where libraries are installed.
    """
    package = Path(__file__).parent.parent
    libraries = [Path(folder) for folder in sys.path if folder.endswith(INSTALLED)]
    seen = [sys.version, str(package)]
    seen += [f"{folder} {file_stat(folder.stat())}" for folder in libraries if folder.is_dir()]
    for folder, _, _ in os.walk(package):
        with os.scandir(folder) as entries:
            seen += [
                f"{entry.path} {file_stat(entry.stat())}" for entry in entries if entry.name.endswith(OURS)
            ]
    return hashlib.sha256(os.fsencode("\n".join(sorted(seen)))).hexdigest()


@cache
def program() -> str:
    """Give the digest; another one means that no page of the last build is known to be the same."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to load, and seldom needed

    digest = hashlib.sha256(sys.version.encode())
    for library in SHAPING:
        digest.update(f"{library} {version(library)}\n".encode())
    package = Path(__file__).parent.parent
    for file in sorted(file for ending in OURS for file in package.rglob(f"*{ending}")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
