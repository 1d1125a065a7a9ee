"""Translations and their originals: what each says of the other, and what none may tell too early."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import pytest
from conftest import Press
from photo import picture

ORIGINAL = "content/releases/2016-11-28-oppet-mote.md"
ROOT = "https://press.example/pressmeddelanden/2016/"
SV, SO, AR = (f"/pressmeddelanden/2016/oppet-mote{code}/" for code in ("", "-so", "-ar"))
GONE = f"the original, {ORIGINAL}, is gone from Saturday 10 December 2016 at 00:00 on, and this text is not"
WORD = "Qarsoodi"
"""A word of the translations that nothing else on the site has."""


def translate(press: Press, code: str, *lines: str) -> str:
    """Write a translation of the release into a language; give its file."""
    path = ORIGINAL.replace(".md", f"-{code}.md")
    fields = [f"title: {WORD} {code}", "date: 2016-11-28 09:00", f"lang: {code}"]
    dated = [line for line in lines if line.startswith("date:")]
    fields = [dated[0] if dated and field.startswith("date:") else field for field in fields]
    others = [line for line in lines if line not in dated]
    block = "\n".join(["---", *fields, "original: 2016-11-28-oppet-mote.md", *others, "---"])
    press.write(path, f"{block}\n\n{WORD}\n")
    return path


def in_original(press: Press, *lines: str) -> None:
    """Add fields to the release."""
    press.edit(ORIGINAL, "date:", "".join(f"{line}\n" for line in lines) + "date:")


def versions(page: str) -> dict[str, str]:
    """Give what a page says of its languages to search engines: addresses by code."""
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page))


def links(page: str) -> list[tuple[str, str]]:
    """Give what a page offers its readers of other languages: address and words."""
    line = re.search(r'<nav class="versions".*?</nav>', page, re.DOTALL)
    return re.findall(r'<a href="\.\./\.\./\.\.([^"]+)"[^>]*>([^<]+)</a>', line[0]) if line else []


def holding(press: Press, words: str) -> list[str]:
    """Give the files of the site that hold `words`."""
    return [name for name, content in press.tree().items() if words.encode() in content]


def warnings(press: Press) -> list[str]:
    """Build, and give the warnings without what to do."""
    return [told.partition(" | ")[0] for told in press.warnings()]


def test_all_versions_name_each_other(press: Press) -> None:
    """Original and translations all name every version, themselves too; for other readers the original."""
    translate(press, "so")
    translate(press, "ar")
    press.build()
    every = {"sv": ROOT + "oppet-mote/", "x-default": ROOT + "oppet-mote/"} | {
        code: f"{ROOT}oppet-mote-{code}/" for code in ("ar", "so")
    }

    assert [versions(press.page(page)) for page in (SV, SO, AR)] == [every] * 3


def test_readers_find_the_other_languages(press: Press) -> None:
    """The original offers each translation by its own name, a translation the original and the others."""
    translate(press, "so")
    translate(press, "ar")
    press.build()

    assert links(press.page(SV)) == [(AR, "العربية"), (SO, "Soomaali")]
    assert links(press.page(SO)) == [(SV, "Läs texten på svenska"), (AR, "العربية")]
    assert links(press.page(AR)) == [(SV, "Läs texten på svenska"), (SO, "Soomaali")]


def test_text_without_translations_names_no_versions(press: Press) -> None:
    """A page in one language says nothing of others, also when that language is not the site's."""
    press.write(
        "content/releases/2016-11-29-own.md", "---\ntitle: A\ndate: 2016-11-29\nlang: en\n---\n\nHi.\n"
    )
    press.build()

    for page in (press.page(SV), press.page("/pressmeddelanden/2016/own/")):
        assert (versions(page), links(page)) == ({}, [])


@pytest.mark.parametrize(("field", "kept"), [("date: 2016-12-24", True), ("draft: ja", False)])
def test_waiting_translation_leaves_no_byte(press: Press, field: str, *, kept: bool) -> None:
    """A translation that is embargoed or a draft shows nowhere: without its file the site is the same."""
    path = translate(press, "so", field)
    waiting = press.build()
    with_it = press.tree()
    (press.root / path).unlink()
    press.build(output="other")

    assert press.tree("other") == with_it
    assert [text.until is not None for text in waiting.outlook.waiting] == [kept]


def test_translation_comes_when_it_is_due(press: Press) -> None:
    """At the second of its date it stands at its address, and the original names it."""
    translate(press, "so", "date: 2016-12-24 15:00")
    press.build("2016-12-24T14:59:59")
    assert versions(press.page(SV)) == {}
    press.build("2016-12-24T15:00")

    assert links(press.page(SV)) == [(SO, "Soomaali")]
    assert set(versions(press.page(SO))) == {"sv", "so", "x-default"}


