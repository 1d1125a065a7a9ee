"""What a link can lead to: each leads somewhere public for as long as it can be read, or is a mistake."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import unquote

from pressrum.dates import write_moment
from pressrum.errors import Mistake, Text, say
from pressrum.inward import way_from_root
from pressrum.model import HERE, LINK_OPENS, NOTE_BACK, Link, Page, Permalink, Release, beside
from pressrum.plan.addresses import Addresses
from pressrum.plan.beside import find_file, is_picture, no_picture
from pressrum.plan.files import Files, alike
from pressrum.plan.publish import State, state, unseen

NEARLY_WEB = re.compile(r"(?:https?:/*|(?=www\.))([^\s/].*)", re.IGNORECASE)
"""The address of a site with too few slashes, or without `https://`; and what follows there."""
PARTED = re.compile(r"(mailto|tel): +(\S+@\S+|[+\d-]+)", re.IGNORECASE)
"""A mailbox, or a number, with a space before it."""


@dataclass(frozen=True)
class Web:
    """All that a link can lead to."""

    addresses: Addresses
    texts: dict[str, Release | Page]
    """By source."""
    broken: frozenset[str]
    """Sources that could not be read; a link to one is not a second mistake."""
    files: Files
    """The other files."""
    permalinks: frozenset[str]
    """Every address of the site as it will be at `now`."""
    unsure: tuple[str, ...]
    """Beginnings of addresses that may or may not be there once the broken sources are mended."""
    moved: Mapping[str, str]
    """The sources of what was published at addresses, by these, and of renamed files, by their old names."""
    now: datetime

    def address(self, text: Release | Page) -> Permalink:
        """Where `text` stands."""
        return self.addresses.text(text)

    @cached_property
    def standing(self) -> dict[str, Release | Page]:
        """The texts by their addresses, those that they name as old ones too; what is public goes before."""
        found: dict[str, Release | Page] = {}
        for text in sorted(self.texts.values(), key=self.shows):
            found |= dict.fromkeys((*text.fields.aliases, self.address(text).path), text)
        return found

    @cached_property
    def awaited(self) -> dict[str, Release]:
        """The addresses of topics and years that only texts that wait have, each with the first of these."""
        here = self.addresses
        found: dict[str, Release] = {}
        waits = (State.DRAFT, State.SCHEDULED)
        waiting = [
            text
            for text in self.texts.values()
            if isinstance(text, Release) and not text.fields.retracted and text.original is None
            if state(text, self.now) in waits
        ]
        for text in sorted(waiting, key=lambda text: (text.fields.draft, text.fields.date), reverse=True):
            topics = text.fields.topics
            lists = [here.year(text.fields.date.year), *([here.topics] if topics else ())]
            for name in topics:
                lists += [here.topic(name), here.topic_feed(name), here.topic_feed(name, "json")]
            found |= dict.fromkeys((permalink.path for permalink in lists), text)
        return {path: text for path, text in found.items() if path not in self.permalinks}

    @cached_property
    def found(self) -> dict[str, Release | Page]:
        """The texts by their addresses in small letters, and the first by those of topics that wait."""
        top = self.addresses.topics.path
        topics = {path: text for path, text in self.awaited.items() if path.startswith(top) and path != top}
        return {path.casefold(): text for path, text in (topics | self.standing).items()}

    def around(self, path: str) -> Release | Page | None:
        """Give the text whose address begins a path, as browsers and hosts may write it.

        It may have other capitals, signs for its letters, dots or slashes, and a question behind it.
        A topic is its first text's.
        """
        plain = unquote(path.partition("?")[0]).replace("\\", "/").lstrip("/")
        way = posixpath.normpath(f"/{plain}").casefold() + "/"
        above = (way[: slash.end()] for slash in reversed([*re.finditer("/", way)]))
        return next((self.found[address] for address in above if address in self.found), None)

    def meant(self, source: str, others: Iterable[str]) -> list[str]:
        """Give the file that has been called `source`, else the one of the `others` that is most like it."""
        return [self.moved[source]] if source in self.moved else alike(source, others)

    def shows(self, text: Release | Page) -> bool:
        """Whether the public sees `text` now."""
        return state(text, self.now) is State.PUBLIC


def leads_to(link: Link, text: Release | Page, web: Web) -> tuple[str, str | None] | Mistake:
    """Give what the placeholder of `link` becomes and the file that it leads to, or what is wrong."""
    path, _, anchor = link.target.partition("#")
    if path.startswith("//") or (link.picture and re.match("https?://", path)):
        return _elsewhere(link)
    if link.picture:
        return _to_file(link, path, text, web)
    if not path:
        return _anchored(link, text, "", anchor)
    if way := link.target if path.startswith("/") else way_from_root(link.target, web.addresses.site.url):
        return _shown(link, way, text, web) if link.shown else _to_address(link, way, text, web)
    if path.lower().endswith(".md"):
        return _to_text(link, path, anchor, text, web)
    return _to_file(link, path, text, web)


def _to_file(link: Link, path: str, text: Release | Page, web: Web) -> tuple[str, str] | Mistake:
    if re.match(r"cid:|data:|[a-zA-Z]:[\\/]|file:", path):
        return Mistake(
            link.where,
            say('"{text}" is not a file beside this one', text=link.target),
            say("put the file in the same folder and write its name alone: picture.jpg"),
        )
    if here := re.match(HERE, path, re.IGNORECASE):
        return _on_this_machine(link, here.end())
    if re.match(r"[a-zA-Z][\w+.-]*:", path) or path.startswith("www."):
        return Mistake(
            link.where,
            say('"{text}" is not an address that can be linked to', text=link.target),
            _whole(link.target),
        )
    if link.picture and not is_picture(path):
        return no_picture(path, link.where)
    found = find_file(path, text, web.files, link.where)
    if isinstance(found, Mistake):
        return found
    return LINK_OPENS + web.addresses.beside(web.address(text), found).link, found


def _on_this_machine(link: Link, end: int) -> Mistake:
    """Refuse an address in the preview; up to `end` it names this machine."""
    return Mistake(
        link.where,
        say("only this machine has {address}", address=link.target),
        say("write {name}", name=link.target[end:] or "/"),
    )


def _whole(target: str) -> Text:
    """Say how an address that leads nowhere is to stand; one that is whole has a gap in its site's name."""
    if target.startswith("https://"):
        return say("mend the address, or remove the link")
    if meant := NEARLY_WEB.fullmatch(target):
        return say("write {name}", name=f"https://{meant[1]}")
    if parted := PARTED.fullmatch(target):
        return say("write {name}", name=f"{parted[1].lower()}:{parted[2]}")
    return say("write a whole address that begins with https://, mailto: or tel:")


