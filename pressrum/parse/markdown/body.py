"""Markdown to a `Body`: safe HTML, with its links listed and their places kept.

The links are taken from the cleaned HTML and not from the Markdown, so that one written as
raw HTML is found too; where each stands is looked up in the text by its order.
"""

from __future__ import annotations

import html
import re
import sys
from functools import lru_cache
from string import punctuation

import markdown
import nh3
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension

from pressrum.errors import Slips, located, location, say
from pressrum.model import HERE, LINK_CLOSES, LINK_OPENS, SCHEDULE, Body, Illustration
from pressrum.parse.markdown.addresses import Addresses
from pressrum.parse.markdown.blocks import Blocks
from pressrum.parse.markdown.embargoes import embargoes
from pressrum.parse.markdown.emphasis import Emphasis
from pressrum.parse.markdown.headings import skipped, unheaded
from pressrum.parse.markdown.markup import tags_of
from pressrum.parse.markdown.notes import doubled_notes, starred_notes, unnoted
from pressrum.parse.markdown.pasted import listed
from pressrum.parse.markdown.placing import placed, without_code
from pressrum.parse.markdown.prose import Prose
from pressrum.parse.markdown.quote import PressQuotes
from pressrum.parse.markdown.raw import losses
from pressrum.parse.markdown.references import References, unused
from pressrum.parse.markdown.rewritten import rewritten
from pressrum.parse.markdown.running import running, unlisted
from pressrum.parse.markdown.signs import Sparing
from pressrum.parse.markdown.slips import TOURS, slips
from pressrum.parse.text import INVISIBLE
from pressrum.signs import Signs

