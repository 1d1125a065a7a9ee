"""What pages that no text stands behind tell those who only see their addresses."""

from __future__ import annotations

import re
from html import unescape

import pytest
from conftest import RELEASE, SITE, Press
from photo import picture

STATEMENT = """\
accessibility:
  status: helt
  supervised: nej
  method: självskattning
  assessed: 2016-11-28
  reviewed: 2016-11-28
"""
SAID = (
    "Det här är tillgänglighetsredogörelsen för Pressrummet: "
    "hur tillgänglig webbplatsen är och vad du kan göra där den inte är det."
)
NAME = "content/releases/2016-11-28-rost.md"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/pressmeddelanden/", "Pressmeddelanden från Pressrummet, de nyaste först."),
        ("/pressmeddelanden/2016/", "Pressmeddelanden från Pressrummet under 2016."),
        ("/amnen/", "Pressmeddelanden från Pressrummet, ämne för ämne."),
        ("/amnen/vard/", "Pressmeddelanden från Pressrummet i ämnet ”vård”."),
        ("/turne/", "Gör din röst hörd: när och var mötena hålls."),
        ("/sok/", "Sök bland alla pressmeddelanden från Pressrummet."),
        ("/integritet/", "Sidorna sparar ingenting om dig och hämtar ingenting från andra webbplatser."),
        ("/tillganglighet/", SAID),
        ("/kalender/", "Så följer du Gör din röst hörd i din egen kalender."),
    ],
)
def test_shared_page_tells_what_is_in_it(press: Press, address: str, told: str) -> None:
    """What stands with a page that is shared or found says what is in it."""
    press.write("site.yaml", SITE + "search: ja\n" + STATEMENT)
    press.write(NAME, RELEASE.replace("title:", "topics: [vård]\ntitle:", 1))
    press.build()

    descriptions = re.findall(
        r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)">', press.page(address)
    )
    assert descriptions == [told, told]


def test_names_have_the_language_s_apostrophes(empty: Press) -> None:
    """Sender, contact, district, topic, language and photographer are set as all other words are."""
    site = SITE.replace("Pressrummet", "Anna's press").replace("Anna Ek", "Anna O'Ek")
    empty.write("site.yaml", site + "language: en\nsearch: yes\ntour: {map: map.geojson}\n")
    ring = "[[[18, 59], [19, 59], [19, 60], [18, 59]]]"
    shape = f'{{"type": "Polygon", "coordinates": {ring}}}'
    name = """{"name": "St Anna's"}"""
    part = f'{{"type": "Feature", "properties": {name}, "geometry": {shape}}}'
    empty.write("map.geojson", f'{{"type": "FeatureCollection", "features": [{part}]}}')
    stops = "".join(
        f"  - {{district: St Anna's, id: a{day}, date: 2016-12-0{day}, languages: [Anna's own]}}\n"
        for day in (2, 3)
    )
    empty.write("tour.yaml", f"title: Anna's tour\nmeetings:\n{stops}")
    shown = "image: {file: a.png, alt: Anna's hat, credit: Anna O'Ek}\nmeetings: [a2]"
    text = f"---\ntitle: Anna's\ndate: 2016-11-28\ntopics: [Anna's own]\n{shown}\n---\nAnna's.\n\n[[tour]]\n"
    empty.write("content/releases/2016-11-28-a/index.md", text)
    empty.write("content/releases/2016-11-28-a/a.png", picture("PNG"))
    empty.build()

    pages = [name for name in empty.tree() if name.endswith(".html")]
    words = "\n".join(
        unescape(re.sub(r"<script.*?</script>|<[^>]*>", " ", empty.page(f"/{page}"), flags=re.DOTALL))
        for page in pages
    )
    assert "St Anna’s" in words
    assert "'" not in words
    assert ">St Anna’s</a>" in unescape(empty.page("/feed.xml"))
    assert "'" not in unescape("".join(re.findall(r'aria-label="([^"]*)"', empty.page("/tour/"))))
    assert '<option value="St Anna&#39;s">St Anna’s</option>' in empty.page("/search/")
