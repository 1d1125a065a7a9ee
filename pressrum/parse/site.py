"""site.yaml to the `Site`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.fields.site import ContactFields, SiteFields
from pressrum.model import Contact, Site
from pressrum.nodes import Mapping
from pressrum.parse.fields import as_mapping, read_fields, read_valid
from pressrum.parse.yaml import parse_yaml

FILE = "site.yaml"


class BadSite(BadSource):
    """Mistakes in site.yaml."""

    def __init__(self, site: Site, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.site = site
        """What could be read of it, so that the other sources can be checked in the same run."""


STAND_IN = {"title": "-", "url": "https://site.invalid/", "contacts": {"-": {"name": "-"}}}


def parse_site(text: str) -> Site:
    """Give the site. Raises `BadSite` with every mistake in `text`."""
    front = Mapping((), Location(FILE))
    try:
        front = as_mapping(
            parse_yaml(text, FILE),
            Mistake(Location(FILE), say("the site's fields are missing"), say("write title: and url: first")),
        )
        return _site(read_fields(SiteFields, front), front)
    except BadSource as bad:
        half = read_valid(SiteFields, front, STAND_IN, None, date(2000, 1, 1))
        raise BadSite(_standing(half, front), *bad.mistakes) from None


def _standing(fields: SiteFields, front: Mapping) -> Site:
    zone = ZoneInfo(fields.timezone)
    contacts = tuple(_contact(key, contact, zone) for key, contact in fields.contacts.items())
    return Site(fields=fields, zone=zone, contacts=contacts, front=front)


def _site(fields: SiteFields, front: Mapping) -> Site:
    site = _standing(fields, front)
    silent = [
        Mistake(
            site.place("contacts", contact.key),
            say('"{key}" has neither e-mail nor phone', key=contact.key),
            say("add the line email: … or phone: …"),
        )
        for contact in site.contacts
        if not (contact.fields.email or contact.fields.phone)
    ]
    if silent:
        raise BadSource(*silent)
    return site


def _contact(key: str, fields: ContactFields, zone: ZoneInfo) -> Contact:
    if fields.until is None:
        return Contact(key, fields, None)
    return Contact(key, fields, datetime.combine(fields.until + timedelta(days=1), time(), zone))
