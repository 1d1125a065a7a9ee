"""Fields that other programs know and we do not (`status: draft`): what to write in their place."""

from __future__ import annotations

import re

from pressrum.errors import Text, say
from pressrum.fields.text import TextFields
from pressrum.nodes import Mapping, Scalar, words_of
from pressrum.slug import slugify
from pressrum.written.called_off import CALLED_OFF, FULL, MOVED, OFF
from pressrum.written.choices import FALSE, TRUE
from pressrum.written.clocks import CLOCK, tidied
from pressrum.written.moments import hour_last, split_hour

WAITS = ("draft", "utkast", "unpublished", "opublicerad", "ej publicerad", "private", "privat", "pending")
"""What says of a text that nobody is to see it yet."""
STATES = ("status", "state", "published", "publicerad", "publicerat", "public", "offentlig")
HELD_BACK = ("embargo", "sparr", "sparrtid")
UNTIL = re.compile(r"\A(?:till|until)(?! och med) +", re.IGNORECASE)
"""What stands before the moment of an embargo."""
THROUGH = re.compile(r"\A(?:till och med|t\.?o\.?m\b\.?|through|up to and including) *", re.IGNORECASE)
"""What stands before its last day."""
AUTHORS = ("author", "authors", "forfattare", "skribent", "byline", "by", "av", "sender", "avsandare")
RENEWED = ("updated", "uppdaterad", "modified", "last-modified", "lastmod", "andrad")
FILES = ("attachment", "attachments", "bilaga", "bilagor", "files", "filer", "pdf", "lank", "link")
NEEDLESS = (
    *AUTHORS,
    *RENEWED,
    "layout",
    "template",
    "type",
    "typ",
    "weight",
    "guid",
    "uuid",
    "comments",
    "author-email",
)
SHOWN = say("remove the line: a text is public from its date on")


def instead(key: str, owner: Mapping, known: type[TextFields]) -> Text | None:
    """Say what to write for the field `key` of a text, which another program would know; None for others.

    `known` are the fields that the text may have, `owner` those that it has.
    """
    name, said = slugify(key), words_of(owner.get(key)).strip()
    if name in STATES and (told := _state(name, said.lower(), owner)):
        return told
    if name in HELD_BACK and isinstance(day := owner.get("date"), Scalar):
        return _held_back(day.text, said)
    if name in AUTHORS and "contacts" in known.model_fields:
        return say(
            "remove the line; whom the press calls stands under contacts:, with the short name in site.yaml"
        )
    if name in RENEWED and "corrections" in known.model_fields:
        return say("remove the line; what has been put right stands under corrections:")
    if name in FILES and said:
        return say("remove the line, and write in the text: [what it is]({name})", name=said)
    return say("remove the line: nothing here needs it") if name in NEEDLESS else None


def called_off(key: str, owner: Mapping, near: str | None) -> Text | None:
    """Say what to write for a field that tells whether a meeting is called off or moved; None for others.

    `near` is the field that was meant by its name.
    """
    said = words_of(owner.get(key)).strip(" .!")
    state = near in ("cancelled", None)
    if MOVED.match(key) or (state and MOVED.match(said)):
        return say(
            "remove it and change date: to the new day; until that is set, write cancelled: and the reason"
        )
    if state and (FULL.fullmatch(said) or FULL.fullmatch(key)):
        return say("write it in {name}:", name="signup")
    off = bool(CALLED_OFF.search(f"{key} {said}"))
    if "cancelled" in owner.named or not state or not (near or off):
        return None
    if said.lower() in FALSE or not (off or said.lower() in TRUE):
        return say("leave it out: only a meeting that is called off has cancelled:, with the reason")
    bare = near is None or said.lower() in ("", *TRUE, *OFF)
    return say("write cancelled: and the reason") if bare else None


def _state(name: str, said: str, owner: Mapping) -> Text | None:
    """Say how a text is kept back, or not; None where `said` is no such word."""
    free = name in ("status", "state")
    if said in WAITS or (said in FALSE and not free):
        taken = say('keep one of the two: "{name}" is given too', name="draft")
        return taken if "draft" in owner.named else say("write draft: yes")
    if said in TRUE or (free and said in STATES):
        return SHOWN
    return say("remove the line, or write draft: yes if nobody is to see the text yet") if free else None


def _held_back(day: str, said: str) -> Text:
    """Say where an embargo stands in a text that has a `day`: with an hour alone it is on that day."""
    if not said or said.lower() in TRUE + FALSE:
        return say("remove the line: a date to come is the embargo")
    if through := THROUGH.match(said):
        return say("write date: and the day after {day} in place of the two lines", day=said[through.end() :])
    said = UNTIL.sub("", said, count=1)
    bare = (split_hour(tidied(day)) or (day,))[0]
    moment = f"{bare} {said}" if CLOCK.fullmatch(said) else hour_last(tidied(said)) or said
    return say("write {line} in place of the two lines", line=f"date: {moment}")
