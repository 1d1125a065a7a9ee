"""Slips within brackets and after them: `- {district: Farsta, place: Sal #2}`, `topics: [a], b`."""

from __future__ import annotations

import re

from pressrum.errors import Location, Mistake, Text, say
from pressrum.fields.names import LIST_FIELDS, NAMES
from pressrum.nodes import Mapping, Scalar, to_python
from pressrum.parse.yaml.lines import line_at
from pressrum.written.markup import unlinked, unmarked
from pressrum.written.moments import as_hour
from pressrum.written.reached import mailbox_within

MARKED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
QUOTED = rf"(?<=[\[{{,:\s]){MARKED}"
SIGN = re.compile(rf"{QUOTED}|[\[\]{{}},]")
"""A quoted value, in which no sign counts, or a sign that parts what stands within brackets."""
COMMENT = re.compile(rf"{QUOTED}|(?<=[\s\[{{,])(#.*)")
VALUELESS = re.compile(r"[{,]\s*([^\s:{},]+)$")
"""A field within braces, cut before the colon, behind which nothing stands."""
REASONS = ("cancelled", "retracted")
"""Fields that nobody leaves out until they are known."""
DUE = ("title", "date", "district")
"""Fields that no text and no meeting is without."""
CLOSED = re.compile(r"(\s*(?:- )?(?:[^\s:{\[]+: +)?)([\[{].*[\]}])\s*")
"""A line as far as a bracket that closes; cut before the one that it closes."""
PART = re.compile(r"\s*([^\s:]+: +)?(.*?)\s*")
"""What stands between two commas, cut before the value."""
NEXT = re.compile(r"(.*\S) +([^\s:]+):(?: .*)?")
"""A value in which another field begins, for want of a comma."""
BEHIND = re.compile(rf"({MARKED})[ ;.]*([^\s:]+):(?: .*)?")
"""One within quotation marks, with another field right behind."""
TWO = re.compile(rf"\s*({MARKED}) *({MARKED})\s*")
"""Two within quotation marks, for want of a comma."""
LINKED = re.compile(r"((?<![^\s:,{])[^\s:,{]+: +)\[([^\[\]]+)\]\(([^\s()]+)\)")
"""A value that is a link in Markdown."""
BEGINS = ("", *":-,[{")
"""After what a bracket is one, and no part of a text."""
TYPED = "“”„«»"
"""Quotation marks of word processors, which are letters to YAML."""
HOURS, HOUR = ("time: ", "end: "), re.compile("(?:kl(?:[.]|ockan)? )?[0-9][0-9 –-]*")
"""Fields that hold an hour, and a half of one that was written with a comma: `18,30–20,00`."""
PLAIN = re.compile(r"[\w./ -]+")
"""What needs no quotation marks within braces."""
TOO_MUCH = (*"]}", ".", ",", ";")


def as_value(words: str) -> str:
    """Write a value as it may stand within braces: with quotation marks where it needs any."""
    return words if PLAIN.fullmatch(words) else quoted(words)


def quoted(value: str) -> str:
    """Write a value within quotation marks, without those of a word processor and without bold ones."""
    inner = unmarked(_enclosed(value.strip()))
    if all(place in (0, len(inner) - 1) for place in _typed(inner)):
        inner = inner.strip(TYPED)
    if "\\" in inner or '"' in inner:  # signs of their own within the double ones
        return "'" + inner.replace("'", "’") + "'"
    return f'"{inner}"'


def _enclosed(value: str) -> str:
    """Give a value without the marks around it that were meant to enclose it all: `'Stockholm's hamn'`.

    Marks of its own it keeps: in `"Ja" eller "nej"` the first one closes before the last one opens.
    """
    mark = value[:1]
    if mark not in ("'", '"'):
        return value
    marks = [found.start() for found in re.finditer(rf"(?<!\w){mark}|{mark}(?!\w)", value)]
    own = len(marks) % 2 == 0 and len(marks) > len("''") and not value[marks[1] - 1].isspace()
    return value[1:-1] if value.endswith(mark) and not own else value


def _typed(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter in TYPED]


def part_at(line: str, place: int) -> str | None:
    """Give what stands around `place` (from 0) between commas or brackets; None outside of brackets."""
    opened = begins = 0
    for sign in SIGN.finditer(line):
        if sign[0][0] in "\"'" or (not opened and not _opens(line, sign.start())):
            continue
        if opened and sign.start() >= place:
            return line[begins : sign.start()] if begins <= place else None
        opened += 1 if sign[0] in "[{" else -1 if sign[0] in "]}" else 0
        begins = sign.end()
    return line[begins:] if opened and begins <= place else None


