"""What staff are told of a text, for the tests of slips in it."""

from __future__ import annotations

from pressrum.errors import Slips, located
from pressrum.language import Language
from pressrum.parse.markdown.body import parse_markdown


def told(text: str, line: int = 1) -> list[tuple[str, str, str]]:
    """Give place, message and hint of each slip in a text that begins on `line`."""
    tell = Language("en").tell
    return [
        (f"{slip.where.line}:{slip.where.column}", tell(slip.message), tell(slip.hint))
        for slip in parse_markdown(text, "a.md", line, "sv").losses
    ]


def in_lines(slips: Slips, text: str) -> list[str]:
    """Give place and message of slips that were found in a text."""
    tell = Language("en").tell
    return [
        f"{slip.where.line}:{slip.where.column}: {tell(slip.message)}" for slip in located(slips, text, "")
    ]