TOUR_LINE = re.compile(r"^[ \u00a0]{0,3}\[\[tour\]\][ \t\u00a0]*$", re.MULTILINE)
NUMBERED = re.compile(r"&#(?:x0*([0-9a-f]{1,8})|0*([0-9]{1,9}));?", re.IGNORECASE)
"""A letter by its number, with all the zeros in front that a browser passes by (HTML, 13.2.5.80)."""
UNREACHABLE = re.compile(
    r"""<(?:a|img)\b[^<>]*?\s(?:href|src)\s*=\s*["']?\s*([a-zA-Z][a-zA-Z0-9+.-]*:[^"'<>]*)""", re.IGNORECASE
)
"""A link of a kind that is taken out when the HTML is cleaned: it is told, and not dropped in silence."""
PARTED_HOST = re.compile(r"https?://[^/?#]*\s", re.IGNORECASE)
"""So is one with a gap in the name of its site."""
STRAY_TOUR = re.compile(
    rf"""\[\[ \s* (?:{"|".join(TOURS)}) \s* \]\]
      | ^[ \u00a0]{{0,3}} \[ (?:tour|turné|turnén) \] \s* $""",
    re.IGNORECASE | re.VERBOSE,
)
"""`[[tour]]` in the middle of a line, in another word or within single brackets."""
TOUR_BEGUN = Signs("[[", "[t", "[T")
PICTURE = re.compile(
    f'(?P<opens><p>)?(?P<tag><img [^<>]*src="{LINK_OPENS}(?P<number>\\d+){LINK_CLOSES}"[^<>]*>)'
    "(?P<closes></p>)?"
)
OUTSIDE = re.compile(rf"(?!{HERE})https?://[^\s/?#]|(?:mailto|tel|webcal):\S", re.IGNORECASE)
"""A link to elsewhere that leads to something; all others are looked into."""
QUOTE_OR_PARAGRAPH = re.compile(r"<blockquote.*?</blockquote>|<p>(?P<paragraph>.*?)</p>", re.DOTALL)
# fmt: off
TAGS = frozenset((
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt",
    "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
))
# fmt: on
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "id"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "li": {"id", "value"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "*": {"lang", "dir"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "blockquote": {"quote"},
    "div": {"footnote"},
    "td": {"left", "right", "center"},
    "th": {"left", "right", "center"},
}
SCHEMES = {"http", "https", "mailto", "tel", "webcal"}
BACK = {"sv": "Tillbaka till texten vid fotnot {}", "en": "Back to the text at footnote {}"}


def parse_markdown(text: str, path: str, line: int, language: str, lang: str | None = None) -> Body:
    """Give the body that `text` makes; it begins on `line` (from 1) of the source `path`.

    `language` is that of the site, `lang` that of the text where it is another one.
    """
    converter = _converter(language, lang or language)
    dirty, words = converter.html(text), without_code(text)
    # Of this HTML: `losses` below may have it made again.
    lost = (*_lost_cells(converter.overfull, text), *unused(converter.references, words))
    clean, found = _cleaner().safe(dirty)
    found += [
        target
        for target in UNREACHABLE.findall(dirty)
        if target.partition(":")[0].lower() not in SCHEMES or PARTED_HOST.match(target)
    ]
    links = placed(found, _illustrations(clean), words, path, line)
    tours = TOUR_LINE.finditer(text) if "[[tour]]" in text else ()
    wrong = (
        *losses(dirty, converter.html, text, TAGS),
        *lost,
        *unnoted(clean, words),
        *doubled_notes(words),
        *slips(clean, text, words),
        *embargoes(words),
        *_stray_tours(text),
    )
    ran = dict.fromkeys((*running(text), *unlisted(clean, text)))
    stars = starred_notes(clean, words)
    odd = (*ran, *stars, *unheaded(text), *skipped(text), *rewritten(words))
    return Body(
        html=clean.replace(f"<p>{SCHEDULE}</p>", SCHEDULE),
        links=links,
        anchors=tuple(re.findall(r'<(?:h\d|li|sup)[^>]* id="([^"]+)"', clean)),
        opening=_opening(clean),
        tours=tuple(location(text, tour.start(), path, line) for tour in tours),
        losses=tuple(located(wrong, text, path, line)),
        doubts=tuple(located(odd, text, path, line)),
    )


class _Cleaner:
    """Makes the HTML of one text after the other safe, and gathers where its links lead."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            allowed_classes=CLASSES,
            url_schemes=SCHEMES,
            attribute_filter=self.keep,
            link_rel=None,
            strip_comments=True,
        )

    def safe(self, dirty: str) -> tuple[str, list[str]]:
        """Give HTML without what could do harm, and the targets of its links; in it stand their numbers."""
        self.found, self.ids = [], set()
        return self.cleaner.clean(dirty), self.found

    def keep(self, tag: str, attribute: str, value: str) -> str | None:
        value = value.replace(SCHEDULE, " ")  # a tag may go over several lines
        if attribute == "id":
            return _own(value, self.ids) if tag != "a" else None
        if (tag, attribute) not in (("a", "href"), ("img", "src")):
            return value
        if tag == "a" and OUTSIDE.match(value):
            return value.replace(" ", "%20")
        self.found.append(value)
        return f"{LINK_OPENS}{len(self.found) - 1}{LINK_CLOSES}"


@lru_cache
def _cleaner() -> _Cleaner:
    return _Cleaner()


def _own(name: str, others: set[str]) -> str | None:
    """Give an id as it is kept: none of the page's own or a script's, and none that is there already."""
    own = name if name.startswith(("h-", "fn:", "fnref")) else f"h-{name}"
    if own in others:
        return None
    others.add(own)
    return own


def _stray_tours(text: str) -> Slips:
    """Find what is no schedule but an odd word, and was meant as `[[tour]]`."""
    begin = 0
    for words in text.split("\n") if TOUR_BEGUN.stand_in(text) else ():
        meant = STRAY_TOUR.search(words)
        if meant and not TOUR_LINE.match(words) and "`" not in words:
            yield (
                begin + words.index("[", meant.start()),
                say("[[tour]] must stand alone on its line"),
                say("write [[tour]] on a line of its own, with an empty line above and below"),
            )
        begin += len(words) + 1


def _visible(reference: re.Match[str]) -> str:
    """Keep a numeric character reference but for the letters that `decode` lets no source hold."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return " " if number <= sys.maxunicode and INVISIBLE.match(chr(number)) else reference[0]


def _lost_cells(rows: list[str], text: str) -> Slips:
    """Say of each row of a table that it has more cells than there are columns."""
    end = 0
    for row in rows:
        start = max(text.find(row, end), 0)
        end = start + len(row)
        yield (
            start,
            say("this row has more cells than the table has columns"),
            say("add the column to the heading and to the line of dashes; write \\| for a | within a cell"),
        )


class _Converter:
    """Makes HTML of one text after the other, all in the language `spoken` on a site in `language`."""

    def __init__(self, language: str, spoken: str) -> None:
        self.overfull: list[str] = []
        """The rows of tables in the text that had too many cells."""
        self.references = References()
        self.markdown = markdown.Markdown(
            extensions=[
                SaneListExtension(),
                Blocks(self.overfull),
                FootnoteExtension(BACKLINK_TITLE=BACK[language]),
                PressQuotes(),
                Emphasis(),
                Addresses(),
                Prose(language, spoken),
                Sparing(),
            ],
            output_format="html",
        )
        self.markdown.references = self.references
        self.markdown.ESCAPED_CHARS = list(punctuation)  # as other programs write it (CommonMark 0.31, 2.4)

    def html(self, text: str) -> str:
        """Give the HTML of `text` as Markdown makes it: not safe yet."""
        self.overfull.clear()
        self.markdown.reset()
        self.markdown.parser.state.clear()  # a text that was too deep has left it where it stopped
        if "[[tour]]" in text:
            text = TOUR_LINE.sub(f"\n{SCHEDULE}\n", text)
        made = self.markdown.convert(listed(text))
        return NUMBERED.sub(_visible, made) if "&#" in made else made


@lru_cache
def _converter(language: str, spoken: str) -> _Converter:
    return _Converter(language, spoken)


def _illustrations(clean: str) -> dict[int, Illustration]:
    """Give what the text says of each picture in it, by the number of its link."""
    found: dict[int, Illustration] = {}
    if "<img " not in clean:
        return found
    for hit in PICTURE.finditer(clean):
        (tag,) = tags_of(hit["tag"])
        alt, credit = (" ".join((tag.get(name) or "").split()) for name in ("alt", "title"))
        alone = hit["opens"] is not None and hit["closes"] is not None
        found[int(hit["number"])] = Illustration(alt, credit, alone)
    return found


def _opening(clean: str) -> str:
    """Give the first paragraph with words in it that is no quote, as plain text."""
    for block in QUOTE_OR_PARAGRAPH.finditer(clean):
        bare = re.sub(r"<sup id=.*?</sup>|<[^>]+>", "", block["paragraph"] or "", flags=re.DOTALL)
        words = " ".join(html.unescape(bare).replace(SCHEDULE, "").split())
        if words:
            return words
    return ""