def _opens(line: str, place: int) -> bool:
    """Say whether a bracket opens at `place` (from 0): where a value begins."""
    return line[place] in "[{" and line[:place].rstrip()[-1:] in BEGINS


def marked(part: str) -> str:
    """Write what stands between two commas with quotation marks around its value alone."""
    found = PART.fullmatch(part)
    return found.group(1) + quoted(found[2]) if found and found[1] else quoted(part)


def in_quotes(right: str) -> Text:
    """Ask for quotation marks around a value, as they stand in what is `right`."""
    return say("put quotation marks around the value: {line}", line=right)


def lost(part: str, where: Location) -> Mistake:
    """Give the mistake of a `part` within brackets that YAML reads as far as its #, which is at `where`."""
    hint = in_quotes(marked(part))
    if part.lstrip().startswith("#"):
        hint = say("remove #, or put quotation marks around the value: {line}", line=marked(part))
    word = part[part.find("#") :].split(maxsplit=1)[0]
    return Mistake(where, say('"{text}" is not read: # begins a comment', text=word), hint)


def in_brackets(text: str, here: Location, begun: Location) -> Mistake:
    """Say what is wrong within the brackets that are open at `here`, where YAML stopped."""
    opened = _bracket(text, here) or begun
    line = line_at(text, here.line)
    return (
        _comment(line_at(text, opened.line), opened)
        or _second_colon(line, here)
        or _after_quote(line, here)
        or Mistake(
            opened,
            say("a bracket opens here and is never closed, or something is wrong within it"),
            say("close it with ] or }}, put commas between the parts, and quotes around texts with commas"),
        )
    )


def _comment(line: str, opened: Location) -> Mistake | None:
    found = next((hash_ for hash_ in COMMENT.finditer(line, opened.column - 1) if hash_[1]), None)
    part = part_at(line, found.start(1)) if found else None
    return found and lost(part or found[1], Location(opened.path, opened.line, found.start(1) + 1))


def _second_colon(line: str, here: Location) -> Mistake | None:
    """Know a colon in a value, and a field that begins where a comma is missing."""
    part = part_at(line, here.column - 1) or ""
    found = PART.fullmatch(part) if line[here.column - 1 : here.column] == ":" else None
    if found is None or not found[1]:
        return None
    following = NEXT.fullmatch(found[2])
    if following and following[2] in NAMES:
        return _no_comma(found[1], following, Location(here.path, here.line, here.column - len(following[2])))
    return _colon_inside(part, here)


def _colon_inside(part: str | None, here: Location) -> Mistake:
    """Give the mistake of a colon in the value of a `part`, which may begin on a line above."""
    hint = in_quotes(marked(part)) if part else say("put quotation marks around the value")
    return Mistake(here, say("a colon inside a value splits it in two"), hint)


def _no_comma(name: str, following: re.Match[str], where: Location) -> Mistake:
    """Give the mistake of a field of that `name`, within brackets, whose value goes on with another field."""
    right = f"{name}{following[1].rstrip(' .;')}, {following[0][following.start(2) :]}"
    return Mistake(
        where,
        say('a comma is missing before "{name}"', name=following[2]),
        say("write {line}", line=right),
    )


def _after_quote(line: str, here: Location) -> Mistake | None:
    """Know a quotation mark within a value that has the same ones around it, and a field right behind one."""
    part = part_at(line, here.column - 1) or ""
    found = PART.fullmatch(part)
    following = BEHIND.fullmatch(found[2]) if found and found[1] else None
    if found and following and following[2] in NAMES:
        return _no_comma(found[1], following, here)
    if two := TWO.fullmatch(part):
        return Mistake(
            here,
            say('a comma is missing before "{name}"', name=two[2][1:-1]),
            say("write {line}", line=f"{two[1]}, {two[2]}"),
        )
    return beyond_quote(here, marked(part)) if found and found[2][:1] in ("'", '"') else None


def beyond_quote(here: Location, right: str) -> Mistake:
    """Give the mistake of words behind the mark that closes a value."""
    return Mistake(here, say("text goes on after the closing quotation mark"), in_quotes(right))


def linked(line: str, here: Location) -> Mistake | None:
    """Know a link in the place of a value, whose words YAML takes for a list."""
    for found in LINKED.finditer(line):
        if found.end(2) < here.column <= found.start(3):
            right = found[1] + unlinked(found[2], found[3])
            return Mistake(
                here, say("text goes on after the closing bracket"), say("write {line}", line=right)
            )
    return None