def _elsewhere(link: Link) -> Mistake:
    """Refuse what a reader's browser would have to fetch from another site, or an address without https."""
    if link.picture:
        return Mistake(
            link.where,
            say("the picture is on another site, and readers' browsers would have to ask there"),
            say("save it beside the text and write its file name"),
        )
    return Mistake(
        link.where,
        say('"{text}" has no https: in front', text=link.target),
        say("write https:{text}", text=link.target),
    )


def _to_address(link: Link, way: str, text: Release | Page, web: Web) -> tuple[str, None] | Mistake:
    """Look into a link by the `way` from the site's root."""
    path, _, anchor = way.partition("#")
    target = web.standing.get(path)
    if target and (web.shows(target) or path not in web.permalinks):
        hidden = _hidden(target, text, web.now)
        return (
            Mistake(link.where, *hidden) if hidden else _anchored(link, target, LINK_OPENS + path[1:], anchor)
        )
    if path in web.permalinks:
        return LINK_OPENS + path[1:] + (f"#{anchor}" if anchor else ""), None
    if path.startswith(web.unsure):
        return LINK_OPENS, None
    first = web.awaited.get(path)
    if first or way != link.target:  # the host may have more than this site, but not where a text is to stand
        around = first or web.around(path)
        hidden = _hidden(around, text, web.now) if around else None
        leads = LINK_OPENS + way[1:] if first else link.target
        return Mistake(link.where, *hidden) if hidden else (leads, None)
    if moved := web.texts.get(web.moved.get(path, "")):
        there = web.address(moved).path + (f"#{anchor}" if anchor else "")
        return Mistake(
            link.where,
            say("what stood at {address} has moved", address=path),
            say("write {name}", name=there),
        )
    kind = posixpath.splitext(path)[1]
    others = [
        known
        for known in (*web.permalinks, *web.unsure)
        if known != web.address(text).path and posixpath.splitext(known)[1] == kind
    ]
    near = alike(path, others)
    return Mistake(
        link.where,
        say("there is nothing at the address {address}", address=path),
        say("write {name}", name=near[0]) if near else say("mend the address, or remove the link"),
    )


