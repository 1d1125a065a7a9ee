"""What slow work has made, kept below the site's .cache so that it is made once.

Each file begins with a digest of the rest: one that was damaged is none. Taking the folder away
costs time and changes no byte of the site.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

SEAL = hashlib.sha256().digest_size
"""Octets of the digest."""


def sealed(content: bytes) -> bytes:
    """Give `content` with its digest in front."""
    return hashlib.sha256(content).digest() + content


def unsealed(kept: bytes) -> bytes | None:
    """Give the content that was sealed, or None when it is not whole."""
    content = kept[SEAL:]
    return content if kept[:SEAL] == hashlib.sha256(content).digest() else None


def recall(file: Path) -> bytes | None:
    """Give what `remember` has kept in `file`, unless it is not there, cannot be read or is not whole."""
    try:
        return unsealed(file.read_bytes())
    except OSError:
        return None


def remember(file: Path, content: bytes) -> None:
    """Keep `content` in `file`, in one step. Raises `OSError` where nothing can be kept."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    beside.write_bytes(sealed(content))
    beside.replace(file)
