"""The quote of the Swedish press: a paragraph with a dash in front and `säger NAME` in it, or the like.

Markdown would read `- Vi bygger, säger Anna Ek.` as a list of one. A real list has more
than one line that opens with a dash, or no attribution.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

OPENS = re.compile(
    r"""^(?P<mark>\*{1,3}|_{1,3})? [ ]{0,3}
         (?: (?P<dash> [–—―‒−] | --(?!-) ) [ \u00a0]* | (?P<hyphen>-) (?: [ \u00a0]+ | (?=["”]?[^\W\d_]) ) )
         (?=\S)""",
    re.VERBOSE,
)
DASHED = re.compile(r"[*_]{1,3}[–—―‒−]")
SAYS = re.compile(
    r"""[,!?….”“"»][*_]*,?\s+
        (?: säger | says
          | (?: sa | sade | menar | berättar | förklarar | konstaterar | kommenterar | fortsätter
              | tillägger | betonar | understryker | framhåller | poängterar | svarar | avslutar
              | said | adds | added | explains | explained | comments | commented | continues | continued )
            (?! \s+ (?: \d
                      | (?: att | om | för | hur | varför | när | vad | med | till | i | på | ja | nej
                          | mot | från | via | längs | utmed | genom | över | under | förbi | vid | efter
                          | that | about | for | how | why | when | what | with | to | in | on | yes | no
                          | towards? | from | via | along | through | across | past | at | until ) \b ) ) )
        (?= \s+ ( [^.!?\n]{1,120} ) )""",
    re.VERBOSE,
)
"""An attribution: the words after it hold a name, maybe after a title.

After other verbs than `säger` they are neither what is told, nor where or when something goes on.
"""
LISTED = re.compile(r"""\n[ ]{0,3}(?:(?:--|[-–—―‒*+•])[ \u00a0]|[-–—―‒]["”]?(?=[^\W\d_]))""")


NOBODY = (
    "vi",
    "de",
    "hon",
    "han",
    "man",
    "många",
    "alla",
    "jag",
    "du",
    "ni",
    "dom",
    "we",
    "they",
    "she",
    "he",
)
"""Who is not named."""


class PressQuote(BlockProcessor):
    """A quote's paragraph to `<blockquote class="quote">`, its dash kept."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Whether `block` is such a paragraph."""
        return bool(
            parent.tag in ("div", "root")
            and OPENS.match(block)
            and names_someone(block)
            and not LISTED.search(block.strip())
        )

    def run(self, parent: ET.Element, blocks: list[str]) -> bool:
        """Take the first of `blocks`; a typed hyphen becomes the dash that it stands for."""
        quote = ET.SubElement(parent, "blockquote", {"class": "quote"})
        paragraph = ET.SubElement(quote, "p")
        paragraph.text = OPENS.sub(_with_dash, blocks.pop(0).strip())
        return True


def _with_dash(opening: re.Match[str]) -> str:
    """Give how a quote opens; "" where its words have a dash of their own."""
    if DASHED.match(opening.string, opening.end()):
        return ""
    dash = "—" if opening["dash"] in ("—", "―") else "–"
    return f"{opening['mark'] or ''}{dash} "


def names_someone(block: str) -> bool:
    """Whether a capital letter follows soon after some `säger`, in any alphabet."""
    return any(_is_name(re.sub("[*_]", "", said[1]).split()[:6]) for said in SAYS.finditer(block))


def _is_name(words: list[str]) -> bool:
    """Whether `words` hold a name, maybe after a title."""
    return bool(words) and words[0] not in NOBODY and any(word[0].isupper() for word in words)


class PressQuotes(Extension):
    """Quotes are looked for before lists."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Put the processor where lists would otherwise take the block."""
        md.parser.blockprocessors.register(PressQuote(md.parser), "press-quote", 95)
