"""Which program this is: a digest of our sources and of the libraries that shape the bytes."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

SHAPING = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "pillow",
    "pydantic",
    "python-frontmatter",
    "pyyaml",
    "tzdata",
)


def program() -> str:
    """Give the digest; another one means that no page of the last build is known to be the same."""
    digest = hashlib.sha256(sys.version.encode())
    for library in SHAPING:
        digest.update(f"{library} {version(library)}\n".encode())
    package = Path(__file__).parent.parent
    for file in sorted([*package.rglob("*.py"), *package.rglob("*.mo")]):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
