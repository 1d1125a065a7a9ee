"""The error messages of Jinja and Python for a faulty template, each with ours, which is translated."""

from __future__ import annotations

import re

from pressrum.errors import Param, Text, say

UNENDED = say("{name} is begun, and end{name} is missing")
NUMBER, TEXT, LIST = say("a number"), say("a text"), say("a list")
OURS: dict[str, Param] = {
    "can only concatenate": "+",
    "int": NUMBER,
    "float": NUMBER,
    "str": TEXT,
    "Markup": TEXT,
    "list": LIST,
    "tuple": LIST,
    "bool": say("yes or no"),
    "NoneType": say("nothing"),
    "date": say("a day"),
    "datetime": say("a moment"),
}
"""What staff are told for words in their messages: types, and a sign. Names of our own types stay."""
GIVEN = ("name", "due")
"""The groups in `MESSAGES` that are quoted from the template, and not Python's words."""
BETWEEN = say("{sign} cannot stand between {one} and {other}")
UNGIVEN = say("{name} is not given in the brackets")
UNWANTED = say("{name} is given in the brackets, and is not taken")
NO_LIST = say("a list is due, and this is {one}")
TOO_FEW = say("less is given in the brackets than is due")
TOO_MANY = say("more is given in the brackets than is taken")
NUMBER_DUE = say("a number is due, and this is {one}")
WHOLE_DUE = say("a whole number is due, and this is {one}")
TEXT_DUE = say("a text is due, and this is {one}")
NOT_SET = say("a part of what there is already cannot be set: give it a name of its own")
UNFIT = say("the text with % and what is to stand in it do not fit")
MESSAGES = (
    # What cannot be read.
    (r"nesting mistake.*closed is '(?P<name>\w+)'", UNENDED),
    (r"unknown tag '(?P<name>end\w+)'", say("{name} ends what is not begun")),
    (r"unknown tag '(?P<name>\w+)'", say('there is no tag "{name}"')),
    (r"closed is '(?P<name>\w+)'", UNENDED),
    ("Missing end of comment", say("a comment is begun, and its end is missing")),
    ("Missing end of raw", say("raw is begun, and endraw is missing")),
    (r"block '(?P<name>\w+)' defined twice", say("there are two blocks called {name}")),
    ("(?:got|unexpected) 'end of", say("something is missing before the end")),
    ("(?:got|unexpected) '(?:integer|float|string)'", say("a number or a text does not fit here")),
    ("'name', got '", say("a name is missing")),
    ("'end of [^']+', got '(?P<name>.+)'", say("the sign {name} does not fit here")),
    ("'(?P<due>[^']+)', got '(?P<name>.+)'", say("{name} stands where {due} is due")),
    ("unexpected '(?P<name>[^']+)', expected '(?P<due>.+)'", say("{name} stands where {due} is due")),
    (r"""unexpected (?:char )?['"](?P<name>.+)['"]""", say("the sign {name} does not fit here")),
    # What stops.
    (r"unsupported operand .* for (?P<sign>\S+).*: '(?P<one>[\w.]+)' and '(?P<other>[\w.]+)'", BETWEEN),
    (r"'(?P<sign>[<>=]+)' not supported .* '(?P<one>[\w.]+)' and '(?P<other>[\w.]+)'", BETWEEN),
    (r"(?P<sign>can only concatenate) (?P<one>[\w.]+) \(not \"(?P<other>[\w.]+)\"\)", BETWEEN),
    (
        r"bad operand type for unary (?P<sign>.): '(?P<one>[\w.]+)'",
        say("{sign} cannot stand before {one}"),
    ),
    ("(?:division|modulo)(?: by zero)", say("nothing can be divided by 0")),
    (r"'(?P<one>[\w.]+)' object is not callable", say("{one} is followed by brackets, and takes none")),
    (r"'(?P<one>[\w.]+)' (?:object )?is not iterable", NO_LIST),
    (r"cannot unpack non-iterable (?P<one>[\w.]+) object", NO_LIST),
    ("values to unpack", say("there are more names than values, or fewer")),
    (r"parameter '(?P<name>\w+)' was not provided", UNGIVEN),
    (r"^'(?P<name>\w+)'$", UNGIVEN),  # what a KeyError says
    (r"missing \d+ required .*?: '(?P<name>\w+)'", UNGIVEN),
    (r"(?:no|unexpected) keyword argument '(?P<name>\w+)'", UNWANTED),
    (r"takes not more than \d+ argument|takes .* arguments? but \d|takes no arguments", TOO_MANY),
    (r"(?:index|item).* (?:out of range for positional|has to be provided)", TOO_FEW),
    (r"multiply sequence by non-int of type '(?P<one>[\w.]+)'", WHOLE_DUE),
    (r"'(?P<one>[\w.]+)' object cannot be interpreted as an integer", WHOLE_DUE),
    ("slice indices must be", say("in square brackets with : whole numbers are due")),
    (r"'(?P<one>[\w.]+)' object is not subscriptable", NO_LIST),
    (r"type (?P<one>[\w.]+) doesn't define __round__", NUMBER_DUE),
    (r"bad operand type for abs\(\): '(?P<one>[\w.]+)'", NUMBER_DUE),
    (r"string.*, (?:not|got) '?(?P<one>[\w.]+)", TEXT_DUE),
    ("non-namespace object|does not support item assignment", NOT_SET),
    (r"Object of type (?P<one>[\w.]+) is not JSON", say("{one} cannot be written as JSON")),
    (r"'(?P<one>[\w.]+)' object has no attribute '(?P<name>\w+)'", say('{one} has no "{name}"')),
    (r"object of type '(?P<one>[\w.]+)' has no len", say("{one} has no length")),
    (r"object has no element (?P<name>\S+)", say("the list has no entry {name}")),
    (r"[Nn]o test named '(?P<name>\w+)'", say('there is no test "{name}"')),
    (r"not export the requested name '(?P<name>\w+)'", say('that template has no macro "{name}"')),
    ("% ?. format|format string|string formatting", UNFIT),
    ("Exceeds the limit .*digits|result out of range", say("the number is too large")),
    ("^$", say("there is not memory enough for what is asked for")),  # what a MemoryError says
)
"""Patterns of their messages, and what staff are told instead; the first that fits counts.

They are compiled when a template stops, and not by each build.
"""


def in_our_words(words: str) -> Text | str:
    """Give our message for one of Jinja's or Python's; that itself where it is unknown.

    >>> in_our_words("division by zero").msgid, in_our_words("no words of Python's")
    ('nothing can be divided by 0', "no words of Python's")
    """
    for pattern, text in MESSAGES:
        if found := re.search(pattern, words):
            return say(text.msgid, **{name: _ours(name, part) for name, part in found.groupdict().items()})
    return words


def _ours(name: str, part: str) -> Param:
    return part if name in GIVEN else OURS.get(part.rpartition(".")[2], part)
