"""Markdown to safe HTML: the press quote, the tour's line, typography, links and their places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressrum.language import Language
from pressrum.model import Body, Illustration
from pressrum.parse.markdown.body import parse_markdown
from pressrum.parse.text import decode

LINK = "\ue000{}\ue001"
TOUR = "\ue002"


def body(text: str, language: str = "sv") -> Body:
    """Make the body of a text that begins on line 5."""
    return parse_markdown(text, "a.md", 5, language)


def html(text: str, language: str = "sv") -> str:
    """Make the HTML of a text."""
    return body(text, language).html


def places(text: str) -> list[tuple[str, str]]:
    """Give the links of a text that begins on line 5: target and place."""
    return [(link.target, f"{link.where.line}:{link.where.column}") for link in body(text).links]


def quote(text: str) -> str:
    """Give the HTML of a quote of one paragraph."""
    return f'<blockquote class="quote">\n<p>{text}</p>\n</blockquote>'


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("– Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("- Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("— Vi bygger, säger Anna Ek.", "— Vi bygger, säger Anna Ek."),
        ("\u2212 Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("–\u00a0Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("-   Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("  - Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("*– Vi bygger, säger Anna Ek.*", "<em>– Vi bygger, säger Anna Ek.</em>"),
        ("_- Vi bygger, säger Anna Ek._", "<em>– Vi bygger, säger Anna Ek.</em>"),
        ("**- Vi bygger, säger Anna Ek.**", "<strong>– Vi bygger, säger Anna Ek.</strong>"),
        ("***– Vi bygger, säger Anna Ek.***", "<strong><em>– Vi bygger, säger Anna Ek.</em></strong>"),
        ("*– Vi bygger*, säger Anna Ek.", "<em>– Vi bygger</em>, säger Anna Ek."),
        ("*– Vi bygger,* säger Anna Ek.", "<em>– Vi bygger,</em> säger Anna Ek."),
        ("**– Vi bygger!** säger Anna Ek.", "<strong>– Vi bygger!</strong> säger Anna Ek."),
        ("– *Vi bygger*, säger Anna Ek.", "– <em>Vi bygger</em>, säger Anna Ek."),
        ("– Vi bygger, säger till exempel Anna Ek.", "– Vi bygger, säger till exempel Anna Ek."),
        ("– Vi bygger! säger Anna Ek.", "– Vi bygger! säger Anna Ek."),
        ("– Vad bygger vi? säger Anna Ek.", "– Vad bygger vi? säger Anna Ek."),
        ("– ”Vi bygger”, säger Anna Ek.", "– ”Vi bygger”, säger Anna Ek."),
        ("– Vi bygger. Vi river inte, säger Anna Ek.", "– Vi bygger. Vi river inte, säger Anna Ek."),
        ("– Vi bygger,\nsäger Anna Ek.", "– Vi bygger,\nsäger Anna Ek."),
        ("– Vi bygger, säger\nAnna Ek.", "– Vi bygger, säger\nAnna Ek."),
        ("– Vi bygger, säger Åsa Ek (S).", "– Vi bygger, säger Åsa Ek (S)."),
        ("- Vi bygger, säger Şirin Ek.", "– Vi bygger, säger Şirin Ek."),
        ("- Vi bygger, säger Łukasz Ek.", "– Vi bygger, säger Łukasz Ek."),
        ("- Vi bygger, säger **Anna Ek**.", "– Vi bygger, säger <strong>Anna Ek</strong>."),
        ("- Vi bygger, säger borgarrådet Anna Ek (S).", "– Vi bygger, säger borgarrådet Anna Ek (S)."),
        (
            "- Vi bygger, säger arbetsmarknads- och idrottsborgarråd Anna Ek (S).",
            "– Vi bygger, säger arbetsmarknads- och idrottsborgarråd Anna Ek (S).",
        ),
        (
            "– Vi bygger, säger Anna Ek, ordförande i nämnden.",
            "– Vi bygger, säger Anna Ek, ordförande i nämnden.",
        ),
        ("– Vi bygger, säger Anna Ek. Mer kommer.", "– Vi bygger, säger Anna Ek. Mer kommer."),
        ("― Vi bygger, säger Anna Ek.", "— Vi bygger, säger Anna Ek."),
        ("‒ Vi bygger, säger Anna Ek.", "– Vi bygger, säger Anna Ek."),
        ("– Vi byggde, sa Anna Ek.", "– Vi byggde, sa Anna Ek."),
        ("– Vi byggde! sade borgarrådet Anna Ek.", "– Vi byggde! sade borgarrådet Anna Ek."),
        ("- Vi bygger, berättar Anna Ek.", "– Vi bygger, berättar Anna Ek."),
        ("- Det är viktigt, avslutar Anna Ek.", "– Det är viktigt, avslutar Anna Ek."),
        ("– Vi bygger, menar Anna Ek.", "– Vi bygger, menar Anna Ek."),
        ("– We build, said Anna Ek.", "– We build, said Anna Ek."),
        ("– We build, adds Anna Ek.", "– We build, adds Anna Ek."),
        ("– Bygg, sa vi då, och så blev det, säger Bo.", "– Bygg, sa vi då, och så blev det, säger Bo."),
        ("– We build, says Anna Ek.", "– We build, says Anna Ek."),
    ],
)
def test_a_press_quote_is_a_quote(text: str, inside: str) -> None:
    """A paragraph with a dash of any kind in front, and who says it, is a quote that keeps its dash."""
    assert html(text) == quote(inside)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("- Kom i tid", "<ul>\n<li>Kom i tid</li>\n</ul>"),
        ("- Kom i tid\n- Ta med en vän", "<ul>\n<li>Kom i tid</li>\n<li>Ta med en vän</li>\n</ul>"),
        (
            "- Vi bygger, säger Anna Ek.\n- Vi river, säger Bo Ek.",
            "<ul>\n<li>Vi bygger, säger Anna Ek.</li>\n<li>Vi river, säger Bo Ek.</li>\n</ul>",
        ),
        (
            "- Vi bygger, säger Anna Ek.\n* Kom i tid",
            "<ul>\n<li>Vi bygger, säger Anna Ek.</li>\n<li>Kom i tid</li>\n</ul>",
        ),
        ("* Vi bygger, säger Anna Ek.", "<ul>\n<li>Vi bygger, säger Anna Ek.</li>\n</ul>"),
        ("- Kom i tid, säger vi.", "<ul>\n<li>Kom i tid, säger vi.</li>\n</ul>"),
        (
            "- Börjar i Farsta, fortsätter till Älvsjö.",
            "<ul>\n<li>Börjar i Farsta, fortsätter till Älvsjö.</li>\n</ul>",
        ),
        (
            "- Samling på torget, fortsätter längs Nynäsvägen",
            "<ul>\n<li>Samling på torget, fortsätter längs Nynäsvägen</li>\n</ul>",
        ),
        (
            "- The march, continued from Farsta",
            "<ul>\n<li>The march, continued from Farsta</li>\n</ul>",
        ),
        ("- Byggt, sa ja till Farsta.", "<ul>\n<li>Byggt, sa ja till Farsta.</li>\n</ul>"),
        ("- Det säger Anna Ek", "<ul>\n<li>Det säger Anna Ek</li>\n</ul>"),
        ("1. Vi bygger, säger Anna Ek.", "<ol>\n<li>Vi bygger, säger Anna Ek.</li>\n</ol>"),
        ("– Kom i tid", "<p>– Kom i tid</p>"),
        ("Vi bygger, säger Anna Ek.", "<p>Vi bygger, säger Anna Ek.</p>"),
        ("---", "<hr>"),
    ],
)
def test_what_is_no_press_quote_stays(text: str, made: str) -> None:
    """A real list, and a paragraph without a dash or a speaker, are what they look like."""
    assert html(text) == made


def test_a_quote_stands_between_paragraphs() -> None:
    """What comes before and after a quote is not drawn into it."""
    assert html("Så här:\n\n- Vi bygger, säger Anna Ek.\n\nDet var allt.") == (
        f"<p>Så här:</p>\n{quote('– Vi bygger, säger Anna Ek.')}\n<p>Det var allt.</p>"
    )


ONE_CELL = "| a |\n|---|\n| b |"
TABLE = (
    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>"
)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Ta med:\n- penna\n- papper", "<p>Ta med:</p>\n<ul>\n<li>penna</li>\n<li>papper</li>\n</ul>"),
        ("Så här:\n1. ett\n2. två", "<p>Så här:</p>\n<ol>\n<li>ett</li>\n<li>två</li>\n</ol>"),
        ("a\nb\n* c", "<p>a\nb</p>\n<ul>\n<li>c</li>\n</ul>"),
        ("> a\n> - b", "<blockquote>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</blockquote>"),
        (
            "Så.\n- Vi bygger, säger Anna Ek.",
            '<p>Så.</p>\n<blockquote class="quote">\n<p>– Vi bygger, säger Anna Ek.</p>\n</blockquote>',
        ),
        ("Så många:\n" + ONE_CELL, f"<p>Så många:</p>\n{TABLE}"),
        ("Det hände\n2016. Då var det", "<p>Det hände\n2016. Då var det</p>"),
        ("Den är 20\n-talets största", "<p>Den är 20\n-talets största</p>"),
        ("Det är\n*mycket* bra", "<p>Det är\n<em>mycket</em> bra</p>"),
        ("- a\nb\n- c", "<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>"),
        ("    a\n    - b", "<pre><code>a\n- b\n</code></pre>"),
    ],
)
def test_a_list_or_a_table_may_stand_right_below_words(text: str, made: str) -> None:
    """No empty line is needed between, and what only looks like a list or a table is none."""
    assert html(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "2016. Det var ett år.\n\n1. ett\n2. två",
            "<p>2016. Det var ett år.</p>\n<ol>\n<li>ett</li>\n<li>två</li>\n</ol>",
        ),
        ("1. Det hände\n2016. Och sedan", "<ol>\n<li>Det hände\n2016. Och sedan</li>\n</ol>"),
        ("1. ett\n\n2016. Det var så.", "<ol>\n<li>ett</li>\n</ol>\n<p>2016. Det var så.</p>"),
        ("999. a\n1000. b", '<ol start="999">\n<li>a</li>\n<li>b</li>\n</ol>'),
        (
            "999. a\n\n1000. b",
            '<ol start="999">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>',
        ),
        ("7. a\n9. b", '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ],
)
def test_a_year_begins_no_list(text: str, made: str) -> None:
    """A number of four digits is a year, but for a list that has come to it."""
    assert html(text) == made


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("| 1 | 2 | 3 |", [3]),
        ("| 1 | 2 |\n| 1 | 2 | 3 |\n| 1 | 2 | 3 |", [4, 5]),
        ("| 1 |  2 |  |", []),
        ("| 1 | `a | b` |\n| 1 | a \\| b |\n| 1 |", []),
    ],
)
def test_no_cell_of_a_table_is_lost(rows: str, lines: list[int]) -> None:
    """A row with more cells than there are columns is told at its line; an empty cell is nothing."""
    found = body(f"| a | b |\n|---|---|\n{rows}").losses

    assert [mistake.where.line - 4 for mistake in found] == lines


@pytest.mark.parametrize("line", ["[[tour]]", "  [[tour]]", "[[tour]]  ", "\u00a0[[tour]]\u00a0"])
def test_a_line_of_its_own_is_the_tour(line: str) -> None:
    """The tour's line stands by itself, also right below or above a paragraph."""
    text = f"Före\n{line}\nEfter"

    assert html(text) == f"<p>Före</p>\n{TOUR}\n<p>Efter</p>"
    assert body(text).losses == ()


