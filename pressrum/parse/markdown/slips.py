"""Signs of Markdown that have stayed as signs, or have made what nobody meant: a slip, told at its place."""

from __future__ import annotations

import difflib
import html
import re

from pressrum.errors import Slips, Text, say
from pressrum.parse.markdown.notes import SHOWN
from pressrum.parse.markdown.tables import table_slips
from pressrum.signs import Signs

LEFT = Signs("[", "**", "~~", "&lt;!")
"""What stands in HTML where a mark of Markdown, or of a comment, has stayed."""
CREDIT = r'(?:[ ]+"([^"\n]+)")?'
"""What stands behind the file of a picture."""
OPENED = re.compile(rf"(?<!\\)(!?)\[([^\[\]\n]*)\]\(\s*([^\s()<>]*(?:\([^\s()<>]*\)?)*){CREDIT}")
TARGET = r"(?:(?:https?://|www\.|mailto:|tel:|[/\#]\w)[^\s()\[\]]*|[^\s()\[\]]+\.(?:md|pdf|docx|jpe?g|png|webp|gif))"
SPACED = re.compile(rf"(?<![\\\]])(!?)\[([^\[\]\n]+)\][ \t\u00a0]+\(\s*({TARGET}){CREDIT}[^()\n]*\)")
"""A link whose halves a space parts."""
REVERSED = re.compile(rf"(?<![\\\]\w])(!?)\(([^()\n]+)\)\[({TARGET}){CREDIT}\](?![(\[])")
MAILED = re.compile(
    r"(?<![^\s<>()\[\]])([^\s<>()\[\]]*[^\s<>()\[\]:])([ ]?)<((?:mailto:|https?://)[^\s<>]+)>"
)
"""Words and the address that they lead to, as a mail program writes a link down: `a@b.se<mailto:a@b.se>`."""
DOUBLE = re.compile(r"(?<!\\)\[\[([^\[\]\n]+)\]\](?!\()")
TOURS = ("tour", "turné", "turne", "turnén", "turnéplan", "turnéplanen")
"""What is told elsewhere, as a tour that is not shown."""
BOLD = re.compile(r"(?<!\S)\*\*([^*\n]+)\*\*(?!\*)(\w*)")
"""What stands between two asterisks and two; a space at either end keeps these from being marks."""
LONE = re.compile(r"(?<![\\*\w])\*\*\w{1,6}")
"""Two asterisks before a word, and how that begins."""
BREAK = re.compile(r"\n[ \t]*\n")
NOTED = re.compile(r"[\w.,!?]\*\*(?!\w)")
"""What leads to a note that two asterisks begin, where it has stayed."""
STRUCK = re.compile(r"~~(?=[^\s~])([^~\n]+)(?<!\s)~~")
COMMENT = re.compile("<!--")
FENCES = Signs("```", "~~~")
FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})[ ]*\w*[ ]*$", re.MULTILINE)
"""A line as it stands above and below code elsewhere, and around a whole text from a chat."""
ATTACHED = re.compile(r"(?<![!\\])\[(?:cid|(?:inline )?image|bild):[^\[\]\n]+\](?![(:])", re.IGNORECASE)
"""What a mail program leaves in the place of a picture: `[cid:image001.png@01D24A5F.8C3B2A10]`."""
BARE = Signs("></a>", "> </a>")
BARE_LINK = re.compile(r"(?<![!\\])\[\s*\](?=\(\s*([^\s()]+))|<a\s[^<>]*>\s*</a>", re.IGNORECASE)
UNDERLINED = re.compile(r"(?:\A\n?|\n[ \t]*\n)[ ]{0,3}([^\s>|][^\n]*)\n(-{2,3})[ ]*(?=\n|\Z)")
"""A line with two or three dashes below: Markdown's other way to write a heading. With more it is meant."""
EMPTY = Signs('"></h', '">#')
WORDLESS = re.compile(r"^[ ]{0,3}(?:>[ ]?|[-*+][ ]+|\d+\.[ ]+)*(#{1,6})[ \t#]*$", re.MULTILINE)
SIGNATURE = re.compile(
    r"(?:\A|\n[ \t]*\n)\n?(--)[ \u00a0]*\n(?=[ \t]*\S)"
    r"|^((?:Skickat från min|Sent from my) (?:i?[A-Z]|mobil)[^\n]{0,30}"
    r"|(?:Skickat från|Sent from|Hämta|Get) Outlook f(?:ör|or) (?:iOS|Android|Windows|Mac))$",
    re.MULTILINE,
)
"""A line above the name of whoever sent a mail (RFC 3676, 4.3), and what a phone says that sent one."""
SIGNED = Signs("\n--", "Skickat från ", "Sent from ", " Outlook f")
OF_MAIL = Signs("<mailto:", "<http", "Ämne:", "Subject:")
MAIL_HEAD = r"(?m)^[*_]{0,2}(?:Från|From):[^\n]*\n(?:[^\n]+\n){0,4}[*_]{0,2}(?:Ämne|Subject):"
MARGIN = Signs("\t", "    ")
INDENTED = re.compile(r"(?:\A|\n[ \t]*\n|\A\n)(?=\t|[ ]{4})[ \t]*(\S[^\n]*)")
SECOND = re.compile(r"^---[ ]*\n(?:[\w -]+:.*\n)*?(?:title|rubrik):[ ]", re.MULTILINE | re.IGNORECASE)
"""The fields of another text, pasted whole: all have a title; a day alone may stand below a line."""
MARKING = "b|i|u|s|em|strong|small|sub|sup|mark|del|ins"
SPILT = re.compile(
    rf"""<(?: ({MARKING}|a(?=[ ][^<>]*href))\b[^<>]*> (?:<\w+>)* \s* <(?:p|[uo]l|h[1-6]|blockquote|table)\b
            | (h[2-6])\b[^<>]*> [^<]* \n[ \t]*\n )""",
    re.VERBOSE,
)
"""What marks words in a line, or is a heading, and has gone on around all that follows."""
INLINE = re.compile(rf"(?<!\\)<(/?)({MARKING}|a|h[2-6])(?:\s[^<>]*)?>", re.IGNORECASE)
CODE = re.compile(r"<pre><code>([^\n<]*)")


