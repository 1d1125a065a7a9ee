"""What hosts are told of a whole site."""

from __future__ import annotations

from conftest import SITE, Press

from pressrum.make.hosts import Nginx, Rules
from pressrum.make.policy import in_header
from pressrum.plan.outputs import Plan


def planned(press: Press) -> Plan:
    """Build, and give the plan that was built."""
    plan = press.build().plan
    assert isinstance(plan, Plan)
    return plan


def rules(press: Press) -> Rules:
    """Give what nginx is told of the site."""
    (told,) = (output.recipe.rules for output in planned(press).outputs if isinstance(output.recipe, Nginx))
    return told


def test_hosts_are_told_of_what_is_granted_more(press: Press) -> None:
    """The page to search on and the search that it runs are named with the policy of the search."""
    without = rules(press)
    press.write("site.yaml", f"{SITE}search: ja\n")
    searching = rules(press)

    assert {without.policy, searching.policy} == {in_header("home")}
    assert without.others == ()
    assert searching.others == (("sok/", in_header("search")), ("pagefind/", in_header("search")))


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
