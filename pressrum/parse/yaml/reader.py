"""Strict YAML: libyaml's parse events made into nodes that know their places.

Every scalar stays text: `18:00` is no number, `0701234567` keeps its zero and `no` is not
false; only `null` and `~` are a value left empty. What could mean something other than what a
person sees (a key given twice, an anchor, an alias, a tag, a second document) is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.cyaml import CSafeLoader

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.nodes import NULLS, Mapping, Node, Scalar, Sequence
from pressrum.parse.text import INVISIBLE
from pressrum.parse.yaml.entries import HYPHEN, again, no_space
from pressrum.parse.yaml.losses import behind, swallowed
from pressrum.parse.yaml.slips import explain, forbidden

MANY = 100
"""How many mistakes are told of one document: more come from what is no document of ours at all."""
DEEPEST = 20
"""Maps and lists within each other; no format of ours needs more than six."""


class BadYaml(BadSource):
    """Mistakes in a document; `node` is what was read all the same, None when reading stopped."""

    def __init__(self, node: Node | None, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.node = node


def parse_yaml(text: str, path: str) -> Node | None:
    """Give the document in `text`, or None when there is none; places count from its first line.

    Raises `BadYaml` with one mistake where the text stops being YAML, or with every use of
    what is not allowed.
    """
    text = INVISIBLE.sub(" ", text)
    reader = _Reader(text, path)
    found: Node | None = None
    try:
        found = reader.document(iter(yaml.parse(text, Loader=CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        stops = explain(error, text, path)
        # What was told of this line before, or below it, is the same slip, or what came of it.
        before = [mistake for mistake in reader.mistakes if mistake.where.line < stops[0].where.line]
        reader.mistakes = [*before, *stops][:MANY]
    if reader.mistakes:
        raise BadYaml(found, *reader.mistakes)
    return found


class _Reader:
    """Events to nodes, with the mistakes met on the way."""

    def __init__(self, text: str, path: str) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.mistakes: list[Mistake] = []

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        found: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and found is not None:
                message = say("a second document begins here")
                self.mistakes.append(Mistake(self.place(event), message, say("remove the line ---")))
            elif isinstance(event, yaml.NodeEvent):
                found = self.node(event, events, 0)
        return found

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int, *, key: bool = False) -> Node:
        where = self.place(event)
        if len(self.mistakes) >= MANY:
            raise BadSource(*self.mistakes)
        if depth > DEEPEST:
            deep = Mistake(
                where, say("lists within lists go too deep here"), say("write one list: [one, two]")
            )
            raise BadSource(*self.mistakes, deep)
        if _is_marked(event):
            line = self.lines[where.line - 1]
            self.mistakes.append(forbidden(line[where.column - 1], where, line))
        if isinstance(event, yaml.AliasEvent):
            return Scalar(f"*{event.anchor}", where)
        if isinstance(event, yaml.ScalarEvent):
            self.mistakes += swallowed(event, self.lines, self.path)
            empty = not key and not event.style and event.value in NULLS
            value = event.value if event.value.isprintable() else INVISIBLE.sub(" ", event.value)
            return Scalar("" if empty else value, where)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            for part in events:
                if isinstance(part, yaml.SequenceEndEvent):
                    self.mistakes += behind(part, (), self.lines, self.path) if event.flow_style else ()
                    break
                items.append(self.node(part, events, depth + 1))
            return Sequence(tuple(items), where)
        return self.mapping(where, events, depth, flow=bool(getattr(event, "flow_style", False)))

    def mapping(self, where: Location, events: Iterator[yaml.Event], depth: int, *, flow: bool) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        anew = False
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self.mistakes += behind(event, entries, self.lines, self.path) if flow else ()
                break
            key = self.node(event, events, depth + 1, key=True)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.mistakes.append(
                    Mistake(key.where, say("a field's name is due here"), say("write name: value"))
                )
            elif not flow and (slips := self.begun(key, entries)):
                self.mistakes += slips
                anew = True
            elif key.text not in entries:
                entries[key.text] = (key, value)
            elif not anew:
                self.mistakes.append(_twice(key, entries[key.text][0].where.line))
        return Mapping(tuple(entries.values()), where, flow)

    def begun(self, key: Scalar, entries: dict[str, tuple[Scalar, Node]]) -> tuple[Mistake, ...]:
        """Know the field that begins a new entry of a list, whose hyphen is missing or has no space."""
        first = next(iter(entries.values()))[0].where if entries else key.where
        if key.text.startswith("-"):
            above = first.line if HYPHEN.match(self.lines[first.line - 1]) else None
            return (no_space(self.lines[key.where.line - 1], key.where, above),)
        return again(key.where, first, self.lines) if key.text == next(iter(entries), None) else ()

    def place(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        if mark is None or mark.line >= len(self.lines):
            return Location(self.path, len(self.lines))
        return Location(self.path, mark.line + 1, mark.column + 1)


def _is_marked(event: yaml.Event) -> bool:
    """Say whether an event is a copy of another value, or has a name or a tag."""
    return (getattr(event, "anchor", None), getattr(event, "tag", None)) != (None, None)


def _twice(key: Scalar, first: int) -> Mistake:
    return Mistake(
        key.where,
        say('"{key}" is given twice', key=key.text),
        say("remove one of them; the first is on line {line}", line=first),
    )
