"""What site.yaml says of the office, held against the clock and against what people can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import urljoin

from pressrum.errors import Mistake, say
from pressrum.ledger import Record
from pressrum.make.pages.colour import ENOUGH, PAPER, contrast, readable
from pressrum.model import Contact, Project, Site
from pressrum.plan.addresses import HOME, SECURITY
from pressrum.plan.publish import review_due

NAME = r"[A-ZÅÄÖ][^\s,/]*"
MORE = re.compile(rf"\b{NAME} {NAME}(?:,(?! ?[A-Z][\w.]+[A-Z.]$)| ?/ ?{NAME}| (?:och|and|&) {NAME} {NAME})")
"""A name with another one behind it, or with a role; the letters of an honour are its own: `Anna Ek, MBE`."""
WITHIN = re.compile(r"[\d.]+|[^.]+|.+\.(?:localhost|local|lan|internal|test)")
"""Hosts of a network of one's own, where https is seldom to be had (RFC 6762, 6761)."""


def warn_of_http(site: Site) -> Iterator[Mistake]:
    """Warn of a site on the open web whose address has no https."""
    if site.url.lower().startswith("http:") and not WITHIN.fullmatch(site.domain):
        yield Mistake(
            site.place("url"),
            say("browsers tell readers that a site without https is not secure"),
            say("write {name}, when the web server answers there", name=f"https{site.url[len('http') :]}"),
        )


def warn_of_move(record: Record, site: Site) -> Iterator[Mistake]:
    """Warn of a site that is elsewhere from now on: phones go on asking for calendars where it was."""
    home = record.by_path.get(HOME.path)
    if home and home.name and home.name != site.url:
        yield Mistake(
            site.place("url"),
            say("the site was at {old}; phones and feed readers go on asking there", old=home.name),
            say(
                "let the web server there lead here (docs/hosting.md); or put url: back, if nothing has moved"
            ),
        )


def warn_of_contacts(project: Project, current: tuple[Contact, ...]) -> Iterator[Mistake]:
    """Warn when nobody is left for journalists to call, and of contacts that are not one person's name."""
    for contact in project.site.contacts:
        if MORE.search(contact.fields.name):
            yield Mistake(
                project.site.place("contacts", contact.key, "name"),
                say('"{name}" is more than the name of one person', name=contact.fields.name),
                say("give each person a contact of their own, and write what the person does in role:"),
            )
    if not current:
        yield Mistake(
            project.site.place("contacts"),
            say("nobody is left for journalists to call"),
            say("add a contact, or give one of them a later until:"),
        )


def warn_of_accent(site: Site) -> Iterator[Mistake]:
    """Warn of an accent colour that text on white cannot have as it is.

    In the dark it is lightened without a word: no colour can be read on both grounds.
    """
    accent = site.fields.accent
    if contrast(accent, PAPER) < ENOUGH:
        shade = readable(accent, PAPER)
        yield Mistake(
            site.place("accent"),
            say(
                '"{colour}" is too weak for text on white; the text gets {shade}', colour=accent, shade=shade
            ),
            say(
                "lines and buttons keep the colour; to have one and the same, write accent: {shade}",
                shade=f'"{shade}"',
            ),
        )


def warn_of_statement(site: Site, now: datetime) -> Iterator[Mistake]:
    """Warn of an accessibility statement that is older than a year."""
    due = review_due(site)
    if due and due < now.astimezone(site.zone).date():
        yield Mistake(
            site.place("accessibility", "reviewed"),
            say("the accessibility statement is older than a year"),
            say("go through the site and the statement, and write today's date"),
        )


def warn_of_security(site: Site, today: date) -> Iterator[Mistake]:
    """Warn of a security.txt that nobody finds or heeds, or that promises more than it should."""
    fields = site.fields.security
    if fields is None:
        return
    where = site.place("security", "expires")
    hint = say("see that the contact is still right, and write a day within a year")
    if fields.expires < today:
        yield Mistake(where, say("security.txt has expired: it held until {day}", day=fields.expires), hint)
    # RFC 9116, 2.5.5: "less than a year into the future".
    if fields.expires - today > timedelta(days=365):
        yield Mistake(where, say("security.txt is set to hold for more than a year"), hint)
    # RFC 9116, 3: below a path nobody looks for it.
    if site.base != "/":
        yield Mistake(
            site.place("security"),
            say(
                "security.txt is looked for at {wanted} alone, and this site has it at {here}",
                wanted=urljoin(site.url, SECURITY.path),
                here=site.url + SECURITY.link,
            ),
            say("ask the webmaster of {host} to lead the first address to the second", host=site.domain),
        )
