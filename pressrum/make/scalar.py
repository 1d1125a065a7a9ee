"""A text as a value in YAML, as a person would write it."""

from __future__ import annotations

import re

from pressrum.nodes import NULLS

PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*")
"""What can stand without quotation marks: it begins with a letter or a digit."""
FLOW = re.compile(r"[\[\]{},]")
"""What parts values from each other within braces and brackets."""


def scalar(text: str, *, flow: bool = False) -> str:
    r"""Give `text`, with quotation marks where YAML needs them; `flow` says whether it stands within braces.

    >>> scalar("kl. 18.00")
    'kl. 18.00'
    >>> print(scalar("Nytt: vi bygger"), scalar("A, B", flow=True), scalar('"Ja"'), scalar("null"))
    "Nytt: vi bygger" "A, B" "\"Ja\"" "null"
    """
    bare = PLAIN.fullmatch(text) and text == text.strip() and not text.endswith(":")
    if bare and text not in NULLS and not (flow and FLOW.search(text)):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