@pytest.mark.parametrize(
    ("text", "column"),
    [("Se [[tour]] här", 4), ("[[Turné]]", 1), ("[tour]", 1), ("  [Turnén] ", 3), ("Se [tour] här", None)],
)
def test_the_tour_that_is_none_is_told(text: str, column: int | None) -> None:
    """In the middle of a line, by another word or in single brackets it would be an odd word for readers."""
    found = [loss.where.column for loss in body(f"Före\n\n{text}\n").losses]

    assert found == [column] * (column is not None)


def test_the_tour_within_code_is_text() -> None:
    """A line that is indented as code is shown as it is."""
    assert html("    [[tour]]") == "<pre><code>[[tour]]\n</code></pre>"


def test_a_table_has_alignment_in_classes() -> None:
    """Columns are aligned without a style, which the Content-Security-Policy would refuse."""
    made = html("| A | B | C | D |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |")

    assert re.findall(r"<t[hd](?: [^>]*)?>", made) == [
        *('<th class="left">', '<th class="right">', '<th class="center">', "<th>"),
        *('<td class="left">', '<td class="right">', '<td class="center">', "<td>"),
    ]


def test_a_footnote_leads_there_and_back() -> None:
    """A footnote's mark and its way back are links to anchors that are there."""
    made = body("Text.[^1]\n\n[^1]: Not.")

    assert [link.target for link in made.links] == ["#fn:1", "#fnref:1"]
    assert made.anchors == ("fnref:1", "fn:1")
    assert 'title="Tillbaka till texten vid fotnot 1"' in made.html
    assert made.opening == "Text."


