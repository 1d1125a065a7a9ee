"""How fields are read that hold an e-mail address, a phone number, a web address, a place or a position.

Each type is one as those of `pressrum.written.values`.
"""

from __future__ import annotations

import re
from string import punctuation
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from pressrum.errors import BadValue, say
from pressrum.written.called_off import FULL, MOVED, takes_place
from pressrum.written.clocks import parse_times
from pressrum.written.listed import MARKS
from pressrum.written.values import Line, written_as

NEVER = r"\s@<>()\[\]\",;:“”„‘’»«"
"""What no address holds unquoted (RFC 5322, 3.2.3), and the quotation marks of word processors."""
EMAIL = rf"(?!')[^{NEVER}.]+(?:\.[^{NEVER}.]+)*(?<!')@[^{NEVER}'.]+(?:\.[^{NEVER}'.]+)+"
"""How an e-mail address is written; an apostrophe may stand in a name, not around it, and no two points."""
AT = re.compile(r"\s*(?:@|[(\[](?:at|a|snabel-?a)[)\]])\s*", re.IGNORECASE)
LAST_POINT = re.compile(
    r"(@[^\s@.,;]+) ?[.,;] ?([a-z]{2,6})$|(@[^\s@,;]+)[,;](se|nu|com|org|net|eu|fi|no|dk)$", re.IGNORECASE
)
"""The last point of an address, or a sign in its place: after another point only before such an end."""
BEGUN = re.compile(r"(?:^|\s)[a-zåäöé.]+\s$|\w’$")
"""A word that may be the beginning of the address behind it."""

NUMBER = r"(?=(?:\D*\d){5})\+?[\d\s()/\u2010\u2011–-]+"
AMONG_WORDS = re.compile(r"(?<![^\s:])\+?\(?\d[\d\s()/–-]{3,}\d(?![\w.-])")
"""A number that words stand around: `08-508 29 000 (växel)`."""
EXTENSION = re.compile(r"(?i)(?<=[\d)])[ ,;(]*(?:x|ext(?:ension|n)?|ankn(?:ytning)?)[. :]*\d{1,6}\)?$")
"""What is dialled when the number has answered."""
LETTERS, DIGITS = re.compile(r"(?=.*\d)[\doOlI +()/.–-]+"), str.maketrans("oOlI", "0011")
"""A number in which letters are typed for the digits that they look like."""
ZERO = re.compile(r"((?:\+|00)46[\s-]*)0")
"""The zero of an area behind the number of the country, where it is not dialled."""
HOUR_BEHIND = re.compile(
    r"(?i)(?<=\w)[,;.]? ((?:kl\.?|klockan|(?:time|tid)(?= \d+[.:])) ?\d{1,2}(?:[.:]\d\d)?"
    r"(?:[-–]\d{1,2}(?:[.:]\d\d)?)?)$"
)
"""The hour of a meeting behind its place, where no calendar finds it."""
ENTERED = re.compile(
    r"(?i)\b(?:insläpp|ingång|entré|dörr|öppn|samling|från|efter|till|door|open|entrance|from|after)"
)
"""Words that say that an hour behind a place is when its doors open, and not when the meeting begins."""
QUOTED = re.compile("[“”„»«]([^“”„»«]+)[“”„»«]")
HOUR = re.compile(r"(?i)kl\b|klockan\b|\d\d?[.:]\d\d")
"""How an hour begins that is no number of a house."""
SWEDISH = "Europe/Stockholm"
"""The time zone of sites whose numbers without a country's are Swedish."""
MOST_DIGITS = 15
"""In a number with that of its country (E.164, 6.1)."""
LOCAL_DIGITS = 8
"""In a Swedish number without that of its area, at most."""
SECOND = re.compile(r"(?:[^\d/]*\d){8,}[^\d/]*/[^\d]*\d.*")
"""A slash after more digits than any area or country has: another number follows."""

