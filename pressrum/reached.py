"""How a field is read that says where somebody or something is reached: mail, phone, web, place on earth.

Each type is one as those of `pressrum.written`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from pressrum.errors import BadValue, say
from pressrum.written import Line, written_as

EMAIL = r"(?!')[^\s@<>\",;:]+(?<!')@[^\s@<>\"',;:]+\.[^\s@<>\"',;:.]+"
"""How an e-mail address is written; an apostrophe may stand in a name (RFC 5322, 3.2.3), not around it."""


def _on_earth(text: str) -> str:
    latitude, longitude = (float(degrees) for degrees in text.split(","))
    if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - degrees
        return text
    raise BadValue(
        say('"{text}" is nowhere on the earth', text=text),
        say("write latitude and longitude in degrees: 59.3121, 18.0510"),
    )


Email = Annotated[
    Line,
    written_as(
        EMAIL,
        lambda text: say('"{text}" is not an e-mail address', text=text),
        say("write name@example.se"),
    ),
]
Reach = Annotated[
    Line,
    written_as(
        rf"{EMAIL}|https://[^\s<>\"]+",
        lambda text: say('"{text}" is neither an e-mail address nor a web address with https', text=text),
        say("write name@example.se or https://www.example.se/report/"),
    ),
]
Phone = Annotated[
    Line,
    written_as(
        r"\+?[\d\s()/–-]{5,}",
        lambda text: say('"{text}" is not a phone number', text=text),
        say("write digits, as 08-508 29 000 or +46 8 508 29 000"),
    ),
]
WebAddress = Annotated[
    Line,
    written_as(
        r"https?://(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?"
        r"(?::[1-6]?[0-9]{1,4})?(?:/(?!\.+/?$|\.+/)[\w.~-]+)*/?",
        lambda text: say('"{text}" is not a web address', text=text),
        say("write all of it: https://www.example.se/"),
    ),
]
Position = Annotated[
    Line,
    written_as(
        r"-?[0-9]{1,2}(?:\.[0-9]+)?, ?-?[0-9]{1,3}(?:\.[0-9]+)?",
        lambda text: say('"{text}" is not a position', text=text),
        say("write latitude and longitude in degrees: 59.3121, 18.0510"),
    ),
    AfterValidator(_on_earth),
]