def test_a_footnote_that_is_written_twice_is_told() -> None:
    """Of two footnotes by one name the last would stand for both: the second is a mistake at its place."""
    text = "Ett.[^1] Två.[^1]\n\n[^1]: SCB\n\n[^1]: Regionen\n"
    (told,) = body(text).losses

    assert (told.where.line, told.where.column) == (9, 1)
    assert Language("en").tell(told.message) == '"[^1]" is given twice'
    assert body("Ett.[^1] Två.[^2]\n\n[^1]: SCB\n\n[^2]: Regionen\n").losses == ()


def test_one_text_leaves_nothing_for_the_next() -> None:
    """Footnotes and reference links of one text are unknown in the next."""
    html("Text.[^1] [a][b]\n\n[^1]: Not.\n\n[b]: c.md")

    assert html("Text. [a][b]") == "<p>Text. [a][b]</p>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("\"Hej\" -- 'du'...", "<p>”Hej” – ’du’…</p>"),
        ('`"a" -- b...`', '<p><code>"a" -- b...</code></p>'),
        ('    "a" -- b', '<pre><code>"a" -- b\n</code></pre>'),
        ('*"a"* och **"b"**', "<p><em>”a”</em> och <strong>”b”</strong></p>"),
        ('["a"](b.md)', f'<p><a href="{LINK.format(0)}">”a”</a></p>'),
        ("[a](https://press.example/b--c)", '<p><a href="https://press.example/b--c">a</a></p>'),
        (
            "<https://press.example/b--c>",
            '<p><a href="https://press.example/b--c">https://press.example/b--c</a></p>',
        ),
        ('![en "bild"](b--c.jpg)', f'<p><img alt="en &quot;bild&quot;" src="{LINK.format(0)}"></p>'),
        ("64 procent", "<p>64&nbsp;procent</p>"),
        ("kl. 18.00", "<p>kl.&nbsp;18.00</p>"),
        ('# "A" -- b', '<h2 id="h-a-b">”A” – b</h2>'),
    ],
)
def test_typography_stays_out_of_code_and_addresses(text: str, made: str) -> None:
    """Quotation marks and dashes are set in what is read, and nowhere else."""
    assert html(text) == made


