"""Our Atom feeds by the schema of RFC 4287 itself: appendix B, and the rules that are written into it.

atom.rnc is that appendix, letter for letter: Copyright (C) The Internet Society (2005), by
M. Nottingham and R. Sayre, under BCP 78. The RFC calls it informative: where it and the RFC's text
differ, the text is right.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import rnc2rng
from conftest import ROOT
from lxml import etree
from rich import Rich

NAMES = {"atom": "http://www.w3.org/2005/Atom", "s": "http://www.ascc.net/xml/schematron"}
FEED = (ROOT / "tests" / "cases" / "tour-2016" / "expected" / "feed.xml").read_text(encoding="utf-8")
AUTHOR = "<author><name>Socialdemokraterna i Stockholms stadshus</name></author>\n"
BROKEN = {
    "no id": ("<id>https://www.example.se/feed.xml</id>\n", "", "Element feed failed to validate content"),
    "a date in words": ("<updated>2016-11-28T", "<updated>28 november 2016 ", "doesn't allow value"),
    "an unknown attribute": ('<link rel="self"', '<link role="self" rel="self"', "Invalid attribute role"),
    "a kind without a slash": ('type="text/html"', 'type="html"', "Invalid attribute type"),
    "no author": (AUTHOR, "", "An atom:feed must have an atom:author"),
}
"""What is spoilt in a feed, and what the schema says of it."""


class Schema:
    """RFC 4287's schema, and the rules in Schematron that stand in it."""

    def __init__(self) -> None:
        compact = (ROOT / "tests" / "peers" / "atom.rnc").read_text(encoding="utf-8")
        # The converter declares the prefix of no namespace, which XML does not allow and nothing uses.
        converted = rnc2rng.dumps(rnc2rng.loads(compact)).replace('xmlns:local=""', "")
        grammar = etree.fromstring(converted.encode())
        self.pattern = etree.RelaxNG(grammar)
        self.rules = [
            (rule.get("context"), claim.get("test"), claim.text)
            for rule in grammar.iterfind(".//s:rule", NAMES)
            for claim in rule
        ]

    def faults(self, feed: bytes) -> list[str]:
        """Give what is wrong with a feed."""
        read = etree.fromstring(feed)
        self.pattern.validate(read)
        return [error.message for error in self.pattern.error_log] + [
            said
            for context, test, said in self.rules
            for part in read.xpath(f"//{context}", namespaces=NAMES)
            if not part.xpath(f"boolean({test})", namespaces=NAMES)
        ]


@pytest.fixture(scope="module")
def schema() -> Schema:
    """Give the schema."""
    return Schema()


@pytest.fixture(scope="module")
def feeds(rich: Rich, sample: tuple[Path, ...]) -> dict[str, bytes]:
    """Give every feed of the sample, of the rich site and of the golden sites, by its path."""
    sites = [rich.output, *sample, *ROOT.glob("tests/cases/*/expected")]
    return {str(file): file.read_bytes() for site in sites for file in sorted(site.rglob("feed.xml"))}


def test_schema_has_its_rules(schema: Schema) -> None:
    """The rules that RELAX NG cannot say are found in the schema too."""
    assert [context for context, _, _ in schema.rules] == ["atom:feed", "atom:entry", "atom:entry"]


def test_every_feed_is_valid(schema: Schema, feeds: dict[str, bytes]) -> None:
    """Every Atom feed that we make is as RFC 4287's schema has it."""
    assert [(path, fault) for path, feed in feeds.items() for fault in schema.faults(feed)] == []
    assert len(feeds) >= 20


@pytest.mark.parametrize("fault", BROKEN)
def test_schema_finds_what_is_broken(schema: Schema, fault: str) -> None:
    """A feed that is spoilt on purpose is told: the schema bites."""
    old, new, said = BROKEN[fault]
    spoilt = FEED.replace(old, new, 1)

    assert spoilt != FEED
    assert said in " / ".join(schema.faults(spoilt.encode()))
