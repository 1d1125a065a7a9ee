"""Where a link leads: somewhere public for as long as it can be read, or it is a mistake."""

from __future__ import annotations

import difflib
import posixpath
import re

from pressrum.errors import Mistake, Text, say
from pressrum.model import HERE, LINK_OPENS, NOTE_BACK, Link, Page, Release
from pressrum.own_addresses import way_from_root
from pressrum.places import beside, name_beside
from pressrum.plan.files import alike
from pressrum.plan.links.beside import find_file, is_picture, no_picture
from pressrum.plan.links.web import Web, why_hidden
from pressrum.plan.publish import State, unseen
from pressrum.written.moments import write_moment

NEARLY_WEB = re.compile(r"(?:https?:/*|(?=www\.))([^\s/].*)", re.IGNORECASE)
"""The address of a site with too few slashes, or without `https://`; and what follows there."""
PARTED = re.compile(r"(mailto|tel): +(\S+@\S+|[+\d-]+)", re.IGNORECASE)
"""A mailbox, or a number, with a space before it."""


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
    part = f"#{anchor}" if anchor else ""
    target = web.standing.get(path)
    if target and (web.shows(target) or path not in web.permalinks):
        return _hidden(link, target, text, web) or _anchored(link, target, LINK_OPENS + path[1:], anchor)
    if path in web.permalinks:
        return LINK_OPENS + path[1:] + part, None
    if path.startswith(web.unsure):
        return LINK_OPENS, None
    first = web.awaited.get(path) or web.brought.get(path)
    if first or way != link.target:  # the host may have more than this site, but not where a text is to stand
        leads = LINK_OPENS + way[1:] if first else link.target
        return _hidden(link, first or web.around(path), text, web) or (leads, None)
    if moved := web.texts.get(web.moved.get(path, "")):
        return Mistake(
            link.where,
            say("what stood at {address} has moved", address=path),
            say("write {name}", name=web.address(moved).path + part),
        )
    kind = posixpath.splitext(path)[1]
    others = [
        known
        for known in (*web.permalinks, *web.unsure)
        if known != web.address(text).path and posixpath.splitext(known)[1] == kind
    ]
    ways = web.addresses.language.ways_here(path)  # the site may have been in another language
    near = [here + part for here in ways if here in web.permalinks] or alike(path, others)
    wrong = _leaving(path, web) or (
        say("there is nothing at the address {address}", address=path),
        say("write {name}", name=near[0]) if near else say("mend the address, or remove the link"),
    )
    return Mistake(link.where, *wrong)


def _leaving(path: str, web: Web) -> tuple[Text, Text] | None:
    """Say of the card of a press contact who leaves that it goes with them; None for any other address."""
    for contact in web.addresses.site.contacts:
        if contact.leaves and web.addresses.card(contact).path == path:
            name, day = contact.fields.name, contact.leaves.date()
            return (
                say("the card of {name} leaves the site on {day}", name=name, day=day),
                say("remove the link, or write an e-mail address that stays"),
            )
    return None


def _shown(link: Link, way: str, text: Release | Page, web: Web) -> tuple[str, None] | Mistake:
    """Check an address that is shown and no link: it may lead to what is gone, not to what is to come."""
    around = web.around(way.partition("#")[0])
    if around and unseen(around, text, web.now) is State.EXPIRED:
        return link.target, None
    return _hidden(link, around, text, web) or (link.target, None)


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
            say("write {name}", name=name_beside(text.source, near[0]))
            if near
            else say("mend the name, or remove the link"),
        )
    address = LINK_OPENS + web.address(target).link
    return _hidden(link, target, text, web) or _anchored(link, target, address, anchor)


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
    bare = say("remove # and what follows") if address else say("remove the link: the text has no headings")
    return Mistake(
        link.where,
        say('there is no heading "#{anchor}" there', anchor=anchor),
        say("write #{anchor}", anchor=near[0]) if near else bare,
    )


def _hidden(link: Link, target: Release | Page | None, text: Release | Page, web: Web) -> Mistake | None:
    """Say why readers of `text` could not follow `link` to `target`, for as long as `text` is public.

    None where they could, and for a link to no text.
    """
    if target is None:
        return None
    hides, gone = unseen(target, text, web.now), target.fields.expires
    why, hint = why_hidden(target, hides), say("remove the link, or let this text wait")
    if hides is State.EXPIRED and gone:
        hint = say("remove the link, or write expires: {moment} here too", moment=write_moment(gone))
    return Mistake(link.where, why, hint) if why else None