def test_translation_and_original_wait_together(press: Press) -> None:
    """Under one embargo neither is there, and at its end both are."""
    in_original(press)
    press.write(ORIGINAL, (press.root / ORIGINAL).read_text().replace("2016-11-28 09:00", "2016-12-24"))
    translate(press, "so", "date: 2016-12-24")
    press.build("2016-12-23T23:59:59")
    assert holding(press, WORD) == []
    press.build("2016-12-24T00:00")

    assert links(press.page(SO)) == [(SV, "Läs texten på svenska")]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("draft: ja", f"the original, {ORIGINAL}, is a draft"),
        (
            "expires: 2016-12-10",
            GONE,
        ),
    ],
)
def test_translation_is_public_only_while_its_original_is(press: Press, field: str, message: str) -> None:
    """A translation that readers could not hold against its original is a mistake."""
    in_original(press, field)
    path = translate(press, "so")

    assert press.mistakes() == [f"{path}:5:11: {message}"]
    assert not (press.root / "output/index.html").exists()


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("draft: ja\ndate: 2016-11-28 09:00", f"remove draft: in {ORIGINAL}, which is published"),
        ("date: 2016-12-24", f"put back the date in {ORIGINAL}, which is published"),
    ],
)
def test_published_original_that_is_hidden_is_put_right_itself(press: Press, fields: str, hint: str) -> None:
    """The translation is published too, and could not be hidden with it."""
    path = translate(press, "so")
    press.build()
    press.edit(ORIGINAL, "date: 2016-11-28 09:00", fields)

    assert [told.partition(" | ")[2] for told in press.reports() if told.startswith(path)] == [hint]


@pytest.mark.parametrize("field", ["draft: ja", "expires: 2016-12-24", "expires: 2016-12-10"])
def test_translation_may_be_a_draft_or_go_first(press: Press, field: str) -> None:
    """Of an original that expires, a draft and a translation that goes with it or before are right."""
    in_original(press, "expires: 2016-12-24")
    translate(press, "so", field)
    press.build()

    assert press.page(SV)


def test_lists_and_feeds_hold_originals(press: Press) -> None:
    """A translation stands at its address and in the sitemap; elsewhere only its language is named."""
    in_original(press, "topics: [Skola]", "meetings: [sodermalm]")
    translate(press, "so")
    press.build()

    assert holding(press, WORD) == [SO[1:] + "index.html", SO[1:] + "oppet-mote-so.txt"]
    assert f"<loc>{ROOT}oppet-mote-so/</loc>" in press.page("/sitemap.xml")
    for page in ("/", "/pressmeddelanden/", "/pressmeddelanden/2016/", "/amnen/skola/"):
        assert re.findall(r'hreflang="so" lang="so" dir="ltr">([^<]+)<', press.page(page)) == ["Soomaali"]
    assert "1 pressmeddelande<" in press.page("/pressmeddelanden/")


def test_text_of_its_own_stands_everywhere_in_its_language(press: Press) -> None:
    """A text without an original is listed as any other, with its language and its way."""
    press.write(
        "content/releases/2016-11-29-own.md",
        "---\ntitle: أهلا\ndate: 2016-11-29\nlang: ar\n---\n\nأهلا وسهلا.\n",
    )
    press.write("content/pages/own-page.md", "---\ntitle: مرحبا\nlang: ar\n---\n\nأهلا.\n")
    press.build()
    feed = json.loads(press.page("/feed.json"))["items"]

    assert '<h3 class="item-title" lang="ar" dir="rtl">' in press.page("/")
    assert '<a href="./own-page/" lang="ar" dir="rtl">مرحبا</a>' in press.page("/")
    assert '<entry xml:lang="ar">' in press.page("/feed.xml")
    assert [item.get("language") for item in feed] == ["ar", None]
    assert feed[0]["content_html"] == '<div lang="ar" dir="rtl"><p>أهلا وسهلا.</p></div>'


def test_withdrawn_text_of_its_own_says_why_in_its_language(press: Press) -> None:
    """Its title is the site's, and only the reason is in the language of the text."""
    press.write(
        "content/releases/2016-11-29-own.md",
        "---\ntitle: أ\ndate: 2016-11-29\nlang: ar\nretracted: خطأ\n---\n\nأ\n",
    )
    press.build()
    item = json.loads(press.page("/feed.json"))["items"][0]

    assert '<p lang="ar" dir="rtl">خطأ</p>' in press.page("/pressmeddelanden/2016/own/")
    assert "<h1>Indraget pressmeddelande</h1>" in press.page("/pressmeddelanden/2016/own/")
    assert (item["content_html"], item.get("language")) == ('<p lang="ar" dir="rtl">خطأ</p>', None)


