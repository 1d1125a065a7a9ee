"""Nothing is published too early, and nothing stays too long."""

from __future__ import annotations

import pytest
from conftest import Press
from photo import picture

from pressrum.edges.forget import forget_addresses

MARK = "vattenmarke"
DOCUMENT = b"%PDF " + MARK.encode()
PICTURE = picture(comment=MARK.encode())


def hidden(field: str) -> str:
    """Give a release whose every part carries the mark."""
    return f"""\
---
title: Hemligt {MARK}
lead: Ingress {MARK}
{field}
topics: [ämne {MARK}]
image: {{file: {MARK}.jpg, alt: En {MARK}, credit: Foto {MARK}}}
aliases: [/gammal-{MARK}/]
meetings: [skarholmen]
---

Text {MARK} med [bilaga]({MARK}.pdf).

![bild]({MARK}.jpg "Foto: {MARK}")
"""


def write_hidden(press: Press, field: str) -> None:
    """Put such a release with its picture and document into the sources."""
    folder = f"content/releases/2016-12-05-{MARK}/"
    press.write(folder + "index.md", hidden(field))
    press.write(folder + f"{MARK}.jpg", PICTURE)
    press.write(folder + f"{MARK}.pdf", DOCUMENT)


def leaks(press: Press) -> list[str]:
    """Give every file below output/, the build's own included, that shows the mark in name or bytes."""
    top = press.root / "output"
    return [
        str(file.relative_to(top))
        for file in sorted(top.rglob("*"))
        if MARK in str(file.relative_to(top)) or (file.is_file() and MARK.encode() in file.read_bytes())
    ]


@pytest.mark.parametrize(
    ("field", "now"),
    [
        ("date: 2016-12-05 09:00\ndraft: ja", "2016-12-06T12:00"),
        ("date: 2016-12-05 09:00", "2016-12-05T08:59:59"),
        ("date: 2016-12-05 09:00\nexpires: 2016-12-06 17:00", "2016-12-06T17:00:00"),
        ("date: 2016-12-05 09:00\nexpires: 2016-12-06 17:00", "2016-12-06T17:00:01"),
    ],
)
def test_unpublished_release_leaves_no_byte(press: Press, field: str, now: str) -> None:
    """A draft, a release to come and an expired one occur in no byte and no name under output/."""
    write_hidden(press, field)

    press.build(now)

    assert leaks(press) == []


@pytest.mark.parametrize(
    ("now", "there"),
    [
        ("2016-12-05T08:59:59", False),
        ("2016-12-05T09:00:00", True),
        ("2016-12-06T16:59:59", True),
        ("2016-12-06T17:00:00", False),
    ],
)
def test_public_from_its_date_up_to_its_expiry(press: Press, now: str, *, there: bool) -> None:
    """A release is public from the second of its date to the second before it expires."""
    write_hidden(press, "date: 2016-12-05 09:00\nexpires: 2016-12-06 17:00")

    press.build(now)

    assert (f"pressmeddelanden/2016/{MARK}/index.html" in press.tree()) is there


def test_expired_release_is_gone_after_it_was_public(press: Press) -> None:
    """A release that was published and has expired takes its pictures, topic and addresses with it."""
    write_hidden(press, "date: 2016-12-05 09:00\nexpires: 2016-12-06 17:00")
    press.build("2016-12-05T12:00")
    assert leaks(press) != []

    press.build("2016-12-06T17:00")

    assert leaks(press) == []


def test_expired_release_may_be_deleted(press: Press) -> None:
    """The file of a release that has expired may go: nothing of it is missed."""
    write_hidden(press, "date: 2016-12-05 09:00\nexpires: 2016-12-06 17:00")
    press.build("2016-12-05T12:00")
    press.build("2016-12-06T17:00")
    for file in (press.root / f"content/releases/2016-12-05-{MARK}").iterdir():
        file.unlink()

    press.build("2016-12-07T12:00")

    assert leaks(press) == []


def test_retracted_release_says_only_why(press: Press) -> None:
    """A retracted release keeps its address and says the reason alone, in page, lists and feeds."""
    press.write(
        "content/releases/2016-12-05-x.md",
        f"---\ntitle: Fel {MARK}\ndate: 2016-12-05\ntopics: [{MARK}]\n"
        f"retracted: Uppgiften var fel.\n---\n{MARK}\n",
    )

    press.build("2016-12-06T12:00")

    assert leaks(press) == []
    for page in ("/pressmeddelanden/2016/x/", "/pressmeddelanden/2016/x/x.txt"):
        assert "Uppgiften var fel." in press.page(page)
        assert "08-508 29 000" in press.page(page), "whom to call about it"
    assert "/x/" not in press.page("/sitemap.xml"), "what is not to be found is not offered"


def test_date_is_local_to_the_site(press: Press) -> None:
    """An embargo ends by the clock of the site's zone, wherever the build is run."""
    press.write("site.yaml", (press.root / "site.yaml").read_text() + "timezone: America/New_York\n")

    press.build("2016-11-28T13:59:59+00:00")
    assert "pressmeddelanden/2016/oppet-mote/index.html" not in press.tree()
    press.build("2016-11-28T14:00:00+00:00")
    assert "pressmeddelanden/2016/oppet-mote/index.html" in press.tree()


def test_embargo_in_the_doubled_hour_takes_the_later(press: Press) -> None:
    """Of an hour that occurs twice in autumn an embargo takes the second: nothing is out too early."""
    press.write("content/releases/natt.md", "---\ntitle: Natt\ndate: 2016-10-30 02:30\n---\nText.\n")

    for early in ("00:29:59", "00:30:00", "00:59:59", "01:00:00", "01:29:59"):
        press.build(f"2016-10-30T{early}+00:00")
        assert "pressmeddelanden/2016/natt/index.html" not in press.tree()
    press.build("2016-10-30T01:30:00+00:00")
    assert "pressmeddelanden/2016/natt/index.html" in press.tree()


