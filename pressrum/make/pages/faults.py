"""What stopped a template: the file and line at fault, which need not be those of the page's own template."""

from __future__ import annotations

import difflib
import re
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from functools import partial

import jinja2
from jinja2.utils import missing

from pressrum.errors import Location, Mistake, Text, say
from pressrum.make.pages.template_messages import in_our_words
from pressrum.places import TEMPLATES

FAULTS = (
    jinja2.TemplateError,
    TypeError,
    AttributeError,
    ValueError,
    ArithmeticError,
    LookupError,
    RuntimeError,
    AssertionError,  # as when `truncate` is given less than the dots that it adds
    MemoryError,
)
"""What comes of a mistake in a template."""
NO_FILTER = re.compile(r"No filter named '(.+)'")
ROUNDS = 20
"""How often a line is met, at the least, when the templates lead in a circle: Python goes a thousand deep."""
MEND = say("mend the name, or put the template back as it was")
MEND_LINE = say("mend the line, or put the template back as it was")
NO_TEMPLATES = Mistake(
    Location(TEMPLATES),
    say("there are no templates here"),
    say("copy the folder templates here from that of build.py"),
)


class Absent(jinja2.UndefinedError):
    """What a template asks for by name is not there."""

    def __init__(self, holder: object, name: object, message: str) -> None:
        super().__init__(message)
        self.holder = holder
        """What should have it; Jinja's `missing` when it was asked for by its name alone."""
        self.name = name


class Strict(jinja2.StrictUndefined):
    """Jinja's, that tells what it was asked of."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        told = exc if hint else partial(Absent, obj, name)
        super().__init__(hint, obj, name, told)  # type: ignore[arg-type]  # called with the words alone


def no_template(name: str, where: Location) -> Mistake:
    """Say that a template is asked for that is not there."""
    return Mistake(
        where,
        say('there is no template "{name}"', name=name),
        say("put the file {file} there", file=TEMPLATES + name),
    )


def in_a_circle(where: Location) -> Mistake:
    """Say that a template, or a macro, leads to itself."""
    return Mistake(
        where,
        say("the templates lead back to here again and again"),
        say("remove what asks for it here"),
    )


def fault(
    error: Exception, texts: Mapping[str, str], shown: Iterable[str], filters: Iterable[str]
) -> Mistake:
    """Give what is wrong with a template, at its place.

    `texts` are all templates by path, `shown` the names that each of them knows, `filters` the
    filters. Raises `error` itself where it comes of no template.
    """
    where = _place(error, texts)
    words = getattr(error, "message", None) or str(error)
    if isinstance(error, Absent) and isinstance(error.name, str):
        return _absent(error, error.name, where, texts, shown)
    if found := NO_FILTER.match(words):
        return _no_filter(found[1], where, texts, filters)
    if isinstance(error, jinja2.TemplateNotFound):
        return no_template(str(error.name or words), where)
    if isinstance(error, RecursionError):
        return in_a_circle(where)
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Mistake(where, say("the template cannot be read: {why}", why=in_our_words(words)), MEND_LINE)
    return Mistake(where, say("the template stops here: {why}", why=in_our_words(words)), MEND_LINE)


def _place(error: Exception, texts: Mapping[str, str]) -> Location:
    """Find the line: the innermost of a template's in the traceback, or of a circle the first by name."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        # Of a comment without an end the lexer gives the file as the name.
        return Location(error.filename or error.name or "", error.lineno)
    entries = traceback.walk_tb(error.__traceback__)
    places = [Location(frame.f_code.co_filename, line) for frame, line in entries]
    places = [place for place in places if place.path in texts]
    if isinstance(error, RecursionError):
        places = sorted(place for place, times in Counter(places).items() if times > ROUNDS)[:1]
    if not places:
        raise error
    return places[-1]


def _absent(
    error: Absent, name: str, where: Location, texts: Mapping[str, str], shown: Iterable[str]
) -> Mistake:
    """Say that there is no such name, and which there are."""
    word = re.escape(name)
    if error.holder is missing:
        pattern, known = rf"(?<![\w.]){word}\b", list(shown)
    elif isinstance(error.holder, Mapping):  # of all that templates are shown only the assets are one
        pattern, known = word, list(error.holder)
    else:
        pattern, known = rf"(?:\b\w[\w.]*\.)?\b{word}\b", _parts(error.holder)
    place, asked = _found(pattern, name, where, texts)
    before = asked.removesuffix(name)
    return Mistake(place, say('there is no "{name}" here', name=asked), _nearest(name, known, before))


def _parts(holder: object) -> list[str]:
    """Give what can be asked of one of our views; of other things it is not told."""
    return [name for name in dir(holder) if not name.startswith("_")] if is_dataclass(holder) else []


def _no_filter(name: str, where: Location, texts: Mapping[str, str], filters: Iterable[str]) -> Mistake:
    place, _ = _found(rf"(?<=\|)\s*\b{re.escape(name)}\b", name, where, texts)
    return Mistake(place, say('there is no filter "{name}"', name=name), _nearest(name, [*filters]))


def _found(pattern: str, name: str, where: Location, texts: Mapping[str, str]) -> tuple[Location, str]:
    """Find in its line what was asked for; give its place and how it stands there."""
    line = texts[where.path].split("\n")[where.line - 1]
    found = re.search(pattern, line)
    if not found:
        return where, name
    asked = found[0].lstrip()
    return Location(where.path, where.line, found.end() - len(asked) + 1), asked


def _nearest(name: str, known: list[str], before: str = "") -> Text:
    """Say what to write instead of `name`, which stands after `before`."""
    if name in known:  # what a page is given reaches no template that is imported
        return say("write {words} at the end of the tag that imports this template", words="with context")
    if near := difflib.get_close_matches(name, known, n=1):
        return say("write {name}", name=before + near[0])
    return say("write one of these: {names}", names=", ".join(sorted(known))) if known else MEND