def test_a_backslash_before_any_sign_is_not_shown() -> None:
    """What other programs write before a sign is left out, and what stands before a letter is kept."""
    written = r"5\% \& 2 \< 3 \= \~nej\~ \| \<b\> C:\mapp"

    assert html(written) == r"<p>5% &amp; 2 &lt; 3 = ~nej~ | &lt;b&gt; C:\mapp</p>"


def test_english_quotes_open_and_close() -> None:
    """In English the two ends differ, also across emphasis and code."""
    assert html('"Hi" it\'s *"e"* `x`"d"', "en") == ("<p>“Hi” it’s <em>“e”</em> <code>x</code>”d”</p>")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# A\n\n## B\n\n### C", ["h2", "h3", "h4"]),
        ("## A\n\n### B", ["h2", "h3"]),
        ("### A\n\n# B", ["h4", "h2"]),
        ("# A\n\n###### B", ["h2", "h6"]),
        ("A\n=\n\nB\n-", ["h2", "h3"]),
    ],
)
def test_headings_stand_below_the_title(text: str, levels: list[str]) -> None:
    """The title alone is h1; all headings go down a step when one of them is h1."""
    assert re.findall(r"<(h\d)", html(text)) == levels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## C#", "C#"),
        ("## Nr #", "Nr"),
        ("## Nr \\#", "Nr #"),
        ("## Plats ## ", "Plats"),
        ("##Plats##", "Plats"),
        ("Ord\n## C#\nmer", "C#"),
        ("## A \\", "A \\"),
    ],
)
def test_a_heading_keeps_a_sign_right_behind_a_word(text: str, words: str) -> None:
    """Signs that close a heading go; one that belongs to its last word stays (CommonMark 0.31, 4.2)."""
    assert re.findall(r"<h2 id=[^>]*>(.*?)</h2>", html(text)) == [words]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("## Plats och tid", ("h-plats-och-tid",)),
        ("## Ödåkra *möter* `Åby`", ("h-odakra-moter-aby",)),
        ("## A\n\n## A\n\n## A", ("h-a", "h-a-2", "h-a-3")),
        ("## A\n\n## A 2\n\n## A", ("h-a", "h-a-2", "h-a-3")),
        ("## ♥", ("h-rubrik",)),
        ("## هنا\n\n## هناك", ("h-rubrik", "h-rubrik-2")),
        ("## Vi &amp; ni", ("h-vi-ni",)),
        ("## 25&nbsp;<b>%</b> fler", ("h-25-fler",)),
        (r"## Fler \*än\* i fjol", ("h-fler-an-i-fjol",)),
    ],
)
def test_each_heading_has_an_anchor_of_its_own(text: str, anchors: tuple[str, ...]) -> None:
    """No two headings on a page share an id."""
    assert body(text).anchors == anchors


