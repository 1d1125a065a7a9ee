"""Fields that are one of a few words, in Swedish or English: yes or no, and what the law has a word for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from pressrum.errors import BadValue, Text, say
from pressrum.written import shapes

TRUE = ("ja", "true", "yes", "sant", "på", "on")
FALSE = ("nej", "false", "no", "falskt", "av", "off")
TRUTH = shapes.one_of(("ja", "nej"), {"type": "boolean"}, taken=TRUE + FALSE)
DEGREES = {"fully": "fully", "partly": "partly", "not": "not"} | {
    word + ending: degree
    for word, degree in (("helt", "fully"), ("delvis", "partly"), ("inte", "not"))
    for ending in ("", " förenlig")
}
METHODS = {
    "self-assessment": "self",
    "självskattning": "self",
    "external": "external",
    "extern": "external",
    "extern granskning": "external",
}
KINDS = {
    "failure": "failure",
    "brist": "failure",
    "burden": "burden",
    "betungande": "burden",
    "exempt": "exempt",
    "undantaget": "exempt",
}


def _single(value: object) -> str:
    """Give what a single value says; a list or a map is for pydantic's caller to explain."""
    if isinstance(value, str):
        return value
    kind = "string_type"
    raise PydanticCustomError(kind, "a text is due")


SINGLE = BeforeValidator(_single)
"""Gives the next validator a text; pydantic asks the last of several first."""


def _truth(text: str) -> bool:
    word = text.strip()
    if word.lower() in TRUE:
        return True
    if word.lower() in FALSE:
        return False
    raise BadValue(
        say('"{text}" is neither yes nor no', text=word), say("write yes or no (or true, false, ja, nej)")
    )


def _one_of(meanings: dict[str, str], names: Text) -> BeforeValidator:
    """Give what reads one of a few words; `names` are those to choose from, as the reader is told."""

    def read(text: str) -> str:
        word = text.strip()
        if word.lower() in meanings:
            return meanings[word.lower()]
        raise BadValue(
            say('"{text}" is none of the words for this', text=word),
            say("write one of these: {names}", names=names),
        )

    return BeforeValidator(read)


Truth = Annotated[bool, BeforeValidator(_truth), SINGLE, WithJsonSchema(TRUTH)]
Degree = Annotated[
    Literal["fully", "partly", "not"],
    _one_of(DEGREES, say("fully, partly, not")),
    SINGLE,
    WithJsonSchema(shapes.one_of(DEGREES, taken=DEGREES)),
]
Method = Annotated[
    Literal["self", "external"],
    _one_of(METHODS, say("self-assessment, external")),
    SINGLE,
    WithJsonSchema(shapes.one_of(METHODS, taken=METHODS)),
]
Kind = Annotated[
    Literal["failure", "burden", "exempt"],
    _one_of(KINDS, say("failure, burden, exempt")),
    SINGLE,
    WithJsonSchema(shapes.one_of(KINDS, taken=KINDS)),
]