def test_moments_in_an_hour_that_comes_twice_are_in_their_order(press: Press) -> None:
    """A text of the first hour may be corrected, linked to and gone in the second, earlier as it may look."""
    press.write(
        "content/releases/a.md",
        "---\ntitle: A\ndate: 2016-10-30T02:45+02:00\nexpires: 2016-10-30T02:40+01:00\n"
        "corrections: [{date: '2016-10-30T02:15+01:00', text: Rättat}]\n---\nText.\n",
    )
    press.write(
        "content/releases/b.md",
        "---\ntitle: B\ndate: 2016-10-30T02:30+01:00\nexpires: 2016-10-30T02:35+01:00\n---\nSe [A](a.md).\n",
    )
    press.build("2016-10-30T01:30Z")
    feed = press.page("/feed.xml")

    assert feed.index("<title>B</title>") < feed.index("<title>A</title>")
    assert "<updated>2016-10-30T02:15:00+01:00</updated>" in feed


def test_next_change_in_the_doubled_hour_is_the_first_that_comes(press: Press) -> None:
    """What is due when clocks show an hour for the second time comes after what was due the first time."""
    press.write("content/releases/natt.md", "---\ntitle: Natt\ndate: 2016-10-30 02:15\n---\nText.\n")
    meeting = "{district: Farsta, date: 2016-10-30, time: 01.00, end: 02.45}"
    press.write("tour.yaml", f"title: T\nmeetings:\n  - {meeting}\n")

    changes = [press.build(now).outlook.next_change for now in ("2016-10-29T12:00", "2016-10-30T00:45Z")]
    assert list(map(str, changes)) == ["2016-10-30 02:45:00+02:00", "2016-10-30 02:15:00+01:00"]


def test_next_change_is_the_first_of_all_that_is_due(press: Press) -> None:
    """The next change is the nearest of embargoes, expiries, contacts that leave and meetings that end."""
    write_hidden(press, "date: 2016-12-05 09:00\nexpires: 2016-12-06 17:00")

    changes = [
        str(press.build(now).outlook.next_change)
        for now in ("2016-11-28T10:00", "2016-11-29T19:30", "2016-12-05T09:00", "2016-12-06T17:00")
    ]

    assert changes == [
        "2016-11-29 19:30:00+01:00",
        "2016-12-05 09:00:00+01:00",
        "2016-12-06 17:00:00+01:00",
        "2017-02-05 00:00:00+01:00",
    ]


@pytest.mark.parametrize("hides", ["draft: ja", "expires: 2016-11-28 09.30"])
def test_what_is_not_public_changes_nothing(press: Press, hides: str) -> None:
    """A correction to come in a draft, or in a text that has left, is no change of the site."""
    write_hidden(
        press, f"date: 2016-11-28 09:00\n{hides}\ncorrections: [{{date: 2016-11-28 12.00, text: A.}}]"
    )

    assert str(press.build("2016-11-28T10:00").outlook.next_change) == "2016-11-29 19:30:00+01:00"


def test_contact_who_has_left_is_not_named(press: Press) -> None:
    """A contact stands for the whole of the last day, and the next one from midnight on."""
    press.write(
        "site.yaml",
        (press.root / "site.yaml").read_text().replace("role: P", "until: 2016-12-31, role: P")
        + "  bo: {name: Bo Berg, phone: 08-508 29 001}\n",
    )

    press.build("2016-12-31T23:59:59")
    assert "Anna Ek" in press.page("/pressmeddelanden/2016/oppet-mote/")
    press.build("2017-01-01T00:00:00")
    assert "Anna Ek" not in press.page("/pressmeddelanden/2016/oppet-mote/")
    assert "Bo Berg" in press.page("/pressmeddelanden/2016/oppet-mote/")


def test_files_beside_a_release_are_published_only_when_shown(press: Press) -> None:
    """A document that no public text shows stays in the office."""
    press.write(f"content/releases/{MARK}.pdf", DOCUMENT)

    press.build()

    assert leaks(press) == []


def test_withdrawn_draft_takes_its_words_with_it(press: Press) -> None:
    """A release that is taken back as a draft and forgotten leaves no byte, its topic included."""
    write_hidden(press, "date: 2016-12-05 09:00")
    press.build("2016-12-05T12:00")
    write_hidden(press, "date: 2016-12-05 09:00\ndraft: ja")
    forget_addresses(press.root, [f"/pressmeddelanden/2016/{MARK}/", f"/gammal-{MARK}/"])

    press.build("2016-12-05T13:00")

    assert leaks(press) == []


def test_link_out_of_the_site_is_refused(press: Press, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link to a file elsewhere on the machine is a mistake, and nothing of that file is read."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text(f"---\ntitle: {MARK}\ndate: 2016-11-01\n---\n{MARK}\n")
    (press.root / "content/releases/x.md").symlink_to(secret)

    assert press.mistakes() == [
        "content/releases/x.md:1:1: this is a link that leads out of the site's folder, or nowhere"
    ]


def test_linked_folder_is_told_and_not_passed_by(press: Press) -> None:
    """A folder that is only a link is a mistake: what is in it would silently not be published."""
    (press.root / "annan").mkdir()
    (press.root / "content/releases/mapp").symlink_to(press.root / "annan")

    told = "this is a link to a folder, and only one to a file is followed | put the folder itself here"
    assert press.reports() == [f"content/releases/mapp:1:1: {told}"]
