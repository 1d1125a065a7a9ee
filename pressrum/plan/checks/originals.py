"""What texts say of their languages and originals: a translation that readers cannot compare is a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from pressrum.errors import Mistake, Text, say
from pressrum.model import Page, Project, Release
from pressrum.places import name_beside
from pressrum.plan.links.web import Web
from pressrum.plan.publish import State, state, unseen
from pressrum.tongues import base_language, name_in, same_language
from pressrum.written.moments import write_moment

SAMI = "se"
"""The code of Northern Sami."""


def check_translations(texts: Iterable[Release | Page], web: Web) -> Iterator[Mistake]:
    """Check what texts say of their languages and their originals."""
    taken: dict[tuple[str, str], str] = {}
    for text in sorted(texts, key=lambda text: text.source):
        if text.original is None:
            continue
        if text.original == text.source:
            yield Mistake(
                text.place("original"),
                say("a text cannot be its own original"),
                say("remove the line original:, or name another file"),
            )
            continue
        found = web.texts.get(text.original)
        yield from _language(text, found, web.addresses.site.fields.language)
        yield from _original(text, found, web)
        lang = text.fields.lang
        other = taken.setdefault((text.original, lang), text.source) if lang else text.source
        if lang and other != text.source:
            yield Mistake(
                text.place("lang"),
                say('{source} translates the same text into "{lang}"', source=other, lang=lang),
                say("keep one of the two, or write the right language in lang:"),
            )


def _language(text: Release | Page, original: Release | Page | None, site: str) -> Iterator[Mistake]:
    """Find a translation that does not say into what, or into the language that it is from."""
    lang, theirs = text.fields.lang, (original.fields.lang if original else None) or site
    if lang is None and ("lang",) not in text.places:
        yield Mistake(
            text.place("original"),
            say("it does not say into which language this is translated"),
            say("add the line lang: and the code of the language, as in lang: so"),
        )
    elif lang and same_language(lang, site):
        yield Mistake(
            text.place("lang"),
            say('"{lang}" is the language of the site, so this is no translation', lang=lang),
            say("remove the line original:, or write the right language in lang:"),
        )
    elif lang and original and same_language(lang, theirs):
        yield Mistake(
            text.place("lang"),
            say('the original, {source}, is in "{lang}" too', source=original.source, lang=theirs),
            say("write the right language in lang:, here or there"),
        )
    if isinstance(text, Release) and text.fields.topics:
        yield Mistake(
            text.place("topics"),
            say("a translation has the topics of its original"),
            say("remove the line topics:"),
        )


def _original(text: Release | Page, original: Release | Page | None, web: Web) -> Iterator[Mistake]:
    """Find an original that is none, or that readers could not look up."""
    told = _misnamed(text, original, web)
    if told is None and original is not None:
        told = _hidden(text, original, web)
    if told:
        yield Mistake(text.place("original"), *told)


def _misnamed(text: Release | Page, original: Release | Page | None, web: Web) -> tuple[Text, Text] | None:
    """Say what is wrong with the name of an original, and what to write."""
    if original is None:
        return None if text.original in web.broken else _missing(text, web)
    if type(original) is not type(text):
        message = (
            say("{source} is a page, and this is a press release", source=original.source)
            if isinstance(text, Release)
            else say("{source} is a press release, and this is a page", source=original.source)
        )
        return message, say("move the translation to the folder of its original")
    if original.original:
        return (
            say("{source} is itself a translation", source=original.source),
            say("write {name}", name=name_beside(text.source, original.original)),
        )
    return None


def _missing(text: Release | Page, web: Web) -> tuple[Text, Text]:
    originals = (
        other.source for other in web.texts.values() if type(other) is type(text) and other.original is None
    )
    near = web.meant(text.original or "", originals)
    return (
        say('there is no file "{name}" here', name=text.fields.original or ""),
        say("write {name}", name=name_beside(text.source, near[0]))
        if near
        else say("write the name of the file that this translates"),
    )


def _hidden(text: Release | Page, original: Release | Page, web: Web) -> tuple[Text, Text] | None:
    """Say why readers of a translation could not look up the original, or would know it too early.

    An original that is published may not be hidden: it is put right, and not the translation.
    """
    hides, source, begins = unseen(original, text, web.now), original.source, original.public_from
    published = source in web.moved.values()
    if hides is State.DRAFT:
        return (
            say("the original, {source}, is a draft", source=source),
            say("remove draft: in {source}, which is published", source=source)
            if published
            else say("add the line draft: yes here too"),
        )
    if hides is State.SCHEDULED and begins:
        return (
            say("the original, {source}, is not public until {when}", source=source, when=begins),
            say("put back the date in {source}, which is published", source=source)
            if published
            else say("write date: {moment} or later", moment=write_moment(begins)),
        )
    if hides is State.EXPIRED and (ends := original.fields.expires):
        return (
            say(
                "the original, {source}, is gone from {when} on, and this text is not",
                source=source,
                when=ends,
            ),
            say("write expires: {moment} here too", moment=write_moment(ends)),
        )
    return None


def warn_of_sami(project: Project) -> Iterator[Mistake]:
    """Warn of texts in Northern Sami, whose code is the sign of Sweden, but of none that is from Swedish."""
    site = project.site.fields.language
    for text in project.texts:
        lang = text.fields.lang or ""
        if base_language(lang) == SAMI and not (text.original and site == "sv"):
            yield Mistake(
                text.place("lang"),
                say('"{lang}" is the code of {language}', lang=lang, language=name_in(SAMI, site)),
                say("write sv if the text is in Swedish; if the code is right, there is nothing to do"),
            )


def warn_of_translations(project: Project, now: datetime) -> Iterator[Mistake]:
    """Warn of translations that are withdrawn with their originals, and do not say so in their language."""
    known = {release.source: release for release in project.releases}
    for release in project.releases:
        original = known.get(release.original or "")
        if original is None or not original.fields.retracted or release.fields.retracted:
            continue
        if state(release, now) is State.PUBLIC:
            yield Mistake(
                release.place("original"),
                say("the original is retracted, and this translation with it"),
                say("add the line retracted: and the reason in the language of the translation"),
            )
