"""A cache, below the site's .cache, of what slow work has made: pictures, and answers of Pagefind.

Each file begins with a digest of its name and of the rest, so that one that is damaged or has another's
content is not used. Removing the folder costs time and changes no byte of the site.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

PICTURES, SEARCH = Path(".cache", "pictures"), Path(".cache", "search")
SEAL = hashlib.sha256().digest_size
"""Octets of the digest."""


def sealed(content: bytes, name: str) -> bytes:
    """Give `content` with the digest of its name and of itself in front."""
    return hashlib.sha256(name.encode() + b"\0" + content).digest() + content


def unsealed(kept: object, name: str) -> bytes | None:
    """Give the content that was sealed under `name`, or None when it is another, or not whole."""
    content = kept[SEAL:] if isinstance(kept, bytes) else b""
    return content if kept == sealed(content, name) else None


def recall(file: Path) -> bytes | None:
    """Give what `remember` has kept in `file`, unless it is not there, cannot be read or is not whole."""
    try:
        return unsealed(file.read_bytes(), file.name)
    except OSError:
        return None


def remember(file: Path, content: bytes) -> None:
    """Keep `content` in `file`, in one step. Raises `OSError` where nothing can be kept."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(sealed(content, file.name))
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
