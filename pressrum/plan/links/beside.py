"""The files that stand beside a text, by the names that it gives them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from pressrum.errors import Location, Mistake, Text, say
from pressrum.model import Page, Release
from pressrum.pictures import FROM_IPHONE, KINDS, Unusable
from pressrum.places import beside, name_beside
from pressrum.plan.files import Files, alike
from pressrum.written.listed import MARKS
from pressrum.written.values import IN_REACH

FILES = (*KINDS, "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "zip", "mp3", "mp4")
ADDRESSEE = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/.]{2,}")
NUMBER = re.compile(r"\+?[\d\s()–-]{5,}")
"""A telephone number (RFC 3966 has it without spaces)."""
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:/.*)?")
"""What may be a site's name, with a way from there."""


def named_picture(name: str, text: Release | Page, files: Files) -> str | Mistake:
    """Find the picture that the front matter of `text` names, or say what is wrong with it."""
    where = text.place("image", "file")
    return find_file(name, text, files, where) if is_picture(name) else no_picture(name, where)


def is_picture(name: str) -> bool:
    """Whether a file is called as a picture is."""
    return name.rpartition(".")[2].lower() in KINDS


def no_picture(name: str, where: Location) -> Mistake:
    """Say of a name that it is none of a picture."""
    hint = say("pictures end in {kinds}", kinds=", ".join(KINDS))
    if name.lower().endswith((".heic", ".heif")):
        hint = FROM_IPHONE
    elif is_picture(bare := name.strip(MARKS)):
        hint = say("remove the quotation marks: {name}", name=bare)
    return Mistake(where, say('"{name}" is no picture', name=name), hint)


def find_file(name: str, text: Release | Page, files: Files, where: Location) -> str | Mistake:
    """Find the file `name` beside `text`, or say what is wrong with it."""
    path = beside(text.source, name)
    unusable = files.pictures.get(path)
    if isinstance(unusable, Unusable):
        return Mistake(where, unusable.message, unusable.hint)
    if path in files.content and path.rpartition(".")[2].lower() in FILES:
        return path
    if path in files.content:
        return Mistake(
            where,
            say('"{name}" is of a kind that is not published', name=name),
            say("the kinds are: {kinds}", kinds=", ".join(FILES)),
        )
    siblings = [file for file in files.content if posixpath.dirname(file) == posixpath.dirname(path)]
    near = alike(path, siblings) or alike(path, files.content if "/" in name else ())
    hint = say("write {name}", name=name_beside(text.source, near[0])) if near else _meant_elsewhere(name)
    if near and "%" in near[0]:
        hint = IN_REACH
    return Mistake(where, say('there is no file "{name}" here', name=name), hint)


def lender(file: str, text: Release | Page, texts: Mapping[str, Release | Page]) -> Release | Page | None:
    """Give the text whose folder `file` stands in, when that is not the folder of `text`."""
    folder = posixpath.dirname(file)
    while folder and folder != posixpath.dirname(text.source):
        if found := texts.get(f"{folder}/index.md"):
            return found
        folder = posixpath.dirname(folder)
    return None


def _meant_elsewhere(name: str) -> Text:
    """Say what to write instead of a name that no file has: it may be that of a person or of another site."""
    if bare := name.strip(MARKS) if name[:1] in MARKS else "":
        return say("remove the quotation marks: {name}", name=bare)
    if ADDRESSEE.fullmatch(name):
        return say("write {name}", name=f"mailto:{name}")
    if NUMBER.fullmatch(name):
        return say("write {name}", name="tel:" + re.sub(r"[^\d+]", "", name))
    if HOST.fullmatch(name) and name.rpartition(".")[2].lower() not in FILES:
        return say("write https://{name} if another site is meant, or mend the name of the file", name=name)
    return say("put the file beside the text, or mend its name")