NOT_YET = re.compile(
    r"""(?: (?:(?:plats|lokal|adress)(?:en)?|place|venue|address|(?:mer\ )?info) (?:\ är|\ is|:)?\ )?
    (?: tb[acd] | t\.b\.[acd] | n/a | to\ be\ (?:announced|confirmed|decided)
      | (?:ska\ )? (?:meddelas|anges|bestäms|bestämmas|kommer|klart) (?:\ (?:senare|snart|inom\ kort))?
      | (?:ej|inte|not) (?:\ ännu|\ än|\ yet)?
        \ (?:klar|bestäm|känd|fastställ|spika|decided|known|confirmed)[dt]? (?:\ ännu|\ än|\ yet)?
      | (?:vi\ )?återkommer | nya?\ (?:lokal|plats|adress)(?:en)? | new\ (?:venue|place|address)
      | oklart? | obestäm[dt] | okän[dt] | unknown | vet\ (?:ej|inte) | senare | later
    )?""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that stand in the place of a place; nothing, when marks around them are all there is."""
AROUND = " " + punctuation + "…–—"

FILE = re.compile(r"(https?://[^/]+/(?:.*/)?)[^/]+\.(?:html?|php|aspx)/?", re.IGNORECASE)
"""The address of a page that a server has as a file, cut before its name."""
POSITION = re.compile(r"-?[0-9]{1,2}(?:\.[0-9]+)?, ?-?[0-9]{1,3}(?:\.[0-9]+)?")
NEARLY = re.compile(
    r"[\[(]?(-?[0-9]{1,2}(?:[.,][0-9]+)?)[°N ]{,3}[,;/ ]{1,3}(-?[0-9]{1,3}(?:[.,][0-9]+)?)[°EÖ ]{,3}[\])]?",
    re.IGNORECASE,
)
"""A position with commas in its numbers, another mark between them, or signs around them."""
EXAMPLE = say("write latitude and longitude in degrees: 59.3121, 18.0510")


def international(phone: str, zone: str = SWEDISH) -> str:
    """Give a number for a `tel:` link (RFC 3966); a leading zero is Sweden's, in its time zone alone.

    >>> international("08-508 29 000"), international("020 7946 0000", "Europe/London")
    ('+46850829000', '02079460000')
    >>> international("0046 (0)8 508 29 000")
    '+46850829000'
    """
    digits = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    if digits.startswith("00"):
        return "+" + digits[2:]
    return "+46" + digits[1:] if digits.startswith("0") and zone == SWEDISH else digits


def _one_number(text: str) -> str:
    """Give back a number that can be called from anywhere, or is short; raise for any other."""
    number = international(text)
    if found := ZERO.match(text):
        raise BadValue(
            say('"{text}" has a zero that is not dialled after +46', text=text),
            say("write {name}", name=found[1] + text[found.end() :]),
        )
    if len(number.lstrip("+")) > MOST_DIGITS or SECOND.fullmatch(text):
        raise BadValue(
            say('"{text}" is too long for one phone number', text=text),
            say("write one number for each contact"),
        )
    if not number.startswith("+") and len(number) > LOCAL_DIGITS:
        raise BadValue(
            say('"{text}" begins with neither 0 nor +', text=text),
            say("write {name}", name=f"+{text}")
            if number.startswith("46")
            else say("begin it with 0, or with + and the number of the country, as +46 for Sweden"),
        )
    return text


def mailbox_within(text: str) -> str:
    """Give the one e-mail address in a text, such as `Anna Ek <anna@example.se>`; "" for more or none.

    A comma, a semicolon or a space in place of the last point is a slip for it, as are two points for one.
    """
    whole = LAST_POINT.sub(r"\1\3.\2\4", re.sub(r"\.\.+", ".", AT.sub("@", text)))
    found = list(dict.fromkeys(re.findall(EMAIL, whole)))
    return found[0] if len(found) == 1 and not BEGUN.search(whole.partition(found[0])[0]) else ""


def _number_within(text: str) -> str:
    """Give the number that all digits of a text are in, also with stops between them; "" without one.

    Raises `BadValue` for a number that could not be written so either.
    """
    outer = text.translate(DIGITS) if LETTERS.fullmatch(text) else EXTENSION.sub("", text)
    found = AMONG_WORDS.search(re.sub(r"(?<=\d)\.(?=\d)", " ", outer.strip(f" .,;{MARKS}")))
    return _one_number(found[0]) if found and re.sub(r"\D", "", found[0]) == re.sub(r"\D", "", outer) else ""


def _whole_address(text: str) -> str:
    """Give the address of a site that was written without its beginning, or with a question behind it."""
    return f"https://{re.sub('^https?:/+', '', re.split('[?#]', text)[0]).rstrip('/')}/"


def _no_file(text: str) -> str:
    """Give back an address that others can stand below; raise for that of a file."""
    if found := FILE.fullmatch(text):
        raise BadValue(
            say('"{text}" ends with the name of a file', text=text), say("write {name}", name=found[1])
        )
    return text


def _unquoted(text: str) -> str:
    """Give back a name; raise for one in a word processor’s quotation marks: to YAML they are letters."""
    if found := QUOTED.fullmatch(text):
        raise BadValue(
            say('"{text}" would be shown with its quotation marks', text=text),
            say("write {name}", name=found[1]),
        )
    return text


def _known_place(text: str, known: ValidationInfo) -> str:
    """Give back a place; raise for what stands there until one is known, and for the state of a meeting."""
    said, tip = text.strip(AROUND), None
    if NOT_YET.fullmatch(said):
        tip = say("leave {name}: out until it is known", name=known.field_name or "")
    elif FULL.fullmatch(said):
        tip = say("write it in {name}:", name="signup")
    elif MOVED.match(said):
        tip = say(
            "write the place alone; for a new day change date:, or write cancelled: and why until it is set"
        )
    if tip:
        raise BadValue(say('"{text}" is not a place', text=text), tip)
    if hour := text if is_hour(text) else _hour_behind(text):
        raise BadValue(
            say('"{text}" is an hour, and no place', text=hour), say("write it in {name}:", name="time")
        )
    return text


def _known_district(text: str) -> str:
    """Give back a district; raise for what stands there until one is known."""
    if NOT_YET.fullmatch(text.strip(AROUND)):
        raise BadValue(
            say('"{text}" is not a place', text=text),
            say("write the district, or leave the meeting out until it is known"),
        )
    return text


def _hour_behind(place: str) -> str:
    """Give the hour of a meeting behind its `place`; "" where there is none, or doors open then."""
    behind = HOUR_BEHIND.search(place) if place[-1:].isdecimal() else None
    return behind[1] if behind and not ENTERED.search(place) else ""


def is_hour(text: str) -> bool:
    """Whether an hour stands where a place is due; a number alone may be that of a house."""
    if not HOUR.match(text):
        return False
    try:
        parse_times(text)
    except BadValue:
        return False
    return True


def _position(text: str, known: ValidationInfo) -> str:
    """Give back latitude and longitude in degrees; raise for all else."""
    if not POSITION.fullmatch(text):
        raise _no_position(text)
    latitude, longitude = (float(degrees) for degrees in text.split(","))
    if latitude == longitude == 0:
        hint = say("leave {name}: out until it is known", name=known.field_name or "")
        raise BadValue(say('"{text}" is in the sea off Africa', text=text), hint)
    if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - degrees
        return text
    raise BadValue(say('"{text}" is nowhere on the earth', text=text), EXAMPLE)


def _no_list(value: object) -> object:
    """Give back what is no list: the brackets of a position are taken for those of one."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        written = f"[{', '.join(value)}]"
        raise _no_position(written)
    return value


def _no_position(text: str) -> BadValue:
    found = NEARLY.fullmatch(text)
    meant = found and ", ".join(degrees.replace(",", ".") for degrees in found.groups())
    hint = say("write {line}", line=f'"{meant}"') if meant else EXAMPLE
    return BadValue(say('"{text}" is not a position', text=text), hint)


Email = Annotated[
    Line,
    written_as(
        EMAIL,
        say('"{text}" is not an e-mail address'),
        say("write name@example.se"),
        mailbox_within,
    ),
]
Reach = Annotated[
    Line,
    written_as(
        rf"{EMAIL}|https://[^\s<>\"]+",
        say('"{text}" is neither an e-mail address nor a web address with https'),
        say("write name@example.se or https://www.example.se/report/"),
        mailbox_within,
    ),
]
Phone = Annotated[
    Line,
    written_as(
        NUMBER,
        say('"{text}" is not a phone number'),
        say("write digits, as 08-508 29 000 or +46 8 508 29 000"),
        _number_within,
    ),
    AfterValidator(_one_number),
]
WebAddress = Annotated[
    Line,
    written_as(
        r"https?://(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?"
        r"(?::[1-6]?[0-9]{1,4})?(?:/(?!\.+/?$|\.+/)[\w.~-]+)*/?",
        say('"{text}" is not a web address'),
        say("write all of it: https://www.example.se/"),
        _whole_address,
    ),
    AfterValidator(_no_file),
]
_Name = Annotated[Line, AfterValidator(takes_place), AfterValidator(_unquoted)]
DistrictName = Annotated[_Name, AfterValidator(_known_district)]
Place = Annotated[_Name, AfterValidator(_known_place)]
Position = Annotated[Line, AfterValidator(_position), BeforeValidator(_no_list)]
