"""What staff are told of their sources, in English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pressrum.errors import BadSource, Mistake
from pressrum.language import Language


def in_words(mistake: Mistake) -> str:
    """Give a mistake or a warning: path, line, column, message and hint."""
    tell = Language("en").tell
    return f"{mistake.where}: {tell(mistake.message)} | {tell(mistake.hint)}"


def told(read: Callable[[], object]) -> list[str]:
    """Give the mistakes that `read` raises: line, column, message and hint."""
    return [whole.partition(":")[2] for whole in told_in_file(read)]


def told_in_file(read: Callable[[], object]) -> list[str]:
    """Give the same with the path of the file in front."""
    with pytest.raises(BadSource) as raised:
        read()
    return list(map(in_words, raised.value.mistakes))