def slips(clean: str, text: str, words: str) -> Slips:
    """Find the slips in `text` from the HTML that it made; `words` is it without the code in them."""
    left = html.unescape(SHOWN.sub("", clean)) if LEFT.stand_in(clean) else ""
    if "[" in left:
        yield from _half_links(left, words)
        yield from _double(left, words)
        yield from _attached(left, words)
    if "**" in left:
        yield from _gaps(left, words)
        yield from _lone(left, words)
    if "~~" in left:
        yield from _struck(left, words)
    if "<!–" in left:
        yield from _unended(words)
    if OF_MAIL.stand_in(words):
        yield from _mailed(words)
    if words.startswith("--") or SIGNED.stand_in(words):
        yield from _underlined(words)
    if "---" in words:
        yield from _second(words)
    if spilt := SPILT.search(clean):
        yield from _unclosed(words, spilt[1] or spilt[2])
    if BARE.stand_in(clean):
        yield from _bare_links(words)
    yield from table_slips(clean, words)
    yield from _wordless(clean, text)
    yield from _indented(clean, text)
    yield from _fenced(text)


def _half_links(left: str, text: str) -> Slips:
    if "](" in left:
        for found in OPENED.finditer(text):
            if f"]({found[3]}" in left:
                yield found.start(), say("the link is not ended"), _link(found)
    if "] (" in left or "]\u00a0(" in left:
        for found in SPACED.finditer(text):
            yield found.start(), say("there is a space between the link and its address"), _link(found)
    if ")[" in left:
        for found in REVERSED.finditer(text):
            if f")[{found[3]}" in left:
                yield found.start(), say("the link is the wrong way round"), _link(found)


def _link(found: re.Match[str]) -> Text:
    """Write down a link, or a picture, as it is to stand."""
    picture, words, target, credit = found.groups()
    if picture:
        told = credit or say("Photo: Name")
        return say('write ![{alt}]({name} "{credit}")', alt=words, name=target, credit=told)
    target = target.rstrip("].,;:!?")  # the sentence goes on behind what should have ended the link
    opened = target.count("(") - target.count(")")
    return say("write {line}", line=f"[{words}]({target}{')' * opened})")


def _bare_links(text: str) -> Slips:
    for found in BARE_LINK.finditer(text):
        yield (
            found.start(),
            say("the link has no words, so that nobody finds it"),
            say("write in words what it leads to: [what it is]({name})", name=found[1] or "https://…"),
        )


def _attached(left: str, text: str) -> Slips:
    for found in ATTACHED.finditer(text):
        if found[0] in left:
            yield (
                found.start(),
                say("{mark} is what is left of a picture from an e-mail", mark=found[0]),
                say('remove it, or save it beside the text: ![what it shows](picture.png "Photo: Name")'),
            )


def _fenced(text: str) -> Slips:
    for found in FENCE.finditer(text) if FENCES.stand_in(text) else ():
        yield (
            found.start(1),
            say("a line of {signs} does not belong in a text", signs=found[1]),
            say("remove the line; code among words is written between two `"),
        )


