"""Templates: found by name, compiled once, strict about names, and always escaping.

`autoescape=True` and not `select_autoescape()`: the latter is off for names such as
`x.html.j2` and for XML.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as Scope
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from pressrum.errors import BadSource, Location, location
from pressrum.language import Language
from pressrum.make.pages.faults import FAULTS, NO_TEMPLATES, Strict, fault, in_a_circle, no_template
from pressrum.make.pages.figure import figure
from pressrum.make.pages.frame import Frame
from pressrum.make.pages.kinds import ReleasePage, View
from pressrum.make.pages.linked_data import linked_data
from pressrum.make.pages.views import Rich
from pressrum.make.plain import plain_text
from pressrum.model import LINK_OPENS, SCHEDULE
from pressrum.places import TEMPLATES
from pressrum.tongues import attributes
from pressrum.uris import as_uri

REACHES = re.compile(r"""\{%-?\+?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")

LEADS = re.compile(
    r"""<a\b[^<>]*? href="(?:mailto:(?P<mail>[^"?]+)|(?P<web>https?:[^"]*))[^<>]*>(?P<words>.*?)</a>""",
    re.DOTALL,
)
"""A link in a text that leads to a mailbox or another site."""
BACK = re.compile(r'(<a class="footnote-backref"[^>]*) title="([^"]*)"')
"""The link from a footnote back to the text: an arrow, and words for those who point at it."""
TYPESET = 5000
"""Texts that are remembered as they are set: a title stands in five places of its page, and in lists."""
REACHED = 50
"""Templates that are remembered with all that they reach: most pages are of a few kinds."""
ESCAPED = 500
"""Words that are remembered as they are escaped: most of a page's stand on all the others too."""


@dataclass(frozen=True)
class Template:
    """A template that stands for itself and all that it reaches.

    Two are equal, and have one `repr`, when their texts and those of the templates they
    reach are.
    """

    name: str
    digest: str
    texts: tuple[tuple[str, str], ...] = field(repr=False, compare=False)


@lru_cache(maxsize=REACHED)
def template(name: str, texts: tuple[tuple[str, str], ...]) -> Template:
    """Give the template `name` among `texts`, pairs of names and sources.

    Raises `BadSource` when it, or one that it reaches, is not there, or reaches itself.
    """
    if not texts:
        raise BadSource(NO_TEMPLATES)
    reached: dict[str, str] = {}
    _reach(name, Location(TEMPLATES + name), dict(texts), reached, ())
    digest = hashlib.sha256(repr(sorted(reached.items())).encode()).hexdigest()
    return Template(name, digest, texts)


def _reach(
    name: str, where: Location, known: dict[str, str], reached: dict[str, str], above: tuple[str, ...]
) -> None:
    """Add a template that is asked for at `where`, and all that it reaches; `above` lead here."""
    if name in above:
        raise BadSource(in_a_circle(where))
    if name in reached:
        return
    if name not in known:
        raise BadSource(no_template(name, where))
    text = reached[name] = known[name]
    for found in REACHES.finditer(text):
        place = location(text, found.start(1), TEMPLATES + name)
        _reach(found[1], place, known, reached, (*above, name))


class _Codes(jinja2.BytecodeCache):
    """Templates that have been compiled, by what Jinja calls them; of another text none is used."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what is kept into `bucket`."""
        if found := self.kept.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in `bucket`."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


_kept = lru_cache(maxsize=ESCAPED)(escape)


def _escaped(shown: object) -> Markup:
    """Give what a template shows with its signs escaped: MarkupSafe takes a microsecond for each."""
    return _kept(shown) if type(shown) is str else escape(shown)


class _Template(jinja2.Template):
    """Jinja's, that escapes by `_escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """Give the template that `code` makes."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = _escaped
        return made


class _Code(CodeGenerator):
    """Jinja's, that notes the line before what it checks of a value that is set."""

    def visit_Assign(self, node: nodes.Assign, frame: Scope) -> None:  # noqa: N802 - Jinja's name
        """Write what sets a value."""
        self.newline(node)
        super().visit_Assign(node, frame)


class _Environment(jinja2.Environment):
    """Jinja's, for one language: words that never vary are looked up once, and not at each page."""

    code_generator_class = _Code
    template_class = _Template
    spoken: Language
    codes: _Codes

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what every template sees in one dictionary: Jinja's own chain of them is slow to copy."""
        return {**self.globals, **(d or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        whole = super()._parse(source, name, filename)
        told: nodes.Template = _Told().visit(whole, self.spoken)
        return told


class _Told(NodeTransformer):
    """Puts the words where a template asks for fixed ones: `_("…")`, or a `trans` without variables."""

    def visit_Call(self, call: nodes.Call, spoken: Language) -> nodes.Node:  # noqa: N802 - Jinja's name
        """Give the words in the place of the call."""
        match call:
            case nodes.Call(
                node=nodes.Name(name="_" | "gettext"), args=[nodes.Const(value=str(text))], kwargs=[]
            ):
                words = Markup(spoken.gettext(text))  # noqa: S704 - the program's own words
                with suppress(KeyError, ValueError, TypeError):  # told when the page is made, with the line
                    return nodes.Const(words % {}, lineno=call.lineno)
        return self.generic_visit(call, spoken)


@lru_cache(maxsize=8)
def _environment(texts: tuple[tuple[str, str], ...], language: str) -> _Environment:
    spoken = Language(language)
    environment = _Environment(
        # The path goes into the compiled code, and so into a traceback, also of code that was kept.
        loader=jinja2.FunctionLoader({name: (text, TEMPLATES + name, None) for name, text in texts}.get),
        autoescape=True,
        optimized=False,  # what cannot be worked out is told with its line when the page is made
        undefined=Strict,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=(codes := _Codes()),
    )
    environment.codes = codes
    environment.spoken = spoken
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        spoken.gettext, spoken.ngettext, newstyle=True
    )
    environment.filters.update(
        day=spoken.day,
        weekday_and_day=spoken.weekday_and_day,
        moment=spoken.dateline,
        clock=spoken.clock,
        hours=lambda meeting: spoken.hours(meeting.start, meeting.end),
        day_and_hours=lambda meeting: spoken.day_and_hours(meeting.day, meeting.start, meeting.end),
        short_day=spoken.short_day,
        size=spoken.size,
        stamp=_stamp,
        uri=as_uri,
        typeset=lru_cache(maxsize=TYPESET, typed=True)(spoken.typeset),
        spoken=_spoken,
    )
    return environment


def compile_all(
    texts: tuple[tuple[str, str], ...], language: str, known: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Compile all templates for a site in `language`; a mistake is told when a page is made with it.

    Give what came of it: another build of the same program need not compile again what it has `known`.
    """
    environment = _environment(texts, language)
    codes = environment.codes.kept
    codes |= {name: code for name, code in (known or {}).items() if name not in codes}
    for name, _ in texts:
        with suppress(Exception):
            environment.get_template(name)
    return dict(codes)


def _stamp(moment: date | datetime) -> str:
    """Give what `<time datetime>` holds (HTML, 4.5.14)."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


def _spoken(lang: str | None) -> Markup:
    """Give the attributes of an element whose text is in another language than the page around it."""
    return Markup(attributes(lang))  # noqa: S704 - a code that `parse_tongue` let through


def render(chosen: Template, frame: Frame, page: View) -> bytes:
    """Pour `page` into the template; UTF-8, and U+E000 of rich texts made the way to the root.

    Raises `BadSource` at the template's own line for a mistake in a template.
    """
    environment, spoken = _environment(chosen.texts, frame.site.language), Language(frame.site.language)
    shown = {
        "frame": frame,
        "site": frame.site,
        "root": frame.root,
        "page": page,
        "asset": {asset.name: frame.root + asset.link for asset in frame.common.assets},
        "rich": lambda rich: _rich(rich, frame, spoken),
        "figure": lambda image: _rooted(figure(image, spoken, lazy=False), frame.root),
        "plain": plain_text(frame, page).written() if isinstance(page, ReleasePage) else None,
        "linked_data": Markup(linked_data(frame, page)),  # noqa: S704 - its signs are escaped
    }
    try:
        text = environment.get_template(chosen.name).render(shown)
    except FAULTS as error:
        texts = {TEMPLATES + name: text for name, text in chosen.texts}
        raise BadSource(fault(error, texts, shown, environment.filters)) from error
    return text.encode()


def _rich(rich: Rich, frame: Frame, spoken: Language) -> tuple[Markup, ...]:
    """Give the parts of a text; between two of them stands the tour's schedule.

    A table stands in a frame, in which one too wide for the screen is scrolled, by keyboard too;
    the frame's name is in the site's language. A link says on paper where it leads, and an arrow to
    whoever listens.
    """
    ours, theirs = (f' lang="{spoken.code}"', f' lang="{frame.lang}"') if frame.lang else ("", "")
    name = spoken.gettext("Table")
    opened = f'<div class="wide" role="group"{ours} aria-label="{name}" tabindex="0"><table{theirs}'
    html = LEADS.sub(_leading, rich.html.replace("<table", opened).replace("</table>", "</table></div>"))
    html = BACK.sub(r'\1 aria-label="\2" title="\2"', html)
    return tuple(_rooted(part, frame.root) for part in html.split(SCHEDULE))


def _leading(link: re.Match[str]) -> str:
    """Give a link with the address that the style sheet prints; without one where its words hold it."""
    address = link["mail"] or link["web"]
    told = address.partition("://")[2] or address
    return link[0] if told in link["words"] else f'<a data-leads="{address}"{link[0][2:]}'


def _rooted(html: str, root: str) -> Markup:
    return Markup(html.replace(LINK_OPENS, root))  # noqa: S704 - through nh3, or escaped