def test_schedule_within_another_language_is_in_the_sites(press: Press) -> None:
    """Where a text in Arabic shows the tour its words are Swedish, and run from the left."""
    press.write(
        "content/releases/2016-11-29-own.md", "---\ntitle: أ\ndate: 2016-11-29\nlang: ar\n---\n\n[[tour]]\n"
    )
    press.build()
    feed = json.loads(press.page("/feed.json"))["items"][0]["content_html"]

    assert '<div class="schedule in-text" lang="sv" dir="ltr"' in press.page("/pressmeddelanden/2016/own/")
    assert feed.startswith('<div lang="ar" dir="rtl"><div lang="sv" dir="ltr"><ul>')


def test_translation_has_what_its_original_is_about(press: Press) -> None:
    """Topics, contacts and meetings come from the original, unless it names other contacts or meetings."""
    site = (press.root / "site.yaml").read_text(encoding="utf-8")
    press.write("site.yaml", f"{site}  bo: {{name: Bo Alm, email: bo@press.example}}\n")
    in_original(press, "topics: [Skola]", "meetings: [sodermalm]", "contacts: [bo]")
    translate(press, "so")
    translate(press, "ar", "contacts: [anna]", "meetings: [skarholmen]")
    press.build()
    somali, arabic = press.page(SO), press.page(AR)

    assert [name in somali for name in ("Skola", "Södermalm", "Bo Alm", "Anna Ek")] == [
        True,
        True,
        True,
        False,
    ]
    assert [name in arabic for name in ("Skola", "Skärholmen", "Anna Ek", "Bo Alm")] == [
        True,
        True,
        True,
        False,
    ]


def test_translation_is_withdrawn_with_its_original(press: Press) -> None:
    """What is retracted stands in no language; staff are told to say why in the translation's."""
    path = translate(press, "so")
    press.build("2016-11-30T12:00")
    in_original(press, "retracted: Uppgiften om dagen var fel.")
    told = warnings(press)
    page = press.page(SO)

    assert told == [f"{path}:5:11: the original is retracted, and this translation with it"]
    assert holding(press, WORD) == []
    assert "<p>Uppgiften om dagen var fel.</p>" in page
    assert (versions(page), links(page), links(press.page(SV))) == ({}, [], [])


def test_a_translation_that_waits_needs_no_reason_yet(press: Press) -> None:
    """Nobody is told anything in its language."""
    translate(press, "so", "draft: yes")
    in_original(press, "retracted: Uppgiften om dagen var fel.")

    assert warnings(press) == []


def test_translation_is_withdrawn_in_its_own_words(press: Press) -> None:
    """A reason in the language of the translation is shown as such, and stills the warning."""
    translate(press, "so", "retracted: Maalintu way khaldanayd.")
    in_original(press, "retracted: Uppgiften om dagen var fel.")

    assert warnings(press) == []
    assert '<p lang="so" dir="ltr">Maalintu way khaldanayd.</p>' in press.page(SO)


def test_withdrawn_translation_leads_back_and_is_not_offered(press: Press) -> None:
    """A translation alone may be withdrawn: its page leads to the original, which names it no more."""
    translate(press, "so", "retracted: Maalintu way khaldanayd.")
    press.build()

    assert links(press.page(SO)) == [(SV, "Läs texten på svenska")]
    assert (versions(press.page(SO)), versions(press.page(SV)), links(press.page(SV))) == ({}, {}, [])


def test_pages_have_translations_too(press: Press) -> None:
    """A page and its translation name each other; the foot of each page lists the original alone."""
    press.write("content/pages/om.md", "---\ntitle: Om oss\n---\n\nVi.\n")
    press.write("content/pages/om-so.md", f"---\ntitle: {WORD}\nlang: so\noriginal: om.md\n---\n\nHi.\n")
    press.build()

    assert versions(press.page("/om/")) == versions(press.page("/om-so/")) != {}
    assert holding(press, WORD) == ["om-so/index.html"]


def test_original_in_another_language_is_named_in_the_sites(press: Press) -> None:
    """A translation of an English text says in Swedish that it can be read in English."""
    in_original(press, "lang: en")
    translate(press, "so")
    press.build()

    assert links(press.page(SO)) == [(SV, "Läs texten på engelska")]
    assert versions(press.page(SO))["x-default"] == versions(press.page(SO))["en"] == ROOT + "oppet-mote/"


