"""What hosts are told of a whole site."""

from __future__ import annotations

from dataclasses import replace

from conftest import Press

from pressrum.make.hosts import Nginx
from pressrum.make.page import HtmlPage
from pressrum.make.policy import in_header
from pressrum.plan.machines.hosts import host_files
from pressrum.plan.outputs import Output, Plan


def planned(press: Press) -> Plan:
    """Build, and give the plan that was built."""
    plan = press.build().plan
    assert isinstance(plan, Plan)
    return plan


def a_search(output: Output) -> Output:
    """Give the page as if it were one to search on."""
    assert isinstance(output.recipe, HtmlPage)
    return replace(output, recipe=replace(output.recipe, frame=replace(output.recipe.frame, kind="search")))


def test_hosts_are_told_of_a_page_that_is_granted_more(press: Press) -> None:
    """A page whose kind has a policy of its own is named with it, and no other page is."""
    outputs = planned(press).outputs
    searching = [a_search(output) if output.permalink.path == "/turne/" else output for output in outputs]
    rules = [
        output.recipe.rules
        for site in (outputs, searching)
        for output in host_files(site, "/")
        if isinstance(output.recipe, Nginx)
    ]

    assert [told.policy for told in rules] == [in_header("home")] * 2
    assert [told.others for told in rules] == [(), (("turne/", in_header("search")),)]


def test_hosts_are_told_before_the_first_page_is_there(press: Press) -> None:
    """What is written for hosts stands in the plan before every page, feed and calendar."""
    paths = [output.permalink.path for output in planned(press).outputs]
    first = min(index for index, path in enumerate(paths) if path.endswith(("/", ".ics", "feed.xml")))

    assert {"/_headers", "/nginx.conf", "/.htaccess"} <= set(paths[:first])


def test_what_hosts_are_told_is_no_address_to_keep(press: Press) -> None:
    """The public record does not remember the files for hosts."""
    press.build()
    record = (press.root / "published.json").read_text(encoding="utf-8")

    assert '"/turne/"' in record
    assert not any(name in record for name in ("_headers", "nginx.conf", ".htaccess"))
