"""site.yaml to the `Site`."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from pressrum.errors import BadSource, Location, Mistake, say
from pressrum.fields import ContactFields, SiteFields
from pressrum.model import Contact, Site
from pressrum.parse.fields import as_mapping, read_fields
from pressrum.parse.yaml import parse_yaml

FILE = "site.yaml"


def parse_site(text: str) -> Site:
    """Give the site. Raises `BadSource` with every mistake in `text`."""
    front = as_mapping(
        parse_yaml(text, FILE),
        Mistake(Location(FILE), say("the site's fields are missing"), say("write title: and url: first")),
    )
    fields = read_fields(SiteFields, front)
    zone = ZoneInfo(fields.timezone)
    site = Site(
        fields=fields,
        zone=zone,
        contacts=tuple(_contact(key, contact, zone) for key, contact in fields.contacts.items()),
        front=front,
    )
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
