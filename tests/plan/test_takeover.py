"""A published address belongs to its text for ever: no other may stand there, whatever files are called."""

from __future__ import annotations

import json

import pytest
from conftest import Press

OLD, NEW = "content/releases/2016-11-28-mote.md", "content/releases/2016-11-28-b.md"
ADDRESS = "/pressmeddelanden/2016/mote/"
TEXT = "---\ntitle: {title}\ndate: 2016-11-28 09:00\n{fields}---\n\n{title} är här.\n"


def write(press: Press, path: str, title: str, fields: str = "") -> None:
    """Write a release."""
    press.write(path, TEXT.format(title=title, fields=fields))


def rename(press: Press, path: str, new: str) -> None:
    """Call a file something else."""
    (press.root / path).rename(press.root / new)


def ids(press: Press) -> dict[str, str]:
    """Give what feed readers know each release by, by its title."""
    items = json.loads(press.page("/feed.json"))["items"]
    return {item["title"]: item["id"].removeprefix("https://press.example") for item in items}


@pytest.fixture
def office(empty: Press) -> Press:
    """Give a site with one published release."""
    write(empty, OLD, "Mötet")
    empty.build()
    return empty


@pytest.mark.parametrize("built", [True, False], ids=["built between", "at once"])
def test_a_new_text_does_not_take_the_name_of_one_that_was_renamed(office: Press, *, built: bool) -> None:
    """A file by the name that a published one had is to stand elsewhere; then the old address leads on."""
    rename(office, OLD, NEW)
    if built:
        office.build()
    write(office, OLD, "Ett annat")

    assert office.mistakes() == [f"{OLD}:2:8: {ADDRESS} is published, and belongs to {NEW}"]

    write(office, OLD, "Ett annat", "slug: annat\n")
    office.build()
    assert 'href="../../../pressmeddelanden/2016/b/"' in office.page(ADDRESS)
    assert ids(office) == {"Mötet": ADDRESS, "Ett annat": "/pressmeddelanden/2016/annat/"}


@pytest.mark.parametrize("slug", ["", "slug: annat\n"])
def test_a_published_text_is_not_moved_onto_another(office: Press, slug: str) -> None:
    """It would take that off the site, whatever their dates; a new correction says that they are one."""
    write(office, NEW, "Ett annat", f"{slug}corrections: [{{date: 2016-11-29, text: Rättat.}}]\n")
    office.build()
    rename(office, NEW, OLD)

    told = f"another text is published from this file, at {ADDRESS}: title and text are new"
    assert office.mistakes() == [f"{OLD}:2:8: {told}"]
    write(office, OLD, "Ett annat", f"{slug}corrections: [{{date: 2016-12-01 13.00, text: Nu ett.}}]\n")
    assert office.mistakes() == [f"{OLD}:2:8: {told}"]  # nobody sees it yet
    office.build("2016-12-01T13:00")

    assert list(ids(office)) == ["Ett annat"]


def test_a_published_page_is_not_moved_onto_another(office: Press) -> None:
    """It would take that off the site without a word; back in their files both stay."""
    for name in "ab":
        office.write(f"content/pages/{name}.md", f"---\ntitle: Sidan {name}\n---\n\nDet är {name}.\n")
    office.build()
    rename(office, "content/pages/a.md", "content/pages/b.md")

    told = "another text is published from this file, at /b/: title and text are new"
    hint = (
        "give the new one a file of its own; if it takes the place of that one, write there"
        " aliases: [/b/], and if not, put that one back"
    )
    assert office.reports() == [f"content/pages/b.md:2:8: {told} | {hint}"]

    rename(office, "content/pages/b.md", "content/pages/c.md")
    office.write("content/pages/b.md", "---\ntitle: Sidan b\n---\n\nDet är b.\n")
    office.build()
    assert 'href="../c/"' in office.page("/a/")
    office.write("content/pages/c.md", "---\ntitle: En sida\n---\n\nHelt ny.\n")
    assert office.warnings() == []


def test_a_text_in_the_file_of_an_expired_one_keeps_its_addresses(office: Press) -> None:
    """When the two change names, what is public goes on: at its old address, and by its name in feeds."""
    write(office, NEW, "Ett annat", "expires: 2016-12-02\n")
    office.build()
    office.build("2016-12-03")
    rename(office, OLD, "content/releases/c.md")
    rename(office, NEW, OLD)
    rename(office, "content/releases/c.md", NEW)
    office.build("2016-12-03")

    assert 'href="../../../pressmeddelanden/2016/b/"' in office.page(ADDRESS)
    assert ids(office) == {"Mötet": ADDRESS}


def test_two_texts_do_not_change_places(office: Press) -> None:
    """Files that have taken each other's names are told so, each at its title."""
    write(office, NEW, "Ett annat")
    office.build()
    rename(office, OLD, "content/releases/2016-11-28-c.md")
    rename(office, NEW, OLD)
    rename(office, "content/releases/2016-11-28-c.md", NEW)

    assert office.mistakes() == [
        f"{NEW}:2:8: /pressmeddelanden/2016/b/ is published, and belongs to {OLD}",
        f"{OLD}:2:8: {ADDRESS} is published, and belongs to {NEW}",
    ]


def test_a_clash_is_told_to_the_newcomer(office: Press) -> None:
    """Of two texts at one address it is not the published one that has to go."""
    newcomer = "content/releases/2016-11-20-mote.md"
    write(office, newcomer, "Ett annat")

    assert office.mistakes() == [f"{newcomer}:2:8: {ADDRESS} is taken by {OLD} already"]

    write(office, OLD, "Mötet", "slug: nytt\n")
    assert office.mistakes() == [f"{newcomer}:2:8: {ADDRESS} is published, and belongs to {OLD}"]


def test_a_clash_is_told_at_the_old_address_that_was_written(office: Press) -> None:
    """Who takes another's address for an old one of its own reads so at that line."""
    office.write("content/pages/om.md", "---\ntitle: Om\n---\nOm oss.\n")
    write(office, NEW, "Ett annat", "aliases: [/om/]\n")

    assert office.mistakes() == [f"{NEW}:4:11: /om/ is taken by content/pages/om.md already"]


def test_a_text_to_come_is_told_before_its_day(office: Press) -> None:
    """An address is not promised to an embargoed text while another one still has it."""
    rename(office, OLD, NEW)
    office.build()
    office.write(OLD, TEXT.format(title="Ett annat", fields="").replace("11-28 09:00", "12-24 09:00"))

    assert office.mistakes() == [f"{OLD}:2:8: {ADDRESS} is published, and belongs to {NEW}"]


def test_the_address_of_what_has_expired_is_free(office: Press) -> None:
    """What is gone on purpose keeps nobody from its place."""
    write(office, OLD, "Mötet", "expires: 2016-12-02\n")
    office.build("2016-12-03T12:00")
    write(office, NEW, "Ett annat", "slug: mote\n")
    (office.root / OLD).unlink()

    office.build("2016-12-03T13:00")

    assert "Ett annat är här." in office.page(ADDRESS)


def test_an_address_that_was_published_later_is_free(office: Press) -> None:
    """Who looks at the site as it was before sees what would have stood there then."""
    rename(office, OLD, NEW)
    write(office, OLD, "Ett annat")
    office.build("2016-12-01T11:00", "then")

    assert b"Ett annat \xc3\xa4r h\xc3\xa4r." in office.tree("then")["pressmeddelanden/2016/mote/index.html"]
