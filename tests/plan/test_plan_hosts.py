"""What hosts are told of a whole site."""

from __future__ import annotations

import re

from conftest import RELEASE, SITE, TOUR, Press

from pressrum.make.hosting.hosts import Nginx, Rules
from pressrum.make.hosting.policy import in_header
from pressrum.plan.outputs import Output


def made(press: Press) -> list[Output]:
    """Build, and give what was made, in its order."""
    return [task.output for task in press.build().work.make]


def rules(press: Press) -> Rules:
    """Give what nginx is told of the site."""
    (told,) = (output.recipe.rules for output in made(press) if isinstance(output.recipe, Nginx))
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
    paths = [output.permalink.path for output in made(press)]
    first = min(index for index, path in enumerate(paths) if path.endswith(("/", ".ics", "feed.xml")))

    assert {"/_headers", "/nginx.conf", "/.htaccess"} <= set(paths[:first])


def test_what_hosts_are_told_is_no_address_to_keep(press: Press) -> None:
    """The public record does not remember the files for hosts."""
    press.build()
    record = (press.root / "published.json").read_text(encoding="utf-8")

    assert '"/turne/"' in record
    assert not any(name in record for name in ("_headers", "nginx.conf", ".htaccess"))


def test_programs_get_addresses_in_ascii(press: Press) -> None:
    """Phones, address books and search engines need know no letters in the site's address but ASCII's."""
    press.write("site.yaml", SITE.replace("press.example/", "räksmörgås.example/å/"))
    press.write("tour.yaml", TOUR)
    press.write("content/releases/2016-11-28-mote.md", RELEASE)
    press.build()
    root, tree = "xn--rksmrgs-5wao1o.example/%C3%A5/", press.tree()
    given = re.compile(
        r'^(?:URL|SOURCE.*|Sitemap): ?(http.*)|<loc>(.*?)</loc>|href="(webcal:.*?)"', re.MULTILINE
    )
    kinds = (".ics", ".vcf", "robots.txt", "sitemap.xml", "kalender/index.html", "sodermalm/index.html")
    for kind in kinds:
        texts = [text.decode().replace("\r\n ", "") for name, text in tree.items() if name.endswith(kind)]
        found = [next(filter(None, groups)) for text in texts for groups in given.findall(text)]
        assert found, kind
        assert all(uri.partition("//")[2].startswith(root) for uri in found), kind