def test_pictures_of_the_original_can_be_shown(press: Press) -> None:
    """A translation shows a picture from its original's folder, described in its own language."""
    (press.root / ORIGINAL).unlink()
    press.write("content/releases/mote/index.md", "---\ntitle: Möte\ndate: 2016-11-28\n---\n\nHej.\n")
    press.write("content/releases/mote/sal.jpg", picture())
    press.write(
        "content/releases/mote-ar.md",
        "---\ntitle: أ\ndate: 2016-11-28\nlang: ar\noriginal: mote/index.md\n"
        "image: {file: mote/sal.jpg, alt: قاعة, credit: Bo Alm, caption: القاعة}\n---\n\nأهلا.\n",
    )
    press.build()
    page = press.page("/pressmeddelanden/2016/mote-ar/")

    assert 'alt="قاعة" lang="ar" dir="rtl" src=' in page
    assert '<span class="own" lang="ar" dir="rtl">القاعة.</span>' in page
    assert "pressmeddelanden/2016/mote-ar/sal.jpg" in press.tree()


def test_moved_translation_leads_on_in_its_language(press: Press) -> None:
    """The page at a translation's old address gives its title in its language."""
    path = translate(press, "so")
    press.build("2016-11-30T12:00")
    (press.root / path).rename(press.root / path.replace("-so.md", "-somali.md"))
    press.build()

    assert f'data-moved lang="so" dir="ltr">{WORD} so</a>' in press.page(SO)


def file_names(outputs: Iterable[str]) -> set[str]:
    """Give the pages among files."""
    return {name for name in outputs if name.endswith(".html")}


def test_a_translation_makes_few_pages_anew(press: Press) -> None:
    """With a translation only the pages change that name it; incremental equals clean."""
    in_original(press, "topics: [Skola]")
    press.build()
    before = press.tree()
    translate(press, "so")
    press.build()
    after = press.tree()

    assert press.clean() == after
    assert file_names(name for name in after if before.get(name) != after[name]) == {
        "index.html",
        "pressmeddelanden/index.html",
        "pressmeddelanden/2016/index.html",
        "pressmeddelanden/2016/oppet-mote/index.html",
        "pressmeddelanden/2016/oppet-mote-so/index.html",
        "amnen/skola/index.html",
    }


def test_shared_translation_shows_the_picture_of_its_original(press: Press) -> None:
    """Where a translation is shared it claims no country, and shows its original's picture if it has none."""
    in_original(press, "image: {file: torget.png, alt: Ett torg, credit: Anna Ek}")
    press.write("content/releases/torget.png", picture("PNG"))
    press.write("content/releases/annat.png", picture("PNG"))
    translate(press, "so")
    translate(press, "ar", "image: {file: annat.png, alt: ساحة, credit: Anna Ek}")
    press.build()
    told = [
        dict(re.findall('property="og:([^"]*)" content="([^"]*)"', press.page(at))) for at in (SV, SO, AR)
    ]

    assert [one["image"].removeprefix(ROOT) for one in told] == [
        "oppet-mote/torget-60.jpg",
        "oppet-mote/torget-60.jpg",
        "oppet-mote-ar/annat-60.jpg",
    ]
    assert [one.get("locale") for one in told] == ["sv_SE", None, None]
    assert "<figure" not in press.page(SO)


def test_withdrawn_translation_is_shared_without_a_picture(press: Press) -> None:
    """The picture of an original that has been withdrawn is nowhere, and its translations show the site's."""
    in_original(press, "image: {file: torget.png, alt: Ett torg, credit: Anna Ek}", "retracted: Fel.")
    press.write("content/releases/torget.png", picture("PNG"))
    translate(press, "so")
    press.build()

    assert holding(press, "torget-60") == []
    assert "/assets/share." in press.page(SO)


@pytest.mark.parametrize("lang", ["se", "se-SE"])
def test_a_text_in_northern_sami_may_be_in_swedish(press: Press, lang: str) -> None:
    """The code is the sign of Sweden; what is translated from Swedish is right, and nothing in sv is told."""
    for name, code in (("a", lang), ("b", "sv")):
        text = f"---\ntitle: {name}\ndate: 2016-11-28 09:00\nlang: {code}\n---\n\nText {name}.\n"
        press.write(f"content/releases/{name}.md", text)
    translate(press, lang)

    assert warnings(press) == [f'content/releases/a.md:4:7: "{lang}" is the code of nordsamiska']
