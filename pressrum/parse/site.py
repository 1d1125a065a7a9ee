"""site.yaml to the `Site`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.fields.site import ContactFields, SiteFields
from pressrum.model import Contact, Site
from pressrum.nodes import Mapping
from pressrum.parse.fields import as_mapping, read_fields, read_valid
from pressrum.parse.yaml.reader import parse_yaml
from pressrum.places import SITE


class BadSite(BadSource):
    """Mistakes in site.yaml."""

    def __init__(self, site: Site, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.site = site
        """What could be read of it, so that the other sources can be checked in the same run."""


STAND_IN = {"title": "-", "url": "https://site.invalid/", "contacts": {"-": {"name": "-"}}}
UNREAD = Mapping((), Location(SITE))


def parse_site(text: str, near: date) -> Site:
    """Give the site. Raises `BadSite` with every mistake in `text`.

    `near` is a day near which a day without a year is likely.
    """
    front = UNREAD
    try:
        front = as_mapping(
            parse_yaml(text, SITE),
            Mistake(Location(SITE), say("the site's fields are missing"), say("write title: and url: first")),
        )
        return _checked(read_fields(SiteFields, front, near=near), front)
    except BadSource as bad:
        raise BadSite(stand_in(front), *bad.mistakes) from None


def stand_in(front: Mapping = UNREAD) -> Site:
    """Give what can be read of a site.yaml with mistakes; the rest is only good for checking."""
    return _site(read_valid(SiteFields, front, STAND_IN, None), front)


def _site(fields: SiteFields, front: Mapping) -> Site:
    zone = ZoneInfo(fields.timezone)
    contacts = tuple(_contact(key, contact, zone) for key, contact in fields.contacts.items())
    return Site(fields=fields, zone=zone, contacts=contacts, front=front)


def _checked(fields: SiteFields, front: Mapping) -> Site:
    """Give the site. Raises `BadSource` where its fields do not go together."""
    site = _site(fields, front)
    mistakes = (*_silent(site), *_contradictions(site), *_unknown_contact(site))
    if mistakes:
        raise BadSource(*mistakes)
    return site


def _silent(site: Site) -> Iterator[Mistake]:
    for contact in site.contacts:
        if not (contact.fields.email or contact.fields.phone):
            yield Mistake(
                site.place("contacts", contact.key),
                say('"{key}" has neither e-mail nor phone', key=contact.key),
                say("add email: … or phone: …"),
            )


def _contradictions(site: Site) -> Iterator[Mistake]:
    """Find what an accessibility statement cannot say at once."""
    said = site.fields.accessibility
    if said is None:
        return
    falls_short = any(shortcoming.kind != "exempt" for shortcoming in said.shortcomings)
    if said.status == "fully" and falls_short:
        yield Mistake(
            site.place("accessibility", "status"),
            say("the site is said to comply fully, and shortcomings are listed"),
            say("write status: partly, or remove the shortcomings that are mended"),
        )
    if said.status != "fully" and not falls_short:
        yield Mistake(
            site.place("accessibility", "status"),
            say("the site is said not to comply fully, and no shortcoming is listed"),
            say("write {line}", line="shortcomings: [{what: …, why: …}]"),
        )
    if said.reviewed < said.assessed:
        yield Mistake(
            site.place("accessibility", "reviewed"),
            say("the statement tells of an assessment that was made later"),
            say(
                "write the day on which it was last gone through: {day} or later",
                day=said.assessed.isoformat(),
            ),
        )


def _unknown_contact(site: Site) -> Iterator[Mistake]:
    """Find an accessibility statement that sends people to nobody."""
    named = site.fields.accessibility and site.fields.accessibility.contact
    keys = [contact.key for contact in site.contacts]
    if named and named not in keys:
        near = difflib.get_close_matches(named, keys, n=1, cutoff=0.5)
        yield Mistake(
            site.place("accessibility", "contact"),
            say('"{name}" is not among the contacts', name=named),
            say("write {name}", name=near[0])
            if near
            else say("write one of these: {names}", names=", ".join(keys)),
        )


def _contact(key: str, fields: ContactFields, zone: ZoneInfo) -> Contact:
    if fields.until is None:
        return Contact(key, fields, None)
    return Contact(key, fields, datetime.combine(fields.until + timedelta(days=1), time(), zone))