def test_words_in_anchors_follow_the_sites_language() -> None:
    """A heading without letters has an English anchor on an English site, whatever the text is in."""
    assert body("## ♥", "en").anchors == ("h-heading",)
    assert parse_markdown("## هنا", "a.md", 5, "en", "ar").anchors == ("h-heading",)


def test_text_in_another_language_keeps_its_marks() -> None:
    """Its quotation marks stay; the words for going back from a footnote are the site's, and say so."""
    made = parse_markdown('Waa "kaas" -- \'kan\'.[^1]\n\n[^1]: "Haa".\n', "a.md", 5, "sv", "so").html

    assert "<p>Waa \"kaas\" – 'kan'." in made
    assert '<p>"Haa".' in made
    assert re.findall(r' dir="ltr" href="[^"]+" lang="sv" title="(.*?)"', made) == [
        "Tillbaka till texten vid fotnot 1"
    ]


def test_press_quote_is_one_in_any_language() -> None:
    """A paragraph with a dash and an attribution is a quote, whatever the language of the text."""
    assert '<blockquote class="quote">' in parse_markdown("– Haa, säger Anna Ek.", "a.md", 5, "sv", "so").html


def test_letters_that_join_are_kept() -> None:
    """The joiner and the non-joiner of Persian, which no one sees, change how words are written."""
    assert decode("می\u200cخواهم ن\u200dه".encode(), "a.md") == "می\u200cخواهم ن\u200dه"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.md)", [("b.md", "5:5")]),
        ("\n\nå 😀 [a](b.md)", [("b.md", "7:9")]),
        ("[a](b.md) [c](b.md)\n[d](b.md)", [("b.md", "5:5"), ("b.md", "5:15"), ("b.md", "6:5")]),
        ("[a]( <b c.md> )", [("b c.md", "5:7")]),
        ('[a](b.md "T")', [("b.md", "5:5")]),
        ("![a](b.jpg)", [("b.jpg", "5:6")]),
        ("[![a](b.jpg)](c.md)", [("c.md", "5:15"), ("b.jpg", "5:7")]),
        ("[a][1] [b]\n\n[1]: c.md\n[b]: d.md 'T'", [("c.md", "7:6"), ("d.md", "8:6")]),
        ("<a href='b.md'>a</a>", [("b.md", "5:10")]),
        ('<a class="x" href="b.md">a</a>', [("b.md", "5:20")]),
        ("<div>\n<img src=b.jpg alt=a>\n</div>", [("b.jpg", "6:10")]),
        ("[a](#plats)", [("#plats", "5:5")]),
        ("[a](/turne/)", [("/turne/", "5:5")]),
        ("[a](b.md?c=1&d=2)", [("b.md?c=1&d=2", "5:5")]),
        ("[a](möte.md)", [("möte.md", "5:5")]),
        (r"Ord [a](b\_c.md) [d](..\.\e.md)", [("b_c.md", "5:9"), (r"...\e.md", "5:22")]),
        ("`[a](b.md)` och [a](b.md)", [("b.md", "5:21")]),
        (
            "| [a](b.md) | [c](d.md) |\n|---|---|\n| [e](f.md) | g |",
            [("b.md", "5:7"), ("d.md", "5:19"), ("f.md", "7:7")],
        ),
        ("- Vi bygger [a](b.md), säger Anna Ek.", [("b.md", "5:17")]),
    ],
)
def test_a_link_knows_its_place(text: str, found: list[tuple[str, str]]) -> None:
    """Links in Markdown, by reference and as HTML are found, each where its target is written."""
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('![en bro](b.jpg "Anna Ek")', ("en bro", "Anna Ek", True)),
        ("![](b.jpg)", ("", "", True)),
        ("![ ](b.jpg ' ')", ("", "", True)),
        ("![en bro][b]\n\n[b]: b.jpg (Anna Ek)", ("en bro", "Anna Ek", True)),
        ("<img src=b.jpg alt='1 > 0' title=Anna>", ("1 > 0", "Anna", True)),
        ('> ![en bro](b.jpg "Anna Ek")', ("en bro", "Anna Ek", True)),
        ('Se ![en bro](b.jpg "Anna Ek")', ("en bro", "Anna Ek", False)),
        ('![en bro](b.jpg "Anna Ek")\nFloden.', ("en bro", "Anna Ek", False)),
        ('- ![en bro](b.jpg "Anna Ek")', ("en bro", "Anna Ek", False)),
        ('[![en bro](b.jpg "Anna Ek")](b.md)', ("en bro", "Anna Ek", False)),
        ("<figure><img src=b.jpg alt=a title=b></figure>", ("a", "b", False)),
    ],
)
def test_a_picture_is_known_with_what_is_said_of_it(text: str, said: tuple[str, str, bool]) -> None:
    """What a picture shows, who took it, and whether it stands alone in its paragraph."""
    pictures = [link.picture for link in body(text).links if link.picture]

    assert pictures == [Illustration(*said)]


