"""Signs that stayed signs, or made what nobody meant: told at their places, with what to write."""

from __future__ import annotations

import pytest
from slipped import told

from pressrum.parse.markdown.body import parse_markdown

TABS = "tabs between words make no table"
RULE = "the table lacks the line of dashes below its headings"
SHOWN_AS_CODE = "the line begins with a tab or four spaces, and is shown as code"
MARGIN = "begin it at the margin; code among words is written between two `"
ALONE = "write [[tour]] on a line of its own, with an empty line above and below"
REVERSED = "the link is the wrong way round"
GAP = "a space within the asterisks keeps the words from being bold"
UNENDED = "the comment that begins here never ends, and would be shown"
MAILED = "a link stands here as mail programs write it"
WORDLESS = "the heading has no words"
BARE = "the link has no words, so that nobody finds it"
LEADS = "write in words what it leads to: [what it is]"
PICTURE = "is what is left of a picture from an e-mail"
SAVED = 'remove it, or save it beside the text: ![what it shows](picture.png "Photo: Name")'
REMOVED = "remove the line; code among words is written between two `"
LONE = "the bold words that begin here never end, and the signs would be shown"
SIGNED = "an e-mail signature begins here, and would be shown"
HEADED = "the lines at the top of an e-mail stand here, and would be shown"
UNSIGNED = "remove it; whom the press calls stands under contacts: above the text"
SPACE, OPEN = "there is a space between the link and its address", "the link is not ended"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("Se [Sidan] (https://a.se).", "1:4", SPACE, "write [Sidan](https://a.se)"),
        ("Se\n[Sidan](https://a.se", "2:1", OPEN, "write [Sidan](https://a.se)"),
        ("Se [x](https://a.se].", "1:4", OPEN, "write [x](https://a.se)"),
        ("Se [x](https://a.se/(b)", "1:4", OPEN, "write [x](https://a.se/(b))"),
        ("Se [x](https://a.se/(b och", "1:4", OPEN, "write [x](https://a.se/(b))"),
        ("Se [](https://a.se/b).", "1:4", BARE, f"{LEADS}(https://a.se/b)"),
        ("Se\n[ ](a.pdf) [b](c.md)", "2:1", BARE, f"{LEADS}(a.pdf)"),
        ('Se <a href="https://a.se"> </a>', "1:4", BARE, f"{LEADS}(https://…)"),
        (
            'Se <a href="https://a.se">b\n\nMer',
            "1:4",
            "<a> begins here and never ends",
            "write </a> where it ends",
        ),
        ('Se <b class="x">b\n\nMer', "1:4", "<b> begins here and never ends", "write </b> where it ends"),
        (
            "<b>a</b> <i>b</i>\n\n<b>c\n\nMer",
            "3:1",
            "<b> begins here and never ends",
            "write </b> where it ends",
        ),
        ("Se\n\n<h2>b\n\nMer", "3:1", "<h2> begins here and never ends", "write </h2> where it ends"),
        (
            "Hej [cid:image001.png@01D24A5F.8C]",
            "1:5",
            "[cid:image001.png@01D24A5F.8C] " + PICTURE,
            SAVED,
        ),
        ("[bild: logo.png] Hej", "1:1", f"[bild: logo.png] {PICTURE}", SAVED),
        ("```markdown\n\nHej", "1:1", "a line of ``` does not belong in a text", REMOVED),
        ("Hej\n\n~~~\nHej", "3:1", "a line of ~~~ does not belong in a text", REMOVED),
        ("[Program] (program.pdf)", "1:1", SPACE, "write [Program](program.pdf)"),
        ("![Sal] (b.jpg)", "1:1", SPACE, 'write ![Sal](b.jpg "Photo: Name")'),
        ('![Sal] (b.jpg "Foto: Anna")', "1:1", SPACE, 'write ![Sal](b.jpg "Foto: Anna")'),
        ('![Sal](b.jpg "Foto: Anna"', "1:1", OPEN, 'write ![Sal](b.jpg "Foto: Anna")'),
        ('!(Sal)[b.jpg "Foto: Anna"]', "1:1", REVERSED, 'write ![Sal](b.jpg "Foto: Anna")'),
        ("![Sal](b.jpg", "1:1", OPEN, 'write ![Sal](b.jpg "Photo: Name")'),
        ("Se (Läs mer)[https://a.se].", "1:4", REVERSED, "write [Läs mer](https://a.se)"),
        ("!(Sal)[b.jpg]", "1:1", REVERSED, 'write ![Sal](b.jpg "Photo: Name")'),
        ("(Om)[/om/] `(a)[/b/]`", "1:1", REVERSED, "write [Om](/om/)"),
        ("Det är **viktigt att komma.", "1:8", LONE, "write ** where it ends"),
        ("**Kl. 18 börjar vi.", "1:1", LONE, "write ** where it ends"),
        ("Hej\n\n**Alla\när med.\n\n**Så** är det.", "3:1", LONE, "write ** where it ends"),
        ("Hej.\n\n-- \nAnna Ek\n08-508", "3:1", SIGNED, UNSIGNED),
        ("Hej.\n\nSkickat från min iPhone", "3:1", SIGNED, UNSIGNED),
        ("Hej.\n\nHämta Outlook för iOS\n", "3:1", SIGNED, UNSIGNED),
        ("Sent from my Samsung Galaxy smartphone.\nHej.", "1:1", SIGNED, UNSIGNED),
        ("Hej.\n\nFrån: Anna Ek\nSkickat: i dag\nTill: Press\nÄmne: Farsta", "3:1", HEADED, "remove them"),
        ("**From:** Anna Ek\n**Subject:** Farsta", "1:1", HEADED, "remove them"),
        ("Ta med: **Legitimation: **pass", "1:9", GAP, "write **Legitimation:** pass"),
        (
            "Kl. ~~18~~ 19",
            "1:5",
            "~~18~~ strikes no words out, and the signs would be shown",
            "remove the words, or write <del>18</del>",
        ),
        ("A[^b]\n\n[^b] C", "3:1", "there is no footnote [^b]", "a colon is missing: write [^b]: C"),
        ("** Obs **", "1:1", GAP, "write **Obs**"),
        ("**Tid:** 18\n**Sal **: 2", "2:1", GAP, "write **Sal**"),
        ("Ord <!-- a -->\n\n<!-- dolt\n", "3:1", UNENDED, "write --> where it ends"),
        ("Mejla a@b.se<mailto:a@b.se>.", "1:7", MAILED, "write a@b.se"),
        ("A <a@b.se<mailto:a@b.se>>", "1:4", MAILED, "write a@b.se"),
        ("www.a.se<http://www.a.se/>", "1:1", MAILED, "write [www.a.se](http://www.a.se/)"),
        ("Läs\nhär<https://a.se>.", "2:1", MAILED, "write [här](https://a.se)"),
        ("a.se <https://a.se/>", "1:1", MAILED, "write [a.se](https://a.se/)"),
        ("[[tours]]", "1:1", "[[tours]] shows nothing", ALONE),
        (
            "Se [[Boka]] nu",
            "1:4",
            "[[Boka]] shows nothing",
            "write [Boka](https://…) for a link, or the words alone",
        ),
        (
            "Ord\n---",
            "2:1",
            "--- makes a heading of the line above",
            "for a heading write ## Ord; for a rule put an empty line above it",
        ),
        (
            "\nOrd\n---\n",
            "3:1",
            "--- makes a heading of the line above",
            "for a heading write ## Ord; for a rule put an empty line above it",
        ),
        (
            "a\n\n- b\n--\nc",
            "4:1",
            "-- makes a heading of the line above",
            "for a heading write ## - b; for a rule put an empty line above it",
        ),
        ("Ord\n\n###\n", "3:1", WORDLESS, "write its words after ###, or remove the line"),
        ("Ord\n## ##\nOrd", "2:1", WORDLESS, "write its words after ##, or remove the line"),
        ("Ord\n\n# # #", "3:1", WORDLESS, "write its words after #, or remove the line"),
        ("> - #", "1:5", WORDLESS, "write its words after #, or remove the line"),
        ("Ord\n\n    Mer **ord**", "3:5", SHOWN_AS_CODE, MARGIN),
        ("\tOrd & <ord>", "1:2", SHOWN_AS_CODE, MARGIN),
        ("Så:\n\n| a | b |\n| 1 | 2 |", "3:1", RULE, "add below it: |---|---|"),
        (
            "Namn\tDag\nAnna\t3\n",
            "1:1",
            TABS,
            "write | Namn | Dag | and below it |---|---|; write the other lines like the first",
        ),
    ],
)
def test_a_slip_is_told(text: str, place: str, message: str, hint: str) -> None:
    """What would be published as raw signs, or as something else, is told with what to write."""
    assert told(text) == [(place, message, hint)]


