"""What staff are told of a source that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pressrum.errors import BadSource
from pressrum.language import Language


def told(read: Callable[[], object]) -> list[str]:
    """Give the mistakes that `read` raises, in English: line, column, message and hint."""
    return [whole.partition(":")[2] for whole in told_in_file(read)]


def told_in_file(read: Callable[[], object]) -> list[str]:
    """Give the same with the path of the file in front."""
    with pytest.raises(BadSource) as raised:
        read()
    tell = Language("en").tell
    return [f"{bad.where}: {tell(bad.message)} | {tell(bad.hint)}" for bad in raised.value.mistakes]