@pytest.mark.parametrize(
    "address",
    [
        "https://press.example/a?b=c",
        "http://press.example",
        "mailto:anna@press.example",
        "tel:+4685082900",
        "webcal://a/b.ics",
    ],
)
def test_an_address_outside_is_kept(address: str) -> None:
    """Links to the web, to mail, to a phone and to a calendar are left as they are."""
    assert html(f"[a]({address})") == f'<p><a href="{address}">a</a></p>'
    assert body(f"[a]({address})").links == ()


def test_a_space_in_an_address_outside_is_written_as_one() -> None:
    """What a browser would mend is whole in the page, and in what is made of it (RFC 3986, 2.1)."""
    assert html("[a](https://b.se/min fil.pdf)") == '<p><a href="https://b.se/min%20fil.pdf">a</a></p>'


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("![a](https://bilder.example/a.jpg)", "https://bilder.example/a.jpg"),
        ("![a](//bilder.example/a.jpg)", "//bilder.example/a.jpg"),
        ("<img src='HTTP://bilder.example/a.jpg' alt=a>", "HTTP://bilder.example/a.jpg"),
        ("[a](//press.example/)", "//press.example/"),
        ("![a](C:\\Bilder\\a.jpg)", "C:\\Bilder\\a.jpg"),
        ("![a](file:///C:/Bilder/a.jpg)", "file:///C:/Bilder/a.jpg"),
        ("![a](cid:image001.jpg@01D2)", "cid:image001.jpg@01D2"),
        ("![a](data:image/png;base64,AAAA)", "data:image/png;base64,AAAA"),
        ("[a](javascript:visa)", "javascript:visa"),
        ("[a](ftp://press.example/a)", "ftp://press.example/a"),
        ("[a](https://press example/a)", "https://press example/a"),
        ("[a](sms:+46701234567)", "sms:+46701234567"),
        ("[a](Möte: plan.pdf)", "Möte: plan.pdf"),
    ],
)
def test_what_cannot_be_published_is_listed_and_not_lost(text: str, target: str) -> None:
    """A target of a kind that no reader can use is a link like others, so that planning can refuse it."""
    made = body(text)

    assert [link.target for link in made.links] == [target]
    assert target not in made.html


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("<p onclick='x()'>a</p>", "<p>a</p>"),
        ("<p style='color: red'>a</p>", "<p>a</p>"),
        ("a <style>p {}</style>", "<p>a </p>"),
        ("<p class='quote left'>a</p>", None),
        ("<iframe src='https://video.example/'></iframe>a", None),
        ("<form action='/x'><input name=a></form>", None),
        ("<svg onload=x()><a href=b.md>c</a></svg>", None),
        ("<h1>a</h1>", None),
        ("<base href='//a.example/'>", None),
        ("<meta http-equiv=refresh content='0;url=//a.example/'>", None),
        ("<link rel=stylesheet href='//a.example/b.css'>", None),
        ("<img src=a.jpg srcset='//a.example/b.jpg 2x' alt=a>", None),
        ("<video src='//a.example/b.mp4' poster='//a.example/b.jpg'></video>", None),
        ("<a href=b.md target=_blank ping='//a.example/'>c</a>", None),
        ("<!-- hemligt -->a", None),
        ("<math><mtext><img src=x onerror=alert(1)></mtext></math>", None),
        ("<b id=main>a</b>", None),
    ],
)
def test_html_is_made_safe(text: str, made: str | None) -> None:
    """No script, handler, style, frame, form or address of another site is left."""
    found = html(text).strip()

    assert made is None or found == made
    assert not re.search(
        r"<(?:script|style|iframe|form|input|svg|base|meta|link|video|math|h1)|\bon\w+=|style=|srcset|ping=|target="
        r"|a\.example|hemligt|id=.main",
        found,
    )


