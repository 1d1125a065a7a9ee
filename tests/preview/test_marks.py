"""Drafts and embargoed texts: there in the preview, each marked; elsewhere as if they were not."""

from __future__ import annotations

import pytest
from conftest import RELEASE, Press, small
from refused import told_in_file

from build import build
from pressrum.edges.request import Outcome, Request

NOW = "2016-12-01T12:00"
DRAFT = RELEASE.replace("Öppet möte", "Ett utkast").replace(
    "---\n\n", "draft: true\ntopics: [skola]\n---\n\n"
)
EMBARGOED = RELEASE.replace("Öppet möte", "Vår budget").replace("2016-11-28 09:00", "2016-12-24 09:00")
UNTIL = "SPÄRRAD till lördag 24 december 2016 kl.\u00a009.00"


def look(press: Press, now: str = NOW) -> Outcome:
    """Build the preview of the site into `look`."""
    return build(Request(press.root, press.root / "look", now, preview=True))


def read(press: Press, path: str) -> str:
    """Give a page or file of the preview."""
    return (press.root / "look" / path).read_text(encoding="utf-8")


@pytest.fixture
def waiting(press: Press) -> Press:
    """Give a site with a public release, a draft with a topic of its own, and two texts to come."""
    return with_waiting(press)


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give the same with its preview made, to be read."""
    press = with_waiting(small(tmp_path_factory.mktemp("looked")))
    look(press)
    return press


def with_waiting(press: Press) -> Press:
    """Write what waits."""
    press.write("content/releases/2016-11-20-utkast.md", DRAFT)
    press.write("content/releases/2016-12-24-budget.md", EMBARGOED)
    press.write("content/pages/om.md", "---\ntitle: Om oss\ndate: 2016-12-24 09:00\n---\nVi.\n")
    return press


@pytest.mark.parametrize(
    ("page", "mark"),
    [
        ("pressmeddelanden/2016/utkast/", "UTKAST"),
        ("pressmeddelanden/2016/budget/", UNTIL),
        ("om/", UNTIL),
    ],
)
def test_what_waits_is_marked_on_its_page(looked: Press, page: str, mark: str) -> None:
    """A draft says so at the top of its page, and an embargoed text until when."""
    html = read(looked, page + "index.html")
    assert f'<p class="mark"><strong>{mark}</strong> Bara förhandsvisningen visar den här texten.</p>' in html
    title = mark.replace("24 december", "24\u00a0december")
    assert f"<title>{title}: " in html


@pytest.mark.parametrize(
    "page", ["index.html", "pressmeddelanden/index.html", "pressmeddelanden/2016/index.html"]
)
def test_what_waits_is_marked_in_lists(looked: Press, page: str) -> None:
    """Lists hold what waits, each with its mark, and public releases without one."""
    labels = read(looked, page).split('<ol class="releases"')[1]
    assert [part.split("</strong>")[0] for part in labels.split('<strong class="label">')[1:-1]] == [
        UNTIL,
        "UTKAST",
    ]
    assert labels.count('<li class="item">') == 3


def test_what_waits_is_marked_in_the_foot_and_between_neighbours(looked: Press) -> None:
    """The foot marks a page to come, and the ways to the next release mark one that waits."""
    page = read(looked, "pressmeddelanden/2016/oppet-mote/index.html")
    assert f'<a href="../../../om/">Om oss</a> <strong class="label">{UNTIL}</strong>' in page
    assert '>Ett utkast</span> <strong class="label">UTKAST</strong></a>' in page
    assert '<p class="mark">' not in page


def test_what_waits_is_marked_in_feeds_and_plain_texts(looked: Press) -> None:
    """A feed says it in the title, and a plain text on its first line."""
    assert f"<title>{UNTIL}: Vår budget</title>" in read(looked, "feed.xml")
    plain = [text for text in (looked.root / "look").rglob("*.txt") if "utkast" in text.as_posix()]
    assert [text.read_text(encoding="utf-8").splitlines()[0] for text in plain] == ["UTKAST"]


def test_a_meeting_marks_what_waits(press: Press) -> None:
    """The page of a meeting marks a release about it that waits."""
    press.write(
        "content/releases/2016-11-20-utkast.md", DRAFT.replace("topics: [skola]", "meetings: [sodermalm]")
    )

    look(press)

    assert '<strong class="label">UTKAST</strong>' in read(press, "turne/sodermalm/index.html")


def test_a_topic_of_drafts_is_there(looked: Press) -> None:
    """A topic that only a draft has, its list and its feed are there."""
    assert "Ett utkast" in read(looked, "amnen/skola/index.html")
    assert "Ett utkast" in read(looked, "amnen/skola/feed.xml")


def test_marks_go_with_their_day(waiting: Press) -> None:
    """When an embargo is over its mark is gone, and the draft keeps its own."""
    look(waiting, "2016-12-24T09:00")

    assert "SPÄRRAD" not in "".join(
        read(waiting, page) for page in ("index.html", "om/index.html", "feed.xml")
    )
    assert "UTKAST" in read(waiting, "index.html")


def test_what_has_expired_is_gone(press: Press) -> None:
    """A release that has left the site is not in the preview either."""
    press.write(
        "content/releases/2016-11-20-ute.md", RELEASE.replace("---\n\n", "expires: 2016-11-30\n---\n\n")
    )

    look(press)

    assert not (press.root / "look/pressmeddelanden/2016/ute").exists()


def test_the_public_site_is_none_the_wiser(waiting: Press) -> None:
    """A build after a preview leaves no trace of what waits, and no mark."""
    look(waiting)
    waiting.build()

    everything = b"".join(waiting.tree().values())
    assert [
        word in everything.decode(errors="ignore")
        for word in ("utkast", "Vår budget", "SPÄRRAD", 'class="mark"')
    ] == [False] * 4


def test_a_preview_leaves_the_record_alone(waiting: Press) -> None:
    """The record is read and not written, and nothing is made in output/."""
    waiting.build()
    record, site = (waiting.root / "published.json").read_bytes(), waiting.tree()
    waiting.write("content/releases/2016-11-30-nytt.md", RELEASE.replace("Öppet", "Nytt"))

    look(waiting)

    assert (waiting.root / "published.json").read_bytes() == record
    assert waiting.tree() == site


def told(press: Press) -> list[str]:
    """Give the mistakes that stop the preview."""
    return [mistake.partition(" | ")[0] for mistake in told_in_file(lambda: look(press))]


def test_what_would_stop_the_public_build_stops_the_preview(waiting: Press) -> None:
    """A public text that links to a draft or to its address is a mistake in both, told alike."""
    links = "[Ett](2016-11-20-utkast.md), [två](/pressmeddelanden/2016/utkast/), [tre](/amnen/skola/).\n"
    waiting.write("content/releases/2016-11-28-oppet-mote.md", RELEASE + links)

    assert told(waiting) == waiting.mistakes() != []


def test_hiding_what_is_published_stops_the_preview(waiting: Press) -> None:
    """A published release that is made a draft is a mistake in both."""
    waiting.build()
    hidden = RELEASE.replace("---\n\n", "draft: true\n---\n\n")
    waiting.write("content/releases/2016-11-28-oppet-mote.md", hidden)

    assert told(waiting) == waiting.mistakes() != []


def test_hiding_and_renaming_what_is_published_stops_the_preview(waiting: Press) -> None:
    """A published release whose file was renamed and made a draft is a mistake in both."""
    waiting.build()
    (waiting.root / "content/releases/2016-11-28-oppet-mote.md").unlink()
    hidden = RELEASE.replace("---\n\n", "draft: true\n---\n\n")
    waiting.write("content/releases/2016-11-28-annat.md", hidden)

    assert told(waiting) == waiting.mistakes() != []


def test_two_drafts_at_one_address_cannot_both_be_shown(waiting: Press) -> None:
    """Two drafts that would stand at one address are a mistake in the preview, if not yet in public."""
    waiting.write("content/releases/2016-11-21-utkast.md", DRAFT)
    waiting.build()

    assert told(waiting) == [
        (
            "content/releases/2016-11-21-utkast.md:2:8: /pressmeddelanden/2016/utkast/ is taken by"
            " content/releases/2016-11-20-utkast.md already"
        )
    ]


def test_a_translation_of_a_draft_has_its_topics(waiting: Press) -> None:
    """In the preview a translation has what its original lends it, also when both wait."""
    waiting.write(
        "content/releases/2016-11-20-utkast-so.md",
        "---\ntitle: Qabyo\ndate: 2016-11-28\nlang: so\noriginal: 2016-11-20-utkast.md\ndraft: true\n---\n",
    )

    look(waiting)

    assert "skola" in read(waiting, "pressmeddelanden/2016/utkast-so/index.html")
