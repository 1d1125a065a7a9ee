"""The links to other sites: which there are, and what is wrong with those that were asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import unquote

from pressrum.edges.asking import BAD_CERTIFICATE, ITS_OWN, NO_NAME, UNASKED, Answer, host_of
from pressrum.edges.sources import Snapshot
from pressrum.errors import MachineTrouble, Mistake, Text, say
from pressrum.model import Link, Project, Release
from pressrum.nodes import Mapping
from pressrum.own_addresses import way_from_root
from pressrum.parse.markdown.outside import linked_outside, written_outside
from pressrum.parse.text import decode
from pressrum.plan.outputs import Plan
from pressrum.plan.publish import shown

Places = dict[str, tuple[Link, ...]]
"""Addresses without their `#fragment`, each with all links that lead there."""
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


@dataclass(frozen=True)
class Verdict:
    """What is to be told of links to other sites."""

    broken: tuple[Mistake, ...]
    doubtful: tuple[Mistake, ...]
    """What a person has to see to: moved for good, hidden from programs, or not asked."""
    asked: int
    """How many addresses were."""


def find_outside(snapshot: Snapshot, project: Project, now: datetime) -> Places:
    """Give the addresses that readers of what is public at `now` are sent to."""
    found: dict[str, list[Link]] = {}
    for link in _written(snapshot, project, now):
        found.setdefault(link.target.partition("#")[0], []).append(link)
    return {address: tuple(links) for address, links in found.items()}


def _written(snapshot: Snapshot, project: Project, now: datetime) -> Iterator[Link]:
    for text in shown(project.texts, now):
        if isinstance(text, Release) and text.fields.retracted:
            continue  # the page says that alone
        source = decode(snapshot.texts[text.source], text.source)
        yield from linked_outside(text.body.html, source, text.source)
        yield from (link for link in text.body.links if way_from_root(link.target, project.site.url))
    for meeting in project.meetings:
        # Nobody signs up any more for what has been, and its form may well be gone.
        front = _without("signup", meeting.front) if meeting.over <= now else meeting.front
        yield from written_outside(front)
    yield from written_outside(_without("url", project.site.front))


def _without(name: str, front: Mapping) -> Mapping:
    return Mapping(tuple(entry for entry in front.entries if entry[0].text != name), front.where)


def ours(places: Places, site: str, plan: Plan) -> tuple[Places, list[Mistake]]:
    """Part the addresses of our own `site`, which the plan knows; give the others, and what leads nowhere."""
    known = {output.permalink.path for output in plan.outputs}
    ways = {address: way_from_root(address, site) for address in places}
    others = {address: links for address, links in places.items() if ways[address] is None}
    lost = [
        Mistake(
            link.where,
            say("there is nothing at the address {address}", address=address),
            say("mend the address, or remove the link"),
        )
        for address, way in ways.items()
        if way is not None and unquote(way.partition("?")[0]) not in known
        for link in places[address]
    ]
    return others, lost


def refuse_blind(answers: dict[str, Answer]) -> None:
    """Raise `MachineTrouble` where all of several hosts have a trouble that can only be this machine's."""
    safe = {address: answer for address, answer in answers.items() if address.startswith("https:")}
    if _all_have(NO_NAME, answers):
        raise MachineTrouble(
            say("none of the other sites can be found"),
            say("see that this machine is on the internet, and run this again"),
        )
    if _all_have(BAD_CERTIFICATE, safe):
        raise MachineTrouble(
            say("this Python holds no certificate of another site for good"),
            say("on a Mac, open Install Certificates.command in the folder of Python; then run this again"),
        )


def _all_have(trouble: Text, answers: dict[str, Answer]) -> bool:
    several = len({host_of(address) for address in answers}) > 1
    return several and all(answer.trouble == trouble for answer in answers.values())


def judge(places: Places, answers: dict[str, Answer]) -> Verdict:
    """Say what is wrong at each place of each address."""
    told = [(link, answer) for address, answer in answers.items() for link in places[address]]
    broken = [Mistake(link.where, *said) for link, answer in told if (said := _broken(answer))]
    doubtful = [Mistake(link.where, *said) for link, answer in told if (said := _doubtful(answer, link))]
    return Verdict(
        tuple(broken), tuple(doubtful), sum(answer.trouble != UNASKED for answer in answers.values())
    )


def _broken(answer: Answer) -> tuple[Text, Text] | None:
    named = {"address": answer.address}
    if answer.trouble == UNASKED:
        return None
    if answer.trouble:
        return say("{address} cannot be reached: {why}", why=answer.trouble, **named), _tip(answer)
    if answer.status in GONE:
        return (
            say("there is no page any more at {address} ({status})", status=answer.status, **named),
            say("look for its new address, or remove the link"),
        )
    if answer.status in ITS_OWN:
        return (
            say("{address} has trouble of its own ({status})", status=answer.status, **named),
            say("check again tomorrow; if it stays so, remove the link"),
        )
    return None


def _tip(answer: Answer) -> Text:
    """Say what to do about an address from which no answer came; most troubles may pass."""
    if answer.trouble == NO_NAME:
        return say("see that this machine is on the internet; if it is, mend the address or remove the link")
    if answer.astray:
        return say("mend the address, or remove the link")
    return say("check again tomorrow; if it stays so, mend the address or remove the link")


def _doubtful(answer: Answer, link: Link) -> tuple[Text, Text] | None:
    if answer.trouble == UNASKED:
        return (
            say("{address} was not asked for: {why}", address=answer.address, why=UNASKED),
            say("check again tomorrow, or open it in a browser and see whether it is right"),
        )
    if answer.moved and answer.status < HTTPStatus.BAD_REQUEST:
        _, sign, part = link.target.partition("#")
        onward = answer.moved if "#" in answer.moved else answer.moved + sign + part  # RFC 9110, 10.2.2
        return (
            say("{address} has moved for good", address=answer.address),
            say("write {name}", name=onward),
        )
    if answer.status >= HTTPStatus.BAD_REQUEST and not _broken(answer):
        status = answer.status
        return (
            say(
                "{address} does not show itself to programs ({status})", status=status, address=answer.address
            ),
            say("open it in a browser and see whether it is right"),
        )
    return None
