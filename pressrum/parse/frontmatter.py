"""The block between two `---` at the top of a text, behind a gate that fails closed.

python-frontmatter gives an empty block, silently, for what it cannot split or what is not a
map; so nothing reaches it before the gate has seen an opening line, a closing line and no
line between them that was meant to be one. Its splitting is used; reading the fields is
`parse_yaml`'s.
"""

from __future__ import annotations

import re

from frontmatter.default_handlers import YAMLHandler

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.nodes import Mapping, Scalar, Sequence
from pressrum.parse.yaml.lines import margin
from pressrum.parse.yaml.reader import BadYaml, parse_yaml
from pressrum.parse.yaml.slips import no_field

FENCE = "---"
LONGEST = 50_000
"""Letters in a block of fields; it has a few hundred."""
MEANT = re.compile(
    r"(?! )[-\u00ad\u2010-\u2015\u2212_*=~ ]*[-\u2010-\u2015\u2212][-\u2010-\u2015\u2212_*=~ ]*"
)
"""A line of dashes of any kind: `–––`, `--`, `—-`; editors make them of `---`."""

BELONGS = re.compile(r"[\w-]+:(?:\s|$)|[\s#-]")
"""What begins a line that may stand among fields."""


class Splitter(YAMLHandler):
    """python-frontmatter's splitting, on lines that are exactly `---`."""

    FM_BOUNDARY = re.compile(r"^---[ \t\u00a0]*$", re.MULTILINE)


class BadBlock(BadSource):
    """Mistakes in the block of fields, in a text whose body begins where it should."""

    def __init__(self, front: Mapping | None, body: str, line: int, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.front = front
        """The fields as far as they are YAML; None when they are not."""
        self.body = body
        self.line = line
        """The line (from 1) on which the body begins."""


def split(text: str, path: str) -> tuple[Mapping, str, int]:
    """Give the fields, the text below them, and the line (from 1) on which that text begins.

    Raises `BadSource` for anything but a map between two lines `---` at the very top:
    `BadBlock` where only what stands between them is wrong.
    """
    lines = text.split("\n")
    first = _opening(lines, path)
    block, body = Splitter().split(text)
    if len(block) > LONGEST:
        told = say(
            "the block of fields has {count} letters, and at most {most} are read",
            count=len(block),
            most=LONGEST,
        )
        raise BadSource(Mistake(Location(path), told, say("move what is no field below the line ---")))
    below, line = body.removeprefix("\n"), first + block.count("\n") + 2
    fields_alone = "\n" * first + block
    try:
        fields = parse_yaml(fields_alone, path)
    except BadYaml as bad:
        if unended := _unended(lines, first, block.count("\n"), path):
            raise BadSource(unended) from None
        front = bad.node if isinstance(bad.node, Mapping) else None
        raise BadBlock(front, below, line, *bad.mistakes) from None
    if not isinstance(fields, Mapping):
        raise BadBlock(None, below, line, _no_map(fields, fields_alone, Location(path, first + 1)))
    return fields, below, line


def _opening(lines: list[str], path: str) -> int:
    """Give the line (from 0) of the first of the two ---. Raises `BadSource` unless both are there."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise BadSource(
            Mistake(Location(path), say("the file is empty"), say("write --- and title: at the top"))
        )
    if not _is_fence(lines[first]):
        raise BadSource(_no_opening(lines, first, path))
    for number, line in enumerate(lines[first + 1 :], first + 2):
        if _is_fence(line):
            return first
        if line.strip() == FENCE or (MEANT.fullmatch(line.rstrip()) and line.rstrip() != "-"):
            raise BadSource(_autocorrected(line, number, path))
    raise BadSource(
        Mistake(
            Location(path, first + 1, 1),
            say("the block of fields that begins here never ends"),
            say("write --- alone on a line after the last field"),
        )
    )


def _unended(lines: list[str], first: int, length: int, path: str) -> Mistake | None:
    """Know fields without a line --- below them, in a text that has one further down.

    `first` is the line (from 0) of the --- above them, `length` how many follow to the next.
    """
    for number in range(first + 2, first + length):
        line = lines[number]
        if not lines[number - 1].strip() and line.strip() and not BELONGS.match(line):
            return Mistake(
                Location(path, number + 1),
                say("the fields end above this line, without a line --- below them"),
                say("write --- alone on a line after the last field"),
            )
    return None


def _is_fence(line: str) -> bool:
    return line.rstrip(" \t\u00a0") == FENCE


def _no_opening(lines: list[str], first: int, path: str) -> Mistake:
    line = lines[first]
    if MEANT.fullmatch(line.strip()) or line.strip() == FENCE:
        return _autocorrected(line, first + 1, path)
    if line.startswith("--- "):
        return Mistake(
            Location(path, first + 1, len("--- ") + 1),
            say("--- does not stand alone on its line"),
            say("let what follows it begin on a line of its own"),
        )
    if below := next((number for number, later in enumerate(lines, 1) if _is_fence(later)), None):
        if re.match(r"[\w-]+:(\s|$)", line):
            return Mistake(
                Location(path, first + 1),
                say("the fields begin here without a line --- above them"),
                say("write --- alone on a line above this one"),
            )
        return Mistake(
            Location(path, first + 1),
            say("there is text above the block of fields, which begins on line {line}", line=below),
            say("let the file begin with the line ---, and move this text below the block"),
        )
    return Mistake(
        Location(path, first + 1),
        say("the file does not begin with a block of fields"),
        say("begin it with the lines ---, title: …, date: … and ---"),
    )


def _autocorrected(line: str, number: int, path: str) -> Mistake:
    if line.strip() == FENCE:
        return Mistake(
            Location(path, number),
            say("the line --- is indented"),
            say("remove the spaces in front of ---"),
        )
    return Mistake(
        Location(path, number, margin(line) + 1),
        say('"{line}" stands where three plain hyphens are due', line=line.strip()),
        say("write --- (turn off automatic dashes in the editor)"),
    )


def _no_map(fields: Scalar | Sequence | None, text: str, first: Location) -> Mistake:
    if isinstance(fields, Sequence):
        return Mistake(
            fields.where,
            say("a list stands here; fields are due"),
            say("write name: value on each line, without a hyphen in front"),
        )
    if fields is None:
        return Mistake(first, say("the block of fields is empty"), say("write title: and the title"))
    return no_field(text, fields.where)
