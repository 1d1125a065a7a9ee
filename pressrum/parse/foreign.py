"""Fields that other programs have and a text here has not: what to write in their place."""

from __future__ import annotations

from pressrum.errors import Text, say
from pressrum.nodes import Mapping, Node, Scalar, Sequence
from pressrum.slug import slugify
from pressrum.written import FALSE, TRUE

WAITS = ("draft", "utkast", "unpublished", "opublicerad", "ej publicerad", "private", "privat", "pending")
"""What says of a text that nobody is to see it yet."""
STATES = ("status", "state", "published", "publicerad", "publicerat", "public", "offentlig")
HELD_BACK = ("embargo", "sparr", "sparrtid")
AUTHORS = ("author", "authors", "forfattare", "skribent", "byline", "by", "av", "sender", "avsandare")
RENEWED = ("updated", "uppdaterad", "modified", "last-modified", "lastmod", "andrad")
FILES = ("attachment", "attachments", "bilaga", "bilagor", "files", "filer", "pdf")
NEEDLESS = ("layout", "template", "type", "typ", "weight", "guid", "uuid", "comments", "author-email")
SHOWN = say("remove the line: a text is public from its date on")


def instead(key: str, owner: Mapping) -> Text | None:
    """Say what to write for the field `key` of a text, which another program would know; None for others."""
    name, value = slugify(key), owner.get(key)
    said = _first(value).strip()
    if name in (*STATES, *HELD_BACK) and (told := _state(name, said.lower())):
        return told
    if name in HELD_BACK and "date" in owner.named:
        return say("write {line} in place of the two lines", line=f"date: {said}")
    if name in AUTHORS:
        return say(
            "remove the line; whom the press calls stands under contacts:, with the short name in site.yaml"
        )
    if name in RENEWED:
        return say("remove the line; what has been put right stands under corrections:")
    if name in FILES and said:
        return say("remove the line, and write in the text: [what it is]({name})", name=said)
    return say("remove the line: nothing here needs it") if name in NEEDLESS else None


def _state(name: str, said: str) -> Text | None:
    """Say how a text is kept back, or not; None where `said` is no such word."""
    if name in HELD_BACK:
        return say("remove the line: a date to come is the embargo") if said in TRUE + FALSE else None
    if said in WAITS or (said in FALSE and name not in ("status", "state")):
        return say("write draft: yes")
    return SHOWN if said in TRUE or name in ("status", "state") else None


def _first(value: Node | None) -> str:
    """Give the words of a field, of a list the first."""
    if isinstance(value, Sequence) and value.items:
        value = value.items[0]
    return value.text if isinstance(value, Scalar) else ""