def _shown(link: Link, way: str, text: Release | Page, web: Web) -> tuple[str, None] | Mistake:
    """Look into an address that is no link: it may be one of what is gone, but not of what waits."""
    around = web.around(way.partition("#")[0])
    hides = unseen(around, text, web.now) if around else None
    hidden = _hidden(around, text, web.now) if around and hides is not State.EXPIRED else None
    return Mistake(link.where, *hidden) if hidden else (link.target, None)


def _to_text(
    link: Link, path: str, anchor: str, text: Release | Page, web: Web
) -> tuple[str, str | None] | Mistake:
    source = beside(text.source, path)
    if source in web.broken:
        return LINK_OPENS, None
    target = web.texts.get(source)
    if target is None:
        near = web.meant(source, (known for known in web.texts if known != text.source))
        return Mistake(
            link.where,
            say('there is no file "{name}" here', name=path),
            say("write {name}", name=posixpath.relpath(near[0], posixpath.dirname(text.source)))
            if near
            else say("mend the name, or remove the link"),
        )
    hidden = _hidden(target, text, web.now)
    if hidden:
        return Mistake(link.where, *hidden)
    return _anchored(link, target, LINK_OPENS + web.address(target).link, anchor)


def _anchored(link: Link, target: Release | Page, address: str, anchor: str) -> tuple[str, None] | Mistake:
    if not link.target:
        return Mistake(
            link.where,
            say("the link leads nowhere"),
            say("write within the parentheses where it leads: [what it is](https://…)"),
        )
    if not anchor:
        return address or "#", None
    for known in (anchor, f"h-{anchor}"):
        if known in target.body.anchors:
            return f"{address}#{known}", None
    if link.target.startswith(NOTE_BACK):
        mark = f"[^{anchor.partition(':')[2]}]"
        return Mistake(
            link.where,
            say("nothing in the text refers to the footnote {mark}", mark=mark),
            say("write {mark} in the text where it belongs, or remove the footnote", mark=mark),
        )
    headings = [known.removeprefix("h-") for known in target.body.anchors if known.startswith("h-")]
    near = difflib.get_close_matches(anchor, headings, n=1) or headings
    return Mistake(
        link.where,
        say('there is no heading "#{anchor}" there', anchor=anchor),
        say("write #{anchor}", anchor=near[0]) if near else say("remove # and what follows"),
    )


def _hidden(target: Release | Page, text: Release | Page, now: datetime) -> tuple[Text, Text] | None:
    """Say why readers of `text` could not follow a link to `target`, for as long as `text` is public."""
    hides, gone = unseen(target, text, now), target.fields.expires
    why = why_hidden(target, hides) if hides else None
    if why and hides is State.EXPIRED and gone:
        return why, say("remove the link, or write expires: {moment} here too", moment=write_moment(gone))
    return (why, say("remove the link, or let this text wait")) if why else None


def why_hidden(target: Release | Page, hides: State) -> Text | None:
    """Say why readers cannot follow a link to `target`."""
    source, gone = target.source, target.fields.expires
    if hides is State.DRAFT:
        return say("{source} is a draft, and readers could not follow the link", source=source)
    if hides is State.SCHEDULED and target.public_from:
        return say("{source} is not public until {when}", source=source, when=target.public_from)
    if hides is State.EXPIRED and gone:
        return say("{source} is gone from {when} on, and this text is not", source=source, when=gone)
    return None