@pytest.mark.parametrize(
    "written",
    [
        "&#xE000;0&#xE001;",
        "&#57344;0&#57345;",
        "&#xe000;0&#xE001",
        "&#0057344;0&#57345;",
        "&#XE000;0&#XE001;",
        "&#0000057344;0&#0000057345;",
        "&#x00000E000;0&#x00000000E001",
    ],
)
def test_a_private_letter_by_number_is_a_gap(written: str) -> None:
    """A letter that stands for something in here cannot be smuggled in by its number."""
    made = body(f"a {written} [b](c.md) [d]({written}) &#xE002; &#0000057346; &#x00000E002;")

    assert made.html.count("\ue000") == len(made.links) == 2
    assert TOUR not in made.html


def test_no_attribute_holds_the_schedule() -> None:
    """A line of a tag that goes over several is no place for it."""
    made = body("<p><b lang='\n[[tour]]\n'>a</b> <a href='/#\n[[tour]]\n'>b</a></p>\n\n[[tour]]")

    assert made.html.count(TOUR) == 1
    assert [link.target.split() for link in made.links] == [["/#"]]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Ett.\n\nTvå.", "Ett."),
        ("## Rubrik\n\nEtt *två* [tre](a.md).", "Ett två tre."),
        ("- Vi bygger, säger Anna Ek.\n\nEtt.", "Ett."),
        ("Ett\nrad två.", "Ett rad två."),
        ("A & B < C", "A & B < C"),
        ("Text.[^1]\n\n[^1]: Not.", "Text."),
        ("![a](b.jpg)\n\nEtt.", "Ett."),
        ("[[tour]]\n\nEtt.", "Ett."),
        ("[[tour]]", ""),
        ("En lokal på 20 m<sup>2</sup>.", "En lokal på 20 m2."),
        ("> Citat.\n\nEtt.", "Ett."),
        ("- a\n- b", ""),
        ("", ""),
    ],
)
def test_the_opening_is_the_first_paragraph_in_words(text: str, opening: str) -> None:
    """Quotes, headings, pictures and the tour are passed by, and no mark-up is left."""
    assert body(text).opening == opening