def _gaps(left: str, text: str) -> Slips:
    for found in BOLD.finditer(text):
        within, after = found.groups()
        words = within.strip()
        begun = within[: within.find(words) + 1]
        if words != within and words[:1].isalpha() and f"**{begun}" in left:
            gap = " " if after and within != within.rstrip() else ""
            yield (
                found.start(),
                say("a space within the asterisks keeps the words from being bold"),
                say("write {line}", line=f"**{words}**{gap}{after}"),
            )


def _lone(left: str, text: str) -> Slips:
    """Find bold words without an end; where asterisks lead to a note those before it are meant so."""
    begin = 0
    for block in BREAK.split(text) if not NOTED.search(left) else ():
        index = text.index(block, begin)
        begin = index + len(block)
        found = LONE.search(block) if block.count("**") == 1 else None
        if found and found[0] in left:
            yield (
                index + found.start(),
                say("the bold words that begin here never end, and the signs would be shown"),
                say("write {end} where it ends", end="**"),
            )


def _struck(left: str, text: str) -> Slips:
    for found in STRUCK.finditer(text):
        if found[0] in left:
            yield (
                found.start(),
                say("{mark} strikes no words out, and the signs would be shown", mark=found[0]),
                say("remove the words, or write {line}", line=f"<del>{found[1]}</del>"),
            )


def _unended(text: str) -> Slips:
    for found in COMMENT.finditer(text, text.rfind("-->") + 1):
        yield (
            found.start(),
            say("the comment that begins here never ends, and would be shown"),
            say("write --> where it ends"),
        )


def _mailed(text: str) -> Slips:
    """Find the top of a mail, and its links, shown twice; after a space only one that says the same twice."""
    top = say("the lines at the top of an e-mail stand here, and would be shown")
    yield from ((found.start(), top, say("remove them")) for found in re.finditer(MAIL_HEAD, text))
    for found in MAILED.finditer(text):
        words, gap, target = found.groups()
        bare = target.removeprefix("mailto:")
        if gap and not (("@" in words or "." in words) and words in bare):
            continue
        yield (
            found.start(),
            say("a link stands here as mail programs write it"),
            say("write {line}", line=words if words == bare else f"[{words}]({target})"),
        )


def _second(text: str) -> Slips:
    for found in SECOND.finditer(text):
        yield (
            found.start(),
            say("the fields of another text begin here, and would be shown"),
            say("put that text in a file of its own, or remove its fields"),
        )


def _unclosed(text: str, name: str) -> Slips:
    """Find the first `<b>`, or what else `name` is, without an end: all that follows would be bold."""
    opened: list[int] = []
    for found in INLINE.finditer(text):
        if found[2].lower() != name:
            continue
        if not found[1]:
            opened.append(found.start())
        elif opened:
            opened.pop()
    for index in opened[:1]:
        yield (
            index,
            say("<{name}> begins here and never ends", name=name),
            say("write {end} where it ends", end=f"</{name}>"),
        )


def _double(left: str, text: str) -> Slips:
    for found in DOUBLE.finditer(text) if "[[" in left else ():
        word = found[1].strip()
        if word.lower() in TOURS or f"[[{found[1]}" not in left:
            continue
        near = difflib.get_close_matches(word.lower(), TOURS, n=1, cutoff=0.7)
        yield (
            found.start(),
            say("{mark} shows nothing", mark=found[0]),
            say("write [[tour]] on a line of its own, with an empty line above and below")
            if near
            else say("write {line} for a link, or the words alone", line=f"[{word}](https://…)"),
        )


def _underlined(text: str) -> Slips:
    """Find dashes below words, and those above a signature."""
    for found in SIGNATURE.finditer(text):
        yield (
            found.start(found.lastindex or 0),
            say("an e-mail signature begins here, and would be shown"),
            say("remove it; whom the press calls stands under contacts: above the text"),
        )
    for found in UNDERLINED.finditer(text):
        yield (
            found.start(2),
            say("{dashes} makes a heading of the line above", dashes=found[2]),
            say("for a heading write {line}; for a rule put an empty line above it", line=f"## {found[1]}"),
        )


def _wordless(clean: str, text: str) -> Slips:
    if EMPTY.stand_in(clean):
        for found in WORDLESS.finditer(text):
            yield (
                found.start(1),
                say("the heading has no words"),
                say("write its words after {signs}, or remove the line", signs=found[1]),
            )


def _indented(clean: str, text: str) -> Slips:
    if not MARGIN.stand_in(text):
        return
    shown = {html.unescape(first).strip() for first in CODE.findall(clean)}
    for found in INDENTED.finditer(text):
        if found[1].strip() in shown:
            yield (
                found.start(1),
                say("the line begins with a tab or four spaces, and is shown as code"),
                say("begin it at the margin; code among words is written between two `"),
            )