def after_bracket(line: str, here: Location) -> Mistake | None:
    """Know what goes on after the bracket that closes: one too many, a full stop, a second entry, a text."""
    rest = line[here.column - 1 :].strip()
    found = CLOSED.fullmatch(line[: here.column - 1]) if rest else None
    if found is None:
        return None
    head, closed = found.groups()
    if rest in TOO_MUCH or rest[0] in "]}":
        return too_much(here, rest[0])
    return _second_entry(head, closed, rest, here) or Mistake(
        here,
        say("text goes on after the closing bracket"),
        _within(head.strip(), closed, rest, line[found.start(2) :]),
    )


def too_much(here: Location, sign: str) -> Mistake:
    """Give the mistake of a `sign` that does not belong behind the end of a value."""
    return Mistake(here, say('there is a "{sign}" too many here', sign=sign), say("remove it"))


def _second_entry(head: str, closed: str, rest: str, here: Location) -> Mistake | None:
    other = rest.lstrip(",;- ")
    if other[:1] != "{" or head.strip() != "-":
        return None
    return Mistake(
        here,
        say("two entries stand on one line"),
        say("let each have a line of its own: {one} and {other}", one=f"- {closed}", other=f"- {other}"),
    )


def _within(head: str, closed: str, rest: str, whole: str) -> Text:
    """Say where what stands after a bracket belongs: in the list, or in the `whole` text that it begins."""
    if closed[0] == "{":
        return say("remove it, or move it within the braces")
    if rest[0] in ",;":
        return say("write {line}", line=f"{head} {closed[:-1]}, {rest.strip(',;[] ')}]")
    return in_quotes(f"{head} {quoted(whole)}")


def parted(entry: Mapping, key: str) -> Text | None:
    """Say how to write a field that goes on in `key`, behind a comma; None for a `key` with a value."""
    begun, parts = "", list[str]()
    for name, value in entry.entries:
        if to_python(value) is None and begun:
            parts.append(name.text)
        elif key in parts[1:]:
            break
        else:
            begun, parts = f"{name.text}: ", [value.text if isinstance(value, Scalar) else ""]
    if key not in parts[1:]:
        return None
    if begun[:-2] in LIST_FIELDS:
        return say("write {line}", line=f"{begun}[{', '.join(parts)}]")
    if begun in HOURS and all(map(HOUR.fullmatch, parts)):
        return say("write {line}", line=begun + ".".join(parts))
    if begun in HOURS and (hour := as_hour(", ".join(parts))):
        return say("write {line}", line=begun + hour)
    if begun == "email: " and (mailbox := mailbox_within(",".join(parts))):
        return say("write {line}", line=begun + mailbox)
    if begun == "geo: " and len(parts) == 4:  # noqa: PLR2004 - two numbers in halves
        parts = [".".join(parts[:2]), ".".join(parts[2:])]
    return in_quotes(begun + quoted(", ".join(parts)))


def valueless(line: str, here: Location) -> Mistake:
    """Know a field that ends with its colon from a value that does: `time:}`, `place: Sal:}`."""
    before = line[: here.column - 1]
    found, listed = VALUELESS.search(before), before.rfind("[") > max(before.rfind("]"), before.rfind("{"))
    if found is None or listed:
        return _second_colon(line, here) or _colon_inside(part_at(line, here.column - 1), here)
    where = Location(here.path, here.line, found.start(1) + 1)
    return Mistake(where, say('"{key}" is empty', key=found[1]), left_out(found[1]))


def left_out(name: str) -> Text:
    """Say what to write where the value of the field `name` is not known."""
    if name in REASONS:
        return say("write the reason as readers should see it, or remove the field")
    if name in DUE:
        return say("write {key}: and its value", key=name)
    return say("leave {name}: out until it is known", name=name)


def _bracket(text: str, here: Location) -> Location | None:
    """Find the bracket that is open before `here`, or the first that is closed by one of another kind."""
    opened: list[tuple[str, Location]] = []
    for number, whole in enumerate(text.split("\n")[: here.line], 1):
        line = COMMENT.sub(lambda found: "" if found[1] else found[0], whole)
        for column, letter in enumerate(line[: here.column] if number == here.line else line, 1):
            place = Location(here.path, number, column)
            if letter in "[{" and place != here and line[: column - 1].rstrip()[-1:] in BEGINS:
                opened.append((letter, place))
            elif letter in "]}" and opened:
                sign, begun = opened.pop()
                if sign + letter not in ("[]", "{}"):
                    return begun
    return opened[-1][1] if opened else None