@pytest.mark.parametrize(
    "text",
    [
        '[a](https://a.se/(b)) och [c](d.md "två\nrader")',
        "Pris**: 5 kr.\n\n**Gäller Farsta.",
        "`[a](b` och `[[c]]` och \\[a] (b.md)",
        "[Partiet] (se nedan) och [a](https://a.se) (https://b.se)",
        "[a][1] (https://b.se)\n\n[1]: https://a.se",
        "(se nedan)[^1] f(x)[0] \\(a)[/b/] (se) [https://a.se] (Sidan)[a.md]\n\n[^1]: a\n\n[a.md]: /a/",
        "**Fet** text **fet**, pris** och avgift**, 2 ** 3 ** 4, `** a **` och <!-- a\nb --> `<!--`",
        "Se <https://a.se>, webb:<https://a.se>, om <mailto:a@b.se> och `a@b.se<mailto:a@b.se>`",
        "Rubrik\n------\n\nRubrik\n===\n\n---\n\nMer",
        "a\nb\n---",
        "- a\n\n    mer\n\n1. b\n\n    mer",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "a | b\n--|--\n1 | 2",
        "1.\tEtt\n2.\tTvå\n\n•\tTre\n•\tFyra",
        "Ett\ttabbtecken",
        "[bild: a](b.md), [image:1] och ```kod``` i [![Sal](b.jpg)](c.md) `[](d)`\n\n[image:1]: /a/",
        "`~~a~~` och ~~ b ~~ \\~\\~c\\~\\~ ~/d~",
        "## `kod`\n\n## ![Sal](b.jpg)\n\n\\#",
        '<a href="https://a.se"><p>a</p></a>\n\n<h2 class="b">på två\nrader</h2>\n\nMer',
        "Välkommen.\n\n---\nDatum: fredag 3 december\ndate: fredag\n\nrubrik: inget fält",
    ],
)
def test_what_is_meant_is_no_slip(text: str) -> None:
    """Links, headings, lists and tables as they should be, and words in brackets, are right."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("#Skärholmen #jämlikhet", "<p>#Skärholmen #jämlikhet</p>"),
        ("Text\n#Enskede är bäst", "<p>Text\n#Enskede är bäst</p>"),
        ("# Rubrik", '<h2 id="h-rubrik">Rubrik</h2>'),
        ("##Rubrik", '<h2 id="h-rubrik">Rubrik</h2>'),
        ("Text\n   ## Rubrik", '<p>Text</p>\n<h2 id="h-rubrik">Rubrik</h2>'),
        ("  #Enskede är bäst", "<p>#Enskede är bäst</p>"),
    ],
)
def test_a_hashtag_is_no_heading(text: str, made: str) -> None:
    """A sign right before a word is that of a hashtag; two are a heading's, with or without spaces around."""
    assert parse_markdown(text, "a.md", 1, "sv").html == made