WORDS = st.sampled_from(
    [
        *(
            "ord ",
            "\n",
            "\n\n",
            "- ",
            "– ",
            "*",
            "**",
            "_",
            "`",
            "[",
            "](",
            ")",
            "!",
            "<",
            ">",
            "&",
            ";",
            '"',
            "'",
            "#",
        ),
        *(
            "[[tour]]",
            "säger Anna",
            ", ",
            "a.md",
            "https://a.se",
            "javascript:",
            "<a href=",
            "<img src=",
            "<script>",
            " style=",
            "<o:p>",
            "|",
        ),
        *(
            "|---|\n",
            "[^1]",
            "[^1]: ",
            "&#xE000;",
            "&#57345;",
            "\\",
            "    ",
            "1. ",
            "å",
            "😀",
            "\t",
            "<!--",
            "-->",
            "</a>",
        ),
        *("<div>", "</div>", "=", "---", "data:x", "\u00a0", "\x85", "\ufeff", "<p>", "&lt;", "C:\\", "//"),
    ]
)


@settings(max_examples=300)
@given(
    st.one_of(st.text(st.characters(exclude_characters="\0")), st.lists(WORDS, max_size=30).map("".join)),
    st.sampled_from(["sv", "en"]),
)
def test_any_text_makes_safe_html(text: str, language: str) -> None:
    """Whatever is written, each placeholder has its link, each place is in the text, and nothing runs."""
    source = decode(text.encode("utf-8", "replace"), "a.txt")
    made = body(source, language)
    lines = source.split("\n")
    numbers = re.findall("\ue000(\\d*)\ue001", made.html)

    assert numbers == list(map(str, range(len(numbers))))
    assert len(numbers) <= len(made.links)
    places = [link.where for link in made.links] + [lost.where for lost in made.losses]
    assert all(1 <= where.line - 4 <= len(lines) for where in places)
    assert all(1 <= where.column <= len(lines[where.line - 5]) + 1 for where in places)
    assert not re.search(r"<script|<[^>]*javascript:|<[^>]* on\w+=|<[^>]* style=", made.html)
    assert not re.search("[\ue000-\ue002]", made.opening)
